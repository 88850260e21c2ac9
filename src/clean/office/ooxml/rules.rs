//! What goes out of a part of a package: marks of editing sessions, names and times beside changes and remarks, paths, and
//! what refers to a part that is not written.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, attributes::Attribute};

use super::{
    super::xml::{Becomes, Rules, local},
    parts::Known,
};
use crate::found::{Found, Removed};

/// Settings of a text that change how it looks; all others tell how it was made.
const SETTINGS: [&str; 19] = [
    "defaultTabStop",
    "characterSpacingControl",
    "footnotePr",
    "endnotePr",
    "compat",
    "evenAndOddHeaders",
    "mirrorMargins",
    "autoHyphenation",
    "consecutiveHyphenLimit",
    "hyphenationZone",
    "doNotHyphenateCaps",
    "clrSchemeMapping",
    "displayBackgroundShape",
    "bookFoldPrinting",
    "gutterAtTop",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "decimalSymbol",
    "mathPr",
];

/// Elements that go, with what they hold.
const ELEMENTS: [(&str, Removed); 44] = [
    ("rsids", Removed::History),
    ("rsid", Removed::History),
    ("nsid", Removed::History),
    ("tmpl", Removed::History),
    ("proofErr", Removed::History),
    ("lastRenderedPageBreak", Removed::History),
    ("fileVersion", Removed::Device),
    ("fileSharing", Removed::Author),
    ("absPath", Removed::OtherMetadata),
    ("revisionPtr", Removed::History),
    ("customWorkbookViews", Removed::Author),
    ("customSheetViews", Removed::Author),
    ("fileRecoveryPr", Removed::History),
    ("webPublishing", Removed::OtherMetadata),
    ("webPublishItems", Removed::OtherMetadata),
    ("webPublishObjects", Removed::OtherMetadata),
    ("smartTagPr", Removed::OtherMetadata),
    ("smartTagTypes", Removed::OtherMetadata),
    ("functionGroups", Removed::OtherMetadata),
    ("oleObjects", Removed::Attachments),
    ("oleSize", Removed::Attachments),
    ("OLEObject", Removed::Attachments),
    ("oleObj", Removed::Attachments),
    ("oleLink", Removed::OtherMetadata),
    ("ddeLink", Removed::OtherMetadata),
    ("controls", Removed::Scripts),
    ("control", Removed::Scripts),
    ("customProperties", Removed::OtherMetadata),
    ("customPr", Removed::OtherMetadata),
    ("sheetDataSet", Removed::OtherMetadata),
    ("dataBinding", Removed::OtherMetadata),
    ("docVars", Removed::OtherMetadata),
    ("attachedTemplate", Removed::OtherMetadata),
    ("permStart", Removed::Author),
    ("permEnd", Removed::Author),
    ("altChunk", Removed::Attachments),
    ("subDoc", Removed::Attachments),
    ("custDataLst", Removed::OtherMetadata),
    ("htmlPubPr", Removed::OtherMetadata),
    ("embeddedFontLst", Removed::OtherMetadata),
    ("creationId", Removed::History),
    ("modId", Removed::History),
    ("extLst", Removed::OtherMetadata),
    ("externalData", Removed::Attachments),
];

/// Attributes that go wherever they stand.
const ATTRIBUTES: [(&str, Removed); 21] = [
    ("paraId", Removed::History),
    ("textId", Removed::History),
    ("paraIdParent", Removed::History),
    ("editId", Removed::History),
    ("anchorId", Removed::History),
    ("durableId", Removed::History),
    ("uid", Removed::History),
    ("initials", Removed::Author),
    ("userId", Removed::Author),
    ("providerId", Removed::Author),
    ("userName", Removed::Author),
    ("refreshedBy", Removed::Author),
    ("refreshedDate", Removed::Dates),
    ("refreshedDateIso", Removed::Dates),
    ("date", Removed::Dates),
    ("dateUtc", Removed::Dates),
    ("dt", Removed::Dates),
    ("descr", Removed::OtherMetadata),
    ("gfxdata", Removed::OtherMetadata),
    ("codeName", Removed::OtherMetadata),
    ("documentId", Removed::History),
];

/// Elements that stay without what they referred to: text of a link, place of a picture, setup of a page.
const STAY_WITHOUT: [&str; 6] = ["hyperlink", "blip", "imagedata", "fill", "pageSetup", "cacheSource"];

const NOBODY: &str = "-";

pub struct PartRules<'a> {
    part: &'static Known,
    dropped: &'a BTreeSet<String>,
    found: &'a mut Found,
    /// Names of those who wrote remarks in a sheet: Excel sets them above the remark as text.
    authors: BTreeSet<String>,
}

impl<'a> PartRules<'a> {
    pub fn new(part: &'static Known, dropped: &'a BTreeSet<String>, found: &'a mut Found) -> Self {
        Self { part, dropped, found, authors: BTreeSet::new() }
    }

    fn is_dangling(&self, attribute: &Attribute<'_>) -> bool {
        // Ids of relationships stand in attributes with a prefix, and in no other way.
        attribute.key.as_ref().contains(':')
            && !attribute.key.as_ref().starts_with("xmlns")
            && ["id", "embed", "link", "pict", "dm", "lo", "qs", "cs", "relid", "href", "topLeft"]
                .contains(&local(attribute.key.as_ref()))
            && self.dropped.contains(attribute.value.as_ref())
    }
}

impl Rules for PartRules<'_> {
    fn keeps(&mut self, inside: &[String], element: &BytesStart<'_>) -> bool {
        let name = element.local_name();
        let name = name.as_ref();
        if self.part.relation == "settings" && inside.len() == 1 && !SETTINGS.contains(&name) {
            self.found.note(Removed::OtherMetadata);
            return false;
        }
        // Slides have a `tmpl` of their own, which makes text appear.
        let other = name == "tmpl" && self.part.relation != "numbering";
        if let Some((_, removed)) = ELEMENTS.iter().find(|(listed, _)| *listed == name && !other) {
            self.found.note(*removed);
            return false;
        }
        let dangling = element.attributes().with_checks(false).flatten().any(|a| self.is_dangling(&a));
        !dangling || STAY_WITHOUT.contains(&name)
    }

    fn attribute(&mut self, element: &str, attribute: &Attribute<'_>) -> Becomes {
        let name = local(attribute.key.as_ref());
        let is_declaration = attribute.key.as_ref().starts_with("xmlns");
        let listed = ATTRIBUTES.iter().find(|(listed, _)| *listed == name);
        let rsid = name.starts_with("rsid").then_some(Removed::History);
        // The file name a picture had, and what a program saw in it.
        let title = matches!((element, name), ("imagedata" | "docPr" | "cNvPr", "title")).then_some(());
        let of_title = title.map(|()| Removed::OtherMetadata);
        if is_declaration {
            return Becomes::Same;
        }
        let neutral = match (element, name) {
            ("cmAuthor", "name" | "initials") | (_, "author") => Some((NOBODY, Removed::Author)),
            ("docPr" | "cNvPr", "name") => Some((NOBODY, Removed::OtherMetadata)),
            _ => None,
        };
        match (neutral, listed.map(|(_, removed)| *removed).or(rsid).or(of_title)) {
            (Some((text, _)), _) if attribute.value == text => Becomes::Same,
            (Some((text, removed)), _) => {
                self.found.note(removed);
                Becomes::Text(text.to_owned())
            }
            (None, Some(removed)) => {
                self.found.note(removed);
                Becomes::Nothing
            }
            (None, None) if self.is_dangling(attribute) => Becomes::Nothing,
            (None, None) => Becomes::Same,
        }
    }

    fn text(&mut self, inside: &[String], text: &str) -> Becomes {
        let name = text.strip_suffix(':').unwrap_or(text);
        if self.part.relation == "comments"
            && inside.last().is_some_and(|element| element == "t")
            && self.authors.contains(name)
        {
            self.found.note(Removed::Author);
            return Becomes::Nothing;
        }
        Becomes::Same
    }

    fn instead(&mut self, element: &str) -> Option<&'static str> {
        (element == "author" && self.part.relation == "comments").then_some(NOBODY)
    }

    fn replaced(&mut self, _: &str, text: &str) {
        self.found.note(Removed::Author);
        self.authors.insert(text.to_owned());
    }
}

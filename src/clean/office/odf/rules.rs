//! What goes out of a part of an OpenDocument file: names and times beside changes and remarks, marks of editing sessions,
//! scripts, databases, paths.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, attributes::Attribute};

use super::{
    super::{
        paths,
        xml::{Becomes, Rules, local, plain, value},
    },
    names::{self, Shapes},
};
use crate::{
    Result,
    found::{Found, Removed},
};

const ELEMENTS: [(&str, Removed); 17] = [
    ("office:scripts", Removed::Scripts),
    ("office:event-listeners", Removed::Scripts),
    ("script:event-listener", Removed::Scripts),
    ("text:script", Removed::Scripts),
    ("office:forms", Removed::Scripts),
    ("office:meta", Removed::OtherMetadata),
    ("office:dde-source", Removed::OtherMetadata),
    ("text:dde-connection-decls", Removed::OtherMetadata),
    ("table:dde-links", Removed::OtherMetadata),
    ("table:table-source", Removed::OtherMetadata),
    ("table:cell-range-source", Removed::OtherMetadata),
    ("table:database-source-sql", Removed::OtherMetadata),
    ("table:database-source-query", Removed::OtherMetadata),
    ("table:database-source-table", Removed::OtherMetadata),
    ("svg:title", Removed::OtherMetadata),
    ("svg:desc", Removed::OtherMetadata),
    ("office:binary-data", Removed::Attachments),
];

/// What stands instead of a name, initials, a time: beside remarks and changes. A date or a name that is a field of the text
/// has another namespace, and is what the text says.
const INSTEAD: [(&str, &str, Removed); 6] = [
    ("dc:creator", "-", Removed::Author),
    ("meta:creator-initials", "-", Removed::Author),
    ("loext:sender-initials", "-", Removed::Author),
    ("officeooo:sender-initials", "-", Removed::Author),
    ("dc:date", "1980-01-01T00:00:00", Removed::Dates),
    ("meta:date-string", "-", Removed::Dates),
];

/// Attributes that go.
const ATTRIBUTES: [(&str, Removed); 8] = [
    ("office:chg-author", Removed::Author),
    ("office:chg-date-time", Removed::Dates),
    ("office:title", Removed::OtherMetadata),
    ("xlink:title", Removed::OtherMetadata),
    ("loext:local-url", Removed::OtherMetadata),
    ("text:database-name", Removed::OtherMetadata),
    ("table:database-name", Removed::OtherMetadata),
    // Who made a scenario, and when.
    ("table:comment", Removed::Author),
];

/// Attributes whose value stands in the text beside them too: without them it is shown as it was.
const BESIDE: [&str; 4] = ["table:formula", "text:formula", "office:string-value", "table:expression"];

pub struct PartRules<'a> {
    settings: bool,
    media: &'a BTreeMap<String, String>,
    inner: &'a BTreeMap<String, String>,
    found: &'a mut Found,
    shapes: Shapes,
}

impl<'a> PartRules<'a> {
    pub fn new(
        settings: bool,
        media: &'a BTreeMap<String, String>,
        inner: &'a BTreeMap<String, String>,
        found: &'a mut Found,
    ) -> Self {
        Self { settings, media, inner, found, shapes: Shapes::default() }
    }
}

impl PartRules<'_> {
    /// Settings that are yes or no change how it looks; the others name printers, users, sessions, windows.
    fn keeps_setting(&mut self, element: &BytesStart<'_>) -> bool {
        let kept = match element.local_name().as_ref() {
            "config-item" => value(element, "type").is_some_and(|kind| kind == "boolean"),
            "config-item-map-indexed" | "config-item-map-named" => false,
            _ => true,
        };
        if !kept {
            self.found.note(Removed::OtherMetadata);
        }
        kept
    }

    /// Where something is: in this file, in this text, or at an address that is public.
    fn reference(&mut self, target: &str) -> String {
        let path = target.strip_prefix("./").unwrap_or(target);
        if let Some(name) = self.media.get(path) {
            return name.clone();
        }
        let public = (paths::public(target) || target.starts_with('#')) && !paths::tells(target);
        let kept = public || self.inner.contains_key(path.trim_end_matches('/')) || target.is_empty();
        if !kept {
            self.found.note(Removed::Attachments);
        }
        if kept { target.to_owned() } else { String::new() }
    }
}

impl Rules for PartRules<'_> {
    fn keeps(&mut self, _: usize, name: &str, element: &BytesStart<'_>) -> Result<bool> {
        if self.settings {
            return Ok(self.keeps_setting(element));
        }
        // What a sheet remembers of another file's cells.
        let elsewhere = name == "table:table" && value(element, "name").is_some_and(|name| names::is_elsewhere(&name));
        let listed = ELEMENTS.iter().find(|(listed, _)| *listed == name).map(|(_, removed)| *removed);
        let removed = listed.or(elsewhere.then_some(Removed::OtherMetadata));
        removed.into_iter().for_each(|removed| self.found.note(removed));
        Ok(removed.is_none())
    }

    fn attribute(&mut self, element: &str, name: &str, attribute: &Attribute<'_>) -> Result<Becomes> {
        if let Some((_, removed)) = ATTRIBUTES.iter().find(|(listed, _)| *listed == name) {
            self.found.note(*removed);
            return Ok(Becomes::Nothing);
        }
        if matches!(local(name), "rsid" | "paragraph-rsid") {
            self.found.note(Removed::History);
            return Ok(Becomes::Nothing);
        }
        let text = plain(attribute);
        let other = match name {
            _ if local(name) == "href" => self.reference(&text),
            "draw:name" | "draw:chain-next-name" if names::is_shape(element) => self.shapes.name(&text)?,
            "text:name" | "text:ref-name" if !names::is_plain(&text) => names::NEUTRAL.to_owned(),
            name if BESIDE.contains(&name) && (paths::tells(&text) || names::is_elsewhere(&text)) => {
                self.found.note(Removed::OtherMetadata);
                return Ok(Becomes::Nothing);
            }
            _ => return Ok(Becomes::Same),
        };
        if other == text {
            return Ok(Becomes::Same);
        }
        self.found.note(Removed::OtherMetadata);
        Ok(Becomes::Text(other))
    }

    fn judges(&self, element: &str) -> bool {
        !self.settings && INSTEAD.iter().any(|(name, _, _)| *name == element)
    }

    fn whole(&mut self, element: &str, text: &str) -> Result<Becomes> {
        let Some((_, instead, removed)) = INSTEAD.iter().find(|(name, _, _)| *name == element) else {
            return Ok(Becomes::Same);
        };
        if *instead == text {
            return Ok(Becomes::Same);
        }
        self.found.note(*removed);
        Ok(Becomes::Text((*instead).to_owned()))
    }

    fn removed(&mut self, removed: Removed) {
        self.found.note(removed);
    }
}

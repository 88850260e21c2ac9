//! What goes out of a part of a package: marks of editing sessions, names and times beside changes and remarks, paths, and
//! what refers to a part that is not written.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, attributes::Attribute};

use super::{
    super::{
        paths,
        xml::{Becomes, Rules, local, plain, value},
    },
    fields::{self, Fields},
    formulas,
    lists::{ATTRIBUTES, ELEMENTS, FORMULAS, OF_ELEMENTS, SETTINGS, STAY_WITHOUT},
    parts::Known,
};
use crate::{
    CleanError, Result,
    found::{Found, Removed},
};

const NOBODY: &str = "-";
/// Bytes of all names of authors of one part: a sheet has some hundreds of them.
const AUTHORS: usize = 1024 * 1024;

pub struct PartRules<'a> {
    part: &'static Known,
    dropped: &'a BTreeSet<String>,
    found: &'a mut Found,
    fields: Fields,
    /// Names of those who wrote remarks in a sheet: Excel sets them above the remark as text.
    authors: BTreeSet<String>,
    /// Their bytes.
    named: usize,
    /// Whether the next text is the first of a remark: above it stands the name, in it names are what was said.
    above: bool,
    /// The number of the bookmark where its author last worked.
    last_place: Option<String>,
}

impl<'a> PartRules<'a> {
    pub fn new(part: &'static Known, dropped: &'a BTreeSet<String>, found: &'a mut Found) -> Self {
        Self {
            part,
            dropped,
            found,
            fields: Fields::default(),
            authors: BTreeSet::new(),
            named: 0,
            above: false,
            last_place: None,
        }
    }

    fn is_dangling(&self, attribute: &Attribute<'_>) -> bool {
        // Ids of relationships stand in attributes with a prefix, and in no other way.
        attribute.key.as_ref().contains(':')
            && !attribute.key.as_ref().starts_with("xmlns")
            && ["id", "embed", "link", "pict", "dm", "lo", "qs", "cs", "relid", "href", "topLeft"]
                .contains(&local(attribute.key.as_ref()))
            && self.dropped.contains(attribute.value.as_ref())
    }

    /// Whether an element marks where its author last worked: Word keeps that as a bookmark.
    fn is_last_place(&mut self, name: &str, element: &BytesStart<'_>) -> bool {
        match name {
            "bookmarkStart" if value(element, "name").is_some_and(|name| name == "_GoBack") => {
                // A number; what is longer is none.
                self.last_place = value(element, "id").filter(|id| id.len() < 32);
                true
            }
            "bookmarkEnd" if self.last_place.is_some() => value(element, "id") == self.last_place,
            _ => false,
        }
    }

    /// What goes with an attribute that goes.
    fn removes(&self, element: &str, name: &str) -> Option<Removed> {
        let everywhere = ATTRIBUTES.iter().find(|(listed, _)| *listed == name).map(|(_, removed)| *removed);
        let here = || OF_ELEMENTS.iter().find(|(of, listed, _)| *of == element && *listed == name);
        let rsid = name.starts_with("rsid").then_some(Removed::History);
        everywhere.or(rsid).or_else(|| here().map(|(_, _, removed)| *removed))
    }

    /// Names of who wrote remarks, to find them again above what they wrote.
    fn author(&mut self, name: &str) -> Result<Becomes> {
        if name == NOBODY {
            return Ok(Becomes::Same);
        }
        self.found.note(Removed::Author);
        let name = name.trim();
        self.named += name.len();
        if self.named > AUTHORS {
            return Err(CleanError::TooMuchWork);
        }
        self.authors.insert(name.to_owned());
        Ok(Becomes::Text(NOBODY.to_owned()))
    }

    /// A remark without the name above it.
    fn remark(&mut self, text: &str) -> Becomes {
        let (name, rest) = text.split_once(':').unwrap_or((text, ""));
        let above = std::mem::take(&mut self.above);
        if !above || name.trim().is_empty() || !self.authors.contains(name.trim()) {
            return Becomes::Same;
        }
        self.found.note(Removed::Author);
        Becomes::Text(rest.to_owned())
    }

    fn noted(&mut self, becomes: Becomes) -> Becomes {
        if !matches!(becomes, Becomes::Same) {
            self.found.note(Removed::OtherMetadata);
        }
        becomes
    }
}

impl Rules for PartRules<'_> {
    fn keeps(&mut self, depth: usize, name: &str, element: &BytesStart<'_>) -> Result<bool> {
        let name = local(name);
        if self.part.relation == "settings" && depth == 1 && !SETTINGS.contains(&name) {
            self.found.note(Removed::OtherMetadata);
            return Ok(false);
        }
        // Slides have a `tmpl` of their own, which makes text appear.
        let other = name == "tmpl" && self.part.relation != "numbering";
        if let Some((_, removed)) = ELEMENTS.iter().find(|(listed, _)| *listed == name && !other) {
            self.found.note(*removed);
            return Ok(false);
        }
        if self.is_last_place(name, element) {
            self.found.note(Removed::History);
            return Ok(false);
        }
        if name == "fldChar" {
            self.fields.mark(&value(element, "fldCharType").unwrap_or_default())?;
        }
        self.above |= name == "comment";
        let dangling = element.attributes().with_checks(false).flatten().any(|a| self.is_dangling(&a));
        Ok(!dangling || STAY_WITHOUT.contains(&name))
    }

    fn attribute(&mut self, element: &str, name: &str, attribute: &Attribute<'_>) -> Result<Becomes> {
        let (element, name) = (local(element), local(name));
        let neutral = match (element, name) {
            ("cmAuthor", "name" | "initials") | (_, "author") => Some(Removed::Author),
            ("docPr" | "cNvPr", "name") => Some(Removed::OtherMetadata),
            _ => None,
        };
        if let Some(removed) = neutral {
            if attribute.value == NOBODY {
                return Ok(Becomes::Same);
            }
            self.found.note(removed);
            return Ok(Becomes::Text(NOBODY.to_owned()));
        }
        if let Some(removed) = self.removes(element, name) {
            self.found.note(removed);
            return Ok(Becomes::Nothing);
        }
        Ok(match (element, name) {
            ("fldSimple", "instr") => {
                let becomes = fields::whole(&plain(attribute));
                self.noted(becomes)
            }
            // Literature is kept in bookmarks too.
            ("bookmarkStart", "name") if !is_plain(&plain(attribute)) => self.noted(Becomes::Text(NOBODY.to_owned())),
            _ if self.is_dangling(attribute) => Becomes::Nothing,
            _ => Becomes::Same,
        })
    }

    fn judges(&self, element: &str) -> bool {
        match local(element) {
            "instrText" | "delInstrText" => true,
            "author" | "t" => self.part.relation == "comments",
            name => FORMULAS.contains(&name),
        }
    }

    fn whole(&mut self, element: &str, text: &str) -> Result<Becomes> {
        Ok(match local(element) {
            "author" => self.author(text)?,
            "t" => self.remark(text),
            "instrText" | "delInstrText" => {
                let becomes = self.fields.code(text);
                self.noted(becomes)
            }
            _ if paths::tells(text) => self.noted(Becomes::Text(formulas::without_paths(text))),
            _ => Becomes::Same,
        })
    }

    fn removed(&mut self, removed: Removed) {
        self.found.note(removed);
    }
}

/// A name that somebody thought of or a program counted, and no record of a program.
fn is_plain(name: &str) -> bool {
    let records = ["ZOTERO", "MENDELEY", "CSL_", "ADDIN"];
    let upper = name.trim_start_matches('_').to_ascii_uppercase();
    name == NOBODY
        || name.chars().count() <= 40
            && name.chars().all(|next| next.is_alphanumeric() || matches!(next, '_' | '.' | '-' | ' '))
            && !records.iter().any(|record| upper.starts_with(record))
}

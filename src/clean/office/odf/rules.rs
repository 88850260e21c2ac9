//! What goes out of a part of an OpenDocument file: names and times beside changes and remarks, marks of editing sessions,
//! scripts, databases, paths.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, attributes::Attribute};

use super::super::xml::{Becomes, Rules, local, value};
use crate::found::{Found, Removed};

const ELEMENTS: [(&str, Removed); 14] = [
    ("office:scripts", Removed::Scripts),
    ("office:event-listeners", Removed::Scripts),
    ("script:event-listener", Removed::Scripts),
    ("office:forms", Removed::Scripts),
    ("office:meta", Removed::OtherMetadata),
    ("office:dde-source", Removed::OtherMetadata),
    ("text:dde-connection-decls", Removed::OtherMetadata),
    ("table:dde-links", Removed::OtherMetadata),
    ("table:database-source-sql", Removed::OtherMetadata),
    ("table:database-source-query", Removed::OtherMetadata),
    ("table:database-source-table", Removed::OtherMetadata),
    ("svg:title", Removed::OtherMetadata),
    ("svg:desc", Removed::OtherMetadata),
    ("office:binary-data", Removed::Attachments),
];

/// What stands instead of a name, initials, a time.
const INSTEAD: [(&str, &str, Removed); 5] = [
    ("creator", "-", Removed::Author),
    ("creator-initials", "-", Removed::Author),
    ("sender-initials", "-", Removed::Author),
    ("date", "1980-01-01T00:00:00", Removed::Dates),
    ("date-string", "-", Removed::Dates),
];

pub struct PartRules<'a> {
    pub settings: bool,
    pub media: &'a BTreeMap<String, String>,
    pub inner: &'a BTreeMap<String, String>,
    pub found: &'a mut Found,
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
        let lower = target.to_ascii_lowercase();
        let public = ["http://", "https://", "mailto:", "#"].iter().any(|scheme| lower.starts_with(scheme));
        let kept = public || self.inner.contains_key(path.trim_end_matches('/')) || target.is_empty();
        if !kept {
            self.found.note(Removed::Attachments);
        }
        if kept { target.to_owned() } else { String::new() }
    }
}

impl Rules for PartRules<'_> {
    fn keeps(&mut self, _: &[String], element: &BytesStart<'_>) -> bool {
        if self.settings {
            return self.keeps_setting(element);
        }
        let name = element.name();
        match ELEMENTS.iter().find(|(listed, _)| *listed == name.as_ref()) {
            Some((_, removed)) => {
                self.found.note(*removed);
                false
            }
            None => true,
        }
    }

    fn attribute(&mut self, _: &str, attribute: &Attribute<'_>) -> Becomes {
        match local(attribute.key.as_ref()) {
            "rsid" | "paragraph-rsid" => {
                self.found.note(Removed::History);
                Becomes::Nothing
            }
            "href" => {
                let text = quick_xml::escape::unescape(&attribute.value)
                    .map_or_else(|_| String::new(), |text| text.into_owned());
                match self.reference(&text) {
                    same if same == text => Becomes::Same,
                    other => Becomes::Text(other),
                }
            }
            _ => Becomes::Same,
        }
    }

    fn text(&mut self, _: &[String], _: &str) -> Becomes {
        Becomes::Same
    }

    fn instead(&mut self, element: &str) -> Option<&'static str> {
        INSTEAD.iter().find(|(name, _, _)| *name == element && !self.settings).map(|(_, text, _)| *text)
    }

    fn replaced(&mut self, element: &str, _: &str) {
        let removed = INSTEAD.iter().find(|(name, _, _)| *name == element).map(|(_, _, removed)| *removed);
        self.found.note(removed.unwrap_or(Removed::OtherMetadata));
    }
}

//! What a prefix stands for. Programs choose prefixes as they like: only the namespace says what a name means, and the same
//! local name means an author in one and a word of the text in another.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use super::plain;
use crate::{CleanError, Result};

/// Namespaces of OpenDocument whose names the rules know, with the prefix by which the rules call them.
const KNOWN: [(&str, &str); 16] = [
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
    ("urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"),
    ("urn:oasis:names:tc:opendocument:xmlns:form:1.0", "form"),
    ("urn:oasis:names:tc:opendocument:xmlns:config:1.0", "config"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
    ("http://www.w3.org/2000/svg", "svg"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://www.w3.org/1999/xlink", "xlink"),
    ("http://openoffice.org/2009/office", "officeooo"),
    ("urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"),
    ("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext"),
];
/// Prefixes in force at one time.
const MOST: usize = 500;

struct Binding {
    depth: usize,
    prefix: String,
    /// Nothing for a namespace that we do not know.
    known: Option<&'static str>,
}

#[derive(Default)]
pub struct Spaces(Vec<Binding>);

/// The prefix that an attribute declares, when it is a declaration.
pub fn declared(key: &str) -> Option<&str> {
    match key.strip_prefix("xmlns")? {
        "" => Some(""),
        rest => rest.strip_prefix(':'),
    }
}

impl Spaces {
    /// What an element at this depth declares is in force until it is left.
    pub fn enter(&mut self, depth: usize, element: &BytesStart<'_>) -> Result<()> {
        for attribute in element.attributes().with_checks(false).flatten() {
            let Some(prefix) = declared(attribute.key.as_ref()) else { continue };
            super::fits(prefix)?;
            if self.0.len() == MOST {
                return Err(CleanError::TooMuchWork);
            }
            let uri = plain(&attribute);
            let known = KNOWN.iter().find(|(known, _)| *known == uri).map(|(_, ours)| *ours);
            self.0.push(Binding { depth, prefix: prefix.to_owned(), known });
        }
        Ok(())
    }

    pub fn leave(&mut self, depth: usize) {
        while self.0.last().is_some_and(|binding| binding.depth >= depth) {
            self.0.pop();
        }
    }

    /// The name of an element with our prefix; as it stands when its namespace is none that we know.
    pub fn element<'a>(&self, name: &'a str) -> Cow<'a, str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        match self.0.iter().rev().find(|binding| binding.prefix == prefix).and_then(|binding| binding.known) {
            Some(ours) if ours == prefix => Cow::Borrowed(name),
            Some(ours) => Cow::Owned(format!("{ours}:{local}")),
            None => Cow::Borrowed(name),
        }
    }

    /// The same for an attribute: without a prefix it is in no namespace.
    pub fn attribute<'a>(&self, name: &'a str) -> Cow<'a, str> {
        if name.contains(':') { self.element(name) } else { Cow::Borrowed(name) }
    }
}

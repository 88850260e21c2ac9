//! Names within an OpenDocument file. Some are shown or referred to; others are what a picture's file was called, or where
//! a program for literature keeps what it knows of its user.

use std::collections::BTreeMap;

use crate::{CleanError, Result};

/// Instead of a name that is a record.
pub const NEUTRAL: &str = "-";
/// Bytes of all names of shapes in one part.
const HELD: usize = 1024 * 1024;
const LONGEST: usize = 80;

/// Elements that define what styles refer to by name; everything else with a name of its own is a shape.
const DEFINITIONS: [&str; 8] = [
    "draw:fill-image",
    "draw:gradient",
    "draw:hatch",
    "draw:marker",
    "draw:stroke-dash",
    "draw:opacity",
    "draw:layer",
    "draw:page",
];

pub fn is_shape(element: &str) -> bool {
    !DEFINITIONS.contains(&element)
}

/// Shapes by their old name: a text that flows from one frame to the next must find it again.
#[derive(Default)]
pub struct Shapes {
    numbers: BTreeMap<String, usize>,
    held: usize,
}

impl Shapes {
    pub fn name(&mut self, old: &str) -> Result<String> {
        if old.is_empty() {
            return Ok(String::new());
        }
        let next = self.numbers.len() + 1;
        let number = match self.numbers.get(old) {
            Some(number) => *number,
            None => {
                // What the map takes for each beside its text.
                self.held += old.len() + 64;
                if self.held > HELD {
                    return Err(CleanError::TooMuchWork);
                }
                self.numbers.insert(old.to_owned(), next);
                next
            }
        };
        Ok(format!("vorm{number}"))
    }
}

/// Whether a name is one that somebody thought of or a program counted, and no record of a program.
pub fn is_plain(name: &str) -> bool {
    let upper = name.to_ascii_uppercase();
    let records = ["ZOTERO", "MENDELEY", "CSL_", "ADDIN", "JABREF", "JR_CITE", "CITAVI"];
    let harmless =
        |next: char| next.is_alphanumeric() || matches!(next, '_' | '.' | '-' | ' ' | '(' | ')' | '|' | ',' | '#');
    name.len() <= LONGEST
        && name.chars().all(harmless)
        && !records.iter().any(|record| upper.trim_start_matches('_').starts_with(record))
}

/// Whether it names cells of another file: `'file:///path/book.ods'#$Sheet1.A1`.
pub fn is_elsewhere(name: &str) -> bool {
    name.contains("'#")
}

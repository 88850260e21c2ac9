//! Files that go with a report or a message: what is said of each inside the seal. Their bytes are sealed apart.

use crate::id::FileId;
use crate::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Whether hidden data (place, device, author, history) was taken out of a file before it was sealed.
    Condition {
        Clean => "schoongemaakt",
        /// What a reporter added as evidence beside the cleaned file, by choice.
        Original => "origineel",
        /// Of a type that cannot be cleaned, or too damaged for it; sent as it is, by choice.
        Uncleaned => "niet schoongemaakt",
    }
}

vocabulary! {
    /// What was found in a file and taken out.
    Removed {
        Place => "plaats",
        Device => "toestel",
        Author => "naam van de maker",
        History => "data en geschiedenis",
        Preview => "voorbeeldplaatje",
        Comments => "opmerkingen",
        Attachments => "bijlagen",
        Other => "andere verborgen gegevens",
    }
}

/// One file, as the item that it came with lists it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    pub bestand: FileId,
    /// As its sender called it; the desk shows a neutral name unless it asks.
    pub naam: String,
    /// Ending for a neutral name, from the content: `jpg`. Empty where the type is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub soort: String,
    /// Bytes of the file without its padding.
    pub grootte: u64,
    /// SHA-256 of the sealed file, in hexadecimal.
    pub sha256: String,
    pub toestand: Condition,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weggehaald: Vec<Removed>,
}

crate::field::redacted!(Attachment);

/// Whether two lists are of the same files as far as their sender can tell: what he chose, not what became of it.
pub fn same_files(one: &[Attachment], other: &[Attachment]) -> bool {
    let chosen =
        |files: &[Attachment]| -> Vec<_> { files.iter().map(|f| (f.naam.clone(), f.toestand, f.grootte)).collect() };
    chosen(one) == chosen(other)
}

/// Characters of a file's name that are kept.
const NAME: usize = 120;

impl Attachment {
    /// A name to save the file under that says nothing: `bestand-2.jpg`.
    pub fn neutral_name(&self, number: usize) -> String {
        let ending = if self.soort.is_empty() { "bin" } else { &self.soort };
        format!("bestand-{number}.{ending}")
    }
}

/// A file's name as a browser sent it, fit to be shown and kept: no folders, no control characters, nothing that turns
/// the direction of what follows. Where nothing is left: `bestand`.
pub fn file_name(typed: &str) -> String {
    let last = typed.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let clean: String = last.chars().filter(|c| !c.is_control() && !turns(*c)).collect();
    let clean = clean.trim().trim_start_matches('.');
    // Of a long name the end says what it is.
    let long = clean.chars().count().saturating_sub(NAME);
    let kept: String = clean.chars().skip(long).collect();
    if kept.is_empty() { "bestand".to_owned() } else { kept }
}

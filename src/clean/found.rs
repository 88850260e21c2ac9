//! What was found and taken out, in terms a person understands. Which words say so is for a page to choose.

use std::collections::BTreeSet;

use crate::{Limits, Result, bytes::holds, limits::Pace};

/// Something that a file told beside what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Removed {
    /// Where it was made: GPS, location names.
    Place,
    /// With what it was made: make, model, serial number, program, printer.
    Device,
    /// Who made, changed or signed it.
    Author,
    /// When it was made or changed.
    Dates,
    /// Earlier versions, and marks by which versions are recognised.
    History,
    /// A smaller, perhaps older, picture of the content.
    Thumbnail,
    /// Remarks hidden in the file.
    Comments,
    /// Other files inside it.
    Attachments,
    /// What runs when it is opened.
    Scripts,
    /// Data after its end or between its parts.
    Hidden,
    /// Colour profiles, identifiers and everything that is not needed to show it.
    OtherMetadata,
}

/// Collects what is found during one cleaning.
#[derive(Default)]
pub(crate) struct Found {
    list: BTreeSet<Removed>,
    looked_through: usize,
    pace: Pace,
}

/// Names by which metadata tells what it holds: of XMP, IPTC in XML, QuickTime, iTunes, ID3.
const NAMES: [(&[u8], Removed); 33] = [
    (b"GPS", Removed::Place),
    (b"location", Removed::Place),
    (b"\xa9xyz", Removed::Place),
    (b"loci", Removed::Place),
    (b"City", Removed::Place),
    (b"Make", Removed::Device),
    (b"\xa9mak", Removed::Device),
    (b"\xa9mod", Removed::Device),
    (b"\xa9too", Removed::Device),
    (b"\xa9swr", Removed::Device),
    (b"quicktime.m", Removed::Device),
    (b"SerialNumber", Removed::Device),
    (b"CreatorTool", Removed::Device),
    (b"Producer", Removed::Device),
    (b"TSSE", Removed::Device),
    (b"TENC", Removed::Device),
    (b"Lavf", Removed::Device),
    (b"creator", Removed::Author),
    (b"Author", Removed::Author),
    (b"By-line", Removed::Author),
    (b"\xa9ART", Removed::Author),
    (b"TPE1", Removed::Author),
    (b"TCOM", Removed::Author),
    (b"CreateDate", Removed::Dates),
    (b"ModifyDate", Removed::Dates),
    (b"creationdate", Removed::Dates),
    (b"\xa9day", Removed::Dates),
    (b"TYER", Removed::Dates),
    (b"TDRC", Removed::Dates),
    (b"History", Removed::History),
    (b"covr", Removed::Thumbnail),
    (b"APIC", Removed::Thumbnail),
    (b"GEOB", Removed::Attachments),
];

/// So much of a file's metadata is looked through to say what it was; all of it is taken out.
const LOOKED_THROUGH: usize = 1024 * 1024;

impl Found {
    pub fn new(limits: &Limits) -> Self {
        Self { pace: Pace::new(limits), ..Self::default() }
    }

    /// For loops over much: asks now and then whether to keep on. `bytes` says how much this step is.
    pub fn step(&self, bytes: usize) -> Result<()> {
        self.pace.step(bytes)
    }

    pub fn note(&mut self, removed: Removed) {
        self.list.insert(removed);
    }

    /// So much of a piece of metadata as may still be looked through.
    pub fn glance<'a>(&mut self, content: &'a [u8]) -> &'a [u8] {
        let content = content.get(..LOOKED_THROUGH - self.looked_through).unwrap_or(content);
        self.looked_through += content.len();
        content
    }

    /// A block of metadata whose inside is only looked at to say what it was.
    pub fn block(&mut self, content: &[u8]) {
        let content = self.glance(content);
        let mut named = NAMES.iter().filter(|(name, _)| holds(content, name)).map(|(_, removed)| *removed).peekable();
        if named.peek().is_none() {
            self.note(Removed::OtherMetadata);
        }
        self.list.extend(named);
    }

    pub fn into_list(self) -> Vec<Removed> {
        self.list.into_iter().collect()
    }
}

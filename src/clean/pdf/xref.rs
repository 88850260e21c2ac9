//! Where every object stands: the tables of the newest version and of those before it, in both forms.

use std::collections::BTreeSet;

use super::{
    filter,
    lexer::Lexer,
    object::{Dictionary, Object},
};
use crate::{
    CleanError, Limits, Result, bytes,
    found::{Found, Removed},
    limits::Budget,
};

/// Where one object stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Free,
    /// From the start of the file.
    At(u32),
    /// In a stream of objects, by its number and the place in it.
    In(u32, u16),
}

pub struct Table {
    /// By number, sorted.
    places: Vec<(u32, Place)>,
    pub root: u32,
}

/// Earlier versions of one document.
const VERSIONS: usize = 500;

struct Reading<'a, 'b> {
    input: &'a [u8],
    limit: usize,
    budget: &'b Budget,
    /// The newest first.
    places: Vec<(u32, Place)>,
}

impl Table {
    pub fn read(input: &[u8], limits: &Limits, budget: &Budget, found: &mut Found) -> Result<Self> {
        let mut next = vec![last_start(input, budget)?];
        let (mut seen, mut root) = (BTreeSet::new(), None);
        let mut reading = Reading { input, limit: limits.parts, budget, places: Vec::new() };
        while let Some(at) = next.pop() {
            if !seen.insert(at) || seen.len() > VERSIONS {
                return Err(CleanError::Damaged);
            }
            let trailer = reading.section(at)?;
            if trailer.get(b"Encrypt").is_some() {
                return Err(CleanError::Protected);
            }
            if root.is_none() {
                root = trailer.get(b"Root").and_then(Object::reference);
                note(&trailer, found);
            }
            // What stands in a table of both forms is looked at before earlier versions.
            next.extend([b"Prev".as_slice(), b"XRefStm"].iter().filter_map(|key| trailer.get(key)?.integer()));
        }
        if input.windows(5).filter(|bytes| *bytes == b"%%EOF").take(2).count() > 1 && !is_linear(input) {
            found.note(Removed::History);
        }
        let mut places = reading.places;
        // Stable: of several places of one object the first, and newest, stays.
        places.sort_by_key(|(number, _)| *number);
        places.dedup_by_key(|(number, _)| *number);
        Ok(Self { places, root: root.ok_or(CleanError::Damaged)? })
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The index of an object, if there is one.
    pub fn index(&self, number: u32) -> Option<usize> {
        self.places.binary_search_by_key(&number, |(number, _)| *number).ok()
    }

    pub fn place(&self, index: usize) -> Place {
        self.places.get(index).map_or(Place::Free, |(_, place)| *place)
    }
}

/// Says what the trailer told beside where the document begins.
fn note(trailer: &Dictionary<'_>, found: &mut Found) {
    if trailer.get(b"Info").is_some() {
        [Removed::Author, Removed::Device, Removed::Dates].into_iter().for_each(|removed| found.note(removed));
    }
    if trailer.get(b"ID").is_some() {
        found.note(Removed::OtherMetadata);
    }
}

/// A document made for reading over a network ends twice and has one version.
fn is_linear(input: &[u8]) -> bool {
    bytes::holds(input.get(..1024).unwrap_or(input), b"/Linearized")
}

fn last_start(input: &[u8], budget: &Budget) -> Result<usize> {
    let tail = input.len().saturating_sub(2048);
    let word = b"startxref";
    let at = input.get(tail..).and_then(|end| end.windows(word.len()).rposition(|bytes| bytes == word));
    Lexer::new(input, tail + at.ok_or(CleanError::Damaged)? + word.len(), budget).integer()
}

impl<'a, 'b> Reading<'a, 'b> {
    /// Reads one table; gives its trailer.
    fn section(&mut self, at: usize) -> Result<Dictionary<'a>> {
        let mut lexer = Lexer::new(self.input, at, self.budget);
        lexer.skip_space();
        if lexer.starts_with(b"xref") { self.table(lexer) } else { self.stream(lexer) }
    }

    fn add(&mut self, number: usize, place: Place) -> Result<()> {
        if self.places.len() >= self.limit {
            return Err(CleanError::TooMuchWork);
        }
        self.places.push((u32::try_from(number).map_err(|_| CleanError::Damaged)?, place));
        Ok(())
    }

    fn table(&mut self, mut lexer: Lexer<'a, 'b>) -> Result<Dictionary<'a>> {
        lexer.expect(b"xref")?;
        loop {
            lexer.skip_space();
            if lexer.starts_with(b"trailer") {
                lexer.at += b"trailer".len();
                let Object::Dictionary(trailer) = lexer.object()? else { return Err(CleanError::Damaged) };
                return Ok(trailer);
            }
            let (first, count) = (lexer.integer()?, lexer.integer()?);
            for number in 0..count {
                let (offset, _generation) = (lexer.integer()?, lexer.integer()?);
                lexer.skip_space();
                let place = match lexer.word() {
                    b"n" => Place::At(u32::try_from(offset).map_err(|_| CleanError::Damaged)?),
                    b"f" => Place::Free,
                    _ => return Err(CleanError::Damaged),
                };
                self.add(first.saturating_add(number), place)?;
            }
        }
    }

    fn stream(&mut self, mut lexer: Lexer<'a, 'b>) -> Result<Dictionary<'a>> {
        lexer.integer()?;
        lexer.integer()?;
        lexer.expect(b"obj")?;
        let Object::Dictionary(dictionary) = lexer.object()? else { return Err(CleanError::Damaged) };
        let len = dictionary.get(b"Length").and_then(Object::integer);
        let data = super::streams::data(&mut lexer, len)?;
        let content = filter::content(&dictionary, data, self.budget)?;
        let list =
            |key: &[u8]| -> Option<Vec<usize>> { dictionary.get(key)?.array()?.iter().map(Object::integer).collect() };
        let widths = list(b"W").filter(|widths| widths.len() == 3 && widths.iter().all(|width| *width <= 8));
        let widths = widths.ok_or(CleanError::Damaged)?;
        let size = dictionary.get(b"Size").and_then(Object::integer).ok_or(CleanError::Damaged)?;
        let ranges = list(b"Index").unwrap_or_else(|| vec![0, size]);
        let line = widths.iter().sum::<usize>().max(1);
        let mut lines = content.chunks_exact(line);
        for (first, count) in ranges.chunks_exact(2).map(|range| (range[0], range[1])) {
            for (number, line) in (0..count).zip(lines.by_ref()) {
                self.add(first.saturating_add(number), place(line, &widths)?)?;
            }
        }
        Ok(dictionary)
    }
}

fn place(line: &[u8], widths: &[usize]) -> Result<Place> {
    let mut at = 0;
    let mut fields = [1, 0, 0];
    for (field, width) in fields.iter_mut().zip(widths) {
        if *width > 0 {
            *field = bytes::be(line, at, *width)?;
        }
        at += width;
    }
    let short = |number: u64| u32::try_from(number).map_err(|_| CleanError::Damaged);
    match fields {
        [1, offset, _] => Ok(Place::At(short(offset)?)),
        [2, stream, index] => Ok(Place::In(short(stream)?, u16::try_from(index).map_err(|_| CleanError::Damaged)?)),
        _ => Ok(Place::Free),
    }
}

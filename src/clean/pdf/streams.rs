//! Fetching objects from where they stand: in the file, or in a stream of objects, some of which are kept inflated.

use std::rc::Rc;

use super::{
    filter,
    lexer::Lexer,
    object::{Indirect, Object},
    xref::{Place, Table},
};
use crate::{CleanError, Result, bytes, limits::Budget};

/// The bytes of a stream whose dictionary ends where the lexer stands.
pub fn data<'a>(lexer: &mut Lexer<'a>, len: Option<usize>) -> Result<&'a [u8]> {
    lexer.expect(b"stream")?;
    if lexer.peek() == Some(b'\r') {
        lexer.at += 1;
    }
    if lexer.peek() == Some(b'\n') {
        lexer.at += 1;
    }
    let rest = lexer.data.get(lexer.at..).ok_or(CleanError::Damaged)?;
    if let Some(data) = len.and_then(|len| rest.get(..len)) {
        let mut after = Lexer::new(rest, data.len());
        if after.expect(b"endstream").is_ok() {
            return Ok(data);
        }
    }
    // The length is wrong: programs that repair look for the end.
    let end = bytes::find(rest, b"endstream").ok_or(CleanError::Damaged)?;
    let data = rest.get(..end).unwrap_or_default();
    Ok(data.strip_suffix(b"\r\n").or_else(|| data.strip_suffix(b"\n")).unwrap_or(data))
}

/// An inflated stream of objects, with where each begins.
pub struct Inflated {
    number: u32,
    content: Vec<u8>,
    starts: Vec<u32>,
}

/// Fetches objects. Keeps what it inflated as long as all of it fits.
pub struct Source<'a> {
    input: &'a [u8],
    pub table: Table,
    inflated: Vec<Rc<Inflated>>,
    /// Bytes searched for the ends of streams that lie about their length, in units of the input.
    searched: usize,
}

impl<'a> Source<'a> {
    pub fn new(input: &'a [u8], table: Table) -> Self {
        Self { input, table, inflated: Vec::new(), searched: 0 }
    }

    /// The stream of objects that an object is in, if it is in one; the object is then read from it.
    pub fn holder(&mut self, place: Place, budget: &mut Budget) -> Result<Option<Rc<Inflated>>> {
        let Place::In(number, _) = place else { return Ok(None) };
        if let Some(at) = self.inflated.iter().position(|inflated| inflated.number == number) {
            let inflated = self.inflated.remove(at);
            self.inflated.push(Rc::clone(&inflated));
            return Ok(Some(inflated));
        }
        let place = self.table.index(number).map_or(Place::Free, |index| self.table.place(index));
        let Place::At(at) = place else { return Err(CleanError::Damaged) };
        let Indirect { object, stream } = self.at(at as usize, budget)?;
        let dictionary = object.dictionary().ok_or(CleanError::Damaged)?;
        let content = filter::content(dictionary, stream.ok_or(CleanError::Damaged)?, budget)?;
        let first = dictionary.get(b"First").and_then(Object::integer).ok_or(CleanError::Damaged)?;
        let mut lexer = Lexer::new(content.get(..first).ok_or(CleanError::Damaged)?, 0);
        let mut starts = Vec::new();
        while lexer.integer().is_ok() {
            let start = lexer.integer()?.checked_add(first).ok_or(CleanError::Damaged)?;
            starts.push(u32::try_from(start).map_err(|_| CleanError::Damaged)?);
        }
        let inflated = Rc::new(Inflated { number, content, starts });
        self.make_room(inflated.size());
        self.inflated.push(Rc::clone(&inflated));
        Ok(Some(inflated))
    }

    /// Forgets what was used longest ago.
    fn make_room(&mut self, size: usize) {
        while !self.inflated.is_empty()
            && self.inflated.iter().map(|inflated| inflated.size()).sum::<usize>() + size > filter::LARGEST
        {
            self.inflated.remove(0);
        }
    }

    /// The object at a place. One that is free or missing is null.
    pub fn object<'b>(
        &mut self,
        place: Place,
        holder: Option<&'b Inflated>,
        budget: &mut Budget,
    ) -> Result<Option<Indirect<'b>>>
    where
        'a: 'b,
    {
        match (place, holder) {
            (Place::Free, _) => Ok(None),
            (Place::At(at), _) => self.at(at as usize, budget).map(Some),
            (Place::In(_, index), Some(holder)) => {
                let Some(start) = holder.starts.get(usize::from(index)) else { return Ok(None) };
                let object = Lexer::new(&holder.content, *start as usize).object()?;
                Ok(Some(Indirect { object, stream: None }))
            }
            (Place::In(..), None) => Err(CleanError::Damaged),
        }
    }

    fn at(&mut self, at: usize, budget: &mut Budget) -> Result<Indirect<'a>> {
        let mut lexer = Lexer::new(self.input, at);
        lexer.integer()?;
        lexer.integer()?;
        lexer.expect(b"obj")?;
        let object = lexer.object()?;
        // Reading again and again what lies over each other is work too.
        budget.spend(lexer.at - at)?;
        lexer.skip_space();
        let Some(dictionary) = object.dictionary().filter(|_| lexer.starts_with(b"stream")) else {
            return Ok(Indirect { object, stream: None });
        };
        let len = match dictionary.get(b"Length") {
            Some(Object::Reference(number)) => self.number_at(*number),
            Some(length) => length.integer(),
            None => None,
        };
        let stream = data(&mut lexer, len)?;
        if len != Some(stream.len()) {
            self.searched += stream.len();
            if self.searched > 4 * self.input.len() {
                return Err(CleanError::TooMuchWork);
            }
        }
        Ok(Indirect { object, stream: Some(stream) })
    }

    /// A length that stands in an object of its own.
    fn number_at(&self, number: u32) -> Option<usize> {
        let Place::At(at) = self.table.place(self.table.index(number)?) else { return None };
        let mut lexer = Lexer::new(self.input, at as usize);
        lexer.integer().ok()?;
        lexer.integer().ok()?;
        lexer.expect(b"obj").ok()?;
        lexer.integer().ok()
    }
}

impl Inflated {
    fn size(&self) -> usize {
        self.content.len() + 4 * self.starts.len()
    }
}

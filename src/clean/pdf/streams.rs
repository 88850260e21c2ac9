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
pub fn data<'a>(lexer: &mut Lexer<'a, '_>, len: Option<usize>) -> Result<&'a [u8]> {
    lexer.expect(b"stream")?;
    if lexer.peek() == Some(b'\r') {
        lexer.at += 1;
    }
    if lexer.peek() == Some(b'\n') {
        lexer.at += 1;
    }
    let rest = lexer.data.get(lexer.at..).ok_or(CleanError::Damaged)?;
    if let Some(data) = len.and_then(|len| rest.get(..len)) {
        let mut after = Lexer::new(rest, data.len(), lexer.budget);
        if after.expect(b"endstream").is_ok() {
            return Ok(data);
        }
    }
    // The length is wrong: programs that repair look for the end.
    let end = bytes::find(rest, b"endstream").ok_or(CleanError::Damaged)?;
    lexer.budget.spend(end)?;
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
}

impl<'a> Source<'a> {
    pub fn new(input: &'a [u8], table: Table) -> Self {
        Self { input, table, inflated: Vec::new() }
    }

    /// The stream of objects that an object is in, if it is in one; the object is then read from it.
    pub fn holder(&mut self, place: Place, budget: &Budget) -> Result<Option<Rc<Inflated>>> {
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
        let mut lexer = Lexer::new(content.get(..first).ok_or(CleanError::Damaged)?, 0, budget);
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
        budget: &Budget,
    ) -> Result<Option<Indirect<'b>>>
    where
        'a: 'b,
    {
        match (place, holder) {
            (Place::Free, _) => Ok(None),
            (Place::At(at), _) => self.at(at as usize, budget).map(Some),
            (Place::In(_, index), Some(holder)) => {
                let Some(start) = holder.starts.get(usize::from(index)) else { return Ok(None) };
                let object = Lexer::new(&holder.content, *start as usize, budget).object()?;
                Ok(Some(Indirect { object, stream: None }))
            }
            (Place::In(..), None) => Err(CleanError::Damaged),
        }
    }

    fn at(&self, at: usize, budget: &Budget) -> Result<Indirect<'a>> {
        let mut lexer = Lexer::new(self.input, at, budget);
        lexer.integer()?;
        lexer.integer()?;
        lexer.expect(b"obj")?;
        let object = lexer.object()?;
        let Some(dictionary) = object.dictionary() else { return Ok(Indirect { object, stream: None }) };
        lexer.skip_space();
        lexer.pay()?;
        if !lexer.starts_with(b"stream") {
            return Ok(Indirect { object, stream: None });
        }
        let len = match dictionary.get(b"Length") {
            Some(Object::Reference(number)) => self.number_at(*number, budget),
            Some(length) => length.integer(),
            None => None,
        };
        Ok(Indirect { stream: Some(data(&mut lexer, len)?), object })
    }

    /// A length that stands in an object of its own.
    fn number_at(&self, number: u32, budget: &Budget) -> Option<usize> {
        let Place::At(at) = self.table.place(self.table.index(number)?) else { return None };
        let mut lexer = Lexer::new(self.input, at as usize, budget);
        lexer.integer().ok()?;
        lexer.integer().ok()?;
        lexer.expect(b"obj").ok()?;
        lexer.integer().ok()
    }
}

impl Inflated {
    /// Never nothing: a great many that are empty would be looked through for each object.
    fn size(&self) -> usize {
        4096 + self.content.len() + 4 * self.starts.len()
    }
}

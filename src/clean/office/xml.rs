//! Reading XML as it streams: no DTD, no entity of its own, no comment, no instruction; no more depth, no more at a time, no
//! longer names and no more in all than a document needs. `rewrite` writes it again as rules allow, `spaces` knows what a
//! prefix stands for.

mod rewrite;
mod spaces;

use std::{
    borrow::Cow,
    cell::Cell,
    io::{self, BufRead, Read},
    rc::Rc,
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event, attributes::Attribute},
};

pub use rewrite::{Becomes, Rules, rewrite};

use super::archive::{error, refusal};
use crate::{CleanError, Result};

const DEPTH: usize = 500;
/// Bytes of one tag or text.
const PIECE: usize = 4 * 1024 * 1024;

/// Bytes of a name of an element or attribute. Names of all that is open are held at one time.
const NAME: usize = 256;
/// Pieces of XML in all parts of a document together: a sheet of a million and a half cells has so many.
const EVENTS: u32 = 8_000_000;

/// How much XML one document may still ask to be read. The smallest pieces cost as much as larger ones: bytes alone do not
/// bound the work.
pub struct Work {
    left: u32,
}

impl Work {
    pub fn new() -> Self {
        Self { left: EVENTS }
    }

    fn spend(&mut self) -> Result<()> {
        self.left = self.left.checked_sub(1).ok_or(CleanError::TooMuchWork)?;
        Ok(())
    }
}

/// A reader that gives up when one piece of XML grows too long.
struct Metered<R> {
    inner: R,
    piece: Rc<Cell<usize>>,
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.piece.get() > PIECE { Err(error(CleanError::TooMuchWork)) } else { self.inner.fill_buf() }
    }

    fn consume(&mut self, amount: usize) {
        self.piece.set(self.piece.get() + amount);
        self.inner.consume(amount);
    }
}

/// Reads events until the end; `each` gets those that matter.
pub fn events(reader: impl BufRead, work: &mut Work, mut each: impl FnMut(Event<'_>) -> Result<()>) -> Result<()> {
    let piece = Rc::new(Cell::new(0));
    let mut reader = Reader::from_reader(Metered { inner: reader, piece: Rc::clone(&piece) });
    reader.config_mut().check_end_names = true;
    let (mut buffer, mut depth, mut any) = (Vec::new(), 0_usize, false);
    loop {
        buffer.clear();
        piece.set(0);
        work.spend()?;
        let event = reader.read_event_into(&mut buffer).map_err(of_xml)?;
        match &event {
            Event::Start(element) => {
                fits(element.name().as_ref())?;
                depth += 1;
            }
            Event::Empty(element) => fits(element.name().as_ref())?,
            Event::End(_) => depth = depth.checked_sub(1).ok_or(CleanError::Damaged)?,
            Event::DocType(_) => return Err(CleanError::Damaged),
            Event::GeneralRef(name) if !is_plain(name) => return Err(CleanError::Damaged),
            Event::Eof if depth == 0 && any => return Ok(()),
            Event::Eof => return Err(CleanError::Damaged),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            _ => {}
        }
        if depth > DEPTH {
            return Err(CleanError::TooMuchWork);
        }
        any |= matches!(event, Event::Start(_) | Event::Empty(_));
        each(event)?;
    }
}

fn fits(name: &str) -> Result<()> {
    if name.len() > NAME { Err(CleanError::TooMuchWork) } else { Ok(()) }
}

fn is_plain(name: &str) -> bool {
    name.starts_with('#') || ["lt", "gt", "amp", "quot", "apos"].contains(&name)
}

/// What an error of the XML reader was: ours, carried through, or the document's.
fn of_xml(error: quick_xml::Error) -> CleanError {
    match error {
        quick_xml::Error::Io(error) => match std::sync::Arc::try_unwrap(error) {
            Ok(error) => refusal(error),
            Err(_) => CleanError::Damaged,
        },
        _ => CleanError::Damaged,
    }
}

/// The part of a name after its prefix.
pub fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The value of an attribute, unescaped; one that cannot be is nothing.
pub fn plain<'a>(attribute: &'a Attribute<'_>) -> Cow<'a, str> {
    quick_xml::escape::unescape(&attribute.value).unwrap_or_default()
}

/// An attribute of an element by its local name, unescaped.
pub fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.attributes().with_checks(false).flatten().find(|a| local(a.key.as_ref()) == name)?;
    quick_xml::escape::unescape(&attribute.value).ok().map(Cow::into_owned)
}

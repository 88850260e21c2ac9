//! Rewriting XML as it streams: elements and attributes that rules refuse are left out. No DTD, no entity of its own, no
//! comment, no instruction; no more depth, and no more at a time, than a document needs.

use std::{
    borrow::Cow,
    cell::Cell,
    io::{self, BufRead, Read, Write},
    rc::Rc,
};

use quick_xml::{
    Reader, Writer,
    events::{BytesStart, BytesText, Event, attributes::Attribute},
};

use super::archive::{error, refusal};
use crate::{CleanError, Result};

const DEPTH: usize = 500;
/// Bytes of one tag or text.
const PIECE: usize = 4 * 1024 * 1024;

/// What becomes of an attribute or a text.
pub enum Becomes {
    Same,
    Nothing,
    Text(String),
}

/// What may stay. Names are local, without their prefix, unless said otherwise.
pub trait Rules {
    /// Whether an element stays, with all that it holds. `inside` are the names of those around it.
    fn keeps(&mut self, inside: &[String], element: &BytesStart<'_>) -> bool;
    fn attribute(&mut self, element: &str, attribute: &Attribute<'_>) -> Becomes;
    fn text(&mut self, inside: &[String], text: &str) -> Becomes;
    /// What an element holds instead of what it held.
    fn instead(&mut self, element: &str) -> Option<&'static str>;
    /// Is told a text that went that way.
    fn replaced(&mut self, element: &str, text: &str);
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
pub fn events(reader: impl BufRead, mut each: impl FnMut(Event<'_>) -> Result<()>) -> Result<()> {
    let piece = Rc::new(Cell::new(0));
    let mut reader = Reader::from_reader(Metered { inner: reader, piece: Rc::clone(&piece) });
    reader.config_mut().check_end_names = true;
    let (mut buffer, mut depth, mut any) = (Vec::new(), 0_usize, false);
    loop {
        buffer.clear();
        piece.set(0);
        let event = reader.read_event_into(&mut buffer).map_err(of_xml)?;
        match &event {
            Event::Start(_) => depth += 1,
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

/// Writes a document again as the rules allow.
pub fn rewrite(reader: impl BufRead, out: &mut dyn Write, rules: &mut dyn Rules) -> Result<()> {
    let mut writer = Writer::new(out);
    writer.get_mut().write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
    let (mut inside, mut left_out): (Vec<String>, usize) = (Vec::new(), 0);
    let mut replacing: Option<(String, &'static str)> = None;
    events(reader, |event| {
        match event {
            Event::Start(_) if left_out > 0 => left_out += 1,
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::Text(text) if left_out > 0 => {
                if let Some((name, _)) = replacing.as_ref().filter(|(_, instead)| *instead != &*text) {
                    rules.replaced(name, &text);
                }
            }
            _ if left_out > 0 => {}
            Event::Start(element) if rules.keeps(&inside, &element) => {
                let name = element.local_name().as_ref().to_owned();
                replacing = rules.instead(&name).map(|text| (name, text));
                if let Some((_, text)) = &replacing {
                    left_out = 1;
                    let start = attributes(&element, rules)?;
                    writer.write_event(Event::Start(start.borrow()))?;
                    writer.write_event(Event::Text(BytesText::new(text)))?;
                    writer.write_event(Event::End(start.to_end()))?;
                    return Ok(());
                }
                writer.write_event(Event::Start(attributes(&element, rules)?))?;
                inside.push(element.local_name().as_ref().to_owned());
            }
            Event::Start(_) => (left_out, replacing) = (1, None),
            Event::Empty(element) if rules.keeps(&inside, &element) => {
                writer.write_event(Event::Empty(attributes(&element, rules)?))?;
            }
            Event::Empty(_) => {}
            Event::End(end) => {
                inside.pop();
                writer.write_event(Event::End(end))?;
            }
            Event::Text(text) => match rules.text(&inside, &text) {
                // Only spaces may stand outside the root.
                _ if inside.is_empty() => {}
                Becomes::Same => writer.write_event(Event::Text(text))?,
                Becomes::Nothing => {}
                Becomes::Text(other) => writer.write_event(Event::Text(BytesText::new(&other)))?,
            },
            other => writer.write_event(other)?,
        }
        Ok(())
    })
}

fn attributes(element: &BytesStart<'_>, rules: &mut dyn Rules) -> Result<BytesStart<'static>> {
    let mut written = BytesStart::new(element.name().as_ref().to_owned());
    // Checking for names that stand twice is quadratic; a document that has them is broken on its own account.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| CleanError::Damaged)?;
        match rules.attribute(element.local_name().as_ref(), &attribute) {
            Becomes::Nothing => {}
            Becomes::Text(text) => {
                written.push_attribute((attribute.key.as_ref(), text.as_str()));
            }
            // As it stands; what stood in single quotes may hold double ones.
            Becomes::Same => {
                let value = Cow::Owned(attribute.value.replace('"', "&quot;"));
                written.push_attribute(Attribute { key: attribute.key, value });
            }
        }
    }
    Ok(written)
}

/// An attribute of an element by its local name, unescaped.
pub fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.attributes().with_checks(false).flatten().find(|a| local(a.key.as_ref()) == name)?;
    quick_xml::escape::unescape(&attribute.value).ok().map(Cow::into_owned)
}

//! Writing XML again as rules allow: elements and attributes that they refuse are left out, and whatever they say, no
//! attribute keeps a path of somebody's disk.

use std::{
    borrow::Cow,
    io::{BufRead, BufWriter, Write},
};

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesEnd, BytesStart, BytesText, Event, attributes::Attribute},
};

use super::{
    super::paths,
    Work, events, fits, plain,
    spaces::{Spaces, declared},
};
use crate::{CleanError, Result, found::Removed};

/// Bytes of a text that is judged as a whole: the longest formula or code of a field, with much room.
const JUDGED: usize = 1024 * 1024;
/// What is written goes on in pieces of this size: packing costs by the call.
const WRITTEN: usize = 32 * 1024;

/// What becomes of an attribute or a text.
pub enum Becomes {
    Same,
    Nothing,
    Text(String),
}

/// What may stay. Names have the prefix by which `spaces` knows their namespace, or as they stand.
pub trait Rules {
    /// Whether an element stays, with all that it holds. `depth` counts those around it.
    fn keeps(&mut self, depth: usize, name: &str, element: &BytesStart<'_>) -> Result<bool>;
    fn attribute(&mut self, element: &str, name: &str, attribute: &Attribute<'_>) -> Result<Becomes>;
    /// Whether the text of an element is judged, by `whole`. Such an element keeps no element within it.
    fn judges(&self, element: &str) -> bool;
    fn whole(&mut self, element: &str, text: &str) -> Result<Becomes>;
    /// Is told what else was taken out.
    fn removed(&mut self, removed: Removed);
}

/// An element whose text is collected before it is judged.
struct Judged {
    name: String,
    text: String,
    end: BytesEnd<'static>,
}

struct Rewriter<'a, W: Write> {
    writer: Writer<W>,
    rules: &'a mut dyn Rules,
    spaces: Spaces,
    depth: usize,
    /// Elements open within one that is left out, that one included.
    left_out: usize,
    judged: Option<Judged>,
}

/// Writes a document again as the rules allow.
pub fn rewrite(reader: impl BufRead, out: &mut dyn Write, work: &mut Work, rules: &mut dyn Rules) -> Result<()> {
    let mut writer = Writer::new(BufWriter::with_capacity(WRITTEN, out));
    writer.get_mut().write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
    let mut rewriter = Rewriter { writer, rules, spaces: Spaces::default(), depth: 0, left_out: 0, judged: None };
    events(reader, work, |event| if rewriter.left_out > 0 { rewriter.skip(&event) } else { rewriter.write(event) })?;
    Ok(rewriter.writer.get_mut().flush()?)
}

impl<W: Write> Rewriter<'_, W> {
    fn write(&mut self, event: Event<'_>) -> Result<()> {
        match event {
            Event::Start(element) => self.start(element)?,
            Event::Empty(element) => {
                if let Some((_, written)) = self.element(&element)? {
                    self.writer.write_event(Event::Empty(written))?;
                }
                self.spaces.leave(self.depth);
            }
            Event::End(end) => {
                self.depth = self.depth.checked_sub(1).ok_or(CleanError::Damaged)?;
                self.spaces.leave(self.depth);
                self.writer.write_event(Event::End(end))?;
            }
            // Only spaces may stand outside the root.
            Event::Text(_) if self.depth == 0 => {}
            other => self.writer.write_event(other)?,
        }
        Ok(())
    }

    fn start(&mut self, element: BytesStart<'_>) -> Result<()> {
        let Some((name, written)) = self.element(&element)? else {
            self.spaces.leave(self.depth);
            self.left_out = 1;
            return Ok(());
        };
        if self.rules.judges(&name) {
            self.left_out = 1;
            self.judged = Some(Judged { name, text: String::new(), end: element.to_end().into_owned() });
        } else {
            self.depth += 1;
        }
        Ok(self.writer.write_event(Event::Start(written))?)
    }

    /// An element's name and what is written of it, if it stays.
    fn element(&mut self, element: &BytesStart<'_>) -> Result<Option<(String, BytesStart<'static>)>> {
        self.spaces.enter(self.depth, element)?;
        let name = element.name();
        let name = self.spaces.element(name.as_ref());
        if !self.rules.keeps(self.depth, &name, element)? {
            return Ok(None);
        }
        let written = attributes(&name, element, &self.spaces, self.rules)?;
        Ok(Some((name.into_owned(), written)))
    }

    /// Passes over what an element holds that is left out or judged.
    fn skip(&mut self, event: &Event<'_>) -> Result<()> {
        match event {
            Event::Start(_) => self.left_out += 1,
            Event::End(_) => {
                self.left_out -= 1;
                if self.left_out == 0
                    && let Some(judged) = self.judged.take()
                {
                    self.judge(judged)?;
                }
            }
            Event::Text(text) => self.collect(text)?,
            Event::CData(text) => self.collect(text)?,
            Event::GeneralRef(name) => {
                let text = format!("&{};", &**name);
                let text = quick_xml::escape::unescape(&text).map_err(|_| CleanError::Damaged)?;
                self.collect(&text)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn collect(&mut self, text: &str) -> Result<()> {
        if let Some(judged) = self.judged.as_mut().filter(|_| self.left_out == 1) {
            if judged.text.len() + text.len() > JUDGED {
                return Err(CleanError::TooMuchWork);
            }
            judged.text.push_str(text);
        }
        Ok(())
    }

    fn judge(&mut self, judged: Judged) -> Result<()> {
        let Judged { name, text, end } = judged;
        let text = match self.rules.whole(&name, &text)? {
            Becomes::Same => text,
            Becomes::Nothing => String::new(),
            Becomes::Text(other) => other,
        };
        self.spaces.leave(self.depth);
        self.writer.write_event(Event::Text(BytesText::from_escaped(partial_escape(&text))))?;
        Ok(self.writer.write_event(Event::End(end))?)
    }
}

fn attributes(
    name: &str,
    element: &BytesStart<'_>,
    spaces: &Spaces,
    rules: &mut dyn Rules,
) -> Result<BytesStart<'static>> {
    let mut written = BytesStart::new(element.name().as_ref().to_owned());
    // Checking for names that stand twice is quadratic; a document that has them is broken on its own account.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| CleanError::Damaged)?;
        let key = attribute.key.as_ref();
        fits(key)?;
        let becomes = match declared(key) {
            Some(_) => Becomes::Same,
            None => rules.attribute(name, &spaces.attribute(key), &attribute)?,
        };
        match without_path(key, &attribute, becomes, rules) {
            Becomes::Nothing => {}
            Becomes::Text(text) => written.push_attribute((key, text.as_str())),
            // As it stands; what stood in single quotes may hold double ones.
            Becomes::Same => {
                let value = Cow::Owned(attribute.value.replace('"', "&quot;"));
                written.push_attribute(Attribute { key: attribute.key, value });
            }
        }
    }
    Ok(written)
}

/// The last net, under all rules.
fn without_path(key: &str, attribute: &Attribute<'_>, becomes: Becomes, rules: &mut dyn Rules) -> Becomes {
    let tells = match &becomes {
        Becomes::Nothing => false,
        Becomes::Text(text) => paths::tells(text),
        Becomes::Same => paths::tells(&plain(attribute)),
    };
    if !tells {
        return becomes;
    }
    rules.removed(Removed::OtherMetadata);
    // A prefix must stand for something.
    Becomes::Text(if declared(key).is_some() { "urn:x".to_owned() } else { String::new() })
}

//! Writing the new document: every object of the queue as the rules leave it, then where each stands.

use std::io::{self, Write};

use super::{
    filter,
    object::{Dictionary, Object},
    rules::{self, Fate, Role},
    walk::Walk,
};
use crate::{
    CleanError, Result,
    found::Removed,
    image::{jp2, jpeg},
};

const HEAD: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
/// An image that is packed twice is unpacked once, to be cleaned.
const IMAGE: usize = 16 * 1024 * 1024;

struct Counted<'w> {
    inner: &'w mut dyn Write,
    count: u64,
}

impl Write for Counted<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(buffer)?;
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl Walk<'_, '_> {
    pub fn write(mut self, out: &mut dyn Write) -> Result<()> {
        let mut out = Counted { inner: out, count: 0 };
        out.write_all(HEAD)?;
        let mut offsets: Vec<u32> = Vec::new();
        while let Some((index, role)) = self.queue.get(offsets.len()).copied() {
            offsets.push(u32::try_from(out.count).map_err(|_| CleanError::TooLarge)?);
            writeln!(out, "{} 0 obj", offsets.len())?;
            let in_tree = offsets.len() <= self.tree;
            self.indirect(index as usize, role, in_tree, &mut out)?;
            out.write_all(b"\nendobj\n")?;
        }
        let start = out.count;
        writeln!(out, "xref\n0 {}\n0000000000 65535 f ", offsets.len() + 1)?;
        for offset in &offsets {
            writeln!(out, "{offset:010} 00000 n ")?;
        }
        writeln!(out, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", offsets.len() + 1)?;
        Ok(())
    }

    fn indirect(&mut self, index: usize, role: Role, in_tree: bool, out: &mut Counted<'_>) -> Result<()> {
        let held = self.hold_index(index)?;
        let Some(indirect) = self.read(&held)? else { return Ok(out.write_all(b"null")?) };
        let Some(dictionary) = indirect.object.dictionary() else { return self.value(&indirect.object, role, out) };
        let role = rules::role_of(role, dictionary);
        // A page outside the tree was taken out of the document, and something still points at it.
        if role == Role::Pages && !in_tree {
            self.found.note(Removed::History);
            return Ok(out.write_all(b"null")?);
        }
        match indirect.stream {
            None => self.value(&indirect.object, role, out),
            Some(_) if rules::is_refused(role, dictionary).is_some() => self.value(&indirect.object, role, out),
            Some(data) => self.stream(dictionary, data, role, out),
        }
    }

    fn value(&mut self, object: &Object<'_>, role: Role, out: &mut Counted<'_>) -> Result<()> {
        match object {
            Object::Plain(text) => out.write_all(text)?,
            Object::Name(name) => {
                out.write_all(b"/")?;
                out.write_all(name)?;
            }
            Object::Reference(number) => match self.number(*number, role)? {
                Some(number) => write!(out, "{number} 0 R")?,
                None => out.write_all(b"null")?,
            },
            Object::Array(list) => self.array(list, role, out)?,
            Object::Dictionary(dictionary) => {
                let role = rules::role_of(role, dictionary);
                match rules::is_refused(role, dictionary) {
                    Some(removed) => {
                        self.found.note(removed);
                        out.write_all(b"null")?;
                    }
                    None => {
                        out.write_all(b"<<")?;
                        self.entries(dictionary, role, false, out)?;
                        out.write_all(b">>")?;
                    }
                }
            }
        }
        Ok(())
    }

    fn array(&mut self, list: &[Object<'_>], role: Role, out: &mut Counted<'_>) -> Result<()> {
        if let [Object::Name(b"ICCBased"), profile] = list {
            self.found.note(Removed::OtherMetadata);
            return Ok(out.write_all(self.plain_colours(profile)?)?);
        }
        out.write_all(b"[")?;
        let mut first = true;
        for element in list {
            // Nothing may stand in a list of annotations where one was.
            if matches!(role, Role::Annotation | Role::Field) && self.is_refused(element, role)? {
                continue;
            }
            if !first {
                out.write_all(b" ")?;
            }
            first = false;
            self.value(element, role, out)?;
        }
        Ok(out.write_all(b"]")?)
    }

    /// Looks ahead at what an entry leads to.
    fn is_refused(&mut self, object: &Object<'_>, role: Role) -> Result<bool> {
        let removed = match object {
            Object::Reference(number) => self.look_ahead(*number, role)?,
            object => refusal(object, role),
        };
        removed.into_iter().for_each(|removed| self.found.note(removed));
        Ok(removed.is_some())
    }

    /// Looks at an object once, however many refer to it.
    fn look_ahead(&mut self, number: u32, role: Role) -> Result<Option<Removed>> {
        let Some(index) = self.source.table.index(number) else { return Ok(None) };
        if let Some(known) = self.looked_at.get(&(index, role)) {
            return Ok(*known);
        }
        let held = self.hold_index(index)?;
        let removed = self.read(&held)?.and_then(|indirect| refusal(&indirect.object, role));
        self.looked_at.insert((index, role), removed);
        Ok(removed)
    }

    /// The device's own colours, by how many a profile speaks of.
    fn plain_colours(&mut self, profile: &Object<'_>) -> Result<&'static [u8]> {
        let Some(held) = profile.reference().map(|number| self.hold(number)).transpose()?.flatten() else {
            return Err(CleanError::Damaged);
        };
        let profile = self.read(&held)?;
        match profile.and_then(|profile| profile.object.dictionary()?.get(b"N")?.integer()) {
            Some(1) => Ok(b"/DeviceGray"),
            Some(3) => Ok(b"/DeviceRGB"),
            Some(4) => Ok(b"/DeviceCMYK"),
            _ => Err(CleanError::Damaged),
        }
    }

    fn entries(&mut self, dictionary: &Dictionary<'_>, role: Role, stream: bool, out: &mut Counted<'_>) -> Result<()> {
        for (key, value) in &dictionary.0 {
            let inner = match rules::fate(role, key, stream) {
                Fate::Keep(inner) => inner,
                Fate::Drop(removed) => {
                    removed.into_iter().for_each(|removed| self.found.note(removed));
                    continue;
                }
            };
            let single = matches!(inner, Role::Action | Role::Annotation | Role::Field);
            if single && !matches!(value, Object::Array(_)) && self.is_refused(value, inner)? {
                continue;
            }
            out.write_all(b"/")?;
            out.write_all(key)?;
            out.write_all(b" ")?;
            self.value(value, inner, out)?;
        }
        Ok(())
    }

    fn stream(&mut self, dictionary: &Dictionary<'_>, data: &[u8], role: Role, out: &mut Counted<'_>) -> Result<()> {
        let filters = filter::filters(dictionary).ok_or(CleanError::Damaged)?;
        self.streams_left = self.streams_left.checked_sub(data.len()).ok_or(CleanError::Damaged)?;
        match *filters {
            [b"DCTDecode"] => {
                self.picture(dictionary, role, out, |out, found| jpeg::clean(data, out, jpeg::Role::Embedded, found))
            }
            [b"FlateDecode", b"DCTDecode"] => {
                let content = filter::inflate(data, IMAGE, self.budget)?;
                let mut plain = Dictionary::default();
                let packing = |key: &[u8]| key == b"Filter" || key == b"DecodeParms";
                plain.0.extend(dictionary.0.iter().filter(|(key, _)| !packing(key)).cloned());
                plain.0.push((b"Filter", Object::Name(b"DCTDecode")));
                self.picture(&plain, role, out, |out, found| jpeg::clean(&content, out, jpeg::Role::Embedded, found))
            }
            [b"JPXDecode"] => self.picture(dictionary, role, out, |out, found| jp2::clean(data, out, found)),
            // A picture under other wrappings would pass unseen.
            _ if filters.iter().any(|filter| matches!(*filter, b"DCTDecode" | b"JPXDecode" | b"Crypt")) => {
                Err(CleanError::UnknownType)
            }
            _ => {
                self.head(dictionary, role, data.len() as u64, out)?;
                out.write_all(data)?;
                Ok(out.write_all(b"\nendstream")?)
            }
        }
    }

    /// A picture is cleaned twice: once to know how long it is, once to write it.
    fn picture(
        &mut self,
        dictionary: &Dictionary<'_>,
        role: Role,
        out: &mut Counted<'_>,
        clean: impl Fn(&mut dyn Write, &mut crate::found::Found) -> Result<()>,
    ) -> Result<()> {
        let mut nowhere = io::sink();
        let mut measure = Counted { inner: &mut nowhere, count: 0 };
        clean(&mut measure, self.found)?;
        let len = measure.count;
        self.head(dictionary, role, len, out)?;
        clean(out, self.found)?;
        Ok(out.write_all(b"\nendstream")?)
    }

    fn head(&mut self, dictionary: &Dictionary<'_>, role: Role, len: u64, out: &mut Counted<'_>) -> Result<()> {
        out.write_all(b"<<")?;
        self.entries(dictionary, role, true, out)?;
        Ok(write!(out, "/Length {len}>>\nstream\n")?)
    }
}

fn refusal(object: &Object<'_>, role: Role) -> Option<Removed> {
    let dictionary = object.dictionary()?;
    rules::is_refused(rules::role_of(role, dictionary), dictionary)
}

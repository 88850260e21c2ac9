//! Writing a zip archive as a stream: one time for all parts, no extra fields, no comments.

use std::io::{self, Write};

use flate2::{Compression, Crc, write::DeflateEncoder};

use crate::{CleanError, Result};

/// 1 January 1980, 00:00, where zip begins.
const TIME_AND_DATE: u32 = 0x0021_0000;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// Sizes follow the data; names are UTF-8.
const STREAMED: u16 = 0x0808;

struct Entry {
    name: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed: u32,
    len: u32,
    offset: u32,
}

pub struct Writer<'w> {
    out: Counted<'w>,
    entries: Vec<Entry>,
}

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

/// What is written of a part: summed before it is packed.
struct Summed<W> {
    inner: W,
    crc: Crc,
    count: u64,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(buffer)?;
        self.crc.update(&buffer[..written]);
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

fn small(number: u64) -> Result<u32> {
    u32::try_from(number).map_err(|_| CleanError::TooLarge)
}

impl Entry {
    /// What the head of a part and its line in the directory have in common.
    fn fields(&self) -> Vec<u8> {
        let mut fields = Vec::with_capacity(26);
        fields.extend_from_slice(&20_u16.to_le_bytes());
        fields.extend_from_slice(&self.flags.to_le_bytes());
        fields.extend_from_slice(&self.method.to_le_bytes());
        for number in [TIME_AND_DATE, self.crc, self.packed, self.len] {
            fields.extend_from_slice(&number.to_le_bytes());
        }
        fields.extend_from_slice(&(self.name.len() as u16).to_le_bytes());
        fields.extend_from_slice(&[0, 0]);
        fields
    }
}

impl<'w> Writer<'w> {
    pub fn new(out: &'w mut dyn Write) -> Self {
        Self { out: Counted { inner: out, count: 0 }, entries: Vec::new() }
    }

    fn head(&mut self, entry: &Entry) -> Result<()> {
        self.out.write_all(b"PK\x03\x04")?;
        self.out.write_all(&entry.fields())?;
        Ok(self.out.write_all(entry.name.as_bytes())?)
    }

    /// A short part, as it is.
    pub fn store(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let mut crc = Crc::new();
        crc.update(content);
        let len = small(content.len() as u64)?;
        let offset = small(self.out.count)?;
        let name = name.to_owned();
        let entry = Entry { name, flags: 0, method: STORED, crc: crc.sum(), packed: len, len, offset };
        self.head(&entry)?;
        self.out.write_all(content)?;
        self.entries.push(entry);
        Ok(())
    }

    /// A part that `write` writes.
    pub fn deflate(
        &mut self,
        name: &str,
        level: Compression,
        write: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        let offset = small(self.out.count)?;
        let name = name.to_owned();
        let mut entry = Entry { name, flags: STREAMED, method: DEFLATED, crc: 0, packed: 0, len: 0, offset };
        self.head(&entry)?;
        let start = self.out.count;
        {
            // Its encoder writes when it is dropped: it must be gone before the sizes are told.
            let encoder = DeflateEncoder::new(&mut self.out, level);
            let mut summed = Summed { inner: encoder, crc: Crc::new(), count: 0 };
            write(&mut summed)?;
            (entry.crc, entry.len) = (summed.crc.sum(), small(summed.count)?);
            summed.inner.finish()?;
        }
        entry.packed = small(self.out.count - start)?;
        self.out.write_all(b"PK\x07\x08")?;
        for number in [entry.crc, entry.packed, entry.len] {
            self.out.write_all(&number.to_le_bytes())?;
        }
        self.entries.push(entry);
        Ok(())
    }

    pub fn finish(mut self) -> Result<()> {
        let start = small(self.out.count)?;
        for entry in &self.entries {
            self.out.write_all(b"PK\x01\x02\x14\x03")?;
            self.out.write_all(&entry.fields())?;
            self.out.write_all(&[0; 10])?;
            self.out.write_all(&entry.offset.to_le_bytes())?;
            self.out.write_all(entry.name.as_bytes())?;
        }
        let len = small(self.out.count)? - start;
        let count = (self.entries.len() as u16).to_le_bytes();
        self.out.write_all(b"PK\x05\x06\0\0\0\0")?;
        self.out.write_all(&[count, count].concat())?;
        self.out.write_all(&len.to_le_bytes())?;
        self.out.write_all(&start.to_le_bytes())?;
        Ok(self.out.write_all(&[0, 0])?)
    }
}

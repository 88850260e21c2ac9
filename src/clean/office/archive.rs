//! Reading a zip archive that may be hostile: every part once, none over another, no more bytes than it says.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read},
};

use flate2::{Crc, bufread::DeflateDecoder};
use rawzip::{CompressionMethod, ZipArchive};

use crate::{CleanError, Limits, Result, limits::Budget};

/// More parts than a document of a thousand pictures has.
const PARTS: usize = 10_000;
const NAME: usize = 512;

/// One part, packed as it stands in the input.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    packed: &'a [u8],
    deflated: bool,
    len: u64,
    crc: u32,
}

/// An archive's parts by name.
pub struct Archive<'a> {
    parts: BTreeMap<&'a str, Part<'a>>,
}

impl<'a> Archive<'a> {
    pub fn open(input: &'a [u8], limits: &Limits) -> Result<Self> {
        let archive = ZipArchive::from_slice(input).map_err(|_| CleanError::Damaged)?;
        let (mut parts, mut covered) = (BTreeMap::new(), Vec::new());
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| CleanError::Damaged)? {
            if parts.len() == PARTS.min(limits.parts) {
                return Err(CleanError::TooMuchWork);
            }
            let local = archive.get_entry(entry.wayfinder()).map_err(|_| CleanError::Damaged)?;
            let (start, end) = local.compressed_data_range();
            let packed = crate::bytes::slice(input, start as usize, (end - start) as usize)?;
            covered.push((entry.local_header_offset(), end));
            let central = crate::bytes::slice(input, entry.central_directory_offset() as usize, 46)?;
            let name_len = usize::from(u16::from_le_bytes([central[28], central[29]]));
            let name = crate::bytes::slice(input, entry.central_directory_offset() as usize + 46, name_len)?;
            let local_name = crate::bytes::slice(input, entry.local_header_offset() as usize + 30, name_len)?;
            let name = std::str::from_utf8(name).map_err(|_| CleanError::Damaged)?;
            if entry.flags().is_encrypted() {
                return Err(CleanError::Protected);
            }
            let method = entry.compression_method();
            let sound = local_name == name.as_bytes()
                && (method == CompressionMethod::STORE || method == CompressionMethod::DEFLATE)
                && name.len() <= NAME;
            let deflated = method == CompressionMethod::DEFLATE;
            let part = Part { packed, deflated, len: entry.uncompressed_size_hint(), crc: entry.crc32() };
            // Folders are no parts. A name that stands twice would be read in two ways.
            if !sound || !name.ends_with('/') && parts.insert(name, part).is_some() {
                return Err(CleanError::Damaged);
            }
        }
        covered.sort_unstable();
        let apart = covered.windows(2).all(|pair| pair[0].1 <= pair[1].0);
        if apart { Ok(Self { parts }) } else { Err(CleanError::Damaged) }
    }

    pub fn part(&self, name: &str) -> Option<Part<'a>> {
        self.parts.get(name).copied()
    }

    /// A name as it stands in the input.
    pub fn name(&self, name: &str) -> Option<&'a str> {
        self.parts.get_key_value(name).map(|(name, _)| *name)
    }

    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.parts.keys().copied()
    }
}

impl<'a> Part<'a> {
    /// Its content as a stream, with the error of a part that is not what it says it is.
    pub fn reader<'b>(self, budget: &'b mut Budget) -> impl BufRead + use<'a, 'b> {
        let packed = self.packed;
        let inner: Box<dyn Read + 'a> =
            if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { Box::new(packed) };
        BufReader::with_capacity(32 * 1024, Checked { inner, left: self.len, crc: Crc::new(), sum: self.crc, budget })
    }

    /// All of it, when it is no longer than `limit`.
    pub fn whole(self, limit: usize, budget: &mut Budget) -> Result<Vec<u8>> {
        if self.len > limit as u64 {
            return Err(CleanError::TooLarge);
        }
        let mut content = Vec::with_capacity(self.len as usize);
        self.reader(budget).read_to_end(&mut content).map_err(refusal)?;
        Ok(content)
    }

    /// How it begins, for recognising what it is.
    pub fn start(self, budget: &mut Budget) -> Vec<u8> {
        let mut start = Vec::new();
        let _ = self.reader(budget).take(64).read_to_end(&mut start);
        start
    }
}

struct Checked<'b, R> {
    inner: R,
    left: u64,
    crc: Crc,
    sum: u32,
    budget: &'b mut Budget,
}

impl<R: Read> Read for Checked<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer).map_err(|_| error(CleanError::Damaged))?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| error(CleanError::Damaged))?;
        self.budget.spend(read).map_err(error)?;
        self.crc.update(&buffer[..read]);
        if read == 0 && !buffer.is_empty() && (self.left > 0 || self.crc.sum() != self.sum) {
            return Err(error(CleanError::Damaged));
        }
        Ok(read)
    }
}

/// Carries a refusal through a reader.
pub fn error(refusal: CleanError) -> io::Error {
    io::Error::other(refusal)
}

/// The refusal that a reader carried; any other error of reading memory means that it is damaged.
pub fn refusal(error: io::Error) -> CleanError {
    error.downcast().unwrap_or(CleanError::Damaged)
}

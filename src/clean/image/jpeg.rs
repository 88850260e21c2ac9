//! JPEG (ITU T.81): the segments a decoder needs, and nothing after the end of the picture. Colour profiles go too: many
//! name the camera or the screen. Colours of a wide gamut become a little duller.

use std::io::Write;

use super::exif::Orientation;
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

/// Where a JPEG stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A file of its own: shown as EXIF says it is turned; it must be whole.
    File,
    /// A picture in a document: viewers do not look at EXIF there, and the end may lack.
    Embedded,
}

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

struct Picture<'a> {
    out: &'a mut dyn Write,
    found: &'a mut Found,
    role: Role,
    jfif: bool,
    /// The colour transform of an Adobe segment: decoders need it.
    adobe: Option<u8>,
    orientation: Option<Orientation>,
    /// Whether the head was written: what it tells stands before the tables.
    begun: bool,
    frame: bool,
    scan: bool,
}

pub fn clean(input: &[u8], out: &mut dyn Write, role: Role, found: &mut Found) -> Result<()> {
    if !input.starts_with(&[0xff, SOI]) {
        return Err(CleanError::Damaged);
    }
    let mut picture = Picture {
        out,
        found,
        role,
        jfif: false,
        adobe: None,
        orientation: None,
        begun: false,
        frame: false,
        scan: false,
    };
    let mut at = 2;
    loop {
        let Some((marker, body)) = marker(input, at)? else {
            // Cut off. Viewers of documents do not mind where the scan is there.
            return if role == Role::Embedded { picture.end(&[]) } else { Err(CleanError::Damaged) };
        };
        if marker == EOI {
            return picture.end(input.get(body..).unwrap_or_default());
        }
        let len = usize::from(bytes::be16(input, body)?);
        let content = bytes::slice(input, body + 2, len.checked_sub(2).ok_or(CleanError::Damaged)?)?;
        at = body + len;
        picture.found.step(len)?;
        picture.segment(marker, content)?;
        if marker == SOS {
            let end = end_of_scan(input, at);
            picture.out.write_all(bytes::slice(input, at, end - at)?)?;
            at = end;
        }
    }
}

/// The marker at `at` and where what follows it begins; `None` at the end of the data.
fn marker(input: &[u8], mut at: usize) -> Result<Option<(u8, usize)>> {
    if at >= input.len() {
        return Ok(None);
    }
    if bytes::u8(input, at)? != 0xff {
        return Err(CleanError::Damaged);
    }
    while bytes::u8(input, at)? == 0xff {
        at += 1;
    }
    Ok(Some((bytes::u8(input, at)?, at + 1)))
}

/// Where the next marker stands that is none of the scan's own: escaped bytes, restarts, filling.
fn end_of_scan(input: &[u8], mut at: usize) -> usize {
    while let Some(next) = input.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xff)) {
        at += next;
        match input.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            _ => return at,
        }
    }
    input.len()
}

impl Picture<'_> {
    fn segment(&mut self, marker: u8, content: &[u8]) -> Result<()> {
        match marker {
            0xe0 if content.starts_with(b"JFIF\0") => {
                self.jfif = true;
                if content.len() > 14 {
                    self.found.note(Removed::Thumbnail);
                }
            }
            0xe0 if content.starts_with(b"JFXX\0") => self.found.note(Removed::Thumbnail),
            0xe1 => self.app1(content),
            0xee if content.starts_with(b"Adobe") => self.adobe = content.get(11).copied(),
            0xe2 if content.starts_with(b"MPF\0") => self.found.note(Removed::Thumbnail),
            0xe0..=0xef => self.found.block(content),
            0xfe => self.found.note(Removed::Comments),
            // Frames (not hierarchical ones), tables, restart interval, scan, number of lines.
            0xc0..=0xc4 | 0xc6 | 0xc7 | 0xc9..=0xcf | 0xdb..=0xdd | SOS => {
                self.frame |= !matches!(marker, 0xc4 | 0xcc | 0xdb..=0xdd | SOS);
                self.scan |= marker == SOS;
                if self.scan && !self.frame {
                    return Err(CleanError::Damaged);
                }
                self.begin()?;
                self.write(marker, content)?;
            }
            _ => return Err(CleanError::Damaged),
        }
        Ok(())
    }

    fn app1(&mut self, content: &[u8]) {
        match content.strip_prefix(b"Exif\0\0".as_slice()) {
            Some(tiff) => {
                let orientation = Orientation::read(tiff, self.found);
                self.orientation = self.orientation.or(orientation.filter(|_| self.role == Role::File));
            }
            None => self.found.block(content),
        }
    }

    fn begin(&mut self) -> Result<()> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        self.out.write_all(&[0xff, SOI])?;
        if self.jfif {
            self.write(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")?;
        }
        if let Some(orientation) = self.orientation {
            let mut exif = b"Exif\0\0".to_vec();
            exif.extend_from_slice(&orientation.as_tiff());
            self.write(0xe1, &exif)?;
        }
        if let Some(transform) = self.adobe {
            let mut adobe = *b"Adobe\0\x64\0\0\0\0\0";
            adobe[11] = transform;
            self.write(0xee, &adobe)?;
        }
        Ok(())
    }

    fn write(&mut self, marker: u8, content: &[u8]) -> Result<()> {
        let len = u16::try_from(content.len() + 2).map_err(|_| CleanError::Damaged)?.to_be_bytes();
        self.out.write_all(&[0xff, marker, len[0], len[1]])?;
        Ok(self.out.write_all(content)?)
    }

    /// What follows the end may be a second picture, a film, an archive: none of it is this picture.
    fn end(self, rest: &[u8]) -> Result<()> {
        if !self.scan {
            return Err(CleanError::Damaged);
        }
        if rest.iter().any(|byte| *byte != 0) {
            self.found.note(Removed::Hidden);
        }
        Ok(self.out.write_all(&[0xff, EOI])?)
    }
}

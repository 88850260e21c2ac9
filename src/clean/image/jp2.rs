//! JPEG 2000 inside a document (ISO 15444-1): the header of the picture and its code; no XML, no boxes of programs, no
//! colour profile, no comments of the encoder.

mod code;

use std::io::{self, Write};

use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
    media::boxes::{self, BoxAt},
};

/// Size, channels, palette, transparency. Not the resolution of the scanner.
const HEADER: [&[u8; 4]; 5] = [b"ihdr", b"bpcc", b"pclr", b"cmap", b"cdef"];

pub fn clean(input: &[u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    if input.starts_with(&code::START) {
        return code::clean(input, out, found);
    }
    for part in boxes::boxes(input, 0, input.len())? {
        found.step(0)?;
        let content = part.content(input)?;
        match &part.name {
            b"jP  " | b"ftyp" => write(out, &part.name, content)?,
            b"jp2h" => write(out, b"jp2h", &header(input, &part, found)?)?,
            b"jp2c" => {
                let len = length(|out| code::clean(content, out, found))?;
                head(out, b"jp2c", len)?;
                code::clean(content, out, found)?;
            }
            _ => found.block(content),
        }
    }
    Ok(())
}

fn header(input: &[u8], header: &BoxAt, found: &mut Found) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    for part in boxes::boxes(input, header.body, header.end)? {
        let content = part.content(input)?;
        match &part.name {
            b"colr" => write(&mut kept, b"colr", &colour(content, found)?)?,
            name if HEADER.contains(&name) => write(&mut kept, name, content)?,
            _ => found.block(content),
        }
    }
    Ok(kept)
}

/// A colour space by its number. In place of a profile stands the plain one of the colours that it speaks of: of several
/// the first holds, and so none may just be left out.
fn colour(content: &[u8], found: &mut Found) -> Result<Vec<u8>> {
    let number: u32 = match *content {
        [1, ..] => return Ok(content.to_vec()),
        [2 | 3, _, _, ref profile @ ..] => match bytes::slice(profile, 16, 4)? {
            b"RGB " => 16,
            b"GRAY" => 17,
            b"CMYK" => 12,
            _ => return Err(CleanError::UnknownType),
        },
        _ => return Err(CleanError::UnknownType),
    };
    found.note(Removed::OtherMetadata);
    Ok([&[1, 0, 0], number.to_be_bytes().as_slice()].concat())
}

fn head(out: &mut dyn Write, name: &[u8; 4], len: usize) -> Result<()> {
    let len = u32::try_from(len + 8).map_err(|_| CleanError::TooLarge)?;
    out.write_all(&len.to_be_bytes())?;
    Ok(out.write_all(name)?)
}

fn write(out: &mut dyn Write, name: &[u8; 4], content: &[u8]) -> Result<()> {
    head(out, name, content.len())?;
    Ok(out.write_all(content)?)
}

/// How long something is that is not written yet.
fn length(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<usize> {
    struct Counted(usize);
    impl Write for Counted {
        fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
            self.0 += buffer.len();
            Ok(buffer.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut counted = Counted(0);
    write(&mut counted)?;
    Ok(counted.0)
}

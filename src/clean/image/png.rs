//! PNG (ISO 15948): the chunks that make the picture, animated or not. Density, measured colours and profiles go: they
//! describe a screen.

use std::io::Write;

use flate2::Crc;

use super::exif::Orientation;
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const KEPT: [&[u8]; 13] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"sBIT", b"bKGD", b"cICP", b"acTL", b"fcTL", b"fdAT",
];

struct Chunk<'a> {
    name: &'a [u8],
    content: &'a [u8],
    /// With length and checksum.
    whole: &'a [u8],
}

/// Gives every chunk to `each`, checked, until the end of the picture; then what follows it.
fn chunks<'a>(input: &'a [u8], mut each: impl FnMut(&Chunk<'a>) -> Result<()>) -> Result<&'a [u8]> {
    let mut at = SIGNATURE.len();
    loop {
        let len = bytes::be32(input, at)? as usize;
        let chunk = Chunk {
            name: bytes::slice(input, at + 4, 4)?,
            content: bytes::slice(input, at + 8, len)?,
            whole: bytes::slice(input, at, len.checked_add(12).ok_or(CleanError::Damaged)?)?,
        };
        let mut crc = Crc::new();
        crc.update(bytes::slice(input, at + 4, len + 4)?);
        let first = at == SIGNATURE.len();
        if crc.sum() != bytes::be32(input, at + 8 + len)? || first != (chunk.name == b"IHDR") {
            return Err(CleanError::Damaged);
        }
        each(&chunk)?;
        at += chunk.whole.len();
        if chunk.name == b"IEND" {
            return Ok(input.get(at..).unwrap_or_default());
        }
    }
}

pub fn clean(input: &[u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    let (mut orientation, mut picture) = (None, false);
    let rest = chunks(input, |chunk| {
        match chunk.name {
            b"IDAT" => picture = true,
            b"eXIf" => orientation = Orientation::read(chunk.content, found),
            b"tEXt" | b"zTXt" | b"iTXt" => {
                found.note(Removed::Comments);
                found.block(chunk.content);
            }
            b"tIME" => found.note(Removed::Dates),
            name if !KEPT.contains(&name) => found.note(Removed::OtherMetadata),
            _ => {}
        }
        Ok(())
    })?;
    if !picture {
        return Err(CleanError::Damaged);
    }
    if !rest.is_empty() {
        found.note(Removed::Hidden);
    }
    out.write_all(SIGNATURE)?;
    chunks(input, |chunk| {
        if KEPT.contains(&chunk.name) {
            out.write_all(chunk.whole)?;
        }
        if let (b"IHDR", Some(orientation)) = (chunk.name, orientation) {
            write(out, *b"eXIf", &orientation.as_tiff())?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write(out: &mut dyn Write, name: [u8; 4], content: &[u8]) -> Result<()> {
    let mut crc = Crc::new();
    crc.update(&name);
    crc.update(content);
    out.write_all(&u32::try_from(content.len()).map_err(|_| CleanError::Damaged)?.to_be_bytes())?;
    out.write_all(&name)?;
    out.write_all(content)?;
    Ok(out.write_all(&crc.sum().to_be_bytes())?)
}

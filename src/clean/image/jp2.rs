//! JPEG 2000 inside a document (ISO 15444-1): the header of the picture and its code; no XML, no boxes of programs.

use std::io::Write;

use crate::{CleanError, Result, found::Found, media::boxes};

const KEPT: [&[u8; 4]; 4] = [b"jP  ", b"ftyp", b"jp2h", b"jp2c"];

pub fn clean(input: &[u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    // Code without boxes.
    if input.starts_with(&[0xff, 0x4f]) {
        return Ok(out.write_all(input)?);
    }
    for part in boxes::boxes(input, 0, input.len())? {
        if KEPT.contains(&&part.name) {
            out.write_all(input.get(part.start..part.end).ok_or(CleanError::Damaged)?)?;
        } else {
            found.block(part.content(input)?);
        }
    }
    Ok(())
}

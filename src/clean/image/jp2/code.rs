//! The code of a JPEG 2000: the segments a decoder needs, in the main header and in that of every part of a tile.

use std::io::Write;

use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

pub const START: [u8; 2] = [0xff, 0x4f];
const END: [u8; 2] = [0xff, 0xd9];
const TILE: u16 = 0xff90;
const DATA: u16 = 0xff93;
/// Of the segment that begins a part of a tile.
const TILE_HEAD: usize = 12;

pub fn clean(input: &[u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    if !input.starts_with(&START) {
        return Err(CleanError::Damaged);
    }
    out.write_all(&START)?;
    let mut at = segments(input, START.len(), out, found)?;
    if bytes::be16(input, at)? != TILE {
        return Err(CleanError::Damaged);
    }
    while bytes::be16(input, at).is_ok_and(|marker| marker == TILE) {
        at = tile(input, at, out, found)?;
    }
    // The end may lack, as in other pictures of documents.
    let rest = input.get(at..).unwrap_or_default();
    if rest.strip_prefix(&END).unwrap_or(rest).iter().any(|byte| *byte != 0) {
        found.note(Removed::Hidden);
    }
    Ok(out.write_all(&END)?)
}

/// Writes the segments of a header that are needed; gives where the marker stands that ends it.
fn segments(input: &[u8], mut at: usize, out: &mut dyn Write, found: &mut Found) -> Result<usize> {
    loop {
        let marker = bytes::be16(input, at)?;
        if matches!(marker, TILE | DATA) {
            return Ok(at);
        }
        let len = usize::from(bytes::be16(input, at + 2)?).max(2);
        let whole = bytes::slice(input, at, 2 + len)?;
        found.step(len)?;
        match marker {
            // Capabilities, sizes, coding, quantisation, regions, order, headers of packets and where these stand, offsets
            // of the components.
            0xff50..=0xff53 | 0xff57..=0xff61 | 0xff63 => out.write_all(whole)?,
            // How long each tile is: no longer true, and no decoder needs it.
            0xff55 => {}
            0xff64 => found.note(Removed::Comments),
            _ => return Err(CleanError::UnknownType),
        }
        at += whole.len();
    }
}

/// Writes a part of a tile, whose length changes with its header; gives where the next one stands.
fn tile(input: &[u8], at: usize, out: &mut dyn Write, found: &mut Found) -> Result<usize> {
    let head = bytes::slice(input, at, TILE_HEAD)?;
    let end = match bytes::be32(head, 6)? as usize {
        // To the end of the code; only the last may say so.
        0 => input.len() - if input.ends_with(&END) { END.len() } else { 0 },
        len => input.len().min(at + len),
    };
    let mut data = 0;
    let kept = super::length(|out| {
        data = segments(input, at + TILE_HEAD, out, found)?;
        Ok(())
    })?;
    let samples = end.checked_sub(data).filter(|len| *len >= 2).ok_or(CleanError::Damaged)?;
    if bytes::be16(input, data)? != DATA {
        return Err(CleanError::Damaged);
    }
    let len = u32::try_from(TILE_HEAD + kept + samples).map_err(|_| CleanError::TooLarge)?;
    out.write_all(bytes::slice(head, 0, 6)?)?;
    out.write_all(&len.to_be_bytes())?;
    out.write_all(bytes::slice(head, 10, 2)?)?;
    segments(input, at + TILE_HEAD, out, found)?;
    out.write_all(bytes::slice(input, data, samples)?)?;
    Ok(end)
}

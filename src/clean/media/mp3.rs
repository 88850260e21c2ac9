//! MP3 (ISO 11172-3): the frames of sound and nothing between them. Tags of every kind stand before, after or between, so
//! what is no frame is not written.

use std::io::Write;

use super::encoder;
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

const BITRATES: [[u16; 16]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
];
const RATES: [u32; 4] = [44_100, 48_000, 32_000, 0];

/// The head of a frame of layer III.
struct Frame {
    len: usize,
    /// Where the header of a variable bitrate would stand in the first frame.
    info_at: usize,
}

impl Frame {
    fn read(head: &[u8]) -> Option<Self> {
        let [0xff, second, third, fourth, ..] = *head else { return None };
        // Sync, and layer III; version 01 is reserved.
        if second & 0xe6 != 0xe2 || second & 0x18 == 0x08 {
            return None;
        }
        let first_version = second & 0x18 == 0x18;
        let halvings = match second & 0x18 {
            0x18 => 0,
            0x10 => 1,
            _ => 2,
        };
        let rate = RATES[usize::from(third >> 2 & 3)] >> halvings;
        let kilobits = BITRATES[usize::from(!first_version)][usize::from(third >> 4)];
        if rate == 0 || kilobits == 0 {
            return None;
        }
        let samples = if first_version { 144_000 } else { 72_000 };
        let len = (samples * u32::from(kilobits) / rate + u32::from(third >> 1 & 1)) as usize;
        let mono = fourth & 0xc0 == 0xc0;
        let info_at = match (first_version, mono) {
            (true, false) => 36,
            (false, true) => 13,
            _ => 21,
        };
        Some(Self { len, info_at })
    }

    /// A frame that is whole, and followed by another, by a tag or by the end.
    fn at(data: &[u8], at: usize) -> Option<Self> {
        let frame = Self::read(data.get(at..)?)?;
        let rest = data.get(at + frame.len..)?;
        let tag = TAGS.iter().any(|tag| rest.starts_with(tag));
        (rest.is_empty() || tag || rest[0] == 0 || Self::read(rest).is_some()).then_some(frame)
    }
}

const TAGS: [&[u8]; 5] = [b"ID3", b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"3DI"];

/// The length of an ID3v2 tag that stands here, with its head and foot.
fn id3(data: &[u8]) -> Option<usize> {
    let [b'I', b'D', b'3', _, _, flags, a, b, c, d, ..] = *data else { return None };
    let len = [a, b, c, d].into_iter().fold(0, |len, byte| len << 7 | usize::from(byte & 0x7f));
    Some(10 + len + if flags & 0x10 == 0 { 0 } else { 10 })
}

/// Whether this is one: a tag and then a frame, or frames.
pub fn is_one(data: &[u8]) -> bool {
    let mut at = 0;
    while let Some(len) = data.get(at..).and_then(id3) {
        at += len;
    }
    // Some room is left after a tag.
    let rest = data.get(at..).unwrap_or_default();
    let room = if at == 0 { 0 } else { rest.iter().take_while(|byte| **byte == 0).count() };
    Frame::at(rest, room).is_some()
}

pub fn clean(data: &mut [u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    let (mut at, mut first, mut in_step) = (0, true, false);
    while at < data.len() {
        // Right after a frame, a head is enough: what follows may have been cut away.
        let whole = data.get(at..).and_then(Frame::read).filter(|frame| in_step && frame.len <= data.len() - at);
        let Some(frame) = whole.or_else(|| Frame::at(data, at)) else {
            at = skip(data, at, found)?;
            in_step = false;
            continue;
        };
        in_step = true;
        let content = bytes::slice_mut(data, at, frame.len)?;
        if first {
            first = false;
            without_encoder(content, frame.info_at, found);
        }
        // Not its head: chance may make a name of that.
        encoder::blank(content.get_mut(4..).unwrap_or_default(), found);
        out.write_all(content)?;
        at += frame.len;
    }
    if first { Err(CleanError::Damaged) } else { Ok(()) }
}

/// Skips what is no frame: a tag by its length, anything else until what may be a frame again.
fn skip(data: &[u8], at: usize, found: &mut Found) -> Result<usize> {
    let rest = data.get(at..).ok_or(CleanError::Damaged)?;
    let len = id3(rest).unwrap_or_else(|| {
        let next = rest.iter().skip(1).position(|byte| *byte == 0xff || *byte == b'I');
        next.map_or(rest.len(), |next| next + 1)
    });
    let skipped = rest.get(..len).unwrap_or(rest);
    if TAGS.iter().any(|tag| skipped.starts_with(tag)) {
        found.block(skipped);
    } else if skipped.iter().any(|byte| *byte != 0) {
        found.note(Removed::Hidden);
    }
    Ok(at.saturating_add(len))
}

/// The first frame of most files counts the others for the player, and then names the encoder and its settings.
fn without_encoder(frame: &mut [u8], at: usize, found: &mut Found) {
    let is_info = |frame: &[u8]| matches!(frame.get(at..at + 4), Some(b"Xing" | b"Info"));
    if !is_info(frame) {
        return;
    }
    let flags = frame.get(at + 7).copied().unwrap_or(0);
    let counts = [(1, 4), (2, 4), (4, 100), (8, 4)];
    let kept: usize = counts.into_iter().filter(|(flag, _)| flags & flag != 0).map(|(_, len)| len).sum();
    if let Some(rest) = frame.get_mut(at + 8 + kept..).filter(|rest| rest.iter().any(|byte| *byte != 0)) {
        found.note(Removed::Device);
        rest.fill(0);
    }
}

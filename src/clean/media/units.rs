//! Units of H.264 and H.265 (ISO 14496-10 and 23008-2), as ISO 14496-15 puts them into a film: each behind its length. Beside
//! the picture they carry messages that no decoder needs, in which a camera tells where it is and which one it is, and an
//! encoder how it was called. They are overwritten in place: messages become filler, and nothing moves.

use super::messages;
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    H264,
    H265,
}

impl Codec {
    /// By the type of a sample entry.
    pub fn of(entry: &[u8; 4]) -> Option<Self> {
        match entry {
            b"avc1" | b"avc3" | b"dvav" => Some(Self::H264),
            b"hvc1" | b"hev1" | b"dvh1" | b"dvhe" => Some(Self::H265),
            _ => None,
        }
    }

    fn head(self) -> usize {
        match self {
            Self::H264 => 1,
            Self::H265 => 2,
        }
    }
}

enum Holds {
    Picture,
    Messages,
    /// Filler, and what a standard left to whoever likes.
    Other,
}

fn holds(codec: Codec, first: u8) -> Holds {
    match (codec, first & 0x1f, first >> 1 & 0x3f) {
        (Codec::H264, 6, _) | (Codec::H265, _, 39 | 40) => Holds::Messages,
        // Slices, parameter sets, marks; of more than one view or layer too; a map of brightness of Dolby's.
        (Codec::H264, 1..=5 | 7..=11 | 13..=15 | 19..=21 | 28, _) => Holds::Picture,
        (Codec::H265, _, 0..=37 | 62 | 63) => Holds::Picture,
        _ => Holds::Other,
    }
}

/// Cleans units that stand one after another, each behind its length in so many bytes.
pub fn clean(data: &mut [u8], codec: Codec, width: usize, found: &mut Found) -> Result<()> {
    let mut at = 0;
    while at < data.len() {
        let Ok(len) = bytes::be(data, at, width) else {
            // Too little for a length: padding.
            return match data.get(at..) {
                Some(rest) if rest.iter().all(|byte| *byte == 0) => Ok(()),
                _ => Err(CleanError::Damaged),
            };
        };
        let len = bytes::usize(len)?;
        unit(bytes::slice_mut(data, at + width, len)?, codec, found);
        at += width + len;
    }
    Ok(())
}

fn unit(unit: &mut [u8], codec: Codec, found: &mut Found) {
    let Some((first, _)) = unit.split_first() else { return };
    let holds = holds(codec, *first);
    let content = unit.get_mut(codec.head()..).unwrap_or_default();
    match holds {
        Holds::Picture => {}
        Holds::Messages => messages::clean(content, found),
        Holds::Other => messages::fill(content, found),
    }
}

/// Cleans the record of an H.264 stream that stands before its samples; gives the width of lengths in these.
pub fn record_h264(record: &mut [u8], found: &mut Found) -> Result<usize> {
    let width = usize::from(bytes::u8(record, 4)? & 3) + 1;
    let mut at = 5;
    for mask in [0x1f, 0xff] {
        let count = bytes::u8(record, at)? & mask;
        at = list(record, at + 1, count.into(), Codec::H264, found)?;
    }
    let high = matches!(bytes::u8(record, 1)?, 100 | 110 | 122 | 144 | 244);
    if high && record.len() >= at + 4 {
        let count = bytes::u8(record, at + 3)?;
        at = list(record, at + 4, count.into(), Codec::H264, found)?;
    }
    rest(record, at, found)?;
    Ok(width)
}

/// The same for H.265; pictures have it too.
pub fn record_h265(record: &mut [u8], found: &mut Found) -> Result<usize> {
    let width = usize::from(bytes::u8(record, 21)? & 3) + 1;
    let mut at = 23;
    for _ in 0..bytes::u8(record, 22)? {
        let count = bytes::be16(record, at + 1)?;
        at = list(record, at + 3, count.into(), Codec::H265, found)?;
    }
    rest(record, at, found)?;
    Ok(width)
}

/// Units behind lengths of two bytes; gives where they end.
fn list(record: &mut [u8], start: usize, count: usize, codec: Codec, found: &mut Found) -> Result<usize> {
    let mut at = start;
    for _ in 0..count {
        let len = usize::from(bytes::be16(record, at)?);
        unit(bytes::slice_mut(record, at + 2, len)?, codec, found);
        at += 2 + len;
    }
    Ok(at)
}

/// What stands behind a record belongs to nothing.
fn rest(record: &mut [u8], at: usize, found: &mut Found) -> Result<()> {
    let rest = record.get_mut(at..).ok_or(CleanError::Damaged)?;
    if rest.iter().any(|byte| *byte != 0) {
        found.note(Removed::Hidden);
        rest.fill(0);
    }
    Ok(())
}

//! Where the samples of a track are: the tables of chunks, samples in a chunk, and sizes of samples.

use super::{
    boxes::{self, BoxAt},
    tracks::{Media, PCM},
};
use crate::{CleanError, Result, bytes};

/// Sizes of samples, one after another.
enum Sizes {
    /// All the same; with the largest that the format of the sound may mean.
    Same(u64),
    Each {
        table: BoxAt,
        bits: usize,
        at: usize,
    },
}

impl Sizes {
    /// The length of the next `count` samples.
    fn next(&mut self, data: &[u8], count: u32) -> Result<u64> {
        match self {
            Self::Same(size) => size.checked_mul(count.into()).ok_or(CleanError::Damaged),
            Self::Each { table, bits, at } => {
                let table = table.content(data)?.get(12..).unwrap_or_default();
                let mut sum = 0;
                for _ in 0..count {
                    sum += match *bits {
                        4 => u64::from(bytes::u8(table, *at / 2)? >> (4 * (1 - *at % 2)) & 15),
                        bits => bytes::be(table, *at * (bits / 8), bits / 8)?,
                    };
                    *at += 1;
                }
                Ok(sum)
            }
        }
    }
}

/// Calls `each` with where every chunk of a track begins, and its length. It may change what is there, but no table.
pub fn chunks(
    data: &mut [u8],
    table: &BoxAt,
    kind: Media,
    mut each: impl FnMut(&mut [u8], u64, u64) -> Result<()>,
) -> Result<()> {
    let list = boxes::boxes(data, table.body, table.end)?;
    let at = |name: &[u8; 4]| list.iter().find(|child| &child.name == name).copied();
    let mut sizes = sizes(data, at(b"stsz"), at(b"stz2"), at(b"stsd"), kind)?;
    let runs = at(b"stsc").ok_or(CleanError::Damaged)?;
    let (offsets, width) = match (at(b"stco"), at(b"co64")) {
        (Some(offsets), _) => (offsets, 4),
        (None, Some(offsets)) => (offsets, 8),
        (None, None) => return Err(CleanError::Damaged),
    };
    let count = bytes::be32(offsets.content(data)?, 4)?;
    let last = bytes::be32(runs.content(data)?, 4)? as usize;
    let mut run = 0;
    for chunk in 0..count {
        let runs = runs.content(data)?;
        // A run holds from its first chunk, counted from one, until the next run.
        while run + 1 < last && bytes::be32(runs, 8 + 12 * (run + 1))? <= chunk + 1 {
            run += 1;
        }
        let samples = bytes::be32(runs, 12 + 12 * run)?;
        let start = bytes::be(offsets.content(data)?, 8 + width * chunk as usize, width)?;
        let len = sizes.next(data, samples)?;
        each(data, start, len)?;
    }
    Ok(())
}

fn sizes(
    data: &[u8],
    wide: Option<BoxAt>,
    compact: Option<BoxAt>,
    description: Option<BoxAt>,
    kind: Media,
) -> Result<Sizes> {
    match (wide, compact) {
        (Some(table), _) => match bytes::be32(table.content(data)?, 4)? {
            0 => Ok(Sizes::Each { table, bits: 32, at: 0 }),
            same => {
                let description = description.ok_or(CleanError::Damaged)?.content(data)?;
                Ok(Sizes::Same(size_of_same(description, kind, same.into())?))
            }
        },
        (None, Some(table)) => match bytes::u8(table.content(data)?, 7)? {
            bits @ (4 | 8 | 16) => Ok(Sizes::Each { table, bits: bits.into(), at: 0 }),
            _ => Err(CleanError::Damaged),
        },
        (None, None) => Err(CleanError::Damaged),
    }
}

/// Where all samples are one size, QuickTime may count in frames of uncompressed sound, or in packets of compressed.
fn size_of_same(description: &[u8], kind: Media, size: u64) -> Result<u64> {
    let name = bytes::slice(description, 12, 4)?;
    if kind == Media::Pictures || !PCM.iter().any(|pcm| pcm.as_slice() == name) {
        return Ok(size);
    }
    let entry = 16;
    let frame = match bytes::be16(description, entry + 8)? {
        0 => u64::from(bytes::be16(description, entry + 16)?) * u64::from(bytes::be16(description, entry + 18)? / 8),
        1 => bytes::be32(description, entry + 36)?.into(),
        _ => 0,
    };
    Ok(size.max(frame))
}

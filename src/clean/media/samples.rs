//! Where the samples of a track are: the tables of chunks, samples in a chunk, and sizes of samples.

use super::{
    boxes::{self, BoxAt},
    extents::Extents,
    tracks::{Media, PCM},
};
use crate::{CleanError, Result, bytes};

/// Sizes of samples, one after another.
enum Sizes<'a> {
    /// All the same; with the largest that the format of the sound may mean.
    Same(u64),
    Each {
        table: &'a [u8],
        bits: usize,
        at: usize,
    },
}

impl Sizes<'_> {
    /// The length of the next `count` samples.
    fn next(&mut self, count: u32) -> Result<u64> {
        match self {
            Self::Same(size) => size.checked_mul(count.into()).ok_or(CleanError::Damaged),
            Self::Each { table, bits, at } => {
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

/// Adds the chunks of one track.
pub fn add(data: &[u8], table: &BoxAt, kind: Media, extents: &mut Extents) -> Result<()> {
    let list = boxes::boxes(data, table.body, table.end)?;
    let content = |name: &[u8; 4]| match list.iter().find(|child| &child.name == name) {
        Some(child) => child.content(data).map(Some),
        None => Ok(None),
    };
    let sizes = match (content(b"stsz")?, content(b"stz2")?) {
        (Some(sizes), _) if bytes::be32(sizes, 4)? != 0 => {
            let description = content(b"stsd")?.ok_or(CleanError::Damaged)?;
            Sizes::Same(size_of_same(description, kind, bytes::be32(sizes, 4)?.into())?)
        }
        (Some(sizes), _) => Sizes::Each { table: sizes.get(12..).unwrap_or_default(), bits: 32, at: 0 },
        (None, Some(sizes)) => match bytes::u8(sizes, 7)? {
            bits @ (4 | 8 | 16) => Sizes::Each { table: sizes.get(12..).unwrap_or_default(), bits: bits.into(), at: 0 },
            _ => return Err(CleanError::Damaged),
        },
        (None, None) => return Err(CleanError::Damaged),
    };
    let runs = content(b"stsc")?.ok_or(CleanError::Damaged)?;
    match (content(b"stco")?, content(b"co64")?) {
        (Some(offsets), _) => chunks(offsets, 4, runs, sizes, extents),
        (None, Some(offsets)) => chunks(offsets, 8, runs, sizes, extents),
        (None, None) => Err(CleanError::Damaged),
    }
}

fn chunks(offsets: &[u8], width: usize, runs: &[u8], mut sizes: Sizes<'_>, extents: &mut Extents) -> Result<()> {
    let count = bytes::be32(offsets, 4)?;
    let mut run = 0;
    let run_at = |number: usize| (bytes::be32(runs, 8 + 12 * number), bytes::be32(runs, 12 + 12 * number));
    let last = bytes::be32(runs, 4)? as usize;
    for chunk in 0..count {
        // A run holds from its first chunk, counted from one, until the next run.
        while run + 1 < last && run_at(run + 1).0? <= chunk + 1 {
            run += 1;
        }
        let start = bytes::be(offsets, 8 + width * chunk as usize, width)?;
        extents.add(start, sizes.next(run_at(run).1?)?)?;
    }
    Ok(())
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

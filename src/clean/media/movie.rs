//! MP4, QuickTime and M4A. Pictures and sound stay, with the tables that find them; every other box becomes nothing and every
//! other byte of the media data zero. Nothing moves, so no offset changes. Fragmented files are refused: their samples
//! are found in another way.

use std::io::Write;

use super::{
    boxes::{self, BoxAt},
    encoder,
    tracks::{self, Kept},
};
use crate::{
    CleanError, Result, bytes,
    found::{Found, Removed},
};

pub fn clean(data: &mut [u8], out: &mut dyn Write, found: &mut Found) -> Result<()> {
    let (mut media, mut kept, mut tracks) = (Vec::new(), Kept::default(), 0);
    let list = boxes::boxes(data, 0, data.len())?;
    let end = list.last().map_or(0, |last| last.end);
    if data.get(end..).is_some_and(|rest| rest.iter().any(|byte| *byte != 0)) {
        return Err(CleanError::Damaged);
    }
    for top in &list {
        match &top.name {
            b"ftyp" => {}
            // Room for a longer head, and how early QuickTime is known.
            b"wide" if top.body == top.end => {}
            b"mdat" => media.push((top.body, top.end)),
            b"moov" if tracks == 0 => tracks = movie(data, top, &mut kept, found)?,
            b"moov" => return Err(CleanError::Damaged),
            b"moof" | b"sidx" | b"styp" => return Err(CleanError::UnknownType),
            _ => top.blank(data, found)?,
        }
    }
    if tracks == 0 {
        return Err(CleanError::Damaged);
    }
    kept.extents.zero_the_rest(data, &media, found)?;
    for (start, end) in media {
        encoder::blank(bytes::slice_mut(data, start, end - start)?, found);
    }
    for track in &kept.coded {
        track.clean(data, found)?;
    }
    Ok(out.write_all(data)?)
}

/// How many tracks stayed.
fn movie(data: &mut [u8], movie: &BoxAt, kept: &mut Kept, found: &mut Found) -> Result<usize> {
    let mut tracks = 0;
    boxes::keep(data, (movie.body, movie.end), &[b"mvhd", b"trak"], found, |data, child, found| {
        if &child.name == b"mvhd" {
            return zero_times(data, child, found);
        }
        if tracks::clean(data, child, kept, found)? {
            tracks += 1;
            Ok(())
        } else {
            child.blank(data, found)
        }
    })?;
    // There is something, and none of it is a picture or sound that we know.
    if tracks == 0 { Err(CleanError::UnknownType) } else { Ok(tracks) }
}

/// Zeros when a header says it was made and changed.
pub fn zero_times(data: &mut [u8], header: &BoxAt, found: &mut Found) -> Result<()> {
    let len = if bytes::u8(data, header.body)? == 1 { 16 } else { 8 };
    header.content(data)?.get(4..4 + len).ok_or(CleanError::Damaged)?;
    let times = bytes::slice_mut(data, header.body + 4, len)?;
    if times.iter().any(|byte| *byte != 0) {
        found.note(Removed::Dates);
        times.fill(0);
    }
    Ok(())
}

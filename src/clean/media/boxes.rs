//! Boxes of ISO 14496-12, changed in place: what is not wanted becomes a `free` box of zeros, and nothing moves.

use crate::{CleanError, Result, bytes, found::Found};

/// Where a box stands.
#[derive(Clone, Copy)]
pub struct BoxAt {
    pub name: [u8; 4],
    pub start: usize,
    pub body: usize,
    pub end: usize,
}

impl BoxAt {
    fn read(data: &[u8], start: usize, end: usize) -> Result<Self> {
        let mut name = [0; 4];
        name.copy_from_slice(bytes::slice(data, start + 4, 4)?);
        let (head, len) = match bytes::be32(data, start)? {
            // To the end of what holds it; only the last box of a file may say so.
            0 if end == data.len() => (8, end - start),
            1 => (16, bytes::usize(bytes::be(data, start + 8, 8)?)?),
            len => (8, len as usize),
        };
        let after = start.checked_add(len).filter(|after| len >= head && *after <= end).ok_or(CleanError::Damaged)?;
        Ok(Self { name, start, body: start + head, end: after })
    }

    pub fn content<'a>(&self, data: &'a [u8]) -> Result<&'a [u8]> {
        bytes::slice(data, self.body, self.end - self.body)
    }

    pub fn content_mut<'a>(&self, data: &'a mut [u8]) -> Result<&'a mut [u8]> {
        bytes::slice_mut(data, self.body, self.end - self.body)
    }

    /// Makes it nothing, and says what it was.
    pub fn blank(&self, data: &mut [u8], found: &mut Found) -> Result<()> {
        bytes::slice_mut(data, self.start + 4, 4)?.copy_from_slice(b"free");
        let content = self.content_mut(data)?;
        // Room that was kept free and empty told nothing.
        if content.iter().any(|byte| *byte != 0) {
            found.block(content);
            content.fill(0);
        }
        Ok(())
    }
}

/// The boxes from `start` to `end`. QuickTime ends some lists with four zeros: what is too short for a box is none.
pub fn boxes(data: &[u8], start: usize, end: usize) -> Result<Vec<BoxAt>> {
    let (mut list, mut at) = (Vec::new(), start);
    while end.saturating_sub(at) >= 8 {
        if list.len() == MOST {
            return Err(CleanError::TooMuchWork);
        }
        let next = BoxAt::read(data, at, end)?;
        at = next.end;
        list.push(next);
    }
    Ok(list)
}

/// More boxes side by side than any file has use for.
const MOST: usize = 10_000;

/// Calls `each` for the boxes whose name is in `kept`, and makes the others nothing, what is between them too.
pub fn keep(
    data: &mut [u8],
    (start, end): (usize, usize),
    kept: &[&[u8; 4]],
    found: &mut Found,
    mut each: impl FnMut(&mut [u8], &BoxAt, &mut Found) -> Result<()>,
) -> Result<()> {
    let list = boxes(data, start, end)?;
    let after = list.last().map_or(start, |last| last.end);
    bytes::slice_mut(data, after, end.saturating_sub(after))?.fill(0);
    for child in list {
        if kept.contains(&&child.name) {
            each(data, &child, found)?;
        } else {
            child.blank(data, found)?;
        }
    }
    Ok(())
}

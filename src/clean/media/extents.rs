//! Which bytes of the media data belong to what is kept. All others become zeros: samples of tracks that were dropped, what
//! cameras write between them, what was deleted and left behind.

use crate::{CleanError, Result, bytes, found::Found, found::Removed};

/// Stretches of a file, in any order.
#[derive(Default)]
pub struct Extents(Vec<(usize, usize)>);

/// An hour of film has some ten thousand chunks.
const MOST: usize = 250_000;

impl Extents {
    pub fn add(&mut self, start: u64, len: u64) -> Result<()> {
        let (start, len) = (bytes::usize(start)?, bytes::usize(len)?);
        let end = start.checked_add(len).ok_or(CleanError::Damaged)?;
        let full = self.0.len() == MOST;
        match self.0.last_mut() {
            // Chunks mostly follow each other.
            Some(last) if last.1 == start => last.1 = end,
            _ if full => return Err(CleanError::TooMuchWork),
            _ => self.0.push((start, end)),
        }
        Ok(())
    }

    /// Zeros in each of `areas` what no extent covers. Every extent must lie in one of them.
    pub fn zero_the_rest(mut self, data: &mut [u8], areas: &[(usize, usize)], found: &mut Found) -> Result<()> {
        self.0.sort_unstable();
        let mut extents = self.0.iter().filter(|(start, end)| start < end).peekable();
        for (start, end) in areas {
            let mut at = *start;
            while let Some((from, to)) = extents.next_if(|(from, _)| from < end) {
                if from < start || to > end {
                    return Err(CleanError::Damaged);
                }
                if *from > at {
                    zero(data, at, *from, found)?;
                }
                at = at.max(*to);
            }
            zero(data, at, *end, found)?;
        }
        if extents.next().is_some() { Err(CleanError::Damaged) } else { Ok(()) }
    }
}

fn zero(data: &mut [u8], start: usize, end: usize, found: &mut Found) -> Result<()> {
    let gap = bytes::slice_mut(data, start, end - start)?;
    if gap.iter().any(|byte| *byte != 0) {
        found.note(Removed::Hidden);
        gap.fill(0);
    }
    Ok(())
}

//! Messages of H.264 and H.265 (supplemental enhancement information): those that say how to show the picture stay, all others
//! become filler of the same length.

use crate::{
    bytes::holds,
    found::{Found, Removed},
};

/// Buffering, recovery point, packing of frames, way up, parameter sets, check sums, brightness, transfer. Not the timing of
/// pictures: its clock can be that of the day.
const KEPT: [usize; 10] = [0, 6, 45, 47, 129, 130, 132, 137, 144, 147];
/// What all others become; it consists of full bytes.
const FILLER: usize = 3;
const FULL: u8 = 0xff;
/// The last bit of a unit, and padding.
const END: u8 = 0x80;

/// Reads over the bytes `03` that keep `00 00 03` from looking like the beginning of a unit.
#[derive(Clone, Copy)]
struct Cursor {
    at: usize,
    zeros: usize,
}

impl Cursor {
    /// Skips a guarding byte that stands here.
    fn skip(&mut self, data: &[u8]) {
        if self.zeros >= 2 && data.get(self.at) == Some(&3) {
            (self.at, self.zeros) = (self.at + 1, 0);
        }
    }

    fn next(&mut self, data: &[u8]) -> Option<u8> {
        self.skip(data);
        let byte = *data.get(self.at)?;
        self.at += 1;
        self.zeros = if byte == 0 { self.zeros + 1 } else { 0 };
        Some(byte)
    }

    /// A number that is written as a sum of bytes, the last of which is not full.
    fn number(&mut self, data: &[u8]) -> Option<usize> {
        let mut sum = 0_usize;
        loop {
            let byte = self.next(data)?;
            sum = sum.checked_add(byte.into())?;
            if byte != FULL {
                return Some(sum);
            }
        }
    }
}

/// Cleans the messages of one unit, without its head. What cannot be read is no message, and goes.
pub fn clean(data: &mut [u8], found: &mut Found) {
    let mut cursor = Cursor { at: 0, zeros: 0 };
    while !is_end(data, cursor.at) {
        let start = cursor.at;
        match message(data, &mut cursor) {
            Some(Message { kind, .. }) if KEPT.contains(&kind) => {}
            Some(message) => blank(data, &message, cursor.at, found),
            None => return fill(data.get_mut(start..).unwrap_or_default(), found),
        }
    }
}

fn is_end(data: &[u8], at: usize) -> bool {
    match data.get(at..) {
        None | Some([]) => true,
        Some([END, rest @ ..]) => rest.iter().all(|byte| *byte == 0),
        Some(_) => false,
    }
}

struct Message {
    kind: usize,
    /// Where its type is written, when that is one byte.
    kind_at: Option<usize>,
    content_at: usize,
}

/// The message that begins here; the cursor then stands behind it.
fn message(data: &[u8], cursor: &mut Cursor) -> Option<Message> {
    cursor.skip(data);
    let kind_at = cursor.at;
    let kind = cursor.number(data)?;
    let single = (kind < usize::from(FULL)).then_some(kind_at);
    let len = cursor.number(data)?;
    let content_at = cursor.at;
    for _ in 0..len {
        cursor.next(data)?;
    }
    // A guard behind its last zeros is read as part of it, or it would guard nothing when they are gone.
    cursor.skip(data);
    Some(Message { kind, kind_at: single, content_at })
}

/// Makes a message filler.
fn blank(data: &mut [u8], message: &Message, end: usize, found: &mut Found) {
    // Where its type would become a guard it stays another type, without content.
    let guards = |at: usize| at >= 2 && data.get(at - 2..at) == Some(&[0, 0]);
    let kind_at = message.kind_at.filter(|at| message.kind != FILLER && !guards(*at));
    let content = data.get(message.content_at..end).unwrap_or_default();
    let says = content.iter().any(|byte| !matches!(*byte, FULL | 0 | 1 | 3));
    if says || kind_at.is_some() && !content.is_empty() {
        tell(content, found);
    }
    over(data, message.content_at, end);
    if let Some(kind) = kind_at.and_then(|at| data.get_mut(at)) {
        *kind = FILLER as u8;
    }
}

/// Says what was in it.
fn tell(content: &[u8], found: &mut Found) {
    // Video of camcorders (AVCHD) has place, time and device in numbers behind this name.
    if holds(content, b"MDPM") {
        [Removed::Place, Removed::Device, Removed::Dates].into_iter().for_each(|removed| found.note(removed));
    } else {
        found.block(content);
    }
}

/// Overwrites, and leaves guarding bytes with the zeros before them where they are: they are not counted in a length.
fn over(data: &mut [u8], start: usize, end: usize) {
    let before = data.get(..start).unwrap_or_default();
    let mut zeros = before.iter().rev().take_while(|byte| **byte == 0).take(2).count();
    for at in start..end {
        let Some(byte) = data.get(at).copied() else { return };
        let guard = zeros >= 2 && byte == 3;
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        let written: &[u8] = if guard { &[0, 0, 3] } else { &[FULL] };
        if let Some(place) = data.get_mut(at + 1 - written.len()..=at) {
            place.copy_from_slice(written);
        }
    }
}

/// Overwrites all of a unit but its head.
pub fn fill(data: &mut [u8], found: &mut Found) {
    let last = data.len().saturating_sub(1);
    let is_filled = data.iter().enumerate().all(|(at, byte)| *byte == if at == last { END } else { FULL });
    if is_filled {
        return;
    }
    tell(data, found);
    data.fill(FULL);
    if let Some(end) = data.get_mut(last) {
        *end = END;
    }
}

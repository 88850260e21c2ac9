//! Reading numbers and slices where every index is checked: what is not there makes the file damaged.

use crate::{CleanError, Result};

/// `len` bytes from `at` on.
pub fn slice(data: &[u8], at: usize, len: usize) -> Result<&[u8]> {
    at.checked_add(len).and_then(|end| data.get(at..end)).ok_or(CleanError::Damaged)
}

/// The same, to change.
pub fn slice_mut(data: &mut [u8], at: usize, len: usize) -> Result<&mut [u8]> {
    at.checked_add(len).and_then(|end| data.get_mut(at..end)).ok_or(CleanError::Damaged)
}

/// Up to eight bytes as a big-endian number.
pub fn be(data: &[u8], at: usize, len: usize) -> Result<u64> {
    Ok(slice(data, at, len)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

pub fn u8(data: &[u8], at: usize) -> Result<u8> {
    data.get(at).copied().ok_or(CleanError::Damaged)
}

pub fn be16(data: &[u8], at: usize) -> Result<u16> {
    Ok(be(data, at, 2)? as u16)
}

pub fn be32(data: &[u8], at: usize) -> Result<u32> {
    Ok(be(data, at, 4)? as u32)
}

pub fn le32(data: &[u8], at: usize) -> Result<u32> {
    Ok(be32(data, at)?.swap_bytes())
}

pub fn usize(number: u64) -> Result<usize> {
    usize::try_from(number).map_err(|_| CleanError::Damaged)
}

/// Whether a text occurs.
pub fn holds(data: &[u8], text: &[u8]) -> bool {
    find(data, text).is_some()
}

/// Where a text first occurs.
pub fn find(data: &[u8], text: &[u8]) -> Option<usize> {
    let first = *text.first()?;
    let mut from = 0;
    while let Some(at) = data.get(from..)?.iter().position(|byte| *byte == first) {
        if data.get(from + at..)?.starts_with(text) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

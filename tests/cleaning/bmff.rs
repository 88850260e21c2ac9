//! Files of boxes: HEIC pictures, MP4 and QuickTime films, M4A sound. The coded data is made up, and must be found again
//! where it was.

mod films;
mod messages;
mod photos;

use super::Sample;

/// A box.
pub fn boxed(name: &[u8; 4], content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    [&(content.len() as u32 + 8).to_be_bytes()[..], name, &content].concat()
}

/// A box with version and flags.
pub fn full(name: &[u8; 4], version: u8, content: &[&[u8]]) -> Vec<u8> {
    boxed(name, &[&[version, 0, 0, 0], &content.concat()])
}

pub fn be(number: usize) -> [u8; 4] {
    (number as u32).to_be_bytes()
}

/// Coded data that nothing else looks like: a unit behind its length, a slice to H.264 and to H.265.
pub fn coded(seed: u8, len: usize) -> Vec<u8> {
    let noise = (5..len).map(|at| 0x80 | (at as u8).wrapping_mul(29).wrapping_add(seed));
    be(len - 4).into_iter().chain([0x21]).chain(noise).collect()
}

/// Where each of these stands in a file, or nothing for one that is gone.
pub fn places(file: &[u8], pieces: &[Vec<u8>]) -> Vec<u8> {
    let at = |piece: &Vec<u8>| file.windows(piece.len()).position(|window| window == piece).expect("it is there");
    pieces.iter().flat_map(|piece| be(at(piece))).collect()
}

pub fn samples() -> Vec<Sample> {
    [photos::samples(), films::samples()].into_iter().flatten().collect()
}

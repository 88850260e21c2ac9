//! Undoing the filters of streams that must be read: inflating, and the predictors of tables.

use std::io::Read;

use flate2::bufread::ZlibDecoder;

use super::object::{Dictionary, Object};
use crate::{CleanError, Result, bytes, limits::Budget};

/// What one stream of objects may inflate to.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// The filters of a stream, in the order in which they are undone.
pub fn filters<'a>(dictionary: &Dictionary<'a>) -> Option<Vec<&'a [u8]>> {
    match dictionary.get(b"Filter") {
        None => Some(Vec::new()),
        Some(Object::Name(name)) => Some(vec![name]),
        Some(Object::Array(list)) => list.iter().map(Object::name).collect(),
        Some(_) => None,
    }
}

/// What beginning to inflate costs, in bytes that could be inflated meanwhile.
const BEGINNING: usize = 1024;

pub fn inflate(data: &[u8], limit: usize, budget: &Budget) -> Result<Vec<u8>> {
    // What is packed is work too: it may hold blocks of nothing.
    budget.spend(data.len() + BEGINNING)?;
    let mut content = Vec::new();
    let mut decoder = ZlibDecoder::new(data);
    // On the heap, which is wiped.
    let mut piece = vec![0; 16 * 1024];
    loop {
        let read = decoder.read(&mut piece).map_err(|_| CleanError::Damaged)?;
        if read == 0 {
            return Ok(content);
        }
        budget.spend(read)?;
        if content.len() + read > limit {
            return Err(CleanError::TooLarge);
        }
        content.extend_from_slice(piece.get(..read).unwrap_or_default());
    }
}

/// The content of a table or a stream of objects.
pub fn content(dictionary: &Dictionary<'_>, data: &[u8], budget: &Budget) -> Result<Vec<u8>> {
    match filters(dictionary).as_deref() {
        Some([]) if data.len() <= LARGEST => {
            budget.spend(data.len())?;
            Ok(data.to_vec())
        }
        Some([b"FlateDecode"]) => {
            let content = inflate(data, LARGEST, budget)?;
            let settings = match dictionary.get(b"DecodeParms") {
                Some(Object::Dictionary(settings)) => Some(settings),
                Some(Object::Array(list)) => list.first().and_then(Object::dictionary),
                _ => None,
            };
            match settings {
                Some(settings) => predicted(&content, settings),
                None => Ok(content),
            }
        }
        _ => Err(CleanError::Damaged),
    }
}

/// Undoes a predictor of PNG: each line says how it differs from the one above.
fn predicted(data: &[u8], settings: &Dictionary<'_>) -> Result<Vec<u8>> {
    let number = |key: &[u8], default| settings.get(key).map_or(Some(default), Object::integer);
    let must = |number: Option<usize>| number.ok_or(CleanError::Damaged);
    if must(number(b"Predictor", 1))? < 10 {
        return Ok(data.to_vec());
    }
    let (columns, colours) = (must(number(b"Columns", 1))?, must(number(b"Colors", 1))?);
    if must(number(b"BitsPerComponent", 8))? != 8 || colours != 1 || !(1..=64).contains(&columns) {
        return Err(CleanError::Damaged);
    }
    let mut content: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0; columns];
    for line in data.chunks_exact(columns + 1) {
        let (mut left, mut above_left) = (0_u8, 0_u8);
        let kind = bytes::u8(line, 0)?;
        for (byte, above) in line.iter().skip(1).zip(above.iter_mut()) {
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => *above,
                3 => ((u16::from(left) + u16::from(*above)) / 2) as u8,
                4 => paeth(left, *above, above_left),
                _ => return Err(CleanError::Damaged),
            };
            above_left = *above;
            left = byte.wrapping_add(guess);
            *above = left;
            content.push(left);
        }
    }
    Ok(content)
}

fn paeth(left: u8, above: u8, above_left: u8) -> u8 {
    let [a, b, c] = [left, above, above_left].map(i16::from);
    let guess = a + b - c;
    let (to_a, to_b, to_c) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    match (to_a <= to_b && to_a <= to_c, to_b <= to_c) {
        (true, _) => left,
        (false, true) => above,
        (false, false) => above_left,
    }
}

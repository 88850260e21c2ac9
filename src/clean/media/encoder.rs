//! Names that encoders leave inside the coded data, where decoders skip them. They are overwritten in place.

use crate::{
    bytes,
    found::{Found, Removed},
};

/// With the first character of a version, so that chance does not make one in many years of sound.
const NAMES: [&[u8]; 6] = [b"LAME3.", b"Lavc5", b"Lavc6", b"Lavc7", b"x264 - core ", b"x265 (build "];
/// The settings behind a name are a line of text.
const LONGEST: usize = 4096;

pub fn blank(coded: &mut [u8], found: &mut Found) {
    for name in NAMES {
        let mut from = 0;
        while let Some(at) = coded.get(from..).and_then(|rest| bytes::find(rest, name)) {
            let text = coded.iter_mut().skip(from + at).take(LONGEST);
            let text = text.take_while(|byte| byte.is_ascii_graphic() || **byte == b' ');
            text.for_each(|byte| *byte = b'U');
            found.note(Removed::Device);
            from += at + name.len();
        }
    }
}

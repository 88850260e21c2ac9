//! What moves and sounds. `boxes` walks ISO 14496-12, which HEIC pictures share. Readers of it (mp4parse, mp4-atom) build
//! what they understand and forget the rest; here every byte must be accounted for, in place.

pub mod boxes;
pub mod encoder;
pub mod extents;
mod messages;
pub mod movie;
pub mod mp3;
pub mod samples;
pub mod tracks;
pub mod units;

//! Pictures. Their containers are walked here rather than with a library: those that strip (img-parts, little_exif) name
//! what they take out; these keep only what shows the picture, and hold no second copy of it.

mod exif;
pub mod heic;
pub mod jp2;
pub mod jpeg;
pub mod png;
pub mod webp;

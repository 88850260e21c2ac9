//! Zipped documents: Office Open XML and OpenDocument. Parts are inflated, rewritten and deflated as they stream; only a
//! picture is held whole.

mod archive;
pub mod odf;
pub mod ooxml;
mod paths;
mod pictures;
mod writer;
mod xml;

use crate::{Kind, Limits, limits::Budget};
use archive::Archive;

/// The kind of a zipped document, by what it says it is inside.
pub fn recognise(file: &[u8]) -> Option<Kind> {
    let limits = Limits::default();
    let archive = Archive::open(file, &limits).ok()?;
    match archive.part("mimetype") {
        Some(part) => odf::kind(&part.whole(128, &mut Budget::new(&limits)).ok()?),
        None => ooxml::kind(&archive, &mut Budget::new(&limits)),
    }
}

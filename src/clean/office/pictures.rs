//! Pictures, sound and film inside documents: cleaned as files are.

use std::io::Write;

use crate::{CleanError, Kind, Result, found::Found, image, media};

/// The kind of a part, if it can be cleaned. GIF, EMF, WMF, TIFF and SVG are left out of the document.
pub fn kind(start: &[u8]) -> Option<Kind> {
    // Its start is too short for a second frame, and a document would be a document in a document.
    let kind = if start.starts_with(b"PK") { None } else { Kind::recognise(start) };
    kind.or_else(|| (start.starts_with(b"ID3") || start.starts_with(&[0xff, 0xfb])).then_some(Kind::Mp3))
        .filter(|kind| *kind != Kind::Pdf)
}

pub fn clean(mut content: Vec<u8>, kind: Kind, out: &mut dyn Write, found: &mut Found) -> Result<()> {
    match kind {
        Kind::Jpeg => image::jpeg::clean(&content, out, image::jpeg::Role::Embedded, found),
        Kind::Png => image::png::clean(&content, out, found),
        Kind::WebP => image::webp::clean(&content, out, found),
        Kind::Heic => image::heic::clean(&mut content, out, found),
        Kind::Mp4 | Kind::Mov | Kind::M4a => media::movie::clean(&mut content, out, found),
        Kind::Mp3 => media::mp3::clean(&mut content, out, found),
        _ => Err(CleanError::UnknownType),
    }
}

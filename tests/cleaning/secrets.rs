//! The secrets that are hidden in the corpus, and where to look for them: in the bytes, in what is packed, in UTF-16.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};

pub const AUTHOR: &str = "Canarie de Vries-Voorbeeld";
pub const CAMERA: &str = "CanarieCam 9000";
pub const SERIAL: &str = "SN-4711-0815";
pub const PLACE: &str = "+52.3702+004.8952/";
pub const PATH: &str = "C:\\Users\\canarie\\geheim";
pub const DATE: &str = "2024:05:17 11:22:33";
pub const ISO_DATE: &str = "2024-05-17T11:22:33Z";
pub const RSID: &str = "00C4A12B";
pub const DELETED: &str = "kanarie-oude-versie";
pub const HIDDEN: &str = "kanarie-verborgen";
/// Degrees, minutes and hundredths of seconds of a place, as EXIF has it.
pub const GPS: [[u32; 2]; 3] = [[52, 1], [22, 1], [1271, 100]];

fn needles() -> Vec<(String, Vec<u8>)> {
    let texts = [AUTHOR, CAMERA, SERIAL, PLACE, PATH, DATE, ISO_DATE, RSID, DELETED, HIDDEN, "anarie", "ANARIE"];
    let mut needles = Vec::new();
    for text in texts {
        needles.push((text.to_owned(), text.as_bytes().to_vec()));
        needles.push((format!("{text} (UTF-16BE)"), text.encode_utf16().flat_map(u16::to_be_bytes).collect()));
        needles.push((format!("{text} (UTF-16LE)"), text.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    }
    for (name, bytes) in [("GPS", u32::to_be_bytes as fn(u32) -> [u8; 4]), ("GPS (Intel)", u32::to_le_bytes)] {
        needles.push((name.to_owned(), GPS.as_flattened().iter().flat_map(|number| bytes(*number)).collect()));
    }
    needles
}

/// Which secrets a file tells, packed or not.
pub fn told_by(file: &[u8]) -> Vec<String> {
    let mut layers = vec![file.to_vec()];
    if file.starts_with(b"PK") {
        layers.extend(super::zips::parts(file).into_iter().map(|(name, content)| [name.as_bytes(), &content].concat()));
    }
    // Streams of a PDF, profiles and texts of a PNG: all that inflates.
    let packed: Vec<_> = file.windows(2).enumerate().filter(|(_, head)| is_zlib(head)).map(|(at, _)| at).collect();
    for at in packed.into_iter().take(2000) {
        let mut content = Vec::new();
        let _ = ZlibDecoder::new(&file[at..]).take(1 << 20).read_to_end(&mut content);
        layers.push(content);
    }
    let needles = needles();
    let mut told: Vec<_> = layers
        .iter()
        .flat_map(|layer| needles.iter().filter(|(_, needle)| holds(layer, needle)).map(|(name, _)| name.clone()))
        .collect();
    told.sort();
    told.dedup();
    told
}

fn is_zlib(head: &[u8]) -> bool {
    matches!(head, [0x78, 0x01 | 0x5e | 0x9c | 0xda])
}

pub fn holds(data: &[u8], needle: &[u8]) -> bool {
    data.windows(needle.len()).any(|window| window == needle)
}

pub fn inflate(packed: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    DeflateDecoder::new(packed).read_to_end(&mut content).expect("it inflates");
    content
}

//! JPEG, PNG and WebP: encoded by libraries, then given what cameras and editors add.

use clean::{Kind, Removed};
use image::{ExtendedColorType, ImageEncoder, codecs};
use jpeg_encoder::{ColorType, Encoder};

use super::{
    Sample,
    secrets::{AUTHOR, CAMERA, DATE, HIDDEN, PLACE},
    tiff,
};

pub const WIDTH: u16 = 48;
pub const HEIGHT: u16 = 32;

fn pixels(channels: usize) -> Vec<u8> {
    let count = usize::from(WIDTH) * usize::from(HEIGHT) * channels;
    (0..count).map(|at| (at * 7 % 251 + at / 97) as u8).collect()
}

pub fn jpeg(progressive: bool, colour: ColorType) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, 90);
    encoder.set_progressive(progressive);
    let channels = if matches!(colour, ColorType::Luma) { 1 } else { 3 };
    encoder.encode(&pixels(channels), WIDTH, HEIGHT, colour).expect("a JPEG");
    out
}

pub fn png() -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = codecs::png::PngEncoder::new(&mut out);
    encoder.write_image(&pixels(4), WIDTH.into(), HEIGHT.into(), ExtendedColorType::Rgba8).expect("a PNG");
    out
}

fn webp() -> Vec<u8> {
    let mut out = Vec::new();
    let encoder = codecs::webp::WebPEncoder::new_lossless(&mut out);
    encoder.write_image(&pixels(4), WIDTH.into(), HEIGHT.into(), ExtendedColorType::Rgba8).expect("a WebP");
    out
}

/// The pixels, as stored: size first.
pub fn shows(file: &[u8]) -> Vec<u8> {
    let picture = image::load_from_memory(file).expect("it opens").to_rgba8();
    [&picture.width().to_be_bytes()[..], &picture.height().to_be_bytes(), picture.as_raw()].concat()
}

fn segment(marker: u8, content: &[&[u8]]) -> Vec<u8> {
    let content = content.concat();
    [&[0xff, marker][..], &(content.len() as u16 + 2).to_be_bytes(), &content].concat()
}

/// A JPEG with more segments after its first marker.
pub fn with_segments(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

pub fn exif_segment(orientation: Option<u16>, intel: bool) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", &tiff::exif(orientation, intel)])
}

fn iptc() -> Vec<u8> {
    let record = [&[0x1c, 2, 80, 0, AUTHOR.len() as u8][..], AUTHOR.as_bytes()].concat();
    let len = (record.len() as u32).to_be_bytes();
    segment(0xed, &[b"Photoshop 3.0\0", b"8BIM\x04\x04\0\0", &len, &record, &[0][..record.len() % 2]])
}

fn profile() -> Vec<u8> {
    let mut icc = vec![0; 128];
    icc[36..40].copy_from_slice(b"acsp");
    icc.extend_from_slice(CAMERA.as_bytes());
    segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", &icc])
}

const CAMERA_TOLD: &[Removed] = &[Removed::Place, Removed::Device, Removed::Author, Removed::Dates, Removed::Thumbnail];

fn jpegs() -> Vec<Sample> {
    let sample = |name, bytes, told| Sample { name, kind: Kind::Jpeg, bytes, told, shows };
    let plain = jpeg(false, ColorType::Rgb);
    let xmp = || segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", &tiff::xmp()]);
    let comment = segment(0xfe, &[AUTHOR.as_bytes()]);
    let jfxx = segment(0xe0, &[b"JFXX\0\x10", tiff::THUMBNAIL]);
    let phone = with_segments(&plain, &[exif_segment(Some(6), true), xmp(), profile()]);
    let film = [&phone[..], b"\0\0\0\x18ftypmp42", HIDDEN.as_bytes(), PLACE.as_bytes()].concat();
    let pair = [&with_segments(&plain, &[segment(0xe2, &[b"MPF\0", CAMERA.as_bytes()])])[..], &phone].concat();
    vec![
        sample("a phone's photo", phone, CAMERA_TOLD),
        sample("a photo with a film behind it", film, &[Removed::Place, Removed::Hidden]),
        sample("two photos in one", pair, &[Removed::Thumbnail, Removed::Hidden]),
        sample(
            "a progressive JPEG, Motorola order",
            with_segments(&jpeg(true, ColorType::Rgb), &[exif_segment(Some(3), false)]),
            CAMERA_TOLD,
        ),
        sample(
            "a grey scan, not turned",
            with_segments(&jpeg(false, ColorType::Luma), &[exif_segment(Some(1), true), comment.clone()]),
            &[Removed::Comments, Removed::Device],
        ),
        sample("an agency's photo", with_segments(&plain, &[iptc(), xmp(), comment]), &[Removed::Author]),
        sample("a JPEG with a JFXX thumbnail", with_segments(&plain, &[jfxx]), &[Removed::Thumbnail]),
    ]
}

pub fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(name);
    crc.update(content);
    [&(content.len() as u32).to_be_bytes()[..], name, content, &crc.sum().to_be_bytes()].concat()
}

/// A PNG with more chunks after its header.
pub fn with_chunks(png: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    [&png[..33], &chunks.concat(), &png[33..]].concat()
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, text.as_bytes()).expect("packed");
    encoder.finish().expect("packed")
}

fn pngs() -> Vec<Sample> {
    let sample = |name, bytes, told| Sample { name, kind: Kind::Png, bytes, told, shows };
    let texts = vec![
        chunk(b"tEXt", format!("Author\0{AUTHOR}").as_bytes()),
        chunk(b"zTXt", &[&b"Software\0\0"[..], &packed(CAMERA)].concat()),
        chunk(b"iTXt", &[&b"XML:com.adobe.xmp\0\0\0\0\0"[..], &tiff::xmp()].concat()),
        chunk(b"tIME", &[0x07, 0xe8, 5, 17, 11, 22, 33]),
    ];
    let screen = vec![
        chunk(b"iCCP", &[&b"CANARIE Display\0\0"[..], &packed(CAMERA)].concat()),
        chunk(b"pHYs", &[0, 0, 0x0b, 0x13, 0, 0, 0x0b, 0x13, 1]),
    ];
    let turned = vec![chunk(b"eXIf", &tiff::exif(Some(8), false)), chunk(b"caNb", HIDDEN.as_bytes())];
    let twice = [&png()[..], &png(), HIDDEN.as_bytes()].concat();
    let animated = vec![
        chunk(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0]),
        chunk(b"fcTL", &[&[0; 4][..], &[0, 0, 0, 48, 0, 0, 0, 32], &[0; 8], &[0, 1, 0, 10, 0, 0]].concat()),
        chunk(b"tEXt", format!("Comment\0{AUTHOR} {DATE}").as_bytes()),
    ];
    vec![
        sample("a PNG of an editor", with_chunks(&png(), &texts), &[Removed::Author, Removed::Dates, Removed::Device]),
        sample("a screenshot", with_chunks(&png(), &screen), &[Removed::OtherMetadata]),
        sample("a turned PNG", with_chunks(&png(), &turned), &[Removed::Place, Removed::Device]),
        sample("a PNG that goes on after its end", twice, &[Removed::Hidden]),
        sample("an animated PNG", with_chunks(&png(), &animated), &[Removed::Comments]),
    ]
}

pub fn riff(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let len = (content.len() as u32).to_le_bytes();
    [&name[..], &len, content, &[0][..content.len() % 2]].concat()
}

fn webps() -> Vec<Sample> {
    let sample = |name, bytes, told| Sample { name, kind: Kind::WebP, bytes, told, shows };
    let file = |chunks: &[Vec<u8>]| riff(b"RIFF", &[&b"WEBP"[..], &chunks.concat()].concat());
    let canvas = |flags: u8| riff(b"VP8X", &[flags, 0, 0, 0, 47, 0, 0, 31, 0, 0]);
    let picture = webp()[12..].to_vec();
    let exif = riff(b"EXIF", &tiff::exif(Some(6), true));
    let (xmp, icc) = (riff(b"XMP ", &tiff::xmp()), riff(b"ICCP", CAMERA.as_bytes()));
    let all = file(&[canvas(0x3c), icc, picture.clone(), exif, xmp.clone()]);
    let plain = [file(std::slice::from_ref(&picture)), HIDDEN.as_bytes().to_vec()].concat();
    let unknown = file(&[canvas(0x10), riff(b"CANA", AUTHOR.as_bytes()), picture.clone(), xmp]);
    let frame_head = [0, 0, 0, 0, 0, 0, 47, 0, 0, 31, 0, 0, 10, 0, 0, 2];
    let frame = riff(b"ANMF", &[&frame_head[..], &picture, &riff(b"CANA", AUTHOR.as_bytes())].concat());
    let film = file(&[canvas(0x12), riff(b"ANIM", &[0; 6]), frame]);
    vec![
        sample("a phone's WebP", all, &[Removed::Place, Removed::Device, Removed::Author]),
        sample("a WebP that goes on after its end", plain, &[Removed::Hidden]),
        sample("a WebP with unknown chunks", unknown, &[Removed::Author]),
        sample("an animated WebP", film, &[Removed::OtherMetadata]),
    ]
}

pub fn samples() -> Vec<Sample> {
    [jpegs(), pngs(), webps()].into_iter().flatten().collect()
}

//! MP3: frames with tags of every kind before, between and after them.

use clean::{Kind, Removed};

use super::{
    Sample,
    secrets::{AUTHOR, CAMERA, DATE, HIDDEN, PATH},
};

/// 128 kbit/s, 44.1 kHz, stereo.
const HEAD: [u8; 4] = [0xff, 0xfb, 0x90, 0x00];
const LEN: usize = 417;
const HALF_LEN: usize = 208;

fn frame(number: usize) -> Vec<u8> {
    let noise = (0..LEN - 4).map(|at| ((at * 31 + number * 17) % 250) as u8);
    HEAD.into_iter().chain(noise).collect()
}

fn frames(count: usize) -> Vec<u8> {
    (0..count).flat_map(frame).collect()
}

/// What the player counts with: how many frames and bytes; then what made it.
fn info() -> Vec<u8> {
    let mut frame = [&HEAD[..], &[0; LEN - 4]].concat();
    frame[36..44].copy_from_slice(b"Info\0\0\0\x03");
    frame[44..52].copy_from_slice(&[0, 0, 0, 20, 0, 0, 0x20, 0x94]);
    frame[52..67].copy_from_slice(CAMERA.as_bytes());
    frame
}

fn text(name: &[u8; 4], text: &str) -> Vec<u8> {
    let len = (text.len() as u32 + 1).to_be_bytes();
    [&name[..], &len, &[0, 0, 0], text.as_bytes()].concat()
}

pub fn id3() -> Vec<u8> {
    let content = [
        text(b"TPE1", AUTHOR),
        text(b"TDRC", DATE),
        text(b"TSSE", CAMERA),
        text(b"COMM", PATH),
        text(b"APIC", "CANARIE-THUMBNAIL"),
    ]
    .concat();
    let len = content.len();
    let sizes = [len >> 21, len >> 14, len >> 7, len].map(|part| (part & 0x7f) as u8);
    [&b"ID3\x04\0\0"[..], &sizes, &content].concat()
}

fn ape() -> Vec<u8> {
    let item = [&(AUTHOR.len() as u32).to_le_bytes()[..], &[0; 4], b"Artist\0", AUTHOR.as_bytes()].concat();
    let head = |flags: u32| {
        let numbers = [2000, item.len() as u32 + 32, 1, flags];
        [&b"APETAGEX"[..], &numbers.map(u32::to_le_bytes).concat(), &[0; 8]].concat()
    };
    [head(0xa000_0000), item.clone(), head(0x8000_0000)].concat()
}

fn id3v1() -> Vec<u8> {
    let mut tag = [&b"TAG"[..], &[0; 125]].concat();
    tag[33..33 + AUTHOR.len()].copy_from_slice(AUTHOR.as_bytes());
    tag
}

fn lyrics() -> Vec<u8> {
    let content = format!("LYRICSBEGININD0000210EAR00026{AUTHOR}");
    format!("{content}{:06}LYRICS200", content.len()).into_bytes()
}

/// What is heard: the noise of every frame, found by its own arithmetic.
fn shows(file: &[u8]) -> Vec<u8> {
    let number_of = |start: usize| (0..50).find(|number| file[start..].starts_with(&frame(*number)));
    (0..file.len()).filter_map(number_of).map(|number| number as u8).collect()
}

/// At half the rate frames are half as long; LAME's name fills the last ones.
fn half() -> Vec<u8> {
    let frame = |number: usize| {
        let mut frame = [&[0xff, 0xf3, 0x80, 0xc4][..], &[number as u8 + 1; HALF_LEN - 4]].concat();
        frame[160..172].copy_from_slice(b"LAME3.100UUU");
        frame
    };
    (0..8).flat_map(frame).chain(id3v1()).collect()
}

fn shows_half(file: &[u8]) -> Vec<u8> {
    file.chunks_exact(HALF_LEN).take(8).map(|frame| frame[100]).collect()
}

pub fn samples() -> Vec<Sample> {
    let sample = |name, bytes: Vec<Vec<u8>>, told| Sample { name, kind: Kind::Mp3, bytes: bytes.concat(), told, shows };
    let told = &[Removed::Author, Removed::Dates, Removed::Device, Removed::Thumbnail];
    let hidden = HIDDEN.as_bytes().to_vec();
    vec![
        sample("a recording with tags", vec![id3(), info(), frames(20), lyrics(), id3v1()], told),
        sample("a recording with tags at its end", vec![frames(20), id3(), ape(), id3v1()], told),
        sample("a recording cut and pasted", vec![id3(), frames(5), hidden, frames(9)], &[Removed::Hidden]),
        Sample { name: "half the rate", kind: Kind::Mp3, bytes: half(), told: &[Removed::Device], shows: shows_half },
    ]
}

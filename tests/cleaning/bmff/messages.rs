//! Messages in a stream of H.264 or H.265 (SEI): of a camcorder that says where it is, of an encoder that says what it is.

use clean::CleanError;

use super::{
    super::{
        cleaned,
        secrets::{CAMERA, HIDDEN, PATH, PLACE, SERIAL, told_by},
    },
    be, coded, films,
};

/// A message as it is written: type, length, content.
fn message(kind: usize, content: &[u8]) -> Vec<u8> {
    let number = |number: usize| [vec![0xff; number / 255], vec![(number % 255) as u8]].concat();
    [number(kind), number(content.len()), content.to_vec()].concat()
}

/// A unit with these messages. `00 00 0x` is guarded, as encoders do.
fn unit(head: &[u8], messages: &[Vec<u8>]) -> Vec<u8> {
    let mut written: Vec<u8> = Vec::new();
    for byte in messages.concat().into_iter().chain([0x80]) {
        if byte <= 3 && written.ends_with(&[0, 0]) {
            written.push(3);
        }
        written.push(byte);
    }
    [head, &written].concat()
}

fn with_length(unit: &[u8]) -> Vec<u8> {
    [&be(unit.len())[..], unit].concat()
}

/// An AVCHD camcorder: its UUID, then numbers in fields with zeros between.
fn camcorder() -> Vec<u8> {
    let uuid = [0x17, 0xee, 0x8c, 0x60, 0xf8, 0x4d, 0x11, 0xd9, 0x8c, 0xd6, 0x08, 0x00, 0x20, 0x0c, 0x9a, 0x66];
    [&uuid[..], b"MDPM\x09\0\0\0\x01", PLACE.as_bytes(), &[0, 0, 1, 0, 0, 0], CAMERA.as_bytes(), &[0, 0]].concat()
}

fn encoder() -> Vec<u8> {
    [&[7; 16][..], b"x265 (build 199) - 3.5:[Linux] ", PATH.as_bytes(), &[b'=', 0].repeat(200)].concat()
}

/// What says how to show it: a recovery point.
fn needed() -> Vec<u8> {
    message(6, &[0, 0, 0, 0x40])
}

fn messages() -> Vec<Vec<u8>> {
    vec![
        message(5, &camcorder()),
        needed(),
        message(4, &[&[0xb5, 0, 0x31][..], HIDDEN.as_bytes()].concat()),
        message(300, SERIAL.as_bytes()),
        message(5, &encoder()),
        message(136, SERIAL.as_bytes()),
    ]
}

fn chunks(head: &[u8], last: &[u8], seed: u8) -> Vec<Vec<u8>> {
    let one = with_length(&unit(head, &messages()));
    let of_nobody = with_length(&[last, HIDDEN.as_bytes()].concat());
    // Cut off, and padded.
    let broken = with_length(&[head, &[5, 200], PLACE.as_bytes()].concat());
    vec![
        [one.clone(), coded(seed, 200)].concat(),
        [coded(seed + 1, 150), of_nobody].concat(),
        [coded(seed + 2, 70), broken, vec![0; 3]].concat(),
    ]
}

pub fn chunks_h264(seed: u8) -> Vec<Vec<u8>> {
    chunks(&[6], &[24], seed)
}

pub fn chunks_h265(seed: u8) -> Vec<Vec<u8>> {
    chunks(&[0x4e, 1], &[0x60, 1], seed)
}

fn list(units: &[Vec<u8>]) -> Vec<u8> {
    units.iter().flat_map(|unit| [&(unit.len() as u16).to_be_bytes()[..], unit].concat()).collect()
}

/// What a decoder is told first, with a message among it, and something behind it.
pub fn record_h264() -> Vec<u8> {
    let sets = [vec![0x67, 100, 0, 30, 0xac], unit(&[6], &[message(5, &encoder())])];
    [&[1, 100, 0, 30, 0xff, 0xe2][..], &list(&sets), &[1], &list(&[vec![0x68, 0xee]]), &[0xfd, 0xf8, 0xf8, 0]].concat()
}

pub fn record_h265() -> Vec<u8> {
    let mut head = [0; 23];
    (head[0], head[21], head[22]) = (1, 3, 2);
    let sets = [&[0x20, 0, 1][..], &list(&[vec![0x40, 1, 0x0c]])].concat();
    let message = [&[0xa7, 0, 1][..], &list(&[unit(&[0x4e, 1], &[message(5, &encoder())])])].concat();
    [&head[..], &sets, &message, HIDDEN.as_bytes()].concat()
}

fn film(chunks: Vec<Vec<u8>>) -> Vec<u8> {
    let track = films::Track { chunks, ..films::track(b"vide", b"avc1", 10) };
    films::film(Some(b"isom"), &[track], &[], false, &[])
}

#[test]
fn messages_become_filler_and_the_others_stay() {
    let start = |kind: usize| with_length(&unit(&[6], &[message(kind, &camcorder()), needed()]));
    let (clean, _) = cleaned(&film(vec![[start(5), coded(3, 60)].concat()])).expect("a film");
    let at = clean.windows(4).position(|name| name == b"mdat").expect("media data") + 4;
    let written = &clean[at + 4..at + start(5).len()];
    assert!(written.starts_with(&[6, 3, camcorder().len() as u8, 0xff]), "{written:x?}");
    assert!(written.ends_with(&unit(&[], &[needed()])), "{written:x?}");
    // Read as a decoder does, it is as long as it was.
    let mut read: Vec<u8> = Vec::new();
    let mut zeros = 0;
    for byte in &written[1..] {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        read.push(*byte);
    }
    assert_eq!(read[2 + camcorder().len()..], [needed(), vec![0x80]].concat());
    assert!(told_by(&clean).is_empty());
}

#[test]
fn samples_that_are_no_units_are_damaged() {
    for chunk in [vec![0xff; 60], [&be(100)[..], &[0x21; 50]].concat(), [coded(1, 60), vec![0, 0, 1]].concat()] {
        assert!(matches!(cleaned(&film(vec![chunk])), Err(CleanError::Damaged)));
    }
}

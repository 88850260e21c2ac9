//! JPEG 2000 on the pages of a PDF: what its encoder says of itself, and the profile of the scanner. The code is made up.

use clean::Removed;
use lopdf::{Document, Stream, dictionary};

use super::{
    bmff::{be, boxed, coded},
    cleaned,
    secrets::{self, AUTHOR, CAMERA, HIDDEN, SERIAL},
};

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &(content.len() as u16 + 2).to_be_bytes(), content].concat()
}

fn comment(text: &str) -> Vec<u8> {
    segment(0x64, &[&[0, 1], text.as_bytes()].concat())
}

fn tile(number: u8, header: &[u8], samples: &[u8], told: bool) -> Vec<u8> {
    let len = 12 + header.len() + 2 + samples.len();
    let head = [&[0, number][..], &be(if told { len } else { 0 }), &[0, 1]].concat();
    [segment(0x90, &head), header.to_vec(), vec![0xff, 0x93], samples.to_vec()].concat()
}

/// The code, as an encoder leaves it or as it should be.
fn code(clean: bool, told: bool) -> Vec<u8> {
    let said = |text: &str| if clean { Vec::new() } else { comment(text) };
    let lengths = if clean { Vec::new() } else { segment(0x55, &[0, 0x40, 0, 0, 0, 99]) };
    let end: &[u8] = if clean { b"" } else { HIDDEN.as_bytes() };
    [
        vec![0xff, 0x4f],
        segment(0x51, &[0; 38]),
        said(CAMERA),
        segment(0x52, &[0; 10]),
        lengths,
        segment(0x5c, &[0; 4]),
        tile(0, &said(SERIAL), &coded(1, 300), true),
        tile(1, &[said(AUTHOR), segment(0x5c, &[0; 4])].concat(), &coded(2, 200), clean || told),
        vec![0xff, 0xd9],
        if told { end.to_vec() } else { Vec::new() },
    ]
    .concat()
}

fn boxes(colours: &[Vec<u8>], extra: &[u8], code: &[u8]) -> Vec<u8> {
    let header = [boxed(b"ihdr", &[&[0; 14]]), colours.concat(), extra.to_vec()].concat();
    let kind = boxed(b"ftyp", &[b"jp2 \0\0\0\0jp2 "]);
    [boxed(b"jP  ", &[&[13, 10, 0x87, 10]]), kind, boxed(b"jp2h", &[&header]), boxed(b"jp2c", &[code])].concat()
}

fn document(picture: &[u8]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let image = dictionary! { "Subtype" => "Image", "Width" => 8, "Height" => 8, "Filter" => "JPXDecode" };
    let image = document.add_object(Stream::new(image, picture.to_vec()));
    let resources = dictionary! { "XObject" => dictionary! { "I1" => image } };
    let page = document.add_object(dictionary! { "Type" => "Page", "Resources" => resources });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => page });
    document.trailer.set("Root", catalog);
    let mut out = Vec::new();
    document.save_to(&mut out).expect("saved");
    out
}

#[track_caller]
fn becomes(dirty: &[u8], clean: &[u8]) -> Vec<Removed> {
    let file = document(dirty);
    assert!(!secrets::told_by(&file).is_empty());
    let (once, removed) = cleaned(&file).expect("a document");
    assert_eq!(secrets::told_by(&once), Vec::<String>::new());
    let written = [b"stream\n", clean, b"\nendstream"].concat();
    assert!(secrets::holds(&once, &written), "something else was written");
    assert!(cleaned(&once).expect("a document").0 == once);
    removed
}

#[test]
fn comments_go_from_the_code_wherever_they_stand() {
    let removed = becomes(&code(false, true), &code(true, true));
    assert!([Removed::Comments, Removed::Hidden].iter().all(|told| removed.contains(told)), "{removed:?}");
    // A last tile that does not say how long it is.
    becomes(&code(false, false), &code(true, true));
}

#[test]
fn a_profile_becomes_the_plain_colours_it_speaks_of() {
    for (space, number) in [(b"RGB ", 16), (b"GRAY", 17), (b"CMYK", 12)] {
        let profile = [&[2, 0, 0][..], &[0; 16], space, CAMERA.as_bytes()].concat();
        let plain = boxed(b"colr", &[&[1, 0, 0], &be(number)]);
        let resolution = boxed(b"res ", &[SERIAL.as_bytes()]);
        let dirty = boxes(&[boxed(b"colr", &[&profile])], &resolution, &code(false, true));
        let removed = becomes(&dirty, &boxes(&[plain], &[], &code(true, true)));
        assert!(removed.contains(&Removed::OtherMetadata), "{removed:?}");
    }
}

#[test]
fn a_code_we_do_not_know_is_not_passed_on() {
    let unknown = [&code(true, true)[..44], &segment(0x74, AUTHOR.as_bytes()), &code(true, true)[44..]].concat();
    assert!(cleaned(&document(&unknown)).is_err());
    assert!(cleaned(&document(&[0xff, 0x4f, 0xff, 0xd9])).is_err());
    let private = boxes(&[boxed(b"colr", &[&[4, 0, 0], AUTHOR.as_bytes()])], &[], &code(true, true));
    assert!(cleaned(&document(&private)).is_err());
}

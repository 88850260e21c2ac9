//! Whoever has a clock stops a cleaning with it, and so counts its work: it is asked once in so many bytes.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use clean::{CleanError, KeepOn, Limits};

use super::{bmff, corpus};

/// Bytes of work for which it is asked once.
const STRIDE: usize = 64 * 1024;

/// Cleans a file; with how often it was asked whether to keep on.
pub fn counted(bytes: &[u8]) -> (Result<Vec<u8>, CleanError>, usize) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let keep_on = KeepOn::when(move || count.fetch_add(1, Ordering::Relaxed) < usize::MAX);
    let mut out = Vec::new();
    let done = clean::clean(bytes.to_vec(), &mut out, &Limits { keep_on, ..Limits::default() });
    (done.map(|_| out), asked.load(Ordering::Relaxed))
}

#[test]
fn a_cleaning_of_any_kind_ends_when_it_is_told_to() {
    for sample in corpus() {
        let limits = Limits { keep_on: KeepOn::when(|| false), ..Limits::default() };
        let error = clean::clean(sample.bytes, &mut Vec::new(), &limits).err();
        assert!(matches!(error, Some(CleanError::OutOfTime)), "{}: {error:?}", sample.name);
    }
}

#[test]
fn a_long_cleaning_is_asked_about_all_along() {
    let mut jpeg = super::pictures::jpeg(false, jpeg_encoder::ColorType::Rgb);
    let end = jpeg.split_off(jpeg.len() - 2);
    let long = [&jpeg[..], &[0xff, 0xdd, 0, 4, 0, 0].repeat(700_000), &end].concat();
    let (done, asked) = counted(&long);
    assert!(done.is_ok() && asked >= long.len() / STRIDE, "{asked}");
    // It says yes ten times.
    let left = AtomicUsize::new(10);
    let keep_on =
        KeepOn::when(move || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).is_ok());
    let mut out = Vec::new();
    let error = clean::clean(long, &mut out, &Limits { keep_on, ..Limits::default() }).err();
    assert!(matches!(error, Some(CleanError::OutOfTime)), "{error:?}");
    assert!(out.len() < 11 * STRIDE, "{}", out.len());
}

/// A HEIC whose `items` of EXIF are `extents` pieces each, all of them the same directory that leads to itself.
fn heic(items: u16, extents: u16, entries: u16, width: u8) -> Vec<u8> {
    let entry = |tag: u16| [&tag.to_be_bytes()[..], &[0, 4, 0, 0, 0, 1, 0, 0, 0, 8]].concat();
    let list = [entry(0x8769), entry(0xffff).repeat(usize::from(entries) - 1)].concat();
    let exif = [&b"\0\0\0\0MM\0\x2a\0\0\0\x08"[..], &entries.to_be_bytes(), &list, &[0, 0, 0, 8]].concat();
    let picture = bmff::coded(1, 64);
    let info = |id: u16, kind: &[u8]| bmff::full(b"infe", 2, &[&id.to_be_bytes(), &[0, 0], kind, &[0]]);
    let infos: Vec<u8> = (2..items + 2).flat_map(|id| info(id, b"Exif")).collect();
    let properties = [
        bmff::boxed(b"ipco", &[&bmff::full(b"ispe", 0, &[&bmff::be(8), &bmff::be(8)])]),
        bmff::full(b"ipma", 0, &[&bmff::be(1), &[0, 1, 1, 1]]),
    ];
    let meta = |at: usize| {
        let number = |number: usize| bmff::be(number)[..usize::from(width)].to_vec();
        let mut list = Vec::new();
        let extent = [number(at + 64), number(exif.len())].concat();
        for id in 2..items + 2 {
            list.extend([&id.to_be_bytes()[..], &[0, 0], &extents.to_be_bytes()].concat());
            list.extend(extent.repeat(usize::from(extents)));
        }
        // The picture comes last: without its place the rest is not looked at.
        list.extend([&[0, 1, 0, 0, 0, 1][..], &number(at), &number(64)].concat());
        let content = [
            bmff::full(b"hdlr", 0, &[&[0; 4], b"pict", &[0; 13]]),
            bmff::full(b"pitm", 0, &[&[0, 1]]),
            bmff::full(b"iinf", 0, &[&(items + 1).to_be_bytes(), &info(1, b"hvc1"), &infos]),
            bmff::boxed(b"iprp", &[&properties.concat()]),
            bmff::full(b"iloc", 0, &[&[width << 4 | width, 0], &(items + 1).to_be_bytes(), &list]),
        ];
        bmff::full(b"meta", 0, &[&content.concat()])
    };
    let head = bmff::boxed(b"ftyp", &[b"heic", &[0; 4], b"mif1heic"]);
    let at = head.len() + meta(0).len() + 8;
    [head, meta(at), bmff::boxed(b"mdat", &[&picture, &exif])].concat()
}

#[test]
fn exif_that_is_said_to_be_in_a_thousand_places_is_looked_at_once() {
    for (items, extents) in [(1, 1_000), (1_000, 1), (4_000, 10)] {
        let file = heic(items, extents, 65_535, 4);
        let (done, asked) = counted(&file);
        assert!(done.is_ok(), "{:?}", done.err());
        assert!(asked < 20 + 2 * file.len() / STRIDE, "{items} of {extents}: {asked}");
    }
    // An honest one is read as before.
    let limits = Limits::default();
    let done = clean::clean(heic(1, 1, 10, 4), &mut Vec::new(), &limits).expect("a picture");
    assert_eq!(done.removed, [clean::Removed::Hidden, clean::Removed::OtherMetadata]);
    // Extents of no bytes: sixty-five thousand for six bytes each.
    let (done, asked) = counted(&heic(9_998, 65_535, 1, 0));
    assert!(matches!(done, Err(CleanError::UnknownType)) && asked < 100, "{asked}");
}

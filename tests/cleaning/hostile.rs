//! Files that are broken, lie, or were made to harm: each ends in an error or a clean file, in bounded work, and never in a
//! panic. `bombs` has those that ask for much, `clock` those that are stopped, `packed` small PDFs with much in them,
//! `polyglots` those that are two things.

pub mod bombs;
mod clock;
mod packed;
mod polyglots;

use clean::{CleanError, Kind, Limits};
use proptest::prelude::*;
use std::sync::LazyLock;

use super::{bmff, cleaned, corpus, pictures, zips};

/// Cleans what may be anything. That it comes back is what is asked of it.
fn survives(bytes: &[u8]) {
    if let Ok((out, _)) = cleaned(bytes) {
        assert!(out.len() <= 8 * bytes.len() + 65_536, "{} bytes became {}", bytes.len(), out.len());
    }
}

#[track_caller]
fn refused(bytes: &[u8]) -> CleanError {
    cleaned(bytes).expect_err("it is refused")
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_survived() {
    for sample in corpus() {
        let len = sample.bytes.len();
        let step = (len / 80).max(1);
        for end in (0..len.min(24)).chain((0..len).step_by(step)).chain(len.saturating_sub(24)..len) {
            survives(&sample.bytes[..end]);
        }
    }
}

#[test]
fn a_picture_or_document_that_was_cut_off_is_said_to_be_damaged() {
    // Of sound, what is there is sound; behind a picture something may be missing that was never part of it.
    for sample in corpus().into_iter().filter(|sample| sample.kind != Kind::Mp3) {
        let half = &sample.clean().0;
        let error = cleaned(&half[..half.len() / 2]).err();
        assert!(matches!(error, Some(CleanError::Damaged | CleanError::UnknownType)), "{}: {error:?}", sample.name);
    }
}

static FILES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| corpus().into_iter().map(|sample| sample.bytes).collect());

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_file_with_other_bytes_in_it_is_survived(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = file.get(&FILES).clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(&bytes);
    }

    #[test]
    fn noise_behind_any_beginning_is_survived(
        file in any::<prop::sample::Index>(),
        start in 0_usize..200,
        noise in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let file = file.get(&FILES);
        survives(&[&file[..start.min(file.len())], &noise].concat());
    }

    #[test]
    fn a_piece_cut_out_or_doubled_is_survived(
        file in any::<prop::sample::Index>(),
        places in any::<[prop::sample::Index; 2]>(),
        doubled in any::<bool>(),
    ) {
        let file = file.get(&FILES);
        let [first, second] = places.map(|place| place.index(file.len()));
        let (start, end) = (first.min(second), first.max(second));
        let again = if doubled { start } else { end };
        survives(&[&file[..if doubled { end } else { start }], &file[again..]].concat());
    }
}

#[test]
fn nothing_and_zeros_are_no_file() {
    assert!(matches!(refused(b""), CleanError::UnknownType));
    assert!(matches!(refused(&vec![0; 1 << 20]), CleanError::UnknownType));
    assert!(matches!(refused(b"GIF89a\x01\0\x01\0"), CleanError::UnknownType));
    assert!(matches!(refused(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), CleanError::UnknownType));
}

#[test]
fn a_file_over_the_limit_is_not_looked_at() {
    let limits = Limits { input: 1000, ..Limits::default() };
    let error = clean::clean(pictures::png(), &mut Vec::new(), &limits);
    assert!(pictures::png().len() > 1000 && matches!(error, Err(CleanError::TooLarge)));
}

#[test]
fn lengths_that_lie_are_damage() {
    let png = pictures::png();
    for len in [u32::MAX, u32::MAX - 11, 0x7fff_ffff] {
        let chunk = [&len.to_be_bytes()[..], b"tEXt", &[0; 8]].concat();
        assert!(matches!(refused(&pictures::with_chunks(&png, &[chunk])), CleanError::Damaged));
    }
    let jpeg = pictures::jpeg(false, jpeg_encoder::ColorType::Rgb);
    for len in [0_u16, 1, u16::MAX] {
        let segment = [&[0xff, 0xe1][..], &len.to_be_bytes()].concat();
        assert!(matches!(refused(&pictures::with_segments(&jpeg, &[segment])), CleanError::Damaged));
    }
    let boxes = bmff::boxed(b"ftyp", &[b"isom", &[0; 4]]);
    for len in [
        [0, 0, 0, 1, b'm', b'o', b'o', b'v', 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff].as_slice(),
        b"\0\0\0\x07moov",
    ] {
        assert!(matches!(refused(&[&boxes, len].concat()), CleanError::Damaged));
    }
}

#[test]
fn what_is_locked_is_not_forced() {
    let pdf = corpus().into_iter().find(|sample| sample.kind == Kind::Pdf).expect("a PDF").bytes;
    let tail = pdf.windows(5).rposition(|name| name == b"/Root").expect("a root");
    let locked = [&pdf[..tail], b"/Encrypt 1 0 R", &pdf[tail..]].concat();
    assert!(matches!(refused(&locked), CleanError::Protected));
    let types = zips::types("word/document.xml", "wordprocessingml.document.main");
    let macros = String::from_utf8(types).expect("text").replace("document.main", "document.macroEnabled.main");
    let macros = macros.replace("vnd.openxmlformats-officedocument.wordprocessingml", "vnd.ms-word");
    assert!(matches!(refused(&zips::archive(&[("[Content_Types].xml", macros.into())])), CleanError::Protected));
    let odt = Kind::Odt.media_type().as_bytes().to_vec();
    let manifest = b"<m><file-entry full-path='content.xml'><encryption-data/></file-entry></m>".to_vec();
    let locked = zips::archive(&[("=mimetype", odt), ("META-INF/manifest.xml", manifest)]);
    assert!(matches!(refused(&locked), CleanError::Protected));
}

#[test]
fn a_film_in_fragments_is_of_no_kind_we_know() {
    let film = [bmff::boxed(b"ftyp", &[b"isom", &[0; 4]]), bmff::boxed(b"moof", &[])].concat();
    assert!(matches!(refused(&film), CleanError::UnknownType));
}

#[test]
fn a_writer_that_fails_is_no_fault_of_the_file() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for sample in corpus() {
        let error = clean::clean(sample.bytes, &mut Full, &Limits::default()).err();
        assert!(matches!(error, Some(CleanError::Io(_))), "{}: {error:?}", sample.name);
    }
}

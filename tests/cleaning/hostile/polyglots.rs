//! Files that are two things at once: one of them is kept, and nothing of the other.

use clean::{CleanError, Kind};

use super::{
    super::{cleaned, corpus, pictures, secrets},
    refused,
};

fn of(kind: Kind) -> Vec<u8> {
    corpus().into_iter().find(|sample| sample.kind == kind).expect("one").bytes
}

#[test]
fn an_archive_behind_a_picture_is_gone() {
    let archive = of(Kind::Docx);
    for picture in [pictures::jpeg(false, jpeg_encoder::ColorType::Rgb), pictures::png()] {
        let both = [&picture[..], &archive].concat();
        let (clean, removed) = cleaned(&both).expect("a picture");
        assert!(removed.contains(&clean::Removed::Hidden));
        assert!(!secrets::holds(&clean, b"PK\x03\x04") && secrets::told_by(&clean).is_empty());
    }
}

#[test]
fn an_archive_behind_a_document_is_gone_or_refused() {
    let both = [of(Kind::Pdf), of(Kind::Docx)].concat();
    match cleaned(&both) {
        Ok((clean, _)) => assert!(!secrets::holds(&clean, b"PK\x03\x04")),
        Err(error) => assert!(matches!(error, CleanError::Damaged)),
    }
}

#[test]
fn a_document_before_an_archive_is_the_document() {
    // An archive is read from its end: what stands before it is in no part.
    let archive = of(Kind::Odt);
    let hidden = [b"%PDF-1.4 ", &archive[..]].concat();
    assert_eq!(Kind::recognise(&hidden), Some(Kind::Pdf));
    assert!(matches!(refused(&hidden), CleanError::Damaged));
}

#[test]
fn a_part_with_two_names_is_damaged() {
    // The directory says one name, the part itself another: two programs would read two documents.
    let mut archive = of(Kind::Docx);
    let at = archive.windows(17).position(|name| name == b"word/document.xml").expect("a part");
    archive[at + 5] = b'D';
    let error = refused(&archive);
    assert!(matches!(error, CleanError::Damaged | CleanError::UnknownType), "{error:?}");
}

#[test]
fn a_picture_with_another_name_is_still_what_it_is() {
    // Nothing is asked of a name: a page of HTML, a script, a GIF are of no kind.
    for start in [&b"<!DOCTYPE html><script>"[..], b"#!/bin/sh\n", b"GIF89a", b"BM\0\0", b"II\x2a\0", b"MZ", b"\x7fELF"]
    {
        assert!(matches!(refused(&[start, &of(Kind::Jpeg)].concat()), CleanError::UnknownType));
    }
}

//! Small files that ask for much work or memory.

use clean::{CleanError, Limits};

use super::{
    super::{bmff, cleaned, pdfs, pictures, sheets, sound, zips},
    refused,
};

/// A text of Word with this as its main part.
pub fn document(text: Vec<u8>) -> Vec<u8> {
    zips::archive(&[
        ("[Content_Types].xml", zips::types("word/document.xml", "wordprocessingml.document.main")),
        ("_rels/.rels", zips::relations(&[("r1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", text),
    ])
}

#[test]
fn a_document_that_inflates_without_end_is_too_much_work() {
    let line = b"<w:p>nog een regel</w:p>".repeat(200_000);
    let bomb = document([&b"<w:document xmlns:w='w'>"[..], &line, b"</w:document>"].concat());
    assert!(bomb.len() < 60_000);
    let limits = Limits { inflated: 1 << 20, ..Limits::default() };
    let error = clean::clean(bomb.clone(), &mut std::io::sink(), &limits).err();
    assert!(matches!(error, Some(CleanError::TooMuchWork)), "{error:?}");
    // With room for it, it streams through.
    assert!(cleaned(&bomb).is_ok());
}

#[test]
fn one_endless_text_is_too_much() {
    let bomb = document([&b"<w:document xmlns:w='w'>"[..], &vec![b'a'; 6 << 20], b"</w:document>"].concat());
    assert!(matches!(refused(&bomb), CleanError::TooMuchWork));
}

#[test]
fn a_picture_in_a_document_that_does_not_fit_is_too_large() {
    let photo = [&pictures::jpeg(false, jpeg_encoder::ColorType::Rgb)[..], &vec![0; 20 << 20]].concat();
    let bomb = zips::archive(&[
        ("[Content_Types].xml", zips::types("word/document.xml", "wordprocessingml.document.main")),
        ("_rels/.rels", zips::relations(&[("r1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", b"<w:document xmlns:w='w'/>".to_vec()),
        ("word/_rels/document.xml.rels", zips::relations(&[("r1", "image", "media/image1.jpg")])),
        ("word/media/image1.jpg", photo),
    ]);
    let limits = Limits { memory: 20 << 20, ..Limits::default() };
    let error = clean::clean(bomb, &mut std::io::sink(), &limits).err();
    assert!(matches!(error, Some(CleanError::TooLarge)), "{error:?}");
}

#[test]
fn names_are_bounded() {
    for text in [
        format!("<{0}></{0}>", "a".repeat(300)),
        format!("<{}/>", "a".repeat(300)),
        format!("<a {}='x'/>", "b".repeat(300)),
        format!("<a xmlns:{}='x'/>", "b".repeat(300)),
    ] {
        assert!(matches!(refused(&document(text.into_bytes())), CleanError::TooMuchWork));
    }
    let spaces: String = (0..600).map(|number| format!(" xmlns:n{number}='x'")).collect();
    assert!(matches!(refused(&document(format!("<a{spaces}/>").into_bytes())), CleanError::TooMuchWork));
}

#[test]
fn what_is_held_of_a_document_is_bounded_together() {
    let authors: String = (0..400).map(|number| format!("<author>{number:06}{}</author>", "a".repeat(4000))).collect();
    let remarks = sheets::with_authors(&authors);
    assert!(matches!(refused(&remarks), CleanError::TooMuchWork));
    let ids: String = (0..1000)
        .map(|number| format!("<Relationship Id='{number:06}{}' Type='x' Target='y'/>", "a".repeat(5000)))
        .collect();
    let relations = format!("<Relationships>{ids}</Relationships>").into_bytes();
    let package = zips::archive(&[
        ("[Content_Types].xml", zips::types("word/document.xml", "wordprocessingml.document.main")),
        ("_rels/.rels", zips::relations(&[("r1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", b"<w:document xmlns:w='w'/>".to_vec()),
        ("word/_rels/document.xml.rels", relations),
    ]);
    assert!(matches!(refused(&package), CleanError::TooMuchWork));
    let code = "&amp;".repeat(2 << 20);
    let field = format!("<w:document xmlns:w='w'><w:instrText>{code}</w:instrText></w:document>");
    assert!(matches!(refused(&document(field.into_bytes())), CleanError::TooMuchWork));
    let frames: String = (0..20_000).map(|number| format!("<draw:frame draw:name='{number}'/>")).collect();
    let frames = format!("<office:document-content>{frames}</office:document-content>").into_bytes();
    let mimetype = clean::Kind::Odt.media_type().as_bytes().to_vec();
    let drawing = zips::archive(&[("=mimetype", mimetype), ("content.xml", frames)]);
    assert!(matches!(refused(&drawing), CleanError::TooMuchWork));
}

#[test]
fn the_smallest_pieces_of_xml_are_counted() {
    let many = [&b"<w:document xmlns:w='w'>"[..], &b"<w:r/>".repeat(8_000_000), b"</w:document>"].concat();
    assert!(matches!(refused(&document(many)), CleanError::TooMuchWork));
}

#[test]
fn depth_is_bounded() {
    let deep = document([b"<a>".repeat(5_000), b"</a>".repeat(5_000)].concat());
    assert!(matches!(refused(&deep), CleanError::TooMuchWork));
    let nested = [&b"%PDF-1.4\n1 0 obj\n"[..], &b"[".repeat(200_000), b"\nendobj\n"].concat();
    let table = format!(
        "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer<</Root 1 0 R>>\nstartxref\n{}\n%%EOF",
        nested.len()
    );
    assert!(matches!(refused(&[&nested, table.as_bytes()].concat()), CleanError::TooMuchWork));
}

#[test]
fn entities_and_doctypes_are_refused() {
    let bomb = b"<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'>]><a>&b;</a>".to_vec();
    assert!(matches!(refused(&document(bomb)), CleanError::Damaged));
    assert!(matches!(refused(&document(b"<a>&b;</a>".to_vec())), CleanError::Damaged));
}

#[test]
fn fifty_thousand_pages_come_through() {
    let pdf = pdfs::pages(50_000);
    let (clean, _) = cleaned(&pdf).expect("it is a document");
    let pages = lopdf::Document::load_mem(&clean).expect("it opens").get_pages().len();
    assert_eq!(pages, 50_000);
    let limits = Limits { parts: 10_000, ..Limits::default() };
    let error = clean::clean(pdf, &mut std::io::sink(), &limits).err();
    assert!(matches!(error, Some(CleanError::TooMuchWork)), "{error:?}");
}

/// A PDF of these objects, with a table that says where each number stands.
fn pdf(objects: &[u8], places: impl Iterator<Item = usize>) -> Vec<u8> {
    let head = b"%PDF-1.4\n";
    let lines: Vec<_> = places.map(|at| format!("{:010} 00000 n \n", at + head.len())).collect();
    let tail = format!(
        "xref\n1 {}\n{}trailer<</Root 1 0 R>>\nstartxref\n{}\n%%EOF",
        lines.len(),
        lines.concat(),
        head.len() + objects.len()
    );
    [head, objects, tail.as_bytes()].concat()
}

#[test]
fn a_pdf_whose_pages_are_all_one_stream_is_damaged() {
    // Many numbers for one long stream: written each time it would fill a disk.
    let catalog = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".to_vec();
    let contents: String = (3..20_003).map(|number| format!("{number} 0 R ")).collect();
    let page = format!("2 0 obj<</Type/Page/Contents[{contents}]>>endobj\n").into_bytes();
    let stream = [&b"3 0 obj<</Length 1000000>>stream\n"[..], &vec![b'x'; 1_000_000], b"\nendstream endobj\n"].concat();
    let at = [0, catalog.len(), catalog.len() + page.len()];
    let places = [at[0], at[1]].into_iter().chain(std::iter::repeat_n(at[2], 20_000));
    assert!(matches!(refused(&pdf(&[catalog, page, stream].concat(), places)), CleanError::Damaged));
}

#[test]
fn a_circle_of_tables_or_pages_ends() {
    let circle = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]>>endobj\n";
    assert!(matches!(refused(&pdf(circle, [0, 43].into_iter())), CleanError::Damaged));
    let start = 9;
    let table = format!("%PDF-1.4\nxref\n0 0\ntrailer<</Root 1 0 R/Prev {start}>>\nstartxref\n{start}\n%%EOF");
    assert!(matches!(refused(table.as_bytes()), CleanError::Damaged));
}

#[test]
fn many_small_pieces_are_walked_once() {
    let jpeg = pictures::jpeg(false, jpeg_encoder::ColorType::Rgb);
    assert!(cleaned(&pictures::with_segments(&jpeg, &vec![vec![0xff, 0xfe, 0, 2]; 500_000])).is_ok());
    assert!(cleaned(&pictures::with_chunks(&pictures::png(), &vec![pictures::chunk(b"tEXt", b""); 200_000])).is_ok());
    let film = [bmff::boxed(b"ftyp", &[b"isom", &[0; 4]]), bmff::boxed(b"free", &[]).repeat(200_000)].concat();
    assert!(matches!(refused(&film), CleanError::TooMuchWork));
    assert!(matches!(refused(&sound::id3().repeat(20_000)), CleanError::UnknownType));
}

#[test]
fn a_table_of_more_samples_than_the_file_has_is_damaged() {
    let film = super::corpus().into_iter().find(|sample| sample.kind == clean::Kind::Mp4).expect("a film").bytes;
    let at = film.windows(4).position(|name| name == b"stsc").expect("a table");
    let mut many = film;
    // Two thousand million samples in a chunk.
    many[at + 16..at + 20].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff]);
    assert!(matches!(refused(&many), CleanError::Damaged));
}

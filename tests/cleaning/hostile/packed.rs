//! Small PDFs whose streams of objects hold much: looked at again and again, or written out.

use std::io::Write;

use clean::{CleanError, Limits};
use flate2::{Compression, write::ZlibEncoder};

use super::{super::cleaned, refused};

/// A PDF under way, with a table that is a stream.
struct Draft {
    out: Vec<u8>,
    /// By number: kind, where or in which stream, place in it.
    table: Vec<(u32, [u32; 3])>,
}

fn pack(content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content).expect("packed");
    packed.finish().expect("packed")
}

impl Draft {
    /// One page, with this in it.
    fn of_page(page: &str) -> Self {
        let mut draft = Self { out: b"%PDF-1.7\n".to_vec(), table: Vec::new() };
        draft.object(1, b"<</Type/Catalog/Pages 2 0 R>>");
        draft.object(2, format!("<</Type/Page/MediaBox[0 0 9 9]{page}>>").as_bytes());
        draft
    }

    fn object(&mut self, number: u32, content: &[u8]) {
        self.table.push((number, [1, self.out.len() as u32, 0]));
        self.out.extend([format!("{number} 0 obj\n").as_bytes(), content, b"\nendobj\n"].concat());
    }

    fn stream(&mut self, number: u32, keys: &str, content: &[u8]) {
        let head = format!("<<{keys}/Length {}>>\nstream\n", content.len());
        self.object(number, &[head.as_bytes(), content, b"\nendstream"].concat());
    }

    /// Objects in a stream.
    fn packed(mut self, stream: u32, objects: &[(u32, Vec<u8>)]) -> Self {
        let (mut head, mut body) = (String::new(), Vec::new());
        for (at, (number, content)) in objects.iter().enumerate() {
            head += &format!("{number} {} ", body.len());
            body.extend([content, b" ".as_slice()].concat());
            self.table.push((*number, [2, stream, at as u32]));
        }
        let keys = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", objects.len(), head.len());
        self.stream(stream, &keys, &pack(&[head.as_bytes(), &body].concat()));
        self
    }

    /// More numbers for the first object of a stream.
    fn also(mut self, stream: u32, numbers: std::ops::Range<u32>) -> Self {
        self.table.extend(numbers.map(|number| (number, [2, stream, 0])));
        self
    }

    fn finish(mut self) -> Vec<u8> {
        let at = self.out.len();
        self.table.sort_unstable();
        let index: String = self.table.iter().map(|(number, _)| format!("{number} 1 ")).collect();
        let rows: Vec<u8> = self.table.iter().flat_map(|(_, row)| row.map(u32::to_be_bytes).concat()).collect();
        let keys = format!("/Type/XRef/Size 999999/W[4 4 4]/Root 1 0 R/Index[{index}]/Filter/FlateDecode");
        self.stream(999_998, &keys, &pack(&rows));
        self.out.extend(format!("startxref\n{at}\n%%EOF\n").into_bytes());
        self.out
    }
}

fn references(numbers: impl Iterator<Item = u32>) -> String {
    numbers.map(|number| format!("{number} 0 R ")).collect()
}

/// A paperclip with much in it.
fn paperclip(len: usize) -> Vec<u8> {
    [&b"<</Subtype/FileAttachment/X("[..], &vec![b'a'; len], b")>>"].concat()
}

const MIB: usize = 1 << 20;

fn within(bytes: Vec<u8>, inflated: usize) -> Result<(), CleanError> {
    let limits = Limits { inflated: inflated as u64, ..Limits::default() };
    clean::clean(bytes, &mut std::io::sink(), &limits).map(drop)
}

#[test]
fn a_stream_of_objects_is_read_once_for_each_of_its_numbers_and_that_is_work() {
    // One object under two thousand numbers.
    let file = Draft::of_page(&format!("/Annots[{}]", references(100..2_100)))
        .packed(10, &[(100, paperclip(100_000))])
        .also(10, 101..2_100)
        .finish();
    assert!(file.len() < 40_000, "{}", file.len());
    assert!(matches!(within(file, 64 * MIB), Err(CleanError::TooMuchWork)));
}

#[test]
fn what_many_references_lead_to_is_looked_at_once() {
    let file = Draft::of_page(&format!("/Annots[{}]", "100 0 R ".repeat(70_000)))
        .packed(10, &[(100, paperclip(3 * MIB))])
        .finish();
    let done = within(file, 16 * MIB);
    assert!(done.is_ok(), "{done:?}");
}

#[test]
fn spaces_are_work() {
    // Behind an object, where nobody needs to look.
    let spaces = [&b"<</Subtype/FileAttachment>>"[..], &vec![b' '; MIB]].concat();
    let mut draft = Draft::of_page(&format!("/Annots[{}]", references(100..300)));
    let at = draft.out.len() as u32;
    draft.object(100, &spaces);
    draft.table.extend((101..300).map(|number| (number, [1, at, 0])));
    assert!(matches!(within(draft.finish(), 64 * MIB), Err(CleanError::TooMuchWork)));
    // A length that stands behind as many, for every stream.
    let mut draft = Draft::of_page(&format!("/Contents[{}]", references(200..300)));
    draft.object(100, &[&vec![b' '; MIB][..], b"1"].concat());
    (200..300).for_each(|number| draft.object(number, b"<</Length 100 0 R>>\nstream\nx\nendstream"));
    assert!(matches!(within(draft.finish(), 64 * MIB), Err(CleanError::TooMuchWork)));
}

#[test]
fn what_becomes_much_longer_than_it_was_is_too_large() {
    let names: String = (0..8).map(|number| format!("/P{number} {} 0 R", 100 + number)).collect();
    let mut draft = Draft::of_page(&format!("/Resources<</Properties<<{names}>>>>"));
    for number in 0..8 {
        let layer = [&b"<</Type/OCG/Name("[..], &vec![b'a'; 3 * MIB], b")>>"].concat();
        draft = draft.packed(10 + number, &[(100 + number, layer)]);
    }
    let file = draft.finish();
    assert!(file.len() < 40_000, "{}", file.len());
    assert!(matches!(refused(&file), CleanError::TooLarge));
}

#[test]
fn a_document_that_is_all_links_comes_through() {
    let link = |number: u32| {
        let [left, top] = [number * 7919 % 59_500, number * 104_729 % 84_100].map(|at| f64::from(at) / 100.0);
        let rect = format!("{left:.2} {top:.2} {:.2} {:.2}", left + 60.0, top + 12.0);
        let target = number * 31 % 997;
        format!("<</Type/Annot/Subtype/Link/Border[0 0 0]/H/I/C[1 0 0]/Rect[{rect}]/A<</S/GoTo/D(section.{target})>>>>")
    };
    let mut draft = Draft::of_page(&format!("/Annots[{}]", references(1000..31_000)));
    for first in (1000..31_000).step_by(200) {
        let links: Vec<_> = (first..first + 200).map(|number| (number, link(number).into_bytes())).collect();
        draft = draft.packed(100_000 + first, &links);
    }
    // Its text, less than a tenth of what such a document has.
    draft.stream(3, "", &super::super::bmff::coded(3, 900_000));
    let file = draft.finish();
    let (clean, _) = cleaned(&file).expect("it is a document");
    assert!(clean.len() > 2 * file.len(), "{} became {}", file.len(), clean.len());
}

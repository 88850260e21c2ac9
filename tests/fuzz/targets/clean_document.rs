//! Zipped documents, as parts: what stands between zeros are the texts of a well-made archive. What is cleaned is clean:
//! cleaned again it stays as it is.
#![no_main]

use std::io::Write;

use clean::Limits;
use libfuzzer_sys::fuzz_target;
use rawzip::ZipArchiveWriter;

const TYPES: &str = "<Types><Override ContentType='wordprocessingml.document.main'/></Types>";
const DOCX: [&str; 6] = [
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/comments.xml",
    "word/settings.xml",
    "word/media/a.png",
];
const ODT: [&str; 5] = ["content.xml", "META-INF/manifest.xml", "settings.xml", "Object 1/content.xml", "Pictures/a.png"];

fn archive(parts: &mut dyn Iterator<Item = (&str, &[u8])>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = ZipArchiveWriter::new(&mut out);
    for (name, content) in parts {
        let (mut entry, config) = writer.new_file(name).start().ok()?;
        let mut data = config.wrap(&mut entry);
        data.write_all(content).ok()?;
        let (_, descriptor) = data.finish().ok()?;
        entry.finish(descriptor).ok()?;
    }
    writer.finish().ok()?;
    Some(out)
}

fuzz_target!(|texts: &[u8]| {
    let Some((kind, texts)) = texts.split_first() else { return };
    let texts = texts.split(|byte| *byte == 0);
    let odt = [("mimetype", b"application/vnd.oasis.opendocument.text".as_slice())];
    let docx = [("[Content_Types].xml", TYPES.as_bytes())];
    let file = match kind % 2 {
        0 => archive(&mut docx.into_iter().chain(DOCX.into_iter().zip(texts))),
        _ => archive(&mut odt.into_iter().chain(ODT.into_iter().zip(texts))),
    };
    let (mut once, mut twice) = (Vec::new(), Vec::new());
    let limits = Limits { inflated: 4 << 20, ..Limits::default() };
    if file.is_some_and(|file| clean::clean(file, &mut once, &limits).is_ok()) {
        let again = clean::clean(once.clone(), &mut twice, &Limits::default());
        assert!(again.is_ok(), "{again:?}");
        assert!(once == twice);
    }
});

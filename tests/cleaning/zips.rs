//! Zip archives as office programs write them, with times and remarks; and what is in them.

use std::io::Write;

use flate2::{Compression, write::DeflateEncoder};
use quick_xml::{Reader, events::Event};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter, time::UtcDateTime};

use super::secrets::{self, AUTHOR};

/// An archive of these parts; those whose name begins with `=` are stored.
pub fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = ZipArchiveWriter::new(&mut out);
    writer.set_comment(AUTHOR.as_bytes());
    let when = UtcDateTime::from_components(2024, 5, 17, 11, 22, 33, 0).expect("a time");
    for (name, content) in parts {
        let stored = name.strip_prefix('=');
        let method = if stored.is_some() { CompressionMethod::STORE } else { CompressionMethod::DEFLATE };
        let builder = writer.new_file(stored.unwrap_or(name)).compression_method(method).last_modified(when);
        let (mut entry, config) = builder.start().expect("a part");
        let descriptor = if stored.is_some() {
            let mut data = config.wrap(&mut entry);
            data.write_all(content).expect("written");
            data.finish().expect("summed").1
        } else {
            let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::default()));
            data.write_all(content).expect("written");
            let (encoder, descriptor) = data.finish().expect("summed");
            encoder.finish().expect("packed");
            descriptor
        };
        entry.finish(descriptor).expect("a part");
    }
    writer.finish().expect("an archive");
    out
}

/// All parts of an archive, unpacked.
pub fn parts(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(archive) = ZipArchive::from_slice(file) else { return Vec::new() };
    let (mut list, mut entries) = (Vec::new(), archive.entries());
    while let Ok(Some(entry)) = entries.next_entry() {
        let Ok(local) = archive.get_entry(entry.wayfinder()) else { continue };
        let stored = entry.compression_method() == CompressionMethod::STORE;
        let content = if stored { local.data().to_vec() } else { secrets::inflate(local.data()) };
        list.push((String::from_utf8_lossy(entry.file_path().as_ref()).into_owned(), content));
    }
    list
}

pub fn part(file: &[u8], name: &str) -> Option<Vec<u8>> {
    parts(file).into_iter().find(|(part, _)| part == name).map(|(_, content)| content)
}

/// The text of some elements of a part, in order.
pub fn text(xml: &[u8], elements: &[&str]) -> String {
    let mut reader = Reader::from_reader(xml);
    let (mut buffer, mut text, mut inside) = (Vec::new(), String::new(), Vec::new());
    loop {
        match reader.read_event_into(&mut buffer).expect("well-formed") {
            Event::Start(start) => inside.push(start.name().as_ref().to_owned()),
            Event::End(_) => drop(inside.pop()),
            Event::Text(piece) if inside.last().is_some_and(|name| elements.contains(&name.as_str())) => {
                text.push_str(&piece);
                text.push('|');
            }
            Event::Eof => return text,
            _ => {}
        }
        buffer.clear();
    }
}

/// Relationships of a part: id, kind, target.
pub fn relations(list: &[(&str, &str, &str)]) -> Vec<u8> {
    let base = "http://schemas.openxmlformats.org";
    let lines: String = list
        .iter()
        .map(|(id, kind, target)| {
            let kind = match *kind {
                "core-properties" => format!("{base}/package/2006/relationships/metadata/core-properties"),
                "thumbnail" => format!("{base}/package/2006/relationships/metadata/thumbnail"),
                "commentsExtended" | "people" => {
                    format!("http://schemas.microsoft.com/office/2011/relationships/{kind}")
                }
                "person" | "threadedComment" => {
                    format!("http://schemas.microsoft.com/office/2017/10/relationships/{kind}")
                }
                kind => format!("{base}/officeDocument/2006/relationships/{kind}"),
            };
            let mode = if target.contains(':') { " TargetMode='External'" } else { "" };
            format!("<Relationship Id='{id}' Type='{kind}' Target='{target}'{mode}/>")
        })
        .collect();
    format!("<?xml version='1.0'?><Relationships xmlns='{base}/package/2006/relationships'>{lines}</Relationships>")
        .into_bytes()
}

/// The list of types: its main part is what says the kind.
pub fn types(main: &str, media_type: &str) -> Vec<u8> {
    format!(
        "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default \
         Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default \
         Extension='xml' ContentType='application/xml'/><Override PartName='/{main}' \
         ContentType='application/vnd.openxmlformats-officedocument.{media_type}+xml'/></Types>"
    )
    .into_bytes()
}

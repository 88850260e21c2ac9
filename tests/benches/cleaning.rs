//! The peak of memory of one cleaning, the file included, for the largest file of each kind that is taken:
//! `cargo bench -p tests --bench cleaning`. Each runs in a process of its own, whose peak Linux remembers.

use std::{fs, io::Write, process::Command};

use clean::Limits;
use flate2::{Compression, Crc, write::DeflateEncoder};

const MIB: usize = 1024 * 1024;

/// Bytes that do not pack.
fn noise(len: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_u32;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        // No 0xff: it would be a marker.
        (state >> 24) as u8 & 0x7f
    };
    std::iter::repeat_with(next).take(len).collect()
}

fn jpeg(len: usize) -> Vec<u8> {
    let head = [0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
    [&head[..], &noise(len), &[0xff, 0xd9]].concat()
}

fn png(len: usize) -> Vec<u8> {
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let mut crc = Crc::new();
        crc.update(name);
        crc.update(content);
        [&(content.len() as u32).to_be_bytes()[..], name, content, &crc.sum().to_be_bytes()].concat()
    };
    let data = chunk(b"IDAT", &noise(8192)).repeat(len / 8204);
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &[0; 13]), &data, &chunk(b"IEND", b"")].concat()
}

fn webp(len: usize) -> Vec<u8> {
    let len = len & !1;
    let size = |len: usize| (len as u32).to_le_bytes();
    [&b"RIFF"[..], &size(len + 12), b"WEBPVP8L", &size(len), &noise(len)].concat()
}

fn mp3(len: usize) -> Vec<u8> {
    [&[0xff, 0xfb, 0x90, 0][..], &noise(413)].concat().repeat(len / 417)
}

/// A film with a chunk for every 210 bytes: tables as large as are taken.
fn film(len: usize) -> Vec<u8> {
    let boxed = |name: &[u8; 4], content: &[&[u8]]| {
        let content = content.concat();
        [&(content.len() as u32 + 8).to_be_bytes()[..], name, &content].concat()
    };
    let count = len / 210;
    let be = |number: usize| (number as u32).to_be_bytes();
    let ones: Vec<u8> = (0..count).flat_map(|_| be(200)).collect();
    let offsets: Vec<u8> = (0..count).flat_map(|at| be(24 + at * 201)).collect();
    let table = [
        boxed(b"stsd", &[&be(0), &be(1), &boxed(b"mp4a", &[&[0; 28]])]),
        boxed(b"stsc", &[&be(0), &be(1), &be(1), &be(1), &be(1)]),
        boxed(b"stsz", &[&be(0), &be(0), &be(count), &ones]),
        boxed(b"stco", &[&be(0), &be(count), &offsets]),
    ];
    let inside = boxed(b"minf", &[&boxed(b"stbl", &[&table.concat()])]);
    let media = [boxed(b"mdhd", &[&[0; 24]]), boxed(b"hdlr", &[&[0; 8], b"soun", &[0; 13]]), inside].concat();
    let track = boxed(b"trak", &[&boxed(b"tkhd", &[&[0; 84]]), &boxed(b"mdia", &[&media])]);
    let movie = boxed(b"moov", &[&boxed(b"mvhd", &[&[0; 100]]), &track]);
    [boxed(b"ftyp", &[b"M4A \0\0\0\0"]), boxed(b"mdat", &[&noise(count * 201)]), movie].concat()
}

/// A PDF of as many objects as are taken, with one long stream.
fn pdf(len: usize, objects: usize) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R/Dests 4 0 R>>endobj\n".to_vec();
    let mut places = vec![9, out.len()];
    out.extend_from_slice(b"2 0 obj<</Type/Page/Contents 3 0 R>>endobj\n");
    places.push(out.len());
    let stream = len - objects * 40;
    let _ = writeln!(out, "3 0 obj<</Length {stream}>>stream");
    out.extend(noise(stream));
    out.extend_from_slice(b"\nendstream endobj\n");
    places.push(out.len());
    out.extend_from_slice(b"4 0 obj<<");
    (5..objects).take(30_000).for_each(|number| drop(write!(out, "/N {number} 0 R")));
    out.extend_from_slice(b">>endobj\n");
    for number in 5..objects {
        places.push(out.len());
        let _ = writeln!(out, "{number} 0 obj[{number}]endobj");
    }
    let start = out.len();
    let _ = writeln!(out, "xref\n1 {}", places.len());
    places.iter().for_each(|at| drop(writeln!(out, "{at:010} 00000 n ")));
    let _ = write!(out, "trailer<</Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
    out
}

/// A text with one photo that fills what is left, and much XML.
fn odt(len: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = rawzip::ZipArchiveWriter::new(&mut out);
    let text =
        [&b"<office:document-content xmlns:office='o'>"[..], &b"<text:p>een regel</text:p>".repeat(1_000_000)].concat();
    let text = [text, b"</office:document-content>".to_vec()].concat();
    let photo = jpeg(len);
    let parts = [
        ("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml", text),
        ("Pictures/a.jpg", photo),
    ];
    for (name, content) in parts {
        let method = rawzip::CompressionMethod::DEFLATE;
        let (mut entry, config) = writer.new_file(name).compression_method(method).start().expect("a part");
        let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        data.write_all(&content).expect("written");
        let (encoder, descriptor) = data.finish().expect("summed");
        encoder.finish().expect("packed");
        entry.finish(descriptor).expect("a part");
    }
    writer.finish().expect("an archive");
    out
}

/// The peak of this process in MiB, as Linux counts it.
fn peak(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with(name)).expect("a line");
    line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok()).expect("a number") / 1024.0
}

fn clean_one(path: &str) {
    let before = peak("VmRSS");
    let input = fs::read(path).expect("the file");
    let len = input.len();
    let result = clean::clean(input, &mut std::io::sink(), &Limits::default());
    let result = result.map(|cleaned| format!("{:?}", cleaned.kind)).unwrap_or_else(|error| error.to_string());
    let most = peak("VmHWM") - before;
    println!("{:5.1} MiB of file, {most:5.1} MiB at most: {result}", len as f64 / MIB as f64);
    assert!(most <= 64.0, "a cleaning may take 64 MiB");
}

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    if let Some(path) = arguments.get(1).filter(|path| path.starts_with('/')) {
        return clean_one(path);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        jpeg(49 * MIB),
        png(49 * MIB),
        webp(49 * MIB),
        mp3(49 * MIB),
        film(47 * MIB),
        pdf(38 * MIB, 10),
        pdf(38 * MIB, 240_000),
        odt(28 * MIB),
        odt(33 * MIB),
    ];
    for (number, file) in files.into_iter().enumerate() {
        let path = folder.path().join(number.to_string());
        fs::write(&path, file).expect("written");
        let child = Command::new(&arguments[0]).arg(&path).status().expect("it runs");
        assert!(child.success());
    }
}

//! Memory of a running portal while files come in: `cargo bench -p tests --bench upload`. Prints what the process holds
//! idle, and at its highest during one upload of 100 MiB and during several at once, and fails where that is more than an upload
//! (16 MiB) and a cleaning (64 MiB, two at a time) may take.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const MIB: usize = 1024 * 1024;
const BOUNDARY: &str = "grens";
/// Just under what one file may have.
const FILE: usize = 50 * MIB - 64 * 1024;

/// A demo in a folder of its own, killed at the end.
struct Demo {
    program: Child,
    portal: String,
    _dir: tempfile::TempDir,
}

impl Demo {
    fn start() -> Self {
        let dir = tempfile::tempdir_in(".").expect("a folder on a real disk");
        let mut program = Command::new(env!("CARGO_BIN_EXE_signaalkluis-for-tests"))
            .args(["demo", "--dir"])
            .arg(dir.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program");
        let lines = BufReader::new(program.stdout.take().expect("its output")).lines();
        let portal = lines
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("portal listening on http://").map(str::to_owned));
        Self { program, portal: portal.expect("the portal listens"), _dir: dir }
    }

    /// Resident memory in KiB: what is there besides the files that are mapped.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id())).expect("a process");
        let line = status.lines().find(|line| line.starts_with("RssAnon:")).expect("a line");
        line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).expect("a number")
    }

    /// The highest memory while some work runs.
    fn highest(&self, work: impl FnOnce() + Send) -> u64 {
        let (done, highest) = (Arc::new(AtomicBool::new(false)), AtomicU64::new(0));
        thread::scope(|scope| {
            let finished = Arc::clone(&done);
            scope.spawn(move || {
                work();
                finished.store(true, Ordering::Relaxed);
            });
            while !done.load(Ordering::Relaxed) {
                highest.fetch_max(self.memory(), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(5));
            }
        });
        highest.into_inner()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The head of a file: a picture whose scan is the rest, or a type that nobody cleans.
fn head(picture: bool) -> Vec<u8> {
    if !picture {
        return b"onbekend".to_vec();
    }
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, 0, 16];
    jpeg.extend_from_slice(b"Exif\0\0MM\0\x2a\0\0\0\x08");
    jpeg.extend_from_slice(&[0xff, 0xdb, 0, 67, 0]);
    jpeg.extend_from_slice(&[1; 64]);
    jpeg.extend_from_slice(&[0xff, 0xc0, 0, 11, 8, 16, 0, 16, 0, 1, 1, 0x11, 0]);
    jpeg.extend_from_slice(&[0xff, 0xc4, 0, 20, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    jpeg.extend_from_slice(&[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
    jpeg
}

/// Sends a form with two files of nearly 50 MiB, made while they are sent.
fn upload(portal: &str, picture: bool, rest: u8) {
    let field = |name: &str, value: &str| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let fields = [("over_wie", "ondernemer/bedrijf"), ("soort", "ondermijning"), ("wat", "Een proef."), ("stap", "x")];
    let mut start: String = fields.iter().map(|(name, value)| field(name, value)).collect();
    let part = |number: u8| {
        format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"bijlagen\"; filename=\"{number}.jpg\"\r\n\r\n")
    };
    start += &part(1);
    let between = format!("\r\n{}", part(2));
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let length = start.len() + between.len() + end.len() + 2 * FILE;
    let mut line = TcpStream::connect(portal).expect("a connection");
    let request = format!(
        "POST /melden/bestanden HTTP/1.1\r\nHost: {portal}\r\nConnection: close\r\nContent-Type: multipart/form-data; \
         boundary={BOUNDARY}\r\nContent-Length: {length}\r\n\r\n{start}"
    );
    line.write_all(request.as_bytes()).expect("sent");
    file(&mut line, picture, rest);
    line.write_all(between.as_bytes()).expect("sent");
    file(&mut line, picture, rest.wrapping_add(1));
    line.write_all(end.as_bytes()).expect("sent");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{}", answer.lines().next().unwrap_or_default());
}

fn file(line: &mut TcpStream, picture: bool, rest: u8) {
    let (head, tail): (_, &[u8]) = (head(picture), if picture { &[0xff, 0xd9] } else { &[] });
    line.write_all(&head).expect("sent");
    let (mut left, step) = (FILE - head.len() - tail.len(), vec![rest; 64 * 1024]);
    while left > 0 {
        let now = left.min(step.len());
        line.write_all(&step[..now]).expect("sent");
        left -= now;
    }
    line.write_all(tail).expect("sent");
}

fn main() {
    // `cargo test --benches` asks for nothing.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let demo = Demo::start();
    thread::sleep(Duration::from_secs(1));
    let idle = demo.memory();
    println!("idle                                  {:>7} KiB", idle);
    for (what, picture, at_once, most) in [
        ("100 MiB of a type nobody cleans", false, 1, 16),
        ("100 MiB of pictures", true, 1, 16 + 64),
        ("4 x 100 MiB of pictures at once", true, 4, 4 * 16 + 2 * 64),
    ] {
        let began = Instant::now();
        let highest = demo.highest(|| {
            thread::scope(|scope| {
                for upload_number in 0..at_once {
                    let portal = &demo.portal;
                    scope.spawn(move || upload(portal, picture, 10 + 3 * upload_number));
                }
            });
        });
        let (more, after) = (highest.saturating_sub(idle), demo.memory());
        println!(
            "{what:<37} {highest:>7} KiB highest (+{} MiB, {} MiB each), {after} KiB after, {:.1} s",
            more / 1024,
            more / 1024 / u64::from(at_once),
            began.elapsed().as_secs_f64(),
        );
        assert!(more / 1024 <= most, "{what} took {} MiB; {most} are allowed", more / 1024);
    }
}

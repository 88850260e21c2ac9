//! Requests byte by byte, for what no browser of ours would send: other methods, odd headers, bodies that lie.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use super::browser::Page;

/// Nothing here takes longer; a program that does not answer fails the test instead of holding it up.
const PATIENCE: Duration = Duration::from_secs(60);

/// One request on a connection of its own. Adds `Host`, `Connection: close` and, with a body, its length.
pub fn ask(base: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Page {
    let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", authority(base));
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    if !body.is_empty() || method == "POST" {
        head += &format!("Content-Length: {}\r\n", body.len());
    }
    head += "\r\n";
    bytes(base, &[head.as_bytes(), body].concat())
}

/// A form, posted with a cookie header.
pub fn post(base: &str, path: &str, cookie: &str, body: &[u8]) -> Page {
    ask(base, "POST", path, &[("Content-Type", "application/x-www-form-urlencoded"), ("Cookie", cookie)], body)
}

/// Sends bytes and reads until the program hangs up.
pub fn bytes(base: &str, request: &[u8]) -> Page {
    let mut stream = TcpStream::connect(authority(base)).expect("the program accepts connections");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    stream.set_write_timeout(Some(PATIENCE)).expect("a timeout");
    // A program that refuses a body may hang up before it has read all of it: its answer counts.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    parse(&answer)
}

fn authority(base: &str) -> &str {
    base.strip_prefix("http://").expect("an http address")
}

fn parse(answer: &[u8]) -> Page {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer with a head");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let pair = |line: &str| line.split_once(':').map(|(n, v)| (n.to_lowercase(), v.trim().to_owned()));
    Page {
        status: status.expect("a status"),
        headers: lines.filter_map(pair).collect(),
        body: String::from_utf8_lossy(&answer[end + 4..]).into_owned(),
        bytes: answer[end + 4..].to_vec(),
    }
}

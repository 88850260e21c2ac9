//! Somebody with full power over a running server: he sees every request and every answer as the program sees them, TLS or not.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use super::browser::encode;

/// All that went by, both ways.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<Vec<u8>>>);

impl Seen {
    fn keep(&self, bytes: &[u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
    }
}

/// A program behind an address at which everything is written down. It listens as long as the test runs.
pub struct Tap {
    pub base: String,
    seen: Seen,
}

impl Tap {
    /// Stands between people and a program.
    pub fn before(program: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let (seen, program) = (Seen::default(), program.trim_start_matches("http://").to_owned());
        let kept = seen.clone();
        thread::spawn(move || {
            for person in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(&program) else { continue };
                let (Ok(from), Ok(to)) = (person.try_clone(), server.try_clone()) else { continue };
                let (asked, answered) = (kept.clone(), kept.clone());
                thread::spawn(move || carry(from, server, &asked));
                thread::spawn(move || carry(to, person, &answered));
            }
        });
        Self { base, seen }
    }

    /// What went by so far, as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }

    /// Whether a field of a form went by.
    pub fn saw_field(&self, name: &str, value: &str) -> bool {
        self.text().contains(&encode(&[(name.to_owned(), value.to_owned())]))
    }

    /// Every value of a cookie that a program gave.
    pub fn cookies(&self, name: &str) -> Vec<String> {
        let text = self.text();
        let header = format!("et-cookie: {name}=");
        let given = text.split(&header).skip(1);
        given.filter_map(|rest| rest.split(';').next().map(str::to_owned)).filter(|value| !value.is_empty()).collect()
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, seen: &Seen) {
    let mut buffer = [0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        // Written down before it is passed on: who got his answer was seen.
        seen.keep(&buffer[..length]);
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}

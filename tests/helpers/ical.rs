//! Calendars read by a second implementation: Python's `icalendar`.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

/// The interpreter that Debian's packages are for.
const PYTHON: &str = "/usr/bin/python3";

/// Whether there is one; said aloud where there is none.
pub fn is_there() -> bool {
    let has = Command::new(PYTHON).args(["-c", "import icalendar"]).stderr(Stdio::null()).status();
    let there = has.is_ok_and(|status| status.success());
    if !there {
        super::skip("python3-icalendar", "apt-get install python3-icalendar");
    }
    there
}

/// What it makes of a calendar.
pub fn read(calendar: &str) -> Value {
    ask("file", calendar)
}

/// What it makes of the calendar that goes with a mail.
pub fn read_mail(mail: &str) -> Value {
    ask("mail", mail)
}

fn ask(what: &str, content: &str) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("helpers/ical.py");
    let mut command = Command::new(PYTHON);
    command.arg(script).arg(what).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command.spawn().expect("python runs");
    running.stdin.take().expect("its input").write_all(content.as_bytes()).expect("written");
    let output = running.wait_with_output().expect("its words");
    assert!(output.status.success(), "it is no calendar:\n{content}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

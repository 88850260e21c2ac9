//! Independent eyes: what exiftool and mat2 find in a cleaned file. exiftool may name what makes the picture; of what it
//! says beyond that list, nothing is left.

use std::{fs, process::Command};

use clean::Kind;
use serde_json::{Map, Value};

use super::{Sample, corpus};
use crate::helpers;

/// Facts of format, size, colour and codec: what it takes to show a file.
/// Runs a tool on every cleaned file; gives what it said, or nothing, aloud, where the tool is missing.
fn look(tool: &str, package: &str, arguments: &[&str]) -> Option<Vec<(Sample, String)>> {
    if Command::new(tool).arg("--version").output().is_err() {
        helpers::skip(tool, &format!("apt-get install {package}"));
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let said = corpus().into_iter().enumerate().map(|(number, sample)| {
        let path = folder.path().join(format!("{number}.{}", sample.kind.extension()));
        fs::write(&path, sample.clean().0).expect("written");
        let output = Command::new(tool).args(arguments).arg(&path).output().expect("it runs");
        (sample, String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
    });
    Some(said.collect())
}

#[test]
fn show() {
    for (sample, said) in
        look("exiftool", "libimage-exiftool-perl", &["-json", "-a", "-u", "-G1", "-ee"]).unwrap_or_default()
    {
        println!("== {} {}", sample.name, said);
    }
    for (sample, said) in look("mat2", "mat2", &["--show"]).unwrap_or_default() {
        println!("== {} {}", sample.name, said);
    }
}

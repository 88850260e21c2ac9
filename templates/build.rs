//! Lists the languages: every `text/CODE.ftl` is one. Adding a language is adding a file. And takes what only its readers here
//! need out of the stylesheet: it travels with every visit.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=text");
    println!("cargo::rerun-if-changed=style.css");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("text");
    let mut files: Vec<_> = fs::read_dir(&folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    // Dutch first: it is the language of the paths without a prefix.
    files.sort_by_key(|file| (file.file_stem().is_none_or(|code| code != "nl"), file.clone()));
    let mut list = String::from("&[");
    for file in &files {
        let code = file.file_stem().and_then(|code| code.to_str()).ok_or("a language's file is named by its code")?;
        // From the folder that the crate is compiled in, not the one that it was once built in.
        write!(list, "({code:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/text/{code}.ftl\"))), ")?;
    }
    list.push(']');
    let out = env::var("OUT_DIR")?;
    let sheet = fs::read_to_string(Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("style.css"))?;
    let is_comment = |line: &str| line.starts_with("/*") && line.ends_with("*/") && line.matches("*/").count() == 1;
    let lines: Vec<_> = sheet.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line)).collect();
    fs::write(Path::new(&out).join("style.css"), lines.join("\n").replace("; }", " }"))?;
    Ok(fs::write(Path::new(&out).join("languages.rs"), list)?)
}

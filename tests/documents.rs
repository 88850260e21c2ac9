//! What the documents say of the tree: every link leads somewhere, every proof they name is a test, every command they give is
//! one of ours, and whoever looks for a document of the municipality finds it in the index.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::helpers::program::run;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Every file below a folder whose name ends so.
fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// Path and text of every document.
fn documents() -> Vec<(PathBuf, String)> {
    let mut paths = below(&root().join("docs"), ".md");
    paths.extend(["README.md", "SECURITY.md"].map(|name| root().join(name)));
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a document");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// What stands between backticks, in a line or as a block.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Where the links of a text lead that stay in the tree.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let paths = targets.map(|target| target.split('#').next().unwrap_or_default());
    paths.filter(|path| !path.is_empty() && !path.contains(':')).collect()
}

/// Whether a piece of code is the name of a proof, as ours are: a sentence.
fn is_sentence(name: &str) -> bool {
    name.matches('_').count() >= 4 && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The words of one of our commands, up to its first name or option.
fn command(line: &str) -> Option<Vec<&str>> {
    let rest = line.trim().strip_prefix("signaalkluis ")?;
    let is_word = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase());
    Some(rest.split_whitespace().take_while(is_word).collect())
}

#[test]
fn every_link_in_the_documents_leads_to_a_file() {
    let mut seen = 0;
    for (path, text) in documents() {
        let folder = path.parent().expect("a folder");
        for link in links(&text) {
            assert!(folder.join(link).exists(), "{}: {link}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 20, "the documents link to each other: {seen}");
}

#[test]
fn every_proof_that_the_documents_name_is_a_test() {
    let mut tests = BTreeSet::new();
    for path in below(&root().join("tests"), ".rs") {
        let source = fs::read_to_string(&path).unwrap_or_default();
        for rest in source.split("fn ").skip(1) {
            tests.extend(rest.split('(').next().map(str::to_owned));
        }
    }
    let mut named = 0;
    // Names of metrics look like those of tests.
    for (path, text) in documents().into_iter().filter(|(path, _)| !path.ends_with("docs/monitoring.md")) {
        for name in code(&text).into_iter().filter(|name| is_sentence(name)) {
            assert!(tests.contains(name), "{}: there is no test {name}", path.display());
            named += 1;
        }
    }
    assert!(named > 50, "the documents name what proves them: {named}");
}

#[test]
fn every_command_that_the_documents_give_exists() {
    let mut commands = BTreeSet::new();
    for (path, text) in documents() {
        for line in code(&text).into_iter().flat_map(str::lines) {
            if let Some(words) = command(line) {
                assert!(!words.is_empty(), "{}: {line}", path.display());
                commands.insert(words.join(" "));
            }
        }
    }
    assert!(commands.contains("check") && commands.contains("account add"), "{commands:?}");
    for words in commands {
        let arguments: Vec<_> = words.split(' ').chain(["--help"]).collect();
        run(&arguments).must_end(0).must_say("Usage:");
    }
}

#[test]
fn every_document_of_the_municipality_stands_in_its_index() {
    let folder = root().join("docs/gemeente");
    let index = fs::read_to_string(folder.join("README.md")).expect("the index");
    for path in below(&folder, ".md") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        assert!(name == "README.md" || index.contains(&format!("]({name})")), "{name}");
    }
}

//! How our texts are written: short sentences, everyday words, each named in the documents with what it can be filled in with.

use std::{collections::BTreeSet, fs, path::Path};

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Path and words of every text that is shipped, without what is put in.
fn texts() -> Vec<(String, String)> {
    let read = |path: String| {
        let text = fs::read_to_string(root().join("config/texts").join(&path)).expect("a text");
        let mut plain = String::new();
        let mut rest = text.as_str();
        while let Some(start) = rest.find('{') {
            plain.push_str(&rest[..start]);
            rest = &rest[start..];
            let put_in = rest.starts_with("{{");
            let end = rest.find(if put_in { "}}" } else { "%}" }).expect("closed") + 2;
            plain.push_str(if put_in { "iets" } else { "" });
            rest = &rest[end..];
        }
        (path, plain + rest)
    };
    letters::catalogue().into_iter().map(|(path, _)| read(path)).collect()
}

/// Words that B1 has better ones for.
const HARD: [&str; 22] = [
    "betreffende",
    "verstrekken",
    "relevant",
    "teneinde",
    "middels",
    "inzake",
    "omtrent",
    "alsmede",
    "derhalve",
    "echter",
    "indien",
    "tevens",
    "aangaande",
    "conform",
    "dient",
    "dienen",
    "voornoemd",
    "hierbij",
    "bovengenoemd",
    "geschieden",
    "trachten",
    "gelieve",
];

#[test]
fn sentences_are_short_and_words_are_everybodys() {
    let mut found = Vec::new();
    for (path, text) in texts() {
        let sentences: Vec<Vec<&str>> = text
            .split(['.', '?', '!', ':', '\n'])
            .map(|sentence| sentence.split_whitespace().collect::<Vec<_>>())
            .filter(|words| words.len() > 1)
            .collect();
        let words: usize = sentences.iter().map(Vec::len).sum();
        assert!(sentences.len() > 5, "{path}");
        if words > 12 * sentences.len() {
            found.push(format!("{path}: {} words a sentence", words / sentences.len()));
        }
        // The article that a letter must name makes one long sentence.
        found.extend(
            sentences.iter().filter(|words| words.len() > 20).map(|words| format!("{path}: {}", words.join(" "))),
        );
        let used: BTreeSet<String> = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
        found.extend(HARD.iter().filter(|word| used.contains(**word)).map(|word| format!("{path}: {word}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_file_and_every_place_stands_in_the_documents_and_none_is_left_over() {
    let document = fs::read_to_string(root().join("docs/texts.md")).expect("docs/texts.md");
    let mut shipped = BTreeSet::new();
    for (path, places) in letters::catalogue() {
        assert!(document.contains(&format!("`{path}`")), "{path}");
        places.iter().for_each(|place| assert!(document.contains(&format!("`{place}`")), "{path}: {place}"));
        shipped.insert(path);
    }
    for folder in ["berichten", "brieven"] {
        for file in fs::read_dir(root().join("config/texts").join(folder)).expect("a folder").flatten() {
            let path = format!("{folder}/{}", file.file_name().to_string_lossy());
            assert!(shipped.contains(&path), "{path} is nobody's text");
        }
    }
}

//! The texts that the municipality sends: messages to a reporter and letters. The words are files (`config/texts`), which a
//! municipality replaces one by one with its own; what is filled in is a context of each recipient's own.
//!
//! A context is a struct with what its recipient may know and nothing else: what a text cannot name, no text can tell. None
//! of them has a field for the reporter's own words, nor for anybody's name.
//!
//! - [`message`]: texts for the reporter; [`letter`]: letters; [`duty`]: which of them meets which duty;
//! - [`source`]: the grammar of a text, and why one is refused;
//! - [`open_places`]: what a person must still fill in himself.

pub mod duty;
pub mod letter;
pub mod message;
mod source;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use minijinja::{
    Environment, UndefinedBehavior,
    syntax::SyntaxConfig,
    value::{Serde, Value},
};
use serde::Serialize;

pub use letter::LetterText;
pub use message::{ForReporter, MessageText};
pub use source::BadText;

/// The folder of the messages within a folder of texts, and that of the letters.
const FOLDERS: [&str; 2] = ["berichten", "brieven"];

/// One text as it is shipped, and what it may be filled in with.
struct Shipped {
    /// `berichten/vraag.txt`
    path: String,
    text: &'static str,
    places: BTreeSet<String>,
}

/// Every text, checked: filling one in cannot fail for want of anything.
#[derive(Debug, Clone)]
pub struct Texts {
    environment: Environment<'static>,
}

impl Default for Texts {
    /// Ours. They are held against [`Texts::shipped`] in a test: nothing is missing here.
    fn default() -> Self {
        Self::shipped().unwrap_or_else(|_| Self { environment: Environment::empty() })
    }
}

/// Why a folder of texts is refused.
#[derive(Debug, thiserror::Error)]
pub enum BadTexts {
    #[error("{file}: cannot be read: {why}", file = .file.display())]
    Unreadable { file: PathBuf, why: std::io::Error },
    /// A file that replaces none of ours: perhaps its name is misspelt, and then ours would be sent.
    #[error("{file}: is none of our texts. Those are: {known}", file = .file.display())]
    Unknown { file: PathBuf, known: String },
    #[error("{file}: {bad}", file = .file.display())]
    Bad { file: PathBuf, bad: BadText },
}

impl Texts {
    /// The texts as they are shipped.
    ///
    /// # Errors
    /// One of them is not in order, which a test would have found.
    pub fn shipped() -> Result<Self, BadTexts> {
        Self::build(None)
    }

    /// Ours, with the files of a folder in their place: `berichten/*.txt` and `brieven/*.txt`.
    ///
    /// # Errors
    /// A file that cannot be read, replaces none of ours, or is no text that can be filled in; with file, line and reason.
    pub fn with(folder: &Path) -> Result<Self, BadTexts> {
        let unreadable = |file: &Path, why| BadTexts::Unreadable { file: file.to_owned(), why };
        fs::read_dir(folder).map_err(|why| unreadable(folder, why))?;
        let known: BTreeSet<String> = shipped().into_iter().map(|text| text.path).collect();
        for file in files(folder)? {
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
            if !known.contains(&name) {
                let known = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                return Err(BadTexts::Unknown { file, known });
            }
        }
        Self::build(Some(folder))
    }

    fn build(folder: Option<&Path>) -> Result<Self, BadTexts> {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
            environment.set_syntax(syntax);
        }
        for Shipped { path, text, places } in shipped() {
            let own = folder.map(|folder| folder.join(&path)).filter(|file| file.exists());
            let file = own.clone().unwrap_or_else(|| Path::new("config/texts").join(&path));
            let text = match &own {
                None => text.to_owned(),
                Some(own) => {
                    let bytes = fs::read(own).map_err(|why| BadTexts::Unreadable { file: file.clone(), why })?;
                    source::decoded(bytes).map_err(|bad| BadTexts::Bad { file: file.clone(), bad })?
                }
            };
            let checked = source::check(&text, &places);
            let added = checked.and_then(|()| environment.add_template_owned(path, text).map_err(BadText::of));
            added.map_err(|bad| BadTexts::Bad { file, bad })?;
        }
        Ok(Self { environment })
    }

    /// A message's text for this reporter.
    pub fn message(&self, text: &MessageText, of: &ForReporter) -> String {
        self.fill(&text.path(), of)
    }

    /// A letter, for the recipient of its context.
    pub fn letter(&self, letter: &LetterText, of: &letter::Context) -> String {
        self.fill(&letter.path(), of)
    }

    /// Every text was checked against the very struct that fills it in: what goes wrong here is a fault of ours, and an
    /// empty field says so more kindly than a broken page.
    fn fill(&self, path: &str, of: &impl Serialize) -> String {
        let template = self.environment.get_template(path);
        let filled = template.and_then(|template| template.render(Serde(of))).unwrap_or_default();
        tidy(&filled)
    }
}

/// All texts, with the places that each may name.
fn shipped() -> Vec<Shipped> {
    let reporter = places(&ForReporter::default());
    let messages = message::MESSAGES.iter().chain(&[message::ASKS_NAME, message::NAME_OPENED]);
    let messages = messages.map(|text| Shipped { path: text.path(), text: text.text, places: reporter.clone() });
    let letters = letter::LETTERS.iter().map(|letter| Shipped {
        path: letter.path(),
        text: letter.text,
        places: places(&letter.recipient.empty()),
    });
    messages.chain(letters).collect()
}

/// Path and places of every text, for who writes one of his own.
pub fn catalogue() -> Vec<(String, BTreeSet<String>)> {
    shipped().into_iter().map(|text| (text.path, text.places)).collect()
}

/// The names of a context's fields.
fn places(context: &impl Serialize) -> BTreeSet<String> {
    let fields = Value::from(Serde(context));
    fields.try_iter().into_iter().flatten().map(|name| name.to_string()).collect()
}

/// Every file below the folders of texts; other files beside them, such as a README, are nobody's business.
fn files(folder: &Path) -> Result<Vec<PathBuf>, BadTexts> {
    let mut found = Vec::new();
    for below in FOLDERS.map(|name| folder.join(name)).iter().filter(|below| below.exists()) {
        let unreadable = |why| BadTexts::Unreadable { file: below.clone(), why };
        for entry in fs::read_dir(below).map_err(unreadable)? {
            found.push(entry.map_err(unreadable)?.path());
        }
    }
    found.sort();
    Ok(found)
}

/// Without the empty lines that an `if` leaves behind: at most one between paragraphs, none around the text.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && lines.last().is_none_or(|last| last.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// What stands for something that only a person can fill in.
pub fn place(what: &str) -> String {
    format!("[vul in: {what}]")
}

/// Places in a text that nobody filled in yet, each as it stands there.
pub fn open_places(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("[vul in") {
        rest = &rest[start..];
        let end = rest.find(']').map_or(rest.len(), |end| end + 1);
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    found
}

//! Errors at the fields of a form, and how typed text becomes text: normalised, counted, refused with a sentence that
//! says what to do.

use std::{borrow::Cow, fmt};

use chrono::NaiveDate;

/// Most characters of an ordinary text field.
pub const TEXT: usize = 10_000;
/// Most characters of a story: `wat` of a report, `omschrijving` of a worked-up description.
pub const STORY: usize = 100_000;

/// What to tell the person who filled in a field: what to do. Never repeats what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// A key of the texts in every language, with what goes into it.
    Key(&'static str, Vec<(&'static str, String)>),
    /// Dutch words, of what the desk alone fills in.
    Dutch(Cow<'static, str>),
}

impl Sentence {
    pub const fn key(key: &'static str) -> Self {
        Self::Key(key, Vec::new())
    }
}

impl From<&'static str> for Sentence {
    fn from(words: &'static str) -> Self {
        Self::Dutch(Cow::Borrowed(words))
    }
}

impl From<String> for Sentence {
    fn from(words: String) -> Self {
        Self::Dutch(Cow::Owned(words))
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key(key, _) => key,
            Self::Dutch(words) => words,
        })
    }
}

/// What is wrong at one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub message: Sentence,
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    pub fn push(&mut self, field: &'static str, message: impl Into<Sentence>) {
        self.0.push(FieldError { field, message: message.into() });
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors of another reading of the same form, after these.
    pub fn extend(&mut self, more: Option<Self>) {
        self.0.extend(more.into_iter().flat_map(|more| more.0));
    }

    /// The first sentence for a field.
    pub fn for_field(&self, field: &str) -> Option<&Sentence> {
        self.0.iter().find(|error| error.field == field).map(|error| &error.message)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// The parsed value if nothing is wrong, otherwise all errors. A value that needs a part which was refused is
    /// built inside `value`, so `None` can only come together with an error.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

impl FromIterator<FieldError> for FieldErrors {
    fn from_iter<I: IntoIterator<Item = FieldError>>(errors: I) -> Self {
        Self(errors.into_iter().collect())
    }
}

impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = std::vec::IntoIter<FieldError>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            write!(f, "{}{}: {}", if index > 0 { "; " } else { "" }, error.field, error.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for FieldErrors {}

/// Reads typed text: line ends become `\n`, white space at the end goes. More than `limit` characters, or a control
/// character other than `\n` and `\t`, is an error at the field.
pub fn text(errors: &mut FieldErrors, field: &'static str, typed: &str, limit: usize) -> String {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n").trim_end().to_owned();
    if let Some(line) = unreadable_line(&text) {
        errors.push(field, Sentence::Key("fault-unreadable", vec![("line", line.to_string())]));
    } else {
        let length = text.chars().count();
        if length > limit {
            let (most, found) = (thousands(limit), thousands(length));
            errors.push(field, Sentence::Key("fault-too-long", vec![("most", most), ("found", found)]));
        }
    }
    text
}

/// As [`text`]; nothing but white space is an error with the sentence `missing`.
pub fn required(
    errors: &mut FieldErrors,
    field: &'static str,
    typed: &str,
    limit: usize,
    missing: impl Into<Sentence>,
) -> String {
    let text = text(errors, field, typed, limit);
    if text.is_empty() {
        errors.push(field, missing);
    }
    text
}

/// What to do where a day is not one.
pub const WRITE_A_DAY: &str = "Schrijf de dag als 31-12-2026.";

/// Reads a day as people write it (31-12-2026) or as a browser's field sends it (2026-12-31).
pub fn day(typed: &str) -> Option<NaiveDate> {
    // Four digits of the year: chrono would take the year 26 for 26 after Christ.
    let typed = typed.trim();
    let full = typed.len() >= 8 && typed.split('-').any(|part| part.len() == 4);
    let read = || ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|form| NaiveDate::parse_from_str(typed, form).ok());
    full.then(read).flatten()
}

/// The first line (from 1) that holds a control character which may not stand in text.
fn unreadable_line(text: &str) -> Option<usize> {
    let forbidden = |c: char| c.is_control() && c != '\n' && c != '\t';
    text.split('\n').position(|line| line.contains(forbidden)).map(|index| index + 1)
}

/// A number as Dutch writes it: 100.000.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

/// Text for comparing: lower case, accents off, invisible characters out. Accented letters outside Western European
/// languages stay as they are.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold_char(c, &mut folded));
    folded
}

/// Adds what one character becomes in [`fold`], possibly nothing.
pub(crate) fn fold_char(c: char, folded: &mut String) {
    for c in c.to_lowercase() {
        match c {
            'à'..='å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è'..='ë' => folded.push('e'),
            'ì'..='ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò'..='ö' => folded.push('o'),
            'ù'..='ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ĳ' => folded.push_str("ij"),
            // Combining accents, the soft hyphen, and characters without width that copying brings along.
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c => folded.push(c),
        }
    }
}

/// Gives types that hold what people wrote a `Debug` that prints only the type's name, so that no log can hold it.
macro_rules! redacted {
    ($($name:ident),+) => { $(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )+ };
}
pub(crate) use redacted;

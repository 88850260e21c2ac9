//! Something to print: one structure from which both a page and a PDF are made. Whose it is, and what may stand on it, is
//! decided before.
//!
//! [`Paper::pdf`] writes PDF 1.7 with tags (PDF/UA-1), its fonts inside, text that can be selected, and no more of when it was
//! made than the day.

mod draw;
mod layout;
mod words;

use chrono::NaiveDate;

/// What is printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is: "Signaal 2026-K7Q3MX".
    pub title: String,
    /// Who prints it: on top of every page.
    pub organisation: String,
    /// What it is for, or how to keep it: below the title and on top of every page.
    pub purpose: String,
    /// At the foot of every page: the day in words, and by whom.
    pub printed: String,
    pub day: NaiveDate,
    /// A letter: title and purpose are for the desk alone, and nothing stands around what it says but the numbers of its pages.
    pub letter: bool,
    pub parts: Vec<Part>,
}

/// A piece of it, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Below the title.
    Heading(String),
    /// Below a heading.
    Subheading(String),
    /// Labels with what was answered.
    Rows(Vec<(String, String)>),
    /// What somebody wrote; line breaks stay.
    Text(String),
    /// Who and when, remarks.
    Quiet(String),
    /// What must not be overlooked.
    Warning(String),
    List(Vec<String>),
    /// A letter begins on a page of its own.
    NewPage,
}

impl Part {
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into())
    }

    pub fn subheading(text: impl Into<String>) -> Self {
        Self::Subheading(text.into())
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn quiet(text: impl Into<String>) -> Self {
        Self::Quiet(text.into())
    }
}

/// Why no PDF could be made: never because of what was typed.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("a font of ours cannot be read")]
    Font,
    #[error("the PDF could not be written: {0}")]
    Krilla(String),
}

impl Paper {
    /// The whole as a PDF.
    ///
    /// # Errors
    /// Our own fonts are damaged, or the library refuses what we draw.
    pub fn pdf(&self) -> Result<Vec<u8>, PdfError> {
        draw::pdf(self)
    }
}

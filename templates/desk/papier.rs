//! What is printed: a case, a letter, an export. The same structure goes into a PDF. Everything that is for the screen alone
//! stands in `.screen` and stays off paper.

use maud::{Markup, html};

use crate::components::{LabelValue, Tone, label_values, notice, user_text};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// A piece of what is printed, in reading order.
#[derive(Debug, Clone)]
pub enum PaperPart<'a> {
    Heading(&'a str),
    Subheading(&'a str),
    Rows(Vec<LabelValue<'a>>),
    Text(&'a str),
    Quiet(&'a str),
    Warning(&'a str),
    List(Vec<&'a str>),
}

/// A printable page.
#[derive(Debug, Clone, Default)]
pub struct Papier<'a> {
    pub title: &'a str,
    /// What it is for, or how to keep it.
    pub purpose: &'a str,
    /// On what day, and by whom.
    pub printed: &'a str,
    pub parts: &'a [PaperPart<'a>],
    /// Where it came from: address and words.
    pub back: (&'a str, &'a str),
    /// Other ways to have it: address and words.
    pub ways: &'a [(&'a str, &'a str)],
}

/// The page.
pub fn papier(desk: &DeskFrame, view: &Papier) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new(view.title),
        &html! {
            div .screen {
                p { a href=(view.back.0) { (view.back.1) } }
                (notice(Tone::Plain, &html! {
                    p { "Druk deze bladzijde af met uw browser, of bewaar haar als pdf. Papier en bestanden hebben geen slot: bewaar ze veilig en gooi ze op tijd weg." }
                    @if !view.ways.is_empty() {
                        ul { @for (href, text) in view.ways { li { a href=(href) { (text) } } } }
                    }
                }))
            }
            article {
                h1 { (view.title) }
                p { strong { (view.purpose) } }
                @for part in view.parts { (piece(part)) }
                p .quiet { (view.printed) }
            }
        },
    )
}

fn piece(part: &PaperPart) -> Markup {
    html! {
        @match part {
            PaperPart::Heading(text) => h2 { (text) },
            PaperPart::Subheading(text) => h3 { (text) },
            PaperPart::Rows(rows) => (label_values(rows)),
            PaperPart::Text(text) => (user_text(text)),
            PaperPart::Quiet(text) => p .quiet { (text) },
            PaperPart::Warning(text) => (notice(Tone::Danger, &html! { p { strong { (text) } } })),
            PaperPart::List(items) => ul { @for item in items { li { (item) } } },
        }
    }
}

//! Pieces that several pages share: error summary, notices, lists of label and value, texts that people wrote.
//! Form fields live in [`crate::fields`].

use maud::{Markup, Render, html};

use crate::fields::FieldError;
use crate::text::Text;

/// One label with what was answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LabelValue<'a> {
    pub label: &'a str,
    pub value: &'a str,
}

/// Words that somebody configured, and their language where that is not the language of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Worded<'a> {
    pub words: &'a str,
    pub lang: Option<&'a str>,
}

impl Render for Worded<'_> {
    fn render(&self) -> Markup {
        html! { @if let Some(lang) = self.lang { span lang=(lang) { (self.words) } } @else { (self.words) } }
    }
}

/// A link to somebody else: where it leads and what it says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Elsewhere<'a> {
    pub link: &'a str,
    pub name: &'a str,
}

impl Render for Elsewhere<'_> {
    fn render(&self) -> Markup {
        html! { a href=(self.link) rel="noreferrer" { (self.name) } }
    }
}

/// The colour and the first word of a notice. The word says it too: colour alone says nothing to some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Plain,
    /// Something was done.
    Done,
    /// Something asks for care.
    Warning,
    /// Something went wrong.
    Danger,
}

/// The errors of a form, above it. `autofocus` brings the reader there without a script; each error leads to its field.
pub(crate) fn error_summary(text: Text, errors: &[FieldError]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section .summary aria-labelledby="fouten" {
                h2 #fouten tabindex="-1" autofocus { (text.say("errors-title")) }
                ul {
                    @for error in errors {
                        li {
                            @if error.field.is_empty() { (error.message) }
                            @else { a href={ "#" (error.field) } { (error.message) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is wrong with what a page shows, shouted; nothing where nothing is.
pub(crate) fn warnings(warnings: &[&str]) -> Markup {
    html! {
        @if !warnings.is_empty() {
            (notice(Tone::Danger, &html! { @for warning in warnings { p { strong { "Let op: " } (warning) } } }))
        }
    }
}

/// A panel that stands out from the text.
pub(crate) fn notice(tone: Tone, body: &Markup) -> Markup {
    let class = match tone {
        Tone::Plain => "notice",
        Tone::Done => "notice done",
        Tone::Warning => "notice warning",
        Tone::Danger => "notice danger",
    };
    html! { div class=(class) { (body) } }
}

/// Where in the report one is, and what the municipality has by now: above the form.
pub(crate) fn step(text: Text, position: &str) -> Markup {
    html! { p .step { strong { (position) } " " span { (text.say("step-nothing-sent")) } } }
}

/// A text that a person wrote: escaped, in its own direction, line breaks kept (in text browsers too).
pub(crate) fn user_text(text: &str) -> Markup {
    html! {
        div .text dir="auto" {
            @for (index, line) in text.lines().enumerate() { @if index > 0 { br; } (line) }
        }
    }
}

/// As [`user_text`], with parts of it marked: from and to which byte, in order. A mark across lines is one on each.
pub(crate) fn marked_text(text: &str, marks: &[(usize, usize)]) -> Markup {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    });
    html! {
        div .text dir="auto" {
            @for (at, line) in lines { @if at > 0 { br; } (marked_line(line, at, marks)) }
        }
    }
}

/// One line, that begins at a byte of the whole text. What is no part of it is left out.
fn marked_line(line: &str, at: usize, marks: &[(usize, usize)]) -> Markup {
    let mut parts = Vec::new();
    let mut done = 0;
    for (from, to) in marks {
        let (from, to) = (from.saturating_sub(at).max(done), to.saturating_sub(at).min(line.len()));
        if from < to {
            parts.extend([(false, line.get(done..from)), (true, line.get(from..to))]);
            done = to;
        }
    }
    parts.push((false, line.get(done..)));
    html! {
        @for (marked, part) in parts {
            @if let Some(part) = part { @if marked { mark { (part) } } @else { (part) } }
        }
    }
}

/// Labels with what was answered.
pub(crate) fn label_values(rows: &[LabelValue]) -> Markup {
    html! { dl .rows { @for row in rows { div { dt { (row.label) } dd { (user_text(row.value)) } } } } }
}

/// Short facts in one glance: label above value, as many beside each other as fit.
pub(crate) fn facts(rows: &[(&str, Markup)]) -> Markup {
    html! { dl .facts { @for (label, value) in rows { div { dt { (label) } dd { (value) } } } } }
}

/// Words of a code, numbered, to compare or copy down: `text_content` is the words with single spaces.
pub(crate) fn words(words: &[&str]) -> Markup {
    html! { @for (index, word) in words.iter().enumerate() { @if index > 0 { " " } span { (word) } } }
}

/// A value inside the query part of an address: everything but letters, digits and `-._~` as `%XX` (RFC 3986, 2.1).
pub(crate) fn query_value(value: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
    out
}

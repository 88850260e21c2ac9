//! The last step: check the answers, and the one button that really sends.
//! Everything answered travels as hidden fields, the nonce that makes sending twice safe included.

use maud::{Markup, html};

use super::bestanden::{FileRow, file_line, left_in, time_left};
use super::lezers::{Readers, readers_again};
use super::stappen::Step;
use crate::components::{Tone, error_summary, marked_text, notice};
use crate::fields::{Choice, FieldError, Group, Pick, group, hidden};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// One answer on the check page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Row<'a> {
    pub label: &'a str,
    /// Empty for not answered.
    pub value: &'a str,
    /// What may identify somebody: from and to which byte of the value, in order.
    pub marks: &'a [(usize, usize)],
    /// The page that changes it: `over` or `verhaal`. Rows of one page stand together.
    pub change_to: &'a str,
}

/// Something in a text that may identify somebody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found<'a> {
    /// "Telefoonnummer"
    pub what: &'a str,
    /// The very words.
    pub words: &'a str,
}

/// Field: `ook_over` (repeatable; a function's name or `nee`). Posts to `/melden/versturen`;
/// the change buttons post `terug=ja` to `/melden/over` and `/melden/verhaal`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Controle<'a> {
    pub rows: &'a [Row<'a>],
    /// Of the envelope; empty where no name is given.
    pub contact: &'a [Row<'a>],
    /// The files that go along.
    pub files: &'a [FileRow<'a>],
    /// Until when they wait for the next step: "20:45".
    pub until: Option<&'a str>,
    pub readers: Readers<'a>,
    /// What may identify somebody, as far as it is listed.
    pub found: &'a [Found<'a>],
    /// How much more was found than is listed: it is marked all the same.
    pub found_more: usize,
    /// Whether the reporter is put under pressure: then the page says who can help.
    pub under_pressure: bool,
    /// Functions that the text names while the choice of the first step does not; empty asks nothing.
    pub asked: &'a [&'a str],
    /// The values of `ook_over` that were ticked before.
    pub ook_over: &'a [&'a str],
    /// An answer changed who reads it since the reporter last saw that: nothing was sent, and the page says so.
    pub reader_changed: bool,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The last step.
pub fn controle(frame: &Frame, view: &Controle) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::failed_if(&Step::Check.position(text), !view.errors.is_empty()),
        &html! {
            (Step::Check.line(text))
            h1 { (text.say("check-title")) }
            (error_summary(text, view.errors))
            @if view.reader_changed {
                (notice(Tone::Warning, &html! {
                    p { (text.rich("check-reader-changed", &[("reader", view.readers.reader)])) }
                }))
            }
            @if view.under_pressure { (support(text)) }
            (traces(text, view))
            form method="post" action=(text.path("/melden/versturen")) novalidate {
                (hidden(view.hidden))
                @if !view.asked.is_empty() {
                    // Enter in a check box presses the form's first submit button: never a change button.
                    button type="submit" hidden { (text.say("check-send-button")) }
                }
                (part(text, view.rows, "over", "check-over"))
                (part(text, view.rows, "verhaal", "check-story"))
                (files(text, view.files))
                (part(text, view.contact, "verhaal", "check-envelope"))
                @if !view.asked.is_empty() { (also_about(text, view)) }
                section .notice aria-labelledby="versturen" {
                    h2 #versturen { (text.say("check-send")) }
                    (readers_again(text, &view.readers))
                    p { (text.say("check-send-lead")) }
                    button .primary type="submit" { (text.say("check-send-button")) }
                }
                (time_left(text, view.until, "/melden/controle", ("stap", "tijd")))
            }
        },
    )
}

/// The rows that one page changes. The envelope says again who opens it.
fn part(text: Text, rows: &[Row], page: &str, key: &str) -> Markup {
    let rows = || rows.iter().filter(|row| row.change_to == page);
    let empty = rows().filter(|row| row.value.is_empty()).count();
    let say = |end: &str| text.say(&[key, end].concat());
    html! {
        @if rows().next().is_some() {
            section .part {
                h2 { (say("")) }
                @if key == "check-envelope" { p .hint { (say("-lead")) } }
                dl .rows {
                    @for row in rows().filter(|row| !row.value.is_empty()) {
                        div {
                            dt { (row.label) }
                            dd { (marked_text(row.value, row.marks)) }
                        }
                    }
                }
                @if empty > 0 { p .quiet { (text.count("check-empty", empty)) } }
                button .secondary type="submit" formaction=(text.path(&["/melden/", page].concat())) name="terug"
                    value="ja" { (say("-change")) }
            }
        }
    }
}

/// The files, with the way to change them; where there are none, the way to add one.
fn files(text: Text, files: &[FileRow]) -> Markup {
    html! {
        section .part {
            h2 { (text.say("check-files")) }
            @if files.is_empty() { p .quiet { (text.say("check-files-none")) } }
            @else {
                ul {
                    @for file in files {
                        li {
                            bdi { (file.name) } " " span .quiet { "(" (file.size) ")" }
                            // What still tells who took it is not folded away.
                            @if let Some(left) = left_in(text, file) { br; strong { (left) } }
                        }
                    }
                }
                details {
                    summary { (text.say("check-removed")) }
                    ul .files { @for file in files { li { (file_line(text, file)) } } }
                }
            }
            button .secondary type="submit" formaction=(text.path("/melden/bestanden")) name="terug" value="ja" {
                (text.say("check-files-change"))
            }
        }
    }
}

fn support(text: Text) -> Markup {
    notice(
        Tone::Plain,
        &html! {
            h2 { (text.say("check-support")) }
            ul { @for key in ["check-support-1", "check-support-2"] { li { (text.rich(key, &[])) } } }
        },
    )
}

/// A question, not an alarm: what is found may well belong there.
fn traces(text: Text, view: &Controle) -> Markup {
    html! {
        section .notice aria-labelledby="herkenbaar" {
            h2 #herkenbaar { (text.say("check-traces")) }
            @if view.found.is_empty() { p { (text.say("check-traces-none")) } }
            @else {
                p { (text.say("check-traces-lead")) }
                ul {
                    @for found in view.found { li { (found.what) ": " mark { bdi { (found.words) } } } }
                    @if view.found_more > 0 { li { (text.count("check-traces-more", view.found_more)) } }
                }
                p .hint { (text.say("check-traces-shown")) }
            }
        }
    }
}

fn also_about(text: Text, view: &Controle) -> Markup {
    let mut options: Vec<Choice> =
        view.asked.iter().map(|&value| Choice { value, label: text.choice("check-also", value), hint: None }).collect();
    let no = if view.asked.len() == 1 { "check-also-no-one" } else { "check-also-no-more" };
    options.push(Choice { value: "nee", label: text.say(no), hint: None });
    notice(
        Tone::Warning,
        &html! {
            (group(&Group {
                text,
                name: "ook_over",
                legend: text.say("check-also"),
                hint: Some(text.say("check-also-hint")),
                pick: Pick::Many,
                options: &options,
                chosen: view.ook_over,
                optional: false,
                inline: false,
                errors: view.errors,
            }))
        },
    )
}

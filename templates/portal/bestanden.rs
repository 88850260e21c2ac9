//! The files that go along: what was taken out of each, and what to do about one that cannot be cleaned. Each is sealed
//! when this page lists it, and nothing is sent.

use maud::{Markup, html};

use super::stappen::Step;
use crate::components::{Tone, error_summary, notice};
use crate::fields::{FieldError, has_error, hidden, messages};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// Hidden data was taken out.
    Clean,
    /// It goes along as it came, beside its cleaned copy.
    Original,
    /// It cannot be cleaned, and goes along as it came because its sender said so.
    Uncleaned,
    /// It cannot be cleaned, and waits for its sender's word.
    Asked,
}

/// One file.
#[derive(Debug, Clone, Copy)]
pub struct FileRow<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub size: &'a str,
    /// What was taken out, in words: "plaats, toestel". Empty for nothing.
    pub removed: &'a str,
    pub state: FileState,
}

/// Field: `bijlagen` (files). Buttons: `stap=toevoegen`, `verwijder=ID`, `toch=ID`, `terug=ja`; the plain one goes on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bestanden<'a> {
    pub files: &'a [FileRow<'a>],
    /// Who reads it since an answer changed that: "de burgemeester".
    pub moved_to: Option<&'a str>,
    /// Whether originals were to go along with files that must be chosen again.
    pub original: bool,
    /// The storage has no room: no field to choose files in.
    pub full: bool,
    /// How many files, and how many MiB each and together.
    pub most: &'a str,
    pub file_mib: &'a str,
    pub report_mib: &'a str,
    /// Until when the files wait for the next step: "20:45".
    pub until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page between story and check.
pub fn bestanden(frame: &Frame, view: &Bestanden) -> Markup {
    let text = frame.text;
    portal_page(
        frame,
        Title::failed_if(&Step::Files.position(text), !view.errors.is_empty()),
        &html! {
            (Step::Files.line(text))
            h1 { (text.say("files-title")) }
            (error_summary(text, view.errors))
            @if let Some(reader) = view.moved_to {
                (notice(Tone::Warning, &html! { p { (text.rich("files-reader-changed", &[("reader", reader)])) } }))
            }
            p { (text.rich("files-lead", &[])) }
            form method="post" action=(text.path("/melden/bestanden")) enctype="multipart/form-data" novalidate {
                (hidden(view.hidden))
                // What Enter presses: never a button that takes a file away.
                button type="submit" hidden { (text.say("files-on")) }
                (list(text, view.files, view.errors))
                @if view.full { (notice(Tone::Warning, &html! { p { (text.rich("files-full", &[])) } })) }
                @else { (choose(text, view)) }
                div .actions {
                    button .primary type="submit" { (text.say("files-on")) }
                    @if !view.full { (add_button(text)) }
                    button .secondary type="submit" name="stap" value="verhaal" { (text.say("files-back")) }
                    p .quiet {
                        (text.say("files-nothing-sent")) " " (text.say("files-broke-off")) " " (text.say("steps-buttons"))
                    }
                }
                (time_left(text, view.until, "/melden/bestanden", ("stap", "tijd")))
            }
        },
    )
}

fn choose(text: Text, view: &Bestanden) -> Markup {
    let limits = [("most", view.most), ("file", view.file_mib), ("report", view.report_mib)];
    choose_files(text, &limits, view.original, view.errors)
}

/// How long the files that a form carries still wait, and the button that gives them more time (WCAG 2.2.1): it shows the
/// same page again, with all that was typed.
pub(crate) fn time_left(text: Text, until: Option<&str>, page: &str, (name, value): (&str, &str)) -> Markup {
    html! {
        @if let Some(until) = until {
            div .time-left {
                p .quiet { (text.with("files-until", &[("time", until)])) }
                button .secondary type="submit" formaction=(text.path(page)) name=(name) value=(value) {
                    (text.say("files-more-time"))
                }
            }
        }
    }
}

/// The field that files are chosen in, and the choice to send originals too. `limits` are
/// `most` (files), `file` and `report` (MiB).
pub(crate) fn choose_files(text: Text, limits: &[(&str, &str)], original: bool, errors: &[FieldError]) -> Markup {
    html! {
        (file_field(text, limits, errors))
        // Folded: nobody ticks it in passing.
        details open[original] {
            summary { (text.say("files-original")) }
            div .field {
                div .option {
                    input #origineel type="checkbox" name="origineel" value="ja" checked[original]
                        aria-describedby="origineel-uitleg";
                    label for="origineel" { (text.say("files-original-yes")) }
                    p .hint #origineel-uitleg { (text.say("files-original-hint")) }
                }
            }
        }
    }
}

/// The button that lists what was chosen, and leaves room for more.
pub(crate) fn add_button(text: Text) -> Markup {
    html! { button .secondary type="submit" name="stap" value="toevoegen" { (text.say("files-add")) } }
}

/// The field that files are chosen in.
pub(crate) fn file_field(text: Text, limits: &[(&str, &str)], errors: &[FieldError]) -> Markup {
    let failed = has_error(errors, "bijlagen");
    html! {
        div .field .failed[failed] {
            label for="bijlagen" { (text.say("files-choose")) }
            p .hint #bijlagen-uitleg { (text.with("files-choose-hint", limits)) }
            (messages(text, "bijlagen", errors))
            input #bijlagen type="file" name="bijlagen" multiple
                aria-describedby=(if failed { "bijlagen-uitleg bijlagen-fout" } else { "bijlagen-uitleg" })
                aria-invalid=[failed.then_some("true")];
        }
    }
}

/// The files so far; nothing where there are none.
pub(crate) fn list(text: Text, files: &[FileRow], errors: &[FieldError]) -> Markup {
    let first = files.iter().find(|file| file.state == FileState::Asked).map(|file| file.id);
    html! {
        @if !files.is_empty() {
            section .part aria-labelledby="gekozen" {
                h2 #gekozen { (text.count("files-chosen", files.iter().filter(|file| file.state != FileState::Asked).count())) }
                ul .files {
                    @for file in files {
                        li {
                            (file_line(text, file))
                            @if file.state == FileState::Asked {
                                div .field id=[(first == Some(file.id)).then_some("toch")]
                                    .failed[first == Some(file.id) && has_error(errors, "toch")] {
                                    @if first == Some(file.id) { (messages(text, "toch", errors)) }
                                    (asked(text, file))
                                }
                            }
                            @else {
                                button .secondary type="submit" name="verwijder" value=(file.id) {
                                    (text.say("files-remove")) " " span .spoken { (file.name) }
                                }
                            }
                        }
                    }
                }
                p .quiet { (text.say("files-only-listed")) }
            }
        }
    }
}

/// One file's name, size and state, wherever files are listed.
pub(crate) fn file_line(text: Text, file: &FileRow) -> Markup {
    html! {
        p {
            strong { bdi { (file.name) } } " " span .quiet { "(" (file.size) ")" }
            br;
            @match (left_in(text, file), file.removed) {
                (Some(left), _) => (left),
                (None, "") => (text.say("file-clean-nothing")),
                (None, removed) => (text.with("file-clean", &[("removed", removed)])),
            }
        }
    }
}

/// What is said of a file in which hidden information may be left.
pub(crate) fn left_in(text: Text, file: &FileRow) -> Option<&'static str> {
    match file.state {
        FileState::Clean => None,
        FileState::Original => Some(text.say("file-original")),
        FileState::Uncleaned => Some(text.say("file-uncleaned")),
        FileState::Asked => Some(text.say("file-asked")),
    }
}

fn asked(text: Text, file: &FileRow) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            p { (text.rich("file-asked-why", &[])) }
            p { (text.say("file-asked-instead")) }
            button .secondary type="submit" name="verwijder" value=(file.id) {
                (text.say("files-remove")) " " span .spoken { (file.name) }
            }
            button .secondary type="submit" name="toch" value=(file.id) {
                (text.say("file-asked-yes")) " " span .spoken { (file.name) }
            }
        },
    )
}

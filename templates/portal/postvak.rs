//! `GET /postvak`: the conversation of an opened mailbox. It never retells the report itself.

use maud::{Markup, html};

use super::bestanden::{FileRow, add_button, choose_files, list, time_left};
use crate::components::{Tone, error_summary, notice, user_text};
use crate::conversation::{Message, Reading, broken, conversation};
use crate::fields::{Field, FieldError, has_error, hidden, text_area};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// The coarse status, the only one a reporter sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Received,
    Reviewing,
    Question,
    /// The question is whether the name may be known: nothing depends on the answer.
    NameQuestion,
    Done,
    /// What the desk said last is damaged or gone.
    Unknown,
}

impl Stage {
    /// Keys of what it is called and of what it means for the reporter now.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Received => ("stage-received", "stage-received-now"),
            Self::Reviewing => ("stage-reviewing", "stage-reviewing-now"),
            Self::Question => ("stage-question", "stage-question-now"),
            Self::NameQuestion => ("stage-name", "stage-name-now"),
            Self::Done => ("stage-done", "stage-done-now"),
            Self::Unknown => ("stage-unknown", "stage-unknown-now"),
        }
    }
}

/// Whether the mailbox takes a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Writing {
    #[default]
    Open,
    /// It holds as much as it may.
    Full,
    /// Somebody changed what belongs to it: nobody knows who would read a message.
    TurnedBack,
}

/// Whether "hoe staat het ermee?" can be asked. Days are in words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Asking<'a> {
    /// There is nothing to ask: the desk is done, or waits for the reporter.
    #[default]
    Absent,
    Open,
    /// Asked, and not answered yet.
    Waiting {
        asked: &'a str,
    },
    /// Asked not long ago.
    Later {
        asked: &'a str,
        again: &'a str,
    },
}

/// The desk asks for the reporter's name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NameQuestion<'a> {
    /// The number of the message that asks.
    pub vraag: &'a str,
    /// What he said last, if anything.
    pub said: Option<bool>,
}

/// Field: `bericht`, with `token` and `nummer` hidden. Posts to `/postvak`, to `/postvak/navraag` to ask how it stands,
/// to `/postvak/naam` to answer who asks
/// for his name, and to `/postvak/sluiten` to close.
#[derive(Debug, Clone, Copy, Default)]
pub struct Postvak<'a> {
    pub stage: Stage,
    /// What happens next and by when, whole sentences: "U hoort uiterlijk 17 februari 2027 wat wij doen."
    pub promised: Option<&'a str>,
    /// In order, oldest first.
    pub messages: &'a [Message<'a>],
    pub writing: Writing,
    pub name: Option<NameQuestion<'a>>,
    pub asking: Asking<'a>,
    /// Files that are sealed and not sent yet, and the hidden field that carries them.
    pub files: &'a [FileRow<'a>],
    pub carried: &'a str,
    /// Until when they wait for the next step: "20:45".
    pub until: Option<&'a str>,
    /// Whether originals were to go along with files that must be chosen again.
    pub original: bool,
    /// The storage has no room: no field to choose files in.
    pub full: bool,
    /// How many files, and how many MiB each and together.
    pub most: &'a str,
    pub file_mib: &'a str,
    pub report_mib: &'a str,
    /// What was typed and not yet sent.
    pub draft: &'a str,
    pub errors: &'a [FieldError<'a>],
    pub token: &'a str,
    /// The number of the message that this form would send: sending twice stores once.
    pub nummer: &'a str,
    /// Key of what was just done.
    pub done: Option<&'a str>,
    /// Keys of more to tell.
    pub notices: &'a [&'a str],
}

/// The opened mailbox.
pub fn postvak(frame: &Frame, view: &Postvak) -> Markup {
    let text = frame.text;
    let (label, now) = view.stage.keys();
    portal_page(
        frame,
        Title::failed_if(text.say("mailbox-title"), !view.errors.is_empty()),
        &html! {
            h1 { (text.say("mailbox-heading")) }
            (error_summary(text, view.errors))
            (news(text, view))
            section .notice .warning[matches!(view.stage, Stage::Question | Stage::NameQuestion)] aria-labelledby="stand" {
                h2 #stand { span .spoken { (text.say("mailbox-stage")) " " } (text.say(label)) }
                p { (text.say(now)) }
                @if let Some(promised) = view.promised { p { strong { (promised) } } }
                @if view.stage == Stage::Question && view.writing == Writing::Open {
                    p { a href="#bericht" { (text.say("mailbox-answer")) } }
                }
            }
            @if let Some(asked) = view.name.filter(|_| view.writing == Writing::Open) { (name(text, asked, view.token)) }
            section aria-labelledby="berichten" {
                h2 #berichten { (text.say("mailbox-messages")) }
                @if view.messages.is_empty() { p { (text.say("mailbox-empty")) } }
                @else { (conversation(view.messages, Reading::AsReporter(text))) }
                p .quiet { (text.say("mailbox-no-report")) }
            }
            @if view.writing == Writing::Open { (write(text, view)) (ask(text, view)) }
            (close(text, view))
        },
    )
}

fn news(text: Text, view: &Postvak) -> Markup {
    let closed = match view.writing {
        Writing::Open => None,
        Writing::Full => Some("mailbox-full"),
        Writing::TurnedBack => Some("mailbox-turned-back"),
    };
    html! {
        @if let Some(key) = view.done { (notice(Tone::Done, &html! { p { (text.rich(key, &[])) } })) }
        @for key in view.notices { (notice(Tone::Warning, &html! { p { (text.say(key)) } })) }
        @if let Some(key) = closed {
            (notice(Tone::Warning, &html! {
                p { (text.say(key)) }
                @if !view.draft.is_empty() { p { (text.say("mailbox-kept")) } (user_text(view.draft)) }
            }))
        }
        @if broken(view.messages) { (notice(Tone::Danger, &html! { p { (text.rich("mailbox-broken", &[])) } })) }
    }
}

/// Yes or no, and what he said. He may change his mind.
fn name(text: Text, asked: NameQuestion, token: &str) -> Markup {
    let (lead, yes, no) = match asked.said {
        None => ("mailbox-name-lead", true, true),
        Some(true) => ("mailbox-name-yes", false, true),
        Some(false) => ("mailbox-name-no", true, false),
    };
    html! {
        section aria-labelledby="naam" {
            h2 #naam { (text.say("mailbox-name")) }
            p { (text.rich(lead, &[])) }
            form method="post" action=(text.path("/postvak/naam")) {
                (hidden(&[("token", token), ("vraag", asked.vraag)]))
                div .actions {
                    @if no {
                        button .secondary type="submit" name="antwoord" value="nee" { (text.say("mailbox-name-no-button")) }
                    }
                    @if yes {
                        button .secondary type="submit" name="antwoord" value="ja" { (text.say("mailbox-name-yes-button")) }
                    }
                }
            }
        }
    }
}

fn write(text: Text, view: &Postvak) -> Markup {
    let heading = if view.stage == Stage::Question { "mailbox-write-answer" } else { "mailbox-write" };
    html! {
        section aria-labelledby="schrijven" {
            h2 #schrijven { (text.say(heading)) }
            form method="post" action=(text.path("/postvak")) enctype="multipart/form-data" novalidate {
                (hidden(&[("token", view.token), ("nummer", view.nummer)]))
                @if !view.carried.is_empty() { (hidden(&[("bestanden", view.carried)])) }
                // What Enter presses: never a button that takes a file away.
                button type="submit" hidden { (text.say("mailbox-button")) }
                (text_area(&Field {
                    text,
                    name: "bericht",
                    label: text.say("mailbox-field"),
                    hint: Some(text.say("mailbox-field-hint")),
                    value: view.draft,
                    errors: view.errors,
                    ..Field::default()
                }, 6))
                (list(text, view.files, view.errors))
                @if view.full { p .quiet { (text.say("mailbox-files-full")) } } @else {
                    details open[!view.files.is_empty() || has_error(view.errors, "bijlagen")] {
                        summary { (text.say("mailbox-files")) }
                        p { (text.rich("mailbox-files-lead", &[])) }
                        (choose_files(
                            text,
                            &[("most", view.most), ("file", view.file_mib), ("report", view.report_mib)],
                            view.original,
                            view.errors,
                        ))
                        (add_button(text))
                        p .quiet { (text.say("files-broke-off")) }
                    }
                }
                div .actions {
                    button .primary type="submit" { (text.say("mailbox-button")) }
                    p .quiet { (text.say("mailbox-button-hint")) }
                }
                (time_left(text, view.until, "/postvak", ("stap", "tijd")))
            }
        }
    }
}

fn ask(text: Text, view: &Postvak) -> Markup {
    html! {
        @if view.asking != Asking::Absent {
            section aria-labelledby="navraag" {
                h2 #navraag { (text.say("mailbox-ask")) }
                @match view.asking {
                    Asking::Waiting { asked } => p { (text.with("mailbox-ask-waiting", &[("asked", asked)])) },
                    Asking::Later { asked, again } => p {
                        (text.with("mailbox-ask-later", &[("asked", asked), ("again", again)]))
                    },
                    Asking::Open | Asking::Absent => {
                        p { (text.say("mailbox-ask-what")) }
                        form method="post" action=(text.path("/postvak/navraag")) {
                            (hidden(&[("token", view.token)]))
                            button .secondary type="submit" { (text.say("mailbox-ask-button")) }
                        }
                    }
                }
            }
        }
    }
}

fn close(text: Text, view: &Postvak) -> Markup {
    html! {
        section .close aria-labelledby="sluiten" {
            h2 #sluiten { (text.say("mailbox-close")) }
            p { (text.say("mailbox-close-what")) }
            form method="post" action=(text.path("/postvak/sluiten")) {
                (hidden(&[("token", view.token)]))
                button .secondary type="submit" { (text.say("mailbox-close-button")) }
            }
            p { (text.rich("mailbox-discard", &[])) }
        }
    }
}

//! `GET /melden`, the first step: advice, then who it is about, because that decides who reads it.
//! What was answered on later pages travels along as hidden fields.

use maud::{Markup, html};

use super::bestanden::time_left;
use super::stappen::Step;
use crate::components::{Tone, error_summary, notice};
use crate::fields::{Choice, FieldError, Group, Pick, group, hidden};
use crate::layout::{Frame, Title, portal_page};
use crate::text::Text;

/// One kind of person or place that a signal can be about.
#[derive(Debug, Clone, Copy, Default)]
pub struct SubjectOption<'a> {
    pub value: &'a str,
    /// "Een wethouder"
    pub label: &'a str,
    /// Who reads it, as it fits behind "Wordt gelezen door": "de burgemeester".
    pub reader: &'a str,
    /// Whether that reader can be reached through this portal.
    pub reachable: bool,
}

/// Field: `over_wie` (repeatable). Posts to `/melden/over`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Over<'a> {
    pub options: &'a [SubjectOption<'a>],
    /// The values that were ticked before.
    pub chosen: &'a [&'a str],
    /// Until when the files that the form carries wait for the next step: "20:45".
    pub until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The first step.
pub fn over(frame: &Frame, view: &Over) -> Markup {
    let text = frame.text;
    let closed: Vec<&SubjectOption> = view.options.iter().filter(|option| !option.reachable).collect();
    let any_open = view.options.iter().any(|option| option.reachable);
    portal_page(
        frame,
        Title::failed_if(&Step::Over.position(text), !view.errors.is_empty()),
        &html! {
            (Step::Over.line(text))
            h1 { (text.say("over-title")) }
            (error_summary(text, view.errors))
            (advice(text))
            @if any_open {
                form method="post" action=(text.path("/melden/over")) novalidate {
                    (hidden(view.hidden))
                    (question(text, view))
                    @if !closed.is_empty() { (not_yet_reachable(text, &closed)) }
                    div .actions {
                        button .primary type="submit" { (text.say("over-next")) }
                        p .quiet { (text.say("over-next-hint")) }
                    }
                    (time_left(text, view.until, "/melden/over", ("terug", "ja")))
                }
            } @else {
                (notice(Tone::Danger, &html! {
                    h2 { (text.say("over-nobody")) }
                    p { (text.say("over-nobody-lead")) }
                    p { (text.rich("over-elsewhere", &[])) }
                }))
            }
        },
    )
}

fn question(text: Text, view: &Over) -> Markup {
    let open = || view.options.iter().filter(|option| option.reachable);
    let options: Vec<Choice> =
        open().map(|option| Choice { value: option.value, label: option.label, hint: None }).collect();
    let question = group(&Group {
        text,
        name: "over_wie",
        legend: text.say("over-legend"),
        hint: Some(text.say("over-hint")),
        pick: Pick::Many,
        options: &options,
        chosen: view.chosen,
        optional: false,
        inline: false,
        errors: view.errors,
    });
    html! {
        (question)
        // The next page names the reader of what was chosen; here for who wants to know before.
        details {
            summary { (text.say("over-who-reads")) }
            ul {
                @for option in open() {
                    li { (text.rich("over-read-by", &[("subject", option.label), ("reader", option.reader)])) }
                }
            }
        }
    }
}

fn advice(text: Text) -> Markup {
    const FIRST: [&str; 4] = ["over-advice-1", "over-advice-2", "over-advice-3", "over-advice-4"];
    const MORE: [&str; 5] = ["over-more-1", "over-more-2", "over-more-3", "over-more-4", "over-more-5"];
    html! {
        section .notice aria-labelledby="advies" {
            h2 #advies { (text.say("over-advice")) }
            ul { @for key in FIRST { li { (text.say(key)) } } }
            details {
                summary { (text.say("over-more-advice")) }
                ul { @for key in MORE { li { (text.rich(key, &[])) } } }
            }
        }
    }
}

fn not_yet_reachable(text: Text, closed: &[&SubjectOption]) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            h2 { (text.say("over-closed")) }
            p { (text.say("over-closed-lead")) }
            ul {
                @for option in closed {
                    li { (text.rich("over-closed-one", &[("subject", option.label), ("reader", option.reader)])) }
                }
            }
            p { (text.say("over-closed-also")) }
            p { (text.rich("over-elsewhere", &[])) }
        },
    )
}

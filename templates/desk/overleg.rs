//! `/overleggen/{datum}`: one meeting.

mod people;

use maud::{Markup, html};

use people::people;

use super::shared::signal_link;
use crate::components::{Tone, error_summary, notice, user_text};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// A signal that is ready for the agenda.
#[derive(Debug, Clone, Copy, Default)]
pub struct Candidate<'a> {
    pub kenmerk: &'a str,
    pub received: &'a str,
    pub urgency: &'a str,
    /// The start of its worked-up description; empty where there is none: then it cannot be discussed.
    pub summary: &'a str,
    pub chosen: bool,
}

/// One item of the agenda.
#[derive(Debug, Clone, Copy, Default)]
pub struct Point<'a> {
    pub place: usize,
    /// `None`: it is not this officer's to read.
    pub opened: Option<OpenedPoint<'a>>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct OpenedPoint<'a> {
    pub kenmerk: &'a str,
    pub href: &'a str,
    pub summary: &'a str,
    pub urgency: &'a str,
    /// "te bespreken", "vooraf ingevuld", "besloten".
    pub state: &'a str,
}

/// Somebody who may sit at the table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seat<'a> {
    pub account: &'a str,
    pub name: &'a str,
    pub function: &'a str,
    pub there: bool,
    /// Whether the account still works.
    pub works: bool,
}

/// A function that always sits there.
#[derive(Debug, Clone, Copy, Default)]
pub struct FixedSeat<'a> {
    pub function: &'a str,
    /// Who has it; empty: nobody.
    pub names: &'a str,
}

/// The steps that this officer may take now.
#[derive(Debug, Clone, Copy, Default)]
pub struct MeetingSteps {
    pub freeze: bool,
    pub update: bool,
    pub open: bool,
    /// The agenda stands; its day has not come.
    pub open_later: bool,
    pub close: bool,
    pub call_off: bool,
    /// Hold it on another day or at another time.
    pub relocate: bool,
}

/// Every form posts to the page itself, with the hidden field `stap`. Fields: `signaal` (repeatable), `aanwezig` (repeatable),
/// `reden`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Overleg<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    /// "van 9.30 tot 11.00 uur"; empty: nobody said when.
    pub hours: &'a str,
    pub kind: &'a str,
    pub stage: &'a str,
    /// Day and date to which it was moved: then nothing else is left of it here.
    pub moved_to: Option<(&'a str, &'a str)>,
    /// The date before that, of one that was moved to here.
    pub moved_from: Option<&'a str>,
    /// Whether no calendar is told of it.
    pub is_silent: bool,
    /// Why it is held in between, or why it was called off.
    pub reason: &'a str,
    pub done: Option<&'a str>,
    /// Whether a version of it is gone or was not signed: then nothing changes it.
    pub is_damaged: bool,
    /// Signals that did not get on the agenda, and why.
    pub left_off: &'a [(&'a str, &'a str)],
    pub candidates: &'a [Candidate<'a>],
    pub points: &'a [Point<'a>],
    pub seats: &'a [Seat<'a>],
    /// Until it is opened.
    pub fixed: &'a [FixedSeat<'a>],
    pub may: MeetingSteps,
    /// Whether who is there is known, and there are minutes.
    pub is_opened: bool,
    pub call_off_reason: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn overleg(desk: &DeskFrame, view: &Overleg) -> Markup {
    let title = [view.name, " ", view.date].concat();
    desk_page(
        desk,
        Place::Meetings,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href="/overleggen" { "Alle overleggen" } }
            h1 { (title) }
            (error_summary(Text::DUTCH, view.errors))
            @if view.is_damaged { (damaged()) }
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            @if !view.left_off.is_empty() { (left_off(view.left_off)) }
            p { (view.kind) " " span .tag { (view.stage) } @if !view.hours.is_empty() { br; (view.hours) } }
            (user_text(view.reason))
            @if let Some((day, date)) = view.moved_to {
                p { "Dit overleg is verplaatst naar " a href={ "/overleggen/" (day) } { (date) } "." }
            } @else {
                @if let Some(date) = view.moved_from { p .quiet { "Dit overleg stond eerst op " (date) "." } }
                @if view.is_silent {
                    p .quiet { "Hiervan gaat geen uitnodiging uit. Zeg zelf tegen iedereen die komt wanneer het is." }
                }
                @if view.is_opened { p { a href={ "/overleggen/" (view.day) "/verslag" } { "Verslag" } } }
                @if view.may.freeze { (freeze(view, desk.token)) } @else { (agenda(view)) }
                (people(view, desk.token))
                @if view.may.close { (close(view, desk.token)) }
                @if view.may.relocate {
                    section .card aria-labelledby="verplaatsen" {
                        h2 #verplaatsen { "Andere dag of andere tijd?" }
                        p { a href={ "/overleggen/" (view.day) "/verplaatsen" } { "Verplaats het overleg" } }
                    }
                }
                @if view.may.call_off { (call_off(view, desk.token)) }
            }
        },
    )
}

pub(super) fn damaged() -> Markup {
    notice(
        Tone::Danger,
        &html! {
            p {
                strong { "Let op: " }
                "een deel van dit overleg is weg of niet ondertekend, of u zag er eerder meer van. U kunt het niet veranderen. "
                "Meld dit bij de beheerder."
            }
        },
    )
}

fn left_off(items: &[(&str, &str)]) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            p { strong { "Niet op de agenda:" } }
            ul { @for (kenmerk, why) in items { li { (signal_link(kenmerk)) ": " (why) "." } } }
        },
    )
}

fn form(view: &Overleg, token: &str, step: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" action={ "/overleggen/" (view.day) } novalidate {
            (hidden(&[("token", token), ("stap", step)]))
            (fields)
        }
    }
}

fn freeze(view: &Overleg, token: &str) -> Markup {
    let lines: Vec<_> = view
        .candidates
        .iter()
        .map(|candidate| {
            let parts = [candidate.urgency, candidate.received].map(str::to_owned);
            let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let summary = if candidate.summary.is_empty() { "Nog zonder omschrijving." } else { candidate.summary };
            [parts.join(", ").as_str(), ": ", summary].concat()
        })
        .collect();
    let options: Vec<_> = view
        .candidates
        .iter()
        .zip(&lines)
        .map(|(candidate, line)| Choice { value: candidate.kenmerk, label: candidate.kenmerk, hint: Some(line) })
        .collect();
    let chosen: Vec<_> = view.candidates.iter().filter(|c| c.chosen).map(|c| c.kenmerk).collect();
    html! {
        section .card aria-labelledby="agenda" {
            h2 #agenda { "Agenda" }
            @if options.is_empty() {
                p .empty {
                    "Er wacht nog geen signaal. Zet een signaal op de status ‘Op " (view.name) "-agenda’ en schrijf de omschrijving."
                }
            } @else {
                p .hint {
                    "Wat niet kan wachten staat bovenaan, daarna het oudste. Staat de agenda vast? Dan krijgen de vaste leden een "
                    "sleutel van deze signalen, behalve wie betrokken is. Zij lezen de omschrijving, niet de woorden van de melder."
                }
                (form(view, token, "vaststellen", &html! {
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "signaal",
                        legend: "Welke signalen bespreekt u?",
                        hint: None,
                        pick: Pick::Many,
                        options: &options,
                        chosen: &chosen,
                        optional: false,
                        inline: false,
                        errors: view.errors,
                    }))
                    button .primary type="submit" { "Agenda vaststellen" }
                }))
            }
        }
    }
}

fn agenda(view: &Overleg) -> Markup {
    html! {
        section .card aria-labelledby="agenda" {
            h2 #agenda { "Agenda" }
            @if view.points.is_empty() { p .empty { "Er staat nog niets op de agenda." } }
            ol .agenda {
                @for point in view.points {
                    li value=(point.place) {
                        @match point.opened {
                            Some(opened) => {
                                a .reference href=(opened.href) { (opened.kenmerk) }
                                " " span .tag { (opened.state) }
                                @if !opened.urgency.is_empty() { " " span .quiet { (opened.urgency) } }
                                @if !opened.summary.is_empty() { br; span dir="auto" { (opened.summary) } }
                            }
                            None => { span .quiet { "Dit punt is niet voor u." } }
                        }
                    }
                }
            }
        }
    }
}

fn close(view: &Overleg, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="sluiten" {
            h2 #sluiten { "Overleg sluiten" }
            p { "Is alles besproken? Sluit dan het overleg. Wat niet besproken is, wacht op het volgende." }
            (form(view, token, "sluiten", &html! { button .primary type="submit" { "Overleg sluiten" } }))
        }
    }
}

fn call_off(view: &Overleg, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="afgelasten" {
            h2 #afgelasten { "Gaat het niet door?" }
            (form(view, token, "afgelasten", &html! {
                (text_area(&Field {
                    name: "reden",
                    label: "Waarom niet?",
                    hint: Some("Iedereen die zou komen, leest dit."),
                    value: view.call_off_reason,
                    errors: view.errors,
                    ..Field::default()
                }, 2))
                button .secondary type="submit" { "Overleg afzeggen" }
            }))
        }
    }
}

//! `GET /`: what must be done today. First what is due, then what is new, then what reporters wrote.

use maud::{Markup, html};

use super::shared::{TermState, signal_link, state_tag};
use crate::components::{Tone, notice, words};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// Something with a term that is past or near.
#[derive(Debug, Clone, Copy, Default)]
pub struct DueRow<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// What must be done: "Ontvangstbevestiging sturen".
    pub what: &'a str,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// A signal that nobody opened yet, or one with a new message.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewRow<'a> {
    pub kenmerk: &'a str,
    pub route: &'a str,
    /// The day it came in, in words.
    pub date: &'a str,
    /// What the reporter's message asks, where a button asked it: "Vraagt hoe het staat".
    pub note: Option<&'a str>,
}

/// A question of verrijking that waits for this officer.
#[derive(Debug, Clone, Copy, Default)]
pub struct AskedRow<'a> {
    pub kenmerk: &'a str,
    /// Where it is answered; the signal's own page, where he must say first that he is not involved.
    pub link: &'a str,
    /// "Vraag beantwoorden", "Bronnen van een vraag toetsen", "Details geven".
    pub what: &'a str,
    /// The day of the question, in words.
    pub date: &'a str,
}

/// The first page of an officer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Werk<'a> {
    /// Late first, then nearly late.
    pub due: &'a [DueRow<'a>],
    /// Empty: the page says nothing of it.
    pub asked: &'a [AskedRow<'a>],
    /// Not opened yet.
    pub fresh: &'a [NewRow<'a>],
    /// A new message of the reporter, or one that waits for an answer.
    pub messages: &'a [NewRow<'a>],
    /// The six words of this person's key, while he is a member of no route.
    pub no_route_yet: Option<&'a [&'a str]>,
    /// The routes that know this person without his being a member.
    pub introduced_to: &'a [&'a str],
    /// The next meeting this person comes to.
    pub meeting: Option<NextMeeting<'a>>,
    /// What was just done.
    pub done: Option<&'a str>,
}

/// The next meeting: "LIO", the day as the address has it and in words, and how far it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct NextMeeting<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    pub stage: &'a str,
}

/// The page.
pub fn werk(desk: &DeskFrame, view: &Werk) -> Markup {
    desk_page(
        desk,
        Place::Work,
        Title::new("Mijn werk"),
        &html! {
            h1 { "Wat moet u vandaag doen?" }
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            @if let Some(six) = view.no_route_yet { (no_route_yet(six)) }
            @if !view.introduced_to.is_empty() {
                p .hint {
                    "U bent bekend bij: " (view.introduced_to.join(", "))
                    ". U ziet de signalen waarvoor een lid u uitnodigt."
                }
            }
            @if let Some(meeting) = view.meeting {
                p {
                    "Volgend overleg: "
                    a href={ "/overleggen/" (meeting.day) } { (meeting.name) " " (meeting.date) }
                    " " span .tag { (meeting.stage) }
                }
            }
            (due(view.due))
            (asked(view.asked))
            div .columns {
                (list("nieuw", "Nieuw: nog niet geopend", view.fresh, "Ontvangen", "Er is niets nieuws."))
                (list("reacties", "Bericht van de melder", view.messages, "Bericht van", "Geen nieuw bericht."))
            }
        },
    )
}

fn no_route_yet(six: &[&str]) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            h2 { "U kunt nog niets lezen" }
            p {
                "U bent nog geen lid van een route. Bent u de eerste van uw route? Ga dan naar "
                a href="/beheer" { "Beheer" }
                " en maak de sleutel. Anders: bel een collega die lid is, of loop langs. "
                "Lees daar deze zes woorden voor, in deze volgorde:"
            }
            p .six { (words(six)) }
            p {
                "Uw collega typt de woorden bij Beheer. Stuur ze niet per mail of chat: voorlezen bewijst dat u "
                "het bent."
            }
        },
    )
}

fn due(rows: &[DueRow]) -> Markup {
    let late = rows.iter().filter(|row| row.state == TermState::Late).count();
    html! {
        section aria-labelledby="termijnen" {
            h2 #termijnen {
                "Te laat of bijna te laat"
                @if late > 0 { " " span .tag .late { (late) " te laat" } }
            }
            @if rows.is_empty() { p .empty { "Alles is op tijd." } }
            @else {
                ul .tasks {
                    @for row in rows {
                        li {
                            p { (state_tag(row.state)) " " strong { (row.what) } }
                            p { (signal_link(row.kenmerk)) " " span .quiet { (row.route) } }
                            p { "Uiterlijk " (row.due) }
                        }
                    }
                }
            }
        }
    }
}

fn asked(rows: &[AskedRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="gevraagd" {
                h2 #gevraagd { "Vragen aan u (" (rows.len()) ")" }
                ul .tasks {
                    @for row in rows {
                        li {
                            p {
                                a href=(row.link) {
                                    (row.what) span .spoken { ", signaal " (row.kenmerk) }
                                }
                            }
                            p { (signal_link(row.kenmerk)) }
                            p { "Gevraagd op " (row.date) }
                        }
                    }
                }
            }
        }
    }
}

fn list(id: &str, title: &str, rows: &[NewRow], before_date: &str, empty: &str) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) @if !rows.is_empty() { " (" (rows.len()) ")" } }
            @if rows.is_empty() { p .empty { (empty) } }
            @else {
                ul .tasks .small {
                    @for row in rows {
                        li {
                            p { (signal_link(row.kenmerk)) " " span .quiet { (row.route) } }
                            p { (before_date) " " (row.date) }
                            @if let Some(note) = row.note { p { span .tag .soon { (note) } } }
                        }
                    }
                }
            }
        }
    }
}

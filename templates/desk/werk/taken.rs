//! What waits on the first page, list by list: a few in sight, the rest a press away.

use maud::{Markup, html};

use super::LateRoute;
use crate::components::{Tone, notice};
use crate::desk::shared::{TermState, danger, signal_link, state_tag};

/// How many of a list are in sight.
const IN_SIGHT: usize = 6;

/// Something agreed at a meeting that is not done yet.
#[derive(Debug, Clone, Copy, Default)]
pub struct AgreedRow<'a> {
    pub kenmerk: &'a str,
    pub what: &'a str,
    /// Who does it, where that is not the reader himself.
    pub who: Option<&'a str>,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
}

/// A question of verrijking that waits for this officer, or one of his own that was answered.
#[derive(Debug, Clone, Copy, Default)]
pub struct AskedRow<'a> {
    pub kenmerk: &'a str,
    /// Where it is answered; the signal's own page, where he must say first that he is not involved.
    pub link: &'a str,
    /// "Vraag beantwoorden", "Antwoord op uw vraag".
    pub what: &'a str,
    /// The day of the question or the answer, in words.
    pub date: &'a str,
}

/// The next step of one signal in the integrity track.
#[derive(Debug, Clone, Default)]
pub struct TrackRow<'a> {
    pub kenmerk: &'a str,
    pub link: &'a str,
    pub next: &'a str,
    /// Terms that run, in words, with how they stand.
    pub terms: Vec<(&'a str, TermState)>,
    /// Who must still be informed, in one sentence.
    pub inform: Option<&'a str>,
}

/// An item of an agenda, and where it is thought over.
#[derive(Debug, Clone, Copy, Default)]
pub struct PointLink<'a> {
    pub kenmerk: &'a str,
    pub href: &'a str,
    /// Whether the reporter says that somebody is in danger now.
    pub is_danger: bool,
}

/// What a meeting whose agenda is frozen asks beforehand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beforehand<'a> {
    /// "LIO", the day as the address has it and in words.
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    pub points: &'a [PointLink<'a>],
    /// Kenmerken of which he must say first whether he is involved.
    pub undeclared: &'a [&'a str],
}

/// A list: the first of it in sight, the rest behind one press.
pub(super) fn list<T>(class: &str, rows: &[T], row: impl Fn(&T) -> Markup) -> Markup {
    let (first, rest) = rows.split_at(rows.len().min(IN_SIGHT));
    html! {
        ul class=(class) { @for one in first { li { (row(one)) } } }
        @if !rest.is_empty() {
            details {
                summary { "Toon nog " (rest.len()) }
                ul class=(class) { @for one in rest { li { (row(one)) } } }
            }
        }
    }
}

pub(super) fn asked(id: &str, title: &str, before_date: &str, rows: &[AskedRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) " (" (rows.len()) ")" }
                (list("tasks", rows, |row| html! {
                    p { a href=(row.link) { (row.what) span .spoken { ", signaal " (row.kenmerk) } } }
                    // Who decides about a name does not read the signal.
                    @if row.link.starts_with("/namen/") { p { (row.kenmerk) } } @else { p { (signal_link(row.kenmerk)) } }
                    p { (before_date) " " (row.date) }
                }))
            }
        }
    }
}

pub(super) fn agreed(rows: &[AgreedRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="afspraken" {
                h2 #afspraken { "Afspraken uit het overleg (" (rows.len()) ")" }
                (list("tasks", rows, |row| html! {
                    p {
                        @if row.state != TermState::Running { (state_tag(row.state)) " " }
                        span dir="auto" { (row.what) }
                    }
                    p {
                        (signal_link(row.kenmerk))
                        @if let Some(who) = row.who { br; span .quiet { "Doet: " span dir="auto" { (who) } } }
                    }
                    p { "Uiterlijk " (row.due) }
                }))
            }
        }
    }
}

pub(super) fn tracks(rows: &[TrackRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="onderzoek" {
                h2 #onderzoek { "Onderzoek: de volgende stap (" (rows.len()) ")" }
                (list("tasks", rows, |row| html! {
                    div {
                        p { (row.next) }
                        @if let Some(inform) = row.inform { p .quiet { (inform) } }
                    }
                    p { a .reference href=(row.link) { (row.kenmerk) span .spoken { ", onderzoek en informeren" } } }
                    div {
                        @for (what, state) in &row.terms {
                            p { @if *state != TermState::Running { (state_tag(*state)) " " } (what) }
                        }
                    }
                }))
            }
        }
    }
}

pub(super) fn beforehand(meeting: &Beforehand) -> Markup {
    let (id, count) = (["vooraf-", meeting.day].concat(), meeting.points.len() + meeting.undeclared.len());
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { "Vooraf invullen voor het " (meeting.name) " van " (meeting.date) " (" (count) ")" }
            @if !meeting.points.is_empty() {
                p { "Zeg vooraf wat u vindt. Bij deze punten vulde u nog niets in:" }
                ul .chips {
                    @for point in meeting.points {
                        li {
                            a .reference href=(point.href) { (point.kenmerk) }
                            @if point.is_danger { " " (danger()) }
                        }
                    }
                }
            }
            @if !meeting.undeclared.is_empty() {
                p { "Zeg eerst of u betrokken bent bij deze signalen:" }
                ul .chips { @for kenmerk in meeting.undeclared { li { (signal_link(kenmerk)) } } }
            }
        }
    }
}

/// What somebody outside the line hears.
pub(super) fn late_routes(routes: &[LateRoute]) -> Markup {
    html! {
        @for late in routes {
            (notice(Tone::Warning, &html! {
                h2 { "Te laat: de route " (late.route) }
                p {
                    "Een termijn van de wet is daar te laat sinds " (late.since) ". U bent aangewezen om dat te horen. U ziet niet om \
                     welk signaal het gaat en hoeft dat niet te weten."
                }
                p { "Bel iemand van deze route. Vraag wat er nodig is en wanneer het klaar is:" }
                ul { @for (function, name) in late.members { li { (name) " (" (function) ")" } } }
            }))
        }
    }
}

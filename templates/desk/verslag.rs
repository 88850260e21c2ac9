//! `/overleggen/{datum}/verslag`: the minutes, to read and to print.

use maud::{Markup, html};

use super::shared::{Agreement, Decision, agreements, decisions};
use crate::components::{LabelValue, label_values, user_text, warnings};
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// What the minutes say of one signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct MinutedPoint<'a> {
    pub kenmerk: &'a str,
    pub description: &'a str,
    /// Of the joint weighing.
    pub conclusion: Option<&'a str>,
    pub decisions: &'a [Decision<'a>],
    pub actions: &'a [Agreement<'a>],
    /// Who left the room for it.
    pub gone: &'a [&'a str],
    /// What is wrong with the signal.
    pub warnings: &'a [&'a str],
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Verslag<'a> {
    pub name: &'a str,
    pub day: &'a str,
    pub date: &'a str,
    pub kind: &'a str,
    /// Whether the meeting is closed.
    pub is_final: bool,
    /// What is wrong with the meeting.
    pub warnings: &'a [&'a str],
    pub there: &'a [&'a str],
    pub absent: &'a [&'a str],
    /// In the order of the agenda; `None`: not this reader's.
    pub points: &'a [Option<MinutedPoint<'a>>],
    pub next: Option<&'a str>,
}

/// The page.
pub fn verslag(desk: &DeskFrame, view: &Verslag) -> Markup {
    let title = ["Verslag ", view.name, " ", view.date].concat();
    let (there, absent) = (view.there.join("\n"), view.absent.join("\n"));
    desk_page(
        desk,
        Place::Meetings,
        Title { text: &title, failed: false },
        &html! {
            p .screen {
                a href={ "/overleggen/" (view.day) } { "Naar het overleg" } " "
                a href={ "/overleggen/" (view.day) "/verslag.pdf" } { "Bewaar als pdf" }
            }
            h1 { (title) }
            (warnings(view.warnings))
            @if !view.is_final { p { strong { "Concept: " } "het overleg is nog bezig." } }
            (label_values(&[
                LabelValue { label: "Soort", value: view.kind },
                LabelValue { label: "Aanwezig", value: &there },
                LabelValue { label: "Afwezig", value: if absent.is_empty() { "Niemand" } else { &absent } },
            ]))
            p .quiet {
                "In dit verslag staat wat u mag lezen. Wie een signaal niet mag lezen, ziet daarvan alleen dat het op de agenda "
                "stond."
            }
            @for (place, point) in (1..).zip(view.points) {
                section .card aria-labelledby={ "punt-" (place) } {
                    @match point {
                        None => {
                            h2 id={ "punt-" (place) } { "Punt " (place) }
                            p .quiet { "Dit punt is niet voor u." }
                        }
                        Some(point) => (minuted(place, point)),
                    }
                }
            }
            @if let Some(next) = view.next { p { "Volgend overleg: " strong { (next) } "." } }
            p .quiet { "Vertrouwelijk. Bewaar een afdruk achter slot en vernietig die als u klaar bent." }
        },
    )
}

fn minuted(place: usize, point: &MinutedPoint) -> Markup {
    html! {
        h2 id={ "punt-" (place) } { "Punt " (place) ": " (point.kenmerk) }
        (warnings(point.warnings))
        @if !point.gone.is_empty() { p { strong { "Niet bij dit punt: " } (point.gone.join(", ")) "." } }
        (user_text(point.description))
        @if let Some(conclusion) = point.conclusion {
            (label_values(&[LabelValue { label: "Weging", value: conclusion }]))
        }
        @if point.decisions.is_empty() { p { "Er is niets besloten." } } @else { (decisions(point.decisions)) }
        (agreements(point.actions, None))
    }
}

//! `GET /signalen/{kenmerk}/weging`: the eight criteria of article 7 lid 1, each with a question that helps.
//! Levels are never added up, and two people who weigh at once lose nothing.

use maud::{Markup, html};

use super::shared::{Weighing, signal_link, weighing_in_full};
use crate::components::{LabelValue, Tone, error_summary, label_values, notice};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One criterion of the form. Fields: `x_toelichting` and `x_niveau`, with its letter for x.
#[derive(Debug, Clone, Copy, Default)]
pub struct Criterion<'a> {
    /// "a" ... "h"
    pub letter: &'a str,
    /// The exact words of article 7 lid 1.
    pub label: &'a str,
    /// A question that helps to answer.
    pub question: &'a str,
    /// The levels that may be chosen here; "geen niveau" (empty value) is always added.
    pub levels: &'a [Choice<'a>],
    pub text: &'a str,
    /// The level's value; empty for none.
    pub level: &'a str,
}

/// Fields: those of the criteria, `proportionaliteit`, `conclusie`, `versie` (hidden). Posts to its own address.
#[derive(Debug, Clone, Copy, Default)]
pub struct Weging<'a> {
    pub kenmerk: &'a str,
    /// Whom the officer read, as on the signal's own page.
    pub addressee: &'a str,
    pub route: &'a str,
    /// "naar analogie van artikel 7 lid 1", where the article does not hold by itself.
    pub note: Option<&'a str>,
    /// What it is about, to look at while weighing.
    pub summary: &'a [LabelValue<'a>],
    pub criteria: &'a [Criterion<'a>],
    pub proportionality: &'a str,
    pub conclusion: &'a str,
    /// The version that this form builds upon.
    pub version: &'a str,
    /// The day of the meeting that weighs, where the form was opened from its table; else empty.
    pub meeting: &'a str,
    pub errors: &'a [FieldError<'a>],
    /// Somebody saved this version since the form was opened. `version` is then this one's number.
    pub conflict: Option<Weighing<'a>>,
}

/// The form.
pub fn weging(desk: &DeskFrame, view: &Weging) -> Markup {
    let failed = !view.errors.is_empty() || view.conflict.is_some();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if("Weging", failed),
        &html! {
            p .back { "Terug naar " (signal_link(view.kenmerk)) }
            h1 { "Weging van " (view.kenmerk) }
            (error_summary(Text::DUTCH, view.errors))
            @if let Some(other) = &view.conflict { (conflict(other)) }
            @if let Some(note) = view.note { (notice(Tone::Plain, &html! { p { "Deze weging gaat " (note) "." } })) }
            p {
                "Schrijf bij elk van de acht criteria een korte toelichting. Een niveau mag, maar hoeft niet. "
                strong { "Niveaus worden nooit opgeteld." } " De conclusie schrijft u zelf."
            }
            div .case .beside {
                section .case-side tabindex="0" aria-labelledby="waarover" {
                    details .card open {
                        summary { h2 #waarover { "Waar gaat het over" } }
                        p .quiet { "Route: " (view.route) }
                        (label_values(view.summary))
                    }
                }
                form .case-main method="post" action={ "/signalen/" (view.kenmerk) "/weging" } novalidate {
                    (hidden(&[("token", desk.token), ("aan", view.addressee), ("versie", view.version), ("overleg", view.meeting)]))
                    @for one in view.criteria { (criterion(one, view.errors)) }
                    (closing(view))
                    div .actions {
                        button .primary type="submit" { "Weging bewaren" }
                        p .quiet { "Dit wordt een nieuwe versie. Eerdere versies blijven staan." }
                    }
                }
            }
        },
    )
}

fn conflict(other: &Weighing) -> Markup {
    notice(
        Tone::Warning,
        &html! {
            h2 { "Er is intussen een nieuwe versie" }
            p {
                (other.who) " bewaarde versie " (other.version) " terwijl u schreef. "
                "Uw tekst staat nog hieronder en is nog niet bewaard. "
                "Lees eerst wat er nieuw is, pas uw tekst aan en bewaar hem als volgende versie."
            }
            details open {
                summary { "Versie " (other.version) " lezen" }
                (weighing_in_full(other))
            }
        },
    )
}

fn criterion(criterion: &Criterion, errors: &[FieldError]) -> Markup {
    let text_name = [criterion.letter, "_toelichting"].concat();
    let level_name = [criterion.letter, "_niveau"].concat();
    let mut levels = criterion.levels.to_vec();
    levels.push(Choice { value: "", label: "Geen niveau", hint: None });
    html! {
           fieldset .card .criterion {
               legend { h2 { (criterion.letter) ". " (criterion.label) } }
               (text_area(&Field {
                   name: &text_name,
                   label: "Toelichting",
                   hint: Some(criterion.question),
                   value: criterion.text,
                   errors,
                   ..Field::default()
               }, 3))
               (group(&Group {
    text: Text::DUTCH,
                   name: &level_name,
                   legend: "Niveau",
                   hint: None,
                   pick: Pick::One,
                   options: &levels,
                   chosen: &[criterion.level],
                   optional: true,
                   inline: true,
                   errors,
               }))
           }
       }
}

fn closing(view: &Weging) -> Markup {
    html! {
        section .card aria-labelledby="slot" {
            h2 #slot { "Alles bij elkaar" }
            (text_area(&Field {
                name: "proportionaliteit",
                label: "Proportionaliteit",
                hint: Some("Past wat u wilt doen bij hoe ernstig en hoe bewijsbaar het is? Kan het met minder?"),
                value: view.proportionality,
                errors: view.errors,
                ..Field::default()
            }, 4))
            (text_area(&Field {
                name: "conclusie",
                label: "Conclusie",
                hint: Some("Wat vindt u, en wat stelt u voor? Noem de criteria die de doorslag geven."),
                value: view.conclusion,
                errors: view.errors,
                ..Field::default()
            }, 4))
        }
    }
}

//! `GET /signalen/{kenmerk}/verband`: other signals that may have to do with this one, and the form that says that one does.

use maud::{Markup, html};

use super::shared::signal_link;
use crate::components::{error_summary, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, text_area, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Another signal, and what both name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Possible<'a> {
    pub kenmerk: &'a str,
    pub received: &'a str,
    pub shared: &'a str,
}

/// Fields: `aard`, `kenmerk`, `reden`. Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verband<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    /// Those that share most first.
    pub possible: &'a [Possible<'a>],
    pub kinds: &'a [Choice<'a>],
    pub kind: &'a str,
    pub other: &'a str,
    pub reason: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn verband(desk: &DeskFrame, view: &Verband) -> Markup {
    let title = ["Verband van ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Hoort signaal " (view.kenmerk) " bij een ander?" }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            section .card aria-labelledby="mogelijk" {
                h2 #mogelijk { "Mogelijk verband" }
                p .hint {
                    "Gezocht in alle signalen die u mag openen: hetzelfde adres, kenteken, nummer of e-mailadres, "
                    "hetzelfde bedrijf (met B.V., VOF of stichting erbij), of hetzelfde onderwerp in hetzelfde gebied. "
                    "Andere namen zoekt u zelf bij Zoeken."
                }
                @if view.possible.is_empty() { p .empty { "Er is geen ander signaal met zo’n overeenkomst." } }
                @else {
                    ul {
                        @for other in view.possible {
                            li { (signal_link(other.kenmerk)) ", ontvangen " (other.received) ": " strong { (other.shared) } }
                        }
                    }
                }
            }
            (form(view, desk.token))
        },
    )
}

fn form(view: &Verband, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="vastleggen" {
            h2 #vastleggen { "Verband vastleggen" }
            p {
                "Het verband komt in beide dossiers. Iedere melder houdt een eigen postvak. Bij samenvoegen werkt u verder "
                "in het andere signaal; het gesprek met deze melder blijft hier. Voor een afgesplitst deel "
                a href="/invoeren" { "voert u eerst een nieuw signaal in" } "."
            }
            form method="post" action={ "/signalen/" (view.kenmerk) "/verband" } novalidate {
                (hidden(&[("token", token), ("aan", view.addressee)]))
                (group(&Group {
                    text: Text::DUTCH,
                    name: "aard",
                    legend: "Dit signaal",
                    hint: None,
                    pick: Pick::One,
                    options: view.kinds,
                    chosen: &[view.kind],
                    optional: false,
                    inline: false,
                    errors: view.errors,
                }))
                (text_field(&Field {
                    name: "kenmerk",
                    label: "Kenmerk van het andere signaal",
                    value: view.other,
                    errors: view.errors,
                    ..Field::default()
                }, Purpose::Words))
                (text_area(&Field {
                    name: "reden",
                    label: "Waarom?",
                    value: view.reason,
                    errors: view.errors,
                    ..Field::default()
                }, 2))
                button .primary type="submit" { "Leg dit verband vast" }
            }
        }
    }
}

//! `GET/POST /signalen/{kenmerk}/woo`: document by document what becomes public, and on which ground what does not.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{Tone, error_summary, notice, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, group_part, has_error, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// One document, with what was chosen for it.
#[derive(Debug, Clone, Default)]
pub struct WooDocument<'a> {
    /// In the list: "3".
    pub number: &'a str,
    /// "Aantekening, 3 maart 2026, Jurist"
    pub label: &'a str,
    /// Names of its fields.
    pub choice_field: &'a str,
    pub grounds_field: &'a str,
    pub text_field: &'a str,
    pub choice: &'a str,
    pub grounds: Vec<&'a str>,
    pub text: &'a str,
    /// Telephone numbers, addresses and the like in it.
    pub traces: &'a [String],
}

/// Fields: `keuze-N`, `gronden-N` (repeatable) and `tekst-N` of each document; buttons `als` (`pdf`, `csv`). Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Woo<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    /// What is wrong with the case file: then something may be missing here.
    pub warnings: &'a [&'a str],
    pub documents: &'a [WooDocument<'a>],
    pub choices: &'a [Choice<'a>],
    pub grounds: &'a [Choice<'a>],
    /// Until when the password is not asked again.
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn woo(desk: &DeskFrame, view: &Woo) -> Markup {
    let title = ["Openbaar maken van ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { (title) }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            (notice(Tone::Warning, &html! {
                p {
                    "Beoordeel elk stuk apart. Wat de melder schreef, het gesprek, de bestanden en de dag van ontvangst staan hier "
                    "niet bij en komen nooit in de uitvoer. Namen van collega’s worden functies."
                }
                p { "Lees zelf na of iemand aan de inhoud te herkennen is. Dat ziet geen computer. Laat een tweede collega meelezen." }
            }))
            @if view.documents.is_empty() { p .empty { "In dit dossier staan nog geen stukken." } }
            @else { (form(view, desk)) }
        },
    )
}

fn form(view: &Woo, desk: &DeskFrame) -> Markup {
    let proof = Proof { until: view.proven_until, user: desk.user };
    html! {
        form method="post" action={ "/signalen/" (view.kenmerk) "/woo" } novalidate {
            (hidden(&[("token", desk.token), ("aan", view.addressee)]))
            @for document in view.documents { (one(view, document)) }
            (password_again(proof, "wachtwoord", view.errors))
            button .primary type="submit" name="als" value="pdf" { "Bewaar de stukken als pdf" }
            button .secondary type="submit" name="als" value="csv" { "Bewaar de lijst als csv" }
        }
    }
}

fn one(view: &Woo, document: &WooDocument) -> Markup {
    let legend = ["Gronden bij stuk ", document.number].concat();
    html! {
        section .card {
            h2 { (document.number) ". " (document.label) }
            @if !document.traces.is_empty() {
                (notice(Tone::Warning, &html! {
                    p { "In deze tekst staan gegevens die iemand kunnen verraden:" }
                    ul { @for trace in document.traces { li { (trace) } } }
                }))
            }
            (text_area(&Field {
                name: document.text_field,
                label: "Tekst",
                hint: Some("Bij ‘deels openbaar’ haalt u hier weg wat niet openbaar wordt. Zet de grond ervoor in de plaats."),
                value: document.text,
                optional: true,
                errors: view.errors,
                ..Field::default()
            }, 6))
            (group(&Group {
                text: Text::DUTCH,
                name: document.choice_field,
                legend: "Wordt dit openbaar?",
                hint: None,
                pick: Pick::One,
                options: view.choices,
                chosen: &[document.choice],
                optional: false,
                inline: true,
                errors: view.errors,
            }))
            details open[!document.grounds.is_empty() || has_error(view.errors, document.grounds_field)] {
                summary { (legend) }
                (group_part(&Group {
                    text: Text::DUTCH,
                    name: document.grounds_field,
                    legend: &legend,
                    hint: None,
                    pick: Pick::Many,
                    options: view.grounds,
                    chosen: &document.grounds,
                    optional: true,
                    inline: true,
                    errors: view.errors,
                }, 0))
            }
        }
    }
}

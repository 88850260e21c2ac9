//! `GET /ophalen`: the ten words open the mailbox. A wrong word is named with its nearest ones.

use maud::{Markup, html};

use crate::components::error_summary;
use crate::fields::{Field, FieldError, hidden, word_area};
use crate::layout::{Frame, Title, portal_page};

/// Field: `ophaalcode`. Posts to `/ophalen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ophalen<'a> {
    /// What was typed.
    pub value: &'a str,
    /// Sentences about the words, the nearest ones named: "“tafl” staat niet in de lijst. Bedoelt u tafel?"
    pub errors: &'a [&'a str],
    /// All ten words are good, and no mailbox has them.
    pub not_found: bool,
    pub hidden: &'a [(&'a str, &'a str)],
}

const NOT_FOUND: &str =
    "Er is geen postvak met deze woorden. Kijk of u alle tien woorden goed en in de juiste volgorde heeft.";

/// The page that asks for the words.
pub fn ophalen(frame: &Frame, view: &Ophalen) -> Markup {
    let sentences = view.errors.iter().copied().chain(view.not_found.then_some(NOT_FOUND));
    let errors: Vec<FieldError> = sentences.map(|message| FieldError { field: "ophaalcode", message }).collect();
    portal_page(
        frame,
        Title::failed_if("Ophalen", !errors.is_empty()),
        &html! {
            h1 { "Lees ons antwoord" }
            (error_summary(frame.text, &errors))
            @if view.not_found { (not_found()) }
            form method="post" action="/ophalen" novalidate {
                (hidden(view.hidden))
                (word_area(&Field {
                    name: "ophaalcode",
                    label: "Uw ophaalcode",
                    hint: Some(
                        "Typ uw tien woorden, met een spatie ertussen. Hoofdletters maken niet uit. \
                         De eerste vier letters van een woord zijn genoeg.",
                    ),
                    value: view.value,
                    errors: &errors,
                    ..Field::default()
                }, 4))
                div .actions { button .primary type="submit" { "Open mijn postvak" } }
            }
            h2 { "Goed om te weten" }
            ul {
                li { "Gebruik uw eigen telefoon of computer. Niet die van uw werk." }
                li { "Wij bewaren niet wie hier kijkt en wanneer." }
                li {
                    "Bent u de woorden kwijt? Wij kunnen ze niet opnieuw geven. "
                    a href="/melden" { "Doe dan een nieuwe melding" }
                    "."
                }
            }
        },
    )
}

fn not_found() -> Markup {
    html! {
        p { "Elk woord staat in onze lijst. Maar samen horen ze niet bij een postvak. Dit kan er aan de hand zijn:" }
        ul {
            li { "Twee woorden staan in een andere volgorde dan op uw papier." }
            li { "Een woord lijkt op een ander woord, zoals “afrit” en “oprit”." }
        }
    }
}

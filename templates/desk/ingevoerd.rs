//! After `POST /invoeren`: the signal was stored, and these are its reporter's ten words, if he gets any.

use maud::{Markup, html};

use crate::components::words;
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// What comes of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ingevoerd<'a> {
    /// The ten words; empty where nobody comes back.
    pub words: &'a [&'a str],
    pub route: &'a str,
    /// Whether the officer is a member of that route.
    pub own: bool,
}

/// The page after it was stored. The text of `output#ophaalcode` is the words with single spaces, nothing else.
pub fn ingevoerd(desk: &DeskFrame, view: &Ingevoerd) -> Markup {
    desk_page(
        desk,
        Place::Elsewhere,
        Title::new("Signaal bewaard"),
        &html! {
            h1 { "Het signaal is bewaard" }
            p {
                "Het is verzegeld voor: " strong { (view.route) } ". "
                @if view.own { "U vindt het in " a href="/wachtrij" { "de wachtrij" } "." }
                @else { "U bent geen lid van die route en kunt het niet meer openen." }
            }
            @if !view.words.is_empty() {
                section .notice .code aria-labelledby="code" {
                    h2 #code { "De tien woorden van de melder" }
                    output #ophaalcode aria-labelledby="code" { (words(view.words)) }
                }
                ul {
                    li { "Laat de melder de woorden zelf opschrijven, in deze volgorde. Wij kunnen ze niet opnieuw geven." }
                    li { "Schrijf ze zelf niet op en bewaar ze niet: wie ze heeft, leest het antwoord en kan namens de melder schrijven." }
                    li { "Vertel de melder dat binnen zeven dagen een eerste bericht klaarstaat." }
                }
            }
            p { a .button href="/" { "Klaar" } }
        },
    )
}

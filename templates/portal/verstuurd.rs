//! The end of a report: it was stored, and these are the ten words, shown once.

use maud::{Markup, html};

use crate::components::{Tone, notice, words};
use crate::layout::{Frame, Title, portal_page};

/// The pickup code and when to come back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verstuurd<'a> {
    /// The ten words of the pickup code (ophaalcode).
    pub words: &'a [&'a str],
    /// From which day there is an answer, as it fits behind "vanaf": "30 november 2026".
    pub come_back: &'a str,
    /// Who will read it: "de burgemeester".
    pub reader: &'a str,
}

/// The page with the code. The text of `output#ophaalcode` is the words with single spaces, nothing else.
pub fn verstuurd(frame: &Frame, view: &Verstuurd) -> Markup {
    portal_page(
        frame,
        Title::new("Klaar"),
        &html! {
            h1 { "Wij hebben uw signaal ontvangen" }
            p .lead { "Dank u wel. Dit wordt gelezen door " (view.reader) ". Schrijf nu eerst uw ophaalcode op." }
            section .notice .code aria-labelledby="code" {
                h2 #code { "Uw ophaalcode" }
                output #ophaalcode aria-labelledby="code" { (words(view.words)) }
                p .quiet { "Tik op de woorden om ze in één keer te selecteren." }
            }
            (notice(Tone::Warning, &html! {
                p {
                    strong { "U ziet deze woorden maar één keer." }
                    " Wij kunnen ze niet opnieuw geven. Wij bewaren ze niet."
                }
            }))
            ul {
                li { "Schrijf de woorden op papier, in deze volgorde. U kunt deze pagina ook thuis printen." }
                li { "Bewaar het papier op een plek waar niemand anders komt." }
                li {
                    "Maak geen foto met een telefoon van uw werk. Ook niet met een telefoon die foto’s naar "
                    "internet kopieert."
                }
                li { "Wie de woorden heeft, leest ons antwoord. Geef ze aan niemand." }
            }
            h2 { "Probeer de code nu één keer" }
            p { "Zo weet u zeker dat u de woorden goed heeft opgeschreven. Lees ze van uw papier." }
            p { a .button href="/ophalen" { "Probeer mijn ophaalcode" } }
            p .quiet { "Let op: als u verdergaat, zijn de woorden hier weg. Schrijf ze eerst op." }
            h2 { "Wanneer komt u terug?" }
            p {
                "Kijk vanaf "
                strong { (view.come_back) }
                " of er een bericht voor u is. Wij kunnen u geen bericht sturen, want wij weten niet wie u bent."
            }
            p { "Weet u later meer? Dat kunt u met uw ophaalcode erbij schrijven." }
            p { "Bent u de woorden kwijt? Doe dan een nieuwe melding." }
        },
    )
}

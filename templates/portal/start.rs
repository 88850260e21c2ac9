//! `GET /`: what this is, and the two ways on. Nothing is asked here.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{Frame, Title, portal_page};

/// The first page.
pub fn start(frame: &Frame) -> Markup {
    portal_page(
        frame,
        Title::new("Start"),
        &html! {
            h1 { "Klopt er iets niet? Vertel het ons, zonder uw naam." }
            p .lead {
                "Bijvoorbeeld bedreiging, fraude of iemand die misbruik maakt van zijn functie. "
                "U hoeft niets te bewijzen. Een naar gevoel is genoeg om het te vertellen."
            }
            div .ways {
                a .way .main-way href="/melden" {
                    strong { "Een signaal melden" }
                    span { "In drie stappen. Pas na de laatste knop is er iets verstuurd." }
                }
                a .way href="/ophalen" {
                    strong { "Antwoord lezen" }
                    span { "Heeft u al iets gemeld? Neem uw ophaalcode van tien woorden erbij." }
                }
            }
            (notice(Tone::Warning, &html! {
                p {
                    strong { "Is er nu gevaar? " }
                    a href="tel:112" { "Bel 112" }
                    ". Wacht niet op ons: wij lezen de meldingen niet dag en nacht."
                }
            }))
            h2 { "Zo gaat het" }
            ol .steps {
                li { strong { "U vertelt wat er speelt." } " Wij vragen niet wie u bent. U maakt geen account." }
                li {
                    strong { "U krijgt tien woorden." }
                    " Dat is uw ophaalcode. Schrijf de woorden op en bewaar ze goed."
                }
                li {
                    strong { "Wij antwoorden hier." }
                    " Binnen zeven dagen staat er een eerste bericht voor u klaar. U leest het met uw ophaalcode."
                }
            }
            p {
                "Wilt u eerst weten hoe dit u beschermt, en wat het niet kan? "
                a href="/uitleg" { "Lees de uitleg" }
                "."
            }
            p {
                "Wilt u liever niet bij de gemeente melden? Bel Meld Misdaad Anoniem: "
                a href="tel:0800-7000" { "0800-7000" } "."
            }
        },
    )
}

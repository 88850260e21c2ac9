//! Storing failed: the report was not received. Everything answered is still in this page, and one button tries again.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::fields::hidden;
use crate::layout::{Frame, Title, portal_page};

/// The whole form again, the nonce included. Posts to `/melden/versturen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct NietOntvangen<'a> {
    pub hidden: &'a [(&'a str, &'a str)],
}

/// The page after a failed store.
pub fn niet_ontvangen(frame: &Frame, view: &NietOntvangen) -> Markup {
    portal_page(
        frame,
        Title::new("Niet ontvangen"),
        &html! {
            h1 { "Uw signaal is NIET ontvangen" }
            (notice(Tone::Danger, &html! {
                p { strong { "Er ging iets mis bij ons." } " Dat ligt niet aan u. Er is niets bewaard." }
            }))
            p { "U bent niets kwijt. Alles wat u heeft ingevuld, zit nog in deze pagina. Sluit de pagina niet." }
            (again(view, "Probeer opnieuw", "Met deze knop verstuurt u uw signaal echt. Het komt nooit dubbel binnen."))
            (if_it_fails_again())
        },
    )
}

/// The page for a form that was received, whose report cannot be found under its words any more: somebody took it away,
/// or changed what the words follow from. It has a nonce of its own, so that sending it makes a new signal.
pub fn misschien_kwijt(frame: &Frame, view: &NietOntvangen) -> Markup {
    portal_page(
        frame,
        Title::new("Verstuur opnieuw"),
        &html! {
            h1 { "Wij zijn uw signaal misschien kwijt" }
            (notice(Tone::Danger, &html! {
                p {
                    strong { "Wij hadden dit formulier al. Maar wat wij bewaren, klopt niet meer." }
                    " Dat ligt niet aan u. Verstuur uw signaal daarom nog een keer."
                }
            }))
            p { "Alles wat u heeft ingevuld, zit nog in deze pagina. Sluit de pagina niet. U krijgt nieuwe woorden." }
            (again(view, "Verstuur opnieuw", "Met deze knop verstuurt u uw signaal echt."))
            (if_it_fails_again())
        },
    )
}

fn again(view: &NietOntvangen, button: &str, quiet: &str) -> Markup {
    html! {
        form method="post" action="/melden/versturen" novalidate {
            (hidden(view.hidden))
            div .actions {
                button .primary type="submit" { (button) }
                p .quiet { (quiet) }
            }
        }
    }
}

fn if_it_fails_again() -> Markup {
    html! {
        h2 { "Lukt het weer niet?" }
        p { "Wacht een paar minuten en druk dan nog een keer op de knop." }
        p {
            "Kan het niet wachten? Bel Meld Misdaad Anoniem: " a href="tel:0800-7000" { "0800-7000" }
            ". Is er direct gevaar? Bel " a href="tel:112" { "112" } "."
        }
    }
}

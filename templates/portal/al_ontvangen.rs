//! The same form was sent again and the words cannot be shown: what is stored, what is not, and how to go on.

use maud::{Markup, html};

use crate::components::{Tone, notice};
use crate::layout::{Frame, Title, portal_page};

/// Why there are no words on this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlOntvangen {
    /// The same answers, but so long ago that the words cannot be made again.
    Earlier,
    /// Other answers than those that were stored under this form: nothing was stored now.
    Different,
}

/// The page for either case.
pub fn al_ontvangen(frame: &Frame, view: AlOntvangen) -> Markup {
    portal_page(
        frame,
        Title::new("Al ontvangen"),
        &html! {
            @match view {
                AlOntvangen::Earlier => (earlier()),
                AlOntvangen::Different => (different()),
            }
            h2 { "Bent u de tien woorden kwijt?" }
            p { "Uw eerste signaal wordt gewoon gelezen. Maar ons antwoord kunt u dan niet meer openen." }
            p {
                "Wilt u wel antwoord? "
                a href="/melden" { "Doe dan een nieuwe melding" }
                " en schrijf erbij dat u dit eerder meldde."
            }
        },
    )
}

fn earlier() -> Markup {
    html! {
        h1 { "Wij hadden uw signaal al ontvangen" }
        p .lead { "Uw signaal is veilig bij ons. Het is niet dubbel binnengekomen." }
        (notice(Tone::Plain, &html! {
            p {
                "Uw ophaalcode heeft u toen al gezien. Wij kunnen de tien woorden niet nog een keer tonen, want "
                "wij bewaren ze niet."
            }
        }))
        p { "Heeft u de woorden opgeschreven? Dan kunt u " a href="/ophalen" { "uw antwoord lezen" } "." }
    }
}

fn different() -> Markup {
    html! {
        h1 { "Uw nieuwe antwoorden zijn niet bewaard" }
        (notice(Tone::Danger, &html! {
            p {
                strong { "Wij hadden dit formulier al ontvangen, met andere antwoorden." }
                " Wat u daarna heeft veranderd, hebben wij niet."
            }
        }))
        p { "Uw eerste signaal is veilig bij ons." }
        p {
            "Wilt u iets toevoegen of verbeteren? "
            a href="/ophalen" { "Open uw postvak met uw ophaalcode" }
            " en schrijf het daar op."
        }
    }
}

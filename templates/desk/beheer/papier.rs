//! What a route's key is sealed to on paper, held against the configuration.

use maud::{Markup, html};

use super::RouteAdmin;
use crate::components::{Tone, notice};
use crate::desk::shared::{Proof, password_again};
use crate::fields::hidden;

/// What is known of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PaperState {
    /// Sealed to the recipient of the configuration, or the configuration names none.
    #[default]
    Matches,
    /// Nothing says to which: it was sealed before that was written down.
    Unknown,
    /// To another than the configuration names.
    Other,
    /// Somebody changed it.
    Forged,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Paper<'a> {
    pub state: PaperState,
    /// The recipient that the configuration names; empty for none.
    pub recipient: &'a str,
}

pub(super) fn paper(route: &RouteAdmin, paper: &Paper, token: &str, proof: Proof) -> Markup {
    html! {
        h3 { "Papieren sleutel" }
        @match paper.state {
            PaperState::Matches => p { "De sleutel van deze route is verzegeld voor de papieren sleutel uit de configuratie." },
            PaperState::Unknown => (notice(Tone::Warning, &html! {
                p { "Nergens staat voor welke papieren sleutel de sleutel van deze route is verzegeld. Verzegel hem opnieuw." }
            })),
            PaperState::Other => (notice(Tone::Warning, &html! {
                p {
                    "De configuratie noemt een andere papieren sleutel. De sleutel van deze route opent nog alleen met de "
                    "vorige. Verzegel hem opnieuw."
                }
            })),
            PaperState::Forged => (notice(Tone::Danger, &html! {
                p {
                    strong { "Iemand heeft veranderd wat voor de papieren sleutel is verzegeld." }
                    " Meld dit bij de andere leden en de beheerder, en verzegel de sleutel opnieuw."
                }
            })),
        }
        @if !paper.recipient.is_empty() {
            p .quiet { "In de configuratie: " code { (paper.recipient) } }
            @if paper.state == PaperState::Matches {
                details {
                    summary { "Opnieuw verzegelen" }
                    p { "Nodig als een ander lid de route net verzegelde, en u signalen mag openen die dat lid niet mag openen." }
                    (again(route, paper, token, proof))
                }
            } @else { (again(route, paper, token, proof)) }
        }
    }
}

fn again(route: &RouteAdmin, paper: &Paper, token: &str, proof: Proof) -> Markup {
    html! {
        form method="post" action="/beheer/herstelsleutel" {
            p {
                "Vergelijk deze regel eerst met wat de bewaarders opschreven. Kopieën van de database die er al zijn, "
                "openen ook daarna nog met de vorige papieren sleutel."
            }
            (hidden(&[("token", token), ("route", route.route), ("naar", paper.recipient)]))
            (password_again(proof, &["wachtwoord-papier-", route.route].concat(), &[]))
            button type="submit" { "Verzegel voor deze papieren sleutel" }
        }
    }
}

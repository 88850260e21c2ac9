//! `GET /logboek/rechten`: for the auditor, when rights were looked through and by whom. No answers, no signals.

use maud::{Markup, html};

use super::shared::{TermState, state_tag};
use crate::components::warnings;
use crate::layout::{DeskFrame, Place, Title, desk_page};

/// One route in use.
#[derive(Debug, Clone, Copy, Default)]
pub struct SupervisedRoute<'a> {
    pub label: &'a str,
    /// Members who can open it.
    pub members: usize,
    pub replacement: Option<&'a str>,
    /// The last day on which it is looked through in time, in words.
    pub due: &'a str,
    pub state: TermState,
    /// Who signed, and when: the newest first.
    pub reviews: &'a [(&'a str, &'a str)],
    pub warnings: &'a [&'a str],
}

/// The page.
pub fn rechten_toezicht(desk: &DeskFrame, routes: &[SupervisedRoute]) -> Markup {
    desk_page(
        desk,
        Place::Log,
        Title::new("Rechten nagelopen"),
        &html! {
            h1 { "Zijn de rechten nagelopen?" }
            p {
                "Leden kijken minstens één keer per jaar na wie wat kan openen (BIO2 5.18.02), en tekenen daarvoor. U ziet wie "
                "dat deed en wanneer. De antwoorden zijn voor de leden."
            }
            @if routes.is_empty() { p .empty { "Er is nog geen route in gebruik." } }
            @for route in routes {
                section .card {
                    h2 { (route.label) }
                    (warnings(route.warnings))
                    p { (state_tag(route.state)) " Nalopen uiterlijk " (route.due) "." }
                    p { "Leden die de route kunnen openen: " (route.members) "." }
                    p { "Vervanger: " (route.replacement.unwrap_or("nog niet aangewezen")) "." }
                    @if route.reviews.is_empty() { p .empty { "Nog niet nagelopen." } }
                    @else { ul .people { @for (who, when) in route.reviews { li { (when) ", " (who) } } } }
                }
            }
            p { a href="/logboek" { "Naar het logboek" } }
        },
    )
}

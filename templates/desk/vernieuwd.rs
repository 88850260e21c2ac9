//! Of `/beheer`: colleagues who chose another password themselves, and so have another key.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::fields::{FieldError, hidden};

/// One of them, at one route.
#[derive(Debug, Clone, Copy, Default)]
pub struct Renewed<'a> {
    /// The values of the hidden fields `route` and `account`.
    pub route: &'a str,
    pub account: &'a str,
    pub name: &'a str,
    pub function: &'a str,
    /// The route as people call it.
    pub label: &'a str,
}

/// A form for each. Posts to `/beheer/vernieuwd`.
pub(super) fn renewed(all: &[Renewed], token: &str, proof: Proof, errors: &[FieldError]) -> Markup {
    html! {
        @if !all.is_empty() {
            section .card aria-labelledby="vernieuwd" {
                h2 #vernieuwd { "Zelf een nieuw wachtwoord gekozen" }
                p {
                    "Deze collega’s hebben daarmee een nieuwe sleutel. Zij lezen nog wat zij al hadden, en krijgen niets nieuws \
                     tot u dit bevestigt. Vraag eerst, aan de telefoon of aan tafel: heb jij net je wachtwoord veranderd? Zegt \
                     uw collega nee? Bevestig dan niets en meld het bij de andere leden."
                }
                @for one in all {
                    form .newcomer method="post" action="/beheer/vernieuwd" novalidate {
                        p { strong { (one.name) } br; span .quiet { (one.function) ", bekend bij " (one.label) } }
                        (hidden(&[("token", token), ("route", one.route), ("account", one.account)]))
                        (password_again(proof, &["wachtwoord-nieuw-", one.route, "-", one.account].concat(), errors))
                        button .primary type="submit" { "Ja, " (one.name) " deed dit zelf" }
                    }
                }
            }
        }
    }
}

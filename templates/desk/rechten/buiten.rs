//! Who outside the line hears that terms are late, on the page of rights.

use maud::{Markup, html};

use crate::desk::shared::{Proof, password_again};
use crate::fields::{Choice, Field, FieldError, hidden, select};

/// Posts to `/beheer/buiten-de-lijn`: `route`, `eerste`, `tweede`.
#[derive(Debug, Clone, Copy, Default)]
pub struct OutsideForm<'a> {
    /// Who hears now, by whom that was said, and when; `None`: nobody.
    pub now: Option<&'a str>,
    /// Whether somebody was named who can no longer hear.
    pub lapsed: bool,
    /// Who may be chosen.
    pub candidates: &'a [Choice<'a>],
    pub first: &'a str,
    pub second: &'a str,
}

pub(super) fn outside(
    form: &OutsideForm,
    route: (&str, &str),
    errors: &[FieldError],
    token: &str,
    proof: Proof,
) -> Markup {
    let (route, label) = route;
    let [first, second] = ["eerste-", "tweede-"].map(|name| [name, route].concat());
    html! {
        h3 { "Buiten de lijn" }
        p {
            @if let Some(who) = form.now { (who) "." }
            @else { "Niemand buiten de lijn hoort het als een wettelijke termijn te laat is." }
        }
        @if form.lapsed { p { strong { "Wie was aangewezen, kan het niet meer horen. Wijs opnieuw iemand aan." } } }
        @if form.candidates.is_empty() {
            p .hint {
                "U kunt iemand aanwijzen die uw route kent en geen lid is. Maak zo iemand eerst bekend bij "
                a href="/beheer" { "Beheer" } "."
            }
        } @else {
            p .hint {
                "Deze persoon leest alleen dat een termijn van uw route te laat is, en sinds wanneer. Kies niemand over wie uw \
                 route signalen krijgt."
            }
            form .screen method="post" action="/beheer/buiten-de-lijn" novalidate {
                (hidden(&[("token", token), ("route", route)]))
                (select(&Field {
                    name: "eerste",
                    id: Some(&first),
                    label: "Wie hoort het als een termijn te laat is?",
                    value: form.first,
                    errors,
                    ..Field::default()
                }, form.candidates, Some("Niemand")))
                (select(&Field {
                    name: "tweede",
                    id: Some(&second),
                    label: "Wie hoort het als het signaal over de eerste gaat?",
                    value: form.second,
                    optional: true,
                    errors,
                    ..Field::default()
                }, form.candidates, Some("Niemand")))
                (password_again(proof, &["wachtwoord-buiten-", route].concat(), errors))
                button .secondary type="submit" { "Leg dit vast" span .spoken { ", route " (label) } }
            }
        }
    }
}

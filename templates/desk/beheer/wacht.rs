//! Who waits for a second member: he types the six words that he heard himself, or turns it down.

use maud::{Markup, html};

use super::RouteAdmin;
use crate::desk::shared::{Proof, password_again};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};

/// What this person can do with a request.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AdmissionState {
    /// He may confirm it.
    #[default]
    Open,
    /// He asked it himself.
    Own,
    /// Nobody can confirm it any more.
    Unfit,
}

/// Somebody whom one member let in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Admission<'a> {
    /// The value of the hidden field `verzoek`.
    pub request: &'a str,
    pub name: &'a str,
    pub function: &'a str,
    /// Who asked, and on which day.
    pub by: &'a str,
    pub on: &'a str,
    pub state: AdmissionState,
    /// What was typed as words.
    pub typed: &'a str,
    /// Somebody who was let in before and lost his key: kenmerken of the signals that he gets back, perhaps none.
    pub again: Option<&'a str>,
    /// What is wrong with the words, and with the password typed there.
    pub errors: &'a [&'a str],
    pub password: Option<&'a str>,
}

impl Admission<'_> {
    /// The id of its field for words.
    pub(super) fn id(&self) -> String {
        ["woorden-", self.request.get(..16).unwrap_or(self.request)].concat()
    }
}

pub(super) fn waiting(route: &RouteAdmin, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        h3 { "Wacht op een tweede lid" }
        p {
            "Eén lid heeft de zes woorden gehoord. Een tweede lid hoort ze ook, en typt ze. Pas dan krijgt de collega de "
            "sleutel. Kent u deze collega niet, of vertrouwt u het niet? Bel eerst het lid dat dit vroeg."
        }
        @for waiting in route.waiting { (one(route, waiting, errors, token, proof)) }
    }
}

fn one(route: &RouteAdmin, waiting: &Admission, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    let id = waiting.id();
    html! {
        div .newcomer {
            p { (waiting.by) " wil " strong { (waiting.name) } " toelaten" br; span .quiet { (waiting.function) ", gevraagd op " (waiting.on) } }
            @if let Some(signals) = waiting.again {
                p {
                    span .tag .soon { "Nieuwe sleutel" }
                    " Deze collega was het wachtwoord of de telefoon kwijt, en krijgt terug: deze route"
                    @if !signals.is_empty() { ", en de signalen " (signals) }
                    "."
                }
            }
            @match waiting.state {
                AdmissionState::Open => form method="post" action="/beheer/bevestigen" novalidate {
                    (hidden(&[("token", token), ("route", route.route), ("verzoek", waiting.request)]))
                    (text_field(&Field {
                        name: "woorden",
                        id: Some(&id),
                        label: &["Zes woorden die u van ", waiting.name, " hoorde"].concat(),
                        value: waiting.typed,
                        errors,
                        ..Field::default()
                    }, Purpose::Words))
                    (password_again(proof, &["wachtwoord-", &id].concat(), errors))
                    button .primary type="submit" { "Bevestigen en toelaten" }
                },
                AdmissionState::Own => p { "U vroeg dit zelf. Een ander lid moet het bevestigen." },
                AdmissionState::Unfit => p {
                    "Dit kan niet meer bevestigd worden: de collega of het lid dat dit vroeg, heeft intussen een andere "
                    "sleutel of is uitgezet. Wijs het af."
                },
            }
            form method="post" action="/beheer/afwijzen" {
                (hidden(&[("token", token), ("route", route.route), ("verzoek", waiting.request)]))
                button .secondary type="submit" { "Afwijzen: niet toelaten" }
            }
        }
    }
}

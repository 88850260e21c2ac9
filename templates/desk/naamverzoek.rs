//! `GET /namen/{kenmerk}`: one request for a name, and the identiteitsbewaarder's decision on it. Nothing of the signal stands
//! here but what its handler wrote for the bewaarder.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{LabelValue, Tone, error_summary, label_values, notice, user_text};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// How it stands.
#[derive(Debug, Clone, Copy, Default)]
pub enum NameStanding<'a> {
    #[default]
    Open,
    /// "Toegekend door ..., op ...", and the reason.
    Decided { what: &'a str, why: &'a str },
    /// Why he, or anybody, cannot decide it.
    Closed(&'a str),
}

/// Where the envelope is, once it was granted.
#[derive(Debug, Clone, Copy, Default)]
pub enum EnvelopeIs {
    /// Nothing of it is his to do.
    #[default]
    Elsewhere,
    /// Who asked has yet to give it to him.
    Awaited,
    /// He has it.
    Given,
    Opened,
}

/// Fields: `stap`, `reden`, `akkoord`, `wachtwoord`; hidden `verzoek`. Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Naamverzoek<'a> {
    pub kenmerk: &'a str,
    /// What names the request that was read.
    pub request: &'a str,
    pub who: &'a str,
    pub route: &'a str,
    pub date: &'a str,
    pub reason: &'a str,
    /// What the reporter was asked, when, and the day of his yes.
    pub question: Option<(&'a str, &'a str)>,
    pub yes: Option<&'a str>,
    /// Why he was not asked; empty where he was, or need not be.
    pub unasked: &'a str,
    pub standing: NameStanding<'a>,
    pub envelope: EnvelopeIs,
    pub verdict: &'a str,
    pub accepted: bool,
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn naamverzoek(desk: &DeskFrame, view: &Naamverzoek) -> Markup {
    let title = ["Naam bij ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href="/namen" { "Terug naar alle verzoeken" } }
            h1 { "Mag de envelop van " (view.kenmerk) " open?" }
            (error_summary(Text::DUTCH, view.errors))
            @match view.standing {
                NameStanding::Open => {}
                NameStanding::Decided { what, why } => (notice(Tone::Plain, &html! { p { strong { (what) } } (user_text(why)) })),
                NameStanding::Closed(why) => (notice(Tone::Warning, &html! { p { (why) } })),
            }
            (envelope(view, desk.token))
            (asked(view))
            (melder(view))
            @if matches!(view.standing, NameStanding::Open) {
                (decide(view, desk.token, Proof { until: view.proven_until, user: desk.user }))
            }
        },
    )
}

fn envelope(view: &Naamverzoek, token: &str) -> Markup {
    html! {
        @match view.envelope {
            EnvelopeIs::Elsewhere => {},
            EnvelopeIs::Awaited => (notice(Tone::Plain, &html! {
                p { "U hebt de envelop nog niet. Die komt zodra wie de naam vroeg weer naar het verzoek kijkt. U ziet het dan bij Mijn werk." }
            })),
            EnvelopeIs::Opened => (notice(Tone::Done, &html! {
                p { "De envelop is geopend. Wat erin zat, ging verzegeld naar wie het vroeg. U hoeft niets meer te doen." }
            })),
            EnvelopeIs::Given => section .card aria-labelledby="openen" {
                h2 #openen { "De envelop is er" }
                p {
                    "U zei ja, en nu is de envelop bij u. Het programma opent haar en verzegelt wat erin zit voor deze ene persoon: "
                    strong { (view.who) } ". U ziet het niet, ook niet of er een naam in zit."
                }
                form method="post" action={ "/namen/" (view.kenmerk) } novalidate {
                    (hidden(&[("token", token), ("verzoek", view.request), ("stap", "openen")]))
                    button .primary type="submit" { "Open de envelop" }
                }
            },
        }
    }
}

fn asked(view: &Naamverzoek) -> Markup {
    html! {
        section .card aria-labelledby="verzoek" {
            h2 #verzoek { "Wat is er gevraagd?" }
            (label_values(&[
                LabelValue { label: "Wie vraagt het", value: view.who },
                LabelValue { label: "Route", value: view.route },
                LabelValue { label: "Gevraagd op", value: view.date },
                LabelValue { label: "Waarom", value: view.reason },
            ]))
        }
    }
}

fn melder(view: &Naamverzoek) -> Markup {
    html! {
        section .card aria-labelledby="melder" {
            h2 #melder { "Wat zegt de melder?" }
            @if let (Some((day, words)), Some(yes)) = (view.question, view.yes) {
                p { strong { "Ja" } ", op " (yes) ". De melder ondertekende dat zelf, als antwoord op deze vraag van " (day) ":" }
                (user_text(words))
                p .quiet { "Of de melder zich later bedacht, ziet u hier niet. Dan komt de envelop ook na uw ja niet, of blijft de naam dicht." }
            } @else {
                p { strong { "De melder is niet gevraagd." } }
                @if !view.unasked.is_empty() { p .quiet { "De reden, volgens wie het vraagt:" } (user_text(view.unasked)) }
                p .quiet {
                    "U kunt niet nagaan of dat klopt: het gesprek met de melder leest u niet. Wie het vraagt, heeft dit ondertekend."
                }
            }
        }
    }
}

fn decide(view: &Naamverzoek, token: &str, proof: Proof) -> Markup {
    html! {
        section .card aria-labelledby="beslissen" {
            h2 #beslissen { "Uw beslissing" }
            p .hint {
                "U hebt de envelop niet. Zegt u ja, dan komt zij naar u toe, en naar geen andere bewaarder. Met één knop opent u haar dan "
                "voor deze ene persoon. U ziet niet wat erin zit. De melder hoort in het postvak wie het las. Na een nee blijft zij waar zij is."
            }
            form method="post" action={ "/namen/" (view.kenmerk) } novalidate {
                (hidden(&[("token", token), ("verzoek", view.request)]))
                // What Enter presses: never a decision.
                button type="submit" hidden { "Kies hieronder" }
                (text_area(&Field {
                    name: "reden",
                    label: "Waarom beslist u zo?",
                    hint: Some("Wie het vroeg, leest dit. Het komt in het dossier."),
                    value: view.verdict,
                    errors: view.errors,
                    ..Field::default()
                }, 3))
                @if !view.unasked.is_empty() {
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "akkoord",
                        legend: "De melder is niet gevraagd",
                        hint: Some("Alleen nodig als u ja zegt."),
                        pick: Pick::Many,
                        options: &[Choice {
                            value: "ja",
                            label: "Ik vind de reden om het niet te vragen goed genoeg",
                            hint: None,
                        }],
                        chosen: if view.accepted { &["ja"] } else { &[] },
                        optional: true,
                        inline: false,
                        errors: view.errors,
                    }))
                }
                (password_again(proof, "wachtwoord", view.errors))
                div .actions {
                    button .primary type="submit" name="stap" value="toekennen" { "Ja, de envelop mag open" }
                    button .secondary type="submit" name="stap" value="weigeren" { "Nee, de envelop blijft dicht" }
                }
            }
        }
    }
}

//! `GET /signalen/{kenmerk}/bewaren`: until when one closed signal is kept, what holds it, and who consented to its end.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{LabelValue, Tone, error_summary, label_values, notice, user_text, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Who holds a signal, since when, and why.
#[derive(Debug, Clone, Copy, Default)]
pub struct Held<'a> {
    pub who: &'a str,
    pub date: &'a str,
    pub why: &'a str,
}

/// Fields: `stap`, `reden`, `gezien`. Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bewaren<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    /// The day it was closed; `None`: it is open.
    pub closed: Option<&'a str>,
    /// How it ended.
    pub outcome: &'a str,
    /// The first day on which it may be destroyed; `None`: nothing was decided.
    pub until: Option<&'a str>,
    pub ground: &'a str,
    pub list: &'a str,
    pub held: Option<Held<'a>>,
    /// Why nobody can consent yet.
    pub obstacle: Option<&'a str>,
    /// Who consented.
    pub signers: &'a [&'a str],
    /// Whether this officer is one of them.
    pub is_own: bool,
    /// Whether something was added after somebody consented.
    pub changed: bool,
    pub reason: &'a str,
    /// Until when the password is not asked again.
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn bewaren(desk: &DeskFrame, view: &Bewaren) -> Markup {
    let title = ["Bewaren van ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Hoe lang blijft signaal " (view.kenmerk) "?" }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (term(view))
            (end(view, desk.token, desk.user))
            (hold(view, desk.token))
        },
    )
}

fn term(view: &Bewaren) -> Markup {
    html! {
        section .card aria-labelledby="termijn" {
            h2 #termijn { "Bewaartermijn" }
            @match (view.closed, view.until) {
                (None, _) => p { "Dit signaal is nog open. De bewaartermijn begint als u het afsluit." },
                (Some(closed), None) => {
                    p { "Afgesloten op " (closed) ". " (view.outcome) "." }
                    p { "Voor signalen die zo eindigen, is nog geen bewaartermijn ingesteld. Dit signaal wordt niet vernietigd." }
                }
                (Some(closed), Some(until)) => (label_values(&[
                    LabelValue { label: "Afgesloten", value: closed },
                    LabelValue { label: "Hoe het eindigde", value: view.outcome },
                    LabelValue { label: "Bewaren tot", value: until },
                    LabelValue { label: "Grond", value: view.ground },
                    LabelValue { label: "Selectielijst", value: view.list },
                ])),
            }
        }
    }
}

fn end(view: &Bewaren, token: &str, user: &str) -> Markup {
    let form = |step: &str, inside: Markup| {
        html! {
            form method="post" action={ "/signalen/" (view.kenmerk) "/bewaren" } novalidate {
                (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
                (inside)
            }
        }
    };
    let seen = || {
        form(
            "instemmen",
            html! {
                (group(&Group {
                    text: Text::DUTCH,
                    name: "gezien",
                    legend: "Vernietigen kan niet ongedaan worden gemaakt",
                    hint: Some("De melder kan zijn postvak daarna niet meer openen."),
                    pick: Pick::Many,
                    options: &[Choice {
                        value: "ja",
                        label: "Ik heb dit signaal bekeken en stem in met vernietigen",
                        hint: None,
                    }],
                    chosen: &[],
                    optional: false,
                    inline: false,
                    errors: view.errors,
                }))
                (password_again(Proof { until: view.proven_until, user }, "wachtwoord", view.errors))
            button .primary type="submit" { "Onderteken mijn instemming" }
            },
        )
    };
    html! {
        section .card aria-labelledby="einde" {
            h2 #einde { "Vernietigen" }
            p .hint {
                "Twee leden van de route stemmen in. Daarna gaan sleutels, gegevens en bestanden de eerstvolgende nacht weg. "
                "Er blijft één regel over: kenmerk, dag, grond, wijze en nummer in de selectielijst."
            }
            @if view.changed { p { strong { "Er kwam iets bij nadat iemand instemde." } " Die instemming telt niet meer." } }
            @match (view.signers, view.obstacle) {
                ([], Some(why)) => p { (why) },
                (signers, Some(why)) => {
                    p { "Ingestemd: " (signers.join(", ")) ". " (why) }
                }
                ([], None) => (seen()),
                ([first], None) => {
                    p { "Ingestemd: " (first) ". Een tweede lid moet dit ook doen." }
                    @if !view.is_own { (seen()) }
                    (form("intrekken", html! { button .secondary type="submit" { "Trek de instemming in" } }))
                }
                (both, None) => {
                    p { strong { "Ingestemd: " (both.join(", ")) "." } " Het signaal wordt de eerstvolgende nacht vernietigd." }
                    (form("intrekken", html! { button .secondary type="submit" { "Trek de instemming in" } }))
                }
            }
        }
    }
}

fn hold(view: &Bewaren, token: &str) -> Markup {
    let (step, button, label) = match view.held {
        Some(_) => ("vrijgeven", "Geef vrij", "Waarom hoeft het niet langer?"),
        None => ("vasthouden", "Houd vast", "Waarom houdt u het vast?"),
    };
    html! {
        section .card aria-labelledby="vasthouden" {
            h2 #vasthouden { @if view.held.is_some() { "Wordt vastgehouden" } @else { "Vasthouden" } }
            @match view.held {
                Some(held) => {
                    p { "Sinds " (held.date) ", door " (held.who) ":" }
                    (user_text(held.why))
                }
                None => p .hint {
                    "Loopt er een rechtszaak, een klacht of een onderzoek? Houd het signaal dan vast. Het wordt niet "
                    "vernietigd zolang dat duurt."
                },
            }
            form method="post" action={ "/signalen/" (view.kenmerk) "/bewaren" } novalidate {
                (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
                (text_area(&Field {
                    name: "reden",
                    label,
                    value: view.reason,
                    errors: view.errors,
                    ..Field::default()
                }, 2))
                button .secondary type="submit" { (button) }
            }
        }
    }
}

//! `GET /signalen/{kenmerk}/naam`: asking for the name that may be in the envelope. The page is the same whether there is one,
//! until the member who asked presses the button that shows it.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{Tone, error_summary, notice, user_text, warnings};
use crate::fields::{Field, FieldError, hidden, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// What is asked of the reporter, and what he said.
#[derive(Debug, Clone, Copy, Default)]
pub enum MelderSaid<'a> {
    #[default]
    NotAsked,
    /// He has no mailbox, or threw it away.
    CannotBeAsked,
    /// Asked on this day, and silent.
    Silent(&'a str),
    No(&'a str),
    Yes(&'a str),
}

/// One request there was.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameRequest<'a> {
    pub who: &'a str,
    pub when: &'a str,
    pub reason: &'a str,
    /// Why the reporter was not asked; empty where he was, or need not be.
    pub unasked: &'a str,
    /// "ligt bij de identiteitsbewaarder", "ingetrokken", "geweigerd", "toegekend", "getoond".
    pub stage: &'a str,
    /// By whom it was decided, when, and why; empty until then.
    pub decided: &'a str,
    pub verdict: &'a str,
}

/// What was in the envelope.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opened<'a> {
    /// Both empty: nothing was in it.
    pub name: &'a str,
    pub reach: &'a str,
}

/// Fields: `stap`; `reden_melder`, `bericht`; `reden`, `zonder_vragen`, `wachtwoord`. Posts to itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Naam<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    /// Why nobody can open the envelope.
    pub obstacle: Option<&'a str>,
    pub melder: MelderSaid<'a>,
    /// Whether the municipality asks the reporter first.
    pub asks_first: bool,
    /// The newest first.
    pub requests: &'a [NameRequest<'a>],
    /// Whether the bewaarder has one now.
    pub is_waiting: bool,
    /// Whose it is to open the envelope, since he said yes to this officer.
    pub opens: Option<&'a str>,
    /// Whether this officer may be shown what was in the envelope.
    pub may_show: bool,
    pub opened: Option<Opened<'a>>,
    pub melder_reason: &'a str,
    pub question: &'a str,
    pub reason: &'a str,
    pub unasked: &'a str,
    /// Until when the password is not asked again.
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn naam(desk: &DeskFrame, view: &Naam) -> Markup {
    let title = ["Naam bij ", view.kenmerk].concat();
    let proof = Proof { until: view.proven_until, user: desk.user };
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !view.errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Wie heeft signaal " (view.kenmerk) " gemeld?" }
            (error_summary(Text::DUTCH, view.errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            p {
                "Bij elk signaal hoort een dichte envelop. Alle enveloppen zien er hetzelfde uit: of er een naam in zit, weet u "
                "pas als de envelop open is. Meestal zit er niets in."
            }
            @if let Some(opened) = view.opened { (name(&opened)) }
            @else if view.may_show { (show(view, desk.token, proof)) }
            @else if view.is_waiting { (waiting(view, desk.token)) }
            @else if let Some(keeper) = view.opens { (coming(view, keeper, desk.token)) }
            @else if let Some(why) = view.obstacle { (notice(Tone::Warning, &html! { p { (why) } })) }
            @else { (melder(view, desk.token)) (ask(view, desk.token, proof)) }
            (requests(view.requests))
        },
    )
}

fn form(view: &Naam, token: &str, step: &str, inside: &Markup) -> Markup {
    html! {
        form method="post" action={ "/signalen/" (view.kenmerk) "/naam" } novalidate {
            (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
            (inside)
        }
    }
}

fn name(opened: &Opened) -> Markup {
    html! {
        section .card aria-labelledby="naam" {
            h2 #naam { "In de envelop" }
            @if opened.name.is_empty() && opened.reach.is_empty() {
                p { strong { "De envelop is leeg." } " De melder gaf geen naam." }
            } @else {
                @if opened.name.is_empty() { p { "De melder gaf geen naam, wel een manier om contact te krijgen." } }
                @else { p { span .quiet { "Naam: " } strong dir="auto" { (opened.name) } } }
                @if !opened.reach.is_empty() { p .quiet { "Zo is de melder te bereiken:" } (user_text(opened.reach)) }
            }
            p {
                "Dit staat alleen nu op deze bladzijde. Schrijf het niet in een bericht, een aantekening of een verslag, en druk het "
                "niet af. Hebt u het later weer nodig? Toon het dan opnieuw; ook dat komt in het logboek."
            }
        }
    }
}

fn show(view: &Naam, token: &str, proof: Proof) -> Markup {
    html! {
        section .card aria-labelledby="tonen" {
            h2 #tonen { "De envelop is open" }
            p { "De identiteitsbewaarder zei ja en opende de envelop. Wat erin zat, is alleen voor u verzegeld." }
            p .hint {
                "Kijk alleen als u het nu nodig hebt, en als niemand meekijkt. De eerste keer hoort de melder in het postvak dat u "
                "het las, met uw functie. Elke keer komt in het logboek."
            }
            (form(view, token, "tonen", &html! {
                (password_again(proof, "wachtwoord", view.errors))
                button .primary type="submit" { "Toon de naam" }
            }))
        }
    }
}

fn waiting(view: &Naam, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="wacht" {
            h2 #wacht { "Het verzoek ligt bij de identiteitsbewaarder" }
            p {
                "Die leest uw reden, en niet het signaal. De envelop heeft de bewaarder nog niet. De beslissing komt op deze bladzijde."
            }
            (form(view, token, "intrekken", &html! {
                button .secondary type="submit" { "Trek het verzoek in" }
            }))
        }
    }
}

fn coming(view: &Naam, keeper: &str, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="wacht" {
            h2 #wacht { "De envelop mag open" }
            p {
                "De identiteitsbewaarder zei ja. De envelop ligt nu bij " (keeper) ", en bij niemand anders. Na het openen ziet u het bij "
                a href="/" { "Mijn werk" } "."
            }
            p .hint { "Duurt het te lang, of is het niet meer nodig? Trek het verzoek in. U kunt het daarna opnieuw voorleggen." }
            (form(view, token, "intrekken", &html! {
                button .secondary type="submit" { "Trek het verzoek in" }
            }))
        }
    }
}

fn melder(view: &Naam, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="melder" {
            h2 #melder { "Wat zegt de melder?" }
            @match view.melder {
                MelderSaid::Yes(day) => p { strong { "Ja" } ", op " (day) ". De melder mag zich bedenken zolang de envelop dicht is." },
                MelderSaid::No(day) => p { strong { "Nee" } ", op " (day) ". De envelop blijft dicht. Vraag het niet nog een keer." },
                MelderSaid::Silent(day) => p {
                    "Gevraagd op " (day) ". Er is nog geen antwoord. " strong { "Geen antwoord is een nee." }
                },
                MelderSaid::CannotBeAsked => p { "De melder heeft geen postvak meer. U kunt het niet vragen." },
                MelderSaid::NotAsked => {
                    p {
                        @if view.asks_first { "Vraag het eerst de melder. " } @else { "U mag het eerst de melder vragen. " }
                        "Die kiest in het postvak ja of nee, en ondertekent dat. De identiteitsbewaarder ziet uw vraag en dat antwoord, "
                        "en verder niets van het gesprek."
                    }
                    (form(view, token, "melder", &html! {
                        (text_area(&Field {
                            name: "reden_melder",
                            label: "Waarom wilt u de naam weten?",
                            hint: Some("Voor het dossier. De melder leest dit niet."),
                            value: view.melder_reason,
                            errors: view.errors,
                            ..Field::default()
                        }, 2))
                        (text_area(&Field {
                            name: "bericht",
                            label: "Bericht aan de melder",
                            hint: Some("Vul in wat tussen haken staat."),
                            value: view.question,
                            errors: view.errors,
                            ..Field::default()
                        }, 10))
                        button .secondary type="submit" { "Vraag het de melder" }
                    }))
                }
            }
        }
    }
}

fn ask(view: &Naam, token: &str, proof: Proof) -> Markup {
    let (asks_why, may) = match view.melder {
        MelderSaid::Yes(_) => (false, true),
        MelderSaid::No(_) | MelderSaid::Silent(_) => (false, false),
        MelderSaid::NotAsked | MelderSaid::CannotBeAsked => (view.asks_first, true),
    };
    html! {
        @if may {
            section .card aria-labelledby="voorleggen" {
                h2 #voorleggen { "Voorleggen aan de identiteitsbewaarder" }
                p {
                    "De identiteitsbewaarder beslist, en kent het signaal niet. Schrijf daarom waarom u de naam nodig hebt, en zo "
                    "min mogelijk over het signaal zelf."
                }
                (form(view, token, "voorleggen", &html! {
                    (text_area(&Field {
                        name: "reden",
                        label: "Waarom hebt u de naam nodig?",
                        value: view.reason,
                        errors: view.errors,
                        ..Field::default()
                    }, 3))
                    @if asks_why {
                        (text_area(&Field {
                            name: "zonder_vragen",
                            label: "Waarom vraagt u het niet eerst de melder?",
                            hint: Some("Alleen als het niet kan. De identiteitsbewaarder moet het met deze reden eens zijn."),
                            value: view.unasked,
                            errors: view.errors,
                            ..Field::default()
                        }, 2))
                    }
                    (password_again(proof, "wachtwoord", view.errors))
                    button .primary type="submit" { "Leg het verzoek voor" }
                }))
            }
        }
    }
}

fn requests(requests: &[NameRequest]) -> Markup {
    html! {
        section .card aria-labelledby="verzoeken" {
            h2 #verzoeken { "Verzoeken aan de identiteitsbewaarder" }
            @if requests.is_empty() { p .empty { "Er is nog geen verzoek gedaan." } }
            @else {
                ol .history {
                    @for one in requests {
                        li {
                            p { strong { (one.who) } ", " (one.when) ": " (one.stage) }
                            (user_text(one.reason))
                            @if !one.unasked.is_empty() {
                                p .quiet { "De melder is niet gevraagd. Waarom niet:" }
                                (user_text(one.unasked))
                            }
                            @if !one.decided.is_empty() {
                                p { strong { (one.decided) } }
                                (user_text(one.verdict))
                            }
                        }
                    }
                }
            }
        }
    }
}

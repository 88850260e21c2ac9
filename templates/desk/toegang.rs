//! `GET /signalen/{kenmerk}/toegang`: who may read one signal, and what a member can change about that: invite a colleague,
//! take somebody's access away, hand the signal over.

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use crate::components::{Tone, error_summary, notice, user_text, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, select, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// Somebody who holds a key of this signal.
#[derive(Debug, Clone, Copy, Default)]
pub struct KeyHolder<'a> {
    pub name: &'a str,
    pub function: &'a str,
    /// "lid van de route", "behandelaar", "deelnemer aan het overleg".
    pub part: &'a str,
    /// Whether he reads the reporter's own words too.
    pub reads_source: bool,
}

/// One change there was, in words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Change<'a> {
    pub what: &'a str,
    pub who: &'a str,
    pub when: &'a str,
    pub reason: &'a str,
}

/// Fields: `collega`, `als`, `bron`, `reden`, `reden_bron`, `bevestigd`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Invite<'a> {
    /// Known to the route, and not reading yet. None: the page says how somebody becomes known.
    pub colleagues: &'a [Choice<'a>],
    pub chosen: &'a str,
    pub parts: &'a [Choice<'a>],
    pub part: &'a str,
    pub source: bool,
    pub reason: &'a str,
    pub source_reason: &'a str,
    pub asks_confirmation: bool,
    pub confirmed: bool,
    pub errors: &'a [FieldError<'a>],
}

/// Fields: `wie`, `reden_ontnemen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct TakeAway<'a> {
    pub people: &'a [Choice<'a>],
    pub chosen: &'a str,
    pub reason: &'a str,
    pub errors: &'a [FieldError<'a>],
}

/// Fields: `naar`, `reden_overdragen`, `bericht`, `bevestigd_overdragen`.
#[derive(Debug, Clone, Copy, Default)]
pub struct HandOver<'a> {
    /// Routes that may read it. None: the page says so.
    pub routes: &'a [Choice<'a>],
    pub chosen: &'a str,
    pub reason: &'a str,
    pub message: &'a str,
    /// Whether the reporter still reads messages.
    pub tells_reporter: bool,
    pub asks_confirmation: bool,
    pub confirmed: bool,
    pub errors: &'a [FieldError<'a>],
}

/// The page. Every form posts to itself, with the hidden field `stap`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Toegang<'a> {
    pub kenmerk: &'a str,
    pub addressee: &'a str,
    pub warnings: &'a [&'a str],
    pub done: Option<&'a str>,
    pub readers: &'a [KeyHolder<'a>],
    /// Members of the route who may not read it.
    pub kept_out: &'a [&'a str],
    /// Newest first.
    pub changes: &'a [Change<'a>],
    /// Which form was sent, where it comes back.
    pub step: &'a str,
    /// Until when the password is not asked again.
    pub proven_until: Option<&'a str>,
    /// What is wrong with the password of that form.
    pub password: &'a [FieldError<'a>],
    /// What can be changed; `None`: this officer decides nothing here, or has not said yet that he is not involved.
    pub forms: Option<Forms<'a>>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Forms<'a> {
    /// Whether he said that he is not involved. Who did not, can only leave.
    pub declared: bool,
    pub may_hand_over: bool,
    pub invite: Invite<'a>,
    pub take_away: TakeAway<'a>,
    pub hand_over: HandOver<'a>,
}

/// The page.
pub fn toegang(desk: &DeskFrame, view: &Toegang) -> Markup {
    let mut errors: Vec<FieldError> =
        view.forms.iter().flat_map(|f| [f.invite.errors, f.take_away.errors, f.hand_over.errors].concat()).collect();
    errors.extend(view.password);
    let title = ["Wie leest ", view.kenmerk].concat();
    desk_page(
        desk,
        Place::Elsewhere,
        Title::failed_if(&title, !errors.is_empty()),
        &html! {
            p { a href={ "/signalen/" (view.kenmerk) } { "Terug naar signaal " (view.kenmerk) } }
            h1 { "Wie leest signaal " (view.kenmerk) "?" }
            (error_summary(Text::DUTCH, &errors))
            (warnings(view.warnings))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (readers(view))
            @if let Some(forms) = view.forms {
                @if forms.declared { (invite(view, &forms.invite, desk)) } @else {
                    (notice(Tone::Warning, &html! {
                        p {
                            "Bent u betrokken bij dit signaal? Neem dan hier uw eigen toegang weg. Bent u het niet? "
                            a href={ "/signalen/" (view.kenmerk) "#betrokken" } { "Zeg dat op de pagina van het signaal" }
                            "."
                        }
                    }))
                }
                (take_away(view, &forms.take_away, desk))
                @if forms.may_hand_over { (hand_over(view, &forms.hand_over, desk)) }
            }
            (changes(view.changes))
        },
    )
}

fn readers(view: &Toegang) -> Markup {
    html! {
        section .card aria-labelledby="lezers" {
            h2 #lezers { "Wie heeft een sleutel" }
            ul .people {
                @for reader in view.readers {
                    li {
                        (reader.name) ", " (reader.part)
                        br;
                        span .quiet { (reader.function) }
                        br;
                        @if reader.reads_source { "Leest alles, ook de woorden van de melder." }
                        @else { "Leest de opgewerkte omschrijving, niet de woorden van de melder." }
                    }
                }
            }
            @for person in view.kept_out { p { strong { "Buiten dit signaal: " } (person) } }
            p .quiet { "Wie hier niet staat, heeft geen sleutel. Ook niet met de hele database in handen." }
        }
    }
}

fn form(view: &Toegang, token: &str, step: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form method="post" action={ "/signalen/" (view.kenmerk) "/toegang" } novalidate {
            (hidden(&[("token", token), ("aan", view.addressee), ("stap", step)]))
            (fields)
            button .primary type="submit" { (button) }
        }
    }
}

/// The password once more, in the form of a step. Only in the one that was sent it says what is wrong.
fn password(view: &Toegang, desk: &DeskFrame, step: &str) -> Markup {
    let (is_sent, proof) = (view.step == step, Proof { until: view.proven_until, user: desk.user });
    if is_sent {
        password_again(proof, "wachtwoord", view.password)
    } else {
        password_again(proof, &["wachtwoord-", step].concat(), &[])
    }
}

fn invite(view: &Toegang, form_view: &Invite, desk: &DeskFrame) -> Markup {
    let (f, token) = (form_view, desk.token);
    html! {
        section .card aria-labelledby="uitnodigen" {
            h2 #uitnodigen { "Collega uitnodigen" }
            @if f.colleagues.is_empty() {
                p .empty {
                    "Er is nu niemand die u kunt uitnodigen. Een lid van de route maakt een collega eerst bekend bij "
                    a href="/beheer" { "Beheer" } "."
                }
            } @else {
                (form(view, token, "uitnodigen", "Nodig deze collega uit", &html! {
                    (select(&Field {
                        name: "collega",
                        label: "Collega",
                        value: f.chosen,
                        errors: f.errors,
                        ..Field::default()
                    }, f.colleagues, Some("Kies een collega")))
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "als",
                        legend: "Wat doet uw collega in dit signaal?",
                        hint: None,
                        pick: Pick::One,
                        options: f.parts,
                        chosen: &[f.part],
                        optional: false,
                        inline: false,
                        errors: f.errors,
                    }))
                    (text_area(&Field {
                        name: "reden",
                        label: "Waarom moet uw collega dit signaal kennen?",
                        hint: Some("Dit komt in het dossier. Uw collega leest het ook."),
                        value: f.reason,
                        errors: f.errors,
                        ..Field::default()
                    }, 2))
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "bron",
                        legend: "Mag uw collega ook de woorden van de melder lezen?",
                        hint: Some("Alleen als het niet anders kan: wat de melder zelf schrijft, kan de melder verraden."),
                        pick: Pick::Many,
                        options: &[Choice {
                            value: "ja",
                            label: "Ja, ook de melding, de bestanden en het gesprek",
                            hint: Some("Een behandelaar kan dan ook de melder schrijven."),
                        }],
                        chosen: if f.source { &["ja"] } else { &[] },
                        optional: true,
                        inline: false,
                        errors: f.errors,
                    }))
                    (text_area(&Field {
                        name: "reden_bron",
                        label: "Waarom ook de woorden van de melder?",
                        hint: Some("Alleen invullen als u hierboven ja kiest."),
                        value: f.source_reason,
                        optional: true,
                        errors: f.errors,
                        ..Field::default()
                    }, 2))
                    @if f.asks_confirmation { (confirmation("bevestigd", f.confirmed, f.errors)) }
                    @if view.proven_until.is_none() {
                        p .hint { "Uw wachtwoord is alleen nodig als uw collega ook de woorden van de melder mag lezen." }
                    }
                    (password(view, desk, "uitnodigen"))
                }))
            }
        }
    }
}

fn take_away(view: &Toegang, f: &TakeAway, desk: &DeskFrame) -> Markup {
    let token = desk.token;
    html! {
        section .card aria-labelledby="ontnemen" {
            h2 #ontnemen { "Toegang wegnemen" }
            p {
                "Is iemand betrokken, heeft iemand een persoonlijk belang, of is het werk klaar? Neem dan de toegang weg. "
                "Bent u het zelf? Kies dan uzelf."
            }
            p .hint {
                "Het signaal krijgt meteen nieuwe sleutels. Wat iemand al las, weet diegene; wat hierna komt, niet meer."
            }
            (form(view, token, "ontnemen", "Neem de toegang weg", &html! {
                (select(&Field {
                    name: "wie",
                    label: "Wie mag dit niet langer lezen?",
                    value: f.chosen,
                    errors: f.errors,
                    ..Field::default()
                }, f.people, Some("Kies een persoon")))
                (text_area(&Field {
                    name: "reden_ontnemen",
                    label: "Waarom?",
                    value: f.reason,
                    errors: f.errors,
                    ..Field::default()
                }, 2))
                @if view.proven_until.is_none() { p .hint { "Neemt u alleen uw eigen toegang weg? Dan is uw wachtwoord niet nodig." } }
                (password(view, desk, "ontnemen"))
            }))
        }
    }
}

fn hand_over(view: &Toegang, f: &HandOver, desk: &DeskFrame) -> Markup {
    let token = desk.token;
    html! {
        section .card aria-labelledby="overdragen" {
            h2 #overdragen { "Overdragen aan een andere route" }
            @if f.routes.is_empty() {
                p .empty { "Er is geen andere route die dit signaal mag lezen en een sleutel heeft." }
            } @else {
                p {
                    "Hoort dit signaal niet bij u, of gaat het over iemand van uw eigen route? Draag het dan over. "
                    "U en uw route kunnen het daarna niet meer openen."
                }
                (form(view, token, "overdragen", "Draag het signaal over", &html! {
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "naar",
                        legend: "Aan welke route?",
                        hint: None,
                        pick: Pick::One,
                        options: f.routes,
                        chosen: &[f.chosen],
                        optional: false,
                        inline: false,
                        errors: f.errors,
                    }))
                    (text_area(&Field {
                        name: "reden_overdragen",
                        label: "Waarom?",
                        hint: Some("De nieuwe route leest dit."),
                        value: f.reason,
                        errors: f.errors,
                        ..Field::default()
                    }, 2))
                    @if f.tells_reporter {
                        (text_area(&Field {
                            name: "bericht",
                            label: "Bericht aan de melder",
                            hint: Some("De melder moet weten wie het signaal nu leest."),
                            value: f.message,
                            errors: f.errors,
                            ..Field::default()
                        }, 4))
                    }
                    @if f.asks_confirmation { (confirmation("bevestigd_overdragen", f.confirmed, f.errors)) }
                    (password(view, desk, "overdragen"))
                }))
            }
        }
    }
}

/// The second thought before others hear of a signal whose reporter was not consulted.
pub(super) fn confirmation(name: &str, confirmed: bool, errors: &[FieldError]) -> Markup {
    let label = "Ik ga toch verder. Ik weet dat iemand de melder hierdoor kan herkennen.";
    group(&Group {
        text: Text::DUTCH,
        name,
        legend: "Horen anderen hierdoor van het signaal?",
        hint: Some(
            "De melder vroeg om overleg, of wij weten niet hoe herkenbaar de melder is. Stuur liever eerst een vraag.",
        ),
        pick: Pick::Many,
        options: &[Choice { value: "ja", label, hint: None }],
        chosen: if confirmed { &["ja"] } else { &[] },
        optional: false,
        inline: false,
        errors,
    })
}

fn changes(changes: &[Change]) -> Markup {
    html! {
        section .card aria-labelledby="wijzigingen" {
            h2 #wijzigingen { "Wat er veranderde" }
            @if changes.is_empty() { p .empty { "Alleen de leden van de route lezen dit signaal. Er is niets veranderd." } }
            @else {
                ol .history {
                    @for change in changes {
                        li {
                            p { strong { (change.what) } }
                            p .quiet { (change.when) ", " (change.who) }
                            (user_text(change.reason))
                        }
                    }
                }
            }
        }
    }
}

//! `GET /beheer/sleutel/{route}`: replacing a route's key, and how far its signals are.

use maud::{Markup, html};

use super::shared::{Proof, password_again, signal_link};
use crate::components::{Tone, error_summary, notice, words};
use crate::fields::{Choice, Field, FieldError, Group, Pick, Purpose, group, hidden, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

/// The new key stands in no configuration yet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting<'a> {
    /// Names of who left, perhaps none.
    pub who: &'a str,
    pub toml: &'a str,
    pub words: &'a [&'a str],
}

/// A signal that only others can move.
#[derive(Debug, Clone, Copy, Default)]
pub struct MovedBy<'a> {
    pub kenmerk: &'a str,
    /// Names of those who can, "jansen of de wit"; empty: nobody who is still a member.
    pub who: &'a str,
}

/// How far the signals of the route are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moves<'a> {
    pub moved: usize,
    pub total: usize,
    /// Those that this person can move.
    pub waiting: usize,
    pub others: &'a [MovedBy<'a>],
    pub damaged: &'a [&'a str],
}

/// Somebody whom this member knows by the word of another: his six words are asked again.
#[derive(Debug, Clone, Copy, Default)]
pub struct SpokenAgain<'a> {
    /// The field's name: `woorden-ACCOUNT`.
    pub field: &'a str,
    pub name: &'a str,
    /// "Jurist, toegelaten door jansen alleen, op 23 november 2026".
    pub how: &'a str,
    pub typed: &'a str,
    /// A member, who gets the new key by it; else a colleague who stays known.
    pub is_member: bool,
}

/// Posts to itself: `stap=vervangen` (`blijft`, repeatable; `leden`; `gevraagd`; `woorden-ACCOUNT`; `wachtwoord`) or `stap=verder`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sleutelwissel<'a> {
    /// As it stands in addresses.
    pub route: &'a str,
    /// How people call it: "Ondermijning (AOV)".
    pub label: &'a str,
    pub done: Option<&'a str>,
    pub waiting: Option<Waiting<'a>>,
    /// `None`: the key was never replaced.
    pub moves: Option<Moves<'a>>,
    /// Colleagues who stay known: "de wit (Jurist), bekend gemaakt door jansen".
    pub known: &'a [&'a str],
    pub asked: &'a [SpokenAgain<'a>],
    /// The value of the hidden field `gevraagd`.
    pub asked_for: &'a str,
    /// The other members who can get the new key.
    pub members: &'a [Choice<'a>],
    pub chosen: &'a [&'a str],
    /// The value of the hidden field `leden`.
    pub shown: &'a str,
    /// Members who cannot get it, with why: "jansen: is uitgezet".
    pub cannot: &'a [&'a str],
    /// Until when the password is not asked again; `None`: it is.
    pub proven_until: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

/// The page.
pub fn sleutelwissel(desk: &DeskFrame, view: &Sleutelwissel) -> Markup {
    desk_page(
        desk,
        Place::Admin,
        Title::failed_if("Sleutel van een route vervangen", !view.errors.is_empty()),
        &html! {
            p { a href="/beheer" { "Terug naar Beheer" } }
            h1 { "Sleutel vervangen: " (view.label) }
            (error_summary(Text::DUTCH, view.errors))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            @if let Some(waiting) = view.waiting { (configuration(&waiting)) }
            @if let Some(moves) = view.moves { (progress(view.route, &moves, desk.token)) }
            (replace(view, desk))
        },
    )
}

fn configuration(waiting: &Waiting) -> Markup {
    html! {
        section .card aria-labelledby="configuratie" {
            h2 #configuratie { "Nog niet in de configuratie" }
            (notice(Tone::Danger, &html! {
                p {
                    strong { "Onvolledig: " }
                    @if waiting.who.is_empty() { "de sleutel is vervangen" } @else { (waiting.who) " is eruit gehaald" }
                    ", maar de nieuwe sleutel staat nog niet in de configuratie."
                }
                p {
                    "Tot het zover is, verzegelt het meldpunt nieuwe signalen nog voor de oude sleutel. U kunt ze gewoon openen. "
                    "Maar wie de oude sleutel nog heeft, kan dat met een kopie van de database ook."
                }
            }))
            p {
                "Laat de beheerder de regels van deze route in de configuratie van meldpunt en werkplek vervangen door "
                "deze, en beide opnieuw starten:"
            }
            pre tabindex="0" role="region" aria-label="Regels voor de configuratie" { (waiting.toml) }
            p {
                "Laat daarna de zes woorden voorlezen die "
                code { "signaalkluis check" }
                " bij deze route toont. Ze moeten gelijk zijn aan deze:"
            }
            p .six { (words(waiting.words)) }
        }
    }
}

fn progress(route: &str, moves: &Moves, token: &str) -> Markup {
    html! {
        section .card aria-labelledby="voortgang" {
            h2 #voortgang { "Signalen naar de nieuwe sleutel" }
            p {
                strong { (moves.moved) " van " (moves.total) }
                " signalen hebben nieuwe sleutels. "
                "Wat al geschreven is, blijft zoals het is. Wat er nog bij komt, opent de oude sleutel niet meer."
            }
            @if moves.waiting > 0 {
                p { "U kunt nu stoppen en later verdergaan. Een collega kan dat ook." }
                form method="post" action={ "/beheer/sleutel/" (route) } {
                    (hidden(&[("token", token), ("route", route), ("stap", "verder")]))
                    button .primary type="submit" { "Ga verder" }
                }
            } @else if moves.moved == moves.total {
                p { span .tag .met { "Klaar" } " Alle signalen van deze route horen bij de nieuwe sleutel." }
            }
            @if !moves.others.is_empty() {
                h3 { "Hier kunt u niet bij" }
                p { "Bij deze signalen hoort u niet. Laat een collega die het wel leest op deze bladzijde verdergaan." }
                ul .people {
                    @for one in moves.others {
                        li {
                            (one.kenmerk) ": "
                            @if one.who.is_empty() { "niemand die nog lid is. Alleen de papieren sleutel opent het." }
                            @else { (one.who) }
                        }
                    }
                }
            }
            @if !moves.damaged.is_empty() {
                h3 { "Beschadigd" }
                p { "Deze signalen kloppen niet en blijven zoals ze zijn. Meld dit bij de beheerder." }
                ul .people { @for kenmerk in moves.damaged { li { (signal_link(kenmerk)) } } }
            }
        }
    }
}

fn replace(view: &Sleutelwissel, desk: &DeskFrame) -> Markup {
    html! {
        section .card aria-labelledby="vervangen" {
            h2 #vervangen { "Maak een nieuwe sleutel" }
            p {
                "Vervang de sleutel als een lid weggaat, of als iemand anders misschien een wachtwoord van een lid kent. Met de "
                "oude sleutel en een kopie van de database opent iemand anders ook wat er nog bij komt."
            }
            ul {
                li { "Wie u aanvinkt, krijgt de nieuwe sleutel. U krijgt hem altijd." }
                li { "Wie u niet aanvinkt, hoort meteen niet meer bij deze route." }
                li {
                    "U staat in voor wie u zelf toeliet of bevestigde, en voor wie zij toelieten. Van ieder ander hoort u de zes "
                    "woorden opnieuw."
                }
                li { "De beheerder zet daarna nieuwe regels in de configuratie. Tot dan is het niet af." }
            }
            form method="post" action={ "/beheer/sleutel/" (view.route) } novalidate {
                (hidden(&[("token", desk.token), ("route", view.route), ("stap", "vervangen"), ("leden", view.shown)]))
                (hidden(&[("gevraagd", view.asked_for)]))
                @if view.members.is_empty() && view.asked.iter().any(|one| one.is_member) {
                    p { "U staat zelf voor geen ander lid in. Typ hieronder de zes woorden van wie de nieuwe sleutel krijgt." }
                } @else if view.members.is_empty() {
                    p { "Er is geen ander lid dat de nieuwe sleutel kan krijgen. U bent dan het enige lid." }
                } @else {
                    (group(&Group {
                        text: Text::DUTCH,
                        name: "blijft",
                        legend: "Wie krijgt de nieuwe sleutel ook?",
                        hint: None,
                        pick: Pick::Many,
                        options: view.members,
                        chosen: view.chosen,
                        optional: true,
                        inline: false,
                        errors: view.errors,
                    }))
                }
                @if !view.known.is_empty() {
                    p { "Deze collega’s blijven bekend, en kunnen bij een signaal worden uitgenodigd:" }
                    ul .people { @for known in view.known { li { (known) } } }
                }
                @if !view.asked.is_empty() {
                    h3 { "Voor hen stond iemand anders in" }
                    p {
                        "Laat de zes woorden voorlezen van het eigen scherm en typ wat u hoort. Zo weet u zeker dat niemand een andere "
                        "sleutel bij deze naam heeft gezet. Laat u een veld leeg, dan gaat die collega niet mee. Alleen een bekende collega "
                        "gaat toch mee, als iemand voor hem instond van wie u de woorden wel typt."
                    }
                    @for one in view.asked {
                        (text_field(&Field {
                            name: one.field,
                            label: &["Zes woorden van ", one.name, " (", one.how, ")"].concat(),
                            value: one.typed,
                            optional: true,
                            errors: view.errors,
                            ..Field::default()
                        }, Purpose::Words))
                    }
                }
                @for member in view.cannot { p { strong { "Krijgt hem niet: " } (member) "." } }
                (password_again(Proof { until: view.proven_until, user: desk.user }, "wachtwoord", view.errors))
                button .primary type="submit" { "Vervang de sleutel van deze route" }
            }
        }
    }
}

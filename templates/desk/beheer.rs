//! `GET /beheer`: one's own six words, the keys of the routes, and letting newcomers in. Never content.

mod papier;
mod wacht;

use maud::{Markup, html};

use super::shared::{Proof, password_again};
use super::vernieuwd::{Renewed, renewed};
use crate::components::{Tone, error_summary, notice, words};
use crate::fields::{Field, FieldError, Purpose, hidden, text_field};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

pub use papier::{Paper, PaperState};
pub use wacht::{Admission, AdmissionState};

/// Whether the running configuration has this route's public halves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Configured {
    /// It has these very halves.
    Matches,
    /// It has none: the portal takes nothing for this route.
    #[default]
    Missing,
    /// It has the key that this one replaced.
    Older,
    /// It has others: somebody must find out why before anything is sent.
    Differs,
}

/// What there is of a route's key.
#[derive(Debug, Clone, Copy)]
pub enum RouteState<'a> {
    /// None yet; this person may make it, or may not.
    NoKey { may_make: bool },
    /// There is one, and this person is no member: what the database says of it is not shown.
    OfOthers { configured: bool },
    /// The lines for the configuration, and the six words to compare there; none for who did not make a key that the
    /// configuration does not have.
    Key { toml: &'a str, words: &'a [&'a str], configured: Configured },
}

/// Somebody who can open this route's signals.
#[derive(Debug, Clone, Copy, Default)]
pub struct Member<'a> {
    pub name: &'a str,
    pub function: &'a str,
    /// How he was let in: "toegelaten door a, bevestigd door b, op ..."; empty where it is not said.
    pub how: &'a str,
}

/// Somebody who waits to be let in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Newcomer<'a> {
    /// The value of the hidden field `account`.
    pub account: &'a str,
    pub name: &'a str,
    pub function: &'a str,
    /// What was typed as words.
    pub typed: &'a str,
    /// Somebody who was let in before and lost his key: kenmerken of the signals that he gets back, perhaps none.
    pub again: Option<&'a str>,
    /// What is wrong with the words, and with the password typed there.
    pub errors: &'a [&'a str],
    pub password: Option<&'a str>,
}

/// One route.
#[derive(Debug, Clone, Copy)]
pub struct RouteAdmin<'a> {
    /// The value of the hidden field `route`.
    pub route: &'a str,
    /// How people call it: "Ondermijning (AOV)".
    pub label: &'a str,
    pub state: RouteState<'a>,
    pub members: &'a [Member<'a>],
    /// Those whom this person, being a member, may let in.
    pub newcomers: &'a [Newcomer<'a>],
    /// Colleagues of other teams whose key the members know.
    pub colleagues: &'a [Member<'a>],
    /// Those whom this person, being a member, may make known.
    pub strangers: &'a [Newcomer<'a>],
    /// Whom a member let in and whom a second has yet to confirm.
    pub waiting: &'a [Admission<'a>],
    /// What the route's key is sealed to on paper; `None` where this person is no member.
    pub paper: Option<Paper<'a>>,
}

/// Posts to `/beheer/route` (`route`), to `/beheer/toelaten` (`route`, `account`, `woorden`), to `/beheer/bevestigen` (`route`,
/// `verzoek`, `woorden`) and `/beheer/afwijzen` (`route`, `verzoek`), and to `/beheer/herstelsleutel` (`route`, `naar`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Beheer<'a> {
    /// The six words of this person's own key.
    pub words: &'a [&'a str],
    pub routes: &'a [RouteAdmin<'a>],
    /// Colleagues whose new key waits for a member's word.
    pub renewed: &'a [Renewed<'a>],
    /// Until when the password is not asked again; `None`: it is.
    pub proven_until: Option<&'a str>,
    /// What was just done.
    pub done: Option<&'a str>,
    /// What did not work and belongs to no newcomer.
    pub error: Option<&'a str>,
}

/// The page.
pub fn beheer(desk: &DeskFrame, view: &Beheer) -> Markup {
    let newcomers = view.routes.iter().flat_map(|route| {
        let all = route.newcomers.iter().chain(route.strangers);
        all.map(|newcomer| (words_id(route, newcomer), newcomer.errors, newcomer.password))
    });
    let waiting = view.routes.iter().flat_map(|route| route.waiting);
    let waiting = waiting.map(|waiting| (waiting.id(), waiting.errors, waiting.password));
    let typed: Vec<_> =
        newcomers.chain(waiting).map(|(id, words, own)| (["wachtwoord-", &id].concat(), id, words, own)).collect();
    let fields = typed.iter().flat_map(|(password, id, errors, own)| {
        let words = errors.iter().map(move |&message| FieldError { field: id, message });
        words.chain(own.map(|message| FieldError { field: password, message }))
    });
    let general = view.error.map(|message| FieldError { field: "", message });
    let errors: Vec<FieldError> = general.into_iter().chain(fields).collect();
    // Who lets others in types theirs: his own, above them, invite a mistake.
    let is_member = view.routes.iter().any(|route| matches!(route.state, RouteState::Key { .. }));
    desk_page(
        desk,
        Place::Admin,
        Title::failed_if("Beheer", !errors.is_empty()),
        &html! {
            h1 { "Beheer" }
            (error_summary(Text::DUTCH, &errors))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            (renewed(view.renewed, desk.token, Proof { until: view.proven_until, user: desk.user }, &errors))
            p { a href="/beheer/rechten" { "Wie kan wat openen? Rechten nalopen en een vervanger aanwijzen" } }
            p { a href="/beheer/accounts" { "Accounts bekijken of uitzetten" } }
            @if !is_member { (own_words(view.words)) }
            @for route in view.routes { (one_route(route, &errors, desk.token, Proof { until: view.proven_until, user: desk.user })) }
            @if is_member { (own_words(view.words)) }
        },
    )
}

fn own_words(six: &[&str]) -> Markup {
    html! {
        section .card aria-labelledby="zes" {
            h2 #zes { "Uw zes woorden" }
            p .six { (words(six)) }
            p {
                "Deze woorden horen bij uw sleutel. Krijgt u zelf toegang van een collega? Lees die collega dan deze woorden "
                "voor, aan de telefoon of aan tafel."
            }
        }
    }
}

fn one_route(route: &RouteAdmin, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        section .card aria-labelledby={ "route-" (route.route) } {
            h2 id={ "route-" (route.route) } { "Route: " (route.label) }
            @if !route.waiting.is_empty() { (wacht::waiting(route, errors, token, proof)) }
            @if !route.newcomers.is_empty() { (newcomers(route, errors, token, proof)) }
            @match route.state {
                RouteState::NoKey { may_make } => (no_key(route, may_make, token, proof)),
                RouteState::OfOthers { configured } => (of_others(configured)),
                RouteState::Key { toml, words, configured } => (key(route, toml, words, configured)),
            }
            @if !route.members.is_empty() {
                h3 { "Leden" }
                ul .people {
                    @for member in route.members { li {
                        (member.name) br; span .quiet { (member.function) }
                        @if !member.how.is_empty() { br; span .quiet { (member.how) } }
                    } }
                }
            }
            @if !route.colleagues.is_empty() {
                h3 { "Bekende collega’s" }
                p { "U kunt hen bij een signaal uitnodigen. Zij zijn geen lid." }
                ul .people {
                    @for known in route.colleagues { li { (known.name) br; span .quiet { (known.function) } } }
                }
            }
            @if !route.strangers.is_empty() { (strangers(route, errors, token, proof)) }
            @if let Some(paper) = &route.paper { (papier::paper(route, paper, token, proof)) }
        }
    }
}

fn no_key(route: &RouteAdmin, may_make: bool, token: &str, proof: Proof) -> Markup {
    html! {
        p { span .tag .soon { "Nog geen sleutel" } " Het meldpunt neemt voor deze route nog niets aan." }
        @if may_make {
            p { "Maakt u de sleutel, dan bent u het eerste lid. Daarna laat u uw collega’s toe." }
            form method="post" action="/beheer/route" {
                (hidden(&[("token", token), ("route", route.route)]))
                (password_again(proof, &["wachtwoord-", route.route].concat(), &[]))
                button .primary type="submit" { "Maak de sleutel van deze route" }
            }
        } @else { p { "Het eerste lid van deze route maakt de sleutel." } }
    }
}

fn of_others(configured: bool) -> Markup {
    html! {
        @if configured {
            p { span .tag .met { "In gebruik" } " U bent geen lid van deze route." }
        } @else {
            p { span .tag .soon { "Nog niet in de configuratie" } " Het meldpunt neemt voor deze route nog niets aan." }
            p { "Er is een sleutel gemaakt. De leden zien welke regels in de configuratie moeten." }
        }
    }
}

fn key(route: &RouteAdmin, toml: &str, six: &[&str], configured: Configured) -> Markup {
    html! {
        @match configured {
            Configured::Matches => p { span .tag .met { "In gebruik" } " Deze sleutel staat in de configuratie." },
            Configured::Missing => p {
                span .tag .soon { "Nog niet in de configuratie" } " Het meldpunt neemt voor deze route nog niets aan."
            },
            Configured::Older => (notice(Tone::Danger, &html! {
                p {
                    strong { "Onvolledig: de sleutel is vervangen, maar de nieuwe staat nog niet in de configuratie." }
                    " Nieuwe signalen worden nog voor de oude sleutel verzegeld."
                }
            })),
            Configured::Differs => (notice(Tone::Danger, &html! {
                p {
                    strong { "De configuratie heeft een andere sleutel dan deze." }
                    " Bel de beheerder voordat u verdergaat. Nieuwe signalen kunnen bij een ander terechtkomen."
                }
            })),
        }
        @if !toml.is_empty() {
            details open[configured != Configured::Matches] {
                summary { "Regels voor de configuratie" }
                p { "Laat de beheerder deze regels in de configuratie van meldpunt en werkplek zetten:" }
                pre tabindex="0" role="region" aria-label={ "Regels voor de route " (route.route) } { (toml) }
                p {
                    "Laat de beheerder daarna de zes woorden voorlezen die "
                    code { "signaalkluis check" }
                    " bij deze route toont. Ze moeten gelijk zijn aan deze:"
                }
                p .six { (words(six)) }
            }
        }
        @if matches!(configured, Configured::Matches | Configured::Older) {
            p { a href={ "/beheer/sleutel/" (route.route) } { "Sleutel van deze route vervangen" span .spoken { ": " (route.label) } } }
        } @else if toml.is_empty() && configured == Configured::Missing {
            p { "Wie de sleutel heeft gemaakt, ziet hier welke regels in de configuratie moeten." }
        }
    }
}

fn newcomers(route: &RouteAdmin, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        h3 { "Wachten op toegang" }
        p {
            "Laat uw collega de zes woorden voorlezen, aan de telefoon of aan tafel. Typ wat u hoort, nooit uit een mail of chat. "
            "Heeft de route meer leden? Dan typt een tweede lid ze ook: het snelst in hetzelfde gesprek, ieder op zijn eigen scherm."
        }
        @for newcomer in route.newcomers {
            (six(route, newcomer, "/beheer/toelaten", "Toelaten tot deze route", errors, token, proof))
        }
    }
}

/// Colleagues of other teams: they get no key of the route, only of the signals that they are invited to.
fn strangers(route: &RouteAdmin, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        details open[route.strangers.iter().any(|stranger| !stranger.errors.is_empty() || stranger.again.is_some())] {
            summary { "Collega van een ander team bekend maken" }
            p {
                "Een bekende collega wordt geen lid en leest nog niets. U kunt deze collega daarna bij één signaal "
                "uitnodigen. Ook hier: laat de zes woorden voorlezen en typ wat u hoort."
            }
            @for stranger in route.strangers {
                (six(route, stranger, "/beheer/voorstellen", "Bekend maken bij deze route", errors, token, proof))
            }
        }
    }
}

/// The form for one person's six words.
fn six(
    route: &RouteAdmin,
    newcomer: &Newcomer,
    action: &str,
    button: &str,
    errors: &[FieldError],
    token: &str,
    proof: Proof,
) -> Markup {
    html! {
        form .newcomer method="post" action=(action) novalidate {
            p { strong { (newcomer.name) } br; span .quiet { (newcomer.function) } }
            @if let Some(signals) = newcomer.again {
                p {
                    span .tag .soon { "Nieuwe sleutel" }
                    " Deze collega was het wachtwoord of de telefoon kwijt. Met de zes woorden krijgt uw collega terug: "
                    @if action == "/beheer/toelaten" { "deze route" } @else { "een plaats bij de bekende collega’s" }
                    @if !signals.is_empty() { ", en de signalen " (signals) }
                    ". De oude sleutel krijgt niets nieuws meer."
                }
            }
            (hidden(&[("token", token), ("route", route.route), ("account", newcomer.account)]))
            (hidden(&[("naam", newcomer.name), ("functie", newcomer.function)]))
            (text_field(&Field {
                name: "woorden",
                id: Some(&words_id(route, newcomer)),
                label: &["Zes woorden van ", newcomer.name].concat(),
                value: newcomer.typed,
                errors,
                ..Field::default()
            }, Purpose::Words))
            (password_again(proof, &["wachtwoord-", &words_id(route, newcomer)].concat(), errors))
            button .primary type="submit" { (button) }
        }
    }
}

fn words_id(route: &RouteAdmin, newcomer: &Newcomer) -> String {
    ["woorden-", route.route, "-", newcomer.account].concat()
}

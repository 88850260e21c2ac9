//! `GET /beheer/rechten`: who may open what of each route, for a member to look through and sign once a year; and who takes
//! over. Made to be printed as well.

mod buiten;

use maud::{Markup, html};

use super::shared::{Proof, TermState, ToDo, password_again, state_tag, to_do};
use crate::components::{Tone, error_summary, notice, user_text, warnings};
use crate::fields::{Choice, Field, FieldError, Group, Pick, group, hidden, select, text_area};
use crate::layout::{DeskFrame, Place, Title, desk_page};
use crate::text::Text;

pub use buiten::OutsideForm;

/// One person and what he can open.
#[derive(Debug, Clone, Copy, Default)]
pub struct RightsPerson<'a> {
    pub name: &'a str,
    pub function: &'a str,
    /// "Lid sinds 23 november 2026, toegelaten door aov"
    pub part: &'a str,
    /// Why he cannot use it: "Account uitgezet".
    pub state: Option<&'a str>,
    /// What he holds, in a sentence.
    pub holds: &'a str,
    /// Names of the fields of his answer, and what was filled in.
    pub needed_field: &'a str,
    pub remark_field: &'a str,
    pub needed: &'a str,
    pub remark: &'a str,
}

/// What was answered of one person.
#[derive(Debug, Clone, Copy, Default)]
pub struct RightsAnswer<'a> {
    pub name: &'a str,
    /// "ja" or "nee"
    pub needed: &'a str,
    pub remark: &'a str,
}

/// A time that somebody signed.
#[derive(Debug, Clone, Copy, Default)]
pub struct RightsReview<'a> {
    pub who: &'a str,
    pub when: &'a str,
    pub note: Option<&'a str>,
    pub answers: &'a [RightsAnswer<'a>],
}

/// One route of the reader's.
#[derive(Debug, Clone, Copy)]
pub struct RouteRights<'a> {
    /// The value of the hidden field `route`.
    pub route: &'a str,
    pub label: &'a str,
    pub warnings: &'a [&'a str],
    /// Whether there is a paper key.
    pub has_recovery: bool,
    /// Members first.
    pub people: &'a [RightsPerson<'a>],
    /// Who takes over, by whom that was said, and when.
    pub replacement: Option<&'a str>,
    /// Who may be; empty where there is nobody to choose.
    pub candidates: &'a [Choice<'a>],
    pub chosen: &'a str,
    /// `None`: no signals come to this route.
    pub outside: Option<OutsideForm<'a>>,
    /// The last day, in words.
    pub due: &'a str,
    pub state: TermState,
    /// What was shown, as the form sends it back.
    pub seen: &'a str,
    /// The newest first.
    pub earlier: &'a [RightsReview<'a>],
    pub to_do: &'a [ToDo<'a>],
}

/// Posts to `/beheer/rechten` (`route`, `gezien`, `nodig-...`, `opmerking-...`), `/beheer/vervanger` (`route`, `wie`) and
/// `/beheer/buiten-de-lijn` (`route`, `eerste`, `tweede`).
#[derive(Debug, Clone, Copy, Default)]
pub struct Rechten<'a> {
    pub routes: &'a [RouteRights<'a>],
    /// The day on which this was shown, for who prints it.
    pub today: &'a str,
    pub proven_until: Option<&'a str>,
    pub done: Option<&'a str>,
    pub errors: &'a [FieldError<'a>],
}

const YES_NO: [Choice<'static>; 2] =
    [Choice { value: "ja", label: "Ja", hint: None }, Choice { value: "nee", label: "Nee", hint: None }];

/// The page.
pub fn rechten(desk: &DeskFrame, view: &Rechten) -> Markup {
    let proof = Proof { until: view.proven_until, user: desk.user };
    desk_page(
        desk,
        Place::Admin,
        Title::failed_if("Rechten nalopen", !view.errors.is_empty()),
        &html! {
            h1 { "Wie kan wat openen?" }
            (error_summary(Text::DUTCH, view.errors))
            @if let Some(text) = view.done { (notice(Tone::Done, &html! { p { (text) } })) }
            p {
                "Kijk dit minstens één keer per jaar na, liefst met twee leden. Hier staat wat de ondertekende sleutels bewijzen, "
                "op " (view.today) "."
            }
            @if view.routes.is_empty() { p .empty { "U bent geen lid van een route. Er valt voor u niets na te lopen." } }
            @for route in view.routes { (one_route(route, view.errors, desk.token, proof)) }
        },
    )
}

fn one_route(route: &RouteRights, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        section .card aria-labelledby={ "route-" (route.route) } {
            h2 id={ "route-" (route.route) } { "Route: " (route.label) }
            (warnings(route.warnings))
            p { (state_tag(route.state)) " Nalopen uiterlijk " (route.due) "." }
            p {
                @if route.has_recovery { "Er is een papieren sleutel (herstelsleutel) ingesteld." }
                @else { strong { "Er is geen papieren sleutel ingesteld." } " Raakt iedereen zijn sleutel kwijt, dan opent niemand deze route nog." }
            }
            (to_do(route.to_do))
            (review(route, errors, token, proof))
            (replacement(route, errors, token, proof))
            @if let Some(form) = &route.outside {
                (buiten::outside(form, (route.route, route.label), errors, token, proof))
            }
            (earlier(route.earlier))
        }
    }
}

fn review(route: &RouteRights, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    html! {
        form method="post" action="/beheer/rechten" novalidate {
            (hidden(&[("token", token), ("route", route.route), ("gezien", route.seen)]))
            h3 { "Wie heeft een sleutel?" }
            ul .tasks { @for person in route.people { li { (one_person(person, errors)) } } }
            p { "U tekent voor wat u hierboven ziet en wat u hebt geantwoord." }
            (password_again(proof, &["wachtwoord-tekenen-", route.route].concat(), errors))
            button .primary type="submit" { "Teken: ik heb dit nagelopen" span .spoken { ", route " (route.label) } }
        }
    }
}

fn one_person(person: &RightsPerson, errors: &[FieldError]) -> Markup {
    let legend = ["Heeft ", person.name, " dit nog nodig?"].concat();
    let label = ["Opmerking bij ", person.name].concat();
    html! {
        p {
            strong { (person.name) } " " span .quiet { (person.function) }
            @if let Some(state) = person.state { " " span .tag .soon { (state) } }
        }
        p { (person.part) ". " (person.holds) }
        (group(&Group {
            text: Text::DUTCH,
            name: person.needed_field,
            legend: &legend,
            hint: None,
            pick: Pick::One,
            options: &YES_NO,
            chosen: &[person.needed],
            optional: false,
            inline: true,
            errors,
        }))
        (text_area(&Field {
            name: person.remark_field,
            label: &label,
            value: person.remark,
            optional: true,
            errors,
            ..Field::default()
        }, 2))
    }
}

fn replacement(route: &RouteRights, errors: &[FieldError], token: &str, proof: Proof) -> Markup {
    let id = ["wie-", route.route].concat();
    html! {
        h3 { "Vervanger" }
        p {
            @if let Some(who) = route.replacement { (who) "." }
            @else { "Er is niemand aangewezen die het overneemt als de vaste behandelaar er niet is." }
        }
        @if route.candidates.is_empty() { p .hint { "Laat eerst een tweede lid toe. Dan kunt u een vervanger aanwijzen." } }
        @else {
            form .screen method="post" action="/beheer/vervanger" novalidate {
                (hidden(&[("token", token), ("route", route.route)]))
                (select(&Field {
                    name: "wie",
                    id: Some(&id),
                    label: "Wie is de vervanger?",
                    hint: Some("Een ander lid dan de vaste behandelaar."),
                    value: route.chosen,
                    errors,
                    ..Field::default()
                }, route.candidates, Some("Kies een lid")))
                (password_again(proof, &["wachtwoord-aanwijzen-", route.route].concat(), errors))
                button .secondary type="submit" { "Wijs de vervanger aan" span .spoken { ", route " (route.label) } }
            }
        }
    }
}

fn earlier(reviews: &[RightsReview]) -> Markup {
    html! {
        h3 { "Eerder nagelopen" }
        @if reviews.is_empty() { p .empty { "Nog niet." } }
        @else {
            ul .tasks {
                @for review in reviews {
                    li {
                        p { strong { (review.when) } ", " (review.who) }
                        @if let Some(note) = review.note { p .quiet { (note) } }
                        @for answer in review.answers {
                            p { (answer.name) ": nog nodig: " (answer.needed) }
                            @if !answer.remark.is_empty() { (user_text(answer.remark)) }
                        }
                    }
                }
            }
        }
    }
}

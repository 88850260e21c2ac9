//! How somebody came to hold a route's key, in words: beside every member, and on the first page of who has to do something.

use chrono::{NaiveDate, TimeDelta};
use domain::{RouteName, term};
use seal::{
    Signer, VerifyKey,
    grant::{Basis, Grant},
    role,
};

use super::has_another_key;
use crate::{
    keyring::{People, standing::Second},
    session::Officer,
    texts,
};

/// Days that the first page says who was let in with the recovery key.
const TOLD_FOR: i64 = 30;

/// What was just done, from the address that a form leads to.
pub(super) fn done(query: &str) -> Option<&'static str> {
    match query {
        "gemaakt" => Some("De sleutel is gemaakt. Laat de beheerder nu de regels hieronder in de configuratie zetten."),
        "toegelaten" => Some("De nieuwe collega is toegelaten."),
        "gevraagd" => Some(
            "Een tweede lid moet dit nog bevestigen. Vraag uw collega om de zes woorden ook aan dat lid voor te lezen. \
             Tot dan krijgt uw collega geen sleutel.",
        ),
        "bevestigd" => Some("U heeft het bevestigd. De nieuwe collega is toegelaten."),
        "afgewezen" => Some("Het verzoek is afgewezen. Er is niemand toegelaten."),
        "verzegeld" => Some(
            "De sleutel van deze route is opnieuw verzegeld, met de signalen die u mag openen. Zijn er signalen die u niet mag \
             openen? Laat een ander lid het ook doen. Oude kopieën van de database openen nog met de vorige papieren sleutel.",
        ),
        "opnieuw" => Some("Uw collega is opnieuw toegelaten en kan weer openen wat hiervoor openging."),
        "vernieuwd" => Some("Uw collega krijgt weer alles wat nieuw is."),
        "bekend" => Some("Uw collega is bekend. U kunt uw collega nu bij een signaal uitnodigen."),
        _ => None,
    }
}

/// The name of a member by his key, or by one that he had.
pub fn name<'a>(people: &'a People, key: &VerifyKey<role::Author>) -> &'a str {
    people.member(key).map_or("een vroeger lid", |grant| grant.name.as_str())
}

/// How a member was let in: "toegelaten door a, bevestigd door b, op 23 november 2026".
pub fn how(people: &People, grant: &Grant) -> String {
    let (by, day) = (name(people, &grant.by), term::dutch(grant.on));
    match (grant.basis, people.seconds.get(&grant.account)) {
        (Basis::Confirmed, Some(Second::Confirmed(said))) => {
            let second = name(people, &said.by);
            format!("toegelaten door {by}, bevestigd door {second}, op {}", term::dutch(said.on))
        }
        (Basis::Paper, Some(Second::Paper(record))) => {
            let [one, two] = &record.by;
            format!("met de papieren sleutel toegelaten op {day}, door {one} en {two}")
        }
        (Basis::Carried, _) => {
            format!("toegelaten op {day}, en door {by} overgenomen bij een nieuwe sleutel van de route")
        }
        _ if grant.is_of(&grant.by) => format!("maakte de sleutel, op {day}"),
        _ => format!("toegelaten door {by} alleen, op {day}"),
    }
}

/// What the first page says to members of people who were let in or wait for it. `accounts`: everybody who has one.
pub fn news(officer: &Officer, accounts: &[entity::account::Model], today: NaiveDate) -> Vec<String> {
    let mut said = Vec::new();
    for route in RouteName::of_people() {
        let label = texts::route(route);
        if let Some(held) = officer.ring.held(route) {
            let people = &held.people;
            let unheard =
                accounts.iter().filter(|_| held.configured).filter(|account| is_unheard(people, route, account));
            said.extend(unheard.map(|account| {
                let (who, function) = (&account.name, &account.function);
                format!("{who} ({function}) wacht op toegang tot {label}. Laat de zes woorden aan u voorlezen, en typ ze bij Beheer.")
            }));
            for waiting in people.waiting.iter().filter(|waiting| waiting.is_fit) {
                let Grant { name: who, function, by, on, .. } = &*waiting.grant;
                let day = term::dutch(*on);
                said.push(if people.member(by).is_some_and(|first| first.account == officer.account.id) {
                    format!("U vroeg op {day} om {who} ({function}) toe te laten tot {label}. Een ander lid moet dat nog bevestigen.")
                } else {
                    let first = name(people, by);
                    format!(
                        "{first} wil {who} ({function}) toelaten tot {label}, sinds {day}. Laat de zes woorden ook aan u \
                         voorlezen, en bevestig het bij Beheer."
                    )
                });
            }
            let recent = |grant: &&seal::Verified<Grant>| today - grant.on <= TimeDelta::days(TOLD_FOR);
            for grant in people.members.iter().filter(|grant| grant.basis == Basis::Paper).filter(recent) {
                said.push(format!("{} ({label}): {}.", grant.name, how(people, grant)));
            }
        }
    }
    said
}

/// What somebody waits for who is a member of no route yet.
#[derive(Default)]
pub struct Waits {
    /// His route has no key that the configuration names, so that nobody could let him in.
    pub first: bool,
    /// His account names no route.
    pub of_none: bool,
    /// "naam (functie)" of every member who can.
    pub members: Vec<String>,
    /// The member who heard him; a second must hear him too.
    pub heard_by: Option<String>,
}

/// Of the route that his account names. Whose names stand here is proven by the route's key: who only writes the database
/// sends a newcomer to nobody.
pub fn waits(officer: &Officer) -> Waits {
    let Some(route) = officer.account.route else { return Waits { of_none: true, ..Waits::default() } };
    let Some(people) = officer.ring.people(route) else { return Waits { first: true, ..Waits::default() } };
    let own = officer.key.verify_key();
    let asked = people.waiting.iter().find(|waiting| waiting.is_fit && waiting.grant.is_of(&own));
    let first = asked.and_then(|asked| people.member(&asked.grant.by));
    let can = people.in_force().filter(|member| first.is_none_or(|first| first.account != member.account));
    Waits {
        first: false,
        of_none: false,
        members: can.map(|member| format!("{} ({})", member.name, member.function)).collect(),
        heard_by: first.map(|first| first.name.clone()),
    }
}

/// Routes into which somebody let him yesterday or today. Who made a route's key himself knows it.
pub fn let_in_lately(officer: &Officer, today: NaiveDate) -> Vec<&'static str> {
    let is_new = |route: &RouteName| {
        let own = officer.ring.usable(*route).and_then(|held| held.people.member_of(officer.account.id));
        own.is_some_and(|own| {
            matches!(own.basis, Basis::Alone | Basis::Confirmed) && (today - own.on) <= TimeDelta::days(1)
        })
    };
    officer.ring.usable_routes().into_iter().filter(is_new).map(texts::route).collect()
}

/// Whether a route's members should hear somebody: he has a key, works for the route, and nobody let him in or asked to.
pub(super) fn is_unheard(people: &People, route: RouteName, account: &entity::account::Model) -> bool {
    let member = people.members.iter().find(|grant| grant.account == account.id);
    let is_asked = people.waiting.iter().any(|waiting| waiting.is_fit && waiting.grant.account == account.id);
    !account.disabled
        && account.pair.is_some()
        && member.map_or(account.route == Some(route), |grant| has_another_key(account, grant))
        && !is_asked
}

//! How somebody came to hold a route's key, in words: beside every member, and on the first page of who has to do something.

use chrono::{NaiveDate, TimeDelta};
use domain::term;
use seal::{
    Signer, VerifyKey,
    grant::{Basis, Grant},
    role,
};

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

/// What the first page says of people who were let in or wait for it: to members, and to who waits himself.
pub fn news(officer: &Officer, today: NaiveDate) -> Vec<String> {
    let mut said = Vec::new();
    for route in domain::RouteName::of_people() {
        let label = texts::route(route);
        if let Some(held) = officer.ring.held(route) {
            let people = &held.people;
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
        } else if let Some(people) = officer.ring.people(route) {
            let own = officer.key.verify_key();
            let his = |waiting: &&crate::keyring::Waiting| waiting.is_fit && waiting.grant.is_of(&own);
            said.extend(people.waiting.iter().filter(his).map(|waiting| {
                let first = name(people, &waiting.grant.by);
                format!(
                    "{first} heeft uw zes woorden gehoord en wil u toelaten tot {label}. Een tweede lid moet dat nog \
                     bevestigen. Lees de zes woorden ook aan dat lid voor. Tot dan kunt u nog niets lezen."
                )
            }));
        }
    }
    said
}

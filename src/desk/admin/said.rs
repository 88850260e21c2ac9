//! How somebody came to hold a route's key, in words: beside every member, and on the first page of who has to do something.

use chrono::{NaiveDate, TimeDelta};
use domain::{RouteName, term};
use seal::{
    Signer, VerifyKey,
    grant::{Basis, Grant, Rested},
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
            "Een tweede lid moet dit nog bevestigen. Is dat lid bij hetzelfde gesprek? Dan typt het de woorden nu ook, op zijn eigen \
             scherm. Anders leest uw collega ze ook aan dat lid voor. Tot dan krijgt uw collega geen sleutel.",
        ),
        "bevestigd" => Some("U heeft het bevestigd. De nieuwe collega is toegelaten."),
        "afgewezen" => Some("Het verzoek is afgewezen. Er is niemand toegelaten."),
        "verzegeld" => Some(
            "De sleutel van deze route is opnieuw verzegeld, met de signalen die u mag openen. Zijn er signalen die u niet mag \
             openen? Laat een ander lid het ook doen. Oude kopieën van de database openen nog met de vorige papieren sleutel.",
        ),
        "opnieuw" => Some(
            "Uw collega is opnieuw toegelaten en kan weer openen wat hiervoor openging. Een signaal dat niet voor de hele \
             route is, en dat u of het andere lid niet leest, gaat niet vanzelf mee: wie het leest, geeft het terug bij Toegang.",
        ),
        "vernieuwd" => Some("Uw collega krijgt weer alles wat nieuw is."),
        "bekend" => Some("Uw collega is bekend. U kunt uw collega nu bij een signaal uitnodigen."),
        _ => None,
    }
}

/// The name of a member by his key, or by one that the route's own statements or his say he had. What a grant says of former
/// keys names nobody here: on whose word somebody was let in, is no hint.
pub fn name<'a>(people: &'a People, key: &VerifyKey<role::Author>) -> &'a str {
    let of = |account| people.member_of(account);
    let owner = || people.members.iter().find(|member| people.keys_of_member(member.account).contains(key));
    let member = people.reader(key).and_then(|grant| of(grant.account)).or_else(|| owner().map(|grant| &**grant));
    member.map_or("een vroeger lid", |grant| grant.name.as_str())
}

/// What a grant rests on, in names: kept in the one that takes its place under another key.
pub fn rested(people: &People, grant: &Grant) -> Option<Rested> {
    let by = || name(people, &grant.by).to_owned();
    let (basis, by) = match (grant.basis, people.seconds.get(&grant.account)) {
        (Basis::Carried, _) => return grant.rested.clone(),
        (Basis::Confirmed, Some(Second::Confirmed(said))) => {
            (Basis::Confirmed, vec![by(), name(people, &said.by).to_owned()])
        }
        (Basis::Paper, Some(Second::Paper(record))) => (Basis::Paper, record.by.to_vec()),
        _ if people.is_maker(grant) => (Basis::Founder, Vec::new()),
        _ => (Basis::Alone, vec![by()]),
    };
    Some(Rested { basis, by })
}

/// How a member was let in: "toegelaten door a, bevestigd door b, op 23 november 2026".
pub fn how(people: &People, grant: &Grant) -> String {
    let day = match people.seconds.get(&grant.account) {
        Some(Second::Confirmed(said)) if grant.basis == Basis::Confirmed => term::dutch(said.on),
        _ => term::dutch(grant.on),
    };
    let first = match rested(people, grant) {
        Some(Rested { basis: Basis::Founder, .. }) => format!("maakte de sleutel, op {day}"),
        Some(Rested { basis, by }) => match (basis, by.as_slice()) {
            (Basis::Confirmed, [first, second]) => {
                format!("toegelaten door {first}, bevestigd door {second}, op {day}")
            }
            // Two names that were typed, and the route's signature: any member can write such a record.
            (Basis::Paper, [one, two]) => {
                format!("met de papieren sleutel toegelaten op {day}, volgens het record door {one} en {two}")
            }
            (_, [by, ..]) if grant.basis == Basis::Founder => {
                format!("zegt de sleutel te hebben gemaakt, op {day}; dat zegt niemand anders dan {by}")
            }
            (_, [by, ..]) => format!("toegelaten door {by} alleen, op {day}"),
            (_, []) => format!("toegelaten op {day}"),
        },
        None => format!("toegelaten op {day}"),
    };
    match grant.basis {
        Basis::Carried => {
            format!("{first}; door {} overgenomen bij een nieuwe sleutel van de route", name(people, &grant.by))
        }
        _ => first,
    }
}

/// Whether the first page tells of a member for a while: let in with the recovery key; or by one alone, where the route had
/// others who could have confirmed it.
fn is_told(people: &People, grant: &Grant) -> bool {
    let ended = people.members.iter().any(|member| people.disabled.contains(&member.account));
    let had_others = ended || !people.left.is_empty();
    match rested(people, grant) {
        Some(Rested { basis: Basis::Paper, .. }) => true,
        Some(Rested { basis: Basis::Alone, .. }) => had_others,
        _ => false,
    }
}

/// Who was left out of a new key, and by whom: told to the members, and to him who was.
fn left_out(officer: &Officer, people: &People, route: RouteName, today: NaiveDate) -> Vec<String> {
    let is_member = officer.ring.held(route).is_some();
    let label = texts::route(route);
    let lineage = officer.ring.lineages().get(route);
    let recent = lineage.into_iter().flat_map(|lineage| lineage.successions());
    let recent = recent.filter(|succession| today - succession.on <= TimeDelta::days(TOLD_FOR));
    let mut said = Vec::new();
    for succession in recent {
        let (by, day) = (name(people, &succession.by), term::dutch(succession.on));
        for left in succession.left.iter().filter(|left| people.member_of(left.account).is_none()) {
            if left.account == officer.account.id {
                said.push(format!(
                    "{by} verving op {day} de sleutel van {label}, zonder u. U leest de signalen van deze route niet meer."
                ));
            } else if is_member {
                said.push(format!("{by} verving op {day} de sleutel van {label}, zonder {}.", left.name));
            }
        }
    }
    said
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
            for grant in people.members.iter().filter(|grant| is_told(people, grant)).filter(recent) {
                said.push(format!("{} ({label}): {}.", grant.name, how(people, grant)));
            }
            said.extend(left_out(officer, people, route, today));
        } else if let Some(people) = officer.ring.people(route) {
            said.extend(left_out(officer, people, route, today));
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

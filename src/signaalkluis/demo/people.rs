//! The demo's people.

use chrono::Datelike;
use desk::{admin, notebook::Notebook};
use domain::{AccountId, Clock, RouteName, SystemClock, clock};
use seal::role;
use store::Under;
use unseal::{FullKey, demo, password};

use crate::failure::Failure;

/// Everybody's password.
pub const PASSWORD: &str = "demo-demo-demo";

/// A person, and the route whose key he holds, if any.
pub struct Person {
    pub login: &'static str,
    pub function: &'static str,
    pub route: Option<RouteName>,
}

const fn person(login: &'static str, function: &'static str, route: Option<RouteName>) -> Person {
    Person { login, function, route }
}

/// Everybody, a route's first member first.
pub const PEOPLE: &[Person] = &[
    person("aov@demo.example", "Adviseur Openbare Orde en Veiligheid", Some(RouteName::Aov)),
    person("aov2@demo.example", "Adviseur Openbare Orde en Veiligheid (vervanger)", Some(RouteName::Aov)),
    person("lio-brp@demo.example", "Burgerzaken/medewerker BRP", None),
    person("lio-jurist@demo.example", "Jurist openbare orde en veiligheid", None),
    person("lio-bibob@demo.example", "Bibob-coördinator", None),
    person("lio-informatie@demo.example", "Informatiemanagement", None),
    person("burgemeester@demo.example", "Burgemeester", Some(RouteName::Burgemeester)),
    person(
        "voorzitter-ic@demo.example",
        "Voorzitter van de integriteitscommissie",
        Some(RouteName::Integriteitscommissie),
    ),
    person("griffier@demo.example", "Griffier", Some(RouteName::Integriteitscommissie)),
    person("integriteit@demo.example", "Integriteitsfunctionaris", Some(RouteName::Ambtelijk)),
    person("integriteit2@demo.example", "Integriteitsfunctionaris (vervanger)", Some(RouteName::Ambtelijk)),
    person("extern@demo.example", "Extern meldpunt", Some(RouteName::Extern)),
    person("extern2@demo.example", "Extern meldpunt (vervanger)", Some(RouteName::Extern)),
    person("behandelaar@demo.example", "Behandelaar", None),
    person("bewaarder@demo.example", "Identiteitsbewaarder", Some(RouteName::Bewaarder)),
    person("bewaarder2@demo.example", "Identiteitsbewaarder (vervanger)", Some(RouteName::Bewaarder)),
    person("fg@demo.example", "Functionaris gegevensbescherming", None),
    person("beheer@demo.example", "Beheerder", None),
];

/// Whose key the members of which routes know, so that they can be invited to a signal.
const INTRODUCED: &[(&str, &[RouteName])] = &[
    ("lio-brp@demo.example", &[RouteName::Aov]),
    ("lio-jurist@demo.example", &[RouteName::Aov]),
    ("lio-bibob@demo.example", &[RouteName::Aov]),
    ("lio-informatie@demo.example", &[RouteName::Aov]),
    ("behandelaar@demo.example", &[RouteName::Aov, RouteName::Ambtelijk]),
    // Reads the log, and no signal.
    ("fg@demo.example", &[RouteName::Aov]),
];

/// The first member of a route.
pub fn first_member(route: RouteName) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.route == Some(route))
}

/// Adds everybody, makes the routes' keys and lets their members in.
pub async fn add(desk: &desk::State) -> Result<(), Failure> {
    for person in PEOPLE {
        let key = demo::person(person.login);
        let account = account(person, &key)?;
        desk.store.add_account(account.clone()).await?;
        let notebook = Notebook::first(account.id, &key).map_err(|error| Failure::refused(error.to_string()))?;
        desk.store.save_notebook(notebook).await?;
        let today = clock::dutch_date(SystemClock.now());
        let on = today.with_day(1).unwrap_or(today);
        for route in INTRODUCED.iter().filter(|(login, _)| *login == person.login).flat_map(|(_, routes)| *routes) {
            let by = first_member(*route).map_or_else(|| demo::person(person.login), |first| demo::person(first.login));
            let known = admin::introduced(on, &by, &demo::route(*route), *route, &account, key.pair());
            let known = known.map_err(|error| Failure::refused(error.to_string()))?;
            desk.store.add_introduction(known, &Under::first(*route)).await?;
        }
        let Some(route) = person.route else { continue };
        let route_key = demo::route(route);
        let by = first_member(route).map_or_else(|| demo::person(person.login), |first| demo::person(first.login));
        let membership = admin::granted(on, &by, &route_key, route, &account, key.pair());
        let membership = membership.map_err(|error| Failure::refused(error.to_string()))?;
        if first_member(route).is_some_and(|first| first.login == person.login) {
            let row = admin::on_paper(on, &route_key, route, &demo::recovery().recipient());
            let row = row.map_err(|error| Failure::refused(error.to_string()))?;
            desk.store.found_route(row, membership).await?;
        } else {
            desk.store.add_membership(membership, &Under::first(route)).await?;
        }
    }
    Ok(())
}

fn account(person: &Person, key: &FullKey<role::Person>) -> Result<entity::account::Model, Failure> {
    Ok(entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: person.login.to_owned(),
        function: person.function.to_owned(),
        route: person.route,
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(serde_json::to_string(&key.pair()).map_err(|error| Failure::refused(error.to_string()))?),
        sealed_key: Some(password::lock(key, PASSWORD, password::Cost::Demo)?.into_bytes()),
    })
}

//! Running portals say which keys they seal to: held against the keys that members have.

use chrono::{Days, NaiveDate};
use domain::RouteName;
use entity::announced;
use seal::Lineages;
use store::succession::HEARD_DAYS;

/// What is wrong with what a portal seals to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differs {
    /// It seals to a key that was replaced.
    Older,
    /// It seals to a key that is none of the route's.
    Unknown,
    /// It takes nothing for a route that has a key.
    Missing,
}

/// The first day from which a portal is heard.
pub fn heard_since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(HEARD_DAYS)).unwrap_or(today)
}

/// What differs, each once. Anybody who writes the database can write these rows: they are shouted, and nothing else follows.
pub fn differing(rows: &[announced::Model], lineages: &Lineages) -> Vec<(RouteName, Differs)> {
    let mut found = Vec::new();
    let mut processes: Vec<_> = rows.iter().map(|row| &row.process_id).collect();
    processes.sort();
    processes.dedup();
    for row in rows {
        let Some(lineage) = lineages.get(row.route) else {
            found.push((row.route, Differs::Unknown));
            continue;
        };
        let newest = lineage.newest().map(|halves| (halves.encrypt.to_string(), halves.verify.to_string()));
        if newest == Some((row.encrypt.clone(), row.verify.clone())) {
            continue;
        }
        let was = lineage.successions().iter().any(|succession| {
            succession.before.encrypt.to_string() == row.encrypt && succession.before.verify.to_string() == row.verify
        });
        found.push((row.route, if was { Differs::Older } else { Differs::Unknown }));
    }
    for (route, _) in lineages.iter() {
        let says = |process: &Vec<u8>| rows.iter().any(|row| row.process_id == *process && row.route == route);
        if processes.iter().any(|process: &&Vec<u8>| !says(process)) {
            found.push((route, Differs::Missing));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// For the members of a route.
pub fn said(route: RouteName, differs: Differs) -> String {
    match differs {
        Differs::Older => format!(
            "Een meldpunt verzegelt nieuwe signalen van de route {route} nog voor de oude sleutel. Laat de beheerder de nieuwe \
             regels in de configuratie van dat meldpunt zetten en het opnieuw starten."
        ),
        Differs::Unknown => format!(
            "Een meldpunt heeft voor de route {route} een andere sleutel dan u. Nieuwe signalen kunnen bij een ander terechtkomen. \
             Bel de beheerder."
        ),
        Differs::Missing => format!(
            "Een meldpunt neemt niets aan voor de route {route}, terwijl die route een sleutel heeft. Vraag de beheerder waarom."
        ),
    }
}

//! Who takes over in the demo's routes, said by the first member of each.

use desk::upkeep::{self, Upkept};
use domain::RouteName;
use seal::upkeep::Act;

use super::load::{broken, officer};
use crate::{failure::Failure, serve::Programs};

/// The burgemeester has nobody: there the desk shows what it says of a route with one member.
const REPLACEMENTS: &[(RouteName, &str)] = &[
    (RouteName::Aov, "aov2@demo.example"),
    (RouteName::Integriteitscommissie, "griffier@demo.example"),
    (RouteName::Ambtelijk, "integriteit2@demo.example"),
    (RouteName::Extern, "extern2@demo.example"),
    (RouteName::Bewaarder, "bewaarder2@demo.example"),
];

/// Names everybody who takes over.
pub async fn add(programs: &Programs) -> Result<(), Failure> {
    for (route, login) in REPLACEMENTS {
        let officer = officer(programs, *route).await?;
        let held = officer.ring.usable(*route).ok_or_else(|| broken("a route without a key"))?;
        let who = held.people.members.iter().find(|grant| grant.name == *login);
        let who = who.ok_or_else(|| broken("a replacement who is no member"))?;
        let act = Act::Replacement { account: who.account, name: who.name.clone() };
        let said = upkeep::write(&programs.desk, &officer, (*route, held), &Upkept::default(), (act, None)).await;
        said.map_err(|error| broken(&error.to_string()))?;
    }
    Ok(())
}

//! Which route keys a person holds, and who else does, as far as grants prove it.

use std::{collections::BTreeMap, sync::Arc};

use domain::{AccountId, RouteName};
use entity::membership;
use seal::{
    Halves, Routes, Verified, VerifyKey,
    grant::{self, Grant},
    role,
};
use unseal::FullKey;

/// A route as one of its members holds it.
pub struct HeldRoute {
    pub key: FullKey<role::Route>,
    /// Whether the configuration names this very key. Only then does it open and sign: a row in the database alone must
    /// not be able to bring in a key of somebody else's.
    pub configured: bool,
    /// Every member, from grants that verify.
    pub members: Vec<Verified<Grant>>,
}

impl HeldRoute {
    /// The member who holds a verifying key.
    pub fn member(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        self.members.iter().map(|grant| &**grant).find(|grant| grant.person.verify.author() == *key)
    }
}

/// A person's routes.
#[derive(Default, Clone)]
pub struct Keyring {
    routes: BTreeMap<RouteName, Arc<HeldRoute>>,
    /// What does not fit, in words for the person himself.
    pub warnings: Vec<String>,
}

impl Keyring {
    /// Opens what was wrapped to this person. Memberships that do not open or whose grant does not verify are left out
    /// and named.
    pub fn open(
        account: &entity::account::Model,
        key: &FullKey<role::Person>,
        memberships: &[membership::Model],
        configured: &Routes,
    ) -> Self {
        let mut ring = Self::default();
        for own in memberships.iter().filter(|membership| membership.account_id == account.id) {
            let route = own.route;
            let opened = key.unwrap::<FullKey<role::Route>>(&own.sealed).ok();
            let Some(route_key) = opened.filter(|opened| granted(own, account, key, opened)) else {
                ring.warnings.push(format!(
                    "Uw toegang tot de route {route} klopt niet en wordt niet gebruikt. Vertel het aan een ander lid."
                ));
                continue;
            };
            let is_configured = match configured.key(route) {
                Some(halves) if *halves == route_key.halves() => true,
                Some(_) => {
                    ring.warnings.push(format!("De sleutel van de route {route} is een andere dan in de configuratie. Hij wordt niet gebruikt. Zoek samen met de beheerder uit waarom."));
                    false
                }
                None => false,
            };
            let verify = route_key.halves().verify;
            let rows = memberships.iter().filter(|membership| membership.route == route);
            let members = rows.filter_map(|row| member(row, &verify)).collect();
            ring.routes.insert(route, Arc::new(HeldRoute { key: route_key, configured: is_configured, members }));
        }
        ring
    }

    /// A route whose signals this person may open.
    pub fn usable(&self, route: RouteName) -> Option<&Arc<HeldRoute>> {
        self.routes.get(&route).filter(|held| held.configured)
    }

    /// A route this person is a member of, usable or not yet.
    pub fn held(&self, route: RouteName) -> Option<&Arc<HeldRoute>> {
        self.routes.get(&route)
    }

    /// Every usable route.
    pub fn usable_routes(&self) -> Vec<RouteName> {
        self.routes.iter().filter(|(_, held)| held.configured).map(|(route, _)| *route).collect()
    }

    /// What a grant of a usable route says of a person.
    pub fn grant_of(&self, account: AccountId) -> Option<&Grant> {
        let members = self.routes.values().filter(|held| held.configured).flat_map(|held| &held.members);
        members.map(|grant| &**grant).find(|grant| grant.account == account)
    }

    pub fn is_empty(&self) -> bool {
        self.routes.is_empty()
    }
}

/// The grant of a membership, if it verifies and is for the account whose row it is.
pub fn member(row: &membership::Model, key: &VerifyKey<role::Route>) -> Option<Verified<Grant>> {
    let grant = grant::verify(&row.grant_text, row.route, key).ok()?;
    (grant.account == row.account_id).then_some(grant)
}

fn granted(
    row: &membership::Model,
    account: &entity::account::Model,
    key: &FullKey<role::Person>,
    route: &FullKey<role::Route>,
) -> bool {
    let own: Halves<role::Person> = key.halves();
    member(row, &route.halves().verify).is_some_and(|grant| grant.account == account.id && grant.person == own)
}

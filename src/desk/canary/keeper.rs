//! Who opens a canary: a member of its route for the length of one run, with keys that exist in memory alone. He goes the way of
//! every officer: a grant makes him a member, the route's key opens the signal, a head names him, and he signs his answer.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use seal::Routes;
use store::PeopleRows;
use unseal::FullKey;

use crate::{
    admin::granted,
    journal,
    keyring::Keyring,
    session::{Officer, Sitting},
    writing::WriteError,
};

use super::Canary;

/// Makes him.
pub fn keeper(canary: &Canary, routes: &Arc<Routes>, today: NaiveDate) -> Result<Officer, WriteError> {
    let key = Arc::new(FullKey::generate(&mut rand::rng()));
    let pair = key.pair();
    let account = entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: RouteName::Kanarie.label().to_owned(),
        function: "Proefmelding".to_owned(),
        route: Some(RouteName::Kanarie),
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(serde_json::to_string(&pair)?),
        sealed_key: None,
    };
    let rows = PeopleRows {
        memberships: vec![granted(today, &key, &canary.key, RouteName::Kanarie, &account, pair)?],
        keys: vec![(account.id, account.pair.clone())],
        ..PeopleRows::default()
    };
    let ring = Keyring::open(&account, Arc::clone(&key), &rows, routes);
    let visit = Arc::new(journal::Visit::default());
    let (token, sitting) = (String::new(), Sitting::default());
    Ok(Officer { account, key, ring, token, session: [0; 32], remembered: 0, sitting, visit })
}

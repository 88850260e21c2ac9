//! What somebody opens with every database that he ever had and the key of his own: whatever one key opens is tried on
//! everything again.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

use age::x25519::Identity;
use entity::{item, key_wrap, membership, renewal, route_key, succession};
use sea_orm::{Database, EntityTrait};
use unseal::{PrivateHalf, demo};

use crate::helpers::town::Town;

/// A copy of the database.
pub struct Dump {
    pub items: Vec<item::Model>,
    pub sealed_keys: Vec<Vec<u8>>,
}

pub fn dump(town: &Town) -> Dump {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let wraps = key_wrap::Entity::find().all(&db).await.expect("read").into_iter().map(|row| row.sealed);
        let mut sealed_keys: Vec<_> = wraps.collect();
        sealed_keys.extend(membership::Entity::find().all(&db).await.expect("read").into_iter().map(|row| row.sealed));
        for row in succession::Entity::find().all(&db).await.expect("read") {
            sealed_keys.extend([row.sealed, row.recovery]);
        }
        let renewals = renewal::Entity::find().all(&db).await.expect("read");
        sealed_keys.extend(renewals.into_iter().map(|row| row.sealed));
        let routes = route_key::Entity::find().all(&db).await.expect("read");
        sealed_keys.extend(routes.into_iter().map(|row| row.recovery));
        Dump { items: item::Entity::find().all(&db).await.expect("read"), sealed_keys }
    })
}

/// Every key that he comes by.
pub fn keys(dumps: &[&Dump], login: &str) -> Vec<Identity> {
    let own = identity(&demo::person(login).to_keyfile()).expect("his own");
    let mut found = BTreeMap::from([(own.to_public().to_string(), own.clone())]);
    let mut fresh = vec![own];
    while !fresh.is_empty() {
        let mut next = Vec::new();
        for sealed in dumps.iter().flat_map(|dump| &dump.sealed_keys) {
            let opened = fresh.iter().find_map(|key| open(key, sealed)).and_then(|text| identity(&text));
            let Some(key) = opened else { continue };
            if found.insert(key.to_public().to_string(), key.clone()).is_none() {
                next.push(key);
            }
        }
        fresh = next;
    }
    found.into_values().collect()
}

/// Items of a copy that one of these keys opens.
pub fn opened(dump: &Dump, keys: &[Identity]) -> BTreeSet<Vec<u8>> {
    let opens = |item: &&item::Model| keys.iter().any(|key| open(key, &item.sealed).is_some());
    dump.items.iter().filter(opens).map(|item| item.sealed.clone()).collect()
}

pub fn identity(text: &str) -> Option<Identity> {
    text.lines().find(|line| line.starts_with("AGE-SECRET-KEY-"))?.parse().ok()
}

pub fn open(key: &Identity, sealed: &[u8]) -> Option<String> {
    let decryptor = age::Decryptor::new_buffered(sealed).ok()?;
    let mut text = String::new();
    decryptor.decrypt(std::iter::once(key as &dyn age::Identity)).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

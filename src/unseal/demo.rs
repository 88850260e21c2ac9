//! The demo's keys: constants that anybody can compute, and that everything but the demo refuses.

use domain::RouteName;
use seal::role::{Person, Recovery, Role, Route};
use zeroize::Zeroizing;

use crate::{FullKey, OpeningKey, PrivateHalf};

/// A route's key in every demo.
pub fn route(route: RouteName) -> FullKey<Route> {
    full(route.label())
}

/// A person's key in every demo.
pub fn person(login: &str) -> FullKey<Person> {
    full(login)
}

/// The recovery identity of every demo, as the file that `age-keygen` would make.
pub fn recovery() -> OpeningKey<Recovery> {
    let [identity, _] = seeds(Recovery::NAME, "paper");
    let key = FullKey::<Recovery>::from_seeds(&identity, &identity);
    OpeningKey::from_keyfile(&key.to_keyfile()).unwrap_or_else(|_| OpeningKey::generate())
}

fn full<R: Role>(name: &str) -> FullKey<R> {
    let [identity, signing] = seeds(R::NAME, name);
    FullKey::from_seeds(&identity, &signing)
}

fn seeds(role: &str, name: &str) -> [Zeroizing<[u8; 32]>; 2] {
    const NO_SECRET: &[u8] = b"signaalkluis demo: everybody knows this key";
    ["identity", "signing"].map(|half| {
        derive::derive(NO_SECRET, "demo key", &[role.as_bytes(), b" ", name.as_bytes(), b" ", half.as_bytes()])
    })
}

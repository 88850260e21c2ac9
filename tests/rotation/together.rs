//! What happens between the moment in which a member's new key is prepared and the one in which it is stored: nothing of it is
//! lost or kept half. The store is asked directly, for no page stands still in between.

use ::domain::RouteName;
use ::seal::{Signed, Signer, VERSION, succession::Succession};
use ::unseal::{FullKey, PrivateHalf, demo};
use store::{StoreError, succession::Succeeded};

use super::Scene;
use crate::{helpers::town::Town, keeping::Closed};

/// A new key for these members of the route, as it is stored: prepared now, and stored after something happened.
fn stores(town: &Town, stay: &[&str], meanwhile: impl FnOnce()) -> Result<(), StoreError> {
    let (route, store) = (RouteName::Aov, &town.store);
    let people = town.runtime.block_on(store.people()).expect("read");
    let signed = town.runtime.block_on(store.signed()).expect("read");
    let (old, key, by) = (demo::route(route), FullKey::generate(&mut rand::rng()), demo::person("aov"));
    let on = ::domain::clock::dutch_date(crate::helpers::town::noon());
    let memberships = stay.iter().map(|login| {
        let account = town.runtime.block_on(store.account_by_name(login)).expect("read").expect("an account");
        desk::admin::granted(on, &by, &key, route, &account, demo::person(login).pair()).expect("a grant")
    });
    let memberships: Vec<_> = memberships.collect();
    let statement = Succession {
        v: VERSION,
        route,
        number: 2,
        before: old.halves(),
        after: key.halves(),
        left: Vec::new(),
        stands: Default::default(),
        by: by.verify_key(),
        on,
    };
    let statement: Signed<Succession> = ::seal::succession::sign(&statement, &old, &key, &by).expect("signed");
    let sealed = old.wrap(&[key.halves().encrypt.any()]).expect("sealed").into_bytes();
    let members: Vec<_> = people.memberships.iter().filter(|row| row.route == route).cloned().collect();
    let known: Vec<_> = people.introductions.iter().filter(|row| row.route == route).cloned().collect();
    let next = Succeeded {
        members: &members,
        known: &known,
        renewals: &[],
        signed: &signed,
        key: desk::admin::on_paper(on, &key, route, &demo::recovery().recipient()).expect("sealed"),
        succession: entity::succession::Model {
            route,
            number: 2,
            statement: statement.text().to_owned(),
            recovery: sealed.clone(),
            sealed,
        },
        memberships,
        introductions: Vec::new(),
    };
    meanwhile();
    town.runtime.block_on(store.succeed(next))
}

#[test]
fn a_new_key_is_not_stored_for_somebody_whose_account_ended_meanwhile() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let ends = |login: &str| {
            assert!(scene.town.runtime.block_on(scene.town.store.disable_account(login)).expect("ended"));
        };
        // He would be one of the two who hold it, or the only one.
        for stay in [&["aov", "aov2"][..], &["aov2"]] {
            let done = stores(&scene.town, stay, || {
                scene.town.tamper("UPDATE account SET disabled = true WHERE name = 'aov2'");
            });
            assert!(matches!(done, Err(StoreError::Taken)), "{stay:?}");
            scene.town.tamper("UPDATE account SET disabled = false WHERE name = 'aov2'");
        }
        assert!(matches!(stores(&scene.town, &["aov", "aov2"], || ends("aov2")), Err(StoreError::Taken)));
        assert!(stores(&scene.town, &["aov"], || {}).is_ok(), "who works gets it");
        // Who is left is the last one, and stays.
        let sole = scene.town.runtime.block_on(scene.town.store.sole_member_of("aov")).expect("read");
        assert_eq!(sole, Some(RouteName::Aov));
    });
}

#[test]
fn a_consent_that_was_taken_back_while_another_came_is_noticed() {
    Town::each(|town| {
        let scene = Closed::on(town);
        let town = &scene.town;
        let signal = |kenmerk: &str| {
            let kenmerk = kenmerk.parse().expect("a kenmerk");
            let found = town.runtime.block_on(town.store.signal_by_kenmerk(&kenmerk)).expect("read");
            found.expect("a signal").signal.id
        };
        town.melder().reports(&crate::helpers::people::Tale::ordinary());
        let other = town.officer("aov").queue().into_iter().find(|other| *other != scene.kenmerk).expect("another");
        let (first, second) = (signal(&scene.kenmerk), signal(&other));
        let under = store::Under::first(RouteName::Aov);
        let consents = |signal| {
            let put = town.store.put_consent(signal, None, "ondertekend\n".into(), &under);
            town.runtime.block_on(put).expect("consented");
        };
        consents(first);
        let done = stores(town, &["aov", "aov2"], || {
            town.runtime.block_on(town.store.withdraw_consent(first)).expect("taken back");
            consents(second);
        });
        assert!(matches!(done, Err(StoreError::Taken)));
        assert!(stores(town, &["aov", "aov2"], || {}).is_ok());
        // And under the key that was replaced nobody consents any more.
        let put = town.store.put_consent(first, None, "ondertekend\n".into(), &under);
        assert!(matches!(town.runtime.block_on(put), Err(StoreError::Taken)));
    });
}

//! Rows of `renewal` and `renewal_known`: who writes them, and even who has an old key, puts no key of his own in somebody's
//! place.

use ::domain::RouteName;
use ::seal::{Signed, VERSION, renewal::Renewal, role};
use ::unseal::{FullKey, PrivateHalf, demo};
use entity::{account, renewal, renewal_known};

use super::{
    change,
    forger::{own_key, pair},
    insert,
    people::account,
};
use crate::{
    account::renewed::changes,
    helpers::{
        people::{Officer, Tale},
        town::{PASSWORD, Town, noon},
    },
};

fn said(town: &Town, login: &str, before: &FullKey<role::Person>, after: &FullKey<role::Person>) -> Renewal {
    let on = ::domain::clock::dutch_date(noon());
    Renewal { v: VERSION, account: account(town, login).id, before: before.pair(), after: after.pair(), on }
}

fn row(number: i32, said: &Renewal, signed: &Signed<Renewal>, before: &FullKey<role::Person>) -> renewal::Model {
    let sealed = before.wrap(&[said.after.encrypt.any()]).expect("sealed").into_bytes();
    renewal::Model { account_id: said.account, number, statement: signed.text().to_owned(), sealed }
}

/// Gives an account another pair, as somebody with the database can.
fn takes_the_row(town: &Town, login: &str, key: &FullKey<role::Person>) {
    change(town, account::Model { pair: Some(pair(key)), ..account(town, login) });
}

fn is_asked(aov: &mut Officer) -> bool {
    aov.browser.open("/beheer").must_be(200).says("Zelf een nieuw wachtwoord gekozen")
}

#[test]
fn a_renewal_that_another_key_signed_is_refused() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let (thief, other, old) = (own_key::<role::Person>(), own_key::<role::Person>(), demo::person("jurist"));
    let claim = said(&town, "jurist", &old, &thief);
    takes_the_row(&town, "jurist", &thief);
    for signers in [[&thief, &thief], [&other, &thief], [&thief, &old]] {
        let forged = ::seal::renewal::sign(&claim, signers[0], signers[1]).expect("signed");
        assert!(::seal::renewal::verify(forged.text()).is_err());
        let row = row(1, &claim, &forged, &other);
        insert(&town, row.clone());
        assert!(!is_asked(&mut aov), "a member was asked to confirm it");
        super::delete(&town, row);
    }
    // By his own old key it is his word, and a member is asked; by nobody else.
    let signed = ::seal::renewal::sign(&claim, &old, &thief).expect("signed");
    insert(&town, row(1, &claim, &signed, &old));
    assert!(is_asked(&mut aov));
    // Under another's account it says nothing.
    let moved = renewal::Model { account_id: account(&town, "behandelaar").id, ..row(1, &claim, &signed, &old) };
    takes_the_row(&town, "behandelaar", &thief);
    insert(&town, moved);
    let page = aov.browser.open("/beheer");
    assert_eq!(page.texts("#vernieuwd ~ form strong"), ["jurist"]);
}

#[test]
fn a_route_signs_for_a_new_key_and_nobody_else_does() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    let (thief, old) = (own_key::<role::Person>(), demo::person("jurist"));
    let claim = said(&town, "jurist", &old, &thief);
    takes_the_row(&town, "jurist", &thief);
    // Even with his old key: a signature of another route, of a route key of the forger's own, or none.
    let keys = [demo::route(RouteName::Extern), own_key::<role::Route>()];
    let signed = |key: Option<&FullKey<role::Route>>| {
        let signed = ::seal::renewal::sign(&claim, &old, &thief).expect("signed");
        key.map_or(signed.text().to_owned(), |key| {
            ::seal::renewal::sign(&claim, &old, &thief)
                .expect("signed")
                .countersigned(key)
                .expect("signed")
                .text()
                .to_owned()
        })
    };
    for statement in [signed(None), signed(Some(&keys[0])), signed(Some(&keys[1]))] {
        let account_id = account(&town, "jurist").id;
        let row = renewal_known::Model { route: RouteName::Aov, account_id, number: 1, statement };
        insert(&town, row.clone());
        let offered = aov.decides_who_reads(&kenmerk).texts("select[name='collega'] option");
        assert!(offered.iter().all(|name| !name.contains("(jurist)")), "{offered:?}");
        let wraps = town.runtime.block_on(town.store.wraps_of(account_id)).expect("wraps");
        assert!(wraps.iter().all(|wrap| thief.open(&wrap.sealed).is_err()), "something was sealed to the thief");
        super::delete(&town, row);
    }
}

#[test]
fn after_a_route_took_the_new_key_the_old_one_names_no_other() {
    Town::each(|town| {
        let mut aov = town.officer("aov");
        let mut own = town.officer("jurist");
        changes(&mut own, PASSWORD, crate::account::CHOSEN).must_be(200);
        let confirm = aov.browser.open("/beheer").form("/beheer/vernieuwd");
        aov.browser.submit(&confirm).must_be(200);
        assert!(!is_asked(&mut aov));
        // Who has an old dump, the old password and the database tries to be him once more.
        let (thief, old) = (own_key::<role::Person>(), demo::person("jurist"));
        let claim = said(&town, "jurist", &old, &thief);
        let signed = ::seal::renewal::sign(&claim, &old, &thief).expect("signed");
        insert(&town, row(2, &claim, &signed, &old));
        takes_the_row(&town, "jurist", &thief);
        assert!(!is_asked(&mut aov));
        let page = aov.browser.open("/beheer");
        assert!(page.says("Nieuwe sleutel"), "only six words help him, as anybody: {}", page.text());
    });
}

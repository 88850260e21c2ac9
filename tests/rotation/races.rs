//! Somebody is halfway through a form at the moment in which a colleague replaces a route's key: what he signs or seals with the
//! key that he began with is not kept, and he is not told that it was.

use std::time::Duration;

use ::domain::RouteName;
use ::seal::role;
use ::unseal::{FullKey, demo};
use entity::{consent, key_wrap, membership, renewal_known, route_key};
use sea_orm::{
    ConnectionTrait, Database, DbBackend, EntityTrait, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use super::{REPORT, Scene};
use crate::{
    account::{CHOSEN, lost::six_words},
    helpers::{
        browser::{Browser, Form, Page},
        people::{Officer, Tale},
        town::{PASSWORD, Town},
    },
    keeping::Closed,
    tampering::with_db,
};

/// What a replaced key changes.
const TABLES: [&str; 7] =
    ["succession", "membership", "introduction", "route_key", "admission", "former_membership", "renewal_known"];

/// What a colleague did, taken back, so that it can be done again at a moment of one's choice.
fn put_off(town: &Town, act: impl FnOnce()) -> Vec<String> {
    let copy = |name: &str| {
        for table in TABLES {
            town.tamper(&format!("CREATE TABLE {name}_{table} AS SELECT * FROM {table}"));
        }
    };
    let again = |name: &str| {
        let tables = TABLES.into_iter();
        let both =
            |table| [format!("DELETE FROM {table}"), format!("INSERT INTO {table} SELECT * FROM {name}_{table}")];
        tables.flat_map(both).collect::<Vec<_>>()
    };
    copy("earlier");
    act();
    copy("later");
    for sql in again("earlier") {
        town.tamper(&sql);
    }
    again("later")
}

/// Sends a form, and has this happen once its officer's keys are read and before anything else of it is: no form goes on before
/// the line that it began is in the log, and that line waits here.
fn meanwhile(town: &Town, browser: &mut Browser, form: &Form, then: &[String]) -> Page {
    let (begun, begins) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        let url = town.url.clone();
        let held = scope.spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let db = Database::connect(&url).await.expect("a connection");
                let options = TransactionOptions {
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..TransactionOptions::default()
                };
                let writing = db.begin_with_options(options).await.expect("held");
                if db.get_database_backend() != DbBackend::Sqlite {
                    writing.execute_unprepared("LOCK TABLE log IN EXCLUSIVE MODE").await.expect("held");
                }
                begun.send(()).expect("the test waits");
                tokio::time::sleep(Duration::from_millis(1500)).await;
                for sql in then {
                    writing.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
                }
                writing.commit().await.expect("stored");
            });
        });
        begins.recv().expect("held");
        let page = browser.submit(form);
        held.join().expect("stored");
        page
    })
}

/// Said where nothing was kept.
const OVERTAKEN: &str = "Er is niets veranderd";

fn key_of(town: &Town, route: RouteName) -> route_key::Model {
    let found = with_db(town, async |db| route_key::Entity::find_by_id(route).one(db).await.expect("read"));
    found.expect("a key")
}

/// A new password, typed.
fn another(officer: &mut Officer) -> Form {
    let form = officer.browser.open("/account/wachtwoord").must_be(200).form("/account/wachtwoord");
    form.fill("wachtwoord", PASSWORD).fill("nieuw", CHOSEN).fill("nieuw2", CHOSEN)
}

#[test]
fn a_new_password_while_a_colleague_replaces_the_key_leaves_him_in() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let form = another(&mut aov2);
        let mut aov = scene.town.officer("aov");
        let later = put_off(&scene.town, || {
            drop(replaces(&scene.town, &mut aov, "/beheer/sleutel/aov", &["aov2"]));
        });
        meanwhile(&scene.town, &mut aov2.browser, &form, &later).must_be(200).must_say("nieuwe sleutel");
        assert_ne!(scene.newest(), demo::route(RouteName::Aov).halves());
        let mut again = Officer::at(&scene.town.desk);
        again.logs_in("aov2", CHOSEN).must_be(200).must_not_say("klopt niet");
        again.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        // And so he is one of two who open the route, and either may go.
        for login in ["aov", "aov2"] {
            let sole = scene.town.runtime.block_on(scene.town.store.sole_member_of(login)).expect("read");
            assert_eq!(sole, None, "{login}");
        }
    });
}

#[test]
fn a_new_password_in_one_window_and_a_new_key_in_the_other_shut_nobody_out_of_his_own_route() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (mut one, mut two) = (scene.town.officer("aov"), scene.town.officer("aov"));
        let form = another(&mut two);
        let later = put_off(&scene.town, || {
            drop(replaces(&scene.town, &mut one, "/beheer/sleutel/aov", &[]));
        });
        meanwhile(&scene.town, &mut two.browser, &form, &later).must_be(200).must_say("nieuwe sleutel");
        let mut again = Officer::at(&scene.town.desk);
        again.logs_in("aov", CHOSEN).must_be(200).must_not_say("klopt niet");
        again.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene.aov = again;
        scene.goes_on().must_be(200).must_say("2 van 2");
    });
}

/// Replaces a route's key; these others get it.
fn replaces(town: &Town, officer: &mut Officer, page: &str, stays: &[&str]) -> Page {
    let form = officer.browser.open(page).must_be(200).form_with(page, "stap", "vervangen").untick("blijft");
    let form = stays.iter().fold(form, |form, login| form.tick("blijft", &town.account(login)));
    let page = officer.browser.submit(&form);
    page.must_be(200).must_say("De sleutel is vervangen");
    page
}

#[test]
fn a_colleagues_new_key_that_is_confirmed_while_the_routes_is_replaced_is_confirmed_again() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
        let mut guest = scene.town.officer("behandelaar");
        let form = another(&mut guest);
        guest.browser.submit(&form).must_be(200);
        let (mut aov, mut aov2) = (scene.town.officer("aov"), scene.town.officer("aov2"));
        let form = aov2.browser.open("/beheer").form("/beheer/vernieuwd");
        let later = put_off(&scene.town, || {
            drop(replaces(&scene.town, &mut aov, "/beheer/sleutel/aov", &["aov2"]));
        });
        meanwhile(&scene.town, &mut aov2.browser, &form, &later).must_be(409).must_say(OVERTAKEN);
        let known = with_db(&scene.town, async |db| renewal_known::Entity::find().all(db).await.expect("rows"));
        assert!(known.is_empty(), "nothing that the old key signed");
        let form = aov2.browser.open("/beheer").form("/beheer/vernieuwd");
        aov2.browser.submit(&form).must_be(200).must_say("krijgt weer alles");
        aov2.browser.open("/beheer").must_offer_no_form("/beheer/vernieuwd");
        aov2.takes_away(&scene.kenmerk, "(aov)").must_be(200);
        guest.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

#[test]
fn who_is_made_known_or_let_in_while_the_key_is_replaced_is_so_under_the_new_one_or_not_at_all() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let town = &scene.town;
        let (mut aov, mut aov2) = (town.officer("aov"), town.officer("aov2"));
        let words = six_words(&mut town.officer("griffier"));
        let page = aov2.browser.open("/beheer");
        let form = page.form_with("/beheer/voorstellen", "naam", "griffier").fill("woorden", &words);
        let later = put_off(town, || drop(replaces(town, &mut aov, "/beheer/sleutel/aov", &["aov2"])));
        meanwhile(town, &mut aov2.browser, &form, &later).must_be(409).must_say(OVERTAKEN);
        aov2.browser.submit(&form).must_be(200).must_say("bekend");
        aov2.decides_who_reads(&scene.kenmerk).must_say("griffier");
    });
    Town::each(|town| {
        // One who is alone lets somebody in, and replaces the key in another window.
        let scene = Scene::in_town(town);
        let town = &scene.town;
        assert!(town.runtime.block_on(town.store.disable_account("aov2")).expect("ended"));
        town.tamper("UPDATE account SET route = 'aov' WHERE name = 'beheer'");
        let words = six_words(&mut town.officer("beheer"));
        let (mut one, mut two) = (town.officer("aov"), town.officer("aov"));
        let form = two.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "beheer").fill("woorden", &words);
        let later = put_off(town, || drop(replaces(town, &mut one, "/beheer/sleutel/aov", &[])));
        meanwhile(town, &mut two.browser, &form, &later).must_be(409).must_say(OVERTAKEN);
        let rows = with_db(town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
        assert!(rows.iter().all(|row| row.account_id.to_string() != town.account("beheer")));
        two.browser.submit(&form).must_be(200).must_say("toegelaten");
        town.officer("beheer").reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

#[test]
fn the_paper_never_gets_the_old_key_for_the_new_one() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let town = &scene.town;
        let (mut aov, mut aov2) = (town.officer("aov"), town.officer("aov2"));
        let form = aov2.browser.open("/beheer").form("/beheer/herstelsleutel");
        let later = put_off(town, || drop(replaces(town, &mut aov, "/beheer/sleutel/aov", &["aov2"])));
        let page = meanwhile(town, &mut aov2.browser, &form, &later);
        // What stands there is sealed to the right paper already.
        page.must_be(200);
        let row = key_of(town, RouteName::Aov);
        let opened = demo::recovery().unwrap::<FullKey<role::Route>>(&row.recovery).expect("opened");
        assert_eq!(opened.halves(), scene.newest());
        for officer in [&mut aov, &mut aov2] {
            officer.browser.open("/beheer").must_not_say("Iemand heeft veranderd");
        }
    });
}

#[test]
fn a_signal_is_not_handed_over_to_a_key_that_its_new_route_replaced_meanwhile() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut other = scene.town.officer("integriteit");
        let form = scene.aov.access_form(&scene.kenmerk, "overdragen").fill("naar", "ambtelijk");
        let form = form.fill("reden_overdragen", "Dit is iets anders.").tick("bevestigd_overdragen", "ja");
        let later = put_off(&scene.town, || {
            drop(replaces(&scene.town, &mut other, "/beheer/sleutel/ambtelijk", &[]));
        });
        // Nothing was kept, and he comes back.
        meanwhile(&scene.town, &mut scene.aov.browser, &form, &later).must_be(503);
        let old = demo::route(RouteName::Ambtelijk);
        let wraps = with_db(&scene.town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps"));
        assert!(wraps.iter().all(|wrap| old.open(&wrap.sealed).is_err()));
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene.aov.browser.submit(&form).must_be(200);
        let wraps = with_db(&scene.town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps"));
        assert!(wraps.iter().all(|wrap| old.open(&wrap.sealed).is_err()));
        other.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

#[test]
fn nobody_consents_with_a_key_that_was_replaced() {
    Town::each(|town| {
        let scene = Closed::on(town);
        scene.town.later(chrono::TimeDelta::days(365));
        let (mut aov, mut aov2) = (scene.town.officer("aov"), scene.town.officer("aov2"));
        aov2.reads(&scene.kenmerk);
        let path = format!("/signalen/{}/bewaren", scene.kenmerk);
        let form = aov2.browser.open(&path).form_with(&path, "stap", "instemmen").tick("gezien", "ja");
        let later = put_off(&scene.town, || {
            drop(replaces(&scene.town, &mut aov, "/beheer/sleutel/aov", &["aov2"]));
        });
        meanwhile(&scene.town, &mut aov2.browser, &form, &later).must_be(503);
        let rows = with_db(&scene.town, async |db| consent::Entity::find().all(db).await.expect("consents"));
        assert!(rows.is_empty());
        aov2.browser.submit(&form).must_be(200);
        let rows = with_db(&scene.town, async |db| consent::Entity::find().all(db).await.expect("consents"));
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_form_that_waited_goes_on_as_if_it_had_not() {
    // The stories above hold a line of the log back: here nothing else happens meanwhile.
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let form = aov.browser.open("/beheer").form("/beheer/herstelsleutel");
    let later = put_off(&town, || {});
    meanwhile(&town, &mut aov.browser, &form, &later).must_be(200).must_say("opnieuw verzegeld");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
}

//! Who left has the old key, his own, and writes the database: what he signs and puts back is believed by nobody.

use ::domain::{AccountId, Kenmerk, RouteName};
use entity::{introduction, membership, succession};
use sea_orm::{ActiveModelTrait, Database, EntityTrait, IntoActiveModel};
use seal::{Digest, Signed, Signer, VERSION, grant::Introduction, head::Head, role};
use unseal::{FullKey, OpeningKey, demo};

use super::{PAGE, REPORT, Scene};
use crate::{
    helpers::{
        people::Tale,
        town::{PASSWORD, Town},
    },
    tampering::insert,
};

/// The next head of a signal, that gives it keys of a thief's; signed with a key of the route that the thief has.
fn takes_over(scene: &Scene, kenmerk: &str, route: &FullKey<role::Route>, thief: &FullKey<role::Person>) {
    let kenmerk: Kenmerk = kenmerk.parse().expect("a kenmerk");
    let town = &scene.town;
    let stored = town.runtime.block_on(town.store.signal_by_kenmerk(&kenmerk)).expect("read").expect("a signal");
    let last = stored.heads.last().expect("a head");
    let before = Signed::<Head>::parse(last.clone()).claims().expect("a head");
    let head = Head {
        number: before.number + 1,
        epoch: before.epoch + 1,
        source: OpeningKey::<role::Source>::generate().recipient(),
        case: OpeningKey::<role::Case>::generate().recipient(),
        members: vec![demo::person("aov").verify_key(), thief.verify_key()],
        by: thief.verify_key(),
        previous: Some(Digest::of(last.as_bytes())),
        ..before
    };
    let statement = Signed::sign(&head, &[route, thief]).expect("signed").text().to_owned();
    let number = i32::try_from(head.number).expect("small");
    let row = entity::head::Model { signal_id: stored.signal.id, number, statement };
    let addition = store::signals::Addition { heads: vec![row], ..Default::default() };
    town.runtime.block_on(town.store.add(stored.signal.id, addition)).expect("added");
}

#[test]
fn a_head_that_the_old_key_signs_is_believed_by_neither_desk_nor_portal() {
    for (goes_on, configured) in [(false, false), (true, false), (true, true)] {
        Town::each(|town| {
            let mut scene = Scene::in_town(town);
            let kenmerk = scene.kenmerk.clone();
            scene.replaces(&[]).must_be(200);
            if goes_on {
                scene.goes_on().must_be(200);
            }
            if configured {
                scene.is_configured();
            }
            scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
            takes_over(&scene, &kenmerk, &demo::route(RouteName::Aov), &demo::person("aov2"));
            let page = scene.aov.looks_at(&kenmerk);
            page.must_say("sleutelverklaring van dit signaal klopt niet")
                .must_say("een sleutel van de route die was vervangen");
            page.must_not_say(REPORT);
            let mailbox = scene.melder.opens(&scene.code);
            assert!(mailbox.status >= 400, "{}: {}", mailbox.status, mailbox.text());
            if !goes_on {
                // It is named, left as it is, and the rest goes over.
                scene.goes_on().must_be(200).must_say("Beschadigd").must_say(&kenmerk).must_say("1 van 2");
            }
        });
    }
}

#[test]
fn an_old_membership_grant_or_introduction_that_is_put_back_lets_nobody_in() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (kenmerk, town) = (scene.kenmerk.clone(), &scene.town);
        let aov2 = AccountId(town.account("aov2").parse().expect("an id"));
        let rows = town.runtime.block_on(town.store.memberships()).expect("read");
        let old = rows.into_iter().find(|row| row.account_id == aov2).expect("his membership");
        scene.replaces(&[]).must_be(200);
        scene.goes_on().must_be(200);
        let put_back = |scene: &Scene, row: membership::Model| {
            scene.town.runtime.block_on(async {
                let db = Database::connect(&scene.town.url).await.expect("a connection");
                let _ = membership::Entity::delete_by_id((row.route, row.account_id)).exec(&db).await.expect("gone");
                row.into_active_model().insert(&db).await.expect("put back");
            });
        };
        let opens_nothing = |scene: &Scene| {
            let mut aov2 = scene.town.officer("aov2");
            aov2.looks_at(&kenmerk).must_be(404);
            assert!(aov2.queue().is_empty());
            aov2.browser.open(PAGE).must_be(404);
            aov2.browser.open("/").must_say("Uw toegang tot de route aov klopt niet");
        };
        put_back(&scene, old.clone());
        opens_nothing(&scene);
        scene.is_configured();
        opens_nothing(&scene);
        // A grant of today by the old key, for himself and for a friend; and a friend made known.
        let today = ::domain::clock::dutch_date(crate::helpers::town::noon());
        let (key, person) = (demo::route(RouteName::Aov), demo::person("aov2"));
        let friend = scene.town.runtime.block_on(scene.town.store.account_by_name("beheer")).expect("read");
        let friend = friend.expect("an account");
        let pair = demo::person("beheer").pair();
        let forged =
            desk::admin::granted(today, &person, &key, RouteName::Aov, &friend, pair.clone()).expect("a grant");
        put_back(&scene, forged);
        let mut beheer = scene.town.officer("beheer");
        beheer.looks_at(&kenmerk).must_be(404);
        let known = desk::admin::introduced(today, &person, &key, RouteName::Aov, &friend, pair).expect("known");
        let claimed = Signed::<Introduction>::parse(known.statement.clone()).claims().expect("an introduction");
        assert_eq!((claimed.0.v, claimed.0.account), (VERSION, friend.id), "so it would count under the old key");
        scene.town.runtime.block_on(async {
            let db = Database::connect(&scene.town.url).await.expect("a connection");
            introduction::Model::into_active_model(known).insert(&db).await.expect("put there");
        });
        let page = scene.aov.decides_who_reads(&kenmerk);
        let names: Vec<String> = page.texts("select[name=collega] option");
        assert!(!names.iter().any(|name| name.contains("beheer")), "{names:?}");
        scene.aov.browser.open("/beheer").must_be(200);
        scene.aov.looks_at(&kenmerk).must_be(200).must_say(REPORT);
    });
}

#[test]
fn a_succession_to_a_key_of_his_own_leads_nowhere_once_the_configuration_names_the_new_one() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&[]).must_be(200);
        scene.goes_on().must_be(200);
        scene.is_configured();
        let own = FullKey::<role::Route>::generate(&mut rand::rng());
        let before = demo::route(RouteName::Aov);
        for number in [2, 3] {
            let forged = seal::succession::Succession {
                v: VERSION,
                route: RouteName::Aov,
                number,
                before: before.halves(),
                after: own.halves(),
                left: Vec::new(),
                stands: Default::default(),
                by: demo::person("aov2").verify_key(),
                on: ::domain::clock::dutch_date(crate::helpers::town::noon()),
            };
            let text = seal::succession::sign(&forged, &before, &own, &demo::person("aov2")).expect("signed");
            let row = entity::succession::Model {
                route: RouteName::Aov,
                number: i32::try_from(number).expect("small") + 7,
                statement: text.text().to_owned(),
                sealed: Vec::new(),
                recovery: Vec::new(),
            };
            scene.town.runtime.block_on(async {
                let db = Database::connect(&scene.town.url).await.expect("a connection");
                row.into_active_model().insert(&db).await.expect("put there");
            });
        }
        takes_over(&scene, &scene.kenmerk, &own, &demo::person("aov2"));
        scene.aov.looks_at(&scene.kenmerk).must_say("sleutelverklaring van dit signaal klopt niet");
        scene.aov.looks_at(&scene.unopened).must_be(200).must_not_say("Let op: De sleutel");
        assert!(scene.melder.opens(&scene.code).status >= 400);
        scene.melder.opens(&scene.second).must_be(200);
    });
}

/// Puts a succession to a key of his own in a row of this number.
fn leads_away(scene: &Scene, number: u32, row: i32) -> FullKey<role::Route> {
    let (own, before, by) =
        (FullKey::<role::Route>::generate(&mut rand::rng()), demo::route(RouteName::Aov), demo::person("aov2"));
    let forged = seal::succession::Succession {
        v: VERSION,
        route: RouteName::Aov,
        number,
        before: before.halves(),
        after: own.halves(),
        left: Vec::new(),
        stands: Default::default(),
        by: by.verify_key(),
        on: ::domain::clock::dutch_date(crate::helpers::town::noon()),
    };
    let statement = seal::succession::sign(&forged, &before, &own, &by).expect("signed").text().to_owned();
    let row = entity::succession::Model {
        route: RouteName::Aov,
        number: row,
        statement,
        sealed: Vec::new(),
        recovery: Vec::new(),
    };
    insert(&scene.town, row);
    own
}

#[test]
fn a_succession_in_the_row_of_another_number_leads_nowhere() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&[]).must_be(200);
        scene.goes_on().must_be(200);
        // Before the genuine one, and after it.
        let own = [0, 7].map(|row| leads_away(&scene, 2, row));
        scene.aov.browser.open("/").must_not_say("twee keer vervangen");
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT).must_not_say("Let op: De sleutel");
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
        takes_over(&scene, &scene.kenmerk, &own[0], &demo::person("aov2"));
        let page = scene.aov.looks_at(&scene.kenmerk);
        page.must_say("sleutelverklaring van dit signaal klopt niet").must_not_say(REPORT);
        assert!(scene.melder.opens(&scene.code).status >= 400);
        scene.melder.opens(&scene.second).must_be(200);
    });
}

#[test]
fn two_successions_of_one_key_are_believed_by_nobody_and_shouted_until_the_configuration_names_one() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&["aov2"]).must_be(200);
        scene.goes_on().must_be(200);
        let own = leads_away(&scene, 9, 9);
        for login in ["aov", "aov2"] {
            let mut member = scene.town.officer(login);
            for page in ["/", "/beheer"] {
                member.browser.open(page).must_say("van de route aov is volgens de database twee keer vervangen");
            }
            member.looks_at(&scene.kenmerk).must_not_say(REPORT);
        }
        scene.town.officer("burgemeester").browser.open("/").must_not_say("twee keer vervangen");
        // Neither what a member signed nor what the former one does is followed, with his new key or with the old.
        assert!(scene.melder.opens(&scene.code).status >= 400);
        for key in [own, demo::route(RouteName::Aov)] {
            takes_over(&scene, &scene.kenmerk, &key, &demo::person("aov2"));
            assert!(scene.melder.opens(&scene.code).status >= 400);
            scene.town.tamper("DELETE FROM head WHERE number = (SELECT MAX(number) FROM head)");
        }
        scene.is_configured();
        scene.aov.browser.open("/").must_not_say("twee keer vervangen");
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
    });
}

#[test]
fn a_succession_that_was_taken_away_is_missed_by_the_log() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let rows = scene.town.runtime.block_on(scene.town.store.memberships()).expect("read");
        let key =
            scene.town.runtime.block_on(scene.town.store.route_key(RouteName::Aov)).expect("read").expect("a key");
        const GONE: &str = "Volgens het logboek is de sleutel van de route";
        for page in ["/", "/beheer"] {
            scene.aov.browser.open(page).must_not_say(GONE);
        }
        scene.replaces(&[]).must_be(200);
        for page in ["/", "/beheer"] {
            scene.aov.browser.open(page).must_say("Onvolledig").must_not_say(GONE);
        }
        // What was refused since hides it from nobody.
        let wrong = scene.form(&["burgemeester"]);
        for _ in 0..25 {
            scene.aov.browser.submit(&wrong).must_be(422);
        }
        // Everything as it was before.
        scene.town.tamper("DELETE FROM succession");
        scene.town.tamper("DELETE FROM membership WHERE route = 'aov'");
        for row in rows.into_iter().filter(|row| row.route == RouteName::Aov) {
            insert(&scene.town, row);
        }
        crate::tampering::change(&scene.town, key);
        for login in ["aov", "aov2"] {
            let mut member = scene.town.officer(login);
            for page in ["/", "/beheer"] {
                member.browser.open(page).must_not_say("Onvolledig").must_say(GONE).must_say("23 november 2026");
            }
        }
        scene.town.officer("burgemeester").browser.open("/beheer").must_not_say(GONE);
    });
}

#[test]
fn a_row_that_only_stands_in_the_way_of_the_next_key_is_shouted() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        const BARRED: &str = "maar niemand heeft dat ondertekend";
        scene.aov.browser.open("/").must_not_say(BARRED);
        insert(
            &scene.town,
            succession::Model {
                route: RouteName::Aov,
                number: 2,
                statement: "geen verklaring".into(),
                sealed: Vec::new(),
                recovery: Vec::new(),
            },
        );
        let mut again = scene.town.officer("aov");
        for page in ["/", "/beheer"] {
            again.browser.open(page).must_say(BARRED);
        }
        scene.town.officer("burgemeester").browser.open("/").must_not_say(BARRED);
        // What was signed is read as before, and the portal takes what comes.
        again.reads(&scene.kenmerk).must_be(200).must_say(super::REPORT);
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
        scene.town.tamper("DELETE FROM succession");
        scene.town.officer("aov").browser.open("/").must_not_say(BARRED);
    });
}

#[test]
fn who_did_not_prove_who_he_is_hears_nothing_of_signals_that_are_closed_to_him() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.takes_away(&kenmerk, "(aov2)").must_be(200);
        let mut out = town.officer("aov2");
        town.later(chrono::TimeDelta::minutes(11));
        let form = out.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "vervangen").untick("blijft");
        for password in ["", "mis"] {
            let page = out.browser.submit(&form.clone().fill("wachtwoord", password));
            page.must_be(422).must_not_say("Niet iedereen kan nu weg").must_not_say(&kenmerk);
        }
        out.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(422).must_say("Niet iedereen kan nu weg");
    });
}

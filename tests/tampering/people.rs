//! Rows of `membership` and `route_key`: who writes them lets nobody in, and puts no key of his own in a route's place.

use ::domain::{AccountId, RouteName};
use ::seal::{Signed, Signer, grant::Grant, role};
use ::unseal::{FullKey, demo, password};
use entity::{account, membership, route_key};
use sea_orm::EntityTrait;

use super::{
    REPORT, Scene, THANKS, change, delete,
    forger::{head_in_the_clear, nothing_opens_with, own_key, pair, text},
    insert, with_db,
};
use crate::helpers::{
    people::{Officer, Tale},
    town::{PASSWORD, Town, noon},
};

pub fn account(town: &Town, login: &str) -> account::Model {
    let found = town.runtime.block_on(town.store.account_by_name(login)).expect("the store answers");
    found.unwrap_or_else(|| panic!("no {login}"))
}

fn membership_of(town: &Town, login: &str) -> membership::Model {
    let id = account(town, login).id;
    let all = with_db(town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
    all.into_iter().find(|row| row.account_id == id).unwrap_or_else(|| panic!("{login} is no member"))
}

fn route_key_of(town: &Town, route: RouteName) -> route_key::Model {
    with_db(town, async |db| route_key::Entity::find_by_id(route).one(db).await.expect("route keys")).expect("a key")
}

/// Lets somebody new into the route of the AOV, as a member does.
pub fn joins(town: &Town, login: &str, function: &str) {
    let key = demo::person(login);
    let row = account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: login.to_owned(),
        function: function.to_owned(),
        route: Some(RouteName::Aov),
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(pair(&key)),
        sealed_key: Some(password::lock(&key, PASSWORD, password::Cost::Demo).expect("sealed").into_bytes()),
    };
    insert(town, row.clone());
    insert(town, desk::notebook::Notebook::first(row.id, &key).expect("a notebook"));
    let route = demo::route(RouteName::Aov);
    insert(town, granted(&demo::person("aov"), &route, &row, &key));
}

fn granted(
    by: &FullKey<role::Person>,
    route: &FullKey<role::Route>,
    newcomer: &account::Model,
    key: &FullKey<role::Person>,
) -> membership::Model {
    let on = ::domain::clock::dutch_date(noon());
    desk::admin::granted(on, by, route, RouteName::Aov, newcomer, key.pair()).expect("a grant")
}

/// Nothing of the scene's signal reaches this person.
#[track_caller]
pub(super) fn reads_nothing(scene: &Scene, officer: &mut Officer) {
    assert!(officer.queue().is_empty(), "a queue that should be empty");
    officer.reads(&scene.kenmerk).must_be(404).must_not_say(REPORT);
    officer.browser.open(&format!("/signalen/{}/weging", scene.kenmerk)).must_be(404).must_not_say(REPORT);
    officer.browser.open("/").must_be(200).must_not_say(&scene.kenmerk);
}

#[test]
fn a_membership_that_was_copied_or_made_up_lets_nobody_in() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let (own, insider) = (membership_of(&scene.town, "aov"), account(&scene.town, "beheer"));
        let copied = membership::Model { account_id: insider.id, ..own.clone() };
        let renamed = own.grant_text.replace(&own.account_id.to_string(), &insider.id.to_string());
        let edited = membership::Model { grant_text: renamed, ..copied.clone() };
        // A grant by the right route's name and the wrong key, around the right ciphertext.
        let made_up = membership::Model {
            sealed: own.sealed.clone(),
            ..granted(&demo::person("beheer"), &own_key(), &insider, &demo::person("beheer"))
        };
        for row in [copied, edited, made_up] {
            insert(&scene.town, row.clone());
            let mut thief = scene.town.officer("beheer");
            reads_nothing(&scene, &mut thief);
            thief.browser.open("/").must_say("Uw toegang tot de route aov klopt niet en wordt niet gebruikt");
            let mut member = scene.town.officer("aov2");
            let page = member.reads(&scene.kenmerk);
            assert!(!page.texts("ul.people").join(" ").contains("eheer"), "{}", page.text());
            let page = member.browser.open("/beheer");
            assert!(!page.texts("ul.people").join(" ").contains("Beheerder"), "{}", page.text());
            delete(&scene.town, row);
        }
        // Nor does the next head name him.
        insert(&scene.town, membership::Model { account_id: insider.id, ..own });
        joins(&scene.town, "nieuw", "Jurist");
        scene.town.officer("nieuw").reads(&scene.kenmerk).must_be(200);
        let head = head_in_the_clear(&scene.town, &scene.kenmerk);
        assert_eq!(head.number, 2);
        assert!(!head.members.contains(&demo::person("beheer").verify_key()), "the head names the thief");
    });
}

#[test]
fn a_grant_that_was_edited_is_not_used_and_its_owner_is_told() {
    let scene = Scene::new();
    let row = membership_of(&scene.town, "aov2");
    let edits = [
        row.grant_text.replace("Vervanger", "Burgemeester"),
        row.grant_text.replace("2026-11-23", "2020-01-01"),
        row.grant_text.replace("\"route\":\"aov\"", "\"route\":\"extern\""),
        row.grant_text.lines().take(2).collect::<Vec<_>>().join("\n") + "\n",
        membership_of(&scene.town, "aov").grant_text,
    ];
    for grant_text in edits {
        assert!(grant_text != row.grant_text);
        change(&scene.town, membership::Model { grant_text, ..row.clone() });
        let mut officer = scene.town.officer("aov2");
        reads_nothing(&scene, &mut officer);
        officer.browser.open("/").must_say("Uw toegang tot de route aov klopt niet en wordt niet gebruikt");
        // Nor do others see him as somebody he is not.
        let page = scene.town.officer("aov").reads(&scene.kenmerk);
        page.must_be(200).must_not_say("Vervanger");
        assert!(!page.texts("ul.people").join(" ").contains("Burgemeester"), "{}", page.text());
    }
}

#[test]
fn a_route_key_of_the_forgers_that_is_given_to_a_member_opens_signs_and_shows_nothing() {
    let mut scene = Scene::new();
    let (forged, victim) = (own_key::<role::Route>(), account(&scene.town, "aov"));
    for by in [demo::person("vervalser"), demo::person("beheer")] {
        change(&scene.town, granted(&by, &forged, &victim, &demo::person("aov")));
        let (encrypt, verify) = text(&forged);
        change(
            &scene.town,
            route_key::Model {
                encrypt: encrypt.clone(),
                verify: verify.clone(),
                ..route_key_of(&scene.town, RouteName::Aov)
            },
        );
        let kenmerk = scene.kenmerk.clone();
        scene.aov.reads(&kenmerk).must_be(404).must_not_say(REPORT);
        let page = scene.aov.browser.open("/beheer");
        page.must_be(200).must_say("De sleutel van de route aov is een andere dan in de configuratie");
        page.must_not_say(&encrypt).must_not_say(&verify);
        let first = scene.aov.browser.open("/");
        first.must_be(200).must_say(&format!("Signaal {kenmerk} is weg, terwijl u het eerder opende"));
        assert!(scene.aov.queue().is_empty());
    }
    scene.mailbox().must_be(200).must_say(THANKS);
    scene.melder.writes("Nog iets.").must_be(200).must_say("Uw bericht is verstuurd");
    nothing_opens_with(&scene.town, &forged);
}

#[test]
fn nobody_is_handed_the_forgers_lines_for_a_route_that_has_none_in_the_configuration() {
    let town = Town::with_routes(&[RouteName::Aov]);
    let (victim, forged) = (account(&town, "voorzitter"), own_key::<role::Route>());
    let route = RouteName::Integriteitscommissie;
    let on = ::domain::clock::dutch_date(noon());
    let by = demo::person("beheer");
    let row = desk::admin::granted(on, &by, &forged, route, &victim, demo::person("voorzitter").pair());
    let own = town.officer("voorzitter").browser.open("/beheer");
    own.must_say(&text(&demo::route(route)).0);
    change(&town, row.expect("a grant"));
    let (encrypt, verify) = text(&forged);
    change(&town, route_key::Model { encrypt: encrypt.clone(), verify: verify.clone(), ..route_key_of(&town, route) });
    let page = town.officer("voorzitter").browser.open("/beheer");
    page.must_be(200).must_not_say(&encrypt).must_not_say(&verify);
}

#[test]
fn a_member_whose_membership_was_taken_away_is_told_that_he_reads_nothing() {
    let mut scene = Scene::new();
    delete(&scene.town, membership_of(&scene.town, "aov"));
    let page = scene.aov.browser.open("/");
    page.must_be(200).must_say("U kunt nog niets lezen").must_say(&format!("Signaal {} is weg", scene.kenmerk));
    let kenmerk = scene.kenmerk.clone();
    scene.aov.reads(&kenmerk).must_be(404);
    // What he wrote stays what he wrote; only that he is no member any more is said, which is what the database says.
    let page = scene.town.officer("aov2").reads(&kenmerk);
    page.must_be(200).must_say(THANKS).must_say("niet meer op deze route");
    scene.mailbox().must_be(200).must_say(THANKS);
}

#[test]
fn public_halves_in_the_database_are_shown_to_nobody_and_used_for_nothing() {
    let mut scene = Scene::new();
    let forged = own_key::<role::Route>();
    let (encrypt, verify) = text(&forged);
    change(
        &scene.town,
        route_key::Model {
            encrypt: encrypt.clone(),
            verify: verify.clone(),
            ..route_key_of(&scene.town, RouteName::Aov)
        },
    );
    let right = demo::route(RouteName::Aov).halves();
    scene.aov.browser.open("/beheer").must_say(&right.encrypt.to_string()).must_say("In gebruik");
    for login in ["aov", "burgemeester", "beheer"] {
        scene.town.officer(login).browser.open("/beheer").must_be(200).must_not_say(&encrypt).must_not_say(&verify);
    }
    // What is reported from now on is sealed to the key of the configuration all the same.
    scene.town.melder().reports(&Tale::ordinary());
    let wraps = with_db(&scene.town, async |db| entity::key_wrap::Entity::find().all(db).await.expect("wraps"));
    assert!(wraps.iter().all(|wrap| forged.open(&wrap.sealed).is_err()));
    let rows = scene.aov.queue();
    let new = rows.iter().find(|kenmerk| **kenmerk != scene.kenmerk).expect("a second signal");
    scene.aov.reads(new).must_be(200).must_say("restaurant aan het plein");
}

#[test]
fn a_route_that_is_in_use_is_not_founded_a_second_time_because_its_rows_are_gone() {
    let town = Town::new();
    let mut officer = town.officer("burgemeester");
    let token = officer.browser.open("/beheer").form("/uitloggen").value("token").to_owned();
    delete(&town, membership_of(&town, "burgemeester"));
    delete(&town, route_key_of(&town, RouteName::Burgemeester));
    let page = officer.browser.open("/beheer");
    page.must_be(200).must_not_say("Maak de sleutel van deze route");
    // The portal takes reports for it as before, and no page says otherwise.
    let said = page.texts("section[aria-labelledby=route-burgemeester]").join(" ");
    assert!(!said.contains("neemt voor deze route nog niets aan"), "{said}");
    let make = [("token".to_owned(), token), ("route".to_owned(), "burgemeester".to_owned())];
    officer.browser.post("/beheer/route", &make).must_be(409);
    let keys = town.runtime.block_on(town.store.route_keys()).expect("route keys");
    assert!(keys.iter().all(|key| key.route != RouteName::Burgemeester), "a second key was made");
}

#[test]
fn a_grant_says_who_let_whom_in_and_nobody_signs_it_for_another() {
    // A member's route key alone, in the hands of somebody who stole it from one session, signs in nobody else's name.
    let scene = Scene::new();
    let (route, newcomer) = (demo::route(RouteName::Aov), account(&scene.town, "beheer"));
    let thief = demo::person("beheer");
    let row = granted(&thief, &route, &newcomer, &thief);
    let mut claims = Signed::<Grant>::parse(row.grant_text.clone()).claims().expect("a grant");
    claims.by = demo::person("aov").verify_key();
    let forged = Signed::sign(&claims, &[&route, &thief]).expect("signed").text().to_owned();
    insert(&scene.town, membership::Model { grant_text: forged, ..row });
    reads_nothing(&scene, &mut scene.town.officer("beheer"));
    assert!(thief.unwrap::<FullKey<role::Route>>(&membership_of(&scene.town, "beheer").sealed).is_ok());
}

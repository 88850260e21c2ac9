//! What a grant says of keys that somebody had before: any member can sign such a grant, for himself and for a person whom he
//! made up, and nothing is given by it. A key in a head leads to another by its own signature alone.

use ::domain::{AccountId, KeyName, RouteName, clock::dutch_date};
use ::seal::{
    Digest, Signed, Signer, VERSION, VerifyKey,
    confirmation::Confirmation,
    grant::{Basis, Grant},
    head::Head,
    role,
};
use ::unseal::{FullKey, PrivateHalf, demo};
use entity::{account, head, introduction, key_wrap, membership, reveal};
use sea_orm::EntityTrait;

use super::{
    Scene, change, delete,
    forger::{own_key, pair},
    insert,
    people::{account, reads_nothing},
    with_db,
};
use crate::{
    account::{CHOSEN, renewed::changes},
    helpers::town::{PASSWORD, Town, noon},
    revealing,
};

type Own = FullKey<role::Person>;

/// A membership as a member with a program of his own writes it: for this key, which he says belonged to others before.
pub fn membership_of(
    who: &account::Model,
    person: &Own,
    formerly: &[&Own],
    by: &Own,
    basis: Basis,
) -> membership::Model {
    let route = demo::route(route_of(who));
    let grant_text = Signed::sign(&grant(who, person, formerly, by, basis), &[&route, by]).expect("signed");
    let sealed = route.wrap(&[person.pair().encrypt.any()]).expect("sealed").into_bytes();
    let grant_text = grant_text.text().to_owned();
    membership::Model { route: route_of(who), account_id: who.id, sealed, grant_text, confirmation: None }
}

/// The route that somebody's account is for; else the AOV's.
fn route_of(who: &account::Model) -> RouteName {
    who.route.unwrap_or(RouteName::Aov)
}

fn grant(who: &account::Model, person: &Own, formerly: &[&Own], by: &Own, basis: Basis) -> Grant {
    Grant {
        v: VERSION,
        route: route_of(who),
        account: who.id,
        name: who.name.clone(),
        function: who.function.clone(),
        person: person.pair(),
        by: by.verify_key(),
        on: dutch_date(noon()),
        formerly: formerly.iter().map(|key| key.verify_key()).collect(),
        basis,
        rested: None,
    }
}

/// The same of a colleague whom a member says to know.
pub fn introduction_of(who: &account::Model, person: &Own, formerly: &[&Own], by: &Own) -> introduction::Model {
    let known = ::seal::grant::Introduction(grant(who, person, formerly, by, Basis::Alone));
    let statement = Signed::sign(&known, &[&demo::route(RouteName::Aov), by]).expect("signed").text().to_owned();
    introduction::Model { route: RouteName::Aov, account_id: who.id, statement }
}

/// A person who does not exist, in the first row that is looked at.
pub fn puppet(town: &Town, key: &Own) -> account::Model {
    let row = account::Model {
        id: AccountId(uuid::Uuid::nil()),
        name: "pop".to_owned(),
        function: "Jurist".to_owned(),
        route: Some(RouteName::Aov),
        disabled: false,
        invitation: None,
        invited_until: None,
        pair: Some(pair(key)),
        sealed_key: None,
    };
    insert(town, row.clone());
    row
}

/// Nothing that is sealed there opens with any of these keys.
#[track_caller]
fn open_nothing(town: &Town, thieves: &[&Own]) {
    let wraps = with_db(town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps"));
    for (wrap, thief) in wraps.iter().flat_map(|wrap| thieves.iter().map(move |thief| (wrap, thief))) {
        assert!(thief.open(&wrap.sealed).is_err(), "{} of epoch {} for {}", wrap.key, wrap.epoch, wrap.holder);
    }
}

fn newest_head(town: &Town) -> Head {
    let mut heads = with_db(town, async |db| head::Entity::find().all(db).await.expect("heads"));
    heads.sort_by_key(|head| head.number);
    Signed::parse(heads.pop().expect("a head").statement).claims().expect("a head")
}

fn named(head: &Head) -> Vec<VerifyKey<role::Author>> {
    head.members.iter().chain(&head.guests).cloned().collect()
}

/// A signal of which aov2 has no key, and two who have: aov and beheer.
fn closed(town: Town) -> Scene {
    town.joins("aov", "beheer");
    let mut scene = Scene::in_town(town);
    let kenmerk = scene.kenmerk.clone();
    scene.aov.takes_away(&kenmerk, "aov2").must_be(200);
    scene.town.officer("beheer").reads(&kenmerk).must_be(200);
    scene
}

/// An honest member makes new keys: a guest comes and goes.
fn new_keys(scene: &mut Scene) {
    let kenmerk = scene.kenmerk.clone();
    let before = newest_head(&scene.town).epoch;
    scene.aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    scene.aov.takes_away(&kenmerk, "jurist").must_be(200);
    assert!(newest_head(&scene.town).epoch > before, "new keys");
}

#[test]
fn who_says_that_a_readers_key_was_his_before_gets_no_key_of_a_closed_signal() {
    Town::each(|town| {
        let mut scene = closed(town);
        let (thief, made_up) = (demo::person("aov2"), own_key::<role::Person>());
        let (aov, beheer) = (demo::person("aov"), demo::person("beheer"));
        // His own grant again, and one for a person whom he made up: both "were" everybody who reads it.
        let own = membership_of(&account(&scene.town, "aov2"), &thief, &[&aov, &beheer], &thief, Basis::Alone);
        change(&scene.town, own);
        let pop = puppet(&scene.town, &made_up);
        let forged = membership_of(&pop, &made_up, &[&aov, &beheer], &thief, Basis::Alone);
        insert(&scene.town, forged);
        new_keys(&mut scene);
        open_nothing(&scene.town, &[&thief, &made_up]);
        let names = named(&newest_head(&scene.town));
        assert_eq!(names.len(), 2, "aov and beheer");
        assert!(names.contains(&aov.verify_key()) && names.contains(&beheer.verify_key()));
        scene.town.officer("beheer").reads(&scene.kenmerk).must_be(200).must_say(super::REPORT);
        scene.town.officer("aov2").reads(&scene.kenmerk).must_be(404);
    });
}

#[test]
fn who_puts_a_key_of_his_own_in_a_readers_grant_gets_no_key_of_a_closed_signal() {
    Town::each(|town| {
        let mut scene = closed(town);
        let (thief, made_up, beheer) = (demo::person("aov2"), own_key::<role::Person>(), demo::person("beheer"));
        let row = account(&scene.town, "beheer");
        change(&scene.town, membership_of(&row, &made_up, &[&beheer], &thief, Basis::Alone));
        change(&scene.town, account::Model { pair: Some(pair(&made_up)), ..row });
        new_keys(&mut scene);
        open_nothing(&scene.town, &[&thief, &made_up]);
        let names = named(&newest_head(&scene.town));
        assert_eq!(names, [demo::person("aov").verify_key()], "who reads it is missed, and nobody took his place");
        // A member who reads it sees by name who has no key, and decides.
        scene.aov.reads(&scene.kenmerk).must_be(200).must_say(super::REPORT);
    });
}

#[test]
fn an_account_that_two_keys_are_said_to_be_of_leads_from_neither_to_the_other() {
    Town::each(|town| {
        let scene = closed(town);
        let (thief, reader) = (demo::person("aov2"), demo::person("beheer"));
        // One person who is made up: as a member with the reader's key, as a colleague with the thief's.
        let pop = puppet(&scene.town, &reader);
        insert(&scene.town, membership_of(&pop, &reader, &[], &thief, Basis::Alone));
        insert(&scene.town, introduction_of(&pop, &thief, &[], &thief));
        let rows = scene.town.runtime.block_on(scene.town.store.people()).expect("read");
        let route = demo::route(RouteName::Aov).halves();
        let people = ::desk::keyring::People::of(&rows, RouteName::Aov, &route.verify, None);
        let of = |key: &Own| people.reader(&key.verify_key()).map(|grant| grant.account);
        assert_eq!(of(&thief), Some(account(&scene.town, "aov2").id), "a member is who his membership says");
        assert_eq!(of(&reader), None, "a key that two people are said to have is nobody's");
        assert_eq!(people.colleague(pop.id).map(|known| known.account), None);
        // And so nobody takes the reader's place in a head.
        let readers = people.readers(&newest_head(&scene.town));
        assert_eq!(readers, [account(&scene.town, "aov").id].into());
    });
}

#[test]
fn who_gives_a_readers_former_key_to_another_shuts_nobody_out_of_what_he_alone_opens() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.kenmerk.clone();
        scene.aov.takes_away(&kenmerk, "aov2").must_be(200);
        changes(&mut scene.aov, PASSWORD, CHOSEN).must_be(200);
        // The head still names the key that he had, and any member can sign that it is somebody's.
        let (had, thief) = (demo::person("aov"), demo::person("aov2"));
        let pop = puppet(&scene.town, &had);
        insert(&scene.town, membership_of(&pop, &had, &[], &thief, Basis::Alone));
        scene.aov.describes(&kenmerk, "Geschreven met de nieuwe sleutel.").must_be(200);
        new_keys(&mut scene);
        scene.aov.reads(&kenmerk).must_be(200).must_say("Geschreven met de nieuwe sleutel.");
        let (head, wraps) = (
            newest_head(&scene.town),
            with_db(&scene.town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps")),
        );
        assert_eq!(named(&head).len(), 1, "aov, by the key that he has");
        let newest = i32::try_from(head.epoch).expect("few");
        assert!(wraps.iter().all(|wrap| wrap.epoch != newest || had.open(&wrap.sealed).is_err()));
    });
}

#[test]
fn what_no_reader_says_of_a_guests_lost_key_gives_nobody_what_he_had() {
    Town::each(|town| {
        let mut scene = closed(town);
        let kenmerk = scene.kenmerk.clone();
        scene.aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Om te antwoorden.")).must_be(200);
        let (thief, made_up, guest) = (demo::person("aov2"), own_key::<role::Person>(), demo::person("behandelaar"));
        let row = account(&scene.town, "behandelaar");
        change(&scene.town, introduction_of(&row, &made_up, &[&guest], &thief));
        change(&scene.town, account::Model { pair: Some(pair(&made_up)), ..row });
        // Nothing says that it is the same guest with another key.
        scene.aov.decides_who_reads(&kenmerk).must_be(200).must_not_say("heeft een nieuwe sleutel");
        new_keys(&mut scene);
        open_nothing(&scene.town, &[&made_up]);
        // Who invites that key all the same, gives what he chose to give, and not the reporter's words that the guest had.
        scene.aov.invites(&kenmerk, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
        let wraps = with_db(&scene.town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps"));
        assert!(wraps.iter().all(|wrap| wrap.key == KeyName::Case || made_up.open(&wrap.sealed).is_err()));
    });
}

#[test]
fn a_name_goes_to_who_asked_and_to_nobody_who_says_that_his_key_was_that_one() {
    let mut scene = revealing::Scene::on(Town::new(), revealing::NAME);
    let kenmerk = scene.kenmerk.clone();
    scene.aov.takes_away(&kenmerk, "aov2").must_be(200);
    scene.puts_before().must_be(200);
    let (thief, made_up, aov) = (demo::person("aov2"), own_key::<role::Person>(), demo::person("aov"));
    let pop = puppet(&scene.town, &made_up);
    insert(&scene.town, membership_of(&pop, &made_up, &[&aov], &thief, Basis::Alone));
    change(&scene.town, membership_of(&account(&scene.town, "aov2"), &thief, &[&aov], &thief, Basis::Alone));
    scene.decides("bewaarder", "toekennen").must_be(200);
    scene.opens("bewaarder").must_be(200).must_say("De envelop is geopend");
    let rows = with_db(&scene.town, async |db| reveal::Entity::find().all(db).await.expect("requests"));
    let name = rows[0].name.clone().expect("a name");
    assert!(aov.open(&name).is_ok_and(|text| text.contains(revealing::NAME)));
    for other in [&thief, &made_up] {
        assert!(other.open(&name).is_err());
    }
}

#[test]
fn a_key_that_a_grant_says_a_member_had_confirms_nobody() {
    let scene = Scene::new();
    let (thief, second) = (demo::person("aov2"), own_key::<role::Person>());
    let (aov, newcomer) = (account(&scene.town, "aov"), account(&scene.town, "beheer"));
    // The other member's grant, signed anew by the thief: a key of the thief's was "his" before.
    change(&scene.town, membership_of(&aov, &demo::person("aov"), &[&second], &thief, Basis::Alone));
    let row = membership_of(&newcomer, &demo::person("beheer"), &[], &thief, Basis::Confirmed);
    let said = Confirmation {
        v: VERSION,
        route: RouteName::Aov,
        grant: Digest::of(row.grant_text.as_bytes()),
        by: second.verify_key(),
        on: dutch_date(noon()),
    };
    let said = Signed::sign(&said, &[&demo::route(RouteName::Aov), &second]).expect("signed").text().to_owned();
    let row = membership::Model { confirmation: Some(said), ..row };
    insert(&scene.town, row.clone());
    reads_nothing(&scene, &mut scene.town.officer("beheer"));
    delete(&scene.town, row);
    // Nor does a grant that he signs with it alone name the other member.
    insert(&scene.town, membership_of(&newcomer, &demo::person("beheer"), &[], &second, Basis::Alone));
    let page = scene.town.officer("aov").browser.open("/beheer");
    page.must_say("toegelaten door een vroeger lid alleen");
}

#[test]
fn of_two_who_say_that_they_made_the_routes_key_neither_is_believed() {
    let scene = Scene::new();
    let mut aov = scene.town.officer("aov2");
    aov.browser.open("/beheer").must_say("maakte de sleutel, op");
    let (beheer, own) = (account(&scene.town, "beheer"), demo::person("beheer"));
    insert(&scene.town, membership_of(&beheer, &own, &[], &own, Basis::Founder));
    let page = aov.browser.open("/beheer");
    page.must_not_say("maakte de sleutel, op").must_say("zegt de sleutel te hebben gemaakt");
}

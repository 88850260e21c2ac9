//! What somebody opens with his keys and the whole database in his hands: every key wrap that ever stood there, and no page
//! of ours in between.

use std::collections::BTreeMap;

use ::domain::{AccountId, KeyName, SignalId};
use entity::{key_wrap, membership};
use sea_orm::{ColumnTrait, Database, EntityTrait, QueryFilter};
use seal::role;
use unseal::{FullKey, OpeningKey, PrivateHalf, demo};

use super::Scene;
use crate::helpers::town::Town;

/// Everything of a signal's keys that stands in the database now.
pub struct Stolen {
    signal: SignalId,
    wraps: Vec<key_wrap::Model>,
    items: Vec<(i32, Vec<u8>)>,
    memberships: Vec<membership::Model>,
}

pub fn steal(town: &Town) -> Stolen {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let signal = entity::signal::Entity::find().one(&db).await.expect("read").expect("a signal").id;
        let wraps =
            key_wrap::Entity::find().filter(key_wrap::Column::SignalId.eq(signal)).all(&db).await.expect("read");
        let items = entity::item::Entity::find().all(&db).await.expect("read");
        let memberships = membership::Entity::find().all(&db).await.expect("read");
        Stolen { signal, wraps, items: items.into_iter().map(|item| (item.epoch, item.sealed)).collect(), memberships }
    })
}

/// A private key of a signal, whichever it is.
enum Any {
    Intake(OpeningKey<role::Intake>),
    Source(OpeningKey<role::Source>),
    Case(OpeningKey<role::Case>),
}

impl Any {
    fn opens(&self, sealed: &[u8]) -> bool {
        match self {
            Self::Intake(key) => key.open(sealed).is_ok(),
            Self::Source(key) => key.open(sealed).is_ok(),
            Self::Case(key) => key.open(sealed).is_ok(),
        }
    }
}

fn by<R: role::Role>(key: &FullKey<R>, name: KeyName, sealed: &[u8]) -> Option<Any> {
    match name {
        KeyName::Intake => key.unwrap(sealed).ok().map(Any::Intake),
        KeyName::Source => key.unwrap(sealed).ok().map(Any::Source),
        KeyName::Case => key.unwrap(sealed).ok().map(Any::Case),
    }
}

fn through(key: &Any, name: KeyName, sealed: &[u8]) -> Option<Any> {
    fn with<R: role::Role>(key: &OpeningKey<R>, name: KeyName, sealed: &[u8]) -> Option<Any> {
        match name {
            KeyName::Intake => key.unwrap(sealed).ok().map(Any::Intake),
            KeyName::Source => key.unwrap(sealed).ok().map(Any::Source),
            KeyName::Case => key.unwrap(sealed).ok().map(Any::Case),
        }
    }
    match key {
        Any::Intake(key) => with(key, name, sealed),
        Any::Source(key) => with(key, name, sealed),
        Any::Case(key) => with(key, name, sealed),
    }
}

/// How many items of each epoch somebody opens with everything: his own key, every route key that is wrapped to it, and
/// whatever keys those open, and those again.
pub fn opens(stolen: &Stolen, login: &str) -> BTreeMap<i32, usize> {
    let person = demo::person(login);
    let routes: Vec<FullKey<role::Route>> =
        stolen.memberships.iter().filter_map(|row| person.unwrap(&row.sealed).ok()).collect();
    let mut keys: Vec<Any> = Vec::new();
    for wrap in &stolen.wraps {
        let own = by(&person, wrap.key, &wrap.sealed);
        keys.extend(own.or_else(|| routes.iter().find_map(|route| by(route, wrap.key, &wrap.sealed))));
    }
    for _ in 0..8 {
        let more: Vec<_> = stolen
            .wraps
            .iter()
            .filter_map(|wrap| keys.iter().find_map(|key| through(key, wrap.key, &wrap.sealed)))
            .collect();
        keys.extend(more);
    }
    let mut counts = BTreeMap::new();
    for (epoch, sealed) in &stolen.items {
        *counts.entry(*epoch).or_insert(0) += usize::from(keys.iter().any(|key| key.opens(sealed)));
    }
    counts
}

/// How many items there are of each epoch.
pub fn there(stolen: &Stolen) -> BTreeMap<i32, usize> {
    let mut counts = BTreeMap::new();
    for (epoch, _) in &stolen.items {
        *counts.entry(*epoch).or_insert(0) += 1;
    }
    counts
}

#[test]
fn a_participant_opens_the_case_file_alone_with_the_whole_database() {
    let mut scene = Scene::new();
    let before = steal(&scene.town);
    assert_eq!(opens(&before, "jurist").values().sum::<usize>(), 0, "known is not invited");
    scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let stolen = steal(&scene.town);
    let file = scene.town.runtime.block_on(async {
        let db = Database::connect(&scene.town.url).await.expect("a connection");
        let side = entity::item::Column::Side.eq(::domain::Side::Case);
        entity::item::Entity::find().filter(side).all(&db).await.expect("read").len()
    });
    assert!(file > 0);
    assert_eq!(opens(&stolen, "jurist").values().sum::<usize>(), file, "the case file, and nothing else");
    assert_eq!(opens(&stolen, "aov"), there(&stolen), "a member opens everything");
    assert_eq!(opens(&stolen, "burgemeester").values().sum::<usize>(), 0);
}

#[test]
fn whose_access_was_taken_opens_nothing_that_came_after_with_every_wrap_he_ever_had() {
    let mut scene = Scene::new();
    scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
    let saved = steal(&scene.town);
    assert_eq!(opens(&saved, "behandelaar"), there(&saved));
    scene.aov.takes_away(&scene.kenmerk, "behandelaar").must_be(200);
    scene.melder_writes("Dit komt erna.");
    scene.aov.answers(&scene.kenmerk, "Antwoord", "Dit ook.").must_be(200);
    let mut now = steal(&scene.town);
    assert_eq!(opens(&now, "behandelaar").values().sum::<usize>(), 0, "his wraps are gone");
    now.wraps.extend(saved.wraps);
    let (opened, all) = (opens(&now, "behandelaar"), there(&now));
    assert_eq!(opened.get(&2), Some(&0), "nothing of the new epoch: {opened:?} of {all:?}");
    assert!(all[&2] >= 3 && opened[&1] == all[&1], "what he could read, he has read: {opened:?} of {all:?}");
}

#[test]
fn a_member_who_was_left_out_opens_nothing_with_the_route_key_and_the_whole_database() {
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    scene.melder_writes("Dit komt erna.");
    let stolen = steal(&scene.town);
    assert_eq!(opens(&stolen, "aov2").values().sum::<usize>(), 0, "not the report either: its wrap is gone");
    assert_eq!(opens(&stolen, "aov"), there(&stolen));
    // The paper key still opens it, through a wrap of its own.
    let recovery = demo::recovery();
    let own = stolen.wraps.iter().filter(|wrap| wrap.holder == store::RECOVERY_HOLDER);
    let opened = own.filter(|wrap| match wrap.key {
        KeyName::Source => recovery.unwrap::<OpeningKey<role::Source>>(&wrap.sealed).is_ok(),
        _ => recovery.unwrap::<OpeningKey<role::Case>>(&wrap.sealed).is_ok(),
    });
    assert_eq!(opened.count(), 2);
}

#[test]
fn the_route_that_handed_over_opens_nothing_any_more_and_the_new_one_everything() {
    let mut scene = Scene::new();
    scene.aov.hands_over(&scene.kenmerk, "ambtelijk").must_be(200);
    scene.melder_writes("Voor de nieuwe route.");
    scene.town.officer("integriteit").answers(&scene.kenmerk, "Antwoord", "Gelezen.").must_be(200);
    let stolen = steal(&scene.town);
    for login in ["aov", "aov2", "burgemeester", "jurist"] {
        assert_eq!(opens(&stolen, login).values().sum::<usize>(), 0, "{login}");
    }
    assert_eq!(opens(&stolen, "integriteit"), there(&stolen));
}

#[test]
fn a_wrap_that_somebody_adds_to_the_database_lets_nobody_write_who_is_not_in_a_signed_head() {
    let mut scene = Scene::new();
    scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    // He has the case key; he wraps it to a friend, and writes a row for him.
    let stolen = steal(&scene.town);
    let person = demo::person("jurist");
    let case: OpeningKey<role::Case> = stolen
        .wraps
        .iter()
        .filter(|w| w.key == KeyName::Case)
        .find_map(|w| person.unwrap(&w.sealed).ok())
        .expect("a key");
    let friend = AccountId(scene.town.account("behandelaar").parse().expect("an id"));
    let row = key_wrap::Model {
        signal_id: stolen.signal,
        epoch: 1,
        key: KeyName::Case,
        holder: friend.to_string(),
        sealed: case.wrap(&[demo::person("behandelaar").halves().encrypt.any()]).expect("sealed").into_bytes(),
    };
    scene.town.runtime.block_on(async {
        let addition = store::signals::Addition { wraps: vec![row], ..Default::default() };
        scene.town.store.add(stolen.signal, addition).await.expect("added");
    });
    // Who is in no head is nobody here: he is shown nothing, and what he could sign himself would be damage.
    let mut behandelaar = scene.town.officer("behandelaar");
    behandelaar.looks_at(&scene.kenmerk).must_be(404);
    scene.town.officer("jurist").looks_at(&scene.kenmerk).must_be(200);
    assert!(!scene.aov.looks_at(&scene.kenmerk).says("Let op"));
}

#[test]
fn a_member_who_was_left_out_cannot_sign_himself_back_in_with_the_routes_key() {
    use seal::{Digest, Signed, Signer, head::Head};
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    let (thief, route) = (demo::person("aov2"), demo::route(::domain::RouteName::Aov));
    let kenmerk = scene.kenmerk.parse().expect("a kenmerk");
    let town = &scene.town;
    let stored = town.runtime.block_on(town.store.signal_by_kenmerk(&kenmerk)).expect("read").expect("a signal");
    let last = stored.heads.last().expect("a head");
    let before = Signed::<Head>::parse(last.clone()).claims().expect("a head");
    // New keys of his own, in a head that the route's key signs: the reporter would write to him.
    let (source, case) = (OpeningKey::<role::Source>::generate(), OpeningKey::<role::Case>::generate());
    let head = Head {
        number: before.number + 1,
        epoch: before.epoch + 1,
        source: source.recipient(),
        case: case.recipient(),
        members: vec![demo::person("aov").verify_key(), thief.verify_key()],
        closed: false,
        by: thief.verify_key(),
        previous: Some(Digest::of(last.as_bytes())),
        ..before
    };
    let statement = Signed::sign(&head, &[&route, &thief]).expect("signed").text().to_owned();
    let row = entity::head::Model {
        signal_id: stored.signal.id,
        number: i32::try_from(head.number).expect("small"),
        statement,
    };
    let addition = store::signals::Addition { heads: vec![row], ..Default::default() };
    town.runtime.block_on(town.store.add(stored.signal.id, addition)).expect("added");
    // The mailbox takes nothing, and who reads it is told by whom the head was written.
    scene.melder.opens(&scene.code).must_be(500).must_say("Dit postvak klopt niet");
    scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say("iemand die dit signaal niet mag lezen");
}

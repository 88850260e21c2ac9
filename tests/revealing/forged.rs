//! Who writes the database, and who writes his own program with the keys of one side.

use ::domain::{RevealId, RouteName, Side};
use ::seal::{
    Signer, VERSION,
    envelope::Envelope,
    grant::Basis,
    reveal::{self, Decision, Request},
    role,
};
use data_encoding::BASE64;
use sea_orm::EntityTrait;
use unseal::demo;

use super::{NAME, Scene};
use crate::{
    helpers::{people::Tale, town::Town},
    tampering::{change, forger::own_key, former::membership_of, people::account, with_db},
};

fn rows(town: &Town) -> Vec<entity::reveal::Model> {
    town.runtime.block_on(town.store.reveals()).expect("read")
}

/// What a bewaarder's own key says of a request.
fn opened(row: &entity::reveal::Model) -> Request {
    let text = demo::person("bewaarder").open(&row.request).expect("opened");
    let key = |route| Some(demo::route(route).halves().verify.into());
    reveal::verify_request(&text, key).expect("signed").into_inner()
}

/// A request as a member of the AOV with a program of his own signs it.
fn resealed(request: &Request, by: &str) -> Vec<u8> {
    let (by, route) = (demo::person(by), demo::route(RouteName::Aov));
    let request = Request { by: by.verify_key(), ..request.clone() };
    let to = demo::person("bewaarder").halves().encrypt;
    reveal::seal_request(&request, &route, &by, &[to.any()]).expect("sealed").1.into_bytes()
}

#[test]
fn a_request_that_was_moved_to_another_signal_is_decided_by_nobody() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    scene.town.melder().reports(&Tale::ordinary());
    let signals = with_db(&scene.town, async |db| entity::signal::Entity::find().all(db).await.expect("signals"));
    let other = signals.iter().find(|signal| signal.kenmerk.as_str() != scene.kenmerk).expect("another");
    let row = rows(&scene.town).remove(0);
    change(&scene.town, entity::reveal::Model { signal_id: other.id, ..row });
    let (_, page) = scene.request("bewaarder");
    page.must_be(200).must_say("hoort bij een ander signaal").must_not_say("Uw beslissing");
    scene.page().must_say("Het verzoek staat niet meer in de database");
}

#[test]
fn the_envelope_of_another_signal_is_not_opened_as_this_ones() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let row = rows(&scene.town).remove(0);
    let request = opened(&row);
    let keeper = demo::route(RouteName::Bewaarder).halves().encrypt;
    let contact = ::domain::Contact::default();
    let others = ::seal::envelope::seal(::domain::SignalId::random(&mut rand::rng()), &contact, Some(&keeper));
    let own = demo::person("bewaarder").halves().encrypt;
    for envelope in [others.expect("sealed"), BASE64.encode(b"onzin"), "geen base64".to_owned()] {
        // The asker's own program asks for another envelope than the report's, and gives it.
        let request = Request { envelope: ::seal::Digest::of(envelope.as_bytes()), ..request.clone() };
        let row = entity::reveal::Model { request: resealed(&request, "aov"), ..row.clone() };
        change(&scene.town, row.clone());
        scene.decides("bewaarder", "toekennen").must_be(200).must_say("Toegekend");
        let given = reveal::seal_given(&envelope, own.any()).expect("sealed").into_bytes();
        let decision = rows(&scene.town).remove(0).decision;
        change(&scene.town, entity::reveal::Model { decision, given: Some(given), ..row.clone() });
        let path = format!("/namen/{}", scene.kenmerk);
        let (mut keeper, page) = scene.request("bewaarder");
        let page = keeper.browser.submit(&page.form_with(&path, "stap", "openen"));
        page.must_be(422).must_say("hoort bij een ander signaal");
        assert!(rows(&scene.town)[0].name.is_none());
        // What was put in the place of the request that stands in the case file counts for nothing.
        scene.page().must_say("een beslissing die niet is ondertekend").must_not_say("toegekend");
        change(&scene.town, entity::reveal::Model { decision: None, given: None, ..row.clone() });
    }
    // Nor is another opened than the one that was asked for, whoever puts it there.
    change(&scene.town, row);
    scene.decides("bewaarder", "toekennen").must_be(200);
    scene.page().must_be(200).must_say("De envelop ligt nu bij");
    let asked = rows(&scene.town).remove(0);
    let contact = ::domain::Contact::default();
    let empty = ::seal::envelope::seal(asked.signal_id, &contact, Some(&keeper)).expect("sealed");
    let given = reveal::seal_given(&empty, own.any()).expect("sealed").into_bytes();
    change(&scene.town, entity::reveal::Model { given: Some(given), ..asked });
    let path = format!("/namen/{}", scene.kenmerk);
    let (mut officer, page) = scene.request("bewaarder");
    officer.browser.submit(&page.form_with(&path, "stap", "openen")).must_be(422).must_say("hoort bij een ander");
}

#[test]
fn what_no_reader_of_the_signal_asked_or_no_reporter_said_is_not_believed() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.asks_melder().must_be(200);
    scene.melder_says("ja").must_be(200);
    scene.puts_before().must_be(200);
    let row = rows(&scene.town).remove(0);
    let request = opened(&row);
    let told = |request: &Request, by: &str, why: &str| {
        change(&scene.town, entity::reveal::Model { request: resealed(request, by), ..row.clone() });
        let (_, page) = scene.request("bewaarder");
        page.must_be(200).must_say(why).must_not_say("Uw beslissing");
    };
    told(&request, "burgemeester", "leest het signaal niet meer");
    let none = Request { answer: None, ..request.clone() };
    told(&none, "aov", "klopt niet");
    // The question in the place of the answer, and an answer that the desk signed.
    let swapped = Request { answer: request.question.clone(), ..request.clone() };
    told(&swapped, "aov", "klopt niet");
    let changed = request.answer.as_ref().map(|answer| answer.replace("Naam: ja", "Naam: nee"));
    told(&Request { answer: changed, ..request.clone() }, "aov", "klopt niet");
    // Not signed by the route at all: it does not exist.
    let by = demo::person("aov");
    let to = demo::person("bewaarder").halves().encrypt;
    let wrong =
        reveal::seal_request(&request, &demo::route(RouteName::Burgemeester), &by, &[to.any()]).expect("sealed");
    change(&scene.town, entity::reveal::Model { request: wrong.1.into_bytes(), ..row });
    scene.request("bewaarder").1.must_be(404);
}

#[test]
fn a_decision_that_no_bewaarder_signed_shows_nothing() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let row = rows(&scene.town).remove(0);
    let request = opened(&row);
    let text = demo::person("bewaarder").open(&row.request).expect("opened");
    let verified =
        reveal::verify_request(&text, |route| Some(demo::route(route).halves().verify.into())).expect("signed");
    let own = Envelope { v: VERSION, signal: request.signal, contact: ::domain::Contact::default() };
    let name = reveal::seal_name(&own, demo::person("aov").halves().encrypt.any()).expect("sealed");
    let heads = with_db(&scene.town, async |db| entity::head::Entity::find().all(db).await.expect("heads"));
    let head: ::seal::head::Head =
        ::seal::Signed::parse(heads.last().expect("a head").statement.clone()).claims().expect("a head");
    let (aov, bewaarder) = (demo::route(RouteName::Aov), demo::route(RouteName::Bewaarder));
    let other = RevealId::random(&mut rand::rng());
    let digest = verified.digest();
    for (what, route, by, id, print) in [
        ("the handler himself", &aov, "aov", request.id, digest),
        ("with the bewaarders' route and no member of it", &bewaarder, "aov", request.id, digest),
        ("of another request", &bewaarder, "bewaarder", other, digest),
        ("of another print", &bewaarder, "bewaarder", request.id, ::seal::Digest::of(b"iets anders")),
    ] {
        let by = demo::person(by);
        let decision = Decision {
            v: VERSION,
            id,
            signal: request.signal,
            kenmerk: request.kenmerk.clone(),
            request: print,
            granted: true,
            reason: "Goed.".into(),
            on: request.on,
            by: by.verify_key(),
        };
        let sealed = reveal::seal_decision(&decision, route, &by, &[head.case.any()]).expect("sealed");
        let row = entity::reveal::Model {
            decision: Some(sealed.into_bytes()),
            name: Some(name.bytes().to_vec()),
            ..row.clone()
        };
        change(&scene.town, row);
        let page = scene.page();
        page.must_say("een beslissing die niet is ondertekend").must_not_say("Toon de naam");
        assert!(page.says("Trek het verzoek in"), "{what}");
    }
    // It can be withdrawn, and asked anew.
    let form = scene.form("intrekken");
    scene.aov.browser.submit(&form).must_be(200).must_say("ingetrokken");
    scene.puts_before().must_be(200);
    scene.decides("bewaarder", "toekennen").must_be(200);
    scene.opens("bewaarder").must_be(200);
    // What was opened is not shown once somebody put something else in its place, his own word about it included.
    let granted = rows(&scene.town).remove(0);
    change(&scene.town, entity::reveal::Model { name: Some(name.bytes().to_vec()), ..granted.clone() });
    let form = scene.form("tonen");
    scene.aov.browser.submit(&form).must_be(422).must_say("weg of veranderd");
    let case = demo_decision(&granted);
    let asker = demo::person("aov");
    let said = reveal::Opening {
        v: VERSION,
        id: granted.id,
        signal: granted.signal_id,
        decision: case.digest(),
        name: name.digest(),
        on: request.on,
        by: asker.verify_key(),
    };
    for by in [asker.verify_key(), case.by.clone()] {
        let said = reveal::Opening { by, ..said.clone() };
        let own = reveal::seal_opening(&said, &asker, head.case.any()).expect("sealed").into_bytes();
        let planted = Some(name.bytes().to_vec());
        change(&scene.town, entity::reveal::Model { name: planted, opened: Some(own), ..granted.clone() });
        let form = scene.form("tonen");
        scene.aov.browser.submit(&form).must_be(422).must_say("weg of veranderd");
    }
    change(&scene.town, granted);
    scene.shows().must_be(200).must_say(NAME);
}

#[test]
fn the_yes_that_the_bewaarder_is_shown_is_the_reporters_own_item_and_nothing_beside_it() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.asks_melder().must_be(200);
    scene.melder_says("ja").must_be(200);
    scene.puts_before().must_be(200);
    let request = opened(&rows(&scene.town).remove(0));
    let answer = request.answer.expect("an answer");
    let item = ::seal::Signed::<::seal::Item>::parse(answer.clone()).claims().expect("an item");
    assert_eq!((item.side, item.number), (Side::Reporter, 2));
    assert!(reveal::shown_item(&answer, item.signal, &item.author).is_ok());
    let stranger = demo::person("aov").verify_key();
    assert!(reveal::shown_item(&answer, item.signal, &stranger).is_err());
    assert!(reveal::shown_item(&answer, ::domain::SignalId::random(&mut rand::rng()), &item.author).is_err());
    assert!(reveal::shown_item(&answer.replace("Naam: ja", "Naam: nee"), item.signal, &item.author).is_err());
}

#[test]
fn a_decision_by_a_key_that_a_grant_says_a_bewaarder_had_before_is_nobodys() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let row = rows(&scene.town).remove(0);
    let text = demo::person("bewaarder").open(&row.request).expect("opened");
    let request =
        reveal::verify_request(&text, |route| Some(demo::route(route).halves().verify.into())).expect("signed");
    let (keeper, second) = (account(&scene.town, "bewaarder"), own_key::<role::Person>());
    let (own, thief) = (demo::person("bewaarder"), demo::person("bewaarder2"));
    change(&scene.town, membership_of(&keeper, &own, &[&second], &thief, Basis::Alone));
    let decision = Decision {
        v: VERSION,
        id: request.id,
        signal: request.signal,
        kenmerk: request.kenmerk.clone(),
        request: request.digest(),
        granted: true,
        reason: "Goed.".into(),
        on: request.on,
        by: second.verify_key(),
    };
    let heads = with_db(&scene.town, async |db| entity::head::Entity::find().all(db).await.expect("heads"));
    let head: ::seal::head::Head =
        ::seal::Signed::parse(heads.last().expect("a head").statement.clone()).claims().expect("a head");
    let route = demo::route(RouteName::Bewaarder);
    let sealed = reveal::seal_decision(&decision, &route, &second, &[head.case.any()]).expect("sealed");
    change(&scene.town, entity::reveal::Model { decision: Some(sealed.into_bytes()), ..row.clone() });
    scene.page().must_say("een beslissing die niet is ondertekend").must_not_say("De envelop mag open");
    assert!(rows(&scene.town)[0].given.is_none());
    // The bewaarder himself decides as before.
    change(&scene.town, row);
    scene.decides("bewaarder", "toekennen").must_be(200);
    scene.page().must_say("De envelop ligt nu bij bewaarder");
}

/// A decision, as the bewaarder who made it reads it back.
fn demo_decision(row: &entity::reveal::Model) -> ::seal::Verified<Decision> {
    let text = demo::person("bewaarder").open(row.decision.as_ref().expect("a decision")).expect("opened");
    let text = ::seal::sealed::without_padding(&text).expect("padded");
    reveal::verify_decision(text, &demo::route(RouteName::Bewaarder).halves().verify.into()).expect("signed")
}

//! Items that somebody made himself and put into the database, right in every column: sealed to the public halves that
//! stand in the head, signed by somebody who may not write here.

use ::domain::{Kind, Side};
use ::seal::{Signer, role::Person};
use ::unseal::demo;
use entity::item;
use serde_json::{Value, json};

use super::{
    NOTHING_SENT, REPORT, Scene, delete,
    forger::{self, LIE, message, next_item, own_key},
    insert, items_of,
};
use crate::helpers::{people::Tale, town::Town};

/// Everybody who is not a member of the route: somebody from outside, and people with accounts.
fn strangers() -> Vec<Box<dyn Signer>> {
    vec![
        Box::new(own_key::<Person>()),
        Box::new(demo::person("beheer")),
        Box::new(demo::person("burgemeester")),
        Box::new(forger::own_mailbox()),
    ]
}

#[test]
fn who_is_no_member_cannot_speak_to_the_melder_in_the_desks_name() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        for author in strangers() {
            let row = next_item(&scene.town, &scene.kenmerk, Side::Desk, Kind::Message, &message(), author.as_ref());
            insert(&scene.town, row.clone());
            let (desk, mailbox) = (scene.desk(), scene.mailbox());
            for page in [&desk, &mailbox] {
                page.must_be(200).must_say("Dit bericht is beschadigd").must_not_say(LIE);
            }
            desk.must_say("is beschadigd (ondertekend door iemand die hier niet mag schrijven)");
            // Nor does it count as the feedback that a signal must have before it is closed.
            desk.must_say("terugkoppeling: 23 februari 2027");
            mailbox.must_not_say("Terugkoppeling");
            delete(&scene.town, row);
        }
    });
}

#[test]
fn nobody_else_speaks_in_the_melders_name() {
    let mut scene = Scene::new();
    let body = json!({ "type": "Aanvulling melder", "bericht": LIE, "datum": "2026-11-23" });
    let officer = demo::person("aov");
    let mut authors = strangers();
    // Not even a member of the route, who could read it.
    authors.push(Box::new(officer));
    for author in authors {
        let row = next_item(&scene.town, &scene.kenmerk, Side::Reporter, Kind::Message, &body, author.as_ref());
        insert(&scene.town, row.clone());
        for page in [scene.desk(), scene.mailbox()] {
            page.must_be(200).must_say("Dit bericht is beschadigd").must_not_say(LIE);
        }
        scene.aov.browser.open("/").must_be(200).must_not_say(LIE);
        delete(&scene.town, row);
    }
}

#[test]
fn nobody_closes_a_case_who_is_no_member_of_its_route() {
    let mut scene = Scene::new();
    let closed = json!({ "datum": "2026-11-23", "tijd": "12:00:00", "status": "Afgehandeld", "reden": LIE });
    for author in strangers() {
        let status = next_item(&scene.town, &scene.kenmerk, Side::Case, Kind::Status, &closed, author.as_ref());
        insert(&scene.town, status.clone());
        let done = json!({ "stand": "Afgerond" });
        let standing = next_item(&scene.town, &scene.kenmerk, Side::Desk, Kind::Standing, &done, author.as_ref());
        insert(&scene.town, standing.clone());
        scene.town.tamper("UPDATE signal SET standing = 'Afgerond', term = NULL, due = NULL");
        let page = scene.desk();
        page.must_say("Nu: Ontvangst bevestigd").must_say("Melder ziet: Wij bekijken uw signaal").must_not_say(LIE);
        page.must_say("Onderdeel 3 van het dossier is beschadigd")
            .must_say("Onderdeel 3 van de behandelaar is beschadigd");
        scene.mailbox().must_be(200).must_say("Dat weten wij niet zeker").must_not_say("Afgerond");
        delete(&scene.town, status);
        delete(&scene.town, standing);
    }
}

#[test]
fn nobody_weighs_or_describes_a_case_who_is_no_member_of_its_route() {
    let mut scene = Scene::new();
    let description = json!({ "datum": "2026-11-23", "tijd": "12:00:00", "omschrijving": LIE });
    let weighing = json!({ "datum": "2026-11-23", "tijd": "12:00:00", "proportionaliteit": LIE, "conclusie": LIE });
    for (kind, body) in [(Kind::Description, description), (Kind::Weighing, weighing)] {
        for author in strangers() {
            let row = next_item(&scene.town, &scene.kenmerk, Side::Case, kind, &body, author.as_ref());
            insert(&scene.town, row.clone());
            scene.desk().must_be(200).must_say("Onderdeel 3 van het dossier is beschadigd").must_not_say(LIE);
            scene.aov.browser.open(&format!("/signalen/{}/weging", scene.kenmerk)).must_be(200).must_not_say(LIE);
            scene.aov.browser.open("/wachtrij").must_not_say(LIE);
            delete(&scene.town, row);
        }
    }
}

#[test]
fn a_member_of_the_route_can_do_no_more_than_his_kinds_on_their_sides() {
    // He has the key, and yet a status is no message and a standing belongs to the melder's side of the story.
    let mut scene = Scene::new();
    let member = demo::person("aov2");
    let done = json!({ "stand": "Afgerond" });
    for (side, kind, body) in [
        (Side::Desk, Kind::Report, message()),
        (Side::Desk, Kind::Status, done.clone()),
        (Side::Case, Kind::Standing, done),
    ] {
        let row = next_item(&scene.town, &scene.kenmerk, side, kind, &body, &member);
        insert(&scene.town, row.clone());
        scene.desk().must_say("hoort op een andere plaats").must_say("Melder ziet: Wij bekijken").must_not_say(LIE);
        scene.mailbox().must_not_say("Afgerond").must_not_say(LIE);
        delete(&scene.town, row);
    }
}

#[test]
fn a_forged_row_at_the_end_of_all_numbers_stops_nobody_with_false_words() {
    let forged = |scene: &Scene, side, kind, body: &Value| {
        let row = next_item(&scene.town, &scene.kenmerk, side, kind, body, &own_key::<Person>());
        insert(&scene.town, item::Model { number: i32::MAX, ..row });
    };
    let mut scene = Scene::new();
    let before = scene.mailbox().form("/postvak").fill("bericht", "Nog iets.");
    forged(&scene, Side::Reporter, Kind::Message, &message());
    let mailbox = scene.mailbox();
    mailbox.must_be(200).must_not_say(LIE).must_say(NOTHING_SENT).must_offer_no_form("/postvak");
    let form = mailbox.as_token_of(before);
    scene
        .melder
        .browser
        .submit(&form)
        .must_be(409)
        .must_not_say("Uw bericht is verstuurd")
        .must_not_say("ander venster");
    scene.desk().must_be(200).must_say("van de melder ontbreken").must_not_say(LIE);

    let mut scene = Scene::new();
    forged(&scene, Side::Desk, Kind::Message, &message());
    scene.desk().must_be(200).must_say("van de behandelaar ontbreken");
    scene.desk_refuses_to_write();
    let mut scene = Scene::new();
    forged(&scene, Side::Case, Kind::Status, &message());
    scene.desk().must_be(200).must_say("van het dossier ontbreken");
    scene.desk_refuses_to_write();
}

#[test]
fn a_forgery_that_was_cleared_away_is_missed_by_nobody_and_the_work_goes_on() {
    let mut scene = Scene::new();
    let done = json!({ "stand": "Afgerond" });
    for (side, kind, body) in [
        (Side::Reporter, Kind::Message, message()),
        (Side::Desk, Kind::Standing, done),
        (Side::Case, Kind::Status, message()),
    ] {
        let row = next_item(&scene.town, &scene.kenmerk, side, kind, &body, &own_key::<Person>());
        insert(&scene.town, row.clone());
        scene.desk().must_be(200).must_say("is beschadigd");
        delete(&scene.town, row);
        scene.desk().must_be(200).must_not_say("Let op:");
    }
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Het werk gaat verder.").must_be(200);
    scene.mailbox().must_say("Het werk gaat verder.");
    scene.melder.writes("Mooi.").must_be(200).must_say("Uw bericht is verstuurd");
}

#[test]
fn a_forgery_in_a_signal_that_nobody_opened_yet_is_not_taken_for_the_desks() {
    // Without a head there are no keys of the desk's, so the forger seals to the melder alone.
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
    let kenmerk = town.officer("aov").only_signal();
    let intake = forger::intake_in_the_clear(&town, &kenmerk);
    let place = ::seal::Place {
        signal: intake.signal,
        epoch: 0,
        item: ::domain::ItemId::random(&mut rand::rng()),
        kind: Kind::Message,
        side: Side::Desk,
        number: 1,
    };
    let key = own_key::<Person>();
    let sealed =
        ::seal::item::seal_item(place, None, 1, &message(), &key, &[intake.mailbox.encrypt.any()]).expect("sealed");
    insert(
        &town,
        item::Model {
            id: place.item,
            signal_id: place.signal,
            side: place.side,
            number: 1,
            kind: place.kind,
            epoch: 0,
            added_on: intake.received_on,
            sealed: sealed.into_bytes(),
        },
    );
    melder.opens(&code).must_be(200).must_say("Dit bericht is beschadigd").must_not_say(LIE);
    let before = items_of(&town, intake.signal);
    let mut aov = town.officer("aov");
    let page = aov.reads(&kenmerk);
    page.must_be(200).must_say("terwijl het eerder is geopend").must_not_say(LIE);
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Kan dit weg?").must_be(409);
    assert_eq!(items_of(&town, intake.signal), before);
}

//! What stands guard over who reads a signal: asked before anything is read, passed on unread, mistakes set right, and what
//! somebody who writes the database cannot bring back.

use ::domain::{AccountId, RouteName};
use entity::{head, introduction, item, key_wrap, signal};
use sea_orm::{ActiveModelTrait, Database, DatabaseConnection, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use seal::{Pair, Signer};
use unseal::demo;

use super::{REPORT, Scene, WORKED_UP};
use crate::helpers::{people::Tale, town::Town};

#[test]
fn nothing_is_read_before_somebody_says_that_he_is_not_involved() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let page = aov2.looks_at(&scene.kenmerk);
        page.must_be(200).must_say("Bent u betrokken bij dit signaal?").must_say("ondernemer/bedrijf");
        for words in [REPORT, WORKED_UP, "Dank u wel."] {
            assert!(!page.says(words), "{}", page.text());
        }
        let form = page.form(&format!("/signalen/{}/verklaring", scene.kenmerk));
        let page = aov2.browser.submit(&form.fill("betrokken", "nee"));
        page.must_be(200).must_say(REPORT).must_say(WORKED_UP).must_say("Dank u wel.");
    });
}

#[test]
fn a_form_of_another_signal_does_not_open_this_one_to_who_has_not_said_so() {
    let scene = Scene::new();
    let mut aov2 = scene.town.officer("aov2");
    let token = aov2.looks_at(&scene.kenmerk).form("/uitloggen").value("token").to_owned();
    let sent = |fields: &[(&str, &str)]| {
        let all = [("token", token.as_str()), ("aan", "x")];
        all.iter().chain(fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    for (path, fields) in [
        ("aantekening", vec![("aantekening", "x")]),
        ("status", vec![("status", "In voorscreening")]),
        ("weging", vec![]),
        ("onderzoek", vec![("stap", "informeren")]),
        ("verband", vec![("aard", "hangt samen met")]),
        ("verrijking", vec![("stap", "vragen")]),
        ("omschrijving", vec![("omschrijving", "x")]),
    ] {
        let page = aov2.browser.post(&format!("/signalen/{}/{path}", scene.kenmerk), &sent(&fields));
        for words in [REPORT, WORKED_UP, "Dank u wel."] {
            assert!(!page.says(words), "{path} ({}): {}", page.status, page.text());
        }
    }
    // Nor do lists show what stands in it.
    aov2.browser.open("/wachtrij").must_say(&scene.kenmerk).must_not_say(WORKED_UP);
}

#[test]
fn who_only_finds_out_while_reading_says_so_and_reads_no_more() {
    let mut scene = Scene::new();
    scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = scene.town.officer("jurist");
    let page = jurist.reads(&scene.kenmerk);
    let form = page.must_say(WORKED_UP).form(&format!("/signalen/{}/verklaring", scene.kenmerk));
    jurist.browser.submit(&form.fill("betrokken", "ja")).must_be(200).must_say("Uw sleutel ervan is weg");
    jurist.looks_at(&scene.kenmerk).must_be(404);
}

#[test]
fn the_griffier_passes_a_case_on_without_reading_it() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::about(&["burgemeester"], REPORT));
        let mut griffier = town.officer("griffier");
        let kenmerk = griffier.only_signal();
        let page = griffier.looks_at(&kenmerk);
        assert!(!page.says(REPORT), "{}", page.text());
        let form = page.form_with(&format!("/signalen/{kenmerk}/toegang"), "stap", "doorgeven");
        griffier.browser.submit(&form).must_be(200).must_say("bij de andere leden van uw route");
        // A second press says the same.
        griffier.browser.submit(&form).must_be(200).must_say("bij de andere leden van uw route");
        griffier.looks_at(&kenmerk).must_be(404);
        assert!(griffier.queue().is_empty());
        let mut voorzitter = town.officer("voorzitter");
        voorzitter.reads(&kenmerk).must_be(200).must_say(REPORT);
        voorzitter.decides_who_reads(&kenmerk).must_say("Doorgegeven door Griffier (griffier), zonder het te lezen");
        voorzitter.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        melder.opens(&code).must_say("Dank u wel.");
        // The chairman is no channel: he handles it.
        let page = voorzitter.looks_at(&kenmerk);
        assert!(!page.says("zonder het te lezen"), "{}", page.text());
    });
}

#[test]
fn who_was_left_out_by_mistake_is_let_in_again() {
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    let mut aov2 = scene.town.officer("aov2");
    aov2.looks_at(&scene.kenmerk).must_be(404);
    scene.melder_writes("Terwijl hij er niet bij kon.");
    scene.aov.invites(&scene.kenmerk, "(aov2), nu buiten dit signaal", "behandelaar", None).must_be(200);
    aov2.reads(&scene.kenmerk).must_be(200).must_say(REPORT).must_say("Terwijl hij er niet bij kon.");
    let page = scene.aov.decides_who_reads(&scene.kenmerk);
    assert!(!page.says("Buiten dit signaal:"), "{}", page.text());
}

#[test]
fn who_said_that_he_is_involved_does_not_read_it_as_a_member_later() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = scene.town.officer("jurist");
        let form = jurist.looks_at(&scene.kenmerk).form(&format!("/signalen/{}/verklaring", scene.kenmerk));
        jurist.browser.submit(&form.fill("betrokken", "ja")).must_be(200);
        scene.town.joins("aov", "jurist");
        let mut jurist = scene.town.officer("jurist");
        jurist.looks_at(&scene.kenmerk).must_be(404);
        scene.melder_writes("Dit leest hij niet.");
        scene.aov.looks_at(&scene.kenmerk).must_be(200).must_say("Dit leest hij niet.").must_not_say("Let op");
        jurist.looks_at(&scene.kenmerk).must_be(404);
    });
}

#[test]
fn a_second_press_of_a_button_that_takes_access_says_what_the_first_did() {
    let mut scene = Scene::new();
    scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let who = scene.aov.decides_who_reads(&scene.kenmerk).option("wie", "jurist");
    let form = scene.aov.access_form(&scene.kenmerk, "ontnemen").fill("wie", &who).fill("reden_ontnemen", "Klaar.");
    for _ in 0..2 {
        scene.aov.browser.submit(&form).must_be(200).must_say("nieuwe sleutels");
    }
    let form = scene.aov.access_form(&scene.kenmerk, "overdragen").fill("naar", "ambtelijk");
    let form = form.fill("reden_overdragen", "Hoort daar.").tick("bevestigd_overdragen", "ja");
    for _ in 0..2 {
        scene.aov.browser.submit(&form).must_be(200).must_say("Het signaal is overgedragen");
    }
    // Of a signal that was never his, it says nothing.
    let mut burgemeester = scene.town.officer("burgemeester");
    let token = burgemeester.browser.open("/").form("/uitloggen").value("token").to_owned();
    let stolen = [("token".to_owned(), token), ("stap".to_owned(), "overdragen".to_owned())];
    burgemeester.browser.post(&format!("/signalen/{}/toegang", scene.kenmerk), &stolen).must_be(404);
}

#[test]
fn on_a_damaged_case_file_access_still_ends_and_nobody_new_is_let_in() {
    let mut scene = Scene::new();
    scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    scene.aov.decides_who_reads(&scene.kenmerk);
    let kenmerk = scene.kenmerk.clone();
    let invite = scene.aov.access_form(&kenmerk, "uitnodigen");
    let damaged = "UPDATE item SET sealed = (SELECT sealed FROM item WHERE side = 'dossier' AND number = 1) \
                   WHERE side = 'dossier' AND number = 2";
    assert_eq!(scene.town.tamper(damaged), 1);
    let who = scene.town.account("behandelaar");
    let invite = invite.fill("collega", &who).fill("als", "behandelaar").fill("reden", "Nodig.");
    scene.aov.browser.submit(&invite).must_be(409).must_say("Laat nu niemand toe");
    scene.aov.takes_away(&kenmerk, "jurist").must_be(200).must_say("nieuwe sleutels");
    scene.town.officer("jurist").looks_at(&kenmerk).must_be(404);
}

/// A colleague's verifying key with the encrypting half of somebody who was left out, in an introduction that the route's key
/// signs: he holds that too.
#[test]
fn nobody_gets_a_colleagues_keys_by_a_half_of_his_own_beside_the_colleagues_name() {
    let mut scene = Scene::new();
    scene.aov.takes_away(&scene.kenmerk, "aov2").must_be(200);
    let (thief, route, victim) = (demo::person("aov2"), demo::route(RouteName::Aov), demo::person("behandelaar"));
    let account = AccountId(scene.town.account("behandelaar").parse().expect("an id"));
    let own: serde_json::Value = serde_json::to_value(Pair::sign(victim.halves(), &victim)).expect("JSON");
    for tied_by in [own["own"].clone(), serde_json::to_value(thief.pair()).expect("JSON")["own"].clone()] {
        let said = serde_json::json!({
            "v": 1, "route": "aov", "account": account, "name": "behandelaar", "function": "Behandelaar",
            "person": {"encrypt": thief.halves().encrypt, "verify": victim.halves().verify, "own": tied_by},
            "by": thief.verify_key(), "on": "2026-11-23",
        })
        .to_string();
        let message = format!("signaalkluis/1/introduction\n{said}");
        let sign = |signer: &dyn Signer| data_encoding::BASE64.encode(&signer.sign(message.as_bytes()));
        let statement = format!("{said}\n{}\n{}\n", sign(&route), sign(&thief));
        with_db(&scene.town, async |db| {
            let row = introduction::Model { route: RouteName::Aov, account_id: account, statement: statement.clone() };
            row.into_active_model().reset_all().update(db).await.expect("planted");
        });
        let page = scene.aov.decides_who_reads(&scene.kenmerk);
        assert!(!page.says("(behandelaar)"), "a colleague whose halves are not his own is offered");
    }
}

/// Everything of one signal that somebody who writes the database may have kept.
struct Kept {
    signal: signal::Model,
    heads: Vec<head::Model>,
    items: Vec<item::Model>,
    wraps: Vec<key_wrap::Model>,
}

fn with_db<T>(town: &Town, what: impl AsyncFnOnce(&DatabaseConnection) -> T) -> T {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        what(&db).await
    })
}

fn keeps(town: &Town) -> Kept {
    with_db(town, async |db| Kept {
        signal: signal::Entity::find().one(db).await.expect("read").expect("a signal"),
        heads: head::Entity::find().all(db).await.expect("read"),
        items: item::Entity::find().all(db).await.expect("read"),
        wraps: key_wrap::Entity::find().all(db).await.expect("read"),
    })
}

fn puts_back(town: &Town, kept: &Kept) {
    with_db(town, async |db| {
        head::Entity::delete_many().exec(db).await.expect("gone");
        item::Entity::delete_many().exec(db).await.expect("gone");
        key_wrap::Entity::delete_many().exec(db).await.expect("gone");
        kept.signal.clone().into_active_model().reset_all().update(db).await.expect("back");
        for head in &kept.heads {
            head.clone().into_active_model().insert(db).await.expect("back");
        }
        for item in &kept.items {
            item.clone().into_active_model().insert(db).await.expect("back");
        }
        let wraps = kept.wraps.iter().map(|wrap| wrap.clone().into_active_model());
        let done = key_wrap::Entity::insert_many(wraps).on_conflict(OnConflict::new().do_nothing().to_owned());
        done.exec(db).await.expect("back");
    });
}

#[test]
fn a_hand_over_that_somebody_turns_back_in_the_database_is_shouted_at_the_old_route_too() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        aov2.reads(&scene.kenmerk).must_be(200);
        scene.aov.reads(&scene.kenmerk);
        let before = keeps(&scene.town);
        scene.aov.hands_over(&scene.kenmerk, "ambtelijk").must_be(200);
        // Who saw nothing of it yet learns it from the signed head, on his first page.
        assert!(!aov2.browser.open("/").says("Meld dit bij de beheerder"));
        puts_back(&scene.town, &before);
        for officer in [&mut scene.aov, &mut aov2] {
            officer.browser.open("/").must_say("is teruggedraaid");
            officer.looks_at(&scene.kenmerk).must_say("teruggedraaid");
        }
    });
}

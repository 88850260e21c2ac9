//! Rows that pass: sessions of the desk, the hours' secrets, receipts of what was sent. Changed or gone they cost
//! somebody a login or a second look at his words, and never bring anybody into another's place.

use ::domain::Clock;
use chrono::TimeDelta;
use entity::{hour_secret, receipt, session, signal};
use sea_orm::EntityTrait;

use super::{ADDITION, REPORT, Scene, THANKS, change, insert, people::account, with_db};
use crate::helpers::{
    browser::{Browser, Page, selector},
    people::{Melder, Tale},
    town::Town,
};

fn sessions(town: &Town) -> Vec<session::Model> {
    with_db(town, async |db| session::Entity::find().all(db).await.expect("sessions"))
}

fn session_of(town: &Town, login: &str) -> session::Model {
    let id = account(town, login).id;
    sessions(town).into_iter().find(|row| row.account_id == id).unwrap_or_else(|| panic!("{login} is not logged in"))
}

#[test]
fn a_session_cannot_be_made_anothers() {
    let scene = Scene::new();
    let mut thief = scene.town.officer("beheer");
    let (own, theirs) = (session_of(&scene.town, "beheer"), session_of(&scene.town, "aov"));
    for row in [
        session::Model { account_id: theirs.account_id, ..own.clone() },
        session::Model { account_id: theirs.account_id, sealed: theirs.sealed.clone(), ..own.clone() },
        session::Model { sealed: theirs.sealed.clone(), ..own.clone() },
    ] {
        change(&scene.town, row);
        for path in ["/", "/wachtrij", "/beheer"] {
            thief.browser.open(path).must_say("Inloggen").must_not_say(&scene.kenmerk);
        }
        thief.reads(&scene.kenmerk).must_say("Inloggen").must_not_say(REPORT);
    }
}

#[test]
fn a_session_that_was_logged_out_of_does_not_come_back_with_its_row() {
    let mut scene = Scene::new();
    let row = session_of(&scene.town, "aov");
    let form = scene.aov.browser.open("/").form("/uitloggen");
    let cookies = scene.aov.browser.cookies.clone();
    scene.aov.browser.submit(&form).must_be(200).must_say("U bent uitgelogd");
    assert!(!scene.aov.browser.cookies.contains_key("sessie") && sessions(&scene.town).is_empty());
    insert(&scene.town, row.clone());
    scene.desk().must_say("Inloggen").must_not_say(REPORT);
    // Not even who kept the cookie too makes it live longer than a session may: its beginning is sealed into it.
    scene.town.later(TimeDelta::hours(9));
    let now = scene.town.clock.now();
    for row in [
        session::Model { used_at: now, ..row.clone() },
        session::Model { used_at: now, made_at: now, ..row.clone() },
        session::Model { used_at: now, made_at: row.made_at + TimeDelta::hours(2), ..row },
    ] {
        change(&scene.town, row);
        let mut thief = Browser::at(&scene.town.desk);
        thief.cookies = cookies.clone();
        thief.open("/wachtrij").must_say("Inloggen").must_not_say(&scene.kenmerk);
    }
}

#[test]
fn a_mailbox_whose_hour_was_changed_closes_and_opens_again_with_the_same_words() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.mailbox().must_be(200).must_say(THANKS);
        let form = scene.melder.browser.open("/postvak").form("/postvak").fill("bericht", "Met een oude pagina.");
        scene.town.tamper("DELETE FROM hour_secret");
        scene.melder.browser.open("/postvak").must_not_say(THANKS).must_say("ophaalcode");
        scene.melder.browser.submit(&form).must_not_say("Uw bericht is verstuurd");
        scene.mailbox().must_be(200).must_say(THANKS).must_say(ADDITION);
        let hours = with_db(&scene.town, async |db| hour_secret::Entity::find().all(db).await.expect("hours"));
        for row in hours {
            change(&scene.town, hour_secret::Model { secret: vec![7; 32], ..row });
        }
        scene.melder.browser.open("/postvak").must_not_say(THANKS);
        scene.mailbox().must_be(200).must_say(THANKS);
        for secret in [vec![], vec![7; 31]] {
            let hours = with_db(&scene.town, async |db| hour_secret::Entity::find().all(db).await.expect("hours"));
            hours.into_iter().for_each(|row| change(&scene.town, hour_secret::Model { secret: secret.clone(), ..row }));
            scene.melder.browser.open("/postvak").must_not_say(THANKS);
        }
    });
}

/// A form that was sent once: the melder, the form and its ten words.
fn sent(town: &Town) -> (Melder, crate::helpers::browser::Form, String) {
    let mut melder = town.melder();
    let form = melder.prepares(&Tale::about(&["ondernemer/bedrijf"], REPORT)).must_be(200).form("/melden/versturen");
    let code = words_on(melder.browser.submit(&form).must_be(200)).expect("ten words");
    (melder, form, code)
}

fn words_on(page: &Page) -> Option<String> {
    page.html().select(&selector("output#ophaalcode")).next().map(|output| output.text().collect())
}

fn signals(town: &Town) -> usize {
    with_db(town, async |db| signal::Entity::find().all(db).await.expect("signals")).len()
}

/// Whatever the page says about words and about receiving is so.
#[track_caller]
fn says_nothing_false(town: &Town, page: &Page) {
    page.must_not_say("NIET ontvangen").must_not_say("andere antwoorden");
    if let Some(words) = words_on(page) {
        town.melder().opens(&words).must_be(200).must_say("Uw postvak");
    }
    if page.says("nieuwe woorden") {
        let form = page.form("/melden/versturen");
        let again = town.melder().browser.submit(&form);
        let words = words_on(again.must_be(200)).expect("new words");
        town.melder().opens(&words).must_be(200).must_say("Uw postvak");
    }
    if page.says("veilig bij ons") {
        assert!(signals(town) > 0, "no signal is safe here: {}", page.text());
    }
}

#[test]
fn a_form_sent_again_after_its_hour_was_changed_shows_no_words_that_open_nothing() {
    let town = Town::new();
    let (mut melder, form, code) = sent(&town);
    let hours = with_db(&town, async |db| hour_secret::Entity::find().all(db).await.expect("hours"));
    for row in &hours {
        change(&town, hour_secret::Model { secret: vec![7; 32], ..row.clone() });
    }
    let page = melder.browser.submit(&form);
    assert_eq!((words_on(&page), signals(&town)), (None, 1));
    says_nothing_false(&town, &page);
    town.tamper("DELETE FROM hour_secret");
    says_nothing_false(&town, &melder.browser.submit(&form));
    let stored = signals(&town);
    hours.into_iter().for_each(|row| {
        town.tamper("DELETE FROM hour_secret");
        insert(&town, row);
    });
    assert_eq!(words_on(&melder.browser.submit(&form)), Some(code));
    assert_eq!(signals(&town), stored, "one form is one signal");
}

#[test]
fn a_form_sent_again_after_its_receipt_was_taken_away_is_safe() {
    Town::each(|town| {
        let (mut melder, form, code) = sent(&town);
        town.tamper("DELETE FROM receipt");
        let page = melder.browser.submit(&form);
        says_nothing_false(&town, &page);
        assert_eq!(words_on(&page).as_ref(), Some(&code), "the words are still these");
        assert_eq!(signals(&town), 1, "one form is one signal");
        // In a later hour nobody can know any more: then it is a second signal, with words of its own that work.
        town.later(TimeDelta::hours(4));
        town.tamper("DELETE FROM receipt");
        let page = melder.browser.submit(&form);
        says_nothing_false(&town, &page);
        assert!(words_on(&page).is_some_and(|words| words != code));
        assert_eq!(signals(&town), 2);
        town.melder().opens(&code).must_be(200);
    });
}

#[test]
fn a_form_sent_again_after_its_receipt_was_changed_is_safe() {
    let town = Town::new();
    let (mut melder, form, code) = sent(&town);
    let (_, _, other) = sent(&town);
    let receipts = with_db(&town, async |db| receipt::Entity::find().all(db).await.expect("receipts"));
    let [first, second] = receipts.as_slice() else { panic!("two receipts: {receipts:?}") };
    let swapped = [
        receipt::Model { sealed: second.sealed.clone(), ..first.clone() },
        receipt::Model { sealed: first.sealed.clone(), ..second.clone() },
    ];
    swapped.into_iter().for_each(|row| change(&town, row));
    says_nothing_false(&town, &melder.browser.submit(&form));
    for row in [first, second] {
        let mut sealed = row.sealed.clone();
        sealed[40] ^= 1;
        change(&town, receipt::Model { sealed, received_on: "2020-01-01".parse().expect("a day"), ..row.clone() });
    }
    says_nothing_false(&town, &melder.browser.submit(&form));
    assert_eq!(signals(&town), 2);
    for code in [code, other] {
        town.melder().opens(&code).must_be(200);
    }
}

#[test]
fn a_form_sent_again_after_its_signal_was_taken_away_brings_no_words_that_open_nothing() {
    let town = Town::new();
    let (mut melder, form, code) = sent(&town);
    let kenmerk = town.officer("aov").only_signal();
    super::forger::erase(&town, &kenmerk);
    let page = melder.browser.submit(&form);
    page.must_not_say("veilig bij ons").must_say("misschien kwijt");
    says_nothing_false(&town, &page);
    town.melder().opens(&code).must_be(404);
    let (mut melder, form, _) = sent(&town);
    super::forger::erase(&town, &town.officer("aov").queue()[0]);
    town.tamper("DELETE FROM receipt");
    let page = melder.browser.submit(&form);
    says_nothing_false(&town, &page);
}

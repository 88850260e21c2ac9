//! Rows of `account`: who writes them becomes nobody else, and gives nobody another name.

use ::domain::RouteName;
use ::seal::Signer;
use ::unseal::password;
use entity::account;
use serde_json::{Value, json};

use super::{
    REPORT, Scene, change,
    forger::{head_in_the_clear, nothing_opens_with, own_key, pair},
    people::{account, joins, reads_nothing},
    wraps_of,
};
use crate::helpers::{
    browser::{Form, Page},
    people::Officer,
    town::{PASSWORD, Town, noon},
};

/// A newcomer who chose his password; his browser, and the six words on his own screen.
fn newcomer(town: &Town) -> (Officer, String) {
    let invited = desk::invitation::invite(&town.store, noon(), "nieuw", "Jurist", Some(RouteName::Aov));
    let path = town.runtime.block_on(invited).expect("an invitation");
    let mut officer = Officer::at(&town.desk);
    let chosen = "vijver lantaarn kompas dadel wolkbreuk";
    let form = officer.browser.open(&path).form("/uitnodiging");
    let form = form.fill("wachtwoord", chosen).fill("wachtwoord2", chosen);
    officer.browser.submit(&form).must_be(200);
    let page = officer.logs_in("nieuw", chosen);
    let words = page.must_be(200).texts(".six li");
    let words = if words.is_empty() { page.texts(".six") } else { words };
    (officer, words.join(" "))
}

fn form_to_let_in(officer: &mut Officer) -> Form {
    officer.browser.open("/beheer").must_be(200).form("/beheer/toelaten")
}

fn lets_in(officer: &mut Officer, form: Form, words: &str) -> Page {
    officer.browser.submit(&form.fill("woorden", words))
}

#[test]
fn six_words_do_not_fit_a_key_that_was_put_in_the_newcomers_place() {
    let town = Town::new();
    let (mut officer, words) = newcomer(&town);
    let (row, mut member) = (account(&town, "nieuw"), town.officer("aov"));
    let (thief, own) = (pair(&own_key()), row.pair.clone().expect("a pair"));
    let (thiefs, his): (Value, Value) =
        (serde_json::from_str(&thief).expect("JSON"), serde_json::from_str(&own).expect("JSON"));
    let mixed = |encrypt: &Value, verify: &Value, tied: &Value| {
        json!({"encrypt": encrypt["encrypt"], "verify": verify["verify"], "own": tied["own"]}).to_string()
    };
    let forged = [
        thief,
        mixed(&thiefs, &his, &his),
        mixed(&thiefs, &his, &thiefs),
        mixed(&his, &thiefs, &his),
        mixed(&his, &thiefs, &thiefs),
    ];
    for forged in forged {
        let form = form_to_let_in(&mut member);
        change(&town, account::Model { pair: Some(forged), ..row.clone() });
        lets_in(&mut member, form, &words).must_be(422);
        let form = form_to_let_in(&mut member);
        lets_in(&mut member, form, &words).must_be(422);
        officer.browser.open("/").must_say("U kunt nog niets lezen");
        change(&town, row.clone());
    }
    let memberships = town.runtime.block_on(town.store.memberships()).expect("memberships");
    assert!(memberships.iter().all(|membership| membership.account_id != row.id), "a forged key was let in");
    let form = form_to_let_in(&mut member);
    lets_in(&mut member, form, &words).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
    officer.browser.open("/").must_say("Nog één lid, dan kunt u lezen");
    // The second member hears the words too: a key that was put in between fits them as little.
    let mut second = town.officer("aov2");
    let form = second.browser.open("/beheer").must_be(200).form("/beheer/bevestigen").fill("woorden", &words);
    change(&town, account::Model { pair: Some(pair(&own_key())), ..row.clone() });
    second.browser.submit(&form).must_be(409).must_say("kan niet meer bevestigd worden");
    change(&town, row.clone());
    second.browser.submit(&form).must_be(200).must_say("De nieuwe collega is toegelaten");
    officer.browser.open("/").must_not_say("dan kunt u lezen").must_not_say("U kunt nog niets lezen");
}

#[test]
fn keys_that_are_put_in_a_members_place_later_are_used_for_nothing() {
    let mut scene = Scene::new();
    let thief = own_key();
    for login in ["aov", "aov2"] {
        let row = account(&scene.town, login);
        change(&scene.town, account::Model { pair: Some(pair(&thief)), ..row });
    }
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Nog een bericht.").must_be(200);
    joins(&scene.town, "nieuw", "Jurist");
    scene.town.officer("nieuw").reads(&kenmerk).must_be(200);
    let head = head_in_the_clear(&scene.town, &kenmerk);
    assert!(!head.members.contains(&thief.verify_key()) && head.members.len() == 3, "{:?}", head.members);
    nothing_opens_with(&scene.town, &thief);
    let wraps = wraps_of(&scene.town, scene.signal().id);
    assert!(wraps.iter().all(|wrap| thief.open(&wrap.sealed).is_err()));
}

#[test]
fn who_puts_a_key_with_a_known_password_in_a_members_place_logs_in_and_opens_nothing() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let thief = own_key();
        let sealed = password::lock(&thief, "bekend bij de dief", password::Cost::Demo).expect("sealed").into_bytes();
        let row = account(&scene.town, "aov");
        let his = account::Model { pair: Some(pair(&thief)), sealed_key: Some(sealed), ..row.clone() };
        change(&scene.town, his);
        let mut officer = Officer::at(&scene.town.desk);
        let page = officer.logs_in("aov", "bekend bij de dief");
        page.must_be(200).must_say("Uw toegang tot de route aov klopt niet en wordt niet gebruikt");
        reads_nothing(&scene, &mut officer);
        // He makes no second key of the route, and lets nobody in.
        let token = officer.browser.open("/beheer").must_be(200).form("/uitloggen").value("token").to_owned();
        let make = [("token".to_owned(), token.clone()), ("route".to_owned(), "aov".to_owned())];
        officer.browser.post("/beheer/route", &make).must_be(409);
        let own = (account(&scene.town, "beheer").id.to_string(), "aan de aap".to_owned());
        let let_in = [make.to_vec(), vec![("account".to_owned(), own.0), ("woorden".to_owned(), own.1)]].concat();
        officer.browser.post("/beheer/toelaten", &let_in).must_be(403);
        // The member himself finds that his password no longer fits; with his own row back he reads on.
        Officer::at(&scene.town.desk).logs_in("aov", PASSWORD).must_be(422);
        change(&scene.town, row);
        scene.town.officer("aov").reads(&scene.kenmerk).must_be(200).must_say(REPORT).must_not_say("Let op:");
    });
}

#[test]
fn names_and_functions_on_pages_come_from_the_grant_and_not_from_the_account() {
    let mut scene = Scene::new();
    // Of people whom nobody vouched for yet there is no more than the account.
    scene.town.tamper("UPDATE account SET function = 'Hoofd van alles' WHERE name IN ('aov', 'aov2')");
    scene.town.tamper("UPDATE account SET name = 'iemand-anders' WHERE name = 'aov2'");
    let kenmerk = scene.kenmerk.clone();
    for page in [
        scene.desk(),
        scene.aov.browser.open("/beheer"),
        scene.aov.browser.open("/"),
        scene.aov.browser.open("/wachtrij"),
    ] {
        page.must_be(200).must_not_say("Hoofd van alles").must_not_say("iemand-anders");
    }
    scene.desk().must_say("aov2").must_say("Vervanger").must_say("Adviseur Openbare Orde en Veiligheid");
    let mut colleague = Officer::at(&scene.town.desk);
    colleague.logs_in("iemand-anders", PASSWORD).must_be(200).must_not_say("iemand-anders");
    colleague.answers(&kenmerk, "Antwoord", "Een bericht van de vervanger.").must_be(200);
    let page = scene.desk();
    assert!(page.text().contains("12:00, aov2"), "{}", page.text());
    page.must_not_say("iemand-anders");
}

#[test]
fn an_account_that_was_disabled_is_not_brought_back_by_a_column() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let mut officer = scene.town.officer("aov2");
        officer.reads(&scene.kenmerk).must_be(200);
        assert!(scene.town.runtime.block_on(scene.town.store.disable_account("aov2")).expect("the store answers"));
        scene.town.tamper("UPDATE account SET disabled = false");
        officer.browser.open("/wachtrij").must_not_say(&scene.kenmerk).must_say("Inloggen");
        let mut again = Officer::at(&scene.town.desk);
        again.logs_in("aov2", PASSWORD).must_be(422);
        again.browser.open("/wachtrij").must_not_say(&scene.kenmerk).must_say("Inloggen");
    });
}

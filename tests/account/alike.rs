//! Who logs in learns from no answer, no wait and no work which names there are.

use ::domain::Clock;
use ::unseal::{demo, password};
use chrono::TimeDelta;
use sea_orm::EntityTrait;

use super::{CHOSEN, newcomer};
use crate::helpers::{
    browser::{Browser, encode},
    phone, raw,
    town::{PASSWORD, Town},
};

/// One attempt from a browser that nobody knows: status, headers but the date, and the page without the typed name.
fn attempt(town: &Town, name: &str, typed: &str, code: &str) -> (u16, Vec<(String, String)>, String) {
    let fields = [("gebruiker", name), ("wachtwoord", typed), ("code", code)];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let headers = [kind, ("Sec-Fetch-Site", "same-origin")];
    let page = raw::ask(&town.desk, "POST", "/inloggen", &headers, encode(&fields).as_bytes());
    let mut headers = page.headers.clone();
    headers.retain(|(header, _)| header != "date");
    headers.sort();
    let whole =
        page.body.split("<!--").next().unwrap_or_default().replace(&format!("value=\"{name}\""), "value=\"NAAM\"");
    (page.status, headers, whole)
}

#[test]
fn an_unknown_name_a_wrong_password_a_wrong_code_and_a_disabled_account_are_one() {
    Town::each_with_codes(|town| {
        newcomer(&town, "nieuw", "Jurist", None);
        newcomer(&town, "weg-1", "Jurist", None);
        assert!(town.runtime.block_on(town.store.disable_account("weg-1")).expect("stored"));
        town.later(TimeDelta::minutes(5));
        let [known, others] = &town.lanes;
        let mut seen = Vec::new();
        // Names of one length, for one page.
        let tries = [
            ("wie-1", CHOSEN, "000000"),
            ("nieuw", "een ander wachtwoord dan dit", "000000"),
            ("nieuw", CHOSEN, "000000"),
            ("nieuw", CHOSEN, ""),
            ("weg-1", CHOSEN, "000000"),
            ("wie-2", "", ""),
        ];
        for (name, typed, code) in tries {
            let before = (known.entered(), others.entered());
            let answer = attempt(&town, name, typed, code);
            let work = (known.entered() - before.0, others.entered() - before.1);
            assert_eq!(work, (0, 1), "{name}: one password stretched, in the lane of everybody");
            assert_eq!(answer.0, 422);
            seen.push(answer);
        }
        for other in &seen[1..] {
            assert_eq!(*other, seen[0]);
        }
        // And where somebody waits, so does nobody: each name for its own attempts.
        for name in ["nieuw", "niet1", "weg-2"] {
            let waits: Vec<_> = (0..9).map(|_| attempt(&town, name, "mis", "").0).collect();
            assert!(waits.ends_with(&[429, 429, 429, 429]), "{name}: {waits:?}");
        }
        let before = (known.entered(), others.entered());
        let [one, two] = ["nieuw", "niet1"].map(|name| attempt(&town, name, "mis", ""));
        assert_eq!((known.entered(), others.entered()), before, "who waits costs nothing");
        let hour = |page: &str| page.contains("Probeer het om");
        assert!(hour(&one.2) && hour(&two.2));
        assert_eq!((one.0, one.1.len()), (two.0, two.1.len()));
        // A browser that somebody logged in with has a lane of its own.
        town.later(TimeDelta::hours(1));
        let _ = phone::code_at("nieuw", town.clock.now().timestamp());
    });
}

#[test]
fn every_way_to_try_a_password_stretches_it_once() {
    let key = demo::person("aov");
    let sealed = password::lock(&key, PASSWORD, password::Cost::Demo).expect("sealed").into_bytes();
    let counted = |work: &dyn Fn()| {
        let before = password::derived();
        work();
        password::derived() - before
    };
    assert_eq!(counted(&|| assert!(password::unlock_with(&sealed, PASSWORD).is_ok())), 1);
    assert_eq!(counted(&|| assert!(password::unlock_with(&sealed, "mis").is_err())), 1);
    assert_eq!(counted(&|| password::pretend("mis", password::Cost::Demo)), 1);
}

#[test]
fn a_known_browser_is_not_in_the_queue_of_who_guesses() {
    Town::each(|town| {
        let mut own = town.officer("aov");
        let form = own.browser.open("/").form("/uitloggen");
        own.browser.submit(&form).must_say("U bent uitgelogd");
        let before = town.lanes[0].entered();
        own.logs_in("aov", PASSWORD).must_be(200).must_say("Uitloggen");
        assert_eq!(town.lanes[0].entered() - before, 1);
    });
}

#[test]
fn what_was_tried_under_names_is_forgotten_after_a_day() {
    let town = Town::new();
    let mut guesser = Browser::at(&town.desk);
    for login in ["aov", "niemand"] {
        let form = guesser.open("/inloggen").form("/inloggen").fill("gebruiker", login).fill("wachtwoord", "mis");
        guesser.submit(&form).must_be(422);
    }
    let places = |town: &Town| {
        let rows = crate::tampering::with_db(town, async |db| entity::login::Entity::find().all(db).await);
        rows.expect("rows").iter().filter(|row| row.who.len() == 2).count()
    };
    assert_eq!(places(&town), 2);
    town.later(TimeDelta::hours(25));
    let before = town.clock.now() - TimeDelta::days(1);
    town.runtime.block_on(town.store.forget_places(before)).expect("forgotten");
    assert_eq!(places(&town), 0);
}

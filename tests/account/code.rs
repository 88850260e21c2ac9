//! Another app for the codes, by who still has the old one.

use ::domain::Clock;
use ::unseal::{password, second::STEP};
use chrono::TimeDelta;

use super::{CHOSEN, newcomer, renewed::row};
use crate::helpers::{
    browser::Browser,
    people::Officer,
    phone,
    town::{PASSWORD, Town},
};

#[test]
fn another_app_takes_over_once_it_shows_a_code_and_the_old_one_is_of_no_use() {
    Town::each_with_codes(|town| {
        let mut own = newcomer(&town, "nieuw", "Jurist", None);
        let mut elsewhere = Officer { browser: Browser::at(&town.desk) };
        elsewhere.browser.cookies = own.browser.cookies.clone();
        town.later(TimeDelta::minutes(5));
        let page = own.browser.open("/account/code");
        let form = page.must_be(200).must_say("nieuwe uitnodiging").form("/account/code").fill("wachtwoord", CHOSEN);
        own.browser.submit(&form).must_be(422).must_say("Typ de zes cijfers");
        own.browser.submit(&form.clone().fill("code", "123")).must_be(422).must_say("klopt niet");
        let code = phone::code_now("nieuw").expect("a code");
        let wrong = form.clone().fill("wachtwoord", "een heel ander wachtwoord").fill("code", &code);
        own.browser.submit(&wrong).must_be(422).must_say("niet uw wachtwoord");
        let before = row(&town, "nieuw");
        let old_code =
            |steps: i64| phone::code_at("nieuw", town.clock.now().timestamp() + steps * STEP).expect("a code");
        let shown = own.browser.submit(&form.fill("code", &code));
        shown.must_be(200).must_say("Open de nieuwe app");
        assert!(!shown.body.contains(CHOSEN));
        let old = old_code(1);
        // Until the new app shows a code, nothing changed.
        assert_eq!(row(&town, "nieuw"), before);
        phone::scans(&shown);
        let last = shown.form("/account/code");
        own.browser.submit(&last.clone().fill("code", &old)).must_be(422).must_say("Deze code klopt niet");
        let fresh = phone::code_at("nieuw", town.clock.now().timestamp()).expect("a code");
        own.browser.submit(&last.clone().fill("code", &fresh)).must_be(200).must_say("Uw nieuwe app geldt");
        elsewhere.browser.open("/").must_not_say("Uitloggen");
        let after = row(&town, "nieuw");
        assert_eq!(after.pair, before.pair, "the key is the same");
        let (_, second) = password::unlock_with(&after.sealed_key.expect("sealed"), CHOSEN).expect("opens");
        town.later(TimeDelta::minutes(5));
        let at = town.clock.now().timestamp();
        let code = second.expect("a secret").code(at).expect("a code");
        assert_eq!(phone::code_at("nieuw", at), Some(code));
        Officer::at(&town.desk).logs_in("nieuw", CHOSEN).must_be(200).must_say("Uitloggen");
        // The page of before is of no use once its time is over, or in another session.
        own.browser.submit(&last.fill("code", &fresh)).must_not_say("Uw nieuwe app geldt");
    });
}

#[test]
fn where_no_codes_are_asked_there_is_no_such_page() {
    let town = Town::new();
    let mut own = town.officer("aov");
    own.browser.open("/account/code").must_be(404);
    own.browser.open("/account").must_not_say("andere telefoon of app");
    assert!(password::unlock(&row(&town, "aov").sealed_key.expect("sealed"), PASSWORD).is_ok());
}

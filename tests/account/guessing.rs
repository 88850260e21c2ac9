//! Guessing: everybody waits alike, and who works is not locked out by who guesses.

use chrono::TimeDelta;

use crate::helpers::{
    browser::{Browser, Page},
    people::Officer,
    town::{PASSWORD, Town},
};

fn tries(browser: &mut Browser, login: &str, password: &str) -> Page {
    let form = browser.open("/inloggen").form("/inloggen");
    browser.submit(&form.fill("gebruiker", login).fill("wachtwoord", password))
}

#[test]
fn who_guesses_waits_longer_and_longer_and_nobody_learns_which_names_there_are() {
    Town::each(|town| {
        let mut known = Browser::at(&town.desk);
        let mut unknown = Browser::at(&town.desk);
        for _ in 0..5 {
            tries(&mut known, "aov", "mis").must_be(422);
            tries(&mut unknown, "niemand", "mis").must_be(422);
        }
        for wait in [5, 10, 20] {
            for (browser, login) in [(&mut known, "aov"), (&mut unknown, "niemand")] {
                // Not even the right one is looked at, and trying does not make the wait longer.
                tries(browser, login, PASSWORD).must_be(429).must_say("te vaak een verkeerd wachtwoord");
                tries(browser, login, PASSWORD).must_be(429);
            }
            town.later(TimeDelta::seconds(wait));
            tries(&mut known, "aov", "mis").must_be(422);
            tries(&mut unknown, "niemand", "mis").must_be(422);
        }
        let said = |page: Page| page.body.split_once("<!--").expect("padding").0.replace("niemand", "aov");
        assert_eq!(said(tries(&mut known, "aov", "x")), said(tries(&mut unknown, "niemand", "x")));
        // Another account, and another name, wait for nothing.
        tries(&mut Browser::at(&town.desk), "aov2", PASSWORD).must_be(200);
        town.later(TimeDelta::hours(1));
        tries(&mut known, "aov", PASSWORD).must_be(200).must_say("Uitloggen");
    });
}

#[test]
fn who_works_in_his_own_browser_is_not_locked_out_and_hears_of_it() {
    Town::each(|town| {
        let mut own = town.officer("aov");
        let form = own.browser.open("/").form("/uitloggen");
        own.browser.submit(&form).must_say("U bent uitgelogd");
        let mut guesser = Browser::at(&town.desk);
        for _ in 0..8 {
            tries(&mut guesser, "aov", "mis");
            town.later(TimeDelta::minutes(20));
        }
        tries(&mut guesser, "aov", "mis").must_be(422);
        tries(&mut guesser, "aov", PASSWORD).must_be(429);
        own.logs_in("aov", PASSWORD).must_be(200).must_say("9 keer tevergeefs geprobeerd in te loggen als u");
        let account = own.browser.open("/account");
        account.must_be(200).must_say("9 keer");
        own.browser.submit(&account.form("/account/gezien")).must_be(200).must_not_say("9 keer");
        own.browser.open("/").must_not_say("tevergeefs");
        // The cookie of his browser is of no use for another account.
        let cookie =
            own.browser.cookies.iter().find(|(name, _)| name.starts_with("toestel-")).expect("a known browser");
        let renamed = format!("toestel-{}", town.account("aov2").replace('-', ""));
        let value = cookie.1.clone();
        guesser.cookies.insert(renamed, value);
        for _ in 0..5 {
            tries(&mut guesser, "aov2", "mis").must_be(422);
        }
        tries(&mut guesser, "aov2", "mis").must_be(429);
        tries(&mut Browser::at(&town.desk), "aov2", PASSWORD).must_be(429);
    });
}

#[test]
fn many_at_once_get_no_more_guesses() {
    Town::each(|town| {
        let desk = &town.desk;
        let statuses: Vec<u16> = std::thread::scope(|scope| {
            let tries: Vec<_> =
                (0..20).map(|_| scope.spawn(move || tries(&mut Browser::at(desk), "aov", "mis").status)).collect();
            tries.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        let looked_at = statuses.iter().filter(|status| **status == 422).count();
        assert!(looked_at <= 5, "{statuses:?}");
    });
}

#[test]
fn the_wait_grows_and_ends() {
    let waits: Vec<_> = (0..20).map(store::logins::wait).collect();
    assert!(waits[..5].iter().all(|wait| *wait == 0) && waits.windows(2).all(|two| two[0] <= two[1]));
    assert_eq!((waits[5], waits[6], waits[19]), (5, 10, 900));
    assert_eq!(store::logins::wait(i32::MAX), 900);
}

#[test]
fn a_cookie_of_another_installation_opens_nothing() {
    let (one, other) = (Town::new(), Town::new());
    let mut officer = one.officer("aov");
    officer.browser.open("/").must_say("Uitloggen");
    let mut moved = Officer::at(&other.desk);
    moved.browser.cookies = officer.browser.cookies.clone();
    moved.browser.open("/").must_say("Inloggen");
    moved.browser.post("/account/sessies", &[("sessie".into(), "andere".into())]).must_be(303);
    officer.browser.open("/").must_say("Uitloggen");
}

//! The code beside the password: linked at the invitation, used once, and of no help to who has the database.

use ::unseal::{password, second::STEP};
use chrono::TimeDelta;

use super::{CHOSEN, invited, newcomer};
use crate::helpers::{
    browser::{Browser, Page},
    people::{Officer, Tale},
    phone,
    town::Town,
};
use ::domain::{Clock, RouteName};

fn tries(town: &Town, password: &str, code: &str) -> Page {
    let mut browser = Browser::at(&town.desk);
    let form = browser.open("/inloggen").form("/inloggen").fill("gebruiker", "nieuw");
    browser.submit(&form.fill("wachtwoord", password).fill("code", code))
}

fn code(town: &Town, steps: i64) -> String {
    phone::code_at("nieuw", town.clock.now().timestamp() + steps * STEP).expect("a code")
}

#[test]
fn from_an_invitation_to_the_first_signal() {
    Town::each_with_codes(|town| {
        let (key, by) = (::unseal::demo::route(RouteName::Aov), ::unseal::demo::person("aov"));
        town.melder().reports(&Tale::ordinary());
        phone::lives_in(&town.clock);
        let path = invited(&town, "nieuw", "Vervanger", Some(RouteName::Aov));
        let mut officer = Officer::at(&town.desk);
        officer.browser.seen = Some(Vec::new());
        crate::helpers::installation::accepts_in(&mut officer.browser, &path, CHOSEN).must_be(200);
        let words = officer.browser.open("/").texts(".six").first().cloned().expect("his six words");
        assert_eq!(words.split(' ').count(), 6);
        // A member hears them. Who lets in whom by typing them: `tests/tampering/accounts.rs`.
        let account = town.runtime.block_on(town.store.account_by_name("nieuw")).expect("read").expect("an account");
        let pair: ::seal::Pair = serde_json::from_str(account.pair.as_ref().expect("a pair")).expect("JSON");
        let on = ::domain::clock::dutch_date(town.clock.now());
        let membership = desk::admin::granted(on, &by, &key, RouteName::Aov, &account, pair).expect("a grant");
        town.runtime
            .block_on(town.store.add_membership(membership, &::store::Under::first(RouteName::Aov)))
            .expect("let in");
        let kenmerk = officer.only_signal();
        officer.reads(&kenmerk).must_be(200).must_say("huur contant");
        let pages = officer.browser.seen.take().expect("kept").into_iter().filter(|(_, page)| page.status == 200);
        // Invitation, code, work (twice: the second time for the words), queue, the question about involvement, the signal
        // after it, and the signal: five minutes is ample.
        assert!(pages.count() <= 9, "a newcomer sees few pages before his first signal");
    });
}

#[test]
fn a_telephone_reads_what_the_page_says_in_words() {
    Town::each_with_codes(|town| {
        let path = invited(&town, "nieuw", "Jurist", None);
        let mut browser = Browser::at(&town.desk);
        let form = browser.open(&path).must_be(200).form("/uitnodiging");
        let offered = browser.open(&path).texts(".offered code").first().cloned().expect("a suggestion");
        assert_eq!(offered.split(' ').count(), 7, "{offered}");
        assert_ne!(browser.open(&path).texts(".offered code").first(), Some(&offered), "a new one each time");
        let page = browser.submit(&form.fill("wachtwoord", &offered).fill("wachtwoord2", &offered));
        let secret = page.must_be(200).texts(".offered code").first().cloned().expect("a secret");
        let said = crate::around::pages::scanned(&page);
        assert!(said.starts_with("otpauth://totp/Gemeente%20Test:nieuw?secret="), "{said}");
        assert!(said.contains(&secret.replace(' ', "")) && said.contains("issuer=Gemeente%20Test"), "{said}");
        // Nothing is stored before a code was typed, and a password never comes back.
        assert!(!page.body.contains(&offered));
        let account = town.runtime.block_on(town.store.account_by_name("nieuw")).expect("read").expect("an account");
        assert!(account.pair.is_none() && account.sealed_key.is_none() && account.invitation.is_some());
    });
}

#[test]
fn a_code_is_confirmed_before_anything_is_stored() {
    Town::each_with_codes(|town| {
        phone::lives_in(&town.clock);
        let path = invited(&town, "nieuw", "Jurist", None);
        let mut browser = Browser::at(&town.desk);
        let form = browser.open(&path).form("/uitnodiging").fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN);
        let page = browser.submit(&form);
        phone::scans(page.must_be(200));
        let last = page.form("/uitnodiging");
        let hour = code(&town, 3600 / STEP);
        for (typed, says) in
            [("", "Typ de zes cijfers"), ("12", "klok van uw telefoon"), (hour.as_str(), "gelijkloopt")]
        {
            let again = browser.submit(&last.clone().fill("code", typed));
            let form = again.must_be(422).must_say(says).form("/uitnodiging");
            assert_eq!(form.value("gekozen"), last.value("gekozen"), "the same secret: it need not be scanned again");
        }
        // Without the cookie of the first page, what was sealed there opens for nobody.
        let stolen = Browser::at(&town.desk).submit(&last.clone().fill("code", &code(&town, 0)));
        stolen.must_be(422).must_say("Kies uw wachtwoord nog een keer");
        let spaced = code(&town, 0);
        let spaced = format!(" {} {} ", &spaced[..3], &spaced[3..]);
        browser.submit(&last.fill("code", &spaced)).must_be(200).must_say("Uitloggen");
    });
}

#[test]
fn a_code_works_once_and_a_minute_is_too_late() {
    Town::each_with_codes(|town| {
        newcomer(&town, "nieuw", "Jurist", None);
        town.later(TimeDelta::minutes(10));
        let wrong = |page: Page| {
            page.must_be(422)
                .must_say("Naam, wachtwoord en code horen niet bij elkaar")
                .must_say("klok van uw telefoon");
        };
        wrong(tries(&town, CHOSEN, ""));
        wrong(tries(&town, CHOSEN, &code(&town, 2)));
        wrong(tries(&town, CHOSEN, &code(&town, -2)));
        wrong(tries(&town, "een ander wachtwoord dan dit", &code(&town, 0)));
        town.later(TimeDelta::minutes(20));
        let used = code(&town, 0);
        tries(&town, CHOSEN, &used).must_be(200).must_say("Uitloggen");
        wrong(tries(&town, CHOSEN, &used));
        // A clock that is a step fast or slow is right; one that was used, or one before it, is not.
        tries(&town, CHOSEN, &code(&town, 1)).must_be(200);
        wrong(tries(&town, CHOSEN, &code(&town, 0)));
        town.later(TimeDelta::minutes(5));
        tries(&town, CHOSEN, &code(&town, -1)).must_be(200);
        wrong(tries(&town, CHOSEN, &code(&town, 60 * 60 / STEP)));
    });
}

#[test]
fn the_secret_of_the_codes_lies_under_the_password() {
    Town::each_with_codes(|town| {
        newcomer(&town, "nieuw", "Jurist", None);
        let account = town.runtime.block_on(town.store.account_by_name("nieuw")).expect("read").expect("an account");
        let sealed = account.sealed_key.expect("sealed");
        let (_, second) = password::unlock_with(&sealed, CHOSEN).expect("the password opens it");
        let secret = second.expect("a secret").text();
        assert!(password::unlock_with(&sealed, "iets anders").is_err());
        if let crate::helpers::town::Place::File(dir) = &town.place {
            for file in std::fs::read_dir(dir.path()).expect("a folder").flatten() {
                let bytes = std::fs::read(file.path()).expect("a file");
                assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "{:?}", file.path());
            }
        }
        // Who is let in without one, is not let in where codes are asked.
        let mut old = Officer::at(&town.desk);
        old.logs_in("aov", crate::helpers::town::PASSWORD).must_be(422).must_say("nog geen code");
    });
}

#[test]
fn a_password_may_hold_anything_and_is_the_same_on_every_keyboard() {
    Town::each_with_codes(|town| {
        crate::helpers::phone::lives_in(&town.clock);
        // é as one character here, as two there; emoji; spaces at both ends.
        let (typed, elsewhere) = ("  caf\u{e9} 🦊 wolk tapijt zee  ", "  cafe\u{301} 🦊 wolk tapijt zee  ");
        let path = invited(&town, "nieuw", "Jurist", None);
        let mut browser = Browser::at(&town.desk);
        for wrong in ["x", "🦊", &"lang ".repeat(2000)] {
            let form = browser.open(&path).form("/uitnodiging").fill("wachtwoord", wrong).fill("wachtwoord2", wrong);
            browser.submit(&form).must_be(422);
        }
        crate::helpers::installation::accepts_in(&mut browser, &path, typed).must_be(200).must_say("Uitloggen");
        town.later(TimeDelta::minutes(5));
        tries(&town, elsewhere, &code(&town, 0)).must_be(200).must_say("Uitloggen");
        tries(&town, elsewhere.trim(), &code(&town, 1)).must_be(422);
        tries(&town, &"x".repeat(10_000), &code(&town, 1)).must_be(422);
    });
}

#[test]
fn an_invitation_is_good_for_one_person_once_and_for_three_days() {
    Town::each_with_codes(|town| {
        newcomer(&town, "nieuw", "Jurist", None);
        let late = invited(&town, "later", "Jurist", None);
        let gone = invited(&town, "weg", "Jurist", None);
        assert!(town.runtime.block_on(town.store.disable_account("weg")).expect("stored"));
        Browser::at(&town.desk).open(&gone).must_be(410).must_say("werkt niet meer");
        town.later(TimeDelta::hours(73));
        Browser::at(&town.desk).open(&late).must_be(410).must_say("werkt niet meer");
    });
}

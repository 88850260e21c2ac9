//! Nobody but the desk can send a canary, and nobody can make the desk remove what is none.

use ::domain::{Clock, RouteName};
use chrono::TimeDelta;
use seal::canary::{is_marked, mark};
use unseal::{FullKey, demo};

use super::{announces, how, rows, sends, through};
use crate::helpers::{
    between::Between,
    browser::{Form, Page},
    people::{Melder, Tale},
    town::{Town, routes},
};

/// A report up to the check page, with a mark in its form; and what the page after the story was.
fn marked(melder: &mut Melder, made: impl Fn(&str) -> String) -> Page {
    let form = melder.browser.open("/melden").form("/melden/over").tick("over_wie", "burger");
    let mark = made(form.value("nonce"));
    let story = melder.browser.submit(&with(form, &mark)).must_be(200).form("/melden/verhaal");
    melder.browser.submit(&story.fill("soort", "ondermijning").fill("wat", "Een vreemde vogel."))
}

fn with(mut form: Form, mark: &str) -> Form {
    form.fields.push(("kanarie".to_owned(), mark.to_owned()));
    form
}

#[test]
fn a_mark_that_the_desk_did_not_make_is_refused_and_nothing_is_stored() {
    Town::each(|town| {
        let today = ::domain::clock::dutch_date(town.clock.now());
        let (own, other) = (demo::route(RouteName::Kanarie), demo::route(RouteName::Aov));
        let mut melder = town.melder();
        // Anything, a key of another route, the mark of another form, of another week.
        marked(&mut melder, |_| "ja".to_owned()).must_be(403);
        marked(&mut melder, |nonce| mark(nonce, today, &other)).must_be(403);
        marked(&mut melder, |_| mark("een andere", today, &own)).must_be(403);
        marked(&mut melder, |nonce| mark(nonce, today + TimeDelta::days(7), &own)).must_be(403);
        // To name the route is to change nothing: the form asks again, and says who reads it.
        let form = melder.prepares(&Tale::ordinary()).form("/melden/versturen");
        let fields = form
            .fields
            .iter()
            .map(|(name, value)| (name.clone(), if name == "lezer" { "kanarie".to_owned() } else { value.clone() }));
        let named = Form { fields: fields.collect(), ..form.clone() };
        melder
            .browser
            .submit(&named)
            .must_be(200)
            .must_say("Adviseur Openbare Orde en Veiligheid (AOV)")
            .form("/melden/versturen");
        // And put in at the last moment it does not slip through either.
        melder.browser.submit(&with(form, "ja")).must_be(403);
        assert_eq!(rows(&town), 0);
    });
}

#[test]
fn a_form_of_the_desks_that_somebody_sends_again_stores_nothing() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let last = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
        let kept = std::sync::Arc::clone(&last);
        let between = Between::before(&town.portal, move |request, _, _| {
            if request.starts_with("POST /melden/versturen") {
                *kept.lock().expect("kept") = request.split_once("\r\n\r\n").expect("a body").1.to_owned();
            }
        });
        assert!(sends(&town, &through(&between.address)));
        let body = last.lock().expect("kept").clone();
        assert!(body.contains("kanarie="));
        let again = |body: &str| {
            let mut melder = town.melder();
            let page = melder.browser.send("/melden/versturen", "application/x-www-form-urlencoded", body.as_bytes());
            assert!(!page.body.contains("id=\"ophaalcode\""), "{}", page.text());
            assert_eq!(rows(&town), 0);
        };
        for wait in [TimeDelta::zero(), TimeDelta::hours(1), TimeDelta::days(1), TimeDelta::days(40)] {
            town.later(wait);
            again(&body);
            again(&body.replace("proefmelding", "vloedgolf"));
        }
    });
}

#[test]
fn a_mark_holds_for_one_form_and_about_one_day() {
    let key = FullKey::<seal::role::Route>::generate(&mut rand::rng());
    let verify = key.halves().verify;
    let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("a day");
    let made = mark("nonce", day("2026-11-26"), &key);
    for (today, holds) in
        [("2026-11-24", false), ("2026-11-25", true), ("2026-11-26", true), ("2026-11-27", true), ("2026-11-28", false)]
    {
        assert_eq!(is_marked(&made, "nonce", day(today), &verify), holds, "{today}");
    }
    assert!(!is_marked(&made, "nonce2", day("2026-11-26"), &verify));
    assert!(!is_marked("", "nonce", day("2026-11-26"), &verify));
    assert!(!is_marked(&made[1..], "nonce", day("2026-11-26"), &verify));
}

#[test]
fn a_signal_of_somebodys_is_not_removed_because_a_column_calls_it_a_canary() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let code = town.melder().reports(&Tale::ordinary());
        let before = rows(&town);
        assert_eq!(town.tamper("UPDATE signal SET route = 'kanarie'"), 1);
        town.later(TimeDelta::days(1));
        assert!(sends(&town, &through(&town.portal)));
        assert_eq!(rows(&town), before);
        town.melder().opens(&code).must_be(200);
    });
}

#[test]
fn what_a_canary_that_was_cut_off_left_behind_goes_the_next_day() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        // The desk stops between sending and opening: as far as a form that the desk marked and somebody else sent.
        let today = ::domain::clock::dutch_date(town.clock.now());
        let mut melder = town.melder();
        let files = marked(&mut melder, |nonce| mark(nonce, today, &demo::route(RouteName::Kanarie)));
        let check = melder.without_files(files);
        melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200).must_say("Schrijf");
        let left = rows(&town);
        assert!(left > 0);
        // Today's may still be on its way.
        assert!(sends(&town, &through(&town.portal)));
        assert_eq!(rows(&town), left);
        town.later(TimeDelta::days(1));
        assert!(sends(&town, &through(&town.portal)));
        assert_eq!(how(&town), ::domain::canary::Fares::Well);
        assert_eq!(rows(&town), 0);
    });
}

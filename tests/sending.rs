//! The last button, pressed twice, late, by many at once, or into a line that breaks: one report, and its own words.

use std::{collections::BTreeSet, io::Write, net::TcpStream, thread, time::Duration};

use chrono::TimeDelta;
use domain::{AccountId, Clock, RouteName};
use store::Reach;
use uuid::Uuid;

use crate::helpers::{
    browser::{Form, Page, encode},
    people::{Melder, Tale, code_on},
    raw,
    town::Town,
};

fn stored(town: &Town) -> usize {
    let reach = Reach { routes: RouteName::ALL.to_vec(), account: AccountId(Uuid::nil()) };
    town.runtime.block_on(town.store.marks(&reach)).expect("marks").len()
}

/// The filled form of the check page.
fn ready(town: &Town, tale: &Tale) -> (Melder, Form) {
    let mut melder = town.melder();
    let form = melder.prepares(tale).must_be(200).form("/melden/versturen");
    (melder, form)
}

fn post(town: &Town, form: &Form) -> Page {
    raw::post(&town.portal, &form.action, "", encode(&form.fields).as_bytes())
}

#[test]
fn the_same_form_sent_again_gives_the_same_words_and_one_signal() {
    Town::each(|town| {
        let (mut melder, form) = ready(&town, &Tale::ordinary());
        let first = melder.browser.submit(&form);
        let code = code_on(first.must_be(200));
        for _ in 0..3 {
            let again = melder.browser.submit(&form);
            assert_eq!(again.must_be(200).body, first.body);
        }
        town.later(TimeDelta::minutes(14));
        assert_eq!(melder.browser.submit(&form).body, first.body);
        assert_eq!(stored(&town), 1);
        melder.opens(&code).must_be(200);
        // The same answers in another form are another report.
        let (mut other, form) = ready(&town, &Tale::ordinary());
        assert_ne!(code_on(&other.browser.submit(&form)), code);
        assert_eq!(stored(&town), 2);
    });
}

#[test]
fn the_same_form_with_other_answers_stores_nothing_and_says_so() {
    let town = Town::new();
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    let code = code_on(&melder.browser.submit(&form));
    let changes = [
        form.clone().fill("wat", "Toch iets anders."),
        form.clone().fill("soort", "integriteit"),
        form.clone().fill("over_wie", "ambtenaar"),
        form.clone().fill("vragen_mag", "nee"),
    ];
    for (minutes, changed) in [0, 1, 30, 60 * 24].into_iter().zip(changes) {
        town.later(TimeDelta::minutes(minutes));
        let mut page = melder.browser.submit(&changed);
        // Who would read it now is another: that is shown before anything is sent.
        if page.says("Uw signaal gaat nu naar") {
            page = melder.browser.submit(&page.must_be(200).form("/melden/versturen"));
        }
        page.must_be(409)
            .must_say("Uw nieuwe antwoorden zijn niet bewaard")
            .must_say("Uw eerste signaal is veilig bij ons");
        assert!(!page.body.contains("ophaalcode\""), "no words");
    }
    assert_eq!(stored(&town), 1);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_say("huur contant");
    melder.opens(&code).must_be(200);
}

#[test]
fn after_a_quarter_of_an_hour_it_was_received_already() {
    let town = Town::new();
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    code_on(&melder.browser.submit(&form));
    for minutes in [16, 60, 3 * 60, 24 * 60] {
        town.later(TimeDelta::minutes(minutes));
        let page = melder.browser.submit(&form);
        page.must_be(200).must_say("Wij hadden uw signaal al ontvangen");
        assert!(page.texts("output").is_empty(), "the words are not shown again");
        let now = town.clock.now();
        town.runtime.block_on(town.store.forget_hours(domain::clock::hour(now))).expect("forgotten");
        town.runtime.block_on(town.store.forget_receipts(domain::clock::dutch_date(now))).expect("forgotten");
    }
    assert_eq!(stored(&town), 1);
}

#[test]
fn across_the_hour_the_words_stay_the_same() {
    let town = Town::new();
    town.later(TimeDelta::minutes(58));
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    let code = code_on(&melder.browser.submit(&form));
    for minutes in [2, 10] {
        town.later(TimeDelta::minutes(minutes));
        let hour = domain::clock::hour(town.clock.now());
        town.runtime.block_on(town.store.forget_hours(hour)).expect("forgotten");
        assert_eq!(code_on(&melder.browser.submit(&form)), code);
    }
    town.later(TimeDelta::minutes(4));
    melder.browser.submit(&form).must_say("al ontvangen");
    assert_eq!(stored(&town), 1);
    melder.opens(&code).must_be(200);
}

#[test]
fn a_form_of_a_day_ago_still_works() {
    let town = Town::new();
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    town.later(TimeDelta::hours(25));
    let code = code_on(melder.browser.submit(&form).must_be(200));
    assert_eq!(code_on(&melder.browser.submit(&form)), code);
    assert_eq!(stored(&town), 1);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_say("24 november 2026");
    melder.opens(&code).must_be(200);
}

#[test]
fn an_answer_lost_on_the_way_is_repaired_by_sending_again() {
    let town = Town::new();
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    let body = encode(&form.fields);
    for _ in 0..5 {
        let mut line = TcpStream::connect(town.portal.trim_start_matches("http://")).expect("a line");
        let head = "POST /melden/versturen HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        write!(line, "{head}Content-Length: {}\r\n\r\n{body}", body.len()).expect("sent");
        // The line breaks before the answer comes.
        drop(line);
    }
    let code = code_on(melder.browser.submit(&form).must_be(200));
    // What was still under way comes to its end and changes nothing.
    thread::sleep(Duration::from_millis(200));
    assert_eq!(code_on(&melder.browser.submit(&form)), code);
    assert_eq!(stored(&town), 1);
    melder.opens(&code).must_be(200);
    // A form that broke off half-way is nothing.
    let (mut melder, form) = ready(&town, &Tale::ordinary());
    let mut line = TcpStream::connect(town.portal.trim_start_matches("http://")).expect("a line");
    let body = encode(&form.fields);
    let head = "POST /melden/versturen HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    write!(line, "{head}Content-Length: {}\r\n\r\n{}", body.len(), &body[..body.len() - 10]).expect("sent");
    drop(line);
    thread::sleep(Duration::from_millis(200));
    assert_eq!(stored(&town), 1);
    code_on(&melder.browser.submit(&form));
    assert_eq!(stored(&town), 2);
}

#[test]
fn sixty_four_reporters_at_once_all_get_through() {
    Town::each(|town| {
        let tell = |number: usize| {
            let mut melder = town.melder();
            let code = melder.reports(&Tale::about(&["burger"], &format!("Verhaal nummer {number}.")));
            melder.opens(&code).must_be(200).must_say("Uw postvak");
            code
        };
        let tell = &tell;
        let codes: BTreeSet<String> = thread::scope(|scope| {
            let reporters: Vec<_> = (0..64).map(|number| scope.spawn(move || tell(number))).collect();
            reporters.into_iter().map(|reporter| reporter.join().expect("words")).collect()
        });
        assert_eq!(codes.len(), 64, "64 different codes");
        let mut aov = town.officer("aov");
        aov.browser.open("/wachtrij").must_say("64 signalen");
        let mut seen = BTreeSet::new();
        for page in 1..=3 {
            let page = aov.browser.open(&format!("/wachtrij?pagina={page}"));
            seen.extend(page.must_be(200).links().into_iter().filter(|link| link.starts_with("/signalen/")));
        }
        assert_eq!(seen.len(), 64);
    });
}

#[test]
fn one_form_from_eight_hands_at_once_is_one_signal_with_one_code() {
    Town::each(|town| {
        for _ in 0..3 {
            let before = stored(&town);
            let (_, form) = ready(&town, &Tale::ordinary());
            let send = || code_on(post(&town, &form).must_be(200));
            let codes: BTreeSet<String> = thread::scope(|scope| {
                let hands: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
                hands.into_iter().map(|hand| hand.join().expect("words")).collect()
            });
            assert_eq!(codes.len(), 1, "{codes:?}");
            assert_eq!(stored(&town), before + 1);
            let code = codes.first().expect("a code");
            town.melder().opens(code).must_be(200);
        }
    });
}

//! The pickup page and the mailbox: words that are wrong, messages that cannot be sent, two windows at once.

use chrono::TimeDelta;

use super::{FORM, refused};
use crate::helpers::{
    browser::{Form, Page, encode},
    people::{Melder, Tale},
    raw,
    town::Town,
};

/// Somebody who reported and opened the mailbox, and the form in it.
fn opened(town: &Town) -> (Melder, String, Form) {
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    let form = melder.opens(&code).must_be(200).form("/postvak");
    (melder, code, form)
}

fn messages(page: &Page, text: &str) -> usize {
    page.must_be(200).text().matches(text).count()
}

#[test]
fn a_message_that_is_empty_too_long_or_unreadable_comes_back_whole() {
    let town = Town::new();
    let (mut melder, _, form) = opened(&town);
    refused(&melder.browser.submit(&form.clone().fill("bericht", " \r\n ")), &["bericht"]);
    let long = "ü".repeat(10_001);
    let page = melder.browser.submit(&form.clone().fill("bericht", &long));
    refused(&page, &["bericht"]);
    page.must_say("Er passen 10.000 tekens in. Nu zijn het er 10.001.");
    assert_eq!(page.form("/postvak").value("bericht"), long);
    for bad in ["%00", "%ff", "%c3%28"] {
        let body = format!("{}&bericht=regel%0A{bad}", encode(&form.fields[..2]));
        let page = melder.browser.send("/postvak", FORM, body.as_bytes());
        refused(&page, &["bericht"]);
        assert!(page.form("/postvak").value("bericht").starts_with("regel\n"));
    }
    let page = melder.browser.submit(&form.fill("bericht", &"ü".repeat(10_000)));
    page.must_be(200).must_say("Uw bericht is verstuurd").must_say(&"ü".repeat(10_000));
}

#[test]
fn a_form_without_the_right_token_does_nothing() {
    let town = Town::new();
    let (mut melder, code, form) = opened(&town);
    let mut other = town.melder();
    let others = other.opens(&code).form("/postvak").value("token").to_owned();
    assert_ne!(others, form.value("token"), "each opening has its own");
    for token in ["", "x", &others, &"0".repeat(32)] {
        let wrong = form.clone().fill("token", token).fill("bericht", "Van iemand anders.");
        melder.browser.submit(&wrong).must_be(403).must_say("Uw bericht is niet verstuurd");
        let close = Form { action: "/postvak/sluiten".into(), fields: wrong.fields, files: Vec::new() };
        melder.browser.submit(&close).must_be(403);
    }
    let missing = Form { fields: vec![("bericht".into(), "Zonder.".into())], ..form };
    melder.browser.submit(&missing).must_be(403);
    let page = melder.browser.open("/postvak");
    page.must_be(200).must_say("Er is nog geen bericht");
    // Without a cookie there is no mailbox to write in.
    let page = raw::post(&town.portal, "/postvak", "", b"bericht=hallo");
    page.must_be(403).must_say("Uw bericht is niet verstuurd");
    for cookie in ["postvak=", "postvak=onzin", "postvak=AAAA", &format!("postvak={}", "A".repeat(700))] {
        for path in ["/postvak", "/postvak/sluiten"] {
            let page = raw::post(&town.portal, path, cookie, b"bericht=hallo");
            let told = [200, 303, 403].contains(&page.status) && !page.says("Uw bericht is verstuurd");
            assert!(told, "{cookie} {path} {}", page.status);
        }
    }
}

#[test]
fn two_windows_lose_neither_message() {
    let town = Town::new();
    let (mut melder, _, first) = opened(&town);
    let second = melder.browser.open("/postvak").form("/postvak");
    melder.browser.submit(&first.fill("bericht", "Uit het eerste venster.")).must_be(200);
    let page = melder.browser.submit(&second.fill("bericht", "Uit het tweede venster."));
    page.must_be(409).must_say("Dit bericht is nog niet verstuurd").must_say("Uit het eerste venster.");
    let again = page.form("/postvak");
    assert_eq!(again.value("bericht"), "Uit het tweede venster.");
    let page = melder.browser.submit(&again);
    page.must_be(200).must_say("Uit het eerste venster.").must_say("Uit het tweede venster.");
}

#[test]
fn pressing_twice_stores_once_and_saying_it_again_stores_twice() {
    let town = Town::new();
    let (mut melder, _, form) = opened(&town);
    let form = form.fill("bericht", "Nog iets over de huur.");
    for _ in 0..3 {
        let page = melder.browser.submit(&form);
        page.must_say("Uw bericht is verstuurd");
        assert_eq!(messages(&page, "Nog iets over de huur."), 1);
    }
    assert_eq!(messages(&melder.writes("Nog iets over de huur."), "Nog iets over de huur."), 2);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    assert_eq!(messages(&aov.reads(&kenmerk), "Nog iets over de huur."), 2);
}

#[test]
fn the_same_message_from_eight_hands_at_once_is_one_message() {
    let town = Town::new();
    let (mut melder, _, form) = opened(&town);
    let body = encode(&form.fill("bericht", "Eén keer is genoeg.").fields);
    let cookie = format!("postvak={}", melder.browser.cookies["postvak"]);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let send = || raw::post(&town.portal, "/postvak", &cookie, body.as_bytes()).status;
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(send)).collect();
        threads.into_iter().map(|thread| thread.join().expect("an answer")).collect()
    });
    assert!(statuses.contains(&303), "{statuses:?}");
    assert_eq!(messages(&melder.browser.open("/postvak"), "Eén keer is genoeg."), 1);
    assert!(statuses.iter().all(|status| *status == 303), "each of them hears that it was sent: {statuses:?}");
}

#[test]
fn a_mistyped_code_is_mended_without_asking_the_store() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    town.tamper("ALTER TABLE signal RENAME TO gone");
    let mut words: Vec<_> = code.split(' ').map(str::to_owned).collect();
    let right = std::mem::replace(&mut words[3], "xqzwv".into());
    let page = melder.opens(&words.join(" "));
    refused(&page, &["ophaalcode"]);
    page.must_say("Woord 4 (‘xqzwv’) staat niet in onze lijst.");
    assert_eq!(page.form("/ophalen").value("ophaalcode"), words.join(" "));
    // One letter wrong past the four that count does no harm; one wrong within them is mended by the page.
    words[3] = format!("{}x{}", &right[..1], &right[1..]);
    let page = melder.opens(&words.join(" "));
    refused(&page, &["ophaalcode"]);
    page.must_say(&right);
    for (typed, says) in
        [("", "Typ de tien woorden"), ("appel", "U typte 1 woord"), (&format!("{code} {code}"), "20 woorden")]
    {
        let page = melder.opens(typed);
        refused(&page, &["ophaalcode"]);
        page.must_say(says);
        assert!(melder.browser.cookies.is_empty(), "the cookie went with the page");
    }
    town.tamper("ALTER TABLE gone RENAME TO signal");
    melder.opens(&code.to_uppercase().replace(' ', "-")).must_be(200).must_say("Uw postvak");
    let four: Vec<String> = code.split(' ').map(|word| word.chars().take(4).collect()).collect();
    town.melder().opens(&four.join("\n")).must_be(200).must_say("Uw postvak");
}

#[test]
fn ten_good_words_of_nobody_open_nothing() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    let mut words: Vec<_> = code.split(' ').collect();
    words.rotate_left(1);
    let page = melder.opens(&words.join(" "));
    page.must_be(404).must_say("Er is geen postvak met deze woorden").must_say("andere volgorde");
    assert!(
        !page.body.contains(words[0]) || !page.body.contains(words[9]),
        "words that may be good are not shown again"
    );
    assert!(melder.browser.cookies.is_empty());
    melder.opens(&code).must_be(200);
}

#[test]
fn an_opened_mailbox_closes_by_itself_after_two_hours() {
    let town = Town::new();
    let (mut melder, code, form) = opened(&town);
    town.later(TimeDelta::minutes(119));
    melder.browser.open("/postvak").must_be(200).must_say("Uw postvak");
    town.later(TimeDelta::minutes(1));
    let late = melder.browser.post("/postvak", &form.fill("bericht", "Te laat.").fields);
    late.must_be(403).must_say("Uw bericht is niet verstuurd").must_say("Te laat.");
    assert!(melder.browser.cookies.is_empty(), "the cookie is gone");
    let page = melder.browser.open("/postvak");
    page.must_be(200).must_say("Uw ophaalcode");
    melder.opens(&code).must_be(200).must_say("Er is nog geen bericht");
}

#[test]
fn entering_words_is_always_answered_alike() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    let mut wrong: Vec<_> = code.split(' ').collect();
    wrong.swap(0, 9);
    let entered = [
        code.clone(),
        wrong.join(" "),
        code.replace(' ', "-"),
        "xqzwv ".repeat(10),
        String::new(),
        "één twee".into(),
        "a".repeat(1_000_000),
        "é".repeat(5_000),
        format!("{code} {code}"),
    ];
    let shape = |page: &Page| {
        let cookie = page.header("set-cookie").unwrap_or_default();
        let (pair, attributes) = cookie.split_once(';').unwrap_or_default();
        let mut headers: Vec<_> = page.headers.clone();
        headers.retain(|(name, _)| name != "set-cookie" && name != "date");
        headers.sort();
        (page.status, page.body.clone(), pair.len(), attributes.to_owned(), headers)
    };
    let mut seen = Vec::new();
    for typed in entered {
        let body = encode(&[("ophaalcode".into(), typed)]);
        seen.push(shape(&raw::post(&town.portal, "/ophalen", "", body.as_bytes())));
    }
    seen.push(shape(&raw::post(&town.portal, "/ophalen", "", b"ophaalcode=%ff%00")));
    seen.push(shape(&raw::post(&town.portal, "/ophalen", "", b"")));
    seen.push(shape(&raw::ask(&town.portal, "POST", "/ophalen", &[("Content-Type", "application/json")], b"{}")));
    assert_eq!(
        (seen[0].0, seen[0].4.iter().any(|(name, value)| name == "location" && value == "/postvak")),
        (303, true)
    );
    for (number, one) in seen.iter().enumerate() {
        assert_eq!(one, &seen[0], "entry {number}");
    }
}

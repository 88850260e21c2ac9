//! Adversary A1: somebody on the network, who sees how much goes over the line and when. Answers say by their size neither
//! which page they are nor whether there was an answer to read.

use std::collections::BTreeSet;

use crate::helpers::{
    browser::{Form, encode},
    installation::{Installation, PASSWORD},
    people::Tale,
    raw,
    town::Town,
};

const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// Bytes of a whole answer, its head included.
fn weight(town: &Town, method: &str, path: &str, cookie: &str, body: &[u8]) -> usize {
    let page = raw::ask(&town.portal, method, path, &[FORM, ("Cookie", cookie)], body);
    let reason = format!("HTTP/1.1 {}", page.status).len();
    reason + page.headers.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>() + page.bytes.len()
}

#[test]
fn every_page_of_the_portal_has_one_size_on_the_line() {
    let town = Town::new();
    let mut sizes = BTreeSet::new();
    for path in
        ["/", "/melden", "/ophalen", "/uitleg", "/wegwijzer", "/privacy", "/toegankelijkheid", "/poster", "/niets"]
    {
        for language in ["", "/en"] {
            let path =
                if path == "/" && !language.is_empty() { language.to_owned() } else { [language, path].concat() };
            sizes.insert(weight(&town, "GET", &path, "", b""));
        }
    }
    let mut melder = town.melder();
    let story = melder.browser.open("/melden").form("/melden/over").tick("over_wie", "raadslid");
    let check = melder.prepares(&Tale::ordinary()).form("/melden/versturen");
    let posted = |form: &Form| encode(&form.fields).into_bytes();
    for (path, body) in [
        ("/melden/over", posted(&story)),
        ("/melden/verhaal", posted(&check)),
        ("/melden/woorden", posted(&check)),
        ("/melden/controle", posted(&check)),
        ("/melden/verhaal", posted(&check.clone().fill("wat", ""))),
        ("/melden/versturen", posted(&check)),
    ] {
        sizes.insert(weight(&town, "POST", path, "", &body));
    }
    // A page has a few bytes more or less of status and digits, and no more than that.
    let (least, most) = (sizes.first().expect("a size"), sizes.last().expect("a size"));
    assert!(most - least < 24, "{sizes:?}");
}

#[test]
fn a_mailbox_weighs_the_same_with_an_answer_and_without_and_so_do_words_that_nobody_has() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    let cookie_of = |words: &str| {
        let body = encode(&[("ophaalcode".to_owned(), words.to_owned())]);
        let page = raw::ask(&town.portal, "POST", "/ophalen", &[FORM], body.as_bytes());
        let size: usize = page.headers.iter().map(|(name, value)| name.len() + value.len()).sum();
        let cookie = page.must_be(303).header("set-cookie").expect("a cookie").split(';').next().map(str::to_owned);
        (cookie.expect("a pair"), size)
    };
    let (good, at_good) = cookie_of(&code);
    let (wrong, at_wrong) = cookie_of("aambeeld ".repeat(10).trim());
    let (mistyped, at_mistyped) = cookie_of("dit zijn geen tien woorden");
    assert!(at_good == at_wrong && at_wrong == at_mistyped);
    let empty = weight(&town, "GET", "/postvak", &good, b"");
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Ontvangstbevestiging", &"Wij gaan ermee aan de slag. ".repeat(20)).must_be(200);
    for other in [
        weight(&town, "GET", "/postvak", &good, b""),
        weight(&town, "GET", "/postvak", &wrong, b""),
        weight(&town, "GET", "/postvak", &mistyped, b""),
    ] {
        assert!(empty.abs_diff(other) < 24, "{empty} and {other}");
    }
}

#[test]
fn of_two_mailbox_cookies_neither_is_believed() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    let own = format!("postvak={}", melder.browser.cookies["postvak"]);
    raw::ask(&town.portal, "GET", "/postvak", &[("Cookie", &own)], b"").must_be(200);
    let mut other = town.melder();
    let planted = other.reports(&Tale::about(&["burger"], "Iets van een ander."));
    other.opens(&planted).must_be(200);
    let planted = format!("postvak={}", other.browser.cookies["postvak"]);
    for both in [format!("{own}; {planted}"), format!("{planted}; {own}")] {
        let asked = raw::ask(&town.portal, "GET", "/postvak", &[("Cookie", &both)], b"");
        assert_eq!(asked.must_be(303).header("location"), Some("/ophalen"));
    }
}

#[test]
fn over_https_no_other_site_of_the_municipality_can_plant_a_cookie() {
    let made = Installation::founded();
    for (from, to) in [
        ("public_url = \"http://127.0.0.1:8080\"", "public_url = \"https://meld.gemeente.example\""),
        ("public_url = \"http://127.0.0.1:8081\"", "public_url = \"https://signalen.gemeente.example\""),
    ] {
        made.edit(from, to);
    }
    let program = made.serve();
    let entered = raw::ask(&program.portal, "POST", "/ophalen", &[FORM], b"ophaalcode=wat+woorden");
    let login = raw::ask(&program.desk, "GET", "/inloggen", &[], b"").form("/inloggen");
    let login = login.fill("gebruiker", "aov").fill("wachtwoord", PASSWORD);
    let login = login.fill("code", &crate::helpers::phone::code_now("aov").expect("a code"));
    let login = raw::ask(&program.desk, "POST", "/inloggen", &[FORM], encode(&login.fields).as_bytes());
    for (page, name) in [(&entered, "__Host-postvak="), (&login, "__Host-sessie=")] {
        let cookie = page.must_be(303).header("set-cookie").expect("a cookie");
        assert!(cookie.starts_with(name) && cookie.contains("; Secure") && cookie.contains("; Path=/"), "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
    // The name without it, which another site could have set, is not looked at.
    let sealed = entered.header("set-cookie").and_then(|cookie| cookie.split(';').next()).expect("a pair").to_owned();
    let plain = sealed.replacen("__Host-", "", 1);
    raw::ask(&program.portal, "GET", "/postvak", &[("Cookie", &sealed)], b"").must_be(422);
    raw::ask(&program.portal, "GET", "/postvak", &[("Cookie", &plain)], b"").must_be(303);
}

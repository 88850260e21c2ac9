//! The report's pages: what is missing, unknown, too large, of the wrong kind, or for a reader who cannot be reached.

use domain::RouteName;

use super::{FORM, refused, stored};
use crate::helpers::{
    people::{Melder, Tale, code_on},
    raw,
    town::Town,
};

const STEPS: [&str; 3] = ["/melden/over", "/melden/verhaal", "/melden/versturen"];

#[test]
fn an_empty_form_at_any_step_says_what_is_missing_and_loses_nothing() {
    let town = Town::new();
    let mut melder = town.melder();
    let over = melder.browser.open("/melden").form("/melden/over");
    let page = melder.browser.submit(&over);
    refused(&page, &["over_wie"]);
    assert_eq!(page.form("/melden/over").value("nonce"), over.value("nonce"), "the form is still the same form");

    let story = melder.browser.submit(&over.fill("over_wie", "burger"));
    let empty = story.must_be(200).form("/melden/verhaal");
    let page = melder.browser.submit(&empty);
    refused(&page, &["soort", "wat"]);
    assert_eq!(page.form("/melden/verhaal").value("over_wie"), "burger");

    let some = page.form("/melden/verhaal").fill("wie", "De buurman").fill("vragen_mag", "ja").fill("wat", " \r\n\t ");
    let page = melder.browser.submit(&some);
    refused(&page, &["soort", "wat"]);
    let kept = page.form("/melden/verhaal");
    assert_eq!((kept.value("wie"), kept.value("vragen_mag")), ("De buurman", "ja"));
    assert_eq!(kept.value("nonce"), some.value("nonce"));

    for path in STEPS {
        refused(&melder.browser.send(path, FORM, b""), &["over_wie"]);
    }
    refused(&melder.browser.send("/melden/versturen", FORM, b"over_wie=burger&wat=x"), &["soort"]);
    refused(&melder.browser.send("/melden/versturen", FORM, b"over_wie=burger&soort=allebei"), &["wat"]);
    assert_eq!(stored(&town), 0);
}

#[test]
fn values_that_no_form_offers_are_an_error_at_their_field() {
    let town = Town::new();
    let mut melder = town.melder();
    for path in STEPS {
        refused(&melder.browser.send(path, FORM, b"over_wie=koning&soort=allebei&wat=x"), &["over_wie"]);
    }
    for path in &STEPS[1..] {
        let mut sent = |more: &str| melder.browser.send(path, FORM, format!("over_wie=burger&wat=x&{more}").as_bytes());
        refused(&sent("soort=iets"), &["soort"]);
        refused(&sent("soort=allebei&direct_gevaar=misschien&vragen_mag=JA"), &["direct_gevaar", "vragen_mag"]);
    }
    let page = melder.browser.send("/melden/versturen", FORM, b"over_wie=burger&soort=allebei&wat=x&ook_over=koning");
    page.must_be(422);
    assert_eq!(stored(&town), 0);
}

#[test]
fn fields_that_nobody_knows_are_ignored() {
    let town = Town::new();
    let mut melder = town.melder();
    let check = melder.prepares(&Tale::ordinary());
    let form = check.form("/melden/versturen").tick("voornaam", "Jan").tick("constructor", "x").tick("", "y");
    let sent = melder.browser.submit(&form);
    code_on(sent.must_be(200));
    let page = melder.browser.post("/melden/controle", &form.fields);
    assert!(!page.must_be(200).body.contains("constructor"), "what is not ours does not travel along");
}

#[test]
fn a_body_over_two_mebibytes_gets_413_and_the_limit_in_words() {
    let town = Town::new();
    let mut melder = town.melder();
    let body = |length: usize| {
        let mut body = b"over_wie=burger&soort=allebei&wat=".to_vec();
        body.resize(length, b'a');
        body
    };
    let limit = 2 * 1024 * 1024;
    for path in STEPS {
        for length in [limit + 1, 3 * limit] {
            let page = raw::post(&town.portal, path, "", &body(length));
            page.must_be(413).must_say("2 MiB").must_say("Er is nu niets bewaard");
        }
    }
    raw::post(&town.portal, "/ophalen", "", &body(limit + 1)).must_be(413).must_say("2 MiB");
    // A length that is not told beforehand is counted.
    let chunk = format!("{:x}\r\n{}\r\n", limit, "a".repeat(limit));
    let head = format!(
        "POST /melden/over HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    );
    raw::bytes(&town.portal, format!("{head}{chunk}{chunk}0\r\n\r\n").as_bytes()).must_be(413).must_say("2 MiB");
    // The limit itself still is a form.
    let page = melder.browser.send("/melden/verhaal", FORM, &body(limit));
    refused(&page, &["wat"]);
    page.must_say("Er passen 100.000 tekens in.");
}

#[test]
fn a_body_of_another_kind_gets_415_and_a_page() {
    let town = Town::new();
    let mut melder = town.melder();
    for path in STEPS {
        for kind in ["application/json", "multipart/form-data; boundary=x", "text/plain", ""] {
            let page = melder.browser.send(path, kind, br#"{"over_wie":"burger","soort":"allebei","wat":"x"}"#);
            page.must_be(415).must_say("Er is nu niets bewaard");
        }
        melder.browser.send(path, &format!("{FORM}; charset=UTF-8"), b"").must_be(422);
        melder.browser.send(path, "Application/X-WWW-Form-URLEncoded", b"").must_be(422);
        melder.browser.send(path, &format!("{FORM}x"), b"").must_be(415);
    }
    assert_eq!(stored(&town), 0);
}

#[test]
fn another_method_gets_405_and_says_which_are_allowed() {
    let town = Town::new();
    let allowed = [
        ("/", "GET, HEAD"),
        ("/uitleg", "GET, HEAD"),
        ("/stijl.css", "GET, HEAD"),
        ("/melden", "GET, HEAD"),
        ("/melden/over", "POST"),
        ("/melden/verhaal", "POST"),
        ("/melden/woorden", "POST"),
        ("/melden/controle", "POST"),
        ("/melden/versturen", "POST"),
        ("/ophalen", "GET, HEAD, POST"),
        ("/postvak", "GET, HEAD, POST"),
        ("/postvak/sluiten", "POST"),
    ];
    for (path, allowed) in allowed {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
            if allowed.contains(method) {
                continue;
            }
            let page = raw::ask(&town.portal, method, path, &[], b"");
            page.must_be(405).must_say("Wat u nu invulde, is niet verstuurd");
            let mut methods: Vec<_> = page.header("allow").unwrap_or_default().split(", ").collect();
            methods.sort_unstable();
            assert_eq!(methods.join(", "), allowed, "{method} {path}");
        }
    }
}

#[test]
fn an_unknown_address_gets_404_and_a_way_back() {
    let town = Town::new();
    for path in [
        "/admin",
        "/melden/",
        "/melden/onbekend",
        "//",
        "/%00",
        "/%ff",
        "/../etc/passwd",
        "/postvak/1",
        "/signalen/2026-AAAAAA",
    ] {
        for method in ["GET", "POST", "DELETE"] {
            let page = raw::ask(&town.portal, method, path, &[], b"");
            page.must_be(404).must_say("Deze pagina bestaat niet");
            assert!(page.links().contains(&"/".to_owned()));
        }
    }
}

#[test]
fn a_reader_who_cannot_be_reached_takes_nothing_and_the_page_says_so() {
    let town = Town::with_routes(&[RouteName::Aov]);
    let mut melder = town.melder();
    let page = melder.browser.open("/melden");
    page.must_say("De burgemeester: nog niet bereikbaar").must_say("0800-7000");
    let offered = page.texts("input[name=over_wie] + label");
    assert!(!offered.iter().any(|label| label.contains("wethouder")), "{offered:?}");
    melder.browser.open("/uitleg").must_be(200).must_say("nog niet bereikbaar");
    for over in ["over_wie=wethouder", "over_wie=burger&over_wie=burgemeester"] {
        for path in STEPS {
            let body = format!("{over}&soort=allebei&wat=Dit is mijn verhaal");
            let page = melder.browser.send(path, FORM, body.as_bytes());
            page.must_be(422).must_say("nog niet bereikbaar");
            // With the subject that cannot be reached gone from the list, the form still carries the story.
            if path != "/melden/over" {
                assert_eq!(page.form("/melden/over").value("wat"), "Dit is mijn verhaal");
            }
        }
    }
    // Answering that it is also about the burgemeester moves it to a reader who cannot be reached.
    let check = melder.prepares(&Tale::about(&["burger"], "De burgemeester was erbij."));
    let form = check.must_be(200).form("/melden/versturen");
    let page = melder.browser.submit(&form.clone().tick("ook_over", "burgemeester"));
    page.must_be(422).must_say("nog niet bereikbaar");
    assert_eq!(page.form("/melden/over").value("wat"), "De burgemeester was erbij.");
    assert_eq!(stored(&town), 0);
    melder.browser.submit(&form.tick("ook_over", "nee")).must_be(200).must_say("Uw ophaalcode");
    assert_eq!(stored(&town), 1);
}

#[test]
fn where_nobody_can_be_reached_yet_nothing_is_asked() {
    let town = Town::with_routes(&[]);
    let mut melder = Melder::at(&town.portal);
    let page = melder.browser.open("/melden");
    page.must_be(200).must_say("U kunt hier nu nog niet melden").must_say("0800-7000");
    assert!(page.html().select(&crate::helpers::browser::selector("form")).next().is_none());
    for path in STEPS {
        let page = melder.browser.send(path, FORM, b"over_wie=burger&soort=allebei&wat=x");
        page.must_be(422).must_say("nog niet bereikbaar");
    }
    assert_eq!(stored(&town), 0);
}

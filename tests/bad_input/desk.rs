//! The desk: who may not come in, forms that are forged, forbidden steps, and two people at once.

use chrono::TimeDelta;

use super::{FORM, refused};
use crate::helpers::{
    browser::{Browser, Form, Page, selector},
    people::{Officer, Tale},
    raw,
    town::{PASSWORD, Town},
};

/// A town with one signal for the AOV, read once by them.
fn with_signal() -> (Town, Officer, String) {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    (town, aov, kenmerk)
}

fn posts(kenmerk: &str) -> Vec<String> {
    ["bericht", "status", "omschrijving", "weging"].map(|form| format!("/signalen/{kenmerk}/{form}")).to_vec()
}

/// Every field a desk form may ask, filled in well.
fn filled(token: &str) -> Vec<(String, String)> {
    let mut fields =
        vec![("token", token), ("type", "Vraag"), ("bericht", "Wat zag u?"), ("status", "Ontvangst bevestigd")];
    fields.extend([("reden", "Daarom."), ("omschrijving", "Vals"), ("route", "aov"), ("versie", "0")]);
    fields.extend([("proportionaliteit", "Vals"), ("conclusie", "Vals")]);
    let mut fields: Vec<_> = fields.into_iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    fields.extend("abcdefgh".chars().map(|letter| (format!("{letter}_toelichting"), "Vals".to_owned())));
    fields
}

#[test]
fn a_wrong_password_an_unknown_name_and_a_disabled_account_get_one_answer() {
    Town::each(|town| {
        town.tamper("UPDATE account SET disabled = TRUE WHERE name = 'aov2'");
        let answer = |name: &str, password: &str| {
            let mut officer = Officer::at(&town.desk);
            let page = officer.logs_in(name, password);
            page.must_be(422).must_say("Naam en wachtwoord horen niet bij elkaar");
            assert!(officer.browser.cookies.is_empty());
            let mut headers = page.headers.clone();
            headers.retain(|(header, _)| header != "date" && header != "content-length");
            headers.sort();
            assert!(!page.body.contains(PASSWORD), "no password comes back");
            // Where a name is longer, the padding behind the page is shorter.
            let (said, _padding) = page.body.split_once("<!--").expect("padding");
            (said.replace(&format!("value=\"{name}\""), "value=\"NAAM\""), headers, page.bytes.len())
        };
        let wrong = answer("aov", "niet het goede wachtwoord");
        assert_eq!(answer("onbekend", PASSWORD), wrong);
        assert_eq!(answer("aov2", PASSWORD), wrong);
        assert_eq!(answer("aov2", "niet het goede wachtwoord"), wrong);
        assert_eq!(answer("aov", &PASSWORD.to_uppercase()), wrong);
        let mut officer = Officer::at(&town.desk);
        officer.logs_in("", "").must_be(422);
        officer.logs_in("aov", "").must_be(422);
        officer.logs_in("' OR 1=1 --", &"x".repeat(100_000)).must_be(422);
        officer.browser.send("/inloggen", FORM, b"gebruiker=aov%00&wachtwoord=%ff").must_be(422);
        officer.logs_in(" AOV ", PASSWORD).must_be(200).must_say("Uitloggen");
    });
}

#[test]
fn a_login_form_from_another_site_is_refused() {
    let town = Town::new();
    let body = format!("gebruiker=aov&wachtwoord={}", PASSWORD.replace(' ', "+"));
    for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 303), ("none", 303)] {
        let headers = [("Content-Type", FORM), ("Sec-Fetch-Site", site)];
        let page = raw::ask(&town.desk, "POST", "/inloggen", &headers, body.as_bytes());
        assert_eq!((page.status, page.header("set-cookie").is_some()), (status, status == 303), "{site}");
    }
}

#[test]
fn a_form_without_the_sessions_token_changes_nothing() {
    let (town, mut aov, kenmerk) = with_signal();
    let token = aov.reads(&kenmerk).form("/uitloggen").value("token").to_owned();
    let others = town.officer("aov").browser.open("/").form("/uitloggen").value("token").to_owned();
    let before = aov.reads(&kenmerk).body;
    let mut paths = posts(&kenmerk);
    paths.extend(["/uitloggen", "/beheer/route", "/beheer/toelaten"].map(str::to_owned));
    for path in &paths {
        for wrong in ["", "x", &others, &token[..token.len() - 1], &token.to_uppercase()] {
            if wrong == token {
                continue;
            }
            aov.browser.post(path, &filled(wrong)).must_be(403).must_say("Er is niets bewaard");
        }
        aov.browser.post(path, &filled("")[1..]).must_be(403);
        aov.browser.send(path, "application/json", br#"{"token":"x"}"#).must_be(403);
        // Without a session nothing is looked at.
        let page = Browser::at(&town.desk).post(path, &filled(&token));
        assert_eq!(page.status, 303);
        assert!(page.header("location").is_some_and(|to| to.starts_with("/inloggen")), "{path}");
    }
    assert_eq!(aov.reads(&kenmerk).body, before);
}

#[test]
fn only_steps_of_the_table_can_be_taken() {
    let (_town, mut aov, kenmerk) = with_signal();
    let path = format!("/signalen/{kenmerk}/status");
    for status in ["Gewogen", "Afgehandeld", "In feitenonderzoek", "Vernietigd", "Ontvangen"] {
        let page = aov.sets_status(&kenmerk, status, "Omdat het kan");
        page.must_be(422).must_say("Status");
        assert_eq!(page.form(&path).value("reden"), "Omdat het kan");
    }
    for status in ["", "Klaar", "ontvangst bevestigd\0"] {
        refused_here(&aov.sets_status(&kenmerk, status, ""), "status");
    }
    aov.reads(&kenmerk).must_say("Nu: Ontvangen");
    aov.sets_status(&kenmerk, "Ontvangst bevestigd", "").must_be(200);
    aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    let page = aov.sets_status(&kenmerk, "Afgehandeld", "  ");
    refused_here(&page, "reden");
    page.must_say("Schrijf op waarom u deze status kiest");
    let chosen = page.form(&path);
    assert_eq!(chosen.value("status"), "Afgehandeld");
    let page = aov.sets_status(&kenmerk, "Afgehandeld", &"x".repeat(10_001));
    refused_here(&page, "reden");
    assert_eq!(page.form(&path).value("reden").len(), 10_001);
    aov.browser.submit(&chosen.fill("reden", "Te weinig om mee verder te gaan")).must_be(200).must_say("Afgehandeld");
}

/// As [`refused`], on a page with several forms.
#[track_caller]
fn refused_here(page: &Page, field: &str) {
    page.must_be(422);
    let html = page.html();
    for css in [format!("#{field}"), format!("#{field}-fout"), format!("a[href='#{field}']")] {
        assert!(html.select(&selector(&css)).next().is_some(), "no {css} on:\n{}", page.text());
    }
}

#[test]
fn a_message_of_an_unknown_kind_or_without_words_comes_back_whole() {
    let (_town, mut aov, kenmerk) = with_signal();
    let path = format!("/signalen/{kenmerk}/bericht");
    for kind in ["", "Dreigbrief", "Aanvulling melder"] {
        let page = aov.answers(&kenmerk, kind, "Beste melder,\n\ndank.");
        refused_here(&page, "type");
        assert_eq!(page.form(&path).value("bericht"), "Beste melder,\n\ndank.");
    }
    refused_here(&aov.answers(&kenmerk, "Vraag", " \n"), "bericht");
    let page = aov.answers(&kenmerk, "Terugkoppeling", &"x".repeat(10_001));
    refused_here(&page, "bericht");
    assert_eq!((page.form(&path).value("type"), page.form(&path).value("bericht").len()), ("Terugkoppeling", 10_001));
    refused_here(&aov.describes(&kenmerk, ""), "omschrijving");
    let page = aov.describes(&kenmerk, &"x".repeat(100_001));
    refused_here(&page, "omschrijving");
    assert_eq!(page.form(&format!("/signalen/{kenmerk}/omschrijving")).value("omschrijving").len(), 100_001);
    aov.reads(&kenmerk).must_say("Nu: Ontvangen");
}

#[test]
fn what_an_officer_sends_must_be_readable_text() {
    let (_town, mut aov, kenmerk) = with_signal();
    let token = aov.reads(&kenmerk).form("/uitloggen").value("token").to_owned();
    for (form, field, rest) in [
        ("bericht", "bericht", "type=Vraag"),
        ("omschrijving", "omschrijving", ""),
        ("status", "reden", "status=Ontvangst+bevestigd"),
    ] {
        for bad in ["%00", "%ff", "%ed%a0%80"] {
            let body = format!("token={token}&{rest}&{field}=eerst%0A{bad}");
            let page = aov.browser.send(&format!("/signalen/{kenmerk}/{form}"), FORM, body.as_bytes());
            refused_here(&page, field);
            assert!(page.form(&format!("/signalen/{kenmerk}/{form}")).value(field).starts_with("eerst\n"));
        }
    }
    let weighing = aov.prepares_weighing(&kenmerk, "Tekst");
    for bad in ["%00", "%ff"] {
        let body = format!(
            "{}&g_toelichting=eerst%0A{bad}",
            crate::helpers::browser::encode(&without(&weighing, "g_toelichting"))
        );
        let page = aov.browser.send(&weighing.action, FORM, body.as_bytes());
        refused(&page, &["g_toelichting"]);
    }
    assert!(!aov.reads(&kenmerk).says("Versie 1"));
}

fn without(form: &Form, field: &str) -> Vec<(String, String)> {
    form.fields.iter().filter(|(name, _)| name != field).cloned().collect()
}

#[test]
fn a_weighing_that_misses_something_keeps_everything_else() {
    let (_town, mut aov, kenmerk) = with_signal();
    let form =
        aov.prepares_weighing(&kenmerk, "Een toelichting bij").fill("a_niveau", "hoog").fill("c_toelichting", "");
    let page = aov.browser.submit(&form.clone().fill("h_toelichting", " \n").fill("conclusie", ""));
    refused(&page, &["c_toelichting", "h_toelichting", "conclusie"]);
    page.must_say("Vul criterium c in: ernst van de zaak.");
    let kept = page.form(&form.action);
    for letter in "abdefg".chars() {
        assert_eq!(kept.value(&format!("{letter}_toelichting")), format!("Een toelichting bij {letter}"));
    }
    assert_eq!((kept.value("a_niveau"), kept.value("f_niveau")), ("hoog", "niet van toepassing"));
    assert_eq!(kept.value("proportionaliteit"), "Een toelichting bij");
    let well = kept.fill("c_toelichting", "Ernstig").fill("h_toelichting", "Geen haast").fill("conclusie", "Verder");
    refused(&aov.browser.submit(&well.clone().fill("a_niveau", "niet van toepassing")), &["a_niveau"]);
    refused(&aov.browser.submit(&well.clone().fill("b_niveau", "9")), &["b_niveau"]);
    refused(&aov.browser.submit(&well.clone().fill("d_toelichting", &"x".repeat(10_001))), &["d_toelichting"]);
    assert!(!aov.reads(&kenmerk).says("Versie 1"), "nothing of it was stored");
    aov.browser.submit(&well).must_be(200).must_say("Versie 1").must_say("Geen haast");
}

#[test]
fn two_people_who_weigh_at_once_lose_nothing() {
    let (town, mut aov, kenmerk) = with_signal();
    let mut second = town.officer("aov2");
    let (one, two) =
        (aov.prepares_weighing(&kenmerk, "Volgens de eerste"), second.prepares_weighing(&kenmerk, "Volgens de tweede"));
    aov.browser.submit(&one).must_be(200).must_say("Versie 1");
    let page = second.browser.submit(&two);
    page.must_be(409).must_say("Er is intussen een nieuwe versie").must_say("Volgens de eerste c");
    let again = page.form(&two.action);
    assert_eq!(again.value("c_toelichting"), "Volgens de tweede c");
    assert_eq!(again.value("f_niveau"), "niet van toepassing");
    second.browser.submit(&again).must_be(200).must_say("Versie 2");
    let page = aov.reads(&kenmerk);
    page.must_say("Volgens de eerste c").must_say("Volgens de tweede c").must_say("Versie 1").must_say("Versie 2");
}

#[test]
fn who_is_no_member_gets_the_answer_of_what_does_not_exist() {
    let (town, mut aov, kenmerk) = with_signal();
    let before = aov.reads(&kenmerk).body;
    for insider in ["integriteit", "burgemeester", "beheer"] {
        let mut officer = town.officer(insider);
        let token = officer.browser.open("/").form("/uitloggen").value("token").to_owned();
        assert!(officer.queue().is_empty());
        for query in ["/wachtrij?route=aov", "/wachtrij?route=aov&status=Ontvangen&pagina=1", "/"] {
            assert!(!officer.browser.open(query).must_be(200).body.contains(&kenmerk), "{insider} {query}");
        }
        let mut gets = |path: &str| {
            let page = officer.browser.fetch(path);
            (page.status, page.body)
        };
        let nothing = gets("/signalen/2026-ZZZZZZ");
        assert_eq!(nothing.0, 404);
        assert_eq!(gets(&format!("/signalen/{kenmerk}")), nothing);
        assert_eq!(gets(&format!("/signalen/{kenmerk}/weging")), nothing);
        for wrong in ["x", "2026-", "%00", "2026-zzzzzz%0a", "' OR 1=1", "../../beheer"] {
            assert_eq!(
                gets(&format!("/signalen/{}", wrong.replace(' ', "%20").replace('\'', "%27"))).0,
                404,
                "{wrong}"
            );
        }
        for path in posts(&kenmerk) {
            let page = officer.browser.post(&path, &filled(&token));
            assert_eq!((page.status, page.body), nothing, "{insider} {path}");
        }
        officer.browser.post("/beheer/toelaten", &filled(&token)).must_be(403);
        officer.browser.post("/beheer/route", &filled(&token)).must_be(403);
    }
    assert_eq!(aov.reads(&kenmerk).body, before);
}

#[test]
fn a_session_ends_when_nobody_clicks_and_after_a_working_day() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    town.later(TimeDelta::minutes(14));
    aov.browser.fetch("/").must_be(200);
    town.later(TimeDelta::minutes(14));
    aov.browser.fetch("/").must_be(200);
    town.later(TimeDelta::minutes(15));
    let page = aov.browser.fetch("/");
    assert_eq!((page.status, page.header("location")), (303, Some("/inloggen?verlopen")));
    // The cookie stays, and opens nothing but what is being typed in another window.
    assert_eq!(aov.browser.fetch("/wachtrij").status, 303);
    aov.browser.open("/inloggen?verlopen").must_say("Uw sessie is verlopen");

    let mut aov = town.officer("aov");
    for _ in 0..34 {
        town.later(TimeDelta::minutes(14));
        aov.browser.fetch("/").must_be(200);
    }
    town.later(TimeDelta::minutes(4));
    assert_eq!(aov.browser.fetch("/").status, 303, "eight hours is the longest");
}

#[test]
fn a_session_that_was_ended_does_not_come_back() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let cookies = aov.browser.cookies.clone();
    let leave = aov.browser.open("/").form("/uitloggen");
    aov.browser.submit(&leave).must_be(200).must_say("U bent uitgelogd");
    assert!(!aov.browser.cookies.contains_key("sessie"));
    aov.browser.cookies = cookies;
    assert_eq!(aov.browser.fetch("/wachtrij").status, 303, "the old cookie opens nothing");

    let mut aov = town.officer("aov");
    assert!(town.runtime.block_on(town.store.disable_account("aov")).expect("stored"));
    assert_eq!(aov.browser.fetch("/").status, 303, "a disabled account is out at once");
    for cookie in ["sessie=", "sessie=onzin", &format!("sessie={}", "A".repeat(43))] {
        let page = raw::ask(&town.desk, "GET", "/", &[("Cookie", cookie)], b"");
        assert_eq!(page.status, 303, "{cookie}");
    }
}

//! Sessions: they say until when they last, end where their owner ends them, and lose nothing that was typed.

use chrono::TimeDelta;

use crate::helpers::{
    browser::Page,
    people::{Officer, Tale},
    raw,
    town::{PASSWORD, Town},
};

const TYPED: &str = "Een lang antwoord.\nMet een tweede regel, en <tekens>.";

/// Goes round the login page with what was sent too late.
fn comes_back(officer: &mut Officer, page: &Page, login: &str) -> Page {
    let form = page.must_be(403).must_say("Wat u typte is bewaard").form("/inloggen");
    officer.browser.submit(&form.fill("gebruiker", login).fill("wachtwoord", PASSWORD))
}

#[test]
fn nothing_typed_is_lost_because_a_session_ended() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let path = format!("/signalen/{kenmerk}/omschrijving");
        let form = aov.reads(&kenmerk).form(&path).fill("omschrijving", TYPED);
        town.later(TimeDelta::minutes(16));
        // Another window says so too, and changes nothing about it.
        aov.browser.open("/").must_say("Uw sessie is verlopen");
        let page = aov.browser.submit(&form);
        assert!(!page.body.contains("tweede regel"), "a page that stands open tells a bystander nothing");
        // A mistyped password, and it is still there.
        let form = page.form("/inloggen").fill("gebruiker", "aov").fill("wachtwoord", "mis");
        let page = aov.browser.submit(&form);
        let again = aov.browser.submit(&page.must_be(422).form("/inloggen").fill("wachtwoord", PASSWORD));
        let form = again.must_be(200).must_say("Dit is nog niet verstuurd").form(&path);
        assert_eq!(form.value("omschrijving").replace("\r\n", "\n"), TYPED);
        aov.browser.submit(&form).must_be(200);
        aov.reads(&kenmerk).must_say("Met een tweede regel");

        // A message, whose form can have files.
        let path = format!("/signalen/{kenmerk}/bericht");
        let form = aov.reads(&kenmerk).form(&path).fill("type", "Vraag").fill("bericht", "Waar was dat precies?");
        let form = form.attach("bijlagen", "kaart.txt", b"een kaart");
        town.later(TimeDelta::hours(3));
        let page = aov.browser.submit(&form);
        let again = comes_back(&mut aov, &page, "aov");
        again.must_be(200).must_say("bestanden gekozen");
        aov.browser.submit(&again.form(&path).attach("bijlagen", "", b"")).must_be(200);
        melder.opens(&code).must_be(200).must_say("Waar was dat precies?");
    });
}

#[test]
fn what_was_typed_comes_back_to_nobody_else() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let form = aov.reads(&kenmerk).form(&format!("/signalen/{kenmerk}/omschrijving"));
        let form = form.fill("omschrijving", TYPED);
        town.later(TimeDelta::minutes(16));
        let page = aov.browser.submit(&form);
        // A colleague logs in at the same machine.
        let theirs = comes_back(&mut aov, &page, "integriteit");
        theirs.must_be(200).must_not_say("nog niet verstuurd").must_not_say("tweede regel");
        // And on another machine, with the field alone.
        let mut other = Officer::at(&town.desk);
        let form = page.form("/inloggen").fill("gebruiker", "aov").fill("wachtwoord", PASSWORD);
        other.browser.submit(&form).must_be(200).must_not_say("nog niet verstuurd");
    });
}

#[test]
fn a_page_of_an_earlier_session_asks_before_it_sends() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let path = format!("/signalen/{kenmerk}/omschrijving");
    let form = aov.reads(&kenmerk).form(&path).fill("omschrijving", "Uit een ouder venster.");
    aov.logs_in("aov", PASSWORD).must_be(200);
    let cookie = aov.browser.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ");
    let body = crate::helpers::browser::encode(&form.fields);
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    // What another site sends, and what does not say where it comes from, is refused as before.
    for site in [None, Some("cross-site"), Some("none")] {
        let mut headers = vec![kind, ("Cookie", cookie.as_str())];
        headers.extend(site.map(|site| ("Sec-Fetch-Site", site)));
        raw::ask(&town.desk, "POST", &path, &headers, body.as_bytes()).must_be(403);
    }
    let headers = [kind, ("Cookie", cookie.as_str()), ("Sec-Fetch-Site", "same-origin")];
    let page = raw::ask(&town.desk, "POST", &path, &headers, body.as_bytes());
    let form = page.must_be(409).must_say("nog niet verstuurd").form(&path);
    aov.reads(&kenmerk).must_not_say("Uit een ouder venster");
    aov.browser.submit(&form).must_be(200);
    aov.reads(&kenmerk).must_say("Uit een ouder venster");
}

#[test]
fn a_session_says_until_when_it_lasts_and_lasts_longer_with_one_click() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    aov.browser.open("/").must_say("Ingelogd tot 12.15 uur");
    town.later(TimeDelta::minutes(14));
    aov.browser.open("/account/blijf").must_be(200).must_say("tot 12.29 uur");
    town.later(TimeDelta::minutes(14));
    aov.browser.open("/").must_say("Ingelogd tot 12.43 uur");
    town.later(TimeDelta::minutes(15));
    aov.browser.open("/").must_say("Uw sessie is verlopen");
    // Eight hours at most, however often one clicks.
    let mut aov = town.officer("aov");
    for _ in 0..47 {
        town.later(TimeDelta::minutes(10));
        aov.browser.open("/").must_say("Uitloggen");
    }
    let last = aov.browser.open("/").texts(".until").first().cloned().expect("until when");
    assert!(last.contains("20.43"), "{last}");
    town.later(TimeDelta::minutes(10));
    aov.browser.open("/").must_say("Uw sessie is verlopen");
}

#[test]
fn a_person_ends_his_sessions_elsewhere_and_nobody_elses() {
    Town::each(|town| {
        let (mut here, mut there, mut third) = (town.officer("aov"), town.officer("aov"), town.officer("aov"));
        let mut other = town.officer("aov2");
        let page = here.browser.open("/account");
        page.must_be(200).must_say("Deze sessie");
        let forms = page.actions().iter().filter(|action| *action == "/account/sessies").count();
        assert_eq!(forms, 3, "two others, and all of them");
        // Another person's session is not his to end.
        let id = ::domain::AccountId(town.account("aov2").parse().expect("an id"));
        let theirs = town.runtime.block_on(town.store.sessions_of(id)).expect("sessions");
        let theirs = data_encoding::HEXLOWER.encode(&theirs[0].lookup);
        here.browser.submit(&page.form("/account/sessies").fill("sessie", &theirs)).must_be(200);
        other.browser.open("/").must_say("Uitloggen");
        here.browser.submit(&page.form("/account/sessies")).must_be(200).must_say("De sessie is beëindigd");
        let open =
            [&mut there, &mut third].into_iter().filter_map(|o| o.browser.open("/").says("Uitloggen").then_some(()));
        assert_eq!(open.count(), 1, "one of the two");
        let all = here.browser.open("/account").form("/account/sessies").fill("sessie", "andere");
        here.browser.submit(&all).must_be(200);
        there.browser.open("/").must_say("verlopen");
        third.browser.open("/").must_say("verlopen");
        here.browser.open("/").must_say("Uitloggen");
        let wrong = here.browser.open("/account");
        let token = wrong.form("/uitloggen").value("token").to_owned();
        here.browser
            .post("/account/sessies", &[("token".into(), token), ("sessie".into(), "onzin".into())])
            .must_be(400);
    });
}

#[test]
fn letting_somebody_in_asks_the_password_again() {
    Town::each(|town| {
        let mut aov = town.officer("aov");
        aov.browser.open("/beheer").must_say("U typte uw wachtwoord net nog");
        town.later(TimeDelta::minutes(11));
        let page = aov.browser.open("/beheer");
        let action = "/beheer/voorstellen";
        let who = page.must_not_say("net nog").form(action);
        let words: Vec<_> = {
            let name = who.value("naam").to_owned();
            ::unseal::demo::person(&name).halves().fingerprint().into_iter().map(|word| word.text()).collect()
        };
        let form = who.fill("woorden", &words.join(" "));
        let again = aov.browser.submit(&form);
        again.must_be(422).must_say("Typ uw wachtwoord nog een keer");
        assert_eq!(again.form(action).value("woorden"), words.join(" "), "the words are still there");
        aov.browser.submit(&form.clone().fill("wachtwoord", "mis")).must_be(422).must_say("niet uw wachtwoord");
        // A row that says he was just asked, says so without his browser's word.
        town.tamper("UPDATE session SET proved_at = used_at");
        aov.browser.submit(&form).must_be(422);
        // Both are said at once, each at its own field: a word that nobody has is a slip of the finger and alarms nobody.
        let slip = words.join(" ").replacen(words[0], "kwxz", 1);
        let both = form.clone().fill("woorden", &slip).fill("wachtwoord", "mis");
        let page = aov.browser.submit(&both);
        page.must_be(422).must_say("Er is geen woord ‘kwxz’").must_say("niet uw wachtwoord");
        page.must_not_say("meld het aan de andere leden");
        for id in page.texts("form[action='/beheer/voorstellen'] .error") {
            assert!(id.contains("kwxz") || id.contains("niet uw wachtwoord"), "{id}");
        }
        assert_eq!(page.texts("form[action='/beheer/voorstellen'] .error").len(), 2, "one at each field");
        // A password that was right is not asked again because a word was not.
        let page = aov.browser.submit(&form.clone().fill("woorden", &slip).fill("wachtwoord", PASSWORD));
        page.must_be(422).must_say("kwxz").must_say("U typte uw wachtwoord net nog").must_not_say("niet uw wachtwoord");
        aov.browser.submit(&form).must_be(200).must_say("Uw collega is bekend");
        aov.browser.open("/beheer").must_say("U typte uw wachtwoord net nog");
    });
}

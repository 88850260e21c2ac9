//! The address at which a calendar fetches one person's meetings: his own, and until he takes it away.

use serde_json::{Value, json};

use super::{
    calendars,
    invited::{calls_off, moves, plans, scene},
};
use crate::helpers::{
    browser::{Browser, Page},
    ical,
    people::Officer,
    town::{PASSWORD, Town},
};

/// Makes an address, and gives its path.
fn makes(officer: &mut Officer) -> String {
    let form =
        officer.browser.open("/account").must_be(200).form("/account/agenda").press("/account/agenda", "stap", "maken");
    let page = officer.browser.submit(&form);
    page.must_be(200).must_say("U ziet het maar één keer");
    let [address] = page.texts("#agenda-adres").try_into().expect("one address");
    let (_, path) = address.split_once("/agenda/").expect("it");
    assert!(path.ends_with(".ics") && path.len() == 47, "{path}");
    officer.browser.open("/account").must_not_say(path).must_say("Wij kunnen het niet nog een keer tonen");
    format!("/agenda/{path}")
}

/// Fetches it as a calendar does: without a session.
fn fetches(town: &Town, path: &str) -> Page {
    Browser::at(&town.desk).fetch(path)
}

fn events(page: &Page) -> Value {
    assert_eq!(page.must_be(200).header("content-type"), Some("text/calendar; charset=utf-8"));
    assert_eq!((page.header("cache-control"), page.header("set-cookie")), (Some("no-store"), None));
    let read = ical::read(&String::from_utf8(page.bytes.clone()).expect("UTF-8"));
    assert_eq!(read["errors"], json!([]));
    assert_eq!(read["zones"], json!({ "Europe/Amsterdam": calendars::dutch_time() }));
    for event in read["events"].as_array().expect("events") {
        assert_eq!(event["properties"], json!(calendars::FETCHED));
        assert_eq!((&event["summary"], &event["class"]), (&json!("Overleg"), &json!("PRIVATE")));
    }
    read["events"].clone()
}

#[test]
fn a_calendar_fetches_the_meetings_of_one_person_and_nobody_elses() {
    Town::each_with_mail(|town| {
        if !ical::is_there() {
            return;
        }
        let mut scene = scene(town);
        let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        let mut behandelaar = scene.town.officer("behandelaar@gemeente.example");
        let (own, other) = (makes(&mut scene.aov), makes(&mut behandelaar));
        assert_eq!(events(&fetches(&scene.town, &own)), json!([]));
        plans(&mut scene, "9:30", "11:00").must_be(200);
        scene.takes("vaststellen").must_be(200);
        let found = events(&fetches(&scene.town, &own));
        assert_eq!((&found[0]["start"], &found[0]["sequence"]), (&json!("2026-12-03T08:30:00+00:00"), &json!(0)));
        assert_eq!(found[0]["stamp"], json!("2026-11-22T23:00:00+00:00"), "the day, and no hour of it");
        assert_eq!(events(&fetches(&scene.town, &other)), json!([]), "he does not come");
        scene.aov.invites(&kenmerk, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
        scene.takes("bijwerken").must_be(200);
        assert_eq!(events(&fetches(&scene.town, &other))[0]["uid"], found[0]["uid"]);
        moves(&mut scene.aov, "2026-12-03", ("10-12-2026", "13:00", "14:00")).must_be(200);
        let moved = events(&fetches(&scene.town, &own));
        assert_eq!((&moved[0]["uid"], &moved[0]["sequence"]), (&found[0]["uid"], &json!(1)));
        assert_eq!(moved[0]["start"], json!("2026-12-10T12:00:00+00:00"));
        assert_eq!(moved.as_array().map(Vec::len), Some(1), "not on the old day any more");
        calls_off(&mut scene.aov, "2026-12-10").must_be(200);
        let off = events(&fetches(&scene.town, &own));
        assert_eq!((&off[0]["status"], &off[0]["sequence"]), (&json!("CANCELLED"), &json!(2)));
        // Long ago it is no news.
        scene.town.later(chrono::TimeDelta::days(120));
        assert_eq!(events(&fetches(&scene.town, &own)), json!([]));
    });
}

#[test]
fn an_address_that_was_taken_away_is_as_one_that_never_was() {
    Town::each_with_mail(|town| {
        let never = fetches(&town, &format!("/agenda/{}.ics", "A".repeat(43)));
        never.must_be(404);
        let is_gone = |path: &str| {
            let page = fetches(&town, path);
            assert_eq!(
                (page.must_be(404).bytes.as_slice(), page.header("content-type")),
                (&never.bytes[..], never.header("content-type"))
            );
        };
        let mut jurist = town.officer("jurist@gemeente.example");
        let first = makes(&mut jurist);
        fetches(&town, &first).must_be(200);
        let second = makes(&mut jurist);
        is_gone(&first);
        fetches(&town, &second).must_be(200);
        let form =
            jurist.browser.open("/account").form("/account/agenda").press("/account/agenda", "stap", "intrekken");
        jurist.browser.submit(&form).must_be(200).must_say("werkt niet meer").must_say("U heeft nu geen adres");
        is_gone(&second);
        for wrong in
            ["/agenda/.ics", "/agenda/x.ics", "/agenda/..%2f.ics", "/agenda/x", "/agenda/", &second.replace(".ics", "")]
        {
            fetches(&town, wrong).must_be(404);
        }
        // Who is stopped, or ended, has none any more; nor who lost his key or chose a new password.
        let third = makes(&mut jurist);
        let (halted, by) = (town.account("jurist@gemeente.example"), town.account("aov@gemeente.example"));
        let id = |text: &str| ::domain::AccountId(text.parse().expect("an id"));
        assert!(town.runtime.block_on(town.store.halt(id(&halted), id(&by))).expect("written"));
        is_gone(&third);
        town.runtime.block_on(town.store.resume(id(&halted))).expect("written");
        is_gone(&third);
        let mut behandelaar = town.officer("behandelaar@gemeente.example");
        let path = makes(&mut behandelaar);
        assert!(town.runtime.block_on(town.store.disable_account("behandelaar@gemeente.example")).expect("written"));
        is_gone(&path);
        // A row that somebody puts back brings nothing back either.
        let lookup = data_encoding::HEXLOWER.encode(&::seal::Digest::of(&path.as_bytes()[8..51]).0);
        let blob = if town.url.starts_with("sqlite") { format!("x'{lookup}'") } else { format!("'\\x{lookup}'") };
        town.tamper(&format!(
            "INSERT INTO calendar_feed (account_id, lookup, made_on) SELECT id, {blob}, '2026-11-23' FROM account WHERE name \
             = 'behandelaar@gemeente.example'"
        ));
        is_gone(&path);
        let mut aov = town.officer("aov@gemeente.example");
        let path = makes(&mut aov);
        fetches(&town, &path).must_be(200);
        let form = aov.browser.open("/account/wachtwoord").form("/account/wachtwoord").fill("wachtwoord", PASSWORD);
        let chosen = "paars kanaal zonder brug 17";
        aov.browser.submit(&form.fill("nieuw", chosen).fill("nieuw2", chosen)).must_be(200);
        is_gone(&path);
    });
}

#[test]
fn the_log_says_who_made_took_away_and_fetched_and_never_the_address() {
    Town::each_with_mail(|town| {
        let mut jurist = town.officer("jurist@gemeente.example");
        let path = makes(&mut jurist);
        for _ in 0..3 {
            fetches(&town, &path).must_be(200);
        }
        fetches(&town, "/agenda/x.ics").must_be(404);
        town.later(chrono::TimeDelta::days(1));
        fetches(&town, &path).must_be(200);
        jurist = town.officer("jurist@gemeente.example");
        jurist.browser.open("/account").must_say("Het is het laatst gebruikt op 24 november 2026");
        let form =
            jurist.browser.open("/account").form("/account/agenda").press("/account/agenda", "stap", "intrekken");
        jurist.browser.submit(&form).must_be(200);
        let lines = crate::journal::said(&crate::journal::lines(&town));
        let of = |action: &str| lines.iter().filter(|line| line.contains(action)).count();
        assert_eq!(of("agenda opgehaald"), 2, "once a day: {lines:#?}");
        assert_eq!((of("adres voor agenda gemaakt"), of("adres voor agenda ingetrokken")), (2, 2), "begun and done");
        let secret = &path[8..51];
        assert!(lines.iter().all(|line| !line.contains(secret)));
    });
}

//! Who comes to a meeting hears of it, of its other day and that it is not held: when it is, once, and nothing else.

use serde_json::{Value, json};

use super::{calendars, delivers, mails, over};
use crate::{
    helpers::{
        browser::Page,
        ical,
        people::Officer,
        smtp::{Mail, Smtp},
        town::Town,
    },
    meeting::{DAY, Scene, thinks},
};

pub const COMES: [&str; 3] = ["aov2@gemeente.example", "aov@gemeente.example", "jurist@gemeente.example"];

pub fn scene(town: Town) -> Scene {
    Scene { aov: town.officer("aov@gemeente.example"), town }
}

/// Plans the next meeting of the series.
pub fn plans(scene: &mut Scene, from: &str, until: &str) -> Page {
    let form = scene.aov.browser.open("/overleggen").must_be(200).form("/overleggen");
    scene.aov.browser.submit(&form.fill("van", from).fill("tot", until))
}

/// Holds the meeting of a day at another time.
pub fn moves(aov: &mut Officer, from: &str, (day, at, until): (&str, &str, &str)) -> Page {
    let address = format!("/overleggen/{from}/verplaatsen");
    let form = aov.browser.open(&address).must_be(200).form(&address);
    aov.browser.submit(&form.fill("datum", day).fill("van", at).fill("tot", until))
}

pub fn calls_off(aov: &mut Officer, day: &str) -> Page {
    let address = format!("/overleggen/{day}");
    let form = aov.browser.open(&address).must_be(200).form_with(&address, "stap", "afgelasten");
    aov.browser.submit(&form.fill("reden", "De helft is ziek."))
}

/// The mails about meetings that arrive now, by reader.
fn new(town: &Town, smtp: &Smtp, subject: &str) -> Vec<Mail> {
    let before = smtp.mails();
    delivers(town, &over(town, smtp));
    let mut new = smtp.mails();
    new.retain(|mail| !before.contains(mail) && mail.header("subject").as_deref() != Some("Er is op uw naam ingelogd"));
    assert!(new.iter().all(|mail| mail.header("subject").as_deref() == Some(subject)), "{new:?}");
    new
}

fn readers(mails: &[Mail]) -> Vec<&str> {
    mails.iter().map(|mail| mail.to.as_str()).collect()
}

/// The one event of a mail, after what holds of every mail about a meeting.
fn event(mail: &Mail, kenmerk: &str) -> Value {
    let read = ical::read_mail(&mail.raw);
    assert_eq!(read["part"]["method"], read["method"]);
    assert_eq!((&read["part"]["charset"], &read["part"]["name"]), (&json!("utf-8"), &json!("overleg.ics")));
    assert_eq!((&read["part"]["defects"], &read["errors"]), (&json!([]), &json!([])));
    assert_eq!(read["parts"], json!(["text/calendar", "text/html", "text/plain"]));
    assert_eq!(read["zones"], json!({ "Europe/Amsterdam": calendars::dutch_time() }));
    let [event] = read["events"].as_array().expect("events").as_slice() else { panic!("one event") };
    assert_eq!(event["properties"], json!(calendars::SENT));
    assert_eq!(event["attendees"], json!([format!("mailto:{}", mail.to)]), "nobody else is named");
    assert_eq!(event["organizer"], json!("mailto:kluis@gemeente.example"));
    assert_eq!((&event["summary"], &event["class"]), (&json!("Overleg"), &json!("PRIVATE")));
    assert!(event["stamp"].as_str().is_some_and(|stamp| stamp.ends_with(":00:00+00:00")), "{event}");
    assert!(mail.header("date").is_some_and(|date| date.ends_with(":00:00 +0000")));
    let (said, _) = mail.raw.split_once("Content-Disposition").expect("a file");
    for told in [kenmerk, "LIO", "bouwplaats", "http", "ziek", "agenda vast", " signaal"] {
        assert!(!said.contains(told), "{told}: {said}");
    }
    json!({ "method": read["method"], "event": event })
}

#[test]
fn everybody_who_comes_is_told_that_it_is_held_moved_and_called_off() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        if !ical::is_there() {
            return;
        }
        let mut scene = scene(town);
        let kenmerk = scene.signal("Mogelijk contant geld op een bouwplaats.", "eerstvolgende overleg");
        plans(&mut scene, "9:30", "11.00").must_be(200).must_say("van 9.30 tot 11.00 uur");
        let invited = new(&scene.town, &smtp, "Uitnodiging voor een overleg");
        assert_eq!(readers(&invited), COMES);
        let first = event(&invited[0], &kenmerk);
        let uid = first["event"]["uid"].clone();
        assert_eq!((&first["method"], &first["event"]["sequence"]), (&json!("REQUEST"), &json!(0)));
        assert_eq!(first["event"]["start"], json!("2026-12-03T08:30:00+00:00"));
        assert_eq!(first["event"]["end"], json!("2026-12-03T10:00:00+00:00"));
        let others: Vec<_> = invited.iter().map(|mail| event(mail, &kenmerk)["event"]["uid"].clone()).collect();
        assert!(others.iter().all(|other| *other == uid));
        assert!(invited[0].text().contains("op 3 december 2026, van 9.30 tot 11.00 uur"), "{}", invited[0].text());
        // That its agenda stands is nobody's news, and neither is a button that was pressed twice.
        scene.takes("vaststellen").must_be(200);
        scene.takes("bijwerken").must_be(200);
        assert!(new(&scene.town, &smtp, "").is_empty());
        let mut jurist = scene.town.officer("jurist@gemeente.example");
        thinks(&mut jurist, &kenmerk, "hoog", "Dit moet nu.").must_be(200);
        // Held on another day, in summer time or not; who comes and what is on it go along.
        let page = moves(&mut scene.aov, DAY, ("10-12-2026", "13.00", "14:30"));
        page.must_be(200).must_say("Het overleg is verplaatst").must_say("LIO 10 december 2026").must_say(&kenmerk);
        page.must_say("van 13.00 tot 14.30 uur").must_say("Dit overleg stond eerst op 3 december 2026");
        let moved = new(&scene.town, &smtp, "Een overleg is verplaatst");
        assert_eq!(readers(&moved), COMES);
        let second = event(&moved[2], &kenmerk);
        assert_eq!((&second["event"]["uid"], &second["event"]["sequence"]), (&uid, &json!(1)));
        assert_eq!((&second["method"], &second["event"]["status"]), (&json!("REQUEST"), &json!("CONFIRMED")));
        assert_eq!(second["event"]["start"], json!("2026-12-10T12:00:00+00:00"));
        // The old day says where it went, and takes nothing more.
        let page = jurist.browser.open(&format!("/overleggen/{DAY}"));
        page.must_be(200).must_say("verplaatst naar 10 december 2026").must_not_say(&kenmerk);
        let page = jurist.browser.open(&format!("/overleggen/2026-12-10/{kenmerk}"));
        page.must_be(200).must_say("Dit moet nu.");
        scene.aov.browser.open(&format!("/overleggen/{DAY}/verplaatsen")).must_be(200);
        moves(&mut scene.aov, DAY, ("11-12-2026", "", "")).must_be(422).must_say("dit overleg is ‘verplaatst’");
        // Another time of the same day is a move too, and the same time is none.
        moves(&mut scene.aov, "2026-12-10", ("10-12-2026", "13:00", "14:30")).must_be(422).must_say("die er al staan");
        moves(&mut scene.aov, "2026-12-10", ("10-12-2026", "", "")).must_be(200);
        let moved = new(&scene.town, &smtp, "Een overleg is verplaatst");
        let third = event(&moved[1], &kenmerk);
        assert_eq!((&third["event"]["uid"], &third["event"]["sequence"]), (&uid, &json!(2)));
        assert_eq!(third["event"]["start"], json!("2026-12-10"));
        // Whose account stands still is told nothing more.
        scene.town.tamper(
            "INSERT INTO halt (account_id, by_id) SELECT a.id, b.id FROM account a, account b WHERE a.name = \
             'aov2@gemeente.example' AND b.name = 'aov@gemeente.example'",
        );
        calls_off(&mut scene.aov, "2026-12-10").must_be(200);
        let off = new(&scene.town, &smtp, "Een overleg gaat voor u niet door");
        assert_eq!(readers(&off), COMES[1..]);
        let last = event(&off[0], &kenmerk);
        assert_eq!((&last["event"]["uid"], &last["event"]["sequence"]), (&uid, &json!(3)));
        assert_eq!((&last["method"], &last["event"]["status"]), (&json!("CANCEL"), &json!("CANCELLED")));
        // Called off, its signals wait for the next.
        scene.aov.browser.open("/overleggen").must_say("Er wacht 1 signaal op een overleg");
        assert!(new(&scene.town, &smtp, "").is_empty());
    });
}

#[test]
fn who_is_invited_later_is_told_then_and_who_is_not_any_more_is_told_that() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        if !ical::is_there() {
            return;
        }
        let mut scene = scene(town);
        let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        plans(&mut scene, "", "").must_be(200);
        assert_eq!(readers(&new(&scene.town, &smtp, "Uitnodiging voor een overleg")), COMES);
        scene.takes("vaststellen").must_be(200);
        scene.aov.invites(&kenmerk, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
        assert!(new(&scene.town, &smtp, "").is_empty(), "invited to the signal, and not to the meeting yet");
        scene.takes("bijwerken").must_be(200);
        let invited = new(&scene.town, &smtp, "Uitnodiging voor een overleg");
        assert_eq!(readers(&invited), ["behandelaar@gemeente.example"]);
        let first = event(&invited[0], &kenmerk)["event"].clone();
        assert_eq!(first["sequence"], json!(0));
        scene.aov.takes_away(&kenmerk, "behandelaar").must_be(200);
        scene.takes("bijwerken").must_be(200);
        let off = new(&scene.town, &smtp, "Een overleg gaat voor u niet door");
        assert_eq!(readers(&off), ["behandelaar@gemeente.example"]);
        let last = event(&off[0], &kenmerk);
        assert_eq!((&last["method"], &last["event"]["sequence"]), (&json!("CANCEL"), &json!(1)));
        assert_eq!(last["event"]["uid"], first["uid"]);
        // He comes back, and his calendar believes the newest.
        scene.aov.invites(&kenmerk, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
        scene.takes("bijwerken").must_be(200);
        let again = new(&scene.town, &smtp, "Uitnodiging voor een overleg");
        assert_eq!(event(&again[0], &kenmerk)["event"]["sequence"], json!(2));
        // A colleague who becomes a member is in no list: whoever brings the invitations up to date reaches him.
        scene.town.hires("aov", "nieuw@gemeente.example", "Burgerzaken/medewerker BRP");
        scene.takes("bijwerken").must_be(200);
        let new_one = new(&scene.town, &smtp, "Uitnodiging voor een overleg");
        assert_eq!(readers(&new_one), ["nieuw@gemeente.example"]);
    });
}

#[test]
fn an_interim_meeting_is_in_no_mail_and_no_calendar_unless_a_member_says_so() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mut scene = scene(town);
        for (day, says_so, told) in [("24-11-2026", false, 0), ("25-11-2026", true, 3)] {
            let form = scene.aov.browser.open("/overleggen").form("/overleggen");
            let form = form.fill("datum", day).fill("soort", "tussentijds overleg").fill("reden", "Het gebeurt nu.");
            let form = if says_so { form.tick("mailen", "ja") } else { form };
            let page = scene.aov.browser.submit(&form);
            page.must_be(200);
            assert_eq!(page.says("Hiervan gaat geen uitnodiging uit"), !says_so);
            let mails = new(&scene.town, &smtp, "Uitnodiging voor een overleg");
            assert_eq!(mails.len(), told, "{day}");
        }
        let aov = scene.town.account("aov@gemeente.example").parse().expect("an id");
        let rows = scene.town.runtime.block_on(scene.town.store.calendar_of(::domain::AccountId(aov))).expect("read");
        assert_eq!(rows.len(), 1);
        // Moved and called off it stays as silent.
        moves(&mut scene.aov, "2026-11-24", ("26-11-2026", "", "")).must_be(200);
        calls_off(&mut scene.aov, "2026-11-26").must_be(200);
        assert!(new(&scene.town, &smtp, "").is_empty());
    });
}

#[test]
fn a_meeting_and_its_invitations_are_written_together_or_not_at_all() {
    Town::each_with_mail(|town| {
        let mut scene = scene(town);
        let before = mails(&scene.town).len();
        scene.town.tamper("ALTER TABLE outbox RENAME TO elders");
        plans(&mut scene, "", "").must_be(503);
        scene.town.tamper("ALTER TABLE elders RENAME TO outbox");
        scene.aov.browser.open("/overleggen").must_be(200).must_say("Er is nog geen overleg gepland");
        plans(&mut scene, "", "").must_be(200);
        // They wait, whatever happens to this desk.
        assert_eq!(mails(&scene.town).len(), before + 3);
        // A day that has a meeting takes no other, and sends nobody a second mail.
        let form = scene.aov.browser.open("/overleggen").form("/overleggen").fill("datum", "3-12-2026");
        scene.aov.browser.submit(&form).must_be(422);
        assert_eq!(mails(&scene.town).len(), before + 3);
    });
}

#[test]
fn who_has_no_address_gets_no_mail_and_his_calendar_knows_all_the_same() {
    Town::each_with_mail(|town| {
        town.tamper("UPDATE account SET name = 'jurist' WHERE name = 'jurist@gemeente.example'");
        let mut scene = scene(town);
        let before = mails(&scene.town).len();
        plans(&mut scene, "", "").must_be(200);
        assert_eq!(mails(&scene.town).len(), before + 2);
        let jurist = ::domain::AccountId(scene.town.account("jurist").parse().expect("an id"));
        let told = scene.town.runtime.block_on(scene.town.store.calendar_of(jurist)).expect("read");
        assert_eq!(told.len(), 1);
    });
}

#[test]
fn what_came_of_a_meeting_is_never_mailed() {
    Town::each_with_mail(|town| {
        let mut scene = scene(town);
        scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        plans(&mut scene, "", "").must_be(200);
        scene.takes("vaststellen").must_be(200);
        scene.town.clock.set("2026-12-03T08:00:00Z".parse().expect("a moment"));
        scene.aov = scene.town.officer("aov@gemeente.example");
        let before = mails(&scene.town).len();
        let address = format!("/overleggen/{DAY}");
        let form = scene.aov.browser.open(&address).must_be(200).form_with(&address, "stap", "openen");
        let there = ["aov@gemeente.example", "aov2@gemeente.example"].map(|login| scene.town.account(login));
        let form = there.iter().fold(form, |form, account| form.tick("aanwezig", account));
        scene.aov.browser.submit(&form).must_be(200);
        scene.takes("sluiten").must_be(200).must_say("Het verslag staat klaar");
        scene.aov.browser.open(&format!("{address}/verslag")).must_be(200);
        assert_eq!(mails(&scene.town).len(), before);
    });
}

#[test]
fn a_meeting_is_moved_to_a_day_that_can_be_one() {
    let mut scene = Scene::in_town(Town::new());
    scene.plans().must_be(200);
    for (typed, said) in [
        (("", "", ""), "Schrijf de dag als 31-12-2026."),
        (("5-12-2026", "", ""), "Dit is een weekend of een feestdag."),
        (("22-11-2026", "", ""), "Deze dag is voorbij."),
        (("10-12-2026", "half tien", "11:00"), "Schrijf de tijd als 9:30."),
        (("10-12-2026", "9:30", ""), "Vul ook deze tijd in"),
        (("10-12-2026", "11:00", "9:30"), "Het overleg is klaar voor het begint."),
        (("3-12-2026", "", ""), "die er al staan"),
    ] {
        let page = moves(&mut scene.aov, DAY, typed);
        page.must_be(422).must_say(said);
        assert_eq!(page.form(&format!("/overleggen/{DAY}/verplaatsen")).value("van"), typed.1, "what was typed stays");
    }
    moves(&mut scene.aov, DAY, ("10-12-2026", "", "")).must_be(200);
    // Neither the day that it left nor that of another takes it.
    moves(&mut scene.aov, "2026-12-10", ("3-12-2026", "", "")).must_be(422).must_say("of was er een gepland");
    // Who comes to it reads when it is, and moves nothing.
    let mut jurist = scene.town.officer("jurist");
    jurist.browser.open("/overleggen/2026-12-10").must_be(200).must_not_say("Verplaats het overleg");
    jurist.browser.open("/overleggen/2026-12-10/verplaatsen").must_be(403);
    scene.town.officer("burgemeester").browser.open("/overleggen/2026-12-10/verplaatsen").must_be(404);
}

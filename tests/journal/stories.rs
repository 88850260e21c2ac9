//! What staff do and read, and the lines that it leaves: those, and no other. And that a reporter leaves none.

use crate::{
    files::picture,
    helpers::{
        browser::encode,
        people::{Melder, Officer, Tale, code_on},
        raw,
        town::{PASSWORD, Town},
    },
    journal::{left, lines, said},
    meeting,
};

const REPORT: &str = "Kanarie: de koffer stond in de keet van mijn baas.";

/// A signal with a file.
fn reported(town: &Town) -> (Melder, String) {
    let mut melder = town.melder();
    let page = melder.comes_to_files(&Tale::about(&["ondernemer/bedrijf"], REPORT));
    let form = page.form("/melden/bestanden").attach("bijlagen", "kanarie.png", &picture("Kanarie"));
    let check = melder.browser.submit(&form);
    let sent = melder.browser.submit(&check.must_be(200).form("/melden/versturen"));
    let code = code_on(sent.must_be(200));
    (melder, code)
}

#[test]
fn reading_a_signal_a_print_and_a_file_leaves_a_line_each() {
    Town::each(|town| {
        reported(&town);
        let (mut aov, lines) = left(&town, || town.officer("aov"));
        assert_eq!(lines, ["aov: ingelogd [] gedaan", "aov: eigen werk bekeken [] gedaan"]);
        let (kenmerk, lines) = left(&town, || aov.only_signal());
        assert_eq!(lines, ["aov: wachtrij bekeken [] gedaan"]);
        let (_, lines) = left(&town, || aov.reads(&kenmerk));
        let read = format!("aov: signaal gelezen [{kenmerk}] gedaan");
        let declared = |outcome| format!("aov: betrokkenheid verklaard [{kenmerk}] {outcome}");
        assert_eq!(lines, [read.clone(), declared("begonnen"), declared("gedaan"), read.clone(), read.clone()]);
        for (path, action) in [
            ("/papier", "dossier op papier gelezen"),
            ("/papier.pdf", "dossier als pdf gemaakt"),
            ("/toegang", "toegang bekeken"),
            ("/weging", "weging bekeken"),
            ("/woo", "openbaar maken bekeken"),
        ] {
            let (page, lines) = left(&town, || aov.browser.open(&format!("/signalen/{kenmerk}{path}")));
            page.must_be(200);
            assert_eq!(lines, [format!("aov: {action} [{kenmerk}] gedaan")], "{path}");
        }
        let page = aov.looks_at(&kenmerk);
        let file = page.links().into_iter().find(|link| link.contains("/bestanden/")).expect("a file");
        let (saved, lines) = left(&town, || aov.browser.open(&file));
        saved.must_be(200);
        assert_eq!(lines, [format!("aov: bestand opgeslagen [{kenmerk}] gedaan")]);
        // One who comes later sees who read it and when.
        let mut aov2 = town.officer("aov2");
        let page = aov2.reads(&kenmerk);
        page.must_say("Wie heeft dit gelezen").must_say("23 november 2026, 12:00");
        assert_eq!(page.texts("section[aria-labelledby=gelezen] li").len(), 2, "aov, and aov2's own look before");
        // Nobody else sees that.
        let (page, lines) = left(&town, || town.officer("burgemeester").looks_at(&kenmerk));
        page.must_be(404).must_not_say("aov");
        assert_eq!(lines[2..], [format!("burgemeester: signaal gelezen [{kenmerk}] geweigerd")]);
    });
}

#[test]
fn logging_in_and_out_leaves_a_line_and_what_is_typed_as_a_name_does_not() {
    Town::each(|town| {
        let (_, lines) =
            left(&town, || Officer::at(&town.desk).logs_in("aov", "een ander wachtwoord").must_be(422).status);
        assert_eq!(lines, ["aov: ingelogd [] geweigerd"]);
        let secret = "mijn geheime wachtwoord";
        let (_, lines) = left(&town, || Officer::at(&town.desk).logs_in(secret, "aov").must_be(422).status);
        assert_eq!(lines, ["onbekend: ingelogd [] geweigerd"]);
        assert!(town.runtime.block_on(town.store.disable_account("jurist")).expect("disabled"));
        let (_, lines) = left(&town, || Officer::at(&town.desk).logs_in("Jurist", PASSWORD).must_be(422).status);
        assert_eq!(lines, ["jurist: ingelogd [] geweigerd"]);
        let mut aov = town.officer("aov");
        let out = aov.browser.open("/").form("/uitloggen");
        let (_, lines) = left(&town, || aov.browser.submit(&out).status);
        assert_eq!(lines, ["aov: uitgelogd [] gedaan"]);
        // Whoever has no session any more is nobody of ours.
        let (_, lines) = left(&town, || aov.browser.open("/wachtrij").status);
        assert!(lines.is_empty(), "{lines:?}");
        assert!(!format!("{:?}", super::lines(&town)).contains(secret));
    });
}

#[test]
fn what_is_refused_and_what_changes_nothing_says_so() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let page = aov.reads(&kenmerk);
        let note = page.form(&format!("/signalen/{kenmerk}/aantekening"));
        let noted = |outcome| format!("aov: aantekening geschreven [{kenmerk}] {outcome}");
        let (_, lines) = left(&town, || aov.browser.submit(&note.clone().fill("aantekening", "")).must_be(422).status);
        // The form comes back with the signal around it: who posts forms instead of looking, reads all the same.
        let read = format!("aov: signaal gelezen [{kenmerk}] gedaan");
        assert_eq!(lines, [noted("begonnen"), noted("geweigerd"), read]);
        let forged = note.clone().fill("token", "iets anders").fill("aantekening", "Vals.");
        let (_, lines) = left(&town, || aov.browser.submit(&forged).must_be(403).status);
        assert_eq!(lines, [noted("geweigerd")], "refused before anything began");
        let (_, lines) = left(&town, || aov.browser.submit(&note.fill("aantekening", "Goed.")).must_be(200).status);
        assert_eq!(lines[..2], [noted("begonnen"), noted("gedaan")]);
        // A text that is filled in is no message yet.
        let form = aov.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/bericht"));
        let filled = form.fill("tekst", "ontvangstbevestiging").tick("invullen", "ja");
        let (page, lines) = left(&town, || aov.browser.submit(&filled));
        let outcome = if page.status == 200 { "niets gedaan" } else { "geweigerd" };
        assert_eq!(lines[1], format!("aov: bericht geschreven [{kenmerk}] {outcome}"));
        // Letting somebody in is about his account.
        let form = aov.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", "beheer");
        let (_, lines) = left(&town, || aov.browser.submit(&form.fill("woorden", "fout")).must_be(422).status);
        let introduced = |outcome| format!("aov: collega voorgesteld [beheer] {outcome}");
        assert_eq!(lines, [introduced("begonnen"), introduced("geweigerd")]);
    });
}

#[test]
fn a_reporter_leaves_no_line_and_nothing_of_what_he_says_stands_in_any() {
    Town::each(|town| {
        let before = lines(&town).len();
        let (mut melder, code) = reported(&town);
        melder.opens(&code).must_be(200);
        melder.writes("Kanarie twee.").must_be(200);
        melder.asks_how_it_stands();
        melder.opens("aambeeld kachel wolk tafel rivier schoen lantaarn boter eiland vlinder");
        assert_eq!(lines(&town).len(), before, "a reporter's act left a line");
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Kanarie drie.").must_be(200);
        aov.describes(&kenmerk, "Kanarie vier.").must_be(200);
        let search = aov.browser.open("/zoeken").form("/zoeken").fill("zoek", "Kanarie");
        let (_, searched) = left(&town, || aov.browser.submit(&search).must_be(200).status);
        assert_eq!(searched, ["aov: gezocht [] gedaan"]);
        let with_staff = lines(&town).len();
        melder.opens(&code).must_be(200).must_say("Kanarie drie.");
        melder.throws_the_mailbox_away();
        assert_eq!(lines(&town).len(), with_staff);
        let all = format!("{:?}", lines(&town));
        for word in ["Kanarie", "kanarie", "ondernemer", "Ontvangst", &code] {
            assert!(!all.contains(word), "{word} stands in the log");
        }
    });
}

#[test]
fn a_signal_that_somebody_came_to_tell_is_written_down_without_saying_which() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let form = aov.browser.open("/invoeren").form("/invoeren").fill("bron", "balie/KCC");
    let form =
        form.fill("ontvangen_op", "20-11-2026").fill("over_wie", "ondernemer/bedrijf").fill("soort", "ondermijning");
    let form = form.fill("wat", "Kanarie aan de balie.").fill("postvak", "nee").fill("gecontroleerd", "ja");
    let (_, lines) = left(&town, || aov.browser.submit(&form).must_be(200).status);
    assert_eq!(lines, ["aov: signaal ingevoerd [] begonnen", "aov: signaal ingevoerd [] gedaan"]);
}

#[test]
fn who_reads_minutes_reads_each_signal_that_they_show_him() {
    let mut scene = meeting::Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans().must_be(200);
    scene.takes("vaststellen").must_be(200);
    scene.opens(&["aov", "jurist"]).must_be(200);
    let day = meeting::DAY;
    let (_, lines) =
        left(&scene.town, || scene.aov.browser.open(&format!("/overleggen/{day}/verslag")).must_be(200).status);
    let read = |object: &str| format!("aov: verslag gelezen [{object}] gedaan");
    assert_eq!(lines, [read(day), read(&kenmerk)]);
    // Who has not said whether he is involved is shown nothing of it, and read nothing.
    let mut jurist = scene.town.officer("jurist");
    let (_, lines) =
        left(&scene.town, || jurist.browser.open(&format!("/overleggen/{day}/verslag")).must_be(200).status);
    assert_eq!(lines, [format!("jurist: verslag gelezen [{day}] gedaan")]);
}

#[test]
fn where_somebody_works_is_what_connects_unless_a_proxy_of_ours_says_for_whom() {
    let town = Town::new();
    let fields = [("gebruiker", "aov"), ("wachtwoord", "fout")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    let headers = [
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("X-Forwarded-For", "203.0.113.9"),
        ("Sec-Fetch-Site", "same-origin"),
    ];
    raw::ask(&town.desk, "POST", "/inloggen", &headers, encode(&fields).as_bytes()).must_be(422);
    let last = lines(&town).pop().expect("a line");
    assert_eq!(last.origin, "127.0.0.1");
    assert_eq!(said(std::slice::from_ref(&last)), ["aov: ingelogd [] geweigerd"]);
    assert_eq!(last.account, town.account("aov"));
}

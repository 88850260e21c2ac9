//! The officer's first page and his queue: in ten seconds he knows what is due, and sees nothing that is not his.

use ::domain::protocol::StepKind;

use crate::{
    helpers::{
        browser::Page,
        people::{Officer, Tale},
        town::Town,
    },
    meeting::{self, DAY},
    protocol,
};

const SECRET: &str = "Transporten in de nacht bij een loods.";

/// The text of one list of the first page, line by line; empty where it is not there.
fn list(page: &Page, id: &str) -> String {
    let css = ["h2", "p", ".chips a"].map(|part| format!("section[aria-labelledby='{id}'] {part}")).join(", ");
    page.must_be(200).texts(&css).join(" ")
}

fn work(officer: &mut Officer, id: &str) -> String {
    let page = officer.browser.open("/");
    list(&page, id)
}

#[test]
fn a_frozen_agenda_asks_each_for_his_levels_until_the_meeting_begins() {
    Town::each(|town| {
        let mut scene = meeting::Scene::in_town(town);
        let kenmerk = scene.signal(SECRET, "eerstvolgende overleg");
        let before = format!("vooraf-{DAY}");
        scene.plans().must_be(200);
        assert_eq!(work(&mut scene.aov, &before), "", "nothing is frozen yet");
        scene.takes("vaststellen").must_be(200);
        // Of whom did not say whether he is involved only that is asked.
        let mut jurist = scene.town.officer("jurist");
        let page = jurist.browser.open("/");
        let asked = list(&page, &before);
        assert!(asked.contains("Vooraf invullen voor het LIO van 3 december 2026 (1)"), "{asked}");
        assert!(asked.contains("Zeg eerst of u betrokken bent") && asked.contains(&kenmerk), "{asked}");
        assert!(!list(&page, "nieuw").contains(&kenmerk), "it stands with the meeting: {}", page.text());
        page.must_not_say(SECRET);
        jurist.reads(&kenmerk).must_be(200);
        let point = format!("/overleggen/{DAY}/{kenmerk}");
        for officer in [&mut jurist, &mut scene.aov] {
            let page = officer.browser.open("/");
            assert!(list(&page, &before).contains("vulde u nog niets in"), "{}", page.text());
            assert!(page.links().contains(&point), "{:?}", page.links());
            page.must_say("1 punt om vooraf in te vullen");
        }
        meeting::thinks(&mut jurist, &kenmerk, "hoog", "Dit moet nu.").must_be(200);
        assert_eq!(work(&mut jurist, &before), "");
        // A colleague who is not invited has no such list, and no signal.
        let mut behandelaar = scene.town.officer("behandelaar");
        behandelaar.browser.open("/").must_not_say(&kenmerk).must_not_say("Vooraf invullen");
        scene.opens(&["aov", "jurist"]).must_be(200);
        assert_eq!(work(&mut scene.aov, &before), "", "the meeting began");
    });
}

#[test]
fn what_was_agreed_waits_for_who_does_it_and_late_for_who_watches() {
    Town::each(|town| {
        let mut scene = meeting::Scene::in_town(town);
        let kenmerk = scene.signal(SECRET, "eerstvolgende overleg");
        scene.plans().must_be(200);
        scene.takes("vaststellen").must_be(200);
        for login in ["jurist", "aov2"] {
            scene.town.officer(login).reads(&kenmerk).must_be(200);
        }
        scene.opens(&["aov", "jurist"]).must_be(200);
        meeting::weighs(&mut scene.aov, &kenmerk);
        meeting::decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "De vergunning loopt af.").must_be(200);
        for (what, who, by) in [
            ("De vergunning nalezen.", "Burgerzaken en jurist", "17-12-2026"),
            ("De eigenaar bellen.", "Jurist openbare orde en veiligheid", "10-12-2026"),
            ("De wijkagent spreken.", "AOV", "18-12-2026"),
        ] {
            meeting::agrees(&mut scene.aov, &kenmerk, what, who, by).must_be(200);
        }
        let mut jurist = scene.town.officer("jurist");
        let own = work(&mut jurist, "afspraken");
        assert!(own.starts_with("Afspraken uit het overleg (2)") && own.contains(&kenmerk), "{own}");
        assert!(own.find("De eigenaar bellen.") < own.find("De vergunning nalezen."), "the first day first: {own}");
        assert!(!own.contains("wijkagent") && own.contains("Bijna te laat"), "{own}");
        let own = work(&mut scene.aov, "afspraken");
        assert!(own.contains("(1)") && own.contains("De wijkagent spreken.") && !own.contains("bellen"), "{own}");
        // The day went by: who does it and who ticks it off both see it.
        scene.town.clock.set("2026-12-11T08:00:00Z".parse().expect("a moment"));
        scene.aov = scene.town.officer("aov");
        let own = work(&mut scene.aov, "afspraken");
        assert!(own.starts_with("Afspraken uit het overleg (2) Te laat De eigenaar bellen."), "{own}");
        assert!(own.contains("Doet: Jurist openbare orde en veiligheid"), "{own}");
        scene.aov.browser.open("/").must_say("2 afspraken");
        let form = scene.aov.looks_at(&kenmerk).form_with(&format!("/signalen/{kenmerk}/actie"), "nummer", "2");
        scene.aov.browser.submit(&form).must_be(200);
        assert!(!work(&mut scene.aov, "afspraken").contains("bellen"));
        // Who was left out of the signal has none of it, though he is named.
        scene.aov.takes_away(&kenmerk, "jurist").must_be(200);
        let mut jurist = scene.town.officer("jurist");
        assert_eq!(work(&mut jurist, "afspraken"), "");
        jurist.browser.open("/").must_not_say("vergunning");
        // A member who did not declare himself learns nothing of it either.
        scene.town.joins("aov", "beheer");
        scene.town.officer("beheer").browser.open("/").must_not_say("wijkagent");
    });
}

#[test]
fn who_only_comes_to_the_meeting_is_not_called_to_what_was_decided() {
    let mut scene = meeting::Scene::in_town(Town::new());
    let kenmerk = scene.signal(SECRET, "eerstvolgende overleg");
    scene.aov.invites(&kenmerk, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
    let mut behandelaar = scene.town.officer("behandelaar");
    assert!(work(&mut behandelaar, "nieuw").contains("U bent uitgenodigd"));
    scene.plans().must_be(200);
    scene.takes("vaststellen").must_be(200);
    scene.town.officer("jurist").reads(&kenmerk).must_be(200);
    scene.opens(&["aov", "jurist"]).must_be(200);
    meeting::weighs(&mut scene.aov, &kenmerk);
    meeting::decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "De vergunning loopt af.").must_be(200);
    let mut behandelaar = scene.town.officer("behandelaar");
    behandelaar.browser.open("/").must_not_say(&kenmerk);
    // Who answers the reporter goes on until it is closed.
    scene.aov.takes_away(&kenmerk, "behandelaar").must_be(200);
    let toegang = format!("/signalen/{kenmerk}/toegang");
    let form = scene.aov.access_form(&kenmerk, "uitnodigen");
    let who = scene.aov.browser.open(&toegang).option("collega", "behandelaar");
    let form = form.fill("collega", &who).fill("als", "behandelaar").fill("reden", "Zet het werk voort.");
    let form = form.tick("bron", "ja").fill("reden_bron", "Praat met de melder.").tick("bevestigd", "ja");
    scene.aov.browser.submit(&form).must_be(200);
    assert!(work(&mut scene.town.officer("behandelaar"), "nieuw").contains(&kenmerk));
}

#[test]
fn the_next_step_of_the_track_its_term_and_who_must_be_informed_stand_on_the_first_page() {
    Town::each(|town| {
        let mut scene = protocol::Scene::about_burgemeester(town);
        let kenmerk = scene.kenmerk.clone();
        let own = work(&mut scene.officer, "onderzoek");
        assert!(own.contains("(1) Wilt u een vooronderzoek doen?") && own.contains(&kenmerk), "{own}");
        assert!(own.contains("Terugkoppeling uiterlijk 23 februari 2027"), "{own}");
        scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
        let own = work(&mut scene.officer, "onderzoek");
        let inform = "Nog te informeren: melder, fractievoorzitters, wethouders en nog 4. Sinds 23 november 2026.";
        assert!(own.contains("Leg vast of de betrokkene") && own.contains(inform), "{own}");
        let page = scene.officer.browser.open("/");
        assert!(page.links().contains(&scene.path()), "{:?}", page.links());
        // The other member did not say yet whether he is involved; who is no member sees nothing at all.
        for login in ["griffier", "aov"] {
            let page = scene.town.officer(login).browser.open("/");
            page.must_be(200).must_not_say("vooronderzoek").must_not_say("Nog te informeren");
        }
        let mut griffier = scene.town.officer("griffier");
        griffier.reads(&kenmerk).must_be(200);
        assert!(work(&mut griffier, "onderzoek").contains(inform));
    });
}

#[test]
fn danger_stands_first_on_the_first_page_and_in_the_queue_for_who_may_read_the_report() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let ordinary = aov.only_signal();
        aov.browser.open("/").must_not_say("Direct gevaar");
        town.later(chrono::TimeDelta::days(1));
        town.melder().reports(&Tale::ordinary().with("direct_gevaar", "ja"));
        let mut aov = town.officer("aov");
        // Its term ends later, and still it comes first.
        let queue = aov.queue();
        assert_eq!(queue[1], ordinary);
        let danger = queue[0].clone();
        let page = aov.browser.open("/");
        page.must_say(&format!("Direct gevaar Lees dit eerst: {danger}"));
        let new = list(&page, "nieuw");
        assert!(new.starts_with(&format!("Nieuw: nog niet geopend (2) Direct gevaar {danger}")), "{new}");
        let rows = aov.browser.open("/wachtrij").texts("tbody tr");
        assert!(rows[0].starts_with(&format!("{danger} Direct gevaar")) && !rows[1].contains("gevaar"), "{rows:?}");
        // Who reads only what was worked up does not learn what the reporter said.
        aov.describes(&danger, "Mogelijk witwassen.").must_be(200);
        aov.invites(&danger, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = town.officer("jurist");
        jurist.reads(&danger).must_be(200);
        jurist.browser.open("/").must_be(200).must_not_say("Direct gevaar");
        let rows = jurist.browser.open("/wachtrij").texts("tbody tr");
        assert!(rows.len() == 1 && !rows[0].contains("gevaar"), "{rows:?}");
    });
}

#[test]
fn the_queue_filters_by_the_status_that_it_shows_and_says_what_cannot_wait() {
    Town::each(|town| {
        let mut scene = meeting::Scene::in_town(town);
        let urgent = scene.signal(SECRET, "kan niet wachten op het overleg");
        let other = scene.signal("Contant geld.", "heeft geen haast");
        scene.town.melder().reports(&Tale::ordinary());
        let rows = |page: &Page| page.must_be(200).texts("tbody tr");
        let all = rows(&scene.aov.browser.open("/wachtrij"));
        let of = |kenmerk: &str| all.iter().find(|row| row.contains(kenmerk)).expect("a row").clone();
        assert!(of(&urgent).contains("Kan niet wachten") && !of(&other).contains("Kan niet wachten"), "{all:?}");
        let form = scene.aov.browser.open("/wachtrij").form("/wachtrij");
        let statuses: Vec<_> = all.iter().filter(|row| row.contains("Op LIO-agenda")).cloned().collect();
        assert_eq!(statuses.len(), 2);
        let agenda = scene.aov.browser.open("/wachtrij?status=Op%20LIO-agenda&route=&pagina=1");
        assert_eq!(rows(&agenda), statuses, "the words of the column are those of the filter");
        assert_eq!(agenda.must_say("2 signalen").form("/wachtrij").value("status"), "Op LIO-agenda");
        assert_eq!(form.value("status"), "");
        let received = rows(&scene.aov.browser.open("/wachtrij?status=Ontvangen"));
        assert!(received.len() == 1 && received[0].contains("Ontvangen"), "{received:?}");
        scene.aov.browser.open("/wachtrij?status=Gewogen").must_say("Geen signaal past bij dit filter");
    });
}

#[test]
fn what_a_reporter_did_is_told_to_who_said_that_he_is_not_involved_and_to_others_that_something_is_new() {
    Town::each(|town| {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        let mut other = town.officer("aov2");
        let (told, untold) = (
            |officer: &mut Officer, note: &str| {
                let list = work(officer, "reacties");
                assert!(list.contains(&kenmerk) && list.contains(note), "{list}");
            },
            |officer: &mut Officer| {
                let page = officer.browser.open("/");
                assert!(!list(&page, "reacties").contains(&kenmerk), "{}", page.text());
                assert!(list(&page, "nieuw").contains("Er is iets nieuws"), "{}", page.text());
                page.must_not_say("Vraagt hoe het staat").must_not_say("Postvak weggegooid");
            },
        );
        melder.opens(&code).must_be(200);
        melder.writes("Nog iets.").must_be(200);
        told(&mut aov, "Bericht van");
        untold(&mut other);
        melder.asks_how_it_stands().must_be(200);
        told(&mut aov, "Vraagt hoe het staat");
        untold(&mut other);
        melder.throws_the_mailbox_away().must_be(200);
        told(&mut aov, "Postvak weggegooid");
        untold(&mut other);
        other.looks_at(&kenmerk).must_be(200);
        other.reads(&kenmerk).must_be(200);
        assert!(!work(&mut other, "nieuw").contains(&kenmerk), "he read it");
    });
}

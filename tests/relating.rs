//! What two signals have to do with each other: found in memory, and written in both case files.

use crate::helpers::{
    browser::Page,
    people::{Officer, Tale},
    town::Town,
};

/// Two signals that name one plate, and a third that names none.
fn three(town: &Town) -> (Officer, Vec<String>, Vec<String>) {
    let stories = [
        "Voor het pand staat steeds een busje met kenteken 12-ABC-3.",
        "Mijn buurman laadt 's nachts vaten in een bus, kenteken 12ABC3.",
        "In de kantine wordt over smeergeld gepraat.",
    ];
    let codes: Vec<_> =
        stories.iter().map(|story| town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], story))).collect();
    let mut aov = town.officer("aov");
    let queue = aov.queue();
    let of = |aov: &mut Officer, story: &str| {
        queue.iter().find(|kenmerk| aov.reads(kenmerk).says(story)).cloned().expect("a signal")
    };
    let kenmerken = stories.map(|story| of(&mut aov, story)).to_vec();
    (aov, kenmerken, codes)
}

fn relates(aov: &mut Officer, own: &str, kind: &str, other: &str) -> Page {
    let path = format!("/signalen/{own}/verband");
    let form = aov.browser.open(&path).must_be(200).form(&path).fill("aard", kind).fill("kenmerk", other);
    aov.browser.submit(&form.fill("reden", "Hetzelfde busje."))
}

#[test]
fn signals_that_name_one_plate_are_found_however_it_was_written() {
    let town = Town::new();
    let (mut aov, signals, _) = three(&town);
    let page = aov.browser.open(&format!("/signalen/{}/verband", signals[0]));
    page.must_be(200).must_say(&signals[1]).must_say("12abc3");
    assert!(!page.says(&signals[2]), "{}", page.text());
    aov.browser.open(&format!("/signalen/{}/verband", signals[2])).must_say("geen ander signaal");
    // A theme in an area counts too, once somebody said which.
    for kenmerk in [&signals[0], &signals[2]] {
        let action = format!("/signalen/{kenmerk}/omschrijving");
        let form = aov.reads(kenmerk).form(&action).fill("omschrijving", "Mogelijk witwassen.");
        aov.browser.submit(&form.tick("verschijningsvorm", "witwassen").fill("gebied", "Kern")).must_be(200);
    }
    aov.browser.open(&format!("/signalen/{}/verband", signals[2])).must_say(&signals[0]).must_say("Witwassen in Kern");
}

#[test]
fn signals_that_name_one_company_are_found_with_its_legal_form_or_without() {
    let town = Town::new();
    let stories = [
        "De huur gaat elke maand naar Jansen Bouw B.V. in de Kern.",
        "In de keet van jansen bouw ligt geld.",
        "Zij zoeken chauffeurs, b.v. voor de nacht. Piet Jansen bouwt er een schuur.",
    ];
    for story in stories {
        town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], story));
    }
    let mut aov = town.officer("aov");
    let queue = aov.queue();
    let signals = stories.map(|story| queue.iter().find(|k| aov.reads(k).says(story)).cloned().expect("a signal"));
    let page = aov.browser.open(&format!("/signalen/{}/verband", signals[1]));
    page.must_be(200).must_say(&signals[0]).must_say("jansen bouw").must_not_say(&signals[2]);
    aov.browser.open(&format!("/signalen/{}/verband", signals[0])).must_say(&signals[1]).must_not_say(&signals[2]);
    aov.browser.open(&format!("/signalen/{}/verband", signals[2])).must_say("geen ander signaal");
}

#[test]
fn a_merger_stands_in_both_case_files_and_both_reporters_keep_their_mailbox() {
    Town::each(|town| {
        let (mut aov, signals, codes) = three(&town);
        relates(&mut aov, &signals[1], "samengevoegd in", &signals[0].to_lowercase())
            .must_be(200)
            .must_say("in beide dossiers");
        aov.looks_at(&signals[1]).must_say("samengevoegd in").must_say("Hetzelfde busje.");
        aov.looks_at(&signals[0]).must_say("samengevoegd met").must_say("Hetzelfde busje.");
        // Pressed twice it is one relation.
        relates(&mut aov, &signals[1], "samengevoegd in", &signals[0]).must_be(200);
        assert_eq!(aov.looks_at(&signals[0]).text().matches("samengevoegd met").count(), 1);
        for (kenmerk, code) in signals.iter().zip(&codes) {
            aov.answers(kenmerk, "Ontvangstbevestiging", "Wij lezen het.").must_be(200);
            town.melder().opens(code).must_be(200).must_say("Wij lezen het.");
        }
    });
}

#[test]
fn a_relation_to_nothing_to_itself_or_to_what_one_may_not_open_is_refused_alike() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["wethouder"], "De wethouder rijdt rond in 12-ABC-3."));
    let (mut aov, signals, _) = three(&town);
    let elsewhere = town.officer("burgemeester").only_signal();
    assert!(!aov.browser.open(&format!("/signalen/{}/verband", signals[0])).says(&elsewhere));
    for other in [elsewhere.as_str(), "2026-ZZZZZZ"] {
        let page = relates(&mut aov, &signals[0], "hangt samen met", other);
        page.must_be(422).must_say("Er is geen signaal met dit kenmerk dat u mag openen");
        assert_eq!(page.form(&format!("/signalen/{}/verband", signals[0])).value("reden"), "Hetzelfde busje.");
    }
    let own = signals[0].clone();
    relates(&mut aov, &own, "hangt samen met", &own).must_be(422).must_say("Dit is het signaal zelf");
    relates(&mut aov, &own, "samengevoegd met", &signals[1]).must_be(422);
    relates(&mut aov, &own, "hangt samen met", "iets").must_be(422).must_say("Schrijf het kenmerk");
    // Who was invited looks for nothing here.
    aov.invites(&own, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = town.officer("jurist");
    jurist.reads(&own).must_be(200);
    jurist.browser.open(&format!("/signalen/{own}/verband")).must_be(403);
}

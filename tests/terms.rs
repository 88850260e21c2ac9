//! No term passes in silence: it shows wherever somebody looks, asks why it was late, and is heard of outside the line by somebody
//! who is not the signal's subject and reads nothing of it.

pub mod dates;
mod outside;

use chrono::TimeDelta;

use crate::{
    helpers::{
        browser::Page,
        people::{Officer, Tale},
        town::Town,
    },
    journal::lines,
};

/// Opens the page of a signal's terms, as somebody who works in it.
fn terms(officer: &mut Officer, kenmerk: &str) -> Page {
    officer.reads(kenmerk).must_be(200);
    officer.browser.open(&format!("/signalen/{kenmerk}/termijn"))
}

/// Writes down why the term that asks it was late, and until when it takes.
fn explains(officer: &mut Officer, kenmerk: &str, why: &str, until: Option<&str>) -> Page {
    let page = terms(officer, kenmerk);
    let form = page.form_with(&format!("/signalen/{kenmerk}/termijn"), "stap", "reden").fill("reden", why);
    let form = match until {
        Some(day) => form.fill("verwacht", day),
        None => form,
    };
    officer.browser.submit(&form)
}

/// What the queue says.
fn queue_rows(officer: &mut Officer) -> String {
    officer.browser.open("/wachtrij").must_be(200).texts("table").join(" ")
}

/// What the list of late terms on the first page says.
fn due(officer: &mut Officer) -> String {
    officer.browser.open("/").must_be(200).texts("section[aria-labelledby='termijnen'] p").join(" ")
}

const WHY: &str = "Twee collega's waren ziek.";

#[test]
fn a_missed_term_shows_everywhere_until_somebody_says_why_and_the_reporter_reads_it_in_plain_words() {
    Town::each(|town| {
        let code = town.melder().reports(&Tale::ordinary());
        town.melder().opens(&code).must_say("Uiterlijk 30 november 2026 staat hier een eerste bericht.");
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        assert_eq!(due(&mut aov), "Alles is op tijd.");
        town.later(TimeDelta::days(5));
        let mut aov = town.officer("aov");
        assert!(due(&mut aov).contains("Bijna te laat Ontvangstbevestiging sturen"), "{}", due(&mut aov));
        town.later(TimeDelta::days(3));
        let (mut aov, mut aov2) = (town.officer("aov"), town.officer("aov2"));
        let missing = "Te laat, reden ontbreekt";
        for officer in [&mut aov, &mut aov2] {
            assert!(due(officer).contains(&format!("{missing} Ontvangstbevestiging sturen")), "{}", due(officer));
            let link = format!("/signalen/{kenmerk}/termijn");
            assert!(officer.browser.open("/").links().contains(&link));
            assert!(queue_rows(officer).contains(&format!("{missing} ontvangstbevestiging 30 november 2026")));
        }
        let page = aov.reads(&kenmerk);
        page.must_say(&format!("ontvangstbevestiging: 30 november 2026 {missing}"));
        page.must_say("LIO-bespreking: 4 januari 2027 Op tijd").must_say("Schrijf op waarom het later werd");
        town.melder().opens(&code).must_say("Wij hadden u uiterlijk 30 november 2026 een eerste bericht beloofd.");
        // Why: a sentence, and a day that can still be kept. Nothing that was typed is lost.
        let page = terms(&mut aov, &kenmerk);
        page.must_say("7 dagen na ontvangst")
            .must_say("Wet bescherming klokkenluiders")
            .must_say("Niemand buiten de lijn");
        page.must_offer_no_form(&format!("/signalen/{kenmerk}/bericht"));
        explains(&mut aov, &kenmerk, "", Some("4-12-2026")).must_be(422).must_say("Schrijf op waarom het later werd");
        let refused = explains(&mut aov, &kenmerk, WHY, Some("30-11-2026"));
        refused.must_be(422).must_say("Deze dag is voorbij");
        let kept = refused.form_with(&format!("/signalen/{kenmerk}/termijn"), "stap", "reden");
        assert_eq!((kept.value("reden"), kept.value("verwacht")), (WHY, "30-11-2026"));
        let given = aov.browser.submit(&kept.fill("verwacht", "4-12-2026"));
        given
            .must_be(200)
            .must_say("De reden staat in het dossier.")
            .must_say(WHY)
            .must_say("Klaar uiterlijk 4 december 2026");
        // Everywhere it is late still, and somebody said why.
        let explained = "Te laat, reden gegeven";
        for officer in [&mut aov, &mut aov2] {
            assert!(due(officer).contains(&format!("{explained} Ontvangstbevestiging sturen")), "{}", due(officer));
            assert!(queue_rows(officer).contains(&format!("{explained} ontvangstbevestiging 30 november 2026")));
        }
        aov.looks_at(&kenmerk).must_say(&format!("ontvangstbevestiging: 30 november 2026 {explained}"));
        // It stands in the log, and in the signal's own list of readings.
        let said = lines(&town);
        assert!(said.iter().any(|line| line.action == "reden van termijn opgeschreven" && line.object == kenmerk));
        // The reporter reads no reason; the new day only if somebody sends it.
        town.melder().opens(&code).must_not_say(WHY).must_not_say("4 december 2026");
        let ready = given.form(&format!("/signalen/{kenmerk}/bericht")).fill("invullen", "ja");
        let filled = aov.browser.submit(&ready);
        let message = filled.must_be(200).form(&format!("/signalen/{kenmerk}/bericht"));
        assert!(message.value("bericht").contains("U hoort uiterlijk op 4 december 2026 meer van ons."));
        aov.browser.submit(&message).must_be(200);
        let mailbox = town.melder().opens(&code);
        mailbox.must_say("Wij zijn later dan beloofd.").must_say("U hoort uiterlijk op 4 december 2026 meer van ons.");
        // The new day goes by as well: then why is asked again.
        town.later(TimeDelta::days(4));
        let mut aov = town.officer("aov");
        assert!(due(&mut aov).contains(&format!("{missing} Ontvangstbevestiging sturen")), "{}", due(&mut aov));
        explains(&mut aov, &kenmerk, "Nog steeds ziek.", Some("2026-12-08")).must_be(200);
        // Sent at last: it was met, later than promised, and everybody knows why.
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        // The meeting of 3 December went by without it: that is another term, and not late yet.
        assert!(
            !due(&mut aov).contains("Ontvangstbevestiging") && !due(&mut aov).contains("Te laat"),
            "{}",
            due(&mut aov)
        );
        terms(&mut aov, &kenmerk).must_say("Later gehaald, reden gegeven").must_say("Afgerond op 5 december 2026");
    });
}

#[test]
fn a_term_that_was_met_late_without_a_word_keeps_asking_why_once() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    town.later(TimeDelta::days(9));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    let missing = "Later gehaald, reden ontbreekt";
    assert!(due(&mut aov).contains(missing) && queue_rows(&mut aov).contains(missing), "{}", due(&mut aov));
    aov.looks_at(&kenmerk).must_say(&format!("ontvangstbevestiging: 30 november 2026 {missing}"));
    // No day is asked of what is done; and a day that somebody sends all the same is none.
    let page = terms(&mut aov, &kenmerk);
    page.must_not_say("Wanneer is het wel klaar?");
    let form = page.form_with(&format!("/signalen/{kenmerk}/termijn"), "stap", "reden").fill("reden", WHY);
    aov.browser.submit(&form).must_be(200).must_say("De reden staat in het dossier.");
    // Pressed twice is written once.
    let again = aov.browser.submit(&form);
    assert_eq!(again.must_be(200).text().matches(WHY).count(), 1, "{}", again.text());
    assert_eq!(due(&mut aov), "Alles is op tijd.");
    assert!(queue_rows(&mut aov).contains("Op tijd"), "{}", queue_rows(&mut aov));
    // A term that is not late takes no reason.
    let form = form.fill("termijn", "T2").fill("vervaldag", "2027-03-02");
    aov.browser.submit(&form).must_be(422).must_say("Deze termijn is niet te laat");
}

#[test]
fn who_is_no_member_or_did_not_say_that_he_is_not_involved_writes_no_reason() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.describes(&kenmerk, "Contante huur.").must_be(200);
    aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    town.later(TimeDelta::days(9));
    let (mut aov, mut aov2) = (town.officer("aov"), town.officer("aov2"));
    let (mut behandelaar, mut jurist) = (town.officer("behandelaar"), town.officer("jurist"));
    let path = format!("/signalen/{kenmerk}/termijn");
    // Who did not say whether he is involved, is asked that first.
    aov2.browser.open(&path).must_be(403).must_say("Bent u betrokken bij dit signaal?");
    let form =
        terms(&mut aov, &kenmerk).form_with(&path, "stap", "reden").fill("reden", WHY).fill("verwacht", "4-12-2026");
    let token = |officer: &mut Officer| officer.browser.open("/").form("/uitloggen").value("token").to_owned();
    let by_another = |officer: &mut Officer| {
        let token = token(officer);
        officer.browser.post(&path, &form.clone().fill("token", &token).fields)
    };
    by_another(&mut aov2).must_be(403);
    // Who answers sees that it is late; who does not read the conversation, sees nothing of its terms.
    let page = terms(&mut behandelaar, &kenmerk);
    page.must_be(200).must_say("Te laat").must_not_say("Waarom werd het later?").must_not_say("LIO-bespreking");
    by_another(&mut behandelaar).must_be(403).must_say("De leden van de route schrijven op");
    terms(&mut jurist, &kenmerk)
        .must_be(200)
        .must_not_say("30 november 2026")
        .must_say("bewaken de leden van de route");
    by_another(&mut jurist).must_be(403);
    // Another's signal is nobody's.
    town.officer("burgemeester").browser.open(&path).must_be(404);
    terms(&mut aov, &kenmerk).must_not_say(WHY);
    // What members wrote of it tells of the conversation.
    aov.browser.submit(&form).must_be(200).must_say(WHY);
    terms(&mut jurist, &kenmerk).must_be(200).must_not_say(WHY).must_not_say("30 november 2026");
}

#[test]
fn the_municipality_is_reminded_of_its_quarter_and_its_year() {
    let town = Town::new();
    let says = |login: &str| town.officer(login).browser.open("/").must_be(200).texts("main").join(" ");
    assert!(!says("aov").contains("PFO-evaluatie"));
    town.later(TimeDelta::days(24));
    assert!(says("aov").contains("Bijna te laat PFO-evaluatie, uiterlijk 31 december 2026"), "{}", says("aov"));
    assert!(says("aov").contains("Jaarevaluatie en jaarcijfers, uiterlijk 31 december 2026"));
    // The plan is the AOV's; the year's figures are everybody's who reads signals.
    let other = says("burgemeester");
    assert!(!other.contains("PFO-evaluatie") && other.contains("Jaarevaluatie en jaarcijfers"), "{other}");
    assert!(!says("jurist").contains("jaarcijfers"));
}

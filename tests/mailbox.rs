//! The mailbox from the reporter's side: what it promises, "hoe staat het ermee?", throwing it away, and the page with
//! the ten words that open it.

use chrono::TimeDelta;

use crate::helpers::{
    browser::{Form, Page, selector},
    people::{Melder, Officer, Tale},
    town::Town,
};

const ASKED: &str = "De melder vraagt hoe het met het signaal staat.";

/// Somebody who reported, with the mailbox open, and the officer who reads it.
fn reported(town: &Town) -> (Melder, String, Officer, String) {
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    (melder, code, aov, kenmerk)
}

fn must_not_say(page: &Page, text: &str) {
    assert!(!page.says(text), "the page says {text:?}:\n{}", page.text());
}

#[test]
fn the_page_with_the_words_says_all_that_goes_with_them() {
    let town = Town::new();
    let mut melder = town.melder();
    let check = melder.prepares(&Tale::ordinary());
    let page = melder.browser.submit(&check.form("/melden/versturen"));
    page.must_be(200)
        .must_say("Schrijf deze woorden nu op.")
        .must_say("Maak geen schermafdruk of foto: die komt vaak vanzelf in de cloud")
        .must_say("Kijk vanaf 30 november 2026 in uw postvak")
        .must_say("Probeer de code nu één keer");
    let words = page.html().select(&selector("output#ophaalcode > span")).count();
    assert_eq!(words, 10, "each word has a number of its own");
    assert_eq!(
        page.texts("section.code .on-paper p"),
        ["Met deze tien woorden, in deze volgorde, opent u uw postvak.", "Het adres is: localhost:8080/ophalen"]
    );
}

#[test]
fn the_mailbox_says_by_when_and_is_honest_where_that_was_missed() {
    let town = Town::new();
    let (mut melder, code, _, kenmerk) = reported(&town);
    melder.browser.open("/postvak").must_say("Uiterlijk 30 november 2026 staat hier een eerste bericht.");
    town.later(TimeDelta::days(8));
    let late = town.melder().opens(&code);
    late.must_say("Wij hadden u uiterlijk 30 november 2026 een eerste bericht beloofd. Dat is niet gelukt.");
    must_not_say(&late, "Uiterlijk 30");

    let mut aov = town.officer("aov");
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    let page = town.melder().opens(&code);
    page.must_say("Wij bekijken uw signaal").must_say("U hoort uiterlijk 1 maart 2027 wat wij met uw signaal doen.");
    town.later(TimeDelta::days(100));
    town.melder().opens(&code).must_say("Dat is niet gelukt. Dat spijt ons. Vraag gerust hoe het staat.");
    let mut aov = town.officer("aov");
    aov.answers(&kenmerk, "Terugkoppeling", "Er komt een toets.").must_be(200);
    let page = town.melder().opens(&code);
    page.must_say("Voor het volgende bericht is geen vaste dag").must_say("Wat wij met uw signaal doen");
    must_not_say(&page, "Dat is niet gelukt");
}

#[test]
fn how_does_it_stand_is_asked_with_one_button_and_waits_at_the_desk_until_somebody_answers() {
    Town::each(|town| {
        let (mut melder, code, mut aov, kenmerk) = reported(&town);
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        let page = melder.asks_how_it_stands();
        page.must_be(200).must_say("Uw vraag is verstuurd.").must_say("Van u: Hoe staat het ermee?");
        page.must_say("U vroeg dit op 23 november 2026. Er is nog geen antwoord.")
            .must_offer_no_form("/postvak/navraag");

        aov.browser.open("/").must_say("Vraagt hoe het staat").must_say(&kenmerk);
        let asked = "De melder vroeg op 23 november 2026 hoe het staat.";
        aov.reads(&kenmerk).must_say("Van de melder: Hoe staat het ermee?").must_say(ASKED).must_say(asked);
        // To have read it is not to have answered it.
        aov.browser.open("/").must_say("Vraagt hoe het staat");
        aov.answers(&kenmerk, "Antwoord", "Wij zijn nog bezig.").must_be(200);
        must_not_say(&aov.browser.open("/"), "Vraagt hoe het staat");
        must_not_say(&aov.reads(&kenmerk), asked);

        // Not again for two weeks; writing always can.
        let page = melder.browser.open("/postvak");
        page.must_say("Vanaf 7 december 2026 kunt u het opnieuw vragen").must_offer_no_form("/postvak/navraag");
        melder.writes("Nog iets.").must_say("Uw bericht is verstuurd");
        town.later(TimeDelta::days(13));
        let mut melder = town.melder();
        melder.opens(&code).must_offer_no_form("/postvak/navraag");
        town.later(TimeDelta::days(1));
        let mut melder = town.melder();
        melder.opens(&code);
        melder.asks_how_it_stands().must_be(200).must_say("U vroeg dit op 7 december 2026.");
    });
}

#[test]
fn asking_twice_in_two_windows_or_out_of_turn_asks_once() {
    let town = Town::new();
    let (mut melder, _, mut aov, kenmerk) = reported(&town);
    let form = melder.browser.open("/postvak").form("/postvak/navraag");
    for token in ["", "x"] {
        melder.browser.submit(&form.clone().fill("token", token)).must_be(403);
    }
    must_not_say(&melder.browser.open("/postvak"), "Van u");
    for _ in 0..3 {
        let page = melder.browser.submit(&form);
        page.must_be(200).must_say("Uw vraag is verstuurd");
        assert_eq!(page.text().matches("Van u: Hoe staat het ermee?").count(), 1);
    }
    aov.answers(&kenmerk, "Antwoord", "Wij zijn bezig.").must_be(200);
    let page = melder.browser.submit(&form);
    page.must_be(409).must_say("Vanaf 7 december 2026 kunt u het opnieuw vragen");
    assert_eq!(page.text().matches("Van u: Hoe staat het ermee?").count(), 1);
}

#[test]
fn a_question_of_the_desk_is_not_answered_by_asking_and_a_closed_signal_is_not_asked_about() {
    let town = Town::new();
    let (mut melder, code, mut aov, kenmerk) = reported(&town);
    melder.asks_how_it_stands().must_be(200);
    aov.answers(&kenmerk, "Vraag", "Om welk restaurant gaat het?").must_be(200);
    let page = melder.browser.open("/postvak");
    page.must_say("Wij hebben een vraag").must_offer_no_form("/postvak/navraag");
    melder.writes("Met de rode luifel.").must_say("Wij bekijken uw signaal");
    aov.sets_status(&kenmerk, "Reactie ontvangen", "").must_be(200);
    aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    aov.sets_status(&kenmerk, "Afgehandeld", "Te weinig om mee verder te gaan.").must_be(200);
    town.later(TimeDelta::days(20));
    town.melder().opens(&code).must_say("Afgerond").must_offer_no_form("/postvak/navraag");
}

#[test]
fn a_mailbox_thrown_away_is_found_by_nobody_and_the_desk_knows() {
    Town::each(|town| {
        let (mut melder, code, mut aov, kenmerk) = reported(&town);
        aov.answers(&kenmerk, "Vraag", "Weet u meer?").must_be(200);
        melder.writes("Ja, elke vrijdag.").must_be(200);
        let unknown = unknown_words(&town);
        let page = melder.browser.open("/postvak/weggooien");
        page.must_be(200).must_say("Uw tien woorden openen niets meer").must_say("blijft bij ons");
        melder.opens(&code).must_be(200).must_say("elke vrijdag");
        melder.throws_the_mailbox_away().must_be(200).must_say("Uw postvak is weggegooid");
        assert!(melder.browser.cookies.is_empty(), "the cookie is gone");
        let gone = town.melder().opens(&code);
        assert_eq!((gone.status, gone.body), (unknown.status, unknown.body), "as words that never had a mailbox");

        aov.browser.open("/").must_say("Postvak weggegooid");
        let page = aov.reads(&kenmerk);
        page.must_say("Van de melder: Postvak weggegooid")
            .must_say("elke vrijdag")
            .must_say("restaurant aan het plein");
        page.must_say("De melder heeft het postvak weggegooid op 23 november 2026. Niemand kan nog lezen");
        must_not_say(&page, "Let op:");
        // What the desk must send to be done with the signal, it still can.
        aov.answers(&kenmerk, "Terugkoppeling", "Er komt een toets.").must_be(200).must_say("Niemand kan nog lezen");
        assert_eq!(town.melder().opens(&code).status, 404);
    });
}

/// What ten good words that nobody has are answered.
fn unknown_words(town: &Town) -> Page {
    let words = [7_u16, 70, 700, 1000, 1100, 1200, 1300, 1400, 1500, 2047].map(::domain::words::Word::at);
    let page = town.melder().opens(&words.map(::domain::words::Word::text).join(" "));
    page.must_be(404);
    page
}

#[test]
fn nothing_is_thrown_away_by_looking_by_half_a_form_or_by_another_site() {
    let town = Town::new();
    let (mut melder, code, ..) = reported(&town);
    let form = melder.wants_to_throw_the_mailbox_away();
    melder.browser.open("/postvak/weggooien?bevestig=ja").must_be(200);
    for token in ["", "x"] {
        melder.browser.submit(&form.clone().fill("token", token)).must_be(403);
    }
    let unsure = Form { fields: form.fields.iter().filter(|(name, _)| name != "bevestig").cloned().collect(), ..form };
    melder.browser.submit(&unsure).must_be(200).must_say("Dit kunt u niet terugdraaien");
    let mut stranger = town.melder();
    let page = stranger.browser.post("/postvak/weggooien", &unsure.tick("bevestig", "ja").fields);
    assert_eq!((page.status, page.header("location")), (303, Some("/ophalen")));
    town.melder().opens(&code).must_be(200).must_say("Uw postvak");
}

#[test]
fn an_answer_that_got_lost_on_its_way_back_is_given_again() {
    let town = Town::new();
    let (mut melder, code, mut aov, kenmerk) = reported(&town);
    let form = melder.wants_to_throw_the_mailbox_away();
    let cookies = melder.browser.cookies.clone();
    melder.browser.submit(&form).must_be(200).must_say("Uw postvak is weggegooid");
    for _ in 0..2 {
        melder.browser.cookies.clone_from(&cookies);
        melder.browser.submit(&form).must_be(200).must_say("Uw postvak is weggegooid");
    }
    let said = aov.reads(&kenmerk).text().matches("Van de melder: Postvak weggegooid").count();
    assert_eq!(said, 1, "it was said once");
    assert_eq!(town.melder().opens(&code).status, 404);
}

#[test]
fn a_second_window_neither_loses_a_message_nor_brings_the_mailbox_back() {
    let town = Town::new();
    let (mut melder, code, mut aov, kenmerk) = reported(&town);
    let form = melder.wants_to_throw_the_mailbox_away();
    let cookies = melder.browser.cookies.clone();
    let late = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Uit het andere venster.");
    melder.writes("Nog snel iets.").must_say("Uw bericht is verstuurd");
    melder.browser.submit(&form).must_say("Uw postvak is weggegooid");
    melder.browser.cookies = cookies;
    melder.browser.submit(&late).must_be(404);
    let page = aov.reads(&kenmerk);
    page.must_say("Nog snel iets.").must_say("Postvak weggegooid");
    must_not_say(&page, "Uit het andere venster.");
    assert_eq!(town.melder().opens(&code).status, 404);
}

#[test]
fn who_puts_back_what_finds_a_mailbox_brings_back_nothing() {
    let town = Town::new();
    let (mut melder, code, ..) = reported(&town);
    town.tamper("CREATE TABLE kept AS SELECT id, lookup FROM signal");
    melder.throws_the_mailbox_away().must_be(200);
    let words = "UPDATE signal SET lookup = (SELECT lookup FROM kept WHERE kept.id = signal.id)";
    assert_eq!(town.tamper(words), 1);
    assert_eq!(town.melder().opens(&code).status, 404, "the reporter's own signature says that it is gone");
}

#[test]
fn a_mailbox_that_somebody_changed_can_be_thrown_away_without_a_word_to_the_desk() {
    let town = Town::new();
    let (mut melder, code, mut aov, kenmerk) = reported(&town);
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    melder.writes("Eerste aanvulling.").must_be(200);
    town.tamper("DELETE FROM item WHERE side = 'melder' AND number = 2");
    town.tamper("DELETE FROM head");
    let page = melder.browser.open("/postvak");
    page.must_be(200).must_say("kunt u hier niets versturen");
    page.must_offer_no_form("/postvak").must_offer_no_form("/postvak/navraag");
    melder.browser.open("/postvak/weggooien").must_say("Wij kunnen de lezer nu niet zeker laten weten");
    melder.throws_the_mailbox_away().must_be(200).must_say("Uw postvak is weggegooid");
    assert_eq!(town.melder().opens(&code).status, 404);
    must_not_say(&aov.reads(&kenmerk), "Postvak weggegooid");
}

#[test]
fn a_full_mailbox_offers_no_form_loses_no_text_and_can_still_be_thrown_away() {
    let town = Town::new();
    let (mut melder, code, mut aov, kenmerk) = reported(&town);
    let form = melder.browser.open("/postvak").form("/postvak");
    for number in 2..=100 {
        let message = form.clone().fill("nummer", &number.to_string()).fill("bericht", &format!("Bericht {number}."));
        assert_eq!(melder.browser.post("/postvak", &message.fields).status, 303, "{number}");
    }
    let page = melder.browser.open("/postvak");
    page.must_be(200).must_say("Uw postvak is vol").must_say("Bericht 100.");
    page.must_offer_no_form("/postvak").must_offer_no_form("/postvak/navraag");
    let late = form.clone().fill("nummer", "101").fill("bericht", "Dit past niet meer.");
    melder.browser.submit(&late).must_be(409).must_say("Uw tekst is niet verstuurd").must_say("Dit past niet meer.");
    // The last that fitted, pressed again: it was sent.
    let last = form.fill("nummer", "100").fill("bericht", "Bericht 100.");
    melder.browser.submit(&last).must_be(200).must_say("Uw bericht is verstuurd");
    melder.throws_the_mailbox_away().must_be(200).must_say("Uw postvak is weggegooid");
    assert_eq!(town.melder().opens(&code).status, 404);
    aov.reads(&kenmerk).must_say("Van de melder: Postvak weggegooid");
}

#[test]
fn throwing_away_that_fails_says_so_and_can_be_tried_again() {
    let town = Town::new();
    let (mut melder, code, ..) = reported(&town);
    let form = melder.wants_to_throw_the_mailbox_away();
    town.tamper("CREATE TRIGGER stuck BEFORE INSERT ON item BEGIN SELECT RAISE(ABORT, 'no room'); END");
    let page = melder.browser.submit(&form);
    page.must_be(503).must_say("Uw postvak is NIET weggegooid");
    assert!(page.texts("title")[0].starts_with("Fout: "));
    let ask = melder.browser.open("/postvak").form("/postvak/navraag");
    melder.browser.submit(&ask).must_be(503).must_say("Uw vraag is NIET ontvangen");
    town.tamper("DROP TRIGGER stuck");
    town.melder().opens(&code).must_be(200);
    let again = page.form("/postvak/weggooien").tick("bevestig", "ja");
    melder.browser.submit(&again).must_be(200).must_say("Uw postvak is weggegooid");
}

#[test]
fn a_report_sent_again_after_its_mailbox_was_thrown_away_says_what_may_have_happened() {
    let town = Town::new();
    let mut melder = town.melder();
    let form = melder.prepares(&Tale::ordinary()).form("/melden/versturen");
    let code = crate::helpers::people::code_on(&melder.browser.submit(&form));
    melder.opens(&code).must_be(200);
    melder.throws_the_mailbox_away().must_be(200);
    let page = melder.browser.submit(&form);
    page.must_be(503).must_say("Heeft u uw postvak zelf weggegooid?");
    assert!(!page.body.contains("output"), "no words that open nothing");
}

#[test]
fn what_was_typed_in_a_mailbox_that_was_closed_or_opened_anew_meanwhile_is_not_lost() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    melder.opens(&code).must_be(200);
    let typed = melder.browser.open("/postvak").form("/postvak").fill("bericht", "Een lang en moeilijk bericht.");
    // Opened once more in another window: the form's token is of before.
    melder.opens(&code).must_be(200);
    let plain = melder.browser.submit(&typed);
    plain.must_be(403).must_say("Uw bericht is niet verstuurd").must_say("Een lang en moeilijk bericht.");
    let close = melder.browser.open("/postvak").form("/postvak/sluiten");
    melder.browser.submit(&close).must_be(200);
    let with_file = typed.clone().attach("bijlagen", "foto.png", &crate::files::picture("x"));
    for form in [typed, with_file] {
        let page = melder.browser.submit(&form);
        page.must_be(403).must_say("Uw bericht is niet verstuurd").must_say("Een lang en moeilijk bericht.");
        page.form("/ophalen");
    }
    // The browser's own form for a file is multipart; nothing of the file was kept.
    assert!(std::fs::read_dir(town.files.path().join("pending")).expect("files").next().is_none());
    melder.opens(&code).must_be(200);
    assert!(!melder.browser.open("/postvak").says("Een lang en moeilijk bericht."));
}

#[test]
fn after_a_question_of_the_desk_the_mailbox_still_says_when_to_look_again() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Vraag", "Waar was dat?").must_be(200);
    melder.opens(&code).must_say("Kijk over een paar weken nog eens");
}

//! A signal that came otherwise than through the portal: written down at the desk, sealed to whom it is about, with or
//! without words for its reporter.

use domain::Clock;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, code_on},
    town::Town,
};

const TOLD: &str = "Aan de balie vertelde iemand dat zijn baas paspoorten inhoudt.";

fn empty(officer: &mut Officer) -> Form {
    officer.browser.open("/invoeren").must_be(200).form("/invoeren")
}

fn filled(officer: &mut Officer, over: &str, mailbox: &str) -> Form {
    let form = empty(officer).fill("bron", "balie/KCC").fill("ontvangen_op", "20-11-2026").fill("over_wie", over);
    form.fill("soort", "ondermijning").fill("wat", TOLD).fill("postvak", mailbox).fill("gecontroleerd", "ja")
}

fn submits(officer: &mut Officer, form: &Form) -> Page {
    officer.browser.submit(form)
}

#[test]
fn somebody_at_the_counter_gets_ten_words_and_reads_his_answer_at_home() {
    Town::each(|town| {
        let mut aov = town.officer("aov");
        assert!(aov.browser.open("/wachtrij").links().contains(&"/invoeren".to_owned()));
        let form = filled(&mut aov, "ondernemer/bedrijf", "ja");
        let page = submits(&mut aov, &form);
        page.must_be(200).must_say("Het is verzegeld voor: Ondermijning (AOV)");
        let code = code_on(&page);
        // Sent again, for the answer got lost: the same words and one signal.
        assert_eq!(code_on(&submits(&mut aov, &form)), code);
        let kenmerk = aov.only_signal();
        let page = aov.reads(&kenmerk);
        page.must_say(TOLD).must_say("balie/KCC").must_say("Ingevoerd door").must_say("20 november 2026");
        page.must_say("27 november 2026");
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Wij zoeken dit uit.").must_be(200);
        let mut melder = town.melder();
        melder.opens(&code).must_be(200).must_say("Wij zoeken dit uit.");
        melder.writes("Het zijn er vijf.").must_be(200);
        aov.looks_at(&kenmerk).must_say("Het zijn er vijf.");
        // With other answers the same form is nobody's second signal.
        submits(&mut aov, &form.clone().fill("wat", "Iets anders.")).must_be(409).must_say("al eerder opgeslagen");
        assert_eq!(aov.queue().len(), 1);
    });
}

#[test]
fn a_tip_without_a_reporter_owes_nobody_an_answer() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let form = filled(&mut aov, "locatie/pand", "nee").fill("bron", "Meld Misdaad Anoniem");
    // However long ago it was told, the form is known when it comes again.
    let page = submits(&mut aov, &form.clone().fill("ontvangen_op", "20-11-2025"));
    town.runtime.block_on(town.store.forget_receipts(domain::clock::dutch_date(town.clock.now()))).expect("forgotten");
    submits(&mut aov, &form.fill("ontvangen_op", "20-11-2025")).must_be(200);
    page.must_be(200);
    assert!(page.texts("output").is_empty(), "no words: {}", page.text());
    let kenmerk = aov.only_signal();
    let page = aov.reads(&kenmerk);
    page.must_say("Meld Misdaad Anoniem").must_say("hoort geen postvak");
    // Nobody was promised an answer; that it is a year old, is said.
    page.must_say("LIO-bespreking: 1 januari 2026 Te laat, reden ontbreekt").must_not_say("ontvangstbevestiging:");
    assert!(!page.says("Let op"), "{}", page.text());
    aov.browser.open("/").must_be(200).must_say("Bespreken in het LIO").must_not_say("Ontvangstbevestiging sturen");
    aov.sets_status(&kenmerk, "Ontvangst bevestigd", "").must_be(200);
    aov.insists_on_status(&kenmerk, "In voorscreening").must_be(200);
    aov.weighs(&kenmerk, "Te weinig om mee verder te gaan.");
    let page = aov.looks_at(&kenmerk);
    assert!(!page.says("Let op"), "{}", page.text());
}

#[test]
fn what_is_about_an_office_holder_goes_to_his_reader_and_not_to_who_wrote_it_down() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let form = filled(&mut aov, "wethouder", "nee");
    submits(&mut aov, &form)
        .must_be(200)
        .must_say("Over een wethouder (burgemeester)")
        .must_say("kunt het niet meer openen");
    assert!(aov.queue().is_empty());
    let mut burgemeester = town.officer("burgemeester");
    let kenmerk = burgemeester.only_signal();
    burgemeester.reads(&kenmerk).must_be(200).must_say(TOLD).must_say("Adviseur Openbare Orde en Veiligheid");
    aov.looks_at(&kenmerk).must_be(404);
    // Whom the story names is asked after, as the portal does.
    let form = filled(&mut aov, "burger", "nee").fill("wat", "De burgemeester wist ervan.");
    let page = submits(&mut aov, &form);
    page.must_be(422).must_say("U noemt: burgemeester");
    let form = page.form("/invoeren").fill("ook_over", "burgemeester");
    // The answer is not lost where something else is still wrong.
    let again = submits(&mut aov, &form.clone().fill("bron", "")).must_be(422).form("/invoeren");
    assert_eq!(again.value("ook_over"), "burgemeester");
    submits(&mut aov, &form).must_be(200).must_say("Integriteitscommissie");
}

#[test]
fn what_is_missing_or_cannot_be_is_said_at_the_field_and_nothing_typed_is_lost() {
    let town = Town::new();
    let mut aov = town.officer("aov");
    let form = empty(&mut aov).fill("ontvangen_op", "31-12-2026").fill("wie", "De buurman.");
    let page = submits(&mut aov, &form);
    page.must_be(422).must_say("Kies hoe dit signaal bij u kwam").must_say("Deze dag moet nog komen");
    page.must_say("Kies of de melder tien woorden krijgt").must_say("Vertel wat er aan de hand is");
    let again = page.form("/invoeren");
    assert_eq!((again.value("wie"), again.value("ontvangen_op")), ("De buurman.", "31-12-2026"));
    for day in ["30-02-2026", "gisteren", ""] {
        let form = filled(&mut aov, "burger", "nee").fill("ontvangen_op", day);
        submits(&mut aov, &form).must_be(422).must_say("Schrijf de dag waarop u dit hoorde");
    }
    assert!(aov.queue().is_empty());
}

//! What is not taken: the wrong person, who said nothing of his involvement, bad input, the reporter's words, and acts that
//! somebody sealed himself.

use ::domain::{Kind, Side};
use ::unseal::demo;
use serde_json::json;

use super::{JURIST, REPORT, Scene, answers, step};
use crate::helpers::{browser::Form, people::Officer, people::Tale, town::Town};
use crate::tampering::{forger::next_item, insert};

/// The same form, sent by somebody else.
fn as_sent_by(form: &Form, officer: &mut Officer) -> Form {
    let token = officer.browser.open("/zoeken").must_be(200).form("/zoeken").value("token").to_owned();
    form.clone().fill("token", &token)
}

#[test]
fn nobody_but_the_person_asked_answers_and_nobody_approves_his_own_question() {
    let mut scene = Scene::new();
    let question = scene.asks();
    let form = step(&mut scene.jurist, &question, "beantwoorden").fill("uitkomst", "geen hit");
    let mut aov2 = scene.town.officer("aov2");
    aov2.reads(&scene.kenmerk).must_be(200);
    for other in [&mut scene.aov, &mut aov2, &mut scene.privacy] {
        let sent = as_sent_by(&form, other);
        other.browser.submit(&sent).must_be(403).must_say("Dit is niet aan u").must_say("wacht op antwoord");
    }
    // Who was asked withdraws nothing and asks himself for nothing.
    for what in ["intrekken", "details vragen", "toetsen"] {
        let sent = form.clone().fill("stap", what).fill("reden", "x").fill("welke", "x");
        scene.jurist.browser.submit(&sent).must_be(403);
    }
    let path = scene.path();
    // A guest puts no question and no routine ground.
    let ask = scene.asking();
    for step in ["vragen", "aanleiding"] {
        let sent = as_sent_by(&ask, &mut scene.jurist).fill("stap", step).fill("aanleiding", "x");
        scene.jurist.browser.submit(&sent).must_be(403).must_say("Dit doen de leden van de route");
    }
    // Nobody asks himself, who searches approves nothing, and nobody is asked who cannot open the signal.
    let own = scene.town.account("aov");
    let jurist = scene.town.account("jurist");
    let stranger = scene.town.account("burgemeester");
    for (field, who, said) in [
        ("collega", &own, "Kies een collega die dit signaal kan openen"),
        ("collega", &stranger, "Kies een collega die dit signaal kan openen"),
        ("toets", &own, "Kies iemand die dit signaal kan openen, of niemand"),
        ("toets", &jurist, "Wie zoekt, keurt niet zelf de bronnen goed"),
    ] {
        scene.aov.browser.submit(&ask.clone().fill(field, who)).must_be(422).must_say(said);
    }
    assert_eq!(scene.acts(), 1);
    // Another's question, and one that does not exist.
    scene.aov.browser.open(&format!("{path}/999")).must_be(404);
    scene.aov.browser.open(&format!("{path}/x")).must_be(404);
    let unknown = Form { action: format!("{path}/999"), ..form.clone() };
    scene.jurist.browser.submit(&unknown).must_be(404);
    scene.jurist.browser.submit(&form.clone().fill("stap", "iets")).must_be(400);
    scene.jurist.browser.submit(&form.fill("token", "0")).must_be(403);
    assert_eq!(scene.acts(), 1);
}

#[test]
fn who_said_nothing_of_his_involvement_reads_and_answers_nothing() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.describes(&kenmerk, "Mogelijk witwassen.").must_be(200);
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let path = format!("/signalen/{kenmerk}/verrijking");
    let page = aov.browser.open(&path);
    let form = page.form_with(&path, "stap", "vragen").fill("collega", &page.option("collega", "jurist"));
    let form = form.fill("vraag", "Staat er iemand ingeschreven?").fill("doel", "Weten.").fill("grondslag", "Wet BRP");
    let question =
        super::newest(aov.browser.submit(&form.tick("bronnen", "Kadaster").tick("bevestigd", "ja")).must_be(200));
    let mut jurist = town.officer("jurist");
    // His first page leads to the page that asks, not past it.
    let work = jurist.browser.open("/");
    work.must_say("Vragen aan u (1)").must_say("Zeg eerst of u betrokken bent").must_not_say("Vraag beantwoorden");
    assert!(!work.links().contains(&question), "{:?}", work.links());
    for page in [path.as_str(), &question] {
        let page = jurist.browser.open(page);
        page.must_be(403).must_say("Zeg eerst dat u niet betrokken bent").must_not_say("ingeschreven");
    }
    let token = jurist.looks_at(&kenmerk).form(&format!("/signalen/{kenmerk}/verklaring")).value("token").to_owned();
    let fields = [("token", token.as_str()), ("stap", "beantwoorden"), ("uitkomst", "hit")];
    let fields: Vec<_> = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    jurist.browser.post(&question, &fields).must_be(403).must_say("Zeg eerst dat u niet betrokken bent");
    aov.looks_at(&kenmerk).must_say("wacht op antwoord");
    jurist.reads(&kenmerk);
    answers(&mut jurist, &question, "hit", "").must_be(200);
}

#[test]
fn bad_input_is_said_at_its_field_and_nothing_that_was_typed_is_lost() {
    let mut scene = Scene::new();
    let path = scene.path();
    let empty = scene.aov.browser.open(&path).form_with(&path, "stap", "vragen");
    let page = scene.aov.browser.submit(&empty);
    page.must_be(422);
    for said in [
        "Kies een collega die dit signaal kan openen",
        "Schrijf wat uw collega moet opzoeken",
        "Schrijf waarvoor u het antwoord nodig hebt",
        "Schrijf welke wet of regeling dit toestaat",
        "Kies in welke bronnen uw collega mag kijken",
        "Overleg eerst met de melder",
    ] {
        page.must_say(said);
    }
    let long = "x".repeat(10_001);
    let filled = scene.asking();
    for (field, value, said) in [
        ("vraag", long.as_str(), "10.001"),
        ("doel", "met\u{7}bel", "regel 1"),
        ("grondslag", " ", "Schrijf welke wet"),
        ("bronnen", "Horoscoop", "Kies een antwoord uit de lijst"),
        ("collega", "iemand", "Kies een collega"),
        ("toets", "iemand", "of niemand"),
    ] {
        let page = scene.aov.browser.submit(&filled.clone().fill(field, value));
        page.must_be(422).must_say(said);
        let kept = page.form_with(&path, "stap", "vragen");
        for name in ["vraag", "doel", "grondslag"] {
            let typed = if name == field { value } else { filled.value(name) };
            assert_eq!(kept.value(name).trim(), typed.trim(), "{field}: {name}");
        }
        assert_eq!(kept.value("bevestigd"), "ja");
    }
    assert_eq!(scene.acts(), 0);
    // Where another signal stands by now nothing is written at all.
    scene.aov.browser.submit(&filled.clone().fill("aan", &"0".repeat(64))).must_be(409).must_say("ander signaal");
    let mut other = filled;
    other.fields.retain(|(name, _)| name != "bronnen");
    let page = scene.aov.browser.submit(&other.fill("andere_bron", "Archief van Bouwzaken"));
    page.must_be(200).must_say("Uw vraag staat klaar");
    let question = super::newest(&page);
    scene.jurist.browser.open(&question).must_say("Archief van Bouwzaken");
    answers(&mut scene.jurist, &question, "hit", "Er staan er acht.").must_be(422).must_say("Laat dit leeg");
    answers(&mut scene.jurist, &question, "", "").must_be(422).must_say("Kies wat uw zoekvraag opleverde");
    answers(&mut scene.jurist, &question, "misschien", "").must_be(422).must_say("Kies een antwoord uit de lijst");
    assert_eq!(scene.acts(), 1);
}

#[test]
fn a_question_with_the_reporters_own_words_is_read_again_before_it_goes() {
    let mut scene = Scene::new();
    let path = scene.path();
    let copied = "Wie zet elke vrijdag een koffer met geld neer? Bel 06-12345678.";
    let form = scene.asking().fill("vraag", copied);
    let page = scene.aov.browser.submit(&form);
    page.must_be(422).must_say("kan verraden").must_say("woorden van de melder zelf").must_say("06-12345678");
    let kept = page.form_with(&path, "stap", "vragen");
    assert_eq!(kept.value("vraag"), copied);
    assert_eq!(kept.value("nagelezen"), "");
    assert_eq!(scene.acts(), 0);
    // An officer may know better; then it goes, and it was his own choice.
    scene.aov.browser.submit(&kept.clone().tick("nagelezen", "ja")).must_be(200).must_say("Uw vraag staat klaar");
    // Put in own words it goes without a question.
    scene.aov.browser.submit(&kept.fill("vraag", "Is hier een bouwvergunning?")).must_be(200);
    assert_eq!(scene.acts(), 2);
    assert!(!scene.jurist.browser.open(&path).says(REPORT));
}

#[test]
fn an_act_that_a_guest_sealed_himself_counts_for_nothing_and_is_shouted() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let question = scene.asks();
        let number: u32 = question.rsplit('/').next().and_then(|n| n.parse().ok()).expect("a number");
        // He has the case key, he may contribute, and the item verifies: but he was not asked.
        let guest = demo::person("behandelaar");
        let said = json!({ "datum": "2026-11-23", "tijd": "12:00:00", "wat": "beantwoord", "nummer": number, "uitkomst": "geen hit" });
        let row = next_item(&scene.town, &scene.kenmerk, Side::Case, Kind::Enrichment, &said, &guest);
        let forged = row.number;
        insert(&scene.town, row);
        let page = scene.aov.looks_at(&scene.kenmerk);
        page.must_say(&format!("{JURIST}: wacht op antwoord")).must_not_say("geen hit");
        page.must_say(&format!(
            "Onderdeel {forged} van het dossier hoort bij een verrijking, maar wie het schreef mocht dat niet"
        ));
        // Who was asked still answers.
        answers(&mut scene.jurist, &question, "hit", "").must_be(200);
        scene.aov.looks_at(&scene.kenmerk).must_say(&format!("{JURIST}: hit"));
        // Nor does a guest put a question in a member's name, or one that is no act at all.
        let asked = json!({
            "datum": "2026-11-23", "tijd": "12:00:00", "wat": "gewone_aanleiding", "tekst": "Verzonnen aanleiding."
        });
        let row = next_item(&scene.town, &scene.kenmerk, Side::Case, Kind::Enrichment, &asked, &guest);
        insert(&scene.town, row);
        let strange = json!({ "datum": "2026-11-23", "tijd": "12:00:00", "wat": "getoverd" });
        let row = next_item(&scene.town, &scene.kenmerk, Side::Case, Kind::Enrichment, &strange, &guest);
        insert(&scene.town, row);
        scene.aov.looks_at(&scene.kenmerk).must_not_say("Verzonnen").must_say("heeft een vorm die wij niet kennen");
    });
}

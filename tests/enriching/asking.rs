//! The way a question goes: asked, perhaps approved, answered, explained, or withdrawn.

use super::{JURIST, REPORT, Scene, WORKED_UP, answers, newest, offers, step};
use crate::helpers::town::Town;

#[test]
fn a_function_answers_hit_first_and_gives_details_only_where_a_member_asks() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.jurist.browser.open("/").must_not_say("Vragen aan u");
        let before = scene.melder.opens(&scene.code).text();
        let question = scene.asks();
        scene.aov.looks_at(&scene.kenmerk).must_say(&format!("{JURIST}: wacht op antwoord, 23 november 2026"));
        // Who was asked finds it on his first page, and reads what he needs: not the reporter's words.
        let work = scene.jurist.browser.open("/");
        work.must_say("Vragen aan u (1)").must_say("Vraag beantwoorden");
        assert!(work.links().contains(&question), "{:?}", work.links());
        let page = scene.jurist.browser.open(&question);
        page.must_be(200).must_say("Dorpsstraat 5").must_say("titel 5.2").must_say("Kadaster").must_not_say(REPORT);
        assert!(offers(&page, "beantwoorden") && !offers(&page, "toelichten") && !offers(&page, "intrekken"));
        scene.jurist.looks_at(&scene.kenmerk).must_say(WORKED_UP).must_say("Wacht op u").must_not_say("Melder ziet");
        // Hit, and nothing more; pressed twice it is one answer.
        let form = step(&mut scene.jurist, &question, "beantwoorden").fill("uitkomst", "hit");
        for _ in 0..2 {
            scene.jurist.browser.submit(&form).must_be(200).must_say("Uw antwoord staat in het dossier");
        }
        assert_eq!(scene.acts(), 2);
        scene.jurist.browser.open("/").must_not_say("Vragen aan u");
        assert!(!offers(&scene.jurist.browser.open(&question), "toelichten"), "nobody asked for details");
        // Who asked is told until he looked; a colleague is not.
        let work = scene.aov.browser.open("/");
        work.must_say("Antwoord op uw vraag (1)").must_say("1 antwoord");
        assert!(work.links().contains(&question), "{:?}", work.links());
        scene.town.officer("aov2").browser.open("/").must_not_say("Antwoord op uw vraag");
        scene.aov.looks_at(&scene.kenmerk).must_say(&format!("{JURIST}: hit, 23 november 2026"));
        scene.aov.browser.open("/").must_not_say("Antwoord op uw vraag");
        // A member asks for details, and for which.
        let form = step(&mut scene.aov, &question, "details vragen");
        scene.aov.browser.submit(&form).must_be(422).must_say("Schrijf welke details u nodig hebt");
        let form = form.fill("welke", "Op wiens naam staat de vergunning?");
        for _ in 0..2 {
            scene.aov.browser.submit(&form).must_be(200).must_say("dat u details nodig hebt");
        }
        scene.jurist.browser.open("/").must_say("Details geven");
        let form = step(&mut scene.jurist, &question, "toelichten");
        scene.jurist.browser.submit(&form).must_be(422).must_say("Schrijf de details");
        let form = form.fill("details", "Op naam van Holding De Poort.");
        for _ in 0..2 {
            scene.jurist.browser.submit(&form).must_be(200).must_say("De details staan in het dossier");
        }
        assert_eq!(scene.acts(), 4);
        scene.aov.browser.open("/").must_say("Details bij uw vraag");
        scene.aov.browser.open(&question).must_say("Op naam van Holding De Poort.").must_say("hit, met details");
        let line = scene.aov.looks_at(&scene.kenmerk);
        line.must_say("hit, met details").must_not_say("De Poort").must_not_say("Let op");
        // Nothing of all this reaches the reporter, and no status moved by it.
        assert_eq!(scene.melder.opens(&scene.code).text(), before);
        line.must_say("Nu: Ontvangst bevestigd");
    });
}

#[test]
fn no_hit_and_what_cannot_be_searched_are_answers_too() {
    let mut scene = Scene::new();
    let question = scene.asks();
    answers(&mut scene.jurist, &question, "geen hit", "").must_be(200);
    scene.aov.looks_at(&scene.kenmerk).must_say(&format!("{JURIST}: geen hit"));
    let page = scene.aov.browser.open(&question);
    assert!(!offers(&page, "details vragen") && !offers(&page, "intrekken"), "what was answered stays");
    // The same question again is another one: the first was answered.
    let again = scene.asks();
    assert_ne!(again, question);
    answers(&mut scene.jurist, &again, "kan niet gezocht worden", "")
        .must_be(422)
        .must_say("waarom u dit niet kunt opzoeken");
    let why = "Deze bron heeft de gemeente niet.";
    answers(&mut scene.jurist, &again, "kan niet gezocht worden", why).must_be(200).must_say(why);
    scene.aov.looks_at(&scene.kenmerk).must_say("kan niet gezocht worden");
}

#[test]
fn nobody_answers_before_the_sources_are_approved_and_fewer_may_be() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let question = scene.asks_with_approval();
        scene.aov.looks_at(&scene.kenmerk).must_say("wacht op de toets van de bronnen");
        scene.jurist.browser.open("/").must_not_say("Vragen aan u");
        let page = scene.jurist.browser.open(&question);
        assert!(!offers(&page, "beantwoorden") && !offers(&page, "toetsen"));
        // Nor by a form that the page did not offer.
        let form = step(&mut scene.privacy, &question, "toetsen");
        let token = scene.jurist.browser.open("/zoeken").form("/zoeken").value("token").to_owned();
        let early = form.clone().fill("token", &token).fill("stap", "beantwoorden").fill("uitkomst", "hit");
        let page = scene.jurist.browser.submit(&early);
        page.must_be(422).must_say("Dat kan niet meer. Deze vraag staat nu zo: wacht op de toets van de bronnen.");
        // Who watches over privacy sees it waiting, and lets one source pass.
        scene.privacy.browser.open("/").must_say("Bronnen van een vraag toetsen");
        scene.privacy.browser.submit(&form).must_be(422).must_say("Kies of u akkoord gaat");
        let mut fewer =
            form.fill("oordeel", "akkoord met de aangevinkte bronnen").fill("reden_toets", "Dit is genoeg.");
        fewer.fields.retain(|(name, value)| name != "bronnen" || value == "Kadaster");
        for _ in 0..2 {
            scene.privacy.browser.submit(&fewer).must_be(200).must_say("Uw oordeel over de bronnen");
        }
        assert_eq!(scene.acts(), 2);
        let page = scene.jurist.browser.open(&question);
        let rows = page.texts("section[aria-labelledby=vraag-zelf] dl > div");
        assert!(rows.contains(&"Bronnen die mogenKadaster".to_owned()), "{rows:?}");
        answers(&mut scene.jurist, &question, "geen hit", "").must_be(200);
        // The second time nothing is approved: that takes a reason, and ends the question.
        let question = scene.asks_with_approval();
        let form = step(&mut scene.privacy, &question, "toetsen").fill("oordeel", "niet akkoord");
        let page = scene.privacy.browser.submit(&form);
        page.must_be(422).must_say("Schrijf waarom u niet akkoord gaat");
        let form = form.fill("reden_toets", "Er is geen grondslag.");
        scene.privacy.browser.submit(&form).must_be(200).must_say("Er is geen grondslag.");
        scene.aov.looks_at(&scene.kenmerk).must_say("niet goedgekeurd");
        assert!(!offers(&scene.jurist.browser.open(&question), "beantwoorden"));
    });
}

#[test]
fn a_question_is_withdrawn_with_a_reason_and_then_answered_by_nobody() {
    let mut scene = Scene::new();
    let question = scene.asks();
    let answer = step(&mut scene.jurist, &question, "beantwoorden").fill("uitkomst", "kan niet gezocht worden");
    let answer = answer.fill("reden_antwoord", "Het systeem is weg.");
    let form = step(&mut scene.aov, &question, "intrekken");
    scene.aov.browser.submit(&form).must_be(422).must_say("Schrijf waarom u de vraag intrekt");
    let form = form.fill("reden", "Het adres klopte niet.");
    for _ in 0..2 {
        scene.aov.browser.submit(&form).must_be(200).must_say("De vraag is ingetrokken");
    }
    assert_eq!(scene.acts(), 2);
    scene.jurist.browser.open("/").must_not_say("Vragen aan u");
    // He had the form open: he is told, and what he typed is still there.
    let page = scene.jurist.browser.submit(&answer);
    page.must_be(422).must_say("Deze vraag staat nu zo: ingetrokken").must_say("Het adres klopte niet.");
    assert_eq!(page.form_with(&question, "stap", "beantwoorden").value("reden_antwoord"), "Het systeem is weg.");
    assert_eq!(scene.acts(), 2);
}

#[test]
fn the_button_pressed_twice_asks_once() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let form = scene.asking();
        let first = newest(scene.aov.browser.submit(&form).must_be(200));
        let second = newest(scene.aov.browser.submit(&form).must_be(200));
        assert_eq!((first, scene.acts()), (second, 1));
    });
}

#[test]
fn a_routine_ground_stands_where_steps_are_decided_and_is_replaced_by_the_next() {
    let mut scene = Scene::new();
    let path = scene.path();
    let page = scene.aov.browser.open(&path);
    page.must_say("die er ook zonder dit signaal is")
        .must_say("jaarlijkse controle")
        .must_say("steekproef van adressen");
    let form = page.form_with(&path, "stap", "aanleiding");
    scene.aov.browser.submit(&form).must_be(422).must_say("Schrijf een aanleiding");
    let ground = "De controle van alle bouwplaatsen in de Kern is in december.";
    for _ in 0..2 {
        let saved = scene.aov.browser.submit(&form.clone().fill("aanleiding", ground));
        saved.must_be(200).must_say("De gewone aanleiding is opgeslagen").must_say(ground);
    }
    assert_eq!(scene.acts(), 1);
    scene.aov.looks_at(&scene.kenmerk).must_say("Gewone aanleiding").must_say(ground);
    scene.aov.browser.submit(&form.fill("aanleiding", "Een gewone controle.")).must_be(200);
    scene.aov.looks_at(&scene.kenmerk).must_say("Een gewone controle.").must_not_say(ground);
    // Who sits in the meeting reads it, and writes none.
    let page = scene.jurist.browser.open(&path);
    page.must_say("Een gewone controle.");
    assert!(!offers(&page, "aanleiding") && !offers(&page, "vragen"));
    assert!(!scene.melder.opens(&scene.code).says("controle"));
}

#[test]
fn the_page_says_what_status_may_follow_and_where_to_invite() {
    let mut scene = Scene::new();
    let path = scene.path();
    let page = scene.aov.browser.open(&path);
    page.must_say("Een vraag verandert de status niet. Nu kan: In voorscreening, Reactie gevraagd.");
    let links = page.links();
    assert!(links.contains(&format!("/signalen/{}#volgende", scene.kenmerk)));
    assert!(links.contains(&format!("/signalen/{}/toegang#uitnodigen", scene.kenmerk)));
}

#[test]
fn somebody_whose_access_ended_is_named_so_that_the_question_can_be_put_again() {
    let mut scene = Scene::new();
    let question = scene.asks();
    scene.aov.takes_away(&scene.kenmerk, "jurist").must_be(200);
    scene.jurist.browser.open(&question).must_be(404);
    scene.aov.browser.open(&question).must_say("kan dit signaal niet meer openen");
    let path = scene.path();
    let html = scene.aov.browser.open(&path).html();
    let offered = crate::helpers::browser::selector("select[name=collega] option");
    assert!(!html.select(&offered).any(|option| option.text().collect::<String>().contains("jurist")));
}

//! The AOV's daily work before a meeting: working a signal up, sorting it, and finding it again.

use std::collections::BTreeSet;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::Town,
};

fn description(page: &Page, kenmerk: &str) -> Form {
    page.form(&format!("/signalen/{kenmerk}/omschrijving"))
}

/// Opens the search and looks for something.
fn finds(officer: &mut Officer, fields: &[(&str, &str)]) -> Page {
    let form = officer.browser.open("/zoeken").must_be(200).form("/zoeken");
    let form = fields.iter().fold(form, |form, (name, value)| form.fill(name, value));
    officer.browser.submit(&form)
}

/// Kenmerken on a page of results.
fn found(page: &Page) -> BTreeSet<String> {
    page.links().iter().filter_map(|link| link.strip_prefix("/signalen/")).map(str::to_owned).collect()
}

#[test]
fn a_signal_is_worked_up_with_themes_process_area_and_urgency() {
    Town::each(|town| {
        let tale = Tale::ordinary().with("verschijningsvorm", "witwassen");
        town.melder().reports(&tale);
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let form = description(&aov.reads(&kenmerk), &kenmerk);
        // It begins with the themes that the reporter chose, and with none of his words.
        assert_eq!((form.value("verschijningsvorm"), form.value("omschrijving")), ("witwassen", ""));
        let form = form
            .fill("omschrijving", "Mogelijk witwassen in de horeca.")
            .tick("verschijningsvorm", "mensenhandel")
            .tick(
                "kwetsbaar_proces",
                "vergunningverlening, ontheffingen ('legale dekmantel voor criminele activiteiten')",
            )
            .fill("gebied", "Kern")
            .fill("urgentie", "kan niet wachten op het overleg");
        let page = aov.browser.submit(&form);
        page.must_be(200).must_say("De omschrijving is opgeslagen");
        let shown = page.texts("section[aria-labelledby=opgewerkt] dl").join(" ");
        for words in ["Witwassen", "mensenhandel", "vergunningverlening", "Kern", "kan niet wachten op het overleg"] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        // The next version begins with this one.
        let again = description(&page, &kenmerk);
        assert_eq!((again.value("gebied"), again.value("urgentie")), ("Kern", "kan niet wachten op het overleg"));
    });
}

#[test]
fn a_description_with_something_wrong_keeps_all_that_was_chosen() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let form = description(&aov.reads(&kenmerk), &kenmerk).tick("schending", "diefstal").fill("gebied", "Atlantis");
    let page = aov.browser.submit(&form);
    page.must_be(422).must_say("Schrijf in uw eigen woorden").must_say("Kies een antwoord uit de lijst");
    let kept = description(&page, &kenmerk);
    assert_eq!(kept.value("schending"), "diefstal");
    let page = aov.browser.submit(&kept.fill("omschrijving", "Iets.").fill("gebied", "Buitengebied"));
    page.must_be(200).must_say("Buitengebied");
}

#[test]
fn what_an_officer_may_open_is_found_by_words_theme_area_and_day() {
    Town::each(|town| {
        let loods = Tale::about(&["burger"], "Achter de loods van Café De Kroon ruikt het naar aceton.");
        town.melder().reports(&loods.with("verschijningsvorm", "drugsproductie en -handel"));
        town.melder().reports(&Tale::ordinary());
        town.melder().reports(&Tale::about(&["wethouder"], "De loods is van zijn broer."));
        let mut aov = town.officer("aov");
        let nothing = aov.browser.open("/zoeken");
        nothing.must_be(200).must_say("In alle signalen die u mag lezen");
        assert!(found(&nothing).is_empty());
        // Before he says that he is not involved, he finds what a signal is about, and none of its words.
        finds(&mut aov, &[("zoek", "CAFE aceton")]).must_say("Niets gevonden");
        for kenmerk in aov.queue() {
            aov.reads(&kenmerk).must_be(200);
        }
        let page = finds(&mut aov, &[("zoek", "CAFE aceton")]);
        let [kenmerk] = &found(page.must_say("1 signaal gevonden")).into_iter().collect::<Vec<_>>()[..] else {
            panic!("{}", page.text())
        };
        // A word that only another route's signal has finds nothing, and does not say that it exists.
        finds(&mut aov, &[("zoek", "broer")]).must_say("Niets gevonden");
        assert_eq!(found(&finds(&mut aov, &[("thema", "drugsproductie en -handel")])).len(), 1);
        // What is added later is found at the next search.
        finds(&mut aov, &[("zoek", "chemicaliën")]).must_say("Niets gevonden");
        let form = description(&aov.reads(kenmerk), kenmerk).fill("omschrijving", "Chemicaliën in een bijgebouw.");
        aov.browser.submit(&form.fill("gebied", "Buitengebied")).must_be(200);
        assert_eq!(found(&finds(&mut aov, &[("zoek", "chemicalien")])), BTreeSet::from([kenmerk.clone()]));
        assert_eq!(found(&finds(&mut aov, &[("gebied", "Buitengebied")])), BTreeSet::from([kenmerk.clone()]));
        assert_eq!(found(&finds(&mut aov, &[("zoek", kenmerk)])).len(), 1);
        assert_eq!(found(&finds(&mut aov, &[("van", "2026-11-23"), ("tot", "23-11-2026")])).len(), 2);
        finds(&mut aov, &[("van", "2026-11-24")]).must_say("Niets gevonden");
    });
}

#[test]
fn what_is_looked_for_stands_in_no_address_and_a_wrong_question_is_said_at_its_field() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    finds(&mut aov, &[]).must_be(422).must_say("Vul een woord in");
    finds(&mut aov, &[("van", "gisteren")]).must_be(422).must_say("Schrijf de dag als 31-12-2026");
    finds(&mut aov, &[("van", "2026-11-24"), ("tot", "2026-11-23")]).must_be(422).must_say("ligt voor de eerste");
    let long = finds(&mut aov, &[("zoek", &"x".repeat(201))]);
    assert_eq!(long.must_be(422).must_say("hoogstens 200 tekens").form("/zoeken").value("zoek").len(), 201);
    let page = finds(&mut aov, &[("zoek", "restaurant")]);
    page.must_be(200).must_say("1 signaal gevonden");
    let html = page.html();
    assert_eq!(html.select(&crate::helpers::browser::selector("form[action='/zoeken'][method=post]")).count(), 1);
    // Without the session's token nothing is looked for; without a session nothing at all.
    let form = page.form("/zoeken").fill("token", "0".repeat(32).as_str());
    aov.browser.submit(&form).must_be(403);
    let mut stranger = Officer::at(&town.desk);
    assert_eq!(stranger.browser.fetch("/zoeken").header("location"), Some("/inloggen"));
}

#[test]
fn results_turn_page_by_page() {
    let town = Town::new();
    for number in 0..27 {
        town.melder().reports(&Tale::about(&["burger"], &format!("Aanhanger nummer {number}.")));
    }
    let mut aov = town.officer("aov");
    let first = finds(&mut aov, &[("van", "2026-11-23")]);
    first.must_say("27 signalen gevonden").must_say("Pagina 1 van 2");
    assert_eq!(found(&first).len(), 25);
    let turned = first.form("/zoeken").fill("pagina", &first.button("pagina"));
    let second = aov.browser.submit(&turned);
    second.must_say("Pagina 2 van 2");
    assert_eq!(found(&second).len(), 2);
    assert!(found(&first).is_disjoint(&found(&second)));
}

//! What of a case becomes public: document by document, with grounds, and with nothing of the reporter's side.

use ::domain::woo::{Assessed, Ground, Publicity};

use crate::helpers::{
    browser::{Form, Page, selector},
    people::{Officer, Tale},
    town::Town,
};

const MARK: &str = "paarsgestreept";

/// A signal that went from receipt to a weighing, with a question to its reporter on the way.
fn worked(town: &Town) -> (Officer, String) {
    let code = town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], &format!("{MARK} verhaal")));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u.").must_be(200);
    town.later(chrono::TimeDelta::days(3));
    let mut aov = town.officer("aov");
    aov.answers(&kenmerk, "Vraag", "Welke straat?").must_be(200);
    let mut melder = town.melder();
    melder.opens(&code).must_be(200);
    melder.writes(&format!("{MARK} antwoord")).must_be(200);
    aov.sets_status(&kenmerk, "Reactie ontvangen", "De melder gaf antwoord.").must_be(200);
    aov.describes(&kenmerk, "Mogelijk witwassen bij het café. Bel 06-12345678.").must_be(200);
    aov.sets_status(&kenmerk, "In weging", "Er is haast.").must_be(200);
    aov.weighs(&kenmerk, "Overweging over de melder").must_be(200);
    aov.answers(&kenmerk, "Vraag", "En welk huis?").must_be(200);
    aov.sets_status(&kenmerk, "In weging", "Er kwam geen antwoord.").must_be(200);
    let note = format!("/signalen/{kenmerk}/aantekening");
    let form = aov.reads(&kenmerk).form(&note).fill("aantekening", "aov2 kijkt mee.");
    aov.browser.submit(&form).must_be(200);
    (aov, kenmerk)
}

/// The page and its form, untouched.
fn opens(officer: &mut Officer, kenmerk: &str) -> (Page, Form) {
    let path = format!("/signalen/{kenmerk}/woo");
    let page = officer.browser.open(&path);
    let form = page.must_be(200).form(&path);
    (page, form)
}

/// The number of each document's fields, in order.
fn numbers(page: &Page) -> Vec<String> {
    let (html, areas) = (page.html(), selector("textarea"));
    let number = |area: scraper::ElementRef<'_>| area.attr("name")?.strip_prefix("tekst-").map(str::to_owned);
    html.select(&areas).filter_map(number).collect()
}

fn choose(form: Form, numbers: &[String], choice: &str) -> Form {
    numbers.iter().fold(form, |form, number| form.fill(&format!("keuze-{number}"), choice))
}

#[test]
fn an_export_holds_the_case_file_and_nothing_of_the_reporters_side() {
    Town::each(|town| {
        let (mut aov, kenmerk) = worked(&town);
        let (page, form) = opens(&mut aov, &kenmerk);
        let numbers = numbers(&page);
        let titles = page.texts("section.card h2");
        let labels = ["Opgewerkte omschrijving", "Besluiten over de status", "Weging", "Aantekening"];
        assert_eq!(titles.len(), labels.len(), "{titles:?}");
        for (title, label) in titles.iter().zip(labels) {
            assert!(
                title.contains(&format!("{label}, 26 november 2026, Adviseur Openbare Orde en Veiligheid")),
                "{title}"
            );
        }
        page.must_say("telefoonnummer: 06-12345678")
            .must_say("naam van een collega: aov2")
            .must_say("hier staat iets over de melder");

        let form = choose(form, &numbers, "openbaar").tick("als", "pdf");
        let pdf = aov.browser.submit(&form);
        assert_eq!(pdf.must_be(200).saved_as(), "stukken.pdf");
        let text = lopdf_text(&pdf.bytes);
        let list = aov.browser.submit(&form.fill("als", "csv"));
        assert_eq!(list.must_be(200).saved_as(), "stukken.csv");
        for words in [
            "witwassen",
            "26 november 2026, Adviseur Openbare Orde en Veiligheid: In weging Er is haast. 26 november 2026",
            "Overweging over de melder d",
            "Conclusie",
            "Adviseur Openbare Orde en Veiligheid",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        // The day of receipt, the reporter and his answers, criterion e, and whoever printed it.
        for never in [
            MARK,
            "23 november",
            "Welke straat",
            "geen antwoord",
            "Reactie",
            "gaf antwoord",
            "bevestig",
            "Overweging over de melder e",
            "bron",
            "Afgedrukt",
        ] {
            assert!(
                !text.contains(never) && !list.body.contains(never) && !page.texts("form").join(" ").contains(never),
                "{never}: {text}"
            );
        }
        let lines: Vec<_> = list.body.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[0], "\"nummer\";\"stuk\";\"datum\";\"door\";\"beoordeling\";\"gronden\"");
        assert_eq!(
            lines[1],
            "\"1\";\"Opgewerkte omschrijving\";\"26-11-2026\";\"Adviseur Openbare Orde en Veiligheid\";\"openbaar\";\"\""
        );
    });
}

#[test]
fn a_question_to_a_function_is_on_paper_and_among_the_documents() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk);
    let path = format!("/signalen/{kenmerk}/verrijking");
    let page = aov.browser.open(&path);
    let form = page.form_with(&path, "stap", "vragen").fill("collega", &page.option("collega", "aov2"));
    let form = form.fill("vraag", "Is hier een vergunning?").fill("doel", "Weten.").fill("grondslag", "Wet Bibob");
    aov.browser.submit(&form.tick("bronnen", "Kadaster").tick("bevestigd", "ja")).must_be(200);
    let paper = aov.browser.open(&format!("/signalen/{kenmerk}/papier"));
    paper.must_be(200).must_say("Is hier een vergunning?").must_say("Grondslag: Wet Bibob");
    let (woo, _) = opens(&mut aov, &kenmerk);
    woo.must_say("Verrijking, 23 november 2026").must_say("Vraag aan: Vervanger").must_say("Is hier een vergunning?");
    woo.must_not_say("naam van een collega");
}

#[test]
fn every_change_of_the_status_is_one_document_with_one_choice() {
    Town::each(|town| {
        let (_, kenmerk) = worked(&town);
        town.later(chrono::TimeDelta::days(2));
        let mut aov2 = town.officer("aov2");
        aov2.answers(&kenmerk, "Terugkoppeling", "Wij zijn klaar.").must_be(200);
        aov2.sets_status(&kenmerk, "Gewogen", "").must_be(200);
        aov2.sets_status(&kenmerk, "Afgehandeld", "Te weinig om mee verder te gaan.").must_be(200);
        let mut aov = town.officer("aov");
        let (page, form) = opens(&mut aov, &kenmerk);
        let numbers = numbers(&page);
        let titles = page.texts("section.card h2");
        let authors = "Adviseur Openbare Orde en Veiligheid; Vervanger";
        let title = format!("2. Besluiten over de status, 26 november 2026 tot en met 28 november 2026, {authors}");
        assert_eq!(titles[1], title, "{titles:?}");
        assert_eq!(titles.iter().filter(|title| title.contains("status")).count(), 1);
        let (field, why) = (format!("tekst-{}", numbers[1]), "28 november 2026, Vervanger: Afgehandeld");
        assert!(
            form.value(&field).contains(why) && form.value(&field).contains("Er is haast."),
            "{}",
            form.value(&field)
        );
        // One choice and one ground keep one reason back; the others stay.
        let kept = form.value(&field).replace("Te weinig om mee verder te gaan.", "[art. 5.2 lid 1]");
        let form = choose(form, &numbers, "openbaar").fill(&format!("keuze-{}", numbers[1]), "deels openbaar");
        let form = form.fill(&field, &kept).tick(&format!("gronden-{}", numbers[1]), "art. 5.2 lid 1");
        let pdf = lopdf_text(&aov.browser.submit(&form.clone().tick("als", "pdf")).must_be(200).bytes);
        assert!(pdf.contains("Er is haast.") && pdf.contains(why) && !pdf.contains("Te weinig om"), "{pdf}");
        let list = aov.browser.submit(&form.tick("als", "csv")).body;
        let line = format!(
            "\"2\";\"Besluiten over de status\";\"26-11-2026 t/m 28-11-2026\";\"{authors}\";\"deels openbaar\""
        );
        assert!(list.contains(&line), "{list}");
    });
}

fn lopdf_text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).expect("text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_kept_back_has_its_ground_and_is_nowhere_in_the_export() {
    let town = Town::new();
    let (mut aov, kenmerk) = worked(&town);
    let (page, form) = opens(&mut aov, &kenmerk);
    let numbers = numbers(&page);
    // Nothing chosen: every document asks, and what stood there stays.
    let asked = aov.browser.submit(&form.clone().tick("als", "pdf"));
    asked.must_be(422);
    assert_eq!(asked.text().matches("Kies of dit stuk openbaar wordt.").count(), 2 * numbers.len());
    let (text, grounds) = (format!("tekst-{}", numbers[0]), format!("gronden-{}", numbers[0]));
    let all = choose(form, &numbers, "openbaar");
    let changed = all.clone().fill(&text, "Mogelijk witwassen bij het café. Bel [art. 5.1 lid 2 sub e].");
    aov.browser.submit(&changed).must_be(422).must_say("U hebt de tekst veranderd.");
    let partly = changed.fill(&format!("keuze-{}", numbers[0]), "deels openbaar");
    let kept = aov.browser.submit(&partly);
    kept.must_be(422).must_say("Kies op welke grond u iets weglaat.");
    assert!(kept.form(&format!("/signalen/{kenmerk}/woo")).value(&text).contains("Bel [art. 5.1 lid 2 sub e]."));
    let partly = partly.tick(&grounds, "art. 5.1 lid 2 sub e");
    let weighing = format!("keuze-{}", numbers[2]);
    let none = partly.fill(&weighing, "niet openbaar").tick(&format!("gronden-{}", numbers[2]), "art. 5.2 lid 1");
    let pdf = lopdf_text(&aov.browser.submit(&none.clone().tick("als", "pdf")).must_be(200).bytes);
    assert!(pdf.contains("Art. 5.1 lid 2 sub e") && pdf.contains("Art. 5.2 lid 1"), "{pdf}");
    assert!(!pdf.contains("06-12345678") && !pdf.contains("Overweging"), "{pdf}");
    let list = aov.browser.submit(&none.tick("als", "csv")).body;
    assert!(list.contains("\"deels openbaar\";\"Art. 5.1 lid 2 sub e\""), "{list}");
    // A colleague who is no member exports nothing.
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = town.officer("jurist");
    jurist.reads(&kenmerk);
    jurist.browser.open(&format!("/signalen/{kenmerk}/woo")).must_be(403);
}

#[test]
fn every_choice_is_held_against_its_grounds_and_its_text() {
    let e = "art. 5.1 lid 2 sub e";
    let cases: [(&str, &[&str], &str, Option<&str>); 9] = [
        ("openbaar", &[], "Alles.\r\n", None),
        ("openbaar", &[e], "Alles.", Some("gronden")),
        ("openbaar", &[], "Iets.", Some("keuze")),
        ("deels openbaar", &[e], "Iets.", None),
        ("deels openbaar", &[], "Iets.", Some("gronden")),
        ("deels openbaar", &[e], "Alles.", Some("tekst")),
        ("deels openbaar", &[e], "", Some("tekst")),
        ("niet openbaar", &[], "Alles.", Some("gronden")),
        ("", &[], "Alles.", Some("keuze")),
    ];
    for (choice, grounds, text, wrong) in cases {
        let grounds: Vec<String> = grounds.iter().map(|ground| (*ground).to_owned()).collect();
        let parsed = Assessed::parse(choice, &grounds, text, "Alles.");
        match wrong {
            None => assert!(parsed.is_ok(), "{choice} {text}"),
            Some(field) => {
                let Err(errors) = parsed else { panic!("{choice} {text} was taken") };
                assert!(errors.for_field(field).is_some(), "{choice} {text}: {errors}");
            }
        }
    }
    let grounds = ["art. 5.2 lid 1".to_owned(), e.to_owned(), e.to_owned()];
    let Ok(none) = Assessed::parse("niet openbaar", &grounds, "Alles.", "Alles.") else { panic!("good") };
    assert_eq!((none.publicity, none.text.as_str()), (Publicity::Niet, ""));
    assert_eq!(none.grounds, [Ground::L2e, Ground::Opvattingen]);
    assert!(Assessed::parse("niet openbaar", &["art. 9".to_owned()], "", "Alles.").is_err());
    // The notation of decisions, letter by letter.
    let labels: Vec<_> = Ground::ALL.iter().map(|ground| ground.label()).collect();
    assert_eq!(labels.len(), 5 + 9 + 1);
    assert!(labels.iter().all(|label| label.starts_with("Art. 5.")), "{labels:?}");
}

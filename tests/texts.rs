//! Texts that the municipality sends: filled in where they are written, never with a reporter's own words, and the
//! municipality's own in place of ours.

mod duties;
mod own;
mod style;

use ::domain::RouteName;
use letters::MessageText;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::Town,
};

/// Stands in everything that a reporter writes in these tests.
const MARK: &str = "paarsgestreept";

/// A report with marked words in every text that a reporter can write.
fn marked(over_wie: &'static [&'static str]) -> Tale {
    let told = |what: &str| format!("{MARK} {what}");
    let tale = Tale::about(over_wie, &told("verhaal"));
    ["wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld", "naam", "bereikbaar"]
        .into_iter()
        .fold(tale, |tale, field| tale.with(field, &told(field)))
}

fn message(page: &Page, kenmerk: &str) -> Form {
    page.form(&format!("/signalen/{kenmerk}/bericht"))
}

/// Presses "Tekst invullen".
fn fills_in(officer: &mut Officer, kenmerk: &str, text: &str, typed: &str) -> Page {
    let form = message(&officer.reads(kenmerk), kenmerk).fill("tekst", text).fill("bericht", typed);
    officer.browser.submit(&form.tick("invullen", "ja"))
}

/// What stands between the places that a text leaves open, filled in.
fn finished(text: &str) -> String {
    letters::open_places(text).iter().fold(text.to_owned(), |text, place| text.replacen(place, "Zo is het.", 1))
}

#[test]
fn an_officer_fills_in_a_text_mends_it_and_sends_it() {
    Town::each(|town| {
        let code = town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let page = fills_in(&mut aov, &kenmerk, "ontvangstbevestiging", "");
        page.must_be(200).must_say("De tekst is ingevuld.");
        let form = message(&page, &kenmerk);
        assert_eq!(form.value("type"), "Ontvangstbevestiging");
        let text = form.value("bericht");
        // Three months from today, in words; a week from today; who writes, by function.
        for words in [
            "Uiterlijk op 23 februari 2027",
            "op 30 november 2026",
            "Adviseur Openbare Orde en Veiligheid",
            "Gemeente Test",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains(&kenmerk) && !text.contains("Het spijt ons") && !text.contains("{{"), "{text}");
        aov.browser.submit(&form).must_be(200).must_say("Uw bericht staat klaar voor de melder.");
        town.melder().opens(&code).must_be(200).must_say("Uiterlijk op 23 februari 2027");

        // What is left open goes nowhere, and nothing is lost.
        let page = fills_in(&mut aov, &kenmerk, "terugkoppeling", "");
        page.must_say("Vul in wat tussen haken staat");
        let form = message(&page, &kenmerk);
        let refused = aov.browser.submit(&form);
        refused.must_be(422).must_say("Hier moet u nog iets invullen, of weghalen: [vul in: wat er is bekeken");
        let form = message(&refused, &kenmerk);
        assert_eq!(form.value("type"), "Terugkoppeling");
        let done = finished(form.value("bericht"));
        aov.browser.submit(&form.fill("bericht", &done)).must_be(200);
        town.melder().opens(&code).must_say("Zo is het.");
    });
}

#[test]
fn a_text_never_takes_the_place_of_what_was_typed() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let page = fills_in(&mut aov, &kenmerk, "vraag", "Dit schreef ik zelf.");
    page.must_be(200).must_say("De tekst staat onder wat u al schreef.");
    let once = message(&page, &kenmerk);
    assert!(
        once.value("bericht").starts_with("Dit schreef ik zelf.\n\nWij hebben een vraag"),
        "{}",
        once.value("bericht")
    );
    // Pressed again it stands there once.
    let text = once.value("bericht").to_owned();
    let page = aov.browser.submit(&once.tick("invullen", "ja"));
    page.must_be(200).must_say("Deze tekst staat er al.");
    assert_eq!(message(&page, &kenmerk).value("bericht").trim_end(), text.trim_end());
    // Without a choice nothing is lost either.
    let page = fills_in(&mut aov, &kenmerk, "", "Dit schreef ik zelf.");
    page.must_be(422).must_say("Kies eerst een standaardtekst.");
    assert_eq!(message(&page, &kenmerk).value("bericht"), "Dit schreef ik zelf.");
    fills_in(&mut aov, &kenmerk, "voornemen-vooronderzoek", "").must_be(422);
    // Nothing was sent by any of it.
    assert!(aov.looks_at(&kenmerk).html().select(&crate::helpers::browser::selector(".message")).next().is_none());
}

#[test]
fn who_comes_too_late_says_so_in_the_text() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    town.later(chrono::TimeDelta::days(9));
    let mut aov = town.officer("aov");
    let page = fills_in(&mut aov, &kenmerk, "ontvangstbevestiging", "");
    let text = message(&page, &kenmerk).value("bericht").to_owned();
    assert!(text.contains("uiterlijk op 30 november 2026 moeten laten weten. Het spijt ons"), "{text}");
    assert!(text.contains("Uiterlijk op 2 maart 2027"), "{text}");
    // The steunaanbod promises nothing that could be late.
    let page = fills_in(&mut aov, &kenmerk, "steunaanbod", "");
    let text = message(&page, &kenmerk).value("bericht").to_owned();
    assert!(text.contains("088-133 10 00") && !text.contains("spijt"), "{text}");
}

#[test]
fn who_may_not_answer_the_reporter_gets_no_text_to_do_it_with() {
    let town = Town::new();
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let form = message(&aov.reads(&kenmerk), &kenmerk);
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = town.officer("jurist");
    let token = jurist.reads(&kenmerk).form(&format!("/signalen/{kenmerk}/aantekening")).value("token").to_owned();
    let form = form.fill("token", &token).fill("tekst", "vraag").tick("invullen", "ja");
    jurist.browser.submit(&form).must_be(403);
}

/// Signals on three routes, each with marked words in everything that its reporter can write.
const CASES: [(&[&str], &str, RouteName); 4] = [
    (&["ondernemer/bedrijf"], "aov", RouteName::Aov),
    (&["wethouder"], "burgemeester", RouteName::Burgemeester),
    (&["burgemeester"], "voorzitter", RouteName::Integriteitscommissie),
    (&["ambtenaar"], "integriteit", RouteName::Ambtelijk),
];

#[test]
fn no_text_and_no_letter_ever_holds_a_word_of_the_reporters() {
    let town = Town::new();
    for (over_wie, login, route) in CASES {
        let code = town.melder().reports(&marked(over_wie));
        let mut melder = town.melder();
        melder.opens(&code).must_be(200);
        melder.writes(&format!("{MARK} aanvulling")).must_be(200);
        let mut officer = town.officer(login);
        let kenmerk = officer.only_signal();
        officer.reads(&kenmerk).must_say(MARK);
        let offered = officer.looks_at(&kenmerk).texts("select[name=tekst] option");
        let meant: Vec<_> = MessageText::of(route).collect();
        assert_eq!(offered.len(), meant.len() + 1, "{login}: {offered:?}");
        for text in meant {
            let page = fills_in(&mut officer, &kenmerk, text.name, "");
            let filled = message(page.must_be(200), &kenmerk).value("bericht").to_owned();
            assert!(filled.len() > 200 && filled.ends_with("Gemeente Test"), "{}: {filled}", text.name);
            for never in [MARK, &kenmerk, "{{", "{%"] {
                assert!(!filled.contains(never), "{}: {never}: {filled}", text.name);
            }
        }
        let list = officer.browser.open(&format!("/signalen/{kenmerk}/brieven"));
        let links: Vec<_> = list.must_be(200).links().into_iter().filter(|link| link.contains("/brieven/")).collect();
        let has_letters = matches!(route, RouteName::Burgemeester | RouteName::Integriteitscommissie);
        assert_eq!(!links.is_empty(), has_letters, "{login}");
        for link in &links {
            let page = officer.browser.open(link);
            let text = page.must_be(200).form(link).value("tekst").to_owned();
            assert!(text.len() > 200 && !text.contains(MARK) && !text.contains("{{"), "{link}: {text}");
        }
    }
}

#[test]
fn a_letter_says_to_each_what_his_article_gives_him() {
    Town::each(|town| {
        town.melder().reports(&Tale::about(&["wethouder"], "De wethouder nam geld aan."));
        let mut burgemeester = town.officer("burgemeester");
        let kenmerk = burgemeester.only_signal();
        burgemeester.describes(&kenmerk, "Mogelijk aannemen van giften.").must_be(200);
        let at = |letter: &str| format!("/signalen/{kenmerk}/brieven/{letter}");
        let text = |officer: &mut Officer, letter: &str| {
            let path = at(letter);
            officer.browser.open(&path).must_be(200).form(&path).value("tekst").to_owned()
        };
        let told = text(&mut burgemeester, "integriteitscommissie?bij=V1-W");
        for words in [
            "Door tussenkomst van de griffier en de voorzitter van de integriteitscommissie",
            "Wij beginnen een vooronderzoek",
            "artikel 4, derde lid, van het protocol",
            "vertrouwelijkheid te betrachten",
            "23 november 2026",
            &kenmerk,
        ] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(!told.contains("giften") && !told.contains("feitenonderzoek"), "{told}");
        let told = text(&mut burgemeester, "gemeenteraad?bij=F0");
        assert!(told.contains("Er komt geen onderzoek") && !told.contains(&kenmerk), "{told}");
        // Only who investigates gets what was worked up.
        assert!(text(&mut burgemeester, "onderzoekopdracht").contains("Mogelijk aannemen van giften."));
        assert!(!text(&mut burgemeester, "kennisgeving?bij=F2").contains("giften"));
        // Of another kind of signal, of nothing, and without its duty.
        for wrong in [
            "wethouders?bij=V1-B",
            "wethouders?bij=X",
            "wethouders?bij=F2",
            "wethouders",
            "kennisgeving",
            "koning",
            "commissaris?bij=V1-W",
        ] {
            burgemeester.browser.open(&at(wrong)).must_be(404);
        }
        // Mended and printed; what is open is named, and nothing is kept.
        let path = at("kennisgeving?bij=F2");
        let page = burgemeester.browser.open(&path);
        page.must_say("Dit moet u nog invullen, of weghalen").must_say("[vul in: het handelen of nalaten");
        let form = page.form(&path).fill("tekst", "Geachte heer,\n\nMet deze brief.").tick("als", "papier");
        let mended = burgemeester.browser.submit(&form);
        mended.must_be(200).must_say("Geachte heer,");
        assert!(!mended.says("Dit moet u nog invullen"), "{}", mended.text());
        burgemeester.browser.submit(&form.clone().fill("tekst", " ")).must_be(422).must_say("De brief is leeg.");
        let pdf = burgemeester.browser.submit(&form.fill("als", "pdf"));
        assert_eq!((pdf.saved_as(), &pdf.bytes[..5]), ("brief.pdf".into(), b"%PDF-".as_slice()));
        assert!(!burgemeester.browser.open(&path).says("Met deze brief."));
    });
}

#[test]
fn letters_are_the_members_own() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["wethouder"], "De wethouder nam geld aan."));
    let mut burgemeester = town.officer("burgemeester");
    let kenmerk = burgemeester.only_signal();
    let list = format!("/signalen/{kenmerk}/brieven");
    // Before he said that he is not involved.
    burgemeester.browser.open(&list).must_be(403).must_say("Zeg eerst dat u niet betrokken bent");
    burgemeester.reads(&kenmerk);
    burgemeester.browser.open(&list).must_be(200).must_say("Voornemen vooronderzoek").must_say("Artikel 4, derde lid");
    let mut aov = town.officer("aov");
    for path in [list.clone(), format!("{list}/kennisgeving?bij=F2"), format!("/signalen/{kenmerk}/papier")] {
        aov.browser.open(&path).must_be(404);
    }
}

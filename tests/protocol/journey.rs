//! One case from report to the council, by either way; and that the AOV opens nothing of it.

use ::domain::protocol::StepKind;

use super::Scene;
use crate::{
    access::keys::{opens, steal, there},
    helpers::town::Town,
};

/// Everything that somebody without a key of this signal could try.
pub(super) fn opens_none_of_it(scene: &mut Scene, login: &str) {
    let mut officer = scene.town.officer(login);
    assert!(!officer.queue().contains(&scene.kenmerk), "{login}");
    for page in ["", "/onderzoek", "/weging", "/toegang", "/verband"] {
        officer.browser.open(&format!("/signalen/{}{page}", scene.kenmerk)).must_be(404);
    }
    assert!(!officer.browser.open("/").says(&scene.kenmerk), "{login}");
    let stolen = steal(&scene.town);
    assert_eq!(opens(&stolen, login).values().sum::<usize>(), 0, "{login} with every key and the whole database");
}

#[test]
fn a_case_about_the_burgemeester_runs_from_report_to_the_council_and_the_aov_opens_none_of_it() {
    Town::each(|town| {
        let mut scene = Scene::about_burgemeester(town);
        opens_none_of_it(&mut scene, "aov");
        scene.page().must_say("Artikel 5, 10 en 16").must_say("Leg dan eerst het voornemen vast");
        // Who must know of the intention, hears it before the vooronderzoek begins (art. 5 lid 3).
        scene.takes(StepKind::Voornemen, &[]).must_be(200).must_say("Er staan 5 informatieplichten open");
        scene.officer.looks_at(&scene.kenmerk).must_say("Nu: In voorscreening");
        scene.officer.answers(&scene.kenmerk, "Voornemen vooronderzoek", "Wij gaan dit na.").must_be(200);
        scene
            .informs(&[
                "V1-B fractievoorzitters",
                "V1-B wethouders",
                "V1-B secretaris",
                "V1-B Commissaris van de Koning",
            ])
            .must_be(200)
            .must_say("Start het vooronderzoek");
        scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
        scene.officer.looks_at(&scene.kenmerk).must_say("Nu: In vooronderzoek").must_say("2 informatieplichten open");
        scene.takes(StepKind::Raadpleging, &[]).must_be(200).must_say("De declaraties zijn er.");
        // The betrokkene is no consultant of his own case.
        scene.takes(StepKind::Raadpleging, &[("raadpleging_wie", "burgemeester")]).must_be(422);
        scene.takes(StepKind::Betrokkene, &[]).must_be(200);
        scene.takes(StepKind::Bevindingen, &[]).must_be(200);
        scene.officer.looks_at(&scene.kenmerk).must_say("Nu: Vooronderzoek afgerond");
        scene.officer.answers(&scene.kenmerk, "Uitkomst vooronderzoek (op hoofdlijnen)", "Het klopt.").must_be(200);
        let rest =
            ["V4-B betrokkene", "V4-B fractievoorzitters", "V4-B griffier", "V4-B wethouders", "V4-B secretaris"];
        scene.informs(&rest).must_be(200).must_say("Er staat geen informatieplicht open");

        let none = [
            ("besluit", "afgezien van onderzoek (art. 7 lid 5)"),
            ("besluit_proportionaliteit", ""),
            ("besluit_aantoonbaar", "ja"),
            ("besluit_zeker", "ja"),
        ];
        scene.takes(StepKind::Besluit, &none).must_be(422).must_say("Maak eerst de weging");
        scene.officer.weighs(&scene.kenmerk, "De bonnen zijn er.").must_be(200);
        scene.takes(StepKind::Besluit, &none).must_be(200).must_say("Er staat 1 informatieplicht open");
        let page = scene.page();
        page.must_say("art. 7 lid 5, sinds").must_say("Gemeenteraad: geen onderzoek").must_not_say("F0");
        page.must_say("Informeer de gemeenteraad: dat moet altijd");
        // The six steps of an investigation that does not come, and none that comes "Later".
        let tags = page.texts("h3 .tag");
        assert_eq!(tags.iter().filter(|tag| *tag == "Niet van toepassing").count(), 6, "{tags:?}");
        assert!(!tags.iter().any(|tag| tag == "Later"), "{tags:?}");
        page.must_say("Er komt geen onderzoek: zo is besloten.");

        let close = scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "De raad is aan zet.");
        close.must_be(422).must_say("gemeenteraad (geen onderzoek)").must_say("eerst een terugkoppeling");
        assert_eq!(close.form(&format!("/signalen/{}/status", scene.kenmerk)).value("reden"), "De raad is aan zet.");
        // "De gemeenteraad wordt altijd geïnformeerd."
        let fields =
            [("plicht", "F0 gemeenteraad"), ("plicht_uitkomst", "afgeweken"), ("plicht_reden", "Liever niet.")];
        let form = scene.form("informeren", &fields);
        scene.officer.browser.submit(&form).must_be(422).must_say("kan niet worden afgeweken");
        scene.informs(&["F0 gemeenteraad"]).must_be(200).must_say("sluit het signaal af");
        scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "De raad is aan zet.").must_be(422);
        scene.officer.answers(&scene.kenmerk, "Terugkoppeling", "De gemeenteraad is geïnformeerd.").must_be(200);
        scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "De raad is aan zet.").must_be(200);
        scene.page().must_say("Dit signaal is afgehandeld");
        let mut melder = scene.town.melder();
        melder.opens(&scene.code).must_say("De gemeenteraad is geïnformeerd.").must_say("Afgerond");

        for login in ["aov", "aov2", "burgemeester", "integriteit"] {
            opens_none_of_it(&mut scene, login);
        }
        let stolen = steal(&scene.town);
        assert_eq!(opens(&stolen, "voorzitter"), there(&stolen), "who handles it opens all of it");
        // Every step is on paper, and among what can become public.
        let papier = scene.officer.browser.open(&format!("/signalen/{}/papier", scene.kenmerk));
        papier.must_be(200).must_say("De declaraties zijn er.").must_say("afgezien van onderzoek (art. 7 lid 5)");
        let woo = scene.officer.browser.open(&format!("/signalen/{}/woo", scene.kenmerk));
        woo.must_be(200).must_say("Stap van het onderzoek").must_say("De declaraties zijn er.");
        let page = scene.page();
        assert!(!page.says("Let op: Onderdeel") && !page.says("beschadigd"), "{}", page.text());
    });
}

#[test]
fn a_case_about_a_wethouder_is_investigated_heard_and_reported_to_the_council() {
    let mut scene = Scene::begin(Town::new(), &["wethouder"], "burgemeester", false);
    scene.page().must_say("Artikel 4, 9 en 15");
    let raadpleging = [("raadpleging_wie", "integriteitsfunctionaris")];
    scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
    scene.takes(StepKind::Raadpleging, &raadpleging).must_be(200);
    scene.takes(StepKind::Betrokkene, &[]).must_be(200);
    scene.takes(StepKind::Bevindingen, &[]).must_be(200);
    scene.officer.weighs(&scene.kenmerk, "Ernstig.").must_be(200);
    scene
        .takes(StepKind::Besluit, &[("besluit_door", "burgemeester")])
        .must_be(200)
        .must_say("Voornemen feitenonderzoek")
        .must_not_say("F1-W");
    scene.officer.looks_at(&scene.kenmerk).must_say("Nu: In feitenonderzoek");
    scene.takes(StepKind::Opdracht, &[("opdracht_methode", "onderzoek van documenten")]).must_be(200);
    // A change of scope is a new version with a reason; the first stays.
    let wider = [("opdracht_doel", "Ook het jaar ervoor."), ("opdracht_methode", "onderzoek van documenten")];
    scene.takes(StepKind::Opdracht, &wider).must_be(422).must_say("Schrijf waarom de opdracht verandert");
    let wider = [wider[0], wider[1], ("opdracht_reden", "De bonnen gaan verder terug.")];
    scene.takes(StepKind::Opdracht, &wider).must_be(200);
    scene
        .page()
        .must_say("Versie 1")
        .must_say("Versie 2")
        .must_say("Vaststellen wat er is betaald.")
        .must_say("De bonnen gaan verder terug.");
    scene.takes(StepKind::Kennisgeving, &[]).must_be(200);
    scene.takes(StepKind::Voortgang, &[]).must_be(200);
    scene.takes(StepKind::Voortgang, &[("voortgang_vorm", "schriftelijk")]).must_be(200);
    scene.takes(StepKind::Gehoor, &[("gehoor_wie", "betrokkene")]).must_be(200).must_say("30 november 2026");
    scene.page().must_say("Wacht op de reactie").must_say("Reactie op gesprek 1");
    let refuses = [
        ("reactie_ondertekend", "weigerde te tekenen"),
        ("reactie_tekst", "Ik herken mij er niet in."),
        ("reactie_afwijkend", "De bonnen waren van een ander."),
    ];
    scene.takes(StepKind::Reactie, &refuses).must_be(200).must_say("De bonnen waren van een ander.");
    scene.takes(StepKind::Rapport, &[("rapport_methoden", "Alleen documenten.")]).must_be(200);
    scene.officer.looks_at(&scene.kenmerk).must_say("Nu: Rapport gereed");
    // First those who read it first.
    let early = scene.form("informeren", &[("plicht", "R-W raad"), ("plicht_uitkomst", "gedaan")]);
    scene.officer.browser.submit(&early).must_be(422).must_say("als de eerste lezers het rapport hebben");
    let first = ["R-W integriteitscommissie", "R-W locoburgemeester (met inachtneming van de vervangingsvolgorde)"];
    scene.informs(&first).must_be(200);
    scene.informs(&["R-W raad", "R-W college", "R-W betrokkene"]).must_be(200);
    for (kind, text) in [
        ("Voornemen vooronderzoek", "Wij gaan dit na."),
        ("Uitkomst vooronderzoek (op hoofdlijnen)", "Er is reden voor onderzoek."),
        ("Voornemen feitenonderzoek", "Er komt een onderzoek."),
    ] {
        scene.officer.answers(&scene.kenmerk, kind, text).must_be(200);
    }
    let rest = ["V1-W", "V4-W", "F1-W"].map(|code| format!("{code} overige wethouders"));
    let mut rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    rest.extend(["V1-W secretaris", "V1-W seniorenconvent", "V4-W betrokkene", "V4-W integriteitscommissie"]);
    rest.extend(["F1-W betrokkene", "F1-W secretaris", "F1-W integriteitscommissie"]);
    scene.informs(&rest).must_be(200).must_say("Er staat geen informatieplicht open");
    scene.officer.answers(&scene.kenmerk, "Terugkoppeling", "De raad heeft het rapport.").must_be(200);
    scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "Rapport is bij de raad.").must_be(200);
    opens_none_of_it(&mut scene, "aov");
    // Opened again, the track begins again; what was done stays to be read.
    scene.officer.sets_status(&scene.kenmerk, "Heropend", "Er is een nieuw feit.").must_be(200);
    let page = scene.page();
    page.must_say("Voor de heropening").must_say("De bonnen waren van een ander.");
    page.must_say("Er staat geen informatieplicht open");
}

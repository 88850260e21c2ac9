//! The way by a feitenonderzoek, walked from report to close: order, kennisgeving, two hearings, report, first readers, the
//! others, communication and geheimhouding.

use ::domain::protocol::StepKind;

use super::{Scene, journey::opens_none_of_it};
use crate::helpers::town::Town;

const LOCO: &str = "R-B locoburgemeester (met inachtneming van de vervangingsvolgorde)";

/// As far as the vooronderzoek goes, everybody informed on the way.
fn preliminary(scene: &mut Scene) {
    scene.takes(StepKind::Voornemen, &[]).must_be(200);
    scene.officer.answers(&scene.kenmerk, "Voornemen vooronderzoek", "Wij gaan dit na.").must_be(200);
    let office = ["V1-B fractievoorzitters", "V1-B wethouders", "V1-B secretaris", "V1-B Commissaris van de Koning"];
    scene.informs(&office).must_be(200).must_say("Start het vooronderzoek");
    for kind in [StepKind::Vooronderzoek, StepKind::Betrokkene, StepKind::Bevindingen] {
        scene.takes(kind, &[]).must_be(200);
    }
    let outcome = "Uitkomst vooronderzoek (op hoofdlijnen)";
    scene.officer.answers(&scene.kenmerk, outcome, "Er is reden om verder te kijken.").must_be(200);
    let office = ["V4-B betrokkene", "V4-B fractievoorzitters", "V4-B griffier", "V4-B wethouders", "V4-B secretaris"];
    scene.informs(&office).must_be(200).must_say("Weeg het signaal op de acht criteria");
    scene.officer.weighs(&scene.kenmerk, "Ernstig.").must_be(200);
    scene.page().must_say("Leg het besluit van het bevoegd gezag vast");
}

#[test]
fn a_case_about_the_burgemeester_is_investigated_with_two_hearings_and_closed() {
    Town::each(|town| {
        let mut scene = Scene::about_burgemeester(town);
        preliminary(&mut scene);
        scene.takes(StepKind::Besluit, &[]).must_be(200).must_say("Maak de onderzoekopdracht");
        scene.officer.looks_at(&scene.kenmerk).must_say("Nu: In feitenonderzoek");
        scene.officer.answers(&scene.kenmerk, "Voornemen feitenonderzoek", "Er komt een onderzoek.").must_be(200);
        let office =
            ["betrokkene", "fractievoorzitters", "wethouders", "gemeentesecretaris", "Commissaris van de Koning"];
        let office = office.map(|who| format!("F1-B {who}"));
        scene
            .informs(&office.each_ref().map(String::as_str))
            .must_be(200)
            // Left is the letter to the betrokkene, which a step settles.
            .must_say("Er staat 1 informatieplicht open");
        // The order, and the letter of it.
        let order = [("opdracht_methode", "onderzoek van documenten")];
        let page = scene.takes(StepKind::Opdracht, &order);
        page.must_be(200).must_say("Stuur de betrokkene de brief over het onderzoek");
        page.must_say("kennisgeving (brief)").must_say("voortgangsrapportage");
        let letter = page.links().into_iter().find(|href| href.contains("/brieven/")).expect("the order as a letter");
        scene.officer.browser.open(&letter).must_be(200).must_say("Vaststellen wat er is betaald.");
        scene.takes(StepKind::Kennisgeving, &[]).must_be(200).must_say("Hoor de betrokkene en getuigen");
        scene.takes(StepKind::Voortgang, &[]).must_be(200);
        let page = scene.takes(StepKind::Voortgang, &[("voortgang_vorm", "schriftelijk")]);
        page.must_be(200).must_say("Er staat geen informatieplicht open");
        // Two are heard; each may react for five working days.
        scene.takes(StepKind::Gehoor, &[("gehoor_wie", "betrokkene"), ("gehoor_verslag", "Hij ontkent.")]).must_be(200);
        let page = scene.takes(StepKind::Gehoor, &[]);
        page.must_be(200).must_say("Gesprek 2").must_say("Reactie op gesprek 2").must_say("30 november 2026");
        let dissents = [
            ("reactie_gehoor", "1"),
            ("reactie_ondertekend", "weigerde te tekenen"),
            ("reactie_afwijkend", "De bonnen waren van een ander."),
        ];
        scene.takes(StepKind::Reactie, &dissents).must_be(200).must_say("De bonnen waren van een ander.");
        let silent = [("reactie_gehoor", "2"), ("reactie_ondertekend", "reageerde niet")];
        scene.takes(StepKind::Reactie, &silent).must_be(422);
        scene.page().must_say("Wacht op de reactie van wie is gehoord");
        assert!(!scene.page().html().html().contains("value=\"rapport\""), "not offered while the term runs");
        scene.town.clock.set("2026-12-01T09:00:00Z".parse().expect("a moment"));
        scene.officer = scene.town.officer("voorzitter");
        let silent = [silent[0], silent[1], ("reactie_op", "1-12-2026")];
        scene.takes(StepKind::Reactie, &silent).must_be(200).must_say("Leg het onderzoeksrapport vast");
        // The report: the order named methods, so it says which were used.
        let report = [
            ("rapport_op", "1-12-2026"),
            ("rapport_geheim", "ja"),
            ("rapport_geheim_wat", "De namen van getuigen: hun privacy gaat voor."),
        ];
        scene.takes(StepKind::Rapport, &report).must_be(422).must_say("welke methoden uit de opdracht zijn gebruikt");
        let report = [report[0], report[1], report[2], ("rapport_methoden", "Documenten, meer was niet nodig.")];
        scene.takes(StepKind::Rapport, &report).must_be(200).must_say("Er staan 6 informatieplichten open");
        scene.officer.looks_at(&scene.kenmerk).must_say("Nu: Rapport gereed");
        let page = scene.informs(&["R-B fractievoorzitters", LOCO, "R-B Commissaris van de Koning"]);
        page.must_be(200).must_say("Er staan 3 informatieplichten open");
        scene.informs(&["R-B raad", "R-B college", "R-B betrokkene"]).must_be(200);
        let told = [("communicatie_met", "gemeentesecretaris")];
        scene.takes(StepKind::Communicatie, &told).must_be(200).must_say("Een bericht aan de organisatie.");
        scene.takes(StepKind::Geheimhouding, &[]).must_be(200).must_say("Zie het raadsbesluit.");
        // Nothing is open; the reporter hears how it ended, and it is closed.
        let page = scene.page();
        page.must_say("Er staat geen informatieplicht open").must_say("Stuur de melder een terugkoppeling en sluit");
        scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "Het rapport is bij de raad.").must_be(422);
        scene.officer.answers(&scene.kenmerk, "Terugkoppeling", "De raad heeft het rapport.").must_be(200);
        scene.page().must_say("U kunt het signaal afsluiten");
        scene.officer.sets_status(&scene.kenmerk, "Afgehandeld", "Het rapport is bij de raad.").must_be(200);
        let page = scene.page();
        page.must_say("Dit signaal is afgehandeld");
        assert!(!page.texts("h3 .tag").iter().any(|tag| tag == "Later"), "nothing is still to come");
        scene.town.melder().opens(&scene.code).must_say("De raad heeft het rapport.").must_say("Afgerond");
        let paper = scene.officer.browser.open(&format!("/signalen/{}/papier", scene.kenmerk));
        paper.must_be(200).must_say("De bonnen waren van een ander.").must_say("De regel over declaraties.");
        opens_none_of_it(&mut scene, "aov");
        assert!(!scene.page().says("Let op: Onderdeel"), "nothing is damaged");
    });
}

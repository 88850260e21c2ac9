//! The minutes as a PDF: for each what his own keys open, as on the page.

use super::{DAY, Scene};
use crate::{
    helpers::{people::Officer, town::Town},
    paper::{sound, words},
};

const TITLE: &str = "Verslag LIO 3 december 2026";

/// The words of the PDF that the page of the minutes leads to.
pub(super) fn prints(officer: &mut Officer) -> String {
    let page = officer.browser.open(&format!("/overleggen/{DAY}/verslag"));
    let path = format!("/overleggen/{DAY}/verslag.pdf");
    assert!(page.must_be(200).links().contains(&path), "{:?}", page.links());
    let pdf = officer.browser.fetch(&path);
    assert_eq!(pdf.must_be(200).saved_as(), format!("verslag-{DAY}.pdf"));
    assert_eq!((pdf.header("content-type"), pdf.header("cache-control")), (Some("application/pdf"), Some("no-store")));
    sound(&pdf.bytes, TITLE);
    words(&pdf.bytes)
}

/// After a meeting about two signals, of which the jurist is involved in the second.
pub fn each_prints_what_he_may_read(scene: &mut Scene, urgent: &str, later: &str) {
    let whole = prints(&mut scene.aov);
    for words in [
        TITLE,
        "Vertrouwelijk verslag",
        urgent,
        later,
        "Bibob-toets; integrale controle",
        "De vergunning loopt af.",
        "De Bibob-toets starten.",
        "uiterlijk 17 december 2026",
        "Wij weten te weinig.",
        "Niet bij dit punt: Jurist",
        "Volgend overleg: 14 januari 2027.",
        "door aov",
    ] {
        assert!(whole.contains(words), "{words}: {whole}");
    }
    assert!(!whole.contains("Eerst kijken.") && !whole.contains("koffer met geld"), "{whole}");
    assert!(!whole.contains("Concept") && !whole.contains("Dit punt is niet voor u."), "{whole}");
    let part = prints(&mut scene.town.officer("jurist"));
    for words in [urgent, "De vergunning loopt af.", "Dit punt is niet voor u.", "door jurist"] {
        assert!(part.contains(words), "{words}: {part}");
    }
    for words in [later, "Wij weten te weinig.", "nader verrijken"] {
        assert!(!part.contains(words), "{words}: {part}");
    }
}

#[test]
fn nothing_is_printed_before_the_day_or_of_what_one_did_not_declare_or_for_who_is_not_invited() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.signal("Mogelijk contant geld op een bouwplaats.", "eerstvolgende overleg");
        scene.plans().must_be(200);
        scene.takes("vaststellen").must_be(200);
        let path = format!("/overleggen/{DAY}/verslag.pdf");
        scene.aov.browser.open(&path).must_be(404);
        scene.opens(&["aov", "jurist"]).must_be(200);
        let concept = prints(&mut scene.aov);
        for words in ["Concept: het overleg is nog bezig.", "Vertrouwelijk concept", "Er is niets besloten.", &kenmerk]
        {
            assert!(concept.contains(words), "{words}: {concept}");
        }
        // He comes, and did not say yet whether he is involved.
        let part = prints(&mut scene.town.officer("jurist"));
        assert!(part.contains("Dit punt is niet voor u.") && !part.contains("bouwplaats"), "{part}");
        assert!(!part.contains(&kenmerk), "{part}");
        for login in ["burgemeester", "behandelaar"] {
            scene.town.officer(login).browser.open(&path).must_be(404);
        }
        scene.aov.browser.open("/overleggen/2026-12-04/verslag.pdf").must_be(404);
        scene.aov.browser.open("/overleggen/morgen/verslag.pdf").must_be(404);
    });
}

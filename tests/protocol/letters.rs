//! From the track to its letters: who is still to be informed can be written to, and the order for the investigation can be
//! sent as it stands.

use ::domain::protocol::StepKind;

use super::Scene;
use crate::{helpers::town::Town, paper};

impl Scene {
    /// The letters that the page leads to, without what stands before the name.
    fn offered(&mut self) -> Vec<String> {
        let before = format!("/signalen/{}/brieven/", self.kenmerk);
        self.page()
            .must_be(200)
            .links()
            .iter()
            .filter_map(|link| Some(link.strip_prefix(&before)?.to_owned()))
            .collect()
    }

    /// The text of a letter.
    fn letter(&mut self, name: &str) -> String {
        let path = format!("/signalen/{}/brieven/{name}", self.kenmerk);
        self.officer.browser.open(&path).must_be(200).form(&path).value("tekst").to_owned()
    }
}

#[test]
fn whoever_is_still_to_be_informed_can_be_written_to_from_the_list() {
    Town::each(|town| {
        let mut scene = Scene::about_burgemeester(town);
        assert_eq!(scene.offered(), [""; 0], "nobody needs to be informed yet");
        scene.takes(StepKind::Vooronderzoek, &[]).must_be(200);
        // The reporter gets a message, and the report goes into the file: no letters.
        let start = [
            "fractievoorzitters?bij=V1-B",
            "wethouders?bij=V1-B",
            "gemeentesecretaris?bij=V1-B",
            "commissaris?bij=V1-B",
            "betrokkene?bij=V2-B",
        ];
        assert_eq!(scene.offered(), start);
        for name in start {
            let text = scene.letter(name);
            let article = if name.contains("V1") { "artikel 5, derde lid," } else { "artikel 5, vierde lid," };
            assert!(text.contains(article) && text.contains("vooronderzoek"), "{name}: {text}");
            assert_eq!(text.contains("vertrouwelijkheid te betrachten"), name.contains("V1"), "{name}: {text}");
        }
        // What was done is done.
        scene.informs(&["V1-B secretaris", "V1-B wethouders"]).must_be(200);
        assert_eq!(scene.offered(), ["fractievoorzitters?bij=V1-B", "commissaris?bij=V1-B", "betrokkene?bij=V2-B"]);
        // Who reads along writes no letters.
        scene.town.knows("voorzitter", "jurist", "Jurist");
        scene.officer.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = scene.town.officer("jurist");
        jurist.reads(&scene.kenmerk);
        let page = jurist.browser.open(&scene.path());
        page.must_be(200).must_say("fractievoorzitters");
        assert!(!page.links().iter().any(|link| link.contains("/brieven/")), "{:?}", page.links());
    });
}

#[test]
fn the_order_for_the_investigation_is_sent_as_it_stands_with_why_it_changed() {
    Town::each(|town| {
        let mut scene = Scene::investigated(town);
        let name = "onderzoekopdracht";
        assert!(scene.letter(name).contains("[vul in: het doel van het onderzoek]"));
        assert!(!scene.offered().contains(&name.to_owned()), "there is no order yet");
        let order = [
            ("opdracht_vragen", "Welke bonnen zijn van hemzelf?"),
            ("opdracht_methode", "onderzoek van documenten"),
            ("opdracht_onderzoekers", "Zij mogen de administratie inzien."),
            ("opdracht_kosten", "Ten hoogste 20.000 euro."),
        ];
        scene.takes(StepKind::Opdracht, &order).must_be(200);
        assert!(scene.offered().contains(&name.to_owned()), "{:?}", scene.offered());
        assert!(scene.offered().contains(&"kennisgeving?bij=F2".to_owned()), "{:?}", scene.offered());
        let first = scene.letter(name);
        for words in [
            "De bonnen.",
            "Vaststellen wat er is betaald.",
            "Welke bonnen zijn van hemzelf?",
            "- onderzoek van documenten",
            "De bevoegdheden van de onderzoekers: Zij mogen de administratie inzien.",
            "De met het onderzoek gemoeide kosten: Ten hoogste 20.000 euro.",
        ] {
            assert!(first.contains(words), "{words}: {first}");
        }
        assert!(!first.contains("[vul in") && !first.contains("vorige"), "{first}");
        // Another version takes its place.
        let wider = [
            ("opdracht_doel", "Ook het jaar ervoor."),
            ("opdracht_vragen", ""),
            ("opdracht_reden", "De bonnen gaan verder terug."),
        ];
        scene.takes(StepKind::Opdracht, &wider).must_be(200);
        let second = scene.letter(name);
        for words in ["komt in de plaats van de vorige", "De bonnen gaan verder terug.", "Ook het jaar ervoor."] {
            assert!(second.contains(words), "{words}: {second}");
        }
        assert!(!second.contains("Vaststellen wat er is betaald."), "{second}");
        // What it says nothing of now, is for the officer.
        assert!(second.contains("[vul in: de onderzoeksvragen]"), "{second}");
        // On paper it is the letter alone.
        let path = format!("/signalen/{}/brieven/{name}", scene.kenmerk);
        let form = scene.officer.browser.open(&path).form(&path);
        let pdf = scene.officer.browser.submit(&form.tick("als", "pdf"));
        let read = paper::words(&pdf.must_be(200).bytes);
        assert!(read.contains("Ook het jaar ervoor.") && !read.contains("Afgedrukt"), "{read}");
    });
}

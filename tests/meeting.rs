//! The meeting, as those who hold it and those who come see it: planned, its agenda frozen, thought over beforehand, held,
//! minuted. And what somebody who is not invited to a signal learns of it: that the agenda has an item.

mod eight;
mod faults;
mod named;
mod printed;
mod series;
mod tampered;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::Town,
};

const REPORT: &str = "Ik zag de koffer met geld in de keet van mijn baas.";
/// The day of the series that comes after a town's noon.
pub const DAY: &str = "2026-12-03";

/// A town whose AOV prepares a meeting.
pub struct Scene {
    pub town: Town,
    pub aov: Officer,
}

impl Scene {
    pub fn in_town(town: Town) -> Self {
        let aov = town.officer("aov");
        Self { town, aov }
    }

    /// A signal that waits for the meeting.
    pub fn signal(&mut self, worked_up: &str, urgency: &str) -> String {
        let before = self.aov.queue();
        self.town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let kenmerk = self.aov.queue().into_iter().find(|kenmerk| !before.contains(kenmerk)).expect("a new signal");
        self.aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        let action = format!("/signalen/{kenmerk}/omschrijving");
        let form = self.aov.reads(&kenmerk).form(&action).fill("omschrijving", worked_up).fill("urgentie", urgency);
        self.aov.browser.submit(&form).must_be(200);
        self.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        let action = format!("/signalen/{kenmerk}/status");
        let form = self.aov.reads(&kenmerk).form(&action).fill("status", "Op LIO-agenda").tick("bevestigd", "ja");
        self.aov.browser.submit(&form).must_be(200).must_say("De nieuwe status is opgeslagen");
        kenmerk
    }

    pub fn plans(&mut self) -> Page {
        let form = self.aov.browser.open("/overleggen").must_be(200).form("/overleggen");
        self.aov.browser.submit(&form)
    }

    fn step(&mut self, step: &str) -> Form {
        let address = format!("/overleggen/{DAY}");
        self.aov.browser.open(&address).must_be(200).form_with(&address, "stap", step)
    }

    pub fn takes(&mut self, step: &str) -> Page {
        let form = self.step(step);
        self.aov.browser.submit(&form)
    }

    /// The day has come, and these are there.
    pub fn opens(&mut self, there: &[&str]) -> Page {
        self.town.clock.set("2026-12-03T08:00:00Z".parse().expect("a moment"));
        self.aov = self.town.officer("aov");
        let accounts: Vec<_> = there.iter().map(|login| self.town.account(login)).collect();
        let form = accounts.iter().fold(self.step("openen"), |form, account| form.tick("aanwezig", account));
        self.aov.browser.submit(&form)
    }
}

fn at_the_table(kenmerk: &str) -> String {
    format!("/overleggen/{DAY}/{kenmerk}")
}

/// Gives levels beforehand.
pub fn thinks(officer: &mut Officer, kenmerk: &str, level: &str, line: &str) -> Page {
    let address = at_the_table(kenmerk);
    officer.reads(kenmerk);
    let form = officer.browser.open(&address).must_be(200).form_with(&address, "stap", "vooraf");
    officer.browser.submit(&form.fill("a_niveau", level).fill("regel", line))
}

#[test]
fn a_meeting_is_prepared_held_and_minuted_with_one_member_left_out_and_one_signal_that_cannot_wait() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let later = scene.signal("Mogelijk contant geld op een bouwplaats.", "eerstvolgende overleg");
        let urgent = scene.signal("Transporten in de nacht bij een loods.", "kan niet wachten op het overleg");
        scene.aov.browser.open("/overleggen").must_say("Kan niet wachten").must_say("Er wachten 2 signalen");
        let page = scene.plans();
        page.must_be(200).must_say("LIO 3 december 2026").must_say("gepland");
        // Who always sits there, and for which function nobody is known.
        page.must_say("Vaste leden").must_say("Bibob-coördinatorNog niemand");
        // The jurist comes to every meeting. Of one of these signals he says that he is involved.
        let page = scene.takes("vaststellen");
        page.must_be(200).must_say("De agenda staat vast");
        let places = page.text();
        assert!(places.find(&urgent) < places.find(&later), "what cannot wait comes first: {places}");
        let mut jurist = scene.town.officer("jurist");
        jurist.browser.open("/").must_say("Volgend overleg").must_say("LIO 3 december 2026");
        let form = jurist.looks_at(&later).form(&format!("/signalen/{later}/verklaring"));
        jurist.browser.submit(&form.fill("betrokken", "ja")).must_be(200);
        let page = jurist.browser.open(&format!("/overleggen/{DAY}"));
        page.must_be(200).must_say(&urgent).must_say("Dit punt is niet voor u");
        assert!(!page.says(&later) && !page.says("bouwplaats"), "{}", page.text());
        // Beforehand each says what he thinks; nobody else sees it yet.
        thinks(&mut jurist, &urgent, "hoog", "Dit moet nu.").must_be(200).must_say("Wij hebben het bewaard");
        thinks(&mut scene.aov, &urgent, "midden", "Eerst kijken.").must_be(200);
        let page = scene.aov.browser.open(&at_the_table(&urgent));
        assert!(!page.says("Dit moet nu."), "{}", page.text());
        page.must_say("Eerst kijken.");
        assert!(!jurist.looks_at(&urgent).says("Eerst kijken."));
        // A behandelaar comes for one signal alone.
        scene.aov.invites(&urgent, "behandelaar", "deelnemer aan het overleg", None).must_be(200);
        scene.takes("bijwerken").must_be(200).must_say("Behandelaar");
        let mut behandelaar = scene.town.officer("behandelaar");
        let page = behandelaar.browser.open(&format!("/overleggen/{DAY}"));
        page.must_be(200).must_say(&urgent).must_say("Dit punt is niet voor u");
        // Before its day it is not opened, and the page says when.
        let page = scene.aov.browser.open(&format!("/overleggen/{DAY}"));
        page.must_say("U kunt het overleg openen op 3 december 2026");
        assert!(!page.texts("button").contains(&"Overleg openen".to_owned()), "{}", page.text());
        // The day itself.
        let mut aov2 = scene.town.officer("aov2");
        for kenmerk in [&urgent, &later] {
            aov2.reads(kenmerk).must_be(200);
        }
        behandelaar.reads(&urgent).must_be(200);
        scene.opens(&["aov", "aov2", "jurist", "behandelaar"]).must_be(200).must_say("Het overleg is geopend");
        let page = scene.aov.browser.open(&at_the_table(&urgent));
        page.must_say("Dit moet nu.").must_say("2 mensen vulden dit in").must_say("Aan tafel");
        let page = scene.aov.browser.open(&at_the_table(&later));
        page.must_say("Niet bij dit punt: Jurist openbare orde en veiligheid (jurist)");
        // The joint weighing leads back to the table; the decision follows it.
        weighs(&mut scene.aov, &urgent);
        decides(&mut scene.aov, &urgent, &["Bibob-toets", "integrale controle"], "De vergunning loopt af.")
            .must_be(200)
            .must_say("Het besluit staat in het dossier");
        agrees(&mut scene.aov, &urgent, "De Bibob-toets starten.", "Bibob-coördinator", "17-12-2026").must_be(200);
        weighs(&mut scene.aov, &later);
        // A decision asks nobody and passes nothing on: what must be done next stands beside it.
        let page = decides(&mut scene.aov, &later, &["nader verrijken"], "Wij weten te weinig.");
        page.must_be(200).must_say("Wat er nu moet gebeuren").must_say("stel een vraag aan een collega");
        assert!(page.links().contains(&format!("/signalen/{later}/verrijking")), "{:?}", page.links());
        page.must_say("Besluit herzien");
        scene.takes("sluiten").must_be(200).must_say("Het overleg is gesloten");
        // Minutes, for each what he may read.
        let verslag = format!("/overleggen/{DAY}/verslag");
        let page = scene.aov.browser.open(&verslag);
        page.must_be(200).must_say("Bibob-toets; integrale controle").must_say("De vergunning loopt af.");
        page.must_say("De Bibob-toets starten.").must_say("uiterlijk 17 december 2026").must_say("nader verrijken");
        page.must_say("Niet bij dit punt: Jurist").must_say("Volgend overleg: 14 januari 2027");
        let mut jurist = scene.town.officer("jurist");
        let page = jurist.browser.open(&verslag);
        page.must_be(200).must_say("De vergunning loopt af.").must_say("Dit punt is niet voor u");
        assert!(!page.says("Wij weten te weinig.") && !page.says(&later), "{}", page.text());
        printed::each_prints_what_he_may_read(&mut scene, &urgent, &later);
        // Where each stands follows from what was decided.
        scene.aov.looks_at(&urgent).must_say("Nu: Gewogen").must_say("De Bibob-toets starten.");
        scene.aov.looks_at(&later).must_say("Nu: Gewogen").must_say("stel een vraag aan een collega");
        let done = scene.aov.looks_at(&urgent).form(&format!("/signalen/{urgent}/actie"));
        for _ in 0..2 {
            scene.aov.browser.submit(&done).must_be(200).must_say("De afspraak is afgevinkt");
        }
        scene.aov.looks_at(&urgent).must_say("Gedaan").must_not_say("Let op");
        // What happens later does not change what the minutes say of that day.
        scene.aov.takes_away(&urgent, "behandelaar").must_be(200);
        scene.town.clock.set("2026-12-04T08:00:00Z".parse().expect("a moment"));
        scene.aov = scene.town.officer("aov");
        scene.aov.weighs(&urgent, "Een dag later anders bekeken.").must_be(200);
        let page = scene.aov.browser.open(&verslag);
        page.must_be(200).must_say("Verder ermee.").must_not_say("Een dag later anders bekeken.");
        page.must_not_say("Niet bij dit punt: Behandelaar");
        // On paper too; and what of it can become public names no person, and nothing that was thought beforehand.
        let paper = scene.aov.browser.open(&format!("/signalen/{urgent}/papier"));
        paper.must_say("De vergunning loopt af.").must_say("De Bibob-toets starten.").must_not_say("Eerst kijken.");
        let woo = scene.aov.browser.open(&format!("/signalen/{urgent}/woo"));
        woo.must_say("Besluit van het overleg, 3 december 2026")
            .must_say("De vergunning loopt af.")
            .must_say("Afspraak");
        woo.must_not_say("Bibob-coördinator").must_not_say("Eerst kijken.");
    });
}

pub fn weighs(aov: &mut Officer, kenmerk: &str) {
    let page = aov.browser.open(&at_the_table(kenmerk));
    let href = page.links().into_iter().find(|href| href.contains("/weging?overleg=")).expect("the joint weighing");
    let path = format!("/signalen/{kenmerk}/weging");
    // Others look at this screen too.
    let page = aov.browser.open(&href);
    page.must_be(200).must_not_say(REPORT);
    let mut form = page.form(&path);
    for letter in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        form = form.fill(&format!("{letter}_toelichting"), "Samen bekeken.");
    }
    let form = form.fill("proportionaliteit", "Past erbij.").fill("conclusie", "Verder ermee.");
    aov.browser.submit(&form).must_be(200).must_say("De weging is opgeslagen").must_say("Punt ");
}

pub fn decides(aov: &mut Officer, kenmerk: &str, what: &[&str], why: &str) -> Page {
    let address = at_the_table(kenmerk);
    let form = aov.browser.open(&address).must_be(200).form_with(&address, "stap", "besluit").fill("motivering", why);
    let form = what.iter().fold(form, |form, decision| form.tick("besluit", decision)).tick("bevestigd", "ja");
    aov.browser.submit(&form)
}

pub fn agrees(aov: &mut Officer, kenmerk: &str, what: &str, who: &str, by: &str) -> Page {
    let address = at_the_table(kenmerk);
    let form = aov.browser.open(&address).must_be(200).form_with(&address, "stap", "actie");
    aov.browser.submit(&form.fill("actie", what).fill("wie", who).fill("uiterlijk", by))
}

#[test]
fn a_meeting_that_is_called_off_leaves_its_signals_waiting_for_the_next() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    let form = scene.step("afgelasten");
    scene.aov.browser.submit(&form).must_be(422).must_say("Schrijf op waarom dit overleg niet doorgaat");
    let form = form.fill("reden", "De helft is ziek.");
    scene.aov.browser.submit(&form).must_be(200).must_say("Het overleg gaat niet door");
    scene.town.officer("jurist").browser.open(&format!("/overleggen/{DAY}")).must_say("De helft is ziek.");
    let page = scene.aov.browser.open("/overleggen");
    page.must_say("afgelast").must_say("Er wacht 1 signaal op een overleg");
    let form = page.form("/overleggen");
    assert_eq!(form.value("datum"), "14-1-2027", "the next of the series");
    scene.aov.browser.submit(&form).must_be(200).must_say(&kenmerk);
}

#[test]
fn what_cannot_wait_has_a_meeting_of_its_own() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Transporten vannacht.", "kan niet wachten op het overleg");
    let form = scene.aov.browser.open("/overleggen").must_say(&kenmerk).form("/overleggen");
    let form = form.fill("datum", "24-11-2026").fill("soort", "tussentijds overleg");
    scene.aov.browser.submit(&form).must_be(422).must_say("Schrijf op waarom dit niet kan wachten");
    let form = form.fill("reden", "Het gebeurt deze week.");
    let page = scene.aov.browser.submit(&form);
    page.must_be(200).must_say("tussentijds overleg").must_say("Het gebeurt deze week.").must_say(&kenmerk);
    // The series goes on as it was.
    let form = scene.aov.browser.open("/overleggen").form("/overleggen");
    assert_eq!(form.value("datum"), "3-12-2026");
}

//! What goes wrong around a meeting: twice, at once, without standing, or in the database.

use super::{DAY, Scene, at_the_table, decides, thinks, weighs};
use crate::helpers::town::Town;

#[test]
fn an_agenda_is_frozen_once() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let first = scene.signal("Het eerste.", "eerstvolgende overleg");
        scene.plans();
        let form = scene.step("vaststellen");
        let second = scene.signal("Het tweede.", "eerstvolgende overleg");
        scene.aov.browser.submit(&form).must_be(200).must_say(&first);
        // The same form again, and a colleague's with another choice: the agenda is what it is.
        scene.aov.browser.submit(&form).must_be(200).must_say("De agenda staat vast");
        let mut aov2 = scene.town.officer("aov2");
        let token = aov2.browser.open("/").form("/uitloggen").value("token").to_owned();
        let fields = [("token", token.as_str()), ("stap", "vaststellen"), ("signaal", &second)];
        let fields: Vec<_> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        aov2.browser.post(&format!("/overleggen/{DAY}"), &fields);
        let page = aov2.browser.open(&format!("/overleggen/{DAY}"));
        assert!(!page.says(&second), "{}", page.text());
    });
}

#[test]
fn a_signal_that_cannot_be_discussed_is_left_off_with_the_reason() {
    let mut scene = Scene::in_town(Town::new());
    let good = scene.signal("Wel.", "eerstvolgende overleg");
    let damaged = scene.signal("Niet.", "eerstvolgende overleg");
    scene.plans();
    let form = scene.step("vaststellen");
    let sql = format!(
        "UPDATE item SET sealed = (SELECT sealed FROM item WHERE side = 'dossier' AND number = 1 LIMIT 1) WHERE side = \
         'dossier' AND number = 2 AND signal_id = (SELECT id FROM signal WHERE kenmerk = '{damaged}')"
    );
    assert_eq!(scene.town.tamper(&sql), 1);
    let page = scene.aov.browser.submit(&form);
    page.must_be(200).must_say("Niet op de agenda").must_say(&damaged).must_say("er is iets beschadigd");
    let page = scene.aov.browser.open(&format!("/overleggen/{DAY}"));
    assert!(page.says(&good) && !page.says(&damaged), "{}", page.text());
}

#[test]
fn nobody_decides_without_a_weighing_reasons_or_the_meeting() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    let none = scene.step("vaststellen").untick("signaal");
    scene.aov.browser.submit(&none).must_be(422).must_say("Kies minstens één signaal");
    scene.takes("vaststellen").must_be(200);
    // It is not the day yet: it is not offered, and refused all the same.
    let form = scene
        .step("bijwerken")
        .fill("stap", "openen")
        .tick("aanwezig", &scene.town.account("aov"))
        .tick("aanwezig", &scene.town.account("jurist"));
    scene.aov.browser.submit(&form).must_be(422).must_say("Dit overleg is op 3 december 2026");
    scene.aov.browser.open(&at_the_table(&kenmerk)).must_be(200).must_say("Wat denkt u vooraf?");
    // One person is no meeting.
    scene.opens(&["aov"]).must_be(422).must_say("minstens twee");
    scene.opens(&["aov", "aov2"]).must_be(200);
    decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "Daarom.")
        .must_be(422)
        .must_say("Weeg dit signaal eerst samen");
    weighs(&mut scene.aov, &kenmerk);
    // Who has not said that he is not involved, does not sit there.
    let page = decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "Daarom.");
    page.must_be(422).must_say("Besluiten doet u niet alleen").must_say("Daarom.");
    scene.town.officer("aov2").reads(&kenmerk).must_be(200);
    let page = decides(&mut scene.aov, &kenmerk, &[], "Een lange uitleg.");
    page.must_be(422).must_say("Kies wat het overleg besluit").must_say("Een lange uitleg.");
    decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "").must_be(422).must_say("Schrijf op waarom");
    decides(&mut scene.aov, &kenmerk, &["nader verrijken", "Bibob-toets"], "Daarom.")
        .must_be(422)
        .must_say("gaat niet samen");
    for _ in 0..2 {
        decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "Daarom.").must_be(200);
    }
    let text = scene.aov.looks_at(&kenmerk).text();
    assert_eq!(text.matches("Daarom.").count(), 1, "pressed twice it was written twice: {text}");
    // Too late to say what one thought beforehand.
    let token = scene.aov.browser.open("/").form("/uitloggen").value("token").to_owned();
    let fields = [("token", token.as_str()), ("stap", "vooraf"), ("regel", "Achteraf.")];
    let fields: Vec<_> = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    scene.aov.browser.post(&at_the_table(&kenmerk), &fields).must_be(422).must_say("het overleg is begonnen");
}

#[test]
fn who_comes_decides_nothing_and_who_is_not_invited_sees_nothing() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
        scene.plans();
        // Who always sits there knows that it is planned, and not what for.
        let mut jurist = scene.town.officer("jurist");
        jurist.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_not_say(&kenmerk).must_not_say("geld");
        scene.town.officer("behandelaar").browser.open(&format!("/overleggen/{DAY}")).must_be(404);
        scene.takes("vaststellen").must_be(200);
        let page = jurist.browser.open(&format!("/overleggen/{DAY}"));
        page.must_be(200).must_offer_no_form(&format!("/overleggen/{DAY}"));
        assert!(!page.says("woorden van de melder"), "{}", page.text());
        thinks(&mut jurist, &kenmerk, "hoog", "Doen.").must_be(200);
        let token = jurist.browser.open("/").form("/uitloggen").value("token").to_owned();
        let sent = |pairs: &[(&str, &str)]| {
            let own = [("token", token.as_str())];
            own.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
        };
        for step in ["vaststellen", "openen", "sluiten", "afgelasten", "bijwerken"] {
            jurist.browser.post(&format!("/overleggen/{DAY}"), &sent(&[("stap", step), ("reden", "x")])).must_be(403);
        }
        let decision = sent(&[("stap", "besluit"), ("besluit", "Bibob-toets"), ("motivering", "x")]);
        jurist.browser.post(&at_the_table(&kenmerk), &decision).must_be(403);
        jurist.browser.post(&format!("/signalen/{kenmerk}/actie"), &sent(&[("nummer", "1")])).must_be(403);
        jurist.browser.post("/overleggen", &sent(&[("datum", "2026-12-10")])).must_be(403);
        // The burgemeester is of another route, and of no meeting.
        let mut burgemeester = scene.town.officer("burgemeester");
        for address in [format!("/overleggen/{DAY}"), at_the_table(&kenmerk), format!("/overleggen/{DAY}/verslag")] {
            burgemeester.browser.open(&address).must_be(404);
        }
        assert!(!burgemeester.browser.open("/overleggen").must_be(200).says("3 december"));
        // Nonsense in an address is nothing.
        for address in ["/overleggen/morgen", "/overleggen/2026-13-45", "/overleggen/2026-12-04"] {
            scene.aov.browser.open(address).must_be(404);
        }
        scene.aov.browser.open(&at_the_table("2026-AAAAAA")).must_be(404);
    });
}

#[test]
fn a_member_who_was_disabled_since_the_invitation_is_not_at_the_table() {
    let mut scene = Scene::in_town(Town::new());
    scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    assert_eq!(scene.town.tamper("UPDATE account SET disabled = TRUE WHERE name = 'jurist'"), 1);
    scene.opens(&["aov", "jurist"]).must_be(422).must_say("kan niet komen: het account is uitgezet");
    scene.opens(&["aov", "aov2"]).must_be(200);
}

#[test]
fn who_writes_the_database_changes_no_meeting() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    // The frozen agenda is put under another day: nobody believes it, and who saw it here misses it.
    scene.town.tamper("UPDATE meeting SET held_on = '2026-12-10' WHERE number = 2");
    scene.aov.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_say("u zag er eerder meer van");
    scene.aov.browser.open("/overleggen/2026-12-10").must_be(404);
    scene.town.tamper("UPDATE meeting SET held_on = '2026-12-03' WHERE number = 2");
    scene.aov.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_say(&kenmerk);
    // The first version is gone, or another's words stand in its place.
    scene.town.tamper("UPDATE meeting SET sealed = (SELECT sealed FROM item LIMIT 1) WHERE number = 1");
    scene.aov.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_say("weg of niet ondertekend");
    let form = scene.step("bijwerken");
    scene.aov.browser.submit(&form).must_be(409).must_say("weg of niet ondertekend");
}

#[test]
fn whose_access_was_taken_away_is_not_let_in_again_by_an_agenda() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    let mut jurist = scene.town.officer("jurist");
    jurist.reads(&kenmerk).must_be(200);
    scene.aov.takes_away(&kenmerk, "jurist").must_be(200);
    scene.takes("bijwerken").must_be(200);
    jurist.looks_at(&kenmerk).must_be(404);
    jurist.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_say("Dit punt is niet voor u");
    // By a person he can be.
    scene.aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    jurist.looks_at(&kenmerk).must_be(200);
}

#[test]
fn a_meeting_that_was_turned_back_takes_no_decision_and_one_with_a_row_of_nobodys_is_not_gone() {
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    scene.opens(&["aov", "aov2"]).must_be(200);
    scene.town.officer("aov2").reads(&kenmerk).must_be(200);
    weighs(&mut scene.aov, &kenmerk);
    scene.takes("sluiten").must_be(200);
    // The row that closed it is gone: it is open again, for who does not remember.
    assert_eq!(scene.town.tamper("DELETE FROM meeting WHERE number = 4"), 1);
    let page = scene.aov.browser.open(&at_the_table(&kenmerk));
    page.must_be(200).must_say("u zag er eerder meer van");
    decides(&mut scene.aov, &kenmerk, &["Bibob-toets"], "Daarom.").must_be(409);
    assert!(!scene.aov.looks_at(&kenmerk).says("Daarom."));
    scene.town.tamper(
        "INSERT INTO meeting (route, held_on, number, sealed) SELECT route, held_on, 4, (SELECT sealed FROM item LIMIT 1) FROM \
         meeting WHERE number = 1",
    );
    scene.aov.browser.open(&format!("/overleggen/{DAY}")).must_be(200).must_say("weg of niet ondertekend");
}

#[test]
fn a_meeting_that_was_never_opened_keeps_no_signal_waiting() {
    let mut scene = Scene::in_town(Town::new());
    scene.signal("Mogelijk contant geld.", "eerstvolgende overleg");
    scene.plans();
    scene.takes("vaststellen").must_be(200);
    scene.aov.browser.open("/overleggen").must_say("Er wacht geen signaal op een overleg");
    scene.town.clock.set("2026-12-07T08:00:00Z".parse().expect("a moment"));
    scene.aov = scene.town.officer("aov");
    scene.aov.browser.open("/overleggen").must_say("Er wacht 1 signaal op een overleg");
}

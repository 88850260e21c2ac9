//! Who may open one signal: invited with a reason, taken away with new keys, handed over to another route. What a page does
//! not offer is one thing; here stands too that nobody opens with every key he ever had what was not sealed to him.

mod given_back;
mod guarding;
pub mod keys;
mod model;
mod taking_away;

use crate::helpers::{
    people::{Melder, Officer, Tale},
    town::Town,
};

const REPORT: &str = "Ik zag de koffer met geld in de keet van mijn baas.";
const WORKED_UP: &str = "Mogelijk contant geld op een bouwplaats.";

/// A signal of the AOV's, worked up; its reporter wants nobody to be asked first.
struct Scene {
    town: Town,
    melder: Melder,
    code: String,
    aov: Officer,
    kenmerk: String,
}

impl Scene {
    fn new() -> Self {
        Self::in_town(Town::new())
    }

    fn in_town(town: Town) -> Self {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        aov.describes(&kenmerk, WORKED_UP).must_be(200);
        Self { town, melder, code, aov, kenmerk }
    }

    /// The reporter adds something and reads what there is.
    fn melder_writes(&mut self, text: &str) {
        self.melder.opens(&self.code).must_be(200);
        self.melder.writes(text).must_be(200).must_say("Uw bericht is verstuurd");
    }
}

#[test]
fn a_colleague_becomes_known_by_six_words_and_is_invited_without_becoming_a_member() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut beheer = scene.town.officer("beheer");
        let words = beheer.browser.open("/").must_say("U kunt nog niets lezen").texts("p.six")[0].clone();
        let page = scene.aov.browser.open("/beheer");
        let account = page
            .html()
            .select(&crate::helpers::browser::selector(
                "form[action='/beheer/voorstellen'] input[name=naam][value=beheer]",
            ))
            .count();
        assert_eq!(account, 1, "somebody of no route can be made known");
        let form = page
            .form_with("/beheer/voorstellen", "naam", "beheer")
            .fill("woorden", "filmpje otter bakboord jubileum kopbal bakplaat");
        scene.aov.browser.submit(&form).must_be(422).must_say("Deze woorden horen niet bij de sleutel");
        let form = page.form_with("/beheer/voorstellen", "naam", "beheer").fill("woorden", &words);
        scene.aov.browser.submit(&form).must_be(200).must_say("Uw collega is bekend");
        beheer.browser.open("/").must_say("U bent bekend bij: Ondermijning (AOV)");
        assert!(beheer.queue().is_empty(), "who is known reads nothing yet");
        beheer.looks_at(&scene.kenmerk).must_be(404);
        scene
            .aov
            .invites(&scene.kenmerk, "beheer", "deelnemer aan het overleg", None)
            .must_be(200)
            .must_say("kan dit signaal nu openen");
        beheer.browser.open("/").must_say("U bent uitgenodigd").must_say(&scene.kenmerk);
        beheer.reads(&scene.kenmerk).must_be(200).must_say(WORKED_UP);
    });
}

#[test]
fn a_member_of_the_meeting_reads_the_worked_up_words_and_not_the_reporters() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let mut jurist = scene.town.officer("jurist");
        assert_eq!(jurist.queue(), [scene.kenmerk.clone()]);
        let page = jurist.reads(&scene.kenmerk);
        page.must_be(200).must_say(WORKED_UP).must_say("niet voor u verzegeld");
        assert!(!page.says(REPORT) && !page.says("Dank u wel."), "{}", page.text());
        assert!(!page.says("Let op"), "nothing is damaged: {}", page.text());
        // Nor what follows from the conversation: a term, or what the reporter is told.
        assert!(!page.says("ontvangstbevestiging") && !page.says("Melder ziet"), "{}", page.text());
        for action in ["bericht", "status", "omschrijving"] {
            page.must_offer_no_form(&format!("/signalen/{}/{action}", scene.kenmerk));
        }
        // What he finds, he adds; the members read it, and see whose word it is.
        let form = page
            .form(&format!("/signalen/{}/aantekening", scene.kenmerk))
            .fill("aantekening", "Op dit adres staan acht mensen ingeschreven.");
        jurist.browser.submit(&form).must_be(200).must_say("Uw aantekening staat in het dossier");
        scene.aov.looks_at(&scene.kenmerk).must_say("Op dit adres staan acht mensen ingeschreven.").must_say("jurist");
        // Nothing of it is told to the reporter.
        assert!(!scene.melder.opens(&scene.code).says("acht mensen"));
    });
}

#[test]
fn a_behandelaar_who_reads_the_reporter_answers_him_under_his_function() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let why = "Hij voert het gesprek met de melder.";
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some(why)).must_be(200).must_say(why);
        let mut behandelaar = scene.town.officer("behandelaar");
        behandelaar.reads(&scene.kenmerk).must_be(200).must_say(REPORT).must_say("Dank u wel.");
        behandelaar.answers(&scene.kenmerk, "Vraag", "Welke kleur had de koffer?").must_be(200);
        scene.melder.opens(&scene.code).must_be(200).must_say("Welke kleur had de koffer?");
        assert!(!scene.melder.browser.open("/postvak").says("behandelaar@"), "no name is told");
        scene.melder_writes("Hij was rood.");
        behandelaar.looks_at(&scene.kenmerk).must_say("Hij was rood.");
        // He decides nothing, and nothing else opens for him.
        behandelaar.looks_at(&scene.kenmerk).must_offer_no_form(&format!("/signalen/{}/status", scene.kenmerk));
        let other = scene.town.melder().reports(&Tale::ordinary());
        assert_eq!(other.split(' ').count(), 10);
        assert_eq!(behandelaar.queue(), [scene.kenmerk.clone()]);
    });
}

#[test]
fn nobody_does_anything_before_he_said_that_he_is_not_involved() {
    let mut scene = Scene::new();
    let mut aov2 = scene.town.officer("aov2");
    let page = aov2.looks_at(&scene.kenmerk);
    page.must_say("Bent u betrokken bij dit signaal?");
    for action in ["bericht", "status", "omschrijving", "aantekening"] {
        page.must_offer_no_form(&format!("/signalen/{}/{action}", scene.kenmerk));
    }
    // Who sends the form all the same is told why not, and loses nothing that he typed.
    let token = page.form(&format!("/signalen/{}/verklaring", scene.kenmerk)).value("token").to_owned();
    let fields = [("token", token.as_str()), ("reden", "x"), ("status", "In voorscreening")];
    let fields: Vec<_> = fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let refused = aov2.browser.post(&format!("/signalen/{}/status", scene.kenmerk), &fields);
    refused.must_be(403).must_say("Zeg eerst dat u niet betrokken bent");
    aov2.browser
        .open(&format!("/signalen/{}/weging", scene.kenmerk))
        .must_be(403)
        .must_say("Zeg eerst dat u niet betrokken bent");
    // Once is enough.
    aov2.reads(&scene.kenmerk);
    let page = aov2.looks_at(&scene.kenmerk);
    assert!(!page.says("Bent u betrokken bij dit signaal?"));
    page.form(&format!("/signalen/{}/status", scene.kenmerk));
    // And it was his word, not his colleague's.
    scene.aov.looks_at(&scene.kenmerk).must_be(200);
}

#[test]
fn an_invitation_without_person_part_or_reason_is_asked_again_and_keeps_what_was_typed() {
    let mut scene = Scene::new();
    let form = scene.aov.access_form(&scene.kenmerk, "uitnodigen").tick("bron", "ja");
    let page = scene.aov.browser.submit(&form.fill("reden", "Hij kent het gebied."));
    page.must_be(422)
        .must_say("Kies een collega")
        .must_say("Kies wat uw collega in dit signaal doet")
        .must_say("waarom uw collega de woorden van de melder zelf moet lezen");
    page.must_say("Overleg eerst met de melder");
    let again = page.form_with(&format!("/signalen/{}/toegang", scene.kenmerk), "stap", "uitnodigen");
    assert_eq!((again.value("reden"), again.value("bron")), ("Hij kent het gebied.", "ja"));
    // A member is no colleague to invite, and neither is somebody nobody knows.
    let html = page.html();
    let names: Vec<String> = html
        .select(&crate::helpers::browser::selector("select[name=collega] option"))
        .map(|o| o.text().collect())
        .collect();
    assert!(
        names.iter().any(|name| name.contains("jurist"))
            && !names.iter().any(|n| n.contains("aov") || n.contains("burgemeester")),
        "{names:?}"
    );
}

#[test]
fn whom_a_signal_is_about_cannot_be_invited_to_it() {
    let town = Town::new();
    town.melder().reports(&Tale::about(&["wethouder"], "De wethouder gunde het werk aan een vriend."));
    let mut burgemeester = town.officer("burgemeester");
    let kenmerk = burgemeester.only_signal();
    town.knows("burgemeester", "jurist", "Wethouder financiën");
    town.knows("burgemeester", "behandelaar", "Integriteitsadviseur");
    let page = burgemeester.decides_who_reads(&kenmerk);
    page.must_be(200);
    let html = page.html();
    let names: Vec<String> = html
        .select(&crate::helpers::browser::selector("select[name=collega] option"))
        .map(|o| o.text().collect())
        .collect();
    assert!(!names.iter().any(|name| name.contains("Wethouder")), "{names:?}");
    // Not offered, and refused all the same.
    let form = burgemeester.access_form(&kenmerk, "uitnodigen").fill("collega", &town.account("jurist"));
    let form = form.fill("als", "behandelaar").fill("reden", "Hij weet er alles van.").tick("bevestigd", "ja");
    burgemeester.browser.submit(&form).must_be(422).must_say("Het signaal gaat over iemand met deze functie");
}

#[test]
fn a_disabled_colleague_is_not_invited() {
    let mut scene = Scene::new();
    let jurist = scene.town.account("jurist");
    assert!(scene.town.runtime.block_on(scene.town.store.disable_account("jurist")).expect("disabled"));
    let form = scene.aov.access_form(&scene.kenmerk, "uitnodigen").fill("collega", &jurist);
    let form = form.fill("als", "behandelaar").fill("reden", "Nodig.").tick("bevestigd", "ja");
    scene.aov.browser.submit(&form).must_be(422).must_say("Het account van deze collega is uitgezet");
}

//! Verrijking with the Privacy Officer's approval, walked by everybody on his own pages from the report to the close.

use super::{JURIST, REPORT, Scene, answers, offers, step};
use crate::helpers::town::Town;

#[test]
fn sources_are_approved_by_the_privacy_officer_and_the_signal_goes_on_to_its_close() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.kenmerk.clone();
        // Weighed at once, since it was urgent; a question then brings it to ‘Verrijking’, and nothing else does.
        scene.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
        scene.aov.sets_status(&kenmerk, "In weging", "").must_be(200);
        scene.aov.weighs(&kenmerk, "Wij weten te weinig.").must_be(200);
        scene.aov.sets_status(&kenmerk, "Gewogen", "").must_be(200);
        scene.aov.looks_at(&kenmerk).must_say("Nu: Gewogen");
        let question = scene.asks_with_approval();
        scene.aov.looks_at(&kenmerk).must_say("Nu: Verrijking");
        // The Privacy Officer finds it at his work, reads purpose and ground, and approves one source of two.
        let page = scene.privacy.browser.open("/");
        page.must_say("Bronnen van een vraag toetsen");
        let href = page.links().into_iter().find(|href| href.contains("/verrijking/")).expect("a link to the question");
        let page = scene.privacy.browser.open(&href);
        page.must_be(200).must_say("Nagaan of het bouwterrein klopt").must_say("Algemene wet bestuursrecht");
        page.must_say("Kadaster").must_not_say(REPORT);
        assert!(offers(&page, "toetsen") && !offers(&page, "beantwoorden"));
        assert!(!offers(&scene.jurist.browser.open(&question), "beantwoorden"), "not before it is approved");
        let form = step(&mut scene.privacy, &question, "toetsen").untick("bronnen").tick("bronnen", "Kadaster");
        let form =
            form.fill("oordeel", "akkoord met de aangevinkte bronnen").fill("reden_toets", "Eén bron is genoeg.");
        scene.privacy.browser.submit(&form).must_be(200).must_say("Uw oordeel over de bronnen staat in het dossier");
        // Who was asked sees what he may look in, and answers hit or no hit.
        let page = scene.jurist.browser.open(&question);
        page.must_say("Eén bron is genoeg.").must_say("Kadaster");
        answers(&mut scene.jurist, &question, "geen hit", "").must_be(200);
        scene.aov.looks_at(&kenmerk).must_say(JURIST);
        // What it gave is weighed again, and the signal is closed with a word to the reporter.
        scene.aov.insists_on_status(&kenmerk, "Op LIO-agenda").must_be(200);
        scene.aov.sets_status(&kenmerk, "In weging", "").must_be(200);
        scene.aov.weighs(&kenmerk, "Er is niets gevonden.").must_be(200);
        scene.aov.sets_status(&kenmerk, "Gewogen", "").must_be(200);
        scene.aov.answers(&kenmerk, "Terugkoppeling", "Wij hebben het nagezocht en stoppen hier.").must_be(200);
        scene.aov.sets_status(&kenmerk, "Afgehandeld", "Niets gevonden.").must_be(200);
        scene.melder.opens(&scene.code).must_say("Wij hebben het nagezocht").must_say("Afgerond");
        scene.aov.looks_at(&kenmerk).must_not_say("Let op: Onderdeel");
    });
}

//! Somebody who must answer, or who asked, chooses another password in between: the question stays his.

use super::{Scene, step};
use crate::{
    account::{CHOSEN, renewed::changes},
    helpers::town::{PASSWORD, Town},
};

#[test]
fn who_chose_another_password_still_answers_what_he_was_asked_and_reads_what_he_asked() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (first, second) = (scene.asks(), {
            let form = scene.asking().fill("vraag", "Is er in de buurt eerder toezicht geweest?");
            super::newest(scene.aov.browser.submit(&form).must_be(200))
        });
        assert_ne!(first, second);
        changes(&mut scene.jurist, PASSWORD, CHOSEN).must_be(200);
        changes(&mut scene.aov, PASSWORD, CHOSEN).must_be(200);
        // Before a member said that it was he, under the key that the signal knows; and after, under the new one.
        for (question, confirmed) in [(&first, false), (&second, true)] {
            if confirmed {
                let form = scene.aov.browser.open("/beheer").form("/beheer/vernieuwd");
                scene.aov.browser.submit(&form).must_be(200).must_say("krijgt weer alles wat nieuw is");
            }
            let form = step(&mut scene.jurist, question, "beantwoorden").fill("uitkomst", "geen hit");
            scene.jurist.browser.submit(&form).must_be(200);
            let page = scene.aov.browser.open(question);
            page.must_be(200).must_say("geen hit").must_not_say("heeft een nieuwe sleutel");
        }
    });
}

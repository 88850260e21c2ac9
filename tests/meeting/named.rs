//! A municipality that calls its meeting otherwise reads that name everywhere.

use super::Scene;
use crate::helpers::town::Town;

#[test]
fn a_meeting_that_is_called_gso_is_called_so_on_every_page_and_on_paper() {
    let mut scene = Scene::in_town(Town::whose_meeting_is("GSO"));
    let kenmerk = scene.signal("Contante huur bij een restaurant.", "");
    let signal = format!("/signalen/{kenmerk}");
    let mut seen = 0;
    for path in ["/wachtrij", &signal, &format!("{signal}/papier"), &format!("{signal}/woo"), "/", "/overleggen"] {
        let page = scene.aov.browser.open(path);
        page.must_be(200).must_not_say("LIO");
        seen += usize::from(page.says("Op GSO-agenda"));
    }
    assert!(seen >= 4, "the status stands on the queue, the signal, its print and what becomes public: {seen}");
    let form = scene.aov.browser.open("/zoeken").form("/zoeken").fill("zoek", "restaurant");
    scene.aov.browser.submit(&form).must_be(200).must_say("Op GSO-agenda").must_not_say("LIO");
    // What the queue is asked for stays what scripts and bookmarks say.
    let asked = scene.aov.browser.open("/wachtrij?status=Op%20LIO-agenda");
    asked.must_be(200).must_say(&kenmerk).must_say("Op GSO-agenda");
}

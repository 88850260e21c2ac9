//! Who got another key, or left the route, and signals that not every member reads.

use super::{REPORT, Scene};
use crate::{
    account::{
        CHOSEN,
        lost::{comes_back, six_words, wraps_of},
    },
    helpers::{people::Officer, town::Town},
};

const KEY: &str = "/beheer/sleutel/aov";

#[test]
fn who_left_the_route_reads_a_closed_signal_no_longer_also_before_it_has_new_keys() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        let mut scene = Scene::in_town(town);
        scene.aov.takes_away(&scene.kenmerk, "(beheer)").must_be(200).must_say("nieuwe sleutels");
        let mut aov2 = scene.town.officer("aov2");
        aov2.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        let found = |officer: &mut Officer| {
            let form = officer.browser.open("/zoeken").must_be(200).form("/zoeken").fill("zoek", "koffer");
            officer.browser.submit(&form).must_be(200).links().contains(&format!("/signalen/{}", scene.kenmerk))
        };
        assert!(found(&mut aov2));
        let form = scene.aov.browser.open(KEY).must_be(200).form_with(KEY, "stap", "vervangen").untick("blijft");
        scene.aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
        // Nobody let it go over to the new key yet.
        aov2.looks_at(&scene.kenmerk).must_be(404);
        assert!(!found(&mut aov2), "nor what the session that he has opened before");
        aov2.browser.open("/wachtrij").must_be(200).must_not_say("bouwplaats");
        aov2.browser.open("/").must_be(200).must_not_say("Meld dit bij de beheerder");
        let form = scene.aov.browser.open(KEY).must_be(200).form_with(KEY, "stap", "verder");
        scene.aov.browser.submit(&form).must_be(200).must_say("Klaar");
        aov2.looks_at(&scene.kenmerk).must_be(404);
        scene.aov.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

/// The head that an invitation of somebody else makes names his new key, to which nothing is wrapped yet.
#[test]
fn who_is_not_given_back_yet_is_given_back_also_after_a_colleague_was_invited_in_between() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        let mut scene = Scene::in_town(town);
        // The one who will confirm is left out of it.
        scene.aov.takes_away(&scene.kenmerk, "(beheer)").must_be(200);
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
        for login in ["aov2", "behandelaar"] {
            let mut again = comes_back(&scene.town, login);
            let words = six_words(&mut again);
            let mut other = scene.town.officer("beheer");
            if login == "aov2" {
                let form = scene.aov.browser.open("/beheer").form("/beheer/toelaten");
                scene.aov.browser.submit(&form.fill("woorden", &words)).must_be(200);
                let form = other.browser.open("/beheer").form("/beheer/bevestigen");
                other.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
            } else {
                let form = other.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", login);
                other.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
            }
            assert!(wraps_of(&scene.town, login).is_empty(), "what was wrapped to the lost key is gone");
            // And gets more, the second time.
            let source = (login == "behandelaar").then_some("Leest mee.");
            scene.aov.invites(&scene.kenmerk, "jurist", "behandelaar", source).must_be(200);
            again.looks_at(&scene.kenmerk).must_be(404);
            // A guest whom somebody let in again who does not read it is invited anew, with a reason for the reporter's words.
            let done = scene.aov.invites(&scene.kenmerk, &format!("({login})"), "behandelaar", source);
            done.must_be(200).must_say("kan dit signaal nu openen");
            again.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        }
    });
}

#[test]
fn who_waited_while_a_signal_got_new_keys_gets_it_back_all_the_same() {
    Town::each(|town| {
        town.joins("aov", "beheer");
        let mut scene = Scene::in_town(town);
        scene.aov.invites(&scene.kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
        comes_back(&scene.town, "aov2");
        comes_back(&scene.town, "behandelaar");
        scene.aov.takes_away(&scene.kenmerk, "(beheer)").must_be(200);
        let log_in = |town: &Town, login: &str| {
            let mut officer = Officer::at(&town.desk);
            officer.logs_in(login, CHOSEN).must_be(200);
            officer
        };
        let mut guest = log_in(&scene.town, "behandelaar");
        let words = six_words(&mut guest);
        let form = scene.aov.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", "behandelaar");
        scene.aov.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
        guest.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        let mut member = log_in(&scene.town, "aov2");
        let words = six_words(&mut member);
        // The administrator's account ended: the first member lets him in alone, and reads it.
        assert!(scene.town.runtime.block_on(scene.town.store.disable_account("beheer")).expect("stored"));
        let form = scene.aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "aov2");
        scene.aov.browser.submit(&form.fill("woorden", &words)).must_be(200).must_say("opnieuw toegelaten");
        member.reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

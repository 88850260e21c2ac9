//! Giving back what somebody had, and sealing to another paper, go signal by signal: where it stops in between, or where who does
//! it does not open a signal, the pages still say what is left, and it is done later.

use ::domain::RouteName;
use ::seal::role;
use ::unseal::{OpeningKey, demo};

use super::lost::{comes_back, six_words};
use crate::{
    helpers::{
        people::{Officer, Tale},
        town::{Town, noon},
    },
    rotation::interrupted::{kill, revive},
    tampering::change,
};

/// Said of who is to be given back what he had.
const AGAIN: &str = "heeft een nieuwe sleutel";

/// A signal that a third member of the route does not read, with a guest.
fn closed(town: &Town) -> (Officer, String) {
    town.melder().reports(&Tale::ordinary());
    town.joins("aov", "beheer");
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.takes_away(&kenmerk, "(beheer)").must_be(200);
    aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Om te antwoorden.")).must_be(200);
    (aov, kenmerk)
}

#[test]
fn what_the_second_member_does_not_open_a_colleague_gives_back_at_the_signal() {
    Town::each(|town| {
        let (mut aov, kenmerk) = closed(&town);
        town.officer("aov2").reads(&kenmerk).must_be(200);
        let mut again = comes_back(&town, "aov2");
        let words = six_words(&mut again);
        let form = aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "aov2").fill("woorden", &words);
        aov.browser.submit(&form).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        let mut second = town.officer("beheer");
        let form = second.browser.open("/beheer").form("/beheer/bevestigen").fill("woorden", &words);
        second.browser.submit(&form).must_be(200).must_say("opnieuw toegelaten");
        again.looks_at(&kenmerk).must_be(404);
        aov.decides_who_reads(&kenmerk).must_say(AGAIN);
        aov.invites(&kenmerk, "aov2", "behandelaar", None).must_be(200).must_not_say(AGAIN);
        again.reads(&kenmerk).must_be(200).must_say("huur contant");
        again.describes(&kenmerk, "Opgewerkt met de nieuwe sleutel.").must_be(200);
        // Once, in the head and in the list of who reads it.
        aov.decides_who_reads(&kenmerk).must_not_say(AGAIN);
        aov.takes_away(&kenmerk, "(aov2)").must_be(200);
        again.looks_at(&kenmerk).must_be(404);
    });
}

#[test]
fn giving_back_that_stops_halfway_is_done_at_the_signal() {
    Town::each(|town| {
        let (mut aov, kenmerk) = closed(&town);
        town.officer("behandelaar").reads(&kenmerk).must_be(200);
        let mut again = comes_back(&town, "behandelaar");
        let words = six_words(&mut again);
        let form = aov.browser.open("/beheer").form_with("/beheer/voorstellen", "naam", "behandelaar");
        kill(&town, "INSERT", "key_wrap");
        aov.browser.submit(&form.fill("woorden", &words)).must_be(503);
        revive(&town, "key_wrap");
        again.looks_at(&kenmerk).must_be(404);
        aov.decides_who_reads(&kenmerk).must_say(AGAIN);
        aov.invites(&kenmerk, "behandelaar", "behandelaar", None).must_be(200).must_not_say(AGAIN);
        again.reads(&kenmerk).must_be(200).must_say("huur contant");
        again.answers(&kenmerk, "Vraag", "Waar was dat?").must_be(200);
    });
}

#[test]
fn sealing_to_another_paper_that_stops_halfway_goes_on_saying_that_it_is_not_done() {
    Town::each(|town| {
        let (mut aov, kenmerk) = closed(&town);
        let (old, on) = (OpeningKey::<role::Recovery>::generate(), ::domain::clock::dutch_date(noon()));
        let row = desk::admin::on_paper(on, &demo::route(RouteName::Aov), RouteName::Aov, &old.recipient());
        change(&town, row.expect("sealed"));
        const OTHER: &str = "De configuratie noemt een andere papieren sleutel";
        let form = aov.browser.open("/beheer").must_say(OTHER).form("/beheer/herstelsleutel");
        for (step, table) in [("INSERT", "key_wrap"), ("UPDATE", "route_key")] {
            kill(&town, step, table);
            aov.browser.submit(&form).must_be(503);
            revive(&town, table);
            aov.browser.open("/beheer").must_say(OTHER);
        }
        aov.browser.submit(&form).must_be(200).must_say("opnieuw verzegeld");
        aov.browser.open("/beheer").must_not_say(OTHER);
        aov.reads(&kenmerk).must_be(200);
    });
}

//! Of a member's account one other member stops the use; that its key is destroyed takes a second, or the administrator. And
//! nobody buries what alone opens with it.

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::{PASSWORD, Town},
};

const LEFT: &str = "werkt hier niet meer";

fn form(officer: &mut Officer, town: &Town, login: &str) -> Form {
    let form = officer.browser.open("/beheer/accounts").must_be(200).form("/beheer/accounts");
    form.fill("account", &town.account(login)).fill("reden", LEFT)
}

pub fn steps(officer: &mut Officer, town: &Town, login: &str, step: &str) -> Page {
    let form = form(officer, town, login).tick("stap", step);
    officer.browser.submit(&form)
}

/// A signal that `aov` closed, and that he alone of its route reads.
pub fn closed_by_aov(town: &Town) -> (Officer, String) {
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.takes_away(&kenmerk, "(aov2)").must_be(200);
    (aov, kenmerk)
}

pub fn has_key(town: &Town, login: &str) -> bool {
    super::renewed::row(town, login).sealed_key.is_some()
}

#[test]
fn one_member_stops_an_account_and_a_second_or_the_administrator_destroys_its_key() {
    Town::each(|town| {
        town.joins("aov", "behandelaar");
        let (mut aov, mut aov2) = (town.officer("aov"), town.officer("aov2"));
        // He cannot do all of it alone.
        steps(&mut aov, &town, "aov2", "uit").must_be(409).must_say("tweede lid");
        assert!(has_key(&town, "aov2"));
        aov2.browser.open("/").must_say("Uitloggen");
        // He can do what cannot wait.
        steps(&mut aov, &town, "aov2", "stil").must_be(200).must_say("staat stil").must_say("Stilgezet door aov");
        aov2.browser.open("/").must_say("Inloggen").must_not_say("Uitloggen");
        Officer::at(&town.desk).logs_in("aov2", PASSWORD).must_be(422);
        assert!(has_key(&town, "aov2"), "nothing is lost by it");
        // Nobody is kept out unseen.
        town.officer("behandelaar").browser.open("/").must_say("Het account van aov2 staat stil. Dat deed aov.");
        town.officer("burgemeester").browser.open("/").must_not_say("aov2");
        town.officer("behandelaar").browser.open("/").must_say("Zet het weer aan of uit: Beheer, Accounts.");
        // Nor twice by the same one.
        steps(&mut aov, &town, "aov2", "uit").must_be(409).must_say("tweede lid");
        assert!(has_key(&town, "aov2"));
        // It was a mistake: who stopped it, or another, lets it go on.
        steps(&mut aov, &town, "aov2", "weer").must_be(200).must_say("kan weer inloggen");
        town.officer("aov2").browser.open("/").must_say("Uitloggen");
        steps(&mut aov, &town, "aov2", "stil").must_be(200);
        let mut second = town.officer("behandelaar");
        steps(&mut second, &town, "aov2", "uit").must_be(200).must_say("Het account is uitgezet");
        assert!(!has_key(&town, "aov2"));
        // The administrator needs nobody beside him; who is stopped himself ends nobody.
        let mut admin = town.officer("beheer");
        steps(&mut second, &town, "aov", "stil").must_be(200);
        aov.browser.open("/beheer/accounts").must_say("Inloggen");
        steps(&mut admin, &town, "aov", "uit").must_be(200).must_say("Het account is uitgezet");
        assert!(!has_key(&town, "aov"));
    });
}

#[test]
fn whoever_ends_it_the_account_that_alone_opens_something_stays_and_may_be_stopped() {
    Town::each(|town| {
        let (mut aov, kenmerk) = closed_by_aov(&town);
        let mut out = town.officer("aov2");
        out.looks_at(&kenmerk).must_be(404);
        steps(&mut out, &town, "aov", "uit");
        assert!(has_key(&town, "aov"), "the one it is about buries it");
        let mut admin = town.officer("beheer");
        let said = steps(&mut admin, &town, "aov", "uit");
        said.must_be(409).must_say("Dit account kan nu niet uit").must_not_say(&kenmerk);
        assert!(has_key(&town, "aov"));
        steps(&mut admin, &town, "aov", "stil").must_be(200);
        steps(&mut admin, &town, "aov", "weer").must_be(200);
        aov.browser.open("/").must_say("Inloggen");
        let mut aov = town.officer("aov");
        aov.reads(&kenmerk).must_be(200);
        // Only the operator can, where he says so in as many words.
        assert!(!town.runtime.block_on(town.store.disable_account("aov")).expect("answered"));
        // Of who reads it no more nothing is lost.
        steps(&mut admin, &town, "aov2", "uit").must_be(200).must_say("Het account is uitgezet");
    });
}

#[test]
fn nobody_whom_a_route_knows_is_stopped_unseen() {
    Town::each(|town| {
        town.hires("aov", "a.toezicht", "Auditor");
        let mut aov = town.officer("aov");
        town.officer("a.toezicht").browser.open("/").must_say("Uitloggen");
        steps(&mut aov, &town, "a.toezicht", "stil").must_be(200).must_say("Stilgezet door aov");
        let mut aov2 = town.officer("aov2");
        let page = aov2.browser.open("/");
        page.must_say(
            "Het account van a.toezicht staat stil. Dat deed aov. Zet het weer aan of uit: Beheer, Accounts.",
        );
        town.officer("burgemeester").browser.open("/").must_not_say("a.toezicht");
        steps(&mut aov2, &town, "a.toezicht", "weer").must_be(200);
        aov.browser.open("/").must_not_say("a.toezicht");
        // Of a member of another route that knows him they hear it too; he is not theirs to let go on.
        town.knows("aov", "integriteit", "Integriteitsfunctionaris");
        steps(&mut town.officer("beheer"), &town, "integriteit", "stil").must_be(200);
        let page = aov2.browser.open("/");
        page.must_say(
            "Het account van integriteit staat stil. Dat deed de beheerder. Een lid van de eigen route of de beheerder",
        );
        let page = aov2.browser.open("/beheer/accounts");
        assert!(!page.texts("select[name=account] option").iter().any(|who| who == "integriteit"));
    });
}

#[test]
fn a_route_key_is_not_replaced_without_the_one_who_alone_opens_something() {
    Town::each(|town| {
        let (_, kenmerk) = closed_by_aov(&town);
        let mut out = town.officer("aov2");
        let path = "/beheer/sleutel/aov";
        let form = out.browser.open(path).must_be(200).form_with(path, "stap", "vervangen").untick("blijft");
        let said = out.browser.submit(&form);
        said.must_be(422).must_say("Niet iedereen kan nu weg").must_not_say(&kenmerk);
        town.officer("aov").reads(&kenmerk).must_be(200);
        // The other way round nothing is in the way.
        let mut aov = town.officer("aov");
        let form = aov.browser.open(path).must_be(200).form_with(path, "stap", "vervangen").untick("blijft");
        aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
        aov.reads(&kenmerk).must_be(200);
    });
}

#[test]
fn the_operator_ends_it_all_the_same_where_somebody_left_with_the_keys() {
    Town::each(|town| {
        closed_by_aov(&town);
        assert!(town.runtime.block_on(town.store.disable_unreadable("aov")).expect("answered"));
        // Then the key can be replaced without him.
        let mut out = town.officer("aov2");
        let path = "/beheer/sleutel/aov";
        let form = out.browser.open(path).must_be(200).form_with(path, "stap", "vervangen").untick("blijft");
        out.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
    });
}

//! The password that is asked again before a signal, somebody's access or the reporter's own words go elsewhere, and before
//! anything is taken out of the house.

use chrono::TimeDelta;

use crate::helpers::{
    browser::{Form, Page},
    people::{Officer, Tale},
    town::{PASSWORD, Town},
};

const AGAIN: &str = "Typ uw wachtwoord nog een keer";

fn worked(town: &Town) -> (Officer, String) {
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.describes(&kenmerk, "Mogelijk witwassen.").must_be(200);
    (aov, kenmerk)
}

/// Refused without a password and with a wrong one, keeping what was typed; then done.
#[track_caller]
fn asks_again(officer: &mut Officer, form: &Form, kept: &str) -> Page {
    officer.browser.submit(form).must_be(422).must_say(AGAIN).must_say(kept);
    officer
        .browser
        .submit(&form.clone().fill("wachtwoord", "mis"))
        .must_be(422)
        .must_say("niet uw wachtwoord")
        .must_say(kept);
    let done = officer.browser.submit(&form.clone().fill("wachtwoord", PASSWORD));
    done.must_be(200);
    done
}

#[test]
fn handing_over_taking_away_and_giving_the_reporters_words_ask_the_password_again() {
    Town::each(|town| {
        let (mut aov, kenmerk) = worked(&town);
        let why = "Omdat het moet.";
        town.later(TimeDelta::minutes(11));
        // Without the reporter's words nothing is asked.
        aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None)
            .must_be(200)
            .must_say("kan dit signaal nu openen");
        let who = aov.decides_who_reads(&kenmerk).option("collega", "behandelaar");
        let form = aov.access_form(&kenmerk, "uitnodigen").fill("collega", &who).fill("als", "behandelaar");
        let form =
            form.fill("reden", why).tick("bevestigd", "ja").tick("bron", "ja").fill("reden_bron", "Hij antwoordt.");
        asks_again(&mut aov, &form, "Hij antwoordt.").must_say("kan dit signaal nu openen");
        town.later(TimeDelta::minutes(11));
        let who = aov.decides_who_reads(&kenmerk).option("wie", "behandelaar");
        let form = aov.access_form(&kenmerk, "ontnemen").fill("wie", &who).fill("reden_ontnemen", why);
        asks_again(&mut aov, &form, why).must_say("De toegang is weggenomen");
        town.later(TimeDelta::minutes(11));
        let form = aov.access_form(&kenmerk, "overdragen").fill("naar", "ambtelijk").tick("bevestigd_overdragen", "ja");
        asks_again(&mut aov, &form.fill("reden_overdragen", why), why).must_say("Het signaal is overgedragen");
    });
}

#[test]
fn who_leaves_a_signal_himself_leaves_at_once() {
    let town = Town::new();
    let (mut aov, kenmerk) = worked(&town);
    town.later(TimeDelta::minutes(11));
    let own = aov.decides_who_reads(&kenmerk).option("wie", "(uzelf)");
    let form = aov.access_form(&kenmerk, "ontnemen").fill("wie", &own).fill("reden_ontnemen", "Ik ben betrokken.");
    aov.browser.submit(&form).must_be(200).must_say("U kunt dat signaal niet meer openen");
}

#[test]
fn what_is_made_public_and_the_log_are_taken_out_with_a_password() {
    let town = Town::new();
    let (mut aov, kenmerk) = worked(&town);
    town.later(TimeDelta::minutes(11));
    let path = format!("/signalen/{kenmerk}/woo");
    let page = aov.browser.open(&path);
    let field =
        page.body.split("name=\"keuze-").nth(1).and_then(|rest| rest.split('"').next()).expect("a document").to_owned();
    let form = page.form(&path).fill(&format!("keuze-{field}"), "openbaar").tick("als", "csv");
    asks_again(&mut aov, &form, "Mogelijk witwassen.").body.lines().next().expect("a list");
    town.knows("aov", "beheer", "FG");
    let mut auditor = town.officer("beheer");
    town.later(TimeDelta::minutes(11));
    let form = auditor.browser.open("/logboek?wie=aov").must_be(200).form("/logboek.csv");
    assert_eq!(form.value("wie"), "aov");
    let csv = asks_again(&mut auditor, &form, "regels");
    assert_eq!(csv.saved_as(), "logboek.csv");
    assert!(csv.body.lines().skip(1).all(|line| line.contains("aov")), "{}", csv.body);
    // No address leads to it.
    auditor.browser.open("/logboek.csv").must_be(405);
}

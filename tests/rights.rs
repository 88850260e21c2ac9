//! Once a year: who can open what, looked through and signed for by a member; and who takes over when he is not there.

mod forged;
mod thin;

use chrono::TimeDelta;
use entity::upkeep;
use sea_orm::EntityTrait;

use crate::{
    helpers::{
        browser::{Form, Page},
        people::{Officer, Tale},
        town::Town,
    },
    journal::lines,
    tampering::with_db,
};

pub const PATH: &str = "/beheer/rechten";
const YEAR: TimeDelta = TimeDelta::days(365);

/// Every row of what members said.
fn rows(town: &Town) -> Vec<upkeep::Model> {
    with_db(town, async |db| upkeep::Entity::find().all(db).await.expect("rows"))
}

/// The form of a route with an answer for everybody: no for those whom `not` names.
pub fn answered(town: &Town, page: &Page, route: &str, not: &[&str]) -> Form {
    let mut form = page.must_be(200).form_with(PATH, "route", route);
    let ids: Vec<_> = not.iter().map(|login| town.account(login)).collect();
    let html = page.html();
    let fields = crate::helpers::browser::selector("input[type=radio]");
    let names: std::collections::BTreeSet<_> =
        html.select(&fields).filter_map(|field| field.attr("name")).map(str::to_owned).collect();
    for name in names.iter().filter(|name| name.starts_with(&format!("nodig-{route}-"))) {
        let is_no = ids.iter().any(|id| name.ends_with(id.as_str()));
        form = form.fill(name, if is_no { "nee" } else { "ja" });
    }
    form
}

/// Signs for a route, saying of some that they need it no longer.
fn signs(town: &Town, login: &str, route: &str, not: &[&str]) -> Page {
    let mut officer = town.officer(login);
    let page = officer.browser.open(PATH);
    let form = answered(town, &page, route, not);
    officer.browser.submit(&form)
}

/// Says who takes over.
fn names(town: &Town, login: &str, route: &str, who: &str) -> Page {
    let mut officer = town.officer(login);
    let form = officer.browser.open(PATH).must_be(200).form_with("/beheer/vervanger", "route", route);
    let id = town.account(who);
    officer.browser.submit(&form.fill("wie", &id))
}

/// A signal that the jurist was invited to.
fn shared(town: &Town) -> (Officer, String) {
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.describes(&kenmerk, "Contante huur bij een restaurant.").must_be(200);
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    (aov, kenmerk)
}

#[test]
fn a_member_looks_through_who_can_open_what_and_signs_for_it_once_a_year() {
    Town::each(|town| {
        let (mut aov, kenmerk) = shared(&town);
        let page = aov.browser.open(PATH);
        page.must_be(200).must_say("Lid sinds 23 november 2026").must_say("bekend gemaakt door aov");
        page.must_say(&format!("Heeft een sleutel van 1 signaal: {kenmerk}")).must_say("Nog niet.");
        page.must_say("Heeft van geen enkel signaal een sleutel").must_say("Nalopen uiterlijk 23 november 2027");
        // Nobody is passed over, and nothing that was typed is lost.
        let (jurist, form) = (town.account("jurist"), page.form_with(PATH, "route", "aov"));
        let remark = format!("opmerking-aov-{jurist}");
        let refused = aov.browser.submit(&form.fill(&remark, "Gaat naar Juridische zaken."));
        refused.must_be(422).must_say("bij jurist").must_say("bij aov2");
        assert_eq!(refused.form_with(PATH, "route", "aov").value(&remark), "Gaat naar Juridische zaken.");
        assert!(rows(&town).is_empty());
        let form = answered(&town, &page, "aov", &["jurist"]).fill(&remark, "Gaat naar Juridische zaken.");
        let signed = aov.browser.submit(&form);
        signed.must_be(200).must_say("U hebt getekend").must_say("jurist: nog nodig: nee");
        signed.must_say("Gaat naar Juridische zaken.").must_say("Wat er nu moet gebeuren");
        assert!(signed.links().contains(&format!("/signalen/{kenmerk}/toegang")));
        // Pressed twice is signed once.
        aov.browser.submit(&form).must_be(200);
        assert_eq!(rows(&town).len(), 1);
        // A colleague sees it; who is not of the route does not.
        town.officer("aov2").browser.open(PATH).must_say("Gaat naar Juridische zaken.");
        let other = town.officer("burgemeester").browser.open(PATH);
        other.must_be(200).must_not_say("jurist").must_not_say(&kenmerk).must_not_say("Ondermijning");
        town.officer("beheer").browser.open(PATH).must_be(200).must_say("U bent geen lid van een route");
        // What he said a no to is done: nothing is asked any more.
        aov.takes_away(&kenmerk, "jurist").must_be(200);
        let page = aov.browser.open(PATH);
        page.must_say("Het account van jurist werkt nog").must_not_say("heeft een sleutel van 2026");
        // It stands in the log, under its route.
        let said = lines(&town);
        assert!(said.iter().any(|line| line.action == "rechten nagelopen" && line.object == "aov"), "{said:?}");
        // What is said of people stands nowhere in the clear.
        assert!(rows(&town).iter().all(|row| !row.statement.contains("Juridische")));
    });
}

#[test]
fn members_are_reminded_a_month_before_the_year_is_over_and_then_every_day() {
    let town = Town::new();
    let says = |login: &str| town.officer(login).browser.open("/").must_be(200).texts("main").join(" ");
    let reminder = "Rechten nalopen van de route Ondermijning (AOV)";
    assert!(!says("aov").contains(reminder));
    // The year runs from when the route began: nobody signed yet.
    town.later(TimeDelta::days(334));
    assert!(says("aov").contains(&format!("Bijna te laat {reminder}")), "{}", says("aov"));
    assert!(says("aov").contains("uiterlijk 23 november 2027"));
    town.later(TimeDelta::days(32));
    assert!(says("aov2").contains(&format!("Te laat {reminder}")));
    assert!(!says("burgemeester").contains(reminder) && !says("jurist").contains("Rechten nalopen"));
    signs(&town, "aov2", "aov", &[]).must_be(200);
    assert!(!says("aov").contains(reminder));
    town.later(YEAR - TimeDelta::days(20));
    assert!(says("aov").contains(&format!("Bijna te laat {reminder}")));
    // What somebody signed who is no member any more says nothing of today.
    town.tamper(&format!(
        "DELETE FROM membership WHERE account_id IN (SELECT id FROM account WHERE name = '{}')",
        "aov2"
    ));
    assert!(says("aov").contains(&format!("Te laat {reminder}")));
    town.officer("aov").browser.open(PATH).must_say("Daarom telt deze keer niet voor de termijn");
}

#[test]
fn what_changed_between_looking_and_signing_is_shown_again() {
    let town = Town::new();
    let (mut aov, kenmerk) = shared(&town);
    let page = aov.browser.open(PATH);
    let form = answered(&town, &page, "aov", &[]);
    town.officer("aov2").invites(&kenmerk, "behandelaar", "behandelaar", None).must_be(200);
    let again = aov.browser.submit(&form);
    again.must_be(409).must_say("Er is iets veranderd sinds u deze bladzijde opende").must_say("behandelaar");
    assert!(rows(&town).is_empty(), "signed for what was not shown");
    // What was answered is still there, and signing what is shown now works.
    let form = again.form_with(PATH, "route", "aov");
    assert_eq!(form.value(&format!("nodig-aov-{}", town.account("jurist"))), "ja");
    aov.browser.submit(&form).must_be(200).must_say("U hebt getekend");
    // What was signed is what was shown, and a form that says otherwise signs nothing.
    let form = form.fill("gezien", &"0".repeat(64));
    aov.browser.submit(&form).must_be(409);
    assert_eq!(rows(&town).len(), 1);
}

#[test]
fn a_signal_that_a_member_is_kept_out_of_is_counted_and_not_named() {
    let town = Town::new();
    let (_, kenmerk) = shared(&town);
    let mut aov2 = town.officer("aov2");
    let action = format!("/signalen/{kenmerk}/verklaring");
    let form = aov2.looks_at(&kenmerk).form(&action).fill("betrokken", "ja");
    let step =
        aov2.browser.submit(&form).must_be(200).form_with(&format!("/signalen/{kenmerk}/toegang"), "stap", "ontnemen");
    aov2.browser.submit(&step.fill("reden_ontnemen", "Het gaat over mijn zwager.")).must_be(200);
    let page = town.officer("aov2").browser.open(PATH);
    page.must_be(200).must_not_say(&kenmerk).must_say("Heeft een sleutel van 1 signaal, waar u zelf buiten staat");
    let page = town.officer("aov").browser.open(PATH);
    page.must_say(&kenmerk).must_say("behalve 1 waar hij buiten staat");
}

#[test]
fn whoever_cannot_use_his_key_any_more_is_shown_as_such() {
    let town = Town::new();
    let reset = town.store.reset_account("jurist", false, vec![7; 32], crate::helpers::town::noon() + YEAR);
    assert!(town.runtime.block_on(reset).expect("reset"));
    assert!(town.runtime.block_on(town.store.disable_account("behandelaar")).expect("disabled"));
    let page = town.officer("aov").browser.open(PATH);
    let people = page.texts("section[aria-labelledby=route-aov] form[action='/beheer/rechten'] > ul > li");
    let of = |login: &str| people.iter().find(|said| said.starts_with(login)).expect("listed").clone();
    assert!(of("jurist").contains("Sleutel kwijt of vervangen"), "{}", of("jurist"));
    assert!(of("behandelaar").contains("Account uitgezet"));
    assert!(!of("aov2").contains("uitgezet") && !of("aov2").contains("kwijt"));
}

#[test]
fn the_auditor_sees_who_signed_and_when_and_no_kenmerk() {
    Town::each(|town| {
        let (_, kenmerk) = shared(&town);
        signs(&town, "aov", "aov", &["jurist"]).must_be(200);
        names(&town, "aov", "aov", "aov2").must_be(200);
        town.knows("aov", "beheer", "Functionaris gegevensbescherming");
        let mut auditor = town.officer("beheer");
        assert!(auditor.browser.open("/logboek").links().contains(&"/logboek/rechten".to_owned()));
        let page = auditor.browser.open("/logboek/rechten");
        page.must_be(200).must_say("Ondermijning (AOV)").must_say("23 november 2026, aov").must_say("Vervanger: aov2");
        page.must_say("Nog niet nagelopen").must_say("minder dan twee leden");
        page.must_not_say(&kenmerk).must_not_say("jurist");
        for login in ["aov", "jurist", "burgemeester"] {
            town.officer(login).browser.open("/logboek/rechten").must_be(403).must_not_say("23 november 2026");
        }
    });
}

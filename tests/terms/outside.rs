//! Somebody outside the line hears which route lets a term pass, and since when: no kenmerk, no content. Who may not hear of a
//! signal, does not; and the database does not tell who that is.

use chrono::TimeDelta;
use entity::escalation;
use sea_orm::EntityTrait;

use super::terms;
use crate::{
    helpers::{
        browser::Page,
        people::{Officer, Tale},
        town::Town,
    },
    journal::lines,
    tampering::with_db,
};

const PATH: &str = "/beheer/rechten";
const LATE: &str = "Te laat: de route Ondermijning (AOV)";

/// A town whose AOV knows two people who are no members.
fn watched(town: &Town) {
    town.hires("aov", "vertrouwd", "Externe vertrouwenspersoon");
    town.hires("aov", "controller", "Concerncontroller");
}

/// A member says who hears.
fn names(town: &Town, login: &str, route: &str, first: &str, second: Option<&str>) -> Page {
    let mut officer = town.officer(login);
    let form = officer.browser.open(PATH).must_be(200).form_with("/beheer/buiten-de-lijn", "route", route);
    let form = form.fill("eerste", &town.account(first));
    let form = match second {
        Some(second) => form.fill("tweede", &town.account(second)),
        None => form,
    };
    officer.browser.submit(&form)
}

fn first_page(town: &Town, login: &str) -> Page {
    let page = town.officer(login).browser.open("/");
    page.must_be(200);
    page
}

fn rows(town: &Town) -> Vec<escalation::Model> {
    with_db(town, async |db| escalation::Entity::find().all(db).await.expect("rows"))
}

fn keeps_out(officer: &mut Officer, kenmerk: &str, why: &str) -> Page {
    let path = format!("/signalen/{kenmerk}/termijn");
    let form = terms(officer, kenmerk).form_with(&path, "stap", "buitenhouden").fill("reden_buiten", why);
    officer.browser.submit(&form)
}

#[test]
fn somebody_outside_the_line_hears_which_route_is_late_and_since_when_and_nothing_else() {
    Town::each(|town| {
        watched(&town);
        first_page(&town, "aov")
            .must_say("Niemand buiten de lijn hoort het als een termijn van de route Ondermijning (AOV)");
        let named = names(&town, "aov", "aov", "vertrouwd", Some("controller"));
        named.must_be(200).must_say("vertrouwd (Externe vertrouwenspersoon), en anders controller (Concerncontroller)");
        first_page(&town, "aov")
            .must_not_say("Niemand buiten de lijn hoort het als een termijn van de route Ondermijning");
        assert!(
            lines(&town).iter().any(|line| line.action == "iemand buiten de lijn aangewezen" && line.object == "aov")
        );
        // Nobody opens the signal at all.
        town.melder().reports(&Tale::ordinary());
        let kenmerk = town.officer("aov").only_signal();
        town.later(TimeDelta::days(7));
        first_page(&town, "vertrouwd").must_not_say(LATE);
        town.later(TimeDelta::days(1));
        let page = first_page(&town, "vertrouwd");
        page.must_say(LATE).must_say("sinds 1 december 2026").must_say("aov (Adviseur Openbare Orde en Veiligheid)");
        page.must_not_say(&kenmerk).must_not_say("ontvangstbevestiging").must_not_say("restaurant");
        let mut outsider = town.officer("vertrouwd");
        assert!(outsider.queue().is_empty());
        outsider.looks_at(&kenmerk).must_be(404);
        for login in ["controller", "jurist", "burgemeester", "aov", "beheer"] {
            first_page(&town, login).must_not_say(LATE);
        }
        // A reason changes nothing for him; the message that was owed does.
        let mut aov = town.officer("aov");
        super::explains(&mut aov, &kenmerk, "Ziek.", Some("4-12-2026")).must_be(200);
        first_page(&town, "vertrouwd").must_say(LATE);
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        first_page(&town, "vertrouwd").must_not_say(LATE);
    });
}

#[test]
fn who_is_kept_out_of_a_signal_does_not_hear_of_it_and_the_second_does() {
    Town::each(|town| {
        watched(&town);
        names(&town, "aov", "aov", "vertrouwd", Some("controller")).must_be(200);
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        terms(&mut aov, &kenmerk).must_say("vertrouwd (Externe vertrouwenspersoon) leest dan op zijn eerste bladzijde");
        let before = rows(&town);
        assert_eq!(before.len(), 1, "who opens it leaves an envelope");
        keeps_out(&mut aov, &kenmerk, "").must_be(422).must_say("Schrijf waarom");
        let kept = keeps_out(&mut aov, &kenmerk, "Het gaat over zijn broer.");
        kept.must_be(200)
            .must_say("Deze persoon hoort niets van dit signaal")
            .must_say("controller (Concerncontroller)");
        // Another envelope, as long as the first; neither tells whom it is for.
        let after = rows(&town);
        assert!(after.len() == 1 && after[0].sealed != before[0].sealed);
        assert_eq!(after[0].sealed.len(), before[0].sealed.len());
        let recipients = |sealed: &[u8]| String::from_utf8_lossy(sealed).matches("-> X25519 ").count();
        assert_eq!((recipients(&before[0].sealed), recipients(&after[0].sealed)), (2, 2));
        town.later(TimeDelta::days(8));
        first_page(&town, "vertrouwd").must_not_say(LATE);
        first_page(&town, "controller").must_say(LATE).must_not_say(&kenmerk);
        // Nobody is left: the envelope is there all the same, and the page says that nobody hears.
        let mut aov = town.officer("aov");
        keeps_out(&mut aov, &kenmerk, "Ook betrokken.").must_be(200).must_say("Niemand buiten de lijn");
        first_page(&town, "controller").must_not_say(LATE);
        let nobody = rows(&town);
        assert_eq!(
            (nobody.len(), nobody[0].sealed.len(), recipients(&nobody[0].sealed)),
            (1, before[0].sealed.len(), 2)
        );
        // Who was kept out is not invited by mistake either.
        let page = aov.decides_who_reads(&kenmerk);
        assert!(!page.texts("select[name='collega'] option").iter().any(|option| option.contains("controller")));
    });
}

#[test]
fn another_who_is_named_later_hears_of_what_was_opened_before() {
    let town = Town::new();
    watched(&town);
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    town.later(TimeDelta::days(8));
    first_page(&town, "vertrouwd").must_not_say(LATE);
    names(&town, "aov2", "aov", "vertrouwd", None).must_be(200);
    first_page(&town, "vertrouwd").must_say(LATE);
    names(&town, "aov", "aov", "controller", None).must_be(200);
    first_page(&town, "vertrouwd").must_not_say(LATE);
    first_page(&town, "controller").must_say(LATE);
    // Whoever handles the signal himself is not outside its line.
    let mut aov = town.officer("aov");
    aov.describes(&kenmerk, "Contante huur.").must_be(200);
    aov.invites(&kenmerk, "controller", "deelnemer aan het overleg", None).must_be(200);
    aov.looks_at(&kenmerk).must_be(200);
    first_page(&town, "controller").must_not_say(LATE);
    // Who has no account any more hears nothing, and the members are told.
    town.tamper("UPDATE account SET disabled = TRUE WHERE name = 'controller'");
    let page = town.officer("aov").browser.open(PATH);
    page.must_say("kan het niet meer horen")
        .must_say("Niemand buiten de lijn hoort het als een wettelijke termijn te laat is");
}

#[test]
fn nobody_is_named_who_is_a_member_or_whom_the_routes_signals_are_about() {
    let town = Town::new();
    watched(&town);
    // Of several subjects the strictest route wins: whomever a less strict one is for, its signals can be about.
    for (login, function) in
        [("raadslid", "Raadslid"), ("wethouder", "Wethouder Financiën"), ("ombudsman", "Ombudsman")]
    {
        town.hires("voorzitter", login, function);
    }
    town.knows("voorzitter", "burgemeester", "Burgemeester");
    let mut voorzitter = town.officer("voorzitter");
    let page = voorzitter.browser.open(PATH);
    let form = page.must_be(200).form_with("/beheer/buiten-de-lijn", "route", "integriteitscommissie");
    let offered = page.texts("select[name='eerste'] option");
    assert_eq!(offered, ["Niemand", "Ombudsman (ombudsman)"], "{offered:?}");
    for login in ["raadslid", "wethouder", "burgemeester", "griffier", "voorzitter", "vertrouwd"] {
        let refused = voorzitter.browser.submit(&form.clone().fill("eerste", &town.account(login)));
        refused.must_be(422).must_say("Kies iemand die uw route kent");
    }
    let ombudsman = town.account("ombudsman");
    let twice = form.clone().fill("eerste", &ombudsman).fill("tweede", &ombudsman);
    voorzitter.browser.submit(&twice).must_be(422).must_say("Kies twee verschillende mensen");
    voorzitter.browser.submit(&form.clone().fill("eerste", &ombudsman)).must_be(200).must_say("ombudsman (Ombudsman)");
    // A member of another route says nothing of this one.
    let mut aov = town.officer("aov");
    let own = aov.browser.open(PATH).form_with("/beheer/buiten-de-lijn", "route", "aov");
    aov.browser.submit(&own.fill("route", "integriteitscommissie").fill("eerste", &ombudsman)).must_be(403);
}

#[test]
fn a_signal_that_goes_to_another_route_is_heard_of_by_who_watches_that_one() {
    let town = Town::new();
    watched(&town);
    names(&town, "aov", "aov", "vertrouwd", None).must_be(200);
    town.hires("integriteit", "ombudsman", "Ombudsman");
    names(&town, "integriteit", "ambtelijk", "ombudsman", None).must_be(200);
    town.melder().reports(&Tale::ordinary());
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.hands_over(&kenmerk, "ambtelijk").must_be(200);
    assert_eq!(rows(&town).len(), 1, "the envelope goes with it");
    town.later(TimeDelta::days(8));
    first_page(&town, "vertrouwd").must_not_say("Te laat: de route");
    first_page(&town, "ombudsman").must_say("Te laat: de route").must_not_say(&kenmerk).must_not_say("Ondermijning");
    // Once it is gone, so is the envelope of the database's own signals: a forged one tells nobody anything.
    town.tamper("UPDATE escalation SET sealed = x'00'");
    first_page(&town, "ombudsman").must_not_say("Te laat: de route");
    town.officer("integriteit").reads(&kenmerk).must_be(200);
    first_page(&town, "ombudsman").must_say("Te laat: de route");
}

#[test]
fn a_name_that_no_member_signed_is_not_believed() {
    let town = Town::new();
    watched(&town);
    names(&town, "aov", "aov", "vertrouwd", None).must_be(200);
    town.melder().reports(&Tale::ordinary());
    town.later(TimeDelta::days(8));
    let (vertrouwd, controller) = (town.account("vertrouwd"), town.account("controller"));
    town.tamper(&format!("UPDATE upkeep SET statement = REPLACE(statement, '{vertrouwd}', '{controller}')"));
    first_page(&town, "controller").must_not_say(LATE);
    let page = town.officer("aov").browser.open(PATH);
    page.must_say("is veranderd of weg").must_say("Niemand buiten de lijn hoort het");
}

//! A route's key is replaced, because a member leaves: what everybody sees of it, and what the one who left can still do with
//! the key that he had and the whole database.

mod believed;
mod forged;
mod history;
pub mod interrupted;
mod leaving;
mod letting_in;
mod portals;
mod races;
pub mod stolen;
mod together;

use ::domain::RouteName;
use seal::{Halves, role};

use crate::helpers::{
    browser::{Form, Page},
    people::{Melder, Officer, Tale},
    town::{PASSWORD, Town, routes_with},
};
use stolen::{dump, keys, opened};

const REPORT: &str = "Ik zag de koffer met geld in de keet van mijn baas.";
const PAGE: &str = "/beheer/sleutel/aov";

/// A signal that both members of the route read, and one that nobody opened yet.
struct Scene {
    town: Town,
    melder: Melder,
    code: String,
    aov: Officer,
    kenmerk: String,
    unopened: String,
    /// Its words.
    second: String,
}

impl Scene {
    fn in_town(town: Town) -> Self {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
        town.officer("aov2").reads(&kenmerk).must_be(200).must_say(REPORT);
        let second = town.melder().reports(&Tale::about(&["burger"], "Er ligt afval achter de loods."));
        let unopened = aov.queue().into_iter().find(|other| *other != kenmerk).expect("another signal");
        Self { town, melder, code, aov, kenmerk, unopened, second }
    }

    /// The form, with only these others ticked.
    fn form(&mut self, stays: &[&str]) -> Form {
        let form = self.aov.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "vervangen").untick("blijft");
        stays.iter().fold(form, |form, login| form.tick("blijft", &self.town.account(login)))
    }

    /// The first member replaces the key.
    fn replaces(&mut self, stays: &[&str]) -> Page {
        let form = self.form(stays);
        self.aov.browser.submit(&form)
    }

    fn goes_on(&mut self) -> Page {
        let form = self.aov.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "verder");
        self.aov.browser.submit(&form)
    }

    fn newest(&self) -> Halves<role::Route> {
        newest(&self.town)
    }

    /// The operator puts the new lines into both configurations, and everybody logs in again.
    fn is_configured(&mut self) {
        let newest = self.newest();
        let keys = || routes_with(RouteName::ALL, |route| halves(route, &newest));
        self.town.restarts_with(keys(), keys());
        self.aov = self.town.officer("aov");
        self.melder = self.town.melder();
    }
}

pub fn newest(town: &Town) -> Halves<role::Route> {
    let row = town.runtime.block_on(town.store.route_key(RouteName::Aov)).expect("read").expect("a key");
    Halves { encrypt: row.encrypt.parse().expect("a half"), verify: row.verify.parse().expect("a half") }
}

/// The demo's key of every route but the one that was replaced.
pub fn halves(route: RouteName, newest: &Halves<role::Route>) -> Halves<role::Route> {
    if route == RouteName::Aov { newest.clone() } else { unseal::demo::route(route).halves() }
}

#[test]
fn who_leaves_opens_nothing_more_and_everybody_else_reads_on() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let (kenmerk, unopened) = (scene.kenmerk.clone(), scene.unopened.clone());
        scene.aov.browser.open("/beheer").must_say("Sleutel van deze route vervangen");
        let page = scene.replaces(&[]);
        page.must_be(200).must_say("De sleutel is vervangen").must_say("aov2 is eruit gehaald");
        page.must_say("0 van 2 signalen hebben nieuwe sleutels");
        // At once, in the session that he had.
        aov2.looks_at(&kenmerk).must_be(404);
        assert!(aov2.queue().is_empty());
        aov2.browser.open(PAGE).must_be(404);
        // He is not told that something is wrong: a member decided it.
        aov2.browser.open("/").must_be(200).must_not_say("Meld dit bij de beheerder");
        for page in ["/", "/beheer"] {
            scene.aov.browser.open(page).must_say("Onvolledig: aov2 is eruit gehaald").must_say("Beheer");
        }
        scene.aov.browser.open("/").must_say("nog niet alle signalen hebben nieuwe sleutels");
        let page = scene.goes_on();
        page.must_be(200).must_say("2 van 2 signalen hebben nieuwe sleutels").must_say("Klaar");
        scene.aov.browser.open("/").must_not_say("nog niet alle signalen");
        // Nobody opened the second one by that, and what anybody wrote is as it was.
        let first = scene.aov.browser.open("/");
        first.must_say(&unopened).must_not_say("Let op: Signaal");
        let page = scene.aov.looks_at(&kenmerk);
        page.must_be(200).must_say(REPORT).must_say("Dank u wel.").must_not_say("Let op: De");
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
        scene.melder.writes("Er is meer.").must_be(200).must_say("Uw bericht is verstuurd");
        scene.aov.looks_at(&kenmerk).must_say("Er is meer.");
        scene.aov.answers(&kenmerk, "Antwoord", "Wij lezen het.").must_be(200);
        scene.melder.opens(&scene.code).must_say("Wij lezen het.");

        scene.is_configured();
        scene.aov.browser.open("/").must_not_say("Onvolledig");
        scene.aov.browser.open("/beheer").must_not_say("Onvolledig").must_say("Deze sleutel staat in de configuratie");
        let code = scene.melder.reports(&Tale::about(&["burger"], "Een nieuw signaal na de wissel."));
        assert_eq!(scene.aov.queue().len(), 3);
        scene.aov.browser.open(PAGE).must_say("3 van 3 signalen");
        let page = scene.aov.reads(&unopened);
        page.must_be(200).must_say("Er ligt afval achter de loods.").must_not_say("Let op: De");
        scene.aov.answers(&unopened, "Ontvangstbevestiging", "Ontvangen.").must_be(200);
        scene.melder.opens(&code).must_be(200);
        scene.melder.opens(&scene.code).must_be(200).must_say("Wij lezen het.").must_not_say("klopt niet");
    });
}

#[test]
fn the_old_key_and_the_whole_new_database_open_nothing_that_was_written_since() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (kenmerk, unopened) = (scene.kenmerk.clone(), scene.unopened.clone());
        let old = dump(&scene.town);
        assert_eq!(opened(&old, &keys(&[&old], "aov2")).len(), old.items.len(), "before he leaves he reads everything");
        scene.replaces(&[]).must_be(200);
        scene.goes_on().must_be(200);
        scene.is_configured();
        // Reporters of both, the desk, and a new report.
        scene.melder.opens(&scene.second).must_be(200);
        scene.melder.writes("Dit schreef ik erna bij wat niemand opende.").must_be(200);
        scene.melder.opens(&scene.code).must_be(200);
        scene.melder.writes("Dit schreef ik erna.").must_be(200);
        scene.aov.answers(&kenmerk, "Antwoord", "Dit antwoordden wij erna.").must_be(200);
        scene.aov.describes(&kenmerk, "Dit omschreven wij erna.").must_be(200);
        scene.melder.reports(&Tale::about(&["burger"], "Dit meldde ik erna."));
        scene.aov.reads(&unopened).must_be(200);
        let since = dump(&scene.town);
        let before: Vec<_> = old.items.iter().map(|item| item.id).collect();
        let after: Vec<_> = since.items.iter().filter(|item| !before.contains(&item.id)).collect();
        assert!(after.len() >= 4, "{}", after.len());
        let read = opened(&since, &keys(&[&old, &since], "aov2"));
        for item in after {
            assert!(!read.contains(&item.sealed), "{} {} of epoch {}", item.side, item.kind, item.epoch);
        }
        assert_eq!(opened(&since, &keys(&[&since], "aov")).len(), since.items.len(), "who stayed reads everything");
        // What he could read before he still can, from his own copy: that is told, and not denied.
        assert_eq!(read.len(), old.items.len());
    });
}

#[test]
fn a_member_whose_account_is_disabled_is_named_on_every_page_until_the_key_is_replaced() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        assert!(scene.town.runtime.block_on(scene.town.store.disable_account("aov2")).expect("disabled"));
        for page in ["/", "/wachtrij", "/beheer", "/account"] {
            scene.aov.browser.open(page).must_say("aov2 is uitgezet").must_say("Vervang de sleutel");
        }
        let page = scene.aov.browser.open(PAGE);
        page.must_say("Krijgt hem niet: aov2: is uitgezet").must_say("U bent dan het enige lid");
        // Not even by a form that was made for it.
        let form = page.form_with(PAGE, "stap", "vervangen").tick("blijft", &scene.town.account("aov2"));
        scene.aov.browser.submit(&form).must_be(422).must_say("Een uitgezet account krijgt de nieuwe sleutel niet");
        scene.replaces(&[]).must_be(200);
        for page in ["/", "/wachtrij", "/beheer", "/account"] {
            scene.aov.browser.open(page).must_not_say("is uitgezet");
        }
    });
}

#[test]
fn who_stays_needs_nobodys_words_and_works_with_the_new_key() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let kenmerk = scene.kenmerk.clone();
        scene.aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Voert het gesprek.")).must_be(200);
        scene.replaces(&["aov2"]).must_be(200).must_say("Onvolledig: de sleutel is vervangen");
        aov2.reads(&kenmerk).must_be(200).must_say(REPORT);
        // The other member goes on where the first stopped.
        let form = aov2.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "verder");
        aov2.browser.submit(&form).must_be(200).must_say("2 van 2");
        scene.is_configured();
        let mut behandelaar = scene.town.officer("behandelaar");
        behandelaar.reads(&kenmerk).must_be(200).must_say(REPORT);
        behandelaar.answers(&kenmerk, "Vraag", "Welke kleur?").must_be(200);
        let mut aov2 = scene.town.officer("aov2");
        aov2.answers(&kenmerk, "Antwoord", "Dat zoeken wij uit.").must_be(200);
        scene.melder.opens(&scene.code).must_say("Welke kleur?").must_say("Dat zoeken wij uit.");
        // And again: a key can be replaced as often as is needed.
        scene.replaces(&[]).must_be(200).must_say("aov2 is eruit gehaald");
        scene.goes_on().must_be(200).must_say("2 van 2");
        aov2.looks_at(&kenmerk).must_be(404);
        scene.is_configured();
        scene
            .aov
            .reads(&kenmerk)
            .must_be(200)
            .must_say(REPORT)
            .must_say("aov2")
            .must_not_say("niet meer op deze route");
        scene.melder.opens(&scene.code).must_be(200).must_say("Dat zoeken wij uit.");
    });
}

#[test]
fn nobody_else_reaches_the_page_and_the_password_is_asked() {
    let mut scene = Scene::in_town(Town::new());
    for login in ["burgemeester", "beheer", "jurist"] {
        scene.town.officer(login).browser.open(PAGE).must_be(404);
    }
    scene.town.later(chrono::TimeDelta::minutes(11));
    let form = scene.form(&["aov2"]);
    scene.aov.browser.submit(&form).must_be(422).must_say("Typ uw wachtwoord nog een keer");
    scene
        .aov
        .browser
        .submit(&form.clone().fill("wachtwoord", "iets anders"))
        .must_be(422)
        .must_say("niet uw wachtwoord");
    assert_eq!(scene.newest(), unseal::demo::route(RouteName::Aov).halves());
    let form = form.fill("wachtwoord", PASSWORD);
    scene.aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
}

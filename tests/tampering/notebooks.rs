//! Rows of `notebook`, and what they are for: a signal that was turned back to an earlier state, every row of it
//! genuine.

use ::domain::{Kind, Side};
use entity::{head, item, key_wrap, notebook};
use sea_orm::EntityTrait;

use super::{ADDITION, Scene, change, delete, heads_of, insert, items_of, people, with_db, wraps_of};
use crate::helpers::{people::Officer, town::Town};

const TURNED_BACK: &str = "Dit signaal is teruggedraaid: u zag hier eerder meer dan er nu staat";
const TURNED_BACK_FIRST: &str = "is teruggedraaid: u zag er eerder meer";
const TORN: &str = "Iemand heeft dat overzicht veranderd";

fn notebooks(town: &Town) -> Vec<notebook::Model> {
    with_db(town, async |db| notebook::Entity::find().all(db).await.expect("notebooks"))
}

fn notebook_of(town: &Town, login: &str) -> notebook::Model {
    let id = people::account(town, login).id;
    notebooks(town).into_iter().find(|row| row.account_id == id).unwrap_or_else(|| panic!("{login} has none"))
}

/// Everything that stands of a signal at one moment, as somebody with a copy of the database has it.
struct Earlier {
    signal: entity::signal::Model,
    items: Vec<item::Model>,
    heads: Vec<head::Model>,
    wraps: Vec<key_wrap::Model>,
}

impl Earlier {
    fn of(scene: &Scene) -> Self {
        let signal = scene.signal();
        let (items, heads) = (items_of(&scene.town, signal.id), heads_of(&scene.town, signal.id));
        Self { wraps: wraps_of(&scene.town, signal.id), signal, items, heads }
    }

    fn put_back(&self, scene: &Scene) {
        super::forger::erase(&scene.town, &scene.kenmerk);
        insert(&scene.town, self.signal.clone());
        self.items.iter().for_each(|row| insert(&scene.town, row.clone()));
        self.heads.iter().for_each(|row| insert(&scene.town, row.clone()));
        self.wraps.iter().for_each(|row| insert(&scene.town, row.clone()));
    }
}

/// The scene, a copy of it, and a whole afternoon's work by two people since.
fn afternoon(town: Town) -> (Scene, Earlier) {
    let mut scene = Scene::in_town(town);
    let earlier = Earlier::of(&scene);
    let kenmerk = scene.kenmerk.clone();
    scene.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    people::joins(&scene.town, "nieuw", "Jurist");
    let mut newcomer = scene.town.officer("nieuw");
    newcomer.answers(&kenmerk, "Vraag", "Om welk pand gaat het?").must_be(200);
    scene.mailbox().must_say("Om welk pand gaat het?");
    scene.melder.writes("Het pand met de luifel.").must_be(200);
    scene.desk().must_be(200).must_say("Het pand met de luifel.").must_not_say("Let op:");
    (scene, earlier)
}

#[test]
fn a_signal_that_was_turned_back_whole_is_missed_by_everybody_who_saw_more() {
    Town::each(|town| {
        let (mut scene, earlier) = afternoon(town);
        let kenmerk = scene.kenmerk.clone();
        earlier.put_back(&scene);
        scene.aov.browser.open("/").must_say(&kenmerk).must_say(TURNED_BACK_FIRST);
        scene.desk().must_be(200).must_say(TURNED_BACK).must_not_say("Het pand met de luifel.");
        scene.desk_refuses_to_write();
        scene.town.officer("nieuw").reads(&kenmerk).must_say(TURNED_BACK);
        assert_eq!(heads_of(&scene.town, earlier.signal.id).len(), 1, "a head was written on top");
        // A stateless portal cannot see it, but says nothing that was not true then.
        scene.mailbox().must_be(200).must_say(ADDITION).must_say("Wij bekijken uw signaal");
    });
}

#[test]
fn a_signal_that_was_turned_back_is_missed_also_after_its_numbers_were_taken_again() {
    let (mut scene, earlier) = afternoon(Town::new());
    let kenmerk = scene.kenmerk.clone();
    earlier.put_back(&scene);
    // Somebody who had not seen more works on, in good faith, until every number is back where it was.
    let mut colleague = scene.town.officer("aov2");
    colleague.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    colleague.answers(&kenmerk, "Vraag", "Bent u daar zelf geweest?").must_be(200);
    scene.mailbox().must_say("Bent u daar zelf geweest?");
    scene.melder.writes("Ja, twee keer.").must_be(200);
    scene.town.officer("nieuw").reads(&kenmerk).must_say(TURNED_BACK);
    scene.desk().must_be(200).must_say(TURNED_BACK);
    scene.desk_refuses_to_write();
}

#[test]
fn a_message_that_was_read_cannot_be_taken_away_behind_the_next_one() {
    let mut scene = Scene::new();
    delete(&scene.town, scene.item(Side::Reporter, 2));
    scene.mailbox().must_be(200).must_not_say(ADDITION);
    scene.melder.writes("Iets heel anders.").must_be(200);
    scene.desk().must_be(200).must_say(TURNED_BACK).must_say("Iets heel anders.");
    scene.desk_refuses_to_write();
}

#[test]
fn the_end_of_the_case_file_cannot_be_cut_off_unseen() {
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.clone();
    scene.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    scene.aov.sets_status(&kenmerk, "Afgehandeld", "Te weinig om mee verder te gaan.").must_be(200);
    let (status, standing) = (scene.item(Side::Case, 4), scene.item(Side::Desk, 3));
    assert_eq!((status.kind, standing.kind), (Kind::Status, Kind::Standing));
    delete(&scene.town, status);
    scene.desk().must_say(TURNED_BACK);
    delete(&scene.town, standing);
    scene.desk().must_say(TURNED_BACK);
    scene.desk_refuses_to_write();
    scene.aov.browser.open("/").must_say(TURNED_BACK_FIRST);
}

#[test]
fn a_notebook_that_is_not_its_owners_own_is_shouted_and_kept() {
    let mut scene = Scene::new();
    scene.town.officer("aov2").reads(&scene.kenmerk).must_be(200);
    let (own, other) = (notebook_of(&scene.town, "aov"), notebook_of(&scene.town, "aov2"));
    let mut turned = own.clone();
    turned.sealed[2000] ^= 1;
    for changed in [
        notebook::Model { sealed: other.sealed.clone(), ..own.clone() },
        notebook::Model { sealed: other.sealed.clone(), version: other.version, ..own.clone() },
        notebook::Model { version: own.version + 1, ..own.clone() },
        notebook::Model { sealed: Vec::new(), ..own.clone() },
        turned,
    ] {
        change(&scene.town, changed.clone());
        scene.aov.browser.open("/").must_be(200).must_say(TORN);
        scene.desk().must_be(200).must_say(TORN);
        assert_eq!(notebook_of(&scene.town, "aov"), changed, "the evidence was written over");
    }
    change(&scene.town, own);
    scene.desk().must_be(200).must_not_say("Let op:");
}

/// The officer's own browser, logged out and in again: nothing of the server's is left in it but what the desk gave it
/// to keep.
fn the_next_morning(scene: &mut Scene) -> Officer {
    let form = scene.aov.browser.open("/").form("/uitloggen");
    scene.aov.browser.submit(&form).must_be(200);
    let mut officer = Officer::at(&scene.town.desk);
    officer.browser.cookies.clone_from(&scene.aov.browser.cookies);
    officer.logs_in("aov", crate::helpers::town::PASSWORD).must_be(200);
    officer
}

#[test]
fn a_notebook_that_was_turned_back_together_with_the_signal_is_missed_on_its_owners_own_browser() {
    let scene = Scene::new();
    let before = notebook_of(&scene.town, "aov");
    let earlier = Earlier::of(&scene);
    let mut scene = scene;
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Dat is genoteerd.").must_be(200);
    scene.desk().must_say("Dat is genoteerd.");
    earlier.put_back(&scene);
    change(&scene.town, before);
    for page in [scene.aov.browser.open("/"), scene.desk()] {
        page.must_be(200).must_say(TORN);
    }
    let mut officer = the_next_morning(&mut scene);
    for page in [officer.browser.open("/"), officer.reads(&kenmerk)] {
        page.must_be(200).must_say(TORN);
    }
}

#[test]
fn a_notebook_that_was_taken_away_is_missed_on_its_owners_own_browser() {
    let mut scene = Scene::new();
    delete(&scene.town, notebook_of(&scene.town, "aov"));
    for page in [scene.aov.browser.open("/"), scene.desk()] {
        page.must_be(200).must_say(TORN);
    }
    let mut officer = the_next_morning(&mut scene);
    officer.browser.open("/").must_be(200).must_say(TORN);
}

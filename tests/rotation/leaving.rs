//! Who leaves, and what he prepared: rows that he signed go along on nobody's word but theirs who stay. And who is left out, is
//! told; whom one let in alone stays so whatever key follows.

use ::domain::RouteName;
use ::seal::{Signed, grant::Introduction, role};
use ::unseal::{FullKey, demo};
use entity::{account, introduction, membership};
use sea_orm::EntityTrait;

use super::{PAGE, REPORT, Scene, letting_in::newcomer};
use crate::{
    account::{lost::six_words, paper::by_paper},
    helpers::town::Town,
    tampering::{
        change,
        forger::{own_key, pair},
        former::{introduction_of, membership_of},
        insert,
        people::account,
        with_db,
    },
};

fn introductions(town: &Town) -> Vec<Introduction> {
    let rows = with_db(town, async |db| introduction::Entity::find().all(db).await.expect("introductions"));
    let aov = rows.into_iter().filter(|row| row.route == RouteName::Aov);
    aov.map(|row| Signed::parse(row.statement).claims().expect("an introduction")).collect()
}

pub(super) fn words_of(key: &FullKey<role::Person>) -> String {
    key.halves().fingerprint().into_iter().map(::domain::words::Word::text).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_colleague_in_whose_place_a_leaver_put_another_key_does_not_go_along() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (leaver, made_up) = (demo::person("aov2"), own_key::<role::Person>());
        let row = account(&scene.town, "behandelaar");
        change(&scene.town, introduction_of(&row, &made_up, &[&demo::person("behandelaar")], &leaver));
        change(&scene.town, account::Model { pair: Some(pair(&made_up)), ..row.clone() });
        // Nobody else stood for that key: his words are asked, and they are of another key.
        let before = scene.newest();
        let page = scene.replaces(&[]);
        page.must_be(422).must_say("stond alleen iemand in die nu weggaat: behandelaar");
        let field = format!("woorden-{}", row.id);
        let form = page.form_with(PAGE, "stap", "vervangen");
        let wrong = form.clone().fill(&field, &words_of(&demo::person("behandelaar")));
        let page = scene.aov.browser.submit(&wrong);
        page.must_be(422).must_say("Deze woorden horen niet bij de sleutel die in de database staat");
        assert_eq!(scene.newest(), before);
        // Left out.
        scene.aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
        scene.goes_on().must_be(200);
        let known = introductions(&scene.town);
        assert!(!known.is_empty() && known.iter().all(|known| known.0.account != row.id));
        let page = scene.aov.decides_who_reads(&scene.kenmerk);
        assert!(page.texts("select[name=collega] option").iter().all(|name| !name.contains("(behandelaar)")));
    });
}

#[test]
fn a_member_whom_only_a_leaver_let_in_gets_the_next_key_by_his_six_words_alone() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (leaver, beheer) = (demo::person("aov2"), account(&scene.town, "beheer"));
        let own = demo::person("beheer");
        insert(&scene.town, membership_of(&beheer, &own, &[], &leaver, ::seal::grant::Basis::Alone));
        let page = scene.aov.browser.open(PAGE);
        page.must_say("toegelaten door aov2 alleen");
        let page = scene.replaces(&["beheer"]);
        page.must_be(422).must_say("stond alleen iemand in die nu weggaat: beheer");
        let form = page.form_with(PAGE, "stap", "vervangen");
        let form = form.fill(&format!("woorden-{}", beheer.id), &words_of(&own));
        scene.aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
        scene.town.officer("beheer").reads(&scene.kenmerk).must_be(200).must_say(REPORT);
        scene.town.officer("aov2").looks_at(&scene.kenmerk).must_be(404);
        scene.aov.browser.open("/beheer").must_say("toegelaten door aov2 alleen").must_say("overgenomen");
    });
}

#[test]
fn a_member_who_let_nobody_in_hears_who_did_and_keeps_whom_that_one_knows() {
    Town::each(|town| {
        let scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let known = introductions(&scene.town).len();
        let (field, words) = (format!("woorden-{}", scene.town.account("aov")), words_of(&demo::person("aov")));
        let page = aov2.browser.open(PAGE);
        page.must_say("Voor hen stond iemand anders in").must_not_say("het enige lid");
        let form = page.form_with(PAGE, "stap", "vervangen");
        // A word that is none is a slip of the finger, and no reason to call anybody.
        let slip = words.replacen(words.split(' ').next().expect("a word"), "qqqq", 1);
        let page = aov2.browser.submit(&form.clone().fill(&field, &slip));
        page.must_be(422).must_say("Er is geen woord ‘qqqq’").must_not_say("meld het aan de andere leden");
        let form = page.form_with(PAGE, "stap", "vervangen");
        aov2.browser.submit(&form.fill(&field, &words)).must_be(200).must_say("De sleutel is vervangen");
        assert_eq!(introductions(&scene.town).len(), known);
        scene.town.officer("aov").reads(&scene.kenmerk).must_be(200).must_say(REPORT);
    });
}

#[test]
fn who_was_left_out_is_told_and_no_newcomer_comes_in_alone_meanwhile() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&[]).must_be(200);
        scene.town.officer("aov2").browser.open("/").must_say("aov verving op").must_say("zonder u");
        scene.aov.browser.open("/").must_say("zonder aov2");
        let mut new = newcomer(&scene.town);
        let words = six_words(&mut new);
        // Nor by making one key more, which leaves out nobody.
        for again in [false, true] {
            if again {
                scene.replaces(&[]).must_be(200).must_say("De sleutel is vervangen");
            }
            let form = scene.aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "nieuw");
            let page = scene.aov.browser.submit(&form.fill("woorden", &words));
            page.must_be(409).must_say("zonder aov2").must_say("Alleen kunt u nu niemand toelaten");
            new.reads(&scene.kenmerk).must_be(404);
        }
        let form = scene.aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "nieuw");
        let form = form.fill("woorden", &words);
        // Who left for good has no account that works.
        assert!(scene.town.runtime.block_on(scene.town.store.disable_account("aov2")).expect("disabled"));
        scene.aov.browser.submit(&form).must_be(200).must_say("De nieuwe collega is toegelaten");
        for page in ["/", "/beheer"] {
            new.browser.open(page).must_say("toegelaten door aov alleen");
        }
        // The mark stays with the next key.
        scene.replaces(&["nieuw"]).must_be(200).must_say("De sleutel is vervangen");
        for page in ["/", "/beheer"] {
            new.browser.open(page).must_say("toegelaten door aov alleen").must_say("overgenomen");
        }
    });
}

#[test]
fn who_came_in_with_the_paper_is_told_of_after_another_key_too() {
    let mut scene = Scene::in_town(Town::new());
    let row: membership::Model =
        by_paper(&scene.town, "beheer", ["A. Bakker", "C. Dirksen"], &demo::route(RouteName::Aov));
    let beheer = row.account_id;
    insert(&scene.town, row);
    let told =
        "met de papieren sleutel toegelaten op 23 november 2026, volgens het record door A. Bakker en C. Dirksen";
    let page = scene.aov.browser.open(PAGE);
    page.must_say("Voor hen stond iemand anders in").must_say(told);
    let form = page.form_with(PAGE, "stap", "vervangen").untick("blijft");
    let form = form.tick("blijft", &scene.town.account("aov2"));
    let form = form.fill(&format!("woorden-{beheer}"), &words_of(&demo::person("beheer")));
    scene.aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
    for page in ["/", "/beheer"] {
        scene.aov.browser.open(page).must_say(told);
    }
}

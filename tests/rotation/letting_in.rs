//! A route's key that is replaced, and people who were let in or wait for it; and its keys on paper.

use ::domain::RouteName;
use ::seal::{Signed, grant::Grant, role};
use ::unseal::{FullKey, OpeningKey, demo};
use entity::{admission, membership, route_key, succession};
use sea_orm::EntityTrait;

use super::Scene;
use crate::{
    account::{CHOSEN, invited, lost::six_words},
    helpers::{browser::Browser, people::Officer, town::Town},
    tampering::{change, with_db},
};

pub(super) fn newcomer(town: &Town) -> Officer {
    let path = invited(town, "nieuw", "Jurist", Some(RouteName::Aov));
    let mut officer = Officer { browser: Browser::at(&town.desk) };
    let form = officer.browser.open(&path).must_be(200).form("/uitnodiging");
    officer.browser.submit(&form.fill("wachtwoord", CHOSEN).fill("wachtwoord2", CHOSEN)).must_be(200);
    officer
}

#[test]
fn a_request_falls_with_the_key_and_members_are_carried_over_to_the_next() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let (mut new, mut aov2) = (newcomer(&scene.town), scene.town.officer("aov2"));
        let words = six_words(&mut new);
        let vouching = scene.aov.browser.open("/beheer").form("/beheer/toelaten").fill("woorden", &words);
        scene.aov.browser.submit(&vouching).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        let confirming = aov2.browser.open("/beheer").form("/beheer/bevestigen").fill("woorden", &words);
        scene.replaces(&["aov2"]).must_be(200).must_say("De sleutel is vervangen");
        aov2.browser.submit(&confirming).must_be(409).must_say("Dit verzoek is er niet meer");
        let left = with_db(&scene.town, async |db| admission::Entity::find().all(db).await.expect("admissions"));
        assert!(left.is_empty());
        let page = aov2.browser.open("/beheer");
        page.must_say("door aov overgenomen bij een nieuwe sleutel van de route")
            .must_offer_no_form("/beheer/bevestigen");
        // Asked again, and confirmed, under the key there is now.
        scene.aov.browser.submit(&vouching).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        let confirming = aov2.browser.open("/beheer").form("/beheer/bevestigen").fill("woorden", &words);
        aov2.browser.submit(&confirming).must_be(200).must_say("De nieuwe collega is toegelaten");
        new.reads(&scene.kenmerk).must_be(200).must_say(super::REPORT);
        // A member whom nobody confirmed is not carried over.
        let rows = with_db(&scene.town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
        let claims =
            |row: &membership::Model| Signed::<Grant>::parse(row.grant_text.clone()).claims().expect("a grant");
        let row = rows.into_iter().find(|row| claims(row).name == "nieuw").expect("his");
        change(&scene.town, membership::Model { confirmation: None, ..row });
        new.reads(&scene.kenmerk).must_be(404);
        scene.replaces(&["aov2"]).must_be(200).must_say("De sleutel is vervangen");
        let rows = with_db(&scene.town, async |db| membership::Entity::find().all(db).await.expect("memberships"));
        assert!(rows.iter().all(|row| claims(row).name != "nieuw"));
    });
}

#[test]
fn the_keys_before_it_are_sealed_to_another_paper_too() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&["aov2"]).must_be(200);
        let page = scene.aov.browser.open("/beheer");
        page.must_say("verzegeld voor de papieren sleutel uit de configuratie").must_not_say("Iemand heeft veranderd");
        // As if both lay sealed to an older paper.
        let old = OpeningKey::<role::Recovery>::generate();
        let to_old = |sealed: &[u8]| {
            let key = demo::recovery().unwrap::<FullKey<role::Route>>(sealed).expect("opened");
            ::unseal::PrivateHalf::wrap(&key, &[old.recipient().any()]).expect("sealed").into_bytes()
        };
        let rows = |town: &Town| {
            with_db(town, async |db| {
                let key = route_key::Entity::find_by_id(RouteName::Aov).one(db).await.expect("read").expect("a key");
                (key, succession::Entity::find().all(db).await.expect("successions"))
            })
        };
        let (key, before) = rows(&scene.town);
        let [one] = <[succession::Model; 1]>::try_from(before).expect("one");
        change(&scene.town, succession::Model { recovery: to_old(&one.recovery), ..one });
        change(&scene.town, route_key::Model { recovery: to_old(&key.recovery), sealed_to: None, ..key });
        let form = scene.aov.browser.open("/beheer").form("/beheer/herstelsleutel");
        scene.aov.browser.submit(&form).must_be(200).must_say("opnieuw verzegeld");
        let (key, after) = rows(&scene.town);
        let first = demo::recovery().unwrap::<FullKey<role::Route>>(&after[0].recovery).expect("opened");
        assert!(first.halves() == demo::route(RouteName::Aov).halves());
        let newest = demo::recovery().unwrap::<FullKey<role::Route>>(&key.recovery).expect("opened");
        assert!(newest.halves() == scene.newest());
    });
}

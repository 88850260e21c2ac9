//! What a route's key is sealed to on paper: another recovery key in the configuration, a forged seal, and who was let in with it.

use ::domain::RouteName;
use ::seal::{
    Digest, Signed, Signer, VERSION,
    grant::{Basis, Grant},
    recovery::Recovered,
    role,
};
use ::unseal::{FullKey, OpeningKey, PrivateHalf, demo};
use chrono::TimeDelta;
use entity::{key_wrap, membership, route_key};
use sea_orm::EntityTrait;

use crate::{
    helpers::{
        people::Tale,
        town::{Town, noon},
    },
    tampering::{change, insert, people::account, with_db},
};

fn route_key(town: &Town) -> route_key::Model {
    let found = with_db(town, async |db| route_key::Entity::find_by_id(RouteName::Aov).one(db).await.expect("read"));
    found.expect("a key")
}

/// The route's key as it was sealed to an older paper.
fn on_old_paper(old: &OpeningKey<role::Recovery>) -> route_key::Model {
    let on = ::domain::clock::dutch_date(noon());
    desk::admin::on_paper(on, &demo::route(RouteName::Aov), RouteName::Aov, &old.recipient()).expect("sealed")
}

fn recovery_wraps(town: &Town) -> Vec<key_wrap::Model> {
    let all = with_db(town, async |db| key_wrap::Entity::find().all(db).await.expect("wraps"));
    all.into_iter().filter(|wrap| wrap.holder == store::RECOVERY_HOLDER).collect()
}

#[test]
fn a_member_seals_the_routes_key_to_the_paper_that_the_configuration_names() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.reads(&kenmerk);
        aov.takes_away(&kenmerk, "aov2").must_be(200);
        let page = aov.browser.open("/beheer");
        page.must_say("verzegeld voor de papieren sleutel uit de configuratie");
        let old = OpeningKey::<role::Recovery>::generate();
        change(&town, on_old_paper(&old));
        let closed = recovery_wraps(&town);
        let page = aov.browser.open("/beheer");
        page.must_say("De configuratie noemt een andere papieren sleutel")
            .must_say(&demo::recovery().recipient().to_string());
        town.officer("burgemeester").browser.open("/beheer").must_not_say("noemt een andere papieren sleutel");
        let form = page.form("/beheer/herstelsleutel");
        // To what was shown, and to nothing else.
        let other = form.clone().fill("naar", &old.recipient().to_string());
        aov.browser.submit(&other).must_be(409).must_say("noemt intussen een andere papieren sleutel");
        assert!(old.unwrap::<FullKey<role::Route>>(&route_key(&town).recovery).is_ok());
        // A member who opens none of them takes none along, and learns of none.
        let mut left_out = town.officer("aov2");
        let form = left_out.browser.open("/beheer").form("/beheer/herstelsleutel");
        let done = left_out.browser.submit(&form);
        done.must_be(200).must_say("opnieuw verzegeld").must_say("Oude kopieën").must_not_say(&kenmerk);
        assert_eq!(recovery_wraps(&town), closed);
        let page = aov.browser.open("/beheer");
        page.must_say("verzegeld voor de papieren sleutel uit de configuratie");
        let form = page.form("/beheer/herstelsleutel");
        aov.browser.submit(&form).must_be(200).must_say("opnieuw verzegeld");
        let row = route_key(&town);
        assert!(old.unwrap::<FullKey<role::Route>>(&row.recovery).is_err());
        let opened = demo::recovery().unwrap::<FullKey<role::Route>>(&row.recovery).expect("opened");
        assert!(opened.halves() == demo::route(RouteName::Aov).halves());
        // Signals whose members have the keys one by one go along.
        let after = recovery_wraps(&town);
        assert!(after.len() == 2 && after.iter().all(|wrap| !closed.contains(wrap)), "{after:?}");
        assert!(after.iter().all(|wrap| demo::recovery().open(&wrap.sealed).is_ok()));
        aov.describes(&kenmerk, "Het gaat gewoon door.").must_be(200);
        let log = with_db(&town, async |db| entity::log::Entity::find().all(db).await.expect("the log"));
        assert!(
            log.iter().any(|line| line.action == "route verzegeld voor papieren sleutel" && line.outcome == "gedaan")
        );
    });
}

#[test]
fn a_forged_seal_for_the_paper_is_shouted_and_one_of_before_is_named() {
    let town = Town::new();
    let (row, mut aov) = (route_key(&town), town.officer("aov"));
    let thief = OpeningKey::<role::Recovery>::generate();
    let (forged, own) = (on_old_paper(&thief), FullKey::<role::Route>::generate(&mut rand::rng()));
    let on = ::domain::clock::dutch_date(noon());
    let by_another = desk::admin::on_paper(on, &own, RouteName::Aov, &thief.recipient()).expect("sealed");
    for forged in [
        route_key::Model { recovery: forged.recovery.clone(), ..row.clone() },
        route_key::Model { recovery: by_another.recovery, sealed_to: by_another.sealed_to, ..row.clone() },
        route_key::Model { sealed_to: Some("onzin".into()), ..row.clone() },
    ] {
        change(&town, forged);
        aov.browser
            .open("/")
            .must_say("Iemand heeft veranderd wat voor de papieren sleutel van de route aov is verzegeld");
        aov.browser.open("/beheer").must_say("Iemand heeft veranderd wat voor de papieren sleutel is verzegeld");
        town.officer("burgemeester").browser.open("/").must_not_say("Iemand heeft veranderd");
    }
    // Sealed before it was written down for whom.
    change(&town, route_key::Model { sealed_to: None, ..row });
    aov.browser.open("/").must_not_say("Iemand heeft veranderd");
    let page = aov.browser.open("/beheer");
    let form = page.must_say("Nergens staat voor welke papieren sleutel").form("/beheer/herstelsleutel");
    aov.browser.submit(&form).must_be(200).must_say("opnieuw verzegeld");
    aov.browser.open("/beheer").must_say("verzegeld voor de papieren sleutel uit de configuratie");
}

/// What `keys import` stores: somebody let in with the paper, on the record of these two.
pub fn by_paper(town: &Town, login: &str, by: [&str; 2], signer: &FullKey<role::Route>) -> membership::Model {
    let (key, row, person) = (demo::route(RouteName::Aov), account(town, login), demo::person(login));
    let grant = Grant {
        v: VERSION,
        route: RouteName::Aov,
        account: row.id,
        name: row.name,
        function: row.function,
        person: person.pair(),
        by: key.verify_key(),
        on: ::domain::clock::dutch_date(noon()),
        formerly: Vec::new(),
        basis: Basis::Paper,
        rested: None,
    };
    let text = Signed::sign(&grant, &[&key, &key]).expect("signed").text().to_owned();
    let sealed = key.wrap(&[person.pair().encrypt.any()]).expect("sealed");
    let record = Recovered {
        v: VERSION,
        route: grant.route,
        grant: Digest::of(text.as_bytes()),
        sealed: sealed.digest(),
        by: by.map(str::to_owned),
        on: grant.on,
    };
    let record = Signed::sign(&record, &[signer]).expect("signed").text().to_owned();
    let sealed = sealed.into_bytes();
    membership::Model { route: grant.route, account_id: row.id, sealed, grant_text: text, confirmation: Some(record) }
}

#[test]
fn every_member_is_told_for_a_month_who_was_let_in_with_the_paper() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        let (key, names) = (demo::route(RouteName::Aov), ["A. Bakker", "C. Dirksen"]);
        // Without the record of two people, or with one that somebody else signed, it lets nobody in.
        let right = by_paper(&town, "beheer", names, &key);
        for wrong in [
            membership::Model { confirmation: None, ..right.clone() },
            by_paper(&town, "beheer", ["A. Bakker", "A. Bakker"], &key),
            by_paper(&town, "beheer", names, &demo::route(RouteName::Extern)),
        ] {
            insert(&town, wrong.clone());
            town.officer("beheer").browser.open("/").must_say("U kunt nog niets lezen");
            with_db(&town, async |db| membership::Entity::delete_by_id((wrong.route, wrong.account_id)).exec(db).await)
                .expect("deleted");
        }
        insert(&town, right);
        let mut beheer = town.officer("beheer");
        let kenmerk = beheer.only_signal();
        beheer.reads(&kenmerk).must_be(200).must_say("huur contant");
        let told =
            "met de papieren sleutel toegelaten op 23 november 2026, volgens het record door A. Bakker en C. Dirksen";
        for login in ["aov", "aov2", "beheer"] {
            let mut officer = town.officer(login);
            officer.browser.open("/").must_say(told);
            officer.browser.open("/beheer").must_say(told);
        }
        town.officer("jurist").browser.open("/").must_not_say("papieren sleutel");
        town.later(TimeDelta::days(31));
        let mut aov = town.officer("aov");
        aov.browser.open("/").must_not_say(told);
        aov.browser.open("/beheer").must_say(told);
    });
}

//! Who writes the database signs for nobody: rows that were forged, moved, changed, put back or taken away are not believed,
//! and members are told.

use ::domain::RouteName;
use ::seal::{
    Digest, Signed, Signer, VERSION, role,
    upkeep::{Act, Upkeep},
};
use ::unseal::{FullKey, demo};
use chrono::TimeDelta;
use entity::upkeep;

use super::{PATH, YEAR, names, rows, signs};
use crate::{
    helpers::{browser::Page, town::Town},
    tampering::{change, forger::own_key, insert},
};

const DAMAGED: &str = "Een eerdere ondertekening van deze route is veranderd of weg";

/// What somebody would have people believe: that a member looked through the rights a year from now.
fn claim(route: RouteName, number: u32, previous: Option<Digest>, by: &FullKey<role::Person>) -> Upkeep {
    let nothing = Digest::of(b"");
    Upkeep {
        v: VERSION,
        route,
        number,
        previous,
        by: by.verify_key(),
        name: "aov".into(),
        on: "2027-11-23".parse().expect("a day"),
        act: Act::Reviewed { listed: nothing, answers: nothing },
    }
}

fn row(said: &Upkeep, route: &FullKey<role::Route>, member: &FullKey<role::Person>) -> upkeep::Model {
    let statement = Signed::sign(said, &[route, member]).expect("signed").text().to_owned();
    let number = i32::try_from(said.number).expect("a number");
    upkeep::Model { route: said.route, number, statement, sealed: Some(Vec::new()) }
}

fn page(town: &Town) -> Page {
    town.officer("aov2").browser.open(PATH)
}

#[test]
fn a_review_that_no_member_signed_is_not_believed() {
    Town::each(|town| {
        town.later(YEAR + TimeDelta::days(1));
        let (aov, thief) = (demo::route(RouteName::Aov), demo::person("beheer"));
        let by_member = claim(RouteName::Aov, 1, None, &demo::person("aov"));
        let forged = [
            // A key of his own; a key of another route; in a member's name without his signature.
            row(&claim(RouteName::Aov, 1, None, &thief), &own_key(), &thief),
            row(&by_member, &demo::route(RouteName::Extern), &demo::person("aov")),
            row(&by_member, &aov, &thief),
        ];
        for row in forged {
            insert(&town, row.clone());
            page(&town).must_be(200).must_say(DAMAGED).must_say("Te laat").must_not_say("23 november 2027, aov");
            town.officer("aov").browser.open("/").must_say("Rechten nalopen van de route");
            town.tamper("DELETE FROM upkeep");
        }
        // The route's key in the hands of somebody who is no member: it says who, and does not count.
        insert(&town, row(&claim(RouteName::Aov, 1, None, &thief), &aov, &thief));
        page(&town).must_say("Te laat").must_say("Deze persoon is geen lid meer");
        // Nor is he who says so the one who takes over.
        let replaced = Upkeep {
            act: Act::Replacement {
                account: town.account("aov").parse().map(::domain::AccountId).expect("an id"),
                name: "aov".into(),
            },
            ..claim(RouteName::Aov, 2, None, &thief)
        };
        insert(&town, row(&replaced, &aov, &thief));
        page(&town).must_say("Er is niemand aangewezen");
    });
}

#[test]
fn a_review_that_was_moved_changed_or_taken_away_is_missed() {
    Town::each(|town| {
        signs(&town, "aov", "aov", &[]).must_be(200);
        town.later(TimeDelta::days(200));
        signs(&town, "aov2", "aov", &["jurist"]).must_be(200);
        names(&town, "aov", "aov", "aov2").must_be(200);
        page(&town).must_not_say(DAMAGED).must_say("aov2, aangewezen door aov");
        let all = rows(&town);
        assert_eq!(all.len(), 3);
        // To another route.
        town.tamper("UPDATE upkeep SET route = 'burgemeester' WHERE number = 1");
        page(&town).must_say(DAMAGED);
        let other = town.officer("burgemeester").browser.open(PATH);
        other.must_say(DAMAGED).must_say("Nog niet.");
        town.tamper("UPDATE upkeep SET route = 'aov'");
        page(&town).must_not_say(DAMAGED);
        // An older one in the place of a newer one, or one day later.
        let (older, newer) = (&all[0], &all[1]);
        change(
            &town,
            upkeep::Model { statement: older.statement.clone(), sealed: older.sealed.clone(), ..newer.clone() },
        );
        page(&town).must_say(DAMAGED);
        let later = newer.statement.replace("2027-06", "2027-07");
        assert!(later != newer.statement);
        change(&town, upkeep::Model { statement: later, ..newer.clone() });
        page(&town).must_say(DAMAGED).must_not_say("juli 2027");
        // Other answers than were signed.
        change(&town, upkeep::Model { sealed: older.sealed.clone(), ..newer.clone() });
        page(&town).must_say(DAMAGED).must_say("De antwoorden zijn niet meer te lezen");
        change(&town, newer.clone());
        page(&town).must_not_say(DAMAGED);
        // One taken out of the middle; and the newest, which the log still knows.
        town.tamper("DELETE FROM upkeep WHERE number = 1");
        page(&town).must_say(DAMAGED);
        insert(&town, older.clone());
        town.tamper("DELETE FROM upkeep WHERE number > 1");
        page(&town)
            .must_not_say(DAMAGED)
            .must_say("Volgens het logboek zijn de rechten van de route Ondermijning (AOV) nagelopen op 11 juni 2027");
        // Whoever takes it from there signs anew, and what is signed then is believed.
        signs(&town, "aov2", "aov", &[]).must_be(200);
        page(&town).must_not_say(DAMAGED).must_not_say("Volgens het logboek");
    });
}

#[test]
fn a_forged_row_does_not_keep_members_from_signing() {
    let town = Town::new();
    signs(&town, "aov", "aov", &[]).must_be(200);
    let thief = demo::person("beheer");
    insert(&town, row(&claim(RouteName::Aov, 2, None, &thief), &own_key(), &thief));
    town.later(TimeDelta::days(1));
    signs(&town, "aov2", "aov", &[]).must_be(200).must_say("24 november 2026, aov2").must_say(DAMAGED);
    town.tamper("DELETE FROM upkeep WHERE number = 2");
    page(&town).must_say("24 november 2026, aov2").must_say(DAMAGED);
}

//! That it takes two to end an account is got round by no detour: not by leaving somebody out of his route first, not where nobody
//! can tell which key is the route's, and not by being quicker than who lets him go on.

use std::collections::BTreeSet;

use ::domain::{AccountId, RouteName};
use ::seal::{Signer, VERSION, role, succession::Succession};
use ::unseal::{FullKey, demo};
use chrono::TimeDelta;

use super::stopped::{has_key, steps};
use crate::{
    helpers::{
        people::Officer,
        town::{PASSWORD, Town, noon},
    },
    tampering::insert,
};

/// `aov`, a member of two routes; in one `aov2` is his colleague, in the other he is known.
fn of_two_routes(town: &Town) -> Officer {
    town.joins("burgemeester", "aov");
    town.knows("burgemeester", "aov2", "Vervanger");
    town.officer("aov")
}

#[test]
fn who_was_left_out_of_his_route_is_still_ended_by_two() {
    Town::each(|town| {
        let mut aov = of_two_routes(&town);
        let path = "/beheer/sleutel/aov";
        let form = aov.browser.open(path).must_be(200).form_with(path, "stap", "vervangen").untick("blijft");
        aov.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
        aov.browser.open("/beheer/accounts").must_say("Bekend bij");
        steps(&mut aov, &town, "aov2", "uit").must_be(409).must_say("tweede lid");
        steps(&mut aov, &town, "aov2", "stil").must_be(200);
        steps(&mut aov, &town, "aov2", "uit").must_be(409).must_say("tweede lid");
        assert!(has_key(&town, "aov2"));
        let mut second = town.officer("burgemeester");
        steps(&mut second, &town, "aov2", "uit").must_be(200).must_say("Het account is uitgezet");
        assert!(!has_key(&town, "aov2"));
        // Whoever never was a member, one is enough for.
        steps(&mut aov, &town, "jurist", "uit").must_be(200).must_say("Het account is uitgezet");
    });
}

/// Somebody with the database replaces the route's key twice, so that nobody can tell which is its own.
fn forks(town: &Town) {
    let (before, by) = (demo::route(RouteName::Aov), demo::person("aov"));
    for number in [2_u32, 9] {
        let after = FullKey::<role::Route>::generate(&mut rand::rng());
        let said = Succession {
            v: VERSION,
            route: RouteName::Aov,
            number,
            before: before.halves(),
            after: after.halves(),
            left: Vec::new(),
            stands: BTreeSet::new(),
            by: by.verify_key(),
            on: ::domain::clock::dutch_date(noon()),
        };
        let signed = ::seal::succession::sign(&said, &before, &after, &by).expect("signed");
        let (statement, number) = (signed.text().to_owned(), i32::try_from(number).expect("small"));
        let (sealed, recovery) = (vec![0], vec![0]);
        insert(town, entity::succession::Model { route: RouteName::Aov, number, statement, sealed, recovery });
    }
}

#[test]
fn where_nobody_can_tell_which_key_is_the_routes_its_members_are_still_ended_by_two() {
    Town::each(|town| {
        let mut aov = of_two_routes(&town);
        forks(&town);
        aov.browser.open("/").must_say("twee keer vervangen");
        steps(&mut aov, &town, "aov2", "uit").must_be(409).must_say("tweede lid");
        assert!(has_key(&town, "aov2"));
        steps(&mut aov, &town, "aov2", "stil").must_be(200);
        let mut second = town.officer("burgemeester");
        second.browser.open("/").must_say("Het account van aov2 staat stil. Dat deed aov.");
        steps(&mut second, &town, "aov2", "uit").must_be(200).must_say("Het account is uitgezet");
    });
}

#[test]
fn an_account_that_goes_on_again_while_a_second_types_his_password_is_not_ended() {
    Town::each(|town| {
        town.joins("aov", "behandelaar");
        steps(&mut town.officer("aov"), &town, "aov2", "stil").must_be(200);
        let mut second = town.officer("behandelaar");
        town.later(TimeDelta::minutes(11));
        let form = second.browser.open("/beheer/accounts").must_be(200).form("/beheer/accounts");
        let form =
            form.fill("account", &town.account("aov2")).fill("reden", "werkt hier niet meer").tick("stap", "uit");
        second.browser.submit(&form).must_be(422).must_say("Typ uw wachtwoord nog een keer");
        // A colleague lets it go on, at the very moment that the password was right.
        if town.url.starts_with("sqlite") {
            town.tamper("CREATE TRIGGER proven AFTER UPDATE OF proved_at ON session BEGIN DELETE FROM halt; END");
        } else {
            town.tamper(
                "CREATE FUNCTION proven() RETURNS trigger AS $$ BEGIN DELETE FROM halt; RETURN NULL; END $$ LANGUAGE plpgsql",
            );
            town.tamper(
                "CREATE TRIGGER proven AFTER UPDATE OF proved_at ON session FOR EACH ROW EXECUTE FUNCTION proven()",
            );
        }
        second.browser.submit(&form.fill("wachtwoord", PASSWORD)).must_be(409).must_say("tweede lid");
        assert!(town.runtime.block_on(town.store.halts()).expect("read").is_empty(), "it did go on");
        assert!(has_key(&town, "aov2"));
        town.officer("aov2").browser.open("/").must_say("Uitloggen");
    });
}

#[test]
fn who_was_stopped_meanwhile_ends_nobody() {
    Town::each(|town| {
        town.joins("aov", "behandelaar");
        let id = |login: &str| AccountId(town.account(login).parse().expect("an id"));
        let ends = |login: &str, by: &str, takes_two: bool| {
            town.runtime.block_on(town.store.disable_by(login, id(by), takes_two)).expect("answered")
        };
        let stops = |login: &str, by: &str| {
            assert!(town.runtime.block_on(town.store.halt(id(login), id(by))).expect("answered"));
        };
        assert!(!ends("aov2", "behandelaar", true), "nobody stopped it");
        stops("aov2", "aov");
        assert!(!ends("aov2", "aov", true), "he did so himself");
        stops("behandelaar", "aov");
        for takes_two in [true, false] {
            assert!(!ends("aov2", "behandelaar", takes_two) && !ends("jurist", "behandelaar", takes_two));
        }
        assert!(has_key(&town, "aov2") && has_key(&town, "jurist"));
        assert!(town.runtime.block_on(town.store.resume(id("behandelaar"))).expect("answered"));
        assert!(ends("jurist", "behandelaar", false));
        assert!(ends("aov2", "behandelaar", true) && !has_key(&town, "aov2"));
    });
}

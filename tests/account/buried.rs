//! What one person alone opens is not buried by counting on somebody who opens it no more, nor by a new invitation for who was
//! stopped or is the last.

use ::domain::{AccountId, RouteName};

use super::{
    CHOSEN,
    lost::{comes_back, six_words},
    renewed::changes,
    stopped::{closed_by_aov, has_key, steps},
};
use crate::helpers::{
    installation::Installation,
    people::{Officer, Tale},
    program::{Ran, run, text},
    town::{PASSWORD, Town},
};

const KEY: &str = "/beheer/sleutel/aov";

/// A signal that `aov` and `aov2` read, and the third member of their route does not.
fn closed_for_the_third(town: &Town) -> (Officer, Officer, String) {
    town.melder().reports(&Tale::ordinary());
    town.joins("aov", "behandelaar");
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.takes_away(&kenmerk, "(behandelaar)").must_be(200);
    (aov, town.officer("behandelaar"), kenmerk)
}

fn would_bury(town: &Town, stay: &[&str]) -> bool {
    let stay: Vec<_> = stay.iter().map(|login| AccountId(town.account(login).parse().expect("an id"))).collect();
    town.runtime.block_on(town.store.would_bury(RouteName::Aov, &stay)).expect("read")
}

fn is_ended(town: &Town, login: &str) -> bool {
    town.runtime.block_on(town.store.disable_account(login)).expect("answered")
}

#[test]
fn who_waits_for_what_he_had_is_nobody_to_count_on_before_he_has_it() {
    Town::each(|town| {
        let (mut aov, mut third, kenmerk) = closed_for_the_third(&town);
        assert!(!would_bury(&town, &["behandelaar", "aov2"]));
        // One asks, the other confirms, who opens nothing of it: so nothing comes back.
        let mut again = comes_back(&town, "aov2");
        assert!(would_bury(&town, &["behandelaar", "aov2"]));
        let words = six_words(&mut again);
        let form = aov.browser.open("/beheer").form_with("/beheer/toelaten", "naam", "aov2").fill("woorden", &words);
        aov.browser.submit(&form).must_be(200).must_say("Een tweede lid moet dit nog bevestigen");
        let form = third.browser.open("/beheer").form("/beheer/bevestigen").fill("woorden", &words);
        third.browser.submit(&form).must_be(200).must_say("opnieuw toegelaten");
        again.looks_at(&kenmerk).must_be(404);
        // A member again he is, and his rows of keys are there; they are sealed to a key that nobody has.
        let form = third.browser.open(KEY).must_be(200).form_with(KEY, "stap", "vervangen").untick("blijft");
        let said = third.browser.submit(&form.tick("blijft", &town.account("aov2")));
        said.must_be(422).must_say("Niet iedereen kan nu weg").must_not_say(&kenmerk);
        assert!(would_bury(&town, &["behandelaar", "aov2"]));
        // Two who work together end him no more than one does, nor does the administrator.
        steps(&mut again, &town, "aov", "stil").must_be(200);
        steps(&mut third, &town, "aov", "uit")
            .must_be(409)
            .must_say("Dit account kan nu niet uit")
            .must_not_say(&kenmerk);
        steps(&mut town.officer("beheer"), &town, "aov", "uit").must_be(409).must_say("Dit account kan nu niet uit");
        assert!(!is_ended(&town, "aov") && has_key(&town, "aov"));
        steps(&mut third, &town, "aov", "weer").must_be(200);
        // Given back he counts, and nobody is held any more.
        let mut aov = town.officer("aov");
        aov.invites(&kenmerk, "aov2", "behandelaar", None).must_be(200);
        again.reads(&kenmerk).must_be(200).must_say("huur contant");
        assert!(!would_bury(&town, &["behandelaar", "aov2"]) && would_bury(&town, &["behandelaar"]));
        steps(&mut again, &town, "aov", "stil").must_be(200);
        steps(&mut third, &town, "aov", "uit").must_be(200).must_say("Het account is uitgezet");
        again.reads(&kenmerk).must_be(200).must_say("huur contant");
    });
}

#[test]
fn a_key_that_somebody_changed_himself_still_counts() {
    Town::each(|town| {
        let (_, _, kenmerk) = closed_for_the_third(&town);
        let mut own = town.officer("aov2");
        changes(&mut own, PASSWORD, CHOSEN).must_be(200);
        assert!(!would_bury(&town, &["aov2"]) && would_bury(&town, &["behandelaar"]));
        assert!(is_ended(&town, "aov"));
        own.reads(&kenmerk).must_be(200).must_say("huur contant");
        assert!(!is_ended(&town, "aov2") && would_bury(&town, &["behandelaar"]));
    });
}

#[test]
fn who_left_the_route_with_the_only_keys_stays_and_so_does_everybody_where_the_head_is_not_to_be_read() {
    Town::each(|town| {
        closed_for_the_third(&town);
        town.tamper("UPDATE head SET statement = 'iets anders'");
        for login in ["aov", "aov2"] {
            assert!(!is_ended(&town, login) && has_key(&town, login));
        }
        assert!(would_bury(&town, &["aov", "behandelaar"]) && !would_bury(&town, &["aov", "aov2"]));
        assert!(is_ended(&town, "behandelaar"));
    });
    Town::each(|town| {
        closed_by_aov(&town);
        town.tamper("DELETE FROM membership WHERE account_id = (SELECT id FROM account WHERE name = 'aov')");
        assert!(!is_ended(&town, "aov") && has_key(&town, "aov"));
        // A new key of the route takes nothing from him.
        assert!(!would_bury(&town, &["aov2"]));
    });
}

/// The operator's commands in a town.
fn command(town: &Town, made: &Installation, arguments: &[&str]) -> Ran {
    let before = std::fs::read_to_string(made.config()).expect("a configuration");
    let url = before.lines().find(|line| line.starts_with("url = \"sqlite")).expect("a database").to_owned();
    let config = made.variant("stad.toml", |config| config.replacen(&url, &format!("url = \"{}\"", town.url), 1));
    run(&[arguments, &["--config", text(&config)]].concat())
}

#[test]
fn neither_who_was_stopped_nor_who_alone_opens_something_loses_his_key_to_a_new_invitation() {
    Town::each(|town| {
        let made = Installation::new();
        let operator = |arguments: &[&str]| command(&town, &made, arguments);
        let (_, kenmerk) = closed_by_aov(&town);
        operator(&["account", "resume", "aov"]).must_refuse(&["aov", "nobody stopped this account"]);
        steps(&mut town.officer("aov2"), &town, "aov", "stil").must_be(200);
        // He thinks that he forgot his password.
        Officer::at(&town.desk).logs_in("aov", PASSWORD).must_be(422).must_say("Vraag een collega");
        operator(&["account", "list"]).must_end(0).must_say("aov\tstopped\t").must_say("aov2\tactive\t");
        for more in [&[][..], &["--unreadable"]] {
            let refused = operator(&[&["account", "reset", "aov"], more].concat());
            refused.must_refuse(&["aov", "a colleague stopped", "account resume aov"]);
        }
        assert!(has_key(&town, "aov"));
        assert_eq!(town.runtime.block_on(town.store.halts()).expect("read").len(), 1, "and who did it is known");
        operator(&["account", "resume", "AOV "]).must_end(0).must_say("resumed  aov");
        operator(&["account", "resume", "niemand"]).must_refuse(&["niemand", "no such account"]);
        town.officer("aov").reads(&kenmerk).must_be(200).must_say("huur contant");
        // Nobody else opens it: only in as many words.
        operator(&["account", "reset", "aov"]).must_refuse(&["aov", "nobody else", "--unreadable"]);
        operator(&["account", "reset", "aov", "--unreadable", "--disabled"]).must_end(2);
        assert!(has_key(&town, "aov"));
        operator(&["account", "reset", "aov", "--unreadable"]).must_end(0).must_say("/uitnodiging?code=");
        assert!(!has_key(&town, "aov"));
    });
}

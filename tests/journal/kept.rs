//! How the log is kept: nothing is shown or done without its line, rows are added and no more, several desks write one chain,
//! a line a day whatever happens, and whoever changes a row all the same is found.

use chrono::TimeDelta;
use desk::journal::watch;
use domain::{
    Clock,
    journal::{Action, Entry, Outcome},
};
use sea_orm::{ConnectionTrait, Database, DbErr};
use seal::journal::{Broken, ChainHead};
use store::{DatabaseSettings, Store};

use crate::{
    helpers::{people::Tale, postgres, town::Town},
    journal::{lines, said},
};

fn verified(town: &Town, head: Option<ChainHead>) -> Result<ChainHead, Broken> {
    town.runtime.block_on(watch::verify(&town.store, head)).expect("read")
}

/// What somebody with the database tries.
fn tries(town: &Town, sql: &str) -> Result<u64, DbErr> {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        Ok(db.execute_unprepared(sql).await?.rows_affected())
    })
}

/// What the owner of the table can do before.
fn takes_the_triggers_away(town: &Town) {
    let drops: &[&str] = if town.url.starts_with("postgres") {
        &["DROP TRIGGER log_is_kept ON log"]
    } else {
        &["DROP TRIGGER log_is_not_changed", "DROP TRIGGER log_is_not_deleted"]
    };
    for drop in drops {
        tries(town, drop).expect("dropped");
    }
}

fn writes(town: &Town, many: usize) {
    for number in 0..many {
        let entry = Entry::by_operator(Action::AccountsListed, format!("regel {number}"), Outcome::Done);
        town.runtime.block_on(town.store.log(town.clock.now(), &[entry])).expect("written");
    }
}

#[test]
fn no_page_is_shown_and_nothing_is_done_where_no_line_can_be_written() {
    Town::each(|town| {
        let report = "De koffer stond in de keet.";
        town.melder().reports(&Tale::about(&["ondernemer/bedrijf"], report));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let page = aov.reads(&kenmerk);
        let note = page.form(&format!("/signalen/{kenmerk}/aantekening")).fill("aantekening", "Zonder regel.");
        let status = page.form(&format!("/signalen/{kenmerk}/status")).fill("status", "Ontvangst bevestigd");
        town.tamper("ALTER TABLE log RENAME TO log_elsewhere");
        for path in ["", "/papier", "/papier.pdf", "/weging"] {
            let page = aov.browser.open(&format!("/signalen/{kenmerk}{path}"));
            page.must_be(503).must_not_say(report);
        }
        aov.browser.open("/wachtrij").must_be(503).must_not_say(&kenmerk);
        aov.browser.submit(&note).must_be(503);
        aov.browser.submit(&status).must_be(503);
        let mut other = crate::helpers::people::Officer::at(&town.desk);
        other.logs_in("aov2", crate::helpers::town::PASSWORD).must_be(503);
        assert!(other.browser.cookies.is_empty(), "nobody comes in without a line");
        // The portal goes on as ever.
        town.melder().reports(&Tale::ordinary());
        town.tamper("ALTER TABLE log_elsewhere RENAME TO log");
        let page = aov.looks_at(&kenmerk);
        page.must_be(200).must_say(report).must_not_say("Zonder regel.").must_say("De status is nog niet veranderd");
    });
}

#[test]
fn rows_are_added_and_no_more_and_the_night_changes_none() {
    Town::each(|town| {
        town.melder().reports(&Tale::ordinary());
        town.officer("aov").only_signal();
        for sql in ["UPDATE log SET actor = 'aov2'", "DELETE FROM log", "DELETE FROM log WHERE number = 2"] {
            let refused = tries(&town, sql).expect_err("refused").to_string();
            assert!(refused.contains("the log is n"), "{refused}");
        }
        if town.url.starts_with("postgres") {
            tries(&town, "TRUNCATE log").expect_err("refused");
        }
        let before = lines(&town);
        town.runtime.block_on(town.store.rewrite()).expect("rewritten");
        assert_eq!(lines(&town), before);
        assert_eq!(verified(&town, None).map(|head| head.number), Ok(3));
        tries(&town, "UPDATE log SET actor = 'aov2'").expect_err("still refused after the night");
    });
}

#[test]
fn two_desks_that_write_at_once_write_one_chain() {
    Town::each(|town| {
        let (each, now) = (40, town.clock.now());
        town.runtime.block_on(async {
            let mut writing = Vec::new();
            for desk in 0..3 {
                let settings = DatabaseSettings { url: town.url.clone(), connections: 2 };
                let store = Store::open(&settings).await.expect("a pool of its own");
                for hand in 0..2 {
                    let store = store.clone();
                    writing.push(tokio::spawn(async move {
                        for number in 0..each {
                            let object = format!("{desk}/{hand}/{number}");
                            let entries = [Outcome::Begun, Outcome::Done]
                                .map(|outcome| Entry::by_operator(Action::Other, &object, outcome));
                            store.log(now, &entries).await.expect("written");
                        }
                    }));
                }
            }
            for desk in writing {
                desk.await.expect("its end");
            }
        });
        let lines = lines(&town);
        assert_eq!(lines.len(), 3 * 2 * each * 2);
        assert_eq!(verified(&town, None).map(|head| head.number), Ok(480));
        // What is written together stands together.
        assert!(lines.chunks(2).all(|pair| pair[0].object == pair[1].object));
    });
}

#[test]
fn there_is_a_line_of_every_day_whatever_happens() {
    Town::each(|town| {
        let tends = |town: &Town| {
            town.runtime.block_on(town.store.log_days(town.clock.now())).expect("written");
            said(&lines(town))
        };
        let day = |day: &str| format!("systeem: dagregel [{day}] gedaan");
        assert_eq!(tends(&town), [day("2026-11-23")], "the first is that of the first call");
        town.later(TimeDelta::hours(10));
        assert_eq!(tends(&town).len(), 1, "one a day");
        // The server was off for three days; what happened before it looked does not matter.
        town.later(TimeDelta::days(3));
        writes(&town, 1);
        let all = tends(&town);
        assert_eq!(all[2..], ["2026-11-24", "2026-11-25", "2026-11-26"].map(day));
        // A clock that was put back makes none, and one that runs ahead by years not too many.
        town.later(TimeDelta::days(-2));
        assert_eq!(tends(&town).len(), all.len());
        town.later(TimeDelta::days(4000));
        assert_eq!(tends(&town).len(), all.len() + 400);
        assert!(verified(&town, None).is_ok());
    });
}

#[test]
fn two_desks_write_one_line_of_a_day() {
    Town::each(|town| {
        town.runtime.block_on(async {
            let mut writing = Vec::new();
            for _ in 0..6 {
                let (store, now) = (town.store.clone(), town.clock.now());
                writing.push(tokio::spawn(async move { store.log_days(now).await.expect("written") }));
            }
            for desk in writing {
                desk.await.expect("its end");
            }
        });
        assert_eq!(lines(&town).len(), 1);
    });
}

#[test]
fn whoever_changes_removes_or_inserts_a_row_all_the_same_is_found_and_the_row_named() {
    Town::each(|town| {
        writes(&town, 8);
        let head = verified(&town, None).expect("sound");
        takes_the_triggers_away(&town);
        let undone = |sql: &str| assert!(tries(&town, sql).expect(sql) > 0, "{sql}");
        undone("UPDATE log SET actor = 'iemand anders' WHERE number = 3");
        assert_eq!(verified(&town, None), Err(Broken::Changed { number: 3 }));
        undone("UPDATE log SET actor = 'beheerder op de server' WHERE number = 3");
        assert_eq!(verified(&town, Some(head.clone())), Ok(head.clone()), "put back as it was");
        undone("UPDATE log SET number = 100 WHERE number = 5");
        assert_eq!(verified(&town, None), Err(Broken::Gone { first: 5, last: 5 }));
        undone("UPDATE log SET number = 5 WHERE number = 100");
        undone(
            "INSERT INTO log SELECT 9, at, action, object, outcome, origin, account, actor, begun, previous, digest FROM log WHERE number = 8",
        );
        assert!(verified(&town, None).is_err_and(|broken| broken.number() == 8 || broken.number() == 9));
        undone("DELETE FROM log WHERE number = 9");
        undone("DELETE FROM log WHERE number >= 7");
        assert_eq!(verified(&town, None).map(|head| head.number), Ok(6), "its end alone tells nobody");
        assert_eq!(verified(&town, Some(head.clone())), Err(Broken::CutOff { first: 7, last: 8 }));
        // The log goes on, and the head that somebody kept is not in it.
        writes(&town, 4);
        assert_eq!(verified(&town, Some(head)), Err(Broken::Rewritten { number: 8 }));
        undone("DELETE FROM log");
        assert_eq!(verified(&town, None), Ok(ChainHead::none()));
    });
}

/// The recipe of docs/log.md.
#[test]
fn on_postgresql_the_log_can_belong_to_a_role_that_the_desk_is_not() {
    let Some(cluster) = postgres::cluster() else { return };
    let url = cluster.database();
    let as_desk = url.replace("postgres://postgres@", "postgres://kluis@");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let owner = Database::connect(&url).await.expect("a connection");
        for sql in ["CREATE ROLE kluis LOGIN", "GRANT CREATE ON SCHEMA public TO kluis"] {
            owner.execute_unprepared(sql).await.expect(sql);
        }
        let store = Store::open(&DatabaseSettings { url: as_desk.clone(), connections: 2 }).await.expect("a pool");
        store.migrate().await.expect("tables");
        for sql in [
            "CREATE ROLE kluis_logboek NOLOGIN",
            "ALTER TABLE log OWNER TO kluis_logboek",
            "ALTER FUNCTION log_is_kept() OWNER TO kluis_logboek",
            "GRANT SELECT, INSERT ON log TO kluis",
        ] {
            owner.execute_unprepared(sql).await.expect(sql);
        }
        // The desk works as ever: it starts, writes, reads, and rewrites at night.
        store.migrate().await.expect("nothing to do");
        let entry = Entry::by_operator(Action::AccountsListed, "", Outcome::Done);
        store.log(domain::Clock::now(&domain::SystemClock), &[entry]).await.expect("written");
        store.rewrite().await.expect("rewritten");
        assert_eq!(watch::verify(&store, None).await.expect("read").map(|head| head.number), Ok(1));
        let desk = Database::connect(&as_desk).await.expect("a connection");
        for sql in [
            "DELETE FROM log",
            "UPDATE log SET actor = 'iemand'",
            "TRUNCATE log",
            "DROP TRIGGER log_is_kept ON log",
            "ALTER TABLE log DISABLE TRIGGER ALL",
            "CREATE OR REPLACE FUNCTION log_is_kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "DROP TABLE log",
        ] {
            desk.execute_unprepared(sql).await.expect_err(sql);
        }
        desk.close().await.expect("closed");
        owner.close().await.expect("closed");
        store.close().await.expect("closed");
    });
}

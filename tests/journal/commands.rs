//! `audit verify` and `audit export`, the lines of the operator's commands, and the desk that shouts.

use std::{process::Command, thread};

use sea_orm::{ConnectionTrait, Database};
use serde_json::Value;

use crate::helpers::{
    browser::encode,
    installation::{Installation, PASSWORD},
    people::Officer,
    program::{BINARY, run, text},
    raw,
};

/// Somebody with the file of the database changes it.
fn tamper(made: &Installation, statements: &[&str]) {
    let url = format!("sqlite://{}", made.dir().join("signaalkluis.db").display());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let db = Database::connect(&url).await.expect("a connection");
        for sql in statements {
            db.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
        db.close().await.expect("closed");
    });
}

const UNGUARDED: [&str; 2] = ["DROP TRIGGER log_is_not_changed", "DROP TRIGGER log_is_not_deleted"];

/// The log as JSON lines.
fn exported(made: &Installation) -> Vec<Value> {
    let ran = made.command(&["audit", "export", "--format", "jsonl"]);
    ran.must_end(0);
    ran.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn short(line: &Value) -> String {
    let of = |name: &str| line[name].as_str().expect("text").to_owned();
    format!("{} {}: {} [{}] {}", of("origin"), of("actor"), of("action"), of("object"), of("result"))
}

#[test]
fn every_command_that_does_or_shows_something_leaves_its_lines() {
    let made = Installation::new();
    made.command(&["account", "add", "=1+1", "--function", "Jurist"]).must_end(0);
    made.command(&["account", "add", "=1+1", "--function", "Jurist"]).must_end(1);
    made.command(&["account", "list"]).must_end(0);
    made.command(&["account", "disable", "=1+1"]).must_end(0);
    made.command(&["account", "disable", "mijn-wachtwoord"]).must_end(1);
    let out = made.beside("uit");
    made.command(&["export", "2026-K7Q3MX", "--out", text(&out)]).must_end(1);
    let lines: Vec<_> = exported(&made).iter().map(short).collect();
    let by = |what: &str| format!("opdrachtregel beheerder op de server: {what}");
    let expected = [
        "installatie gemaakt [] gedaan",
        "account gemaakt [aov] begonnen",
        "account gemaakt [aov] gedaan",
        "account gemaakt [=1+1] begonnen",
        "account gemaakt [=1+1] gedaan",
        "account gemaakt [=1+1] begonnen",
        "account gemaakt [=1+1] geweigerd",
        "accounts bekeken [] gedaan",
        "account uitgezet [=1+1] begonnen",
        "account uitgezet [=1+1] gedaan",
        "signaal uitgevoerd [2026-K7Q3MX] begonnen",
        "signaal uitgevoerd [2026-K7Q3MX] geweigerd",
        "logboek uitgevoerd [] gedaan",
    ];
    assert_eq!(lines, expected.map(by));
    // A spreadsheet takes no name for a formula.
    let csv = made.command(&["audit", "export"]);
    csv.must_end(0).must_say("\"'=1+1\"").must_say("\"number\",\"time\",\"action\",\"object\",\"result\",\"origin\"");
    assert!(!csv.stdout.contains("\"=1+1\""), "{}", csv.stdout);
    // What was taken out before is not taken out again.
    let rest = made.command(&["audit", "export", "--format", "jsonl", "--after", "13"]);
    assert_eq!(rest.must_end(0).stdout.lines().count(), 2, "{rest:?}");
}

#[test]
fn verifying_names_what_was_done_to_the_log_and_writes_nothing() {
    let made = Installation::new();
    for _ in 0..3 {
        made.command(&["account", "list"]).must_end(0);
    }
    let sound = made.command(&["audit", "verify"]);
    sound.must_end(0).must_say("ok    6 lines").must_say("without --head");
    let head = sound.stdout.lines().find_map(|line| line.strip_prefix("head  ")).expect("a head").to_owned();
    assert_eq!(head.len(), 77);
    made.command(&["audit", "verify", "--head", &head]).must_end(0).must_say("line 6 is the one");
    made.command(&["account", "list"]).must_end(0);
    made.command(&["audit", "verify", "--head", &head]).must_end(0).must_say("ok    7 lines");
    tamper(&made, &UNGUARDED);
    tamper(&made, &["UPDATE log SET outcome = 'geweigerd' WHERE number = 4"]);
    made.command(&["audit", "verify"]).must_refuse(&["line 4 was changed", "Keep a copy"]);
    made.command(&["check"]).must_end(1).must_say("FAIL  log: line 4 was changed");
    tamper(&made, &["UPDATE log SET outcome = 'gedaan' WHERE number = 4", "DELETE FROM log WHERE number = 3"]);
    made.command(&["audit", "verify"]).must_refuse(&["lines 3 to 3 are gone"]);
    tamper(&made, &["DELETE FROM log WHERE number > 2"]);
    made.command(&["audit", "verify"]).must_end(0).must_say("ok    2 lines");
    made.command(&["audit", "verify", "--head", &head]).must_refuse(&["lines 3 to 6 are gone from the end"]);
    // Not a head, and not a database.
    run(&["audit", "verify", "--head", "12"]).must_end(2);
    let elsewhere = made.variant("elders.toml", |config| config.replace("signaalkluis.db", "nergens.db"));
    run(&["audit", "verify", "--config", text(&elsewhere)]).must_refuse(&["there is no"]);
    assert!(!made.dir().join("nergens.db").exists());
}

#[test]
fn processes_that_write_at_once_write_one_chain() {
    let made = Installation::new();
    let runs: Vec<_> = (0..8)
        .map(|_| {
            let config = made.config();
            thread::spawn(move || {
                let mut command = Command::new(BINARY);
                command.args(["account", "list", "--config", text(&config)]).output().expect("it runs").status
            })
        })
        .collect();
    for run in runs {
        assert!(run.join().expect("its end").success());
    }
    made.command(&["audit", "verify"]).must_end(0).must_say("ok    11 lines");
}

#[test]
fn the_desk_starts_on_a_broken_log_and_shouts_on_every_page_of_a_member() {
    let made = Installation::founded();
    let (program, before) = (made.serve(), exported(&made));
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200).must_not_say("Het logboek klopt niet");
    assert!(before.iter().any(|line| short(line).starts_with("programma systeem: dagregel")), "{before:?}");
    drop(program);
    tamper(&made, &UNGUARDED);
    tamper(&made, &["UPDATE log SET actor = 'iemand' WHERE number = 2"]);
    let program = made.serve();
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    // It is read through while the desk already serves.
    let shouts = (0..100).any(|_| {
        thread::sleep(std::time::Duration::from_millis(100));
        aov.browser.open("/wachtrij").says("Het logboek klopt niet: regel 2 is veranderd")
    });
    assert!(shouts);
    aov.browser.open("/beheer").must_say("regel 2 is veranderd");
}

#[test]
fn a_proxy_of_ours_says_where_somebody_works() {
    let made = Installation::founded();
    made.edit("[desk]\n", "[desk]\nproxies = [\"127.0.0.1\", \"10.1.1.1\"]\n");
    let program = made.serve();
    let fields = [("gebruiker", "aov"), ("wachtwoord", "fout")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    for (said, origin) in [
        ("203.0.113.9, 10.2.3.4, 10.1.1.1", "10.2.3.4"),
        ("10.2.3.4, onzin", "127.0.0.1"),
        ("::ffff:10.2.3.5", "10.2.3.5"),
        ("", "127.0.0.1"),
    ] {
        let headers = [
            ("Content-Type", "application/x-www-form-urlencoded"),
            ("X-Forwarded-For", said),
            ("Sec-Fetch-Site", "same-origin"),
        ];
        raw::ask(&program.desk, "POST", "/inloggen", &headers, encode(&fields).as_bytes()).must_be(422);
        let lines = exported(&made);
        let login = lines.iter().rev().find(|line| line["action"] == "ingelogd").expect("a line");
        assert_eq!(login["origin"], origin, "{said}");
    }
}

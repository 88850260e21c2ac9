//! The recovery key on paper: its yearly test, and letting somebody into a route with it on a copy that stands apart.

use std::{
    fs::{self, File},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use age::secrecy::ExposeSecret;
use sea_orm::{ConnectionTrait, Database};
use seal::{bucket, role};
use unseal::{FullKey, OpeningKey, PrivateHalf};

use crate::helpers::{
    installation::{Installation, PASSWORD, accepts, invitation},
    people::{Melder, Officer, Tale},
    program::{BINARY, Program, Ran, command, finish, text},
};

const SECONDS_PASSWORD: &str = "kastanje fluistert boven elf turbines";

/// Runs a command at a keyboard where this is typed.
fn typing(made: &Installation, arguments: &[&str], lines: &[&str]) -> Ran {
    let keyboard = made.beside("getypt.txt");
    fs::write(&keyboard, lines.iter().map(|line| format!("{line}\n")).collect::<String>()).expect("written");
    let mut command = command(BINARY, arguments);
    command.stdin(File::open(&keyboard).expect("a keyboard"));
    finish(command)
}

pub fn sql(file: &Path, statement: &str) {
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Database::connect(format!("sqlite://{}", file.display())).await.expect("a connection");
        db.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
        db.close().await.expect("closed");
    });
}

/// Somebody new with a password, and the six words on his screen.
fn somebody_new(made: &Installation, program: &Program) -> String {
    let added = made.command(&["account", "add", "nieuw", "--function", "Vervanger", "--route", "aov"]);
    accepts(&program.desk, &invitation(&added), SECONDS_PASSWORD).must_be(200);
    let mut new = Officer::at(&program.desk);
    let page = new.logs_in("nieuw", SECONDS_PASSWORD);
    page.must_be(200).texts(".six").first().cloned().expect("six words")
}

/// A copy of the database, and a configuration that names it.
fn copied(made: &Installation, name: &str) -> (PathBuf, PathBuf) {
    let (live, copy) = (made.dir().join("signaalkluis.db"), made.beside(&format!("{name}.db")));
    fs::copy(&live, &copy).expect("copied");
    for more in ["-wal", "-shm"] {
        let from = PathBuf::from(format!("{}{more}", live.display()));
        if from.exists() {
            fs::copy(from, format!("{}{more}", copy.display())).expect("copied");
        }
    }
    let (from, to) = (live.display().to_string(), copy.display().to_string());
    (copy, made.variant(&format!("{name}.toml"), |config| config.replace(&from, &to)))
}

/// The paper, typed into a file.
fn typed_from_paper(made: &Installation, name: &str, identity: &age::x25519::Identity) -> PathBuf {
    let file = made.beside(name);
    fs::write(&file, format!("{}\n", identity.to_string().expose_secret())).expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("a mode");
    file
}

#[test]
fn the_paper_is_tested_with_what_is_sealed_to_it_and_without_a_signal() {
    let made = Installation::new();
    let out = made.beside("proef");
    made.command(&["keys", "export", "--out", text(&out)]).must_refuse(&["no route has a key yet"]);
    let made = Installation::founded();
    let out = made.beside("proef");
    let ran = made.command(&["keys", "export", "--out", text(&out)]);
    let sealed = fs::read(out.join("aov.key.age")).expect("a sealed key");
    let paper =
        OpeningKey::<role::Recovery>::from_keyfile(made.recovery.to_string().expose_secret()).expect("the paper");
    let key: FullKey<role::Route> = paper.unwrap(&sealed).expect("opened");
    ran.must_end(0).must_say(&format!("aov\t{}\n", key.halves().encrypt)).must_say("age -d -i PAPER");
    assert!(bucket::is_bucket(sealed.len()));
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 1);
    let mode = fs::metadata(out.join("aov.key.age")).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    made.command(&["keys", "export", "--out", text(&out)]).must_refuse(&["is not empty"]);
    made.command(&["audit", "export"]).must_say("sleutels van routes uitgevoerd");
}

#[test]
fn two_people_with_the_paper_let_somebody_into_a_route_that_nobody_can_open() {
    let made = Installation::founded();
    let program = made.serve();
    Melder::at(&program.portal).reports(&Tale::ordinary());
    let words = somebody_new(&made, &program);
    made.command(&["account", "add", "leeg", "--function", "Vervanger", "--route", "aov"]).must_end(0);
    made.command(&["account", "add", "elders", "--function", "Griffier"]).must_end(0);
    drop(program);
    let (copy, config) = copied(&made, "kopie");
    let paper = typed_from_paper(&made, "papier.txt", &made.recovery);
    let out = made.beside("lid.json");
    let recover = |account: &str, identity: &Path, config: &Path, lines: &[&str]| {
        let arguments = ["keys", "recover", "--route", "aov", "--account", account, "--identity", text(identity)];
        typing(&made, &[&arguments[..], &["--out", text(&out), "--config", text(config)]].concat(), lines)
    };
    let all = [words.as_str(), "A. Bakker", "C. Dirksen"];
    // Not the database that works.
    recover("nieuw", &paper, &made.config(), &all).must_refuse(&["this very hour", "hour_secret"]);
    recover("nieuw", &paper, &config, &all).must_refuse(&["this very hour"]);
    sql(&copy, "DELETE FROM hour_secret");
    let before = fs::read(&copy).expect("the copy");

    // What is wrong is said in one sentence, and nothing is written.
    let wrong = typed_from_paper(&made, "ander.txt", &age::x25519::Identity::generate());
    recover("nieuw", &wrong, &config, &all).must_refuse(&["not sealed to this paper", "age1"]);
    let junk = made.beside("onzin.txt");
    fs::write(&junk, "AGE-SECRET-KEY-1ONZIN\n").expect("written");
    recover("nieuw", &junk, &config, &all).must_refuse(&["others may read it", "chmod 600"]);
    fs::set_permissions(&junk, fs::Permissions::from_mode(0o600)).expect("a mode");
    recover("nieuw", &junk, &config, &all).must_refuse(&["is no age identity", "letter by letter"]);
    recover("nieuw", &made.beside("nergens"), &config, &all).must_refuse(&["nergens"]);
    recover("niemand", &paper, &config, &all).must_refuse(&["niemand", "no such account"]);
    recover("leeg", &paper, &config, &all).must_refuse(&["leeg", "has no key yet"]);
    recover("elders", &paper, &config, &all).must_refuse(&["elders"]);
    recover("aov", &paper, &config, &all).must_refuse(&["is a member of this route already"]);
    let other: Vec<_> = words.split(' ').rev().collect();
    recover("nieuw", &paper, &config, &[&other.join(" "), "A. Bakker", "C. Dirksen"]).must_refuse(&["not the words"]);
    recover("nieuw", &paper, &config, &[&words, "A. Bakker", "a. bakker"]).must_refuse(&["it takes two people"]);
    recover("nieuw", &paper, &config, &[&words, "A. Bakker", ""]).must_refuse(&["type your own name"]);
    recover("nieuw", &paper, &config, &[&words]).must_refuse(&["nothing was typed"]);
    assert!(!out.exists());

    let done = recover("NIEUW ", &paper, &config, &all);
    done.must_end(0).must_say("function  Vervanger").must_say("keys import").must_say("member    aov (");
    assert_eq!(fs::read(&copy).expect("the copy"), before, "the copy was written to");
    let handed = fs::read_to_string(&out).expect("a file");
    for said in [&done.stdout, &done.stderr, &handed] {
        assert!(!said.contains("SECRET"), "{said}");
    }
    recover("nieuw", &paper, &config, &all).must_refuse(&["is there already"]);

    // On the server.
    let other = made.beside("veranderd.json");
    fs::write(&other, handed.replace("A. Bakker", "E. Fransen")).expect("written");
    made.command(&["keys", "import", text(&other)]).must_refuse(&["not signed by the key of route aov"]);
    fs::write(&other, "{}").expect("written");
    made.command(&["keys", "import", text(&other)]).must_refuse(&["is no file that `keys recover` wrote"]);
    made.command(&["keys", "import", text(&out)]).must_end(0).must_say("nieuw is a member of route aov now");
    made.command(&["keys", "import", text(&out)]).must_refuse(&["is a member of route aov already"]);
    made.command(&["audit", "export"])
        .must_say("lid toegelaten met papieren sleutel")
        .must_say("A. Bakker en C. Dirksen");
    let program = made.serve();
    let mut new = Officer::at(&program.desk);
    new.logs_in("nieuw", SECONDS_PASSWORD).must_be(200);
    let kenmerk = new.only_signal();
    new.reads(&kenmerk).must_be(200).must_say("huur contant");
    new.describes(&kenmerk, "Opgewerkt na herstel.").must_be(200);
    let mut first = Officer::at(&program.desk);
    first
        .logs_in("aov", PASSWORD)
        .must_be(200)
        .must_say("met de papieren sleutel toegelaten")
        .must_say("A. Bakker en C. Dirksen");
    first.reads(&kenmerk).must_say("Opgewerkt na herstel.");
}

#[test]
fn a_file_for_a_key_that_somebody_no_longer_has_is_refused() {
    let made = Installation::founded();
    let program = made.serve();
    let words = somebody_new(&made, &program);
    drop(program);
    let (copy, config) = copied(&made, "kopie");
    sql(&copy, "DELETE FROM hour_secret");
    let (paper, out) = (typed_from_paper(&made, "papier.txt", &made.recovery), made.beside("lid.json"));
    let arguments = ["keys", "recover", "--route", "aov", "--account", "nieuw", "--identity", text(&paper), "--out"];
    let arguments = [&arguments[..], &[text(&out), "--config", text(&config)]].concat();
    typing(&made, &arguments, &[&words, "A. Bakker", "C. Dirksen"]).must_end(0);
    made.command(&["account", "reset", "nieuw"]).must_end(0);
    made.command(&["keys", "import", text(&out)]).must_refuse(&["has another key"]);
    made.command(&["account", "disable", "nieuw"]).must_end(0);
    made.command(&["keys", "import", text(&out)]).must_refuse(&["no such account that is active"]);
}

#[test]
fn another_paper_is_configured_and_a_member_seals_the_route_to_it() {
    let made = Installation::founded();
    let own = age::x25519::Identity::generate();
    // One of this route's own.
    made.edit("[routes.keys.aov]\n", &format!("[routes.keys.aov]\nrecovery = \"{}\"\n", own.to_public()));
    let check = made.command(&["check"]);
    check.must_end(0).must_say(&format!("ok    recovery recipient of route aov: {}", own.to_public()));
    check.must_say("warn  route aov: its key is sealed to another recovery recipient");
    let program = made.serve();
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", PASSWORD).must_be(200);
    let page = aov.browser.open("/beheer");
    let form = page.must_say(&own.to_public().to_string()).must_say("recovery = ").form("/beheer/herstelsleutel");
    aov.browser.submit(&form).must_be(200).must_say("opnieuw verzegeld");
    drop(program);
    let check = made.command(&["check"]);
    check.must_end(0);
    assert!(!check.stdout.contains("another recovery recipient"), "{check:?}");
    let out = made.beside("proef");
    made.command(&["keys", "export", "--out", text(&out)]).must_end(0);
    let sealed = fs::read(out.join("aov.key.age")).expect("a sealed key");
    let paper = |identity: &age::x25519::Identity| {
        OpeningKey::<role::Recovery>::from_keyfile(identity.to_string().expose_secret()).expect("a paper")
    };
    assert!(paper(&own).unwrap::<FullKey<role::Route>>(&sealed).is_ok());
    assert!(paper(&made.recovery).unwrap::<FullKey<role::Route>>(&sealed).is_err());
    // Somebody with the database puts an older one back.
    sql(&made.dir().join("signaalkluis.db"), "UPDATE route_key SET recovery = zeroblob(1024)");
    made.command(&["check"])
        .must_refuse(&["1 check failed"])
        .must_say("FAIL  route aov: somebody changed what is sealed");
    made.edit(&format!("recovery = \"{}\"\n", own.to_public()), "recovery = \"age1onzin\"\n");
    made.command(&["check"]).must_refuse(&["routes.keys.aov.recovery"]);
}

//! How an installation comes about: `init`, an invitation, a key made at the desk, its lines in the file, a second
//! member.

use std::{fs, os::unix::fs::PermissionsExt};

use crate::helpers::{
    installation::{Installation, PASSWORD, accepts, founds, invitation, lines_and_words},
    people::{Melder, Officer, Tale},
    phone,
    program::{run, text},
};

const SECONDS_PASSWORD: &str = "kastanje fluistert boven elf turbines";

#[test]
fn from_an_empty_folder_to_a_signal_that_two_people_read() {
    let made = Installation::new();
    let check = made.command(&["check"]);
    check.must_end(0).must_say("no route can be reached yet");
    let program = made.serve();
    Melder::at(&program.portal).browser.open("/melden").must_say("U kunt hier nu nog niet melden");

    // The first member chooses a password and makes the key, in his own session.
    accepts(&program.desk, &made.invitation(), PASSWORD).must_be(200).must_say("Uitloggen");
    let mut first = Officer::at(&program.desk);
    first.logs_in("aov", PASSWORD).must_be(200);
    let (lines, words) = founds(&mut first, "aov");
    assert_eq!(words.split(' ').count(), 6, "{words}");
    Melder::at(&program.portal).browser.open("/melden").must_say("U kunt hier nu nog niet melden");
    made.command(&["check"]).must_end(0).must_say("route aov: has a key that the configuration does not name yet");
    drop(program);

    // The operator pastes the lines and compares six words.
    made.append(&lines);
    let check = made.command(&["check"]);
    check.must_end(0).must_say(&format!("ok    route aov: {words}\n"));
    let program = made.serve();
    let mut melder = Melder::at(&program.portal);
    let code = melder.reports(&Tale::ordinary());

    let mut first = Officer::at(&program.desk);
    first.logs_in("aov", PASSWORD).must_be(200);
    let page = first.browser.open("/beheer");
    page.must_say("In gebruik");
    assert_eq!(lines_and_words(&page, "aov"), (lines, words));
    assert!(!page.body.contains("/beheer/route\""), "the key is made once");
    let kenmerk = first.only_signal();
    first.reads(&kenmerk).must_be(200).must_say("huur contant");

    a_second_member_is_let_in_by_six_words(&made, &program.desk, &mut first, &kenmerk);
    first.answers(&kenmerk, "Vraag", "Waar precies?").must_be(200);
    melder.opens(&code).must_be(200).must_say("Waar precies?");
}

fn a_second_member_is_let_in_by_six_words(made: &Installation, desk: &str, first: &mut Officer, kenmerk: &str) {
    let added =
        made.command(&["account", "add", "Tweede@Gemeente.example", "--function", "Vervanger", "--route", "aov"]);
    added.must_end(0).must_say("account  tweede@gemeente.example");
    // Who has not chosen a password has no key yet, and cannot be let in.
    assert!(!first.browser.open("/beheer").body.contains("/beheer/toelaten"));
    accepts(desk, &invitation(&added), SECONDS_PASSWORD).must_be(200);
    let mut second = Officer::at(desk);
    let work = second.logs_in("tweede@gemeente.example", SECONDS_PASSWORD);
    assert!(second.queue().is_empty());
    second.reads(kenmerk).must_be(404);
    let words = work.must_be(200).texts(".six").first().cloned().expect("his own six words on the first page");
    assert_eq!(second.browser.open("/beheer").texts(".six")[0], words);

    let form = first.browser.open("/beheer").must_say("Vervanger").form("/beheer/toelaten");
    let others = first.browser.open("/beheer").texts(".six")[0].clone();
    let reversed: Vec<_> = words.split(' ').rev().collect();
    for wrong in ["", "een twee", &others, &reversed.join(" "), &format!("{words} extra"), "x x x x x x"] {
        let page = first.browser.submit(&form.clone().fill("woorden", wrong));
        page.must_be(422).must_say("Vervanger");
        assert_eq!(page.form("/beheer/toelaten").value("woorden"), wrong);
        second.reads(kenmerk).must_be(404);
    }
    // What he hears, he types as he likes.
    let typed =
        words.split(' ').map(|word| word.chars().take(4).collect::<String>().to_uppercase()).collect::<Vec<_>>();
    first.browser.submit(&form.fill("woorden", &typed.join(", "))).must_be(200).must_say("toegelaten");
    assert_eq!(second.only_signal(), kenmerk);
    second.reads(kenmerk).must_be(200).must_say("huur contant").must_say("Vervanger");
    // What the newcomer writes, the melder and the first member can verify.
    second.describes(kenmerk, "Door de tweede opgewerkt.").must_be(200);
    first.reads(kenmerk).must_say("Door de tweede opgewerkt.").must_say("tweede@gemeente.example");

    made.command(&["account", "list"]).must_end(0).must_say("tweede@gemeente.example\tactive\tVervanger\taov\n");
    made.command(&["account", "disable", "tweede@gemeente.example"]).must_end(0);
    assert_eq!(second.browser.fetch("/").status, 303, "out at once");
    made.command(&["account", "list"]).must_say("tweede@gemeente.example\tdisabled");
}

#[test]
fn an_invitation_works_once_and_asks_for_a_password_that_holds() {
    let made = Installation::new();
    let program = made.serve();
    let path = made.invitation();
    let mut browser = crate::helpers::browser::Browser::at(&program.desk);
    let form = browser.open(&path).must_be(200).must_say("Adviseur Openbare Orde en Veiligheid").form("/uitnodiging");
    for (one, two, says) in [
        ("", "", "minstens 14 tekens"),
        ("kort", "kort", "minstens 14 tekens"),
        ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "te makkelijk te raden"),
        ("welkom01welkom01", "welkom01welkom01", "te makkelijk te raden"),
        ("Gemeente2026!!", "Gemeente2026!!", "te makkelijk te raden"),
        ("Signaalkluis-2026", "Signaalkluis-2026", "te makkelijk te raden"),
        ("vijver lantaarn kompas dadel wolkbreuk", "", "niet precies onze zeven woorden"),
        (PASSWORD, "iets anders dan dat", "niet gelijk"),
        (&"lang ".repeat(300), &"lang ".repeat(300), "te lang"),
    ] {
        let page = browser.submit(&form.clone().fill("wachtwoord", one).fill("wachtwoord2", two));
        page.must_be(422).must_say(says);
        assert!(one.is_empty() || !page.body.contains(one), "a password never comes back");
    }
    let right = form.fill("wachtwoord", PASSWORD).fill("wachtwoord2", PASSWORD);
    let page = browser.submit(&right);
    let login = phone::scans(page.must_be(200));
    let code = phone::code_now(&login).expect("a code");
    let last = page.form("/uitnodiging");
    browser.submit(&last.clone().fill("code", &code)).must_be(200).must_say("Uitloggen");
    browser.submit(&last.fill("code", &code)).must_be(410).must_say("werkt niet meer");
    browser.submit(&right).must_be(410).must_say("werkt niet meer");
    browser.open(&path).must_be(410);
    browser.open("/uitnodiging?code=onzin").must_be(410);
    browser.open("/uitnodiging").must_be(410);
}

#[test]
fn init_writes_what_only_its_owner_can_read_and_nothing_secret() {
    let made = Installation::new();
    let mode = |path: &std::path::Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&made.dir()), 0o700);
    let mut files = 0;
    for entry in fs::read_dir(made.dir()).expect("a folder").flatten() {
        assert_eq!(mode(&entry.path()), 0o600, "{}", entry.path().display());
        let content = fs::read(entry.path()).expect("a file");
        let text = String::from_utf8_lossy(&content).to_uppercase();
        assert!(!text.contains("AGE-SECRET-KEY-"), "{}", entry.path().display());
        files += 1;
    }
    assert!(files >= 2, "configuration and database");
    let config = fs::read_to_string(made.config()).expect("a configuration");
    assert!(config.contains(&made.recovery.to_public().to_string()));
    let code = made.invitation().split_once('=').expect("a code").1.to_owned();
    for entry in fs::read_dir(made.dir()).expect("a folder").flatten() {
        let content = fs::read(entry.path()).expect("a file");
        assert!(
            !content.windows(code.len()).any(|part| part == code.as_bytes()),
            "the invitation itself is not stored"
        );
    }
    // While it runs, too.
    let program = made.serve();
    accepts(&program.desk, &made.invitation(), PASSWORD).must_be(200);
    for entry in fs::read_dir(made.dir()).expect("a folder").flatten() {
        let private = if entry.path().is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&entry.path()), private, "{}", entry.path().display());
    }
}

#[test]
fn init_takes_no_folder_in_use_and_no_key_that_is_no_recovery_key() {
    let made = Installation::new();
    let public = made.recovery.to_public().to_string();
    let again = run(&["init", "--dir", text(&made.dir()), "--recovery", &public]);
    again.must_refuse(&[text(&made.dir()), "is not empty"]);
    let fresh = made.beside("nieuw");
    let init = |key: &str| run(&["init", "--dir", text(&fresh), "--recovery", key]);
    use age::secrecy::ExposeSecret;
    let secret = made.recovery.to_string();
    let ran = init(secret.expose_secret());
    ran.must_refuse(&["--recovery", "secret half"]);
    assert!(!format!("{ran:?}").contains(secret.expose_secret()), "the secret is not repeated");
    init(&unseal::demo::recovery().recipient().to_string()).must_refuse(&["--recovery", "demo"]);
    for wrong in ["", "age1", "age1onzin", &public[..public.len() - 1], &format!("{public}x"), "ssh-ed25519 AAAA"] {
        init(wrong).must_refuse(&["--recovery"]);
    }
    assert!(!fresh.exists(), "what is refused leaves nothing behind");
    run(&["init", "--dir", text(&fresh), "--recovery", &public, "--route", "onzin"]).must_end(2);
    run(&["init", "--dir", text(&fresh)]).must_end(2);
    let lines = ["init", "--dir", text(&fresh), "--recovery", &public, "--organisation", "Twee\nregels"];
    run(&lines).must_refuse(&["--organisation", "one line"]);
    assert!(!fresh.exists(), "what is refused leaves nothing behind");
    let file = made.beside("bestand");
    fs::write(&file, "x").expect("written");
    run(&["init", "--dir", text(&file), "--recovery", &public]).must_refuse(&[text(&file)]);
    let ran = run(&[
        "init",
        "--dir",
        text(&fresh),
        "--recovery",
        &public,
        "--organisation",
        "\"'\\ }] [x]",
        "--function",
        "F\"",
        "--account",
        "Jan@x",
    ]);
    ran.must_end(0);
    let config = fresh.join("signaalkluis.toml");
    // What only the municipality can decide, `init` does not fill in.
    run(&["check", "--config", text(&config)]).must_end(1).must_say("FAIL  retention.screened");
    run(&["account", "list", "--config", text(&config)]).must_end(0).must_say("jan@x\tinvited\tF\"");
}

//! Help, exit statuses, and the accounts' commands.

use crate::helpers::{
    installation::{Installation, invitation},
    program::{run, text},
};

#[test]
fn every_command_explains_itself_with_an_example() {
    let commands: [&[&str]; 20] = [
        &[],
        &["demo"],
        &["init"],
        &["serve"],
        &["check"],
        &["account"],
        &["account", "add"],
        &["account", "list"],
        &["account", "disable"],
        &["account", "reset"],
        &["account", "resume"],
        &["audit"],
        &["audit", "verify"],
        &["audit", "export"],
        &["export"],
        &["keys"],
        &["keys", "export"],
        &["keys", "recover"],
        &["keys", "import"],
        &["help"],
    ];
    for command in commands {
        if command == ["help"] {
            run(&["help"]).must_end(0).must_say("Example:");
            continue;
        }
        let help = run(&[command, &["--help"]].concat());
        help.must_end(0).must_say("Usage:").must_say("Example:\n  signaalkluis ");
        let example = help.stdout.split("Example:\n").nth(1).expect("an example");
        assert!(example.contains(&command.join(" ")), "{command:?}: {example}");
    }
    run(&["--version"]).must_end(0).must_say("signaalkluis ");
}

#[test]
fn wrong_usage_ends_with_status_two() {
    let wrong: [&[&str]; 11] = [
        &[],
        &["onbekend"],
        &["serve", "--poort", "1"],
        &["init"],
        &["export", "2026-AAAAAA"],
        &["export", "onzin", "--out", "/tmp/x"],
        &["keys", "recover", "--route", "aov"],
        &["keys", "import"],
        &["account"],
        &["account", "add", "jan"],
        &["account", "add", "jan", "--function", "x", "--route", "onbekend"],
    ];
    for arguments in wrong {
        let ran = run(arguments);
        ran.must_end(2);
        assert!(!ran.stderr.is_empty() && ran.stdout.is_empty(), "{ran:?}");
    }
}

#[test]
fn accounts_are_added_listed_and_disabled() {
    let made = Installation::new();
    let added = made.command(&["account", "add", "JAN@gemeente.example", "--function", "Jurist"]);
    added.must_end(0).must_say("jan@gemeente.example").must_say("72 hours");
    assert!(invitation(&added).len() > 40);
    made.command(&["account", "add", "jan@gemeente.example", "--function", "Jurist"])
        .must_refuse(&["this account exists"]);
    for name in ["", " ", "twee woorden", "tab\there", "regel\neinde"] {
        made.command(&["account", "add", name, "--function", "Jurist"]).must_refuse(&["login name"]);
    }
    made.command(&["account", "add", "piet", "--function", " "]).must_refuse(&["--function"]);
    let list = made.command(&["account", "list"]);
    list.must_end(0).must_say("aov\tinvited\tAdviseur Openbare Orde en Veiligheid\t");
    list.must_say("jan@gemeente.example\tinvited\tJurist\t");
    made.command(&["account", "disable", "jan@gemeente.example"]).must_end(0);
    made.command(&["account", "disable", "Jan@gemeente.example "]).must_end(0);
    made.command(&["account", "list"]).must_say("jan@gemeente.example\tdisabled\tJurist\t");
    made.command(&["account", "disable", "niemand"]).must_refuse(&["niemand", "no such account"]);
    // An invitation of a disabled account opens nothing.
    let program = made.serve();
    let mut browser = crate::helpers::browser::Browser::at(&program.desk);
    browser.open(&invitation(&added)).must_be(410);
}

#[test]
fn nothing_listens_twice_and_nothing_listens_nowhere() {
    let made = Installation::new();
    let program = made.serve();
    let taken = program.portal.trim_start_matches("http://");
    let config = made.variant("bezet.toml", |config| config.replacen("127.0.0.1:0", taken, 1));
    run(&["serve", "--config", text(&config)]).must_refuse(&["cannot listen on", taken]);
    let config = made.variant("nergens.toml", |config| config.replacen("127.0.0.1:0", "nergens", 1));
    run(&["serve", "--config", text(&config)]).must_refuse(&["cannot listen on nergens"]);
}

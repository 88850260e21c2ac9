//! The operator's side: making its key, and sending one by hand.

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};

use crate::helpers::{
    browser::Browser,
    installation::Installation,
    program::{BINARY, Program, Ran, command, run, text},
};

/// An installation with a canary whose portal listens at this address; the lines of its key in the configuration.
fn with_canary() -> (Installation, String, String) {
    let made = Installation::founded();
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = free.local_addr().expect("an address").to_string();
    drop(free);
    let config = fs::read_to_string(made.config()).expect("a configuration");
    let portal = config.find("[portal]").expect("a section");
    let config = format!("{}{}", &config[..portal], config[portal..].replacen("127.0.0.1:0", &address, 1));
    let config = config.replacen("http://127.0.0.1:8080", &format!("http://{address}"), 1);
    fs::write(made.config(), config).expect("written");
    let key = made.dir().join("canary.key");
    let ran = run(&["keys", "canary", "--out", text(&key)]);
    ran.must_end(0).must_say("[routes.keys.kanarie]");
    assert_eq!(fs::metadata(&key).expect("a key").permissions().mode() & 0o777, 0o600);
    run(&["keys", "canary", "--out", text(&key)]).must_refuse(&["is there already"]);
    let line =
        |name: &str| ran.stdout.lines().find(|line| line.trim().starts_with(name)).expect("a line").trim().to_owned();
    let lines = format!("[routes.keys.kanarie]\n{}\n{}\n", line("encrypt"), line("verify"));
    made.append(&format!("[canary]\nkey = \"canary.key\"\nhour = 0\n\n{lines}"));
    (made, format!("http://{address}"), lines)
}

/// Asks until it is so.
#[track_caller]
fn in_time(look: impl Fn() -> Ran, says: &str) -> Ran {
    let end = Instant::now() + Duration::from_secs(60);
    loop {
        let ran = look();
        if ran.stdout.contains(says) {
            return ran;
        }
        assert!(Instant::now() < end, "does not say {says:?}: {ran:?}");
        std::thread::sleep(Duration::from_millis(300));
    }
}

#[test]
fn check_sends_a_canary_from_outside_and_says_where_to_look_for_it() {
    let (made, address, lines) = with_canary();
    made.command(&["check"]).must_end(0).must_say("warn  canary: none was sent yet");
    // Nobody is there.
    let ran = made.command(&["check", "--from-outside", &address]);
    ran.must_refuse(&["1 check failed"]).must_say("link bereik: Het meldpunt is niet te bereiken");
    let mut serve = command(BINARY, &["serve", "--config", text(&made.config())]);
    serve.env("SIGNAALKLUIS__DESK__MONITOR", "127.0.0.1:0");
    let program = Program::start(serve);
    assert_eq!(program.portal, address);
    // The desk sends its own.
    in_time(|| made.command(&["check"]), "ok    canary: came through on").must_end(0);
    let mut monitor = Browser::at(&program.address("desk-monitor").expect("a monitor"));
    assert!(monitor.fetch("/metrics").body.contains("signaalkluis_canary_well 1"));
    let ran = made.command(&["check", "--from-outside", &address]);
    ran.must_end(0).must_say("ok    from outside").must_say("look  in every log").must_say("switch that log off");
    made.command(&["check", "--from-outside", "http://meld.example"]).must_refuse(&["--from-outside", "https://"]);
    drop(program);
    // A portal and a desk that were given another recipient than the key in the file.
    let strange = unseal::FullKey::<seal::role::Route>::generate(&mut rand::rng()).halves();
    let own = lines.lines().find_map(|line| line.strip_prefix("encrypt = ")).expect("a line").to_owned();
    let wrong = made.variant("anders.toml", |config| {
        config
            .replace(&own, &format!("\"{}\"", strange.encrypt))
            .replace("\"canary.key\"", &format!("\"{}\"", text(&made.dir().join("canary.key"))))
    });
    let program = Program::serve(&wrong);
    let ran = made.command(&["check", "--from-outside", &address]);
    ran.must_end(1);
    let failed = |words: &str| ran.stdout.lines().any(|line| line.starts_with("FAIL") && line.contains(words));
    assert!(failed("link opening: De kluis kan de melding niet openen"), "{ran:#?}");
    // What the portal says of itself, it says a moment after it listens.
    in_time(|| made.command(&["check"]), "FAIL  route kanarie: a running portal has another key").must_end(1);
    let ran = run(&["check", "--config", text(&wrong)]);
    ran.must_end(1).must_say("FAIL  canary: canary.key is not the key of routes.keys.kanarie");
    drop(program);
}

#[test]
fn a_canary_that_cannot_be_used_is_refused_at_start_with_key_and_reason() {
    let (made, ..) = with_canary();
    let refused = |from: &str, to: &str, says: &[&str]| {
        let config = made.variant("fout.toml", |config| {
            let config = config.replace(from, to);
            config.replace("\"canary.key\"", &format!("\"{}\"", text(&made.dir().join("canary.key"))))
        });
        run(&["serve", "--config", text(&config)]).must_refuse(says);
    };
    refused("hour = 0", "hour = 24", &["canary.hour", "0 to 23"]);
    refused("hour = 0", "hour = 0\nuur = 1", &["uur"]);
    refused("\"canary.key\"", "\"weg.key\"", &["canary.key", "weg.key"]);
    refused("\"canary.key\"", "\"signaalkluis.db\"", &["canary.key"]);
    refused("hour = 0", "hour = 0\nurl = \"http://meld.example\"", &["canary.url", "https://"]);
    refused("hour = 0", "hour = 0\nca = \"weg.pem\"", &["canary.ca", "weg.pem"]);
    let config = text(&made.config()).to_owned();
    refused("hour = 0", &format!("hour = 0\nca = \"{config}\""), &["canary.ca", "no certificate"]);
    fs::set_permissions(made.dir().join("canary.key"), fs::Permissions::from_mode(0o644)).expect("a mode");
    refused("hour = 0", "hour = 0", &["canary.key", "others may read it"]);
    // And without one, asking for it is no success.
    let off = made.variant("uit.toml", |config| config.replace("key = \"canary.key\"", "key = \"\""));
    run(&["check", "--config", text(&off)]).must_end(0).must_say("warn  canary: none;");
    let ran = run(&["check", "--config", text(&off), "--from-outside", "http://127.0.0.1:1"]);
    ran.must_end(1).must_say("FAIL  from outside: no canary is configured");
}

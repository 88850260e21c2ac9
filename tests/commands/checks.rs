//! `check` says what is not fit to run, and ends with status 1 for it.

use std::{fs, os::unix::fs::PermissionsExt};

use crate::helpers::{
    installation::Installation,
    postgres::Cluster,
    program::{run, text},
};

#[test]
fn check_says_what_is_broken() {
    let made = Installation::founded();
    let well = made.command(&["check"]);
    well.must_end(0)
        .must_say("ok    database")
        .must_say("ok    route aov")
        .must_say("warn  http://127.0.0.1:8080: plain http");
    assert!(!well.stdout.contains("FAIL"));
    assert!(!well.stdout.contains("nobody answers"));
    let moved = made.variant("poort.toml", |config| config.replace("127.0.0.1:0", "127.0.0.1:9091"));
    run(&["check", "--config", text(&moved)]).must_end(0).must_say("nobody answers at that address");
    // Its first member is alone so far.
    well.must_say("warn  route aov: members who can open it: 1");
    let broken = |name: &str, change: &dyn Fn(String) -> String, says: &[&str]| {
        let config = made.variant(name, change);
        let ran = run(&["check", "--config", text(&config)]);
        ran.must_refuse(&["check"]);
        for one in says {
            assert!(ran.stdout.lines().any(|line| line.starts_with("FAIL") && line.contains(one)), "{one}: {ran:?}");
        }
    };
    // Another key than the members made: somebody must find out why.
    let keys = |config: &str| {
        let key = unseal::FullKey::<seal::role::Route>::generate(&mut rand::rng());
        let halves = key.halves();
        let start = config.find("[routes.keys.aov]").expect("the key");
        format!(
            "{}[routes.keys.aov]\nencrypt = \"{}\"\nverify = \"{}\"\n",
            &config[..start],
            halves.encrypt,
            halves.verify
        )
    };
    broken("andere.toml", &|config| keys(&config), &["route aov", "another key"]);
    // A key that nobody made.
    broken(
        "niemand.toml",
        &|config| keys(&config).replace("keys.aov", "keys.ambtelijk"),
        &["route ambtelijk", "no member made this key"],
    );
    let recovery = format!("recovery = \"{}\"", made.recovery.to_public());
    broken("herstel.toml", &|config| config.replace(&recovery, "recovery = \"\""), &["routes.recovery is empty"]);
    // A database that is not there, or is none.
    let url = format!("sqlite://{}", made.dir().join("signaalkluis.db").display());
    broken("map.toml", &|config| config.replace(&url, "sqlite:///nergens/kluis.db"), &["database"]);
    let junk = made.beside("onzin.db");
    fs::write(&junk, "dit is geen database ".repeat(500)).expect("written");
    broken("onzin.toml", &|config| config.replace(&url, &format!("sqlite://{}", junk.display())), &["database"]);
    let missing = made.beside("weg.db");
    broken("weg.toml", &|config| config.replace(&url, &format!("sqlite://{}", missing.display())), &["database"]);
    assert!(!missing.exists(), "looking makes nothing");

    fs::set_permissions(made.config(), fs::Permissions::from_mode(0o644)).expect("a mode");
    let open = made.command(&["check"]);
    open.must_refuse(&["1 check failed"]).must_say("mode 644").must_say("chmod 600");
    made.edit(&recovery, "recovery = \"\"");
    made.command(&["check"]).must_refuse(&["2 checks failed"]);
}

#[test]
fn nothing_is_destroyed_that_nobody_consented_to() {
    let made = Installation::founded();
    made.command(&["retention", "run", "--dry-run"]).must_end(0).must_say("nobody consented");
    made.command(&["retention", "run"]).must_end(0).must_say("nobody consented");
    let refused =
        [("\nmonths = 12", "\nmonths = 0", "retention.screened.months"), ("\nground", "\ngronden", "unknown field")];
    for (from, to, why) in refused {
        let config = made.variant("termijn.toml", |config| config.replacen(from, to, 1));
        let ran = run(&["retention", "run", "--config", text(&config)]);
        assert!(ran.status != 0 && ran.stderr.contains(why), "{ran:?}");
    }
}

#[test]
fn check_finds_a_postgresql_that_does_not_answer() {
    let Some(cluster) = Cluster::start() else { return };
    let made = Installation::new();
    let url = format!("sqlite://{}", made.dir().join("signaalkluis.db").display());
    made.edit(&url, &cluster.database());
    made.command(&["account", "list"]).must_end(0);
    made.command(&["check"]).must_end(0).must_say("ok    database");
    cluster.crash();
    let ran = made.command(&["check"]);
    ran.must_refuse(&["1 check failed"]).must_say("FAIL  database");
    made.command(&["account", "list"]).must_end(1);
}

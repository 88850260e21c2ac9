//! A configuration that cannot be right is refused with file, key and reason; the environment overrides the file.

use domain::RouteName;
use unseal::FullKey;

use crate::helpers::{
    installation::Installation,
    program::{BINARY, Program, command, run, run_with, text},
};

fn lines(route: &str, key: &FullKey<seal::role::Route>) -> String {
    let halves = key.halves();
    format!("\n[routes.keys.{route}]\nencrypt = \"{}\"\nverify = \"{}\"\n", halves.encrypt, halves.verify)
}

fn route_key() -> FullKey<seal::role::Route> {
    FullKey::generate(&mut rand::rng())
}

#[test]
fn what_is_wrong_in_a_configuration_is_named_with_file_key_and_reason() {
    let made = Installation::new();
    let (one, two) = (route_key(), route_key());
    let demo = unseal::demo::route(RouteName::Aov);
    let halves = one.halves();
    let replaced = |from: &'static str, to: &'static str| {
        move |config: String| {
            assert!(config.contains(from), "{from}");
            config.replacen(from, to, 1)
        }
    };
    let added = |more: String| move |config: String| config + &more;
    type Change = Box<dyn Fn(String) -> String>;
    let cases: Vec<(&str, Change, Vec<&str>)> = vec![
        ("key", Box::new(replaced("listen =", "lissen =")), vec!["lissen", "unknown"]),
        ("section", Box::new(added("\n[portaal]\nx = 1\n".into())), vec!["portaal", "unknown"]),
        (
            "type",
            Box::new(replaced("[desk]", "[desk]\nidle_minutes = \"lang\"")),
            vec!["desk.idle_minutes", "invalid type"],
        ),
        ("list", Box::new(replaced("name = \"Gemeente\"", "name = []")), vec!["organisation.name", "invalid type"]),
        ("negative", Box::new(replaced("[desk]", "[desk]\nsession_hours = -1")), vec!["desk.session_hours"]),
        (
            "minutes",
            Box::new(replaced("[desk]", "[desk]\nidle_minutes = 1")),
            vec!["desk.idle_minutes: must be 5 to 60"],
        ),
        (
            "hours",
            Box::new(replaced("[desk]", "[desk]\nsession_hours = 13")),
            vec!["desk.session_hours: must be 1 to 12"],
        ),
        ("toml", Box::new(added("\n[routes\n".into())), vec!["line "]),
        ("twice", Box::new(added("\n[routes]\nrecovery = \"\"\n".into())), vec!["duplicate"]),
        (
            "subject",
            Box::new(replaced("[routes.subjects]", "[routes.subjects]\nkoning = \"aov\"")),
            vec!["routes.subjects", "koning"],
        ),
        (
            "himself",
            Box::new(replaced("[routes.subjects]", "[routes.subjects]\nburgemeester = \"burgemeester\"")),
            vec!["routes.subjects", "never reads it"],
        ),
        (
            "servant",
            Box::new(replaced("[routes.subjects]", "[routes.subjects]\nwethouder = \"aov\"")),
            vec!["routes.subjects", "works for"],
        ),
        ("route", Box::new(added(lines("onbekend", &one))), vec!["routes.keys.onbekend: is no route"]),
        (
            "half",
            Box::new(added(format!("\n[routes.keys.aov]\nencrypt = \"{}\"\n", halves.encrypt))),
            vec!["routes.keys.aov.verify: is missing"],
        ),
        (
            "other half",
            Box::new(added(format!("\n[routes.keys.aov]\nverify = \"{}\"\n", halves.verify))),
            vec!["routes.keys.aov.encrypt: is missing"],
        ),
        (
            "malformed",
            Box::new(added("\n[routes.keys.aov]\nencrypt = \"age1x\"\nverify = \"y\"\n".into())),
            vec!["routes.keys.aov.encrypt"],
        ),
        (
            "swapped",
            Box::new(added(format!(
                "\n[routes.keys.aov]\nencrypt = \"{}\"\nverify = \"{}\"\n",
                halves.verify, halves.encrypt
            ))),
            vec!["routes.keys.aov.encrypt"],
        ),
        (
            "duplicate",
            Box::new(added(lines("aov", &two) + &lines("ambtelijk", &two))),
            vec!["routes.keys.ambtelijk", "aov too"],
        ),
        ("demo", Box::new(added(lines("burgemeester", &demo))), vec!["routes.keys.burgemeester", "demo"]),
        ("recovery", Box::new(replaced("recovery = \"age1", "recovery = \"age2")), vec!["routes.recovery"]),
        (
            "http",
            Box::new(replaced(
                "public_url = \"http://127.0.0.1:8080\"",
                "public_url = \"http://meld.gemeente.example\"",
            )),
            vec!["portal.public_url", "https://"],
        ),
        (
            "desk http",
            Box::new(replaced("public_url = \"http://127.0.0.1:8081\"", "public_url = \"http://10.0.0.1\"")),
            vec!["desk.public_url", "https://"],
        ),
        (
            "look-alike",
            Box::new(replaced(
                "public_url = \"http://127.0.0.1:8080\"",
                "public_url = \"http://localhost.gemeente.example\"",
            )),
            vec!["portal.public_url", "https://"],
        ),
        (
            "look-alike 2",
            Box::new(replaced(
                "public_url = \"http://127.0.0.1:8080\"",
                "public_url = \"http://127.0.0.1.gemeente.example/\"",
            )),
            vec!["portal.public_url", "https://"],
        ),
        (
            "look-alike 3",
            Box::new(replaced(
                "public_url = \"http://127.0.0.1:8080\"",
                "public_url = \"http://localhost@gemeente.example/\"",
            )),
            vec!["portal.public_url", "https://"],
        ),
        (
            "look-alike 4",
            Box::new(replaced(
                "public_url = \"http://127.0.0.1:8080\"",
                "public_url = \"http://localhost:80@gemeente.example\"",
            )),
            vec!["portal.public_url", "https://"],
        ),
        (
            "no url",
            Box::new(replaced("public_url = \"http://127.0.0.1:8080\"", "public_url = \"meld\"")),
            vec!["portal.public_url", "https://"],
        ),
        ("database", Box::new(replaced("url = \"sqlite://", "url = \"mysql://")), vec!["sqlite://", "postgres://"]),
    ];
    for (name, change, says) in cases {
        let config = made.variant(&format!("{name}.toml"), change);
        let mut expected = says;
        let path = text(&config).to_owned();
        if name != "database" {
            expected.push(&path);
        }
        run(&["serve", "--config", &path]).must_refuse(&expected);
        let checked = run(&["check", "--config", &path]);
        assert_eq!(checked.status, 1, "{name}: {checked:?}");
    }
    let nowhere = made.beside("nergens.toml");
    run(&["serve", "--config", text(&nowhere)]).must_refuse(&[text(&nowhere), "cannot be read"]);
    run(&["serve", "--config", text(&made.dir())]).must_refuse(&[text(&made.dir()), "cannot be read"]);
}

#[test]
fn addresses_of_this_machine_itself_may_be_plain_http() {
    let made = Installation::new();
    for address in [
        "http://127.0.0.1",
        "http://localhost:8080/",
        "http://[::1]:80",
        "http://localhost",
        "https://meld.gemeente.example",
    ] {
        let config = made.variant("adres.toml", |config| config.replacen("http://127.0.0.1:8080", address, 1));
        run(&["check", "--config", text(&config)]).must_end(0);
    }
}

#[test]
fn the_environment_overrides_the_file() {
    let made = Installation::founded();
    let mut serve = command(BINARY, &["serve", "--config", text(&made.config())]);
    serve.env("SIGNAALKLUIS__ORGANISATION__NAME", "Gemeente Omgeving");
    let program = Program::start(serve);
    let mut browser = crate::helpers::browser::Browser::at(&program.portal);
    browser.open("/").must_say("Gemeente Omgeving");
    let config = made.config();
    let with = |name: &str, value: &str| run_with(&["check", "--config", text(&config)], &[(name, value)]);
    with("SIGNAALKLUIS__DESK__IDLE_MINUTES", "1").must_refuse(&["desk.idle_minutes: must be 5 to 60"]);
    with("SIGNAALKLUIS__DESK__IDLE_MINUTES", "20").must_end(0);
    with("SIGNAALKLUIS__DESK__IDEL_MINUTES", "20").must_refuse(&["idel_minutes"]);
    with("SIGNAALKLUIS__ROUTES__RECOVERY", "").must_refuse(&["1 check failed"]).must_say("FAIL  routes.recovery");
    let other = made.beside("anders.db");
    let url = format!("sqlite://{}", other.display());
    // A database that nobody made is somebody else's address: an invitation to it would lead nowhere.
    let ran = run_with(&["account", "list", "--config", text(&config)], &[("SIGNAALKLUIS__DATABASE__URL", &url)]);
    ran.must_refuse(&["there is no database at", "anders.db", "--config"]);
    assert!(!other.exists());
}

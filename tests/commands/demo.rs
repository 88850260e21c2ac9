//! `demo`: complete, known to everybody, kept, and never mixed with a real installation; and `export`, tried on it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use serde_json::Value;
use tempfile::TempDir;

use crate::helpers::{
    installation::Installation,
    people::{Melder, Officer},
    program::{BINARY, Program, command, finish, run, text},
    skip,
};

/// A filled demo, made once for every test here; each works on a copy.
fn filled() -> &'static Path {
    static DEMO: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, dir) = DEMO.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dir = folder.path().join("proef");
        let (status, _) = start(&dir).stop(std::time::Duration::from_secs(20));
        assert!(status.success());
        (folder, dir)
    });
    dir
}

/// Starts the demo on any two free ports, so that several can run at once.
fn start(dir: &Path) -> Program {
    let mut demo = command(BINARY, &["demo", "--dir", text(dir)]);
    demo.env("SIGNAALKLUIS__PORTAL__LISTEN", "127.0.0.1:0").env("SIGNAALKLUIS__DESK__LISTEN", "127.0.0.1:0");
    Program::start(demo)
}

fn copy_of(dir: &Path) -> TempDir {
    let copy = tempfile::tempdir().expect("a temporary folder");
    // The samples have no files.
    let files = fs::read_dir(dir).expect("a folder").flatten().filter(|entry| entry.path().is_file());
    for entry in files {
        fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("a copy");
    }
    copy
}

fn index(dir: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(dir.join("demo.json")).expect("demo.json")).expect("JSON")
}

fn samples() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../config/demo/signalen.json");
    serde_json::from_str(&fs::read_to_string(path).expect("the samples")).expect("JSON")
}

#[test]
fn the_demo_is_complete_and_kept_on_a_second_start() {
    let copy = copy_of(filled());
    let dir = copy.path();
    let before = index(dir);
    let program = start(dir);
    let now = index(dir);
    assert_eq!((&now["portal"], &now["desk"]), (&Value::from(&*program.portal), &Value::from(&*program.desk)));
    assert_eq!(now["signals"], before["signals"], "a second start keeps what there is");
    assert!(!program.said.contains("filling"), "{}", program.said);

    let (signals, samples) = (now["signals"].as_array().expect("signals"), samples());
    assert_eq!((signals.len(), samples.len()), (40, 40));
    for sample in &samples {
        let signal = signals.iter().find(|signal| signal["id"] == sample["id"]).expect("each sample is loaded");
        assert_eq!(signal["route"], sample["verwachte_route"], "{}", sample["id"]);
    }
    for account in ["aov", "burgemeester", "voorzitter-ic", "integriteit", "beheer", "lio-jurist"] {
        let name = Value::from(format!("{account}@demo.example"));
        assert!(now["accounts"].as_array().expect("accounts").contains(&name), "{name}");
        let mut officer = Officer::at(&program.desk);
        officer.logs_in(name.as_str().expect("a name"), "demo-demo-demo").must_be(200).must_say("proefopstelling");
    }
    for file in ["config_file", "recovery_identity_file"] {
        assert!(dir.join(now[file].as_str().expect("a name")).is_file(), "{file}");
    }
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov@demo.example", "demo-demo-demo").must_be(200);
    let of_aov: Vec<_> = signals.iter().filter(|signal| signal["route"] == "aov").collect();
    aov.browser.open("/wachtrij").must_say(&format!("{} signalen", of_aov.len()));
    for signal in signals {
        let kenmerk = signal["kenmerk"].as_str().expect("a kenmerk");
        let mine = signal["route"] == "aov";
        aov.reads(kenmerk).must_be(if mine { 200 } else { 404 });
        let mut melder = Melder::at(&program.portal);
        let mailbox = melder.opens(signal["pickup_code"].as_str().expect("a code"));
        mailbox.must_be(200).must_say("proefopstelling");
    }
}

/// What was weighed had its vooronderzoek first: where the status says one thing, the track says no other.
#[test]
fn the_demos_integrity_signals_stand_where_their_track_says() {
    let copy = copy_of(filled());
    let program = start(copy.path());
    let mut far = 0;
    for login in ["burgemeester", "voorzitter-ic", "integriteit"] {
        let mut officer = Officer::at(&program.desk);
        officer.logs_in(&format!("{login}@demo.example"), "demo-demo-demo").must_be(200);
        for kenmerk in officer.queue() {
            let page = officer.reads(&kenmerk);
            let is_far =
                ["Nu: Gewogen", "Nu: In vooronderzoek", "Nu: Vooronderzoek afgerond", "Nu: In feitenonderzoek"];
            if !is_far.iter().any(|status| page.says(status)) {
                continue;
            }
            far += 1;
            page.must_not_say("Start het vooronderzoek").must_not_say("In voorscreening’. Daarna");
            if page.says("Nu: In feitenonderzoek") {
                page.must_say("Maak de onderzoekopdracht");
            }
        }
    }
    assert!(far >= 6, "{far}");
}

#[test]
fn demo_and_real_installations_never_mix() {
    let dir = filled();
    let config = dir.join("config.toml");
    run(&["serve", "--config", text(&config)]).must_refuse(&[text(&config), "routes.keys", "demo"]);
    run(&["check", "--config", text(&config)]).must_refuse(&["demo"]);
    let made = Installation::new();
    let before = fs::read(made.config()).expect("a configuration");
    run(&["demo", "--dir", text(&made.dir())]).must_refuse(&[text(&made.dir()), "real installation"]);
    assert_eq!(fs::read(made.config()).expect("a configuration"), before, "nothing was touched");
    let other = made.beside("foto's");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("vakantie.jpg"), "x").expect("written");
    run(&["demo", "--dir", text(&other)]).must_refuse(&["choose another folder"]);
    let public = made.recovery.to_public().to_string();
    run(&["init", "--dir", text(dir), "--recovery", &public]).must_refuse(&["is not empty"]);
}

#[test]
fn an_export_opens_with_age_alone_step_by_step() {
    let dir = filled();
    let index = index(dir);
    let samples = samples();
    let signal = index["signals"].as_array().expect("signals").iter().find(|s| s["has_answers"] == true).expect("one");
    let sample = samples.iter().find(|sample| sample["id"] == signal["id"]).expect("its sample");
    let work = tempfile::tempdir().expect("a temporary folder");
    let out = work.path().join("uit");
    let kenmerk = signal["kenmerk"].as_str().expect("a kenmerk");
    let config = dir.join("config.toml");
    let export = |out: &Path| run(&["export", kenmerk, "--out", text(out), "--config", text(&config)]);
    export(&out).must_end(0).must_say("age -d");
    export(&out).must_refuse(&["is not empty"]);
    run(&["export", "2026-ZZZZZZ", "--out", text(&out), "--config", text(&config)])
        .must_refuse(&["2026-ZZZZZZ", "no such signal"]);

    if !Path::new("/usr/bin/age").exists() {
        return skip("age", "apt-get install age");
    }
    let open = |identity: &Path, file: &Path| {
        let ran = finish(command("/usr/bin/age", &["-d", "-i", text(identity), text(file)]));
        ran.must_end(0);
        ran.stdout
    };
    let step = |identity: &Path, file: &str, name: &str| {
        let path = work.path().join(name);
        fs::write(&path, open(identity, &out.join(file))).expect("written");
        path
    };
    let recovery = dir.join(index["recovery_identity_file"].as_str().expect("a name"));
    let route = step(&recovery, "route-key.age", "route.txt");
    let (intake, source) = (step(&route, "intake.key.age", "intake.txt"), step(&route, "bron-1.key.age", "bron.txt"));
    let case = step(&route, "dossier-1.key.age", "dossier.txt");
    let in_folder = |name: &str| {
        let mut files: Vec<_> = fs::read_dir(out.join(name)).expect("a folder").flatten().map(|e| e.path()).collect();
        files.sort();
        files
    };
    // The first line of an item is what was written, as JSON.
    let body = |identity: &Path, file: &Path| -> Value {
        serde_json::from_str(open(identity, file).lines().next().expect("a line")).expect("JSON")
    };
    let intake_items = in_folder("intake");
    let report = intake_items.iter().find(|path| text(path).contains("melding")).expect("the report");
    let told = body(&intake, report).to_string();
    let wat = Value::from(sample["wat"].as_str().expect("a text").trim_end()).to_string();
    assert!(told.contains(&wat), "{told}");
    let conversation: String = in_folder("bron-1").iter().map(|path| body(&source, path).to_string()).collect();
    let said = sample["gesprek"].as_array().expect("a conversation").iter().find(|one| one["van"] != "melder");
    let said =
        Value::from(said.expect("a message of the desk")["tekst"].as_str().expect("a text").trim_end()).to_string();
    assert!(conversation.contains(&said), "{conversation}");
    let file: String = in_folder("dossier-1").iter().map(|path| body(&case, path).to_string()).collect();
    assert!(file.contains("proportionaliteit"), "{file}");
    // Another identity opens nothing.
    let wrong = work.path().join("vreemd.txt");
    use age::secrecy::ExposeSecret;
    fs::write(&wrong, age::x25519::Identity::generate().to_string().expose_secret()).expect("written");
    finish(command("/usr/bin/age", &["-d", "-i", text(&wrong), text(&out.join("route-key.age"))])).must_end(1);
}

#[test]
fn a_demo_that_was_cut_off_while_filling_is_made_anew() {
    let copy = copy_of(filled());
    fs::remove_file(copy.path().join("demo.json")).expect("removed");
    fs::write(copy.path().join("signaalkluis.db"), "half").expect("written");
    let program = start(copy.path());
    assert_eq!(index(copy.path())["signals"].as_array().expect("signals").len(), 40);
    Officer::at(&program.desk).logs_in("aov@demo.example", "demo-demo-demo").must_be(200);
}

#[test]
fn one_reporter_of_the_demo_gave_a_name_and_the_bewaarder_is_there() {
    let made = index(filled());
    let named = made["signals"].as_array().expect("signals").iter().filter(|signal| signal["has_name"] == true);
    let named: Vec<_> = named.collect();
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["route"], "aov");
    assert!(made["accounts"].as_array().expect("accounts").iter().any(|login| login == "bewaarder@demo.example"));
}

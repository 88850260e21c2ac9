//! What was signed and sealed before the key was replaced still holds: meetings, consents, notebooks, closed signals, exports.

use std::process::{Command, Stdio};

use ::domain::RouteName;
use chrono::TimeDelta;
use desk::destruction::{self, Run, Verdict};

use super::{PAGE, REPORT, Scene, newest};
use crate::{
    helpers::{
        installation::{Installation, PASSWORD as FIRST, lines_and_words},
        people::{Melder, Officer, Tale},
        program::text,
        town::{Town, routes},
    },
    keeping::Closed,
    meeting, rights,
};

fn replaces(officer: &mut Officer, stays: &[String]) {
    let form = officer.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "vervangen").untick("blijft");
    let form = stays.iter().fold(form, |form, id| form.tick("blijft", id));
    officer.browser.submit(&form).must_be(200).must_say("De sleutel is vervangen");
}

fn goes_on(officer: &mut Officer) {
    let form = officer.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "verder");
    officer.browser.submit(&form).must_be(200).must_say("Klaar");
}

#[test]
fn a_meeting_of_before_reads_on_and_goes_on_and_the_old_key_adds_nothing_to_it() {
    Town::each(|town| {
        let mut scene = meeting::Scene::in_town(town);
        let kenmerk = scene.signal("Contant geld in een keet.", "eerstvolgende overleg");
        scene.plans().must_be(200);
        let address = format!("/overleggen/{}", meeting::DAY);
        replaces(&mut scene.aov, &[]);
        scene.aov.browser.open(&address).must_be(200).must_say(&kenmerk);
        scene.aov.browser.open("/").must_not_say("Het overleg van");
        // It is held under the new key, and what was planned before is not damaged by that.
        scene.takes("vaststellen").must_be(200).must_say("De agenda staat vast").must_say(&kenmerk);
        // Who left writes the next version, with the old key and in his own name.
        writes_with_the_old_key(&scene.town);
        scene.aov.browser.open(&address).must_say(SHOUTED);
    });
}

/// What a meeting's page says where a version of it was not written by a member with the route's key.
const SHOUTED: &str = "weg of niet ondertekend";

/// The next version of the meeting: sealed to the route's new key, signed by the old one and by who left.
fn writes_with_the_old_key(town: &Town) {
    let datum = meeting::DAY.parse().expect("a day");
    let (route, person) = (unseal::demo::route(RouteName::Aov), unseal::demo::person("aov2"));
    let rows = town.runtime.block_on(town.store.meeting(RouteName::Aov, datum)).expect("rows");
    let (last, number) = (rows.last().expect("a meeting"), u32::try_from(rows.len()).expect("few") + 1);
    let place = seal::meeting::RecordPlace { route: RouteName::Aov, datum, number };
    let previous = Some(seal::Digest::of(&last.sealed));
    // What stood there first, word for word: only who signed it is wrong.
    let opened = route.open(&rows[0].sealed).expect("sealed to the old key");
    let first = seal::meeting::RecordPlace { number: 1, ..place };
    let (_, record) = seal::meeting::verify(&opened, first, &route.halves().verify.into()).expect("the first version");
    let body: ::domain::meeting::Meeting = serde_json::from_str(record.body.get()).expect("a meeting");
    let to = newest(town);
    let sealed = seal::meeting::seal(place, previous, &body, &route, &person, &[to.encrypt.any()]).expect("sealed");
    let number = i32::try_from(number).expect("few");
    let row = entity::meeting::Model { route: RouteName::Aov, held_on: datum, number, sealed: sealed.into_bytes() };
    let under = |number| store::Under { route: RouteName::Aov, number };
    // The store itself takes nothing more under the old key.
    let old = under(1);
    assert!(
        town.runtime
            .block_on(town.store.add_meetings(vec![row.clone()], &old, store::meetings::Told::default()))
            .is_err()
    );
    town.runtime
        .block_on(town.store.add_meetings(vec![row], &under(2), store::meetings::Told::default()))
        .expect("put there");
}

#[test]
fn consents_of_before_destroy_what_they_were_given_for_and_lines_of_before_are_believed() {
    Town::each(|town| {
        let scene = Closed::on(town);
        scene.town.later(TimeDelta::days(365));
        for login in ["aov", "aov2"] {
            scene.consents(login).must_be(200);
        }
        let mut aov = scene.town.officer("aov");
        let keeps = [scene.town.account("aov2")];
        replaces(&mut aov, &keeps);
        goes_on(&mut aov);
        let run = Run::by_operator(::domain::Clock::now(scene.town.clock.as_ref()), false);
        let (store, files) = (&scene.town.store, &scene.town.attachments.files);
        let configured = routes(RouteName::ALL);
        let plan = scene.town.runtime.block_on(destruction::run(store, files, &configured, &run)).expect("a run");
        assert_eq!((plan.len(), &plan[0].verdict, plan[0].destroyed), (1, &Verdict::Due, true));
        // The line that is left was signed under the first key. Once more, and one of both signers leaves.
        replaces(&mut aov, &[]);
        aov.browser.open("/bewaren").must_say(&scene.kenmerk).must_not_say("Niet door twee leden ondertekend");
        aov.browser.open("/").must_not_say("is weg");
        assert_ne!(newest(&scene.town), unseal::demo::route(RouteName::Aov).halves());
    });
}

#[test]
fn a_consent_that_who_left_gave_alone_counts_no_more() {
    Town::each(|town| {
        let scene = Closed::on(town);
        scene.town.later(TimeDelta::days(365));
        scene.consents("aov2").must_be(200);
        let mut aov = scene.town.officer("aov");
        replaces(&mut aov, &[]);
        let path = format!("/signalen/{}/bewaren", scene.kenmerk);
        let page = aov.browser.open(&path);
        page.must_be(200)
            .must_say("niet door leden van deze route is ondertekend")
            .must_say("Vraag eerst een ander lid");
    });
}

#[test]
fn a_review_of_before_stands_and_members_say_more_under_the_next_key() {
    Town::each(|town| {
        town.later(TimeDelta::days(30));
        let mut aov = town.officer("aov");
        let page = aov.browser.open(rights::PATH);
        let form = rights::answered(&town, &page, "aov", &[]);
        aov.browser.submit(&form).must_be(200).must_say("U hebt getekend");
        let stands = "Nalopen uiterlijk 23 december 2027";
        aov.browser.open(rights::PATH).must_say(stands);
        replaces(&mut aov, &[town.account("aov2")]);
        let page = aov.browser.open(rights::PATH);
        page.must_be(200).must_say(stands).must_not_say("veranderd of weg");
        let form = page.form_with("/beheer/vervanger", "route", "aov").fill("wie", &town.account("aov2"));
        aov.browser.submit(&form).must_be(200);
        aov.browser.open("/").must_not_say("heeft geen vervanger");
        aov.browser.open(rights::PATH).must_say(stands).must_not_say("veranderd of weg");
    });
}

#[test]
fn a_signal_whose_members_have_its_keys_one_by_one_waits_for_one_of_them() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.town.joins("aov", "beheer");
        // The first member leaves one signal to the others.
        let mut aov2 = scene.town.officer("aov2");
        aov2.takes_away(&scene.kenmerk, "(aov)").must_be(200);
        scene.aov.looks_at(&scene.kenmerk).must_be(404);
        scene.replaces(&["aov2"]).must_be(200);
        let page = scene.goes_on();
        page.must_be(200)
            .must_say("1 van 2")
            .must_say("Hier kunt u niet bij")
            .must_say(&format!("{}: aov2", scene.kenmerk));
        let form = aov2.browser.open(PAGE).must_be(200).form_with(PAGE, "stap", "verder");
        aov2.browser.submit(&form).must_be(200).must_say("2 van 2").must_say("Klaar");
        aov2.reads(&scene.kenmerk).must_be(200).must_say(REPORT).must_not_say("Let op: De");
        scene.aov.looks_at(&scene.kenmerk).must_be(404);
        scene.town.officer("beheer").looks_at(&scene.kenmerk).must_be(404);
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
    });
}

/// `age -d -i KEY FILE`; `None`: it does not open with this key.
fn age_d(key: &std::path::Path, file: &std::path::Path) -> Option<String> {
    let made =
        Command::new("age").arg("-d").arg("-i").arg(key).arg(file).stderr(Stdio::null()).output().expect("age runs");
    made.status.success().then(|| String::from_utf8_lossy(&made.stdout).into_owned())
}

#[test]
fn an_installation_replaces_a_key_check_names_it_and_exports_open_before_and_after() {
    let made = Installation::founded();
    let program = made.serve();
    let report = "Dit verhaal is van voor de wissel.";
    Melder::at(&program.portal).reports(&Tale::about(&["burger"], report));
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", FIRST).must_be(200);
    let kenmerk = aov.only_signal();
    aov.reads(&kenmerk).must_be(200);
    replaces(&mut aov, &[]);
    let behind = made.beside("voor");
    let say = |name: &std::path::Path| {
        let ran = made.command(&["export", &kenmerk, "--out", text(name)]);
        ran.must_end(0).must_say("the route's key was replaced");
    };
    say(&behind);
    goes_on(&mut aov);
    let moved = made.beside("na");
    say(&moved);
    let refused = made.command(&["check"]);
    assert!(refused.stdout.contains("its members replaced this key"), "{refused:?}");
    let (lines, words) = lines_and_words(&aov.browser.open("/beheer"), "aov");
    let config = std::fs::read_to_string(made.config()).expect("a configuration");
    let start = config.find("[routes.keys.aov]").expect("the key");
    std::fs::write(made.config(), format!("{}{lines}", &config[..start])).expect("written");
    // The portal that runs was started with the old lines.
    let stale = made.command(&["check"]);
    assert!(stale.stdout.contains("route aov: a running portal still seals to a key that was replaced"), "{stale:?}");
    program.stop(std::time::Duration::from_secs(30));
    let program = made.serve();
    let told = made.command(&["check"]);
    told.must_end(0).must_say(&words);
    let mut aov = Officer::at(&program.desk);
    aov.logs_in("aov", FIRST).must_be(200);
    aov.browser.open("/").must_not_say("Onvolledig");
    aov.reads(&kenmerk).must_be(200).must_say(report);
    // From the paper key to the reporter's words, in both exports.
    if Command::new("age").arg("--version").output().is_err() {
        eprintln!("age is not installed here: nothing was opened");
        return;
    }
    let recovery = made.beside("herstel.txt");
    let secret = age::secrecy::ExposeSecret::expose_secret(&made.recovery.to_string()).to_owned();
    std::fs::write(&recovery, secret).expect("written");
    for folder in [&behind, &moved] {
        let open = |key: &std::path::Path, name: &str, to: &str| {
            let opened = age_d(key, &folder.join(name)).unwrap_or_else(|| panic!("{name} of {}", folder.display()));
            std::fs::write(folder.join(to), opened).expect("written");
            folder.join(to)
        };
        let route = open(&recovery, "route-key.age", "route.txt");
        let intake = open(&route, "intake.key.age", "intake-key.txt");
        let told = age_d(&intake, &folder.join("intake/melder-1-melding.age")).expect("the report");
        assert!(told.contains(report));
    }
}

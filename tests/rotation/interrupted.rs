//! Replacing stopped halfway, at every step there is, and gone on with; two at once; somebody who writes in between.

use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

use super::{PAGE, REPORT, Scene, leaving::words_of};
use crate::helpers::{people::Tale, town::Town};

/// From now on the database refuses this: the program stops there as if it were killed.
pub fn kill(town: &Town, step: &str, table: &str) {
    if town.url.starts_with("sqlite") {
        town.tamper(&format!(
            "CREATE TRIGGER killed BEFORE {step} ON {table} BEGIN SELECT RAISE(ABORT, 'killed'); END"
        ));
    } else {
        town.tamper(
            "CREATE OR REPLACE FUNCTION kill() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$ LANGUAGE plpgsql",
        );
        town.tamper(&format!("CREATE TRIGGER killed BEFORE {step} ON {table} FOR EACH ROW EXECUTE FUNCTION kill()"));
    }
}

pub fn revive(town: &Town, table: &str) {
    let of = if town.url.starts_with("sqlite") { String::new() } else { format!(" ON {table}") };
    town.tamper(&format!("DROP TRIGGER killed{of}"));
}

fn count(town: &Town, sql: &str) -> i64 {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let backend: DbBackend = db.get_database_backend();
        let row = db.query_one_raw(Statement::from_string(backend, sql)).await.expect("a count");
        row.expect("a row").try_get_by_index(0).expect("a number")
    })
}

#[test]
fn replacing_that_stops_at_any_step_changes_nothing_and_is_done_again() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.kenmerk.clone();
        for (step, table) in [
            ("INSERT", "succession"),
            ("DELETE", "membership"),
            ("DELETE", "introduction"),
            ("INSERT", "membership"),
            ("INSERT", "introduction"),
            ("UPDATE", "route_key"),
        ] {
            let before = scene.newest();
            kill(&scene.town, step, table);
            scene.replaces(&[]).must_be(503);
            revive(&scene.town, table);
            assert_eq!(scene.newest(), before, "{step} {table}");
            assert_eq!(count(&scene.town, "SELECT COUNT(*) FROM succession"), 0, "{step} {table}");
            scene.aov.looks_at(&kenmerk).must_be(200).must_say(REPORT).must_not_say("Let op: De");
            scene.town.officer("aov2").looks_at(&kenmerk).must_be(200).must_say(REPORT);
        }
        scene.replaces(&[]).must_be(200).must_say("De sleutel is vervangen");
        scene.town.officer("aov2").looks_at(&kenmerk).must_be(404);
    });
}

#[test]
fn signals_that_stop_halfway_read_on_and_go_over_later() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let kenmerk = scene.kenmerk.clone();
        for n in 0..3 {
            scene.town.melder().reports(&Tale::about(&["burger"], &format!("Verhaal nummer {n} van vandaag.")));
        }
        for other in scene.aov.queue().iter().take(3) {
            scene.aov.reads(other).must_be(200);
        }
        scene.replaces(&[]).must_be(200).must_say("0 van 5");
        let form = scene.aov.browser.open(PAGE).form_with(PAGE, "stap", "verder");
        for (step, table) in [("INSERT", "head"), ("DELETE", "key_wrap"), ("INSERT", "key_wrap")] {
            kill(&scene.town, step, table);
            scene.aov.browser.submit(&form).must_be(503);
            revive(&scene.town, table);
            scene.aov.browser.open(PAGE).must_say("0 van 5");
            scene.aov.looks_at(&kenmerk).must_be(200).must_say(REPORT).must_not_say("Let op: De");
        }
        // Killed after the second of them.
        let heads = count(&scene.town, "SELECT COUNT(*) FROM head");
        if scene.town.url.starts_with("sqlite") {
            scene.town.tamper(&format!(
                "CREATE TRIGGER killed BEFORE INSERT ON head WHEN (SELECT COUNT(*) FROM head) >= {} \
                 BEGIN SELECT RAISE(ABORT, 'killed'); END",
                heads + 2
            ));
            scene.aov.browser.submit(&form).must_be(503);
            revive(&scene.town, "head");
            scene.aov.browser.open(PAGE).must_say("2 van 5");
            for kenmerk in scene.aov.queue() {
                scene.aov.looks_at(&kenmerk).must_be(200).must_not_say("Let op: De");
            }
        }
        // Two members press at once, and somebody writes meanwhile.
        let (form, desk) = (scene.aov.browser.open(PAGE).form_with(PAGE, "stap", "verder"), scene.town.desk.clone());
        let cookies: Vec<_> = scene.aov.browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (cookies, body) = (cookies.join("; "), crate::helpers::browser::encode(&form.fields));
        let press = || crate::helpers::raw::post(&desk, PAGE, &cookies, body.as_bytes()).status;
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..3).map(|_| scope.spawn(press)).collect();
            scene.melder.opens(&scene.code).must_be(200);
            scene.melder.writes("Ik schrijf er dwars doorheen.").must_be(200);
            for hand in hands {
                assert_eq!(hand.join().expect("an answer"), 303);
            }
        });
        scene.aov.browser.open(PAGE).must_say("5 van 5").must_say("Klaar");
        let page = scene.aov.looks_at(&kenmerk);
        page.must_be(200).must_say(REPORT).must_say("Ik schrijf er dwars doorheen.");
        for kenmerk in scene.aov.queue() {
            scene.aov.looks_at(&kenmerk).must_be(200).must_not_say("U kunt niets toevoegen");
        }
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
    });
}

#[test]
fn of_two_members_who_replace_it_at_once_one_wins_and_the_other_is_told() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let mut aov2 = scene.town.officer("aov2");
        let his = aov2.browser.open(PAGE).form_with(PAGE, "stap", "vervangen");
        // He would leave the other out.
        let his = his.untick("blijft");
        scene.replaces(&["aov2"]).must_be(200);
        let before = scene.newest();
        let page = aov2.browser.submit(&his);
        // His form was made before: the page shows how it is now, and he decides again.
        page.must_be(409).must_say("Een collega was u voor");
        assert_eq!((scene.newest(), count(&scene.town, "SELECT COUNT(*) FROM succession")), (before, 1));
        scene.aov.looks_at(&scene.kenmerk).must_be(200);
        // And at the very same moment.
        let press = |officer: &crate::helpers::people::Officer, form: &crate::helpers::browser::Form| {
            let cookies: Vec<_> =
                officer.browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            (cookies.join("; "), crate::helpers::browser::encode(&form.fields))
        };
        let his = aov2.browser.open(PAGE).form_with(PAGE, "stap", "vervangen");
        let field = format!("woorden-{}", scene.town.account("aov"));
        let forms = [scene.form(&["aov2"]), his.fill(&field, &words_of(&::unseal::demo::person("aov")))];
        let hands = [press(&scene.aov, &forms[0]), press(&aov2, &forms[1])];
        let desk = scene.town.desk.clone();
        let answers: Vec<u16> = std::thread::scope(|scope| {
            let post =
                |(cookies, body): &(String, String)| crate::helpers::raw::post(&desk, PAGE, cookies, body.as_bytes());
            let hands: Vec<_> = hands.iter().map(|hand| scope.spawn(move || post(hand).status)).collect();
            hands.into_iter().map(|hand| hand.join().expect("an answer")).collect()
        });
        assert!(answers.contains(&303) && answers.contains(&409), "{answers:?}");
        assert_eq!(count(&scene.town, "SELECT COUNT(*) FROM succession"), 2);
        for officer in [&mut scene.aov, &mut aov2] {
            officer.looks_at(&scene.kenmerk).must_be(200).must_say(REPORT);
        }
    });
}

#[test]
fn who_was_let_in_while_the_form_stood_open_is_not_left_out_unseen() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let form = scene.form(&[]);
        scene.town.joins("aov", "beheer");
        scene.aov.browser.submit(&form).must_be(422).must_say("intussen veranderd").must_say("beheer");
        assert_eq!(count(&scene.town, "SELECT COUNT(*) FROM succession"), 0);
    });
}

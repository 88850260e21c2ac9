//! Rows of `signal`: columns that say something else than what was signed, rows that changed places, and rows of the
//! forger's.

use ::domain::{Side, SignalId};
use ::seal::Digest;
use chrono::TimeDelta;
use entity::signal;
use sea_orm::EntityTrait;

use super::{
    ADDITION, REPORT, Scene, THANKS, change, delete,
    forger::{self, Forged, LIE},
    insert, items_of, one, with_db,
};
use crate::helpers::{
    people::{Officer, Tale},
    town::Town,
};

/// Two signals of one town, each with its own melder: the second one's code and kenmerk come back too.
fn two_signals() -> (Scene, String, String) {
    let mut scene = Scene::new();
    let code = scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let other = scene.aov.queue().into_iter().find(|kenmerk| *kenmerk != scene.kenmerk).expect("a second signal");
    scene.aov.answers(&other, "Vraag", "Welke schuur bedoelt u?").must_be(200);
    (scene, code, other)
}

/// What the queue says of every signal, without its filters.
fn queue_rows(officer: &mut Officer) -> String {
    officer.browser.open("/wachtrij").must_be(200).texts("table").join(" ")
}

#[test]
fn a_status_that_was_changed_in_the_database_is_shouted_and_the_signed_one_is_shown() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.town.tamper("UPDATE signal SET standing = 'Afgerond', term = NULL, due = NULL");
        let page = scene.desk();
        page.must_be(200).must_say("De status in de database is een andere dan de ondertekende");
        page.must_say("Nu: Ontvangst bevestigd").must_say("Melder ziet: Wij bekijken uw signaal");
        let rows = queue_rows(&mut scene.aov);
        assert!(rows.contains("Ontvangst bevestigd") && rows.contains("De status in de database"), "{rows}");
        assert!(!rows.contains("Afgerond"), "{rows}");
        scene.mailbox().must_be(200).must_say("Wij bekijken uw signaal").must_not_say("Afgerond");
    });
}

#[test]
fn a_term_that_was_pushed_away_in_the_database_passes_in_silence_nowhere() {
    for (term, due) in [("'ontvangstbevestiging'", "'2099-01-01'"), ("NULL", "NULL")] {
        let town = Town::new();
        let code = town.melder().reports(&Tale::ordinary());
        town.tamper(&format!("UPDATE signal SET term = {term}, due = {due}"));
        town.later(TimeDelta::days(9));
        let mut aov = town.officer("aov");
        let first = aov.browser.open("/");
        let kenmerk = aov.only_signal();
        first
            .must_be(200)
            .must_say("Te laat, reden ontbreekt Ontvangstbevestiging sturen")
            .must_say("Uiterlijk 30 november 2026");
        first.must_say(&kenmerk).must_say("De termijn in de database klopt niet");
        let rows = queue_rows(&mut aov);
        assert!(rows.contains("Te laat, reden ontbreekt ontvangstbevestiging 30 november 2026"), "{rows}");
        aov.reads(&kenmerk).must_say("De termijn in de database klopt niet").must_say("30 november 2026");
        town.melder().opens(&code).must_say("Wij hadden u uiterlijk 30 november 2026 een eerste bericht beloofd");
    }
}

#[test]
fn a_term_that_was_pulled_near_in_the_database_cries_no_wolf() {
    let mut scene = Scene::new();
    scene.town.tamper("UPDATE signal SET due = '2026-01-01', term = 'ontvangstbevestiging'");
    let first = scene.aov.browser.open("/");
    first.must_be(200).must_not_say("1 januari 2026").must_not_say("Ontvangstbevestiging sturen");
    first.must_say("De termijn in de database klopt niet");
    scene.desk().must_not_say("1 januari 2026").must_say("De termijn in de database klopt niet");
    scene.mailbox().must_say("U hoort uiterlijk 23 februari 2027");
}

#[test]
fn a_date_of_receipt_that_was_changed_is_not_believed() {
    let mut scene = Scene::new();
    scene.town.tamper("UPDATE signal SET received_on = '2025-05-05'");
    scene.desk().must_say("De datum van ontvangst in de database klopt niet").must_say("23 november 2026");
    for path in ["/", "/wachtrij"] {
        scene.aov.browser.open(path).must_be(200).must_not_say("5 mei 2025");
    }
    scene.mailbox().must_not_say("2025");
}

#[test]
fn a_signal_that_was_moved_to_another_route_is_missed_by_its_own_and_read_by_no_other() {
    let mut scene = Scene::new();
    scene.town.tamper("UPDATE signal SET route = 'burgemeester'");
    let first = scene.aov.browser.open("/");
    first.must_say(&format!("Signaal {} is weg, terwijl u het eerder opende", scene.kenmerk));
    let mut other = scene.town.officer("burgemeester");
    let rows = queue_rows(&mut other);
    assert!(rows.contains("Niet voor u verzegeld"), "{rows}");
    assert!(!rows.contains("Wij bekijken uw signaal"), "an unsigned status is shown: {rows}");
    other.reads(&scene.kenmerk).must_be(404).must_not_say(REPORT);
    other.browser.open("/").must_not_say(REPORT);
    // Whoever has the address still opens it, and is told.
    scene
        .desk()
        .must_be(200)
        .must_say("In de database staat een andere route dan die dit signaal volgens de handtekeningen heeft");
    scene.mailbox().must_be(200).must_say(THANKS);
}

#[test]
fn two_melders_whose_codes_were_swapped_get_each_others_mailbox_not() {
    let mut scene = Scene::new();
    let code = scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let signals = with_db(&scene.town, async |db| signal::Entity::find().all(db).await.expect("signals"));
    let [first, second] = signals.as_slice() else { panic!("two signals: {signals:?}") };
    change(&scene.town, signal::Model { lookup: vec![0; 32], ..first.clone() });
    change(&scene.town, signal::Model { lookup: first.lookup.clone(), ..second.clone() });
    change(&scene.town, signal::Model { lookup: second.lookup.clone(), ..first.clone() });
    let mut other = scene.town.melder();
    for page in [scene.mailbox(), other.opens(&code)] {
        page.must_be(500).must_say("Dit postvak klopt niet").must_not_say(THANKS).must_not_say("fietsen");
    }
}

#[test]
fn two_signals_whose_kenmerken_were_swapped_take_nothing_at_the_desk() {
    let (mut scene, _, other) = two_signals();
    // The officer has the form before him, and then the two change places.
    let form = scene.desk().form(&format!("/signalen/{}/bericht", scene.kenmerk));
    let (own, theirs) = (one(&scene.town, &scene.kenmerk), one(&scene.town, &other));
    change(&scene.town, signal::Model { kenmerk: "2026-ZZZZZZ".parse().expect("a kenmerk"), ..own.clone() });
    change(&scene.town, signal::Model { kenmerk: own.kenmerk.clone(), ..theirs.clone() });
    change(&scene.town, signal::Model { kenmerk: theirs.kenmerk.clone(), ..own.clone() });
    let before = [items_of(&scene.town, own.id), items_of(&scene.town, theirs.id)];
    let form = form.fill("type", "Antwoord").fill("bericht", "Alleen voor de eerste melder.");
    scene.aov.browser.submit(&form).must_be(409).must_say("Onder dit kenmerk staat een ander signaal");
    assert_eq!([items_of(&scene.town, own.id), items_of(&scene.town, theirs.id)], before);
    scene.desk().must_say("In de database staat een ander kenmerk dan de melder heeft ondertekend");
    scene.desk_refuses_to_write();
    let rows = queue_rows(&mut scene.aov);
    assert_eq!(rows.matches("In de database staat een ander kenmerk").count(), 2, "{rows}");
    scene.mailbox().must_be(200).must_say(THANKS).must_not_say("Welke schuur");
}

#[test]
fn the_statement_of_another_signal_opens_nothing() {
    let (mut scene, _, other) = two_signals();
    let row = one(&scene.town, &scene.kenmerk);
    change(&scene.town, signal::Model { intake: one(&scene.town, &other).intake, ..row });
    scene.desk().must_be(500).must_say("Dit signaal klopt niet").must_not_say(REPORT);
    let rows = queue_rows(&mut scene.aov);
    assert!(rows.contains("De verklaring van de melder klopt niet"), "{rows}");
    scene.mailbox().must_be(500).must_say("Dit postvak klopt niet").must_not_say(THANKS);
}

#[test]
fn a_statement_that_was_edited_or_emptied_opens_nothing() {
    let mut scene = Scene::new();
    let row = scene.signal();
    let later = row.intake.replace("2026-11-23", "2026-12-23");
    for intake in [later, row.intake.replacen("\"v\":1", "\"v\":2", 1), String::new(), "{}\n".to_owned()] {
        change(&scene.town, signal::Model { intake, ..row.clone() });
        scene.desk().must_be(500).must_say("Dit signaal klopt niet").must_not_say(REPORT);
        scene.mailbox().must_be(500).must_say("Dit postvak klopt niet").must_not_say(THANKS);
    }
}

#[test]
fn a_forger_who_puts_his_own_statement_and_report_under_an_opened_signal_is_not_shown_as_the_melder() {
    let mut scene = Scene::new();
    let row = scene.signal();
    let forged = Forged::signal(row.id, &row.kenmerk, &forger::own_mailbox());
    scene.town.tamper("DELETE FROM key_wrap WHERE epoch = 0");
    let report = scene.item(Side::Reporter, 1);
    delete(&scene.town, report);
    insert(&scene.town, forged.report.clone());
    insert(&scene.town, forged.wrap.clone());
    change(&scene.town, signal::Model { intake: forged.signal.intake.clone(), ..row.clone() });
    let page = scene.desk();
    page.must_not_say(LIE);
    page.must_say("klopt niet").must_say("Daarom laten wij er niets van zien");
    let rows = queue_rows(&mut scene.aov);
    assert!(rows.contains("klopt niet") && !rows.contains(LIE), "{rows}");
    // With his own lookup the forger finds a mailbox that the desk's head does not name.
    scene.mailbox().must_be(500).must_not_say(THANKS);
    change(&scene.town, signal::Model { lookup: forged.signal.lookup, intake: forged.signal.intake, ..row });
    scene.town.melder().opens(&forger::own_code().text()).must_be(500).must_not_say(THANKS).must_not_say(ADDITION);
}

/// The officer reads and writes his answer; before he sends it a forger puts a signal of his own under the kenmerk.
fn answered_behind_his_back(notebook_too: bool) {
    const SECRET: &str = "Alleen voor de melder van vrijdag.";
    let mut scene = Scene::new();
    let row = scene.signal();
    let form = scene.desk().form(&format!("/signalen/{}/bericht", scene.kenmerk));
    let weighing = scene.aov.prepares_weighing(&scene.kenmerk, SECRET);
    forger::erase(&scene.town, &scene.kenmerk);
    if notebook_too {
        scene.town.tamper("DELETE FROM notebook");
    }
    let id = SignalId::random(&mut rand::rng());
    Forged::signal(id, &row.kenmerk, &forger::own_mailbox()).store(&scene.town);
    let form = form.fill("type", "Antwoord").fill("bericht", SECRET);
    for form in [form, weighing] {
        scene.aov.browser.submit(&form).must_be(409).must_say("Onder dit kenmerk staat een ander signaal");
    }
    let sent = items_of(&scene.town, id);
    assert!(sent.iter().all(|item| item.side == Side::Reporter), "the desk wrote to the forger: {sent:?}");
    scene.town.melder().opens(&forger::own_code().text()).must_not_say(SECRET);
    let told =
        if notebook_too { "Iemand heeft dat overzicht veranderd" } else { "Onder dit kenmerk staat een ander signaal" };
    scene.desk().must_say(told);
    scene.aov.browser.open("/").must_say("Meld dit bij de beheerder");
    scene.mailbox().must_not_say(THANKS);
}

#[test]
fn an_answer_goes_to_whom_was_read_and_never_to_a_signal_that_was_put_in_its_place() {
    answered_behind_his_back(false);
    // Nor where the forger took away what the officer remembers: the form itself says for whom it was.
    answered_behind_his_back(true);
}

#[test]
fn a_signal_that_nobody_had_opened_and_a_forger_replaced_is_a_broken_mailbox_to_its_melder() {
    // The desk cannot know: docs/format.md says so. The melder can, and nothing he writes goes to the forger.
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
    let kenmerk = town.officer("aov").only_signal();
    let row = one(&town, &kenmerk);
    forger::erase(&town, &kenmerk);
    let mut forged = Forged::signal(row.id, &row.kenmerk, &forger::own_mailbox());
    forged.signal.lookup.clone_from(&row.lookup);
    forged.store(&town);
    melder.opens(&code).must_be(500).must_say("Dit postvak klopt niet");
    let report = items_of(&town, row.id);
    assert_eq!(report.len(), 1);
    assert_eq!(Digest::of(&report[0].sealed), Digest::of(&forged.report.sealed));
}

#[test]
fn a_signal_that_was_taken_away_is_missed_by_name() {
    let mut scene = Scene::new();
    forger::erase(&scene.town, &scene.kenmerk);
    let missed = format!("Signaal {} is weg, terwijl u het eerder opende", scene.kenmerk);
    scene.aov.browser.open("/").must_be(200).must_say(&missed);
    scene.desk().must_be(404);
    scene.mailbox().must_be(404).must_not_say(THANKS);
}

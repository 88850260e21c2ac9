//! Files that are not sent: removed, sealed for another route, or forgotten; and the night.

use chrono::TimeDelta;

use super::{at_files, form, picture, sends, shelf};
use crate::helpers::{
    people::{Tale, code_on},
    town::Town,
};

#[test]
fn a_removed_file_is_gone_at_once() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let id = listed.button("verwijder");
    let emptied = melder.browser.submit(&form(&listed).fill("verwijder", &id));
    emptied.must_be(200);
    assert!(!emptied.says("a.png"));
    assert!(shelf(&town, "pending").is_empty());
    // The page from before, sent from the browser's history, does not bring it back.
    let check = melder.browser.submit(&form(&listed));
    let sent = melder.browser.submit(&check.must_be(200).form("/melden/versturen"));
    sent.must_be(422).must_say("Kies uw bestanden opnieuw");
}

#[test]
fn what_is_never_sent_is_swept_within_the_hour_and_what_was_sent_stays() {
    let town = Town::new();
    town.clock.set(domain::Clock::now(&domain::SystemClock));
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let (mut other, page) = at_files(&town);
    let check = other.browser.submit(&form(&page).attach("bijlagen", "b.png", &picture("y")));
    sends(&mut other, &check);
    town.later(TimeDelta::minutes(44));
    town.sweeps();
    assert_eq!((shelf(&town, "pending").len(), shelf(&town, "kept").len()), (1, 1));
    town.later(TimeDelta::minutes(2));
    // Past its time the form is told to choose again, well before the sweep takes the file.
    melder.browser.submit(&form(&listed)).must_be(422).must_say("Kies uw bestanden opnieuw");
    town.later(TimeDelta::minutes(10));
    town.sweeps();
    assert_eq!((shelf(&town, "pending").len(), shelf(&town, "kept").len()), (0, 1));
}

#[test]
fn every_step_starts_the_time_of_files_anew_and_the_pages_say_until_when() {
    let town = Town::new();
    town.clock.set("2026-11-24T19:00:00Z".parse().expect("a moment"));
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    listed.must_be(200).must_say("liggen klaar tot 20:45 uur").must_say("Geef mij meer tijd");
    let sweeps_after = |minutes| {
        town.later(TimeDelta::minutes(minutes));
        town.sweeps();
        assert_eq!(shelf(&town, "pending").len(), 1, "after {minutes} minutes more");
    };
    // On to the check page, more time there, back to the story, more time there, and to the first page and on.
    sweeps_after(40);
    let check = melder.browser.submit(&form(&listed)).must_be(200).form("/melden/versturen");
    sweeps_after(44);
    let check = melder.browser.submit(&check.press("/melden/controle", "stap", "tijd"));
    check.must_be(200).must_say("a.png").must_say("liggen klaar tot 22:09 uur");
    sweeps_after(44);
    let story = melder.browser.submit(&check.form("/melden/versturen").press("/melden/verhaal", "terug", "ja"));
    let story = story.must_be(200).form("/melden/verhaal").fill("waar", "Bij de haven");
    sweeps_after(44);
    let story = melder.browser.submit(&story.press("/melden/verhaal", "terug", "ja"));
    assert_eq!(story.must_be(200).form("/melden/verhaal").value("waar"), "Bij de haven", "typed on the way");
    sweeps_after(44);
    let words = melder.browser.submit(&story.form("/melden/verhaal").press("/melden/woorden", "stap", ""));
    let words =
        melder.browser.submit(&words.must_be(200).form("/melden/verhaal").press("/melden/woorden", "stap", "tijd"));
    sweeps_after(44);
    let story = melder.browser.submit(&words.must_be(200).form("/melden/verhaal"));
    let over = melder.browser.submit(&story.must_be(200).form("/melden/verhaal").press("/melden/over", "terug", "ja"));
    sweeps_after(44);
    let story = melder.browser.submit(&over.must_be(200).must_say("meer tijd").form("/melden/over"));
    let files = melder.browser.submit(&story.must_be(200).form("/melden/verhaal"));
    let check = melder.browser.submit(&form(files.must_be(200).must_say("a.png")));
    sends(&mut melder, &check);
    assert_eq!((shelf(&town, "pending").len(), shelf(&town, "kept").len()), (0, 1));
}

#[test]
fn no_number_of_steps_keeps_unsent_files_longer_than_a_working_day() {
    let town = Town::new();
    town.clock.set("2026-11-24T08:00:00Z".parse().expect("a moment"));
    let (mut melder, page) = at_files(&town);
    let mut listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    for _ in 0..11 {
        town.later(TimeDelta::minutes(40));
        listed = melder.browser.submit(&form(&listed).fill("stap", "tijd"));
        listed.must_be(200).must_say("a.png");
    }
    listed.must_say("liggen klaar tot 17:00 uur");
    town.later(TimeDelta::minutes(40));
    melder.browser.submit(&form(&listed)).must_be(422).must_say("Kies uw bestanden opnieuw");
    town.later(TimeDelta::minutes(16));
    town.sweeps();
    assert!(shelf(&town, "pending").is_empty());
}

#[test]
fn answering_that_it_is_about_somebody_else_too_leads_past_the_files_once_and_then_to_the_words() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::about(&["wethouder"], "De wethouder en de burgemeester deden dit samen.");
    let page = melder.comes_to_files(&tale);
    let check = melder.browser.submit(&form(page.must_be(200)).attach("bijlagen", "a.png", &picture("x")));
    let answered = check.must_be(200).must_say("a.png").form("/melden/versturen").tick("ook_over", "burgemeester");
    let again = melder.browser.submit(&answered);
    // The files were sealed for the burgemeester: the page says that they must be chosen again, and who reads it now.
    again
        .must_be(422)
        .must_say("Kies uw bestanden opnieuw")
        .must_say("Uw signaal gaat nu naar de integriteitscommissie");
    let check = melder.browser.submit(&form(&again).attach("bijlagen", "a.png", &picture("x")));
    check.must_be(200).must_say("a.png").must_say("Uw signaal gaat nu naar de integriteitscommissie");
    sends(&mut melder, &check);
    let mut chair = town.officer("voorzitter");
    let kenmerk = chair.only_signal();
    chair.reads(&kenmerk).must_say("Over wieburgemeester");
    assert!(town.officer("burgemeester").queue().is_empty());
}

#[test]
fn a_mistake_at_the_question_of_the_check_page_does_not_lose_the_files() {
    let town = Town::new();
    let mut melder = town.melder();
    let tale = Tale::about(&["wethouder"], "De wethouder en de burgemeester deden dit samen.");
    let page = melder.comes_to_files(&tale);
    let check = melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")));
    let mistaken = melder.browser.submit(&check.form("/melden/versturen").tick("ook_over", "onzin"));
    mistaken.must_be(422).must_say("a.png");
    let check = melder.browser.submit(&mistaken.form("/melden/versturen"));
    let answered = check.must_be(422).must_say("a.png").form("/melden/versturen").tick("ook_over", "nee");
    code_on(melder.browser.submit(&answered).must_be(200));
    assert_eq!(shelf(&town, "kept").len(), 1);
}

#[test]
fn choosing_another_reader_means_choosing_the_files_again() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let moved = form(&listed).fill("over_wie", "wethouder");
    melder.browser.submit(&moved).must_be(422).must_say("Kies uw bestanden opnieuw");
}

#[test]
fn sending_the_same_form_twice_keeps_its_files_once() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let check = melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")));
    let first = sends(&mut melder, &check);
    let second = sends(&mut melder, &check);
    assert_eq!(first, second);
    assert_eq!(shelf(&town, "kept").len(), 1);
    assert_eq!(town.officer("aov").queue().len(), 1);
}

#[test]
fn after_the_night_no_time_of_a_file_tells_when_it_came() {
    let town = Town::new();
    for number in 0..3 {
        let (mut melder, page) = at_files(&town);
        let check = melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture(&number.to_string())));
        sends(&mut melder, &check);
    }
    let before = shelf(&town, "kept");
    let midnight = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(20_000 * 24 * 3600);
    // One whose report was not stored after all: moved, and listed by nobody.
    let orphan = town.files.path().join("kept").join(domain::FileId::random(&mut rand::rng()).to_string());
    std::fs::write(&orphan, b"nobody lists this").expect("a file");
    town.runtime.block_on(town.attachments.rewrite(&town.store, midnight)).expect("rewritten");
    town.clock.set(domain::Clock::now(&domain::SystemClock) + TimeDelta::minutes(60));
    town.sweeps();
    assert!(!orphan.exists(), "the night hides from the sweep what was never stored");
    let folder = std::fs::read_dir(town.files.path().join("kept")).expect("files");
    for entry in folder {
        let modified = entry.expect("an entry").metadata().and_then(|file| file.modified()).expect("a time");
        assert_eq!(modified, midnight);
    }
    let (mut before, mut after) = (before, shelf(&town, "kept"));
    before.sort();
    after.sort();
    assert_eq!(before, after, "the files themselves did not change");
}

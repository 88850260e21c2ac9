//! Files that are not sent: removed, sealed for another route, or forgotten; and the night.

use chrono::TimeDelta;

use super::{at_files, button, form, picture, sends, shelf};
use crate::helpers::town::Town;

#[test]
fn a_removed_file_is_gone_at_once() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let id = button(&listed, "verwijder");
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
    let files = store::Files::open(&format!("file://{}", town.files.path().display()), u64::MAX).expect("a storage");
    town.runtime.block_on(files.rewrite(midnight, &mut rand::rng())).expect("rewritten");
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

//! Files: what goes along is cleaned, sealed and listed; what was never sent is gone within the hour.

mod limits;
mod mailbox;
mod passing;
mod streams;

use crate::helpers::{
    browser::{Form, Page},
    people::{Melder, Tale, code_on},
    town::Town,
};

/// What a picture tells beside what it shows.
const CANARY: &str = "Kanarie-op-de-secretarie";

/// A PNG of one grey pixel with somebody's name in it.
pub fn picture(author: &str) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        png.extend_from_slice(&u32::try_from(data.len()).expect("a small chunk").to_be_bytes());
        png.extend_from_slice(kind);
        png.extend_from_slice(data);
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(data);
        png.extend_from_slice(&crc.sum().to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(b"tEXt", format!("Author\0{author}").as_bytes());
    chunk(b"IDAT", &[0x78, 0x01, 0x01, 0x02, 0x00, 0xfd, 0xff, 0x00, 0x80, 0x00, 0x82, 0x00, 0x81]);
    chunk(b"IEND", &[]);
    png
}

/// A page after which nothing is chosen yet.
fn at_files(town: &Town) -> (Melder, Page) {
    let mut melder = town.melder();
    let page = melder.comes_to_files(&Tale::ordinary());
    page.must_be(200);
    (melder, page)
}

fn form(page: &Page) -> Form {
    page.form("/melden/bestanden")
}

/// Sends the report of a check page.
fn sends(melder: &mut Melder, check: &Page) -> String {
    code_on(melder.browser.submit(&check.must_be(200).form("/melden/versturen")).must_be(200))
}

/// Every byte that the storage holds, shelf by shelf.
fn shelf(town: &Town, name: &str) -> Vec<Vec<u8>> {
    let folder = town.files.path().join(name);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    // One that is taken away while we look is not there.
    entries.filter_map(|entry| std::fs::read(entry.expect("an entry").path()).ok()).collect()
}

/// Waits until nothing that came in stands on disk any more: it is taken away right after the answer.
#[track_caller]
fn spool_must_empty(town: &Town) {
    let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while !shelf(town, "spool").is_empty() {
        assert!(std::time::Instant::now() < end, "an upload stays on disk");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

/// Where the desk's page of a signal lets files be saved.
fn downloads(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|link| link.contains("/bestanden/")).collect()
}

#[test]
fn a_photo_goes_along_and_what_it_tells_beside_what_it_shows_does_not() {
    Town::each(|town| {
        let (mut melder, page) = at_files(&town);
        let listed = melder.browser.submit(
            &form(&page).attach("bijlagen", "IMG_2026 van kamer 3.png", &picture(CANARY)).fill("stap", "toevoegen"),
        );
        listed.must_be(200).must_say("IMG_2026 van kamer 3.png").must_say("Wij haalden weg: de naam van de maker");
        let check = melder.browser.submit(&form(&listed));
        check.must_be(200).must_say("IMG_2026 van kamer 3.png");
        sends(&mut melder, &check);

        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        let signal = aov.reads(&kenmerk);
        let links = downloads(signal.must_be(200));
        let file = aov.browser.fetch(&links[0]);
        file.must_be(200);
        assert_eq!(file.header("content-type"), Some("application/octet-stream"));
        assert_eq!(file.saved_as(), "bestand-1.png");
        assert!(file.bytes.starts_with(b"\x89PNG") && file.bytes.ends_with(b"IEND\xae\x42\x60\x82"));
        assert!(!file.bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes()), "the name went along");
        // Whoever asks gets the reporter's own name for it.
        let own = aov.browser.fetch(&format!("{}?naam=eigen", links[0]));
        assert_eq!(own.saved_as(), "IMG_2026 van kamer 3.png");

        // Another route's officer does not get it, nor does somebody without an account.
        town.officer("burgemeester").browser.fetch(&links[0]).must_be(404);
        assert_ne!(crate::helpers::browser::Browser::at(&town.desk).fetch(&links[0]).status, 200);
        // On disk: one sealed file of a bucket's size, and nothing of what it says.
        let kept = shelf(&town, "kept");
        assert_eq!(kept.len(), 1);
        assert!(kept[0].starts_with(b"age-encryption.org/v1") && kept[0].len().is_power_of_two());
        assert!(shelf(&town, "pending").is_empty());
        spool_must_empty(&town);
    });
}

#[test]
fn what_cannot_be_cleaned_goes_along_only_if_its_sender_says_so() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let chosen = form(&page).attach("bijlagen", "kasboek.xyz", b"geheim kasboek van iemand");
    let asked = melder.browser.submit(&chosen);
    asked.must_be(422).must_say("kunnen wij niet schoonmaken").must_say("maak een foto van het scherm");
    // Going on without an answer asks again, at the field.
    let again = melder.browser.submit(&form(&asked));
    again.must_be(422).must_say("Kies wat wij moeten doen");
    let id = again.button("toch");
    let agreed = melder.browser.submit(&form(&again).fill("toch", &id));
    agreed.must_be(200).must_say("Niet schoongemaakt");
    let check = melder.browser.submit(&form(&agreed));
    sends(&mut melder, &check);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let signal = aov.reads(&kenmerk);
    signal.must_say("niet schoongemaakt");
    let file = aov.browser.fetch(&downloads(&signal)[0]);
    assert_eq!(file.bytes, b"geheim kasboek van iemand", "the file and none of its padding");
}

#[test]
fn an_original_goes_along_as_evidence_when_its_sender_wants_that() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let chosen = form(&page).attach("bijlagen", "bewijs.png", &picture(CANARY)).fill("origineel", "ja");
    let check = melder.browser.submit(&chosen);
    sends(&mut melder, &check);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let signal = aov.reads(&kenmerk);
    let links = downloads(&signal);
    let files: Vec<_> = links.iter().filter(|link| !link.ends_with("naam=eigen")).collect();
    assert_eq!(files.len(), 2, "cleaned and original");
    assert_eq!(aov.browser.fetch(files[1]).bytes, picture(CANARY));
    assert_ne!(aov.browser.fetch(files[0]).bytes, picture(CANARY));
}

#[test]
fn a_stored_file_that_somebody_changed_is_not_given() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let check = melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture(CANARY)));
    sends(&mut melder, &check);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let links = downloads(&aov.reads(&kenmerk));
    let stored = std::fs::read_dir(town.files.path().join("kept")).expect("files").next().expect("one");
    let stored = stored.expect("an entry").path();
    let mut bytes = std::fs::read(&stored).expect("the sealed file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&stored, &bytes).expect("tampering");
    aov.browser.fetch(&links[0]).must_be(410).must_say("iemand heeft het veranderd");
    std::fs::remove_file(&stored).expect("tampering");
    aov.browser.fetch(&links[0]).must_be(410);
}

#[test]
fn a_name_that_tells_who_sends_a_file_is_pointed_out_before_it_is_sent() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let file = form(&page).attach("bijlagen", "bel 06-12345678.png", &picture("x"));
    let check = melder.browser.submit(&file);
    check.must_be(200).must_say("Wij zagen dit in uw tekst");
    assert_eq!(check.texts("section[aria-labelledby=herkenbaar] mark"), ["06-12345678"]);
}

#[test]
fn pressing_for_the_list_without_a_file_says_that_none_was_chosen() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    melder.browser.submit(&form(&page).fill("stap", "toevoegen")).must_be(422).must_say("U koos nog geen bestand");
    melder.browser.submit(&form(&page)).must_be(200).must_say("Klopt alles?");
}

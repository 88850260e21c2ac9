//! Bad input: files that are empty, nameless, too many, too large, twice the same, or called something odd.

use super::{at_files, form, picture, shelf};
use crate::helpers::{browser::BOUNDARY, town::Town};

#[test]
fn an_empty_file_is_refused_at_the_field_and_the_others_stay() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let chosen = form(&page).attach("bijlagen", "leeg.txt", b"").attach("bijlagen", "foto.png", &picture("iemand"));
    let listed = melder.browser.submit(&chosen);
    listed.must_be(422).must_say("‘leeg.txt’ is leeg").must_say("foto.png");
    assert_eq!(shelf(&town, "pending").len(), 1);
    // The story is still in the form: nothing typed is lost.
    assert!(form(&listed).value("wat").contains("restaurant"));
    melder.browser.submit(&form(&listed)).must_be(200).must_say("foto.png");
}

#[test]
fn a_form_without_a_chosen_file_simply_goes_on() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    // As a browser sends an empty file field: a part with an empty name and no bytes.
    let check = melder.browser.submit(&form(&page).attach("bijlagen", "", b""));
    check.must_be(200);
    check.form("/melden/versturen");
}

#[test]
fn names_are_shown_without_folders_control_characters_or_turned_directions() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let turned = "factuur\u{202e}gnp.exe";
    let long = format!("{}.png", "a".repeat(296));
    let chosen = form(&page)
        .attach("bijlagen", turned, &picture("een"))
        .attach("bijlagen", "/home/jansen/bureaublad/scan.png", &picture("twee"))
        .attach("bijlagen", &long, &picture("drie"))
        .fill("stap", "toevoegen");
    let listed = melder.browser.submit(&chosen);
    listed.must_be(200).must_say("factuurgnp.exe").must_say("scan.png");
    assert!(!listed.body.contains('\u{202e}') && !listed.says("jansen"));
    let shown = listed.texts(".files bdi");
    assert!(shown.iter().all(|name| name.chars().count() <= 120), "{shown:?}");
    assert!(shown.iter().any(|name| name.ends_with("aaa.png")), "the end of a long name says what it is");
}

#[test]
fn the_same_file_chosen_twice_goes_along_once() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let again = melder.browser.submit(&form(&listed).attach("bijlagen", "b.png", &picture("x")));
    again.must_be(422).must_say("‘b.png’ had u al gekozen").must_say("Eén bestand gaat mee");
    assert_eq!(shelf(&town, "pending").len(), 1);
}

#[test]
fn more_than_ten_files_or_one_over_its_size_are_refused_with_what_to_do() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let mut chosen = form(&page);
    for number in 0..11 {
        chosen = chosen.attach("bijlagen", &format!("foto{number}.png"), &picture(&format!("maker {number}")));
    }
    let listed = melder.browser.submit(&chosen);
    listed.must_be(422).must_say("‘foto10.png’ past er niet meer bij").must_say("10 bestanden gaan mee");
    let large = vec![b'x'; 50 * 1024 * 1024 + 1];
    let (mut melder, page) = at_files(&town);
    let refused = melder.browser.submit(&form(&page).attach("bijlagen", "film.avi", &large));
    refused.must_be(422).must_say("‘film.avi’ is te groot").must_say("50 MB");
    assert_eq!(shelf(&town, "pending").len(), 10, "what was refused is not kept");
    assert!(shelf(&town, "spool").is_empty());
}

#[test]
fn an_upload_cut_off_halfway_leaves_nothing() {
    use std::io::{Read, Write};
    let town = Town::new();
    let (_, page) = at_files(&town);
    let chosen = form(&page).attach("bijlagen", "foto.png", &vec![7; 3_000_000]);
    let body = crate::helpers::browser::multipart(&chosen);
    let host = town.portal.trim_start_matches("http://");
    let mut line = std::net::TcpStream::connect(host).expect("a connection");
    let head = format!(
        "POST /melden/bestanden HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; \
         boundary={BOUNDARY}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).expect("sent");
    line.write_all(&body[..body.len() / 2]).expect("sent");
    line.shutdown(std::net::Shutdown::Write).expect("cut off");
    let mut answer = String::new();
    // The program may answer or hang up.
    let _ = line.read_to_string(&mut answer);
    assert!(!answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(shelf(&town, "pending").is_empty());
    assert!(shelf(&town, "spool").is_empty(), "an unfinished upload stays on disk");
}

#[test]
fn a_full_storage_is_said_before_anybody_uploads() {
    let town = Town::new();
    std::fs::create_dir_all(town.files.path().join("kept")).expect("a folder");
    let large = std::fs::File::create(town.files.path().join("kept/ballast")).expect("a file");
    large.set_len(1024 * 1024 * 1024).expect("a sparse file");
    town.sweeps();
    let (mut melder, page) = at_files(&town);
    page.must_say("Onze opslag is nu vol");
    assert!(page.html().select(&crate::helpers::browser::selector("input[type=file]")).next().is_none());
    // The report itself still goes.
    let check = melder.browser.submit(&form(&page));
    super::sends(&mut melder, &check);
}

#[test]
fn a_forged_or_borrowed_list_of_files_is_not_believed() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed =
        melder.browser.submit(&form(&page).attach("bijlagen", "a.png", &picture("x")).fill("stap", "toevoegen"));
    let mut stolen = form(&listed).value("bestanden").to_owned();
    let (mut other, page) = at_files(&town);
    for forged in ["onzin", "AAAA", &stolen.split_off(20)] {
        let refused = other.browser.submit(&form(&page).fill("bestanden", forged));
        refused.must_be(422).must_say("Kies uw bestanden opnieuw");
    }
}

#[test]
fn thirty_reporters_at_once_behind_one_address_all_succeed() {
    let town = Town::new();
    let codes: Vec<String> = std::thread::scope(|scope| {
        let town = &town;
        let reporters: Vec<_> = (0..30)
            .map(|number| {
                scope.spawn(move || {
                    let (mut melder, page) = at_files(town);
                    let chosen = form(&page)
                        .attach("bijlagen", "voor.png", &picture(&format!("voor {number}")))
                        .attach("bijlagen", "achter.png", &picture(&format!("achter {number}")));
                    let check = melder.browser.submit(&chosen);
                    super::sends(&mut melder, &check)
                })
            })
            .collect();
        reporters.into_iter().map(|reporter| reporter.join().expect("a reporter")).collect()
    });
    let different: std::collections::BTreeSet<_> = codes.iter().collect();
    assert_eq!(different.len(), 30);
    assert_eq!(shelf(&town, "kept").len(), 60);
    assert!(shelf(&town, "pending").is_empty() && shelf(&town, "spool").is_empty());
}

//! Bad input: files that are empty, nameless, too many, too large, twice the same, or called something odd.

use super::{at_files, form, picture, shelf, spool_must_empty};
use std::io::{Read, Write};

use crate::helpers::{
    browser::{BOUNDARY, Form, Page, multipart},
    people::Melder,
    town::Town,
};

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
    spool_must_empty(&town);
}

#[test]
fn an_upload_cut_off_halfway_leaves_nothing() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let chosen = form(&page).attach("bijlagen", "foto.png", &vec![7; 3_000_000]);
    let body = multipart(&chosen);
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
    assert!(
        answer.is_empty() || answer.contains("Het opsturen brak af") && answer.contains("kies uw bestanden opnieuw")
    );
    assert!(shelf(&town, "pending").is_empty());
    spool_must_empty(&town);
    // The same page, tried again with another file, says that nothing is there of the first.
    page.must_say("Brak het opsturen van een bestand af? Dan hebben wij er niets van.");
    let again =
        melder.browser.submit(&form(&page).attach("bijlagen", "ander.png", &picture("x")).fill("stap", "toevoegen"));
    again
        .must_be(200)
        .must_say("Eén bestand gaat mee")
        .must_say("Een bestand dat niet in deze lijst staat, hebben wij niet.");
    assert!(again.says("ander.png") && !again.says("foto.png"));
}

#[test]
fn far_more_than_may_come_is_refused_with_the_limit_of_files() {
    let town = Town::new();
    let (_, page) = at_files(&town);
    let (answer, mut line) = begins_upload(&town, &form(&page), 500 * MIB);
    let piece = vec![7; MIB];
    for _ in 0..500 {
        if line.write_all(&piece).is_err() {
            break;
        }
    }
    drop(line);
    let answer = answer.join().expect("what came back");
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 413") && answer.contains("Samen mogen ze hoogstens 100 MB")
    );
    assert!(shelf(&town, "pending").is_empty());
    spool_must_empty(&town);
}

#[test]
fn a_file_and_a_report_of_exactly_their_size_go_along_and_a_refused_file_takes_no_room_from_another() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let of = |byte, size| vec![byte; size];
    // Nobody cleans these, so that what is counted is what was chosen.
    let first = form(&page)
        .attach("bijlagen", "te-groot.avi", &of(1, 50 * MIB + 1))
        .attach("bijlagen", "een.avi", &of(2, 50 * MIB))
        .attach("bijlagen", "twee.avi", &of(3, 50 * MIB));
    let listed = melder.browser.submit(&first);
    listed.must_be(422).must_say("‘te-groot.avi’ is te groot").must_say("een.avi").must_say("twee.avi");
    assert_eq!(shelf(&town, "pending").len(), 2);
    let over = melder.browser.submit(&form(&listed).attach("bijlagen", "drie.avi", b"x"));
    over.must_be(422).must_say("‘drie.avi’ past er niet meer bij").must_say("hoogstens 100 MB");
    assert_eq!(shelf(&town, "pending").len(), 2);
}

#[test]
fn an_original_for_which_there_is_no_room_is_not_left_out_in_silence() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let filled = form(&page).attach("bijlagen", "film.avi", &vec![1; 50 * MIB]).attach(
        "bijlagen",
        "nog.avi",
        &vec![2; 50 * MIB - picture("wie").len()],
    );
    let listed = melder.browser.submit(&filled);
    let listed = agrees_to_all(&mut melder, listed);
    let full = form(&listed).attach("bijlagen", "foto.png", &picture("wie")).fill("origineel", "ja");
    let told = melder.browser.submit(&full);
    told.must_be(422).must_say("Het origineel van ‘foto.png’ past er niet meer bij");
    told.must_say("3 bestanden gaan mee");
    assert_eq!(form(&told).value("origineel"), "ja", "the choice stays");
}

#[test]
fn a_file_without_a_name_goes_along_and_a_part_that_is_no_file_does_not() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let listed = melder.browser.submit(&form(&page).attach("bijlagen", "", &picture("x")).fill("stap", "toevoegen"));
    listed.must_be(200).must_say("Eén bestand gaat mee");
    assert!(!listed.texts(".files bdi")[0].trim().is_empty(), "it is called something");
    let (mut melder, page) = at_files(&town);
    let none = melder.browser.submit(&form(&page).tick("bijlagen", "geen bestand").fill("stap", "tijd"));
    none.must_be(200);
    assert!(none.texts(".files bdi").is_empty());
}

#[test]
fn while_files_come_in_and_wait_nothing_of_them_can_be_read_on_disk() {
    let town = Town::new();
    let (mut melder, page) = at_files(&town);
    let canary = format!("kanarie {:032x} ", rand::random::<u128>());
    let secret = canary.repeat(100_000).into_bytes();
    melder.browser.submit(&form(&page).attach("bijlagen", "kasboek.xyz", &secret));
    let (answer, mut line) = begins_upload(&town, &form(&page), secret.len());
    line.write_all(&secret[..secret.len() / 2]).expect("sent");
    let in_spool = || shelf(&town, "spool").iter().any(|file| !file.is_empty());
    // Until some of it is there; unfinished files have names that a listing hides.
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while !in_spool() && std::time::Instant::now() < patience {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(in_spool(), "nothing of the upload is on disk yet");
    for folder in [town.files.path().to_owned(), std::env::temp_dir()] {
        for file in newly_written(&folder) {
            let Ok(bytes) = std::fs::read(&file) else { continue };
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains(&canary), "{} holds what was uploaded", file.display());
        }
    }
    drop(line);
    let _ = answer.join();
}

/// Files below a folder that were written in the last minute, sockets and devices left out.
fn newly_written(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries.flatten() {
        match entry.metadata() {
            Ok(about) if about.is_dir() => found.extend(newly_written(&entry.path())),
            // What is far larger than the upload is another test's ballast.
            Ok(about) if about.is_file() && about.len() < 256 * MIB as u64 => {
                let age = about.modified().ok().and_then(|at| at.elapsed().ok()).unwrap_or_default();
                if age.as_secs() < 60 {
                    found.push(entry.path());
                }
            }
            _ => {}
        }
    }
    found
}

/// Lets every file go along that cannot be cleaned.
fn agrees_to_all(melder: &mut Melder, mut page: Page) -> Page {
    while page.says("kunnen wij niet schoonmaken") {
        let id = page.button("toch");
        page = melder.browser.submit(&form(&page).fill("toch", &id));
    }
    page
}

const MIB: usize = 1024 * 1024;

/// Sends a form's head and fields, and the start of a file of `length` bytes. What is answered is read meanwhile.
fn begins_upload(town: &Town, form: &Form, length: usize) -> (std::thread::JoinHandle<String>, std::net::TcpStream) {
    let body = multipart(&form.clone().attach("bijlagen", "kasboek.xyz", b"INHOUD"));
    let start = body.windows(6).position(|window| window == b"INHOUD").expect("where the file begins");
    let host = town.portal.trim_start_matches("http://");
    let mut line = std::net::TcpStream::connect(host).expect("a connection");
    let head = format!(
        "POST /melden/bestanden HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; \
         boundary={BOUNDARY}\r\nContent-Length: {}\r\n\r\n",
        body.len() - 6 + length
    );
    line.write_all(head.as_bytes()).expect("sent");
    line.write_all(&body[..start]).expect("sent");
    let mut back = line.try_clone().expect("the other direction");
    let answer = std::thread::spawn(move || {
        let mut answer = Vec::new();
        let _ = back.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    });
    (answer, line)
}

#[test]
fn a_full_storage_is_said_before_anybody_uploads() {
    let town = Town::new();
    std::fs::create_dir_all(town.files.path().join("kept")).expect("a folder");
    let large = std::fs::File::create(town.files.path().join("kept/ballast")).expect("a file");
    large.set_len(3 * 1024 * 1024 * 1024).expect("a sparse file");
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
    assert!(shelf(&town, "pending").is_empty());
    spool_must_empty(&town);
}

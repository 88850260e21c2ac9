//! A case on paper: the page, the PDF, and that each holds what its reader's keys open and nothing more. Poppler and qpdf look
//! at the PDFs with other eyes than ours.

use std::{
    fs,
    process::{Command, Stdio},
};

use ::paper::{Paper, Part};
use chrono::NaiveDate;

use crate::helpers::{self, people::Tale, town::Town};

/// In every text that the reporter writes.
const MARK: &str = "paarsgestreept";

/// Runs a tool on a PDF; nothing, aloud, where it is missing.
fn look(tool: &str, package: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    if Command::new(tool).arg("--help").stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        helpers::skip(tool, &format!("apt-get install {package}"));
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("papier.pdf");
    fs::write(&file, pdf).expect("written");
    let arguments =
        arguments.iter().map(|argument| if *argument == "PDF" { file.as_os_str() } else { argument.as_ref() });
    let output = Command::new(tool).args(arguments).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool}: {said}");
    Some(said)
}

/// The words of a PDF, white space folded; its own way back through the library that cleans in the tests, where poppler is
/// missing.
pub fn words(pdf: &[u8]) -> String {
    let read = || {
        let document = lopdf::Document::load_mem(pdf).expect("a PDF");
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        document.extract_text(&pages).expect("text")
    };
    let said = look("pdftotext", "poppler-utils", &["-layout", "PDF", "-"], pdf).unwrap_or_else(read);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds a PDF to what all of ours must be.
pub fn sound(pdf: &[u8], title: &str) {
    look("qpdf", "qpdf", &["--check", "PDF"], pdf);
    if let Some(said) = look("pdfinfo", "poppler-utils", &["PDF"], pdf) {
        let line = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).unwrap_or("").trim();
        assert_eq!(
            (line("Title:"), line("Tagged:"), line("Author:"), line("Producer:")),
            (title, "yes", "", ""),
            "{said}"
        );
        assert!(line("Page size:").contains("A4"), "{said}");
        // No more of when than the day.
        for date in ["CreationDate:", "ModDate:"] {
            assert!(line(date).is_empty() || line(date).contains("00:00:00"), "{said}");
        }
    }
    if let Some(said) = look("pdffonts", "poppler-utils", &["PDF"], pdf) {
        let fonts: Vec<_> = said.lines().skip(2).collect();
        assert!(!fonts.is_empty() && fonts.iter().all(|font| font.contains("yes yes yes")), "{said}");
    }
    let catalog = String::from_utf8_lossy(pdf).into_owned();
    assert!(catalog.contains("/Lang") && catalog.contains("pdfuaid"), "language and promise");
}

/// A signal with something in every part of its case file; its reporter marks all that he writes.
fn worked(town: &Town) -> String {
    let tale = Tale::about(&["ondernemer/bedrijf"], &format!("{MARK} verhaal")).with("wie", &format!("{MARK} wie"));
    let code = town.melder().reports(&tale);
    let mut melder = town.melder();
    melder.opens(&code).must_be(200);
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Dank voor uw signaal.").must_be(200);
    melder.writes(&format!("{MARK} aanvulling")).must_be(200);
    aov.describes(&kenmerk, "Mogelijk witwassen, café ’t Hoekje: € 10.000.\n\nTweede alinea.").must_be(200);
    aov.sets_status(&kenmerk, "In voorscreening", "").must_be(200);
    aov.sets_status(&kenmerk, "In weging", "").must_be(200);
    aov.weighs(&kenmerk, "Overweging").must_be(200);
    aov.invites(&kenmerk, "jurist", "deelnemer aan het overleg", None).must_be(200);
    let mut jurist = town.officer("jurist");
    let note = format!("/signalen/{kenmerk}/aantekening");
    let form = jurist.reads(&kenmerk).form(&note).fill("aantekening", "Let op de vergunning.");
    jurist.browser.submit(&form).must_be(200);
    kenmerk
}

const IN_THE_FILE: [&str; 8] = [
    "Mogelijk witwassen, café ’t Hoekje: € 10.000.",
    "Tweede alinea.",
    "aard van het feit",
    "Overweging h",
    "Proportionaliteit",
    "In weging",
    "Let op de vergunning.",
    "Jurist openbare orde en veiligheid",
];

#[test]
fn a_case_file_comes_on_paper_without_the_reporters_words() {
    Town::each(|town| {
        let kenmerk = worked(&town);
        for login in ["aov", "jurist"] {
            let mut officer = town.officer(login);
            let page = officer.browser.open(&format!("/signalen/{kenmerk}/papier"));
            let pdf = officer.browser.fetch(&format!("/signalen/{kenmerk}/papier.pdf"));
            assert_eq!(pdf.must_be(200).saved_as(), format!("{kenmerk}.pdf"));
            assert_eq!(
                (pdf.header("content-type"), pdf.header("cache-control")),
                (Some("application/pdf"), Some("no-store"))
            );
            sound(&pdf.bytes, &format!("Signaal {kenmerk}"));
            let read = words(&pdf.bytes);
            for words in IN_THE_FILE
                .iter()
                .chain(&["Vertrouwelijk dossier", &format!("Afgedrukt op 23 november 2026 door {login}")])
            {
                page.must_be(200).must_say(words);
                assert!(read.contains(words), "{words}: {read}");
            }
            for text in [page.text(), read] {
                assert!(!text.contains(MARK) && !text.contains("Dank voor uw signaal."), "{login}: {text}");
            }
            assert!(
                page.html()
                    .select(&crate::helpers::browser::selector("article button, article input"))
                    .next()
                    .is_none()
            );
        }
    });
}

#[test]
fn the_reporters_words_come_on_paper_only_for_a_member_who_asks_for_them() {
    let town = Town::new();
    let kenmerk = worked(&town);
    let path = |rest: &str| format!("/signalen/{kenmerk}/papier{rest}?met=melding");
    let mut aov = town.officer("aov");
    let plain = aov.browser.open(&format!("/signalen/{kenmerk}/papier"));
    assert!(plain.links().contains(&path("")), "the choice is offered");
    let page = aov.browser.open(&path(""));
    let read = words(&aov.browser.fetch(&path(".pdf")).bytes);
    for words in [
        "Op dit papier staan de eigen woorden van de melder",
        "paarsgestreept verhaal",
        "paarsgestreept aanvulling",
        "Dank voor uw signaal.",
    ] {
        page.must_be(200).must_say(words);
        assert!(read.contains(words), "{words}: {read}");
    }
    let mut jurist = town.officer("jurist");
    let plain = jurist.browser.open(&format!("/signalen/{kenmerk}/papier"));
    assert!(!plain.must_be(200).links().contains(&path("")), "{:?}", plain.links());
    for rest in ["", ".pdf"] {
        let refused = jurist.browser.open(&path(rest));
        assert!(!refused.must_be(403).says(MARK), "{}", refused.text());
    }
    // Who reads his words for a reason has them on the screen, and on no paper.
    aov.invites(&kenmerk, "behandelaar", "behandelaar", Some("Hij antwoordt.")).must_be(200);
    let mut behandelaar = town.officer("behandelaar");
    behandelaar.reads(&kenmerk).must_say(MARK);
    behandelaar.browser.open(&path("")).must_be(403);
    // Who did not say that he is not involved prints nothing.
    let mut other = town.officer("aov2");
    other.browser.open(&format!("/signalen/{kenmerk}/papier.pdf")).must_be(403);
    town.officer("burgemeester").browser.open(&format!("/signalen/{kenmerk}/papier.pdf")).must_be(404);
}

fn paper(parts: Vec<Part>) -> Paper {
    Paper {
        title: "Proef".into(),
        organisation: "Gemeente Test".into(),
        purpose: "Vertrouwelijk".into(),
        printed: "Afgedrukt op 23 november 2026".into(),
        day: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
        letter: false,
        parts,
    }
}

#[test]
fn a_letter_on_paper_is_the_letter_alone() {
    let letter = Paper { letter: true, ..paper(vec![Part::text("Geachte heer,\n\nMet deze brief.")]) };
    let pdf = letter.pdf().expect("a PDF");
    sound(&pdf, "Proef");
    assert_eq!(words(&pdf), "Geachte heer, Met deze brief.");
    let long = Paper { letter: true, ..paper(vec![Part::text("Regel.\n".repeat(100))]) };
    assert!(words(&long.pdf().expect("a PDF")).contains("Bladzijde 2 van"));
}

#[test]
fn whatever_is_typed_becomes_a_sound_pdf() {
    let long = "woord ".repeat(20_000);
    let wide = "x".repeat(5_000);
    let strange = "Emoji 👀, Arabisch مرحبا, samengesteld e\u{301}, nul\u{0}breed\u{200b}, \u{202e}omgekeerd, \u{e000} eigen, ﬁ ligatuur, \u{feff}merk";
    let texts = ["", "\n\n\n", " ", &long, &wide, strange, "Grieks Ωμέγα, Russisch Привет, Pools łódź, Turks ığüş"];
    for text in texts {
        let rows = vec![(text.to_owned(), text.to_owned()), ("Leeg".to_owned(), String::new())];
        let parts = vec![
            Part::heading(text),
            Part::text(text),
            Part::Rows(rows),
            Part::List(vec![text.to_owned()]),
            Part::NewPage,
            Part::Warning(text.to_owned()),
            Part::quiet(text),
        ];
        sound(&paper(parts).pdf().expect("a PDF"), "Proef");
    }
    let read = words(&paper(vec![Part::text(strange)]).pdf().expect("a PDF"));
    assert!(read.contains("samengesteld é, nulbreed, omgekeerd"), "{read}");
    assert!(read.contains("Letters of tekens die dit papier niet kan tonen"), "{read}");
    let read = words(&paper(vec![Part::text(texts[6])]).pdf().expect("a PDF"));
    assert!(read.contains(texts[6]) && !read.contains("niet kan tonen"), "{read}");
}

#[test]
fn a_long_text_goes_on_over_pages_and_loses_no_word() {
    let text: String = (1..=4_000).map(|number| format!("w{number} ")).collect();
    let pdf = paper(vec![Part::heading("Lang"), Part::text(&text)]).pdf().expect("a PDF");
    let read = words(&pdf);
    let numbers: Vec<u32> = read.split(' ').filter_map(|word| word.strip_prefix('w')?.parse().ok()).collect();
    assert_eq!(numbers, (1..=4_000).collect::<Vec<_>>());
    assert!(read.contains("Bladzijde 2 van") && read.contains("Gemeente Test | Proef | Vertrouwelijk"), "{read}");
    // The same paper is the same file: nothing of the moment or the machine is in it.
    assert_eq!(pdf, paper(vec![Part::heading("Lang"), Part::text(&text)]).pdf().expect("a PDF"));
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
    for lines in 30..60 {
        let before = vec!["Regel."; lines].join("\n");
        let pdf = paper(vec![Part::text(before), Part::heading("Hoofdstuk"), Part::text("Eerste.\nTweede.")]).pdf();
        let Some(said) = look("pdftotext", "poppler-utils", &["-layout", "PDF", "-"], &pdf.expect("a PDF")) else {
            return;
        };
        let page = said.split('\u{c}').find(|page| page.contains("Hoofdstuk")).expect("a page").to_owned();
        assert!(page.contains("Eerste."), "{lines}: {page}");
    }
}

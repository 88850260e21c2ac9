//! A reporter's whole way with a keyboard alone, scripts off: from the first page to the closed mailbox, past every
//! page that the portal has and the mistakes that people make there. How things are found stands in `keyboard`.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};

use super::{bystander::complaints, keyboard::Keyboard, routes};
use crate::{
    files::picture,
    helpers::{chromium::chromium, town::Town},
};

const STORY: &str = "De wethouder gaf zijn broer een vergunning. Een raadslid was erbij.";

/// No page leads there, or it is no page: a picture, words for programs, a file to save, the way out to another site.
const UNUSED: [&str; 6] = [
    "POST /postvak/naam",
    "POST /melden/controle",
    "GET /logo",
    "GET /.well-known/security.txt",
    "GET /postvak/bestanden/{id}",
    "GET /weg",
];

/// Reads first, then says whom it is about, after forgetting to.
fn begins(reporter: &Keyboard<'_>) {
    reporter.follows("Lees de uitleg");
    for page in ["Wegwijzer", "Privacy", "Toegankelijkheid", "Poster"] {
        reporter.follows(page);
    }
    reporter.follows("Een signaal melden");
    reporter.presses("Verder naar uw verhaal");
    reporter.is_told(&["Kies over wie uw signaal gaat"]);
    reporter.ticks("Een wethouder");
    reporter.presses("Verder naar uw verhaal");
}

/// Tells the story, after forgetting to, and goes back and forth without losing a word of it.
fn tells(reporter: &Keyboard<'_>) {
    reporter.presses("Verder");
    reporter.is_told(&["Kies wat voor signaal het is", "Vertel wat er aan de hand is"]);
    reporter.chooses("Wat voor signaal is het?", "Integriteit");
    reporter.types("Wat is er gebeurd?", STORY);
    reporter.chooses("Is iemand nu in gevaar?", "Ja");
    reporter.chooses("Mogen wij u later vragen stellen?", "Ja");
    reporter.presses("Onderwerpen kiezen");
    reporter.unfolds("Eigen voordeel");
    reporter.ticks("Geld of hulp aannemen voor een gunst");
    reporter.presses("Klaar, terug naar mijn verhaal");
    reporter.must_read("Geld of hulp aannemen voor een gunst");
    reporter.presses("Terug naar stap 1");
    reporter.presses("Verder naar uw verhaal");
    reporter.presses("Verder");
    reporter.must_read("Bel eerst 112");
    reporter.presses("Verder met mijn signaal");
}

/// Adds a file and takes it away, adds one that cannot be cleaned and lets it go along; then checks everything.
fn adds_files(reporter: &Keyboard<'_>, folder: &Path) {
    let (photo, unknown) = (folder.join("foto.png"), folder.join("kasboek.xyz"));
    fs::write(&photo, picture("Roos")).expect("a file");
    fs::write(&unknown, b"Van alles wat.").expect("a file");
    reporter.attaches("Kies bestanden", &photo);
    reporter.presses("Voeg toe");
    reporter.must_read("foto.png");
    reporter.presses("Haal weg foto.png");
    assert!(!reporter.text().contains("foto.png"), "{}", reporter.text());
    reporter.attaches("Kies bestanden", &unknown);
    reporter.presses("Voeg toe");
    reporter.must_read("Dit bestand kunnen wij niet schoonmaken");
    reporter.presses("Toch meesturen kasboek.xyz");
    reporter.presses("Verder naar controleren");
    for answer in ["Een wethouder", "Integriteit", STORY, "Geld of hulp aannemen voor een gunst", "kasboek.xyz"] {
        reporter.must_read(answer);
    }
}

/// Sends it, after forgetting the one question of the check page; gives the ten words.
fn sends(reporter: &Keyboard<'_>) -> String {
    reporter.presses("Verstuur mijn signaal");
    reporter.is_told(&["Kies ja of nee"]);
    reporter.ticks("Nee, ik noem deze persoon alleen");
    reporter.presses("Verstuur mijn signaal");
    let words = reporter.tab.ask("document.querySelector('output').textContent");
    words.as_str().expect("ten words").to_owned()
}

/// Types nine words, then the tenth too; writes nothing, then something.
fn comes_back(reporter: &Keyboard<'_>, words: &str) {
    let (nine, tenth) = words.rsplit_once(' ').expect("ten words");
    reporter.follows("Probeer mijn ophaalcode");
    reporter.types("Uw ophaalcode", nine);
    reporter.presses("Open mijn postvak");
    reporter.is_told(&["U typte"]);
    reporter.types("Uw ophaalcode", &format!(" {tenth}"));
    reporter.presses("Open mijn postvak");
    reporter.must_read("Uw postvak");
    reporter.presses("Verstuur bericht");
    reporter.is_told(&["Schrijf"]);
    reporter.types("Uw bericht", "Het was in mei.");
    reporter.presses("Verstuur bericht");
    reporter.must_read("Het was in mei.");
}

/// Asks how it stands; closes; comes once more, and throws the mailbox away after a second thought.
fn leaves(reporter: &Keyboard<'_>, words: &str) {
    reporter.follows("Antwoord lezen");
    reporter.types("Uw ophaalcode", words);
    reporter.presses("Open mijn postvak");
    reporter.presses("Vraag hoe het staat");
    reporter.must_read("Uw vraag is verstuurd");
    reporter.presses("Sluit mijn postvak");
    reporter.must_read("Uw postvak is gesloten");
    reporter.follows("Open uw postvak weer");
    reporter.types("Uw ophaalcode", words);
    reporter.presses("Open mijn postvak");
    reporter.follows("Gooi uw postvak weg");
    reporter.follows("Nee, terug naar mijn postvak");
    reporter.follows("Gooi uw postvak weg");
    reporter.presses("Gooi mijn postvak weg");
    reporter.must_read("Uw postvak is weggegooid");
}

#[test]
fn a_reporter_needs_neither_mouse_nor_script() {
    let Some(chromium) = chromium() else { return };
    let town = Town::new();
    let tab = chromium.tab();
    tab.call("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    let reporter = Keyboard::of(&tab);
    tab.open(&format!("{}/", town.portal));
    begins(&reporter);
    tells(&reporter);
    adds_files(&reporter, tempfile::tempdir().expect("a folder").path());
    let words = sends(&reporter);
    comes_back(&reporter, &words);
    let mut reader = town.officer("burgemeester");
    let kenmerk = reader.only_signal();
    reader.answers(&kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    leaves(&reporter, &words);
    assert_eq!(complaints(&tab, &town.portal), Vec::<String>::new());
    let been = visited(&tab.seen(), &town.portal);
    let all: Vec<_> = routes::of("portal").into_iter().filter(|route| !UNUSED.contains(&route.as_str())).collect();
    let missed: Vec<_> = all.iter().filter(|route| !been.contains(*route)).collect();
    assert!(missed.is_empty(), "the way did not lead past {missed:?}, only past {been:?}");
}

/// Everything that was asked of the program: method and path.
fn visited(events: &[Value], base: &str) -> BTreeSet<String> {
    let asked = events.iter().filter(|event| event["method"] == "Network.requestWillBeSent");
    let line = |event: &Value| {
        let request = &event["params"]["request"];
        let path = request["url"].as_str()?.strip_prefix(base)?.split(['?', '#']).next()?.to_owned();
        Some(format!("{} {path}", request["method"].as_str()?))
    };
    asked.filter_map(line).collect()
}

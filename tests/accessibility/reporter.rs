//! A reporter's whole way with a keyboard alone, scripts off: from the first page to the closed mailbox, past every
//! page that the portal has and the mistakes that people make there. How things are found stands in `keyboard`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{bystander::complaints, keyboard::Keyboard, routes};
use crate::helpers::{chromium::chromium, town::Town};

const STORY: &str = "De wethouder gaf zijn broer een vergunning. Een raadslid was erbij.";

/// No page leads there.
const UNUSED: [&str; 1] = ["POST /melden/controle"];

/// Reads first, then says whom it is about, after forgetting to.
fn begins(reporter: &Keyboard<'_>) {
    reporter.follows("Lees de uitleg");
    reporter.follows("Een signaal melden");
    reporter.presses("Verder naar uw verhaal");
    reporter.is_told(&["Kies over wie uw signaal gaat"]);
    reporter.ticks("Een wethouder");
    reporter.presses("Verder naar uw verhaal");
}

/// Tells the story, after forgetting to, and goes back and forth without losing a word of it.
fn tells(reporter: &Keyboard<'_>) {
    reporter.presses("Verder naar controleren");
    reporter.is_told(&["Kies wat voor signaal het is", "Vertel wat er aan de hand is"]);
    reporter.chooses("Wat voor signaal is het?", "Integriteit: iemand van de gemeente doet iets wat niet mag");
    reporter.types("Wat is er gebeurd?", STORY);
    reporter.chooses("Mogen wij u later vragen stellen?", "Ja");
    reporter.presses("Terug naar stap 1");
    reporter.presses("Verder naar uw verhaal");
    reporter.presses("Verder naar controleren");
    for answer in ["Een wethouder", "integriteit", STORY] {
        reporter.must_read(answer);
    }
}

/// Sends it, after forgetting the one question of the check page; gives the ten words.
fn sends(reporter: &Keyboard<'_>) -> String {
    reporter.presses("Verstuur mijn signaal");
    reporter.is_told(&["Kies of uw signaal ook over hen gaat"]);
    reporter.ticks("Nee, ik noem deze persoon alleen");
    reporter.presses("Verstuur mijn signaal");
    let words = reporter.tab.ask("document.querySelector('output').textContent");
    words.as_str().expect("ten words").to_owned()
}

/// Types nine words, then the tenth too; writes nothing, then something; closes.
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
    reporter.presses("Sluit mijn postvak");
    reporter.must_read("Uw postvak is gesloten");
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
    let words = sends(&reporter);
    comes_back(&reporter, &words);
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

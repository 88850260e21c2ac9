//! Every address of the running programs that can be opened, with what really stands there.

use super::{broken, bystander::complaints, keyboard::Keyboard, routes, sideways, tab_with_axe};
use crate::helpers::{
    browser::Browser,
    chromium::{Tab, chromium},
    people::{Officer, Tale},
    town::Town,
};
use crate::meeting::{DAY, Scene};
use serde_json::json;

/// What is opened and is no page: styles and pictures, words for programs, files to save, and the way out.
const NO_PAGES: [&str; 9] = [
    "/stijl.css",
    "/logo",
    "/.well-known/security.txt",
    "/postvak/bestanden/{id}",
    "/signalen/{kenmerk}/bestanden/{id}",
    "/signalen/{kenmerk}/papier.pdf",
    "/overleggen/{datum}/verslag.pdf",
    "/agenda/{geheim}.ics",
    "/weg",
];

/// Gives a tab what a browser already has of a program.
fn lends(tab: &Tab, browser: &Browser) {
    for (name, value) in &browser.cookies {
        tab.call("Network.setCookie", &json!({ "name": name, "value": value, "url": browser.base }));
    }
}

/// Opens every page of a program and fails with all that was found on any.
fn looks_at(program: &str, language: &str, browser: &Browser, places: &[(&str, &str)]) {
    let Some(chromium) = chromium() else { return };
    let tab = tab_with_axe(&chromium);
    lends(&tab, browser);
    let mut found = Vec::new();
    for route in routes::of(program).iter().filter_map(|route| route.strip_prefix("GET ")) {
        if NO_PAGES.contains(&route) {
            continue;
        }
        let path = places.iter().fold(route.to_owned(), |path, (name, value)| path.replace(name, value));
        let path = [language, &path].concat();
        let path = if path == "/en/" { "/en" } else { &path };
        assert!(!path.contains('{'), "what to open for {path}?");
        tab.screen(320, 640, 1);
        tab.open(&format!("{}{path}", browser.base));
        // The walk comes last: it ends on the skip link, which covers what is below it as long as it has the focus.
        let on_page = [broken(&tab), sideways(&tab), Keyboard::of(&tab).walks()].concat();
        found.extend(on_page.into_iter().map(|line| format!("{path}: {line}")));
        let shown = tab.ask("location.pathname");
        assert_eq!(shown, path, "{program}: the page itself, and not the way to it");
    }
    found.extend(complaints(&tab, &browser.base));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_address_of_the_portal_is_open_to_all_in_every_language() {
    let town = Town::new();
    for language in ["", "/en"] {
        let mut melder = town.melder().who_reads(language);
        let words = melder.reports(&Tale::ordinary());
        melder.opens(&words).must_be(200);
        looks_at("portal", language, &melder.browser, &[]);
    }
}

/// Puts a question to a colleague, and returns its number.
fn asks(aov: &mut Officer, kenmerk: &str) -> String {
    let path = format!("/signalen/{kenmerk}/verrijking");
    let page = aov.browser.open(&path);
    let form = page.form_with(&path, "stap", "vragen").fill("collega", &page.option("collega", "aov2"));
    let form = form.fill("vraag", "Is hier een vergunning?").fill("doel", "Weten.").fill("grondslag", "Wet Bibob");
    let asked = aov.browser.submit(&form.tick("bronnen", "Kadaster").tick("bevestigd", "ja"));
    let link = asked
        .must_be(200)
        .links()
        .into_iter()
        .find_map(|link| link.strip_prefix(&path)?.strip_prefix('/').map(str::to_owned));
    link.expect("a question")
}

#[test]
fn every_address_of_the_desk_is_open_to_all() {
    // A signal at the table of a meeting: every page has something on it.
    let mut scene = Scene::in_town(Town::new());
    let kenmerk = scene.signal("Mogelijk contant geld op een bouwplaats.", "eerstvolgende overleg");
    let number = asks(&mut scene.aov, &kenmerk);
    scene.plans().must_be(200);
    scene.takes("vaststellen").must_be(200);
    scene.opens(&["aov", "jurist"]).must_be(200);
    let places = [
        ("{kenmerk}", kenmerk.as_str()),
        ("{datum}", DAY),
        ("{nummer}", &number),
        ("{naam}", "kennisgeving"),
        ("{route}", "aov"),
    ];
    looks_at("desk", "", &scene.aov.browser, &places);
}

//! WCAG 2.2 AA in a real Chromium: what axe finds, whether pages fit small windows, what a keyboard alone can do, and
//! that the browser has nothing to complain of. Every sample of `views` is looked at, and every address of the programs.

mod bystander;
mod gallery;
mod keyboard;
mod reporter;
mod routes;
mod running;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    helpers::chromium::{Chromium, Tab, chromium},
    views,
};
use bystander::complaints;
use gallery::Gallery;
use keyboard::Keyboard;

const AXE: &str = include_str!("accessibility/axe/axe.min.js");
const RUN_AXE: &str = include_str!("accessibility/axe.js");
const SIDEWAYS: &str = include_str!("accessibility/sideways.js");

/// How pages are looked at: as they come, in the dark, and in colours of the reader's own.
const COLOURS: [&[(&str, &str)]; 3] =
    [&[], &[("prefers-color-scheme", "dark")], &[("forced-colors", "active"), ("prefers-color-scheme", "dark")]];

/// Width, pixels of the screen for each of the window's, and size of the text: a phone, a window of 640 pixels magnified
/// to 200 %, and one of 640 with all text twice as large.
const SIZES: [(u32, u32, u32); 3] = [(320, 1, 16), (320, 2, 16), (640, 1, 32)];

fn lines(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A tab that brings axe to every page, whatever the page's content policy says.
fn tab_with_axe(chromium: &Arc<Chromium>) -> Tab {
    let tab = chromium.tab();
    tab.call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": AXE }));
    tab
}

/// What axe finds wrong in any colours, and what it cannot judge.
fn broken(tab: &Tab) -> Vec<String> {
    let mut found = Vec::new();
    for colours in COLOURS {
        tab.prefers(colours);
        let result = tab.ask_and_wait(RUN_AXE);
        assert!(result["rules"].as_u64().is_some_and(|rules| rules > 10), "axe looked at the page: {result}");
        let lines = [lines(&result["broken"]), lines(&result["unsure"])].concat();
        found.extend(lines.into_iter().map(|line| format!("{colours:?}: {line}")));
    }
    found
}

/// What does not fit into a small window.
fn sideways(tab: &Tab) -> Vec<String> {
    let mut found = Vec::new();
    for (width, scale, text) in SIZES {
        tab.screen(width, 640, scale);
        tab.call("Page.setFontSizes", &json!({ "fontSizes": { "standard": text } }));
        let wide = lines(&tab.ask(SIDEWAYS));
        found.extend(wide.into_iter().map(|line| format!("{width} pixels × {scale}, text of {text}: {line}")));
    }
    tab.call("Page.setFontSizes", &json!({ "fontSizes": { "standard": 16 } }));
    found
}

/// Opens every sample and fails with all that was found on any.
fn on_every_page(tab: &Tab, look: impl Fn(&Tab) -> Vec<String>) {
    let gallery = Gallery::open();
    let mut found = Vec::new();
    for name in &gallery.names {
        tab.open(&gallery.address(name));
        found.extend(look(tab).into_iter().map(|line| format!("{name}: {line}")));
    }
    found.extend(complaints(tab, &gallery.base));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn axe_finds_nothing_on_any_page_in_any_colours() {
    let Some(chromium) = chromium() else { return };
    on_every_page(&tab_with_axe(&chromium), broken);
}

#[test]
fn no_page_scrolls_sideways_on_a_phone_or_magnified() {
    let Some(chromium) = chromium() else { return };
    on_every_page(&chromium.tab(), sideways);
}

#[test]
fn every_page_can_be_walked_with_the_tab_key_on_a_phone_and_on_a_desk() {
    let Some(chromium) = chromium() else { return };
    for (width, height) in [(320, 640), (1280, 720)] {
        let tab = chromium.tab();
        tab.screen(width, height, 1);
        tab.call("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
        on_every_page(&tab, |tab| Keyboard::of(tab).walks());
    }
}

#[test]
fn on_a_page_where_everything_is_wrong_all_of_it_is_found() {
    let Some(chromium) = chromium() else { return };
    let gallery = Gallery::open();
    let tab = tab_with_axe(&chromium);
    tab.open(&gallery.address(gallery::WRONG));
    let found = [Keyboard::of(&tab).walks(), broken(&tab), sideways(&tab), complaints(&tab, &gallery.base)].concat();
    for (start, end) in gallery::FAULTS {
        let told = found.iter().any(|line| line.starts_with(start) && line.contains(end));
        assert!(told, "nobody saw {start:?} {end:?}:\n{found:#?}");
    }
}

#[test]
fn every_view_has_a_sample_and_every_summary_of_errors_too() {
    let samples = views::pages();
    for side in ["portal", "desk"] {
        for (view, has_errors) in routes::views(side) {
            let own = |name: &str| name == view || name.strip_prefix(&view).is_some_and(|rest| rest.starts_with('-'));
            let mut own = samples.iter().filter(|sample| own(&sample.name)).peekable();
            assert!(own.peek().is_some(), "tests/views.rs has no sample that is named after the view {view}");
            let failed = own.any(|sample| sample.html.contains("autofocus"));
            assert!(failed || !has_errors, "tests/views.rs has no sample of {view} with errors");
        }
    }
}

//! A person with a keyboard and no mouse: every stop of the focus is looked at, and things are found by the role and the
//! name that a screen reader would say. Arrow keys choose within a group of radio buttons, as browsers have it.

use std::path::Path;

use serde_json::{Value, json};

use super::lines;
use crate::helpers::chromium::Tab;

const LOOK: &str = include_str!("look.js");

/// More stops than any page has, twice.
const ENDLESS: usize = 300;

/// Key, code, number, text, and whether Control is held.
struct Key(&'static str, &'static str, u32, &'static str, bool);

const TAB: Key = Key("Tab", "Tab", 9, "", false);
const ENTER: Key = Key("Enter", "Enter", 13, "\r", false);
const SPACE: Key = Key(" ", "Space", 32, " ", false);
const DOWN: Key = Key("ArrowDown", "ArrowDown", 40, "", false);
const TO_THE_END: Key = Key("End", "End", 35, "", true);

/// The heading of a summary of errors.
const SUMMARY: &str = "Er klopt nog iets niet";

pub struct Keyboard<'a> {
    pub tab: &'a Tab,
}

/// What is wrong with how a stop of the focus is seen.
fn faults(look: &Value) -> Vec<String> {
    let is = |name: &str| look[name] == Value::Bool(true);
    let faults = [
        (!is("ringed"), "nothing shows that it has the focus"),
        (!is("inView"), "it is outside the window"),
        (is("covered"), "something covers it"),
        (is("backwards"), "the focus went back up the page"),
    ];
    let said = faults.into_iter().filter(|(wrong, _)| *wrong);
    said.map(|(_, what)| format!("{what}: {}", look["html"].as_str().unwrap_or_default())).collect()
}

impl<'a> Keyboard<'a> {
    pub fn of(tab: &'a Tab) -> Self {
        Self { tab }
    }

    fn key(&self, mut event: Value) {
        self.tab.call("Input.dispatchKeyEvent", &event);
        event["type"] = "keyUp".into();
        self.tab.call("Input.dispatchKeyEvent", &event);
    }

    fn press(&self, Key(key, code, number, text, control): Key) {
        // Without text it is a key that does something and types nothing.
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let modifiers = if control { 2 } else { 0 };
        self.key(json!({
            "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "text": text, "modifiers": modifiers
        }));
    }

    fn look(&self) -> Value {
        self.tab.ask(LOOK)
    }

    /// Role and name of what has the focus, as a screen reader says them.
    fn heard(&self) -> (String, String) {
        let element = self.tab.call("Runtime.evaluate", &json!({ "expression": "document.activeElement" }));
        let about = json!({ "objectId": element["result"]["objectId"], "fetchRelatives": false });
        let tree = self.tab.call("Accessibility.getPartialAXTree", &about);
        let said = |what: &str| tree["nodes"][0][what]["value"].as_str().unwrap_or_default().to_owned();
        (said("role"), said("name"))
    }

    /// Goes one stop on: to where a person can see the focus, or past the last stop.
    #[track_caller]
    fn goes_on(&self) {
        self.press(TAB);
        let look = self.look();
        assert!(look["html"].is_null() || faults(&look).is_empty(), "{:#?}\nin {}", faults(&look), self.text());
    }

    /// Presses Tab until what has the focus is of this role and its name begins so.
    #[track_caller]
    fn reaches(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..ENDLESS {
            let heard = self.heard();
            if heard.0 == role && heard.1.starts_with(name) {
                return;
            }
            if !passed.contains(&heard) {
                passed.push(heard);
            }
            self.goes_on();
        }
        panic!("no {role} {name:?} among {passed:#?}\nin {}", self.text());
    }

    #[track_caller]
    fn enters(&self, role: &str, name: &str) {
        self.reaches(role, name);
        self.press(ENTER);
        self.tab.arrives();
    }

    #[track_caller]
    pub fn follows(&self, link: &str) {
        self.enters("link", link);
    }

    #[track_caller]
    pub fn presses(&self, button: &str) {
        self.enters("button", button);
    }

    /// The form came back with these errors: they are heard first, and the first one's link leads to its field.
    #[track_caller]
    pub fn is_told(&self, errors: &[&str]) {
        assert_eq!(self.heard(), ("heading".into(), SUMMARY.into()), "{}", self.text());
        assert!(faults(&self.look()).is_empty(), "{:?}", faults(&self.look()));
        for error in errors {
            self.must_read(error);
        }
        self.reaches("link", errors[0]);
        self.press(ENTER);
        self.tab.event("Page.navigatedWithinDocument");
        let reached = "document.activeElement.matches(':target, :target *')";
        assert_eq!(self.tab.ask(reached), Value::Bool(true), "{} leads to {:?}", errors[0], self.heard());
    }

    #[track_caller]
    pub fn ticks(&self, label: &str) {
        self.reaches("checkbox", label);
        self.press(SPACE);
        assert_eq!(self.tab.ask("document.activeElement.checked"), Value::Bool(true), "{label} is ticked");
    }

    /// Folds a part of the page open.
    #[track_caller]
    pub fn unfolds(&self, summary: &str) {
        self.reaches("DisclosureTriangle", summary);
        self.press(ENTER);
        let open = "document.activeElement.closest('details').open";
        assert_eq!(self.tab.ask(open), Value::Bool(true), "{summary} is open");
    }

    /// Comes to the field for files, where Space opens the system's own window, and chooses one there.
    #[track_caller]
    pub fn attaches(&self, label: &str, file: &Path) {
        self.reaches("button", label);
        let element = self.tab.call("Runtime.evaluate", &json!({ "expression": "document.activeElement" }));
        let chosen = json!({ "objectId": element["result"]["objectId"], "files": [file] });
        self.tab.call("DOM.setFileInputFiles", &chosen);
    }

    /// Chooses one of a group of radio buttons.
    #[track_caller]
    pub fn chooses(&self, group: &str, label: &str) {
        let legend = "document.activeElement.closest('[role=radiogroup]')?.querySelector('legend').textContent ?? ''";
        let in_group = |_: &usize| !self.tab.ask(legend).as_str().is_some_and(|legend| legend.starts_with(group));
        (0..ENDLESS).take_while(in_group).for_each(|_| self.goes_on());
        self.press(SPACE);
        let heard = |_: &usize| self.heard() != ("radio".into(), label.into());
        (0..ENDLESS).take_while(heard).for_each(|_| self.press(DOWN));
        assert_eq!(self.heard().1, label, "a choice of {group:?}");
        assert_eq!(self.tab.ask("document.activeElement.checked"), Value::Bool(true), "{label} is chosen");
    }

    /// Types into the field with this label, behind what stands there.
    #[track_caller]
    pub fn types(&self, label: &str, text: &str) {
        self.reaches("textbox", label);
        self.press(TO_THE_END);
        for letter in text.chars() {
            self.key(json!({ "type": "keyDown", "key": letter, "text": letter }));
        }
    }

    /// All text that the page shows.
    pub fn text(&self) -> String {
        self.tab.ask("document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn must_read(&self, text: &str) {
        assert!(self.text().contains(text), "the page does not say {text:?}:\n{}", self.text());
    }

    /// Presses Tab from where a page puts the focus to its end: what is wrong with any stop, and what is none.
    pub fn walks(&self) -> Vec<String> {
        let is = |look: &Value, name: &str| look[name] == Value::Bool(true);
        let mut look = self.look();
        let mut found = Vec::new();
        if !is(&look, "summarised") {
            found.push("the summary of errors does not have the focus".to_owned());
        }
        for _ in 0..ENDLESS {
            let inside = look["html"].is_string();
            if inside {
                found.extend(faults(&look));
            }
            self.press(TAB);
            look = self.look();
            // Past the last stop the page itself has the focus, or at once the first stop again.
            if look["html"].is_null() || is(&look, "again") || (inside && is(&look, "top")) {
                break;
            }
        }
        found.extend(lines(&look["missed"]).into_iter().map(|html| format!("the focus never came to it: {html}")));
        found
    }
}

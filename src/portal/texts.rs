//! The portal's words for values of the domain, in the language of a page.

use chrono::{Datelike, NaiveDate};
use domain::{RouteName, Subject, Wishes, report::FIELDS};
use templates::Text;

/// A subject with its article, as it starts a line.
pub fn subject(text: Text, subject: Subject) -> &'static str {
    text.choice("subject", subject.label())
}

/// Who reads the signals of a route, as it fits in a sentence.
pub fn reader(text: Text, route: RouteName) -> &'static str {
    text.choice("reader", route.label())
}

/// A day in words: "30 november 2026".
pub fn date(text: Text, date: NaiveDate) -> String {
    let month = text.say(&["month-", &date.month().to_string()].concat());
    text.with("date", &[("day", &date.day().to_string()), ("month", month), ("year", &date.year().to_string())])
}

/// Who may hear later that there is a report about these: the protocol's duties (art. 4 to 6, 9 to 11, 15 to 18) for the
/// office holders it knows, the LIO for ondermijning. A sentence each.
pub fn told(text: Text, over: &[Subject], wishes: &Wishes, route: RouteName) -> Vec<&'static str> {
    let duty = |subject: &Subject| match subject {
        Subject::Wethouder => Some("readers-told-wethouder"),
        Subject::Burgemeester => Some("readers-told-burgemeester"),
        Subject::Raadslid => Some("readers-told-raadslid"),
        _ => None,
    };
    let mut keys: Vec<_> = over.iter().filter_map(duty).collect();
    if keys.is_empty() {
        keys.push(if route == RouteName::Aov { "readers-told-aov" } else { "readers-told-other" });
    }
    if !wishes.niet_lezen.is_empty() {
        keys.push("readers-told-excluded");
    }
    keys.into_iter().map(|key| text.say(key)).collect()
}

/// One answer in words: choices in those of the page, texts as they are.
pub fn answer(text: Text, field: &str, value: &str) -> String {
    let vocabulary = match field {
        "over_wie" => "subject",
        "niet_lezen" => "reader",
        "soort" => "kind",
        "verschijningsvorm" => "phenomenon",
        "schending" => "breach",
        "kwetsbaar_proces" => "process",
        "beinvloeding" => "influence",
        "hoeveel_weten_dit" => "knowers",
        "in_seniorenconvent" | "direct_gevaar" | "eerst_overleggen" | "vragen_mag" => "answer",
        _ => return value.to_owned(),
    };
    // What no list has, such as words of one's own where the form now has a choice, is shown as it was said.
    text.known_choice(vocabulary, value).map_or_else(|| value.to_owned(), str::to_owned)
}

/// The question behind a field, for the check page.
pub fn question(text: Text, field: &str) -> &'static str {
    text.choice("question", field)
}

/// Every field that can stand on the check page, in order: all but its own question.
pub fn checked() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().copied().filter(|field| *field != "ook_over")
}

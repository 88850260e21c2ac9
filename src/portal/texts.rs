//! The portal's words for values of the domain, in the language of a page.

use chrono::{Datelike, NaiveDate};
use domain::{RouteName, Subject, report::FIELDS};
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

/// The question behind a field, for the check page.
pub fn question(text: Text, field: &str) -> &'static str {
    text.choice("question", field)
}

/// Every field that can stand on the check page, in order: all but its own question.
pub fn checked() -> impl Iterator<Item = &'static str> {
    FIELDS.iter().copied().filter(|field| *field != "ook_over")
}

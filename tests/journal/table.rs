//! The table of what pages are called, held against the routes; and the portal, which knows of no log.

use std::{fs, path::Path};

use actix_web::http::{Method, StatusCode};
use desk::journal::table::{ROWS, Shape, row};
use domain::journal::{Action, Outcome, action::READINGS, is_auditor};

/// Every route of the desk as its source has it: method and pattern.
fn routes() -> Vec<(&'static str, String)> {
    let source = include_str!("../../src/desk/lib.rs");
    let mut found = Vec::new();
    for resource in source.split("actix::resource(").skip(1) {
        let pattern = resource.split('"').nth(1).expect("a pattern").to_owned();
        let methods = [("GET", ".get("), ("POST", ".post("), ("HEAD", ".head(")];
        found.extend(
            methods.iter().filter(|(_, call)| resource.contains(call)).map(|(name, _)| (*name, pattern.clone())),
        );
        for other in [".put(", ".patch(", ".delete(", ".route(", ".to("] {
            assert!(!resource.contains(other), "{pattern}: {other} is not looked for here");
        }
    }
    assert!(!source.contains("actix::scope(\"/") && !source.contains(".route("), "routes are resources");
    found
}

#[test]
fn every_page_of_the_desk_stands_in_the_table_and_nothing_else_does() {
    let routes = routes();
    assert!(routes.len() > 60, "{}", routes.len());
    for (method, pattern) in &routes {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        assert!(!row(&method, pattern, "").pattern.is_empty(), "{method} {pattern} has no row in journal/table.rs");
    }
    for row in ROWS {
        let known = routes.iter().any(|(method, pattern)| *method == row.method && pattern == row.pattern);
        assert!(known, "{} {} is no page", row.method, row.pattern);
        assert_eq!(row.shape == Shape::Silent, row.action == Action::Other, "{} {}", row.method, row.pattern);
    }
}

#[test]
fn a_page_in_no_table_leaves_a_line_all_the_same() {
    let unknown = row(&Method::GET, "/iets/nieuws", "");
    assert_eq!((unknown.shape, unknown.action), (Shape::Reading, Action::Other));
    let unknown = row(&Method::POST, "/iets/nieuws", "");
    assert_eq!((unknown.shape, unknown.action), (Shape::Act, Action::Other));
    assert!(unknown.shape.is_act());
}

#[test]
fn what_became_of_something_follows_from_its_answer() {
    let (act, page, reading) = (Shape::Act, Shape::ActWithPage, Shape::Reading);
    for (shape, status, outcome) in [
        (act, 303, Outcome::Done),
        (act, 200, Outcome::Nothing),
        (act, 422, Outcome::Refused),
        (act, 403, Outcome::Refused),
        (act, 503, Outcome::Failed),
        (page, 200, Outcome::Done),
        (page, 303, Outcome::Done),
        (page, 409, Outcome::Refused),
        (reading, 200, Outcome::Done),
        (reading, 303, Outcome::Nothing),
        (reading, 404, Outcome::Refused),
        (reading, 500, Outcome::Failed),
        (Shape::Login, 303, Outcome::Done),
        (Shape::Login, 422, Outcome::Refused),
    ] {
        assert_eq!(shape.outcome(StatusCode::from_u16(status).expect("a status")), outcome, "{shape:?} {status}");
    }
}

#[test]
fn steps_of_who_may_read_have_words_of_their_own() {
    let path = "/signalen/{kenmerk}/toegang";
    for (step, action) in [
        ("uitnodigen", Action::Invited),
        ("ontnemen", Action::TakenAway),
        ("overdragen", Action::HandedOver),
        ("iets", Action::AccessChanged),
    ] {
        assert_eq!(row(&Method::POST, path, step).action, action);
    }
    assert_eq!(row(&Method::HEAD, path, "").action, Action::AccessRead);
    assert!(READINGS.contains(&Action::SignalRead) && !READINGS.contains(&Action::Invited));
}

#[test]
fn auditors_are_known_by_their_function() {
    for function in ["Auditor", "auditor", "FG", " functionaris gegevensbescherming "] {
        assert!(is_auditor(function), "{function}");
    }
    for function in ["", "Jurist", "Auditor van de jeugdraad", "Griffier"] {
        assert!(!is_auditor(function), "{function}");
    }
}

#[test]
fn the_portal_writes_no_line() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let mut folders = ["src/portal", "src/submission", "src/attachments", "src/mailbox"].map(|f| root.join(f)).to_vec();
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a file");
            files += 1;
            for name in ["journal", ".log(", "entity::log"] {
                assert!(!text.contains(name), "{} names {name}", path.display());
            }
        }
    }
    assert!(files > 20, "{files} files were looked at");
}

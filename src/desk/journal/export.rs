//! Lines as other systems read them: CSV, or one JSON object a line for a SIEM.

use chrono::{DateTime, SecondsFormat};
use domain::journal::Line;

/// The columns of both.
pub const COLUMNS: [&str; 11] =
    ["number", "time", "action", "object", "result", "origin", "account", "actor", "begun", "previous", "digest"];

/// A second as RFC 3339 has it, in UTC; a number where it is none that a calendar knows.
pub fn time(at: i64) -> String {
    let known = DateTime::from_timestamp(at, 0).filter(|time| (0..=9999).contains(&chrono::Datelike::year(time)));
    known.map_or_else(|| at.to_string(), |time| time.to_rfc3339_opts(SecondsFormat::Secs, true))
}

fn cells(line: &Line) -> [String; 11] {
    let (action, object, result, origin) =
        (line.action.clone(), line.object.clone(), line.outcome.clone(), line.origin.clone());
    let (account, actor, previous, digest) =
        (line.account.clone(), line.actor.clone(), line.previous.clone(), line.digest.clone());
    let (number, begun) = (line.number.to_string(), line.begun.to_string());
    [number, time(line.at), action, object, result, origin, account, actor, begun, previous, digest]
}

/// The first line of a CSV file (RFC 4180).
pub fn csv_head() -> String {
    csv_row(&COLUMNS.map(str::to_owned))
}

/// A line as CSV.
pub fn csv(line: &Line) -> String {
    csv_row(&cells(line))
}

fn csv_row(cells: &[String; 11]) -> String {
    let quoted: Vec<_> = cells.iter().map(|cell| quoted(cell)).collect();
    [quoted.join(","), "\r\n".to_owned()].concat()
}

/// What a spreadsheet would take for a formula begins with an apostrophe: a login name is chosen by people.
fn quoted(cell: &str) -> String {
    let risky = |first: char| "=+-@".contains(first) || first.is_control() || first.is_whitespace();
    // A number is no formula.
    let is_number = cell.parse::<i64>().is_ok();
    let guard = if cell.starts_with(risky) && !is_number { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

/// A line as JSON, with its end. What stands in it is exactly what was written.
pub fn json(line: &Line) -> Result<String, serde_json::Error> {
    let mut object = serde_json::Map::new();
    for (name, value) in COLUMNS.iter().zip(cells(line)) {
        let value = match *name {
            "number" => line.number.into(),
            "begun" => line.begun.into(),
            _ => serde_json::Value::String(value),
        };
        object.insert((*name).to_owned(), value);
    }
    let mut text = serde_json::to_string(&object)?;
    text.push('\n');
    Ok(text)
}

//! When meetings are, and how one goes from planned to held: tables, row by row.

use ::domain::meeting::{Hours, Meeting, STEPS, Series, Stage, levels::Levels};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn series(first: &str, every_days: u16) -> Series {
    Series { name: "LIO".into(), every_days, first: Some(day(first)), structural: vec!["Bibob-coördinator".into()] }
}

#[test]
fn the_next_meeting_falls_on_a_working_day() {
    for (first, every, from, expected, why) in [
        ("2026-12-03", 42, "2026-11-23", "2026-12-03", "before the first of the series"),
        ("2026-12-03", 42, "2026-12-03", "2026-12-03", "on the day itself"),
        ("2026-12-03", 42, "2026-12-04", "2027-01-14", "six weeks on"),
        ("2026-11-13", 42, "2026-12-01", "2026-12-28", "first Christmas day is a Friday, then a holiday and a weekend"),
        ("2026-11-13", 42, "2026-12-27", "2026-12-28", "asked in between: the same day"),
        ("2026-11-13", 42, "2026-12-29", "2027-02-05", "the one after it does not move along"),
        ("2026-02-16", 42, "2026-03-01", "2026-03-30", "an ordinary Monday"),
        ("2026-02-23", 42, "2026-03-01", "2026-04-07", "Easter Monday 2026 is 6 April"),
        ("2026-03-16", 42, "2026-04-20", "2026-04-28", "27 April is Koningsdag"),
        ("2026-12-05", 1, "2026-12-05", "2026-12-07", "a Saturday"),
        ("2024-02-29", 366, "2025-01-01", "2025-03-03", "1 March 2025 is a Saturday"),
        ("2026-12-31", 42, "2026-12-31", "2026-12-31", "the last day of a year with 53 weeks"),
        ("2026-11-20", 42, "2026-12-31", "2027-01-04", "New Year's Day is a Friday"),
    ] {
        assert_eq!(series(first, every).from(day(from)), Some(day(expected)), "{first} +{every} from {from}: {why}");
    }
    let none = Series { first: None, ..series("2026-12-03", 42) };
    assert_eq!(none.from(day("2026-12-03")), None);
}

#[test]
fn a_structural_seat_is_known_by_its_own_words() {
    let series = series("2026-12-03", 42);
    for (function, sits) in [
        ("Bibob-coördinator", true),
        ("bibob-coordinator", true),
        ("Bibob-coördinator (waarnemend)", false),
        ("Coördinator", false),
        ("", false),
    ] {
        assert_eq!(series.is_structural(function), sits, "{function}");
    }
}

#[test]
fn a_meeting_goes_one_way() {
    use Stage::{Afgelast, Geopend, Gepland, Gesloten, Vastgesteld, Verplaatst};
    let allowed = [
        (Gepland, Vastgesteld),
        (Vastgesteld, Geopend),
        (Geopend, Gesloten),
        (Gepland, Afgelast),
        (Vastgesteld, Afgelast),
        (Gepland, Verplaatst),
        (Vastgesteld, Verplaatst),
    ];
    assert_eq!(STEPS, allowed);
    for from in Stage::ALL {
        for to in Stage::ALL {
            assert_eq!(from.may_become(*to), allowed.contains(&(*from, *to)), "{from} -> {to}");
        }
    }
}

#[test]
fn a_day_for_a_meeting_is_asked_again_until_it_can_be_one() {
    let today = day("2026-11-23");
    for (datum, kind, reason, wrong) in [
        ("", "gewoon overleg", "", Some("datum")),
        ("morgen", "gewoon overleg", "", Some("datum")),
        ("30-02-2027", "gewoon overleg", "", Some("datum")),
        ("3-12-26", "gewoon overleg", "", Some("datum")),
        ("2026-11-22", "gewoon overleg", "", Some("datum")),
        ("2026-12-05", "gewoon overleg", "", Some("datum")),
        ("25-12-2026", "gewoon overleg", "", Some("datum")),
        ("2027-12-01", "gewoon overleg", "", Some("datum")),
        ("2026-12-10", "gewoon overleg", "", Some("datum")),
        ("2026-12-03", "", "", Some("soort")),
        ("2026-12-03", "feest", "", Some("soort")),
        ("2026-12-03", "tussentijds overleg", "  ", Some("reden")),
        ("2026-12-03", "tussentijds overleg", "Nu.", None),
        ("3-12-2026", "gewoon overleg", "", None),
        ("2026-11-23", "gewoon overleg", "", None),
        ("29-2-2028", "gewoon overleg", "", Some("datum")),
    ] {
        let planned = Meeting::planned(datum, kind, reason, today, &[day("2026-12-10")]);
        let found = planned.err().and_then(|errors| errors.iter().next().map(|error| error.field));
        assert_eq!(found, wrong, "{datum} {kind} {reason}");
    }
}

#[test]
fn levels_are_at_least_one_thing_and_only_what_exists() {
    let parse = |pairs: &[(&str, &str)]| {
        let typed = |field: &str| pairs.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value);
        let pairs = typed;
        Levels::parse(day("2026-12-03"), &|field| pairs(field))
            .map_err(|errors| errors.iter().next().map(|error| error.field).unwrap_or_default())
            .map(|levels| levels.niveaus.iter().flatten().count())
    };
    assert_eq!(parse(&[]), Err("a_niveau"));
    assert_eq!(parse(&[("regel", "Eén regel.")]), Ok(0));
    assert_eq!(parse(&[("a_niveau", "hoog"), ("f_niveau", "niet van toepassing")]), Ok(2));
    assert_eq!(parse(&[("a_niveau", "niet van toepassing")]), Err("a_niveau"));
    assert_eq!(parse(&[("h_niveau", "enorm")]), Err("h_niveau"));
    assert_eq!(parse(&[("regel", "Eén.\nTwee.")]), Err("regel"));
    let long = "x".repeat(301);
    assert_eq!(parse(&[("regel", &long)]), Err("regel"));
}

#[test]
fn a_time_is_two_times_of_one_day_or_none() {
    for (van, tot, found) in [
        ("", "", Ok(None)),
        ("  ", "", Ok(None)),
        ("9:30", "11:00", Ok(Some("van 9.30 tot 11.00 uur"))),
        ("09.30", "11.00", Ok(Some("van 9.30 tot 11.00 uur"))),
        ("0:00", "23:59", Ok(Some("van 0.00 tot 23.59 uur"))),
        ("9:30", "", Err("tot")),
        ("", "11:00", Err("van")),
        ("11:00", "11:00", Err("tot")),
        ("11:00", "9:30", Err("tot")),
        ("24:00", "25:00", Err("van")),
        ("9", "11:00", Err("van")),
        ("9:60", "11:00", Err("van")),
        ("9:30", "elf", Err("tot")),
        ("-9:30", "11:00", Err("van")),
        ("9:30:00", "11:00", Err("van")),
    ] {
        let read = Hours::parse(van, tot);
        let read = read.as_ref().map(|hours| hours.map(|hours| hours.to_string()));
        let read = read.map_err(|errors| errors.iter().next().map(|error| error.field).unwrap_or_default());
        assert_eq!(read, found.map(|hours| hours.map(str::to_owned)), "{van} {tot}");
    }
}

#[test]
fn a_meeting_of_before_there_were_hours_is_read_as_it_was() {
    let old =
        r#"{"datum":"2026-12-03","soort":"gewoon overleg","stand":"gepland","genodigd":[],"agenda":[],"aanwezig":[]}"#;
    let meeting: Meeting = serde_json::from_str(old).expect("a meeting");
    assert!(meeting.uren.is_none() && meeting.oproep.is_none() && !meeting.stil && meeting.eerder.is_empty());
    assert_eq!(serde_json::to_string(&meeting).expect("text"), old);
}

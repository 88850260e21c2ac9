//! Working days, against a calendar.

use ::domain::working_days::{HOLIDAYS, after, easter, holiday_on, is_working_day};

use super::on;

#[test]
fn easter_is_where_the_calendar_has_it() {
    for day in [
        "1961-04-02",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2030-04-21",
        "2038-04-25",
    ] {
        let day = on(day);
        assert_eq!(easter(chrono::Datelike::year(&day)), Some(day));
    }
}

#[test]
fn every_holiday_stands_on_its_day_and_names_its_source() {
    let named = [
        ("2026-01-01", "Nieuwjaarsdag"),
        ("2026-04-03", "Goede Vrijdag"),
        ("2026-04-06", "tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2026-05-05", "5 mei"),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-25", "tweede pinksterdag"),
        ("2026-12-25", "eerste kerstdag"),
        ("2026-12-26", "tweede kerstdag"),
        // 27 April 2025 and 2031 are Sundays: the King's birthday is kept the day before.
        ("2025-04-26", "Koningsdag"),
        ("2031-04-26", "Koningsdag"),
    ];
    for (day, name) in named {
        assert_eq!(holiday_on(on(day)).map(|holiday| holiday.name), Some(name), "{day}");
    }
    for day in ["2025-04-27", "2026-04-26", "2026-12-24", "2026-12-31", "2026-05-04", "2026-05-15", "2028-02-29"] {
        assert_eq!(holiday_on(on(day)).map(|holiday| holiday.name), None, "{day}");
    }
    assert!(HOLIDAYS.iter().all(|holiday| holiday.source.starts_with("Algemene termijnenwet art. 3 lid ")));
    assert!(is_working_day(on("2028-02-29")) && !is_working_day(on("2026-11-28")) && !is_working_day(on("2026-11-29")));
}

#[test]
fn five_working_days_end_on_the_day_that_was_counted_by_hand() {
    let table = [
        // An ordinary week, from each of its days.
        ("2026-11-23", "2026-11-30"),
        ("2026-11-24", "2026-12-01"),
        ("2026-11-25", "2026-12-02"),
        ("2026-11-26", "2026-12-03"),
        ("2026-11-27", "2026-12-04"),
        ("2026-11-28", "2026-12-04"),
        ("2026-11-29", "2026-12-04"),
        // Easter 2026: Good Friday and Monday do not count.
        ("2026-03-30", "2026-04-08"),
        ("2026-04-02", "2026-04-13"),
        ("2026-04-05", "2026-04-13"),
        // Koningsdag on a Monday, with the fifth of May a Tuesday.
        ("2026-04-24", "2026-05-04"),
        ("2026-04-28", "2026-05-06"),
        // Koningsdag on a Sunday is kept on Saturday: neither takes a working day.
        ("2025-04-25", "2025-05-02"),
        ("2025-04-22", "2025-04-29"),
        // Ascension on a Thursday, Whit Monday.
        ("2026-05-11", "2026-05-19"),
        ("2026-05-22", "2026-06-01"),
        // Christmas on Friday and Saturday, New Year on the Friday after.
        ("2026-12-18", "2026-12-28"),
        ("2026-12-24", "2027-01-04"),
        ("2026-12-28", "2027-01-05"),
        ("2026-12-31", "2027-01-08"),
        // Christmas on Monday and Tuesday.
        ("2023-12-22", "2024-01-03"),
        // 29 February, a Tuesday in 2028 and a Thursday in 2024.
        ("2028-02-28", "2028-03-06"),
        ("2028-02-29", "2028-03-07"),
        ("2024-02-23", "2024-03-01"),
        ("2027-02-26", "2027-03-05"),
        // Summer and winter time begin in between.
        ("2026-03-26", "2026-04-02"),
        ("2026-10-22", "2026-10-29"),
    ];
    for (sent, until) in table {
        assert_eq!(after(on(sent), 5), on(until), "sent on {sent}");
    }
    assert_eq!(after(on("2026-11-23"), 0), on("2026-11-23"));
    assert_eq!(after(chrono::NaiveDate::MAX, 5), chrono::NaiveDate::MAX, "no day after the last");
}

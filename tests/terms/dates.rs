//! Every term's last day, against dates that were counted on a calendar and with another program, and written down.

use chrono::NaiveDate;
use domain::{
    Dated, RouteName, clock,
    meeting::Series,
    term::{
        Basis, Length, TERMS, Term,
        TermCode::{self, T1, T2, T3, T4, T5, T6, T7},
        TermState, concerns,
        lateness::{History, Reason, Run, overdue},
        municipal,
    },
};

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// Term, start, last day, and why it is here.
const COUNTED: &[(TermCode, &str, &str, &str)] = &[
    (T1, "2026-11-23", "2026-11-30", "an ordinary week"),
    (T1, "2026-12-28", "2027-01-04", "into the next year, week 53 of 2026"),
    (T1, "2020-12-28", "2021-01-04", "week 53 of 2020"),
    (T1, "2026-12-31", "2027-01-07", "the last day of a year"),
    (T1, "2026-12-24", "2026-12-31", "Christmas: calendar days count"),
    (T1, "2026-03-25", "2026-04-01", "the clock goes forward on the 29th"),
    (T1, "2026-10-21", "2026-10-28", "and back on the 25th"),
    (T1, "2024-02-23", "2024-03-01", "a leap year"),
    (T1, "2025-02-23", "2025-03-02", "and none"),
    (T1, "2028-02-22", "2028-02-29", "on the leap day itself"),
    (T1, "2027-04-25", "2027-05-02", "from a Sunday to a Sunday"),
    (T2, "2026-01-31", "2026-04-30", "no 31 April"),
    (T2, "2026-11-30", "2027-02-28", "no 30 February"),
    (T2, "2027-11-30", "2028-02-29", "nor in a leap year"),
    (T2, "2023-11-29", "2024-02-29", "29 February is there"),
    (T2, "2023-11-30", "2024-02-29", "and is the end of the month"),
    (T2, "2024-11-29", "2025-02-28", "29 February is not there"),
    (T2, "2024-02-29", "2024-05-29", "from the leap day"),
    (T2, "2028-02-29", "2028-05-29", "the same later"),
    (T2, "2027-02-28", "2027-05-28", "the last of February is no month end in May"),
    (T2, "2026-05-31", "2026-08-31", "31 to 31"),
    (T2, "2026-08-31", "2026-11-30", "31 to 30"),
    (T2, "2026-03-31", "2026-06-30", "31 to 30"),
    (T2, "2026-07-31", "2026-10-31", "over both summer months"),
    (T2, "2026-10-31", "2027-01-31", "after the clock went back"),
    (T2, "2025-12-31", "2026-03-31", "over the year and the clock"),
    (T2, "2026-12-31", "2027-03-31", "the same a year later"),
    (T2, "2026-12-29", "2027-03-29", "in week 53"),
    (T2, "2026-12-01", "2027-03-01", "first to first"),
    (T2, "2026-01-01", "2026-04-01", "New Year's Day"),
    (T3, "2026-11-23", "2027-01-04", "over the year"),
    (T3, "2020-11-20", "2021-01-01", "onto a holiday, week 53 of 2020"),
    (T3, "2026-11-20", "2027-01-01", "the same of 2026"),
    (T3, "2026-12-31", "2027-02-11", "from the last day of a year"),
    (T3, "2026-01-19", "2026-03-02", "over February"),
    (T3, "2024-01-18", "2024-02-29", "onto the leap day"),
    (T3, "2025-01-18", "2025-03-01", "where there is none"),
    (T3, "2028-01-19", "2028-03-01", "past it"),
    (T3, "2026-02-15", "2026-03-29", "onto the day on which the clock goes forward"),
    (T3, "2026-09-14", "2026-10-26", "past the one on which it goes back"),
    (T4, "2026-03-27", "2026-04-07", "Good Friday and Easter Monday"),
    (T4, "2026-04-02", "2026-04-13", "sent on the day before Good Friday"),
    (T4, "2024-03-27", "2024-04-05", "Easter in March"),
    (T4, "2025-04-17", "2025-04-28", "late Easter; King's Day was a Saturday: 27 April 2025 is a Sunday"),
    (T4, "2025-04-22", "2025-04-29", "King's Day on Saturday 26 April takes no working day"),
    (T4, "2025-04-24", "2025-05-01", "the same; 1 May is no holiday here"),
    (T4, "2025-04-25", "2025-05-02", "sent on a Friday"),
    (T4, "2031-04-24", "2031-05-01", "27 April 2031 is a Sunday again"),
    (T4, "2030-04-25", "2030-05-02", "King's Day on its own Saturday"),
    (T4, "2026-04-24", "2026-05-04", "King's Day on a Monday"),
    (T4, "2026-05-04", "2026-05-12", "5 May"),
    (T4, "2026-05-11", "2026-05-19", "Ascension Day"),
    (T4, "2025-05-28", "2025-06-05", "the day before Ascension Day"),
    (T4, "2026-05-22", "2026-06-01", "Whit Monday"),
    (T4, "2025-06-06", "2025-06-16", "Whit Monday of another year"),
    (T4, "2026-12-22", "2026-12-30", "Christmas on Friday and Saturday"),
    (T4, "2026-12-24", "2027-01-04", "and New Year's Day on a Friday"),
    (T4, "2026-12-30", "2027-01-07", "in week 53"),
    (T4, "2027-12-23", "2027-12-30", "Christmas in a weekend takes no working day"),
    (T4, "2024-12-24", "2025-01-03", "Christmas on Wednesday and Thursday"),
    (T4, "2026-11-27", "2026-12-04", "sent on a Friday"),
    (T4, "2026-11-28", "2026-12-04", "on a Saturday"),
    (T4, "2026-11-29", "2026-12-04", "on a Sunday"),
    (T5, "2026-01-01", "2026-03-31", "the first day of a quarter"),
    (T5, "2026-03-31", "2026-03-31", "its last"),
    (T5, "2024-02-29", "2024-03-31", "the leap day"),
    (T5, "2026-04-01", "2026-06-30", "the second"),
    (T5, "2026-06-30", "2026-06-30", "its last day"),
    (T5, "2026-07-01", "2026-09-30", "the third"),
    (T5, "2026-09-30", "2026-09-30", "its last day"),
    (T5, "2026-10-01", "2026-12-31", "the fourth"),
    (T5, "2026-11-26", "2026-12-31", "in it"),
    (T5, "2026-12-31", "2026-12-31", "its last day, in week 53"),
    (T6, "2026-01-01", "2026-12-31", "the first day"),
    (T6, "2026-12-31", "2026-12-31", "the last"),
    (T6, "2020-12-28", "2020-12-31", "week 53 belongs to its own year"),
    (T6, "2027-01-03", "2027-12-31", "a day of week 53 of the year before"),
    (T6, "2024-02-29", "2024-12-31", "a leap year"),
    (T7, "2026-12-31", "2029-12-31", "three years"),
    (T7, "2026-09-30", "2029-09-30", "after a third quarter"),
    (T7, "2024-02-29", "2027-02-28", "from the leap day"),
    (T7, "2028-02-29", "2031-02-28", "the same"),
    (T7, "2025-03-01", "2028-03-01", "past a leap day"),
];

#[test]
fn every_term_ends_on_the_day_that_was_counted_by_hand() {
    assert!(COUNTED.len() >= 60, "{}", COUNTED.len());
    for (code, start, due, why) in COUNTED {
        assert_eq!(code.from(day(start)), Term { code: *code, due: day(due) }, "{code} from {start}: {why}");
    }
    for code in TermCode::ALL {
        assert!(COUNTED.iter().any(|(counted, ..)| counted == code), "{code}");
    }
}

#[test]
fn each_row_of_the_table_is_the_terms_own_and_has_a_source() {
    for (rule, code) in TERMS.iter().zip(TermCode::ALL) {
        assert_eq!((rule.code, code.rule()), (*code, rule));
        assert!(!rule.source.is_empty() && !rule.words.is_empty() && !rule.start.is_empty());
    }
    let rows = [
        (T1, "T1", Length::Days(7), Basis::Law, 2),
        (T2, "T2", Length::Months(3), Basis::Law, 14),
        (T3, "T3", Length::Days(42), Basis::Policy, 7),
        // The only term of the protocol.
        (T4, "T4", Length::WorkingDays(5), Basis::Protocol, 1),
        (T5, "T5", Length::Quarter, Basis::Policy, 14),
        (T6, "T6", Length::Year, Basis::Policy, 30),
        (T7, "T7", Length::Months(36), Basis::Policy, 90),
    ];
    for (code, name, length, basis, warns) in rows {
        let rule = code.rule();
        assert_eq!((code.code(), rule.length, rule.basis, rule.warns), (name, length, basis, warns));
    }
}

#[test]
fn a_moment_belongs_to_the_dutch_day_on_which_it_was() {
    for (moment, received, due) in [
        // Half past eleven at night, before the clock goes forward: 28 March, not the day after.
        ("2026-03-28T22:30:00Z", "2026-03-28", "2026-04-04"),
        ("2026-03-28T23:30:00Z", "2026-03-29", "2026-04-05"),
        // The same hour in summer time is another in UTC.
        ("2026-03-29T21:30:00Z", "2026-03-29", "2026-04-05"),
        ("2026-03-29T22:30:00Z", "2026-03-30", "2026-04-06"),
        // And before it goes back.
        ("2026-10-24T21:30:00Z", "2026-10-24", "2026-10-31"),
        ("2026-10-24T22:30:00Z", "2026-10-25", "2026-11-01"),
        ("2026-10-25T22:30:00Z", "2026-10-25", "2026-11-01"),
        ("2026-10-25T23:30:00Z", "2026-10-26", "2026-11-02"),
        // New year comes an hour earlier than in UTC.
        ("2026-12-31T22:59:59Z", "2026-12-31", "2027-01-07"),
        ("2026-12-31T23:00:00Z", "2027-01-01", "2027-01-08"),
        ("2024-02-28T23:30:00Z", "2024-02-29", "2024-03-07"),
    ] {
        let on = clock::dutch_date(moment.parse().expect("a moment"));
        assert_eq!((on, T1.from(on).due), (day(received), day(due)), "{moment}");
    }
}

#[test]
fn each_term_warns_so_many_days_ahead_and_is_late_the_day_after_its_last() {
    use TermState::{Late, OnTime, Warning};
    for (code, start, days) in [
        (
            T1,
            "2026-11-23",
            [("2026-11-27", OnTime), ("2026-11-28", Warning), ("2026-11-30", Warning), ("2026-12-01", Late)],
        ),
        (
            T2,
            "2026-11-30",
            [("2027-02-13", OnTime), ("2027-02-14", Warning), ("2027-02-28", Warning), ("2027-03-01", Late)],
        ),
        (
            T3,
            "2026-11-23",
            [("2026-12-27", OnTime), ("2026-12-28", Warning), ("2027-01-04", Warning), ("2027-01-05", Late)],
        ),
        (
            T5,
            "2026-11-26",
            [("2026-12-16", OnTime), ("2026-12-17", Warning), ("2026-12-31", Warning), ("2027-01-01", Late)],
        ),
        (
            T6,
            "2026-11-26",
            [("2026-11-30", OnTime), ("2026-12-01", Warning), ("2026-12-31", Warning), ("2027-01-01", Late)],
        ),
        (
            T7,
            "2026-12-31",
            [("2029-10-01", OnTime), ("2029-10-02", Warning), ("2029-12-31", Warning), ("2030-01-01", Late)],
        ),
    ] {
        for (today, state) in days {
            assert_eq!(code.from(day(start)).state(day(today)), state, "{code} on {today}");
        }
    }
}

fn series(first: Option<&str>, every_days: u16) -> Series {
    Series { name: "LIO".into(), every_days, first: first.map(day), structural: Vec::new() }
}

#[test]
fn a_discussion_warns_where_no_meeting_falls_within_its_six_weeks() {
    use TermState::{Late, OnTime, Warning};
    // Received on 23 November: 4 January is the last day.
    let term = T3.from(day("2026-11-23"));
    let stands = |today: &str, series: &Series, on_agenda| term.state_of_meeting(day(today), series, on_agenda);
    let in_time = series(Some("2026-12-03"), 42);
    assert_eq!(stands("2026-11-24", &in_time, false), OnTime, "3 December is in time");
    // After it the next is on 14 January.
    assert_eq!(stands("2026-12-03", &in_time, false), OnTime, "today is one");
    assert_eq!(stands("2026-12-04", &in_time, false), Warning, "there is none left");
    assert_eq!(stands("2026-12-04", &in_time, true), OnTime, "it stands on an agenda");
    assert_eq!(stands("2026-12-28", &in_time, true), Warning, "a week ahead in any case");
    assert_eq!(stands("2027-01-05", &in_time, true), Late);
    // Meetings that are planned by hand promise nothing, and warn of nothing.
    assert_eq!(stands("2026-12-04", &series(None, 42), false), OnTime);
    // One that falls on New Year's Day moves to Monday 4 January, which is in time; on 5 January it would not be.
    assert_eq!(stands("2026-12-04", &series(Some("2027-01-01"), 42), false), OnTime);
    assert_eq!(stands("2026-12-04", &series(Some("2027-01-05"), 42), false), Warning);
}

#[test]
fn what_the_municipality_owes_concerns_the_routes_of_its_plan() {
    let codes = |picture: Option<&str>| {
        municipal(day("2026-11-26"), picture.map(day)).into_iter().map(|term| (term.code, term.due)).collect::<Vec<_>>()
    };
    let (quarter, year) = ((T5, day("2026-12-31")), (T6, day("2026-12-31")));
    assert_eq!(codes(None), [quarter, year]);
    assert_eq!(codes(Some("2023-12-31")), [quarter, year, (T7, day("2026-12-31"))]);
    let of = |code| RouteName::ALL.iter().copied().filter(|route| concerns(code, *route)).collect::<Vec<_>>();
    assert_eq!((of(T5), of(T7)), (vec![RouteName::Aov], vec![RouteName::Aov]));
    assert!(!of(T6).contains(&RouteName::Bewaarder) && of(T6).len() == RouteName::of_people().count() - 1);
    assert!([T1, T2, T3, T4].into_iter().all(|code| of(code).is_empty()));
}

/// Received on 23 November on route aov, and nothing happened yet.
const NEW: History = History {
    route: RouteName::Aov,
    received: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
    acknowledged: None,
    feedback: None,
    discussed: None,
    closed: None,
    has_mailbox: true,
    is_read: true,
};

#[test]
fn a_signal_has_the_terms_that_are_its_own() {
    let runs = |history: History| {
        history.runs().into_iter().map(|run| (run.term.code, run.term.due, run.ended)).collect::<Vec<_>>()
    };
    let (first, meeting) = ((T1, day("2026-11-30"), None), (T3, day("2027-01-04"), None));
    assert_eq!(runs(NEW), [first, meeting]);
    assert_eq!(runs(History { route: RouteName::Burgemeester, ..NEW }), [first]);
    // To whom nobody can answer, nothing was promised; who does not read the conversation, cannot say.
    assert_eq!(runs(History { has_mailbox: false, ..NEW }), [meeting]);
    assert_eq!(runs(History { is_read: false, ..NEW }), [meeting]);
    let acknowledged = Some(day("2026-12-02"));
    let (met, second) = ((T1, day("2026-11-30"), acknowledged), (T2, day("2027-03-02"), None));
    assert_eq!(runs(History { acknowledged, ..NEW }), [met, second, meeting]);
    // Closing ends what runs.
    let closed = Some(day("2026-12-20"));
    let ended = |(code, due, _)| (code, due, closed);
    assert_eq!(runs(History { acknowledged, closed, ..NEW }), [met, ended(second), ended(meeting)]);
    let discussed = Some(day("2026-12-03"));
    assert_eq!(runs(History { discussed, closed, ..NEW })[1].2, discussed);
}

#[test]
fn a_late_term_asks_a_reason_until_one_is_given_and_again_when_its_new_day_passed() {
    let (run, due) = (|ended: Option<&str>| Run { term: T1.from(NEW.received), ended: ended.map(day) }, "2026-11-30");
    assert!(!run(None).is_late(day(due)) && run(None).is_late(day("2026-12-01")));
    assert!(!run(Some(due)).is_late(day("2027-01-01")) && run(Some("2026-12-01")).is_late(day("2027-01-01")));
    let asks = |run: Run, reasons: &[Dated<Reason>], today: &str| {
        overdue(&[run], reasons, day(today)).first().map(|late| late.asks(day(today)))
    };
    let given = |verwacht: Option<&str>, vervaldag: &str| {
        let (datum, tijd) = (day("2026-12-02"), chrono::NaiveTime::MIN);
        let verwacht = verwacht.map(day);
        Dated {
            datum,
            tijd,
            inhoud: Reason { termijn: T1, vervaldag: day(vervaldag), reden: "Ziek.".into(), verwacht },
        }
    };
    assert_eq!(asks(run(None), &[], due), None, "it is not late");
    assert_eq!(asks(run(None), &[], "2026-12-01"), Some(true));
    let until = given(Some("2026-12-05"), due);
    assert_eq!(asks(run(None), std::slice::from_ref(&until), "2026-12-05"), Some(false));
    assert_eq!(asks(run(None), std::slice::from_ref(&until), "2026-12-06"), Some(true), "that day went by too");
    assert_eq!(asks(run(None), &[until, given(Some("2026-12-20"), due)], "2026-12-06"), Some(false), "the last counts");
    assert_eq!(asks(run(None), &[given(Some("2026-12-20"), "2026-10-30")], "2026-12-06"), Some(true), "of another day");
    // Met late: the reason is asked once.
    assert_eq!(asks(run(Some("2026-12-01")), &[], "2027-06-01"), Some(true));
    assert_eq!(asks(run(Some("2026-12-01")), &[given(None, due)], "2027-06-01"), Some(false));
}

#[test]
fn a_reason_is_read_with_a_day_that_can_be_kept() {
    let (today, runs) = (day("2026-12-02"), Run { term: T1.from(NEW.received), ended: None });
    let read = |run: &Run, reden: &str, verwacht: &str| {
        Reason::parse(run, reden, verwacht, today)
            .map_err(|errors| errors.iter().map(|error| error.field).collect::<Vec<_>>())
    };
    let good = read(&runs, "Wij waren ziek.  \n", "5-12-2026").expect("a reason");
    let json = serde_json::json!({
        "termijn": "ontvangstbevestiging", "vervaldag": "2026-11-30", "reden": "Wij waren ziek.", "verwacht": "2026-12-05",
    });
    assert_eq!(serde_json::to_value(&good).expect("JSON"), json);
    assert_eq!(format!("{good:?}"), "Reason(..)");
    assert!(read(&runs, "Ziek.", "2026-12-02").is_ok() && read(&runs, "Ziek.", "2027-12-02").is_ok());
    for (reden, verwacht, fields) in [
        ("", "5-12-2026", &["reden"][..]),
        ("  \n", "", &["reden", "verwacht"]),
        ("Ziek.", "1-12-2026", &["verwacht"]),
        ("Ziek.", "3-12-2027", &["verwacht"]),
        ("Ziek.", "31-2-2027", &["verwacht"]),
        ("Ziek.", "volgende week", &["verwacht"]),
        ("Zi\u{0}ek.", "5-12-2026", &["reden"]),
    ] {
        assert_eq!(read(&runs, reden, verwacht).err(), Some(fields.to_vec()), "{reden:?} {verwacht:?}");
    }
    // Of one that was met there is no day to promise.
    let met = Run { ended: Some(day("2026-12-01")), ..runs };
    assert_eq!(read(&met, "Ziek.", "").expect("a reason").verwacht, None);
}

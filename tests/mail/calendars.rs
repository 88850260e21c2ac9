//! What a calendar is told of a meeting, as a second implementation reads it: when, and nothing else.

use ::domain::{MeetingId, meeting::Hours};
use chrono::{DateTime, Utc};
use post::{
    Address, Event,
    calendar::{Between, feed, invitation},
};
use serde_json::{Value, json};

use super::day;
use crate::helpers::ical;

/// What a calendar that was sent says of a meeting; nothing more may ever stand there.
pub const SENT: [&str; 11] =
    ["ATTENDEE", "CLASS", "DTEND", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"];

/// The same of one that was fetched: nobody stands there.
pub const FETCHED: [&str; 9] =
    ["CLASS", "DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"];

/// The hours from UTC around both changes of the clock, in July and in December, 2026.
pub fn dutch_time() -> Value {
    json!([1.0, 2.0, 2.0, 2.0, 1.0, 1.0])
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn event(on: &str, hours: Option<(&str, &str)>) -> Event {
    let hours = hours.and_then(|(van, tot)| Hours::parse(van, tot).expect("hours"));
    let meeting = MeetingId::random(&mut rand::rng());
    Event { meeting, sequence: 3, on: day(on), hours, called_off: false, stamp: at("2026-11-23T11:00:00Z") }
}

#[test]
fn a_meeting_is_at_its_dutch_time_in_winter_in_summer_and_on_the_days_of_the_change() {
    if !ical::is_there() {
        return;
    }
    for (on, hours, start, end) in [
        ("2026-12-03", Some(("9:30", "11.00")), "2026-12-03T08:30:00+00:00", "2026-12-03T10:00:00+00:00"),
        ("2026-07-01", Some(("9:30", "11.00")), "2026-07-01T07:30:00+00:00", "2026-07-01T09:00:00+00:00"),
        ("2026-03-27", Some(("9:00", "10:00")), "2026-03-27T08:00:00+00:00", "2026-03-27T09:00:00+00:00"),
        ("2026-03-30", Some(("9:00", "10:00")), "2026-03-30T07:00:00+00:00", "2026-03-30T08:00:00+00:00"),
        ("2026-10-23", Some(("9:00", "10:00")), "2026-10-23T07:00:00+00:00", "2026-10-23T08:00:00+00:00"),
        ("2026-10-26", Some(("9:00", "10:00")), "2026-10-26T08:00:00+00:00", "2026-10-26T09:00:00+00:00"),
        ("2026-12-31", Some(("22:00", "23:59")), "2026-12-31T21:00:00+00:00", "2026-12-31T22:59:00+00:00"),
        // Nobody said when: the day as a whole, which ends where the next begins.
        ("2026-12-31", None, "2026-12-31", "2027-01-01"),
        ("2028-02-28", None, "2028-02-28", "2028-02-29"),
    ] {
        let read = ical::read(&feed(&[event(on, hours)]));
        let found = &read["events"][0];
        assert_eq!((found["start"].as_str(), found["end"].as_str()), (Some(start), Some(end)), "{on} {hours:?}");
        assert_eq!(read["zones"], json!({ "Europe/Amsterdam": dutch_time() }));
        assert_eq!(found["properties"], json!(FETCHED));
        assert_eq!((&read["errors"], &read["method"]), (&json!([]), &json!("")));
    }
    let none = ical::read(&feed(&[]));
    assert_eq!(none["events"], json!([]));
}

#[test]
fn nothing_in_a_name_becomes_a_line_of_a_calendar() {
    if !ical::is_there() {
        return;
    }
    let address = |text: &str| text.parse::<Address>().expect("an address");
    let (organizer, attendee) = (address("kluis@gemeente.example"), address("aov@gemeente.example"));
    for name in [
        "Loomark\r\nATTENDEE:mailto:dief@x.example",
        "Loomark\nBEGIN:VEVENT",
        "Gemeente \"Loomark\";X=1:mailto:dief@x.example",
        "Loomark, Ã©é; 市",
        "\"",
        "",
        &"Zeer lange gemeentenaam é ".repeat(20),
    ] {
        for called_off in [false, true] {
            let event = Event { called_off, ..event("2026-12-03", Some(("9:30", "11:00"))) };
            let between = Between { organizer: &organizer, sender: name, attendee: &attendee };
            let calendar = invitation(&event, &between);
            let read = ical::read(&calendar);
            let [found] = read["events"].as_array().expect("events").as_slice() else { panic!("{calendar}") };
            assert_eq!(found["organizer"], json!("mailto:kluis@gemeente.example"), "{calendar}");
            assert_eq!(found["attendees"], json!(["mailto:aov@gemeente.example"]), "{calendar}");
            assert_eq!(found["status"], json!(if called_off { "CANCELLED" } else { "CONFIRMED" }));
            assert_eq!(read["method"], json!(if called_off { "CANCEL" } else { "REQUEST" }));
            assert_eq!(found["properties"], json!(SENT), "{calendar}");
            assert_eq!(found["uid"], json!(event.meeting.to_string()));
            assert!(read["lines"].as_u64().is_some_and(|longest| longest <= 76), "{calendar}");
            assert_eq!(calendar, invitation(&event, &between), "the same bytes again");
        }
    }
}

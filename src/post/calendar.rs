//! A meeting as calendars read it (RFC 5545). Of it they are told when it is, and nothing else: colleagues look into each
//! other's calendars, and whoever runs the mail looks into all of them. So no name of the meeting, no place, no agenda, no
//! number of signals and no colleague; and it is marked private.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::{MeetingId, meeting::Hours};
use icalendar::{Calendar, CalendarDateTime, Class, Component, DatePerhapsTime, EventLike, EventStatus, Property};

use crate::letter::{Address, one_line};

/// What stands in a calendar. Everybody has an *overleg*.
pub const SUMMARY: &str = "Overleg";

const PRODUCT: &str = "-//Signaalkluis//Overleg//NL";

const ZONE: &str = "Europe/Amsterdam";

/// The rules of Dutch time since 1996 (directive 2000/84/EC). The crate would put a moment and an id into it.
const TIMES: &str = "BEGIN:VTIMEZONE\r\n\
    TZID:Europe/Amsterdam\r\n\
    BEGIN:DAYLIGHT\r\n\
    TZNAME:CEST\r\n\
    TZOFFSETFROM:+0100\r\n\
    TZOFFSETTO:+0200\r\n\
    DTSTART:19960331T020000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n\
    END:DAYLIGHT\r\n\
    BEGIN:STANDARD\r\n\
    TZNAME:CET\r\n\
    TZOFFSETFROM:+0200\r\n\
    TZOFFSETTO:+0100\r\n\
    DTSTART:19961027T030000\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    END:STANDARD\r\n\
    END:VTIMEZONE\r\n";

/// What one person's calendar is told of one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    pub meeting: MeetingId,
    /// Rises with everything that changes for this person.
    pub sequence: i32,
    pub on: NaiveDate,
    /// `None`: nobody said when, and it stands on the day as a whole.
    pub hours: Option<Hours>,
    /// It is not held, or he is not invited any more.
    pub called_off: bool,
    /// When this was written: a whole hour, or a day.
    pub stamp: DateTime<Utc>,
}

/// Who invites whom, in a mail of its own for each.
#[derive(Debug, Clone, Copy)]
pub struct Between<'a> {
    pub organizer: &'a Address,
    /// The name before it: that of the municipality.
    pub sender: &'a str,
    pub attendee: &'a Address,
}

/// The method of a mail's calendar (RFC 5546).
pub const fn method(event: &Event) -> &'static str {
    if event.called_off { "CANCEL" } else { "REQUEST" }
}

/// The file that goes with a mail about one meeting. It names nobody but the two of the mail itself.
pub fn invitation(event: &Event, between: &Between<'_>) -> String {
    let mut calendar = empty();
    calendar.append_property(Property::new("METHOD", method(event)));
    let mut component = component(event);
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", between.organizer));
    // Quotes have no escape in a parameter, and what stands in a line is one.
    organizer.add_parameter("CN", &one_line(between.sender).replace('"', "\u{2019}"));
    let mut attendee = Property::new("ATTENDEE", format!("mailto:{}", between.attendee));
    // Nobody reads answers.
    attendee.add_parameter("PARTSTAT", "NEEDS-ACTION").add_parameter("RSVP", "FALSE");
    component.append_property(organizer).append_property(attendee);
    calendar.push(component);
    written(&calendar)
}

/// What a program finds that fetches somebody's meetings.
pub fn feed(events: &[Event]) -> String {
    let mut calendar = empty();
    // A calendar without anything in it is none (RFC 5545, 3.6): where there are no meetings, the zone is what it has.
    for event in events {
        calendar.push(component(event));
    }
    calendar.append_property(Property::new("X-WR-CALNAME", SUMMARY)).ttl(&TimeDelta::hours(6));
    written(&calendar)
}

fn empty() -> Calendar {
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    calendar
}

fn component(event: &Event) -> icalendar::Event {
    let mut made = icalendar::Event::new();
    made.uid(&event.meeting.to_string())
        .timestamp(event.stamp)
        .sequence(u32::try_from(event.sequence).unwrap_or_default())
        .summary(SUMMARY)
        .class(Class::Private)
        .status(if event.called_off { EventStatus::Cancelled } else { EventStatus::Confirmed });
    match event.hours {
        Some(hours) => {
            let at = |time| {
                let (date_time, tzid) = (event.on.and_time(time), ZONE.to_owned());
                DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })
            };
            made.starts(at(hours.van)).ends(at(hours.tot)).add_property("TRANSP", "OPAQUE");
        }
        // On that day, and nobody knows when: it keeps no hour of it occupied.
        None => {
            // The end is the first day on which it is over.
            let end = event.on.checked_add_days(Days::new(1)).unwrap_or(event.on);
            made.starts(event.on).ends(end).add_property("TRANSP", "TRANSPARENT");
        }
    }
    made
}

/// With the zone before what happens in it.
fn written(calendar: &Calendar) -> String {
    let text = calendar.to_string();
    let at = text.find("BEGIN:VEVENT").or_else(|| text.find("END:VCALENDAR")).unwrap_or(text.len());
    let (before, after) = text.split_at(at);
    [before, TIMES, after].concat()
}

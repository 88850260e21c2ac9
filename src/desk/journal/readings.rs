//! Who read a signal, day by day, as its page shows it.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::{clock::dutch_time, term};
use templates::desk::ReadBy;

/// What one person read on one day.
pub struct Reading {
    day: NaiveDate,
    who: String,
    when: String,
    times: String,
}

impl Reading {
    /// From lines, the newest first. A person has one reading a day, with its minutes.
    pub fn of(lines: &[(String, i64)]) -> Vec<Self> {
        let mut readings: Vec<Self> = Vec::new();
        for (who, at) in lines {
            let Some(at) = DateTime::from_timestamp(*at, 0).map(dutch_time) else { continue };
            let minute = at.format("%H:%M").to_string();
            match readings.iter_mut().find(|reading| reading.day == at.date() && reading.who == *who) {
                // A page that is looked at again within the minute is one reading.
                Some(reading) if reading.times.ends_with(&minute) => {}
                Some(reading) => reading.times = [&reading.times, ", ", &minute].concat(),
                None => readings.push(Self::first(who, at, minute)),
            }
        }
        readings
    }

    fn first(who: &str, at: NaiveDateTime, times: String) -> Self {
        Self { day: at.date(), who: who.to_owned(), when: term::dutch(at.date()), times }
    }

    pub fn view(&self) -> ReadBy<'_> {
        ReadBy { who: &self.who, day: &self.when, times: &self.times }
    }
}

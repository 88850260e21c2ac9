//! Time as an argument: who needs to know the time takes a [`Clock`]. Dates are Dutch dates (Europe/Amsterdam).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Europe::Amsterdam;
use std::sync::{Mutex, PoisonError};

/// Tells the time.
pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock: the one place that reads it.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock that stands still until it is set: for tests and for filling the demo with past signals.
#[derive(Debug)]
pub struct FixedClock(Mutex<DateTime<Utc>>);

impl FixedClock {
    pub const fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new(now))
    }

    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The date and time on a Dutch wall clock, summer time included.
pub fn dutch_time(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Amsterdam).naive_local()
}

/// The date in the Netherlands at that moment.
pub fn dutch_date(at: DateTime<Utc>) -> NaiveDate {
    dutch_time(at).date()
}

/// The first moment of a Dutch day. Clocks never change at midnight here.
pub fn dutch_midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let local = Amsterdam.from_local_datetime(&midnight).earliest();
    local.map_or_else(|| midnight.and_utc(), |local| local.with_timezone(&Utc))
}

/// The moment at which a Dutch wall clock shows a time. In the hour that is there twice, the first; in the hour that is left out,
/// the moment at which it would have been without the change.
pub fn dutch_moment(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let wall = day.and_time(time);
    let at = |wall: NaiveDateTime| Amsterdam.from_local_datetime(&wall).earliest().map(|at| at.with_timezone(&Utc));
    at(wall).or_else(|| Some(at(wall - TimeDelta::hours(1))? + TimeDelta::hours(1))).unwrap_or_else(|| wall.and_utc())
}

/// Whole hours since the Unix epoch (UTC), rounded down.
pub const fn hour(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(3600)
}

/// Whole minutes since the Unix epoch, rounded down.
pub const fn minute(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(60)
}

/// What a Dutch wall clock shows at the start of a [`minute`]: hours and minutes.
pub fn dutch_hour_and_minute(minute: i64) -> (u32, u32) {
    let at = DateTime::from_timestamp(minute.saturating_mul(60), 0).map(dutch_time).unwrap_or_default();
    (at.hour(), at.minute())
}

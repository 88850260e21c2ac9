//! When somebody at the desk wrote something: sealed with it, so it may be exact.

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};
use serde::{Deserialize, Serialize};

use crate::clock::dutch_time;

/// What was written, with the Dutch date and time (to the second).
#[derive(Clone, Serialize, Deserialize)]
pub struct Dated<T> {
    pub datum: NaiveDate,
    pub tijd: NaiveTime,
    #[serde(flatten)]
    pub inhoud: T,
}

impl<T> Dated<T> {
    pub fn at(now: DateTime<Utc>, inhoud: T) -> Self {
        let local = dutch_time(now);
        Self { datum: local.date(), tijd: local.time().with_nanosecond(0).unwrap_or_default(), inhoud }
    }
}

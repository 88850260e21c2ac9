//! Working days: neither weekend nor a holiday of the Algemene termijnenwet. The protocol says "vijf werkdagen" and no more:
//! that the day after sending is the first, and which days are holidays, is our reading.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How a holiday is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Month and day.
    Date(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// 27 April, and 26 April where that is a Sunday.
    Kingsday,
}

/// A day that is no working day, whatever day of the week it falls on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    pub name: &'static str,
    pub on: On,
    pub source: &'static str,
}

const fn holiday(name: &'static str, on: On, source: &'static str) -> Holiday {
    Holiday { name, on, source }
}

const FIRST: &str = "Algemene termijnenwet art. 3 lid 1";

/// Every holiday. Easter Sunday and Whit Sunday are Sundays; days that a royal decree adds for some years (art. 3 lid 3) are
/// not here: who has one to wait for, waits longer than he must.
pub const HOLIDAYS: &[Holiday] = &[
    holiday("Nieuwjaarsdag", On::Date(1, 1), FIRST),
    holiday("Goede Vrijdag", On::Easter(-2), "Algemene termijnenwet art. 3 lid 2"),
    holiday("tweede paasdag", On::Easter(1), FIRST),
    holiday("Koningsdag", On::Kingsday, FIRST),
    holiday("5 mei", On::Date(5, 5), FIRST),
    holiday("Hemelvaartsdag", On::Easter(39), FIRST),
    holiday("tweede pinksterdag", On::Easter(50), FIRST),
    holiday("eerste kerstdag", On::Date(12, 25), FIRST),
    holiday("tweede kerstdag", On::Date(12, 26), FIRST),
];

impl On {
    /// The day in a year; `None` outside what a calendar holds.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Date(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(days)),
            Self::Kingsday => {
                let day = NaiveDate::from_ymd_opt(year, 4, 27)?;
                if day.weekday() == Weekday::Sun { day.pred_opt() } else { Some(day) }
            }
        }
    }
}

/// Easter Sunday in the Gregorian calendar (the anonymous computus of 1876).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// The holiday that a day is.
pub fn holiday_on(day: NaiveDate) -> Option<&'static Holiday> {
    HOLIDAYS.iter().find(|holiday| holiday.on.in_year(day.year()) == Some(day))
}

pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && holiday_on(day).is_none()
}

/// The last day of a term of so many working days that starts the day after `sent`.
pub fn after(sent: NaiveDate, days: u8) -> NaiveDate {
    let (mut day, mut left) = (sent, days);
    while left > 0 {
        let Some(next) = day.checked_add_days(Days::new(1)) else { return day };
        day = next;
        left -= u8::from(is_working_day(day));
    }
    day
}

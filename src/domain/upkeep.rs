//! What a route's members look after every year: who may open what (BIO2 5.18.02), and who replaces whom.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, FieldErrors,
    field::{self, TEXT},
    term::TermState,
};

/// Months after which rights are looked through again (BIO2 5.18.02: at least once a year).
pub const EVERY_MONTHS: u32 = 12;
/// Months after which members are reminded of it.
pub const REMINDED_AFTER: u32 = 11;

/// Fewest members of a route that can still open it: with one, his absence closes it.
pub const FEWEST_MEMBERS: usize = 2;

/// The last day on which rights are looked through in time, counted from when they were last.
pub fn due(since: NaiveDate) -> NaiveDate {
    after(since, EVERY_MONTHS)
}

/// How a review stands that was last done (or was never, and the route began) on a day.
pub fn state(since: NaiveDate, today: NaiveDate) -> TermState {
    match today {
        _ if today > due(since) => TermState::Late,
        _ if today >= after(since, REMINDED_AFTER) => TermState::Warning,
        _ => TermState::OnTime,
    }
}

fn after(since: NaiveDate, months: u32) -> NaiveDate {
    since.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// What a member says of one person: whether that person still needs what he can open.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub account: AccountId,
    pub naam: String,
    pub nodig: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub opmerking: String,
}

field::redacted!(Answer);

impl Answer {
    /// Reads `nodig` (`ja` or `nee`, required) and `opmerking` (10,000 characters).
    ///
    /// # Errors
    /// At these two names.
    pub fn parse(account: AccountId, name: &str, needed: &str, remark: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let nodig = match needed {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => {
                errors.push("nodig", format!("Kies ‘ja’ of ‘nee’ bij {name}."));
                None
            }
        };
        let opmerking = field::text(&mut errors, "opmerking", remark, TEXT);
        errors.or(nodig.map(|nodig| Self { account, naam: name.to_owned(), nodig, opmerking }))
    }
}

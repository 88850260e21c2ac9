//! Terms: by when the reporter must hear something (Directive 2019/1937 art. 9(1)(b) and (f), as the Wbk took it over).
//! Counted in Dutch days; which of them are met is the case file's business.

use crate::vocabulary;
use chrono::{Datelike, Days, Months, NaiveDate};

vocabulary! {
    /// A term that the law sets; its label is what the reporter gets. Both run for every signal.
    TermCode {
        /// 7 days after receipt.
        T1 => "ontvangstbevestiging",
        /// 3 months after the acknowledgement was sent.
        T2 => "terugkoppeling",
    }
}

impl TermCode {
    pub const fn code(self) -> &'static str {
        match self {
            Self::T1 => "T1",
            Self::T2 => "T2",
        }
    }

    /// How many days before the last day a warning starts: T1 on day 5 of 7 (rule R11), T2 two weeks ahead.
    const fn warning_days(self) -> u64 {
        match self {
            Self::T1 => 2,
            Self::T2 => 14,
        }
    }
}

/// A running term. `due` is the last day on which it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    pub code: TermCode,
    pub due: NaiveDate,
}

/// How a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermState {
    OnTime,
    Warning,
    Late,
}

/// The term that runs now: the acknowledgement until it is sent, then the feedback. A closed signal has none.
pub fn current_term(
    received: NaiveDate,
    acknowledged: Option<NaiveDate>,
    feedback_sent: bool,
    closed: bool,
) -> Option<Term> {
    match acknowledged {
        _ if closed => None,
        None => {
            Some(Term { code: TermCode::T1, due: received.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX) })
        }
        Some(_) if feedback_sent => None,
        // Calendar months: 30 November and three months is the last day of February.
        Some(sent) => {
            Some(Term { code: TermCode::T2, due: sent.checked_add_months(Months::new(3)).unwrap_or(NaiveDate::MAX) })
        }
    }
}

impl Term {
    pub fn state(self, today: NaiveDate) -> TermState {
        let warning = self.due.checked_sub_days(Days::new(self.code.warning_days())).unwrap_or(NaiveDate::MIN);
        match today {
            _ if today > self.due => TermState::Late,
            _ if today >= warning => TermState::Warning,
            _ => TermState::OnTime,
        }
    }
}

/// A date in Dutch words: 12 maart 2026.
pub fn dutch(date: NaiveDate) -> String {
    let month = match date.month() {
        1 => "januari",
        2 => "februari",
        3 => "maart",
        4 => "april",
        5 => "mei",
        6 => "juni",
        7 => "juli",
        8 => "augustus",
        9 => "september",
        10 => "oktober",
        11 => "november",
        _ => "december",
    };
    format!("{} {month} {}", date.day(), date.year())
}

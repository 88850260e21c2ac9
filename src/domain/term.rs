//! Terms: what must be done by when, counted in Dutch days (a moment's day is [`crate::clock::dutch_date`]'s business, so no
//! change of the clock moves a term). The table [`TERMS`] has each with its source; which of them are met is the case file's
//! business. What a late one asks is in [`lateness`].
//!
//! The protocol has no term but T4; what is not in the table has none. The bewaartermijn (T8) is configuration:
//! [`crate::retention`].

pub mod lateness;

use crate::{RouteName, meeting::Series, vocabulary, working_days};
use chrono::{Datelike, Days, Months, NaiveDate};

vocabulary! {
    /// A term. T1 and T2 run for every signal whose reporter can read an answer, and are the ones that he is promised.
    TermCode {
        /// 7 days after receipt.
        T1 => "ontvangstbevestiging",
        /// 3 months after the acknowledgement was sent.
        T2 => "terugkoppeling",
        /// The next meeting, within 6 weeks of receipt.
        T3 => "LIO-bespreking",
        /// 5 working days after the report of a hearing was sent: it is the term of who was heard.
        T4 => "schriftelijke reactie op gespreksverslag",
        /// The last day of a quarter.
        T5 => "PFO-evaluatie",
        /// The last day of a year.
        T6 => "jaarevaluatie en jaarcijfers",
        /// 3 years after the last one was made.
        T7 => "ondermijningsbeeld",
    }
}

/// How long a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Days(u64),
    /// Calendar months: 30 November and three months is the last day of February.
    Months(u32),
    WorkingDays(u8),
    /// The last day of the quarter that the start falls in.
    Quarter,
    /// The same of the year.
    Year,
}

impl Length {
    /// The last day of a term that starts on a day; the day itself does not count, but for a quarter and a year, which hold it.
    pub fn after(self, start: NaiveDate) -> NaiveDate {
        let last = match self {
            Self::Days(days) => start.checked_add_days(Days::new(days)),
            Self::Months(months) => start.checked_add_months(Months::new(months)),
            Self::WorkingDays(days) => Some(working_days::after(start, days)),
            Self::Quarter => last_of_month(start.year(), start.month0() / 3 * 3 + 3),
            Self::Year => NaiveDate::from_ymd_opt(start.year(), 12, 31),
        };
        last.unwrap_or(NaiveDate::MAX)
    }
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// What a term rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The law.
    Law,
    /// The protocol on breaches of integrity.
    Protocol,
    /// What the municipality decided for itself.
    Policy,
}

impl Basis {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Law => "wet",
            Self::Protocol => "protocol",
            Self::Policy => "beleid",
        }
    }
}

/// One term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub code: TermCode,
    pub length: Length,
    /// The length as the page has it.
    pub words: &'static str,
    /// What it starts with.
    pub start: &'static str,
    pub basis: Basis,
    pub source: &'static str,
    /// How many days before the last day a warning starts: T1 on day 5 of 7 (rule R11).
    pub warns: u64,
}

/// Every term.
pub const TERMS: [Rule; 7] = [
    Rule {
        code: TermCode::T1,
        length: Length::Days(7),
        words: "7 dagen",
        start: "ontvangst",
        basis: Basis::Law,
        source: "Wet bescherming klokkenluiders; Richtlijn (EU) 2019/1937 art. 9 lid 1 onder b",
        warns: 2,
    },
    Rule {
        code: TermCode::T2,
        length: Length::Months(3),
        words: "3 maanden",
        start: "verzending van de ontvangstbevestiging",
        basis: Basis::Law,
        source: "Wet bescherming klokkenluiders; Richtlijn (EU) 2019/1937 art. 9 lid 1 onder f",
        warns: 14,
    },
    Rule {
        code: TermCode::T3,
        length: Length::Days(42),
        words: "6 weken (eerstvolgend overleg)",
        start: "ontvangst",
        basis: Basis::Policy,
        source: "Uitvoeringsplan ondermijning 2025-2027, LIO",
        warns: 7,
    },
    Rule {
        code: TermCode::T4,
        length: Length::WorkingDays(5),
        words: "5 werkdagen",
        start: "toezending van het gespreksverslag",
        basis: Basis::Protocol,
        source: "Protocol bij melding vermoedens van integriteitsschendingen art. 13 lid 4",
        warns: 1,
    },
    Rule {
        code: TermCode::T5,
        length: Length::Quarter,
        words: "einde van het kwartaal",
        start: "begin van het kwartaal",
        basis: Basis::Policy,
        source: "Uitvoeringsplan ondermijning 2025-2027, evaluatie in het PFO",
        warns: 14,
    },
    Rule {
        code: TermCode::T6,
        length: Length::Year,
        words: "einde van het jaar",
        start: "begin van het jaar",
        basis: Basis::Policy,
        source: "Uitvoeringsplan ondermijning 2025-2027, jaarlijkse evaluatie",
        warns: 30,
    },
    Rule {
        code: TermCode::T7,
        length: Length::Months(36),
        words: "3 jaar",
        start: "vaststelling van het vorige ondermijningsbeeld",
        basis: Basis::Policy,
        source: "Uitvoeringsplan ondermijning 2025-2027, ondermijningsbeeld",
        warns: 90,
    },
];

impl TermCode {
    pub const fn code(self) -> &'static str {
        match self {
            Self::T1 => "T1",
            Self::T2 => "T2",
            Self::T3 => "T3",
            Self::T4 => "T4",
            Self::T5 => "T5",
            Self::T6 => "T6",
            Self::T7 => "T7",
        }
    }

    pub const fn rule(self) -> &'static Rule {
        match self {
            Self::T1 => &TERMS[0],
            Self::T2 => &TERMS[1],
            Self::T3 => &TERMS[2],
            Self::T4 => &TERMS[3],
            Self::T5 => &TERMS[4],
            Self::T6 => &TERMS[5],
            Self::T7 => &TERMS[6],
        }
    }

    /// The term that starts on a day.
    pub fn from(self, start: NaiveDate) -> Term {
        Term { code: self, due: self.rule().length.after(start) }
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

/// The term that the reporter was promised and that runs now: the acknowledgement until it is sent, then the feedback. A closed
/// signal has none.
pub fn current_term(
    received: NaiveDate,
    acknowledged: Option<NaiveDate>,
    feedback_sent: bool,
    closed: bool,
) -> Option<Term> {
    match acknowledged {
        _ if closed => None,
        None => Some(TermCode::T1.from(received)),
        Some(_) if feedback_sent => None,
        Some(sent) => Some(TermCode::T2.from(sent)),
    }
}

impl Term {
    pub fn state(self, today: NaiveDate) -> TermState {
        let warning = self.due.checked_sub_days(Days::new(self.code.rule().warns)).unwrap_or(NaiveDate::MIN);
        match today {
            _ if today > self.due => TermState::Late,
            _ if today >= warning => TermState::Warning,
            _ => TermState::OnTime,
        }
    }

    /// The same of T3: before its warning too where no meeting of the series falls within it, and none was found for the signal.
    pub fn state_of_meeting(self, today: NaiveDate, series: &Series, is_on_agenda: bool) -> TermState {
        let none_left = !is_on_agenda && series.from(today).is_some_and(|next| next > self.due);
        match self.state(today) {
            TermState::OnTime if none_left => TermState::Warning,
            state => state,
        }
    }
}

/// What the municipality itself owes around a day: the quarter's evaluation, the year's, and the next ondermijningsbeeld after
/// the last one (`picture`; `None`: nobody said when that was made).
pub fn municipal(today: NaiveDate, picture: Option<NaiveDate>) -> Vec<Term> {
    let made = picture.map(|made| TermCode::T7.from(made));
    [TermCode::T5.from(today), TermCode::T6.from(today)].into_iter().chain(made).collect()
}

/// Whether members of a route are told of one of those: the plan of which they are part is the AOV's; the year's figures are
/// of every route that takes signals.
pub fn concerns(code: TermCode, route: RouteName) -> bool {
    match code {
        TermCode::T5 | TermCode::T7 => route == RouteName::Aov,
        TermCode::T6 => route.takes_signals(),
        _ => false,
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

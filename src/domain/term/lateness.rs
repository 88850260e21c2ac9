//! The terms of one signal from its beginning to its end, and what a late one asks: a reason, written down once, and a day on
//! which the reporter hears more.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Term, TermCode};
use crate::{
    Dated, RouteName,
    field::{self, FieldErrors, TEXT},
    status::Track,
};

/// What happened in a signal, by days that were signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct History {
    pub route: RouteName,
    pub received: NaiveDate,
    /// When the first acknowledgement was sent, and the first feedback.
    pub acknowledged: Option<NaiveDate>,
    pub feedback: Option<NaiveDate>,
    /// When the meeting decided, or colleagues weighed it.
    pub discussed: Option<NaiveDate>,
    /// When it was closed, where it is.
    pub closed: Option<NaiveDate>,
    /// Whether its reporter can ever read an answer.
    pub has_mailbox: bool,
    /// Whether the conversation was read: without it nobody can say how T1 and T2 stand.
    pub is_read: bool,
}

/// One term of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub term: Term,
    /// The day on which it was met, or the signal was closed. `None`: it runs.
    pub ended: Option<NaiveDate>,
}

impl Run {
    /// Whether it ran longer than it may: so far, or until it ended.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.ended.unwrap_or(today) > self.term.due
    }
}

impl History {
    /// Every term that it had, in the order of the table. T4 is the term of who was heard, and none of the signal's own.
    pub fn runs(&self) -> Vec<Run> {
        let ends = |met: Option<NaiveDate>| met.or(self.closed);
        let mut runs = Vec::new();
        if self.is_read && self.has_mailbox {
            runs.push(Run { term: TermCode::T1.from(self.received), ended: ends(self.acknowledged) });
            let second = self.acknowledged.map(|sent| TermCode::T2.from(sent));
            runs.extend(second.map(|term| Run { term, ended: ends(self.feedback) }));
        }
        // Who is not discussed at the meeting at all, owes it nothing.
        if Track::of(self.route) == Track::Ondermijning {
            runs.push(Run { term: TermCode::T3.from(self.received), ended: ends(self.discussed) });
        }
        runs
    }
}

/// Why a term was not met, as it is sealed in the case file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub termijn: TermCode,
    /// The last day that was let pass.
    pub vervaldag: NaiveDate,
    pub reden: String,
    /// By when it will be met; of a term that was met late there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verwacht: Option<NaiveDate>,
}

field::redacted!(Reason);

impl Reason {
    /// Reads `reden` and, of a term that still runs, `verwacht`: from today until a year from now.
    ///
    /// # Errors
    /// At these two names.
    pub fn parse(run: &Run, reden: &str, verwacht: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let missing = "Schrijf op waarom het later werd. Het komt in het dossier.";
        let reden = field::required(&mut errors, "reden", reden, TEXT, missing);
        let day = field::day(verwacht);
        let furthest = today.checked_add_months(Months::new(12)).unwrap_or(NaiveDate::MAX);
        let verwacht = match day {
            _ if run.ended.is_some() => None,
            Some(day) if day < today => {
                errors.push("verwacht", "Deze dag is voorbij. Kies vandaag of een dag die nog komt.");
                None
            }
            Some(day) if day > furthest => {
                errors.push("verwacht", "Deze dag is meer dan een jaar ver weg. Kies een eerdere dag.");
                None
            }
            Some(day) => Some(day),
            None => {
                errors.push("verwacht", field::WRITE_A_DAY);
                None
            }
        };
        let Term { code, due } = run.term;
        errors.or(Some(Self { termijn: code, vervaldag: due, reden, verwacht }))
    }

    fn is_of(&self, term: Term) -> bool {
        self.termijn == term.code && self.vervaldag == term.due
    }
}

/// A term that was not met in time, with the last reason that was given, if any.
#[derive(Clone, Copy)]
pub struct Overdue<'a> {
    pub run: Run,
    pub reason: Option<&'a Dated<Reason>>,
}

impl Overdue<'_> {
    /// Whether a reason is still asked: none was given, or the day that it named went by as well.
    pub fn asks(&self, today: NaiveDate) -> bool {
        let Some(reason) = self.reason else { return true };
        let promised = reason.inhoud.verwacht;
        self.run.ended.is_none() && promised.is_some_and(|promised| promised < today)
    }
}

/// The terms that were not met, each with the last reason that was given for it.
pub fn overdue<'a>(runs: &[Run], reasons: &'a [Dated<Reason>], today: NaiveDate) -> Vec<Overdue<'a>> {
    let late = runs.iter().filter(|run| run.is_late(today));
    let with_reason = |run: &Run| {
        let of_it = reasons.iter().rev().find(|reason| reason.inhoud.is_of(run.term));
        Overdue { run: *run, reason: of_it }
    };
    late.map(with_reason).collect()
}

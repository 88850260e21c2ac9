//! The meeting at which colleagues of several teams weigh signals ("LIO", elsewhere "GSO"): when it is, how it goes from
//! planned to held, and who sits at the table. What is said there of one signal stands with that signal: [`levels`],
//! [`decision`], [`action`].

pub mod action;
pub mod decision;
pub mod hours;
pub mod levels;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::access::Colleague;
use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors, TEXT};
pub use hours::Hours;

use crate::{Kenmerk, MeetingId, SignalId, vocabulary, working_days};

/// How often there is a meeting, by configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// "LIO", "GSO": as the municipality calls it.
    pub name: String,
    pub every_days: u16,
    /// The first of the series; `None`: every meeting is planned by hand.
    pub first: Option<NaiveDate>,
    /// Functions of those who always sit there (Uitvoeringsplan ondermijning, LIO).
    pub structural: Vec<String>,
}

impl Series {
    /// The first day of the series that is not before `day`. One that falls in a weekend or on a holiday moves to the next
    /// working day; those after it do not move along.
    pub fn from(&self, day: NaiveDate) -> Option<NaiveDate> {
        let first = self.first?;
        let every = i64::from(self.every_days.max(1));
        let rounds = (day - first).num_days().div_euclid(every).max(0);
        let round = |round: i64| first.checked_add_days(Days::new(u64::try_from(round * every).ok()?));
        (rounds..=rounds + 1).filter_map(|at| round(at).and_then(working_day)).find(|found| *found >= day)
    }

    /// Whether a function is one of those who always sit there.
    pub fn is_structural(&self, functie: &str) -> bool {
        self.structural.iter().any(|named| is_function(named, functie))
    }
}

/// Whether a function is the one that the configuration names: its own words, whatever stands around them.
pub fn is_function(named: &str, functie: &str) -> bool {
    field::fold(named) == field::fold(functie)
}

/// The day itself, or the first working day after it.
fn working_day(day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().take(31).find(|day| working_days::is_working_day(*day))
}

vocabulary! {
    MeetingKind {
        Gewoon => "gewoon overleg",
        /// For what cannot wait for the next of the series.
        Tussentijds => "tussentijds overleg",
    }
}

impl Choice for MeetingKind {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

vocabulary! {
    /// How far a meeting has come.
    Stage {
        Gepland => "gepland",
        /// The agenda is frozen: its signals are open to those who sit there, who may say beforehand what they think.
        Vastgesteld => "agenda vastgesteld",
        Geopend => "bezig",
        Gesloten => "gehouden",
        Afgelast => "afgelast",
        /// It is held on another day, where its agenda went with it.
        Verplaatst => "verplaatst",
    }
}

/// Every step of a meeting. What is not here cannot be done.
pub const STEPS: &[(Stage, Stage)] = &[
    (Stage::Gepland, Stage::Vastgesteld),
    (Stage::Vastgesteld, Stage::Geopend),
    (Stage::Geopend, Stage::Gesloten),
    (Stage::Gepland, Stage::Afgelast),
    (Stage::Vastgesteld, Stage::Afgelast),
    (Stage::Gepland, Stage::Verplaatst),
    (Stage::Vastgesteld, Stage::Verplaatst),
];

impl Stage {
    pub fn may_become(self, next: Self) -> bool {
        STEPS.contains(&(self, next))
    }

    /// Whether it was opened: then who was there is known, and there are minutes.
    pub const fn was_opened(self) -> bool {
        matches!(self, Self::Geopend | Self::Gesloten)
    }

    /// Whether the meeting is still to be held.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Gepland | Self::Vastgesteld | Self::Geopend)
    }
}

/// A signal on an agenda. What it is, only its own keys say.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub signaal: SignalId,
    pub kenmerk: Kenmerk,
}

/// One meeting as it stands: sealed to the members of the route and to everybody who is invited.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub datum: NaiveDate,
    pub soort: MeetingKind,
    pub stand: Stage,
    /// Why it is held between two others, or why it was called off.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reden: String,
    /// Who is invited, beside the members of the route.
    pub genodigd: Vec<Colleague>,
    pub agenda: Vec<AgendaItem>,
    /// Who was there, once it was opened.
    pub aanwezig: Vec<Colleague>,
    /// From when until when, where that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uren: Option<Hours>,
    /// What calendars know it by, on whatever day it is held; `None`: no calendar was told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oproep: Option<MeetingId>,
    /// Whether no calendar is told of it: that it is held tells that something cannot wait.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stil: bool,
    /// Days on which it would have been held, before it was moved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eerder: Vec<NaiveDate>,
    /// Of one that was moved: to which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naar: Option<NaiveDate>,
}

field::redacted!(AgendaItem, Meeting);

impl Meeting {
    /// Reads `datum`, `soort` and `reden` of a meeting to plan. `taken`: days on which there is one already.
    ///
    /// # Errors
    /// No date, one that is past, too far away or no working day, or that has a meeting; an interim meeting without reason.
    pub fn planned(
        datum: &str,
        soort: &str,
        reden: &str,
        today: NaiveDate,
        taken: &[NaiveDate],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let datum = day_to_come(&mut errors, datum, today, taken);
        let soort = choices::one_required(&mut errors, "soort", &[soort], "Kies wat voor overleg het is.");
        let reden = field::text(&mut errors, "reden", reden, TEXT);
        if soort == Some(MeetingKind::Tussentijds) && reden.is_empty() {
            errors.push(
                "reden",
                "Schrijf op waarom dit niet kan wachten. Noem geen namen: iedereen die komt, leest dit.",
            );
        }
        errors.or(datum.zip(soort).map(|(datum, soort)| Self {
            datum,
            soort,
            stand: Stage::Gepland,
            reden,
            genodigd: Vec::new(),
            agenda: Vec::new(),
            aanwezig: Vec::new(),
            uren: None,
            oproep: None,
            stil: soort == MeetingKind::Tussentijds,
            eerder: Vec::new(),
            naar: None,
        }))
    }

    /// Reads `datum`, `van` and `tot` of the same meeting at another time. `taken`: days that have a meeting, its own among them.
    ///
    /// # Errors
    /// As of a meeting that is planned; a time that is none; nothing that differs.
    pub fn moved(
        &self,
        (datum, van, tot): (&str, &str, &str),
        today: NaiveDate,
        taken: &[NaiveDate],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let others: Vec<_> = taken.iter().copied().filter(|day| *day != self.datum).collect();
        let datum = day_to_come(&mut errors, datum, today, &others);
        let uren = Hours::parse(van, tot).unwrap_or_else(|wrong| {
            errors.extend(Some(wrong));
            None
        });
        if errors.is_empty() && datum == Some(self.datum) && uren == self.uren {
            errors.push("datum", "Dit is de dag en de tijd die er al staan. Kies een andere dag of een andere tijd.");
        }
        let mut eerder = self.eerder.clone();
        if datum.is_some_and(|day| day != self.datum) {
            eerder.push(self.datum);
        }
        errors.or(datum.map(|datum| Self { datum, uren, eerder, ..self.clone() }))
    }

    /// Whether it is, or was to be, on that day.
    pub fn was_on(&self, day: NaiveDate) -> bool {
        self.datum == day || self.eerder.contains(&day)
    }

    /// The place of a signal on the agenda, from 1.
    pub fn place_of(&self, signal: SignalId) -> Option<usize> {
        self.agenda.iter().position(|item| item.signaal == signal).map(|at| at + 1)
    }
}

/// Reads a day on which a meeting can be held.
fn day_to_come(errors: &mut FieldErrors, typed: &str, today: NaiveDate, taken: &[NaiveDate]) -> Option<NaiveDate> {
    let Some(day) = field::day(typed) else {
        errors.push("datum", field::WRITE_A_DAY);
        return None;
    };
    let wrong = if day < today {
        "Deze dag is voorbij. Kies vandaag of een dag die nog komt."
    } else if day > today + Days::new(366) {
        "Deze dag is meer dan een jaar ver weg. Kies een eerdere dag."
    } else if taken.contains(&day) {
        "Op deze dag is er al een overleg, of was er een gepland. Kies een andere dag."
    } else if !working_days::is_working_day(day) {
        "Dit is een weekend of een feestdag. Kies een werkdag."
    } else {
        return Some(day);
    };
    errors.push("datum", wrong);
    None
}

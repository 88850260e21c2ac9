//! How long a closed signal is kept (AVG art. 5(1)(e), Archiefwet 1995 art. 5), and what keeps it longer. No term is known to
//! hold for every municipality: each sets its own, by how a signal ended, and without one nothing is destroyed.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    Status,
    field::{self, FieldErrors, TEXT},
    vocabulary,
};

vocabulary! {
    /// How a closed signal ended, as far as its statuses tell: what decides how long it is kept.
    Outcome {
        /// Closed without ever coming further than screening.
        Screened => "Afgesloten bij de voorscreening",
        /// Weighed or looked into, and nothing followed.
        NoFollowUp => "Gewogen of onderzocht, zonder vervolg",
        /// Passed on to somebody who acts.
        Forwarded => "Doorgeleid",
        /// A fact-finding investigation was held.
        Investigated => "Feitenonderzoek gehouden",
    }
}

impl Outcome {
    /// The key of its section in the configuration.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Screened => "screened",
            Self::NoFollowUp => "no_follow_up",
            Self::Forwarded => "forwarded",
            Self::Investigated => "investigated",
        }
    }

    /// The heaviest thing that ever happened to a signal, whatever it was closed for last.
    pub fn of(statuses: &[Status]) -> Self {
        let ever = |wanted: &[Status]| statuses.iter().any(|status| wanted.contains(status));
        if ever(&[Status::InFeitenonderzoek, Status::RapportGereed]) {
            Self::Investigated
        } else if ever(&[Status::Doorgeleid]) {
            Self::Forwarded
        } else if statuses.iter().all(|s| s.is_screening() || !s.is_open() || *s == Status::Heropend) {
            Self::Screened
        } else {
            Self::NoFollowUp
        }
    }
}

/// What a municipality decided for one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Months after it was closed.
    pub months: u32,
    /// Why it is destroyed then, in the words of the municipality.
    pub ground: String,
    /// The number in its selection list (selectielijst).
    pub list: String,
}

/// What a municipality decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    rules: Vec<(Outcome, Rule)>,
    /// Days until the last backup that still holds a destroyed signal is gone.
    pub backup_days: u32,
}

/// Days ahead in which a signal stands on the list of what will be destroyed.
pub const WARNING_DAYS: u64 = 30;

impl Rules {
    pub const fn new(rules: Vec<(Outcome, Rule)>, backup_days: u32) -> Self {
        Self { rules, backup_days }
    }

    pub fn of(&self, outcome: Outcome) -> Option<&Rule> {
        self.rules.iter().find(|(of, _)| *of == outcome).map(|(_, rule)| rule)
    }

    /// Outcomes for which nothing was decided.
    pub fn missing(&self) -> Vec<Outcome> {
        Outcome::ALL.iter().copied().filter(|outcome| self.of(*outcome).is_none()).collect()
    }

    /// The first day on which a signal that was closed on a day may be destroyed.
    pub fn until(&self, outcome: Outcome, closed: NaiveDate) -> Option<NaiveDate> {
        closed.checked_add_months(Months::new(self.of(outcome)?.months))
    }

    /// When the last backup that holds it is gone.
    pub fn final_on(&self, destroyed: NaiveDate) -> NaiveDate {
        destroyed.checked_add_days(Days::new(self.backup_days.into())).unwrap_or(NaiveDate::MAX)
    }
}

/// How near a signal's last day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Its time is over: two members may consent.
    Past,
    /// Within [`WARNING_DAYS`].
    Soon,
    Later,
}

impl Due {
    pub fn of(until: NaiveDate, today: NaiveDate) -> Self {
        match today.checked_add_days(Days::new(WARNING_DAYS)) {
            _ if until <= today => Self::Past,
            Some(horizon) if until <= horizon => Self::Soon,
            _ => Self::Later,
        }
    }
}

/// Something that keeps a signal from being destroyed, or lets go of it: a law suit, a complaint, an archive inspection.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wat", rename_all = "snake_case")]
pub enum Hold {
    Vastgehouden { reden: String },
    Vrijgegeven { reden: String },
}

field::redacted!(Hold);

impl Hold {
    /// Reads `reden`, for a signal that is held (`release`) or not.
    ///
    /// # Errors
    /// No reason.
    pub fn parse(release: bool, reden: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let why =
            if release { "Schrijf op waarom het niet langer hoeft." } else { "Schrijf op waarom u het vasthoudt." };
        let reden = field::required(&mut errors, "reden", reden, TEXT, why);
        errors.or(Some(if release { Self::Vrijgegeven { reden } } else { Self::Vastgehouden { reden } }))
    }

    /// The reason, where it holds the signal.
    pub fn holds(&self) -> Option<&str> {
        match self {
            Self::Vastgehouden { reden } => Some(reden),
            Self::Vrijgegeven { .. } => None,
        }
    }
}

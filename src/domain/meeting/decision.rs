//! What a meeting decides about a signal, with its reasons.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::access::Colleague;
use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors, TEXT};
use crate::vocabulary;

vocabulary! {
    /// BESLUIT_LIO (our reading of the Rekenkamercommissie's report, chapter 9, and of the Uitvoeringsplan).
    LioDecision {
        NaderVerrijken => "nader verrijken",
        BestuurlijkeAanpak => "bestuurlijke aanpak door gemeente",
        BibobToets => "Bibob-toets",
        IntegraleControle => "integrale controle",
        NaarRiec => "doorgeleiden naar RIEC-NN",
        NaarPolitie => "doorgeleiden naar politie/OM",
        NaarPartner => "doorgeleiden naar partner (ODD, arbeidsinspectie, ZVHD, ...)",
        Atlas => "opnemen in ATLAS",
        Beeldvorming => "alleen voor beeldvorming (ondermijningsbeeld)",
        GeenOpvolging => "geen opvolging (reden verplicht)",
        AndereRoute => "niet ondermijning -> andere route",
    }
}

impl Choice for LioDecision {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// What somebody must do once it is decided. A decision does nothing by itself: a signal is passed on when somebody passed it
/// on, and enriched once somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextAct {
    /// Put a question to a function.
    Ask,
    /// Bring it to a partner, outside this program.
    PassOn,
    /// Agree who does it, and by when.
    Agree,
    /// Hand it over to another route.
    HandOver,
    /// Tell the reporter, and close it.
    Close,
}

impl LioDecision {
    pub const fn next(self) -> NextAct {
        match self {
            Self::NaderVerrijken => NextAct::Ask,
            Self::NaarRiec | Self::NaarPolitie | Self::NaarPartner => NextAct::PassOn,
            Self::BestuurlijkeAanpak | Self::BibobToets | Self::IntegraleControle | Self::Atlas => NextAct::Agree,
            Self::Beeldvorming | Self::GeenOpvolging => NextAct::Close,
            Self::AndereRoute => NextAct::HandOver,
        }
    }

    /// Whether it says that nothing else is done: then nothing else can be chosen beside it.
    pub const fn stands_alone(self) -> bool {
        matches!(self, Self::GeenOpvolging | Self::AndereRoute | Self::NaderVerrijken)
    }
}

/// A decision, as it is sealed in the case file. Later ones do not undo earlier ones: both stand there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The day of the meeting.
    pub overleg: NaiveDate,
    pub besluit: Vec<LioDecision>,
    pub motivering: String,
    /// Who was at the table for this signal.
    pub aanwezig: Vec<Colleague>,
}

field::redacted!(Decision);

impl Decision {
    /// Reads `besluit` (repeatable) and `motivering` (10,000 characters).
    ///
    /// # Errors
    /// Nothing chosen, or together what cannot go together; no reasons.
    pub fn parse(
        overleg: NaiveDate,
        besluit: &[String],
        motivering: &str,
        aanwezig: Vec<Colleague>,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let chosen: Vec<LioDecision> = choices::many(&mut errors, "besluit", besluit);
        if errors.is_empty() && chosen.is_empty() {
            errors.push("besluit", "Kies wat het overleg besluit.");
        }
        if chosen.len() > 1
            && let Some(alone) = chosen.iter().find(|decision| decision.stands_alone())
        {
            errors.push(
                "besluit",
                format!("‘{alone}’ gaat niet samen met een ander besluit. Kies het een of het ander."),
            );
        }
        let missing = "Schrijf op waarom het overleg dit besluit.";
        let motivering = field::required(&mut errors, "motivering", motivering, TEXT, missing);
        errors.or(Some(Self { overleg, besluit: chosen, motivering, aanwezig }))
    }
}

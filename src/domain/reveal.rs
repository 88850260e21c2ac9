//! Asking for the name that a reporter may have put in the envelope: what stands of it in the case file. Whether there is a
//! name, none of it says. The decision is the identiteitsbewaarder's: he signs it outside the signal, and it is copied here.

use crate::field::{self, FieldErrors, TEXT};
use crate::{AccountId, RevealId, access::Colleague};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One step on the way to a name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wat", rename_all = "snake_case")]
pub enum Reveal {
    /// The reporter was asked in the mailbox whether it may be made known. His answer stands there, in his own words: not here.
    MelderGevraagd {
        reden: String,
    },
    /// It lies before the bewaarder.
    Voorgelegd {
        verzoek: RevealId,
        reden: String,
        /// Why the reporter was not asked first; `None`: he was, and said yes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zonder_vragen: Option<String>,
        /// SHA-256 of what was put before him, as a decision names it.
        afdruk: String,
        /// Bewaarders who may not decide it: the signal may be about them, or its reporter does not want them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        niet_door: Vec<AccountId>,
    },
    Ingetrokken {
        verzoek: RevealId,
    },
    /// The bewaarder's decision, as he signed it.
    Besloten {
        verzoek: RevealId,
        toegekend: bool,
        reden: String,
        door: Colleague,
        op: NaiveDate,
        besluit: String,
    },
    /// Who asked gave the envelope to the bewaarder who said yes: nobody had it outside the signal before.
    Gegeven {
        verzoek: RevealId,
        aan: Colleague,
    },
    /// What was in the envelope was shown to who asked for it, be it nothing.
    Getoond {
        verzoek: RevealId,
        aan: Colleague,
    },
}

field::redacted!(Reveal);

impl Reveal {
    /// The request it is about; none while the reporter is asked.
    pub const fn request(&self) -> Option<RevealId> {
        match self {
            Self::MelderGevraagd { .. } => None,
            Self::Voorgelegd { verzoek, .. }
            | Self::Ingetrokken { verzoek }
            | Self::Besloten { verzoek, .. }
            | Self::Gegeven { verzoek, .. }
            | Self::Getoond { verzoek, .. } => Some(*verzoek),
        }
    }
}

/// How far a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The bewaarder has not decided, as far as the case file knows.
    Waiting,
    Withdrawn,
    Refused,
    Granted,
    Shown,
}

impl Stage {
    /// The one that follows from the steps of a request, oldest first.
    pub fn of<'a>(steps: impl Iterator<Item = &'a Reveal>) -> Self {
        steps.fold(Self::Waiting, |stage, step| match (stage, step) {
            // After a yes too, for as long as nobody saw anything: the bewaarder cannot open it any more, or it is not needed.
            (Self::Waiting | Self::Granted, Reveal::Ingetrokken { .. }) => Self::Withdrawn,
            (Self::Waiting, Reveal::Besloten { toegekend: true, .. }) => Self::Granted,
            (Self::Waiting, Reveal::Besloten { toegekend: false, .. }) => Self::Refused,
            (Self::Granted, Reveal::Getoond { .. }) => Self::Shown,
            (stage, _) => stage,
        })
    }

    /// Whether nothing else can be asked beside it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting)
    }
}

/// What the reporter said when he was asked, the last word counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    NotAsked,
    /// Asked, and silent: that is a no.
    Silent,
    No,
    Yes,
}

/// Why a request must say something.
const WHY: &str = "Schrijf waarom u de naam nodig hebt. De identiteitsbewaarder leest dit en beslist erop.";
const WHY_NOT_ASKED: &str =
    "De melder is niet gevraagd. Vraag het eerst, of schrijf waarom dat niet kan of niet hoeft.";
const SAID_NO: &str = "De melder zei nee. Dan blijft de envelop dicht.";
const SILENT: &str = "De melder heeft nog niet geantwoord. Geen antwoord is een nee.";

/// A request as the form asks for it.
#[derive(Clone, PartialEq, Eq)]
pub struct Wish {
    pub reden: String,
    pub zonder_vragen: Option<String>,
}

impl Wish {
    /// Reads `reden` and `zonder_vragen`. `asks_first`: whether the municipality lets the reporter be asked first.
    ///
    /// # Errors
    /// No reason; the reporter did not say yes, and was asked, or no reason why he was not.
    pub fn parse(reden: &str, zonder_vragen: &str, consent: Consent, asks_first: bool) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reden = field::required(&mut errors, "reden", reden, TEXT, WHY);
        let mut without = None;
        match consent {
            Consent::Yes => {}
            Consent::No => errors.push("zonder_vragen", SAID_NO),
            Consent::Silent => errors.push("zonder_vragen", SILENT),
            Consent::NotAsked if asks_first => {
                without = Some(field::required(&mut errors, "zonder_vragen", zonder_vragen, TEXT, WHY_NOT_ASKED));
            }
            Consent::NotAsked => {}
        }
        errors.or(Some(Self { reden, zonder_vragen: without }))
    }
}

/// The reason of the bewaarder's decision.
///
/// # Errors
/// It is missing, too long or unreadable.
pub fn verdict(reden: &str) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let why = "Schrijf waarom u zo beslist. Wie het vroeg, leest dit.";
    let reden = field::required(&mut errors, "reden", reden, TEXT, why);
    errors.or(Some(reden))
}

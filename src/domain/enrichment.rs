//! Verrijking: a member puts a question to one function, with a purpose and a legal ground, and that person answers hit or
//! no hit first. Details come only where a member asks for them. Somebody who watches over privacy may have to say first
//! which sources may be looked into.
//!
//! The order (sources before searching, hit or no hit before details) is that of the CCV's *Modelprotocol ondermijning*,
//! step 3; the municipality's own plan names *verrijking* and says no more of it. How acts become questions is in
//! [`question`], what a question must not carry in [`words`], what forms hold in [`form`].

pub mod form;
pub mod question;
pub mod words;

use crate::access::Colleague;
use crate::choices::Choice;
use crate::{field, vocabulary};
use serde::{Deserialize, Serialize};

pub use question::{Act, By, Enriched, Question, STEPS, Stage, Step, Who, read};

vocabulary! {
    /// What a search gave. It says nothing of what was found.
    Outcome {
        Hit => "hit",
        GeenHit => "geen hit",
        /// With the reason: no such source, no ground, not for this function.
        NietTeZoeken => "kan niet gezocht worden",
    }
}

vocabulary! {
    /// What is said of the sources of a question.
    Verdict {
        Akkoord => "akkoord met de aangevinkte bronnen",
        NietAkkoord => "niet akkoord",
    }
}

impl Choice for Outcome {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

impl Choice for Verdict {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// Sources that a municipality has; any other can be typed. Our own list.
pub const SOURCES: &[&str] = &[
    "Basisregistratie Personen (BRP)",
    "adressen en gebouwen (BAG)",
    "WOZ en gemeentelijke belastingen",
    "Kadaster",
    "Handelsregister (KVK)",
    "vergunningen en ontheffingen",
    "Bibob-onderzoeken",
    "toezicht en handhaving",
    "subsidies",
    "inkoop en betalingen",
    "uitkeringen en zorg",
];

/// Grounds to think of, shown beside the field: examples and no advice. The CCV's overview of laws for the *Modelprotocol
/// ondermijning* says what each allows within a municipality.
pub const GROUNDS: &[&str] = &[
    "Gemeentewet en APV: openbare orde, overlast, leefbaarheid",
    "Opiumwet, artikel 13b: sluiten van een pand",
    "Wet Bibob: toets bij een vergunning, subsidie of opdracht",
    "Wet basisregistratie personen en de eigen verordening over gegevensverstrekking",
    "Algemene wet bestuursrecht, titel 5.2: toezicht op de naleving",
];

/// What a routine ground for acting may be: it was due anyway, or it is done everywhere.
pub const ROUTINE_EXAMPLES: &[&str] = &[
    "De jaarlijkse controle van alle horecavergunningen in dit gebied is in december.",
    "Burgerzaken controleert ieder kwartaal een steekproef van adressen; dit adres zit in de volgende.",
];

/// Somebody who is asked something, with the key that his answer must be signed with. His account alone would not do:
/// accounts are rows, and this stands under a member's signature.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    #[serde(flatten)]
    pub wie: Colleague,
    /// The verifying key (`verify1...`).
    pub sleutel: String,
}

/// A question as it is put.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posed {
    pub aan: Party,
    pub vraag: String,
    pub doel: String,
    pub grondslag: String,
    /// Never empty.
    pub bronnen: Vec<String>,
    /// Who must first say which of these may be looked into; `None`: nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toets: Option<Party>,
}

/// One act of verrijking, in the case file. `nummer` is the number in the case file under which the question stands.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wat", rename_all = "snake_case")]
pub enum Enrichment {
    Gevraagd(Box<Posed>),
    /// Which sources may be looked into; none: the question is not approved, with the reason.
    Getoetst {
        nummer: u32,
        bronnen: Vec<String>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reden: String,
    },
    Beantwoord {
        nummer: u32,
        uitkomst: Outcome,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reden: String,
    },
    DetailsGevraagd {
        nummer: u32,
        welke: String,
    },
    Toegelicht {
        nummer: u32,
        details: String,
    },
    Ingetrokken {
        nummer: u32,
        reden: String,
    },
    /// A routine ground for acting, that does not reveal that a signal existed. The last one holds.
    GewoneAanleiding {
        tekst: String,
    },
}

field::redacted!(Party, Posed, Enrichment);

impl Enrichment {
    /// The question it belongs to; `None` where it begins one, or belongs to none.
    pub const fn number(&self) -> Option<u32> {
        match self {
            Self::Gevraagd(_) | Self::GewoneAanleiding { .. } => None,
            Self::Getoetst { nummer, .. }
            | Self::Beantwoord { nummer, .. }
            | Self::DetailsGevraagd { nummer, .. }
            | Self::Toegelicht { nummer, .. }
            | Self::Ingetrokken { nummer, .. } => Some(*nummer),
        }
    }

    /// What is done to a question by it.
    pub const fn act(&self) -> Option<Act> {
        match self {
            Self::Gevraagd(_) | Self::GewoneAanleiding { .. } => None,
            Self::Getoetst { .. } => Some(Act::Toetsen),
            Self::Beantwoord { .. } => Some(Act::Beantwoorden),
            Self::DetailsGevraagd { .. } => Some(Act::DetailsVragen),
            Self::Toegelicht { .. } => Some(Act::Toelichten),
            Self::Ingetrokken { .. } => Some(Act::Intrekken),
        }
    }
}

//! How one signal stands to another: they belong together, one goes on in the other, or one was taken out of the other.
//! Every relation is written in both case files.

use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors, TEXT};
use crate::{Kenmerk, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// As it reads before the other's kenmerk.
    Relation {
        HangtSamen => "hangt samen met",
        /// The work goes on there; the conversation with this reporter stays here.
        SamengevoegdIn => "samengevoegd in",
        SamengevoegdMet => "samengevoegd met",
        AfgesplitstNaar => "deel afgesplitst naar",
        AfgesplitstVan => "afgesplitst van",
    }
}

impl Relation {
    /// What can be chosen; the others are what is then written on the other side.
    pub const CHOSEN: [Self; 3] = [Self::HangtSamen, Self::SamengevoegdIn, Self::AfgesplitstNaar];

    /// The same, seen from the other signal.
    pub const fn inverse(self) -> Self {
        match self {
            Self::HangtSamen => Self::HangtSamen,
            Self::SamengevoegdIn => Self::SamengevoegdMet,
            Self::SamengevoegdMet => Self::SamengevoegdIn,
            Self::AfgesplitstNaar => Self::AfgesplitstVan,
            Self::AfgesplitstVan => Self::AfgesplitstNaar,
        }
    }
}

impl Choice for Relation {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// One relation, in one case file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub aard: Relation,
    pub kenmerk: Kenmerk,
    pub reden: String,
}

field::redacted!(Link);

impl Link {
    /// Reads `aard`, `kenmerk` and `reden`.
    ///
    /// # Errors
    /// Nothing chosen or not to be chosen, no kenmerk, no reason.
    pub fn parse(aard: &str, kenmerk: &str, reden: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let aard = choices::one_required(&mut errors, "aard", &[aard], "Kies hoe de signalen bij elkaar horen.");
        if aard.is_some_and(|aard: Relation| !Relation::CHOSEN.contains(&aard)) {
            errors.push("aard", choices::UNKNOWN);
        }
        let kenmerk = kenmerk.trim().to_uppercase().parse::<Kenmerk>();
        if kenmerk.is_err() {
            errors.push("kenmerk", "Schrijf het kenmerk van het andere signaal, zoals 2026-K7Q3MX.");
        }
        let missing = "Schrijf waarom deze signalen bij elkaar horen.";
        let reden = field::required(&mut errors, "reden", reden, TEXT, missing);
        errors.or(aard.zip(kenmerk.ok()).map(|(aard, kenmerk)| Self { aard, kenmerk, reden }))
    }
}

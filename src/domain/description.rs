//! The AOV's worked-up description ("opwerken"): the signal in words that do not betray the reporter.

use crate::field::{self, FieldErrors, STORY, TEXT};
use serde::{Deserialize, Serialize};

/// The first item of the case key: what LIO members read instead of the reporter's own words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Description {
    pub omschrijving: String,
    /// May be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub thema: String,
}

field::redacted!(Description);

impl Description {
    /// Reads the fields `omschrijving` (required, 100,000 characters) and `thema` (10,000 characters).
    ///
    /// # Errors
    /// Every field that is empty, too long or unreadable.
    pub fn parse(omschrijving: &str, thema: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let missing = "Schrijf in uw eigen woorden wat het signaal zegt. Laat weg wat de melder kan verraden.";
        let omschrijving = field::required(&mut errors, "omschrijving", omschrijving, STORY, missing);
        let thema = field::text(&mut errors, "thema", thema, TEXT);
        errors.or(Some(Self { omschrijving, thema }))
    }
}

//! The name that a reporter may choose to give, and how to reach him. Never part of the report: it goes into an envelope
//! of its own that takes two people to open.

use crate::field::{self, FieldErrors};
use crate::report::Answers;
use serde::{Deserialize, Serialize};

/// The fields of the form that a [`Contact`] is read from. A [`Report`](crate::Report) never holds them.
pub const CONTACT_FIELDS: &[&str] = &["naam", "bereikbaar"];

/// Most characters of `naam`.
pub const NAME: usize = 200;
/// Most characters of `bereikbaar`.
pub const REACHED: usize = 1_000;

/// What may lie in the envelope; mostly nothing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Contact {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub naam: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bereikbaar: String,
}

field::redacted!(Contact);

impl Contact {
    /// Reads [`CONTACT_FIELDS`]; both may be empty.
    ///
    /// # Errors
    /// A text that is too long or unreadable.
    pub fn parse(answers: &Answers) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let naam = field::text(&mut errors, "naam", answers.first("naam"), NAME);
        let bereikbaar = field::text(&mut errors, "bereikbaar", answers.first("bereikbaar"), REACHED);
        errors.or(Some(Self { naam, bereikbaar }))
    }

    pub const fn is_empty(&self) -> bool {
        self.naam.is_empty() && self.bereikbaar.is_empty()
    }
}

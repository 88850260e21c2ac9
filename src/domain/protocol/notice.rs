//! Kennisgeving: the letter to the betrokkene about the feitenonderzoek (art. 12).

use super::{Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors};
use crate::report::Answers;
use crate::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// "In de brief is in ieder geval opgenomen" (art. 12 lid 2).
    Content {
        Handelen => "een omschrijving van het handelen of nalaten dat aanleiding is tot instellen onderzoek",
        Horen => "de melding dat betrokkenen en getuigen kunnen worden gehoord",
        Uitbreiding => "de melding dat het onderzoek zich kan uitstrekken tot andere feiten en omstandigheden die bekend worden",
    }
}

impl Content {
    pub const fn letter(self) -> char {
        match self {
            Self::Handelen => 'a',
            Self::Horen => 'b',
            Self::Uitbreiding => 'c',
        }
    }
}

/// The letter was sent, with all three in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub verzonden_op: NaiveDate,
    pub inhoud: Vec<Content>,
}

field::redacted!(Notice);

impl Notice {
    /// Reads `kennisgeving_op` and `kennisgeving_inhoud` (repeatable; all of [`Content`]).
    ///
    /// # Errors
    /// A day that cannot be; a part that the letter lacks.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let sent = read::past_day(e, "kennisgeving_op", answers, setting);
        let mut inhoud: Vec<Content> = choices::many(e, "kennisgeving_inhoud", answers.all("kennisgeving_inhoud"));
        inhoud.sort_unstable();
        let missing: Vec<_> =
            Content::ALL.iter().filter(|part| !inhoud.contains(part)).map(|part| part.letter().to_string()).collect();
        if !missing.is_empty() {
            let letters = missing.join(", ");
            e.push(
                "kennisgeving_inhoud",
                format!("In de brief ontbreekt nog onderdeel {letters}. Verstuur eerst een brief waar alles in staat."),
            );
        }
        errors.or(sent.map(|verzonden_op| Self { verzonden_op, inhoud }))
    }
}

//! The report of the feitenonderzoek (art. 15 to 17). Who reads it first, and who next, is in [`super::inform`].

use super::{Setting, read};
use crate::field::{self, FieldErrors, STORY, TEXT};
use crate::report::Answers;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalReport {
    pub op: NaiveDate,
    pub conclusie: String,
    /// Which methods of the order were used, and which were not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub methoden: String,
    /// "eventueel onder gedeeltelijke geheimhouding": which part, and on what ground; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub geheim: String,
}

field::redacted!(FinalReport);

impl FinalReport {
    /// Reads `rapport_op`, `rapport_conclusie`, `rapport_methoden` (required where the order names methods), `rapport_geheim`
    /// and, with `ja`, `rapport_geheim_wat`.
    ///
    /// # Errors
    /// A day that cannot be; a text that is missing.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let op = read::past_day(e, "rapport_op", answers, setting);
        let missing = "Schrijf de conclusie van het rapport.";
        let conclusie = field::required(e, "rapport_conclusie", answers.first("rapport_conclusie"), STORY, missing);
        let methoden = field::text(e, "rapport_methoden", answers.first("rapport_methoden"), TEXT);
        let named = setting.assignment.as_ref().is_some_and(|order| !order.methoden.is_empty());
        if named && methoden.is_empty() && e.for_field("rapport_methoden").is_none() {
            e.push(
                "rapport_methoden",
                "Schrijf welke methoden uit de opdracht zijn gebruikt, en welke niet en waarom.",
            );
        }
        let missing = "Kies of een deel van het rapport geheim blijft.";
        let secret = read::yes_no(e, "rapport_geheim", answers, missing);
        let geheim = if secret == Some(true) {
            let missing = "Schrijf welk deel geheim blijft, en op welke grond.";
            field::required(e, "rapport_geheim_wat", answers.first("rapport_geheim_wat"), TEXT, missing)
        } else {
            String::new()
        };
        errors.or(op.map(|op| Self { op, conclusie, methoden, geheim }))
    }
}

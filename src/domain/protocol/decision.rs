//! What the bevoegd gezag decides after weighing (art. 7), and the discussion where the protocol does not provide (art. 2
//! lid 2).

use super::{Authority, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use crate::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The three ways on. The first two end without an investigation, and are not the same.
    Outcome {
        /// Art. 9 to 11 lid 1 ask for a concrete suspicion.
        GeenVermoeden => "geen concreet vermoeden na vooronderzoek",
        /// Only of an evident breach, and the council is always told.
        Afgezien => "afgezien van onderzoek (art. 7 lid 5)",
        Onderzoek => "onderzoek instellen",
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub besluit: Outcome,
    pub door: Authority,
    pub op: NaiveDate,
    pub motivering: String,
    /// Article 7 lid 4, of an investigation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proportionaliteit: String,
}

/// "In gevallen waarin dit protocol niet voorziet of waarbij de toepassing niet eenduidig is, vindt bespreking plaats in de
/// integriteitscommissie" (art. 2 lid 2).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discussion {
    pub op: NaiveDate,
    pub aanleiding: String,
    pub uitkomst: String,
}

field::redacted!(Decision, Discussion);

impl Decision {
    /// Reads `besluit`, `besluit_door`, `besluit_op`, `besluit_motivering`; of an investigation
    /// `besluit_proportionaliteit`; of article 7 lid 5 both conditions (`besluit_aantoonbaar`, `besluit_zeker`, each `ja`).
    ///
    /// # Errors
    /// No decision, authority or reasons; an authority that may not decide; a condition that does not hold.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let besluit = choices::one_required(e, "besluit", answers.all("besluit"), "Kies wat er is besloten.");
        let missing = "Kies wie het besluit heeft genomen.";
        let door = choices::one_required(e, "besluit_door", answers.all("besluit_door"), missing);
        if door.is_some_and(|door: Authority| !door.may_decide(setting.office, &setting.over)) {
            e.push(
                "besluit_door",
                "Dit gezag mag hier niet besluiten: het signaal gaat erover, of het protocol noemt het niet.",
            );
        }
        let op = read::past_day(e, "besluit_op", answers, setting);
        let missing = "Schrijf waarom dit is besloten. Een besluit zonder redenen kan niet.";
        let motivering = field::required(e, "besluit_motivering", answers.first("besluit_motivering"), TEXT, missing);
        let mut proportionaliteit = String::new();
        match besluit {
            Some(Outcome::Onderzoek) => {
                let missing = "Schrijf waarom het onderzoek past bij hoe ernstig en hoe bewijsbaar de schending is (artikel 7 lid 4).";
                let typed = answers.first("besluit_proportionaliteit");
                proportionaliteit = field::required(e, "besluit_proportionaliteit", typed, TEXT, missing);
            }
            Some(Outcome::Afgezien) => {
                for (condition, missing) in CONDITIONS {
                    if answers.first(condition) != "ja" {
                        e.push(condition, missing);
                    }
                }
            }
            Some(Outcome::GeenVermoeden) | None => {}
        }
        let parsed = besluit.zip(door).zip(op);
        errors.or(parsed.map(|((besluit, door), op)| Self { besluit, door, op, motivering, proportionaliteit }))
    }
}

/// Both conditions of article 7 lid 5.
const CONDITIONS: [(&str, &str); 2] = [
    (
        "besluit_aantoonbaar",
        "Afzien van onderzoek kan alleen als de schending duidelijk is aan te tonen en direct aan een persoon is te koppelen.",
    ),
    ("besluit_zeker", "Afzien van onderzoek kan alleen als er geen twijfel of andere onduidelijkheid is."),
];

impl Discussion {
    /// Reads `bespreking_op`, `bespreking_aanleiding`, `bespreking_uitkomst`.
    ///
    /// # Errors
    /// A day that cannot be; a text that is missing.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let op = read::past_day(e, "bespreking_op", answers, setting);
        let missing = "Schrijf waarin het protocol niet voorziet, of wat niet eenduidig is.";
        let typed = answers.first("bespreking_aanleiding");
        let aanleiding = field::required(e, "bespreking_aanleiding", typed, TEXT, missing);
        let missing = "Schrijf wat de integriteitscommissie vond en wat er nu gebeurt.";
        let uitkomst = field::required(e, "bespreking_uitkomst", answers.first("bespreking_uitkomst"), TEXT, missing);
        errors.or(op.map(|op| Self { op, aanleiding, uitkomst }))
    }
}

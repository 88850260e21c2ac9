//! Communication inside and outside the organisation (art. 18): who does it, coordinated with whom.

use super::{Office, Role, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who communicates about an office, and with whom "afhankelijk van de situatie" it is coordinated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coordination {
    pub code: &'static str,
    pub office: Office,
    pub by: Role,
    pub with: &'static [Role],
    pub article: &'static str,
}

pub const COORDINATION: &[Coordination] = {
    use Role::{
        Burgemeester, Collegeleden, Commissaris, Fractievoorzitters, Gemeentesecretaris, Griffier,
        Integriteitscommissie, OpenbaarMinisterie, OverigeCollegeleden, VoorzitterIntegriteitscommissie,
        VoorzitterRaad,
    };
    &[
        Coordination {
            code: "C-W",
            office: Office::Wethouder,
            by: Burgemeester,
            with: &[OverigeCollegeleden, Gemeentesecretaris, Integriteitscommissie, OpenbaarMinisterie],
            article: "art. 18 lid 1",
        },
        Coordination {
            code: "C-B",
            office: Office::Burgemeester,
            by: VoorzitterIntegriteitscommissie,
            with: &[Collegeleden, Gemeentesecretaris, Griffier, Fractievoorzitters, Commissaris, OpenbaarMinisterie],
            article: "art. 18 lid 2",
        },
        Coordination {
            code: "C-R",
            office: Office::Raadslid,
            by: VoorzitterRaad,
            with: &[OverigeCollegeleden, Gemeentesecretaris, Integriteitscommissie, OpenbaarMinisterie],
            article: "art. 18 lid 3",
        },
    ]
};

/// The row of an office; the protocol names nobody else.
pub fn coordination(office: Option<Office>) -> Option<&'static Coordination> {
    COORDINATION.iter().find(|row| Some(row.office) == office)
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Communication {
    pub op: NaiveDate,
    pub tekst: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub afgestemd_met: Vec<Role>,
}

field::redacted!(Communication);

impl Communication {
    /// Reads `communicatie_op`, `communicatie_tekst` and `communicatie_met` (repeatable; those of [`COORDINATION`] whom the
    /// signal is not about).
    ///
    /// # Errors
    /// A day that cannot be; no text; somebody it is about.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let op = read::past_day(e, "communicatie_op", answers, setting);
        let missing = "Schrijf wat er is verteld, en aan wie.";
        let tekst = field::required(e, "communicatie_tekst", answers.first("communicatie_tekst"), TEXT, missing);
        let mut afgestemd_met: Vec<Role> = choices::many(e, "communicatie_met", answers.all("communicatie_met"));
        afgestemd_met.sort_unstable();
        if afgestemd_met.iter().any(|role| role.is_subject(&setting.over)) {
            e.push("communicatie_met", "Het signaal gaat over iemand met deze functie. Stem met een ander af.");
        }
        errors.or(op.map(|op| Self { op, tekst, afgestemd_met }))
    }
}

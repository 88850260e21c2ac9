//! Aangifte, the reasoned decision not to, and advice where it is in doubt (art. 14). Possible at any moment.

use super::inform::DutyCode;
use super::{Office, Role, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use crate::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    Charge {
        Gedaan => "aangifte gedaan",
        Niet => "geen aangifte",
        /// "kan ... advies inwinnen bij de Criminele Inlichtingen Eenheid (CIE) van de Rijksrecherche" (art. 14 lid 3).
        Advies => "bij twijfel: advies gevraagd aan de CIE van de Rijksrecherche",
    }
}

/// Who files, after consulting whom, and through whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filing {
    pub code: DutyCode,
    pub office: Office,
    pub by: Role,
    pub consults: &'static [Role],
    pub through: Option<&'static str>,
    pub article: &'static str,
}

const fn filing_row(
    code: DutyCode,
    office: Office,
    by: Role,
    consults: &'static [Role],
    through: Option<&'static str>,
    article: &'static str,
) -> Filing {
    Filing { code, office, by, consults, through, article }
}

const THROUGH: Option<&str> = Some("door tussenkomst van de griffier en de voorzitter van de integriteitscommissie");

pub const FILINGS: &[Filing] = {
    use Role::{Burgemeester, Commissaris, Integriteitscommissie, VoorzitterIntegriteitscommissie};
    let committee: &[Role] = &[Integriteitscommissie];
    let both: &[Role] = &[Integriteitscommissie, Commissaris];
    &[
        filing_row(DutyCode::AWr, Office::Wethouder, Burgemeester, committee, THROUGH, "art. 14 lid 1"),
        filing_row(DutyCode::AWr, Office::Raadslid, Burgemeester, committee, THROUGH, "art. 14 lid 1"),
        filing_row(DutyCode::AB, Office::Burgemeester, VoorzitterIntegriteitscommissie, both, None, "art. 14 lid 2"),
    ]
};

/// Who files about this office; nobody is named outside the protocol.
pub fn filing(office: Option<Office>) -> Option<&'static Filing> {
    FILINGS.iter().find(|row| Some(row.office) == office)
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criminal {
    pub aangifte: Charge,
    pub op: NaiveDate,
    /// Who filed or decided, by the table; absent outside the protocol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<Role>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overleg: Vec<Role>,
    /// Where it was filed or asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bij: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub motivering: String,
}

field::redacted!(Criminal);

impl Criminal {
    /// Reads `aangifte`, `aangifte_op`, `aangifte_overleg` (repeatable), `aangifte_bij` and `aangifte_motivering`.
    ///
    /// # Errors
    /// No choice; a day that cannot be; filed without the consultation that article 14 asks, or nowhere; not filed without
    /// reasons.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let aangifte = choices::one_required(e, "aangifte", answers.all("aangifte"), "Kies of er aangifte is gedaan.");
        let op = read::past_day(e, "aangifte_op", answers, setting);
        let mut overleg: Vec<Role> = choices::many(e, "aangifte_overleg", answers.all("aangifte_overleg"));
        overleg.sort_unstable();
        let row = filing(setting.office);
        let bij = field::text(e, "aangifte_bij", answers.first("aangifte_bij"), TEXT);
        let motivering = field::text(e, "aangifte_motivering", answers.first("aangifte_motivering"), TEXT);
        match aangifte {
            Some(Charge::Gedaan) => {
                let missing = row.iter().flat_map(|row| row.consults).filter(|role| !overleg.contains(role));
                let missing: Vec<_> = missing.map(|role| role.label()).collect();
                if !missing.is_empty() {
                    let names = missing.join(" en ");
                    let first = format!("Aangifte volgt na overleg met: {names}. Overleg eerst, en vink het dan aan.");
                    e.push("aangifte_overleg", first);
                }
                if bij.is_empty() && e.for_field("aangifte_bij").is_none() {
                    e.push(
                        "aangifte_bij",
                        "Schrijf waar de aangifte is gedaan, bijvoorbeeld bij welke politie-eenheid.",
                    );
                }
            }
            Some(Charge::Niet) if motivering.is_empty() && e.for_field("aangifte_motivering").is_none() => {
                e.push(
                    "aangifte_motivering",
                    "Schrijf waarom er geen aangifte komt. Op een verzoek om aangifte hoort een antwoord.",
                );
            }
            Some(Charge::Niet | Charge::Advies) | None => {}
        }
        let door = row.map(|row| row.by);
        errors.or(aangifte.zip(op).map(|(aangifte, op)| Self { aangifte, op, door, overleg, bij, motivering }))
    }
}

//! Vooronderzoek: the intention, its start, who is consulted, whether the betrokkene was told, and what it found (art. 4 to 6).

use super::{Office, Role, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, STORY, TEXT};
use crate::report::Answers;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who may be consulted, by office.
pub const CONSULTED: &[(Office, &[Role], &str)] = {
    use Role::{
        Burgemeester, ExterneAdviseur, Fractievoorzitters, Gemeentesecretaris, Griffier, Integriteitsfunctionaris,
        Locoburgemeester,
    };
    &[
        (
            Office::Wethouder,
            &[Locoburgemeester, Gemeentesecretaris, Integriteitsfunctionaris, ExterneAdviseur],
            "art. 4 lid 2",
        ),
        (
            Office::Burgemeester,
            &[Locoburgemeester, Fractievoorzitters, Gemeentesecretaris, Griffier, ExterneAdviseur],
            "art. 5 lid 2",
        ),
        (Office::Raadslid, &[Burgemeester, Griffier, ExterneAdviseur], "art. 6 lid 2"),
    ]
};

/// Who may be consulted where the protocol names nobody: our choice.
const OUTSIDE: &[Role] =
    &[Role::Integriteitsfunctionaris, Role::Gemeentesecretaris, Role::Griffier, Role::ExterneAdviseur];

/// Who may be consulted in this signal: never somebody it is about (rule R1).
pub fn may_be_consulted(setting: &Setting) -> Vec<Role> {
    let row = CONSULTED.iter().find(|(office, ..)| Some(*office) == setting.office);
    let roles = row.map_or(OUTSIDE, |(_, roles, _)| roles);
    roles.iter().copied().filter(|role| !role.is_subject(&setting.over)).collect()
}

/// A vooronderzoek is intended. Who must know of that hears it before it begins: "meldt het voornemen" (art. 4 to 6 lid 3).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intention {
    /// Whose articles hold; absent where the protocol covers nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ambtsdrager: Option<Office>,
    pub op: NaiveDate,
    /// "dat een regel van de gedragscode wordt overtreden" (art. 4 to 6 lid 2): which.
    pub regel: String,
}

/// The vooronderzoek begins.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Whose articles hold; absent where the protocol covers nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ambtsdrager: Option<Office>,
    pub op: NaiveDate,
    /// What is looked into.
    pub vraag: String,
}

/// Somebody was consulted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    pub wie: Role,
    pub op: NaiveDate,
    pub opbrengst: String,
}

/// Whether the betrokkene knows of the vooronderzoek (art. 4.4, 5.4, 6.4).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The day on which he was told; absent: he was not, and then both limbs hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub op: Option<NaiveDate>,
    /// "vermoeden van een ernstige schending" and "eventueel vervolgonderzoek in gevaar komt", with why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reden: String,
}

/// "Van de bevindingen uit het vooronderzoek wordt een rapport gemaakt" (art. 4.5, 5.5, 6.5).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    pub op: NaiveDate,
    pub bevindingen: String,
    /// What the others hear of it (art. 4.6, 5.6, 6.6).
    pub hoofdlijnen: String,
}

field::redacted!(Intention, Start, Consultation, Told, Findings);

impl Intention {
    /// Reads `voornemen_op` and `voornemen_regel`.
    ///
    /// # Errors
    /// A day that cannot be; no text.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let op = read::past_day(&mut errors, "voornemen_op", answers, setting);
        let missing = "Schrijf welke regel van de gedragscode misschien is overtreden.";
        let typed = answers.first("voornemen_regel");
        let regel = field::required(&mut errors, "voornemen_regel", typed, TEXT, missing);
        errors.or(op.map(|op| Self { ambtsdrager: setting.office, op, regel }))
    }
}

impl Start {
    /// Reads `start_op` and `start_vraag`.
    ///
    /// # Errors
    /// A day that cannot be; no text.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let op = read::past_day(&mut errors, "start_op", answers, setting);
        let missing = "Schrijf wat u in het vooronderzoek nagaat.";
        let vraag = field::required(&mut errors, "start_vraag", answers.first("start_vraag"), TEXT, missing);
        errors.or(op.map(|op| Self { ambtsdrager: setting.office, op, vraag }))
    }
}

impl Consultation {
    /// Reads `raadpleging_wie` (one of [`may_be_consulted`]), `raadpleging_op`, `raadpleging_opbrengst`.
    ///
    /// # Errors
    /// Nobody, or somebody who may not be consulted; a day that cannot be; no text.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let who = answers.all("raadpleging_wie");
        let wie = choices::one_required(e, "raadpleging_wie", who, "Kies wie u hebt geraadpleegd.");
        if wie.is_some_and(|wie| !may_be_consulted(setting).contains(&wie)) {
            e.push(
                "raadpleging_wie",
                "Deze functie staat niet in het protocol om te raadplegen, of het signaal gaat erover.",
            );
        }
        let op = read::past_day(e, "raadpleging_op", answers, setting);
        let missing = "Schrijf kort wat het opleverde.";
        let typed = answers.first("raadpleging_opbrengst");
        let opbrengst = field::required(e, "raadpleging_opbrengst", typed, TEXT, missing);
        errors.or(wie.zip(op).map(|(wie, op)| Self { wie, op, opbrengst }))
    }
}

impl Told {
    /// Reads `betrokkene_ingelicht`; with `ja` the day `betrokkene_op`, with `nee` both limbs (`betrokkene_ernstig`,
    /// `betrokkene_gevaar`, each `ja`) and `betrokkene_reden` (rule R6).
    ///
    /// # Errors
    /// No answer; a day that cannot be; a limb that does not hold; no reason.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let missing = "Kies of de betrokkene van het vooronderzoek weet.";
        let told = read::yes_no(e, "betrokkene_ingelicht", answers, missing);
        let (mut op, mut reden) = (None, String::new());
        match told {
            Some(true) => op = read::past_day(e, "betrokkene_op", answers, setting),
            Some(false) => {
                for (limb, missing) in LIMBS {
                    if answers.first(limb) != "ja" {
                        e.push(limb, missing);
                    }
                }
                let missing = "Schrijf waarom u de betrokkene nog niet inlicht.";
                reden = field::required(e, "betrokkene_reden", answers.first("betrokkene_reden"), TEXT, missing);
            }
            None => {}
        }
        errors.or(told.map(|_| Self { op, reden }))
    }
}

/// Both must hold: one alone is no reason to keep it from him.
const LIMBS: [(&str, &str); 2] = [
    (
        "betrokkene_ernstig",
        "Niet inlichten mag alleen bij een vermoeden van een ernstige schending. Vink dit aan, of licht de betrokkene in.",
    ),
    (
        "betrokkene_gevaar",
        "Niet inlichten mag alleen als vervolgonderzoek anders in gevaar komt. Vink dit aan, of licht de betrokkene in.",
    ),
];

impl Findings {
    /// Reads `bevindingen_op`, `bevindingen_tekst` and `bevindingen_hoofdlijnen`.
    ///
    /// # Errors
    /// A day that cannot be; a text that is missing.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let op = read::past_day(e, "bevindingen_op", answers, setting);
        let missing = "Schrijf wat het vooronderzoek opleverde.";
        let bevindingen = field::required(e, "bevindingen_tekst", answers.first("bevindingen_tekst"), STORY, missing);
        let missing = "Schrijf de uitkomst op hoofdlijnen. Dit horen de melder, de betrokkene en de anderen.";
        let typed = answers.first("bevindingen_hoofdlijnen");
        let hoofdlijnen = field::required(e, "bevindingen_hoofdlijnen", typed, TEXT, missing);
        errors.or(op.map(|op| Self { op, bevindingen, hoofdlijnen }))
    }
}

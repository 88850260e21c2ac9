//! What can be written down in the integrity track: one kind of step a form, each with its article.

use super::assignment::Assignment;
use super::communication::Communication;
use super::criminal::Criminal;
use super::decision::{Decision, Discussion};
use super::hearing::{Hearing, Reaction};
use super::notice::Notice;
use super::preliminary::{Consultation, Findings, Intention, Start, Told};
use super::report::FinalReport;
use super::secrecy::Secrecy;
use super::{Office, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use crate::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A kind of step, in the order of the work; the form's hidden field `stap`.
    StepKind {
        Voornemen => "voornemen",
        Vooronderzoek => "vooronderzoek",
        Raadpleging => "raadpleging",
        Betrokkene => "betrokkene",
        Bevindingen => "bevindingen",
        Besluit => "besluit",
        Opdracht => "opdracht",
        Kennisgeving => "kennisgeving",
        Voortgang => "voortgang",
        Gehoor => "gehoor",
        Reactie => "reactie",
        Rapport => "rapport",
        /// The last four can be taken at any moment.
        Aangifte => "aangifte",
        Communicatie => "communicatie",
        Geheimhouding => "geheimhouding",
        Bespreking => "bespreking",
    }
}

vocabulary! {
    /// Where a step stands on the page.
    Phase {
        Vooronderzoek => "Vooronderzoek",
        Besluit => "Weging en besluit",
        Feitenonderzoek => "Feitenonderzoek",
        Rapport => "Rapport",
        Altijd => "Kan op elk moment",
    }
}

impl StepKind {
    pub const fn title(self) -> &'static str {
        match self {
            Self::Voornemen => "Voornemen om een vooronderzoek te doen",
            Self::Vooronderzoek => "Vooronderzoek starten",
            Self::Raadpleging => "Iemand raadplegen",
            Self::Betrokkene => "De betrokkene inlichten",
            Self::Bevindingen => "Rapport van het vooronderzoek",
            Self::Besluit => "Besluit van het bevoegd gezag",
            Self::Opdracht => "Onderzoekopdracht",
            Self::Kennisgeving => "Kennisgeving aan de betrokkene",
            Self::Voortgang => "Voortgangsrapportage",
            Self::Gehoor => "Gesprek en verslag",
            Self::Reactie => "Reactie op een verslag",
            Self::Rapport => "Onderzoeksrapport",
            Self::Aangifte => "Aangifte",
            Self::Communicatie => "Communicatie",
            Self::Geheimhouding => "Geheimhouding",
            Self::Bespreking => "Bespreking in de integriteitscommissie",
        }
    }

    pub const fn phase(self) -> Phase {
        match self {
            Self::Voornemen | Self::Vooronderzoek | Self::Raadpleging | Self::Betrokkene | Self::Bevindingen => {
                Phase::Vooronderzoek
            }
            Self::Besluit => Phase::Besluit,
            Self::Opdracht | Self::Kennisgeving | Self::Voortgang | Self::Gehoor | Self::Reactie => {
                Phase::Feitenonderzoek
            }
            Self::Rapport => Phase::Rapport,
            Self::Aangifte | Self::Communicatie | Self::Geheimhouding | Self::Bespreking => Phase::Altijd,
        }
    }

    /// The article; outside the protocol by analogy.
    pub fn article(self, office: Option<Office>) -> String {
        let (first, facts, report, told) = match office {
            Some(Office::Wethouder) => ("4", "9", "15", "18 lid 1"),
            Some(Office::Burgemeester) => ("5", "10", "16", "18 lid 2"),
            Some(Office::Raadslid) => ("6", "11", "17", "18 lid 3"),
            None => ("4 tot en met 6", "9 tot en met 11", "15 tot en met 17", "18"),
        };
        let article = match self {
            Self::Voornemen => format!("artikel {first} lid 3"),
            Self::Vooronderzoek | Self::Raadpleging => format!("artikel {first} lid 2"),
            Self::Betrokkene => format!("artikel {first} lid 4"),
            Self::Bevindingen => format!("artikel {first} lid 5 en 6"),
            Self::Besluit => format!("artikel 7 en {facts} lid 1"),
            Self::Opdracht => format!("artikel 7, 8 en {facts}"),
            Self::Kennisgeving => "artikel 12".into(),
            Self::Voortgang => "artikel 8 lid 3".into(),
            Self::Gehoor => "artikel 13 lid 1 tot en met 3".into(),
            Self::Reactie => "artikel 13 lid 4 en 5".into(),
            Self::Rapport => format!("artikel {report}"),
            Self::Aangifte => "artikel 14".into(),
            Self::Communicatie => format!("artikel {told}"),
            Self::Geheimhouding => format!("artikel {report}; de grond staat in de wet"),
            Self::Bespreking => return "artikel 2 lid 2".into(),
        };
        if office.is_some() { article } else { format!("naar analogie van {article}") }
    }
}

vocabulary! {
    /// "schriftelijke en mondelinge voortgangsrapportages" (art. 8 lid 3).
    ProgressForm {
        Schriftelijk => "schriftelijk",
        Mondeling => "mondeling",
    }
}

/// What the investigators reported to who gave the order.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub op: NaiveDate,
    pub vorm: ProgressForm,
    pub tekst: String,
}

field::redacted!(Progress, Step);

impl Progress {
    /// Reads `voortgang_op`, `voortgang_vorm` and `voortgang_tekst`.
    ///
    /// # Errors
    /// A day that cannot be; no form; no text.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let op = read::past_day(e, "voortgang_op", answers, setting);
        let missing = "Kies of dit schriftelijk of mondeling was.";
        let vorm = choices::one_required(e, "voortgang_vorm", answers.all("voortgang_vorm"), missing);
        let missing = "Schrijf kort hoe ver het onderzoek is.";
        let tekst = field::required(e, "voortgang_tekst", answers.first("voortgang_tekst"), TEXT, missing);
        errors.or(op.zip(vorm).map(|(op, vorm)| Self { op, vorm, tekst }))
    }
}

/// One step, as it is sealed in the case file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stap", rename_all = "lowercase")]
pub enum Step {
    Voornemen(Intention),
    Vooronderzoek(Start),
    Raadpleging(Consultation),
    Betrokkene(Told),
    Bevindingen(Findings),
    Besluit(Decision),
    Opdracht(Box<Assignment>),
    Kennisgeving(Notice),
    Voortgang(Progress),
    Gehoor(Hearing),
    Reactie(Reaction),
    Rapport(FinalReport),
    Aangifte(Criminal),
    Communicatie(Communication),
    Geheimhouding(Secrecy),
    Bespreking(Discussion),
}

impl Step {
    /// Reads the form of a step.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(kind: StepKind, answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        Ok(match kind {
            StepKind::Voornemen => Self::Voornemen(Intention::parse(answers, setting)?),
            StepKind::Vooronderzoek => Self::Vooronderzoek(Start::parse(answers, setting)?),
            StepKind::Raadpleging => Self::Raadpleging(Consultation::parse(answers, setting)?),
            StepKind::Betrokkene => Self::Betrokkene(Told::parse(answers, setting)?),
            StepKind::Bevindingen => Self::Bevindingen(Findings::parse(answers, setting)?),
            StepKind::Besluit => Self::Besluit(Decision::parse(answers, setting)?),
            StepKind::Opdracht => Self::Opdracht(Box::new(Assignment::parse(answers, setting)?)),
            StepKind::Kennisgeving => Self::Kennisgeving(Notice::parse(answers, setting)?),
            StepKind::Voortgang => Self::Voortgang(Progress::parse(answers, setting)?),
            StepKind::Gehoor => Self::Gehoor(Hearing::parse(answers, setting)?),
            StepKind::Reactie => Self::Reactie(Reaction::parse(answers, setting)?),
            StepKind::Rapport => Self::Rapport(FinalReport::parse(answers, setting)?),
            StepKind::Aangifte => Self::Aangifte(Criminal::parse(answers, setting)?),
            StepKind::Communicatie => Self::Communicatie(Communication::parse(answers, setting)?),
            StepKind::Geheimhouding => Self::Geheimhouding(Secrecy::parse(answers, setting)?),
            StepKind::Bespreking => Self::Bespreking(Discussion::parse(answers, setting)?),
        })
    }

    pub const fn kind(&self) -> StepKind {
        match self {
            Self::Voornemen(_) => StepKind::Voornemen,
            Self::Vooronderzoek(_) => StepKind::Vooronderzoek,
            Self::Raadpleging(_) => StepKind::Raadpleging,
            Self::Betrokkene(_) => StepKind::Betrokkene,
            Self::Bevindingen(_) => StepKind::Bevindingen,
            Self::Besluit(_) => StepKind::Besluit,
            Self::Opdracht(_) => StepKind::Opdracht,
            Self::Kennisgeving(_) => StepKind::Kennisgeving,
            Self::Voortgang(_) => StepKind::Voortgang,
            Self::Gehoor(_) => StepKind::Gehoor,
            Self::Reactie(_) => StepKind::Reactie,
            Self::Rapport(_) => StepKind::Rapport,
            Self::Aangifte(_) => StepKind::Aangifte,
            Self::Communicatie(_) => StepKind::Communicatie,
            Self::Geheimhouding(_) => StepKind::Geheimhouding,
            Self::Bespreking(_) => StepKind::Bespreking,
        }
    }
}

//! The integrity track: what the Protocol bij melding vermoedens van integriteitsschendingen asks after a report, as plain
//! tables with their articles, and the steps that are written in the case file.
//!
//! Start at [`step`] (what can be written down), [`order`] (what comes before what), [`inform`] (who must be informed) and
//! [`track`] (what follows from a case file: what is next, what is open). The other modules hold one article each.

pub mod assignment;
pub mod communication;
pub mod criminal;
pub mod decision;
pub mod hearing;
pub mod inform;
pub mod notice;
pub mod order;
pub mod preliminary;
mod read;
pub mod report;
pub mod secrecy;
pub mod step;
pub mod track;

use crate::choices::Choice;
use crate::{RouteName, Subject, vocabulary};
use chrono::NaiveDate;

pub use step::{Step, StepKind};
pub use track::Track;

vocabulary! {
    /// A politieke ambtsdrager of the protocol (art. 1 c, 2 lid 1): whom an investigation is about.
    Office {
        Burgemeester => "burgemeester",
        Wethouder => "wethouder",
        Raadslid => "raadslid",
    }
}

impl Office {
    /// Whose articles hold for a signal: those of the strictest route where it is about more than one. `None`: the protocol
    /// does not cover it (art. 2 lid 1), or another route than its own has it; then only article 2 lid 2 is left.
    pub fn of(route: RouteName, over: &[Subject]) -> Option<Self> {
        let own_route = matches!(route, RouteName::Burgemeester | RouteName::Integriteitscommissie);
        let strictest = [Self::Burgemeester, Self::Raadslid, Self::Wethouder];
        strictest.into_iter().find(|office| own_route && over.contains(&office.subject()))
    }

    pub const fn subject(self) -> Subject {
        match self {
            Self::Burgemeester => Subject::Burgemeester,
            Self::Wethouder => Subject::Wethouder,
            Self::Raadslid => Subject::Raadslid,
        }
    }

    /// Who takes it in hand and gives the order (art. 4.1 and 9.1, 5.1 and 10.1, 6.1 and 11.1).
    pub const fn authority(self) -> Authority {
        match self {
            Self::Wethouder => Authority::Burgemeester,
            Self::Burgemeester | Self::Raadslid => Authority::Integriteitscommissie,
        }
    }
}

vocabulary! {
    /// Bevoegd gezag (art. 1 d).
    Authority {
        Raad => "raad",
        College => "college",
        Burgemeester => "burgemeester",
        Integriteitscommissie => "integriteitscommissie",
        /// Only where the protocol names nobody.
        Anders => "anders (buiten het protocol)",
    }
}

impl Authority {
    /// Whether it may decide of these: who a signal is about decides nothing in it (rule R1), and where the protocol names
    /// the authorities no other decides.
    pub fn may_decide(self, office: Option<Office>, over: &[Subject]) -> bool {
        match self {
            Self::Burgemeester => !over.contains(&Subject::Burgemeester),
            Self::Anders => office.is_none(),
            Self::Raad | Self::College | Self::Integriteitscommissie => true,
        }
    }
}

vocabulary! {
    /// Whom the protocol names as one to consult, to inform or to go through; in its own words, which differ by article.
    Role {
        Melder => "melder",
        Betrokkene => "betrokkene",
        /// The others: never the one it is about (rule R3).
        OverigeWethouders => "overige wethouders",
        Wethouders => "wethouders",
        Secretaris => "secretaris",
        Gemeentesecretaris => "gemeentesecretaris",
        Seniorenconvent => "seniorenconvent",
        Integriteitscommissie => "integriteitscommissie",
        VoorzitterIntegriteitscommissie => "voorzitter van de integriteitscommissie",
        Fractievoorzitters => "fractievoorzitters",
        Griffier => "griffier",
        Burgemeester => "burgemeester",
        Locoburgemeester => "locoburgemeester (met inachtneming van de vervangingsvolgorde)",
        Commissaris => "Commissaris van de Koning",
        Gemeenteraad => "gemeenteraad",
        Raad => "raad",
        VoorzitterRaad => "voorzitter van de raad",
        College => "college",
        OverigeCollegeleden => "overige collegeleden",
        Collegeleden => "collegeleden",
        Opdrachtgever => "opdrachtgever",
        Integriteitsfunctionaris => "integriteitsfunctionaris",
        ExterneAdviseur => "externe adviseur",
        Politie => "politie",
        OpenbaarMinisterie => "Openbaar Ministerie",
        /// A document, and nobody: what the protocol wants written.
        Dossier => "rapport in het dossier",
    }
}

impl Role {
    /// Whether the signal is about the one holder of this function: then he hears of it as betrokkene alone (rule R1).
    pub fn is_subject(self, over: &[Subject]) -> bool {
        let subject = match self {
            Self::Burgemeester => Subject::Burgemeester,
            Self::Secretaris | Self::Gemeentesecretaris => Subject::Gemeentesecretaris,
            Self::Griffier => Subject::Griffier,
            _ => return false,
        };
        over.contains(&subject)
    }

    /// Whom of a group to leave out (rules R1 and R3).
    pub fn caution(self, over: &[Subject]) -> Option<&'static str> {
        let about = |subject| over.contains(&subject);
        match self {
            Self::OverigeWethouders | Self::Wethouders | Self::Collegeleden | Self::OverigeCollegeleden
                if about(Subject::Wethouder) =>
            {
                Some("niet de wethouder over wie het gaat")
            }
            Self::Collegeleden | Self::OverigeCollegeleden if about(Subject::Burgemeester) => {
                Some("niet de burgemeester over wie het gaat")
            }
            Self::Fractievoorzitters | Self::Seniorenconvent | Self::Integriteitscommissie
                if about(Subject::Raadslid) =>
            {
                Some("niet het raadslid over wie het gaat")
            }
            _ => None,
        }
    }
}

macro_rules! choice {
    ($($name:ty),+) => { $(impl Choice for $name { fn all() -> &'static [Self] { Self::ALL } })+ };
}
choice!(Office, Authority, Role, StepKind);
choice!(assignment::Method, assignment::Committee, criminal::Charge, decision::Outcome);
choice!(hearing::Heard, hearing::Signed, inform::Settlement, notice::Content, step::ProgressForm);

/// What a step is read against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    pub today: NaiveDate,
    /// Nothing of a signal happened before it came in.
    pub received: NaiveDate,
    pub office: Option<Office>,
    /// Everybody it is about, as far as the reader may know.
    pub over: Vec<Subject>,
    /// The order for the investigation as it stands, whose next version says why it differs.
    pub assignment: Option<assignment::Assignment>,
    /// Days on which the reports of hearings were sent, in order.
    pub hearings: Vec<NaiveDate>,
}

//! Who must be informed (art. 4 to 6, 7.5, 8 to 12, 14 to 17): one row a duty, as data. Which duties are open follows from the
//! steps that were taken, in [`super::track`]; what was done about them stands in the case file.

use super::{Office, Role, Setting, StepKind, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::message::MessageType;
use crate::report::Answers;
use crate::vocabulary;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// A duty's code; the letter behind it is that of the office (W, B, R).
    DutyCode {
        V1W => "V1-W", V1B => "V1-B", V1R => "V1-R",
        V2W => "V2-W", V2B => "V2-B", V2R => "V2-R",
        V3W => "V3-W", V3B => "V3-B", V3R => "V3-R",
        V4W => "V4-W", V4B => "V4-B", V4R => "V4-R",
        F0 => "F0",
        F1W => "F1-W", F1B => "F1-B", F1R => "F1-R",
        F2 => "F2", F3 => "F3",
        AWr => "A-WR", AB => "A-B",
        ADoubt => "A-?",
        RW => "R-W", RB => "R-B", RR => "R-R",
    }
}

vocabulary! {
    /// What makes a duty arise.
    Moment {
        Voornemen => "voornemen vooronderzoek",
        OpDeHoogte => "betrokkene op de hoogte",
        Rapport => "rapport vooronderzoek",
        Uitkomst => "uitkomst op hoofdlijnen",
        GeenOnderzoek => "geen onderzoek",
        Feitenonderzoek => "voornemen feitenonderzoek",
        Kennisgeving => "kennisgeving (brief)",
        Voortgang => "voortgangsrapportage",
        Aangifte => "aangifte",
        Twijfel => "twijfel over een strafbaar feit",
        EersteLezers => "onderzoeksrapport, als eersten",
        /// "Daarna": not before those who read it first.
        Toezending => "onderzoeksrapport, daarna",
    }
}

vocabulary! {
    /// How confidentiality is worded.
    Wording {
        Vertrouwelijkheid => "Allen betrachten vertrouwelijkheid ten aanzien van deze informatie en treden hiermee niet in openbaarheid.",
        Discretie => "Allen betrachten discretie en prudentie ten aanzien van deze informatie en treden hiermee niet in openbaarheid.",
        /// Of the report alone.
        Gedeeltelijk => "Eventueel onder gedeeltelijke geheimhouding voor zover de wetgeving zich hiertegen niet verzet.",
    }
}

/// How a duty is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// By a message to the reporter of this type; or written down.
    Message(MessageType),
    /// By a step of the track; where `true`, by nothing else: the step holds the reason for not doing it.
    Step(StepKind, bool),
    /// By writing down who informed whom, when and how, or why not.
    Written,
    /// The same, without a way out: "wordt altijd geïnformeerd".
    Always,
}

/// One duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub code: DutyCode,
    pub moment: Moment,
    /// `None`: whoever it is about.
    pub office: Option<Office>,
    pub to: Role,
    pub through: Option<&'static str>,
    /// `None`: the article says nothing of confidentiality.
    pub wording: Option<Wording>,
    pub article: &'static str,
    pub met: Met,
}

const BOTH: Option<&str> = Some("door tussenkomst van de griffier en de voorzitter van de integriteitscommissie");
const VICE: Option<&str> = Some("door tussenkomst van de vicevoorzitter van de raad");
const CHAIR: Option<&str> = Some("door tussenkomst van de voorzitter van de integriteitscommissie");
const CONFIDENTIAL: Option<Wording> = Some(Wording::Vertrouwelijkheid);
const DISCREET: Option<Wording> = Some(Wording::Discretie);
const PARTLY: Option<Wording> = Some(Wording::Gedeeltelijk);

const fn row(code: DutyCode, moment: Moment, office: Option<Office>, to: Role, article: &'static str) -> Row {
    let met = match (moment, to) {
        (Moment::Voornemen, Role::Melder) => Met::Message(MessageType::VoornemenVooronderzoek),
        (Moment::Uitkomst, Role::Melder) => Met::Message(MessageType::UitkomstVooronderzoek),
        (Moment::Feitenonderzoek, Role::Melder) => Met::Message(MessageType::VoornemenFeitenonderzoek),
        (Moment::OpDeHoogte, _) => Met::Step(StepKind::Betrokkene, true),
        (Moment::Rapport, _) => Met::Step(StepKind::Bevindingen, false),
        (Moment::Kennisgeving, _) => Met::Step(StepKind::Kennisgeving, false),
        (Moment::Voortgang, _) => Met::Step(StepKind::Voortgang, false),
        (Moment::GeenOnderzoek, _) => Met::Always,
        _ => Met::Written,
    };
    Row { code, moment, office, to, through: None, wording: None, article, met }
}

const fn through(row: Row, through: Option<&'static str>) -> Row {
    Row { through, ..row }
}

const fn worded(row: Row, wording: Option<Wording>) -> Row {
    Row { wording, ..row }
}

/// Every duty, in the order of the protocol. Of the report about a raadslid the protocol names no copy to the betrokkene:
/// none is made up here.
pub const ROWS: &[Row] = {
    use DutyCode as C;
    use Moment as M;
    use Role::{
        Betrokkene, Burgemeester, College, Commissaris, Dossier, Fractievoorzitters, Gemeenteraad, Gemeentesecretaris,
        Griffier, Integriteitscommissie, Locoburgemeester, Melder, Opdrachtgever, OverigeWethouders, Politie, Raad,
        Secretaris, Seniorenconvent, Wethouders,
    };
    const W: Option<Office> = Some(Office::Wethouder);
    const B: Option<Office> = Some(Office::Burgemeester);
    const R: Option<Office> = Some(Office::Raadslid);
    &[
        worded(row(C::V1W, M::Voornemen, W, Melder, "art. 4 lid 3"), CONFIDENTIAL),
        worded(row(C::V1W, M::Voornemen, W, OverigeWethouders, "art. 4 lid 3"), CONFIDENTIAL),
        worded(row(C::V1W, M::Voornemen, W, Secretaris, "art. 4 lid 3"), CONFIDENTIAL),
        worded(through(row(C::V1W, M::Voornemen, W, Seniorenconvent, "art. 4 lid 3"), BOTH), CONFIDENTIAL),
        worded(row(C::V1B, M::Voornemen, B, Melder, "art. 5 lid 3"), CONFIDENTIAL),
        worded(row(C::V1B, M::Voornemen, B, Fractievoorzitters, "art. 5 lid 3"), CONFIDENTIAL),
        worded(row(C::V1B, M::Voornemen, B, Wethouders, "art. 5 lid 3"), CONFIDENTIAL),
        worded(row(C::V1B, M::Voornemen, B, Secretaris, "art. 5 lid 3"), CONFIDENTIAL),
        worded(row(C::V1B, M::Voornemen, B, Commissaris, "art. 5 lid 3"), CONFIDENTIAL),
        worded(row(C::V1R, M::Voornemen, R, Melder, "art. 6 lid 3"), DISCREET),
        worded(row(C::V1R, M::Voornemen, R, Fractievoorzitters, "art. 6 lid 3"), DISCREET),
        row(C::V2W, M::OpDeHoogte, W, Betrokkene, "art. 4 lid 4"),
        row(C::V2B, M::OpDeHoogte, B, Betrokkene, "art. 5 lid 4"),
        row(C::V2R, M::OpDeHoogte, R, Betrokkene, "art. 6 lid 4"),
        row(C::V3W, M::Rapport, W, Dossier, "art. 4 lid 5"),
        row(C::V3B, M::Rapport, B, Dossier, "art. 5 lid 5"),
        row(C::V3R, M::Rapport, R, Dossier, "art. 6 lid 5"),
        row(C::V4W, M::Uitkomst, W, Melder, "art. 4 lid 6"),
        row(C::V4W, M::Uitkomst, W, Betrokkene, "art. 4 lid 6"),
        row(C::V4W, M::Uitkomst, W, OverigeWethouders, "art. 4 lid 6"),
        through(row(C::V4W, M::Uitkomst, W, Integriteitscommissie, "art. 4 lid 6"), BOTH),
        row(C::V4B, M::Uitkomst, B, Melder, "art. 5 lid 6"),
        row(C::V4B, M::Uitkomst, B, Betrokkene, "art. 5 lid 6"),
        row(C::V4B, M::Uitkomst, B, Fractievoorzitters, "art. 5 lid 6"),
        row(C::V4B, M::Uitkomst, B, Griffier, "art. 5 lid 6"),
        row(C::V4B, M::Uitkomst, B, Wethouders, "art. 5 lid 6"),
        row(C::V4B, M::Uitkomst, B, Secretaris, "art. 5 lid 6"),
        through(row(C::V4R, M::Uitkomst, R, Melder, "art. 6 lid 6"), VICE),
        through(row(C::V4R, M::Uitkomst, R, Betrokkene, "art. 6 lid 6"), VICE),
        through(row(C::V4R, M::Uitkomst, R, Fractievoorzitters, "art. 6 lid 6"), VICE),
        through(row(C::V4R, M::Uitkomst, R, Griffier, "art. 6 lid 6"), VICE),
        row(C::F0, M::GeenOnderzoek, None, Gemeenteraad, "art. 7 lid 5"),
        worded(row(C::F1W, M::Feitenonderzoek, W, Melder, "art. 9 lid 2"), DISCREET),
        worded(row(C::F1W, M::Feitenonderzoek, W, Betrokkene, "art. 9 lid 2"), DISCREET),
        worded(row(C::F1W, M::Feitenonderzoek, W, OverigeWethouders, "art. 9 lid 2"), DISCREET),
        worded(row(C::F1W, M::Feitenonderzoek, W, Secretaris, "art. 9 lid 2"), DISCREET),
        worded(through(row(C::F1W, M::Feitenonderzoek, W, Integriteitscommissie, "art. 9 lid 2"), BOTH), DISCREET),
        worded(row(C::F1B, M::Feitenonderzoek, B, Melder, "art. 10 lid 2"), CONFIDENTIAL),
        worded(row(C::F1B, M::Feitenonderzoek, B, Betrokkene, "art. 10 lid 2"), CONFIDENTIAL),
        worded(row(C::F1B, M::Feitenonderzoek, B, Fractievoorzitters, "art. 10 lid 2"), CONFIDENTIAL),
        worded(row(C::F1B, M::Feitenonderzoek, B, Wethouders, "art. 10 lid 2"), CONFIDENTIAL),
        worded(row(C::F1B, M::Feitenonderzoek, B, Gemeentesecretaris, "art. 10 lid 2"), CONFIDENTIAL),
        worded(row(C::F1B, M::Feitenonderzoek, B, Commissaris, "art. 10 lid 2"), CONFIDENTIAL),
        worded(through(row(C::F1R, M::Feitenonderzoek, R, Melder, "art. 11 lid 2"), CHAIR), DISCREET),
        worded(through(row(C::F1R, M::Feitenonderzoek, R, Betrokkene, "art. 11 lid 2"), CHAIR), DISCREET),
        worded(through(row(C::F1R, M::Feitenonderzoek, R, Burgemeester, "art. 11 lid 2"), CHAIR), DISCREET),
        worded(through(row(C::F1R, M::Feitenonderzoek, R, Fractievoorzitters, "art. 11 lid 2"), CHAIR), DISCREET),
        row(C::F2, M::Kennisgeving, None, Betrokkene, "art. 12"),
        row(C::F3, M::Voortgang, None, Opdrachtgever, "art. 8 lid 3"),
        row(C::AWr, M::Aangifte, W, Wethouders, "art. 14 lid 1"),
        row(C::AWr, M::Aangifte, R, Wethouders, "art. 14 lid 1"),
        row(C::AB, M::Aangifte, B, Wethouders, "art. 14 lid 2"),
        row(C::ADoubt, M::Twijfel, None, Politie, "art. 14 lid 3 en 4"),
        worded(through(row(C::RW, M::EersteLezers, W, Integriteitscommissie, "art. 15 lid 1"), BOTH), DISCREET),
        worded(row(C::RW, M::EersteLezers, W, Locoburgemeester, "art. 15 lid 1"), DISCREET),
        worded(row(C::RW, M::Toezending, W, Raad, "art. 15 lid 2"), PARTLY),
        worded(row(C::RW, M::Toezending, W, College, "art. 15 lid 2"), PARTLY),
        worded(row(C::RW, M::Toezending, W, Betrokkene, "art. 15 lid 2"), PARTLY),
        worded(row(C::RB, M::EersteLezers, B, Fractievoorzitters, "art. 16 lid 1"), DISCREET),
        worded(row(C::RB, M::EersteLezers, B, Locoburgemeester, "art. 16 lid 1"), DISCREET),
        worded(row(C::RB, M::EersteLezers, B, Commissaris, "art. 16 lid 1"), DISCREET),
        worded(row(C::RB, M::Toezending, B, Raad, "art. 16 lid 2"), PARTLY),
        worded(row(C::RB, M::Toezending, B, College, "art. 16 lid 2"), PARTLY),
        worded(row(C::RB, M::Toezending, B, Betrokkene, "art. 16 lid 2"), PARTLY),
        worded(row(C::RR, M::EersteLezers, R, Fractievoorzitters, "art. 17 lid 1"), DISCREET),
        row(C::RR, M::Toezending, R, Raad, "art. 17 lid 2"),
    ]
};

/// The rows of an office, in order. Where the protocol covers nobody there is no duty: its table is empty.
pub fn rows(office: Option<Office>) -> impl Iterator<Item = &'static Row> {
    let covered = office.is_some();
    ROWS.iter().filter(move |row| covered && (row.office.is_none() || row.office == office))
}

/// A duty as the case file and the form name it: its code and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DutyName {
    pub code: DutyCode,
    pub wie: Role,
}

impl Row {
    pub const fn name(&self) -> DutyName {
        DutyName { code: self.code, wie: self.to }
    }
}

impl DutyName {
    /// As the form sends it: `V1-W secretaris`.
    pub fn value(self) -> String {
        format!("{} {}", self.code, self.wie)
    }
}

vocabulary! {
    /// INFORMATIEPLICHT.status, apart from open.
    Settlement {
        Gedaan => "gedaan",
        Afgeweken => "afgeweken",
        Nvt => "n.v.t.",
    }
}

/// What was done about one or more duties at once: one letter may go to many.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discharge {
    pub plichten: Vec<DutyName>,
    pub uitkomst: Settlement,
    /// Of `gedaan`: on which day, by which function, how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gedaan_op: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub door: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wijze: String,
    /// Why not, of the others.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reden: String,
}

field::redacted!(Discharge);

impl Discharge {
    /// Reads `plicht` (repeatable; of those `open`), `plicht_uitkomst`; with `gedaan` the fields `plicht_op`, `plicht_door`
    /// and `plicht_wijze`, otherwise `plicht_reden`.
    ///
    /// # Errors
    /// Nobody chosen, or a duty that is not open; no outcome; what the outcome needs is missing; a way out that the article
    /// does not give.
    pub fn parse(answers: &Answers, setting: &Setting, open: &[&'static Row]) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let chosen: Vec<&Row> = open
            .iter()
            .copied()
            .filter(|row| answers.all("plicht").iter().any(|typed| typed.trim() == row.name().value()))
            .collect();
        if chosen.is_empty() {
            e.push("plicht", "Kies wie er is geïnformeerd, of bij wie u afwijkt.");
        } else if chosen.len() < answers.all("plicht").len() {
            e.push(
                "plicht",
                "Iemand die u koos, is intussen al afgevinkt. Kijk welke er nog open staan en kies opnieuw.",
            );
        }
        let missing = "Kies of het is gedaan, of u afwijkt, of het niet van toepassing is.";
        let uitkomst = choices::one_required(e, "plicht_uitkomst", answers.all("plicht_uitkomst"), missing);
        let mut said = Self {
            plichten: chosen.iter().map(|row| row.name()).collect(),
            uitkomst: uitkomst.unwrap_or(Settlement::Gedaan),
            gedaan_op: None,
            door: String::new(),
            wijze: String::new(),
            reden: String::new(),
        };
        if uitkomst == Some(Settlement::Gedaan) {
            said.gedaan_op = read::past_day(e, "plicht_op", answers, setting);
            let missing = "Schrijf welke functie de ander heeft geïnformeerd.";
            said.door = field::required(e, "plicht_door", answers.first("plicht_door"), TEXT, missing);
            let missing = "Schrijf hoe: een gesprek, een brief, een telefoongesprek.";
            said.wijze = field::required(e, "plicht_wijze", answers.first("plicht_wijze"), TEXT, missing);
        } else if uitkomst.is_some() {
            let missing = "Schrijf waarom u afwijkt, of waarom het niet van toepassing is.";
            said.reden = field::required(e, "plicht_reden", answers.first("plicht_reden"), TEXT, missing);
        }
        for row in chosen {
            if let Some(refused) = row.refuses(uitkomst) {
                e.push("plicht_uitkomst", refused);
            }
        }
        errors.or(uitkomst.map(|_| said))
    }
}

impl Row {
    /// Why a duty cannot be settled so by writing it down.
    fn refuses(&self, outcome: Option<Settlement>) -> Option<String> {
        let name = format!("{} ({})", self.to, self.moment);
        match (self.met, outcome?) {
            (Met::Always, Settlement::Afgeweken | Settlement::Nvt) => {
                Some(format!("{name}: hiervan kan niet worden afgeweken. ‘De gemeenteraad wordt altijd geïnformeerd.’"))
            }
            (Met::Step(step, true), _) | (Met::Step(step, false), Settlement::Gedaan) => {
                Some(format!("{name}: leg dit vast bij de stap ‘{}’. Dan is deze plicht vanzelf gedaan.", step.title()))
            }
            _ => None,
        }
    }
}

//! Letters: to whom, and what each recipient may be told. Who must be told what when stands in [`crate::duty`].

use domain::Subject;
use serde::Serialize;

use crate::duty::{DUTIES, Duty, Moment};

/// Who gets a letter. What each may be told is the type of its [`Context`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recipient {
    /// Of an informatieplicht: an office, or the people of one.
    Office,
    /// The gemeenteraad: what it gets may become public.
    Council,
    /// Whom the signal is about.
    Subject,
    /// Somebody to be heard (art. 13).
    Heard,
    /// Who does the feitenonderzoek (art. 8).
    Investigators,
}

/// One letter.
#[derive(Debug, Clone, Copy)]
pub struct LetterText {
    /// Of its address and of its file.
    pub name: &'static str,
    /// To whom or for what, as the list of letters says it.
    pub label: &'static str,
    pub recipient: Recipient,
    pub(crate) text: &'static str,
}

macro_rules! letter {
    ($name:literal, $label:literal, $recipient:ident) => {
        LetterText {
            name: $name,
            label: $label,
            recipient: Recipient::$recipient,
            text: include_str!(concat!("../../config/texts/brieven/", $name, ".txt")),
        }
    };
}

/// Every letter. Those for an office, the council and whom it is about are written for a row of [`DUTIES`].
pub const LETTERS: &[LetterText] = &[
    letter!("wethouders", "Wethouders", Office),
    letter!("fractievoorzitters", "Fractievoorzitters", Office),
    letter!("gemeentesecretaris", "Gemeentesecretaris", Office),
    letter!("integriteitscommissie", "Integriteitscommissie", Office),
    letter!("commissaris", "Commissaris van de Koning", Office),
    letter!("burgemeester", "Burgemeester", Office),
    letter!("locoburgemeester", "Locoburgemeester", Office),
    letter!("griffier", "Griffier", Office),
    letter!("college", "College", Office),
    letter!("gemeenteraad", "Gemeenteraad", Council),
    letter!("betrokkene", "Betrokkene", Subject),
    letter!("kennisgeving", "Kennisgeving aan de betrokkene (art. 12)", Subject),
    letter!("uitnodiging-gesprek", "Uitnodiging voor een gesprek (art. 13)", Heard),
    letter!("onderzoekopdracht", "Onderzoekopdracht (art. 8)", Investigators),
];

impl LetterText {
    pub fn named(name: &str) -> Option<&'static Self> {
        LETTERS.iter().find(|letter| letter.name == name)
    }

    /// Within a folder of texts.
    pub fn path(&self) -> String {
        format!("brieven/{}.txt", self.name)
    }

    /// Whether it is written for a row of [`DUTIES`].
    pub fn discharges_a_duty(&self) -> bool {
        DUTIES.iter().any(|duty| duty.letter == self.name)
    }
}

/// How a letter names whom it is about: his office, never his name.
pub const fn about(subject: Subject) -> &'static str {
    match subject {
        Subject::Burgemeester => "de burgemeester",
        Subject::Wethouder => "een wethouder",
        Subject::Raadslid => "een raadslid",
        _ => "een politieke ambtsdrager",
    }
}

/// What every letter begins and ends with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    pub gemeente: String,
    /// Today, in words.
    pub datum: String,
    /// What the writer is.
    pub functie: String,
}

/// For an office: that there is something, and what it must do about it. Nothing of what was told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForOffice {
    #[serde(flatten)]
    pub head: Head,
    pub kenmerk: String,
    pub over: &'static str,
    pub artikel: &'static str,
    pub via: &'static str,
    pub geheimhouding: &'static str,
    pub voornemen_vooronderzoek: bool,
    pub uitkomst: bool,
    pub voornemen_feitenonderzoek: bool,
    pub aangifte: bool,
    pub rapport: bool,
}

/// For the council, whose letters may become public: not even the kenmerk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForCouncil {
    #[serde(flatten)]
    pub head: Head,
    pub over: &'static str,
    pub artikel: &'static str,
    pub geheimhouding: &'static str,
    pub geen_onderzoek: bool,
    pub rapport: bool,
}

/// For whom it is about: what article 12 lid 2 gives him, in the officer's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForSubject {
    #[serde(flatten)]
    pub head: Head,
    pub kenmerk: String,
    pub artikel: &'static str,
    pub op_de_hoogte: bool,
    pub uitkomst: bool,
    pub voornemen_feitenonderzoek: bool,
    pub rapport: bool,
    /// Art. 12 lid 2 onder a.
    pub handelen: String,
}

/// For who is heard, betrokkene or witness.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForHeard {
    #[serde(flatten)]
    pub head: Head,
    pub kenmerk: String,
    pub plaats_en_tijd: String,
}

/// For who investigates: the parts of article 8.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ForInvestigators {
    #[serde(flatten)]
    pub head: Head,
    pub kenmerk: String,
    pub over: &'static str,
    pub aanleiding: String,
    pub doel: String,
    pub onderzoeksvragen: String,
    pub onderzoeksmethoden: String,
    pub bevoegdheden: String,
    pub duur_en_kosten: String,
}

/// What one letter may say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Context {
    Office(ForOffice),
    Council(ForCouncil),
    Subject(ForSubject),
    Heard(ForHeard),
    Investigators(ForInvestigators),
}

impl Recipient {
    /// The recipient's context with nothing in it.
    pub fn empty(self) -> Context {
        match self {
            Self::Office => Context::Office(ForOffice::default()),
            Self::Council => Context::Council(ForCouncil::default()),
            Self::Subject => Context::Subject(ForSubject::default()),
            Self::Heard => Context::Heard(ForHeard::default()),
            Self::Investigators => Context::Investigators(ForInvestigators::default()),
        }
    }
}

/// What is known of a signal when a letter is written. Each recipient's context takes of it what he may know.
#[derive(Debug, Clone)]
pub struct Known {
    pub head: Head,
    pub kenmerk: String,
    pub about: Subject,
    /// For investigators alone: the worked-up description, where there is one.
    pub description: Option<String>,
}

impl Known {
    /// The context of a letter, written for a duty where it discharges one.
    pub fn context(self, recipient: Recipient, duty: Option<&Duty>) -> Context {
        let Self { head, kenmerk, about: subject, description } = self;
        let over = about(subject);
        let is = |moment| duty.is_some_and(|duty| duty.moment == moment);
        let artikel = duty.map_or("", |duty| duty.article);
        let geheimhouding = duty.map_or("", |duty| duty.wording.sentence());
        match recipient {
            Recipient::Office => Context::Office(ForOffice {
                head,
                kenmerk,
                over,
                artikel,
                via: duty.map_or("", |duty| duty.via),
                geheimhouding,
                voornemen_vooronderzoek: is(Moment::VoornemenVooronderzoek),
                uitkomst: is(Moment::Uitkomst),
                voornemen_feitenonderzoek: is(Moment::VoornemenFeitenonderzoek),
                aangifte: is(Moment::Aangifte),
                rapport: is(Moment::Rapport),
            }),
            Recipient::Council => Context::Council(ForCouncil {
                head,
                over,
                artikel,
                geheimhouding,
                geen_onderzoek: is(Moment::GeenOnderzoek),
                rapport: is(Moment::Rapport),
            }),
            Recipient::Subject => Context::Subject(ForSubject {
                head,
                kenmerk,
                artikel,
                op_de_hoogte: is(Moment::OpDeHoogte),
                uitkomst: is(Moment::Uitkomst),
                voornemen_feitenonderzoek: is(Moment::VoornemenFeitenonderzoek),
                rapport: is(Moment::Rapport),
                handelen: crate::place("het handelen of nalaten waarom het onderzoek begint"),
            }),
            Recipient::Heard => Context::Heard(ForHeard {
                head,
                kenmerk,
                plaats_en_tijd: crate::place("de dag, het uur, de plaats en met wie"),
            }),
            Recipient::Investigators => Context::Investigators(ForInvestigators {
                head,
                kenmerk,
                over,
                aanleiding: description.unwrap_or_else(|| crate::place("de aanleiding voor het onderzoek")),
                doel: crate::place("het doel van het onderzoek"),
                onderzoeksvragen: crate::place("de onderzoeksvragen"),
                onderzoeksmethoden: crate::place("de onderzoeksmethoden"),
                bevoegdheden: crate::place("de bevoegdheden van onderzoekers en deskundigen"),
                duur_en_kosten: crate::place("de duur, de inzet en de kosten"),
            }),
        }
    }
}

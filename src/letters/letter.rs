//! Letters: to whom, and what each recipient may be told. For which duty each is written stands in [`crate::duty`].

use domain::protocol::{
    Office,
    assignment::{Assignment, Method, OPTIONAL},
    inform::Moment,
};
use serde::Serialize;

use crate::duty::{self, Duty, capital};

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

/// Every letter. Those for an office, the council and whom it is about are written for a duty.
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

    /// Whether it is written for a duty.
    pub fn discharges_a_duty(&self) -> bool {
        duty::every().any(|duty| duty.letter.name == self.name)
    }
}

/// How a letter names whom it is about: his office, never his name.
pub const fn about(office: Office) -> &'static str {
    match office {
        Office::Burgemeester => "de burgemeester",
        Office::Wethouder => "een wethouder",
        Office::Raadslid => "een raadslid",
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
    pub artikel: String,
    pub via: String,
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
    pub artikel: String,
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
    pub artikel: String,
    pub via: String,
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
    /// Why this order takes the place of one before; empty of the first.
    pub wijziging: String,
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
    pub about: Office,
    /// For investigators alone: the worked-up description, where there is one.
    pub description: Option<String>,
    /// For investigators alone: their order as it stands, once it was made.
    pub assignment: Option<Assignment>,
}

impl Known {
    /// The context of a letter, written for a duty where it discharges one.
    pub fn context(self, recipient: Recipient, duty: Option<Duty>) -> Context {
        let Self { head, kenmerk, about: office, description, assignment } = self;
        let over = about(office);
        let is = |moment| duty.is_some_and(|duty| duty.row.moment == moment);
        let artikel = duty.map(|duty| duty.article()).unwrap_or_default();
        let via = duty.map(|duty| duty.via()).unwrap_or_default();
        let geheimhouding = duty.map_or("", |duty| duty.wording());
        let rapport = is(Moment::EersteLezers) || is(Moment::Toezending);
        match recipient {
            Recipient::Office => Context::Office(ForOffice {
                head,
                kenmerk,
                over,
                artikel,
                via,
                geheimhouding,
                voornemen_vooronderzoek: is(Moment::Voornemen),
                uitkomst: is(Moment::Uitkomst),
                voornemen_feitenonderzoek: is(Moment::Feitenonderzoek),
                aangifte: is(Moment::Aangifte),
                rapport,
            }),
            Recipient::Council => Context::Council(ForCouncil {
                head,
                over,
                artikel,
                geheimhouding,
                geen_onderzoek: is(Moment::GeenOnderzoek),
                rapport,
            }),
            Recipient::Subject => Context::Subject(ForSubject {
                head,
                kenmerk,
                artikel,
                via,
                op_de_hoogte: is(Moment::OpDeHoogte),
                uitkomst: is(Moment::Uitkomst),
                voornemen_feitenonderzoek: is(Moment::Feitenonderzoek),
                rapport,
                handelen: crate::place("het handelen of nalaten waarom het onderzoek begint"),
            }),
            Recipient::Heard => Context::Heard(ForHeard {
                head,
                kenmerk,
                plaats_en_tijd: crate::place("de dag, het uur, de plaats en met wie"),
            }),
            Recipient::Investigators => {
                Context::Investigators(investigators(head, kenmerk, over, description, assignment.as_ref()))
            }
        }
    }
}

/// The order as it stands. What it says nothing of stays open, as everything does before it is made.
fn investigators(
    head: Head,
    kenmerk: String,
    over: &'static str,
    description: Option<String>,
    order: Option<&Assignment>,
) -> ForInvestigators {
    let or_open =
        |text: Option<String>, what: &str| text.filter(|text| !text.is_empty()).unwrap_or_else(|| crate::place(what));
    let part = |at: usize| order.and_then(|order| order.onderdelen.get(at)).filter(|text| !text.is_empty());
    // More parts under one heading: each says what it is.
    let parts = |of: &[usize]| {
        let said = of.iter().filter_map(|at| Some(format!("{}: {}", capital(OPTIONAL.get(*at)?.1), part(*at)?)));
        Some(said.collect::<Vec<_>>().join("\n"))
    };
    let methods = order.map(|order| {
        let named = order.methoden.iter().filter(|method| **method != Method::Anders);
        let named = named.map(|method| format!("- {method}"));
        named.chain(part(1).cloned()).collect::<Vec<_>>().join("\n")
    });
    ForInvestigators {
        head,
        kenmerk,
        over,
        wijziging: order.map(|order| order.reden_wijziging.clone()).unwrap_or_default(),
        aanleiding: or_open(
            order.map(|order| order.aanleiding.clone()).or(description),
            "de aanleiding voor het onderzoek",
        ),
        doel: or_open(order.map(|order| order.doel.clone()), "het doel van het onderzoek"),
        onderzoeksvragen: or_open(part(0).cloned(), "de onderzoeksvragen"),
        onderzoeksmethoden: or_open(methods, "de onderzoeksmethoden"),
        bevoegdheden: or_open(parts(&[2, 3]), "de bevoegdheden van onderzoekers en deskundigen"),
        duur_en_kosten: or_open(parts(&[4, 5, 6]), "de duur, de inzet en de kosten"),
    }
}

//! Who must be told what when, by letter: one row a letter, each with its article. What the reporter is owed is a message.

use domain::Subject;

/// When somebody must be informed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    VoornemenVooronderzoek,
    /// Whom it is about hears that there is a vooronderzoek.
    OpDeHoogte,
    Uitkomst,
    GeenOnderzoek,
    VoornemenFeitenonderzoek,
    Aangifte,
    Rapport,
}

impl Moment {
    pub const fn label(self) -> &'static str {
        match self {
            Self::VoornemenVooronderzoek => "Voornemen vooronderzoek",
            Self::OpDeHoogte => "Op de hoogte van het vooronderzoek",
            Self::Uitkomst => "Uitkomst vooronderzoek (op hoofdlijnen)",
            Self::GeenOnderzoek => "Geen onderzoek",
            Self::VoornemenFeitenonderzoek => "Voornemen feitenonderzoek",
            Self::Aangifte => "Aangifte",
            Self::Rapport => "Rapport",
        }
    }
}

/// The wording that an article asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    None,
    /// "betrachten vertrouwelijkheid"
    Vertrouwelijkheid,
    /// "discretie en prudentie"
    Discretie,
}

impl Wording {
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Vertrouwelijkheid => "Wij vragen u vertrouwelijkheid te betrachten: praat hier met niemand over.",
            Self::Discretie => {
                "Wij vragen u om discretie en prudentie: ga hier voorzichtig mee om en praat er met niemand over."
            }
        }
    }
}

/// One letter that is owed, at one moment, in a signal about one kind of office holder.
#[derive(Debug, Clone, Copy)]
pub struct Duty {
    /// `V1-W`: the moment, and the office (wethouder, burgemeester, raadslid).
    pub code: &'static str,
    pub moment: Moment,
    pub about: Subject,
    /// The name of its letter.
    pub letter: &'static str,
    /// Through whom; empty for straight.
    pub via: &'static str,
    pub wording: Wording,
    pub article: &'static str,
}

const STRAIGHT: &str = "";
const GRIFFIER_EN_VOORZITTER: &str = "Door tussenkomst van de griffier en de voorzitter van de integriteitscommissie";
const VICEVOORZITTER: &str = "Door tussenkomst van de vicevoorzitter van de raad";
const VOORZITTER: &str = "Door tussenkomst van de voorzitter van de integriteitscommissie";

macro_rules! duty {
    ($code:literal, $moment:ident, $about:ident, $letter:literal, $via:ident, $wording:ident, $article:literal) => {
        Duty {
            code: $code,
            moment: Moment::$moment,
            about: Subject::$about,
            letter: $letter,
            via: $via,
            wording: Wording::$wording,
            article: $article,
        }
    };
}

/// Who must be told what when (articles 4 to 7, 9 to 11, 14 to 17); the reporter's own duties are messages.
#[rustfmt::skip]
pub const DUTIES: &[Duty] = &[
    duty!("V1-W", VoornemenVooronderzoek, Wethouder, "wethouders", STRAIGHT, Vertrouwelijkheid, "artikel 4, derde lid,"),
    duty!("V1-W", VoornemenVooronderzoek, Wethouder, "gemeentesecretaris", STRAIGHT, Vertrouwelijkheid, "artikel 4, derde lid,"),
    duty!("V1-W", VoornemenVooronderzoek, Wethouder, "integriteitscommissie", GRIFFIER_EN_VOORZITTER, Vertrouwelijkheid, "artikel 4, derde lid,"),
    duty!("V1-B", VoornemenVooronderzoek, Burgemeester, "fractievoorzitters", STRAIGHT, Vertrouwelijkheid, "artikel 5, derde lid,"),
    duty!("V1-B", VoornemenVooronderzoek, Burgemeester, "wethouders", STRAIGHT, Vertrouwelijkheid, "artikel 5, derde lid,"),
    duty!("V1-B", VoornemenVooronderzoek, Burgemeester, "gemeentesecretaris", STRAIGHT, Vertrouwelijkheid, "artikel 5, derde lid,"),
    duty!("V1-B", VoornemenVooronderzoek, Burgemeester, "commissaris", STRAIGHT, Vertrouwelijkheid, "artikel 5, derde lid,"),
    duty!("V1-R", VoornemenVooronderzoek, Raadslid, "fractievoorzitters", STRAIGHT, Discretie, "artikel 6, derde lid,"),
    duty!("V2-W", OpDeHoogte, Wethouder, "betrokkene", STRAIGHT, None, "artikel 4, vierde lid,"),
    duty!("V2-B", OpDeHoogte, Burgemeester, "betrokkene", STRAIGHT, None, "artikel 5, vierde lid,"),
    duty!("V2-R", OpDeHoogte, Raadslid, "betrokkene", STRAIGHT, None, "artikel 6, vierde lid,"),
    duty!("V4-W", Uitkomst, Wethouder, "betrokkene", STRAIGHT, None, "artikel 4, zesde lid,"),
    duty!("V4-W", Uitkomst, Wethouder, "wethouders", STRAIGHT, None, "artikel 4, zesde lid,"),
    duty!("V4-W", Uitkomst, Wethouder, "integriteitscommissie", GRIFFIER_EN_VOORZITTER, None, "artikel 4, zesde lid,"),
    duty!("V4-B", Uitkomst, Burgemeester, "betrokkene", STRAIGHT, None, "artikel 5, zesde lid,"),
    duty!("V4-B", Uitkomst, Burgemeester, "fractievoorzitters", STRAIGHT, None, "artikel 5, zesde lid,"),
    duty!("V4-B", Uitkomst, Burgemeester, "griffier", STRAIGHT, None, "artikel 5, zesde lid,"),
    duty!("V4-B", Uitkomst, Burgemeester, "wethouders", STRAIGHT, None, "artikel 5, zesde lid,"),
    duty!("V4-B", Uitkomst, Burgemeester, "gemeentesecretaris", STRAIGHT, None, "artikel 5, zesde lid,"),
    duty!("V4-R", Uitkomst, Raadslid, "betrokkene", STRAIGHT, None, "artikel 6, zesde lid,"),
    duty!("V4-R", Uitkomst, Raadslid, "fractievoorzitters", STRAIGHT, None, "artikel 6, zesde lid,"),
    duty!("V4-R", Uitkomst, Raadslid, "griffier", VICEVOORZITTER, None, "artikel 6, zesde lid,"),
    duty!("F0-W", GeenOnderzoek, Wethouder, "gemeenteraad", STRAIGHT, None, "artikel 7, vijfde lid,"),
    duty!("F0-B", GeenOnderzoek, Burgemeester, "gemeenteraad", STRAIGHT, None, "artikel 7, vijfde lid,"),
    duty!("F0-R", GeenOnderzoek, Raadslid, "gemeenteraad", STRAIGHT, None, "artikel 7, vijfde lid,"),
    duty!("F1-W", VoornemenFeitenonderzoek, Wethouder, "betrokkene", STRAIGHT, Discretie, "artikel 9, tweede lid,"),
    duty!("F1-W", VoornemenFeitenonderzoek, Wethouder, "wethouders", STRAIGHT, Discretie, "artikel 9, tweede lid,"),
    duty!("F1-W", VoornemenFeitenonderzoek, Wethouder, "gemeentesecretaris", STRAIGHT, Discretie, "artikel 9, tweede lid,"),
    duty!("F1-W", VoornemenFeitenonderzoek, Wethouder, "integriteitscommissie", GRIFFIER_EN_VOORZITTER, Discretie, "artikel 9, tweede lid,"),
    duty!("F1-B", VoornemenFeitenonderzoek, Burgemeester, "betrokkene", STRAIGHT, Vertrouwelijkheid, "artikel 10, tweede lid,"),
    duty!("F1-B", VoornemenFeitenonderzoek, Burgemeester, "fractievoorzitters", STRAIGHT, Vertrouwelijkheid, "artikel 10, tweede lid,"),
    duty!("F1-B", VoornemenFeitenonderzoek, Burgemeester, "wethouders", STRAIGHT, Vertrouwelijkheid, "artikel 10, tweede lid,"),
    duty!("F1-B", VoornemenFeitenonderzoek, Burgemeester, "gemeentesecretaris", STRAIGHT, Vertrouwelijkheid, "artikel 10, tweede lid,"),
    duty!("F1-B", VoornemenFeitenonderzoek, Burgemeester, "commissaris", STRAIGHT, Vertrouwelijkheid, "artikel 10, tweede lid,"),
    duty!("F1-R", VoornemenFeitenonderzoek, Raadslid, "betrokkene", STRAIGHT, Discretie, "artikel 11, tweede lid,"),
    duty!("F1-R", VoornemenFeitenonderzoek, Raadslid, "burgemeester", STRAIGHT, Discretie, "artikel 11, tweede lid,"),
    duty!("F1-R", VoornemenFeitenonderzoek, Raadslid, "fractievoorzitters", VOORZITTER, Discretie, "artikel 11, tweede lid,"),
    duty!("A-W", Aangifte, Wethouder, "wethouders", STRAIGHT, None, "artikel 14, eerste lid,"),
    duty!("A-R", Aangifte, Raadslid, "wethouders", STRAIGHT, None, "artikel 14, eerste lid,"),
    duty!("A-B", Aangifte, Burgemeester, "wethouders", STRAIGHT, None, "artikel 14, tweede lid,"),
    duty!("R-W", Rapport, Wethouder, "integriteitscommissie", GRIFFIER_EN_VOORZITTER, Discretie, "artikel 15"),
    duty!("R-W", Rapport, Wethouder, "locoburgemeester", STRAIGHT, Discretie, "artikel 15"),
    duty!("R-W", Rapport, Wethouder, "gemeenteraad", STRAIGHT, Discretie, "artikel 15"),
    duty!("R-W", Rapport, Wethouder, "college", STRAIGHT, Discretie, "artikel 15"),
    duty!("R-W", Rapport, Wethouder, "betrokkene", STRAIGHT, Discretie, "artikel 15"),
    duty!("R-B", Rapport, Burgemeester, "fractievoorzitters", STRAIGHT, Discretie, "artikel 16"),
    duty!("R-B", Rapport, Burgemeester, "locoburgemeester", STRAIGHT, Discretie, "artikel 16"),
    duty!("R-B", Rapport, Burgemeester, "commissaris", STRAIGHT, Discretie, "artikel 16"),
    duty!("R-B", Rapport, Burgemeester, "gemeenteraad", STRAIGHT, Discretie, "artikel 16"),
    duty!("R-B", Rapport, Burgemeester, "college", STRAIGHT, Discretie, "artikel 16"),
    duty!("R-B", Rapport, Burgemeester, "betrokkene", STRAIGHT, Discretie, "artikel 16"),
    // The article names no copy for the raadslid himself.
    duty!("R-R", Rapport, Raadslid, "fractievoorzitters", STRAIGHT, Discretie, "artikel 17"),
    duty!("R-R", Rapport, Raadslid, "gemeenteraad", STRAIGHT, Discretie, "artikel 17"),
];

/// The letters that a signal about somebody can owe, in the order of the table.
pub fn duties(about: Subject) -> impl Iterator<Item = &'static Duty> {
    DUTIES.iter().filter(move |duty| duty.about == about)
}

/// The row that a letter is written for.
pub fn duty(letter: &str, code: &str) -> Option<&'static Duty> {
    DUTIES.iter().find(|duty| duty.letter == letter && duty.code == code)
}

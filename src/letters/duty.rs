//! Which letter meets which duty to inform. Who must be informed, when, through whom and on which article stands in the
//! protocol's own table, [`domain::protocol::inform::ROWS`]; here it only gets its letter and the words of a letter.

use domain::protocol::{
    Office, Role,
    inform::{self, Moment, ROWS, Row, Wording},
};

use crate::letter::LetterText;

/// A duty that a letter is written for.
#[derive(Debug, Clone, Copy)]
pub struct Duty {
    pub row: &'static Row,
    pub letter: &'static LetterText,
}

impl Duty {
    /// The duty of a row; `None`: it is met otherwise than by a letter.
    pub fn of(row: &'static Row) -> Option<Self> {
        let letter = LetterText::named(letter_of(row)?)?;
        Some(Self { row, letter })
    }

    /// Of an address: `V1-W`.
    pub const fn code(&self) -> &'static str {
        self.row.code.label()
    }

    /// The article as a sentence names it: "artikel 4, derde lid,".
    pub fn article(&self) -> String {
        in_words(self.row.article)
    }

    /// Through whom, as a line of its own; empty for straight.
    pub fn via(&self) -> String {
        self.row.through.map(capital).unwrap_or_default()
    }

    /// What the letter asks of who gets it; empty where its article asks nothing.
    pub const fn wording(&self) -> &'static str {
        match self.row.wording {
            None => "",
            Some(Wording::Vertrouwelijkheid) => {
                "Wij vragen u vertrouwelijkheid te betrachten: praat hier met niemand over."
            }
            Some(Wording::Discretie) => {
                "Wij vragen u om discretie en prudentie: ga hier voorzichtig mee om en praat er met niemand over."
            }
            // Only a person knows what of a report is secret, and on which ground.
            Some(Wording::Gedeeltelijk) => "[vul in: of een deel van het rapport geheim is, en waarom]",
        }
    }
}

/// The name of the letter that meets a duty. The reporter gets a message; whom the protocol only lets consult gets nothing.
fn letter_of(row: &Row) -> Option<&'static str> {
    Some(match row.to {
        Role::Betrokkene if row.moment == Moment::Kennisgeving => "kennisgeving",
        Role::Betrokkene => "betrokkene",
        Role::OverigeWethouders | Role::Wethouders => "wethouders",
        Role::Secretaris | Role::Gemeentesecretaris => "gemeentesecretaris",
        // Art. 1: the seniorenconvent is the integriteitscommissie.
        Role::Seniorenconvent | Role::Integriteitscommissie => "integriteitscommissie",
        Role::Fractievoorzitters => "fractievoorzitters",
        Role::Griffier => "griffier",
        Role::Burgemeester => "burgemeester",
        Role::Locoburgemeester => "locoburgemeester",
        Role::Commissaris => "commissaris",
        Role::Gemeenteraad | Role::Raad => "gemeenteraad",
        Role::College => "college",
        Role::Melder
        | Role::Dossier
        | Role::Opdrachtgever
        | Role::Politie
        | Role::OpenbaarMinisterie
        | Role::VoorzitterIntegriteitscommissie
        | Role::VoorzitterRaad
        | Role::OverigeCollegeleden
        | Role::Collegeleden
        | Role::Integriteitsfunctionaris
        | Role::ExterneAdviseur => return None,
    })
}

const ORDINALS: [&str; 7] = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"];

/// "art. 4 lid 3" as "artikel 4, derde lid,"; "art. 12" as "artikel 12".
fn in_words(article: &str) -> String {
    let article = article.trim_start_matches("art. ");
    let ordinal = |part: &str| part.parse().ok().and_then(|number: usize| ORDINALS.get(number.checked_sub(1)?));
    match article.split_once(" lid ").and_then(|(article, part)| Some((article, ordinal(part)?))) {
        Some((article, ordinal)) => format!("artikel {article}, {ordinal} lid,"),
        None => format!("artikel {article}"),
    }
}

/// As a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Every duty that a letter is written for, in the order of the protocol.
pub fn every() -> impl Iterator<Item = Duty> {
    ROWS.iter().filter_map(Duty::of)
}

/// Those that a signal about this office can owe.
pub fn duties(office: Office) -> impl Iterator<Item = Duty> {
    inform::rows(Some(office)).filter_map(Duty::of)
}

/// The duty that a letter is written for, of its name and code.
pub fn duty(office: Office, letter: &str, code: &str) -> Option<Duty> {
    duties(office).find(|duty| duty.letter.name == letter && duty.code() == code)
}

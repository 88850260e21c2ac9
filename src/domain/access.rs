//! Who may open one signal: invitations and withdrawals, each with its reason, and everybody's word on his own
//! involvement. Keys follow from these acts; the acts themselves stand in the case file.

use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors, TEXT};
use crate::{AccountId, RouteName, Subject, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What somebody of another team does in a signal.
    Part {
        /// Case officer: records and proposes; answers the reporter where he may read his words.
        Behandelaar => "behandelaar",
        /// Sits in the meeting, structurally or for this signal alone.
        Deelnemer => "deelnemer aan het overleg",
    }
}

impl Choice for Part {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// A person as an act names him: his account, and the name and function that were signed for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub account: AccountId,
    pub naam: String,
    pub functie: String,
}

/// One change in who may open a signal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wat", rename_all = "snake_case")]
pub enum Access {
    /// He gets the case key; with `reden_bron` also the source key.
    Uitgenodigd {
        wie: Colleague,
        als: Part,
        reden: String,
        /// Why he must read the reporter's own words; `None`: he does not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reden_bron: Option<String>,
    },
    /// A member of the route who has no key of a closed signal: he came later, or was left out by mistake.
    Toegelaten { wie: Colleague, reden: String },
    /// New keys follow, without him. What he could read, he has read.
    Ingetrokken { wie: Colleague, reden: String },
    /// A member of the route who is involved: no key of this signal is his any more.
    Buitengesloten { wie: Colleague, reden: String },
    /// A member who only passes it on, without reading it (the griffier, art. 5 lid 1 and 6 lid 1): the others have it, and no
    /// key is his any more.
    Doorgegeven { wie: Colleague },
    /// Another route has it from now on, under new keys.
    Overgedragen { naar: RouteName, reden: String },
}

field::redacted!(Colleague, Access, Declaration, Note, Invitation);

/// An invitation as the form asks for it.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    pub als: Part,
    pub reden: String,
    pub reden_bron: Option<String>,
}

impl Invitation {
    /// Reads `als`, `reden` and, where `bron` is `ja`, `reden_bron`.
    ///
    /// # Errors
    /// No part chosen; a reason that is missing, too long or unreadable.
    pub fn parse(als: &str, reden: &str, bron: bool, reden_bron: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let als = choices::one_required(&mut errors, "als", &[als], "Kies wat uw collega in dit signaal doet.");
        let missing = "Schrijf waarom uw collega dit signaal moet kennen.";
        let reden = field::required(&mut errors, "reden", reden, TEXT, missing);
        let missing =
            "Schrijf waarom uw collega de woorden van de melder zelf moet lezen. Die kunnen de melder verraden.";
        let reden_bron = bron.then(|| field::required(&mut errors, "reden_bron", reden_bron, TEXT, missing));
        errors.or(als.map(|als| Self { als, reden, reden_bron }))
    }

    pub fn of(self, wie: Colleague) -> Access {
        Access::Uitgenodigd { wie, als: self.als, reden: self.reden, reden_bron: self.reden_bron }
    }
}

/// Reads the reason of a withdrawal or a hand-over, from the field that asks for it.
///
/// # Errors
/// It is missing, too long or unreadable.
pub fn reason(errors: &mut FieldErrors, field: &'static str, typed: &str) -> String {
    field::required(errors, field, typed, TEXT, "Schrijf waarom. Het komt in het dossier.")
}

/// Whether a function is one that a signal is about: its holder neither reads, weighs nor handles it (rule R1). An office
/// counts by its own word: a locoburgemeester is not the burgemeester.
pub fn is_subject(functie: &str, over: &[Subject]) -> bool {
    const OFFICES: [Subject; 5] =
        [Subject::Burgemeester, Subject::Wethouder, Subject::Raadslid, Subject::Gemeentesecretaris, Subject::Griffier];
    let words = field::fold(functie);
    let mut words = words.split(|c: char| !c.is_alphabetic());
    OFFICES.iter().any(|office| over.contains(office) && words.clone().any(|word| word == office.label()))
        || (over.contains(&Subject::Gemeentesecretaris) && words.any(|word| word == "secretaris"))
}

/// Whether a function is only the channel to a route's other members: "door tussenkomst van de griffier" (art. 5 lid 1, 6 lid 1).
pub fn is_channel(functie: &str, route: RouteName) -> bool {
    let words = field::fold(functie);
    route == RouteName::Integriteitscommissie
        && words.split(|c: char| !c.is_alphabetic()).any(|word| word == Subject::Griffier.label())
}

/// "Ik ben niet betrokken en heb geen persoonlijk belang", or the contrary.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    pub betrokken: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub toelichting: String,
}

/// What somebody adds to the case file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub tekst: String,
}

impl Note {
    /// Reads the field `aantekening` (10,000 characters).
    ///
    /// # Errors
    /// It is empty, too long or unreadable.
    pub fn parse(typed: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let missing = "Schrijf wat u aan het dossier wilt toevoegen.";
        let tekst = field::required(&mut errors, "aantekening", typed, TEXT, missing);
        errors.or(Some(Self { tekst }))
    }
}

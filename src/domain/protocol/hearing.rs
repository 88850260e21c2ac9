//! Gehoor: hearing the betrokkene and witnesses (art. 13).

use super::{Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, STORY, TEXT};
use crate::report::Answers;
use crate::{vocabulary, working_days};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// "binnen vijf werkdagen schriftelijk te reageren op het verslag" (art. 13 lid 4).
pub const REACTION_DAYS: u8 = 5;
/// "minimaal twee personen" (art. 13 lid 2; rule R8).
const LEAST_HEARERS: usize = 2;

vocabulary! {
    Heard {
        Betrokkene => "betrokkene",
        Getuige => "getuige",
    }
}

vocabulary! {
    /// What became of the report of the talk (art. 13 lid 3 and 5).
    Signed {
        Getekend => "getekend",
        Geweigerd => "weigerde te tekenen",
        Stil => "reageerde niet",
    }
}

/// A talk of which the report was sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    pub wie: Heard,
    pub op: NaiveDate,
    /// Functions of those who held the talk: two at least.
    pub hoorders: Vec<String>,
    /// The report, signed by the investigators.
    pub verslag: String,
    pub toegezonden_op: NaiveDate,
}

/// What the one who was heard did with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaction {
    /// Which talk, from 1.
    pub gehoor: usize,
    pub ondertekend: Signed,
    pub op: NaiveDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reactie: String,
    /// "een schriftelijke weergave van de afwijkende mening" (art. 13 lid 5).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub afwijkende_mening: String,
}

field::redacted!(Hearing, Reaction);

impl Hearing {
    /// Reads `gehoor_wie`, `gehoor_op`, `gehoor_hoorders` (one a line), `gehoor_verslag`, `gehoor_getekend` (`ja`) and
    /// `gehoor_toegezonden_op`.
    ///
    /// # Errors
    /// Nobody heard; fewer than two hearers; no report, or one that the investigators did not sign; a day that cannot be.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let wie = choices::one_required(e, "gehoor_wie", answers.all("gehoor_wie"), "Kies wie is gehoord.");
        let op = read::past_day(e, "gehoor_op", answers, setting);
        let hearers = field::text(e, "gehoor_hoorders", answers.first("gehoor_hoorders"), TEXT);
        let mut hoorders: Vec<String> = Vec::new();
        let mut known = BTreeSet::new();
        for line in hearers.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if known.insert(field::fold(line)) {
                hoorders.push(line.to_owned());
            }
        }
        if hoorders.len() < LEAST_HEARERS && e.for_field("gehoor_hoorders").is_none() {
            let two =
                "Een gesprek wordt door minimaal twee personen gehouden. Schrijf elke functie op een eigen regel.";
            e.push("gehoor_hoorders", two);
        }
        let missing = "Schrijf het gespreksverslag op.";
        let verslag = field::required(e, "gehoor_verslag", answers.first("gehoor_verslag"), STORY, missing);
        if answers.first("gehoor_getekend") != "ja" {
            e.push("gehoor_getekend", "De onderzoekers tekenen het verslag eerst. Vink dit aan als dat is gebeurd.");
        }
        let sent = read::past_day(e, "gehoor_toegezonden_op", answers, setting);
        if op.zip(sent).is_some_and(|(op, sent)| sent < op) {
            e.push("gehoor_toegezonden_op", "Het verslag kan niet verstuurd zijn voordat het gesprek er was.");
        }
        let parsed = wie.zip(op).zip(sent);
        errors.or(parsed.map(|((wie, op), toegezonden_op)| Self { wie, op, hoorders, verslag, toegezonden_op }))
    }

    /// The last day of the reaction.
    pub fn react_until(&self) -> NaiveDate {
        working_days::after(self.toegezonden_op, REACTION_DAYS)
    }
}

impl Reaction {
    /// Reads `reactie_gehoor` (a number), `reactie_ondertekend`, `reactie_op`, `reactie_tekst` and `reactie_afwijkend`.
    ///
    /// # Errors
    /// No such talk; not said whether it was signed; a day before the report was sent, or while the five working days run
    /// for somebody who said nothing.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let number = answers.first("reactie_gehoor").trim().parse::<usize>().ok();
        let sent = number.and_then(|number| setting.hearings.get(number.checked_sub(1)?));
        if sent.is_none() {
            e.push("reactie_gehoor", "Kies bij welk gesprek deze reactie hoort.");
        }
        let missing = "Kies of de gehoorde het verslag tekende.";
        let ondertekend = choices::one_required(e, "reactie_ondertekend", answers.all("reactie_ondertekend"), missing);
        let op = read::past_day(e, "reactie_op", answers, setting);
        if let Some((sent, op)) = sent.zip(op) {
            let until = working_days::after(*sent, REACTION_DAYS);
            if op < *sent {
                e.push("reactie_op", "De reactie kan niet van voor het toezenden van het verslag zijn.");
            } else if ondertekend == Some(Signed::Stil) && op <= until {
                let until = crate::term::dutch(until);
                e.push("reactie_op", format!("De gehoorde mag nog tot en met {until} reageren. Wacht die dag af."));
            }
        }
        let reactie = field::text(e, "reactie_tekst", answers.first("reactie_tekst"), TEXT);
        let afwijkende_mening = field::text(e, "reactie_afwijkend", answers.first("reactie_afwijkend"), TEXT);
        let parsed = number.zip(ondertekend).zip(op);
        errors.or(parsed.map(|((gehoor, ondertekend), op)| Self {
            gehoor,
            ondertekend,
            op,
            reactie,
            afwijkende_mening,
        }))
    }
}

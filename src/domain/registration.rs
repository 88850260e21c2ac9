//! A signal that came otherwise than through the portal, written down at the desk: from whom, and whether its reporter got
//! words to come back with.

use crate::choices::{self, Choice};
use crate::field::{self, FieldErrors};
use crate::report::Answers;
use crate::{choices::yes_no, vocabulary};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// BRON: how a signal reached the municipality, the portal aside.
    Origin {
        MeldMisdaadAnoniem => "Meld Misdaad Anoniem",
        Vertrouwenspersoon => "vertrouwenspersoon",
        Leidinggevende => "leidinggevende",
        Balie => "balie/KCC",
        Partner => "partner",
        Mondeling => "mondeling",
        Anders => "anders",
    }
}

impl Choice for Origin {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// A signal is not written down longer than this after it was told.
const YEARS: i32 = 10;

/// What the sealed report says of how it came about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Registration {
    pub bron: Origin,
    /// Name and function of who wrote it down.
    pub door: String,
    /// Whether a reporter got the ten words. Without, nobody reads an answer, and no term towards a reporter runs.
    pub postvak: bool,
    /// Whether the reporter read what was written down and agreed (Directive 2019/1937 art. 18).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gecontroleerd: Option<bool>,
}

field::redacted!(Registration);

impl Registration {
    /// Reads `bron`, `ontvangen_op` (a day, not after `today`), `postvak` and `gecontroleerd`; `door` is who is logged in.
    ///
    /// # Errors
    /// No origin; a day that is none, or in the future; not said whether the reporter gets words.
    pub fn parse(answers: &Answers, door: String, today: NaiveDate) -> Result<(Self, NaiveDate), FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let bron = choices::one_required(e, "bron", answers.all("bron"), "Kies hoe dit signaal bij u kwam.");
        let read = field::day(answers.first("ontvangen_op"));
        match read {
            None => e.push("ontvangen_op", "Schrijf de dag waarop u dit hoorde als 31-12-2026."),
            Some(day) if day > today => {
                e.push("ontvangen_op", "Deze dag moet nog komen. Kies een dag tot en met vandaag.")
            }
            Some(day) if day.year() < today.year() - YEARS => {
                e.push("ontvangen_op", "Deze dag ligt te ver terug. Schrijf het jaar met vier cijfers: 31-12-2026.");
            }
            Some(_) => {}
        }
        let postvak = yes_no(e, "postvak", answers.all("postvak"));
        if postvak.is_none() && e.for_field("postvak").is_none() {
            e.push("postvak", "Kies of de melder tien woorden krijgt.");
        }
        let gecontroleerd = yes_no(e, "gecontroleerd", answers.all("gecontroleerd"));
        let parsed = bron.zip(postvak).zip(read);
        errors.or(parsed.map(|((bron, postvak), day)| (Self { bron, door, postvak, gecontroleerd }, day)))
    }
}

//! What somebody thinks of a signal before the meeting: a level at each criterion and one line. Shown to nobody else until the
//! meeting opens, so that the first to speak does not decide; then as a spread, never as a score.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::choices;
use crate::field::{self, FieldErrors};
use crate::weighing::{Criterion, Level};

/// Most characters of the one line.
pub const LINE: usize = 300;

/// One person's levels for one meeting; a later one of the same person for the same meeting takes its place.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    pub overleg: NaiveDate,
    /// At criteria a to h, in order; null where he gave none.
    pub niveaus: [Option<Level>; 8],
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub regel: String,
}

field::redacted!(Levels);

impl Levels {
    /// Reads `a_niveau` ... `h_niveau` and `regel` (300 characters, one line). `typed` gives a field's value, empty if absent.
    ///
    /// # Errors
    /// Nothing filled in at all; a level that does not exist there; a line that is too long or more than one.
    pub fn parse<'a>(overleg: NaiveDate, typed: &dyn Fn(&str) -> &'a str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut niveaus = [None; 8];
        for (criterion, niveau) in Criterion::ALL.iter().zip(&mut niveaus) {
            let field = criterion.fields().1;
            *niveau = choices::one(&mut errors, field, &[typed(field)]);
            if niveau.is_some_and(|niveau| criterion.levels().all(|offered| offered != niveau)) {
                errors.push(field, choices::UNKNOWN);
            }
        }
        let regel = field::text(&mut errors, "regel", typed("regel"), LINE);
        if regel.contains('\n') {
            errors.push("regel", "Schrijf één regel. De toelichting komt in het overleg.");
        }
        if errors.is_empty() && regel.is_empty() && niveaus.iter().all(Option::is_none) {
            errors.push(Criterion::A.fields().1, "Kies minstens één niveau, of schrijf één regel.");
        }
        errors.or(Some(Self { overleg, niveaus, regel }))
    }
}

/// How often each level was given at each criterion, in the order of [`Level::ALL`].
pub fn spread<'a>(given: impl IntoIterator<Item = &'a Levels>) -> [[usize; Level::ALL.len()]; 8] {
    let mut spread = [[0; Level::ALL.len()]; 8];
    for levels in given {
        for (counts, niveau) in spread.iter_mut().zip(levels.niveaus) {
            let at = niveau.and_then(|niveau| Level::ALL.iter().position(|level| *level == niveau));
            if let Some(count) = at.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
    }
    spread
}

//! What was agreed to be done about a signal, by whom and by when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::field::{self, FieldErrors};

/// Most characters of what is to be done, and of who does it.
const SHORT: usize = 500;

/// One act about something agreed. Numbers count a signal's agreements from 1, in the order in which they stand there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "wat", rename_all = "snake_case")]
pub enum Action {
    Afgesproken {
        /// The day of the meeting.
        overleg: NaiveDate,
        actie: String,
        /// A name or a function: who does it need not have an account.
        wie: String,
        uiterlijk: NaiveDate,
    },
    Gedaan {
        nummer: usize,
    },
}

field::redacted!(Action);

impl Action {
    /// Reads `actie`, `wie` and `uiterlijk`.
    ///
    /// # Errors
    /// What, who or when is missing; a day before today.
    pub fn parse(
        overleg: NaiveDate,
        actie: &str,
        wie: &str,
        uiterlijk: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let actie = field::required(&mut errors, "actie", actie, SHORT, "Schrijf op wat er gedaan moet worden.");
        let wie = field::required(&mut errors, "wie", wie, SHORT, "Schrijf op wie dit doet.");
        let uiterlijk = field::day(uiterlijk);
        if uiterlijk.is_none() {
            errors.push("uiterlijk", field::WRITE_A_DAY);
        }
        if uiterlijk.is_some_and(|day| day < today) {
            errors.push("uiterlijk", "Deze dag is voorbij. Kies vandaag of een dag die nog komt.");
        }
        errors.or(uiterlijk.map(|uiterlijk| Self::Afgesproken { overleg, actie, wie, uiterlijk }))
    }
}

/// Something that was agreed, and whether it is done.
#[derive(Clone, PartialEq, Eq)]
pub struct Agreed {
    pub nummer: usize,
    pub overleg: NaiveDate,
    pub actie: String,
    pub wie: String,
    pub uiterlijk: NaiveDate,
    pub gedaan: bool,
}

/// What all acts together say, in order.
pub fn agreed(acts: impl IntoIterator<Item = Action>) -> Vec<Agreed> {
    let mut agreed: Vec<Agreed> = Vec::new();
    for act in acts {
        match act {
            Action::Afgesproken { overleg, actie, wie, uiterlijk } => {
                let nummer = agreed.len() + 1;
                agreed.push(Agreed { nummer, overleg, actie, wie, uiterlijk, gedaan: false });
            }
            Action::Gedaan { nummer } => {
                if let Some(done) = nummer.checked_sub(1).and_then(|at| agreed.get_mut(at)) {
                    done.gedaan = true;
                }
            }
        }
    }
    agreed
}

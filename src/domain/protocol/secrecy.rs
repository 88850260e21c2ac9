//! Geheimhouding: on what ground, imposed by whom, since when (art. 15 to 17 lid 2 name it; the ground is in the law).

use super::{Authority, Setting, read};
use crate::choices;
use crate::field::{self, FieldErrors, TEXT};
use crate::report::Answers;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secrecy {
    pub waarop: String,
    pub grond: String,
    pub door: Authority,
    pub sinds: NaiveDate,
}

field::redacted!(Secrecy);

impl Secrecy {
    /// Reads `geheim_waarop`, `geheim_grond`, `geheim_door` and `geheim_sinds`.
    ///
    /// # Errors
    /// A text that is missing; nobody, or somebody who may not decide here; a day that cannot be.
    pub fn parse(answers: &Answers, setting: &Setting) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let missing = "Schrijf waarop de geheimhouding rust.";
        let waarop = field::required(e, "geheim_waarop", answers.first("geheim_waarop"), TEXT, missing);
        let missing = "Schrijf de grond: het wetsartikel en waarom het hier geldt.";
        let grond = field::required(e, "geheim_grond", answers.first("geheim_grond"), TEXT, missing);
        let missing = "Kies wie de geheimhouding heeft opgelegd.";
        let door = choices::one_required(e, "geheim_door", answers.all("geheim_door"), missing);
        if door.is_some_and(|door: Authority| !door.may_decide(setting.office, &setting.over)) {
            e.push(
                "geheim_door",
                "Dit gezag mag hier niet besluiten: het signaal gaat erover, of het protocol noemt het niet.",
            );
        }
        let sinds = read::past_day(e, "geheim_sinds", answers, setting);
        errors.or(door.zip(sinds).map(|(door, sinds)| Self { waarop, grond, door, sinds }))
    }
}

//! How the fields of a step are read: days that can be, answers that must be given.

use super::Setting;
use crate::choices;
use crate::field::{FieldErrors, WRITE_A_DAY, day};
use crate::report::Answers;
use chrono::NaiveDate;

/// A day from the signal's receipt to today.
pub(super) fn past_day(
    errors: &mut FieldErrors,
    field: &'static str,
    answers: &Answers,
    setting: &Setting,
) -> Option<NaiveDate> {
    let read = day(answers.first(field));
    match read {
        None => errors.push(field, WRITE_A_DAY),
        Some(day) if day > setting.today => {
            errors.push(field, "Deze dag moet nog komen. Leg vast wat gebeurd is, met een dag tot en met vandaag.");
        }
        Some(day) if day < setting.received => {
            let received = crate::term::dutch(setting.received);
            errors.push(field, format!("Deze dag ligt voor de ontvangst van het signaal ({received})."));
        }
        Some(_) => {}
    }
    read
}

/// `ja` or `nee`; neither is an error with the sentence `missing`.
pub(super) fn yes_no(
    errors: &mut FieldErrors,
    field: &'static str,
    answers: &Answers,
    missing: &'static str,
) -> Option<bool> {
    let answer = choices::yes_no(errors, field, answers.all(field));
    if answer.is_none() && errors.for_field(field).is_none() {
        errors.push(field, missing);
    }
    answer
}

//! The worked-up description as the signal's page shows it, and the form that asks for the next version.

use domain::{
    Answers, Dated,
    choices::{Breach, Choice as _, Phenomenon, VulnerableProcess},
    description::{Description, Urgency},
};
use seal::{VerifyKey, role};
use templates::{Choice, FieldError, components::LabelValue, desk};

use super::Typed;
use crate::{case::Case, state::State, texts};

/// The latest version in words.
pub struct Described {
    pub text: String,
    pub who: String,
    pub when: String,
    sorted: Vec<(&'static str, String)>,
}

impl Described {
    pub fn of(case: &Case, author: &VerifyKey<role::Author>, written: Dated<Description>) -> Self {
        let when = texts::moment(written.datum, written.tijd);
        let description = written.inhoud;
        let sorted = texts::sorted(&description);
        Self { text: description.omschrijving, who: case.author(author).0, when, sorted }
    }

    pub fn sorted(&self) -> Vec<LabelValue<'_>> {
        self.sorted.iter().map(|(label, value)| LabelValue { label, value }).collect()
    }

    pub fn view<'a>(&'a self, sorted: &'a [LabelValue<'a>]) -> desk::Description<'a> {
        desk::Description { text: &self.text, sorted, who: &self.who, when: &self.when }
    }
}

/// A list of themes: the field, its legend, and the values and labels of its options.
type List = (&'static str, &'static str, Vec<(String, &'static str)>);

/// What the form holds: what was typed, the latest version, or for a first one the themes that the reporter chose.
pub struct DescriptionWords {
    answers: Answers,
    areas: Vec<String>,
    lists: [List; 3],
    urgencies: Vec<(String, &'static str)>,
}

impl DescriptionWords {
    pub fn of(state: &State, case: &Case, typed: &Typed) -> Self {
        let latest = || case.description().map(|(_, written)| written.inhoud.answers());
        let begun = || case.report.as_ref().map(Description::begun);
        let answers = typed.description.clone().or_else(latest).or_else(begun).unwrap_or_default();
        let mut areas = state.areas.clone();
        let before = answers.first("gebied");
        // One that the configuration dropped since can still be kept.
        if !before.is_empty() && !areas.iter().any(|area| area == before) {
            areas.push(before.to_owned());
        }
        let phenomena: Vec<_> = Phenomenon::ALL.iter().map(|theme| (theme.value(), theme.label())).collect();
        let breaches: Vec<_> = Breach::ALL.iter().map(|theme| (theme.value(), theme.label())).collect();
        let processes: Vec<_> = VulnerableProcess::ALL.iter().map(|theme| (theme.value(), theme.label())).collect();
        Self {
            answers,
            areas,
            lists: [
                ("verschijningsvorm", "Verschijningsvorm van ondermijning", phenomena),
                ("schending", "Integriteitsschending", breaches),
                ("kwetsbaar_proces", "Kwetsbaar proces", processes),
            ],
            urgencies: Urgency::ALL.iter().map(|urgency| (urgency.value(), urgency.label())).collect(),
        }
    }

    pub fn areas(&self) -> Vec<Choice<'_>> {
        self.areas.iter().map(|area| Choice { value: area, label: area, hint: None }).collect()
    }

    pub fn urgencies(&self) -> Vec<Choice<'_>> {
        choices(&self.urgencies)
    }

    /// Options and chosen values of each list, for [`view`](Self::view) to borrow.
    pub fn themes(&self) -> [(Vec<Choice<'_>>, Vec<&str>); 3] {
        self.lists
            .each_ref()
            .map(|(field, _, options)| (choices(options), self.answers.all(field).iter().map(String::as_str).collect()))
    }

    pub fn view<'a>(
        &'a self,
        themes: &'a [(Vec<Choice<'a>>, Vec<&'a str>); 3],
        areas: &'a [Choice<'a>],
        urgencies: &'a [Choice<'a>],
        errors: &'a [FieldError<'a>],
    ) -> desk::DescriptionForm<'a> {
        let list = |at: usize| {
            let ((field, legend, _), (options, chosen)) = (&self.lists[at], &themes[at]);
            desk::Themes { field, legend, options, chosen }
        };
        desk::DescriptionForm {
            text: self.answers.first("omschrijving"),
            themes: [list(0), list(1), list(2)],
            areas,
            area: self.answers.first("gebied"),
            urgencies,
            urgency: self.answers.first("urgentie"),
            errors,
        }
    }
}

fn choices<'a>(values: &'a [(String, &'static str)]) -> Vec<Choice<'a>> {
    values.iter().map(|(value, label)| Choice { value, label, hint: None }).collect()
}

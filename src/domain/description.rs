//! The AOV's worked-up description ("opwerken"): the signal in words that do not betray the reporter, and what it is sorted
//! by: themes, vulnerable process, area, urgency.

use crate::choices::{self, Breach, Choice, Phenomenon, VulnerableProcess};
use crate::field::{self, FieldErrors, STORY};
use crate::report::{Answers, Report};
use crate::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// How long a signal can wait for the meeting, before criterion h of article 7 lid 1 is weighed there.
    Urgency {
        Spoed => "kan niet wachten op het overleg",
        Eerstvolgend => "eerstvolgende overleg",
        Later => "heeft geen haast",
    }
}

impl Choice for Urgency {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// The first item of the case key: what LIO members read instead of the reporter's own words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Description {
    pub omschrijving: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verschijningsvorm: Vec<Phenomenon>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schending: Vec<Breach>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kwetsbaar_proces: Vec<VulnerableProcess>,
    /// An area of the municipality, as the configuration named it then; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gebied: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgentie: Option<Urgency>,
}

field::redacted!(Description);

/// The fields of the form, in its order.
pub const FIELDS: [&str; 6] =
    ["omschrijving", "verschijningsvorm", "schending", "kwetsbaar_proces", "gebied", "urgentie"];

impl Description {
    /// Reads the fields of [`FIELDS`]. Required: `omschrijving` (100,000 characters). `gebied` is one of `areas`, or what it
    /// was `before`: an area that the configuration dropped since stays what it was.
    ///
    /// # Errors
    /// Every field that is empty, too long or unreadable, or holds a value outside its list.
    pub fn parse(answers: &Answers, areas: &[String], before: Option<&Self>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let missing = "Schrijf in uw eigen woorden wat het signaal zegt. Laat weg wat de melder kan verraden.";
        let omschrijving = field::required(e, "omschrijving", answers.first("omschrijving"), STORY, missing);
        let verschijningsvorm = choices::many(e, "verschijningsvorm", answers.all("verschijningsvorm"));
        let schending = choices::many(e, "schending", answers.all("schending"));
        let kwetsbaar_proces = choices::many(e, "kwetsbaar_proces", answers.all("kwetsbaar_proces"));
        let gebied = answers.first("gebied").trim().to_owned();
        let known = gebied.is_empty() || areas.contains(&gebied) || before.is_some_and(|b| b.gebied == gebied);
        if !known {
            e.push("gebied", choices::UNKNOWN);
        }
        let urgentie = choices::one(e, "urgentie", answers.all("urgentie"));
        errors.or(Some(Self { omschrijving, verschijningsvorm, schending, kwetsbaar_proces, gebied, urgentie }))
    }

    /// As the form holds it.
    pub fn answers(&self) -> Answers {
        let mut answers = themes(&self.verschijningsvorm, &self.schending, &self.kwetsbaar_proces);
        answers.push("omschrijving", self.omschrijving.as_str());
        answers.push("gebied", self.gebied.as_str());
        if let Some(urgency) = self.urgentie {
            answers.push("urgentie", urgency.value());
        }
        answers
    }

    /// What a first version begins with: the themes that the reporter chose, and none of his words.
    pub fn begun(report: &Report) -> Answers {
        themes(&report.verschijningsvorm, &report.schending, &report.kwetsbaar_proces)
    }

    /// The exact terms it is sorted by.
    pub fn themes(&self) -> impl Iterator<Item = &'static str> {
        choices::themes(&self.verschijningsvorm, &self.schending, &self.kwetsbaar_proces)
    }
}

fn themes(phenomena: &[Phenomenon], breaches: &[Breach], processes: &[VulnerableProcess]) -> Answers {
    let mut answers = Answers::default();
    phenomena.iter().for_each(|theme| answers.push("verschijningsvorm", theme.value()));
    breaches.iter().for_each(|theme| answers.push("schending", theme.value()));
    processes.iter().for_each(|theme| answers.push("kwetsbaar_proces", theme.value()));
    answers
}

//! The report: what a reporter filled in, first as typed ([`Answers`]), then as parsed ([`Report`]), without its files.

use crate::RouteName;
use crate::attachment::Attachment;
use crate::choices::{self, Breach, Choice, Influence, Knowers, Phenomenon, SignalType, VulnerableProcess};
use crate::field::{self, FieldErrors, STORY, Sentence, TEXT};
use crate::readers::Wishes;
use crate::registration::Registration;
use crate::subject::{Routing, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every field of the form that a [`Report`] is read from, in its order. Others are ignored.
pub const FIELDS: &[&str] = &[
    "over_wie",
    "in_seniorenconvent",
    "niet_lezen",
    "soort",
    "verschijningsvorm",
    "schending",
    "kwetsbaar_proces",
    "wat",
    "wie",
    "waar",
    "wanneer",
    "hoe_weet_u_dit",
    "eerder_gemeld",
    "direct_gevaar",
    "beinvloeding",
    "hoeveel_weten_dit",
    "eerst_overleggen",
    "vragen_mag",
    "ook_over",
];

/// What the form holds, exactly as typed: of each field its values in order. Travels between the report's pages.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Vec<String>>);

field::redacted!(Answers, Report);

impl Answers {
    pub fn push(&mut self, field: impl Into<String>, value: impl Into<String>) {
        self.0.entry(field.into()).or_default().push(value.into());
    }

    /// Forgets a field: the check page's answers, for one, when the story changes.
    pub fn remove(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// All values of a field; empty if it is absent.
    pub fn all(&self, field: &str) -> &[String] {
        self.0.get(field).map_or(&[], Vec::as_slice)
    }

    /// The first value of a field; empty if it is absent.
    pub fn first(&self, field: &str) -> &str {
        self.all(field).first().map_or("", String::as_str)
    }

    /// Whether a choice is among the values of a field.
    pub fn has(&self, field: &str, choice: impl Choice) -> bool {
        let value = choice.value();
        self.all(field).iter().any(|typed| typed.trim().to_lowercase() == value)
    }

    /// Every field with a value, one pair for each value, fields in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(field, values)| values.iter().map(|value| (field.as_str(), value.as_str())))
    }
}

impl<F: Into<String>, V: Into<String>> FromIterator<(F, V)> for Answers {
    fn from_iter<I: IntoIterator<Item = (F, V)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (field, value) in pairs {
            answers.push(field, value);
        }
        answers
    }
}

/// A report that can be sealed. As JSON it is flat, with the form's field names in this fixed order and without what is
/// empty, so that equal reports are equal bytes: their hash tells a form sent twice from a changed one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Report {
    /// Never empty; each subject once, in the order of the form. Holds what `ook_over` added.
    pub over_wie: Vec<Subject>,
    #[serde(flatten)]
    pub readers: Wishes,
    pub soort: SignalType,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verschijningsvorm: Vec<Phenomenon>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schending: Vec<Breach>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kwetsbaar_proces: Vec<VulnerableProcess>,
    /// Never empty; at most 100,000 characters. The other texts: at most 10,000.
    pub wat: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wie: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub waar: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wanneer: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hoe_weet_u_dit: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub eerder_gemeld: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_gevaar: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beinvloeding: Vec<Influence>,
    /// Of [`Knowers`], as the form offers; other words are kept as they came.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hoeveel_weten_dit: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eerst_overleggen: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vragen_mag: Option<bool>,
    /// Whether `ook_over` was answered; of the form, not of the report.
    #[serde(skip)]
    also_answered: bool,
}

/// What is sealed as the report: it, and what is enclosed with it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    #[serde(flatten)]
    pub report: Report,
    /// The envelope for a name as base64: every report has one, of one size, and mostly nothing is in it.
    #[serde(default)]
    pub envelop: String,
    /// The files that came with it, in the order in which they were chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bestanden: Vec<Attachment>,
    /// Only of a signal that was written down at the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ingevoerd: Option<Registration>,
}

field::redacted!(Enclosed);

/// The error at `ook_over` while [`Report::asks_also`] is not empty.
pub const ALSO_MISSING: Sentence = Sentence::key("fault-also-missing");

/// Reads the first page: `over_wie` only.
///
/// # Errors
/// Nobody chosen, or a value outside the list.
pub fn parse_over(answers: &Answers) -> Result<Vec<Subject>, FieldErrors> {
    let mut errors = FieldErrors::default();
    let over = read_over(&mut errors, answers);
    errors.or(Some(over))
}

fn read_over(errors: &mut FieldErrors, answers: &Answers) -> Vec<Subject> {
    let over = choices::many(errors, "over_wie", answers.all("over_wie"));
    if over.is_empty() && errors.for_field("over_wie").is_none() {
        errors.push("over_wie", Sentence::key("fault-over-missing"));
    }
    over
}

/// Reads the check page's `ook_over`: subjects, or `nee`. `None` if it was not answered.
fn read_also(errors: &mut FieldErrors, answers: &Answers) -> Option<Vec<Subject>> {
    let typed = || answers.all("ook_over").iter().map(|value| value.trim()).filter(|value| !value.is_empty());
    let no = typed().any(|value| value == "nee");
    let subjects: Vec<&str> = typed().filter(|value| *value != "nee").collect();
    if no && !subjects.is_empty() {
        errors.push("ook_over", Sentence::key("fault-also-both"));
    }
    let also = choices::many(errors, "ook_over", &subjects);
    (no || !also.is_empty()).then_some(also)
}

impl Report {
    /// The exact terms that the reporter chose by everyday words.
    pub fn themes(&self) -> impl Iterator<Item = &'static str> {
        choices::themes(&self.verschijningsvorm, &self.schending, &self.kwetsbaar_proces)
    }

    /// Reads the fields of [`FIELDS`]. Required: `over_wie`, `soort`, `wat`.
    ///
    /// # Errors
    /// Every field that is missing, too long, unreadable, or holds a value outside its list.
    pub fn parse(answers: &Answers) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let e = &mut errors;
        let mut over_wie = read_over(e, answers);
        let readers = Wishes::read(e, answers, &over_wie);
        let no_type = Sentence::key("fault-kind-missing");
        let soort = choices::one_required(e, "soort", answers.all("soort"), no_type);
        let verschijningsvorm = choices::many(e, "verschijningsvorm", answers.all("verschijningsvorm"));
        let schending = choices::many(e, "schending", answers.all("schending"));
        let kwetsbaar_proces = choices::many(e, "kwetsbaar_proces", answers.all("kwetsbaar_proces"));
        let no_story = Sentence::key("fault-story-missing");
        let wat = field::required(e, "wat", answers.first("wat"), STORY, no_story);
        let text = |e: &mut FieldErrors, field| field::text(e, field, answers.first(field), TEXT);
        let wie = text(e, "wie");
        let waar = text(e, "waar");
        let wanneer = text(e, "wanneer");
        let hoe_weet_u_dit = text(e, "hoe_weet_u_dit");
        let eerder_gemeld = text(e, "eerder_gemeld");
        let direct_gevaar = choices::yes_no(e, "direct_gevaar", answers.all("direct_gevaar"));
        let beinvloeding = choices::many(e, "beinvloeding", answers.all("beinvloeding"));
        let hoeveel_weten_dit = text(e, "hoeveel_weten_dit");
        let eerst_overleggen = choices::yes_no(e, "eerst_overleggen", answers.all("eerst_overleggen"));
        let vragen_mag = choices::yes_no(e, "vragen_mag", answers.all("vragen_mag"));
        let also = read_also(e, answers);
        let also_answered = also.is_some();
        over_wie.extend(also.into_iter().flatten());
        over_wie.sort_unstable();
        over_wie.dedup();
        errors.or(soort.map(|soort| Self {
            over_wie,
            readers,
            soort,
            verschijningsvorm,
            schending,
            kwetsbaar_proces,
            wat,
            wie,
            waar,
            wanneer,
            hoe_weet_u_dit,
            eerder_gemeld,
            direct_gevaar,
            beinvloeding,
            hoeveel_weten_dit,
            eerst_overleggen,
            vragen_mag,
            also_answered,
        }))
    }

    /// Whom the check page must ask about before the report may be sent to `chosen`: office holders whom the text
    /// names, who were not chosen, and whose signals go elsewhere. Empty once `ook_over` was answered.
    ///
    /// The answer belongs to this text: a page that lets the story be changed drops `ook_over` from the answers.
    pub fn asks_also(&self, routing: &Routing, chosen: RouteName) -> Vec<Subject> {
        if self.also_answered {
            return Vec::new();
        }
        routing.named_elsewhere(&self.text(), &self.over_wie, chosen)
    }

    /// How many know it, where that was said.
    pub fn knowers(&self) -> Option<&str> {
        let said = self.hoeveel_weten_dit.as_str();
        (!said.is_empty() && said != Knowers::LieverNiet.label()).then_some(said)
    }

    /// Whether the reporter said both how many know it and that nobody need ask him first: only then may others be told
    /// without asking him.
    pub fn others_may_know(&self) -> bool {
        self.eerst_overleggen == Some(false) && self.knowers().is_some()
    }

    /// What the reporter wrote, field by field, in the order of the form.
    pub fn texts(&self) -> [(&'static str, &str); 7] {
        [
            ("wat", &self.wat),
            ("wie", &self.wie),
            ("waar", &self.waar),
            ("wanneer", &self.wanneer),
            ("hoe_weet_u_dit", &self.hoe_weet_u_dit),
            ("eerder_gemeld", &self.eerder_gemeld),
            ("hoeveel_weten_dit", &self.hoeveel_weten_dit),
        ]
    }

    /// All of it, a field a paragraph: for looking through, not for storing.
    pub fn text(&self) -> String {
        self.texts().map(|(_, text)| text).join("\n\n")
    }
}

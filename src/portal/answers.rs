//! What a report's form holds, from the wire to the pages and back into hidden fields.

use domain::{
    Answers, Report, Routing,
    report::{FIELDS, parse_over},
};
use mailbox::Nonce;
use web::Form;

/// Fields of the first page.
pub const OVER: &[&str] = &["over_wie"];

/// Fields of the second page as it stands today. What else a report may hold travels along.
pub const STORY: &[&str] =
    &["soort", "wat", "wie", "waar", "wanneer", "hoe_weet_u_dit", "eerder_gemeld", "direct_gevaar", "vragen_mag"];

/// Field of the check page.
pub const CHECK: &[&str] = &["ook_over"];

/// A posted form of the report.
#[derive(Clone)]
pub struct Posted {
    pub answers: Answers,
    /// Carried from the first page that made one; tells a form that is sent twice.
    pub nonce: Nonce,
    /// Whether somebody asked to go back to the page he posted to.
    pub back: bool,
    /// Whether the answer to the check page's question just moved this report to another route.
    pub moved: bool,
    /// The files that go along, sealed: see [`attachments::basket`].
    pub files: String,
}

impl Posted {
    pub fn decode(body: &[u8]) -> Self {
        Self::of(&Form::decode(body))
    }

    pub fn of(form: &Form) -> Self {
        let fields = form.fields().iter().filter(|(name, _)| FIELDS.iter().any(|field| field == name));
        Self {
            answers: fields.map(|(name, value)| (name.clone(), value.clone())).collect(),
            nonce: Nonce::parse(form.get("nonce")).unwrap_or_else(|| Nonce::random(&mut rand::rng())),
            back: form.get("terug") == "ja",
            moved: false,
            files: form.get("bestanden").to_owned(),
        }
    }

    /// The same form with the answer to "is it also about ...?" made part of whom it is about, if that moves it to
    /// another route: then the reporter sees who will read it before anything is sent.
    pub fn following_answer(&self, report: &Report, routing: &Routing) -> Option<Self> {
        let before = parse_over(&self.answers).ok().and_then(|over| routing.route_for(&over));
        if before == routing.route_for(&report.over_wie) {
            return None;
        }
        let mut answers = self.answers.clone();
        answers.remove("ook_over");
        answers.remove("over_wie");
        for subject in &report.over_wie {
            answers.push("over_wie", subject.label());
        }
        // Of the others that the text names he said no by not choosing them: not asked again, but still to be changed.
        answers.push("ook_over", "nee");
        Some(Self { answers, nonce: self.nonce.clone(), back: false, moved: true, files: self.files.clone() })
    }

    /// The same form under a new nonce: sent as if for the first time.
    pub fn as_new(self) -> Self {
        Self { nonce: Nonce::random(&mut rand::rng()), ..self }
    }

    /// Hidden fields of a page: everything that the page does not ask itself, and the nonce.
    pub fn hidden(&self, asked: &[&str]) -> Vec<(String, String)> {
        let carried = self.answers.iter().filter(|(name, value)| !asked.contains(name) && !value.is_empty());
        let mut hidden: Vec<_> = carried.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        if !self.files.is_empty() {
            hidden.push(("bestanden".to_owned(), self.files.clone()));
        }
        hidden.push(("nonce".to_owned(), self.nonce.text()));
        hidden
    }
}

/// Pairs as views take them.
pub fn borrowed(hidden: &[(String, String)]) -> Vec<(&str, &str)> {
    hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

//! What a report's form holds, from the wire to the pages and back into hidden fields.

use attachments::Basket;
use domain::{
    Answers, Contact, FieldErrors, NoReader, Report, RouteName, Subject, Wishes,
    contact::CONTACT_FIELDS,
    field::Sentence,
    report::{FIELDS, parse_over},
};
use mailbox::Nonce;
use seal::Routes;
use web::Form;

/// Fields of the first page.
pub const OVER: &[&str] = &["over_wie"];

/// Fields of the second page.
pub const STORY: &[&str] = &[
    "in_seniorenconvent",
    "niet_lezen",
    "soort",
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
    "naam",
    "bereikbaar",
];

/// Fields of the page of the words, beside the second.
pub const WORDS: &[&str] = &["verschijningsvorm", "schending", "kwetsbaar_proces"];

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
    /// Who would read it, as a page last told the reporter.
    pub shown: Option<RouteName>,
    /// Whether the page about danger was seen: it comes once.
    pub danger_seen: bool,
    /// Whether the files chosen now go along as they came, too. Asked with every choice, and carried nowhere.
    pub original: bool,
    /// The files that go along, as the form carries them: see [`attachments::basket`].
    pub files: String,
    /// The same, opened: see [`crate::files::opened`].
    pub basket: Option<Basket>,
    /// What only the desk itself can write: see [`crate::canary`]. Empty in everybody else's form.
    pub mark: String,
}

impl Posted {
    pub fn decode(body: &[u8]) -> Self {
        Self::of(Form::decode(body).fields())
    }

    /// From fields in the order in which they came, whatever form carried them. Those that are not ours are left out.
    pub fn of(fields: &[(String, String)]) -> Self {
        let first = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
        let ours = |name: &str| FIELDS.contains(&name) || CONTACT_FIELDS.contains(&name);
        Self {
            answers: fields.iter().filter(|(name, _)| ours(name)).cloned().collect(),
            nonce: Nonce::parse(first("nonce")).unwrap_or_else(|| Nonce::random(&mut rand::rng())),
            back: first("terug") == "ja",
            shown: first("lezer").parse().ok(),
            danger_seen: first("gevaar_gezien") == "ja",
            original: first("origineel") == "ja",
            files: first("bestanden").to_owned(),
            basket: None,
            mark: first(crate::canary::FIELD).to_owned(),
        }
    }

    /// The same form with the answer to "is it also about ...?" made part of whom it is about: for once that moves it
    /// to another route.
    pub fn following_answer(self, report: &Report) -> Self {
        let mut answers = self.answers;
        let answered = !answers.first("ook_over").is_empty();
        answers.remove("ook_over");
        answers.remove("over_wie");
        for subject in &report.over_wie {
            answers.push("over_wie", subject.label());
        }
        if answered {
            // Of the others that the text names he said no by not choosing them: not asked again, but still to be
            // changed.
            answers.push("ook_over", "nee");
        }
        Self { answers, ..self }
    }

    /// The same form under a new nonce: sent as if for the first time.
    pub fn as_new(self) -> Self {
        Self { nonce: Nonce::random(&mut rand::rng()), ..self }
    }

    /// Hidden fields of a page: everything that the page does not ask itself, and what is not an answer.
    pub fn hidden(&self, asked: &[&str]) -> Vec<(String, String)> {
        let carried = self.answers.iter().filter(|(name, value)| !asked.contains(name) && !value.is_empty());
        let mut hidden: Vec<_> = carried.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        if !self.files.is_empty() {
            hidden.push(("bestanden".to_owned(), self.files.clone()));
        }
        hidden.push(("nonce".to_owned(), self.nonce.text()));
        hidden.extend(self.shown.map(|route| ("lezer".to_owned(), route.label().to_owned())));
        if !self.mark.is_empty() {
            hidden.push((crate::canary::FIELD.to_owned(), self.mark.clone()));
        }
        hidden.extend(self.danger_seen.then(|| ("gevaar_gezien".to_owned(), "ja".to_owned())));
        hidden
    }
}

/// A form that can be sent: all of it parsed, and a route that may read it and has a key.
pub struct Filled {
    pub report: Report,
    pub contact: Contact,
    pub route: RouteName,
}

impl Filled {
    /// Reads everything.
    ///
    /// # Errors
    /// Every field that is missing or wrong. Who may read it is decided last.
    pub fn parse(answers: &Answers, routes: &Routes) -> Result<Self, FieldErrors> {
        let (report, contact) = match (Report::parse(answers), contact(answers, routes)) {
            (Ok(report), Ok(contact)) => (report, contact),
            (report, contact) => {
                let errors = [report.err(), contact.err()];
                return Err(errors.into_iter().flatten().flat_map(FieldErrors::into_iter).collect());
            }
        };
        let route = reader(&report.over_wie, &report.readers, routes)?;
        Ok(Self { report, contact, route })
    }
}

/// A name that cannot be put into an envelope is not lost in silence.
fn contact(answers: &Answers, routes: &Routes) -> Result<Contact, FieldErrors> {
    let contact = Contact::parse(answers)?;
    let mut errors = FieldErrors::default();
    if routes.key(RouteName::Bewaarder).is_none() {
        for (field, value) in [("naam", &contact.naam), ("bereikbaar", &contact.bereikbaar)] {
            if !value.is_empty() {
                errors.push(field, Sentence::key("fault-name-not-yet"));
            }
        }
    }
    errors.or(Some(contact))
}

/// The route of the answers so far: whom it is about, and what the reporter wishes of his readers.
pub fn reader_so_far(answers: &Answers, routes: &Routes) -> Result<RouteName, FieldErrors> {
    let over = parse_over(answers)?;
    reader(&over, &Wishes::of(answers, &over), routes)
}

/// The route that may read it, or at which field to say why there is none.
fn reader(over: &[Subject], wishes: &Wishes, routes: &Routes) -> Result<RouteName, FieldErrors> {
    routes.routing().choose(over, wishes, |route| routes.key(route).is_some()).map_err(|none| {
        let (field, key) = match none {
            NoReader::NoSubject => ("over_wie", "fault-over-missing"),
            NoReader::NotYet(_) => ("over_wie", "fault-over-unreachable"),
            NoReader::NobodyLeft if !wishes.niet_lezen.is_empty() => ("niet_lezen", "fault-readers-none"),
            NoReader::NobodyLeft if wishes.in_seniorenconvent.is_some() => ("in_seniorenconvent", "fault-convent-none"),
            NoReader::NobodyLeft => ("over_wie", "fault-over-none-left"),
        };
        let mut errors = FieldErrors::default();
        errors.push(field, Sentence::key(key));
        errors
    })
}

/// Pairs as views take them.
pub fn borrowed(hidden: &[(String, String)]) -> Vec<(&str, &str)> {
    hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

//! What a form carries of its files between upload and sending: nothing about them stands in a row, so that nobody who
//! reads the database sees that somebody is writing. It travels sealed under the hour's secret (see [`mailbox`]), so that
//! only what was really uploaded with this form can be sent with it.

use std::collections::BTreeSet;

use data_encoding::BASE64URL_NOPAD;
use domain::Attachment;
use mailbox::{HourSecret, carried};
use rand::Rng;
use serde::{Deserialize, Serialize};

/// A sealed file that was not sent yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub attachment: Attachment,
    /// Bytes of the sealed file.
    pub size: u64,
    /// SHA-256 of the file as it was chosen, in hexadecimal.
    pub source: String,
    /// Whether it waits for its sender to say that it may go along uncleaned.
    pub asked: bool,
}

/// The files of one form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket {
    /// The key they are sealed to: `age1...`.
    pub to: String,
    /// The private half of an intake key made for them, wrapped to its route, in base64; empty where `to` is not new.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wrap: String,
    /// The route they are sealed for; empty for a mailbox.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub route: String,
    /// The form of a report that they belong to: two reports never send one basket.
    pub form: String,
    /// When the first of them was sealed: minutes since the Unix epoch.
    pub since: i64,
    /// When their sender last took a step: the same.
    pub renewed: i64,
    pub files: Vec<Held>,
}

/// Minutes that files wait for their sender's next step, which starts them anew (WCAG 2.2.1): well within their life on the
/// shelf, so that no sweep takes away what is being sent.
pub const LIFE_MINUTES: i64 = 45;

/// Minutes after which files must be chosen again, whatever steps were taken: who never sends does not hold room for good.
pub const LONGEST_MINUTES: i64 = 8 * 60;

impl Basket {
    pub fn new(to: String, wrap: String, route: &str, form: &str, since: i64) -> Self {
        Self { to, wrap, route: route.to_owned(), form: form.to_owned(), since, renewed: since, files: Vec::new() }
    }

    /// Starts the time of its files anew.
    pub fn renew(&mut self, minute: i64) {
        self.renewed = minute;
    }

    /// The minute in which its files must be chosen again if their sender takes no step before.
    pub fn until(&self) -> i64 {
        self.renewed.saturating_add(LIFE_MINUTES).min(self.since.saturating_add(LONGEST_MINUTES))
    }

    /// As a hidden field.
    pub fn seal(&self, hour: i64, secret: &HourSecret, randomness: &mut impl Rng) -> Result<String, serde_json::Error> {
        let plain = serde_json::to_vec(self)?;
        Ok(BASE64URL_NOPAD.encode(&carried::seal(&plain, hour, secret, randomness)))
    }

    /// Which hour's secret opens a hidden field.
    pub fn hour(field: &str) -> Option<i64> {
        carried::hour(&BASE64URL_NOPAD.decode(field.as_bytes()).ok()?)
    }

    /// Reads a hidden field; `None` for what is not ours or over its time.
    pub fn open(field: &str, secret: &HourSecret, minute: i64) -> Option<Self> {
        let sealed = BASE64URL_NOPAD.decode(field.as_bytes()).ok()?;
        let basket: Self = serde_json::from_slice(&carried::open(&sealed, secret)?).ok()?;
        (basket.since..basket.until()).contains(&minute).then_some(basket)
    }

    /// Whether a file that was chosen is here already.
    pub fn has(&self, source: &str) -> bool {
        self.files.iter().any(|held| held.source == source)
    }

    /// Chosen files: an original beside its cleaned copy is no other file.
    pub fn count(&self) -> usize {
        self.files.iter().map(|held| &held.source).collect::<BTreeSet<_>>().len()
    }

    /// Bytes of the chosen files.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|held| held.attachment.grootte).sum()
    }

    /// What the sealed item lists. Files that still wait for a yes do not go along.
    pub fn attachments(&self) -> Vec<Attachment> {
        self.files.iter().filter(|held| !held.asked).map(|held| held.attachment.clone()).collect()
    }
}

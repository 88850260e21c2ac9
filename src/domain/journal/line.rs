//! One line of the log, as it is stored and as it is hashed.

use serde::{Deserialize, Serialize};

use super::Entry;

/// A line as a row holds it. All of it is text and numbers as they stand there, and nothing is parsed: what somebody put in
/// their place must be readable too, so that it can be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// From 1, without gaps.
    pub number: i64,
    /// Seconds since the Unix epoch.
    pub at: i64,
    pub action: String,
    pub object: String,
    pub outcome: String,
    pub origin: String,
    /// The id of the account; empty where there is none.
    pub account: String,
    pub actor: String,
    /// The number of the line that said it began; 0 for none.
    pub begun: i64,
    /// Digest of the line before: 64 hexadecimal digits; zeros before the first.
    pub previous: String,
    /// Digest of this line.
    pub digest: String,
}

/// The digest before the first line.
pub const NOTHING_BEFORE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Line {
    /// A line without its digest.
    pub fn of(entry: &Entry, number: i64, at: i64, previous: String) -> Self {
        Self {
            number,
            at,
            action: entry.action.label().to_owned(),
            object: entry.object.clone(),
            outcome: entry.outcome.label().to_owned(),
            origin: entry.origin.clone(),
            account: entry.actor.account(),
            actor: entry.actor.name().to_owned(),
            begun: entry.begun,
            previous,
            digest: String::new(),
        }
    }

    /// What the digest is of: a domain tag, then every field but the digest as a netstring (its length in bytes in decimal, a
    /// colon, the bytes, a comma), in the order of [`Line`]. Two different lines never have the same bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let (number, at, begun) = (self.number.to_string(), self.at.to_string(), self.begun.to_string());
        let fields: [&str; 10] = [
            &number,
            &at,
            &self.action,
            &self.object,
            &self.outcome,
            &self.origin,
            &self.account,
            &self.actor,
            &begun,
            &self.previous,
        ];
        let mut bytes = b"signaalkluis/1/log\n".to_vec();
        for field in fields {
            bytes.extend_from_slice(format!("{}:{field},", field.len()).as_bytes());
        }
        bytes
    }
}

/// Which lines are asked for. What is empty asks for nothing in particular.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// From this second on, and before that one.
    pub from: Option<i64>,
    pub before: Option<i64>,
    pub actor: String,
    pub object: String,
    pub action: Option<super::Action>,
    pub outcome: Option<super::Outcome>,
}

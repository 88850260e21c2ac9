//! The log of what staff did and read: its words, and one line of it (BIO2 8.15.01: action, object, result, origin, actor,
//! time). How lines hang together is `seal::journal`.
//!
//! A line holds nothing of a signal but its kenmerk, and nothing that a reporter did: the portal writes none.

pub mod action;
pub mod line;

pub use action::Action;
pub use line::{Line, Lines};

use crate::{AccountId, vocabulary};

vocabulary!(
    /// What became of something.
    Outcome {
        /// Written before an act, so that none can be done without a line; a line of what became of it follows, unless the
        /// program stopped in between.
        Begun => "begonnen",
        Done => "gedaan",
        /// A form came back, or the person was sent elsewhere; nothing was shown or changed.
        Nothing => "niets gedaan",
        Refused => "geweigerd",
        Failed => "mislukt",
    }
);

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    Account {
        id: AccountId,
        name: String,
    },
    /// Somebody who typed a name that no account has. The name itself is not kept: people type passwords there.
    Unknown,
    /// Somebody with a shell on the server.
    Operator,
    /// The program by itself.
    System,
}

impl Actor {
    /// The name that a line shows.
    pub fn name(&self) -> &str {
        match self {
            Self::Account { name, .. } => name,
            Self::Unknown => "onbekend",
            Self::Operator => "beheerder op de server",
            Self::System => "systeem",
        }
    }

    /// The id of the account; empty where there is none.
    pub fn account(&self) -> String {
        match self {
            Self::Account { id, .. } => id.to_string(),
            Self::Unknown | Self::Operator | Self::System => String::new(),
        }
    }
}

/// Where an operator's command comes from.
pub const COMMAND_LINE: &str = "opdrachtregel";
/// Where a line of the program's own comes from.
pub const PROGRAM: &str = "programma";

/// Something to write down, before it has its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub action: Action,
    /// A kenmerk, the name of an account or a route, or a day; of who was let in with the recovery key his name and the names of
    /// the two who did it; empty where it is about none.
    pub object: String,
    pub outcome: Outcome,
    /// An address of the network inside, [`COMMAND_LINE`] or [`PROGRAM`].
    pub origin: String,
    pub actor: Actor,
    /// The number of the line that said it began; 0 for none.
    pub begun: i64,
}

impl Entry {
    /// Something that an operator's command did.
    pub fn by_operator<T: Into<String>>(action: Action, object: T, outcome: Outcome) -> Self {
        let (object, origin) = (object.into(), COMMAND_LINE.to_owned());
        Self { action, object, outcome, origin, actor: Actor::Operator, begun: 0 }
    }

    /// Of what the program does by itself.
    pub fn by_program<T: Into<String>>(action: Action, object: T, outcome: Outcome) -> Self {
        let (object, origin) = (object.into(), PROGRAM.to_owned());
        Self { action, object, outcome, origin, actor: Actor::System, begun: 0 }
    }

    /// The line that there is of every day.
    pub fn day(day: chrono::NaiveDate) -> Self {
        Self::by_program(Action::Day, day.to_string(), Outcome::Done)
    }
}

/// Functions whose holder may read the log, and nothing else by that.
pub const AUDITORS: [&str; 3] = ["Auditor", "FG", "Functionaris gegevensbescherming"];

/// Whether a function is one of [`AUDITORS`], however it is capitalised.
pub fn is_auditor(function: &str) -> bool {
    AUDITORS.iter().any(|auditor| auditor.to_lowercase() == function.trim().to_lowercase())
}

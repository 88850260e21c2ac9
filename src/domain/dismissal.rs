//! Why somebody's account was ended: a choice and no text, for it stands in the log.

use crate::{choices::Choice, vocabulary};

vocabulary! {
    /// The reasons.
    Dismissal {
        Left => "werkt hier niet meer",
        Moved => "heeft ander werk gekregen",
        Compromised => "wachtwoord of telefoon in verkeerde handen",
        Mistake => "account is een vergissing",
    }
}

impl Choice for Dismissal {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

/// What an account that administers the installation is called.
const ADMINISTRATOR: &str = "beheerder";

/// Whether a function is that of the administrator. It gives no access to any signal; only names, and the end of an account.
pub fn is_administrator(function: &str) -> bool {
    function.trim().to_lowercase() == ADMINISTRATOR
}

//! What becomes of a mail to somebody of the desk, and in which rhythm he is mailed.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::vocabulary;

vocabulary! {
    /// How far a mail is. It goes from waiting to being tried to under way; from there it is delivered, or nobody knows.
    MailState {
        Waiting => "wacht",
        /// A desk is talking with the mail server: surely not delivered yet.
        Trying => "bezig",
        /// Its bytes may be on the line: perhaps delivered.
        UnderWay => "onderweg",
        Delivered => "bezorgd",
        /// It was under way when something broke. Never sent again: nobody gets a mail twice.
        Unknown => "onzeker",
        /// The mail server does not take it, and never will.
        Refused => "geweigerd",
        /// It was tried until it was too old.
        GivenUp => "opgegeven",
    }
}

vocabulary! {
    /// Why a mail has to wait, as the desk and `check` say it. Never a server's own words: those can hold anything.
    Why {
        Unreachable => "de mailserver is niet te bereiken",
        Slow => "de mailserver antwoordt te traag",
        Busy => "de mailserver neemt nu geen mail aan",
        Certificate => "het certificaat van de mailserver klopt niet",
        Unprotected => "de mailserver biedt geen beveiligde verbinding of geen inlog die wij kennen",
        Stranger => "de mailserver laat ons niet binnen: gebruiker of wachtwoord klopt niet",
        Folder => "de map voor mail is niet te beschrijven",
    }
}

impl MailState {
    /// For the operator's commands.
    pub const fn in_english(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Trying | Self::UnderWay => "busy",
            Self::Delivered => "delivered",
            Self::Unknown => "uncertain",
            Self::Refused => "refused",
            Self::GivenUp => "given up",
        }
    }
}

impl Why {
    /// For the operator's commands.
    pub const fn in_english(self) -> &'static str {
        match self {
            Self::Unreachable => "the mail server cannot be reached",
            Self::Slow => "the mail server answers too slowly",
            Self::Busy => "the mail server takes no mail now",
            Self::Certificate => "the certificate of the mail server is not right: see mail.host and mail.authority",
            Self::Unprotected => "the mail server offers no protected line, or no way to log in that we know",
            Self::Stranger => "the mail server does not let us in: see mail.user and mail.password",
            Self::Folder => "mail.folder cannot be written to",
        }
    }

    /// Whether it is so of every mail, whoever it is to.
    pub const fn is_of_everybody(self) -> bool {
        !matches!(self, Self::Busy)
    }
}

/// How often somebody gets the mail that says: look in the vault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Members of a route, also at the weekend: a day without would tell that there is nobody.
    Daily,
    /// Everybody else, on Mondays.
    Weekly,
}

impl Rhythm {
    pub fn falls_on(self, day: NaiveDate) -> bool {
        self == Self::Daily || day.weekday() == Weekday::Mon
    }
}

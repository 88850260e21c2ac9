//! The canary: a report that the desk sends itself through the portal's public address, once a day, on a route of its own.
//! Where it does not come through, the first page says which link broke.

use chrono::NaiveDate;

use crate::vocabulary;

vocabulary! {
    /// A link of the way from a reporter's browser to the desk and back, in the order in which the canary tries them.
    Link {
        /// The desk's canary key is the one in its configuration.
        Key => "sleutel",
        /// The public address answers, over TLS where it says so.
        Reach => "bereik",
        /// What comes between leaves the answers alone: no cookie of its own, no copy kept, no header lost.
        Headers => "koppen",
        /// The pages are those of the report.
        Pages => "pagina's",
        /// The portal knows the desk's canary key.
        Recognition => "herkenning",
        /// What was sent is in the vault.
        Arrival => "aankomst",
        /// The desk opens it.
        Opening => "opening",
        /// The desk's answer is in the vault.
        Answer => "antwoord",
        /// Ten words open the mailbox, and the answer is in it.
        Pickup => "ophalen",
        /// Portals seal to the keys that the members of each real route have.
        Recipients => "ontvangers",
        /// Nothing is left of it.
        Removal => "opruimen",
    }
}

impl Link {
    /// What is wrong, and for whom, as one sentence.
    pub const fn said(self) -> &'static str {
        match self {
            Self::Key => "De sleutel van de kanarie is een andere dan in de configuratie van de kluis.",
            Self::Reach => "Het meldpunt is niet te bereiken op zijn eigen adres. Melders kunnen nu niets sturen.",
            Self::Headers => {
                "Iets tussen melder en meldpunt verandert de antwoorden: het zet een cookie, bewaart pagina's of haalt beveiliging weg."
            }
            Self::Pages => {
                "De pagina's van het meldpunt zijn anders dan zij horen te zijn. Melders komen er misschien niet door."
            }
            Self::Recognition => {
                "Het meldpunt kent de sleutel van de kluis niet: hun sleutels verschillen. Er is niets verstuurd."
            }
            Self::Arrival => "De melding kwam niet aan: het meldpunt nam haar aan, en zij staat niet in de kluis.",
            Self::Opening => "De kluis kan de melding niet openen: het meldpunt verzegelt voor een andere sleutel.",
            Self::Answer => "De kluis kan een melder niet antwoorden.",
            Self::Pickup => "Het antwoord kwam niet aan: een melder kan het met zijn tien woorden niet lezen.",
            Self::Recipients => {
                "Een meldpunt verzegelt echte signalen voor een andere sleutel dan de leden hebben, of zegt niet waarvoor."
            }
            Self::Removal => "De proefmelding kon niet worden opgeruimd.",
        }
    }
}

/// How the canary fares, as far as the last attempts tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fares {
    /// It came through today or yesterday, or was never tried yet.
    Well,
    /// It fails since this day.
    Broken { since: NaiveDate, link: Link },
    /// Nobody tried it: the last time it came through was this day.
    Silent { last: NaiveDate },
}

impl Fares {
    /// From what is kept of it: the last day on which it came through, and since when it fails, at which link.
    pub fn of(succeeded_on: Option<NaiveDate>, failing: Option<(NaiveDate, Link)>, today: NaiveDate) -> Self {
        match (failing, succeeded_on) {
            (Some((since, link)), _) => Self::Broken { since, link },
            (None, Some(last)) if (today - last).num_days() > 1 => Self::Silent { last },
            (None, _) => Self::Well,
        }
    }
}

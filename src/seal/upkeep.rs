//! What a member says of his route as a whole, signed by the route's key and then by his own: that he looked through who may
//! open what, who replaces whom, and who outside the line hears of late terms. One chain a route. It stands in the clear but for the answers, which are sealed to the
//! route: an auditor without a key sees that somebody looked, and when.

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use serde::{Deserialize, Serialize};

use crate::{Digest, Lineage, Signed, StatementError, Verified, VerifyKey, key::role, statement::Statement};

/// One act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Upkeep {
    pub v: u8,
    pub route: RouteName,
    /// From 1, without gaps.
    pub number: u32,
    /// SHA-256 of the statement before this one, signatures included; null at number 1.
    pub previous: Option<Digest>,
    /// The member who did it, and the name that he had by then.
    pub by: VerifyKey<role::Author>,
    #[serde(rename = "naam")]
    pub name: String,
    #[serde(rename = "op")]
    pub on: NaiveDate,
    #[serde(rename = "daad")]
    pub act: Act,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Act {
    /// He looked through who may open what, and answered for everybody.
    #[serde(rename = "nagelopen")]
    Reviewed {
        /// SHA-256 of what he was shown.
        #[serde(rename = "getoond")]
        listed: Digest,
        /// SHA-256 of the sealed file with his answers.
        #[serde(rename = "antwoorden")]
        answers: Digest,
    },
    /// He said who takes over when whoever usually handles signals is not there.
    #[serde(rename = "vervanger")]
    Replacement {
        account: AccountId,
        #[serde(rename = "wie")]
        name: String,
    },
    /// He said who outside the line hears that terms are late: the second where the first may not. Empty: nobody.
    #[serde(rename = "buiten_de_lijn")]
    Outside {
        #[serde(rename = "wie")]
        people: Vec<Outsider>,
    },
}

/// Somebody outside the line, with the name that the route knows him by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outsider {
    pub account: AccountId,
    #[serde(rename = "naam")]
    pub name: String,
}

impl Statement for Upkeep {
    const TYPE: &'static str = "upkeep";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks both signatures, and that it is for this route and place. Whether its member is one still, and what it follows,
/// is the reader's to check; which of the route's keys signed it, the number says.
///
/// # Errors
/// It is not signed so, or belongs elsewhere.
pub fn verify(
    text: &str,
    route: RouteName,
    number: u32,
    keys: &Lineage,
) -> Result<(u32, Verified<Upkeep>), StatementError> {
    let signed = Signed::<Upkeep>::parse(text.to_owned());
    let by = signed.claims()?.by;
    let (key, upkeep) = keys.check(&signed, &[&by])?;
    if upkeep.route == route && upkeep.number == number { Ok((key, upkeep)) } else { Err(StatementError::Malformed) }
}

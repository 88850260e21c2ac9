//! Grants: a member lets a person into a route.

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use serde::{Deserialize, Serialize};

use crate::{Halves, Signed, StatementError, Verified, VerifyKey, key::role, statement::Statement};

/// Says that a person may hold a route's key. Signed by the route key (which only members can use) and then by the
/// member himself, so that it is known who let whom in. The names stand in it because what is shown must come from what
/// is signed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    pub v: u8,
    pub route: RouteName,
    pub account: AccountId,
    /// Login name of the account.
    pub name: String,
    /// Function, as colleagues and (for a message's sender) reporters may see it.
    pub function: String,
    pub person: Halves<role::Person>,
    /// The verifying key of the member who granted; the first member's own.
    pub by: VerifyKey<role::Author>,
    pub on: NaiveDate,
}

impl Statement for Grant {
    const TYPE: &'static str = "grant";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks both signatures of a grant, and that it is for this route.
pub fn verify(text: &str, route: RouteName, key: &VerifyKey<role::Route>) -> Result<Verified<Grant>, StatementError> {
    let signed = Signed::<Grant>::parse(text.to_owned());
    let by = signed.claims()?.by;
    let grant = signed.verify(&[&key.author(), &by])?;
    if grant.route == route { Ok(grant) } else { Err(StatementError::Malformed) }
}

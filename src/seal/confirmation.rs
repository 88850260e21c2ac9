//! A second member confirms whom the first let in: only then the newcomer gets the route's key.

use chrono::NaiveDate;
use domain::RouteName;
use serde::{Deserialize, Serialize};

use crate::{Digest, Signed, StatementError, Verified, VerifyKey, key::role, statement::Statement};

/// Says that a second member heard the newcomer's six words himself. Signed by the route key and then by that member. It names
/// one grant by its digest, signatures included, so it confirms no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    pub v: u8,
    pub route: RouteName,
    pub grant: Digest,
    /// The verifying key of the member who confirmed.
    pub by: VerifyKey<role::Author>,
    pub on: NaiveDate,
}

impl Statement for Confirmation {
    const TYPE: &'static str = "confirmation";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks both signatures of a confirmation, and that it is of this grant in this route. Whether who signed is another member
/// than who vouched, its reader decides: he knows the members.
///
/// # Errors
/// It is not signed so, or is of another grant or route.
pub fn verify(
    text: &str,
    route: RouteName,
    key: &VerifyKey<role::Route>,
    grant: Digest,
) -> Result<Verified<Confirmation>, StatementError> {
    let signed = Signed::<Confirmation>::parse(text.to_owned());
    let by = signed.claims()?.by;
    let confirmed = signed.verify(&[&key.author(), &by])?;
    let fits = confirmed.route == route && confirmed.grant == grant && by != key.author();
    if fits { Ok(confirmed) } else { Err(StatementError::Malformed) }
}

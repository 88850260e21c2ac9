//! The recovery key, on paper: what a route's key is sealed to, and who was let in with it.

use chrono::NaiveDate;
use domain::RouteName;
use serde::{Deserialize, Serialize};

use crate::{Digest, Recipient, Signed, StatementError, Verified, VerifyKey, key::role, statement::Statement};

/// Says to which recovery recipient a route's key is sealed. Signed by the route key: who writes the database cannot put
/// another file, or one that opens with nothing, in its place without its being seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedTo {
    pub v: u8,
    pub route: RouteName,
    pub recipient: Recipient<role::Recovery>,
    /// Of the sealed file.
    pub sealed: Digest,
    pub on: NaiveDate,
}

impl Statement for SealedTo {
    const TYPE: &'static str = "recovery-recipient";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks who signed, the route, and that it is of these bytes.
///
/// # Errors
/// It is not signed so, or is of another file or route.
pub fn verify_sealed_to(
    text: &str,
    route: RouteName,
    key: &VerifyKey<role::Route>,
    sealed: &[u8],
) -> Result<Verified<SealedTo>, StatementError> {
    let said = Signed::<SealedTo>::parse(text.to_owned()).verify(&[key])?;
    let fits = said.route == route && said.sealed == Digest::of(sealed);
    if fits { Ok(said) } else { Err(StatementError::Malformed) }
}

/// The record of two people who let somebody in with the recovery key. Signed by the route key, which that key opens: who they
/// are is what they typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recovered {
    pub v: u8,
    pub route: RouteName,
    pub grant: Digest,
    /// Of the route's key, sealed to whom was let in.
    pub sealed: Digest,
    pub by: [String; 2],
    pub on: NaiveDate,
}

impl Statement for Recovered {
    const TYPE: &'static str = "recovery";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks who signed, and that it is of this grant in this route.
///
/// # Errors
/// It is not signed so, or is of another grant or route.
pub fn verify_recovered(
    text: &str,
    route: RouteName,
    key: &VerifyKey<role::Route>,
    grant: Digest,
) -> Result<Verified<Recovered>, StatementError> {
    let record = Signed::<Recovered>::parse(text.to_owned()).verify(&[key])?;
    let fits = record.route == route && record.grant == grant && record.by[0] != record.by[1];
    if fits { Ok(record) } else { Err(StatementError::Malformed) }
}

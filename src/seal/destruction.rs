//! Destroying a signal takes two members. The first writes a statement and signs it with the route's key and his own, the
//! second signs the same line. Who destroys needs no key: the statement stands in the clear, says how far the signal had
//! come when they looked, and is worth nothing once anything was added. It is also the one line that is left.

use chrono::NaiveDate;
use domain::{Kenmerk, RouteName, SignalId};
use serde::{Deserialize, Serialize};

use crate::{
    Lineage, Signed, Signer, StatementError, VERSION, VerifyKey, head::ReachedSides, key::role, statement::Statement,
    succession::line_of,
};

/// What both consented to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destruction {
    pub v: u8,
    pub signal: SignalId,
    pub kenmerk: Kenmerk,
    pub route: RouteName,
    /// The day on which it was closed.
    #[serde(rename = "afgesloten")]
    pub closed_on: NaiveDate,
    /// The first day on which it may be destroyed.
    #[serde(rename = "vanaf")]
    pub from: NaiveDate,
    /// Why then: what the municipality decided for signals that end so.
    #[serde(rename = "grond")]
    pub ground: String,
    /// The number in the municipality's selection list.
    #[serde(rename = "selectielijst")]
    pub list: String,
    /// How it is destroyed.
    #[serde(rename = "wijze")]
    pub manner: String,
    /// How far each side had come: with more there, somebody must look again.
    pub reached: ReachedSides,
    /// The member who consented first.
    pub by: VerifyKey<role::Author>,
}

impl Statement for Destruction {
    const TYPE: &'static str = "destruction";
    fn version(&self) -> u8 {
        self.v
    }
}

/// A statement as far as members consented to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consented {
    pub statement: Destruction,
    /// The member who consented second; nobody yet.
    pub second: Option<VerifyKey<role::Author>>,
}

/// Writes and signs a statement: `statement.by` is the member's key.
///
/// # Errors
/// It is not one line of JSON.
pub fn sign(
    statement: &Destruction,
    route: &dyn Signer,
    member: &dyn Signer,
) -> Result<Signed<Destruction>, serde_json::Error> {
    let statement = Destruction { v: VERSION, by: member.verify_key(), ..statement.clone() };
    Signed::sign(&statement, &[route, member])
}

/// Checks a statement: by the route (with an older key only where the newest lists its line), by one of its members (`persons`:
/// every key that counts as one person's), and where a third line stands, by another person.
///
/// # Errors
/// It is not signed so, or belongs to another route.
pub fn verify(
    text: &str,
    route: RouteName,
    keys: &Lineage,
    persons: &[Vec<VerifyKey<role::Author>>],
) -> Result<Consented, StatementError> {
    let signed = Signed::<Destruction>::parse(text.to_owned());
    let by = signed.claims()?.by;
    if !persons.iter().any(|his| his.contains(&by)) {
        return Err(StatementError::BadSignature);
    }
    let mut seconds = persons.iter().filter(|his| !his.contains(&by)).flatten();
    let ((key, statement), second) = match keys.check(&signed, &[&by]) {
        Ok(statement) => (statement, None),
        Err(_) => {
            let found = seconds.find_map(|second| Some((keys.check(&signed, &[&by, second]).ok()?, second)));
            let (statement, second) = found.ok_or(StatementError::BadSignature)?;
            (statement, Some(second.clone()))
        }
    };
    if !keys.stands(key, &line_of(text)) {
        return Err(StatementError::BadSignature);
    }
    let statement = statement.into_inner();
    if statement.route == route { Ok(Consented { statement, second }) } else { Err(StatementError::Malformed) }
}

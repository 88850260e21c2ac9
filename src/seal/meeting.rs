//! Meetings: one statement for each change of one, signed by the route that holds it and by the member who wrote it, sealed to
//! the route and to everybody who is invited by then. Whoever is invited later reads from then on; who is no longer, not
//! any more.

use chrono::NaiveDate;
use domain::RouteName;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{
    AnyRecipient, Digest, Lineage, SealError, Sealed, Signed, Signer, StatementError, VERSION, VerifyKey, bucket,
    key::role, sealed, statement::Statement,
};

/// A meeting as it stands after one change.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub v: u8,
    pub route: RouteName,
    /// The day of the meeting: there is one a day.
    pub datum: NaiveDate,
    /// From 1, without gaps.
    pub number: u32,
    /// SHA-256 of the sealed file before this one; null at number 1. Checked without opening it.
    pub previous: Option<Digest>,
    /// The member who wrote it.
    pub by: VerifyKey<role::Author>,
    pub body: Box<RawValue>,
}

impl Statement for Record {
    const TYPE: &'static str = "meeting";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Where a record belongs, as the row beside it says in the clear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordPlace {
    pub route: RouteName,
    pub datum: NaiveDate,
    pub number: u32,
}

/// Writes, signs and seals a record.
pub fn seal(
    place: RecordPlace,
    previous: Option<Digest>,
    body: &impl Serialize,
    route: &dyn Signer,
    member: &dyn Signer,
    recipients: &[AnyRecipient<'_>],
) -> Result<Sealed, SealError> {
    let RecordPlace { route: name, datum, number } = place;
    let (by, body) = (member.verify_key(), serde_json::value::to_raw_value(body)?);
    let record = Record { v: VERSION, route: name, datum, number, previous, by, body };
    sealed::seal(Signed::sign(&record, &[route, member])?.text(), recipients, bucket::ITEM_FLOOR)
}

/// Checks both signatures of an opened record, and that it is the one of this place. Whether it follows what stands before
/// it, its `previous` says; which of the route's keys signed it, the number says.
///
/// # Errors
/// It is not signed so, or belongs elsewhere.
pub fn verify(opened: &str, place: RecordPlace, route: &Lineage) -> Result<(u32, Record), StatementError> {
    let text = sealed::without_padding(opened).map_err(|_| StatementError::Malformed)?;
    let signed = Signed::<Record>::parse(text.to_owned());
    let by = signed.claims()?.by;
    let (key, record) = route.check(&signed, &[&by])?;
    let record = record.into_inner();
    let here = RecordPlace { route: record.route, datum: record.datum, number: record.number };
    if here == place { Ok((key, record)) } else { Err(StatementError::Malformed) }
}

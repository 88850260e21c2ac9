//! Renewals: a person chose another password, and with it came another key. The old key says so itself.

use chrono::NaiveDate;
use domain::AccountId;
use serde::{Deserialize, Serialize};

use crate::{Pair, Signed, Signer, StatementError, Verified, VerifyKey, grant::Grant, key::role, statement::Statement};

/// Says that a person's key is another one from now on. Signed by the key that he had and by the key that he has; below
/// that by the key of each route whose members know him, once one of them says that it was he. Without that third
/// signature nothing new is wrapped to the new key: who has an old dump and an old password has the old key as well, and
/// could write such a statement for a key of his own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    pub v: u8,
    pub account: AccountId,
    pub before: Pair,
    pub after: Pair,
    pub on: NaiveDate,
}

impl Statement for Renewal {
    const TYPE: &'static str = "renewal";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Writes and signs one, by both keys of the person.
///
/// # Errors
/// It is not one line of JSON.
pub fn sign(renewal: &Renewal, before: &dyn Signer, after: &dyn Signer) -> Result<Signed<Renewal>, serde_json::Error> {
    Signed::sign(renewal, &[before, after])
}

/// Checks both signatures of the person.
///
/// # Errors
/// It is not signed so, or changes nothing.
pub fn verify(text: &str) -> Result<Verified<Renewal>, StatementError> {
    read(text, None)
}

/// The same of one that a route's members confirmed.
///
/// # Errors
/// It is not signed so, or changes nothing.
pub fn verify_confirmed(text: &str, route: &VerifyKey<role::Route>) -> Result<Verified<Renewal>, StatementError> {
    read(text, Some(route))
}

fn read(text: &str, route: Option<&VerifyKey<role::Route>>) -> Result<Verified<Renewal>, StatementError> {
    let signed = Signed::<Renewal>::parse(text.to_owned());
    let claimed = signed.claims()?;
    let (before, after) = (claimed.before.verify.author(), claimed.after.verify.author());
    let route = route.map(VerifyKey::author);
    let keys: Vec<_> = [Some(&before), Some(&after), route.as_ref()].into_iter().flatten().collect();
    if before == after || claimed.before.encrypt == claimed.after.encrypt {
        return Err(StatementError::Malformed);
    }
    signed.verify(&keys)
}

/// A grant as it stands after renewals that were checked: for the key that its person has now, and the ones before among
/// `formerly`. Nobody comes back to a key that he had.
pub fn followed(grant: Verified<Grant>, renewals: &[Renewal]) -> Verified<Grant> {
    grant.updated(|mut grant| {
        follow(&mut grant, renewals);
        grant
    })
}

/// The same of the grant in an introduction.
pub fn follow(grant: &mut Grant, renewals: &[Renewal]) {
    while let Some(next) = renewals.iter().find(|next| follows(next, grant)) {
        grant.formerly.push(grant.person.verify.author());
        grant.person = next.after.clone();
    }
}

fn follows(renewal: &Renewal, grant: &Grant) -> bool {
    renewal.account == grant.account
        && renewal.before == grant.person
        && !grant.formerly.contains(&renewal.after.verify.author())
}

//! Grants: a member lets a person into a route. Introductions: a member makes a colleague known to it.

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use serde::{Deserialize, Serialize};

use crate::{Pair, Signed, StatementError, Verified, VerifyKey, key::role, statement::Statement};

/// On what somebody was let in. Only [`Basis::Confirmed`] and [`Basis::Paper`] ask for a second statement before they count;
/// what the others rest on is said, and shown to every member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Basis {
    /// He made the route's key himself.
    #[serde(rename = "maker")]
    Founder,
    /// Let in by the only member who could log in by then. A grant that says nothing is one of these.
    #[default]
    #[serde(rename = "alleen")]
    Alone,
    /// Counts with a [`crate::confirmation::Confirmation`] by a second member.
    #[serde(rename = "bevestigd")]
    Confirmed,
    /// Signed again by a member when the route got another key.
    #[serde(rename = "overgenomen")]
    Carried,
    /// Let in with the recovery key, when no member could: signed by the route's key in the member's place, and counts with a
    /// [`crate::recovery::Recovered`] that names two people.
    #[serde(rename = "papier")]
    Paper,
}

/// What a grant rested on before a member signed it again under another key of the route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rested {
    pub basis: Basis,
    /// Who let him in and, where two did, who confirmed it, by the names that members knew them by. Empty: he made the key.
    #[serde(rename = "door", default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
}

impl Basis {
    fn is_alone(&self) -> bool {
        *self == Self::Alone
    }
}

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
    pub person: Pair,
    /// The verifying key of the member who granted; the first member's own; the route's, where nobody could.
    pub by: VerifyKey<role::Author>,
    pub on: NaiveDate,
    /// Keys that this person had before, as who signed this says: no signature of theirs stands beside it. What they signed is
    /// shown as his; nobody gets a key of a signal by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<VerifyKey<role::Author>>,
    #[serde(default, skip_serializing_if = "Basis::is_alone")]
    pub basis: Basis,
    /// Of one that was signed again: what it rested on first.
    #[serde(rename = "eerst", default, skip_serializing_if = "Option::is_none")]
    pub rested: Option<Rested>,
}

impl Grant {
    /// Whether this grant is for a verifying key.
    pub fn is_for(&self, key: &VerifyKey<role::Author>) -> bool {
        self.person.verify.author() == *key
    }

    /// Whether a verifying key is this person's, now or, as this grant says without proof, formerly.
    pub fn is_of(&self, key: &VerifyKey<role::Author>) -> bool {
        self.person.verify.author() == *key || self.formerly.contains(key)
    }
}

impl Statement for Grant {
    const TYPE: &'static str = "grant";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Checks both signatures of a grant, that it is for this route, and that who signed fits its basis: the route's key stands in a
/// member's place for one with the recovery key alone, and who made the route's key vouches for himself. Whether it counts,
/// [`Basis`] says.
pub fn verify(text: &str, route: RouteName, key: &VerifyKey<role::Route>) -> Result<Verified<Grant>, StatementError> {
    let signed = Signed::<Grant>::parse(text.to_owned());
    let by = signed.claims()?.by;
    let grant = signed.verify(&[&key.author(), &by])?;
    let fits = match grant.basis {
        Basis::Founder => by == grant.person.verify.author(),
        Basis::Paper => by == key.author(),
        Basis::Alone | Basis::Confirmed | Basis::Carried => by != key.author(),
    };
    let fits = fits && (grant.rested.is_none() || grant.basis == Basis::Carried);
    if fits && grant.route == route { Ok(grant) } else { Err(StatementError::Malformed) }
}

/// Says whose key a colleague's is, so that signals of the route may be wrapped to it one by one. It holds what a grant
/// holds and is signed as one, but is a statement of its own type: nobody becomes a member by it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Introduction(pub Grant);

impl Statement for Introduction {
    const TYPE: &'static str = "introduction";
    fn version(&self) -> u8 {
        self.0.v
    }
}

/// Checks both signatures of an introduction, and that it is for this route.
pub fn verify_introduction(
    text: &str,
    route: RouteName,
    key: &VerifyKey<role::Route>,
) -> Result<Verified<Introduction>, StatementError> {
    let signed = Signed::<Introduction>::parse(text.to_owned());
    let by = signed.claims()?.0.by;
    let introduction = signed.verify(&[&key.author(), &by])?;
    if introduction.0.route == route && by != key.author() { Ok(introduction) } else { Err(StatementError::Malformed) }
}

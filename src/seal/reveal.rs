//! Asking the identiteitsbewaarder to open the envelope of a signal he does not read, and his decision. A request names the
//! envelope by its digest, and is sealed to those bewaarders who may decide it, each with his own key. After a yes the asker's
//! program gives the envelope itself, sealed to the one who said it; what he finds in it goes to the person who asked, of one
//! size whatever it is. So whoever did not say yes never has what his route's key would open.

use chrono::NaiveDate;
use domain::{AccountId, Kenmerk, RevealId, RouteName, SignalId};
use serde::{Deserialize, Serialize};

use crate::{
    AnyRecipient, Digest, Item, Lineage, OpenError, Recipient, SealError, Sealed, Signed, Signer, StatementError,
    Verified, VerifyKey, bucket,
    envelope::{ENVELOPE, Envelope},
    key::role,
    sealed,
    statement::Statement,
};

/// What a member of the signal's route asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    pub v: u8,
    #[serde(rename = "verzoek")]
    pub id: RevealId,
    pub signal: SignalId,
    pub kenmerk: Kenmerk,
    /// The route that has the signal, whose member asks.
    pub route: RouteName,
    #[serde(rename = "reden")]
    pub reason: String,
    /// SHA-256 of the envelope, as base64 has it in the report: which one may be given to him, and not what it says.
    #[serde(rename = "envelop")]
    pub envelope: Digest,
    /// The item by which the reporter was asked, as its author signed it.
    #[serde(rename = "vraag", default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The item by which he said yes, as he signed it.
    #[serde(rename = "antwoord", default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Why he was not asked.
    #[serde(rename = "zonder_vragen", default, skip_serializing_if = "Option::is_none")]
    pub unasked: Option<String>,
    /// Bewaarders who may not decide it.
    #[serde(rename = "niet_door", default, skip_serializing_if = "Vec::is_empty")]
    pub not_by: Vec<AccountId>,
    pub on: NaiveDate,
    /// The member who asks.
    pub by: VerifyKey<role::Author>,
}

impl Statement for Request {
    const TYPE: &'static str = "reveal-request";
    fn version(&self) -> u8 {
        self.v
    }
}

/// What a bewaarder decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub v: u8,
    #[serde(rename = "verzoek")]
    pub id: RevealId,
    pub signal: SignalId,
    pub kenmerk: Kenmerk,
    /// SHA-256 of the request, signatures included.
    pub request: Digest,
    #[serde(rename = "toegekend")]
    pub granted: bool,
    #[serde(rename = "reden")]
    pub reason: String,
    pub on: NaiveDate,
    pub by: VerifyKey<role::Author>,
}

impl Statement for Decision {
    const TYPE: &'static str = "reveal-decision";
    fn version(&self) -> u8 {
        self.v
    }
}

/// What the bewaarder who said yes says of the envelope that he then opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub v: u8,
    #[serde(rename = "verzoek")]
    pub id: RevealId,
    pub signal: SignalId,
    /// SHA-256 of his decision, signatures included.
    #[serde(rename = "besluit")]
    pub decision: Digest,
    /// SHA-256 of the sealed file with what was in the envelope.
    #[serde(rename = "naam")]
    pub name: Digest,
    pub on: NaiveDate,
    /// The key that signed the decision.
    pub by: VerifyKey<role::Author>,
}

impl Statement for Opening {
    const TYPE: &'static str = "reveal-opening";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Signs a statement by a route and its member, and seals it. Returns what was signed too: its digest is its name.
fn seal<T: Statement>(
    statement: &T,
    route: &dyn Signer,
    member: &dyn Signer,
    to: &[AnyRecipient<'_>],
    floor: usize,
) -> Result<(Signed<T>, Sealed), SealError> {
    let signed = Signed::sign(statement, &[route, member])?;
    let sealed = sealed::seal(signed.text(), to, floor)?;
    Ok((signed, sealed))
}

/// Requests start at 32 KiB: with or without the reporter's own yes in it, one looks like another.
const REQUEST_FLOOR: usize = bucket::BUCKETS[5];

/// An envelope that is given is eleven thousand letters.
const GIVEN_FLOOR: usize = bucket::BUCKETS[4];

/// A recipient whose private half is forgotten here. In the place of a bewaarder who may not decide it keeps a file from showing
/// that somebody was left out.
pub fn nobody() -> Recipient<role::Person> {
    Recipient::assume(age::x25519::Identity::generate().to_public())
}

/// Signs and seals a request: `request.by` is the member's key.
///
/// # Errors
/// It could not be sealed.
pub fn seal_request(
    request: &Request,
    route: &dyn Signer,
    member: &dyn Signer,
    to: &[AnyRecipient<'_>],
) -> Result<(Digest, Sealed), SealError> {
    let (signed, sealed) = seal(request, route, member, to, REQUEST_FLOOR)?;
    Ok((signed.digest(), sealed))
}

/// Checks an opened request: by a route, with whichever of its keys, and by the member whom it names. That he is one now, and
/// reads the signal, is for the caller to see.
///
/// # Errors
/// It is not signed so, or says that it is of a route whose key nobody knows.
pub fn verify_request(
    opened: &str,
    route_keys: impl Fn(RouteName) -> Option<Lineage>,
) -> Result<Verified<Request>, StatementError> {
    let text = sealed::without_padding(opened).map_err(|_| StatementError::Malformed)?;
    let signed = Signed::<Request>::parse(text.to_owned());
    let claims = signed.claims()?;
    let keys = route_keys(claims.route).ok_or(StatementError::BadSignature)?;
    keys.check(&signed, &[&claims.by]).map(|(_, request)| request)
}

/// Signs and seals a decision: `decision.by` is the bewaarder's key.
///
/// # Errors
/// It could not be sealed.
pub fn seal_decision(
    decision: &Decision,
    route: &dyn Signer,
    keeper: &dyn Signer,
    to: &[AnyRecipient<'_>],
) -> Result<Sealed, SealError> {
    Ok(seal(decision, route, keeper, to, bucket::ITEM_FLOOR)?.1)
}

/// Checks a decision as it was signed: by the bewaarders' route, with whichever of its keys, and by the one whom it names.
///
/// # Errors
/// It is not signed so.
pub fn verify_decision(text: &str, keys: &Lineage) -> Result<Verified<Decision>, StatementError> {
    let signed = Signed::<Decision>::parse(text.to_owned());
    let by = signed.claims()?.by;
    keys.check(&signed, &[&by]).map(|(_, decision)| decision)
}

/// Seals an envelope, as base64 has it in the report, to the bewaarder who said yes.
///
/// # Errors
/// It could not be sealed.
pub fn seal_given(envelope: &str, to: AnyRecipient<'_>) -> Result<Sealed, SealError> {
    sealed::seal(envelope, &[to], GIVEN_FLOOR)
}

/// Reads an envelope that was given: only the one that the request names.
///
/// # Errors
/// It is another.
pub fn read_given(opened: &str, request: &Request) -> Result<String, OpenError> {
    let envelope = sealed::without_padding(opened)?.trim_end();
    if Digest::of(envelope.as_bytes()) == request.envelope {
        Ok(envelope.to_owned())
    } else {
        Err(OpenError::Malformed)
    }
}

/// Signs and seals what a bewaarder says of the envelope that he opened: `opening.by` is the key of his decision, which proves
/// him to be one.
///
/// # Errors
/// It could not be sealed.
pub fn seal_opening(opening: &Opening, keeper: &dyn Signer, to: AnyRecipient<'_>) -> Result<Sealed, SealError> {
    sealed::seal(Signed::sign(opening, &[keeper])?.text(), &[to], bucket::ITEM_FLOOR)
}

/// Checks what was said of an opened envelope: by who made this decision, and after it. Gives the digest of what he sealed.
///
/// # Errors
/// He did not sign it, or it is about another decision.
pub fn verify_opening(text: &str, decision: &Verified<Decision>) -> Result<Digest, StatementError> {
    let opening = Signed::<Opening>::parse(text.to_owned()).verify(&[&decision.by])?.into_inner();
    let is_about = opening.id == decision.id && opening.signal == decision.signal && opening.by == decision.by;
    if is_about && decision.granted && opening.decision == decision.digest() {
        Ok(opening.name)
    } else {
        Err(StatementError::Malformed)
    }
}

/// Seals what was in an envelope to one person. Full or empty, it has one size.
///
/// # Errors
/// It could not be sealed.
pub fn seal_name(envelope: &Envelope, to: AnyRecipient<'_>) -> Result<Sealed, SealError> {
    sealed::seal(&serde_json::to_string(envelope)?, &[to], ENVELOPE)
}

/// Reads an opened envelope, or what was sealed of it to somebody: only that of this signal.
///
/// # Errors
/// It is none, or another signal's.
pub fn read_name(opened: &str, signal: SignalId) -> Result<Envelope, OpenError> {
    let text = sealed::without_padding(opened)?;
    let envelope: Envelope = serde_json::from_str(text.trim_end()).map_err(|_| OpenError::Malformed)?;
    if envelope.signal == signal { Ok(envelope) } else { Err(OpenError::Malformed) }
}

/// Checks an item that was taken out of its chain to be shown to somebody: that its author signed it, in this signal.
///
/// # Errors
/// He did not, or it is another signal's.
pub fn shown_item(text: &str, signal: SignalId, author: &VerifyKey<role::Author>) -> Result<Item, StatementError> {
    let item = Signed::<Item>::parse(text.to_owned()).verify(&[author])?.into_inner();
    if item.signal == signal && item.author == *author { Ok(item) } else { Err(StatementError::Malformed) }
}

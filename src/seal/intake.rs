//! The intake key: made here for one signal, usable nowhere here.

use age::secrecy::ExposeSecret;
use chrono::NaiveDate;
use domain::{Kenmerk, RouteName, SignalId};
use serde::{Deserialize, Serialize};

use crate::{
    Digest, Halves, Recipient, SealError, Sealed, Signed, StatementError, Verified, bucket, key::role, keyfile, sealed,
    statement::Statement,
};

/// Makes a key pair for one signal. The private half leaves only wrapped to the route; here it is forgotten (age wipes
/// it on drop).
pub fn make(route: &Recipient<role::Route>) -> Result<(Recipient<role::Intake>, Sealed), SealError> {
    let identity = age::x25519::Identity::generate();
    let public = Recipient::assume(identity.to_public());
    let text = keyfile::text("intake", &public.to_string(), identity.to_string().expose_secret(), None);
    let wrapped = sealed::seal(&text, &[route.any()], bucket::KEY_FLOOR)?;
    Ok((public, wrapped))
}

/// What the reporter's own key says of a new signal: which keys belong to it, until a head says so. Signed by the
/// mailbox key. It holds public halves only and is stored in the clear.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    pub v: u8,
    pub signal: SignalId,
    /// What the desk calls it: stands here so that nobody can exchange two signals' references.
    pub kenmerk: Kenmerk,
    pub route: RouteName,
    /// The day it came in: a date, as for everything a reporter does.
    #[serde(rename = "ontvangen_op")]
    pub received_on: NaiveDate,
    pub intake: Recipient<role::Intake>,
    pub mailbox: Halves<role::Mailbox>,
    /// SHA-256 of the sealed report.
    pub report: Digest,
}

impl Intake {
    /// Checks what the database holds against the mailbox key that the reader has (the portal: derived from the words)
    /// or, at the desk, against the statement's own; a forged statement is then a signal of the forger's, not the
    /// reporter's.
    pub fn verify(text: &str, mailbox: Option<&Halves<role::Mailbox>>) -> Result<Verified<Self>, StatementError> {
        let signed = Signed::<Self>::parse(text.to_owned());
        let claimed = signed.claims()?.mailbox;
        let mailbox = mailbox.unwrap_or(&claimed);
        let intake = signed.verify(&[&mailbox.verify])?;
        if intake.mailbox == *mailbox { Ok(intake) } else { Err(StatementError::BadSignature) }
    }
}

impl Statement for Intake {
    const TYPE: &'static str = "intake";
    fn version(&self) -> u8 {
        self.v
    }
}

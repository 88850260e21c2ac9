//! The envelope for a name: sealed to the identiteitsbewaarder here, and then, inside the report, to the signal. So the
//! bewaarder and a reader of the signal must each open a layer, and neither learns a name without the other.

use data_encoding::BASE64;
use domain::{Contact, SignalId};
use serde::{Deserialize, Serialize};

use crate::{Recipient, SealError, VERSION, bucket, key::role, sealed};

/// Every envelope has this size. The longest name and the longest way to reach somebody fit, in any script.
pub const ENVELOPE: usize = bucket::BUCKETS[3];

/// What an envelope holds: the signal too, so that nobody can have the name of one reporter opened as that of another.
#[derive(Clone, Serialize, Deserialize)]
pub struct Envelope {
    pub v: u8,
    pub signal: SignalId,
    #[serde(flatten)]
    pub contact: Contact,
}

impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Envelope").field("signal", &self.signal).finish_non_exhaustive()
    }
}

/// Seals an envelope, full or empty, as base64. Where there is no bewaarder yet it is empty, and sealed to a key that is
/// forgotten here: nobody can tell it from another.
pub fn seal(signal: SignalId, contact: &Contact, keeper: Option<&Recipient<role::Route>>) -> Result<String, SealError> {
    let nobody = Recipient::assume(age::x25519::Identity::generate().to_public());
    let contact = if keeper.is_some() { contact.clone() } else { Contact::default() };
    let text = serde_json::to_string(&Envelope { v: VERSION, signal, contact })?;
    let sealed = sealed::seal(&text, &[keeper.unwrap_or(&nobody).any()], ENVELOPE)?;
    Ok(BASE64.encode(sealed.bytes()))
}

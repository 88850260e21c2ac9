//! The intake key: made here for one signal, usable nowhere here.

use age::secrecy::ExposeSecret;
use domain::{RouteName, SignalId};
use serde::{Deserialize, Serialize};

use crate::{
    Digest, Halves, Recipient, SealError, Sealed, bucket, key::role, keyfile, sealed, statement::Statement,
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
    pub route: RouteName,
    pub intake: Recipient<role::Intake>,
    pub mailbox: Halves<role::Mailbox>,
    /// SHA-256 of the sealed report.
    pub report: Digest,
}

impl Statement for Intake {
    const TYPE: &'static str = "intake";
    fn version(&self) -> u8 {
        self.v
    }
}

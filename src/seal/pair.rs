//! A person's public halves, tied together by himself. Grants, introductions and heads name people by their verifying keys;
//! what is wrapped to them goes to their encrypting halves. Without this, whoever signs a grant could put a half of his own
//! beside somebody else's verifying key, and get what was meant for him.

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

use crate::{Halves, Recipient, Signer, VERSION, VerifyKey, key::role, key::role::Role as _};

/// Both public halves of a person's key, with his own signature over them: Ed25519 over the text
///
/// ```text
/// signaalkluis/1/pair
/// personal
/// age1...
/// verify1...
/// ```
///
/// One that does not verify cannot be read from a statement at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Claimed")]
pub struct Pair {
    pub encrypt: Recipient<role::Person>,
    pub verify: VerifyKey<role::Person>,
    /// Base64 of the 64 bytes.
    own: String,
}

/// Halves whose signature does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the halves were not tied together by the person whose they are")]
pub struct NotTied;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claimed {
    encrypt: Recipient<role::Person>,
    verify: VerifyKey<role::Person>,
    own: String,
}

impl TryFrom<Claimed> for Pair {
    type Error = NotTied;
    fn try_from(claimed: Claimed) -> Result<Self, NotTied> {
        let halves = Halves { encrypt: claimed.encrypt, verify: claimed.verify };
        Self::read(halves, &claimed.own)
    }
}

/// From JSON, as an account's row has it.
impl std::str::FromStr for Pair {
    type Err = serde_json::Error;
    fn from_str(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

impl Pair {
    /// Ties a person's halves together with his own signing key.
    pub fn sign(halves: Halves<role::Person>, person: &dyn Signer) -> Self {
        let own = BASE64.encode(&person.sign(&message(&halves)));
        Self { encrypt: halves.encrypt, verify: halves.verify, own }
    }

    /// Halves and the signature that stands beside them.
    pub fn read(halves: Halves<role::Person>, own: &str) -> Result<Self, NotTied> {
        let signature = BASE64.decode(own.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(NotTied)?;
        if !halves.verify.accepts(&message(&halves), &signature) {
            return Err(NotTied);
        }
        Ok(Self { encrypt: halves.encrypt, verify: halves.verify, own: own.to_owned() })
    }

    /// The signature, as it is stored beside the halves.
    pub fn own(&self) -> &str {
        &self.own
    }

    pub fn halves(&self) -> Halves<role::Person> {
        Halves { encrypt: self.encrypt.clone(), verify: self.verify.clone() }
    }
}

fn message(halves: &Halves<role::Person>) -> Vec<u8> {
    let (role, encrypt, verify) = (role::Person::NAME, &halves.encrypt, &halves.verify);
    format!("signaalkluis/{VERSION}/pair\n{role}\n{encrypt}\n{verify}\n").into_bytes()
}

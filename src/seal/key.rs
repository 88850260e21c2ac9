//! Public halves of keys, each typed by the role it plays so that one cannot be handed over for another.

use std::{fmt, marker::PhantomData, str::FromStr};

use bech32::{Bech32, Hrp};
use data_encoding::HEXLOWER;
use domain::words::{self, Word};
use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What a key is for; see the table *Keys* in `docs/format.md`.
pub mod role {
    /// A role, and the word for it in files and errors.
    pub trait Role {
        const NAME: &'static str;
    }

    macro_rules! roles {
        ($($(#[$doc:meta])* $role:ident => $name:literal,)+) => {
            $($(#[$doc])* #[derive(Debug)] pub enum $role {} impl Role for $role { const NAME: &'static str = $name; })+
        };
    }

    roles! {
        /// A team's key: opens the signals of its route, signs heads and grants.
        Route => "route",
        /// One person at the desk.
        Person => "personal",
        /// One signal, until the desk first opens it.
        Intake => "intake",
        /// One signal and epoch: the reporter's own words.
        Source => "bron",
        /// One signal and epoch: what the desk makes of it.
        Case => "dossier",
        /// The reporter of one signal, derived from the pickup code.
        Mailbox => "mailbox",
        /// The paper key in the safe.
        Recovery => "recovery",
        /// Whoever a file is sealed to; which role he has, its sender knows.
        Reader => "reader",
        /// Whoever signs an item; which role he has, the reader's rules decide.
        Author => "author",
    }
}
use role::{Author, Role};

/// A text that is no public half of the kind expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("is not {expected}")]
pub struct NotAKey {
    expected: &'static str,
}

/// Text form, equality, hashing and serde for a public half; a derive would ask the same of the role.
macro_rules! public_half {
    ($name:ident) => {
        impl<R> Clone for $name<R> {
            fn clone(&self) -> Self {
                Self(self.0.clone(), PhantomData)
            }
        }
        impl<R> PartialEq for $name<R> {
            fn eq(&self, other: &Self) -> bool {
                self.0 == other.0
            }
        }
        impl<R> Eq for $name<R> {}
        impl<R> fmt::Debug for $name<R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl<R> Serialize for $name<R> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de, R> Deserialize<'de> for $name<R> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// The encrypting half of a key: an age X25519 recipient, `age1...`.
pub struct Recipient<R>(age::x25519::Recipient, PhantomData<fn() -> R>);
public_half!(Recipient);

impl<R> Recipient<R> {
    /// Gives a role to a recipient that was made for it.
    pub fn assume(recipient: age::x25519::Recipient) -> Self {
        Self(recipient, PhantomData)
    }

    /// This recipient with its role set aside, to keep.
    pub fn reader(&self) -> Recipient<role::Reader> {
        Recipient::assume(self.0.clone())
    }

    /// This recipient with its role set aside, to seal one thing to several.
    pub fn any(&self) -> AnyRecipient<'_> {
        AnyRecipient(&self.0)
    }
}

impl<R> fmt::Display for Recipient<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<R> FromStr for Recipient<R> {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let wrong = NotAKey { expected: "an age recipient (age1...)" };
        let recipient = text.parse().map_err(|_| wrong.clone())?;
        if is_of_small_order(text) { Err(wrong) } else { Ok(Self::assume(recipient)) }
    }
}

/// Points of small order on Curve25519 (RFC 7748, section 7), top bit aside. Nobody holds a private half of one, what
/// is sealed to it anybody opens, and age panics rather than do so.
const SMALL_ORDER: [&str; 7] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

fn is_of_small_order(recipient: &str) -> bool {
    let Ok((_, mut point)) = bech32::decode(recipient) else { return true };
    if let Some(top) = point.last_mut() {
        *top &= 0x7f;
    }
    SMALL_ORDER.contains(&HEXLOWER.encode(&point).as_str())
}

/// A recipient of any role.
#[derive(Clone, Copy)]
pub struct AnyRecipient<'a>(pub(crate) &'a age::x25519::Recipient);

/// The verifying half of a signing key: Ed25519 (RFC 8032), written in bech32 as `verify1...` so that a typing error
/// shows.
pub struct VerifyKey<R>(VerifyingKey, PhantomData<fn() -> R>);
public_half!(VerifyKey);

const VERIFY_PREFIX: Hrp = Hrp::parse_unchecked("verify");

impl<R> VerifyKey<R> {
    /// Gives a role to a verifying key that was made for it.
    pub fn assume(key: VerifyingKey) -> Self {
        Self(key, PhantomData)
    }

    /// The same key as the author of an item.
    pub fn author(&self) -> VerifyKey<Author> {
        VerifyKey::assume(self.0)
    }

    /// RFC 8032 verification, strict: no malleable signature and no weak key passes.
    pub(crate) fn accepts(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl<R> fmt::Display for VerifyKey<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bech32::encode_to_fmt::<Bech32, _>(f, VERIFY_PREFIX, self.0.as_bytes()).map_err(|_| fmt::Error)
    }
}

impl<R> FromStr for VerifyKey<R> {
    type Err = NotAKey;
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let wrong = NotAKey { expected: "a verifying key (verify1...)" };
        let (prefix, bytes) = bech32::decode(text).map_err(|_| wrong.clone())?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| wrong.clone())?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| wrong.clone())?;
        if prefix != VERIFY_PREFIX || key.is_weak() { Err(wrong) } else { Ok(Self::assume(key)) }
    }
}

/// Both public halves of a key that encrypts and signs.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound = "", deny_unknown_fields)]
pub struct Halves<R> {
    pub encrypt: Recipient<R>,
    pub verify: VerifyKey<R>,
}

impl<R> Clone for Halves<R> {
    fn clone(&self) -> Self {
        Self { encrypt: self.encrypt.clone(), verify: self.verify.clone() }
    }
}

impl<R> PartialEq for Halves<R> {
    fn eq(&self, other: &Self) -> bool {
        self.encrypt == other.encrypt && self.verify == other.verify
    }
}

impl<R> Eq for Halves<R> {}

/// Words in a fingerprint: 66 bits, far beyond making a second key that shows the same ones.
pub const FINGERPRINT_WORDS: usize = 6;

impl<R: Role> Halves<R> {
    /// Six words of the pickup code's list, to read aloud and compare: the first 66 bits of SHA-256 over a domain tag,
    /// the role and both halves.
    pub fn fingerprint(&self) -> Vec<Word> {
        let text =
            format!("signaalkluis/{}/fingerprint\n{}\n{}\n{}\n", crate::VERSION, R::NAME, self.encrypt, self.verify);
        words::from_bits(&Sha256::digest(text), FINGERPRINT_WORDS)
    }
}

/// Whoever can sign: the desk's keys in `unseal`, the reporter's in `mailbox`.
pub trait Signer {
    fn verify_key(&self) -> VerifyKey<Author>;
    /// An Ed25519 signature over exactly these bytes; the caller puts a domain tag in front.
    fn sign(&self, message: &[u8]) -> [u8; 64];
}

//! Statements: one JSON line and one line for each signature. Heads, grants, intakes and items are all written so.
//!
//! ```text
//! {"v":1,...}
//! <base64 of a 64-byte Ed25519 signature>
//! ```
//!
//! What is signed is the domain tag `signaalkluis/1/TYPE`, a newline, and the JSON line without its newline: exactly
//! the bytes that stand there, so nothing is ever serialised again to check a signature.

use std::marker::PhantomData;

use data_encoding::BASE64;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Digest, Signer, VERSION, VerifyKey};

/// A kind of statement. The type stands in the domain tag, so that one kind can never pass for another.
pub trait Statement: Serialize + DeserializeOwned {
    const TYPE: &'static str;
    /// The format version that the statement says it has.
    fn version(&self) -> u8;
}

/// Why a statement is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    #[error("the text is not a statement of this kind")]
    Malformed,
    #[error("the statement is not signed")]
    Unsigned,
    #[error("the statement has a version this program does not know")]
    UnknownVersion,
    #[error("the signature does not fit the statement and its signer")]
    BadSignature,
}

/// A statement as text, not yet checked.
pub struct Signed<T> {
    text: String,
    kind: PhantomData<fn() -> T>,
}

impl<T: Statement> Signed<T> {
    /// Writes and signs a statement, one signature line for each signer in order. A statement is one line of JSON: one
    /// that is not (raw JSON with line breaks in it) is refused, as nobody could read it back.
    pub fn sign(statement: &T, signers: &[&dyn Signer]) -> Result<Self, serde_json::Error> {
        let mut text = serde_json::to_string(statement)?;
        if text.contains('\n') {
            return Err(serde::ser::Error::custom("a statement is one line"));
        }
        let message = tagged::<T>(&text);
        text.push('\n');
        for signer in signers {
            BASE64.encode_append(&signer.sign(&message), &mut text);
            text.push('\n');
        }
        Ok(Self { text, kind: PhantomData })
    }

    /// The same statement with one more signature below it: over the very line that stands there.
    pub fn countersigned(mut self, signer: &dyn Signer) -> Result<Self, StatementError> {
        let (json, _) = self.text.split_once('\n').ok_or(StatementError::Malformed)?;
        let message = tagged::<T>(json);
        BASE64.encode_append(&signer.sign(&message), &mut self.text);
        self.text.push('\n');
        Ok(self)
    }

    pub fn parse(text: String) -> Self {
        Self { text, kind: PhantomData }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the whole text, signatures included.
    pub fn digest(&self) -> Digest {
        Digest::of(self.text.as_bytes())
    }

    /// Reads what the statement claims, without believing it: only to find out whose key to check it with.
    pub fn claims(&self) -> Result<T, StatementError> {
        let (json, _) = self.text.split_once('\n').ok_or(StatementError::Malformed)?;
        match serde_json::from_str::<T>(json) {
            Ok(claims) if claims.version() == VERSION => Ok(claims),
            // Another version may well have other fields: it is not malformed for that.
            _ => match serde_json::from_str::<AnyVersion>(json) {
                Ok(AnyVersion { v }) if v != u64::from(VERSION) => Err(StatementError::UnknownVersion),
                _ => Err(StatementError::Malformed),
            },
        }
    }

    /// Checks one signature for each key, in order, and nothing but those; only then is the statement believed. Without
    /// any key nothing is.
    pub fn verify<R>(&self, keys: &[&VerifyKey<R>]) -> Result<Verified<T>, StatementError> {
        let statement = self.claims()?;
        if keys.is_empty() {
            return Err(StatementError::Unsigned);
        }
        let mut lines = self.text.split_terminator('\n');
        let message = tagged::<T>(lines.next().ok_or(StatementError::Malformed)?);
        for key in keys {
            let line = lines.next().ok_or(StatementError::Unsigned)?;
            let bytes = BASE64.decode(line.as_bytes()).map_err(|_| StatementError::Unsigned)?;
            let signature = bytes.try_into().map_err(|_| StatementError::Unsigned)?;
            if !key.accepts(&message, &signature) {
                return Err(StatementError::BadSignature);
            }
        }
        if lines.next().is_some() || !self.text.ends_with('\n') {
            return Err(StatementError::Malformed);
        }
        Ok(Verified { statement, digest: self.digest() })
    }
}

/// The one field that statements of every version have.
#[derive(Deserialize)]
struct AnyVersion {
    v: u64,
}

fn tagged<T: Statement>(json: &str) -> Vec<u8> {
    format!("signaalkluis/{VERSION}/{}\n{json}", T::TYPE).into_bytes()
}

/// A statement whose signatures were checked.
#[derive(Debug, Clone)]
pub struct Verified<T> {
    statement: T,
    digest: Digest,
}

impl<T> Verified<T> {
    /// SHA-256 of the whole signed text.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    pub fn into_inner(self) -> T {
        self.statement
    }

    /// The same statement as others that were checked too say that it stands now. The digest stays that of its text.
    pub(crate) fn updated(self, update: impl FnOnce(T) -> T) -> Self {
        Self { statement: update(self.statement), digest: self.digest }
    }
}

impl<T> std::ops::Deref for Verified<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.statement
    }
}

//! Receipts: that a form was sent, and when, readable only with the nonce that the form itself carries.

use rand::Rng;
use seal::Digest;

use crate::Nonce;

/// Minutes in which the same form, sent again, gives the same words again.
pub const RESEND_MINUTES: i64 = 15;

/// What a receipt is found by. Whoever lacks the form cannot tell which form it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag(pub [u8; 32]);

impl Tag {
    pub fn of(nonce: &Nonce) -> Self {
        Self(*derive::derive(&nonce.0, "receipt tag", &[]))
    }
}

/// What was sent with a nonce. `Debug` tells nothing of it: the minute is nobody's business.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// SHA-256 of the answers.
    pub answers: Digest,
    /// Minutes since the Unix epoch. Exact, and therefore only ever stored sealed.
    pub minute: i64,
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt(..)")
    }
}

impl Receipt {
    /// The hour whose secret gave the words.
    pub fn hour(&self) -> i64 {
        self.minute.div_euclid(60)
    }

    /// The Dutch day on which it was sent.
    pub fn day(&self) -> chrono::NaiveDate {
        domain::clock::dutch_date(chrono::DateTime::from_timestamp(self.minute * 60, 0).unwrap_or_default())
    }

    pub fn seal(&self, nonce: &Nonce, randomness: &mut impl Rng) -> Vec<u8> {
        let mut plain = self.answers.0.to_vec();
        plain.extend(self.minute.to_be_bytes());
        derive::seal(&key(nonce), b"", &plain, randomness)
    }

    pub fn open(nonce: &Nonce, sealed: &[u8]) -> Option<Self> {
        let plain = derive::open(&key(nonce), b"", sealed)?;
        let (answers, minute) = plain.split_first_chunk::<32>()?;
        Some(Self { answers: Digest(*answers), minute: i64::from_be_bytes(minute.try_into().ok()?) })
    }
}

fn key(nonce: &Nonce) -> zeroize::Zeroizing<[u8; 32]> {
    derive::derive(&nonce.0, "receipt key", &[])
}

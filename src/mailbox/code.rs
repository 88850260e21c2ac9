//! How the ten words of a report come about: from the hour's secret, the form's own nonce and what was answered. The
//! same form sent again gives the same words; nobody without the hour's secret can compute them, and it is soon gone.

use data_encoding::BASE64URL_NOPAD;
use domain::{PickupCode, pickup::WORDS, words};
use rand::Rng;
use seal::Digest;
use zeroize::{Zeroize, ZeroizeOnDrop};

use derive::derive;

/// A secret made anew each hour, shared by every portal through the database, deleted after two.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct HourSecret(pub [u8; 32]);

impl HourSecret {
    pub fn random(randomness: &mut impl Rng) -> Self {
        let mut secret = [0; 32];
        randomness.fill_bytes(&mut secret);
        Self(secret)
    }
}

/// The random value a form carries from its first page to the last.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Nonce(pub(crate) [u8; 32]);

impl Nonce {
    pub fn random(randomness: &mut impl Rng) -> Self {
        let mut nonce = [0; 32];
        randomness.fill_bytes(&mut nonce);
        Self(nonce)
    }

    /// As it stands in the form: 43 characters of base64url.
    pub fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }
}

/// The pickup code of a form with these answers, sent within this hour.
pub fn pickup_code(hour: &HourSecret, nonce: &Nonce, answers: &Digest) -> PickupCode {
    let bits = derive::<14>(&hour.0, "pickup code", &[&nonce.0, &answers.0]);
    let words = words::from_bits(bits.as_slice(), WORDS);
    PickupCode::from_words(std::array::from_fn(|i| words[i]))
}

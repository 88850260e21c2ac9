//! The kenmerk: the desk's reference of a signal. Random, so that it tells no order and no volume; only the year shows.

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

/// No look-alikes (0 O, 1 I L, U V) and no vowels, so that no kenmerk reads as a word.
const ALPHABET: &[u8] = b"23456789BCDFGHJKMNPQRSTVWXYZ";
const RANDOM_CHARACTERS: usize = 6;

/// The desk's reference of a signal: year of receipt, a dash, six random characters. `2026-K7Q3MX`.
///
/// Six characters of 28 are 29 bits: who makes one must see to it that it is new.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "columns", derive(sea_orm::DeriveValueType))]
#[serde(transparent)]
pub struct Kenmerk(String);

/// What was typed has not the form of a kenmerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a kenmerk is a year, a dash and six of 2 to 9 and B to Z without vowels and L, like 2026-K7Q3MX")]
pub struct KenmerkError;

impl Kenmerk {
    pub fn random(year: i32, randomness: &mut impl Rng) -> Self {
        let random = (0..RANDOM_CHARACTERS).map(|_| char::from(ALPHABET[randomness.random_range(0..ALPHABET.len())]));
        Self(format!("{year:04}-{}", random.collect::<String>()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Kenmerk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for Kenmerk {
    type Err = KenmerkError;

    /// Forgives case and white space around it.
    fn from_str(typed: &str) -> Result<Self, KenmerkError> {
        let kenmerk = typed.trim().to_ascii_uppercase();
        let (year, random) = kenmerk.split_once('-').ok_or(KenmerkError)?;
        let year_fits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let random_fits = random.len() == RANDOM_CHARACTERS && random.bytes().all(|byte| ALPHABET.contains(&byte));
        if year_fits && random_fits { Ok(Self(kenmerk)) } else { Err(KenmerkError) }
    }
}

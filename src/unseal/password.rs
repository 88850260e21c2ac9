//! A personal key sealed with its owner's password: logging in is opening it, so there is no password hash to steal.

use std::cell::Cell;

use age::{scrypt, secrecy::SecretString};
use seal::{OpenError, SealError, Sealed, bucket, keyfile, role::Person, sealed};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{FullKey, PrivateHalf, SecondFactor, key};

/// log2 of scrypt's cost: 128 MiB and about a quarter of a second. Fixed, because age's own measurement picks less on a
/// busy machine; and the most that opening accepts, so that nobody can make a login cost more.
pub const LOG_N: u8 = 17;

/// How hard a password is to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    Full,
    /// For the demo, whose password everybody knows.
    Demo,
}

impl Cost {
    const fn log_n(self) -> u8 {
        match self {
            Self::Full => LOG_N,
            Self::Demo => 8,
        }
    }
}

thread_local! {
    static DERIVED: Cell<u64> = const { Cell::new(0) };
}

/// How many times this thread stretched a password: what a login costs, counted.
pub fn derived() -> u64 {
    DERIVED.get()
}

/// Seals a personal key with a password.
pub fn lock(key: &FullKey<Person>, password: &str, cost: Cost) -> Result<Sealed, SealError> {
    lock_with(key, None, password, cost)
}

/// The same with the secret of a second factor, which stands in the key file as a comment: a dump without the password
/// gives neither.
pub fn lock_with(
    key: &FullKey<Person>,
    second: Option<&SecondFactor>,
    password: &str,
    cost: Cost,
) -> Result<Sealed, SealError> {
    let mut recipient = scrypt::Recipient::new(stretched(password));
    recipient.set_work_factor(cost.log_n());
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))?;
    let mut text = Zeroizing::new(String::with_capacity(1024));
    if let Some(second) = second {
        for part in [keyfile::SECOND_COMMENT, &second.text(), "\n"] {
            text.push_str(part);
        }
    }
    text.push_str(&key.to_keyfile());
    sealed::seal_with(encryptor, &text, bucket::KEY_FLOOR)
}

/// Opens a personal key with a password. Takes as long for a wrong password as for a right one.
pub fn unlock(sealed: &[u8], password: &str) -> Result<FullKey<Person>, OpenError> {
    unlock_with(sealed, password).map(|(key, _)| key)
}

/// The same, with the second factor that was sealed beside it. One that cannot be read is an error, and not none.
pub fn unlock_with(sealed: &[u8], password: &str) -> Result<(FullKey<Person>, Option<SecondFactor>), OpenError> {
    let mut identity = scrypt::Identity::new(stretched(password));
    identity.set_max_work_factor(LOG_N);
    let text = Zeroizing::new(key::open(&identity, sealed)?);
    let line = text.lines().find_map(|line| line.strip_prefix(keyfile::SECOND_COMMENT));
    let second = line.map(|line| SecondFactor::parse(line).ok_or(OpenError::Malformed)).transpose()?;
    Ok((FullKey::from_keyfile(&text)?, second))
}

/// Whether two passwords are one, however they were typed.
pub fn is_same(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// Does the work of a login that cannot succeed, so that an unknown name takes as long as a known one.
pub fn pretend(password: &str, cost: Cost) {
    let mut recipient = scrypt::Recipient::new(stretched(password));
    recipient.set_work_factor(cost.log_n());
    drop(age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)));
}

/// The same, for one derivation.
fn stretched(password: &str) -> SecretString {
    DERIVED.set(DERIVED.get() + 1);
    normal(password)
}

/// A password as scrypt gets it: in Unicode's composed form (NFC), because keyboards differ in how they type an é.
/// Nothing else is changed: spaces count.
fn normal(password: &str) -> SecretString {
    SecretString::from(password.nfc().collect::<String>())
}

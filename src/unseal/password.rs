//! A personal key sealed with its owner's password: logging in is opening it, so there is no password hash to steal.

use age::{scrypt, secrecy::SecretString};
use seal::{OpenError, SealError, Sealed, bucket, role::Person, sealed};

use crate::{FullKey, PrivateHalf, key};

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

/// Seals a personal key with a password.
pub fn lock(key: &FullKey<Person>, password: &str, cost: Cost) -> Result<Sealed, SealError> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(password));
    recipient.set_work_factor(cost.log_n());
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))?;
    sealed::seal_with(encryptor, &key.to_keyfile(), bucket::KEY_FLOOR)
}

/// Opens a personal key with a password. Takes as long for a wrong password as for a right one.
pub fn unlock(sealed: &[u8], password: &str) -> Result<FullKey<Person>, OpenError> {
    let mut identity = scrypt::Identity::new(SecretString::from(password));
    identity.set_max_work_factor(LOG_N);
    FullKey::from_keyfile(&zeroize::Zeroizing::new(key::open(&identity, sealed)?))
}

/// Does the work of a login that cannot succeed, so that an unknown name takes as long as a known one.
pub fn pretend(password: &str, cost: Cost) {
    let mut recipient = scrypt::Recipient::new(SecretString::from(password));
    recipient.set_work_factor(cost.log_n());
    drop(age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)));
}

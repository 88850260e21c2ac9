//! The second factor: a secret in an app, and codes of six digits that follow from it and the time (TOTP, RFC 6238).
//! It guards the login, not a stolen database: who has the password opens the key that the secret lies beside.

use rand::Rng;
use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

/// Seconds that a code stands for.
pub const STEP: i64 = 30;
/// Bytes of a secret: 160 bits (RFC 4226, section 4).
const LENGTH: usize = 20;

/// One person's secret.
#[derive(Clone)]
pub struct SecondFactor(Secret);

impl SecondFactor {
    pub fn random(randomness: &mut impl Rng) -> Self {
        let mut bytes = [0; LENGTH];
        randomness.fill_bytes(&mut bytes);
        Self(Secret::new_stack(bytes))
    }

    /// Reads the text of a secret (base32); `None` where it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        Secret::try_from_base32(text).ok().filter(|secret| secret.as_bytes().len() == LENGTH).map(Self)
    }

    /// The secret in base32, to type where no camera is.
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_base32())
    }

    /// What the QR code says: `otpauth://totp/...`. `None` without an account's name.
    pub fn address(&self, issuer: &str, account: &str) -> Option<Zeroizing<String>> {
        let plain = |text: &str| text.replace(':', " ");
        let builder = Builder::new().with_account_name(plain(account)).with_issuer(Some(plain(issuer)));
        builder.with_secret(self.0.clone()).build().ok()?.to_url().ok().map(Zeroizing::new)
    }

    /// The step that a code is of, if it is the right one now, a step ago or a step ahead. The caller sees to it that no
    /// step is used twice. `at`: seconds since the Unix epoch.
    pub fn check(&self, code: &str, at: i64) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let step = self.totp()?.check(&digits, u64::try_from(at).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The code of a moment, as an app shows it.
    pub fn code(&self, at: i64) -> Option<String> {
        Some(self.totp()?.generate(u64::try_from(at).ok()?).to_string())
    }

    fn totp(&self) -> Option<Totp> {
        Builder::new().with_secret(self.0.clone()).with_skew(1).build().ok()
    }
}

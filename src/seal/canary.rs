//! The mark of a canary: by it a portal knows that a form comes from the desk itself. It is a signature, so that nothing in a
//! portal can make one.

use chrono::{Days, NaiveDate};
use data_encoding::BASE64;

use crate::{Signer, VERSION, VerifyKey, role};

/// Marks the form of a nonce, on a Dutch day: Ed25519, in base64, over the text
///
/// ```text
/// signaalkluis/1/canary
/// 2026-11-26
/// the nonce, as it stands in the form
/// ```
pub fn mark(nonce: &str, on: NaiveDate, key: &dyn Signer) -> String {
    BASE64.encode(&key.sign(&message(nonce, on)))
}

/// Whether the canary's key marked this form, today or on a day beside it: two machines may disagree about midnight.
pub fn is_marked(mark: &str, nonce: &str, today: NaiveDate, key: &VerifyKey<role::Route>) -> bool {
    let signature = BASE64.decode(mark.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
    let Some(signature) = signature else { return false };
    let days = [Some(today), today.checked_sub_days(Days::new(1)), today.checked_add_days(Days::new(1))];
    days.into_iter().flatten().any(|on| key.accepts(&message(nonce, on), &signature))
}

fn message(nonce: &str, on: NaiveDate) -> Vec<u8> {
    format!("signaalkluis/{VERSION}/canary\n{on}\n{nonce}\n").into_bytes()
}

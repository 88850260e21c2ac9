//! Key files, and public halves as text. What is read is written back as the same key.
#![no_main]

use libfuzzer_sys::fuzz_target;
use seal::{Recipient, VerifyKey, role};
use unseal::{FullKey, OpeningKey, PrivateHalf};

fuzz_target!(|text: &str| {
    if let Ok(key) = OpeningKey::<role::Source>::from_keyfile(text) {
        let again = OpeningKey::<role::Source>::from_keyfile(&key.to_keyfile());
        assert!(again.is_ok_and(|again| again.recipient() == key.recipient()));
    }
    if let Ok(key) = FullKey::<role::Person>::from_keyfile(text) {
        let again = FullKey::<role::Person>::from_keyfile(&key.to_keyfile());
        assert!(again.is_ok_and(|again| again.halves() == key.halves()));
    }
    if let Ok(key) = text.parse::<Recipient<role::Route>>() {
        assert!(key.to_string().parse() == Ok(key));
    }
    if let Ok(key) = text.parse::<VerifyKey<role::Route>>() {
        assert!(key.to_string().parse() == Ok(key));
    }
});

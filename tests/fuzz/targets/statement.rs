//! Heads, grants and intake statements as a database may hold them. They are checked with a key that never signed any:
//! what verifies here is a forgery.
#![no_main]

use domain::RouteName;
use libfuzzer_sys::fuzz_target;
use seal::{Digest, Signed, confirmation, grant, head::Head, intake::Intake, recovery, role};
use std::sync::LazyLock;
use unseal::{FullKey, demo};

static ROUTE: LazyLock<FullKey<role::Route>> = LazyLock::new(|| demo::route(RouteName::Bewaarder));

fuzz_target!(|text: &str| {
    let key = ROUTE.halves().verify;
    assert!(grant::verify(text, RouteName::Aov, &key).is_err());
    let grant = Digest::of(text.as_bytes());
    assert!(confirmation::verify(text, RouteName::Aov, &key, grant).is_err());
    assert!(recovery::verify_recovered(text, RouteName::Aov, &key, grant).is_err());
    assert!(recovery::verify_sealed_to(text, RouteName::Aov, &key, text.as_bytes()).is_err());
    let head = Signed::<Head>::parse(text.to_owned());
    assert!(head.verify(&[&key]).is_err());
    let _ = (head.claims(), head.digest());
    if let Ok(intake) = Intake::verify(text, None) {
        assert_eq!(intake.v, seal::VERSION);
    }
});

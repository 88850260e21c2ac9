//! What somebody types at the pickup page. A code that is understood is understood again as it is written out.
#![no_main]

use domain::PickupCode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    match PickupCode::parse(typed) {
        Ok(code) => assert!(PickupCode::parse(&code.text()).is_ok_and(|again| again == code)),
        Err(error) => assert!(!error.sentences().is_empty()),
    }
});

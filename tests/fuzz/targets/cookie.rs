//! A mailbox cookie as a browser may send it: nobody makes one that opens without the hour's secret. With the secret
//! (the second half of this target) whatever was typed comes back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mailbox::{Cookie, HourSecret, Typed};

fuzz_target!(|text: &str| {
    let secret = HourSecret([7; 32]);
    let cookie = Cookie(text.to_owned());
    let _ = (cookie.hour(), cookie.form_token());
    assert!(cookie.open(&secret, 100).is_none());

    let typed = Typed::Mistyped(text.to_owned().into());
    let sealed = Cookie::seal(&typed, 1, &secret, 100, &mut rand::rng());
    assert_eq!(sealed.0.len(), 406);
    match sealed.open(&secret, 100) {
        Some(Typed::Mistyped(start)) => assert!(text.starts_with(start.as_str())),
        _ => panic!("what was mistyped did not come back"),
    }
});

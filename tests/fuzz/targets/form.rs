//! Form bodies: every pair is kept, whatever the bytes, and text that was no UTF-8 can pass for none.
#![no_main]

use libfuzzer_sys::fuzz_target;
use web::Form;

fuzz_target!(|body: &[u8]| {
    let form = Form::decode(body);
    let pairs = body.split(|b| *b == b'&').filter(|pair| !pair.is_empty()).count();
    assert_eq!(form.fields().len(), pairs);
    for (name, _) in form.fields() {
        assert!(form.all(name).any(|value| value == form.get(name)));
    }
});

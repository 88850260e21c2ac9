//! What may identify somebody in any text: the traces lie inside it, in order, apart, on whole characters; and what
//! is found is found again in a text that holds nothing else.
#![no_main]

use domain::traces::{TraceKind, find};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut end = 0;
    for trace in find(text) {
        assert!(trace.range.start >= end && !trace.range.is_empty());
        end = trace.range.end;
        let part = &text[trace.range];
        if matches!(trace.kind, TraceKind::Iban | TraceKind::Mailadres) {
            assert!(find(part).iter().any(|again| again.kind == trace.kind));
        }
    }
});

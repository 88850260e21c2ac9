//! Padding comes off whole or not at all.
#![no_main]

use libfuzzer_sys::fuzz_target;
use seal::sealed::without_padding;

fuzz_target!(|text: &str| {
    if let Ok(content) = without_padding(text) {
        let padding = &text[content.len()..];
        assert!(text.starts_with(content) && (content.is_empty() || content.ends_with('\n')));
        assert!(padding.starts_with('#') && padding.ends_with('\n') && padding[1..].trim_matches(' ') == "\n");
    }
});

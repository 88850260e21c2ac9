//! Buckets and padding: every text comes back, and the file that holds it is exactly one of a few sizes.

use super::{Outcome, World, refused};
use ::seal::{
    OpenError, SealError, Sealed,
    bucket::{BUCKETS, ITEM_FLOOR, KEY_FLOOR, is_bucket},
    sealed::{seal, seal_with, without_padding},
};
use ::unseal::OpeningKey;
use age::{scrypt, secrecy::SecretString};
use proptest::prelude::*;

/// A text of this many bytes that ends its last line.
fn text_of(length: usize) -> String {
    let mut text = "Er gebeurt iets in de haven. ".repeat(length / 29 + 1);
    text.truncate(length.saturating_sub(1));
    if length > 0 {
        text.push('\n');
    }
    text
}

/// Bytes before an age file's payload, nonce included.
fn header_length(file: &[u8]) -> usize {
    let mac = file.windows(4).position(|at| at == b"--- ").unwrap_or_else(|| panic!("no age header"));
    let line_end = file[mac..].iter().position(|b| *b == b'\n').unwrap_or_else(|| panic!("no end of the header"));
    mac + line_end + 1 + 16
}

/// How much text a bucket holds behind such a header: a tag a chunk and the shortest padding aside.
fn room(bucket: usize, header: usize) -> usize {
    let payload = bucket - header;
    payload - 16 * payload.div_ceil(64 * 1024 + 16) - 2
}

/// A password's header has one length always, where a key's has a random one.
fn password() -> (scrypt::Recipient, scrypt::Identity) {
    let word = || SecretString::from("haven");
    let mut recipient = scrypt::Recipient::new(word());
    recipient.set_work_factor(1);
    (recipient, scrypt::Identity::new(word()))
}

fn seal_by_password(text: &str, floor: usize) -> Result<Sealed, SealError> {
    let (recipient, _) = password();
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))?;
    seal_with(encryptor, text, floor)
}

#[test]
fn there_are_few_sizes_and_each_is_double_the_one_before() {
    assert!(BUCKETS.len() <= 24);
    assert_eq!((BUCKETS[0], BUCKETS[17]), (1024, 128 * 1024 * 1024));
    assert!(BUCKETS.windows(2).all(|pair| pair[1] == 2 * pair[0]));
    assert!(is_bucket(KEY_FLOOR) && is_bucket(ITEM_FLOOR) && !is_bucket(0) && !is_bucket(1025));
}

#[test]
fn a_text_fills_its_bucket_to_the_last_byte_and_one_byte_more_takes_the_next() -> Outcome {
    let header = header_length(seal_by_password("", KEY_FLOOR)?.bytes());
    for (at, bucket) in BUCKETS.iter().copied().enumerate().take_while(|(_, bucket)| *bucket <= 1 << 20) {
        let full = room(bucket, header);
        for length in full - 3..=full + 3 {
            let text = text_of(length);
            let sealed = seal_by_password(&text, KEY_FLOOR)?;
            let expected = if length <= full { bucket } else { BUCKETS[at + 1] };
            assert_eq!(sealed.bytes().len(), expected, "a text of {length} bytes");
            let opened = String::from_utf8(age::decrypt(&password().1, sealed.bytes())?)?;
            assert!(without_padding(&opened)? == text, "a text of {length} bytes came back changed");
        }
    }
    Ok(())
}

#[test]
fn a_text_around_any_edge_comes_back_whatever_the_header() -> Outcome {
    let world = World::new();
    for bucket in BUCKETS.iter().copied().filter(|bucket| *bucket <= 1 << 20) {
        let header = header_length(seal("", &[world.source.recipient().any()], KEY_FLOOR)?.bytes());
        for length in room(bucket, header) - 3..=room(bucket, header) + 3 {
            comes_back(&world.source, &text_of(length), KEY_FLOOR)?;
        }
    }
    Ok(())
}

fn comes_back<R: ::seal::role::Role>(key: &OpeningKey<R>, text: &str, floor: usize) -> Outcome {
    let sealed = seal(text, &[key.recipient().any()], floor)?;
    let length = sealed.bytes().len();
    assert!(is_bucket(length) && length >= floor, "a file of {length} bytes");
    let opened = key.open(sealed.bytes())?;
    assert!(without_padding(&opened)? == text, "a text of {} bytes came back changed", text.len());
    Ok(())
}

#[test]
fn texts_in_every_script_and_texts_that_look_like_padding_come_back() -> Outcome {
    let world = World::new();
    for text in [
        "",
        "\n",
        "#\n",
        "#   \n",
        "#   \n#   \n",
        "een regel\n#   \n",
        "#   niet leeg\n",
        "أرى شيئًا غريبًا في الميناء\n",
        "👩🏽‍🚒🏴‍☠️ en één é en een é\n",
        "{\"wat\":\"eerste regel\\nen een tweede\\r\\n# \\n\"}\nhandtekening\n",
        "\r\n\u{2028}\u{85}\n",
    ] {
        comes_back(&world.source, text, ITEM_FLOOR)?;
    }
    Ok(())
}

#[test]
fn a_last_line_without_an_end_gets_one() -> Outcome {
    let world = World::new();
    for text in ["a", "#", "regel\n# ", "#   ", "{\"a\":1}"] {
        let opened = world.source.open(seal(text, &[world.source.recipient().any()], KEY_FLOOR)?.bytes())?;
        assert_eq!(without_padding(&opened)?, format!("{text}\n"));
    }
    Ok(())
}

#[test]
fn what_has_no_padding_is_not_of_our_format() {
    for text in ["", "\n", "regel\n", "regel#  \n", "#  ", "# x\n", "#\t\n", "#  \r\n"] {
        assert_eq!(refused(without_padding(text)), OpenError::Malformed, "{text:?}");
    }
}

#[test]
fn a_text_too_long_for_any_bucket_is_refused_before_it_is_written() {
    let world = World::new();
    let sealed = seal(&" ".repeat(BUCKETS[17]), &[world.source.recipient().any()], ITEM_FLOOR);
    assert!(matches!(refused(sealed), SealError::TooLong));
}

#[test]
fn nothing_is_sealed_to_nobody() {
    assert!(matches!(refused(seal("x\n", &[], ITEM_FLOOR)), SealError::Age(_)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn a_text_of_any_length_up_to_a_mebibyte_comes_back(length in 0_usize..=1 << 20) {
        let world = World::new();
        comes_back(&world.source, &text_of(length), ITEM_FLOOR).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }

    #[test]
    fn any_text_at_all_comes_back(text in "(?s).{0,2000}") {
        let world = World::new();
        comes_back(&world.source, &format!("{text}\n"), KEY_FLOOR).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }

    #[test]
    fn taking_padding_off_never_panics(text in "(?s).{0,40}[# \n]{0,6}") {
        let _ = without_padding(&text);
    }
}

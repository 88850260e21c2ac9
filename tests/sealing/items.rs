//! One item: what is sealed is read again by who holds the key, and every way of changing it has an error of its own.

use super::{Outcome, World, anybody, chance, item_at, item_id, item_text, refused, signal};
use ::domain::{Kind, Side};
use ::mailbox::MailboxKey;
use ::seal::{
    Digest, ItemError, OpenError, Place, Row, Sealed, Signed, Signer,
    bucket::{BUCKETS, ITEM_FLOOR},
    item, sealed,
};
use ::unseal::OpeningKey;
use proptest::prelude::*;
use rand::Rng;
use serde_json::json;

/// An item of the reporter's, number 1.
fn first(world: &World) -> Outcome<Row> {
    world.row(world.place(Side::Reporter, 1), None, 0)
}

#[test]
fn an_item_is_read_by_both_it_was_sealed_to() -> Outcome {
    let world = World::new();
    let row = first(&world)?;
    assert_eq!(row.sealed.len(), ITEM_FLOOR);
    for text in [world.mailbox.open(&row.sealed)?, world.source.open(&row.sealed)?] {
        let item = item::verify_item(&text, &row.place, Some(None), world.only(Side::Reporter))?;
        assert_eq!(item.body::<String>()?, "number 1 of melder");
        assert_eq!(refused(item.body::<u32>()), ItemError::Malformed);
    }
    Ok(())
}

#[test]
fn bodies_with_line_breaks_and_every_script_come_back() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    for words in ["regel\n# \r\n\u{2028}regel", "#   \n", "ميناء", "🏴‍☠️", "\"},{\"v\":1}\n", "\u{0}"] {
        let body = json!({ "bericht": words, "lijst": [1, null, { "in": words }] });
        let sealed = item::seal_item(place, None, 0, &body, &world.officer, &[world.source.recipient().any()])?;
        let item = item::verify_item(&world.source.open(sealed.bytes())?, &place, Some(None), anybody)?;
        assert_eq!(item.body::<serde_json::Value>()?, body);
    }
    Ok(())
}

#[test]
fn raw_json_with_line_breaks_is_refused_before_it_is_sealed() -> Outcome {
    let world = World::new();
    let raw = serde_json::value::RawValue::from_string("{\n}".to_owned())?;
    let to = world.source.recipient();
    let sealed = item::seal_item(world.place(Side::Desk, 1), None, 0, &raw, &world.officer, &[to.any()]);
    assert!(matches!(refused(sealed), ::seal::SealError::Json(_)));
    Ok(())
}

#[test]
fn another_key_opens_nothing() -> Outcome {
    let world = World::new();
    let row = first(&world)?;
    assert_eq!(refused(world.case.open(&row.sealed)), OpenError::NotForThisKey);
    assert_eq!(refused(world.officer.open(&row.sealed)), OpenError::NotForThisKey);
    let mut words = super::TEN_WORDS;
    words[9] += 1;
    let near = ::domain::PickupCode::from_words(words.map(::domain::words::Word::at));
    let near = MailboxKey::derive(&::mailbox::Root::of(&near));
    assert_eq!(refused(near.open(&row.sealed)), OpenError::NotForThisKey);
    Ok(())
}

#[test]
fn a_file_that_was_cut_or_added_to_is_refused() -> Outcome {
    let world = World::new();
    let file = sealed::seal(&"tekst\n".repeat(2000), &[world.source.recipient().any()], ITEM_FLOOR)?.into_bytes();
    assert_eq!(file.len(), BUCKETS[4]);
    for length in [0, 1, 1023, file.len() - 1, file.len() + 1] {
        let mut changed = file.clone();
        changed.resize(length, 0);
        assert_eq!(refused(world.source.open(&changed)), OpenError::NotABucket { size: length });
        assert_eq!(refused(Sealed::try_from(changed)), OpenError::NotABucket { size: length });
    }
    // To another size that is a bucket: then the last chunk does not fit its tag.
    for length in [BUCKETS[0], BUCKETS[3], BUCKETS[5], BUCKETS[8]] {
        let mut changed = file.clone();
        changed.resize(length, 0);
        assert_eq!(refused(world.source.open(&changed)), OpenError::Damaged, "{length} bytes");
    }
    Ok(())
}

#[test]
fn bytes_that_are_no_age_file_are_refused() {
    let world = World::new();
    let mut noise = vec![0; ITEM_FLOOR];
    assert_eq!(refused(world.source.open(&noise)), OpenError::Damaged);
    chance(1).fill_bytes(&mut noise);
    assert_eq!(refused(world.mailbox.open(&noise)), OpenError::Damaged);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_flipped_bit_anywhere_is_noticed(at in any::<prop::sample::Index>(), bit in 0..8_u8, in_header in any::<bool>()) {
        thread_local! {
            static ONE: (OpeningKey<::seal::role::Source>, Vec<u8>) = one();
        }
        ONE.with(|(key, file)| {
            let payload = file.windows(5).position(|at| at == b"\n--- ").map_or(0, |mac| mac + 1 + 4 + 43 + 1);
            let at = if in_header { at.index(payload) } else { payload + at.index(file.len() - payload) };
            let mut changed = file.clone();
            changed[at] ^= 1 << bit;
            let error = refused(key.open(&changed));
            // In the header the recipient's own stanza may be what no longer fits this key.
            let expected = error == OpenError::Damaged || (in_header && error == OpenError::NotForThisKey);
            prop_assert!(expected, "byte {at}: {error:?}");
            Ok(())
        })?;
    }
}

fn one() -> (OpeningKey<::seal::role::Source>, Vec<u8>) {
    let key = OpeningKey::generate();
    let file = sealed::seal("tekst\n", &[key.recipient().any()], ITEM_FLOOR);
    (key, file.map(Sealed::into_bytes).unwrap_or_default())
}

#[test]
fn an_item_that_was_moved_is_refused_with_what_was_moved() -> Outcome {
    let world = World::new();
    let row = first(&world)?;
    let here = row.place;
    for (place, error) in [
        (Place { signal: signal(2), ..here }, ItemError::OtherSignal),
        (Place { side: Side::Desk, ..here }, ItemError::OtherSide),
        (Place { kind: Kind::Report, ..here }, ItemError::OtherKind),
        (Place { epoch: 2, ..here }, ItemError::OtherEpoch),
        (Place { number: 2, ..here }, ItemError::OutOfOrder),
        (Place { item: item_id(99), ..here }, ItemError::Replayed),
        (Place { item: item_id(99), number: 2, ..here }, ItemError::Replayed),
    ] {
        let moved = Row { place, ..row.clone() };
        let text = world.text(&moved)?;
        assert_eq!(refused(item::verify_item(&text, &place, Some(None), anybody)), error);
        // Also where nobody may write: that it was moved says more.
        let nobody = |_: &Place, _: &_| Err(ItemError::SignedByAnother);
        assert_eq!(refused(item::verify_item(&text, &place, Some(None), nobody)), error);
    }
    Ok(())
}

#[test]
fn an_item_must_follow_the_one_before_it() -> Outcome {
    let world = World::new();
    let row = first(&world)?;
    let other = Digest::of(b"another file");
    assert_eq!(refused(world.verify(&row, Some(other))), ItemError::BrokenChain);
    let second = world.row(world.place(Side::Reporter, 2), Some(Digest::of(&row.sealed)), 0)?;
    world.verify(&second, Some(Digest::of(&row.sealed)))?;
    assert_eq!(refused(world.verify(&second, None)), ItemError::BrokenChain);
    Ok(())
}

#[test]
fn an_item_of_somebody_else_is_refused_though_its_signature_is_right() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Reporter, 1);
    let to = world.mailbox.halves().encrypt;
    let sealed = item::seal_item(place, None, 0, &"ik ben de melder", &world.officer, &[to.any()])?;
    let row = Row { place, sealed: sealed.into_bytes() };
    assert_eq!(refused(world.verify(&row, None)), ItemError::SignedByAnother);
    Ok(())
}

#[test]
fn a_signature_must_be_there_must_fit_and_must_be_the_authors() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    let read = |text: &str| item::verify_item(text, &place, Some(None), anybody);
    let item = item_at(place, &world.officer, None, 0, &json!("tekst"))?;
    let text = item_text(&item, &world.officer)?;
    read(&text)?;
    let (line, signature) = text.split_once('\n').unwrap_or_default();

    assert_eq!(refused(read(&format!("{line}\n#\n"))), ItemError::Unsigned);
    for no_signature in ["", "AAAA", "geen base64!"] {
        assert_eq!(refused(read(&format!("{line}\n{no_signature}\n#\n"))), ItemError::Unsigned);
    }
    let changed = line.replace("\"tekst\"", "\"tekzt\"");
    assert_eq!(refused(read(&format!("{changed}\n{signature}"))), ItemError::BadSignature);
    // By the colleague, in the officer's name.
    assert_eq!(refused(read(&item_text(&item, &world.colleague)?)), ItemError::BadSignature);
    // Twice signed is not once signed.
    let twice = format!("{}#\n", Signed::sign(&item, &[&world.officer, &world.officer])?.text());
    assert_eq!(refused(read(&twice)), ItemError::Malformed);
    Ok(())
}

#[test]
fn a_signature_under_another_kind_of_statement_does_not_count() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    let item = item_at(place, &world.officer, None, 0, &json!("tekst"))?;
    let line = serde_json::to_string(&item)?;
    for (tag, accepted) in [
        ("signaalkluis/1/item\n", true),
        ("signaalkluis/1/head\n", false),
        ("signaalkluis/1/intake\n", false),
        ("signaalkluis/2/item\n", false),
        ("", false),
    ] {
        let signature = world.officer.sign(format!("{tag}{line}").as_bytes());
        let text = format!("{line}\n{}\n#\n", super::vectors::base64(&signature));
        let read = item::verify_item(&text, &place, Some(None), anybody);
        assert_eq!(read.map(drop), if accepted { Ok(()) } else { Err(ItemError::BadSignature) }, "{tag:?}");
    }
    Ok(())
}

#[test]
fn another_version_is_named_even_where_its_fields_differ() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    let mut item = item_at(place, &world.officer, None, 0, &json!("tekst"))?;
    item.v = 2;
    let text = item_text(&item, &world.officer)?;
    assert_eq!(refused(item::verify_item(&text, &place, Some(None), anybody)), ItemError::UnknownVersion);
    for line in [r#"{"v":2}"#, r#"{"v":300,"nieuw":[]}"#, r#"{"nieuw":1,"v":0}"#] {
        let read = item::verify_item(&format!("{line}\n#\n"), &place, Some(None), anybody);
        assert_eq!(refused(read), ItemError::UnknownVersion);
    }
    for line in [r#"{"v":1}"#, "{}", "null", "", "{\"v\":\"1\"}"] {
        let read = item::verify_item(&format!("{line}\n#\n"), &place, Some(None), anybody);
        assert_eq!(refused(read), ItemError::Malformed, "{line}");
    }
    Ok(())
}

#[test]
fn unknown_and_repeated_fields_are_refused() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    let line = serde_json::to_string(&item_at(place, &world.officer, None, 0, &json!("tekst"))?)?;
    for changed in [line.replacen('{', "{\"extra\":1,", 1), line.replacen('{', "{\"v\":1,", 1)] {
        let read = item::verify_item(&format!("{changed}\n#\n"), &place, Some(None), anybody);
        assert_eq!(refused(read), ItemError::Malformed);
    }
    Ok(())
}

#[test]
fn what_opens_but_is_no_item_is_refused() -> Outcome {
    let world = World::new();
    let place = world.place(Side::Desk, 1);
    for text in ["", "#\n", "tekst\n", "{}"] {
        let read = item::verify_item(text, &place, Some(None), anybody);
        let expected = if text == "#\n" { ItemError::Malformed } else { ItemError::Open(OpenError::Malformed) };
        assert_eq!(refused(read), expected, "{text:?}");
    }
    Ok(())
}

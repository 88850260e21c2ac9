//! What a pickup code gives: its words, its mailbox, the cookie of an opened mailbox, and the receipt of a form.

use super::{chance, code};
use ::mailbox::{
    Cookie, HourSecret, MailboxKey, Nonce, Root, Typed,
    code::pickup_code,
    cookie::LIFE_MINUTES,
    receipt::{Receipt, Tag},
};
use ::seal::{Digest, Signer};
use proptest::prelude::*;

const HOUR: i64 = 492_700;
const MINUTE: i64 = HOUR * 60 + 17;

fn hour_secret(n: u64) -> HourSecret {
    HourSecret::random(&mut chance(n))
}

fn nonce(n: u64) -> Nonce {
    Nonce::random(&mut chance(1000 + n))
}

#[test]
fn the_same_form_in_the_same_hour_gives_the_same_words() {
    let answers = Digest::of(b"answers");
    let words = |hour, form, answers: &Digest| pickup_code(&hour_secret(hour), &nonce(form), answers).text();
    let first = words(1, 1, &answers);
    assert_eq!(first.split(' ').count(), 10);
    assert_eq!(first, words(1, 1, &answers));
    for other in [words(2, 1, &answers), words(1, 2, &answers), words(1, 1, &Digest::of(b"other answers"))] {
        assert_ne!(first, other);
        let same = first.split(' ').zip(other.split(' ')).filter(|(a, b)| a == b).count();
        assert!(same < 4, "{first} / {other}");
    }
}

#[test]
fn a_nonce_travels_through_the_form() {
    let nonce = nonce(1);
    assert_eq!(nonce.text().len(), 43);
    assert!(Nonce::parse(&nonce.text()).is_some_and(|again| again.text() == nonce.text()));
    let text = nonce.text();
    for wrong in ["", "x", &text[..42], &format!("{text}A"), &format!("{text}="), &text.replacen(&text[..1], "+", 1)] {
        assert!(Nonce::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_code_finds_one_mailbox_and_every_word_counts() {
    let key = MailboxKey::derive(&Root::of(&code()));
    assert_eq!(key.lookup(), MailboxKey::derive(&Root::of(&code())).lookup());
    for at in 0..10 {
        let mut words = *code().words();
        words[at] = ::domain::words::Word::at(words[at].index() ^ 1);
        let other = MailboxKey::derive(&Root::of(&::domain::PickupCode::from_words(words)));
        assert_ne!(key.lookup(), other.lookup(), "word {at}");
        assert!(key.halves().encrypt != other.halves().encrypt && key.halves().verify != other.halves().verify);
        assert_ne!(key.sign(b"x"), other.sign(b"x"));
    }
}

fn mistyped(text: &str) -> Typed {
    Typed::Mistyped(text.to_owned().into())
}

fn seal(typed: &Typed, seed: u64) -> Cookie {
    Cookie::seal(typed, HOUR, &hour_secret(1), MINUTE, &mut chance(seed))
}

fn lookup_of(typed: Option<Typed>) -> Option<::mailbox::Lookup> {
    match typed? {
        Typed::Code(root) => Some(MailboxKey::derive(&root).lookup()),
        Typed::Mistyped(_) => None,
    }
}

#[test]
fn a_cookie_holds_what_was_typed_for_two_hours() {
    let right = MailboxKey::derive(&Root::of(&code())).lookup();
    let cookie = seal(&Typed::Code(Root::of(&code())), 1);
    assert_eq!(cookie.hour(), Some(HOUR));
    for (minutes, opens) in
        [(0, true), (1, true), (LIFE_MINUTES - 1, true), (LIFE_MINUTES, false), (-1, false), (i64::MAX - MINUTE, false)]
    {
        let opened = lookup_of(cookie.open(&hour_secret(1), MINUTE + minutes));
        assert_eq!(opened, opens.then_some(right), "after {minutes} minutes");
    }
    assert!(cookie.open(&hour_secret(1), i64::MIN).is_none());
    assert!(cookie.open(&hour_secret(2), MINUTE).is_none(), "opened with another hour's secret");
}

#[test]
fn a_cookie_is_no_cookie_of_another_hour() {
    let moved = Cookie::seal(&Typed::Code(Root::of(&code())), HOUR + 1, &hour_secret(1), MINUTE, &mut chance(1));
    let here = seal(&Typed::Code(Root::of(&code())), 1);
    // Only the hour in front was exchanged.
    let mixed = Cookie(format!("{}{}", &moved.0[..11], &here.0[11..]));
    assert_ne!(mixed.0, here.0);
    assert!(mixed.open(&hour_secret(1), MINUTE).is_none());
}

#[test]
fn what_was_mistyped_comes_back_and_long_texts_lose_their_end() {
    for text in ["", "appel", "é", "🏴‍☠️ haven"] {
        let opened = seal(&mistyped(text), 1).open(&hour_secret(1), MINUTE);
        assert!(matches!(opened, Some(Typed::Mistyped(typed)) if *typed == *text));
    }
    let long = "ü".repeat(500);
    let opened = seal(&mistyped(&long), 1).open(&hour_secret(1), MINUTE);
    assert!(matches!(opened, Some(Typed::Mistyped(typed)) if *typed == *"ü".repeat(123)));
    let odd = format!("a{}", "€".repeat(300));
    let opened = seal(&mistyped(&odd), 1).open(&hour_secret(1), MINUTE);
    assert!(matches!(opened, Some(Typed::Mistyped(typed)) if odd.starts_with(typed.as_str()) && typed.len() == 244));
}

#[test]
fn right_wrong_and_mistyped_codes_look_the_same() {
    let wrong = ::domain::PickupCode::from_words([::domain::words::Word::at(0); 10]);
    let typed = [
        Typed::Code(Root::of(&code())),
        Typed::Code(Root::of(&wrong)),
        mistyped(""),
        mistyped("appel"),
        mistyped(&"x".repeat(9999)),
    ];
    let lengths: Vec<_> = typed.iter().map(|typed| seal(typed, 1).0.len()).collect();
    assert!(lengths.iter().all(|length| *length == 406), "{lengths:?}");
    // Sealed again, nothing but the hour is the same.
    let (one, two) = (seal(&typed[0], 1).0, seal(&typed[0], 2).0);
    assert!(one[..10] == two[..10] && one[12..] != two[12..]);
}

#[test]
fn every_cookie_has_a_form_token_of_its_own() {
    let one = seal(&Typed::Code(Root::of(&code())), 1);
    assert_eq!(one.form_token().len(), 32);
    assert_eq!(one.form_token(), Cookie(one.0.clone()).form_token());
    assert_ne!(one.form_token(), seal(&Typed::Code(Root::of(&code())), 2).form_token());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn a_changed_cookie_opens_nothing(at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_=+ -]") {
        let cookie = seal(&Typed::Code(Root::of(&code())), 1);
        let at = at.index(cookie.0.len());
        let changed = format!("{}{letter}{}", &cookie.0[..at], &cookie.0[at + 1..]);
        prop_assume!(changed != cookie.0);
        prop_assert!(Cookie(changed).open(&hour_secret(1), MINUTE).is_none());
    }

    #[test]
    fn reading_a_cookie_never_panics(text in "[A-Za-z0-9_-]{0,500}|.{0,40}") {
        let cookie = Cookie(text);
        let _ = (cookie.hour(), cookie.form_token());
        prop_assert!(cookie.open(&hour_secret(1), MINUTE).is_none());
    }
}

#[test]
fn a_receipt_opens_only_with_the_nonce_of_its_form() {
    let receipt = Receipt { answers: Digest::of(b"answers"), minute: MINUTE };
    let sealed = receipt.seal(&nonce(1), &mut chance(1));
    assert_eq!(Receipt::open(&nonce(1), &sealed), Some(receipt));
    assert_eq!(receipt.hour(), HOUR);
    assert_eq!(Receipt { minute: -1, ..receipt }.hour(), -1);
    assert!(Receipt::open(&nonce(2), &sealed).is_none());
    assert!(Receipt::open(&nonce(1), &sealed[..sealed.len() - 1]).is_none());
    assert!(Receipt::open(&nonce(1), &[]).is_none());
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(Receipt::open(&nonce(1), &changed).is_none(), "byte {at}");
    }
    // Two receipts of one length, two tags that say nothing of each other.
    assert_eq!(sealed.len(), Receipt { minute: 0, ..receipt }.seal(&nonce(2), &mut chance(2)).len());
    assert_ne!(Tag::of(&nonce(1)), Tag::of(&nonce(2)));
    assert_eq!(Tag::of(&nonce(1)), Tag::of(&nonce(1)));
}

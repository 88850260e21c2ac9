//! A person's key behind his password and through his session; and that nothing secret shows itself in `Debug`.

use super::{Outcome, World, chance, code, item_at, item_text, refused};
use ::domain::{AccountId, Side};
use ::mailbox::{Cookie, HourSecret, MailboxKey, Nonce, Root, Typed, receipt::Receipt};
use ::seal::{Digest, Entry, OpenError, Row, bucket::KEY_FLOOR, item, role, sealed};
use ::unseal::{
    FullKey, OpeningKey, PrivateHalf, SessionSecret, demo,
    password::{Cost, LOG_N, lock, unlock},
};
use age::{scrypt, secrecy::SecretString};
use serde_json::json;
use std::fmt::Debug;
use std::marker::PhantomData;
use uuid::Uuid;

const PASSWORD: &str = "een lang wachtwoord met ü en spaties";

fn account(n: u128) -> AccountId {
    AccountId(Uuid::from_u128(n))
}

#[test]
fn a_password_opens_its_key_and_no_other_password_does() -> Outcome {
    let key = demo::person("officer");
    let locked = lock(&key, PASSWORD, Cost::Demo)?;
    assert_eq!(locked.bytes().len(), KEY_FLOOR);
    assert!(unlock(locked.bytes(), PASSWORD)?.halves() == key.halves());
    for wrong in ["", "x", &PASSWORD[1..], &PASSWORD.to_uppercase(), &format!("{PASSWORD} ")] {
        assert_eq!(refused(unlock(locked.bytes(), wrong).map(drop)), OpenError::NotForThisKey, "{wrong:?}");
    }
    let mut changed = locked.bytes().to_vec();
    changed[900] ^= 1;
    assert_eq!(refused(unlock(&changed, PASSWORD).map(drop)), OpenError::Damaged);
    Ok(())
}

#[test]
fn the_work_of_a_login_is_fixed_and_more_is_refused() -> Outcome {
    let locked = lock(&demo::person("officer"), PASSWORD, Cost::Full)?.into_bytes();
    let header = String::from_utf8_lossy(&locked[..100]).into_owned();
    assert!(header.starts_with("age-encryption.org/v1\n-> scrypt ") && header.contains(" 17\n"), "{header}");
    assert_eq!(LOG_N, 17);
    unlock(&locked, PASSWORD)?;
    for required in 18..=63_u8 {
        let at = locked.windows(4).position(|at| at == b" 17\n").unwrap_or_default();
        let mut more = locked.clone();
        more[at + 1..at + 3].copy_from_slice(required.to_string().as_bytes());
        assert_eq!(refused(unlock(&more, PASSWORD).map(drop)), OpenError::TooMuchWork { required });
    }
    Ok(())
}

#[test]
fn a_password_opens_only_what_was_locked_with_a_password() -> Outcome {
    let world = World::new();
    let wrapped = world.officer.wrap(&[world.route.halves().encrypt.any()])?;
    assert_eq!(refused(unlock(wrapped.bytes(), PASSWORD).map(drop)), OpenError::NotForThisKey);
    // Another role's key under the right password is no personal key.
    let mut recipient = scrypt::Recipient::new(SecretString::from(PASSWORD));
    recipient.set_work_factor(2);
    let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))?;
    let route = sealed::seal_with(encryptor, &world.route.to_keyfile(), KEY_FLOOR)?;
    assert_eq!(refused(unlock(route.bytes(), PASSWORD).map(drop)), OpenError::Malformed);
    Ok(())
}

/// When a session began, in seconds since the Unix epoch.
const BEGAN: i64 = 1_800_000_000;

#[test]
fn a_session_opens_with_its_cookie_and_for_its_account_and_beginning_only() {
    let (secret, key) = (SessionSecret::random(&mut chance(1)), demo::person("officer"));
    let sealed = secret.seal(account(1), BEGAN, &key, &mut chance(2));
    let opens = |secret: &SessionSecret, n, sealed: &[u8]| {
        secret.open(account(n), BEGAN, sealed).is_some_and(|opened| opened.halves() == key.halves())
    };
    assert!(opens(&secret, 1, &sealed));
    assert!(!opens(&secret, 2, &sealed), "opened for another account");
    assert!(secret.open(account(1), BEGAN + 1, &sealed).is_none(), "opened as a session that began later");
    assert!(!opens(&SessionSecret::random(&mut chance(3)), 1, &sealed), "opened with another cookie");
    assert!(!opens(&secret, 1, &sealed[1..]) && !opens(&secret, 1, &[]));
    for at in (0..sealed.len()).step_by(7) {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(!opens(&secret, 1, &changed), "byte {at}");
    }
}

#[test]
fn a_session_cookie_comes_back_and_what_is_found_by_it_opens_nothing() {
    let secret = SessionSecret::random(&mut chance(1));
    let text = secret.text();
    assert_eq!(text.len(), 43);
    assert!(SessionSecret::parse(&text).is_some_and(|again| again.lookup() == secret.lookup()));
    for wrong in ["", &text[..42], &format!("{text}A"), &format!("{text}=")] {
        assert!(SessionSecret::parse(wrong).is_none(), "{wrong}");
    }
    let other = SessionSecret::random(&mut chance(2));
    assert!(secret.lookup() != other.lookup() && secret.form_token() != other.form_token());
    assert_eq!(secret.form_token().len(), 32);
    let (sealed, from_lookup) =
        (secret.seal(account(1), BEGAN, &demo::person("officer"), &mut chance(3)), secret.lookup());
    assert!(derive::open(&from_lookup, account(1).0.as_bytes(), &sealed).is_none());
}

/// Whether a type has `Debug`: the inherent constant wins where its bound holds.
struct Shows<T>(PhantomData<T>);
trait Silent {
    const DEBUG: bool = false;
}
impl<T> Silent for Shows<T> {}
impl<T: Debug> Shows<T> {
    const DEBUG: bool = true;
}

#[test]
fn keys_and_secrets_have_no_debug_at_all() {
    const { assert!(Shows::<Digest>::DEBUG) };
    const {
        assert!(!Shows::<FullKey<role::Person>>::DEBUG);
        assert!(!Shows::<OpeningKey<role::Source>>::DEBUG);
        assert!(!Shows::<SessionSecret>::DEBUG);
        assert!(!Shows::<MailboxKey>::DEBUG);
        assert!(!Shows::<Root>::DEBUG);
        assert!(!Shows::<HourSecret>::DEBUG);
        assert!(!Shows::<Nonce>::DEBUG);
        assert!(!Shows::<Typed>::DEBUG);
        assert!(!Shows::<Cookie>::DEBUG);
    };
}

#[test]
fn what_was_opened_does_not_show_its_words_in_debug() -> Outcome {
    let world = World::new();
    let row: Row = world.row(world.place(Side::Reporter, 1), None, 0)?;
    let place = world.place(Side::Desk, 1);
    let text = item_text(&item_at(place, &world.officer, None, 0, &json!("kanarie"))?, &world.officer)?;
    let item = item::verify_item(&text, &place, None, super::anybody)?;
    let shown = [
        format!("{item:?}"),
        format!("{:?}", Entry::Item(item.clone())),
        format!("{:?}", item_at(place, &world.officer, None, 0, &json!("kanarie"))?),
        format!("{:?}", code()),
        format!("{:?}", Receipt { answers: Digest::of(b"kanarie"), minute: 29_562_017 }),
        format!("{:?}", ::seal::Sealed::try_from(row.sealed)?),
    ];
    for text in shown {
        let secrets = ["kanarie", "29562017", code().words()[1].text(), &Digest::of(b"kanarie").to_string()];
        assert!(secrets.iter().all(|secret| !text.contains(secret)), "{text}");
        assert!(text.len() < 400, "{text}");
    }
    Ok(())
}

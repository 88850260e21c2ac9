//! A thief of the database (A2) tries everything that lies in it as the key to everything else that lies in it.

use ::domain::AccountId;
use ::mailbox::{Nonce, receipt::Receipt};
use ::seal::role;
use ::unseal::{OpeningKey, PrivateHalf, SessionSecret, password};
use data_encoding::BASE64URL_NOPAD;
use sea_orm::EntityTrait;

use super::{
    thief::{Cell, Value, a_day, dump},
    with_db,
};
use crate::helpers::town::Town;

/// Everything in the dump that could be a secret: 32 bytes of a value, wherever they begin in a short one.
pub fn guesses(cells: &[Cell]) -> Vec<[u8; 32]> {
    let mut all: Vec<[u8; 32]> = Vec::new();
    for cell in cells {
        let bytes = cell.bytes();
        let whole = ::seal::Digest::of(&bytes).0;
        all.push(whole);
        all.extend(bytes.first_chunk::<32>());
        all.extend(bytes.last_chunk::<32>());
        if let Value::Text(text) = &cell.value {
            all.extend(
                text.lines()
                    .filter_map(|line| data_encoding::BASE64.decode(line.as_bytes()).ok()?.first_chunk().copied()),
            );
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn a_stolen_copy_without_passwords_codes_and_the_recovery_key_opens_nothing() {
    let (scene, _) = a_day();
    let cells = dump(&scene.town);
    let guesses = guesses(&cells);
    assert!(guesses.len() > 100, "{}", guesses.len());
    let (mut files, mut short) = (Vec::new(), Vec::new());
    for cell in &cells {
        if let Value::Bytes(bytes) = &cell.value {
            let of = if bytes.starts_with(b"age-encryption.org/v1") { &mut files } else { &mut short };
            of.push((cell.place(), bytes.clone()));
        }
    }
    // No private half lies open: no text of the dump reads as one.
    for cell in &cells {
        let text = String::from_utf8_lossy(&cell.bytes()).into_owned();
        assert!(
            OpeningKey::<role::Recovery>::from_keyfile(&text).is_err(),
            "a private half lies open in {}",
            cell.place()
        );
        assert!(!text.contains("SECRET-KEY"), "{}", cell.place());
    }
    // Nothing that lies there is the key to anything else that lies there.
    for guess in &guesses {
        let Some(key) = identity(guess) else { continue };
        for (place, file) in &files {
            assert!(key.open(file).is_err(), "{place} opens with something that lies beside it");
        }
    }
    let accounts: Vec<AccountId> = town_accounts(&scene.town);
    for guess in &guesses {
        let text = BASE64URL_NOPAD.encode(guess);
        let (nonce, secret) = (Nonce::parse(&text).expect("32 bytes"), SessionSecret::parse(&text).expect("32 bytes"));
        for (place, sealed) in short.iter().filter(|(place, _)| place.ends_with("sealed")) {
            assert!(Receipt::open(&nonce, sealed).is_none(), "{place} opens as a receipt");
            let began = began(&scene.town);
            let opens = accounts.iter().any(|id| began.iter().any(|at| secret.open(*id, *at, sealed).is_some()));
            assert!(!opens, "{place} opens as a session");
            assert!(derive::open(guess, b"", sealed).is_none());
        }
    }
    // Nor does a password that everybody would try first; scrypt makes each further one cost a quarter of a second.
    for (_, file) in files.iter().filter(|(place, _)| place == "account.sealed_key") {
        for guess in ["", "wachtwoord", "aov"] {
            assert!(password::unlock(file, guess).is_err());
        }
    }
}

fn identity(seed: &[u8; 32]) -> Option<OpeningKey<role::Recovery>> {
    let prefix = bech32::Hrp::parse_unchecked("age-secret-key-");
    let text = bech32::encode_upper::<bech32::Bech32>(prefix, seed).ok()?;
    OpeningKey::from_keyfile(&text).ok()
}

fn town_accounts(town: &Town) -> Vec<AccountId> {
    let accounts = town.runtime.block_on(town.store.accounts()).expect("accounts");
    accounts.into_iter().map(|account| account.id).collect()
}

fn began(town: &Town) -> Vec<i64> {
    let rows = with_db(town, async |db| entity::session::Entity::find().all(db).await.expect("sessions"));
    rows.iter().map(|row| row.made_at.timestamp()).collect()
}

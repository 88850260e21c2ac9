//! A desk session: the officer's cookie is the key to it, the server keeps only what is sealed with that key.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use derive::derive;
use domain::AccountId;
use rand::Rng;
use seal::role::Person;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{FullKey, PrivateHalf};

/// 256 random bits that live in the cookie alone.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct SessionSecret([u8; 32]);

impl SessionSecret {
    pub fn random(randomness: &mut impl Rng) -> Self {
        let mut secret = [0; 32];
        randomness.fill_bytes(&mut secret);
        Self(secret)
    }

    /// As it stands in the cookie: 43 characters of base64url.
    pub fn text(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    pub fn parse(text: &str) -> Option<Self> {
        BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// What the stored session is found by. It opens nothing.
    pub fn lookup(&self) -> [u8; 32] {
        *derive(&self.0, "session lookup", &[])
    }

    /// The token that every form of this session carries (CSRF).
    pub fn form_token(&self) -> String {
        HEXLOWER.encode(derive::<16>(&self.0, "session form token", &[]).as_slice())
    }

    /// Seals a personal key for the length of the session, bound to its account and to the second in which it began, so
    /// that nobody can lend a session to another or make it younger.
    pub fn seal(&self, account: AccountId, began: i64, key: &FullKey<Person>, randomness: &mut impl Rng) -> Vec<u8> {
        derive::seal(&self.key(), &bound_to(account, began), key.to_keyfile().as_bytes(), randomness)
    }

    /// Opens it again; `None` if it was made with another cookie, for another account, at another time, or changed.
    pub fn open(&self, account: AccountId, began: i64, sealed: &[u8]) -> Option<FullKey<Person>> {
        let text = derive::open(&self.key(), &bound_to(account, began), sealed)?;
        FullKey::from_keyfile(std::str::from_utf8(&text).ok()?).ok()
    }

    /// Says when the password was last typed in this session. Only the officer's browser can make it: who writes the
    /// database cannot say that he was just asked.
    pub fn proof(&self, account: AccountId, at: i64) -> [u8; 16] {
        *derive(&self.0, "session proof", &[&bound_to(account, at)])
    }

    /// Seals what somebody typed for the way round the login page: it goes back to his browser, and opens there only with
    /// the same cookie and for the same account. Nothing of it is kept here.
    pub fn carry(&self, account: AccountId, typed: &[u8], randomness: &mut impl Rng) -> Vec<u8> {
        derive::seal(&self.carrying_key(), account.0.as_bytes(), typed, randomness)
    }

    /// Opens what [`Self::carry`] sealed.
    pub fn carried(&self, account: AccountId, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        derive::open(&self.carrying_key(), account.0.as_bytes(), sealed)
    }

    fn carrying_key(&self) -> Zeroizing<[u8; 32]> {
        derive(&self.0, "session carried form", &[])
    }

    fn key(&self) -> Zeroizing<[u8; 32]> {
        derive(&self.0, "session key", &[])
    }
}

/// What a sealed session cannot be taken apart from: account and beginning (seconds since the Unix epoch).
fn bound_to(account: AccountId, began: i64) -> Vec<u8> {
    [account.0.as_bytes().as_slice(), &began.to_be_bytes()].concat()
}

//! What a person last saw of each signal, sealed to himself and signed by himself. Who rolls a signal back in the
//! database cannot roll back what its reader remembers without the reader noticing: numbers here never go down.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{AccountId, Kenmerk, Side, SignalId};
use entity::notebook;
use seal::{
    Digest, Signed, Signer, VERSION, Verified, bucket, head::Reached, intake::Intake, role, sealed,
    statement::Statement,
};
use serde::{Deserialize, Serialize};
use store::{Store, StoreError};
use unseal::FullKey;

use crate::{
    case::{Case, was_taken_from},
    session::Officer,
    writing::WriteError,
};

/// How far one signal had come when it was last seen, and which head and files stood there: counts alone would not tell
/// a file from another in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub head: Reached,
    pub melder: Reached,
    pub behandelaar: Reached,
    pub dossier: Reached,
}

impl Seen {
    pub fn of(case: &Case) -> Self {
        // What verifies: a row that anybody may have put there is not missed when it is cleared away.
        let tip = |side| {
            let number = case.verified_tip(side);
            Reached { number, item: case.digest_at(side, number) }
        };
        let head = case.heads.current();
        Self {
            head: Reached { number: head.map_or(0, |head| head.number), item: head.map(Verified::digest) },
            melder: tip(Side::Reporter),
            behandelaar: tip(Side::Desk),
            dossier: tip(Side::Case),
        }
    }

    /// Whether less stands there now: highest numbers of heads, the reporter's, the desk's and the file's items.
    pub fn exceeds(&self, head: u32, reporter: u32, desk: u32, file: u32) -> bool {
        self.head.number > head
            || self.melder.number > reporter
            || self.behandelaar.number > desk
            || self.dossier.number > file
    }

    /// Whether something that was there before is gone, or another stands in its place.
    pub fn contradicts(&self, case: &Case) -> bool {
        let head = |number: u32| case.heads.all().iter().find(|head| head.number == number).map(Verified::digest);
        let file = |side, number| case.digest_at(side, number);
        let gone = |before: Reached, now: Option<Digest>| before.number > 0 && before.item != now;
        gone(self.head, head(self.head.number))
            || gone(self.melder, file(Side::Reporter, self.melder.number))
            || gone(self.behandelaar, file(Side::Desk, self.behandelaar.number))
            || gone(self.dossier, file(Side::Case, self.dossier.number))
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    v: u8,
    account: AccountId,
    version: i32,
    signals: BTreeMap<SignalId, Line>,
    /// The newest version of each meeting.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    meetings: BTreeMap<NaiveDate, Reached>,
}

/// One signal in a notebook: what it was called, and how far it had come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kenmerk: Kenmerk,
    seen: Seen,
}

impl Statement for Pages {
    const TYPE: &'static str = "notebook";
    fn version(&self) -> u8 {
        self.v
    }
}

/// One person's notebook, opened.
pub struct Notebook(Pages);

/// A notebook that is not its owner's, or not the one the row says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the notebook does not verify")]
pub struct Torn;

impl Notebook {
    /// Reads an officer's notebook; an empty one where he has none yet.
    pub async fn read(store: &Store, officer: &Officer) -> Result<Result<Self, Torn>, StoreError> {
        let account = officer.account.id;
        // Everybody has one from the day he chose his password: none is as telling as a torn one.
        let Some(row) = store.notebook(account).await? else { return Ok(Err(Torn)) };
        // His browser saw a later one: this one was put back.
        if row.version < officer.remembered {
            return Ok(Err(Torn));
        }
        let pages = officer.key.open(&row.sealed).ok().and_then(|text| {
            let text = sealed::without_padding(&text).ok()?.to_owned();
            let pages = Signed::<Pages>::parse(text).verify(&[&officer.key.verify_key()]).ok()?.into_inner();
            (pages.account == account && pages.version == row.version).then_some(pages)
        });
        Ok(pages.map(Self).ok_or(Torn))
    }

    pub fn seen(&self, signal: SignalId) -> Option<Seen> {
        self.0.signals.get(&signal).map(|line| line.seen)
    }

    /// What was seen before and is not among `present`: somebody took it away.
    pub fn missing(&self, present: &BTreeSet<SignalId>) -> Vec<(SignalId, &Kenmerk)> {
        self.0.signals.iter().filter(|(id, _)| !present.contains(id)).map(|(id, line)| (*id, &line.kenmerk)).collect()
    }

    /// The newest version that was seen of each meeting.
    pub fn meetings(&self) -> impl Iterator<Item = (NaiveDate, Reached)> {
        self.0.meetings.iter().map(|(day, seen)| (*day, *seen))
    }

    /// How often it was written: the officer's own browser keeps this number.
    pub fn version(&self) -> i32 {
        self.0.version
    }

    /// Whether another signal was seen under this one's kenmerk.
    pub fn is_anothers(&self, intake: &Intake) -> bool {
        self.0.signals.iter().any(|(id, line)| line.kenmerk == intake.kenmerk && *id != intake.signal)
    }

    /// Notes what was seen just now. Says whether that was news.
    pub fn note(&mut self, signal: SignalId, kenmerk: &Kenmerk, now: Seen) -> bool {
        let line = Line { kenmerk: kenmerk.clone(), seen: now };
        self.0.signals.insert(signal, line.clone()) != Some(line)
    }

    /// Forgets a signal that two members had destroyed.
    fn forget(&mut self, signal: SignalId) -> bool {
        self.0.signals.remove(&signal).is_some()
    }

    /// An empty notebook for somebody who just got his key.
    pub fn first(account: AccountId, key: &FullKey<role::Person>) -> Result<notebook::Model, WriteError> {
        Self::after(account, key, 0)
    }

    /// The same for somebody who had a notebook of so many versions under a key that he lost: his browser remembers the
    /// number, and would take a lower one for a notebook that was put back.
    pub fn after(account: AccountId, key: &FullKey<role::Person>, version: i32) -> Result<notebook::Model, WriteError> {
        let version = version.saturating_add(1);
        Self(Pages { v: VERSION, account, version, signals: BTreeMap::new(), meetings: BTreeMap::new() }).row(key)
    }

    /// The same notebook, sealed to the key that its owner has from now on and signed by it.
    pub fn moved(mut self, key: &FullKey<role::Person>) -> Result<notebook::Model, WriteError> {
        self.0.version += 1;
        self.row(key)
    }

    /// Writes the notebook. [`StoreError::Taken`] inside: another tab of the same person wrote first.
    async fn save(mut self, store: &Store, officer: &Officer) -> Result<(), WriteError> {
        self.0.version += 1;
        Ok(store.save_notebook(self.row(&officer.key)?).await?)
    }

    fn row(&self, key: &FullKey<role::Person>) -> Result<notebook::Model, WriteError> {
        let signed = Signed::sign(&self.0, &[key])?;
        let sealed = key.seal_to_self(signed.text(), bucket::ITEM_FLOOR)?.into_bytes();
        Ok(notebook::Model { account_id: self.0.account, version: self.0.version, sealed })
    }
}

/// Notes the head that took a signal from its owner, so that an older one in its place, which gives it back to him or to his
/// route, shows as turned back.
pub async fn parted(
    store: &Store,
    officer: &Officer,
    signal: SignalId,
    kenmerk: &Kenmerk,
    head: Reached,
) -> Result<(), WriteError> {
    for _ in 0..3 {
        let Ok(mut notebook) = Notebook::read(store, officer).await? else { return Ok(()) };
        let Some(seen) = notebook.seen(signal).filter(|seen| seen.head.number < head.number) else { return Ok(()) };
        notebook.note(signal, kenmerk, Seen { head, ..seen });
        match notebook.save(store, officer).await {
            Err(WriteError::Store(StoreError::Taken)) => {}
            done => return done,
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

/// Forgets a signal that was destroyed: what its line says was checked.
pub async fn bereft(store: &Store, officer: &Officer, signal: SignalId) -> Result<(), WriteError> {
    for _ in 0..3 {
        let Ok(mut notebook) = Notebook::read(store, officer).await? else { return Ok(()) };
        if !notebook.forget(signal) {
            return Ok(());
        }
        match notebook.save(store, officer).await {
            Err(WriteError::Store(StoreError::Taken)) => {}
            done => return done,
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

/// Whether the head that took a signal from its owner stands in his notebook, and still in the database.
pub async fn has_parted(store: &Store, officer: &Officer, kenmerk: &str) -> Result<bool, StoreError> {
    let (Ok(kenmerk), Ok(notebook)) = (kenmerk.parse::<Kenmerk>(), Notebook::read(store, officer).await?) else {
        return Ok(false);
    };
    let Some(stored) = store.signal_by_kenmerk(&kenmerk).await? else { return Ok(false) };
    let seen = notebook.seen(stored.signal.id);
    let head =
        seen.and_then(|seen| was_taken_from(&stored, &officer.ring, seen.head).filter(|head| *head == seen.head));
    Ok(head.is_some())
}

/// Takes a signal out of a notebook: its owner gave his key away, and is not to miss it.
pub async fn forget(store: &Store, officer: &Officer, signal: SignalId) -> Result<(), WriteError> {
    for _ in 0..3 {
        let Ok(mut notebook) = Notebook::read(store, officer).await? else { return Ok(()) };
        if notebook.0.signals.remove(&signal).is_none() {
            return Ok(());
        }
        match notebook.save(store, officer).await {
            Err(WriteError::Store(StoreError::Taken)) => {}
            done => return done,
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

/// Notes the newest version of a meeting. `Ok(false)`: he saw more of it before, or another in this one's place.
/// `stands`: the digest of a version, by its number.
pub async fn remember_meeting(
    store: &Store,
    officer: &Officer,
    day: NaiveDate,
    newest: Reached,
    stands: impl Fn(u32) -> Option<Digest>,
) -> Result<bool, WriteError> {
    for _ in 0..3 {
        let Ok(mut notebook) = Notebook::read(store, officer).await? else { return Ok(true) };
        match notebook.0.meetings.insert(day, newest) {
            Some(seen) if stands(seen.number) != seen.item => return Ok(false),
            Some(seen) if seen == newest => return Ok(true),
            _ => {}
        }
        match notebook.save(store, officer).await {
            Err(WriteError::Store(StoreError::Taken)) => {}
            done => return done.map(|()| true),
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

/// Notes what an officer just saw. Two tabs may do so at once: the second reads again.
pub async fn remember(store: &Store, officer: &Officer, intake: &Intake, now: Seen) -> Result<(), WriteError> {
    for _ in 0..3 {
        // A torn notebook is shown on the page and not written over: it is evidence.
        let Ok(mut notebook) = Notebook::read(store, officer).await? else { return Ok(()) };
        if !notebook.note(intake.signal, &intake.kenmerk, now) {
            return Ok(());
        }
        match notebook.save(store, officer).await {
            Err(WriteError::Store(StoreError::Taken)) => {}
            done => return done,
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

//! What a person last saw of each signal, sealed to himself and signed by himself. Who rolls a signal back in the database
//! cannot roll back what its reader remembers without the reader noticing: numbers here never go down.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, Kenmerk, Side, SignalId};
use seal::{Signed, Signer, VERSION, bucket, head::Heads, intake::Intake, sealed, statement::Statement};
use serde::{Deserialize, Serialize};
use store::{Store, StoreError};

use crate::{case::Case, session::Officer, writing::WriteError};

/// How far one signal had come when it was last seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub head: u32,
    pub melder: u32,
    pub behandelaar: u32,
    pub dossier: u32,
}

impl Seen {
    pub fn of(case: &Case) -> Self {
        let tip = |side| case.tip(side).0;
        Self {
            head: number(&case.heads),
            melder: tip(Side::Reporter),
            behandelaar: tip(Side::Desk),
            dossier: tip(Side::Case),
        }
    }

    /// Whether something that was there before is gone.
    pub fn is_rolled_back_to(&self, now: &Self) -> bool {
        now.head < self.head
            || now.melder < self.melder
            || now.behandelaar < self.behandelaar
            || now.dossier < self.dossier
    }
}

fn number(heads: &Heads) -> u32 {
    heads.current().map_or(0, |head| head.number)
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    v: u8,
    account: AccountId,
    version: i32,
    signals: BTreeMap<SignalId, Line>,
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
        let Some(row) = store.notebook(account).await? else {
            return Ok(Ok(Self(Pages { v: VERSION, account, version: 0, signals: BTreeMap::new() })));
        };
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
    pub fn missing(&self, present: &BTreeSet<SignalId>) -> Vec<&Kenmerk> {
        self.0.signals.iter().filter(|(id, _)| !present.contains(id)).map(|(_, line)| &line.kenmerk).collect()
    }

    /// Notes what was seen just now; numbers only go up. Says whether that was news.
    pub fn note(&mut self, signal: SignalId, kenmerk: &Kenmerk, now: Seen) -> bool {
        let before = self.seen(signal).unwrap_or_default();
        let noted = Seen {
            head: now.head.max(before.head),
            melder: now.melder.max(before.melder),
            behandelaar: now.behandelaar.max(before.behandelaar),
            dossier: now.dossier.max(before.dossier),
        };
        let line = Line { kenmerk: kenmerk.clone(), seen: noted };
        let before = self.0.signals.insert(signal, line.clone());
        before != Some(line)
    }

    /// Writes the notebook. [`StoreError::Taken`] inside: another tab of the same person wrote first.
    pub async fn save(mut self, store: &Store, officer: &Officer) -> Result<(), WriteError> {
        self.0.version += 1;
        let signed = Signed::sign(&self.0, &[&officer.key])?;
        let sealed = officer.key.seal_to_self(signed.text(), bucket::ITEM_FLOOR)?;
        let row = entity::notebook::Model {
            account_id: self.0.account,
            version: self.0.version,
            sealed: sealed.into_bytes(),
        };
        Ok(store.save_notebook(row).await?)
    }
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

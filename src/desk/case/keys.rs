//! The private keys of one signal, each taken only if it is the one that intake statement or head names, and reading
//! with them.

use std::{collections::BTreeMap, io::Read};

use domain::{KeyName, Side};
use seal::{
    Digest, Entry, ItemError, OpenError, Row, Verified, chain,
    head::{Head, Heads},
    intake::Intake,
    role::{self, Role},
};
use store::signals::StoredSignal;
use unseal::{OpeningKey, PrivateHalf};

use super::findings::Findings;
use crate::keyring::Keyring;

/// The key that opens a file: that of the item which lists it.
pub enum FileKey {
    Intake(OpeningKey<role::Intake>),
    Source(OpeningKey<role::Source>),
}

impl FileKey {
    /// The file as it is read; `None` if it is not sealed to this key.
    pub fn open(&self, sealed: Box<dyn Read + Send>, length: u64) -> Option<Box<dyn Read>> {
        match self {
            Self::Intake(key) => key.open_file(sealed, length).ok().map(|plain| Box::new(plain) as Box<dyn Read>),
            Self::Source(key) => key.open_file(sealed, length).ok().map(|plain| Box::new(plain) as Box<dyn Read>),
        }
    }
}

/// The private keys of a signal that this person can open.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) intake: Option<OpeningKey<role::Intake>>,
    /// Whether the intake key opened through the source key alone, and not through a wrap to this person or his route.
    pub(super) intake_by_chain: bool,
    pub(super) source: BTreeMap<u32, OpeningKey<role::Source>>,
    pub(super) case: BTreeMap<u32, OpeningKey<role::Case>>,
}

impl Keys {
    /// Unwraps what is wrapped to the person or to a route of his, and the keys of older epochs with those of newer ones;
    /// each only if its public half is the one that intake or head names.
    pub(super) fn open(stored: &StoredSignal, intake: &Intake, heads: &Heads, ring: &Keyring) -> Self {
        let wraps = Wraps { stored, ring };
        let mut keys = Self::default();
        for head in heads.all().iter().rev() {
            let epoch = head.epoch;
            if !keys.source.contains_key(&epoch) {
                let newer = keys.source.range(epoch..).next().map(|(_, key)| key);
                let found = wraps.find(epoch, KeyName::Source, newer, |key: &OpeningKey<role::Source>| {
                    key.recipient() == head.source
                });
                keys.source.extend(found.map(|key| (epoch, key)));
            }
            if !keys.case.contains_key(&epoch) {
                let newer = keys.case.range(epoch..).next().map(|(_, key)| key);
                let found = wraps
                    .find(epoch, KeyName::Case, newer, |key: &OpeningKey<role::Case>| key.recipient() == head.case);
                keys.case.extend(found.map(|key| (epoch, key)));
            }
        }
        let is_right = |key: &OpeningKey<role::Intake>| key.recipient() == intake.intake;
        let none: Option<&OpeningKey<role::Source>> = None;
        let own = wraps.find(0, KeyName::Intake, none, is_right);
        keys.intake_by_chain = own.is_none();
        keys.intake = own.or_else(|| wraps.find(0, KeyName::Intake, keys.source.values().next(), is_right));
        keys
    }

    /// Whether he has the case key of the newest epoch; before the first head, the intake key.
    pub(super) fn open_current(&self, heads: &Heads) -> bool {
        heads.current().map_or(self.intake.is_some(), |head| self.case.contains_key(&head.epoch))
    }

    /// Whether he has a key to the reporter's own words.
    pub(super) fn reads_source(&self) -> bool {
        self.intake.is_some() || !self.source.is_empty()
    }

    /// Names what somebody who may read everything cannot open.
    pub(super) fn check(&self, heads: &Heads, found: &mut Findings) {
        if self.intake.is_none() {
            found.warn("De sleutel waarmee de melding is verzegeld, is weg of veranderd.");
        }
        let missing =
            |head: &&Verified<Head>| !self.source.contains_key(&head.epoch) || !self.case.contains_key(&head.epoch);
        if heads.all().iter().any(|head| missing(&head)) {
            found.break_off("Een sleutel van dit signaal is weg of veranderd. U kunt niets toevoegen.");
        }
    }
}

/// Where keys are looked for: wrapped to the person, to a route of his, or to the key of the next epoch.
struct Wraps<'a> {
    stored: &'a StoredSignal,
    ring: &'a Keyring,
}

impl Wraps<'_> {
    fn find<K: PrivateHalf, N: Role>(
        &self,
        epoch: u32,
        name: KeyName,
        newer: Option<&OpeningKey<N>>,
        is_right: impl Fn(&K) -> bool,
    ) -> Option<K> {
        let here = |wrap: &&entity::key_wrap::Model| wrap.key == name && u32::try_from(wrap.epoch) == Ok(epoch);
        let person = self.ring.account.to_string();
        let mut opened = self.stored.wraps.iter().filter(here).filter_map(|wrap| {
            let sealed = wrap.sealed.as_slice();
            if wrap.holder == person {
                self.ring.unwrap(sealed)
            } else if let Some(held) = wrap.holder.parse().ok().and_then(|route| self.ring.usable(route)) {
                held.unwrap(sealed).ok()
            } else if wrap.holder == N::NAME {
                newer?.unwrap(sealed).ok()
            } else {
                None
            }
        });
        opened.find(is_right)
    }
}

/// All three sides, each item verified.
pub(super) fn read_sides(
    rows: &[Row],
    intake: &Intake,
    heads: &Heads,
    keys: &Keys,
) -> (Vec<Entry>, Vec<Entry>, Vec<Entry>) {
    let side = |side: Side| rows.iter().filter(move |row| row.place.side == side);
    // Whoever has no source key at all was given none: the reporter's words are closed to him, not damaged.
    let is_closed = !keys.reads_source();
    let from_reporter = |row: &Row| match row.place.epoch {
        _ if is_closed => Ok(None),
        // The report is the one that the intake statement and every head name, or it is not the report.
        _ if row.place.number == 1 && Digest::of(&row.sealed) != intake.report => Err(OpenError::Damaged),
        0 => keys.intake.as_ref().ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
        epoch => keys.source.get(&epoch).ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
    };
    let reporter = chain::read_side(side(Side::Reporter), from_reporter, |_, author| {
        if *author == intake.mailbox.verify.author() { Ok(()) } else { Err(ItemError::SignedByAnother) }
    });
    let from_desk = |row: &Row| {
        if is_closed {
            return Ok(None);
        }
        let key = keys.source.get(&row.place.epoch).ok_or(OpenError::NotForThisKey)?;
        key.open(&row.sealed).map(Some)
    };
    let desk = chain::read_side(side(Side::Desk), from_desk, |place, author| heads.may_write(place, author));
    let in_file = |row: &Row| {
        let key = keys.case.get(&row.place.epoch).ok_or(OpenError::NotForThisKey)?;
        key.open(&row.sealed).map(Some)
    };
    let file = chain::read_side(side(Side::Case), in_file, |place, author| heads.may_write(place, author));
    let held = |of, entries| chain::hold_against(heads, of, side(of), entries);
    let (reporter, desk, file) = (held(Side::Reporter, reporter), held(Side::Desk, desk), held(Side::Case, file));
    (reporter, desk, file)
}

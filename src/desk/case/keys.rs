//! The private keys of one signal, each taken only if it is the one that intake statement or head names, and reading
//! with them.

use std::{collections::BTreeMap, io::Read};

use domain::{KeyName, RouteName, Side};
use seal::{Digest, Entry, ItemError, OpenError, Row, chain, head::Heads, intake::Intake, role};
use store::signals::StoredSignal;
use unseal::{OpeningKey, PrivateHalf};

use super::findings::Findings;
use crate::keyring::HeldRoute;

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
    pub(super) source: BTreeMap<u32, OpeningKey<role::Source>>,
    case: BTreeMap<u32, OpeningKey<role::Case>>,
}

impl Keys {
    /// Unwraps the keys that are wrapped to the route, each only if its public half is the one that intake or head
    /// names.
    pub(super) fn open(
        stored: &StoredSignal,
        intake: &Intake,
        heads: &Heads,
        route: &HeldRoute,
        found: &mut Findings,
    ) -> Self {
        let intake_key: Option<OpeningKey<role::Intake>> = unwrap(stored, route, intake.route, 0, KeyName::Intake);
        let mut keys = Self {
            intake: intake_key.filter(|key| key.recipient() == intake.intake),
            source: BTreeMap::new(),
            case: BTreeMap::new(),
        };
        if keys.intake.is_none() {
            found.warn("De sleutel waarmee de melding is verzegeld, is weg of veranderd.");
        }
        for head in heads.all() {
            let source: Option<OpeningKey<role::Source>> =
                unwrap(stored, route, intake.route, head.epoch, KeyName::Source);
            let case: Option<OpeningKey<role::Case>> = unwrap(stored, route, intake.route, head.epoch, KeyName::Case);
            match (source.filter(|key| key.recipient() == head.source), case.filter(|key| key.recipient() == head.case))
            {
                (Some(source), Some(case)) => {
                    keys.source.insert(head.epoch, source);
                    keys.case.insert(head.epoch, case);
                }
                _ => found.break_off("Een sleutel van dit signaal is weg of veranderd. U kunt niets toevoegen."),
            }
        }
        keys
    }
}

fn unwrap<K: PrivateHalf>(
    stored: &StoredSignal,
    route: &HeldRoute,
    name: RouteName,
    epoch: u32,
    key: KeyName,
) -> Option<K> {
    let wrap = stored
        .wraps
        .iter()
        .find(|wrap| wrap.key == key && u32::try_from(wrap.epoch) == Ok(epoch) && wrap.holder == name.label())?;
    route.key.unwrap(&wrap.sealed).ok()
}

/// All three sides, each item verified.
pub(super) fn read_sides(
    rows: &[Row],
    intake: &Intake,
    heads: &Heads,
    keys: &Keys,
) -> (Vec<Entry>, Vec<Entry>, Vec<Entry>) {
    let side = |side: Side| rows.iter().filter(move |row| row.place.side == side);
    let from_reporter = |row: &Row| match row.place.epoch {
        // The report is the one that the intake statement and every head name, or it is not the report.
        _ if row.place.number == 1 && Digest::of(&row.sealed) != intake.report => Err(OpenError::Damaged),
        0 => keys.intake.as_ref().ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
        epoch => keys.source.get(&epoch).ok_or(OpenError::NotForThisKey)?.open(&row.sealed).map(Some),
    };
    let reporter = chain::read_side(side(Side::Reporter), from_reporter, |_, author| {
        if *author == intake.mailbox.verify.author() { Ok(()) } else { Err(ItemError::SignedByAnother) }
    });
    let from_desk = |row: &Row| {
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

//! Items as rows: a place in the clear, and a sealed file. The files that items list are rows too; their bytes are not.

use chrono::NaiveDate;
use domain::{FileId, SignalId};
use entity::{file, item};
use seal::{Place, Row, Sealed};

/// An item to be stored.
#[derive(Debug)]
pub struct NewItem {
    pub place: Place,
    /// A date: no time of day is kept of anything a reporter did.
    pub added_on: NaiveDate,
    pub sealed: Sealed,
}

/// A sealed file that an item lists.
#[derive(Debug, Clone)]
pub struct NewFile {
    pub id: FileId,
    pub signal: SignalId,
    /// The epoch of that item: which key opens the file.
    pub epoch: u32,
    /// Bytes of the sealed file.
    pub size: u64,
    pub added_on: NaiveDate,
}

impl NewFile {
    pub(crate) fn model(self) -> file::Model {
        let Self { id, signal, epoch, size, added_on } = self;
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        file::Model { id, signal_id: signal, epoch: column(epoch), size, added_on }
    }
}

/// Numbers and epochs are counted in steps of one by people: they never come near the end of either type.
pub(crate) fn column(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn number(column: i32) -> u32 {
    u32::try_from(column).unwrap_or(0)
}

impl NewItem {
    pub(crate) fn model(self) -> item::Model {
        let Place { signal, epoch, item, kind, side, number } = self.place;
        item::Model {
            id: item,
            signal_id: signal,
            side,
            number: column(number),
            kind,
            epoch: column(epoch),
            added_on: self.added_on,
            sealed: self.sealed.into_bytes(),
        }
    }
}

/// A stored item as whoever opens it reads it. What the columns say is still to be checked against the seal.
pub(crate) fn row(item: item::Model) -> Row {
    let item::Model { id, signal_id, side, number: at, kind, epoch, sealed, .. } = item;
    let place = Place { signal: signal_id, epoch: number(epoch), item: id, kind, side, number: number(at) };
    Row { place, sealed }
}

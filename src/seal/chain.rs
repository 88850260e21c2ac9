//! One side's items in order: each verified, or shown as damaged, and a missing number shown as a gap.

use domain::Side;

use crate::{Digest, ItemError, OpenError, Place, VerifiedItem, VerifyKey, item, key::role::Author};

/// A stored item: its place as the row says it, and the sealed file.
#[derive(Debug, Clone)]
pub struct Row {
    pub place: Place,
    pub sealed: Vec<u8>,
}

/// What one row, or the lack of one, turned out to be.
#[derive(Debug)]
pub enum Entry {
    Item(VerifiedItem),
    /// Sealed to others: passed over, by the reader's own choice.
    Closed { number: u32 },
    Damaged { number: u32, why: ItemError },
    /// Numbers `from..=to` are missing.
    Gap { from: u32, to: u32 },
}

impl Entry {
    /// The last number that this entry stands for.
    pub fn number(&self) -> u32 {
        match self {
            Self::Item(item) => item.number,
            Self::Closed { number } | Self::Damaged { number, .. } => *number,
            Self::Gap { to, .. } => *to,
        }
    }

    /// What its author had seen of the other side; 0 where that cannot be read.
    fn seen(&self) -> u32 {
        if let Self::Item(item) = self { item.seen } else { 0 }
    }
}

/// How a reader opens an item: `Ok(None)` passes over one that is not for him.
pub type Opened = Result<Option<String>, OpenError>;

/// Reads the rows of one side, sorted by number. Every row is checked against its own place and against the file that
/// stands before it; where that one is damaged or missing, the link cannot be checked, and the damage is shown there.
pub fn read_side<'a>(
    rows: impl IntoIterator<Item = &'a Row>,
    open: impl Fn(&Row) -> Opened,
    may_write: impl Fn(&Place, &VerifyKey<Author>) -> Result<(), ItemError>,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut last = 0;
    let mut previous = Some(None);
    for row in rows {
        let number = row.place.number;
        if number > last + 1 {
            entries.push(Entry::Gap { from: last + 1, to: number - 1 });
            previous = None;
        }
        let read = if number <= last {
            Err(ItemError::OutOfOrder)
        } else {
            open(row).map_err(ItemError::from).and_then(|text| {
                text.map(|text| item::verify_item(&text, &row.place, previous, &may_write)).transpose()
            })
        };
        let digest = Digest::of(&row.sealed);
        previous = read.is_ok().then_some(Some(digest));
        last = last.max(number);
        entries.push(match read {
            Ok(Some(item)) => Entry::Item(item),
            Ok(None) => Entry::Closed { number },
            Err(why) => Entry::Damaged { number, why },
        });
    }
    entries
}

/// The highest number among rows of one side, and the digest of that file: what the next item links to.
pub fn tip<'a>(rows: impl IntoIterator<Item = &'a Row>) -> (u32, Option<Digest>) {
    rows.into_iter()
        .max_by_key(|row| row.place.number)
        .map_or((0, None), |row| (row.place.number, Some(Digest::of(&row.sealed))))
}

/// Puts both sides of a conversation in the order in which they can have been said: nothing stands before what its author
/// had seen. Where two crossed, the desk's comes first.
pub fn interleave(reporter: Vec<Entry>, desk: Vec<Entry>) -> Vec<(Side, Entry)> {
    let (mut reporter, mut desk) = (reporter.into_iter().peekable(), desk.into_iter().peekable());
    let (mut said, mut answered) = (0, 0);
    let mut order = Vec::new();
    loop {
        let desk_next = desk.peek().is_some_and(|entry| entry.seen() <= said || reporter.peek().is_none());
        let reporter_waits = reporter.peek().is_none_or(|entry| entry.seen() > answered);
        if desk_next || (reporter_waits && desk.peek().is_some()) {
            let Some(entry) = desk.next() else { break };
            answered = entry.number();
            order.push((Side::Desk, entry));
        } else {
            let Some(entry) = reporter.next() else { break };
            said = entry.number();
            order.push((Side::Reporter, entry));
        }
    }
    order
}

//! One side's items in order: each verified, or shown as damaged, and a missing number shown as a gap.

use std::collections::{BTreeMap, BTreeSet};

use domain::Side;

use crate::{Digest, ItemError, OpenError, Place, VerifiedItem, VerifyKey, head::Heads, item, key::role::Author};

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
    Closed {
        number: u32,
    },
    Damaged {
        number: u32,
        why: ItemError,
    },
    /// Numbers `from..=to` are missing.
    Gap {
        from: u32,
        to: u32,
    },
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
    let mut last: u32 = 0;
    let mut previous = Some(None);
    for row in rows {
        let number = row.place.number;
        if number > last.saturating_add(1) {
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

/// Puts both sides of a conversation in the order in which they can have been said: nothing stands before what its
/// author had seen. Where two crossed, the desk's comes first. What an author had seen and is there no more was cut off
/// the end of the other side, where no number is missing: that is shown as a gap too.
pub fn interleave(reporter: Vec<Entry>, desk: Vec<Entry>) -> Vec<(Side, Entry)> {
    let (mut reporter, mut desk) = (reporter.into_iter().peekable(), desk.into_iter().peekable());
    let (mut said, mut answered) = (0, 0);
    let mut order = Vec::new();
    loop {
        let desk_next = desk.peek().is_some_and(|entry| entry.seen() <= said || reporter.peek().is_none());
        let reporter_waits = reporter.peek().is_none_or(|entry| entry.seen() > answered);
        if desk_next || (reporter_waits && desk.peek().is_some()) {
            let Some(entry) = desk.next() else { break };
            if reporter.peek().is_none() {
                order.extend(cut_off(&mut said, entry.seen()).map(|gap| (Side::Reporter, gap)));
            }
            answered = entry.number();
            order.push((Side::Desk, entry));
        } else {
            let Some(entry) = reporter.next() else { break };
            if desk.peek().is_none() {
                order.extend(cut_off(&mut answered, entry.seen()).map(|gap| (Side::Desk, gap)));
            }
            said = entry.number();
            order.push((Side::Reporter, entry));
        }
    }
    order
}

/// The gap at the end of a side of which somebody had seen more than `there`.
fn cut_off(there: &mut u32, seen: u32) -> Option<Entry> {
    let from = there.saturating_add(1);
    let gap = (seen > *there).then_some(Entry::Gap { from, to: seen });
    *there = seen.max(*there);
    gap
}

/// Holds one side, as [`read_side`] read it, against the heads: where a head says how far the side had come, that very
/// file must stand (else a writer whose epoch had ended could rewrite it), and the side must reach that far.
pub fn hold_against<'a>(
    heads: &Heads,
    side: Side,
    rows: impl IntoIterator<Item = &'a Row>,
    entries: Vec<Entry>,
) -> Vec<Entry> {
    let reached: BTreeMap<u32, Option<Digest>> =
        heads.all().iter().map(|head| head.reached(side)).map(|reached| (reached.number, reached.item)).collect();
    let replaced: BTreeSet<u32> = rows
        .into_iter()
        .filter(|row| reached.get(&row.place.number).is_some_and(|item| *item != Some(Digest::of(&row.sealed))))
        .map(|row| row.place.number)
        .collect();
    let mut last = 0;
    let mut held: Vec<Entry> = entries
        .into_iter()
        .map(|entry| match entry {
            Entry::Item(_) | Entry::Closed { .. } if replaced.contains(&entry.number()) => {
                Entry::Damaged { number: entry.number(), why: ItemError::BrokenChain }
            }
            other => other,
        })
        .inspect(|entry| last = last.max(entry.number()))
        .collect();
    held.extend(cut_off(&mut last, reached.keys().next_back().copied().unwrap_or(0)));
    held
}

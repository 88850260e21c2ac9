//! One side of a conversation in order, and both sides in the order in which they can have been said.

use super::{Outcome, World, anybody, item_at, item_id, item_text};
use ::domain::Side;
use ::seal::{
    Digest, Entry, ItemError, OpenError, Place, Row,
    chain::{interleave, read_side, tip},
    item,
};
use proptest::prelude::*;
use serde_json::json;

/// What was read, in a word for each entry.
fn read(world: &World, rows: &[Row]) -> Vec<String> {
    let side = rows.first().map_or(Side::Reporter, |row| row.place.side);
    read_side(rows, |row| world.mailbox.open(&row.sealed).map(Some), world.only(side)).iter().map(word).collect()
}

fn word(entry: &Entry) -> String {
    match entry {
        Entry::Item(item) => format!("{}", item.number),
        Entry::Closed { number } => format!("{number} closed"),
        Entry::Damaged { number, why } => format!("{number} {why:?}"),
        Entry::Gap { from, to } => format!("gap {from}-{to}"),
    }
}

#[test]
fn a_side_is_read_in_order() -> Outcome {
    let world = World::new();
    let rows = world.side(Side::Reporter, 4)?;
    assert_eq!(read(&world, &rows), ["1", "2", "3", "4"]);
    assert_eq!(read(&world, &[]), [""; 0]);
    Ok(())
}

#[test]
fn a_missing_item_is_shown_as_a_gap() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 5)?;
    rows.drain(1..3);
    assert_eq!(read(&world, &rows), ["1", "gap 2-3", "4", "5"]);
    rows.remove(0);
    assert_eq!(read(&world, &rows), ["gap 1-3", "4", "5"]);
    Ok(())
}

#[test]
fn a_changed_item_is_shown_as_damaged_and_the_rest_is_still_read() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 3)?;
    rows[1].sealed[3000] ^= 1;
    assert_eq!(read(&world, &rows), ["1", "2 Open(Damaged)", "3"]);
    rows[1].sealed.truncate(1024);
    assert_eq!(read(&world, &rows), ["1", "2 Open(Damaged)", "3"]);
    rows[1].sealed.truncate(1000);
    assert_eq!(read(&world, &rows), ["1", "2 Open(NotABucket { size: 1000 })", "3"]);
    Ok(())
}

#[test]
fn items_that_changed_places_are_out_of_order() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 3)?;
    // Only the numbers of the rows were swapped.
    (rows[0].place.number, rows[1].place.number) = (2, 1);
    rows.swap(0, 1);
    assert_eq!(read(&world, &rows), ["1 OutOfOrder", "2 OutOfOrder", "3"]);
    // Only the sealed files were swapped.
    let mut rows = world.side(Side::Reporter, 2)?;
    let first = std::mem::take(&mut rows[0].sealed);
    rows[0].sealed = std::mem::replace(&mut rows[1].sealed, first);
    assert_eq!(read(&world, &rows), ["1 Replayed", "2 Replayed"]);
    Ok(())
}

#[test]
fn an_item_shown_a_second_time_is_a_replay() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 2)?;
    let mut copy = rows[1].clone();
    copy.place = Place { item: item_id(900), number: 3, ..copy.place };
    rows.push(copy.clone());
    assert_eq!(read(&world, &rows), ["1", "2", "3 Replayed"]);
    copy.place.number = 2;
    rows[2] = copy;
    assert_eq!(read(&world, &rows), ["1", "2", "2 OutOfOrder"]);
    Ok(())
}

#[test]
fn an_authentic_sibling_in_its_place_breaks_the_chain() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Desk, 3)?;
    // Signed by the right author, for this very place, but never stood there when number 3 was written.
    let previous = Some(Digest::of(&rows[0].sealed));
    rows[1] = world.row(rows[1].place, previous, 0)?;
    assert_eq!(read(&world, &rows), ["1", "2", "3 BrokenChain"]);
    Ok(())
}

#[test]
fn a_row_with_an_impossible_number_is_damage_and_no_panic() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 2)?;
    let mut copy = rows[0].clone();
    copy.place.number = 0;
    rows.insert(0, copy.clone());
    copy.place.number = u32::MAX;
    rows.push(copy.clone());
    rows.push(copy);
    let expected = ["0 OutOfOrder", "1", "2", "gap 3-4294967294", "4294967295 OutOfOrder", "4294967295 OutOfOrder"];
    assert_eq!(read(&world, &rows), expected);
    Ok(())
}

#[test]
fn an_item_that_is_passed_over_still_counts_in_the_chain() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Reporter, 3)?;
    let closed = |row: &Row| if row.place.number == 1 { Ok(None) } else { world.mailbox.open(&row.sealed).map(Some) };
    let words =
        |rows: &[Row]| -> Vec<_> { read_side(rows, closed, world.only(Side::Reporter)).iter().map(word).collect() };
    assert_eq!(words(&rows), ["1 closed", "2", "3"]);
    rows[0].sealed[2000] ^= 1;
    assert_eq!(words(&rows), ["1 closed", "2 BrokenChain", "3"]);
    Ok(())
}

#[test]
fn an_item_that_does_not_open_names_why() -> Outcome {
    let world = World::new();
    let rows = world.side(Side::Reporter, 1)?;
    let read = read_side(&rows, |_| Err(OpenError::NotForThisKey), anybody);
    assert!(matches!(read[..], [Entry::Damaged { number: 1, why: ItemError::Open(OpenError::NotForThisKey) }]));
    Ok(())
}

#[test]
fn the_tip_is_the_last_number_and_its_file() -> Outcome {
    let world = World::new();
    let mut rows = world.side(Side::Desk, 3)?;
    let last = Digest::of(&rows[2].sealed);
    rows.swap(0, 2);
    assert_eq!(tip(&rows), (3, Some(last)));
    assert_eq!(tip(&[]), (0, None));
    Ok(())
}

/// Both sides as they would be read, without the cost of sealing. Of each step: whose, and how much of the other side's
/// had not reached him yet.
fn conversation(world: &World, steps: &[(bool, u32)]) -> Outcome<(Vec<Entry>, Vec<Entry>)> {
    let mut sides = (Vec::new(), Vec::new());
    for (by_desk, late) in steps {
        let (side, seen) = if *by_desk { (Side::Desk, sides.0.len()) } else { (Side::Reporter, sides.1.len()) };
        let own = if *by_desk { &mut sides.1 } else { &mut sides.0 };
        let before = own.last().map_or(0, |entry| if let Entry::Item(item) = entry { item.seen } else { 0 });
        let seen = u32::try_from(seen)?.saturating_sub(*late).max(before);
        let place = world.place(side, u32::try_from(own.len())? + 1);
        let author = world.author(side);
        let text = item_text(&item_at(place, author, None, seen, &json!(0))?, author)?;
        own.push(Entry::Item(item::verify_item(&text, &place, None, anybody)?));
    }
    Ok(sides)
}

fn seen(entry: &Entry) -> u32 {
    if let Entry::Item(item) = entry { item.seen } else { 0 }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn nothing_stands_before_what_its_author_had_seen(steps in prop::collection::vec((any::<bool>(), 0..4_u32), 0..24)) {
        let world = World::new();
        let failed = |error: Box<dyn std::error::Error>| TestCaseError::fail(error.to_string());
        let (reporter, desk) = conversation(&world, &steps).map_err(failed)?;
        let order = interleave(reporter, desk);
        prop_assert_eq!(order.len(), steps.len());
        let (mut said, mut answered) = (0, 0);
        for (side, entry) in &order {
            prop_assert!(matches!(entry, Entry::Item(_)));
            let (own, other) = if *side == Side::Desk { (&mut answered, said) } else { (&mut said, answered) };
            prop_assert_eq!(entry.number(), *own + 1);
            prop_assert!(seen(entry) <= other);
            *own = entry.number();
        }
    }

    #[test]
    fn what_was_cut_off_the_end_is_a_gap_wherever_the_other_side_had_seen_it(
        steps in prop::collection::vec((any::<bool>(), 0..2_u32), 1..16),
        cut in 1..6_usize,
        cut_desk in any::<bool>(),
    ) {
        let world = World::new();
        let failed = |error: Box<dyn std::error::Error>| TestCaseError::fail(error.to_string());
        let (mut reporter, mut desk) = conversation(&world, &steps).map_err(failed)?;
        let (side, shortened, other) =
            if cut_desk { (Side::Desk, &mut desk, &reporter) } else { (Side::Reporter, &mut reporter, &desk) };
        shortened.truncate(shortened.len().saturating_sub(cut));
        let left = shortened.last().map_or(0, Entry::number);
        let known = other.iter().map(seen).max().unwrap_or(0);
        let gaps: Vec<_> = interleave(reporter, desk)
            .into_iter()
            .filter_map(|(of, entry)| if let Entry::Gap { from, to } = entry { Some((of, from, to)) } else { None })
            .collect();
        prop_assert_eq!(gaps.first().map(|gap| gap.1), (known > left).then_some(left + 1));
        prop_assert_eq!(gaps.last().map(|gap| gap.2), (known > left).then_some(known));
        prop_assert!(gaps.iter().all(|gap| gap.0 == side));
    }
}

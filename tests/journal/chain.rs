//! The chain by itself: whatever is done to it is found, and named by the number of its line.

use domain::{
    AccountId,
    journal::{Action, Actor, Entry, Line, Outcome, line::NOTHING_BEFORE},
};
use proptest::prelude::*;
use seal::journal::{Broken, ChainHead, digest, sealed, verify};

fn line(number: i64, previous: &str, action: &str, object: &str) -> Line {
    sealed(Line {
        number,
        at: 1_764_155_000 + number,
        action: action.to_owned(),
        object: object.to_owned(),
        outcome: "gedaan".to_owned(),
        origin: "10.0.0.7".to_owned(),
        account: String::new(),
        actor: "aov".to_owned(),
        begun: 0,
        previous: previous.to_owned(),
        digest: String::new(),
    })
}

fn chain(words: &[(String, String)]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, (action, object)) in (1..).zip(words) {
        let previous = lines.last().map_or(NOTHING_BEFORE.to_owned(), |last| last.digest.clone());
        lines.push(line(number, &previous, action, object));
    }
    lines
}

/// Any chain, and a place in it.
fn chains() -> impl Strategy<Value = (Vec<Line>, usize)> {
    let words = prop::collection::vec((".{0,12}", ".{0,12}"), 2..12);
    words.prop_flat_map(|words| {
        let lines = chain(&words);
        let places = 0..lines.len();
        (Just(lines), places)
    })
}

fn head(lines: &[Line]) -> ChainHead {
    let last = lines.last().expect("a line");
    ChainHead { number: last.number, digest: last.digest.clone() }
}

/// Changes one field of a line: which one, chance says.
fn change(line: &mut Line, field: usize) {
    match field {
        0 => line.at += 1,
        1 => line.action.push('x'),
        2 => line.object.push('x'),
        3 => line.outcome = "geweigerd".into(),
        4 => line.origin = "10.0.0.8".into(),
        5 => line.account = "iemand".into(),
        6 => line.actor = "aov2".into(),
        7 => line.begun += 1,
        // Between two fields: the bytes of both together stay the same.
        8 if !line.action.is_empty() => {
            let moved = line.action.pop().expect("a character");
            line.object.insert(0, moved);
        }
        8 => line.action.push('y'),
        _ => line.previous = digest(line),
    }
}

proptest! {
    #[test]
    fn an_untouched_chain_holds_and_ends_in_its_head((lines, at) in chains()) {
        let end = head(&lines);
        prop_assert_eq!(verify(&lines, None), Ok(end.clone()));
        prop_assert_eq!(verify(&lines, Some(end)), Ok(head(&lines)));
        // A head from any day before is in it too.
        prop_assert_eq!(verify(&lines, Some(head(&lines[..=at]))), Ok(head(&lines)));
    }

    #[test]
    fn a_changed_line_is_named((mut lines, at) in chains(), field in 0_usize..10) {
        change(&mut lines[at], field);
        prop_assert_eq!(verify(&lines, None), Err(Broken::Changed { number: lines[at].number }));
    }

    #[test]
    fn a_changed_line_with_its_digest_made_anew_is_named((mut lines, at) in chains(), field in 0_usize..10) {
        let end = head(&lines);
        change(&mut lines[at], field);
        lines[at].digest = digest(&lines[at]);
        let found = verify(&lines, Some(end)).expect_err("found");
        prop_assert_eq!(found.number(), lines[at].number, "{:?}", found);
    }

    #[test]
    fn a_removed_line_is_named((mut lines, at) in chains()) {
        let end = head(&lines);
        let number = lines.remove(at).number;
        prop_assert_eq!(verify(&lines, Some(end)).expect_err("found").number(), number);
    }

    #[test]
    fn a_removed_line_is_named_where_the_rest_was_numbered_anew((mut lines, at) in chains()) {
        let end = head(&lines);
        let number = lines.remove(at).number;
        for line in &mut lines[at..] {
            line.number -= 1;
        }
        prop_assert_eq!(verify(&lines, Some(end)).expect_err("found").number(), number);
    }

    #[test]
    fn a_line_put_in_is_named((mut lines, at) in chains(), is_hashed in any::<bool>()) {
        let number = lines[at].number + 1;
        let mut forged = line(number, &lines[at].digest, "iets anders", "");
        if !is_hashed {
            forged.digest = lines[at].digest.clone();
        }
        let end = head(&lines);
        for line in &mut lines[at + 1..] {
            line.number += 1;
        }
        lines.insert(at + 1, forged);
        // At the very end one that is well made is a line as any other: the head from elsewhere was of before.
        let found = verify(&lines, Some(end));
        if at + 2 == lines.len() && is_hashed {
            prop_assert!(found.is_ok());
        } else {
            prop_assert_eq!(found.expect_err("found").number(), number);
        }
    }

    #[test]
    fn a_line_that_stands_there_twice_is_named((mut lines, at) in chains()) {
        let again = lines[at].clone();
        lines.insert(at + 1, again);
        prop_assert_eq!(verify(&lines, None), Err(Broken::PutIn { number: lines[at].number }));
    }

    #[test]
    fn two_lines_that_changed_places_are_named((mut lines, at) in chains(), other in 0_usize..12) {
        let other = other % lines.len();
        prop_assume!(at != other);
        let (first, second) = (at.min(other), at.max(other));
        let (low, high) = (lines[first].number, lines[second].number);
        lines.swap(first, second);
        (lines[first].number, lines[second].number) = (low, high);
        prop_assert_eq!(verify(&lines, None).expect_err("found").number(), low);
    }

    #[test]
    fn a_whole_chain_written_anew_is_found_by_a_head_from_elsewhere((lines, at) in chains()) {
        let end = head(&lines);
        let mut words: Vec<_> = lines.iter().map(|line| (line.action.clone(), line.object.clone())).collect();
        words[at].1.push('!');
        let anew = chain(&words);
        prop_assert_eq!(verify(&anew, None), Ok(head(&anew)));
        prop_assert_eq!(verify(&anew, Some(end.clone())), Err(Broken::Rewritten { number: end.number }));
        words.remove(at);
        let anew = chain(&words);
        prop_assert_eq!(verify(&anew, Some(end.clone())), Err(Broken::CutOff { first: end.number, last: end.number }));
    }

    #[test]
    fn a_head_is_a_text_of_one_length(number in 0_i64..1_000_000_000_000, bytes in any::<[u8; 32]>()) {
        let head = ChainHead { number, digest: seal::Digest(bytes).to_string() };
        let text = head.to_string();
        prop_assert_eq!(text.len(), ChainHead::LENGTH);
        prop_assert_eq!(text.parse::<ChainHead>(), Ok(head.clone()));
        prop_assert_eq!(format!(" {}\n", text.to_uppercase()).parse::<ChainHead>(), Ok(head));
        prop_assert!(text[1..].parse::<ChainHead>().is_err());
    }

    #[test]
    fn what_is_no_head_is_refused(text in ".{0,90}") {
        prop_assert!(text.parse::<ChainHead>().is_err());
    }
}

#[test]
fn the_bytes_of_a_line_are_those_of_the_format() {
    let id = AccountId(uuid::Uuid::from_u128(1));
    let entry = Entry {
        action: Action::SignalRead,
        object: "2026-K7Q3MX".into(),
        outcome: Outcome::Done,
        origin: "10.0.0.7".into(),
        actor: Actor::Account { id, name: "aov@demo.example".into() },
        begun: 0,
    };
    let first = sealed(Line::of(&entry, 1, 1_764_155_000, NOTHING_BEFORE.into()));
    assert_eq!(first.digest, "62611aa41323fb2d9089ac332f45b7660e76e9750758023f9d4000be41908ba7");
    let entry = Entry { begun: 1, ..Entry::by_operator(Action::SignalExported, "", Outcome::Failed) };
    let second = sealed(Line::of(&entry, 2, 1_764_155_001, first.digest.clone()));
    assert_eq!(second.digest, "499b155264d78074d7041c2f203130e375d4a953ad7de7d463386152ea3903a8");
    assert!(second.bytes().starts_with(b"signaalkluis/1/log\n1:2,10:1764155001,18:signaal uitgevoerd,0:,7:mislukt,"));
    assert_eq!(verify([&first, &second], None).map(|head| head.number), Ok(2));
    assert_eq!(verify([], None), Ok(ChainHead::none()));
    assert!(verify([], Some(ChainHead { number: 1, digest: first.digest })).is_err());
}

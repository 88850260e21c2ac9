//! What the route key says of a signal: heads in order, who may write, and how far each side had come.

use super::{Outcome, World, day, item_id, kenmerk, refused, signal};
use ::domain::{Kind, PickupCode, RouteName, Side, words::Word};
use ::mailbox::{MailboxKey, Root};
use ::seal::{
    Digest, Entry, ItemError, Place, Row, Signed, Signer, StatementError, VERSION,
    chain::{hold_against, read_side},
    head::{Head, HeadError, Heads, Reached, ReachedSides},
    intake::Intake,
    role,
};
use ::unseal::{FullKey, OpeningKey, demo};

const NOTHING: Reached = Reached { number: 0, item: None };

pub fn intake_of(world: &World) -> Intake {
    Intake {
        v: VERSION,
        signal: world.signal,
        kenmerk: kenmerk(),
        route: RouteName::Aov,
        received_on: day(),
        intake: OpeningKey::generate().recipient(),
        mailbox: world.mailbox.halves(),
        report: Digest::of(b"the sealed report"),
    }
}

fn head(world: &World, intake: &Intake, number: u32, epoch: u32) -> Head {
    Head {
        v: VERSION,
        signal: intake.signal,
        route: intake.route,
        number,
        epoch,
        source: world.source.recipient(),
        case: world.case.recipient(),
        mailbox: intake.mailbox.clone(),
        members: vec![world.officer.verify_key()],
        answerers: Vec::new(),
        guests: Vec::new(),
        closed: false,
        unread: false,
        by: world.officer.verify_key(),
        report: intake.report,
        reached: ReachedSides { reporter: NOTHING, desk: NOTHING, case: NOTHING },
        previous: None,
    }
}

pub fn other_mailbox() -> MailboxKey {
    MailboxKey::derive(&Root::of(&PickupCode::from_words([Word::at(9); 10])))
}

/// Signs heads, each linked to the one before.
fn signed(world: &World, heads: Vec<Head>) -> Outcome<Vec<String>> {
    let mut texts: Vec<String> = Vec::new();
    for mut head in heads {
        head.previous = texts.last().map(|text| Digest::of(text.as_bytes()));
        texts.push(Signed::sign(&head, &[&world.route, &world.officer])?.text().to_owned());
    }
    Ok(texts)
}

fn verify(world: &World, texts: &[String], intake: &Intake) -> Result<Heads, HeadError> {
    let aov = world.route.halves().verify;
    Heads::verify(texts, intake, |route| (route == RouteName::Aov).then(|| aov.clone()))
}

/// Three heads: the second in the first's epoch, the third with new keys and another answerer.
fn three(world: &World, intake: &Intake) -> Vec<Head> {
    let mut third = head(world, intake, 3, 2);
    third.source = OpeningKey::generate().recipient();
    third.case = OpeningKey::generate().recipient();
    third.members = vec![world.colleague.verify_key()];
    third.reached.desk = Reached { number: 2, item: Some(Digest::of(b"the desk's second")) };
    vec![head(world, intake, 1, 1), head(world, intake, 2, 1), third]
}

#[test]
fn heads_that_follow_each_other_are_believed() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    assert!(verify(&world, &[], &intake)?.current().is_none());
    let heads = verify(&world, &signed(&world, three(&world, &intake))?, &intake)?;
    assert_eq!(heads.all().len(), 3);
    assert_eq!(heads.current().map(|head| (head.number, head.epoch)), Some((3, 2)));
    assert_eq!(heads.epoch(1).map(|head| head.number), Some(2));
    assert!(heads.epoch(3).is_none());
    Ok(())
}

#[test]
fn a_forged_head_is_refused() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let texts = signed(&world, three(&world, &intake))?;
    let broken = |number, why| HeadError::Statement { number, why };
    // A letter changed inside.
    let mut changed = texts.clone();
    changed[1] = texts[1].replacen("\"epoch\":1", "\"epoch\":2", 1);
    assert_eq!(refused(verify(&world, &changed, &intake)), broken(2, StatementError::BadSignature));
    // By an officer, or by another route.
    let forged = head(&world, &intake, 1, 1);
    for signer in [&world.officer as &dyn Signer, &demo::route(RouteName::Burgemeester), &world.mailbox] {
        let text = Signed::sign(&forged, &[signer])?.text().to_owned();
        assert_eq!(refused(verify(&world, &[text], &intake)), broken(1, StatementError::BadSignature));
    }
    let unsigned = format!("{}\n", serde_json::to_string(&forged)?);
    assert_eq!(refused(verify(&world, &[unsigned], &intake)), broken(1, StatementError::Unsigned));
    assert_eq!(refused(verify(&world, &[String::new()], &intake)), broken(1, StatementError::Malformed));
    let later = Head { v: 2, ..head(&world, &intake, 1, 1) };
    let later = Signed::sign(&later, &[&world.route, &world.officer])?.text().to_owned();
    assert_eq!(refused(verify(&world, &[later], &intake)), broken(1, StatementError::UnknownVersion));
    Ok(())
}

#[test]
fn a_head_of_another_signal_route_reporter_or_report_is_refused() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let own = || head(&world, &intake, 1, 1);
    let other_code = other_mailbox();
    for wrong in [
        Head { signal: signal(2), ..own() },
        Head { mailbox: other_code.halves(), ..own() },
        Head { report: Digest::of(b"another report"), ..own() },
    ] {
        let texts = signed(&world, vec![wrong])?;
        assert_eq!(refused(verify(&world, &texts, &intake)), HeadError::Other { number: 1 });
    }
    let elsewhere = signed(&world, vec![Head { route: RouteName::Extern, ..own() }])?;
    assert_eq!(refused(verify(&world, &elsewhere, &intake)), HeadError::Other { number: 1 });
    assert_eq!(
        refused(Heads::verify(&elsewhere, &intake, |_| None::<::seal::Lineage>)),
        HeadError::Other { number: 1 }
    );
    let own = signed(&world, vec![own()])?;
    assert_eq!(
        refused(Heads::verify(&own, &intake, |_| None::<::seal::Lineage>)),
        HeadError::UnknownRoute { number: 1 }
    );
    let extern_key = world.route.halves().verify;
    let known = Heads::verify(&elsewhere, &intake, |_| Some(extern_key.clone()));
    assert_eq!(refused(known), HeadError::Other { number: 1 });
    Ok(())
}

#[test]
fn a_signal_changes_route_with_new_keys_and_by_the_hand_of_whoever_has_it() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let new_route = FullKey::<role::Route>::generate(&mut rand::rng());
    let (old, new) = (world.route.halves().verify, new_route.halves().verify);
    let known = |route| Some(if route == RouteName::Aov { old.clone() } else { new.clone() });
    let first = signed(&world, vec![head(&world, &intake, 1, 1)])?.remove(0);
    let previous = Some(Digest::of(first.as_bytes()));
    let by = |key: &FullKey<role::Route>, head: Head| -> Outcome<Vec<String>> {
        Ok(vec![first.clone(), Signed::sign(&head, &[key, &world.officer])?.text().to_owned()])
    };
    let over = || Head { route: RouteName::Extern, previous, ..head(&world, &intake, 2, 2) };
    let heads = Heads::verify(&by(&world.route, over())?, &intake, known)?;
    assert_eq!(heads.route(&intake), RouteName::Extern);
    // Nobody takes a signal to himself, and nobody moves it under the keys of those who had it.
    assert!(Heads::verify(&by(&new_route, over())?, &intake, known).is_err(), "taken");
    let same_epoch = Head { route: RouteName::Extern, previous, ..head(&world, &intake, 2, 1) };
    assert_eq!(refused(Heads::verify(&by(&world.route, same_epoch)?, &intake, known)), HeadError::Other { number: 2 });
    // What follows is the new route's to sign, and no longer the old one's.
    let mut texts = by(&world.route, over())?;
    let previous = Some(Digest::of(texts[1].as_bytes()));
    let third = || Head { number: 3, previous, ..over() };
    texts.push(Signed::sign(&third(), &[&new_route, &world.officer])?.text().to_owned());
    assert_eq!(Heads::verify(&texts, &intake, known)?.all().len(), 3);
    texts[2] = Signed::sign(&third(), &[&world.route, &world.officer])?.text().to_owned();
    assert!(Heads::verify(&texts, &intake, known).is_err(), "the old route still signs");
    Ok(())
}

#[test]
fn of_a_closed_signal_only_a_member_it_names_signs_the_next_head() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    // The colleague was left out; he still holds the route's key.
    let closed = Head { closed: true, ..head(&world, &intake, 1, 1) };
    let first = Signed::sign(&closed, &[&world.route, &world.officer])?.text().to_owned();
    let previous = Some(Digest::of(first.as_bytes()));
    let back_in = |by: &FullKey<role::Person>, closed| -> Outcome<Vec<String>> {
        let members = vec![world.officer.verify_key(), world.colleague.verify_key()];
        let head = Head { members, closed, by: by.verify_key(), previous, ..head(&world, &intake, 2, 2) };
        Ok(vec![first.clone(), Signed::sign(&head, &[&world.route, by])?.text().to_owned()])
    };
    for closed in [true, false] {
        let forged = back_in(&world.colleague, closed)?;
        assert_eq!(refused(verify(&world, &forged, &intake)), HeadError::ByAnother { number: 2 });
        assert!(verify(&world, &back_in(&world.officer, closed)?, &intake).is_ok(), "who reads it lets him in again");
    }
    // Nor does he pass for the officer.
    let head = Head { previous, ..head(&world, &intake, 2, 2) };
    let forged = Signed::sign(&head, &[&world.route, &world.colleague])?.text().to_owned();
    let broken = HeadError::Statement { number: 2, why: StatementError::BadSignature };
    assert_eq!(refused(verify(&world, &[first, forged], &intake)), broken);
    Ok(())
}

#[test]
fn a_head_lets_each_write_his_own_kinds() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let (guest, behandelaar) = (FullKey::<role::Person>::generate(&mut rand::rng()), &world.colleague);
    let named = Head {
        answerers: vec![behandelaar.verify_key()],
        guests: vec![guest.verify_key(), behandelaar.verify_key()],
        ..head(&world, &intake, 1, 1)
    };
    let heads = verify(&world, &signed(&world, vec![named])?, &intake)?;
    let place = |side, kind| Place { signal: intake.signal, epoch: 1, item: item_id(1), kind, side, number: 1 };
    let may = |who: &FullKey<role::Person>, side, kind| heads.may_write(&place(side, kind), &who.verify_key()).is_ok();
    for kind in Kind::ALL.iter().copied() {
        let contributes = matches!(kind, Kind::Declaration | Kind::Note | Kind::Levels | Kind::Enrichment);
        assert!(may(&world.officer, Side::Case, kind) && may(&world.officer, Side::Desk, kind), "a member, {kind}");
        assert_eq!(may(&guest, Side::Case, kind), contributes, "a guest, {kind}");
        assert!(!may(&guest, Side::Desk, kind), "a guest to the reporter, {kind}");
        assert_eq!(may(behandelaar, Side::Desk, kind), kind == Kind::Message, "a behandelaar, {kind}");
        assert_eq!(may(behandelaar, Side::Case, kind), contributes, "a behandelaar in the file, {kind}");
    }
    Ok(())
}

#[test]
fn a_head_in_anothers_place_is_refused() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let texts = signed(&world, three(&world, &intake))?;
    let out = |number| HeadError::OutOfOrder { number };
    // Rolled back to an older one, one out of the middle gone, the first gone, two swapped.
    for (order, error) in [
        (vec![0, 0], out(2)),
        (vec![0, 1, 1], out(3)),
        (vec![0, 2], out(2)),
        (vec![1, 2], out(1)),
        (vec![1, 0, 2], out(1)),
    ] {
        let changed: Vec<_> = order.iter().map(|at: &usize| texts[*at].clone()).collect();
        assert_eq!(refused(verify(&world, &changed, &intake)), error, "{order:?}");
    }
    Ok(())
}

#[test]
fn a_head_that_does_not_follow_the_one_before_is_refused() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let mut lowered = three(&world, &intake);
    lowered[2].number = 3;
    lowered.push(head(&world, &intake, 4, 1));
    assert_eq!(refused(verify(&world, &signed(&world, lowered)?, &intake)), HeadError::BrokenChain { number: 4 });
    let zero = signed(&world, vec![head(&world, &intake, 1, 0)])?;
    assert_eq!(refused(verify(&world, &zero, &intake)), HeadError::BrokenChain { number: 1 });
    // Authentic, of the right number, after another second head than the one that stands there.
    let mut texts = signed(&world, three(&world, &intake))?;
    let mut sibling = head(&world, &intake, 2, 1);
    sibling.members.clear();
    texts[1] = signed(&world, vec![head(&world, &intake, 1, 1), sibling])?.remove(1);
    assert_eq!(refused(verify(&world, &texts, &intake)), HeadError::BrokenChain { number: 3 });
    // New keys need a new epoch.
    let mut other_keys = head(&world, &intake, 2, 1);
    other_keys.source = OpeningKey::generate().recipient();
    let texts = signed(&world, vec![head(&world, &intake, 1, 1), other_keys])?;
    assert_eq!(refused(verify(&world, &texts, &intake)), HeadError::BrokenChain { number: 2 });
    Ok(())
}

#[test]
fn only_who_a_head_of_the_epoch_names_may_write_and_not_after_its_end() -> Outcome {
    let world = World::new();
    let intake = intake_of(&world);
    let heads = verify(&world, &signed(&world, three(&world, &intake))?, &intake)?;
    let at = |epoch, number| ::seal::Place { epoch, ..world.place(Side::Desk, number) };
    let (officer, colleague) = (world.officer.verify_key(), world.colleague.verify_key());
    assert_eq!(heads.may_write(&at(1, 2), &officer), Ok(()));
    assert_eq!(heads.may_write(&at(1, 3), &officer), Err(ItemError::StaleEpoch));
    assert_eq!(heads.may_write(&at(2, 3), &colleague), Ok(()));
    for (place, author) in [(at(2, 3), &officer), (at(1, 2), &colleague), (at(0, 1), &officer), (at(3, 3), &colleague)]
    {
        assert_eq!(heads.may_write(&place, author), Err(ItemError::SignedByAnother));
    }
    assert_eq!(heads.may_write(&at(1, 1), &world.mailbox.verify_key()), Err(ItemError::SignedByAnother));
    Ok(())
}

/// Two items of the officer's, and the heads that ended his epoch after them.
fn ended(world: &World, intake: &Intake) -> Outcome<(Vec<Row>, Heads)> {
    let rows = world.side(Side::Desk, 2)?;
    let mut heads = three(world, intake);
    heads[2].reached.desk = Reached { number: 2, item: Some(Digest::of(&rows[1].sealed)) };
    let heads = verify(world, &signed(world, heads)?, intake)?;
    Ok((rows, heads))
}

fn read(world: &World, heads: &Heads, rows: &[Row]) -> Vec<String> {
    let entries = read_side(
        rows,
        |row| world.mailbox.open(&row.sealed).map(Some),
        |place, author| heads.may_write(place, author),
    );
    let words = hold_against(heads, Side::Desk, rows, entries);
    words
        .iter()
        .map(|entry| match entry {
            Entry::Damaged { number, why } => format!("{number} {why:?}"),
            Entry::Gap { from, to } => format!("gap {from}-{to}"),
            other => other.number().to_string(),
        })
        .collect()
}

#[test]
fn an_item_written_with_keys_that_were_replaced_is_refused() -> Outcome {
    let world = World::new();
    let (mut rows, heads) = ended(&world, &intake_of(&world))?;
    assert_eq!(read(&world, &heads, &rows), ["1", "2"]);
    rows.push(world.row(world.place(Side::Desk, 3), Some(Digest::of(&rows[1].sealed)), 0)?);
    assert_eq!(read(&world, &heads, &rows), ["1", "2", "3 StaleEpoch"]);
    Ok(())
}

#[test]
fn an_ended_epoch_cannot_be_rewritten_nor_cut_short() -> Outcome {
    let world = World::new();
    let (mut rows, heads) = ended(&world, &intake_of(&world))?;
    let first = Digest::of(&rows[0].sealed);
    let last = rows.pop();
    assert_eq!(read(&world, &heads, &rows), ["1", "gap 2-2"]);
    // By the right author, in his epoch, at its place, well linked: but another file than the head saw.
    rows.push(world.row(world.place(Side::Desk, 2), Some(first), 0)?);
    assert_eq!(read(&world, &heads, &rows), ["1", "2 BrokenChain"]);
    rows.pop();
    rows.extend(last);
    assert_eq!(read(&world, &heads, &rows), ["1", "2"]);
    assert_eq!(read(&world, &heads, &[]), ["gap 1-2"]);
    Ok(())
}

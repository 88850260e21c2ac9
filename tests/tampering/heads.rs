//! Rows of `head`: taken away, turned back, edited, or made by somebody who would have the next message sealed to
//! himself.

use ::domain::{RouteName, Side};
use ::seal::{
    Recipient, Signed, Signer,
    head::Head,
    role::{self, Person},
};
use ::unseal::{FullKey, demo};
use entity::head;

use super::{
    ADDITION, NOTHING_SENT, Scene, THANKS, change, delete,
    forger::{head_in_the_clear, nothing_opens_with, own_key},
    heads_of, insert, items_of, people,
};
use crate::helpers::{people::Tale, town::Town};

/// Tries to send a message from the mailbox; fails unless that is refused and nothing was stored.
#[track_caller]
fn mailbox_refuses_to_write(scene: &mut Scene, form: crate::helpers::browser::Form) {
    let before = items_of(&scene.town, scene.signal().id);
    let answer = scene.melder.browser.submit(&form.fill("bericht", "Alleen voor de gemeente."));
    assert!(answer.status >= 400, "{}", answer.text());
    answer.must_not_say("Uw bericht is verstuurd");
    assert_eq!(items_of(&scene.town, scene.signal().id), before);
}

#[test]
fn a_head_that_sends_messages_to_the_forger_is_believed_by_nobody() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let form = scene.mailbox().form("/postvak");
        let row = heads_of(&scene.town, scene.signal().id).remove(0);
        let thief: FullKey<role::Source> = own_key();
        let reader: FullKey<role::Case> = own_key();
        let head = Head {
            source: thief.halves().encrypt,
            case: reader.halves().encrypt,
            members: vec![own_key::<Person>().verify_key()],
            answerers: Vec::new(),
            guests: Vec::new(),
            closed: false,
            by: own_key::<Person>().verify_key(),
            ..head_in_the_clear(&scene.town, &scene.kenmerk)
        };
        let (own, other) = (own_key::<role::Route>(), demo::route(RouteName::Burgemeester));
        let signers: [&dyn Signer; 4] = [&own, &other, &demo::person("aov"), &demo::person("beheer")];
        for signer in signers {
            let forged = Signed::sign(&head, &[signer, &own_key::<Person>()]).expect("signed").text().to_owned();
            change(&scene.town, head::Model { statement: forged, ..row.clone() });
            scene.mailbox().must_be(500).must_say("Dit postvak klopt niet").must_not_say(THANKS);
            mailbox_refuses_to_write(&mut scene, form.clone());
            let page = scene.desk();
            page.must_say("De sleutelverklaring van dit signaal klopt niet")
                .must_not_say(ADDITION)
                .must_not_say(THANKS);
            scene.desk_refuses_to_write();
        }
        nothing_opens_with(&scene.town, &thief);
        nothing_opens_with(&scene.town, &reader);
    });
}

#[test]
fn a_second_head_that_the_forger_adds_is_believed_by_nobody() {
    let mut scene = Scene::new();
    let form = scene.mailbox().form("/postvak");
    let first = heads_of(&scene.town, scene.signal().id).remove(0);
    let thief: FullKey<role::Source> = own_key();
    let before = head_in_the_clear(&scene.town, &scene.kenmerk);
    let head = Head {
        number: 2,
        epoch: 2,
        source: thief.halves().encrypt,
        previous: Some(::seal::Digest::of(first.statement.as_bytes())),
        ..before
    };
    let forged = Signed::sign(&head, &[&own_key::<role::Route>()]).expect("signed").text().to_owned();
    // Its own, a copy of the first one, and no statement at all.
    for statement in [forged, first.statement.clone(), String::new()] {
        let row = head::Model { number: 2, statement, ..first.clone() };
        insert(&scene.town, row.clone());
        scene.mailbox().must_be(500).must_not_say(THANKS);
        mailbox_refuses_to_write(&mut scene, form.clone());
        scene.desk().must_say("De sleutelverklaring van dit signaal klopt niet");
        scene.desk_refuses_to_write();
        delete(&scene.town, row);
    }
    nothing_opens_with(&scene.town, &thief);
}

#[test]
fn a_head_that_was_edited_or_renumbered_is_believed_by_nobody() {
    let mut scene = Scene::new();
    let row = heads_of(&scene.town, scene.signal().id).remove(0);
    let stranger: Recipient<role::Source> = own_key::<role::Source>().halves().encrypt;
    let source = head_in_the_clear(&scene.town, &scene.kenmerk).source.to_string();
    for statement in [
        row.statement.replace(&source, &stranger.to_string()),
        row.statement.replacen("\"epoch\":1", "\"epoch\":2", 1),
        row.statement.lines().next().unwrap_or_default().to_owned() + "\n",
        format!("{}\n", row.statement),
    ] {
        assert!(statement != row.statement);
        change(&scene.town, head::Model { statement, ..row.clone() });
        scene.mailbox().must_be(500).must_not_say(THANKS);
        scene.desk().must_say("De sleutelverklaring van dit signaal klopt niet");
        scene.desk_refuses_to_write();
    }
}

#[test]
fn the_head_of_another_signal_is_believed_by_nobody() {
    let mut scene = Scene::new();
    scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let other = scene.aov.queue().into_iter().find(|kenmerk| *kenmerk != scene.kenmerk).expect("a second signal");
    scene.aov.reads(&other).must_be(200);
    let theirs = heads_of(&scene.town, super::one(&scene.town, &other).id).remove(0).statement;
    let row = heads_of(&scene.town, scene.signal().id).remove(0);
    change(&scene.town, head::Model { statement: theirs, ..row });
    scene.mailbox().must_be(500).must_not_say(THANKS);
    scene.desk().must_be(200).must_say("De sleutelverklaring van dit signaal klopt niet");
    scene.desk_refuses_to_write();
}

#[test]
fn without_its_heads_a_signal_takes_nothing_from_either_side() {
    let mut scene = Scene::new();
    let before = scene.mailbox().form("/postvak");
    let rows = heads_of(&scene.town, scene.signal().id);
    scene.town.tamper("DELETE FROM head");
    let mailbox = scene.mailbox();
    mailbox.must_be(200).must_not_say(THANKS).must_say(NOTHING_SENT).must_offer_no_form("/postvak");
    mailbox_refuses_to_write(&mut scene, mailbox.as_token_of(before));
    scene.desk().must_say("De sleutelverklaring van dit signaal is weg").must_not_say(THANKS);
    scene.desk_refuses_to_write();
    // Nor does a colleague who sees the signal for the first time open it as a new one.
    let mut colleague = scene.town.officer("aov2");
    colleague.reads(&scene.kenmerk).must_be(200).must_say("De sleutelverklaring van dit signaal is weg");
    assert!(heads_of(&scene.town, scene.signal().id).is_empty(), "a first head was made a second time");
    // Nobody was harmed: put back, it is what it was.
    rows.into_iter().for_each(|row| insert(&scene.town, row));
    scene.desk().must_not_say("Let op:");
}

#[test]
fn a_signal_whose_desk_was_wiped_out_is_not_opened_as_a_new_one() {
    // Heads and everything of the desk's are gone; only the wrapped keys still show that there was a desk.
    let mut scene = Scene::new();
    scene.town.tamper("DELETE FROM head");
    scene.town.tamper("DELETE FROM item WHERE side <> 'melder' OR number > 1");
    scene.desk().must_be(200).must_say("Dit signaal is teruggedraaid: u zag hier eerder meer");
    scene.desk_refuses_to_write();
    let page = scene.town.officer("aov2").reads(&scene.kenmerk);
    page.must_be(200).must_say("terwijl het eerder is geopend");
    assert!(heads_of(&scene.town, scene.signal().id).is_empty(), "a first head was made a second time");
}

#[test]
fn the_newest_head_cannot_be_taken_away_unseen() {
    let mut scene = Scene::new();
    people::joins(&scene.town, "nieuw", "Jurist");
    let mut newcomer = scene.town.officer("nieuw");
    newcomer.answers(&scene.kenmerk, "Antwoord", "Ik neem dit over.").must_be(200);
    scene.desk().must_be(200).must_say("Ik neem dit over.");
    scene.mailbox().must_say("Ik neem dit over.");
    let newest = heads_of(&scene.town, scene.signal().id).remove(1);
    delete(&scene.town, newest);
    // Who wrote under it has no right to any more, and everybody who saw it misses it.
    scene.mailbox().must_be(200).must_say("Dit bericht is beschadigd").must_not_say("Ik neem dit over.");
    scene.desk().must_say("Dit signaal is teruggedraaid").must_not_say("Ik neem dit over.");
    scene.desk_refuses_to_write();
    newcomer.reads(&scene.kenmerk).must_say("Dit signaal is teruggedraaid");
    scene.aov.browser.open("/").must_say("is teruggedraaid: u zag er eerder meer");
    assert_eq!(heads_of(&scene.town, scene.signal().id).len(), 1, "a head was written on top of the hole");
    assert_eq!(scene.item(Side::Desk, 3).number, 3);
}

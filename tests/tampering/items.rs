//! Rows of `item` that were cut, moved, swapped or copied by somebody who made none of them: each is shown as damage or
//! as a gap, to the melder and to the desk, and what it said is shown nowhere.

use ::domain::{ItemId, Kind, Side};
use entity::item;

use super::{ADDITION, NOTHING_SENT, REPORT, Scene, THANKS, change, delete, insert, items_of};
use crate::helpers::{people::Tale, town::Town};

const DAMAGED: &str = "Dit bericht is beschadigd";
const GONE: &str = "Hier ontbreekt een bericht";

/// A side as the desk's sentences name it.
fn of(side: Side) -> &'static str {
    match side {
        Side::Reporter => "van de melder",
        Side::Desk => "van de behandelaar",
        Side::Case => "van het dossier",
    }
}

/// How many places of the conversation a page shows as damaged or missing.
fn broken_places(page: &crate::helpers::browser::Page) -> usize {
    page.texts("article.broken").len()
}

#[test]
fn a_message_with_one_bit_turned_or_its_end_cut_off_is_shown_as_damaged_on_both_sides() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let cuts: [fn(&mut Vec<u8>); 5] = [
            |sealed| sealed[2000] ^= 1,
            |sealed| sealed[30] ^= 1,
            |sealed| sealed.truncate(2048),
            |sealed| sealed.truncate(2047),
            Vec::clear,
        ];
        for (side, text) in [(Side::Desk, THANKS), (Side::Reporter, ADDITION)] {
            let number = if side == Side::Desk { 1 } else { 2 };
            let row = scene.item(side, number);
            for cut in cuts {
                let mut changed = row.clone();
                cut(&mut changed.sealed);
                change(&scene.town, changed);
                let (desk, mailbox) = (scene.desk(), scene.mailbox());
                for page in [&desk, &mailbox] {
                    page.must_be(200).must_say(DAMAGED).must_not_say(text);
                    assert_eq!(broken_places(page), 1, "{}", page.text());
                }
                desk.must_say(&format!("Onderdeel {number} {} is beschadigd (het zegel is gebroken)", of(side)));
            }
            change(&scene.town, row);
        }
        // Put back as they were, all is well again: nothing was written over.
        scene.desk().must_say(THANKS).must_say(ADDITION).must_not_say("Let op:");
    });
}

#[test]
fn a_damaged_status_is_named_and_the_one_before_it_is_no_more_than_that() {
    let mut scene = Scene::new();
    let mut row = scene.item(Side::Case, 2);
    row.sealed[2000] ^= 1;
    change(&scene.town, row);
    let page = scene.desk();
    page.must_be(200).must_say("Onderdeel 2 van het dossier is beschadigd (het zegel is gebroken)");
    page.must_say("De status in de database is een andere dan de ondertekende").must_say("Nu: Ontvangen (niet zeker)");
    scene.mailbox().must_be(200).must_say("Wij bekijken uw signaal");
}

#[test]
fn a_damaged_standing_does_not_take_the_melder_back_to_an_older_one() {
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Vraag", "Om welk pand gaat het?").must_be(200);
    scene.mailbox().must_say("Wij hebben een vraag");
    let standing = scene.item(Side::Desk, 4);
    assert_eq!(standing.kind, Kind::Standing);
    let mut changed = standing.clone();
    changed.sealed[2000] ^= 1;
    change(&scene.town, changed);
    let mailbox = scene.mailbox();
    mailbox.must_be(200).must_say("beschadigd").must_say("Om welk pand gaat het?");
    mailbox.must_say("Dat weten wij niet zeker").must_not_say("U hoeft niets te doen");
    let page = scene.desk();
    page.must_say("Onderdeel 4 van de behandelaar is beschadigd");
    // The question itself stands, and it waits.
    page.must_say("Melder ziet: Wij hebben een vraag (niet zeker)");
}

#[test]
fn a_message_that_was_taken_out_of_the_middle_leaves_a_gap_on_both_sides() {
    let mut scene = Scene::new();
    delete(&scene.town, scene.item(Side::Desk, 1));
    let (desk, mailbox) = (scene.desk(), scene.mailbox());
    for page in [&desk, &mailbox] {
        page.must_be(200).must_say(GONE).must_not_say(THANKS);
    }
    desk.must_say("Onderdeel 1 van de behandelaar ontbreekt");
    // What was promised is not said to be broken: the acknowledgement may be what is missing.
    mailbox.must_not_say("een eerste bericht").must_say("Dat weten wij niet zeker");
}

#[test]
fn the_last_messages_cannot_be_taken_away_once_the_other_side_had_seen_them() {
    // The melder wrote after he had seen both rows of the desk's.
    let mut scene = Scene::new();
    let (message, standing) = (scene.item(Side::Desk, 1), scene.item(Side::Desk, 2));
    delete(&scene.town, standing);
    delete(&scene.town, message);
    scene.mailbox().must_be(200).must_say(GONE).must_not_say(THANKS);
    scene.desk().must_say("Het laatste van de behandelaar is weg: later is er al op geantwoord").must_say(GONE);
    scene.desk_refuses_to_write();
    // The desk wrote after it had seen both of the melder's.
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Elke vrijdag, dat is helder.").must_be(200);
    let form = scene.mailbox().form("/postvak");
    delete(&scene.town, scene.item(Side::Reporter, 2));
    scene.desk().must_say("Het laatste van de melder is weg: later is er al op geantwoord").must_not_say(ADDITION);
    scene.desk_refuses_to_write();
    // A colleague who never saw it is told the same.
    let mut colleague = scene.town.officer("aov2");
    colleague.reads(&kenmerk).must_say("Het laatste van de melder is weg").must_say(GONE);
    let mailbox = scene.mailbox();
    mailbox.must_be(200).must_say(GONE).must_say("Elke vrijdag, dat is helder.").must_offer_no_form("/postvak");
    let before = items_of(&scene.town, scene.signal().id);
    let form = mailbox.as_token_of(form.fill("bericht", "Nog een keer."));
    scene.melder.browser.submit(&form).must_be(409).must_say(NOTHING_SENT).must_say("Nog een keer.");
    assert_eq!(items_of(&scene.town, scene.signal().id), before);
}

#[test]
fn two_messages_that_changed_places_are_shown_in_neither() {
    let mut scene = Scene::new();
    let kenmerk = scene.kenmerk.clone();
    scene.aov.answers(&kenmerk, "Antwoord", "Een tweede bericht.").must_be(200);
    let (first, second) = (scene.item(Side::Desk, 1), scene.item(Side::Desk, 3));
    let swaps: [fn(&item::Model, &item::Model) -> item::Model; 2] = [
        // Only the sealed files; the files with the ids that stand inside them.
        |row, other| item::Model { sealed: other.sealed.clone(), ..row.clone() },
        |row, other| item::Model { number: row.number, added_on: row.added_on, ..other.clone() },
    ];
    for swap in swaps {
        let (one, two) = (swap(&first, &second), swap(&second, &first));
        delete(&scene.town, first.clone());
        delete(&scene.town, second.clone());
        insert(&scene.town, one.clone());
        insert(&scene.town, two.clone());
        for page in [scene.desk(), scene.mailbox()] {
            page.must_be(200).must_say(DAMAGED).must_not_say(THANKS).must_not_say("Een tweede bericht.");
        }
        delete(&scene.town, one);
        delete(&scene.town, two);
        insert(&scene.town, first.clone());
        insert(&scene.town, second.clone());
    }
    scene.mailbox().must_not_say(DAMAGED).must_say("Een tweede bericht.");
}

#[test]
fn a_message_cannot_be_played_twice() {
    let mut scene = Scene::new();
    for (side, number, next) in [(Side::Desk, 1, 3), (Side::Reporter, 2, 3), (Side::Case, 1, 3)] {
        let row = scene.item(side, number);
        let copy = item::Model { id: ItemId::random(&mut rand::rng()), number: next, ..row };
        insert(&scene.town, copy.clone());
        let page = scene.desk();
        page.must_say(&format!("Onderdeel {next} {} is beschadigd (een kopie van iets anders)", of(side)));
        assert_eq!(page.text().matches(THANKS).count(), 1);
        assert_eq!(page.text().matches(ADDITION).count(), 1);
        let mailbox = scene.mailbox();
        assert_eq!(mailbox.text().matches(THANKS).count(), 1, "{}", mailbox.text());
        assert_eq!(broken_places(&mailbox), usize::from(side != Side::Case), "{}", mailbox.text());
        delete(&scene.town, copy);
    }
}

#[test]
fn a_message_that_was_moved_to_another_signal_is_shown_there_to_nobody() {
    let mut scene = Scene::new();
    let code = scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let other = scene.aov.queue().into_iter().find(|kenmerk| *kenmerk != scene.kenmerk).expect("a second signal");
    scene.aov.answers(&other, "Ontvangstbevestiging", "Wij hebben uw melding.").must_be(200);
    let id = super::one(&scene.town, &other).id;
    for (side, number, next) in [(Side::Desk, 1, 3), (Side::Reporter, 2, 2), (Side::Case, 1, 3)] {
        let row = scene.item(side, number);
        let moved = item::Model { signal_id: id, number: next, ..row.clone() };
        change(&scene.town, moved.clone());
        let page = scene.aov.reads(&other);
        page.must_say(&format!("Onderdeel {next} {} is beschadigd", of(side)))
            .must_not_say(THANKS)
            .must_not_say(ADDITION);
        let mailbox = scene.town.melder().opens(&code);
        mailbox.must_be(200).must_not_say(THANKS).must_not_say(ADDITION);
        assert_eq!(broken_places(&mailbox), usize::from(side != Side::Case), "{}", mailbox.text());
        change(&scene.town, row);
    }
}

#[test]
fn a_row_that_says_another_kind_epoch_number_or_side_than_its_seal_is_damaged() {
    let mut scene = Scene::new();
    let row = scene.item(Side::Desk, 1);
    let wrong = [
        item::Model { kind: Kind::Standing, ..row.clone() },
        item::Model { kind: Kind::Report, ..row.clone() },
        item::Model { epoch: 0, ..row.clone() },
        item::Model { epoch: 2, ..row.clone() },
        item::Model { epoch: -1, ..row.clone() },
        item::Model { number: 3, ..row.clone() },
        item::Model { number: 0, ..row.clone() },
        item::Model { number: -1, ..row.clone() },
        item::Model { side: Side::Reporter, number: 3, ..row.clone() },
        item::Model { side: Side::Case, number: 3, ..row.clone() },
    ];
    for changed in wrong {
        change(&scene.town, changed.clone());
        scene.desk().must_be(200).must_say("Let op:").must_not_say(THANKS);
        let mailbox = scene.mailbox();
        mailbox.must_be(200).must_not_say(THANKS);
        assert!(broken_places(&mailbox) > 0, "{changed:?}: {}", mailbox.text());
        change(&scene.town, row.clone());
    }
    let addition = scene.item(Side::Reporter, 2);
    for changed in [
        item::Model { kind: Kind::Report, ..addition.clone() },
        item::Model { epoch: 0, ..addition.clone() },
        item::Model { side: Side::Desk, number: 3, ..addition.clone() },
    ] {
        change(&scene.town, changed.clone());
        scene.desk().must_be(200).must_say("Let op:").must_not_say(ADDITION);
        let mailbox = scene.mailbox();
        mailbox.must_be(200).must_not_say(ADDITION);
        assert!(broken_places(&mailbox) > 0, "{changed:?}: {}", mailbox.text());
        change(&scene.town, addition.clone());
    }
}

#[test]
fn the_day_beside_an_item_is_shown_nowhere() {
    let mut scene = Scene::new();
    scene.melder.writes("Nog iets.").must_be(200);
    scene.town.tamper("UPDATE item SET added_on = '2025-05-05'");
    let first = scene.aov.browser.open("/");
    first.must_say("Bericht van 23 november 2026").must_say(&scene.kenmerk);
    for page in [first, scene.desk(), scene.mailbox()] {
        page.must_be(200).must_not_say("2025");
    }
}

/// The mailbox says that it is not what it was, and a form that was open before is refused.
#[track_caller]
fn mailbox_takes_nothing(scene: &mut Scene, form: &crate::helpers::browser::Form) {
    let before = items_of(&scene.town, scene.signal().id);
    let mailbox = scene.mailbox();
    let told = ["Dit postvak klopt niet", NOTHING_SENT];
    assert!(told.iter().any(|sentence| mailbox.says(sentence)), "{}", mailbox.text());
    let answer = scene.melder.browser.submit(form);
    assert!(answer.status >= 400 && !answer.says("Uw bericht is verstuurd"), "{}", answer.text());
    assert_eq!(items_of(&scene.town, scene.signal().id), before);
}

#[test]
fn a_report_that_was_replaced_turned_or_taken_away_stops_the_desk() {
    let mut scene = Scene::new();
    let other = scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let theirs = scene.aov.queue().into_iter().find(|kenmerk| *kenmerk != scene.kenmerk).expect("a second signal");
    let theirs = items_of(&scene.town, super::one(&scene.town, &theirs).id).remove(0);
    let form = scene.mailbox().form("/postvak").fill("bericht", "Nog een keer.");
    let row = scene.item(Side::Reporter, 1);
    let mut turned = row.clone();
    turned.sealed[2000] ^= 1;
    for changed in [item::Model { sealed: theirs.sealed, ..row.clone() }, turned] {
        change(&scene.town, changed);
        let page = scene.desk();
        page.must_say("De melding zelf is beschadigd of weg").must_not_say(REPORT).must_not_say("fietsen");
        page.must_say("De melding is niet te openen");
        scene.desk_refuses_to_write();
        mailbox_takes_nothing(&mut scene, &form);
    }
    delete(&scene.town, row);
    scene.desk().must_say("De melding zelf is beschadigd of weg").must_not_say(REPORT);
    scene.desk_refuses_to_write();
    mailbox_takes_nothing(&mut scene, &form);
    scene.town.melder().opens(&other).must_be(200).must_not_say(DAMAGED);
}

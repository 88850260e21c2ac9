//! Rows of `key_wrap`: without the right private half nothing opens, and nothing is sealed to a wrong one.

use ::domain::KeyName;
use ::domain::RouteName;
use ::seal::role;
use ::unseal::{OpeningKey, PrivateHalf, demo};
use entity::key_wrap;

use super::{ADDITION, REPORT, Scene, THANKS, change, delete, insert, one, wraps_of};
use crate::helpers::{people::Tale, town::Town};

/// What the desk cannot read any more without a key.
fn lost(key: KeyName) -> &'static str {
    match key {
        KeyName::Intake => REPORT,
        KeyName::Source => ADDITION,
        KeyName::Case => "Ontvangst bevestigd, aov",
    }
}

fn of_the_route(scene: &Scene, key: KeyName) -> key_wrap::Model {
    let wraps = wraps_of(&scene.town, scene.signal().id);
    wraps.into_iter().find(|wrap| wrap.key == key && wrap.holder == "aov").unwrap_or_else(|| panic!("no {key}"))
}

/// The desk says that a key is gone, shows nothing that it would need it for, and writes nothing.
fn is_missed(scene: &mut Scene, key: KeyName) {
    let page = scene.desk();
    page.must_be(200);
    if key == KeyName::Intake {
        // The source key opens a second wrap of it: the report is still read, and the loss is named.
        page.must_say("De sleutel waarmee de melding is verzegeld, is weg of veranderd").must_say(REPORT);
    } else {
        page.must_not_say(lost(key)).must_say("Een sleutel van dit signaal is weg of veranderd");
        scene.desk_refuses_to_write();
    }
    // The melder needs none of them.
    scene.mailbox().must_be(200).must_say(THANKS);
}

#[test]
fn a_key_that_was_taken_away_is_missed_and_the_signal_takes_nothing_more() {
    let mut scene = Scene::new();
    for key in [KeyName::Intake, KeyName::Source, KeyName::Case] {
        let row = of_the_route(&scene, key);
        delete(&scene.town, row.clone());
        is_missed(&mut scene, key);
        insert(&scene.town, row);
        scene.desk().must_not_say("Let op:");
    }
}

#[test]
fn another_signals_key_is_not_taken_for_this_ones() {
    let mut scene = Scene::new();
    scene.town.melder().reports(&Tale::about(&["burger"], "De schuur staat vol gestolen fietsen."));
    let other = scene.aov.queue().into_iter().find(|kenmerk| *kenmerk != scene.kenmerk).expect("a second signal");
    scene.aov.reads(&other).must_be(200);
    let theirs = wraps_of(&scene.town, one(&scene.town, &other).id);
    for key in [KeyName::Intake, KeyName::Source, KeyName::Case] {
        let row = of_the_route(&scene, key);
        let swapped = theirs.iter().find(|wrap| wrap.key == key && wrap.holder == "aov").expect("theirs");
        change(&scene.town, key_wrap::Model { sealed: swapped.sealed.clone(), ..row.clone() });
        is_missed(&mut scene, key);
        change(&scene.town, row);
    }
    // Nor one key of this signal for another of it.
    let (source, case) = (of_the_route(&scene, KeyName::Source), of_the_route(&scene, KeyName::Case));
    change(&scene.town, key_wrap::Model { sealed: case.sealed, ..source });
    is_missed(&mut scene, KeyName::Source);
}

#[test]
fn a_forgers_key_is_not_taken_for_the_signals_and_nothing_is_sealed_to_it() {
    let mut scene = Scene::new();
    let route = demo::route(RouteName::Aov).halves().encrypt;
    let (intake, source, case) = (
        OpeningKey::<role::Intake>::generate(),
        OpeningKey::<role::Source>::generate(),
        OpeningKey::<role::Case>::generate(),
    );
    let sealed = [
        (KeyName::Intake, intake.wrap(&[route.any()]).expect("sealed")),
        (KeyName::Source, source.wrap(&[route.any()]).expect("sealed")),
        (KeyName::Case, case.wrap(&[route.any()]).expect("sealed")),
    ];
    for (key, sealed) in sealed {
        let row = of_the_route(&scene, key);
        change(&scene.town, key_wrap::Model { sealed: sealed.into_bytes(), ..row.clone() });
        is_missed(&mut scene, key);
        // The melder's next message is sealed to the head's key all the same.
        scene.melder.writes(&format!("Nog iets over {key}.")).must_be(200).must_say("Uw bericht is verstuurd");
        change(&scene.town, row);
        scene.desk().must_say(&format!("Nog iets over {key}."));
    }
    for item in super::items_of(&scene.town, scene.signal().id) {
        assert!(
            intake.open(&item.sealed).is_err()
                && source.open(&item.sealed).is_err()
                && case.open(&item.sealed).is_err()
        );
    }
}

#[test]
fn a_forgers_key_in_an_unopened_signal_is_not_made_its_own() {
    let town = Town::new();
    let mut melder = town.melder();
    let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
    let mut aov = town.officer("aov");
    let kenmerk = aov.only_signal();
    let row = wraps_of(&town, one(&town, &kenmerk).id).remove(0);
    let own = OpeningKey::<role::Intake>::generate();
    let sealed = own.wrap(&[demo::route(RouteName::Aov).halves().encrypt.any()]).expect("sealed").into_bytes();
    change(&town, key_wrap::Model { sealed, ..row.clone() });
    aov.reads(&kenmerk).must_be(200).must_say("De melding zelf is beschadigd of weg");
    aov.answers(&kenmerk, "Ontvangstbevestiging", "Kan dit weg?").must_be(409);
    assert!(super::heads_of(&town, row.signal_id).is_empty(), "a head was written over a forged key");
    melder.opens(&code).must_be(200);
    melder.writes("Voor de gemeente alleen.").must_be(200);
    assert!(super::items_of(&town, row.signal_id).iter().all(|item| own.open(&item.sealed).is_err()));
    change(&town, row);
    aov.reads(&kenmerk).must_be(200).must_say(REPORT).must_say("Voor de gemeente alleen.").must_not_say("Let op:");
}

//! Neither alone: what each side opens with the whole database and every key of its own.

use ::domain::RouteName;
use age::x25519::Identity;
use std::io::Read;
use unseal::{PrivateHalf, demo};

use super::{NAME, Scene};
use crate::helpers::town::Town;

/// Every private half in a key file, as age reads it.
fn identity(file: &str) -> Identity {
    let line = file.lines().find(|line| line.starts_with("AGE-SECRET-KEY-1")).expect("a private half");
    line.parse().expect("an identity")
}

pub fn opens(sealed: &[u8], identity: &Identity) -> Option<String> {
    let decryptor = age::Decryptor::new(sealed).ok()?;
    let mut text = String::new();
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity)).ok()?;
    reader.read_to_string(&mut text).ok()?;
    Some(text)
}

pub fn route(name: RouteName) -> Identity {
    identity(&demo::route(name).to_keyfile())
}

pub fn person(login: &str) -> Identity {
    identity(&demo::person(login).to_keyfile())
}

#[test]
fn neither_side_alone_opens_a_name_with_the_whole_database_before_or_after_it_was_granted() {
    let mut scene = Scene::on(Town::new(), NAME);
    scene.puts_before().must_be(200);
    let row = |scene: &Scene| {
        scene.town.runtime.block_on(scene.town.store.reveals()).expect("read").pop().expect("a request")
    };
    let (keeper, aov) = (route(RouteName::Bewaarder), route(RouteName::Aov));
    // The request is for each bewaarder himself; none of the handler's keys opens it, and the envelope is not in it.
    let before = row(&scene);
    for own in [&aov, &keeper, &person("aov")] {
        assert!(opens(&before.request, own).is_none());
    }
    let request = opens(&before.request, &person("bewaarder2")).expect("a bewaarder opens it");
    assert!(request.len() < 32 * 1024 && !request.contains("Kanarie") && !request.contains("koffer"));
    scene.decides("bewaarder", "toekennen").must_be(200);
    scene.opens("bewaarder").must_be(200);
    let after = row(&scene);
    let name = after.name.expect("a name");
    assert!(opens(&name, &person("aov")).is_some_and(|text| text.contains(NAME)));
    // It is for who asked, and for nobody of his route or the bewaarders'.
    for other in [&aov, &keeper, &person("aov2"), &person("bewaarder"), &person("bewaarder2")] {
        assert!(opens(&name, other).is_none());
    }
    let decision = after.decision.expect("a decision");
    assert!(opens(&decision, &person("bewaarder2")).is_some_and(|text| !text.contains("Kanarie")));
    for other in [&aov, &keeper] {
        assert!(
            opens(&decision, other).is_none(),
            "it is sealed to the signal's case key and to bewaarders one by one"
        );
    }
}

/// A member replaces his route's key; everybody stays.
fn replaces(town: &Town, login: &str, route: &str) {
    let path = format!("/beheer/sleutel/{route}");
    let mut officer = town.officer(login);
    let form = officer.browser.open(&path).must_be(200).form_with(&path, "stap", "vervangen").untick("blijft");
    let others: &[&str] = if route == "aov" { &["aov2"] } else { &["bewaarder2"] };
    let form = others.iter().fold(form, |form, other| form.tick("blijft", &town.account(other)));
    officer.browser.submit(&form).must_be(200);
}

#[test]
fn what_was_asked_and_granted_before_a_route_key_was_replaced_goes_on_after_it() {
    Town::each(|town| {
        let mut scene = Scene::on(town, NAME);
        scene.asks_melder().must_be(200);
        scene.melder_says("ja").must_be(200);
        scene.puts_before().must_be(200);
        // The request and the envelope in it are sealed to the key of then.
        replaces(&scene.town, "bewaarder", "bewaarder");
        replaces(&scene.town, "aov", "aov");
        scene.decides("bewaarder2", "toekennen").must_be(200).must_say("Toegekend door bewaarder2");
        scene.page().must_say("De envelop mag open");
        // And the envelope was given before that happened once more.
        replaces(&scene.town, "bewaarder", "bewaarder");
        scene.opens("bewaarder2").must_be(200).must_say("De envelop is geopend");
        replaces(&scene.town, "bewaarder", "bewaarder");
        scene.shows().must_be(200).must_say(NAME);
    });
}

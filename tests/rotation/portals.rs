//! Portals say which keys they seal to, and a difference is shouted.

use std::sync::Arc;

use ::domain::RouteName;
use chrono::TimeDelta;
use seal::Routes;

use super::{PAGE, Scene, halves};
use crate::helpers::{
    people::Tale,
    town::{Town, house, origin, routes, routes_with},
};

/// A portal beside the town's, with these keys.
fn portal(town: &Town, routes: Routes) -> portal::State {
    let pools = town.runtime.block_on(portal::Pools::open(&town.url)).expect("pools");
    let files = Arc::clone(&town.attachments);
    portal::State::new(house(), routes, pools, files, Arc::clone(&town.clock) as _, origin())
}

#[test]
fn a_portal_with_another_key_is_shouted_to_the_members_of_its_route_until_it_stops() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        let old = portal(&scene.town, routes(RouteName::ALL));
        scene.town.runtime.block_on(old.announce()).expect("said");
        scene.aov.browser.open("/").must_not_say("meldpunt");
        scene.replaces(&["aov2"]).must_be(200);
        scene.is_configured();
        scene.aov.browser.open("/").must_say("verzegelt nieuwe signalen van de route aov nog voor de oude sleutel");
        scene.town.officer("burgemeester").browser.open("/").must_not_say("meldpunt");
        // It says so once a day; one that stopped without a word is heard for two days more.
        scene.town.later(TimeDelta::days(2));
        scene.aov = scene.town.officer("aov");
        scene.aov.browser.open("/").must_say("nog voor de oude sleutel");
        scene.town.later(TimeDelta::days(1));
        scene.aov = scene.town.officer("aov");
        scene.aov.browser.open("/").must_not_say("nog voor de oude sleutel");
        // One of nobody's, one that knows fewer routes, and one that stops as it should.
        let strange = unseal::FullKey::<seal::role::Route>::generate(&mut rand::rng()).halves();
        let strange = portal(&scene.town, routes_with(RouteName::ALL, |route| halves(route, &strange)));
        scene.town.runtime.block_on(strange.announce()).expect("said");
        scene.aov.browser.open("/").must_say("een andere sleutel dan u").must_say("Bel de beheerder");
        let few = portal(&scene.town, routes(&[RouteName::Burgemeester]));
        scene.town.runtime.block_on(few.announce()).expect("said");
        scene.aov.browser.open("/").must_say("neemt niets aan voor de route aov");
        scene.town.runtime.block_on(async {
            strange.withdraw().await.expect("taken back");
            few.withdraw().await.expect("taken back");
        });
        scene.aov.browser.open("/").must_not_say("meldpunt");
        for state in [old, strange, few] {
            scene.town.runtime.block_on(async {
                state.pools.reports.close().await.expect("closed");
                state.pools.pickups.close().await.expect("closed");
            });
        }
    });
}

#[test]
fn what_a_portal_still_seals_to_the_old_key_opens_and_counts_as_not_moved() {
    Town::each(|town| {
        let mut scene = Scene::in_town(town);
        scene.replaces(&[]).must_be(200);
        scene.goes_on().must_be(200).must_say("2 van 2");
        // The desk has the new lines, the portal not yet.
        let newest = scene.newest();
        let desk = routes_with(RouteName::ALL, |route| halves(route, &newest));
        scene.town.restarts_with(routes(RouteName::ALL), desk);
        scene.aov = scene.town.officer("aov");
        scene.melder = scene.town.melder();
        let before = scene.aov.queue();
        let code = scene.melder.reports(&Tale::about(&["burger"], "Gemeld bij een meldpunt van gisteren."));
        let late = scene.aov.queue().into_iter().find(|kenmerk| !before.contains(kenmerk)).expect("a new one");
        scene.aov.browser.open(PAGE).must_say("2 van 3");
        scene.aov.browser.open("/").must_say("nog niet alle signalen hebben nieuwe sleutels");
        // Whoever opens it, gives it keys under the new one.
        scene.aov.answers(&late, "Ontvangstbevestiging", "Ook dit is ontvangen.").must_be(200);
        scene.aov.looks_at(&late).must_say("Gemeld bij een meldpunt van gisteren.").must_not_say("Let op: De");
        scene.aov.browser.open(PAGE).must_say("3 van 3");
        // And that portal believes what the new key signed, because the old one vouched for it.
        scene.melder.opens(&code).must_be(200).must_say("Ook dit is ontvangen.");
        scene.melder.opens(&scene.code).must_be(200).must_say("Dank u wel.");
        scene.melder.writes("Nog iets.").must_be(200).must_say("Uw bericht is verstuurd");
        scene.aov.looks_at(&scene.kenmerk).must_say("Nog iets.").must_not_say("Let op: De");
    });
}

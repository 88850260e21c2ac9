//! The canary: the desk reports to itself as a reporter would, and says which link broke where it does not come through.

mod broken;
mod commands;
mod strangers;

use std::sync::{Arc, Mutex};

use ::domain::{Clock, RouteName, canary::Fares};
use chrono::TimeDelta;
use desk::canary::{Canary, fares, last_success, tend};
use outside::Outside;
use seal::Routes;
use unseal::demo;

use crate::helpers::{
    between::Between,
    people::{Officer, Tale},
    town::{PASSWORD, Town, house, origin, routes},
};

/// What everybody reads while it does not come through.
const ALARM: &str = "dagelijkse proefmelding komt niet door";

/// A desk's canary, sent through this address.
fn through(address: &str) -> Arc<Canary> {
    let outside = Outside::new(address.to_owned(), None).expect("no roots");
    Arc::new(Canary { key: demo::route(RouteName::Kanarie), outside, hour: 1 })
}

/// The town's portal says what it seals to, as it does when it starts.
fn announces(town: &Town, routes: Routes) {
    town.runtime.block_on(async {
        let pools = portal::Pools::open(&town.url).await.expect("pools");
        let (files, clock) = (Arc::clone(&town.attachments), Arc::clone(&town.clock) as _);
        let portal = portal::State::new(house(), routes, pools, files, clock, origin());
        portal.announce().await.expect("said");
        portal.pools.reports.close().await.expect("closed");
        portal.pools.pickups.close().await.expect("closed");
    });
}

/// The desk looks whether today's is due. Gives whether it sent one.
fn sends(town: &Town, canary: &Arc<Canary>) -> bool {
    let routes = Arc::new(routes(RouteName::ALL));
    town.runtime.block_on(tend(&town.store, &routes, canary, town.clock.now())).expect("kept")
}

/// How it fares.
fn how(town: &Town) -> Fares {
    let today = ::domain::clock::dutch_date(town.clock.now());
    town.runtime.block_on(fares(&town.store, today)).expect("read")
}

/// How many rows of signals there are, of whatever kind.
fn rows(town: &Town) -> u64 {
    let tables =
        [("signal", "kenmerk"), ("item", "kind"), ("head", "number"), ("key_wrap", "holder"), ("file", "size")];
    tables.iter().map(|(table, column)| town.tamper(&format!("UPDATE {table} SET {column} = {column}"))).sum()
}

#[test]
fn a_canary_goes_out_and_back_once_a_day_and_leaves_nothing() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let canary = through(&town.portal);
        let log = || town.runtime.block_on(town.store.log_after(i64::MIN, 1000)).expect("read").len();
        assert_eq!((rows(&town), log()), (0, 0));
        assert!(sends(&town, &canary));
        assert_eq!(how(&town), Fares::Well);
        let today = ::domain::clock::dutch_date(town.clock.now());
        assert_eq!(town.runtime.block_on(last_success(&town.store)).expect("read"), Some(today));
        assert_eq!((rows(&town), log()), (0, 0));
        // One a day.
        town.later(TimeDelta::hours(2));
        assert!(!sends(&town, &canary));
        town.later(TimeDelta::hours(22));
        assert!(sends(&town, &canary));
        assert_eq!(how(&town), Fares::Well);
        town.officer("aov").browser.open("/").must_be(200).must_not_say("proefmelding");
    });
}

#[test]
fn nobody_sees_a_canary_while_it_is_there() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let code = town.melder().reports(&Tale::ordinary());
        let before = rows(&town);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (kept, desk) = (Arc::clone(&seen), town.desk.clone());
        // Opened and answered by then, and not removed yet.
        let between = Between::before(&town.portal, move |request, _, _| {
            if !request.starts_with("POST /ophalen") {
                return;
            }
            for login in ["aov", "burgemeester", "beheer"] {
                let mut officer = Officer::at(&desk);
                officer.logs_in(login, PASSWORD).must_be(200);
                for path in ["/", "/wachtrij", "/zoeken", "/bewaren", "/beheer", "/beheer/rechten"] {
                    kept.lock().expect("kept").push((path, officer.browser.open(path).text()));
                }
                let search = officer.browser.open("/zoeken").form("/zoeken").fill("zoek", "proefmelding");
                let found = officer.browser.submit(&search);
                kept.lock().expect("kept").push(("found", found.text().replace("proefmelding", "")));
            }
        });
        assert!(sends(&town, &through(&between.address)));
        assert_eq!(how(&town), Fares::Well);
        let seen = seen.lock().expect("kept");
        assert_eq!(seen.len(), 21);
        for (path, text) in seen.iter() {
            assert!(!text.to_lowercase().contains("kanarie") && !text.contains("proefmelding"), "{path}: {text}");
        }
        // The one signal that somebody sent stands in the queue, and beside it nothing.
        let (_, queue) = seen.iter().find(|(path, _)| *path == "/wachtrij").expect("a queue");
        assert_eq!(queue.matches("2026-").count(), 1, "{queue}");
        assert_eq!(rows(&town), before);
        town.melder().opens(&code).must_be(200);
    });
}

#[test]
fn of_two_desks_at_once_one_sends_it() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let (canary, routes) = (through(&town.portal), Arc::new(routes(RouteName::ALL)));
        let (one, now) = (&town.store, town.clock.now());
        let sent = town.runtime.block_on(async {
            let settings = store::DatabaseSettings { url: town.url.clone(), connections: 2 };
            let other = store::Store::open(&settings).await.expect("another desk");
            let sent = tokio::join!(tend(one, &routes, &canary, now), tend(&other, &routes, &canary, now));
            other.close().await.expect("closed");
            [sent.0.expect("kept"), sent.1.expect("kept")]
        });
        assert_eq!(sent.iter().filter(|sent| **sent).count(), 1, "{sent:?}");
        assert_eq!(how(&town), Fares::Well);
    });
}

#[test]
fn it_goes_over_tls_and_believes_no_certificate_of_a_stranger() {
    let town = Town::new();
    announces(&town, routes(RouteName::ALL));
    let (between, pem) = Between::over_tls(&town.portal);
    let sent = |roots: Option<&str>| {
        let outside = Outside::new(between.address.clone(), roots.map(str::as_bytes)).expect("roots");
        let canary = Arc::new(Canary { key: demo::route(RouteName::Kanarie), outside, hour: 1 });
        let routes = Arc::new(routes(RouteName::ALL));
        let now = town.clock.now();
        town.runtime.block_on(desk::canary::way::run(&town.store, &routes, &canary, now))
    };
    sent(Some(&pem)).expect("it comes through");
    let broken = sent(None).expect_err("nobody vouches for it");
    assert_eq!(broken.link, ::domain::canary::Link::Reach);
    assert!(broken.detail.contains("certificate") || broken.detail.contains("UnknownIssuer"), "{broken}");
    let (_, strange) = Between::over_tls(&town.portal);
    assert_eq!(sent(Some(&strange)).expect_err("another vouches").link, ::domain::canary::Link::Reach);
    assert!(Outside::new(between.address.clone(), Some(b"geen certificaat")).is_err());
}

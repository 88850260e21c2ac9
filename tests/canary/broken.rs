//! Each link, broken: everybody at the desk reads which, until it holds again.

use std::sync::Arc;

use ::domain::{
    Clock, RouteName,
    canary::{Fares, Link},
};
use chrono::TimeDelta;
use desk::canary::Canary;
use seal::{Halves, Routes, role};
use unseal::{FullKey, demo};

use super::{ALARM, announces, how, rows, sends, through};
use crate::helpers::{
    between::Between,
    town::{Town, routes, routes_with},
};

/// The routes of a portal that has another key for one of them.
fn with_another(route: RouteName, halves: Halves<role::Route>) -> Routes {
    routes_with(RouteName::ALL, move |name| if name == route { halves.clone() } else { demo::route(name).halves() })
}

fn stranger() -> Halves<role::Route> {
    FullKey::<role::Route>::generate(&mut rand::rng()).halves()
}

/// It fails at this link, everybody reads so, and nothing of it is left.
#[track_caller]
fn breaks(town: &Town, canary: &Arc<Canary>, link: Link) {
    assert!(sends(town, canary));
    let since = ::domain::clock::dutch_date(town.clock.now());
    assert_eq!(how(town), Fares::Broken { since, link });
    for login in ["aov", "burgemeester", "beheer"] {
        town.officer(login).browser.open("/").must_be(200).must_say(ALARM).must_say(link.said());
    }
    assert_eq!(rows(town), 0);
}

/// And holds again an hour later.
#[track_caller]
fn mends(town: &Town, canary: &Arc<Canary>) {
    assert!(!sends(town, canary), "it waits an hour");
    town.later(TimeDelta::hours(1));
    assert!(sends(town, canary));
    assert_eq!(how(town), Fares::Well);
    town.officer("aov").browser.open("/").must_be(200).must_not_say("proefmelding");
}

#[test]
fn the_canary_fails_loudly_when_the_desks_keys_and_the_portals_recipients_differ() {
    Town::each(|mut town| {
        let (own, strange) = (demo::route(RouteName::Kanarie).halves(), stranger());
        let desk = || routes(RouteName::ALL);
        // The canary's own recipient: the portal knows the desk's mark, and seals to somebody else.
        let halves = Halves { encrypt: strange.encrypt.clone(), verify: own.verify.clone() };
        town.restarts_with(with_another(RouteName::Kanarie, halves), desk());
        announces(&town, desk());
        breaks(&town, &through(&town.portal), Link::Opening);
        // It does not know the mark: nothing is sent to anybody.
        let halves = Halves { encrypt: own.encrypt, verify: strange.verify.clone() };
        town.restarts_with(with_another(RouteName::Kanarie, halves), desk());
        town.later(TimeDelta::hours(1));
        breaks(&town, &through(&town.portal), Link::Recognition);
        // Another portal, a route of people: nobody here could open what it seals, so what it says is compared.
        town.restarts_with(with_another(RouteName::Burgemeester, strange.clone()), desk());
        announces(&town, with_another(RouteName::Burgemeester, strange));
        town.later(TimeDelta::hours(1));
        breaks(&town, &through(&town.portal), Link::Recipients);
        // And mended.
        town.restarts_with(desk(), desk());
        town.later(TimeDelta::days(3));
        announces(&town, desk());
        assert!(sends(&town, &through(&town.portal)));
        town.officer("aov").browser.open("/").must_be(200).must_not_say("proefmelding");
    });
}

#[test]
fn a_desk_whose_key_is_not_the_configured_one_sends_nothing() {
    let town = Town::new();
    announces(&town, routes(RouteName::ALL));
    let outside = through(&town.portal).outside.clone();
    let key = FullKey::<role::Route>::generate(&mut rand::rng());
    breaks(&town, &Arc::new(Canary { key, outside, hour: 1 }), Link::Key);
    mends(&town, &through(&town.portal));
}

#[test]
fn a_portal_without_a_canary_gets_no_report_for_people() {
    let mut town = Town::new();
    let few: Vec<_> = RouteName::of_people().collect();
    town.restarts_with(routes(&few), routes(RouteName::ALL));
    announces(&town, routes(RouteName::ALL));
    breaks(&town, &through(&town.portal), Link::Recognition);
}

#[test]
fn a_portal_that_is_down_is_said_until_it_is_up_again() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", nobody.local_addr().expect("an address"));
        drop(nobody);
        breaks(&town, &through(&address), Link::Reach);
        // A day on, the day since when is the same.
        let since = ::domain::clock::dutch_date(town.clock.now());
        town.later(TimeDelta::days(1));
        assert!(sends(&town, &through(&address)));
        assert_eq!(how(&town), Fares::Broken { since, link: Link::Reach });
        mends(&town, &through(&town.portal));
        // And nobody tries it any more.
        town.later(TimeDelta::days(2));
        town.officer("aov").browser.open("/").must_say("Er is geen proefmelding meer gedaan sinds 24 november 2026");
    });
}

#[test]
fn a_portal_that_says_nothing_of_its_keys_is_not_taken_for_a_good_one() {
    let town = Town::new();
    breaks(&town, &through(&town.portal), Link::Recipients);
    announces(&town, routes(RouteName::ALL));
    mends(&town, &through(&town.portal));
}

#[test]
fn an_answer_that_is_lost_is_missed_by_whoever_looks_for_it() {
    Town::each(|town| {
        announces(&town, routes(RouteName::ALL));
        let url = town.url.clone();
        let thief = move |request: &str, _: &mut String, _: &mut String| {
            if request.starts_with("POST /ophalen") {
                let runtime = tokio::runtime::Runtime::new().expect("a runtime");
                runtime.block_on(async {
                    use sea_orm::{ConnectionTrait, Database};
                    let db = Database::connect(&url).await.expect("a connection");
                    db.execute_unprepared("DELETE FROM item WHERE side = 'behandelaar'").await.expect("gone");
                });
            }
        };
        let between = Between::before(&town.portal, thief);
        breaks(&town, &through(&between.address), Link::Pickup);
        mends(&town, &through(&town.portal));
    });
}

#[test]
fn what_stands_between_and_changes_answers_is_found() {
    let town = Town::new();
    announces(&town, routes(RouteName::ALL));
    type Change = fn(&str, &mut String, &mut String);
    let changes: [(Change, Link); 9] = [
        // A load balancer that knows its visitors again.
        (|_, head, _| head.push_str("\r\nset-cookie: BIGipServer=1; path=/"), Link::Headers),
        // A cache.
        (
            |_, head, _| *head = head.replace("cache-control: no-store", "cache-control: public, max-age=60"),
            Link::Headers,
        ),
        (|_, head, _| head.push_str("\r\nage: 12"), Link::Headers),
        // Browsers that tell a third party that they were here.
        (|_, head, _| head.push_str("\r\nreport-to: {\"endpoints\":[]}"), Link::Headers),
        // A policy that is gone, and a script that is there.
        (|_, head, _| *head = head.replace("content-security-policy", "x-was-policy"), Link::Headers),
        (|_, _, body| *body = body.replace("</main>", "</main><script src=\"/teller.js\"></script>"), Link::Headers),
        // A page of another version.
        (
            |_, _, body| *body = body.replace("action=\"/melden/versturen\"", "action=\"/melden/verzenden\""),
            Link::Pages,
        ),
        // A firewall that finds the story offensive, and a proxy without a portal behind it.
        (
            |request, head, body| {
                if request.starts_with("POST /melden/verhaal") {
                    (*head, *body) = ("HTTP/1.1 406 Not Acceptable".to_owned(), "Support ID 4711".to_owned());
                }
            },
            Link::Reach,
        ),
        (|_, head, body| (*head, *body) = ("HTTP/1.1 502 Bad Gateway".to_owned(), String::new()), Link::Reach),
    ];
    for (change, link) in changes {
        breaks(&town, &through(&Between::before(&town.portal, change).address), link);
        town.later(TimeDelta::hours(1));
    }
    assert!(sends(&town, &through(&Between::before(&town.portal, |_, _, _| {}).address)));
    assert_eq!(how(&town), Fares::Well);
}

//! Each mail arrives once: servers that are down, slow, choosy or rude, several desks, and clocks that jump.

use std::time::Duration;

use chrono::{Days, TimeDelta};
use post::{Server, Transport, smtp::Security};

use super::{by, delivers, mails, over, states, writes};
use crate::helpers::{smtp::Smtp, town::Town};

fn readers(smtp: &Smtp) -> Vec<String> {
    smtp.mails().into_iter().map(|mail| mail.to).collect()
}

/// Six members' mails of one day, delivered to a server that behaves so.
fn tried(behaviour: &str, security: &'static str, then: impl Fn(&Town, &mut Smtp)) {
    let Some(mut smtp) = Smtp::start(behaviour, security) else { return };
    let town = Town::new();
    town.tamper("UPDATE account SET name = name || '@gemeente.example'");
    let mut server = smtp.server();
    server.patience = Duration::from_millis(if behaviour == "slow" { 1500 } else { 20_000 });
    let mailing = by(&town, Transport::Smtp(Box::new(server)));
    writes(&town, &mailing, "2026-11-24");
    delivers(&town, &mailing);
    then(&town, &mut smtp);
}

#[test]
fn mails_go_over_a_protected_line_with_a_checked_certificate() {
    for security in ["starttls", "tls"] {
        tried("takes", security, |town, smtp| {
            assert_eq!(states(town), "bezorgd 6");
            assert!(smtp.mails().iter().all(|mail| mail.tls), "{security}");
            assert!(mails(town).iter().all(|mail| mail.message.is_none()), "what they said is wiped");
        });
    }
    // On this machine itself a line need not be protected.
    tried("takes", "none", |town, smtp| {
        assert_eq!(states(town), "bezorgd 6");
        assert!(smtp.mails().iter().all(|mail| !mail.tls));
    });
}

#[test]
fn a_line_that_cannot_be_trusted_gets_no_mail() {
    let Some(smtp) = Smtp::start("takes", "starttls") else { return };
    let Some(bare) = Smtp::start("takes", "none") else { return };
    let wrong: [(Server, &str); 4] = [
        // Of an authority that nobody knows.
        (Server { authority: None, ..smtp.server() }, "het certificaat van de mailserver klopt niet"),
        // For another name than the one that was asked for.
        (Server { host: "127.0.0.1".into(), ..smtp.server() }, "het certificaat van de mailserver klopt niet"),
        // It says that it offers no TLS: so would somebody between us and it.
        (Server { security: Security::StartTls, ..bare.server() }, "geen beveiligde verbinding"),
        // It knows no way to log in that we know.
        (Server { login: Some(("kluis".into(), "mis".into())), ..bare.server() }, "geen inlog"),
    ];
    for (server, why) in wrong {
        let town = Town::new();
        town.tamper("UPDATE account SET name = name || '@gemeente.example'");
        let mailing = by(&town, Transport::Smtp(Box::new(server.clone())));
        let probed = town.runtime.block_on(mailing.outbox.transport.probe());
        let said = probed.expect_err(why).label();
        assert!(said.contains(why), "{said}, not {why}");
        writes(&town, &mailing, "2026-11-24");
        delivers(&town, &mailing);
        assert_eq!(states(&town), "wacht 6", "{why}");
        assert!(mails(&town).iter().all(|mail| mail.why.as_ref().is_some_and(|said| said.contains(why))), "{why}");
    }
    assert!(smtp.mails().is_empty() && bare.mails().is_empty());
}

#[test]
fn a_server_that_asks_who_we_are_is_told() {
    let Some(smtp) = Smtp::start("asks-who", "starttls") else { return };
    let login = |password: &str| Server { login: Some(("kluis".into(), password.into())), ..smtp.server() };
    for (server, states_then) in [(login("geheim van de post"), "bezorgd 6"), (login("mis"), "wacht 6")] {
        let town = Town::new();
        town.tamper("UPDATE account SET name = name || '@gemeente.example'");
        let mailing = by(&town, Transport::Smtp(Box::new(server)));
        writes(&town, &mailing, "2026-11-24");
        delivers(&town, &mailing);
        assert_eq!(states(&town), states_then);
    }
    assert!(smtp.mails().iter().all(|mail| mail.user.as_deref() == Some("kluis")));
}

#[test]
fn a_server_that_asks_for_a_certificate_is_shown_ours() {
    let Some(smtp) = Smtp::start("asks-certificate", "starttls") else { return };
    for (own, states_then) in [(Some(smtp.client()), "bezorgd 6"), (None, "wacht 6")] {
        let town = Town::new();
        town.tamper("UPDATE account SET name = name || '@gemeente.example'");
        let mailing = by(&town, Transport::Smtp(Box::new(Server { own, ..smtp.server() })));
        writes(&town, &mailing, "2026-11-24");
        delivers(&town, &mailing);
        assert_eq!(states(&town), states_then);
    }
}

#[test]
fn a_server_that_is_down_for_a_day_gets_every_mail_once() {
    let Some(smtp) = Smtp::start("takes", "starttls") else { return };
    Town::each_with_mail(|town| {
        let before = smtp.mails().len();
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
        let down = by(&town, Transport::Smtp(Box::new(Server { port: nobody, ..smtp.server() })));
        writes(&town, &down, "2026-11-24");
        for _ in 0..24 {
            delivers(&town, &down);
            town.later(TimeDelta::hours(1));
        }
        assert_eq!(states(&town), "wacht 6");
        assert!(mails(&town).iter().all(|mail| mail.attempts < 24), "they take turns");
        let standing = town.runtime.block_on(down.outbox.standing()).expect("read");
        assert_eq!((standing.queued, standing.delivered), (6, None));
        let (since, why) = standing.failing.expect("it does not work");
        assert_eq!(since, crate::helpers::town::noon(), "since the first mail that waits");
        assert_eq!(why.map(|why| why.label()), Some("de mailserver is niet te bereiken"));
        let up = over(&town, &smtp);
        delivers(&town, &up);
        delivers(&town, &up);
        assert_eq!(states(&town), "bezorgd 6");
        assert_eq!(smtp.mails().len(), before + 6);
        let standing = town.runtime.block_on(up.outbox.standing()).expect("read");
        let now = Some(domain::Clock::now(&*town.clock));
        assert_eq!(standing, post::outbox::Standing { delivered: now, daily: now, ..Default::default() });
    });
}

#[test]
fn a_server_that_is_down_for_days_is_said_to_be_down_since_the_first() {
    let Some(smtp) = Smtp::start("takes", "starttls") else { return };
    let town = Town::new();
    town.tamper("UPDATE account SET name = name || '@gemeente.example'");
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
    let down = by(&town, Transport::Smtp(Box::new(Server { port: nobody, ..smtp.server() })));
    for days in 0..5 {
        writes(&town, &down, &(super::day("2026-11-24") + Days::new(days)).to_string());
        for _ in 0..12 {
            delivers(&town, &down);
            town.later(TimeDelta::hours(2));
        }
    }
    assert_eq!(states(&town), "opgegeven 18, wacht 12", "older than two days it is no news");
    let standing = town.runtime.block_on(down.outbox.standing()).expect("read");
    assert_eq!(standing.failing.map(|(since, _)| since), Some(crate::helpers::town::noon()));
    // One that arrives after all: it works, and nothing is said of what was given up before.
    town.later(TimeDelta::hours(1));
    delivers(&town, &over(&town, &smtp));
    let standing = town.runtime.block_on(down.outbox.standing()).expect("read");
    assert_eq!((standing.failing, standing.queued), (None, 0));
}

#[test]
fn one_mail_at_a_time_tells_that_a_server_does_not_answer() {
    let Some(smtp) = Smtp::start("takes", "starttls") else { return };
    let town = Town::new();
    town.tamper("UPDATE account SET name = name || '@gemeente.example'");
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = silent.local_addr().expect("it").port();
    let down = Server { port, patience: Duration::from_millis(300), ..smtp.server() };
    let down = by(&town, Transport::Smtp(Box::new(down)));
    writes(&town, &down, "2026-11-24");
    delivers(&town, &down);
    assert_eq!(mails(&town).iter().map(|mail| mail.attempts).sum::<i32>(), 1, "nobody is kept waiting six times");
    assert_eq!(states(&town), "wacht 6");
    // None is always first, so that one that is slow for reasons of its own stops nobody else's.
    for _ in 0..5 {
        town.later(TimeDelta::hours(1));
        delivers(&town, &down);
    }
    assert!(mails(&town).iter().all(|mail| mail.attempts == 1));
}

#[test]
fn what_is_too_old_to_be_news_is_given_up() {
    tried("greylists", "none", |town, _| {
        assert_eq!(states(town), "wacht 6");
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("it").port();
        let Some(smtp) = Smtp::start("takes", "none") else { return };
        let down = by(town, Transport::Smtp(Box::new(Server { port: nobody, ..smtp.server() })));
        town.later(TimeDelta::hours(49));
        delivers(town, &down);
        assert_eq!(states(town), "opgegeven 6");
        let standing = town.runtime.block_on(down.outbox.standing()).expect("read");
        assert_eq!(standing.lost.len(), 6);
        // A month later nothing is left of it.
        town.later(TimeDelta::days(31));
        delivers(town, &down);
        assert!(mails(town).is_empty());
    });
}

#[test]
fn one_that_asks_to_come_back_later_gets_it_later() {
    tried("greylists", "starttls", |town, smtp| {
        assert_eq!(states(town), "wacht 6");
        let mailing = over(town, smtp);
        delivers(town, &mailing);
        assert!(smtp.mails().is_empty(), "not before five minutes have passed");
        town.later(TimeDelta::minutes(5));
        delivers(town, &mailing);
        assert_eq!(states(town), "bezorgd 6");
        assert_eq!(smtp.mails().len(), 6);
    });
}

#[test]
fn an_address_that_the_server_does_not_take_stops_nobody_elses_mail() {
    let Some(smtp) = Smtp::start("refuses-one", "starttls") else { return };
    let town = Town::new();
    town.tamper("UPDATE account SET name = name || '@gemeente.example'");
    town.tamper("UPDATE account SET name = 'weg@gemeente.example' WHERE name = 'burgemeester@gemeente.example'");
    let mailing = over(&town, &smtp);
    writes(&town, &mailing, "2026-11-24");
    delivers(&town, &mailing);
    town.later(TimeDelta::hours(2));
    delivers(&town, &mailing);
    assert_eq!(states(&town), "bezorgd 5, geweigerd 1");
    let standing = town.runtime.block_on(mailing.outbox.standing()).expect("read");
    assert_eq!(standing.lost, ["weg@gemeente.example"]);
    assert_eq!(readers(&smtp).len(), 5);
}

#[test]
fn a_server_that_answers_a_byte_a_second_is_tried_later() {
    tried("slow", "none", |town, smtp| {
        assert_eq!(states(town), "wacht 6");
        assert!(mails(town).iter().all(|mail| mail.why.as_deref() == Some("de mailserver antwoordt te traag")));
        assert!(smtp.mails().is_empty());
    });
}

#[test]
fn a_line_that_breaks_after_the_mail_went_over_it_gets_it_no_second_time() {
    for (behaviour, taken) in [("cuts-before", 0), ("cuts-after", 6)] {
        tried(behaviour, "starttls", |town, smtp| {
            assert_eq!(states(town), "onzeker 6", "{behaviour}");
            smtp.behaves("takes");
            town.later(TimeDelta::hours(12));
            delivers(town, &over(town, smtp));
            assert_eq!(smtp.mails().len(), taken, "{behaviour}");
            let standing = town.runtime.block_on(over(town, smtp).outbox.standing()).expect("read");
            assert_eq!(standing.unknown.len(), 6, "it is said");
        });
    }
    // A clear no is no doubt: nobody got it, and nobody will.
    tried("refuses-mail", "starttls", |town, _| assert_eq!(states(town), "geweigerd 6"));
}

#[test]
fn several_desks_at_once_deliver_each_mail_once() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let first = over(&town, &smtp);
        let desks: Vec<_> = (0..4).map(|_| first.clone()).collect();
        town.runtime.block_on(async {
            for days in 0..4 {
                let of = super::day("2026-11-23") + Days::new(days);
                let writing = desks.iter().map(|desk| desk.post_daily(of));
                let all = futures(writing).await;
                assert!(all.iter().all(Result::is_ok), "{all:?}");
            }
            let delivering = desks.iter().map(|desk| desk.outbox.deliver());
            let all = futures(delivering).await;
            assert!(all.iter().all(Result::is_ok), "{all:?}");
        });
        assert_eq!(states(&town), "bezorgd 27", "six members on four days, and three others on the Monday");
        assert_eq!(smtp.mails().len(), 27);
    });
}

/// Runs futures side by side.
async fn futures<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let mut running: Vec<_> = all.map(Box::pin).map(|future| (Some(future), None)).collect();
    std::future::poll_fn(move |context| {
        for (future, done) in &mut running {
            if let Some(waiting) = future
                && let std::task::Poll::Ready(value) = waiting.as_mut().poll(context)
            {
                (*future, *done) = (None, Some(value));
            }
        }
        match running.iter().all(|(_, done)| done.is_some()) {
            true => std::task::Poll::Ready(running.iter_mut().filter_map(|(_, done)| done.take()).collect()),
            false => std::task::Poll::Pending,
        }
    })
    .await
}

#[test]
fn a_clock_that_jumps_sends_nobody_a_second_mail_of_a_day() {
    Town::each_with_mail(|town| {
        let Some(smtp) = Smtp::start("takes", "starttls") else { return };
        let mailing = over(&town, &smtp);
        let state = desk_state(&town, mailing);
        let mut posted = None;
        let mut tends = || town.runtime.block_on(desk::mail::tend(&state, &mut posted));
        town.clock.set("2026-11-24T06:29:00Z".parse().expect("a moment"));
        tends();
        assert_eq!(smtp.mails().len(), 0, "not before half past seven");
        town.clock.set("2026-11-24T06:30:00Z".parse().expect("a moment"));
        tends();
        assert_eq!(smtp.mails().len(), 6);
        // An hour back, and through that hour again.
        for minutes in [-60, 30, 30, 30] {
            town.later(TimeDelta::minutes(minutes));
            tends();
        }
        assert_eq!(smtp.mails().len(), 6);
        // A day ahead: that day's mail comes early, and not again when the day is there.
        town.later(TimeDelta::days(1));
        tends();
        assert_eq!(smtp.mails().len(), 12);
        town.later(TimeDelta::days(-1));
        tends();
        town.later(TimeDelta::days(1));
        tends();
        assert_eq!(smtp.mails().len(), 12);
        // Another desk starts, which remembers nothing.
        let mut anew = None;
        town.runtime.block_on(desk::mail::tend(&state, &mut anew));
        assert_eq!(smtp.mails().len(), 12);
    });
}

/// The desk's state, for what it does by itself.
fn desk_state(town: &Town, mailing: desk::mail::Mailing) -> desk::State {
    use crate::helpers::town::{house, routes, series};
    let settings = desk::DeskSettings {
        listen: String::new(),
        monitor: String::new(),
        public_url: "http://127.0.0.1:0".into(),
        idle_minutes: 15,
        session_hours: 8,
        areas: Vec::new(),
        texts: String::new(),
        letters: letters::Texts::default(),
        proxies: Vec::new(),
    };
    let clock: std::sync::Arc<dyn domain::Clock> = town.clock.clone();
    let (routes, files) = (routes(domain::RouteName::ALL), town.attachments.clone());
    let mut state = desk::State::new(house(), &settings, series(), routes, town.store.clone(), files, clock);
    state.mailing = Some(mailing);
    state
}

//! The canary's part of `check`: how it fares, and one sent now.

use std::{path::Path, sync::Arc};

use chrono::TimeDelta;
use desk::canary::{Canary, fares, last_success, way};
use domain::{Clock, RouteName, SystemClock, canary::Fares, clock::dutch_date};
use seal::Routes;
use store::Store;
use web::settings::Origin;

use super::Report;
use crate::{failure::Failure, settings::Settings};

/// What the configuration says of it, or why that cannot be used.
pub fn configured(settings: &Settings, config: Option<&Path>, routes: &Routes, report: &mut Report) -> Option<Canary> {
    match settings.canary(config) {
        Ok(Some(canary)) => {
            let own = canary.key.halves();
            if routes.key(RouteName::Kanarie) == Some(&own) {
                report.ok("canary: its key is the one that the configuration names");
            } else {
                report.fail(format_args!(
                    "canary: canary.key is not the key of routes.keys.kanarie; its lines are encrypt = \"{}\", verify = \"{}\"",
                    own.encrypt, own.verify
                ));
            }
            Some(canary)
        }
        Ok(None) => {
            report.warn(
                "canary: none; `signaalkluis keys canary` makes its key, and the desk then tries the portal every day",
            );
            None
        }
        Err(error) => {
            report.fail(error);
            None
        }
    }
}

/// How the daily one fares; and one sent now, where an address is given.
pub async fn tried(
    store: &Store,
    routes: Routes,
    canary: Option<Canary>,
    url: Option<&str>,
    report: &mut Report,
) -> Result<(), Failure> {
    if !store.is_current().await? {
        return Ok(());
    }
    let Some(canary) = canary else {
        if url.is_some() {
            report.fail("from outside: no canary is configured, and without one nothing can be sent");
        }
        return Ok(());
    };
    daily(store, report).await?;
    match url {
        Some(url) => from_outside(store, routes, canary, url, report).await,
        None => Ok(()),
    }
}

async fn daily(store: &Store, report: &mut Report) -> Result<(), Failure> {
    match fares(store, dutch_date(SystemClock.now())).await? {
        Fares::Well => match last_success(store).await? {
            Some(day) => report.ok(format_args!("canary: came through on {day}")),
            None => report.warn("canary: none was sent yet; the desk sends one a day while it runs"),
        },
        Fares::Broken { since, link } => report.fail(format_args!(
            "canary: fails since {since}, link {link}: {} (the desk's log has the details)",
            link.said()
        )),
        Fares::Silent { last } => {
            report.fail(format_args!("canary: none was sent since {last}; does a desk run with section `canary`?"));
        }
    }
    Ok(())
}

/// Sends one through an address, and says where its traces would be.
async fn from_outside(
    store: &Store,
    routes: Routes,
    canary: Canary,
    url: &str,
    report: &mut Report,
) -> Result<(), Failure> {
    let address = Origin::parse("--from-outside", url).map_err(|bad| Failure::refused(bad.to_string()))?.of("");
    let canary = Arc::new(Canary { outside: canary.outside.at(address.clone()), ..canary });
    let began = SystemClock.now();
    match way::run(store, &Arc::new(routes), &canary, began).await {
        Ok(trace) => {
            let (from, to) = (began - TimeDelta::seconds(1), SystemClock.now() + TimeDelta::seconds(1));
            report.ok(format_args!(
                "from outside: {address}: sent, received, opened, answered and picked up; no cookie or header was added or lost"
            ));
            println!(
                "look  in every log between a reporter and the portal (proxy, firewall, load balancer: access and error log) for"
            );
            println!("look      {trace}");
            println!("look  and for lines between {} and {}", from.format("%FT%TZ"), to.format("%FT%TZ"));
            println!(
                "look  What is there of this canary is there of every reporter: switch that log off. Nothing there: good."
            );
        }
        Err(broken) => {
            report.fail(format_args!("from outside: {address}: link {}: {}", broken.link, broken.link.said()));
            println!("      {}", broken.detail);
        }
    }
    Ok(())
}

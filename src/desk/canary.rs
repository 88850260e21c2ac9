//! The canary: once a day the desk reports to itself through the portal's public address, opens what came, answers, and picks
//! the answer up with the ten words. Real routes cannot be tried so, for nobody here has their keys: what portals seal to is
//! held against what their members made.
//!
//! Its key is the desk's own and opens canaries alone. In the portal one hidden field, signed with that key, is all that makes
//! it another's report; it stands on a route that no person reads, in no list and in no figure, and is removed before anybody
//! could see it. [`way`] is one way out and back; [`keeper`] the one who opens it; here is when, and what is said of it.

mod keeper;
mod settings;
pub mod way;

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, NaiveDate, Timelike, Utc};
use domain::{
    canary::{Fares, Link},
    clock::{dutch_date, dutch_time},
    term,
};
use outside::Outside;
use seal::{Routes, role};
use store::{Store, StoreError};
use unseal::FullKey;

use crate::state::State;

pub use settings::CanarySettings;

/// What a desk needs to send canaries.
pub struct Canary {
    /// Opens canaries, and nothing else.
    pub key: FullKey<role::Route>,
    /// Where the portal is, from outside.
    pub outside: Outside,
    /// The Dutch hour of the day as of which today's is sent.
    pub hour: u32,
}

/// Minutes between two looks at whether today's is due.
const LOOK_AGAIN: u64 = 5;

/// Every few minutes: sends today's, if nobody did and it is time.
pub async fn daily(state: actix_web::web::Data<State>) {
    let Some(canary) = state.canary.clone() else { return };
    loop {
        if let Err(error) = tend(&state.store, &state.routes, &canary, state.clock.now()).await {
            tracing::warn!("nobody knows how the canary fares: {}", web::telemetry::cause(&error));
        }
        tokio::time::sleep(Duration::from_secs(LOOK_AGAIN * 60)).await;
    }
}

/// Sends today's if it is time and no other copy of the desk does, and keeps how it fared. Gives whether it sent one.
pub async fn tend(
    store: &Store,
    routes: &Arc<Routes>,
    canary: &Arc<Canary>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let today = dutch_date(now);
    if dutch_time(now).hour() < canary.hour || !store.claims_canary(today, now).await? {
        return Ok(false);
    }
    match way::run(store, routes, canary, now).await {
        Ok(_) => store.canary_came_through(today).await?,
        Err(broken) => {
            tracing::error!("the canary did not come through: {broken}");
            store.canary_failed(today, broken.link, now).await?;
        }
    }
    Ok(true)
}

/// The last day on which it came through.
pub async fn last_success(store: &Store) -> Result<Option<NaiveDate>, StoreError> {
    Ok(store.canary().await?.and_then(|row| row.succeeded_on))
}

/// How it fares.
pub async fn fares(store: &Store, today: NaiveDate) -> Result<Fares, StoreError> {
    let Some(row) = store.canary().await? else { return Ok(Fares::Well) };
    // A label that is none of ours was written by somebody else: it fails all the same.
    let link = |label: String| label.parse().unwrap_or(Link::Reach);
    Ok(Fares::of(row.succeeded_on, row.failing_since.zip(row.broken.map(link)), today))
}

/// What every officer reads on the first page while it does not come through.
pub async fn alarm(state: &State) -> Result<Option<String>, StoreError> {
    if state.canary.is_none() {
        return Ok(None);
    }
    Ok(match fares(&state.store, state.today()).await? {
        Fares::Well => None,
        Fares::Broken { since, link } => Some(format!(
            "De dagelijkse proefmelding komt niet door, sinds {}. {} Bel de beheerder.",
            term::dutch(since),
            link.said()
        )),
        Fares::Silent { last } => Some(format!(
            "Er is geen proefmelding meer gedaan sinds {}. Niemand weet of meldingen aankomen. Bel de beheerder.",
            term::dutch(last)
        )),
    })
}

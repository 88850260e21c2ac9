//! Whether the log holds together: read through when the desk starts and once a day, and shouted where it does not. And who
//! may read it.

use std::sync::{PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Utc};
use domain::{clock::dutch_date, journal};
use seal::journal::{Broken, ChainHead, Verifier};
use store::{Store, StoreError};

use crate::{keyring::Keyring, state::State};

/// Lines that are read at once.
const AT_ONCE: u64 = 2000;

/// What the last reading of the whole log found.
#[derive(Clone)]
pub struct Checked {
    pub at: DateTime<Utc>,
    pub found: Result<ChainHead, Broken>,
}

/// What is known of the log while the desk runs.
#[derive(Default)]
pub struct Journal(RwLock<Option<Checked>>);

impl Journal {
    /// What the last reading found; `None` before the first one ended.
    pub fn checked(&self) -> Option<Checked> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, checked: Checked) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(checked);
    }

    /// Warns members of a route and auditors of a log that was tampered with, on every page.
    pub fn shout(&self, ring: &mut Keyring) {
        let Some(Err(broken)) = self.checked().map(|checked| checked.found) else { return };
        if !ring.is_empty() || audits(ring) {
            ring.warnings.push(format!(
                "Het logboek klopt niet: {}. Iemand heeft de database veranderd. Meld dit bij de beheerder en de functionaris gegevensbescherming.",
                broken.in_dutch()
            ));
        }
    }
}

/// Whether somebody may read the log: members of a route know him by his six words, and said under their signature that he
/// is an auditor. His account alone says nothing: who makes accounts would let himself in. Who holds a route's key works
/// on signals, and does not audit himself.
pub fn audits(ring: &Keyring) -> bool {
    ring.is_empty() && ring.own_grant().is_some_and(|grant| journal::is_auditor(&grant.function))
}

/// Writes the day's line, and reads the log through where that was not done today. A second desk does so too, which does no
/// harm.
pub async fn tend(state: &State, checked_on: &mut Option<NaiveDate>) {
    let now = state.clock.now();
    let today = dutch_date(now);
    if let Err(error) = state.store.log_days(now).await {
        tracing::warn!("the day's line was not written: {}", web::telemetry::cause(&error));
    }
    if *checked_on != Some(today) {
        match verify(&state.store, None).await {
            Ok(found) => {
                if let Err(broken) = &found {
                    tracing::error!("the log does not hold together: {broken}");
                }
                state.journal.keep(Checked { at: now, found });
                *checked_on = Some(today);
            }
            Err(error) => tracing::warn!("the log was not read: {}", web::telemetry::cause(&error)),
        }
    }
}

/// Reads the whole log, and says whether it holds together and, if one is given, whether that head is in it.
pub async fn verify(store: &Store, wanted: Option<ChainHead>) -> Result<Result<ChainHead, Broken>, StoreError> {
    let (mut verifier, mut last) = (Verifier::new(wanted), i64::MIN);
    loop {
        let lines = store.log_after(last, AT_ONCE).await?;
        for line in &lines {
            if let Err(broken) = verifier.take(line) {
                return Ok(Err(broken));
            }
            last = line.number;
        }
        if lines.is_empty() {
            return Ok(verifier.end());
        }
    }
}

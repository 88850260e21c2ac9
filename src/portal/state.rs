//! What every handler of the portal works with. Shared by all workers; nothing of a visitor lives here.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use attachments::Attachments;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{Clock, clock};
use mailbox::HourSecret;
use seal::Routes;
use store::{DatabaseSettings, Store, StoreError, succession::HEARD_DAYS};
use web::{House, Lane, settings::Origin};

/// A pool for each lane: a flood of pickups leaves the reports their connections, and the other way round.
pub struct Pools {
    pub reports: Store,
    pub pickups: Store,
}

impl Pools {
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        let settings = DatabaseSettings { url: url.to_owned(), connections: 3 };
        Ok(Self { reports: Store::open(&settings).await?, pickups: Store::open(&settings).await? })
    }
}

pub struct State {
    pub house: House,
    /// The address that reporters use.
    pub origin: Origin,
    /// One line above every page, where this is the demo.
    pub notice: Option<&'static str>,
    pub routes: Routes,
    pub pools: Pools,
    pub attachments: Arc<Attachments>,
    pub clock: Arc<dyn Clock>,
    /// Whether cookies are `Secure`.
    pub secure: bool,
    pub report_lane: Lane,
    pub pickup_lane: Lane,
    /// What went wrong today, to log at its end: a line at once would stamp the time of a reporter's act.
    trouble: Mutex<BTreeSet<String>>,
    /// What this process says which keys it seals to under, while it runs.
    process: [u8; 16],
}

impl State {
    pub fn new(
        house: House,
        routes: Routes,
        pools: Pools,
        attachments: Arc<Attachments>,
        clock: Arc<dyn Clock>,
        origin: Origin,
    ) -> Self {
        // Sealing is processor work and two cores are common: two hands a lane. Who comes when the queue is full is
        // asked to press the button again.
        let (report_lane, pickup_lane) = (Lane::new(2, 256), Lane::new(2, 1024));
        let (trouble, secure) = (Mutex::default(), origin.secure());
        Self {
            house,
            origin,
            notice: None,
            routes,
            pools,
            attachments,
            clock,
            secure,
            report_lane,
            pickup_lane,
            trouble,
            process: rand::random(),
        }
    }

    pub fn today(&self) -> NaiveDate {
        clock::dutch_date(self.clock.now())
    }

    /// The secret of the hour of `now`, made if nobody needed it yet.
    pub async fn hour_secret(&self, store: &Store, now: DateTime<Utc>) -> Result<HourSecret, StoreError> {
        let fresh = HourSecret::random(&mut rand::rng());
        Ok(HourSecret(store.hour_secret_or(clock::hour(now), fresh.0).await?))
    }

    /// Keeps a failure for the daily log. Never anything of what was sent.
    pub fn failed(&self, cause: &dyn std::error::Error) {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        trouble.insert(web::telemetry::cause(cause));
    }

    /// Logs what went wrong since the last time. The programs call it once a day.
    pub fn log_trouble(&self) {
        let trouble = std::mem::take(&mut *self.trouble.lock().unwrap_or_else(PoisonError::into_inner));
        for cause in trouble {
            tracing::error!("yesterday something failed: {cause}");
        }
    }

    /// Deletes what must not be kept: hours' secrets and old receipts. The programs call it once an hour. It also makes
    /// the secrets of this hour and the next: were they made when somebody comes, a thief would see in which hour
    /// somebody came.
    pub async fn forget(&self) -> Result<(), StoreError> {
        let now = clock::hour(self.clock.now());
        self.pools.reports.forget_hours(now).await?;
        for hour in [now, now + 1] {
            self.pools.reports.hour_secret_or(hour, HourSecret::random(&mut rand::rng()).0).await?;
        }
        self.pools.reports.forget_receipts(self.today()).await?;
        Ok(())
    }

    /// Logs of which routes nobody can tell which key is theirs: whatever a reporter does, at the same times.
    pub async fn shout(&self) -> Result<(), StoreError> {
        let rows = self.pools.reports.successions().await?;
        for route in store::succession::lineages(&self.routes, &rows).forked() {
            tracing::error!(
                "route {route}: two statements replace one key, and nothing of this route is believed; find out who had access to the \
                 database, and ask its members which is theirs (docs/gemeente/incidenten.md)"
            );
        }
        Ok(())
    }

    /// Says which keys this portal seals to, so that the desk can compare them. The programs call it at their start and once a
    /// day: who stopped without a word is no longer heard two days later.
    pub async fn announce(&self) -> Result<(), StoreError> {
        let day = self.today();
        let row = |route| {
            let halves = self.routes.key(route)?;
            let (encrypt, verify) = (halves.encrypt.to_string(), halves.verify.to_string());
            Some(entity::announced::Model { process_id: self.process.to_vec(), route, encrypt, verify, day })
        };
        let rows = self.routes.all().filter_map(row).collect();
        self.pools.reports.announce(&self.process, rows).await?;
        let before = day.checked_sub_days(chrono::Days::new(HEARD_DAYS)).unwrap_or(day);
        self.pools.reports.forget_announced(before).await
    }

    /// Takes that back: this portal stops.
    pub async fn withdraw(&self) -> Result<(), StoreError> {
        self.pools.reports.announce(&self.process, Vec::new()).await
    }
}

//! Mail to the people of the desk, in the rhythm of their work and at once where somebody did something. What a reporter does
//! never leads to a mail, not even to one that would have come anyway.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use chrono::{NaiveDate, NaiveTime};
use domain::{AccountId, Clock, clock::dutch_time, dismissal::is_administrator, mail::Rhythm};
use entity::account;
use post::{
    Address, Notice, Outbox, Post,
    daily::{self, Reader},
    notice,
    outbox::PostError,
};
use store::{Store, StoreError};

use crate::{keyring::Keyring, state::State, texts};

/// How this desk mails.
#[derive(Clone)]
pub struct Mailing {
    pub outbox: Outbox,
    /// The time of the daily mail, Dutch time.
    pub daily_at: NaiveTime,
    /// Who it comes from: the municipality.
    pub sender: String,
}

impl Mailing {
    /// `None`: nobody is mailed.
    pub fn new(post: &Post, store: &Store, clock: &Arc<dyn Clock>, sender: &str) -> Option<Self> {
        let outbox = post.outbox(store, clock)?;
        Some(Self { outbox, daily_at: post.daily_at, sender: sender.to_owned() })
    }

    /// Puts the mails of a day in the outbox.
    pub async fn post_daily(&self, day: NaiveDate) -> Result<(), PostError> {
        let store = &self.outbox.store;
        store.log_days(self.outbox.clock.now()).await?;
        let (readers, _) = readers(store).await?;
        let head = store.head_of_day().await?;
        daily::post(&self.outbox, &self.sender, &readers, day, self.daily_at, &head).await
    }

    /// Tells somebody something at once, by whoever did what it tells of; who has no address is not told. That it could not be
    /// put in the outbox stops nobody: what it tells of was done.
    pub async fn tell(&self, account: &account::Model, notice: &Notice<'_>) {
        let Some(to) = address(account) else { return };
        let occasion = format!("bericht {}", AccountId::random(&mut rand::rng()));
        if let Err(error) = notice::post(&self.outbox, &self.sender, &to, notice, &occasion).await {
            tracing::warn!("a notice was not put in the outbox: {}", web::telemetry::cause(&error));
        }
    }
}

/// The same, where this desk mails at all.
pub async fn tell(state: &State, account: &account::Model, notice: &Notice<'_>) {
    if let Some(mailing) = &state.mailing {
        mailing.tell(account, notice).await;
    }
}

/// Where somebody is mailed: his login name, where that is an address.
pub fn address(account: &account::Model) -> Option<Address> {
    account.name.parse().ok()
}

/// Everybody who works here and can be mailed, and who cannot. That somebody is a member rests on a row, and changes the
/// rhythm alone.
pub async fn readers(store: &Store) -> Result<(Vec<Reader>, Vec<String>), StoreError> {
    let members: BTreeSet<AccountId> = store.memberships().await?.into_iter().map(|row| row.account_id).collect();
    let accounts = store.accounts().await?;
    let active = accounts.iter().filter(|account| !account.disabled && account.pair.is_some());
    let (mut readers, mut without) = (Vec::new(), Vec::new());
    for account in active {
        let rhythm = if members.contains(&account.id) { Rhythm::Daily } else { Rhythm::Weekly };
        match address(account) {
            Some(address) => readers.push(Reader { address, rhythm }),
            None => without.push(account.name.clone()),
        }
    }
    Ok((readers, without))
}

/// Every minute: puts the day's mails in the outbox once their time has come, and tries what waits there. A second desk that
/// does so too does no harm.
pub async fn deliver(state: actix_web::web::Data<State>) {
    let mut posted_on = None;
    loop {
        tend(&state, &mut posted_on).await;
        tokio::time::sleep(Duration::from_secs(60)).await;
    }
}

/// One round of it.
pub async fn tend(state: &State, posted_on: &mut Option<NaiveDate>) {
    let Some(mailing) = &state.mailing else { return };
    let now = dutch_time(state.clock.now());
    if now.time() >= mailing.daily_at && *posted_on != Some(now.date()) {
        match mailing.post_daily(now.date()).await {
            Ok(()) => *posted_on = Some(now.date()),
            Err(error) => tracing::warn!("the day's mails were not written: {}", web::telemetry::cause(&error)),
        }
    }
    if let Err(error) = mailing.outbox.deliver().await {
        tracing::warn!("mails wait in the outbox: {}", web::telemetry::cause(&error));
    }
}

/// What somebody must know of mail, for his first page: that it does not work, or that his own does not arrive.
pub async fn warnings(state: &State, account: &account::Model) -> Result<Vec<String>, StoreError> {
    let Some(mailing) = &state.mailing else { return Ok(Vec::new()) };
    let Some(own) = address(account) else {
        let said = "U krijgt geen mail: uw inlognaam is geen mailadres. Kijk elke werkdag in de kluis, of vraag de beheerder om een \
                    account met uw mailadres.";
        return Ok(vec![said.to_owned()]);
    };
    let standing = mailing.outbox.standing().await?;
    let mut said: Vec<_> = standing.failing.as_ref().map(said_of).into_iter().collect();
    if standing.lost.contains(&own.to_string()) {
        said.push(
            "De mailserver neemt mail aan u niet aan. Kijk elke werkdag in de kluis, en zeg het tegen de beheerder."
                .into(),
        );
    }
    Ok(said)
}

/// Says on every page of who administers the installation that mail does not work: he has no signals that bring him to the
/// first one.
pub async fn remind(state: &State, account: &account::Model, ring: &mut Keyring) -> Result<(), StoreError> {
    let function = ring.own_grant().map_or(&account.function, |grant| &grant.function);
    if let Some(mailing) = state.mailing.as_ref().filter(|_| ring.is_empty() && is_administrator(function)) {
        ring.warnings.extend(mailing.outbox.standing().await?.failing.as_ref().map(said_of));
    }
    Ok(())
}

/// "Mail lukt niet sinds ..."
fn said_of((since, why): &(chrono::DateTime<chrono::Utc>, Option<domain::mail::Why>)) -> String {
    let at = dutch_time(*since);
    let why = why.map_or_else(String::new, |why| format!(": {why}"));
    format!(
        "Mail lukt niet sinds {}{why}. Kijk elke werkdag in de kluis, en zeg het tegen de beheerder.",
        texts::moment(at.date(), at.time())
    )
}

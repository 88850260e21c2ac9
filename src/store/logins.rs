//! Attempts to log in, counted where every copy of the desk sees them, and browsers that are known.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::AccountId;
use entity::{device, login};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{Store, StoreError};

/// Attempts that cost no wait.
pub const FREE: i32 = 5;
/// The longest wait, in seconds: who guesses gets four guesses an hour, and who forgot his password waits a coffee long.
const LONGEST: i64 = 900;

/// Bytes of the place where attempts under a name are counted.
const PLACE: usize = 2;

/// Seconds until the next attempt is looked at, after so many that failed.
pub fn wait(failures: i32) -> i64 {
    let over = failures - FREE;
    if over < 0 { 0 } else { Ord::min(5_i64.saturating_mul(1_i64 << Ord::min(over, 20)), LONGEST) }
}

/// Whether an attempt is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// It counts already as one that failed, and is taken back where it does not: so nobody tries many at once.
    Counted {
        failures: i32,
    },
    Wait(DateTime<Utc>),
}

impl Store {
    /// Counts an attempt, unless the last one was too short ago.
    pub async fn count_attempt(&self, who: &[u8], now: DateTime<Utc>) -> Result<Attempt, StoreError> {
        let writing = self.writing().await?;
        let empty = login::Model {
            who: who.to_vec(),
            failures: 0,
            wait_until: None,
            unseen: 0,
            failed_at: None,
            last_step: None,
        };
        let once = OnConflict::column(login::Column::Who).do_nothing().to_owned();
        login::Entity::insert(empty.into_active_model()).on_conflict(once).exec_without_returning(&writing).await?;
        let this = login::Column::Who.eq(who.to_vec());
        let free = login::Column::WaitUntil.is_null().or(login::Column::WaitUntil.lte(now));
        let counted = login::Entity::update_many()
            .col_expr(login::Column::Failures, Expr::col(login::Column::Failures).add(1))
            .filter(this.clone().and(free))
            .exec(&writing)
            .await?;
        let row = login::Entity::find_by_id(who.to_vec()).one(&writing).await?;
        let (failures, until) = row.map_or((1, None), |row| (row.failures, row.wait_until));
        if counted.rows_affected == 0 {
            return Ok(Attempt::Wait(until.unwrap_or(now)));
        }
        let until =
            Some(wait(failures)).filter(|seconds| *seconds > 0).map(|seconds| now + TimeDelta::seconds(seconds));
        let mut update =
            login::Entity::update_many().col_expr(login::Column::WaitUntil, Expr::value(until)).filter(this);
        if who.len() == PLACE {
            // When it may be forgotten.
            update = update.col_expr(login::Column::FailedAt, Expr::value(Some(now)));
        }
        update.exec(&writing).await?;
        writing.commit().await?;
        Ok(Attempt::Counted { failures })
    }

    /// Takes the counted attempts back: the last one succeeded.
    pub async fn attempt_succeeded(&self, who: &[u8]) -> Result<(), StoreError> {
        let update = login::Entity::update_many()
            .col_expr(login::Column::Failures, Expr::value(0))
            .col_expr(login::Column::WaitUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(login::Column::Who.eq(who.to_vec()));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// Keeps of a place that somebody failed there: what is kept of a person too.
    pub async fn failed_at_place(&self, place: &[u8], now: DateTime<Utc>) -> Result<(), StoreError> {
        self.row_of(place.to_vec()).await?;
        self.failed_at(place.to_vec(), now).await
    }

    /// Forgets what was tried in places where nobody tried since.
    pub async fn forget_places(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let places = login::Entity::find().filter(login::Column::FailedAt.lt(before)).all(&self.db).await?;
        let places = places.into_iter().map(|row| row.who).filter(|who| who.len() == PLACE);
        let old = login::Column::Who.is_in(places.collect::<Vec<_>>()).and(login::Column::FailedAt.lt(before));
        login::Entity::delete_many().filter(old).exec(&self.db).await?;
        Ok(())
    }

    /// Keeps for a person that somebody failed to log in as him.
    pub async fn attempt_failed(&self, account: AccountId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.login_row(account).await?;
        self.failed_at(who(account), now).await
    }

    async fn failed_at(&self, who: Vec<u8>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let update = login::Entity::update_many()
            .col_expr(login::Column::Unseen, Expr::col(login::Column::Unseen).add(1))
            .col_expr(login::Column::FailedAt, Expr::value(Some(now)))
            .filter(login::Column::Who.eq(who));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// What was tried in a person's name.
    pub async fn attempts(&self, account: AccountId) -> Result<Option<login::Model>, StoreError> {
        Ok(login::Entity::find_by_id(who(account)).one(&self.db).await?)
    }

    /// He was told of it.
    pub async fn attempts_seen(&self, account: AccountId) -> Result<(), StoreError> {
        let update = login::Entity::update_many()
            .col_expr(login::Column::Unseen, Expr::value(0))
            .filter(login::Column::Who.eq(who(account)));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// Uses a code's step up; `false` where that step, or a later one, was used before.
    pub async fn use_step(&self, account: AccountId, step: i64) -> Result<bool, StoreError> {
        self.login_row(account).await?;
        let fresh = login::Column::LastStep.is_null().or(login::Column::LastStep.lt(step));
        let update = login::Entity::update_many()
            .col_expr(login::Column::LastStep, Expr::value(Some(step)))
            .filter(login::Column::Who.eq(who(account)).and(fresh));
        Ok(update.exec(&self.db).await?.rows_affected == 1)
    }

    async fn login_row(&self, account: AccountId) -> Result<(), StoreError> {
        self.row_of(who(account)).await
    }

    async fn row_of(&self, who: Vec<u8>) -> Result<(), StoreError> {
        let empty = login::Model { who, failures: 0, wait_until: None, unseen: 0, failed_at: None, last_step: None };
        let once = OnConflict::column(login::Column::Who).do_nothing().to_owned();
        login::Entity::insert(empty.into_active_model()).on_conflict(once).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Whether somebody logged in with this browser before.
    pub async fn knows_device(&self, lookup: &[u8; 32], account: AccountId) -> Result<bool, StoreError> {
        let found = device::Entity::find_by_id(lookup.to_vec()).filter(device::Column::AccountId.eq(account));
        Ok(found.one(&self.db).await?.is_some())
    }

    /// Keeps that a browser is known. [`StoreError::Taken`] never: it is written over.
    pub async fn know_device(&self, device: device::Model) -> Result<(), StoreError> {
        let again = OnConflict::column(device::Column::Lookup).update_column(device::Column::UsedOn).to_owned();
        device::Entity::insert(device.into_active_model()).on_conflict(again).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Forgets browsers that were not used since a day.
    pub async fn forget_devices(&self, before: NaiveDate) -> Result<(), StoreError> {
        device::Entity::delete_many().filter(device::Column::UsedOn.lt(before)).exec(&self.db).await?;
        Ok(())
    }

    /// Forgets every browser that an account is known in.
    pub async fn forget_devices_of(&self, account: AccountId) -> Result<(), StoreError> {
        device::Entity::delete_many().filter(device::Column::AccountId.eq(account)).exec(&self.db).await?;
        Ok(())
    }
}

fn who(account: AccountId) -> Vec<u8> {
    account.0.as_bytes().to_vec()
}

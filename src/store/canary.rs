//! How the canary fares, who sends the next one, and the removal of what it leaves.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{RouteName, SignalId, canary::Link};
use entity::{canary, file, head, item, key_wrap, signal};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{Store, StoreError};

/// The one row's.
const ID: i32 = 1;

/// How long one may be on its way before another is sent: longer than it ever takes.
const UNDER_WAY: TimeDelta = TimeDelta::minutes(15);

/// How long after one that failed the next is sent.
const AGAIN: TimeDelta = TimeDelta::hours(1);

impl Store {
    /// How it fares; `None` before the first was sent.
    pub async fn canary(&self) -> Result<Option<canary::Model>, StoreError> {
        Ok(canary::Entity::find_by_id(ID).one(&self.db).await?)
    }

    /// Whether the caller is the one to send today's: none came through today, none is on its way, and none failed within the
    /// hour. Of several copies of the desk one gets yes.
    pub async fn claims_canary(&self, today: NaiveDate, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let first = canary::Model { id: ID, succeeded_on: None, failing_since: None, broken: None, next_at: now };
        let once = OnConflict::column(canary::Column::Id).do_nothing().to_owned();
        canary::Entity::insert(first.into_active_model()).on_conflict(once).exec_without_returning(&self.db).await?;
        let not_today = canary::Column::SucceededOn.is_null().or(canary::Column::SucceededOn.ne(today));
        // A moment further ahead than any that is written: the clock was turned back.
        let free = canary::Column::NextAt.lte(now).or(canary::Column::NextAt.gt(now + AGAIN));
        let claimed = canary::Entity::update_many()
            .col_expr(canary::Column::NextAt, Expr::value(now + UNDER_WAY))
            .filter(not_today.and(free))
            .exec(&self.db)
            .await?;
        Ok(claimed.rows_affected == 1)
    }

    /// It came through.
    pub async fn canary_came_through(&self, today: NaiveDate) -> Result<(), StoreError> {
        canary::Entity::update_many()
            .col_expr(canary::Column::SucceededOn, Expr::value(Some(today)))
            .col_expr(canary::Column::FailingSince, Expr::value(None::<NaiveDate>))
            .col_expr(canary::Column::Broken, Expr::value(None::<String>))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// It did not, and where.
    pub async fn canary_failed(&self, today: NaiveDate, link: Link, now: DateTime<Utc>) -> Result<(), StoreError> {
        let since = self.canary().await?.and_then(|row| row.failing_since).unwrap_or(today);
        canary::Entity::update_many()
            .col_expr(canary::Column::FailingSince, Expr::value(Some(since)))
            .col_expr(canary::Column::Broken, Expr::value(Some(link.label())))
            .col_expr(canary::Column::NextAt, Expr::value(now + AGAIN))
            .exec(&self.db)
            .await?;
        Ok(())
    }

    /// Signals that stand on the canary's route. What their rows say is believed by nobody: see [`seal::intake::Intake`].
    pub async fn canaries(&self) -> Result<Vec<signal::Model>, StoreError> {
        Ok(signal::Entity::find().filter(signal::Column::Route.eq(RouteName::Kanarie)).all(&self.db).await?)
    }

    /// Removes one with all that hangs on it, and no signal of another route. No line is left, as of a signal of somebody's.
    pub async fn remove_canary(&self, id: SignalId) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let own = signal::Entity::find_by_id(id).filter(signal::Column::Route.eq(RouteName::Kanarie));
        if own.one(&writing).await?.is_none() {
            return Ok(());
        }
        key_wrap::Entity::delete_many().filter(key_wrap::Column::SignalId.eq(id)).exec(&writing).await?;
        item::Entity::delete_many().filter(item::Column::SignalId.eq(id)).exec(&writing).await?;
        file::Entity::delete_many().filter(file::Column::SignalId.eq(id)).exec(&writing).await?;
        head::Entity::delete_many().filter(head::Column::SignalId.eq(id)).exec(&writing).await?;
        signal::Entity::delete_by_id(id).exec(&writing).await?;
        Ok(writing.commit().await?)
    }
}

//! Mails that wait. Who tries to deliver one holds it for a while; whoever comes next sees that, also in another process.

use chrono::{DateTime, TimeDelta, Utc};
use domain::mail::MailState;
use entity::outbox::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{Store, StoreError};

/// A mail that is held: only with this can its row be changed. Another attempt has another number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub once: String,
    attempt: i32,
}

impl Store {
    /// Puts a mail in the outbox. One that was put there before stays as it is.
    pub async fn post(&self, mail: Model) -> Result<(), StoreError> {
        let once = OnConflict::column(Column::Once).do_nothing().to_owned();
        Entity::insert(mail.into_active_model()).on_conflict(once).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// The next mail that may be tried, held for `hold` from now on; `None`: there is none now. One whose holder is gone is
    /// tried again if it was surely not delivered, and never otherwise.
    pub async fn hold_mail(&self, now: DateTime<Utc>, hold: TimeDelta) -> Result<Option<(Held, Model)>, StoreError> {
        let lost = Column::State.eq(MailState::UnderWay).and(Column::Until.lte(now));
        let lost = Entity::update_many().filter(lost).col_expr(Column::State, Expr::value(MailState::Unknown));
        wiped(lost).exec(&self.db).await?;
        let tried = Column::State.is_in([MailState::Waiting, MailState::Trying]).and(Column::Until.lte(now));
        loop {
            let due = Entity::find()
                .filter(tried.clone())
                .order_by_asc(Column::Until)
                .order_by_asc(Column::Attempts)
                .limit(1);
            let Some(mut row) = due.one(&self.db).await? else { return Ok(None) };
            let this = Column::Once.eq(row.once.clone()).and(Column::Attempts.eq(row.attempts)).and(tried.clone());
            let taken = Entity::update_many()
                .filter(this)
                .col_expr(Column::State, Expr::value(MailState::Trying))
                .col_expr(Column::Attempts, Expr::value(row.attempts + 1))
                .col_expr(Column::Until, Expr::value(now + hold))
                .exec(&self.db)
                .await?;
            // Otherwise another was first: look for the next one.
            if taken.rows_affected == 1 {
                row.attempts += 1;
                return Ok(Some((Held { once: row.once.clone(), attempt: row.attempts }, row)));
            }
        }
    }

    /// The bytes of a mail are about to go over the line. False: it is held by somebody else by now, and not to be sent.
    pub async fn mail_under_way(&self, held: &Held) -> Result<bool, StoreError> {
        let update = held.update(&[MailState::Trying]).col_expr(Column::State, Expr::value(MailState::UnderWay));
        Ok(update.exec(&self.db).await?.rows_affected == 1)
    }

    /// It was surely not delivered: try again from a moment on.
    pub async fn mail_waits(&self, held: &Held, until: DateTime<Utc>, why: &str) -> Result<(), StoreError> {
        let update = held
            .update(&[MailState::Trying, MailState::UnderWay])
            .col_expr(Column::State, Expr::value(MailState::Waiting))
            .col_expr(Column::Until, Expr::value(until))
            .col_expr(Column::Why, Expr::value(why));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// Whatever waits and could be tried now waits too, for the same reason.
    pub async fn mails_wait(&self, now: DateTime<Utc>, until: DateTime<Utc>, why: &str) -> Result<(), StoreError> {
        let due = Column::State.eq(MailState::Waiting).and(Column::Until.lte(now));
        let update = Entity::update_many()
            .filter(due)
            .col_expr(Column::Until, Expr::value(until))
            .col_expr(Column::Why, Expr::value(why));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// What was tried and is older than a moment is given up, and what it said is wiped.
    pub async fn mails_given_up(&self, before: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let tried = Column::State.eq(MailState::Waiting).and(Column::Why.is_not_null());
        let update = Entity::update_many()
            .filter(tried.and(Column::WrittenAt.lt(before)))
            .col_expr(Column::State, Expr::value(MailState::GivenUp))
            .col_expr(Column::Until, Expr::value(now));
        wiped(update).exec(&self.db).await?;
        Ok(())
    }

    /// It is settled, and what it said is wiped.
    pub async fn mail_settled(&self, held: &Held, state: MailState, now: DateTime<Utc>) -> Result<(), StoreError> {
        let update = held
            .update(&[MailState::Trying, MailState::UnderWay])
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::Until, Expr::value(now));
        wiped(update).exec(&self.db).await?;
        Ok(())
    }

    /// Every mail of which something is known, the oldest first.
    pub async fn mails(&self) -> Result<Vec<Model>, StoreError> {
        Ok(Entity::find().order_by_asc(Column::WrittenAt).order_by_asc(Column::Once).all(&self.db).await?)
    }

    /// Forgets what was settled before a moment.
    pub async fn forget_mails(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let waits = [MailState::Waiting, MailState::Trying, MailState::UnderWay];
        let settled = Column::State.is_not_in(waits).and(Column::WrittenAt.lt(before));
        Entity::delete_many().filter(settled).exec(&self.db).await?;
        Ok(())
    }
}

impl Held {
    fn update(&self, states: &[MailState]) -> UpdateMany<Entity> {
        let mine = Column::Once.eq(self.once.clone()).and(Column::Attempts.eq(self.attempt));
        Entity::update_many().filter(mine.and(Column::State.is_in(states.iter().copied())))
    }
}

fn wiped(update: UpdateMany<Entity>) -> UpdateMany<Entity> {
    update.col_expr(Column::Message, Expr::value(None::<Vec<u8>>))
}

//! Sessions of the desk.

use chrono::{DateTime, TimeDelta, Utc};
use domain::AccountId;
use entity::session;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};

use crate::{Store, StoreError};

/// Days that the row of a session stays once its key is gone.
const KEPT_DAYS: i64 = 7;

impl Store {
    pub async fn add_session(&self, session: session::Model) -> Result<(), StoreError> {
        session.into_active_model().insert(&self.db).await?;
        Ok(())
    }

    /// A session, open or over.
    pub async fn session(&self, lookup: &[u8; 32]) -> Result<Option<session::Model>, StoreError> {
        Ok(session::Entity::find_by_id(lookup.to_vec()).one(&self.db).await?)
    }

    /// Sessions of one person that are not ended yet, the newest first. Some may be past their time.
    pub async fn sessions_of(&self, account: AccountId) -> Result<Vec<session::Model>, StoreError> {
        let own = session::Entity::find().filter(session::Column::AccountId.eq(account));
        let open = own.filter(session::Column::Sealed.ne(Vec::<u8>::new()));
        Ok(open.order_by_desc(session::Column::MadeAt).all(&self.db).await?)
    }

    /// Notes that a session was used just now.
    pub async fn touch_session(&self, lookup: &[u8; 32], now: DateTime<Utc>) -> Result<(), StoreError> {
        let this = session::Column::Lookup.eq(lookup.to_vec());
        let update = session::Entity::update_many().col_expr(session::Column::UsedAt, Expr::value(now)).filter(this);
        update.exec(&self.db).await?;
        Ok(())
    }

    /// Notes that the password was typed again.
    pub async fn prove_session(
        &self,
        lookup: &[u8; 32],
        at: DateTime<Utc>,
        proof: &[u8; 16],
    ) -> Result<(), StoreError> {
        let update = session::Entity::update_many()
            .col_expr(session::Column::ProvedAt, Expr::value(Some(at)))
            .col_expr(session::Column::Proof, Expr::value(Some(proof.to_vec())))
            .filter(session::Column::Lookup.eq(lookup.to_vec()));
        update.exec(&self.db).await?;
        Ok(())
    }

    /// Deletes a session: its owner logs out.
    pub async fn end_session(&self, lookup: &[u8; 32]) -> Result<(), StoreError> {
        session::Entity::delete_by_id(lookup.to_vec()).exec(&self.db).await?;
        Ok(())
    }

    /// Ends one session of a person, or all but `but`, from elsewhere: the key goes, the row stays for what is being typed
    /// there. Gives how many ended.
    pub async fn end_sessions_of(
        &self,
        account: AccountId,
        which: Option<&[u8]>,
        but: Option<&[u8; 32]>,
    ) -> Result<u64, StoreError> {
        let mut these = session::Entity::update_many()
            .col_expr(session::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .filter(session::Column::AccountId.eq(account))
            .filter(session::Column::Sealed.ne(Vec::<u8>::new()));
        if let Some(one) = which {
            these = these.filter(session::Column::Lookup.eq(one.to_vec()));
        }
        if let Some(but) = but {
            these = these.filter(session::Column::Lookup.ne(but.to_vec()));
        }
        Ok(these.exec(&self.db).await?.rows_affected)
    }

    /// Destroys the keys of sessions last used before `idle` or begun before `oldest`, and deletes what is long over.
    pub async fn forget_sessions(&self, idle: DateTime<Utc>, oldest: DateTime<Utc>) -> Result<u64, StoreError> {
        let over = session::Column::UsedAt.lt(idle).or(session::Column::MadeAt.lt(oldest));
        let over = over.and(session::Column::Sealed.ne(Vec::<u8>::new()));
        let ended = session::Entity::update_many()
            .col_expr(session::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .filter(over)
            .exec(&self.db)
            .await?;
        let long_over = session::Column::UsedAt.lt(idle - TimeDelta::days(KEPT_DAYS));
        session::Entity::delete_many().filter(long_over).exec(&self.db).await?;
        Ok(ended.rows_affected)
    }
}

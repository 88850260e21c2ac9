//! Sessions of the desk.

use chrono::{DateTime, Utc};
use entity::session;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::{Expr, ExprTrait},
};

use crate::{Store, StoreError};

impl Store {
    pub async fn add_session(&self, session: session::Model) -> Result<(), StoreError> {
        session.into_active_model().insert(&self.db).await?;
        Ok(())
    }

    pub async fn session(&self, lookup: &[u8; 32]) -> Result<Option<session::Model>, StoreError> {
        Ok(session::Entity::find_by_id(lookup.to_vec()).one(&self.db).await?)
    }

    /// Notes that a session was used just now.
    pub async fn touch_session(&self, lookup: &[u8; 32], now: DateTime<Utc>) -> Result<(), StoreError> {
        let this = session::Column::Lookup.eq(lookup.to_vec());
        let update = session::Entity::update_many().col_expr(session::Column::UsedAt, Expr::value(now)).filter(this);
        update.exec(&self.db).await?;
        Ok(())
    }

    pub async fn end_session(&self, lookup: &[u8; 32]) -> Result<(), StoreError> {
        session::Entity::delete_by_id(lookup.to_vec()).exec(&self.db).await?;
        Ok(())
    }

    /// Deletes sessions last used before `idle` or begun before `oldest`.
    pub async fn forget_sessions(&self, idle: DateTime<Utc>, oldest: DateTime<Utc>) -> Result<u64, StoreError> {
        let over = session::Column::UsedAt.lt(idle).or(session::Column::MadeAt.lt(oldest));
        Ok(session::Entity::delete_many().filter(over).exec(&self.db).await?.rows_affected)
    }
}

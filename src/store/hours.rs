//! The hours' secrets: made when first needed, shared by every portal, deleted after two hours.

use entity::hour_secret;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::{Store, StoreError};

/// Hours that a secret stays after its own hour ended.
pub const KEPT_HOURS: i64 = 2;

impl Store {
    /// The secret of an hour, if it is still kept.
    pub async fn hour_secret(&self, hour: i64) -> Result<Option<[u8; 32]>, StoreError> {
        let row = hour_secret::Entity::find_by_id(hour).one(&self.db).await?;
        Ok(row.and_then(|row| row.secret.try_into().ok()))
    }

    /// The secret of an hour, `fresh` if it has none yet. Of two portals that ask at once, both get the same.
    pub async fn hour_secret_or(&self, hour: i64, fresh: [u8; 32]) -> Result<[u8; 32], StoreError> {
        if let Some(secret) = self.hour_secret(hour).await? {
            return Ok(secret);
        }
        let row = hour_secret::Model { hour, secret: fresh.to_vec() };
        match row.into_active_model().insert(&self.db).await.map_err(StoreError::from) {
            Ok(_) => Ok(fresh),
            Err(StoreError::Taken) => Ok(self.hour_secret(hour).await?.unwrap_or(fresh)),
            Err(error) => Err(error),
        }
    }

    /// Deletes the secrets whose time is over.
    pub async fn forget_hours(&self, now: i64) -> Result<u64, StoreError> {
        let over = hour_secret::Column::Hour.lt(now - KEPT_HOURS);
        Ok(hour_secret::Entity::delete_many().filter(over).exec(&self.db).await?.rows_affected)
    }
}

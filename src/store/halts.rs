//! Accounts that somebody stopped, and what would open for nobody any more if an account ended.

use domain::{AccountId, RouteName};
use entity::{account, calendar_feed, device, halt, session};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{Store, StoreError, readers::Readers};

impl Store {
    /// Who was stopped, and by whom.
    pub async fn halts(&self) -> Result<Vec<halt::Model>, StoreError> {
        Ok(halt::Entity::find().all(&self.db).await?)
    }

    pub async fn is_halted(&self, account: AccountId) -> Result<bool, StoreError> {
        Ok(halt::Entity::find_by_id(account).one(&self.db).await?.is_some())
    }

    /// Stops an account: its sessions end, its known browsers are forgotten, the address of its calendar
    /// is nobody's and nobody logs in with it; nothing is destroyed.
    /// `false`: who does it was stopped himself, or one of the two was disabled. Two who stop each other at once leave one.
    pub async fn halt(&self, account: AccountId, by: AccountId) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let accounts = account::Entity::find().order_by_asc(account::Column::Id).lock_exclusive().all(&writing).await?;
        let works = |id: AccountId| accounts.iter().any(|known| known.id == id && !known.disabled);
        if !works(account) || !works(by) || halt::Entity::find_by_id(by).one(&writing).await?.is_some() {
            return Ok(false);
        }
        if halt::Entity::find_by_id(account).one(&writing).await?.is_none() {
            halt::Model { account_id: account, by_id: by }.into_active_model().insert(&writing).await?;
        }
        session::Entity::delete_many().filter(session::Column::AccountId.eq(account)).exec(&writing).await?;
        device::Entity::delete_many().filter(device::Column::AccountId.eq(account)).exec(&writing).await?;
        calendar_feed::Entity::delete_by_id(account).exec(&writing).await?;
        writing.commit().await?;
        Ok(true)
    }

    /// Lets an account go on. `false`: nobody stopped it.
    pub async fn resume(&self, account: AccountId) -> Result<bool, StoreError> {
        Ok(halt::Entity::delete_by_id(account).exec(&self.db).await?.rows_affected == 1)
    }

    /// Whether something might open for nobody who works here any more, were it not for this account.
    pub async fn opens_alone(&self, account: AccountId) -> Result<bool, StoreError> {
        opens_alone(&self.reading().await?, account).await
    }

    /// The same where a route's key is replaced, for these alone.
    pub async fn would_bury(&self, route: RouteName, stay: &[AccountId]) -> Result<bool, StoreError> {
        Ok(Readers::of(&self.reading().await?).await?.may_be_buried(route, stay))
    }
}

pub(crate) async fn opens_alone(db: &impl ConnectionTrait, account: AccountId) -> Result<bool, StoreError> {
    Ok(Readers::of(db).await?.may_open_alone(account))
}

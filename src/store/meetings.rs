//! Meetings: every version of each, sealed.

use domain::RouteName;
use entity::meeting;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, prelude::Date};

use crate::{
    Store, StoreError,
    succession::{Under, is_current},
};

impl Store {
    /// Every version of every meeting of a route, the oldest day and version first.
    pub async fn meetings(&self, route: RouteName) -> Result<Vec<meeting::Model>, StoreError> {
        let of = meeting::Entity::find().filter(meeting::Column::Route.eq(route));
        let sorted = of.order_by_asc(meeting::Column::HeldOn).order_by_asc(meeting::Column::Number);
        Ok(sorted.all(&self.db).await?)
    }

    /// Every version of one, the oldest first.
    pub async fn meeting(&self, route: RouteName, held_on: Date) -> Result<Vec<meeting::Model>, StoreError> {
        let of = meeting::Entity::find().filter(meeting::Column::Route.eq(route));
        let of = of.filter(meeting::Column::HeldOn.eq(held_on));
        Ok(of.order_by_asc(meeting::Column::Number).all(&self.db).await?)
    }

    /// Adds a version. [`StoreError::Taken`]: somebody wrote that one first.
    /// The route's key that signed it was replaced counts as that too.
    pub async fn add_meeting(&self, version: meeting::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        if !is_current(&writing, under).await? {
            return Err(StoreError::Taken);
        }
        version.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }
}

//! Requests for the names in envelopes. They come with the item that says so ([`crate::signals::Addition::asks`]) and go with
//! their signal, or once another route has it.

use domain::{RevealId, SignalId};
use entity::reveal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

use crate::{
    Store, StoreError,
    succession::{Under, must_be_current},
};

impl Store {
    /// Every request, for who decides them.
    pub async fn reveals(&self) -> Result<Vec<reveal::Model>, StoreError> {
        Ok(reveal::Entity::find().order_by_asc(reveal::Column::Id).all(&self.db).await?)
    }

    /// Those of one signal.
    pub async fn reveals_of(&self, signal: SignalId) -> Result<Vec<reveal::Model>, StoreError> {
        Ok(reveal::Entity::find().filter(reveal::Column::SignalId.eq(signal)).all(&self.db).await?)
    }

    /// Which requests were decided, and whether the envelope was opened since.
    pub async fn decided_reveals(&self) -> Result<Vec<(RevealId, bool)>, StoreError> {
        let decided = reveal::Entity::find().filter(reveal::Column::Decision.is_not_null()).all(&self.db).await?;
        Ok(decided.into_iter().map(|row| (row.id, row.name.is_some())).collect())
    }

    /// Decides a request. [`StoreError::Taken`]: somebody did so first, it is not there any more, or the bewaarders' key was
    /// replaced since it was signed.
    pub async fn decide_reveal(&self, id: RevealId, decision: Vec<u8>, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        let done = reveal::Entity::update_many()
            .col_expr(reveal::Column::Decision, Expr::value(decision))
            .filter(reveal::Column::Id.eq(id))
            .filter(reveal::Column::Decision.is_null())
            .exec(&writing)
            .await?;
        if done.rows_affected == 1 { Ok(writing.commit().await?) } else { Err(StoreError::Taken) }
    }

    /// Stores what was in an envelope that was given. [`StoreError::Taken`]: it was opened before, or it is not there any more.
    pub async fn open_reveal(&self, id: RevealId, opened: Vec<u8>, name: Vec<u8>) -> Result<(), StoreError> {
        let done = reveal::Entity::update_many()
            .col_expr(reveal::Column::Opened, Expr::value(opened))
            .col_expr(reveal::Column::Name, Expr::value(name))
            .filter(reveal::Column::Id.eq(id))
            .filter(reveal::Column::Given.is_not_null())
            .filter(reveal::Column::Name.is_null())
            .exec(&self.db)
            .await?;
        if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Taken) }
    }

    /// Destroys what was asked and given of one signal.
    pub async fn forget_reveals(&self, signal: SignalId) -> Result<(), StoreError> {
        reveal::Entity::delete_many().filter(reveal::Column::SignalId.eq(signal)).exec(&self.db).await?;
        Ok(())
    }
}

//! The end of a signal: what members consented to, and the one transaction that leaves a line and nothing else.

use domain::{RouteName, SignalId};
use entity::{consent, destroyed, escalation, file, head, item, key_wrap, reveal, signal};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::{
    Store, StoreError,
    signals::StoredSignal,
    succession::{Under, must_be_current},
};

impl Store {
    /// What was consented to of a signal, as it was signed.
    pub async fn consent(&self, signal: SignalId) -> Result<Option<String>, StoreError> {
        Ok(consent::Entity::find_by_id(signal).one(&self.db).await?.map(|row| row.statement))
    }

    /// Every signal that somebody consented to destroy, whole, with what was signed.
    pub async fn consents(&self) -> Result<Vec<(StoredSignal, String)>, StoreError> {
        let rows = consent::Entity::find().order_by_asc(consent::Column::SignalId).all(&self.db).await?;
        let mut consents = Vec::with_capacity(rows.len());
        for row in rows {
            let whole = self.whole_signals_of(&[row.signal_id]).await?.pop();
            consents.extend(whole.map(|whole| (whole, row.statement)));
        }
        Ok(consents)
    }

    /// Puts a statement in the place of what stood there (`before`; nothing, for the first). [`StoreError::Taken`]: something
    /// else stands there by now, or the route's key that signed it was replaced.
    pub async fn put_consent(
        &self,
        signal: SignalId,
        before: Option<&str>,
        statement: String,
        under: &Under,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        let Some(before) = before else {
            consent::Model { signal_id: signal, statement }.into_active_model().insert(&writing).await?;
            return Ok(writing.commit().await?);
        };
        let done = consent::Entity::update_many()
            .col_expr(consent::Column::Statement, Expr::value(statement))
            .filter(consent::Column::SignalId.eq(signal))
            .filter(consent::Column::Statement.eq(before))
            .exec(&writing)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Taken);
        }
        Ok(writing.commit().await?)
    }

    /// Takes back what was consented to.
    pub async fn withdraw_consent(&self, signal: SignalId) -> Result<(), StoreError> {
        consent::Entity::delete_by_id(signal).exec(&self.db).await?;
        Ok(())
    }

    /// Destroys a signal: its items, heads, wraps and the list of its files; `line` is left. Its files are removed after.
    /// [`StoreError::Taken`]: something was added meanwhile, or the consents are others by now; nothing was destroyed.
    pub async fn destroy(
        &self,
        whole: &StoredSignal,
        consented: &str,
        line: destroyed::Model,
    ) -> Result<(), StoreError> {
        let (id, writing) = (whole.signal.id, self.writing().await?);
        signal::Entity::find_by_id(id).lock_exclusive().one(&writing).await?;
        let standing = consent::Entity::find_by_id(id).one(&writing).await?;
        let items = item::Entity::find().filter(item::Column::SignalId.eq(id)).select_only().column(item::Column::Id);
        let items = items.into_tuple::<domain::ItemId>().all(&writing).await?;
        if standing.is_none_or(|row| row.statement != consented) || items.len() != whole.items.len() {
            return Err(StoreError::Taken);
        }
        consent::Entity::delete_by_id(id).exec(&writing).await?;
        reveal::Entity::delete_many().filter(reveal::Column::SignalId.eq(id)).exec(&writing).await?;
        escalation::Entity::delete_by_id(id).exec(&writing).await?;
        key_wrap::Entity::delete_many().filter(key_wrap::Column::SignalId.eq(id)).exec(&writing).await?;
        item::Entity::delete_many().filter(item::Column::SignalId.eq(id)).exec(&writing).await?;
        file::Entity::delete_many().filter(file::Column::SignalId.eq(id)).exec(&writing).await?;
        head::Entity::delete_many().filter(head::Column::SignalId.eq(id)).exec(&writing).await?;
        signal::Entity::delete_by_id(id).exec(&writing).await?;
        line.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// The lines of some routes' destroyed signals, the newest first.
    pub async fn destroyed(&self, routes: &[RouteName]) -> Result<Vec<destroyed::Model>, StoreError> {
        let of = destroyed::Entity::find().filter(destroyed::Column::Route.is_in(routes.iter().copied()));
        let of = of.order_by_desc(destroyed::Column::DestroyedOn).order_by_asc(destroyed::Column::Kenmerk);
        Ok(of.all(&self.db).await?)
    }

    /// The line of one.
    pub async fn destroyed_signal(&self, signal: SignalId) -> Result<Option<destroyed::Model>, StoreError> {
        Ok(destroyed::Entity::find_by_id(signal).one(&self.db).await?)
    }
}

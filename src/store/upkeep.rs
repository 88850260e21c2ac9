//! What members said of their routes, and the signed heads of every signal: who may open what, without opening anything.

use std::collections::HashMap;

use domain::SignalId;
use entity::{head, signal, upkeep};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder};

use crate::{
    Store, StoreError,
    succession::{Under, is_current},
};

impl Store {
    /// Every statement of every route, the oldest of each first.
    pub async fn upkeep(&self) -> Result<Vec<upkeep::Model>, StoreError> {
        let sorted = upkeep::Entity::find().order_by_asc(upkeep::Column::Route).order_by_asc(upkeep::Column::Number);
        Ok(sorted.all(&self.db).await?)
    }

    /// Adds one. [`StoreError::Taken`]: a colleague said something first, or the route's key that signed it was replaced.
    pub async fn add_upkeep(&self, said: upkeep::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        if !is_current(&writing, under).await? {
            return Err(StoreError::Taken);
        }
        said.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Every signal with its heads, the oldest head first.
    pub async fn signals_with_heads(&self) -> Result<Vec<(signal::Model, Vec<String>)>, StoreError> {
        let reading = self.reading().await?;
        let signals = signal::Entity::find().order_by_asc(signal::Column::Kenmerk).all(&reading).await?;
        let heads = head::Entity::find().order_by_asc(head::Column::Number).all(&reading).await?;
        let mut of: HashMap<SignalId, Vec<String>> = HashMap::new();
        for head in heads {
            of.entry(head.signal_id).or_default().push(head.statement);
        }
        let with_heads = |signal: signal::Model| {
            let heads = of.remove(&signal.id).unwrap_or_default();
            (signal, heads)
        };
        Ok(signals.into_iter().map(with_heads).collect())
    }
}

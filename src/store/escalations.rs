//! Which signals of a route are late, as far as columns tell, and who outside the line hears of each: sealed, and read by him
//! alone.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{RouteName, SignalId};
use entity::{escalation, head, signal};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use crate::{Store, StoreError};

/// A signal whose term is past by its column.
pub struct LateSignal {
    pub signal: signal::Model,
    /// Statements, oldest first.
    pub heads: Vec<String>,
    /// `None`: nobody of its route opened it since it came there.
    pub hears: Option<Vec<u8>>,
}

impl Store {
    /// Who hears of one signal.
    pub async fn escalation(&self, signal: SignalId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(escalation::Entity::find_by_id(signal).one(&self.db).await?.map(|row| row.sealed))
    }

    /// Signals of a route whose term ended before a day, the first to end first.
    pub async fn late_signals(&self, route: RouteName, today: NaiveDate) -> Result<Vec<LateSignal>, StoreError> {
        let reading = self.reading().await?;
        let late = signal::Entity::find().filter(signal::Column::Route.eq(route));
        let late = late.filter(signal::Column::Due.lt(today)).order_by_asc(signal::Column::Due);
        let late = late.order_by_asc(signal::Column::Id).all(&reading).await?;
        let (mut heads, mut hears): (HashMap<_, Vec<String>>, HashMap<_, _>) = Default::default();
        // A database takes some tens of thousands of values in one question.
        for some in late.chunks(500) {
            let ids = || some.iter().map(|signal| signal.id);
            let found = head::Entity::find().filter(head::Column::SignalId.is_in(ids()));
            for head in found.order_by_asc(head::Column::Number).all(&reading).await? {
                heads.entry(head.signal_id).or_default().push(head.statement);
            }
            let found = escalation::Entity::find().filter(escalation::Column::SignalId.is_in(ids()));
            hears.extend(found.all(&reading).await?.into_iter().map(|row| (row.signal_id, row.sealed)));
        }
        let whole = |signal: signal::Model| LateSignal {
            heads: heads.remove(&signal.id).unwrap_or_default(),
            hears: hears.remove(&signal.id),
            signal,
        };
        Ok(late.into_iter().map(whole).collect())
    }
}

/// Puts it in the place of what stood there.
pub(crate) async fn put(db: &impl ConnectionTrait, signal: SignalId, sealed: Vec<u8>) -> Result<(), StoreError> {
    escalation::Entity::delete_by_id(signal).exec(db).await?;
    escalation::Model { signal_id: signal, sealed }.into_active_model().insert(db).await?;
    Ok(())
}

//! Letting somebody into a route: who waits for a second member, who is a member from now on, and what he was before. And what a
//! route's key is sealed to on paper.

use std::collections::BTreeSet;

use domain::{AccountId, Kenmerk, RouteName};
use entity::{admission, former_membership, hour_secret, key_wrap, membership, route_key, signal, succession};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::{Expr, Query},
};
use seal::{Digest, Signed, grant::Grant};

use crate::{
    RECOVERY_HOLDER, Store, StoreError,
    succession::{Under, must_be_current},
};

impl Store {
    pub async fn admissions(&self) -> Result<Vec<admission::Model>, StoreError> {
        Ok(admission::Entity::find().all(&self.db).await?)
    }

    /// Writes down that a member let somebody in whom a second has yet to confirm. `instead_of`: the grant that stands there and
    /// is worth nothing any more. [`StoreError::Taken`]: another one stands there, or the route's key that signed it was replaced.
    pub async fn ask_admission(
        &self,
        asked: admission::Model,
        instead_of: Option<&str>,
        under: &Under,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        if let Some(before) = instead_of {
            waiting(asked.route, asked.account_id, before).exec(&writing).await?;
        }
        asked.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Makes a member of somebody who waited, whose grant is still this one; where he was a member with another key, that
    /// membership goes. [`StoreError::Taken`]: it was confirmed, turned down or replaced meanwhile, or the route's key was.
    pub async fn admit(&self, membership: membership::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        let asked = waiting(membership.route, membership.account_id, &membership.grant_text);
        if asked.exec(&writing).await?.rows_affected != 1 {
            return Err(StoreError::Taken);
        }
        put(&writing, membership).await?;
        Ok(writing.commit().await?)
    }

    /// Turns down who waits. `false`: he does not wait any more, or for something else.
    pub async fn turn_down(&self, route: RouteName, account: AccountId, grant: &str) -> Result<bool, StoreError> {
        Ok(waiting(route, account, grant).exec(&self.db).await?.rows_affected == 1)
    }

    /// Lets a person in without a second member. [`StoreError::Taken`]: a row of his is there already, or the route's key that
    /// signed this was replaced.
    pub async fn add_membership(&self, membership: membership::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        admission::Entity::delete_by_id((membership.route, membership.account_id)).exec(&writing).await?;
        membership.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Lets a member in again, whose key is a new one: his old membership goes. [`StoreError::Taken`]: the route's key that signed
    /// this was replaced.
    pub async fn renew_membership(&self, membership: membership::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        admission::Entity::delete_by_id((membership.route, membership.account_id)).exec(&writing).await?;
        put(&writing, membership).await?;
        Ok(writing.commit().await?)
    }

    pub async fn former_memberships(&self) -> Result<Vec<former_membership::Model>, StoreError> {
        Ok(former_membership::Entity::find().all(&self.db).await?)
    }

    /// Seals a route's key on paper anew, and the keys before it, each by the number of the key that replaced it.
    /// [`StoreError::Taken`]: somebody did meanwhile, or replaced the key.
    pub async fn reseal_route(
        &self,
        row: route_key::Model,
        before: &[u8],
        older: Vec<(i32, Vec<u8>)>,
        under: &Under,
    ) -> Result<(), StoreError> {
        let (route, writing) = (row.route, self.writing().await?);
        must_be_current(&writing, under).await?;
        let done = route_key::Entity::update_many()
            .col_expr(route_key::Column::Recovery, Expr::value(row.recovery))
            .col_expr(route_key::Column::SealedTo, Expr::value(row.sealed_to))
            .filter(route_key::Column::Route.eq(row.route))
            .filter(route_key::Column::Recovery.eq(before.to_vec()))
            .exec(&writing)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Taken);
        }
        for (number, recovery) in older {
            succession::Entity::update_many()
                .col_expr(succession::Column::Recovery, Expr::value(recovery))
                .filter(succession::Column::Route.eq(route))
                .filter(succession::Column::Number.eq(number))
                .exec(&writing)
                .await?;
        }
        Ok(writing.commit().await?)
    }

    /// Signals of a route whose members have the keys one by one: the recovery key has them too, the route's has not.
    pub async fn closed_signals(&self, route: RouteName) -> Result<Vec<Kenmerk>, StoreError> {
        let held = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(RECOVERY_HOLDER));
        let held: BTreeSet<_> = held.all(&self.db).await?.into_iter().map(|wrap| wrap.signal_id).collect();
        let signals = signal::Entity::find().filter(signal::Column::Route.eq(route));
        let signals = signals.filter(signal::Column::Id.is_in(held)).order_by_asc(signal::Column::Kenmerk);
        Ok(signals.all(&self.db).await?.into_iter().map(|signal| signal.kenmerk).collect())
    }

    /// Whether a portal worked on this database in an hour (hours since the Unix epoch): it makes a secret in every one.
    pub async fn is_in_use(&self, hour: i64) -> Result<bool, StoreError> {
        Ok(hour_secret::Entity::find_by_id(hour).one(&self.db).await?.is_some())
    }
}

fn waiting(route: RouteName, account: AccountId, grant: &str) -> sea_orm::DeleteMany<admission::Entity> {
    admission::Entity::delete_many()
        .filter(admission::Column::Route.eq(route))
        .filter(admission::Column::AccountId.eq(account))
        .filter(admission::Column::GrantText.eq(grant))
}

/// What was wrapped to a key that somebody lost opens nothing for him, and something for who found it. Of signals of one route:
/// another one may not have let him in again.
pub(crate) async fn forget_lost(
    writing: &DatabaseTransaction,
    route: RouteName,
    account: AccountId,
) -> Result<(), StoreError> {
    let of_route = Query::select()
        .column(signal::Column::Id)
        .from(signal::Entity)
        .and_where(signal::Column::Route.eq(route))
        .to_owned();
    key_wrap::Entity::delete_many()
        .filter(key_wrap::Column::Holder.eq(account.to_string()))
        .filter(key_wrap::Column::SignalId.in_subquery(of_route))
        .exec(writing)
        .await?;
    Ok(())
}

/// Whether two grants are for two keys. One that cannot be read is for none.
fn is_another_key(before: &str, after: &str) -> bool {
    let person = |text: &str| Signed::<Grant>::parse(text.to_owned()).claims().ok().map(|grant| grant.person);
    person(before) != person(after)
}

/// A membership in the place of the one there was, which is kept as what it was. What was wrapped to its key goes.
async fn put(writing: &DatabaseTransaction, membership: membership::Model) -> Result<(), StoreError> {
    let place = (membership.route, membership.account_id);
    if let Some(before) = membership::Entity::find_by_id(place).one(writing).await? {
        let membership::Model { route, account_id, grant_text, confirmation, .. } = before;
        let digest = Digest::of(grant_text.as_bytes()).to_string();
        let kept = former_membership::Model { digest, route, account_id, grant_text: grant_text.clone(), confirmation };
        former_membership::Entity::delete_by_id(kept.digest.clone()).exec(writing).await?;
        kept.into_active_model().insert(writing).await?;
        membership::Entity::delete_by_id(place).exec(writing).await?;
        if is_another_key(&grant_text, &membership.grant_text) {
            forget_lost(writing, route, account_id).await?;
        }
    }
    membership.into_active_model().insert(writing).await?;
    Ok(())
}

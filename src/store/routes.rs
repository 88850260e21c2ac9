//! Route keys, and who holds them.

use std::collections::BTreeSet;

use domain::{AccountId, Kenmerk, RouteName};
use entity::{
    account, admission, former_membership, introduction, key_wrap, membership, renewal, renewal_known, route_key,
    signal, succession,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use seal::{Lineages, Routes};

use crate::{
    Store, StoreError,
    admissions::forget_lost,
    succession::{self as successions, Under, must_be_current},
};

impl Store {
    pub async fn route_keys(&self) -> Result<Vec<route_key::Model>, StoreError> {
        Ok(route_key::Entity::find().all(&self.db).await?)
    }

    pub async fn route_key(&self, route: RouteName) -> Result<Option<route_key::Model>, StoreError> {
        Ok(route_key::Entity::find_by_id(route).one(&self.db).await?)
    }

    /// Stores a route's new key with its first member. [`StoreError::Taken`]: the route has a key already.
    pub async fn found_route(&self, key: route_key::Model, first: membership::Model) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        key.into_active_model().insert(&writing).await?;
        first.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Lets a colleague in again who is known and whose key is a new one: what was said of the old one goes, and what was
    /// wrapped to it. [`StoreError::Taken`]: the route's key that signed this was replaced.
    pub async fn renew_introduction(&self, introduction: introduction::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        introduction::Entity::delete_by_id((introduction.route, introduction.account_id)).exec(&writing).await?;
        forget_lost(&writing, introduction.route, introduction.account_id).await?;
        introduction.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Signals of a route of which somebody holds a key of his own.
    pub async fn held_by_name(&self, route: RouteName, account: AccountId) -> Result<Vec<Kenmerk>, StoreError> {
        let held = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(account.to_string()));
        let held: BTreeSet<_> = held.all(&self.db).await?.into_iter().map(|wrap| wrap.signal_id).collect();
        let signals = signal::Entity::find().filter(signal::Column::Route.eq(route));
        let signals = signals.filter(signal::Column::Id.is_in(held)).order_by_asc(signal::Column::Kenmerk);
        Ok(signals.all(&self.db).await?.into_iter().map(|signal| signal.kenmerk).collect())
    }

    pub async fn memberships(&self) -> Result<Vec<membership::Model>, StoreError> {
        Ok(membership::Entity::find().all(&self.db).await?)
    }

    /// Makes a colleague known to a route. [`StoreError::Taken`]: a row of his is there already, or the route's key that signed
    /// this was replaced.
    pub async fn add_introduction(&self, introduction: introduction::Model, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        introduction.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Who is a member of which route, and who is known to it: at one moment, so that no key is read beside another's people.
    pub async fn people(&self) -> Result<PeopleRows, StoreError> {
        let reading = self.reading().await?;
        let introductions = introduction::Entity::find().all(&reading).await?;
        let accounts = account::Entity::find().order_by_asc(account::Column::Name).all(&reading).await?;
        let disabled = accounts.iter().filter(|account| account.disabled).map(|account| account.id).collect();
        let keys = accounts.into_iter().map(|account| (account.id, account.pair)).collect();
        let renewals = renewal::Entity::find().all(&reading).await?;
        let known = renewal_known::Entity::find().all(&reading).await?;
        let memberships = membership::Entity::find().all(&reading).await?;
        let admissions = admission::Entity::find().all(&reading).await?;
        let former = former_membership::Entity::find().all(&reading).await?;
        let route_keys = route_key::Entity::find().all(&reading).await?;
        let successions = succession::Entity::find().order_by_asc(succession::Column::Number);
        let successions = successions.all(&reading).await?;
        Ok(PeopleRows {
            memberships,
            introductions,
            keys,
            disabled,
            successions,
            renewals,
            known,
            admissions,
            former,
            route_keys,
        })
    }
}

/// Members and known colleagues of every route, as rows: nothing of it is believed before it verifies.
#[derive(Debug, Clone, Default)]
pub struct PeopleRows {
    pub memberships: Vec<membership::Model>,
    pub introductions: Vec<introduction::Model>,
    /// The public halves of each account, as JSON, once it has a key.
    pub keys: Vec<(AccountId, Option<String>)>,
    /// Accounts that were disabled.
    pub disabled: BTreeSet<AccountId>,
    /// Keys of routes that were replaced.
    pub successions: Vec<succession::Model>,
    /// What people said of new keys of theirs, and which routes took them for theirs.
    pub renewals: Vec<renewal::Model>,
    pub known: Vec<renewal_known::Model>,
    /// Who waits for a second member.
    pub admissions: Vec<admission::Model>,
    /// What let members in before they got the keys they have.
    pub former: Vec<former_membership::Model>,
    /// What each route's key is sealed to on paper.
    pub route_keys: Vec<route_key::Model>,
}

impl PeopleRows {
    /// The keys of every configured route, as its configured key proves them.
    pub fn lineages(&self, routes: &Routes) -> Lineages {
        successions::lineages(routes, &self.successions)
    }
}

//! A route's key replaced by another, and what running portals say that they seal to.

use std::collections::BTreeSet;

use domain::{AccountId, RouteName, SignalId};
use entity::{
    account, admission, announced, consent, destroyed, former_membership, head, introduction, meeting, membership,
    renewal_known, route_key, succession, upkeep,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, prelude::Date,
};
use seal::{Lineages, Routes};

use crate::{Store, StoreError, signals::StoredHeads};

/// Days for which a portal is heard that stopped without a word.
pub const HEARD_DAYS: u64 = 2;

/// A route's key, under which something was signed: once it was replaced, nothing more is kept that it signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Under {
    pub route: RouteName,
    /// The key's number: what stands in the columns of its row is used for nothing.
    pub number: u32,
}

impl Under {
    /// Under a route's first key.
    pub const fn first(route: RouteName) -> Self {
        Self { route, number: 1 }
    }
}

/// Everything that older keys signed, as it stood when somebody listed what of it stands.
#[derive(Debug, Clone)]
pub struct Signed {
    pub heads: Vec<StoredHeads>,
    pub meetings: Vec<meeting::Model>,
    pub consents: Vec<String>,
    pub destroyed: Vec<destroyed::Model>,
    pub upkeep: Vec<upkeep::Model>,
    marks: Marks,
}

/// Which rows of each there are. By what they are and not by how many: one that was taken back while another came would count
/// the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marks {
    heads: BTreeSet<(SignalId, i32)>,
    meetings: BTreeSet<(RouteName, Date, i32)>,
    consents: BTreeSet<(SignalId, String)>,
    destroyed: BTreeSet<SignalId>,
    upkeep: BTreeSet<(RouteName, i32)>,
}

/// What is stored when a route gets another key: all of it or nothing.
pub struct Succeeded<'a> {
    /// Members, known colleagues and their new keys as they were read: with others there by now nothing is kept. Nor is it where
    /// the account of somebody who gets the new key was ended since.
    pub members: &'a [membership::Model],
    pub known: &'a [introduction::Model],
    pub renewals: &'a [renewal_known::Model],
    pub signed: &'a Signed,
    pub key: route_key::Model,
    pub succession: succession::Model,
    pub memberships: Vec<membership::Model>,
    pub introductions: Vec<introduction::Model>,
}

impl Store {
    pub async fn successions(&self) -> Result<Vec<succession::Model>, StoreError> {
        Ok(succession::Entity::find().order_by_asc(succession::Column::Number).all(&self.db).await?)
    }

    /// Everything that the keys of routes signed and that may have to stand on.
    pub async fn signed(&self) -> Result<Signed, StoreError> {
        let reading = self.reading().await?;
        let heads = StoredHeads::all(&reading).await?;
        let meetings = meeting::Entity::find().order_by_asc(meeting::Column::HeldOn);
        let meetings = meetings.order_by_asc(meeting::Column::Number).all(&reading).await?;
        let consents = consent::Entity::find().all(&reading).await?.into_iter().map(|row| row.statement).collect();
        let destroyed = destroyed::Entity::find().all(&reading).await?;
        let upkeep = upkeep::Entity::find().order_by_asc(upkeep::Column::Number).all(&reading).await?;
        let marks = Marks::read(&reading).await?;
        Ok(Signed { heads, meetings, consents, destroyed, upkeep, marks })
    }

    /// Stores a route's next key. [`StoreError::Taken`]: somebody replaced it first, or let somebody in, or signed something
    /// with the old key meanwhile, or ended the account of somebody who would get it.
    pub async fn succeed(&self, next: Succeeded<'_>) -> Result<(), StoreError> {
        let (writing, route) = (self.writing().await?, next.key.route);
        // Who signs with the old key meanwhile waits here, and then finds another one.
        let row = route_key::Entity::find_by_id(route).lock_exclusive().one(&writing).await?;
        let members = membership::Entity::find().filter(membership::Column::Route.eq(route));
        let known = introduction::Entity::find().filter(introduction::Column::Route.eq(route));
        let members = members.order_by_asc(membership::Column::AccountId).all(&writing).await?;
        let known = known.order_by_asc(introduction::Column::AccountId).all(&writing).await?;
        let renewals =
            renewal_known::Entity::find().filter(renewal_known::Column::Route.eq(route)).all(&writing).await?;
        // Who ends an account meanwhile waits here, and then counts the members that are left. He takes them in this order, too.
        let staying = account::Column::Id.is_in(next.memberships.iter().map(|row| row.account_id));
        let staying = account::Entity::find().filter(staying).order_by_asc(account::Column::Id);
        let staying = staying.lock_shared().all(&writing).await?;
        let working = staying.iter().filter(|account| !account.disabled && account.sealed_key.is_some()).count();
        let same = by_account(&members, |row| row.account_id) == by_account(next.members, |row| row.account_id)
            && by_account(&known, |row| row.account_id) == by_account(next.known, |row| row.account_id)
            && by_number(&renewals) == by_number(next.renewals)
            && working == next.memberships.len()
            && Marks::read(&writing).await? == next.signed.marks;
        if !same {
            return Err(StoreError::Taken);
        }
        next.succession.into_active_model().insert(&writing).await?;
        membership::Entity::delete_many().filter(membership::Column::Route.eq(route)).exec(&writing).await?;
        introduction::Entity::delete_many().filter(introduction::Column::Route.eq(route)).exec(&writing).await?;
        // Who waited for a second member did so under the old key, and nothing rests any more on what that one signed of members.
        admission::Entity::delete_many().filter(admission::Column::Route.eq(route)).exec(&writing).await?;
        let former = former_membership::Column::Route.eq(route);
        former_membership::Entity::delete_many().filter(former).exec(&writing).await?;
        // Grants and introductions name the keys that people have now.
        renewal_known::Entity::delete_many().filter(renewal_known::Column::Route.eq(route)).exec(&writing).await?;
        for row in next.memberships {
            row.into_active_model().insert(&writing).await?;
        }
        for row in next.introductions {
            row.into_active_model().insert(&writing).await?;
        }
        let key = next.key.into_active_model();
        match row {
            Some(_) => key.reset_all().update(&writing).await?,
            None => key.insert(&writing).await?,
        };
        Ok(writing.commit().await?)
    }

    /// Says which keys a portal seals to, in the place of what it said before.
    pub async fn announce(&self, process: &[u8], rows: Vec<announced::Model>) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let own = announced::Column::ProcessId.eq(process.to_vec());
        announced::Entity::delete_many().filter(own).exec(&writing).await?;
        for row in rows {
            row.into_active_model().insert(&writing).await?;
        }
        Ok(writing.commit().await?)
    }

    /// What portals said since a day, theirs included that stopped without a word.
    pub async fn announced(&self, since: Date) -> Result<Vec<announced::Model>, StoreError> {
        Ok(announced::Entity::find().filter(announced::Column::Day.gte(since)).all(&self.db).await?)
    }

    /// Forgets what portals said before a day.
    pub async fn forget_announced(&self, before: Date) -> Result<(), StoreError> {
        announced::Entity::delete_many().filter(announced::Column::Day.lt(before)).exec(&self.db).await?;
        Ok(())
    }
}

/// The keys of every configured route, as its configured key and stored successions prove them.
pub fn lineages(routes: &Routes, rows: &[succession::Model]) -> Lineages {
    let rows: Vec<_> = rows.iter().map(|row| (row.route, row.number, row.statement.as_str())).collect();
    Lineages::of(routes, &rows)
}

fn by_account<T>(rows: &[T], account: impl Fn(&T) -> AccountId) -> Vec<&T> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|row| account(row));
    rows
}

fn by_number(rows: &[renewal_known::Model]) -> Vec<&renewal_known::Model> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|row| (row.account_id, row.number));
    rows
}

impl Marks {
    async fn read(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let heads = head::Entity::find().select_only().columns([head::Column::SignalId, head::Column::Number]);
        let meetings = [meeting::Column::Route, meeting::Column::HeldOn, meeting::Column::Number];
        let meetings = meeting::Entity::find().select_only().columns(meetings);
        let consents = consent::Entity::find().all(db).await?;
        let destroyed = destroyed::Entity::find().select_only().column(destroyed::Column::SignalId);
        let upkeep = upkeep::Entity::find().select_only().columns([upkeep::Column::Route, upkeep::Column::Number]);
        Ok(Self {
            heads: heads.into_tuple::<(SignalId, i32)>().all(db).await?.into_iter().collect(),
            meetings: meetings.into_tuple::<(RouteName, Date, i32)>().all(db).await?.into_iter().collect(),
            consents: consents.into_iter().map(|row| (row.signal_id, row.statement)).collect(),
            destroyed: destroyed.into_tuple::<SignalId>().all(db).await?.into_iter().collect(),
            upkeep: upkeep.into_tuple::<(RouteName, i32)>().all(db).await?.into_iter().collect(),
        })
    }
}

/// Refuses what was signed with, or sealed to, a route's key that was replaced since: [`StoreError::Taken`]. It stays the newest
/// until this transaction ends.
pub(crate) async fn must_be_current(writing: &DatabaseTransaction, under: &Under) -> Result<(), StoreError> {
    if is_current(writing, under).await? { Ok(()) } else { Err(StoreError::Taken) }
}

/// Whether a route's key is still the one under which something was signed. It stays so until this transaction ends.
pub(crate) async fn is_current(writing: &DatabaseTransaction, under: &Under) -> Result<bool, StoreError> {
    route_key::Entity::find_by_id(under.route).lock_shared().one(writing).await?;
    let next = i32::try_from(under.number).unwrap_or(i32::MAX).saturating_add(1);
    Ok(succession::Entity::find_by_id((under.route, next)).count(writing).await? == 0)
}

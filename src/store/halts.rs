//! Accounts that somebody stopped, and what would open for nobody any more if an account ended.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, KeyName, RouteName, SignalId};
use entity::{account, device, halt, key_wrap, membership, renewal_known, session, signal};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{RECOVERY_HOLDER, Store, StoreError};

impl Store {
    /// Who was stopped, and by whom.
    pub async fn halts(&self) -> Result<Vec<halt::Model>, StoreError> {
        Ok(halt::Entity::find().all(&self.db).await?)
    }

    pub async fn is_halted(&self, account: AccountId) -> Result<bool, StoreError> {
        Ok(halt::Entity::find_by_id(account).one(&self.db).await?.is_some())
    }

    /// Stops an account: its sessions end, its known browsers are forgotten and nobody logs in with it; nothing is destroyed.
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
        writing.commit().await?;
        Ok(true)
    }

    /// Lets an account go on.
    pub async fn resume(&self, account: AccountId) -> Result<(), StoreError> {
        halt::Entity::delete_by_id(account).exec(&self.db).await?;
        Ok(())
    }

    /// Whether something would open for nobody who works here any more, were it not for this account.
    pub async fn opens_alone(&self, account: AccountId) -> Result<bool, StoreError> {
        opens_alone(&self.reading().await?, account).await
    }

    /// The same where a route's key is replaced, for these alone.
    pub async fn would_bury(&self, route: RouteName, stay: &[AccountId]) -> Result<bool, StoreError> {
        let readers = Readers::of(&self.reading().await?).await?;
        Ok(readers.of_route(route).any(|those| !those.is_empty() && !those.iter().any(|who| stay.contains(who))))
    }
}

pub(crate) async fn opens_alone(db: &impl ConnectionTrait, account: AccountId) -> Result<bool, StoreError> {
    let readers = Readers::of(db).await?;
    Ok(readers.0.values().any(|(_, those)| those.len() == 1 && those.contains(&account)))
}

/// Of every signal whose members have its keys one by one: its route, and those of them whose own key opens both. In them the
/// route's key opens nothing, so that nobody gives back what the last one had.
struct Readers(BTreeMap<SignalId, (RouteName, BTreeSet<AccountId>)>);

impl Readers {
    async fn of(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let openers = Openers::of(db).await?;
        let closed = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(RECOVERY_HOLDER));
        let mut epochs: BTreeMap<SignalId, i32> = BTreeMap::new();
        for wrap in closed.all(db).await? {
            let newest = epochs.entry(wrap.signal_id).or_default();
            *newest = (*newest).max(wrap.epoch);
        }
        let mut found = BTreeMap::new();
        let ids: Vec<SignalId> = epochs.keys().copied().collect();
        // A database takes some tens of thousands of values in one question.
        for some in ids.chunks(500) {
            let those = || some.iter().copied();
            let signals = signal::Entity::find().filter(signal::Column::Id.is_in(those())).all(db).await?;
            let wraps = key_wrap::Entity::find().filter(key_wrap::Column::SignalId.is_in(those())).all(db).await?;
            for signal in signals {
                let newest = epochs.get(&signal.id).copied().unwrap_or_default();
                let own = || wraps.iter().filter(|wrap| wrap.signal_id == signal.id);
                // It was closed once, and is not now.
                if own().any(|wrap| wrap.epoch > newest) {
                    continue;
                }
                let has = |who: AccountId, key: KeyName| {
                    own().any(|wrap| wrap.epoch == newest && wrap.key == key && wrap.holder == who.to_string())
                };
                let both = |who: &AccountId| has(*who, KeyName::Source) && has(*who, KeyName::Case);
                found.insert(signal.id, (signal.route, openers.of_route(signal.route).filter(both).collect()));
            }
        }
        Ok(Self(found))
    }

    fn of_route(&self, route: RouteName) -> impl Iterator<Item = &BTreeSet<AccountId>> {
        self.0.values().filter(move |(of, _)| *of == route).map(|(_, those)| those)
    }
}

/// Who opens which route: members whose account works and has the key that was let in, or one that he chose himself since.
/// Whose was stopped is among them: he has his key, and can go on.
struct Openers {
    accounts: Vec<account::Model>,
    memberships: Vec<membership::Model>,
    known: Vec<renewal_known::Model>,
}

impl Openers {
    async fn of(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let (accounts, memberships) =
            (account::Entity::find().all(db).await?, membership::Entity::find().all(db).await?);
        Ok(Self { accounts, memberships, known: renewal_known::Entity::find().all(db).await? })
    }

    fn of_route(&self, route: RouteName) -> impl Iterator<Item = AccountId> {
        let of = self.memberships.iter().filter(move |row| row.route == route && self.opens(row));
        of.map(|row| row.account_id)
    }

    fn opens(&self, row: &membership::Model) -> bool {
        let works = |account: &&account::Model| {
            account.id == row.account_id && !account.disabled && account.sealed_key.is_some()
        };
        let pair = self.accounts.iter().find(works).and_then(|account| account.pair.as_ref());
        let renewed = |pair: &str| {
            let mut of_row =
                self.known.iter().filter(|known| known.route == row.route && known.account_id == row.account_id);
            of_row.any(|known| known.statement.contains(&format!("\"after\":{pair}")))
        };
        pair.is_some_and(|pair| row.grant_text.contains(&format!("\"person\":{pair}")) || renewed(pair))
    }
}

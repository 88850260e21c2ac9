//! Who opens a signal whose members have its keys one by one. In it the route's key opens nothing: what the last of them had,
//! nobody gives back.
//!
//! That somebody has rows with its keys does not say that he opens them: they stay where he lost the key that they are sealed to,
//! and what they are sealed to, nobody sees without that key. The newest head tells: whoever seals a signal's keys to somebody
//! names him there by the key that he has. It is read here and not verified, because the store knows no configuration; who writes
//! in the database buries a signal without asking anybody.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, KeyName, RouteName, SignalId};
use entity::{account, head, key_wrap, membership, renewal, renewal_known, signal};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use seal::{Pair, Signed, VerifyKey, head::Head, role};

use crate::{RECOVERY_HOLDER, StoreError};

/// Of every signal whose members have its keys one by one, who opens it.
pub struct Readers {
    closed: Vec<Closed>,
    memberships: Vec<membership::Model>,
}

struct Closed {
    route: RouteName,
    /// Members who open it and can give it to others.
    sure: BTreeSet<AccountId>,
    /// Whoever may open it: those, guests, who left the route, and where the head cannot be read, everybody who has its keys. On
    /// nobody of these alone is counted, and nobody of them is given up.
    perhaps: BTreeSet<AccountId>,
}

/// What the newest head says of somebody who has the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Yes,
    /// Not by the key that he has: he waits for what he had, and nothing opens for him.
    No,
    /// It cannot be read, or is of other keys.
    Unknown,
}

impl Readers {
    pub async fn of(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let openers = Openers::of(db).await?;
        let people = Person::all(db, &openers.accounts).await?;
        let wraps = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(RECOVERY_HOLDER));
        let mut epochs: BTreeMap<SignalId, i32> = BTreeMap::new();
        for wrap in wraps.all(db).await? {
            let newest = epochs.entry(wrap.signal_id).or_default();
            *newest = (*newest).max(wrap.epoch);
        }
        let mut closed = Vec::new();
        let ids: Vec<SignalId> = epochs.keys().copied().collect();
        // A database takes some tens of thousands of values in one question.
        for some in ids.chunks(500) {
            let those = || some.iter().copied();
            let signals = signal::Entity::find().filter(signal::Column::Id.is_in(those())).all(db).await?;
            let wraps = key_wrap::Entity::find().filter(key_wrap::Column::SignalId.is_in(those())).all(db).await?;
            let heads = head::Entity::find().filter(head::Column::SignalId.is_in(those()));
            let heads = heads.order_by_asc(head::Column::Number).all(db).await?;
            // The last of each stays.
            let heads: BTreeMap<_, _> = heads.into_iter().map(|head| (head.signal_id, head.statement)).collect();
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
                let head = heads.get(&signal.id).and_then(|text| Signed::<Head>::parse(text.clone()).claims().ok());
                let head = head.filter(|head| i32::try_from(head.epoch) == Ok(newest));
                let both = people.iter().filter(|who| has(who.id, KeyName::Source) && has(who.id, KeyName::Case));
                let said: Vec<_> = both.map(|who| (who.id, who.is_named(head.as_ref()))).collect();
                let members: BTreeSet<_> = openers.of_route(signal.route).collect();
                let perhaps = said.iter().filter(|(_, named)| *named != Named::No).map(|(id, _)| *id).collect();
                let sure = said.iter().filter(|(id, named)| *named == Named::Yes && members.contains(id));
                closed.push(Closed { route: signal.route, sure: sure.map(|(id, _)| *id).collect(), perhaps });
            }
        }
        Ok(Self { closed, memberships: openers.memberships })
    }

    /// Whether something may open for somebody, and surely for no other.
    pub fn may_open_alone(&self, account: AccountId) -> bool {
        self.closed.iter().any(|of| of.perhaps.contains(&account) && of.sure.iter().all(|who| *who == account))
    }

    /// Whether a route's members who leave may open something that surely opens for nobody who stays.
    pub fn may_be_buried(&self, route: RouteName, stay: &[AccountId]) -> bool {
        let is_member =
            |who: &AccountId| self.memberships.iter().any(|row| row.route == route && row.account_id == *who);
        let leaves = |who: &AccountId| is_member(who) && !stay.contains(who);
        let mut of_route = self.closed.iter().filter(|of| of.route == route);
        of_route.any(|of| of.perhaps.iter().any(leaves) && !of.sure.iter().any(|who| stay.contains(who)))
    }
}

/// Somebody whose account works.
struct Person {
    id: AccountId,
    /// The key that he has, and those that he changed himself until it was this one: what was sealed to them he sealed to the
    /// next. None where his row is not to be read.
    keys: Option<Vec<VerifyKey<role::Author>>>,
}

impl Person {
    async fn all(db: &impl ConnectionTrait, accounts: &[account::Model]) -> Result<Vec<Self>, StoreError> {
        let said = renewal::Entity::find().all(db).await?;
        let said = said.iter().filter_map(|row| seal::renewal::verify(&row.statement).ok());
        let said: Vec<_> = said.map(seal::Verified::into_inner).collect();
        let working = accounts.iter().filter(|account| !account.disabled && account.sealed_key.is_some());
        let person = |account: &account::Model| {
            let pair = account.pair.as_ref().and_then(|pair| pair.parse::<Pair>().ok());
            let mut keys: Vec<_> = pair.iter().map(|pair| pair.verify.author()).collect();
            let mut at = 0;
            while let Some(key) = keys.get(at).cloned() {
                let own = said.iter().filter(|said| said.account == account.id && said.after.verify.author() == key);
                let before: Vec<_> =
                    own.map(|said| said.before.verify.author()).filter(|key| !keys.contains(key)).collect();
                keys.extend(before);
                at += 1;
            }
            Self { id: account.id, keys: pair.map(|_| keys) }
        };
        Ok(working.map(person).collect())
    }

    fn is_named(&self, head: Option<&Head>) -> Named {
        match (head, &self.keys) {
            (Some(head), Some(keys)) if keys.iter().any(|key| head.names(key)) => Named::Yes,
            (Some(_), Some(_)) => Named::No,
            _ => Named::Unknown,
        }
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

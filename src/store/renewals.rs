//! A person's new key in the place of his old one.

use domain::{AccountId, Kenmerk, RouteName, SignalId};
use entity::{
    account, calendar_feed, device, head, key_wrap, membership, notebook, renewal, renewal_known, session, signal,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};

use crate::{
    Store, StoreError,
    accounts::PersonalKey,
    succession::{Under, must_be_current},
};

/// A row that was sealed to the old key, and the same sealed to the new one.
pub struct Resealed<M> {
    pub before: M,
    pub sealed: Vec<u8>,
}

/// All that changes with a person's key, at once.
pub struct Renewed {
    /// His account as it was read: where it is another by now, nothing is done.
    pub before: account::Model,
    pub key: PersonalKey,
    /// What the old key says of the new one; `None` where the key stays and only what guards it changes.
    pub renewal: Option<renewal::Model>,
    /// The same, for each route whose key he holds.
    pub known: Vec<renewal_known::Model>,
    /// The keys of these routes: what they signed and what is sealed again rests on them.
    pub under: Vec<Under>,
    pub memberships: Vec<Resealed<membership::Model>>,
    pub wraps: Vec<Resealed<key_wrap::Model>>,
    /// His notebook, a version later.
    pub notebook: Option<notebook::Model>,
    /// The session he goes on in; every other one ends.
    pub session: session::Model,
}

impl Store {
    /// Puts a new key in the place of the old one, in one transaction. [`StoreError::Taken`]: something of it changed since it
    /// was read; nothing was done.
    pub async fn renew(&self, renewed: Renewed) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        // Before anything of the account is held: who replaces a route's key holds that one first, too.
        for under in &renewed.under {
            must_be_current(&writing, under).await?;
        }
        let id = renewed.before.id;
        let same = account::Column::Id
            .eq(id)
            .and(account::Column::Disabled.eq(false))
            .and(account::Column::SealedKey.eq(renewed.before.sealed_key));
        let done = account::Entity::update_many()
            .col_expr(account::Column::Pair, Expr::value(renewed.key.pair))
            .col_expr(account::Column::SealedKey, Expr::value(renewed.key.sealed))
            .filter(same)
            .exec(&writing)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Taken);
        }
        for membership in renewed.memberships {
            reseal_membership(&writing, membership).await?;
        }
        for wrap in renewed.wraps {
            reseal_wrap(&writing, wrap).await?;
        }
        if let Some(next) = renewed.notebook {
            let before = notebook::Column::AccountId.eq(id).and(notebook::Column::Version.eq(next.version - 1));
            let done = notebook::Entity::update_many()
                .col_expr(notebook::Column::Version, Expr::value(next.version))
                .col_expr(notebook::Column::Sealed, Expr::value(next.sealed))
                .filter(before)
                .exec(&writing)
                .await?;
            if done.rows_affected != 1 {
                return Err(StoreError::Taken);
            }
        }
        if let Some(renewal) = renewed.renewal {
            renewal::Entity::insert(renewal.into_active_model()).exec_without_returning(&writing).await?;
        }
        for known in renewed.known {
            renewal_known::Entity::insert(known.into_active_model()).exec_without_returning(&writing).await?;
        }
        // The rows stay for what is being typed there; no key of theirs does.
        session::Entity::update_many()
            .col_expr(session::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .filter(session::Column::AccountId.eq(id))
            .exec(&writing)
            .await?;
        device::Entity::delete_many().filter(device::Column::AccountId.eq(id)).exec(&writing).await?;
        calendar_feed::Entity::delete_by_id(id).exec(&writing).await?;
        session::Entity::insert(renewed.session.into_active_model()).exec_without_returning(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// What a person said of his keys, the first first.
    pub async fn renewals_of(&self, account: AccountId) -> Result<Vec<renewal::Model>, StoreError> {
        let own = renewal::Entity::find().filter(renewal::Column::AccountId.eq(account));
        let mut own = own.all(&self.db).await?;
        own.sort_by_key(|row| row.number);
        Ok(own)
    }

    /// Keeps that a route's members know somebody's new keys. [`StoreError::Taken`]: a row of one of them is there already, or the
    /// route's key that signed this was replaced.
    pub async fn know_renewals(&self, rows: Vec<renewal_known::Model>, under: &Under) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        must_be_current(&writing, under).await?;
        for row in rows {
            renewal_known::Entity::insert(row.into_active_model()).exec_without_returning(&writing).await?;
        }
        Ok(writing.commit().await?)
    }

    /// Signals of a route of which a head names one of these verifying keys.
    pub async fn named_in_heads(&self, route: RouteName, keys: &[String]) -> Result<Vec<Kenmerk>, StoreError> {
        let named = keys.iter().fold(Condition::any(), |any, key| any.add(head::Column::Statement.contains(key)));
        let of = head::Entity::find().select_only().column(head::Column::SignalId).distinct().filter(named);
        let named: Vec<SignalId> = of.into_tuple().all(&self.db).await?;
        let signals = signal::Entity::find().filter(signal::Column::Route.eq(route));
        let signals = signals.filter(signal::Column::Id.is_in(named)).order_by_asc(signal::Column::Kenmerk);
        Ok(signals.all(&self.db).await?.into_iter().map(|signal| signal.kenmerk).collect())
    }

    /// Every key of a signal that is sealed to one person.
    pub async fn wraps_of(&self, account: AccountId) -> Result<Vec<key_wrap::Model>, StoreError> {
        let held = key_wrap::Entity::find().filter(key_wrap::Column::Holder.eq(account.to_string()));
        Ok(held.all(&self.db).await?)
    }

    /// Every route's key that is sealed to one person.
    pub async fn memberships_of(&self, account: AccountId) -> Result<Vec<membership::Model>, StoreError> {
        let held = membership::Entity::find().filter(membership::Column::AccountId.eq(account));
        Ok(held.all(&self.db).await?)
    }
}

async fn reseal_membership(
    writing: &impl ConnectionTrait,
    Resealed { before, sealed }: Resealed<membership::Model>,
) -> Result<(), StoreError> {
    let (route, account): (RouteName, AccountId) = (before.route, before.account_id);
    let this = membership::Column::Route.eq(route).and(membership::Column::AccountId.eq(account));
    let done = membership::Entity::update_many()
        .col_expr(membership::Column::Sealed, Expr::value(sealed))
        .filter(this.and(membership::Column::Sealed.eq(before.sealed)))
        .exec(writing)
        .await?;
    // Another key of the route was given to him in between, or taken from him.
    if done.rows_affected == 1 { Ok(()) } else { Err(StoreError::Taken) }
}

/// A wrap that is gone by now was taken from him: it is not brought back.
async fn reseal_wrap(
    writing: &impl ConnectionTrait,
    Resealed { before, sealed }: Resealed<key_wrap::Model>,
) -> Result<(), StoreError> {
    let this = key_wrap::Column::SignalId
        .eq(before.signal_id)
        .and(key_wrap::Column::Epoch.eq(before.epoch))
        .and(key_wrap::Column::Key.eq(before.key))
        .and(key_wrap::Column::Holder.eq(before.holder));
    key_wrap::Entity::update_many()
        .col_expr(key_wrap::Column::Sealed, Expr::value(sealed))
        .filter(this.and(key_wrap::Column::Sealed.eq(before.sealed)))
        .exec(writing)
        .await?;
    Ok(())
}

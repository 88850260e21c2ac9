//! Accounts of the desk.

use chrono::{DateTime, Utc};
use domain::{AccountId, RouteName};
use entity::{account, calendar_feed, device, halt, login, membership, notebook, renewal_known, route_key, session};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};

use seal::{Pair, VerifyKey, grant, renewal, role};

use crate::{Store, StoreError, halts::opens_alone};

/// A person's key, as it is stored once a password was chosen.
pub struct PersonalKey {
    /// Both public halves, tied together by the person: JSON.
    pub pair: String,
    pub sealed: Vec<u8>,
}

impl Store {
    /// Adds an account. [`StoreError::Taken`]: the name is in use.
    pub async fn add_account(&self, account: account::Model) -> Result<(), StoreError> {
        account.into_active_model().insert(&self.db).await?;
        Ok(())
    }

    pub async fn accounts(&self) -> Result<Vec<account::Model>, StoreError> {
        Ok(account::Entity::find().order_by_asc(account::Column::Name).all(&self.db).await?)
    }

    pub async fn account(&self, id: AccountId) -> Result<Option<account::Model>, StoreError> {
        Ok(account::Entity::find_by_id(id).one(&self.db).await?)
    }

    pub async fn account_by_name(&self, name: &str) -> Result<Option<account::Model>, StoreError> {
        Ok(account::Entity::find().filter(account::Column::Name.eq(name)).one(&self.db).await?)
    }

    /// The account that an invitation belongs to, if it still works.
    pub async fn invited(&self, invitation: &[u8], now: DateTime<Utc>) -> Result<Option<account::Model>, StoreError> {
        let found = account::Entity::find()
            .filter(account::Column::Invitation.eq(invitation.to_vec()))
            .filter(account::Column::InvitedUntil.gt(now))
            .filter(account::Column::Disabled.eq(false));
        Ok(found.one(&self.db).await?)
    }

    /// Gives an invited account its key and its first notebook, and uses the invitation up. [`StoreError::Taken`]: it
    /// was used already.
    pub async fn accept_invitation(
        &self,
        invitation: &[u8],
        key: PersonalKey,
        first: notebook::Model,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        let done = account::Entity::update_many()
            .col_expr(account::Column::Pair, Expr::value(key.pair))
            .col_expr(account::Column::SealedKey, Expr::value(key.sealed))
            .col_expr(account::Column::Invitation, Expr::value(None::<Vec<u8>>))
            .col_expr(account::Column::InvitedUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(account::Column::Invitation.eq(invitation.to_vec()))
            .exec(&writing)
            .await?;
        if done.rows_affected != 1 {
            return Err(StoreError::Taken);
        }
        // Whoever had a key before cannot open the notebook that was sealed to it.
        notebook::Entity::delete_by_id(first.account_id).exec(&writing).await?;
        first.into_active_model().insert(&writing).await?;
        Ok(writing.commit().await?)
    }

    /// Takes a person's key away and gives him a new invitation: his password or his telephone is lost. His sessions end at
    /// once. `disabled`: whether it is somebody whose account was disabled, who comes back so. `false`: there is no such account, or
    /// somebody stopped it, who then is asked first; or something may open for nobody else ([`Store::opens_alone`]).
    pub async fn reset_account(
        &self,
        name: &str,
        disabled: bool,
        invitation: Vec<u8>,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.reset((name, disabled), invitation, until, false).await
    }

    /// The same, even where something then opens for nobody who works here: what he forgot is gone anyhow.
    pub async fn reset_unreadable(
        &self,
        name: &str,
        invitation: Vec<u8>,
        until: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        self.reset((name, false), invitation, until, true).await
    }

    async fn reset(
        &self,
        (name, disabled): (&str, bool),
        invitation: Vec<u8>,
        until: DateTime<Utc>,
        even_alone: bool,
    ) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        let accounts = account::Entity::find().order_by_asc(account::Column::Id).lock_exclusive().all(&writing).await?;
        let found = accounts.into_iter().find(|account| account.name == name && account.disabled == disabled);
        let Some(account) = found else { return Ok(false) };
        // Of a disabled one the key is gone already.
        let halted = halt::Entity::find_by_id(account.id).lock_exclusive().one(&writing).await?;
        if !disabled && (halted.is_some() || !even_alone && opens_alone(&writing, account.id).await?) {
            return Ok(false);
        }
        session::Entity::delete_many().filter(session::Column::AccountId.eq(account.id)).exec(&writing).await?;
        device::Entity::delete_many().filter(device::Column::AccountId.eq(account.id)).exec(&writing).await?;
        calendar_feed::Entity::delete_by_id(account.id).exec(&writing).await?;
        login::Entity::delete_by_id(account.id.0.as_bytes().to_vec()).exec(&writing).await?;
        halt::Entity::delete_by_id(account.id).exec(&writing).await?;
        let mut row = account.into_active_model();
        row.disabled = Set(false);
        row.invitation = Set(Some(invitation));
        row.invited_until = Set(Some(until));
        row.pair = Set(None);
        row.sealed_key = Set(None);
        row.update(&writing).await?;
        writing.commit().await?;
        Ok(true)
    }

    /// A route that nobody but this account can open any more. Of its members those are counted whose account is active and has
    /// the key that was let in, or one that he chose himself since: who got a new one otherwise opens nothing before a colleague
    /// gave it back.
    pub async fn sole_member_of(&self, name: &str) -> Result<Option<RouteName>, StoreError> {
        sole_member(&self.db, name).await
    }

    /// Disables an account, ends its sessions at once and destroys its sealed key: a column that somebody turns back
    /// brings nobody back. `false`: there is no such account, or nobody else can open a route of his, or something beside
    /// ([`Store::opens_alone`]). Two members who disable each other at once leave one.
    pub async fn disable_account(&self, name: &str) -> Result<bool, StoreError> {
        self.disable(name, By::Operator { even_alone: false }).await
    }

    /// The same by who is logged in at the desk. `takes_two`: only while it is stopped, by another than he. `false` also where he was
    /// stopped or disabled himself meanwhile.
    pub async fn disable_by(&self, name: &str, by: AccountId, takes_two: bool) -> Result<bool, StoreError> {
        self.disable(name, By::Officer { by, takes_two }).await
    }

    /// The same, even where something then opens for nobody who works here: the operator's last resort, where somebody left with
    /// the keys of a route, which else would not be replaced without him.
    pub async fn disable_unreadable(&self, name: &str) -> Result<bool, StoreError> {
        self.disable(name, By::Operator { even_alone: true }).await
    }

    async fn disable(&self, name: &str, who: By) -> Result<bool, StoreError> {
        let writing = self.writing().await?;
        // Whoever else is disabling or stopping somebody waits here (SQLite lets one write at a time anyhow), and who lets somebody
        // go on at the halts.
        let accounts = account::Entity::find().order_by_asc(account::Column::Id).lock_exclusive().all(&writing).await?;
        let halts = halt::Entity::find().order_by_asc(halt::Column::AccountId).lock_exclusive().all(&writing).await?;
        let Some(account) = accounts.iter().find(|account| account.name == name).cloned() else { return Ok(false) };
        if let By::Officer { by, takes_two } = who {
            let works = accounts.iter().any(|other| other.id == by && !other.disabled);
            let is_halted = halts.iter().any(|halt| halt.account_id == by);
            let first = halts.iter().any(|halt| halt.account_id == account.id && halt.by_id != by);
            if !works || is_halted || takes_two && !first {
                return Ok(false);
            }
        }
        let even_alone = matches!(who, By::Operator { even_alone: true });
        if sole_member(&writing, name).await?.is_some() || !even_alone && opens_alone(&writing, account.id).await? {
            return Ok(false);
        }
        halt::Entity::delete_by_id(account.id).exec(&writing).await?;
        let ended = session::Column::AccountId.eq(account.id);
        session::Entity::delete_many().filter(ended).exec(&writing).await?;
        device::Entity::delete_many().filter(device::Column::AccountId.eq(account.id)).exec(&writing).await?;
        calendar_feed::Entity::delete_by_id(account.id).exec(&writing).await?;
        let mut row = account.into_active_model();
        row.disabled = Set(true);
        row.invitation = Set(None);
        row.sealed_key = Set(None);
        row.update(&writing).await?;
        writing.commit().await?;
        Ok(true)
    }
}

/// Who ends an account.
#[derive(Clone, Copy)]
enum By {
    Operator { even_alone: bool },
    Officer { by: AccountId, takes_two: bool },
}

async fn sole_member(db: &impl ConnectionTrait, name: &str) -> Result<Option<RouteName>, StoreError> {
    let accounts = account::Entity::find().all(db).await?;
    let (memberships, known) =
        (membership::Entity::find().all(db).await?, renewal_known::Entity::find().all(db).await?);
    let Some(own) = accounts.iter().find(|account| account.name == name && !account.disabled) else {
        return Ok(None);
    };
    let active =
        |id: AccountId| accounts.iter().any(|a| a.id == id && a.id != own.id && !a.disabled && a.sealed_key.is_some());
    let his = memberships.iter().filter(|row| row.account_id == own.id).map(|row| row.route);
    let pair = |id: AccountId| {
        let account = accounts.iter().find(|account| account.id == id)?;
        account.pair.as_ref()?.parse::<Pair>().ok()
    };
    // By the key that the route has now: what was signed with one before it opens nothing. A row that names another key makes
    // nobody count, and then nobody's account ends.
    let keys = route_key::Entity::find().all(db).await?;
    let key = |route: RouteName| {
        let row = keys.iter().find(|row| row.route == route)?;
        row.verify.parse::<VerifyKey<role::Route>>().ok()
    };
    let opens = |row: &membership::Model| {
        let (Some(key), Some(pair)) = (key(row.route), pair(row.account_id)) else { return false };
        let Ok(grant) = grant::verify(&row.grant_text, row.route, &key) else { return false };
        let of_row = known.iter().filter(|known| known.route == row.route && known.account_id == row.account_id);
        let renewals = of_row.filter_map(|known| renewal::verify_confirmed(&known.statement, &key).ok());
        let renewals: Vec<_> = renewals.map(seal::Verified::into_inner).collect();
        renewal::followed(grant, &renewals).person == pair
    };
    let sole =
        |route: &RouteName| !memberships.iter().any(|row| row.route == *route && active(row.account_id) && opens(row));
    Ok(his.into_iter().find(sole))
}

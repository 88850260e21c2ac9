//! Accounts that still work: to whoever's was disabled nothing is given, and he sits at no table.

use std::collections::BTreeSet;

use domain::AccountId;
use store::{Store, StoreError};

pub struct Working(BTreeSet<AccountId>);

impl Working {
    pub async fn read(store: &Store) -> Result<Self, StoreError> {
        let accounts = store.accounts().await?;
        Ok(Self(accounts.into_iter().filter(|known| !known.disabled).map(|known| known.id).collect()))
    }

    pub fn has(&self, account: AccountId) -> bool {
        self.0.contains(&account)
    }
}

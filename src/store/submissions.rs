//! A new signal comes in.

use chrono::NaiveDate;
use entity::{key_wrap, receipt, signal};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::{
    Store, StoreError,
    items::{NewFile, NewItem},
};

/// Days that a receipt is kept: in that time a form that is sent again is known.
pub const RECEIPT_DAYS: u64 = 30;

/// All that a sent report leaves behind.
pub struct Submission {
    pub signal: signal::Model,
    pub report: NewItem,
    /// The intake key, wrapped to the route.
    pub wrap: key_wrap::Model,
    /// Files that go along: kept in the storage before this is stored.
    pub files: Vec<NewFile>,
    pub receipt: receipt::Model,
}

impl Store {
    /// Stores a new signal whole, or nothing of it. [`StoreError::Taken`]: this form was sent before (or, all but
    /// impossibly, a random kenmerk or pickup code came up twice).
    pub async fn submit(&self, submission: Submission) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        submission.receipt.into_active_model().insert(&writing).await?;
        submission.signal.into_active_model().insert(&writing).await?;
        submission.report.model().into_active_model().insert(&writing).await?;
        submission.wrap.into_active_model().insert(&writing).await?;
        for file in submission.files {
            file.model().into_active_model().insert(&writing).await?;
        }
        Ok(writing.commit().await?)
    }

    /// The sealed receipt of a form that was sent before.
    pub async fn receipt(&self, tag: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let row = receipt::Entity::find_by_id(tag.to_vec()).one(&self.db).await?;
        Ok(row.map(|row| row.sealed))
    }

    /// Deletes receipts that nobody will ask for again.
    pub async fn forget_receipts(&self, today: NaiveDate) -> Result<u64, StoreError> {
        let Some(oldest) = today.checked_sub_days(chrono::Days::new(RECEIPT_DAYS)) else { return Ok(0) };
        let over = receipt::Column::ReceivedOn.lt(oldest);
        Ok(receipt::Entity::delete_many().filter(over).exec(&self.db).await?.rows_affected)
    }
}

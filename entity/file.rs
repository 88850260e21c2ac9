//! A sealed file that came with a signal: that it is kept, and how large its bucket is. Its bytes are in the storage.

use domain::{FileId, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub signal_id: SignalId,
    /// The epoch of the item that lists it: which key opens it.
    pub epoch: i32,
    /// Bytes of the sealed file: one of the buckets.
    pub size: i64,
    pub added_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A sealed item, with its place in the clear.

use domain::{ItemId, Kind, Side, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ItemId,
    pub signal_id: SignalId,
    pub side: Side,
    pub number: i32,
    pub kind: Kind,
    pub epoch: i32,
    pub added_on: Date,
    pub sealed: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

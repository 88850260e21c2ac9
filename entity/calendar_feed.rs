//! The secret address at which a program fetches somebody's meetings.

use domain::AccountId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// SHA-256 of what stands in the address.
    #[sea_orm(unique)]
    pub lookup: Vec<u8>,
    pub made_on: Date,
    /// The last day on which it was fetched: that is in the log, once a day.
    pub fetched_on: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

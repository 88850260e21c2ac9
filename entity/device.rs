//! A browser in which somebody logged in before: his wait is his own, whatever others try elsewhere.

use domain::AccountId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "device")]
pub struct Model {
    /// SHA-256 of what stands in the browser's cookie.
    #[sea_orm(primary_key, auto_increment = false)]
    pub lookup: Vec<u8>,
    pub account_id: AccountId,
    pub used_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A route's private half sealed to one member, with the signed grant that let him in.

use domain::{AccountId, RouteName};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Text")]
    pub grant_text: String,
    /// What the grant's basis asks for beside it: a second member's confirmation, or the record of who used the recovery key.
    #[sea_orm(column_type = "Text", nullable)]
    pub confirmation: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

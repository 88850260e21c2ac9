//! What let a member in before he got another key. It opens nothing any more; whom he let in and confirmed with that key rests
//! on it.

use domain::{AccountId, RouteName};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "former_membership")]
pub struct Model {
    /// Of the grant, in hexadecimal.
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    pub route: RouteName,
    pub account_id: AccountId,
    #[sea_orm(column_type = "Text")]
    pub grant_text: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub confirmation: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

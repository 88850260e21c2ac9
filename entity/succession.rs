//! A route's key replaced by another: the signed statement, and the way back to the old key.

use domain::RouteName;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "succession")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    /// Of the new key: 2 for a route's second.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    #[sea_orm(column_type = "Text")]
    pub statement: String,
    /// The old key's private half, sealed to the new key.
    pub sealed: Vec<u8>,
    /// The same, sealed to the recovery recipient.
    pub recovery: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

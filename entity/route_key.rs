//! A route's public halves, and its private half sealed to the recovery recipient.

use domain::RouteName;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "route_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    pub encrypt: String,
    pub verify: String,
    pub recovery: Vec<u8>,
    /// The signed statement that says to which recipient; none where it was sealed before there were such statements.
    #[sea_orm(column_type = "Text", nullable)]
    pub sealed_to: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

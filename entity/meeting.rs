//! One version of a meeting, sealed to its route and to who was invited by then. In the clear: that a route meets on a day,
//! and how often it was written.

use domain::RouteName;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    #[sea_orm(primary_key, auto_increment = false)]
    pub held_on: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub sealed: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

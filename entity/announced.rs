//! Which key a running portal seals a route's signals to, as it says itself: nothing is sealed to it because it stands here.

use domain::RouteName;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "announced")]
pub struct Model {
    /// Random, made anew each time a portal starts.
    #[sea_orm(primary_key, auto_increment = false)]
    pub process_id: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    pub encrypt: String,
    pub verify: String,
    pub day: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

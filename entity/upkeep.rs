//! What a member said of his route: that he looked through who may open what, or who replaces whom. Signed; never changed.

use domain::RouteName;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upkeep")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub route: RouteName,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// The signed statement.
    #[sea_orm(column_type = "Text")]
    pub statement: String,
    /// The answers of a review, sealed to the route.
    pub sealed: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! One line of the log. All of it is in the clear: there is nothing in it of what a signal says, nor of what a reporter did.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "log")]
pub struct Model {
    /// Counted, as the only one here: staff may be seen in their order.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// Seconds since the Unix epoch.
    pub at: i64,
    pub action: String,
    pub object: String,
    pub outcome: String,
    pub origin: String,
    pub account: String,
    pub actor: String,
    pub begun: i64,
    pub previous: String,
    pub digest: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

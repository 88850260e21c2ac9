//! How the canary fares: one row, shared by every copy of the desk. Nothing in it is a reporter's.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "canary")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// The last day on which it came through.
    pub succeeded_on: Option<Date>,
    /// Since when it does not.
    pub failing_since: Option<Date>,
    /// The link that broke, by its label in [`domain::canary::Link`].
    pub broken: Option<String>,
    /// Before this nobody sends another: while one is on its way, and for an hour after one that failed.
    pub next_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

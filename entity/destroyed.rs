//! The one line that is left of a destroyed signal (rule R14): which, when, on what ground, how.

use domain::{Kenmerk, RouteName, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "destroyed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub signal_id: SignalId,
    pub kenmerk: Kenmerk,
    pub route: RouteName,
    pub destroyed_on: Date,
    /// What both members signed: ground, manner, and the number in the selection list stand in it.
    pub statement: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

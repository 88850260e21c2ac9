//! That somebody is invited to a meeting, as his calendar was told: when, and nothing of what it is about. Programs that fetch
//! a calendar hold no key, so this is in the clear: who meets when.

use domain::{AccountId, MeetingId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    /// The same on whatever day it is held.
    #[sea_orm(primary_key, auto_increment = false)]
    pub meeting_id: MeetingId,
    /// How often something of it changed for this person (RFC 5545, 3.8.7.4).
    pub sequence: i32,
    pub held_on: Date,
    /// Minutes of a Dutch day; both or none.
    pub begins: Option<i32>,
    pub ends: Option<i32>,
    /// It is not held, or he is not invited any more.
    pub called_off: bool,
    /// The day of its last change.
    pub changed_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What was tried at the login page: counted by known browser, or by the place of the name that was typed, whether or not
//! somebody has it; and kept for an account, to tell its person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "login")]
pub struct Model {
    /// An account's id (16 bytes), a known browser's lookup (32), or the place of a name (two bytes of its SHA-256).
    #[sea_orm(primary_key, auto_increment = false)]
    pub who: Vec<u8>,
    /// Attempts since the last success, and until when none is looked at.
    pub failures: i32,
    pub wait_until: Option<DateTimeUtc>,
    /// Failed attempts that the person was not told of yet, and the last of them (in a place: the last attempt).
    pub unseen: i32,
    pub failed_at: Option<DateTimeUtc>,
    /// The step of the last code that was used: none is used twice.
    pub last_step: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! What was tried at the login page, by account, by known browser, or for names that nobody has.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "login")]
pub struct Model {
    /// An account's id (16 bytes), a known browser's lookup (32), or one byte of a name that nobody has.
    #[sea_orm(primary_key, auto_increment = false)]
    pub who: Vec<u8>,
    /// Attempts since the last success, and until when none is looked at.
    pub failures: i32,
    pub wait_until: Option<DateTimeUtc>,
    /// Failed attempts that the person was not told of yet, and the last of them.
    pub unseen: i32,
    pub failed_at: Option<DateTimeUtc>,
    /// The step of the last code that was used: none is used twice.
    pub last_step: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A desk session: the personal key sealed with the officer's cookie.

use domain::AccountId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub lookup: Vec<u8>,
    pub account_id: AccountId,
    /// Empty once the session is over: the row stays for a while, so that what was typed in it finds its way back to the
    /// same person.
    pub sealed: Vec<u8>,
    pub made_at: DateTimeUtc,
    pub used_at: DateTimeUtc,
    /// When the password was last typed in this session, and the session's own word for it.
    pub proved_at: Option<DateTimeUtc>,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

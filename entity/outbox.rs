//! A mail that waits to be delivered, or what became of it. What it said is wiped once it is gone.

use domain::mail::MailState;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    /// What makes it this mail and no other: its occasion and its reader. Written a second time it is the same mail.
    #[sea_orm(primary_key, auto_increment = false)]
    pub once: String,
    pub recipient: String,
    pub message: Option<Vec<u8>>,
    pub state: MailState,
    pub attempts: i32,
    /// From when on it may be tried; where one is trying, until when it is his.
    pub until: DateTimeUtc,
    /// Why it waits still, in the words of the desk.
    pub why: Option<String>,
    pub written_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

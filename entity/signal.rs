//! A signal: what queues and clocks need, and the mailbox's statement of its keys.

use domain::{Kenmerk, RouteName, SignalId, status::PublicStatus, term::TermCode};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SignalId,
    #[sea_orm(unique)]
    pub kenmerk: Kenmerk,
    pub route: RouteName,
    /// A date: no time of day is kept of anything a reporter did.
    pub received_on: Date,
    pub standing: PublicStatus,
    /// The term that runs, if any, and its last day.
    pub term: Option<TermCode>,
    pub due: Option<Date>,
    /// HKDF of the pickup code; finds, opens nothing.
    #[sea_orm(unique)]
    pub lookup: Vec<u8>,
    /// The signed intake statement (public halves only).
    #[sea_orm(column_type = "Text")]
    pub intake: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

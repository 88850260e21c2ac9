//! A request for the name in a signal's envelope. In the clear: of which signal, and whether it was decided.

use domain::{RevealId, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reveal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RevealId,
    pub signal_id: SignalId,
    /// Sealed to the bewaarders' route.
    pub request: Vec<u8>,
    /// Sealed to the signal's case key and the bewaarders' route.
    pub decision: Option<Vec<u8>>,
    /// Sealed to who asked, where it was granted.
    pub name: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

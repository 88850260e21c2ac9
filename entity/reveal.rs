//! A request for the name in a signal's envelope. In the clear: of which signal, whether it was decided, and how
//! far the envelope is.

use domain::{RevealId, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reveal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RevealId,
    pub signal_id: SignalId,
    /// Sealed to the bewaarders who may decide it.
    pub request: Vec<u8>,
    /// Sealed to the signal's case key and to the same bewaarders.
    pub decision: Option<Vec<u8>>,
    /// The envelope, sealed to the bewaarder who said yes.
    pub given: Option<Vec<u8>>,
    /// What he signed of the envelope that he opened, sealed to the case key.
    pub opened: Option<Vec<u8>>,
    /// What was in it, sealed to who asked.
    pub name: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

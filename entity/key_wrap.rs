//! A signal's private key, sealed to one holder.

use domain::{KeyName, SignalId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_wrap")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub signal_id: SignalId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub epoch: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: KeyName,
    /// A route, `bron` (whoever holds the source key of the next epoch), or an account id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub holder: String,
    pub sealed: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

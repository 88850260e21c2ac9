//! A person at the desk. No password hash: the personal key itself is sealed with the password.

use domain::{AccountId, RouteName};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// Login name, lower case.
    #[sea_orm(unique)]
    pub name: String,
    pub function: String,
    /// The route whose members are expected to let this person in; opens nothing by itself.
    pub route: Option<RouteName>,
    pub disabled: bool,
    /// SHA-256 of an unused invitation, and until when it works.
    pub invitation: Option<Vec<u8>>,
    pub invited_until: Option<DateTimeUtc>,
    /// Public halves that the person tied together himself, as JSON, and his sealed private half: once he chose a password.
    pub pair: Option<String>,
    pub sealed_key: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

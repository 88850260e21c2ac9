//! Colleagues of other teams whose key a route's members know.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut introduction = Table::create()
            .table("introduction")
            .col(string("route"))
            .col(uuid("account_id"))
            .col(text("statement"))
            .primary_key(Index::create().col("route").col("account_id"))
            .foreign_key(&mut ForeignKey::create().from("introduction", "account_id").to("account", "id").to_owned())
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            introduction.extra("WITHOUT ROWID");
        }
        manager.create_table(introduction).await?;
        // Signals are looked for by who holds a key of theirs.
        let holders = Index::create().name("key_wrap_holder").table("key_wrap").col("holder").to_owned();
        manager.create_index(holders).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("key_wrap_holder").table("key_wrap").to_owned()).await?;
        manager.drop_table(Table::drop().table("introduction").to_owned()).await
    }
}

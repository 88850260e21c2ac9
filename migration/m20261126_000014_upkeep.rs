//! The yearly review of rights, and who replaces whom: one chain of signed statements a route.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut upkeep = Table::create()
            .table("upkeep")
            .col(string("route"))
            .col(integer("number"))
            .col(text("statement"))
            .col(blob_null("sealed"))
            .primary_key(Index::create().col("route").col("number"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            upkeep.extra("WITHOUT ROWID");
        }
        manager.create_table(upkeep).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("upkeep").to_owned()).await
    }
}

//! Keys of a route that were replaced, and what running portals say that they seal to.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut succession = Table::create()
            .table("succession")
            .col(string("route"))
            .col(integer("number"))
            .col(text("statement"))
            .col(blob("sealed"))
            .col(blob("recovery"))
            .primary_key(Index::create().col("route").col("number"))
            .to_owned();
        let mut announced = Table::create()
            .table("announced")
            .col(blob("process_id"))
            .col(string("route"))
            .col(string("encrypt"))
            .col(string("verify"))
            .col(date("day"))
            .primary_key(Index::create().col("process_id").col("route"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            succession.extra("WITHOUT ROWID");
            announced.extra("WITHOUT ROWID");
        }
        manager.create_table(succession).await?;
        manager.create_table(announced).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("announced").to_owned()).await?;
        manager.drop_table(Table::drop().table("succession").to_owned()).await
    }
}

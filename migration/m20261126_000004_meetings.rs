//! Meetings, one row for each version.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut meeting = Table::create()
            .table("meeting")
            .col(string("route"))
            .col(date("held_on"))
            .col(integer("number"))
            .col(blob("sealed"))
            .primary_key(Index::create().col("route").col("held_on").col("number"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            meeting.extra("WITHOUT ROWID");
        }
        manager.create_table(meeting).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("meeting").to_owned()).await
    }
}

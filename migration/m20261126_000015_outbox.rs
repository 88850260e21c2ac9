//! Mails that wait to be delivered.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut outbox = Table::create()
            .table("outbox")
            .col(string("once").primary_key())
            .col(string("recipient"))
            .col(binary_null("message"))
            .col(string("state"))
            .col(integer("attempts"))
            .col(timestamp_with_time_zone("until"))
            .col(string_null("why"))
            .col(timestamp_with_time_zone("written_at"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            outbox.extra("WITHOUT ROWID");
        }
        manager.create_table(outbox).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("outbox").to_owned()).await
    }
}

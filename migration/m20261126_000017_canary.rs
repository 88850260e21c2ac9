//! How the canary fares: the report that the desk sends itself every day.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut canary = Table::create()
            .table("canary")
            .col(integer("id").primary_key())
            .col(date_null("succeeded_on"))
            .col(date_null("failing_since"))
            .col(string_null("broken"))
            .col(timestamp_with_time_zone("next_at"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            canary.extra("WITHOUT ROWID");
        }
        manager.create_table(canary).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("canary").to_owned()).await
    }
}

//! Requests for the name in a signal's envelope.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut reveal = Table::create()
            .table("reveal")
            .col(uuid("id").primary_key())
            .col(uuid("signal_id"))
            .col(blob("request"))
            .col(blob_null("decision"))
            .col(blob_null("name"))
            .foreign_key(&mut ForeignKey::create().from("reveal", "signal_id").to("signal", "id").to_owned())
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            reveal.extra("WITHOUT ROWID");
        }
        manager.create_table(reveal).await?;
        manager.create_index(Index::create().name("reveal_signal").table("reveal").col("signal_id").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("reveal").to_owned()).await
    }
}

//! Consents to the end of a signal, and the line that is left of it.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut consent = Table::create()
            .table("consent")
            .col(uuid("signal_id").primary_key())
            .col(text("statement"))
            .foreign_key(&mut ForeignKey::create().from("consent", "signal_id").to("signal", "id").to_owned())
            .to_owned();
        let mut destroyed = Table::create()
            .table("destroyed")
            .col(uuid("signal_id").primary_key())
            .col(string("kenmerk"))
            .col(string("route"))
            .col(date("destroyed_on"))
            .col(text("statement"))
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            consent.extra("WITHOUT ROWID");
            destroyed.extra("WITHOUT ROWID");
        }
        manager.create_table(consent).await?;
        manager.create_table(destroyed).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("destroyed").to_owned()).await?;
        manager.drop_table(Table::drop().table("consent").to_owned()).await
    }
}

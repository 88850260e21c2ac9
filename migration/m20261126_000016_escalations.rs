//! Who outside the line hears that a signal's term is late.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut escalation = Table::create()
            .table("escalation")
            .col(uuid("signal_id").primary_key())
            .col(blob("sealed"))
            .foreign_key(
                &mut ForeignKey::create()
                    .from("escalation", "signal_id")
                    .to("signal", "id")
                    .on_delete(ForeignKeyAction::Cascade)
                    .to_owned(),
            )
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            escalation.extra("WITHOUT ROWID");
        }
        manager.create_table(escalation).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("escalation").to_owned()).await
    }
}

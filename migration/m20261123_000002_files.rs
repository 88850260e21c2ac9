//! Files that came with a signal.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut file = Table::create()
            .table("file")
            .col(uuid("id").primary_key())
            .col(uuid("signal_id"))
            .col(integer("epoch"))
            .col(big_integer("size"))
            .col(date("added_on"))
            .foreign_key(&mut ForeignKey::create().from("file", "signal_id").to("signal", "id").to_owned())
            .to_owned();
        // Nothing may tell what came first; see the first migration.
        if manager.get_database_backend() == DbBackend::Sqlite {
            file.extra("WITHOUT ROWID");
        }
        manager.create_table(file).await?;
        let of_signal = Index::create().name("file_signal").table("file").col("signal_id").to_owned();
        manager.create_index(of_signal).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("file").to_owned()).await
    }
}

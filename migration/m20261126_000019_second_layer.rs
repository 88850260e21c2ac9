//! An envelope is given to a bewaarder after his yes, and an account is stopped before it is ended.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Requests of before carry an envelope that every bewaarder opens: they are asked anew.
        manager.get_connection().execute_unprepared("DELETE FROM reveal").await?;
        for column in ["given", "opened"] {
            manager.alter_table(Table::alter().table("reveal").add_column(blob_null(column)).to_owned()).await?;
        }
        let mut halt = Table::create()
            .table("halt")
            .col(uuid("account_id").primary_key())
            .col(uuid("by_id"))
            .foreign_key(&mut ForeignKey::create().from("halt", "account_id").to("account", "id").to_owned())
            .foreign_key(&mut ForeignKey::create().from("halt", "by_id").to("account", "id").to_owned())
            .to_owned();
        if manager.get_database_backend() == DbBackend::Sqlite {
            halt.extra("WITHOUT ROWID");
        }
        manager.create_table(halt).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("halt").to_owned()).await?;
        for column in ["given", "opened"] {
            manager.alter_table(Table::alter().table("reveal").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}

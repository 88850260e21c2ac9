//! Logging in: what was tried, browsers that are known, and when a session's password was last typed. Sessions that are
//! open meanwhile end: they do not say when.

use sea_orm_migration::{
    prelude::*,
    schema::*,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let login = Table::create()
            .table("login")
            .col(blob("who").primary_key())
            .col(integer("failures"))
            .col(timestamp_with_time_zone_null("wait_until"))
            .col(integer("unseen"))
            .col(timestamp_with_time_zone_null("failed_at"))
            .col(big_integer_null("last_step"))
            .to_owned();
        let device = Table::create()
            .table("device")
            .col(blob("lookup").primary_key())
            .col(uuid("account_id"))
            .col(date("used_on"))
            .foreign_key(&mut ForeignKey::create().from("device", "account_id").to("account", "id").to_owned())
            .to_owned();
        for mut table in [login, device] {
            if manager.get_database_backend() == DbBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            manager.create_table(table).await?;
        }
        manager.get_connection().execute_unprepared("DELETE FROM session").await?;
        for column in [timestamp_with_time_zone_null("proved_at"), blob_null("proof")] {
            manager.alter_table(Table::alter().table("session").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["proof", "proved_at"] {
            manager.alter_table(Table::alter().table("session").drop_column(column).to_owned()).await?;
        }
        for table in ["device", "login"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

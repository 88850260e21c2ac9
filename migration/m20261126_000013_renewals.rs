//! A new password is a new key: what the old key says of the new one, and which routes' members know it. Attempts under
//! names are counted by name, known or not: what was counted by account begins anew.

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
        let renewal = Table::create()
            .table("renewal")
            .col(uuid("account_id"))
            .col(integer("number"))
            .col(text("statement"))
            .col(blob("sealed"))
            .primary_key(Index::create().col("account_id").col("number"))
            .foreign_key(&mut ForeignKey::create().from("renewal", "account_id").to("account", "id").to_owned())
            .to_owned();
        let known = Table::create()
            .table("renewal_known")
            .col(string("route"))
            .col(uuid("account_id"))
            .col(integer("number"))
            .col(text("statement"))
            .primary_key(Index::create().col("route").col("account_id").col("number"))
            .foreign_key(&mut ForeignKey::create().from("renewal_known", "account_id").to("account", "id").to_owned())
            .to_owned();
        for mut table in [renewal, known] {
            if manager.get_database_backend() == DbBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            manager.create_table(table).await?;
        }
        let counted = ["DELETE FROM login WHERE length(who) = 1", "UPDATE login SET failures = 0, wait_until = NULL"];
        for sql in counted {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["renewal_known", "renewal"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

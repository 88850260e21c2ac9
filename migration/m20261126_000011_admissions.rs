//! Who waits for a second member, what confirmed a member, and what a route's key is sealed to. Members of before stay members;
//! of a route's key nothing is said until a member seals it anew.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let admission = Table::create()
            .table("admission")
            .col(string("route"))
            .col(uuid("account_id"))
            .col(text("grant_text"))
            .primary_key(Index::create().col("route").col("account_id"))
            .foreign_key(&mut ForeignKey::create().from("admission", "account_id").to("account", "id").to_owned())
            .to_owned();
        let former = Table::create()
            .table("former_membership")
            .col(string("digest").primary_key())
            .col(string("route"))
            .col(uuid("account_id"))
            .col(text("grant_text"))
            .col(text_null("confirmation"))
            .to_owned();
        for mut table in [admission, former] {
            if manager.get_database_backend() == DbBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            manager.create_table(table).await?;
        }
        for (table, column) in [("membership", text_null("confirmation")), ("route_key", text_null("sealed_to"))] {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("membership", "confirmation"), ("route_key", "sealed_to")] {
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        for table in ["former_membership", "admission"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

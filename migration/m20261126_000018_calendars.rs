//! What calendars of the people of the desk are told of meetings, and where they fetch it.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut entry = Table::create()
            .table("calendar_entry")
            .col(uuid("account_id"))
            .col(uuid("meeting_id"))
            .col(integer("sequence"))
            .col(date("held_on"))
            .col(integer_null("begins"))
            .col(integer_null("ends"))
            .col(boolean("called_off"))
            .col(date("changed_on"))
            .primary_key(Index::create().col("account_id").col("meeting_id"))
            .foreign_key(&mut ForeignKey::create().from("calendar_entry", "account_id").to("account", "id").to_owned())
            .to_owned();
        let mut feed = Table::create()
            .table("calendar_feed")
            .col(uuid("account_id").primary_key())
            .col(blob("lookup").unique_key())
            .col(date("made_on"))
            .col(date_null("fetched_on"))
            .foreign_key(&mut ForeignKey::create().from("calendar_feed", "account_id").to("account", "id").to_owned())
            .to_owned();
        for table in [&mut entry, &mut feed] {
            if manager.get_database_backend() == DbBackend::Sqlite {
                table.extra("WITHOUT ROWID");
            }
            manager.create_table(table.to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_feed", "calendar_entry"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

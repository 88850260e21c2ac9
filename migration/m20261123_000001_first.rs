//! Signals, their items, heads and keys; the people of the desk; secrets that pass.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in signal_tables().into_iter().chain(desk_tables()).chain(passing_tables()) {
            create(manager, table).await?;
        }
        let queue = Index::create().name("signal_queue").table("signal").col("route").col("due").to_owned();
        manager.create_index(queue).await?;
        let mut place = Index::create().name("item_place").table("item").unique().to_owned();
        manager.create_index(place.col("signal_id").col("side").col("number").to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "notebook",
            "session",
            "membership",
            "route_key",
            "account",
            "receipt",
            "hour_secret",
            "key_wrap",
            "head",
            "item",
            "signal",
        ] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// SQLite counts arrivals in a hidden rowid unless told not to; nothing here may tell what came first.
async fn create(manager: &SchemaManager<'_>, mut table: TableCreateStatement) -> Result<(), DbErr> {
    if manager.get_database_backend() == DbBackend::Sqlite {
        table.extra("WITHOUT ROWID");
    }
    manager.create_table(table).await
}

fn key(column: &'static str) -> ColumnDef {
    uuid(column).primary_key().to_owned()
}

fn belongs_to(table: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to(to, "id").to_owned()
}

fn signal_tables() -> Vec<TableCreateStatement> {
    let signal = Table::create()
        .table("signal")
        .col(key("id"))
        .col(string("kenmerk").unique_key())
        .col(string("route"))
        .col(date("received_on"))
        .col(string("standing"))
        .col(string_null("term"))
        .col(date_null("due"))
        .col(blob("lookup").unique_key())
        .col(text("intake"))
        .to_owned();
    let item = Table::create()
        .table("item")
        .col(key("id"))
        .col(uuid("signal_id"))
        .col(string("side"))
        .col(integer("number"))
        .col(string("kind"))
        .col(integer("epoch"))
        .col(date("added_on"))
        .col(blob("sealed"))
        .foreign_key(&mut belongs_to("item", "signal_id", "signal"))
        .to_owned();
    let head = Table::create()
        .table("head")
        .col(uuid("signal_id"))
        .col(integer("number"))
        .col(text("statement"))
        .primary_key(Index::create().col("signal_id").col("number"))
        .foreign_key(&mut belongs_to("head", "signal_id", "signal"))
        .to_owned();
    let key_wrap = Table::create()
        .table("key_wrap")
        .col(uuid("signal_id"))
        .col(integer("epoch"))
        .col(string("key"))
        .col(string("holder"))
        .col(blob("sealed"))
        .primary_key(Index::create().col("signal_id").col("epoch").col("key").col("holder"))
        .foreign_key(&mut belongs_to("key_wrap", "signal_id", "signal"))
        .to_owned();
    vec![signal, item, head, key_wrap]
}

fn desk_tables() -> Vec<TableCreateStatement> {
    let account = Table::create()
        .table("account")
        .col(key("id"))
        .col(string("name").unique_key())
        .col(string("function"))
        .col(string_null("route"))
        .col(boolean("disabled"))
        .col(blob_null("invitation"))
        .col(timestamp_with_time_zone_null("invited_until"))
        .col(text_null("pair"))
        .col(blob_null("sealed_key"))
        .to_owned();
    let route_key = Table::create()
        .table("route_key")
        .col(string("route").primary_key())
        .col(text("encrypt"))
        .col(text("verify"))
        .col(blob("recovery"))
        .to_owned();
    let membership = Table::create()
        .table("membership")
        .col(string("route"))
        .col(uuid("account_id"))
        .col(blob("sealed"))
        .col(text("grant_text"))
        .primary_key(Index::create().col("route").col("account_id"))
        .foreign_key(&mut belongs_to("membership", "account_id", "account"))
        .to_owned();
    let session = Table::create()
        .table("session")
        .col(blob("lookup").primary_key())
        .col(uuid("account_id"))
        .col(blob("sealed"))
        .col(timestamp_with_time_zone("made_at"))
        .col(timestamp_with_time_zone("used_at"))
        .foreign_key(&mut belongs_to("session", "account_id", "account"))
        .to_owned();
    let notebook = Table::create()
        .table("notebook")
        .col(key("account_id"))
        .col(integer("version"))
        .col(blob("sealed"))
        .foreign_key(&mut belongs_to("notebook", "account_id", "account"))
        .to_owned();
    vec![account, route_key, membership, session, notebook]
}

fn passing_tables() -> Vec<TableCreateStatement> {
    let hour_secret =
        Table::create().table("hour_secret").col(big_integer("hour").primary_key()).col(blob("secret")).to_owned();
    let receipt = Table::create()
        .table("receipt")
        .col(blob("tag").primary_key())
        .col(blob("sealed"))
        .col(date("received_on"))
        .to_owned();
    vec![hour_secret, receipt]
}

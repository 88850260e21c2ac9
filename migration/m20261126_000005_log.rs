//! The log, and what keeps it from being changed by mistake: its rows can be added and read, nothing else. Who owns the
//! table can take these triggers away; that the lines were changed then shows in their chain.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let is_sqlite = manager.get_database_backend() == DbBackend::Sqlite;
        let mut log = Table::create()
            .table("log")
            .col(big_integer("number").primary_key())
            .col(big_integer("at"))
            .col(string("action"))
            .col(string("object"))
            .col(string("outcome"))
            .col(string("origin"))
            .col(string("account"))
            .col(string("actor"))
            .col(big_integer("begun"))
            .col(string("previous"))
            .col(string("digest"))
            .to_owned();
        if is_sqlite {
            log.extra("WITHOUT ROWID");
        }
        manager.create_table(log).await?;
        for column in ["object", "at", "begun"] {
            let index = Index::create().name(format!("log_{column}")).table("log").col(column).to_owned();
            manager.create_index(index).await?;
        }
        for statement in if is_sqlite { SQLITE } else { POSTGRES } {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("log").to_owned()).await?;
        if manager.get_database_backend() != DbBackend::Sqlite {
            manager.get_connection().execute_unprepared("DROP FUNCTION log_is_kept").await?;
        }
        Ok(())
    }
}

const SQLITE: &[&str] = &[
    "CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END",
    "CREATE TRIGGER log_is_not_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is not deleted'); END",
];

const POSTGRES: &[&str] = &[
    "CREATE FUNCTION log_is_kept() RETURNS trigger LANGUAGE plpgsql AS \
     $$ BEGIN RAISE EXCEPTION 'the log is neither changed nor deleted'; END $$",
    "CREATE TRIGGER log_is_kept BEFORE UPDATE OR DELETE ON log FOR EACH ROW EXECUTE FUNCTION log_is_kept()",
    "CREATE TRIGGER log_is_not_emptied BEFORE TRUNCATE ON log FOR EACH STATEMENT EXECUTE FUNCTION log_is_kept()",
];

//! Opening a database: settings, pools, pragmas, migrations.

use std::time::Duration;

use migration::Migrator;
use sea_orm::sqlx;
use sea_orm::{
    AccessMode, ConnectOptions, Database, DatabaseTransaction, DbBackend, DbErr, IsolationLevel, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::{Store, StoreError};

/// Where the database is, and how many connections a lane may hold.
#[derive(Clone)]
pub struct DatabaseSettings {
    /// `sqlite://PATH` or `postgres://...`.
    pub url: String,
    pub connections: u32,
}

impl Store {
    /// Opens a pool. Makes the SQLite file where it is missing; changes no table (see [`Store::migrate`]).
    pub async fn open(settings: &DatabaseSettings) -> Result<Self, StoreError> {
        let known = ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| settings.url.starts_with(scheme));
        if !known {
            return Err(StoreError::Address);
        }
        // How long a page waits for a connection. On SQLite that is a queue before one writer; a PostgreSQL that refuses is
        // asked again until then (sqlx takes it to be starting), while somebody waits to hear that nothing was received.
        let patience = Duration::from_secs(if settings.url.starts_with("sqlite:") { 30 } else { 5 });
        let mut options = ConnectOptions::new(&settings.url);
        options
            .max_connections(settings.connections)
            .min_connections(0)
            .connect_timeout(Duration::from_secs(5))
            .acquire_timeout(patience)
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|options| {
                options
                    .create_if_missing(true)
                    .foreign_keys(true)
                    .pragma("journal_mode", "WAL")
                    .pragma("synchronous", "FULL")
                    .pragma("secure_delete", "ON")
                    .busy_timeout(Duration::from_secs(20))
            });
        // A commit that fails (the disk is full) makes SQLite roll back by itself; sqlx's own rollback then fails, and
        // it goes on counting the connection as in a transaction. What is written on such a connection is never
        // committed: throw it away.
        options.map_sqlx_sqlite_before_acquire(|connection, _| {
            Box::pin(async move { Ok(!sqlx::Connection::is_in_transaction(connection)) })
        });
        Ok(Self { db: Database::connect(options).await? })
    }

    /// Brings the tables up to date. Several programs may start at once: the second waits for the first.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(Migrator::up(&self.db, None).await?)
    }

    /// Whether the tables are those of this version.
    pub async fn is_current(&self) -> Result<bool, StoreError> {
        Ok(Migrator::get_pending_migrations(&self.db).await?.is_empty())
    }

    /// A transaction that will write. On SQLite it takes the write lock at once, so that it waits rather than fails.
    pub(crate) async fn writing(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.db.begin_with_options(options).await
    }

    /// A transaction that sees one moment of the database. SQLite's always do; PostgreSQL must be asked.
    pub(crate) async fn reading(&self) -> Result<DatabaseTransaction, DbErr> {
        if self.db.get_database_backend() == DbBackend::Sqlite {
            return self.db.begin().await;
        }
        let options = TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..Default::default()
        };
        self.db.begin_with_options(options).await
    }
}

//! SQLite and PostgreSQL, through one code path: rows in, rows out, and the transactions that belong together.
//!
//! The store knows no keys and opens nothing. *Acknowledged means durable*: a write has returned only when it is on
//! disk (SQLite in WAL with `synchronous=FULL`; PostgreSQL's own default).
//!
//! - [`submissions`]: a new signal, with its receipt, in one transaction;
//! - [`signals`]: reading one or many, and what the desk or the reporter adds; [`items`] is what it adds, [`Reach`] who is
//!   shown what;
//! - [`files`]: sealed files on their shelves;
//! - [`accounts`], [`halts`] (and `readers`, whom nobody can do without), [`logins`], [`routes`], [`admissions`], [`sessions`], [`notebooks`]: the people of the desk;
//! - [`retention`]: what members consented to, and the end of a signal;
//! - [`succession`]: a route's key replaced by another, and what portals say that they seal to;
//! - [`upkeep`]: what members said of their routes;
//! - [`reveals`]: requests for the name in an envelope;
//! - [`canary`]: how the report fares that the desk sends itself, and its removal;
//! - [`outbox`]: mails that wait to be delivered;
//! - [`journal`]: the log of what staff did and read;
//! - [`hours`]: secrets that pass; and [`Store::rewrite`], once a night.

pub mod accounts;
pub mod admissions;
pub mod canary;
mod connect;
pub mod escalations;
pub mod files;
pub mod halts;
pub mod hours;
pub mod items;
pub mod journal;
pub mod logins;
pub mod meetings;
mod nightly;
pub mod notebooks;
pub mod outbox;
mod reach;
mod readers;
pub mod renewals;
pub mod retention;
pub mod reveals;
pub mod routes;
pub mod sessions;
pub mod signals;
pub mod submissions;
pub mod succession;
pub mod upkeep;

pub use connect::DatabaseSettings;
pub use files::{Files, FilesError, Shelf};
pub use object_store::buffered::{BufReader as FileReader, BufWriter as FileWriter};
pub use reach::{RECOVERY_HOLDER, Reach};
pub use routes::PeopleRows;
use sea_orm::{DatabaseConnection, DbErr, SqlErr};
pub use succession::Under;

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote in the same place first: read again and decide again.
    #[error("the place was taken by another write")]
    Taken,
    /// The database refused, is gone or is full; nothing of the transaction was kept.
    #[error("the database did not do it")]
    Database(#[source] DbErr),
    /// The address itself is not repeated: it may hold a password.
    #[error("database.url must begin with sqlite:// or postgres://")]
    Address,
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Self::Taken,
            _ => Self::Database(error),
        }
    }
}

/// A pool of connections. Each lane of work has its own, so that a flood in one leaves the others theirs.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
}

impl Store {
    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.db.ping().await?)
    }

    /// Closes the pool once what runs has ended.
    pub async fn close(&self) -> Result<(), StoreError> {
        Ok(self.db.clone().close().await?)
    }
}

//! The nightly rewrite: afterwards neither pages nor row order nor transaction numbers tell in what order a day's rows
//! came.

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::{Store, StoreError};

/// Tables that a reporter's act adds to, or whose order tells in what order signals were read; each with a column that can be set to itself.
const TABLES: [(&str, &str); 7] = [
    ("signal", "kenmerk"),
    ("item", "kind"),
    ("file", "size"),
    ("head", "number"),
    ("key_wrap", "holder"),
    ("escalation", "signal_id"),
    ("receipt", "received_on"),
];

impl Store {
    /// Rewrites the database in the order of its random keys. Others wait meanwhile: seconds, at this size.
    ///
    /// SQLite's tables are kept in that order anyway (`WITHOUT ROWID`); `VACUUM` lays out the file anew and the emptied
    /// log forgets which page was written last. PostgreSQL gives every row one and the same transaction number, and
    /// then one order.
    pub async fn rewrite(&self) -> Result<(), StoreError> {
        if self.db.get_database_backend() == DbBackend::Sqlite {
            self.db.execute_unprepared("VACUUM").await?;
            let checkpoint = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
            let busy =
                self.db.query_one_raw(checkpoint).await?.map(|row| row.try_get_by_index::<i32>(0)).transpose()?;
            // Somebody was reading: the log stays, and with it the order of its pages. Tomorrow again.
            return if busy == Some(0) { Ok(()) } else { Err(StoreError::Taken) };
        }
        let writing = self.writing().await?;
        for (table, column) in TABLES {
            writing.execute_unprepared(&format!("UPDATE \"{table}\" SET \"{column}\" = \"{column}\"")).await?;
        }
        writing.commit().await?;
        for (table, _) in TABLES {
            self.db.execute_unprepared(&format!("CLUSTER \"{table}\" USING \"{table}_pkey\"")).await?;
        }
        Ok(())
    }
}

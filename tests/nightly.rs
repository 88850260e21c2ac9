//! The nightly rewrite: a thief of the database does not learn in what order the day's reports came.

use sea_orm::{ConnectionTrait, Database, Statement};

use crate::helpers::{people::Tale, town::Town};

/// A query's first column as text, row by row.
fn column(town: &Town, sql: &str) -> Vec<String> {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let backend = db.get_database_backend();
        let rows = db.query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
        rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("text")).collect()
    })
}

#[test]
fn after_the_night_no_row_tells_which_came_first() {
    Town::each(|town| {
        let codes: Vec<_> = (0..12).map(|_| town.melder().reports(&Tale::ordinary())).collect();
        town.runtime.block_on(town.store.rewrite()).expect("rewritten");
        if town.url.starts_with("postgres") {
            let by_place = column(&town, "SELECT id::text FROM signal ORDER BY ctid");
            let by_id = column(&town, "SELECT id::text FROM signal ORDER BY id");
            assert_eq!(by_place, by_id, "rows lie in the order of their random ids");
            for table in ["signal", "item", "key_wrap", "receipt"] {
                let numbers = column(&town, &format!("SELECT DISTINCT xmin::text FROM {table}"));
                assert_eq!(numbers.len(), 1, "{table}: one transaction number for all rows");
            }
        } else {
            let counted = column(
                &town,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%' AND name NOT LIKE 'seaql%'",
            );
            assert!(counted.is_empty(), "these tables count arrivals: {counted:?}");
        }
        for code in codes {
            town.melder().opens(&code).must_be(200).must_say("Ontvangen");
        }
    });
}

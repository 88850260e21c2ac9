//! How the database came to be, one change a file.

use sea_orm_migration::prelude::*;

mod m20261123_000001_first;
mod m20261123_000002_files;
mod m20261126_000003_introductions;
mod m20261126_000004_meetings;
mod m20261126_000005_log;
mod m20261126_000005_logins;
mod m20261126_000009_destruction;
mod m20261126_000010_successions;
mod m20261126_000011_admissions;
mod m20261126_000012_reveals;
mod m20261126_000013_renewals;
mod m20261126_000014_upkeep;
mod m20261126_000015_outbox;
mod m20261126_000016_escalations;
mod m20261126_000017_canary;
mod m20261126_000018_calendars;
mod m20261126_000019_second_layer;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_first::Migration),
            Box::new(m20261123_000002_files::Migration),
            Box::new(m20261126_000003_introductions::Migration),
            Box::new(m20261126_000004_meetings::Migration),
            Box::new(m20261126_000005_log::Migration),
            Box::new(m20261126_000009_destruction::Migration),
            Box::new(m20261126_000005_logins::Migration),
            Box::new(m20261126_000010_successions::Migration),
            Box::new(m20261126_000011_admissions::Migration),
            Box::new(m20261126_000012_reveals::Migration),
            Box::new(m20261126_000014_upkeep::Migration),
            Box::new(m20261126_000013_renewals::Migration),
            Box::new(m20261126_000015_outbox::Migration),
            Box::new(m20261126_000016_escalations::Migration),
            Box::new(m20261126_000017_canary::Migration),
            Box::new(m20261126_000019_second_layer::Migration),
            Box::new(m20261126_000018_calendars::Migration),
        ]
    }
}

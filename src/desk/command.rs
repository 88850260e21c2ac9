//! The command line of `signaalkluis-desk`.

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use clap::Parser;
use chrono::Timelike;
use domain::{SystemClock, clock::dutch_time};
use store::{DatabaseSettings, Store};
use web::server::run_until_stopped;

use crate::{Settings, State};

/// Connections of the desk's pool.
pub const CONNECTIONS: u32 = 5;

/// The desk of Signaalkluis: officers read, weigh and answer.
#[derive(Parser)]
#[command(
    name = "signaalkluis-desk",
    version,
    after_help = "Example:\n  signaalkluis-desk --config /etc/signaalkluis/desk.toml"
)]
struct Arguments {
    /// The configuration file; see config/desk.toml
    #[arg(long)]
    config: Option<PathBuf>,
}

pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    web::telemetry::start();
    web::server::exit(actix_web::rt::System::new().block_on(serve(arguments)))
}

async fn serve(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    web::process::harden()?;
    let (settings, routes) = Settings::read(arguments.config.as_deref())?;
    let store = Store::open(&DatabaseSettings { url: settings.database.url, connections: CONNECTIONS }).await?;
    store.migrate().await?;
    let state = State::new(settings.organisation.name, &settings.desk, routes, store, Arc::new(SystemClock));
    let state = actix_web::web::Data::new(state);
    let server = crate::build(&settings.desk, state.clone())?;
    println!("{}", server.announcement());
    actix_web::rt::spawn(work_hourly(state));
    Ok(run_until_stopped(vec![server]).await?)
}

/// The hour of the night (Dutch time) in which the database is rewritten.
const REWRITE_HOUR: u32 = 3;

/// Once an hour: deletes the sessions whose time is over. Once a night: rewrites the database, so that it does not tell in what order
/// a day's reports came. A second desk that does so too does no harm.
pub async fn work_hourly(state: actix_web::web::Data<State>) {
    loop {
        if dutch_time(state.clock.now()).hour() == REWRITE_HOUR
            && let Err(error) = state.store.rewrite().await
        {
            tracing::warn!("the database was not rewritten tonight: {error}");
        }
        if let Err(error) = state.forget().await {
            tracing::warn!("old sessions were not deleted: {error}");
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

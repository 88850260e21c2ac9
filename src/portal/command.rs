//! The command line of `signaalkluis-portal`.

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use clap::Parser;
use domain::SystemClock;
use web::server::run_until_stopped;

use crate::{Pools, Settings, State};

/// The portal of Signaalkluis: reporters tell, and read the answer.
#[derive(Parser)]
#[command(
    name = "signaalkluis-portal",
    version,
    after_help = "Example:\n  signaalkluis-portal --config /etc/signaalkluis/portal.toml"
)]
struct Arguments {
    /// The configuration file; see config/portal.toml
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
    let secure = settings.portal.https().unwrap_or(true);
    let pools = Pools::open(&settings.database.url).await?;
    pools.reports.migrate().await?;
    let mut state = State::new(settings.organisation.name, routes, pools, Arc::new(SystemClock), secure);
    state.public_url.clone_from(&settings.portal.public_url);
    let state = actix_web::web::Data::new(state);
    let server = crate::build(&settings.portal, state.clone())?;
    actix_web::rt::spawn(forget_hourly(state));
    Ok(run_until_stopped(vec![server]).await?)
}

/// Once an hour: deletes what must not be kept. Once a day: logs what went wrong.
pub async fn forget_hourly(state: actix_web::web::Data<State>) {
    let mut day = state.today();
    loop {
        if let Err(error) = state.forget().await {
            tracing::warn!("old secrets were not deleted: {}", web::telemetry::cause(&error));
        }
        if std::mem::replace(&mut day, state.today()) != day {
            state.log_trouble();
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

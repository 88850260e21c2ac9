//! The command line of `signaalkluis-portal`.

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use attachments::Attachments;
use clap::Parser;
use domain::SystemClock;
use web::server::run_until_stopped;

use crate::{Pools, Settings, State, monitoring};

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
    let (settings, routes, house) = Settings::read(arguments.config.as_deref())?;
    let origin = settings.portal.origin()?;
    let pools = Pools::open(&settings.database.url).await?;
    pools.reports.migrate().await?;
    let attachments = Arc::new(Attachments::open(&settings.storage)?);
    let state = State::new(house, routes, pools, attachments, Arc::new(SystemClock), origin);
    let state = actix_web::web::Data::new(state);
    let mut servers = Vec::new();
    servers.extend(monitoring::build(&settings.portal, state.clone())?);
    servers.push(crate::build(&settings.portal, state.clone())?);
    actix_web::rt::spawn(forget_hourly(state.clone()));
    actix_web::rt::spawn(sweep(state.clone()));
    let stopped = run_until_stopped(servers).await;
    silence(&state).await;
    Ok(stopped?)
}

/// Every five minutes: removes files that were uploaded and never sent, and counts what the storage holds.
pub async fn sweep(state: actix_web::web::Data<State>) {
    loop {
        if let Err(error) = state.attachments.sweep(&state.clock, &state.pools.reports).await {
            tracing::warn!("files that were never sent were not removed: {}", web::telemetry::cause(&error));
        }
        tokio::time::sleep(Duration::from_secs(300)).await;
    }
}

/// Takes back what this portal said that it seals to.
pub async fn silence(state: &State) {
    if let Err(error) = state.withdraw().await {
        tracing::warn!("the desk was not told that this portal stops: {}", web::telemetry::cause(&error));
    }
}

/// Once an hour, and at the start: deletes what must not be kept; says which routes' keys cannot be believed. Once a day, and at
/// the start: says which keys it seals to; logs what went wrong.
pub async fn forget_hourly(state: actix_web::web::Data<State>) {
    let (mut day, mut announced) = (state.today(), None);
    loop {
        if announced != Some(state.today()) {
            match state.announce().await {
                Ok(()) => announced = Some(state.today()),
                Err(error) => {
                    tracing::warn!("the desk was not told which keys are used: {}", web::telemetry::cause(&error));
                }
            }
        }
        if let Err(error) = state.shout().await {
            tracing::warn!("what the routes' keys rest on could not be read: {}", web::telemetry::cause(&error));
        }
        if let Err(error) = state.forget().await {
            tracing::warn!("old secrets were not deleted: {}", web::telemetry::cause(&error));
        }
        if std::mem::replace(&mut day, state.today()) != day {
            state.log_trouble();
        }
        tokio::time::sleep(Duration::from_secs(3600)).await;
    }
}

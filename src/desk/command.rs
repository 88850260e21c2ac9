//! The command line of `signaalkluis-desk`.

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use attachments::Attachments;
use chrono::Timelike;
use clap::Parser;
use domain::{SystemClock, clock::dutch_time};
use store::{DatabaseSettings, Store};
use web::server::run_until_stopped;

use crate::{Settings, State, canary, destruction, journal, mail, monitoring};

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
    let (settings, routes, house) = Settings::read(arguments.config.as_deref())?;
    let store = Store::open(&DatabaseSettings { url: settings.database.url, connections: CONNECTIONS }).await?;
    store.migrate().await?;
    let attachments = Arc::new(Attachments::open(&settings.storage)?);
    let retention = settings.retention.rules()?;
    let canary = settings.canary.read(arguments.config.as_deref(), &settings.portal.public_url)?;
    let post = settings.mail.check()?;
    let mut state = State::new(
        house,
        &settings.desk,
        settings.meeting.series()?,
        routes,
        store,
        attachments,
        Arc::new(SystemClock),
    );
    state.retention = retention;
    state.canary = canary.map(Arc::new);
    state.asks_reporter = settings.reveal.ask_reporter;
    state.picture = settings.terms.picture()?;
    state.mails_by(&post);
    let state = actix_web::web::Data::new(state);
    let mut servers = Vec::new();
    servers.extend(monitoring::build(&settings.desk, state.clone())?);
    servers.push(crate::build(&settings.desk, state.clone())?);
    actix_web::rt::spawn(housekeeping(state.clone()));
    actix_web::rt::spawn(canary::daily(state.clone()));
    actix_web::rt::spawn(mail::deliver(state.clone()));
    actix_web::rt::spawn(sweep(state));
    Ok(run_until_stopped(servers).await?)
}

/// From this hour of the night on (Dutch time) the database is rewritten, until it succeeded.
const REWRITE_HOUR: u32 = 3;

/// Four times an hour: writes the day's line in the log, and reads the log through once a day; deletes the sessions whose time
/// is over. Once a night: destroys what two members consented to, and rewrites the database, so that it does
/// not tell in what order a day's reports came. A second desk that does so too does no harm.
pub async fn housekeeping(state: actix_web::web::Data<State>) {
    let (mut rewritten_on, mut checked_on) = (None, None);
    loop {
        journal::watch::tend(&state, &mut checked_on).await;
        let now = dutch_time(state.clock.now());
        if now.hour() == REWRITE_HOUR && rewritten_on != Some(now.date()) {
            if let Err(error) = destroy(&state).await {
                tracing::warn!("not everything was destroyed yet: {}", web::telemetry::cause(&error));
            }
            match rewrite(&state).await {
                Ok(()) => rewritten_on = Some(now.date()),
                Err(error) => tracing::warn!("not everything was rewritten yet: {}", web::telemetry::cause(&*error)),
            }
        }
        if let Err(error) = state.forget().await {
            tracing::warn!("old sessions were not deleted: {}", web::telemetry::cause(&error));
        }
        tokio::time::sleep(Duration::from_secs(15 * 60)).await;
    }
}

/// Every five minutes: removes files that were prepared and never sent, and counts what the storage holds. Where the
/// portal runs beside it both do so, which does no harm.
pub async fn sweep(state: actix_web::web::Data<State>) {
    loop {
        if let Err(error) = state.attachments.sweep(&state.clock, &state.store).await {
            tracing::warn!("files that were never sent were not removed: {}", web::telemetry::cause(&error));
        }
        tokio::time::sleep(Duration::from_secs(300)).await;
    }
}

/// Destroys what is past its term and two members consented to. Right before the rewrite, which wipes what is left of it.
async fn destroy(state: &State) -> Result<(), destruction::DestructionError> {
    let files = &state.attachments.files;
    let run = destruction::Run::by_program(state.clock.now());
    let plan = destruction::run(&state.store, files, &state.routes, &run).await?;
    let destroyed = plan.iter().filter(|planned| planned.destroyed).count();
    if destroyed > 0 {
        tracing::info!("{destroyed} signals were destroyed");
    }
    Ok(())
}

/// Rewrites the database and the files that came since the last night.
async fn rewrite(state: &State) -> Result<(), Box<dyn std::error::Error>> {
    let midnight = state.clock.now().date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
    // The files first, and whether or not the other succeeds.
    let files = state.attachments.rewrite(&state.store, midnight.into()).await;
    state.store.rewrite().await?;
    Ok(files?)
}

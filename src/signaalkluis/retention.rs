//! `retention`: the end of closed signals. No key is needed: two members of the route signed each of them at the desk.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use desk::destruction::{self, Planned, Run, Verdict};
use domain::{Clock, SystemClock};
use seal::routes::DemoKeys;
use store::Files;

use crate::{failure::Failure, settings::Settings};

#[derive(Subcommand)]
pub enum Action {
    /// Destroys what is past its term and two members consented to; the desk does so every night
    #[command(after_help = "Example:\n  signaalkluis retention run --dry-run --config FILE")]
    Run {
        /// Only say what would be destroyed
        #[arg(long)]
        dry_run: bool,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

/// `signaalkluis retention`
pub async fn run(action: Action) -> Result<(), Failure> {
    match action {
        Action::Run { dry_run, config } => destroy(config.as_deref(), dry_run).await,
    }
}

async fn destroy(config: Option<&Path>, dry_run: bool) -> Result<(), Failure> {
    let (settings, routes, _) = Settings::read(config, DemoKeys::Accept)?;
    let store = settings.store().await?;
    let files = Files::open(&settings.storage.url, u64::MAX)?;
    let run = Run::by_operator(SystemClock.now(), dry_run);
    let plan = destruction::run(&store, &files, &routes, &run).await?;
    for planned in &plan {
        println!("{}", line(planned));
    }
    if plan.is_empty() {
        println!("nobody consented to destroy anything");
    }
    Ok(())
}

fn line(planned: &Planned) -> String {
    let Planned { kenmerk, verdict, destroyed } = planned;
    match verdict {
        Verdict::Due if *destroyed => format!("destroyed  {kenmerk}"),
        Verdict::Due => format!("due        {kenmerk}: two members consented"),
        Verdict::From(day) => format!("later      {kenmerk}: from {day}"),
        Verdict::OneConsent => format!("waits      {kenmerk}: for a second member"),
        Verdict::Changed => format!("changed    {kenmerk}: something was added since; members must look again"),
        Verdict::NotBelieved => format!("refused    {kenmerk}: not signed by members of the route that has it"),
    }
}

//! The main binary: both programs in one process, and the operator's commands, one file each.

mod account;
mod audit;
mod check;
mod demo;
mod export;
mod failure;
mod files;
mod init;
mod keys;
mod mail;
mod retention;
mod serve;
mod settings;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use failure::Failure;

/// A vault for anonymous signals about ondermijning and integrity.
#[derive(Parser)]
#[command(name = "signaalkluis", version, after_help = "Example:\n  signaalkluis demo")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A complete trial with sample signals, accounts and keys that everybody knows; never for real use
    #[command(after_help = "Example:\n  signaalkluis demo --dir /tmp/trial")]
    Demo {
        /// Where its data lives
        #[arg(long, default_value = "demo-data")]
        dir: PathBuf,
    },
    /// A new installation: configuration, database and the first account
    #[command(after_help = "Example:\n  signaalkluis init --dir /etc/signaalkluis --recovery age1...")]
    Init(init::Arguments),
    /// Portal and desk in one process
    #[command(after_help = "Example:\n  signaalkluis serve --config /etc/signaalkluis/signaalkluis.toml")]
    Serve {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Is it fit to run: configuration, keys, database, files; and, from outside, the way that reports go
    #[command(
        after_help = "Example:\n  signaalkluis check --config /etc/signaalkluis/signaalkluis.toml --from-outside https://meld.gemeente.example"
    )]
    Check {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// Sends a canary through the portal at this address, opens it, answers it and picks the answer up
        #[arg(long, value_name = "URL")]
        from_outside: Option<String>,
    },
    /// The desk's people
    #[command(
        after_help = "Example:\n  signaalkluis account add n.naam@gemeente.example --function \"Jurist\" --config FILE"
    )]
    Account {
        #[command(subcommand)]
        action: account::Action,
    },
    /// Routes' keys on paper: the yearly test, and letting somebody in with the recovery key
    #[command(after_help = "Example:\n  signaalkluis keys export --out proef --config FILE")]
    Keys {
        #[command(subcommand)]
        action: keys::Action,
    },
    /// The log of what staff did and read
    #[command(after_help = "Example:\n  signaalkluis audit verify --config /etc/signaalkluis/signaalkluis.toml")]
    Audit {
        #[command(subcommand)]
        verb: audit::Verb,
    },
    /// One signal as plain .age files, which `age -d` opens from the recovery identity
    #[command(after_help = "Example:\n  signaalkluis export 2026-K7Q3MX --out signaal --config FILE")]
    Export(export::Arguments),
    /// Mail to the people of the desk
    #[command(after_help = "Example:\n  signaalkluis mail daily --config /etc/signaalkluis/signaalkluis.toml")]
    Mail {
        #[command(subcommand)]
        verb: mail::Verb,
    },
    /// Destroys closed signals that are past their term
    #[command(after_help = "Example:\n  signaalkluis retention run --dry-run --config FILE")]
    Retention {
        #[command(subcommand)]
        action: retention::Action,
    },
}

/// Runs the command line. Status 0 done, 1 failed, 2 wrong usage.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    web::telemetry::start();
    let done = actix_web::rt::System::new().block_on(run(cli.command));
    web::server::exit(done.map_err(Into::into))
}

async fn run(command: Command) -> Result<(), Failure> {
    web::process::harden().map_err(Failure::Process)?;
    match command {
        Command::Demo { dir } => demo::run(&dir).await,
        Command::Init(arguments) => init::run(&arguments).await,
        Command::Serve { config } => serve::run(config.as_deref()).await,
        Command::Check { config, from_outside } => check::run(config.as_deref(), from_outside.as_deref()).await,
        Command::Account { action } => account::run(action).await,
        Command::Keys { action } => keys::run(action).await,
        Command::Audit { verb } => audit::run(verb).await,
        Command::Mail { verb } => mail::run(verb).await,
        Command::Export(arguments) => export::run(&arguments).await,
        Command::Retention { action } => retention::run(action).await,
    }
}

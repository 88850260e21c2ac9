//! `audit`: reading the log through, and taking it out; and the lines of the operator's own commands.

use std::{
    future::Future,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::{Subcommand, ValueEnum};
use desk::journal::{export, watch};
use domain::{
    Clock, SystemClock,
    journal::{Action, Entry, Outcome},
};
use seal::journal::ChainHead;
use store::{DatabaseSettings, Store};

use crate::{check::sqlite_file, failure::Failure, settings::for_operator};

#[derive(Subcommand)]
pub enum Verb {
    /// Reads the whole log and names the first line that was changed, taken out or put in
    #[command(
        after_help = "Example:\n  signaalkluis audit verify --config FILE --head 000000000123-0f...\n\nIt writes nothing, and may be run on a copy of the database."
    )]
    Verify {
        /// A head of the chain that was kept elsewhere, for instance the last line of a mail: finds what was cut off at the end, too
        #[arg(long)]
        head: Option<ChainHead>,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
    /// Writes the log to standard output, the oldest line first
    #[command(
        after_help = "Example:\n  signaalkluis audit export --format jsonl --after 1200 --config FILE > new-lines.jsonl"
    )]
    Export {
        /// How
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
        /// Only lines after this number: those that were not taken out before
        #[arg(long, default_value_t = 0)]
        after: i64,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a spreadsheet (RFC 4180, UTF-8)
    Csv,
    /// One JSON object a line, for a SIEM
    Jsonl,
}

/// Lines that are taken out at once.
const AT_ONCE: u64 = 2000;

/// `signaalkluis audit`
pub async fn run(verb: Verb) -> Result<(), Failure> {
    match verb {
        Verb::Verify { head, config } => verify(head, config.as_deref()).await,
        Verb::Export { format, after, config } => take_out(format, after, config.as_deref()).await,
    }
}

async fn verify(wanted: Option<ChainHead>, config: Option<&Path>) -> Result<(), Failure> {
    let settings = for_operator(config)?;
    let url = settings.database.url;
    if let Some(file) = sqlite_file(&url).filter(|file| !file.exists()) {
        // Opening would make it, and an empty log holds together.
        return Err(Failure::refused(format!("database: there is no {}; look at database.url", file.display())));
    }
    let store = Store::open(&DatabaseSettings { url, connections: 1 }).await?;
    if !store.is_current().await? {
        return Err(Failure::refused("database: tables are of another version than this program; use its own"));
    }
    match watch::verify(&store, wanted.clone()).await? {
        Ok(head) => {
            println!("ok    {} lines, each follows the one before", head.number);
            match wanted {
                Some(wanted) if wanted.number == 0 => println!("ok    one line has the given digest"),
                Some(wanted) => println!("ok    line {} is the one that the given head names", wanted.number),
                None => println!("warn  without --head nobody can tell whether lines were cut off at the end"),
            }
            println!("head  {head}");
            Ok(())
        }
        Err(broken) => Err(Failure::refused(format!(
            "the log does not hold together: {broken}. Keep a copy of the database as it is, and find out who had access to it"
        ))),
    }
}

async fn take_out(format: Format, after: i64, config: Option<&Path>) -> Result<(), Failure> {
    let store = for_operator(config)?.store().await?;
    noted(&store, Action::LogExported, "").await?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let failed = Failure::file("standard output");
    match write_lines(&store, format, after, &mut out).await? {
        Ok(()) => Ok(()),
        Err(error) => Err(failed(error)),
    }
}

async fn write_lines(
    store: &Store,
    format: Format,
    mut last: i64,
    out: &mut impl Write,
) -> Result<io::Result<()>, Failure> {
    let mut written = match format {
        Format::Csv => out.write_all(export::csv_head().as_bytes()),
        Format::Jsonl => Ok(()),
    };
    while written.is_ok() {
        let lines = store.log_after(last, AT_ONCE).await?;
        let Some(newest) = lines.last() else { break };
        last = newest.number;
        for line in &lines {
            let text = match format {
                Format::Csv => export::csv(line),
                Format::Jsonl => export::json(line)?,
            };
            written = written.and_then(|()| out.write_all(text.as_bytes()));
        }
    }
    Ok(written.and_then(|()| out.flush()))
}

/// Writes down that a command shows something: before it does.
pub async fn noted(store: &Store, action: Action, object: &str) -> Result<(), Failure> {
    store.log(SystemClock.now(), &[Entry::by_operator(action, object, Outcome::Done)]).await?;
    Ok(())
}

/// Does what a command is for, with a line before and one of what became of it: as the desk does.
pub async fn kept<T>(
    store: &Store,
    action: Action,
    object: &str,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    let entry = Entry::by_operator(action, object, Outcome::Begun);
    let begun = store.log(SystemClock.now(), std::slice::from_ref(&entry)).await?;
    let done = work.await;
    let outcome = match &done {
        Ok(_) => Outcome::Done,
        Err(Failure::Refused(_)) => Outcome::Refused,
        Err(_) => Outcome::Failed,
    };
    store.log(SystemClock.now(), &[Entry { outcome, begun, ..entry }]).await?;
    done
}

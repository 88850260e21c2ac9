//! Logs of the programs themselves. No line names a visitor, a path somebody asked for, or a reporter's act.

use tracing_subscriber::EnvFilter;

/// What is logged unless `RUST_LOG` says otherwise: warnings of our own programs. Libraries are silent: theirs would
/// stamp the time of a reporter's act (a slow query, a closed connection).
const OWN: &str = "off,portal=warn,desk=warn,web=warn,store=warn,signaalkluis=warn";

/// Sends log lines to stderr. A panic names its place only: its message could hold what somebody wrote.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(OWN));
    // A second call (tests start several programs in one process) keeps the first's choice.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(target: "web", "panic at {}:{}", place.file(), place.line()),
        None => tracing::error!(target: "web", "panic"),
    }));
}

/// An error with its causes, outermost first. For operators: a page never shows it.
pub fn cause(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut inner = error.source();
    while let Some(source) = inner {
        let said = source.to_string();
        // Errors that pass their cause through say it themselves.
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        inner = source.source();
    }
    text
}

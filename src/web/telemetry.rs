//! Logs of the programs themselves. No line names a visitor, a path somebody asked for, or a reporter's act.

use tracing_subscriber::EnvFilter;

/// Sends warnings and errors of our own to stderr, one line each; `RUST_LOG` shows more. A panic names its place only:
/// its message could hold what somebody wrote.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    // A second call (tests start several programs in one process) keeps the first's choice.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!("panic at {}:{}", place.file(), place.line()),
        None => tracing::error!("panic"),
    }));
}

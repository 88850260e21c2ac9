//! Starting a program's listener, and stopping it cleanly.

use std::net::{SocketAddr, TcpListener};

use actix_web::dev::{Server, ServerHandle};

/// Why a listener did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(
        "cannot listen on {address}: {source}. Choose another address in the configuration (port 0 picks a free one)"
    )]
    Bind { address: String, source: std::io::Error },
    #[error("the web server did not start: {0}")]
    Start(#[from] std::io::Error),
}

/// A bound address: known before the server runs, so that port 0 can be announced.
pub struct Listening {
    pub socket: TcpListener,
    pub address: SocketAddr,
}

impl Listening {
    pub fn on(address: &str) -> Result<Self, ServeError> {
        let bind = |source| ServeError::Bind { address: address.to_owned(), source };
        let socket = TcpListener::bind(address).map_err(bind)?;
        let address = socket.local_addr().map_err(bind)?;
        Ok(Self { socket, address })
    }
}

/// A program ready to serve.
pub struct WebServer {
    /// `portal` or `desk`.
    pub name: &'static str,
    pub address: SocketAddr,
    pub server: Server,
}

impl WebServer {
    /// The line that tells operators and tests where the program listens.
    pub fn announcement(&self) -> String {
        format!("{} listening on http://{}", self.name, self.address)
    }

    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }
}

/// Serves until SIGTERM or SIGINT, then finishes what runs (within 8 s) and stops.
pub async fn run_until_stopped(servers: Vec<WebServer>) -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let handles: Vec<_> = servers.iter().map(WebServer::handle).collect();
    let mut running: Vec<_> = servers.into_iter().map(|program| tokio::spawn(program.server)).collect();
    let (mut term, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
        _ = futures_util::future::select_all(running.iter_mut()) => {}
    }
    futures_util::future::join_all(handles.iter().map(|handle| handle.stop(true))).await;
    Ok(())
}

/// How a program ends: status 0, or 1 with one plain sentence on stderr.
pub fn exit(done: Result<(), Box<dyn std::error::Error>>) -> std::process::ExitCode {
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

//! Starting a program's listener, and stopping it cleanly.

use std::{
    net::{SocketAddr, TcpListener},
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServerHandle},
    middleware::from_fn,
    rt::net::TcpStream,
    web::{Data, PayloadConfig, ServiceConfig},
};

use rustix::net::sockopt::set_tcp_user_timeout;

use crate::{HouseRules, house_rules, telemetry::cause};

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

/// A form may have this many bytes: a report without files.
pub const MAX_BODY: usize = 2 * 1024 * 1024;

/// Connections that one of a program's two workers holds at once; the next ones wait in the system's queue. Holding one
/// takes little: large forms and files have lanes of their own.
const MAX_CONNECTIONS: usize = 4096;

/// How long what we sent may stay unread before the system hangs up (TCP_USER_TIMEOUT): an answer is held until then.
const UNREAD: Duration = Duration::from_secs(60);

/// Binds a program's listener and prepares it to serve: its state, its routes, and the house rules around them.
pub fn program<S: Send + Sync + 'static>(
    name: &'static str,
    listen: &str,
    state: Data<S>,
    rules: HouseRules,
    routes: fn(&mut ServiceConfig),
) -> Result<WebServer, ServeError> {
    let Listening { socket, address } = Listening::on(listen)?;
    let rules = Data::new(rules);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .app_data(rules.clone())
            .app_data(PayloadConfig::new(MAX_BODY))
            .configure(routes)
            .wrap(from_fn(house_rules))
    });
    let server = server.on_connect(|connection, _| {
        if let Some(line) = connection.downcast_ref::<TcpStream>() {
            // A system without it waits as long as TCP does.
            let _ = set_tcp_user_timeout(line, u32::try_from(UNREAD.as_millis()).unwrap_or(u32::MAX));
        }
    });
    let server =
        server.disable_signals().shutdown_timeout(8).workers(2).max_connections(MAX_CONNECTIONS).listen(socket)?.run();
    Ok(WebServer { name, address, server })
}

/// Announces the programs and serves until SIGTERM or SIGINT, then finishes what runs (within 8 s) and stops. A program
/// that stops by itself stops all. Signals are listened for before anything is announced: who reads the announcement may
/// stop the program at once.
pub async fn run_until_stopped(servers: Vec<WebServer>) -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut term, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    for program in &servers {
        println!("{}", program.announcement());
    }
    let handles: Vec<_> = servers.iter().map(WebServer::handle).collect();
    let mut running: Vec<_> = servers.into_iter().map(|program| tokio::spawn(program.server)).collect();
    let ended = tokio::select! {
        _ = term.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
        (ended, ..) = futures_util::future::select_all(running.iter_mut()) => {
            ended.unwrap_or_else(|error| Err(std::io::Error::other(error)))
        }
    };
    futures_util::future::join_all(handles.iter().map(|handle| handle.stop(true))).await;
    ended
}

/// How a program ends: status 0, or 1 with one plain sentence on stderr, its causes behind it.
pub fn exit(done: Result<(), Box<dyn std::error::Error>>) -> std::process::ExitCode {
    match done {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", cause(error.as_ref()));
            std::process::ExitCode::FAILURE
        }
    }
}

//! What an operator's own monitoring asks: `GET /healthz` and `GET /metrics` (OpenMetrics 1.0), on a listener of their own
//! that nobody outside the machine reaches. Nothing here counts what reporters or officers do: a number that moves when somebody
//! reports would say when.

use std::fmt::Write;

use actix_web::{
    App, HttpResponse, HttpServer,
    http::{StatusCode, header},
    web::{self, Data},
};
use futures_util::{FutureExt, future::LocalBoxFuture};
use prometheus_client::{encoding::text::encode, metrics::gauge::Gauge, registry::Registry};

use crate::{Listening, ServeError, WebServer};

/// One thing about a program that can be well or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    /// Without the prefix `signaalkluis_`, for instance `database_up`.
    pub name: &'static str,
    /// One sentence without a full stop, for who reads the metrics.
    pub help: &'static str,
    /// 1 is well and 0 is not, or a number in the unit that the name ends with.
    pub value: i64,
    /// Whether the program is of no use without it: then `/healthz` says 503 where the value is 0.
    pub vital: bool,
}

impl Sign {
    /// Without this the program is of no use.
    pub const fn vital(name: &'static str, help: &'static str, is_well: bool) -> Self {
        Self { name, help, value: is_well as i64, vital: true }
    }

    /// Somebody should look, and the program works on.
    pub const fn well(name: &'static str, help: &'static str, is_well: bool) -> Self {
        Self { name, help, value: is_well as i64, vital: false }
    }

    pub const fn number(name: &'static str, help: &'static str, value: i64) -> Self {
        Self { name, help, value, vital: false }
    }

    const fn is_down(&self) -> bool {
        self.vital && self.value == 0
    }
}

/// Looks at a program, now.
type Look = Box<dyn Fn() -> LocalBoxFuture<'static, Vec<Sign>> + Send + Sync>;

/// Binds the listener of `[portal]` or `[desk]` `monitor`; `None` where that is empty.
pub fn monitor<F: Future<Output = Vec<Sign>> + 'static>(
    name: &'static str,
    listen: &str,
    look: impl Fn() -> F + Send + Sync + 'static,
) -> Result<Option<WebServer>, ServeError> {
    if listen.is_empty() {
        return Ok(None);
    }
    let Listening { socket, address } = Listening::on(listen)?;
    let look: Data<Look> = Data::new(Box::new(move || look().boxed_local()));
    let server = HttpServer::new(move || App::new().app_data(look.clone()).configure(routes));
    let server = server.disable_signals().shutdown_timeout(1).workers(1).listen(socket)?.run();
    Ok(Some(WebServer { name, address, server }))
}

fn routes(app: &mut web::ServiceConfig) {
    app.service(web::resource("/healthz").get(healthz).head(healthz))
        .service(web::resource("/metrics").get(metrics).head(metrics));
}

/// 200, or 503 with what is down; one line a vital sign.
async fn healthz(look: Data<Look>) -> HttpResponse {
    let signs: Vec<_> = look().await.into_iter().filter(|sign| sign.vital).collect();
    let down = signs.iter().any(Sign::is_down);
    let mut said = String::new();
    for sign in &signs {
        // Into a string nothing fails.
        let _ = writeln!(said, "{} {}", sign.name, if sign.is_down() { "no" } else { "yes" });
    }
    let status = if down { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
    answer(status, "text/plain; charset=utf-8", said)
}

async fn metrics(look: Data<Look>) -> HttpResponse {
    let mut registry = Registry::with_prefix("signaalkluis");
    for sign in look().await {
        let gauge = Gauge::<i64>::default();
        gauge.set(sign.value);
        registry.register(sign.name, sign.help, gauge);
    }
    let mut said = String::new();
    match encode(&mut said, &registry) {
        Ok(()) => answer(StatusCode::OK, "application/openmetrics-text; version=1.0.0; charset=utf-8", said),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

fn answer(status: StatusCode, kind: &str, said: String) -> HttpResponse {
    HttpResponse::build(status).content_type(kind).insert_header((header::CACHE_CONTROL, "no-store")).body(said)
}

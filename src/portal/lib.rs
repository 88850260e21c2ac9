//! The public side: a reporter tells, and later reads the answer.
//!
//! It holds no key that opens a stored signal: `unseal` and `age` cannot be named here. It reads no peer address and no
//! user agent, sets no cookie before a code is entered, and writes no access log.
//!
//! - [`answers`], [`report`]: the report, page by page; its state travels in the form;
//! - [`submit`]: sealing and storing it, once, however often it is sent;
//! - [`pickup`], [`postvak`]: the words, and the mailbox they open;
//! - [`opened`]: reading that mailbox, every item verified;
//! - [`command`]: the program `signaalkluis-portal`.

pub mod answers;
pub mod command;
pub mod opened;
pub mod pages;
pub mod pickup;
pub mod postvak;
pub mod report;
pub mod settings;
pub mod state;
pub mod submit;
pub mod texts;

use actix_web::{http::StatusCode, web as actix};
use templates::{
    layout::Frame,
    problem::{Problem, Side, problem},
};
use web::{HouseRules, ServeError, WebServer};

pub use settings::{PortalSettings, Settings};
pub use state::{Pools, State};

/// Binds the portal's listener and prepares it to serve.
pub fn build(settings: &PortalSettings, state: actix::Data<State>) -> Result<WebServer, ServeError> {
    web::server::program("portal", &settings.listen, state, HouseRules { problem: problem_page }, routes)
}

fn routes(app: &mut actix::ServiceConfig) {
    app.service(actix::resource("/").get(pages::start).head(pages::start))
        .service(actix::resource("/stijl.css").get(pages::stylesheet).head(pages::stylesheet))
        .service(actix::resource("/uitleg").get(pages::explanation).head(pages::explanation))
        .service(actix::resource("/melden").get(report::begin).head(report::begin))
        .service(actix::resource("/melden/over").post(report::over))
        .service(actix::resource("/melden/verhaal").post(report::story))
        .service(actix::resource("/melden/controle").post(report::story))
        .service(actix::resource("/melden/versturen").post(report::send))
        .service(actix::resource("/ophalen").get(pickup::form).head(pickup::form).post(pickup::enter))
        .service(actix::resource("/postvak").get(postvak::read).head(postvak::read).post(postvak::write))
        .service(actix::resource("/postvak/sluiten").post(postvak::close));
}

/// The page for a status that no handler answered itself. It knows no organisation: nothing may fail here.
fn problem_page(status: StatusCode) -> String {
    let frame = Frame { organisation: "Signaalkluis", notice: None };
    problem(&frame, Side::Portal, &Problem::for_status(status.as_u16(), Side::Portal)).into_string()
}

//! The public side: a reporter tells, and later reads the answer.
//!
//! It holds no key that opens a stored signal: `unseal` and `age` cannot be named here. It reads no peer address and no
//! user agent, sets no cookie before a code is entered, and writes no access log.
//!
//! - [`answers`], [`report`]: the report, page by page; its state travels in the form;
//! - [`canary`]: the one form that goes to the desk itself;
//! - [`submit`]: sealing and storing it, once, however often it is sent;
//! - [`pickup`], [`postvak`]: the words, and the mailbox they open;
//! - [`opened`]: reading that mailbox, every item verified;
//! - [`pages`], [`poster`]: what only tells, and the way out;
//! - [`monitoring`]: whether it could take a report now;
//! - [`command`]: the program `signaalkluis-portal`.

pub mod answers;
pub mod canary;
pub mod command;
pub mod files;
pub mod monitoring;
pub mod opened;
pub mod pages;
pub mod pickup;
pub mod poster;
pub mod postvak;
pub mod report;
pub mod settings;
pub mod state;
pub mod submit;
pub mod texts;
pub mod visit;

use actix_web::{
    http::StatusCode,
    web::{self as actix, resource},
};
use templates::{
    Text,
    layout::Frame,
    problem::{Problem, Side, problem},
};
use web::{HouseRules, ServeError, WebServer};

pub use settings::{PortalSettings, Settings};
pub use state::{Pools, State};
pub use visit::Visit;

/// Binds the portal's listener and prepares it to serve.
pub fn build(settings: &PortalSettings, state: actix::Data<State>) -> Result<WebServer, ServeError> {
    let (name, logo) = (state.house.name.clone(), state.house.logo.is_some());
    let problem = move |status, path: &str| problem_page(&name, logo, status, path);
    let rules =
        HouseRules::new(problem, logo, |path| path.ends_with("/melden/bestanden") || path.ends_with("/postvak"));
    web::server::program("portal", &settings.listen, state, rules, routes)
}

fn routes(app: &mut actix::ServiceConfig) {
    app.service(resource("/stijl.css").get(pages::stylesheet).head(pages::stylesheet))
        .service(resource("/logo").get(pages::logo).head(pages::logo))
        .service(resource("/.well-known/security.txt").get(pages::security).head(pages::security));
    // Dutch last: its prefix is empty and would take every path.
    for text in Text::all().skip(1) {
        app.service(actix::scope(&text.prefix()).configure(pages_of_a_language));
    }
    app.service(resource("/").get(pages::start).head(pages::start)).configure(pages_of_a_language);
}

/// The same paths in every language, after its prefix.
fn pages_of_a_language(app: &mut actix::ServiceConfig) {
    app.service(resource("").get(pages::start).head(pages::start))
        .service(resource("/uitleg").get(pages::explanation).head(pages::explanation))
        .service(resource("/wegwijzer").get(pages::signposts).head(pages::signposts))
        .service(resource("/privacy").get(pages::privacy).head(pages::privacy))
        .service(resource("/toegankelijkheid").get(pages::accessibility).head(pages::accessibility))
        .service(resource("/poster").get(poster::poster).head(poster::poster))
        .service(resource("/weg").get(pages::leave).head(pages::leave))
        .service(resource("/melden").get(report::begin).head(report::begin))
        .service(resource("/melden/over").post(report::over))
        .service(resource("/melden/verhaal").post(report::story))
        .service(resource("/melden/bestanden").post(files::files))
        .service(resource("/melden/woorden").post(report::words))
        .service(resource("/melden/controle").post(report::story))
        .service(resource("/melden/versturen").post(report::send))
        .service(resource("/ophalen").get(pickup::form).head(pickup::form).post(pickup::enter))
        .service(resource("/postvak").get(postvak::read).head(postvak::read).post(postvak::write))
        .service(resource("/postvak/bestanden/{id}").get(postvak::files::download))
        .service(resource("/postvak/navraag").post(postvak::ask))
        .service(resource("/postvak/naam").post(postvak::name::answer))
        .service(resource("/postvak/sluiten").post(postvak::close))
        .service(
            resource("/postvak/weggooien")
                .get(postvak::discard::question)
                .head(postvak::discard::question)
                .post(postvak::discard::discard),
        );
}

/// The page for a status that no handler answered itself. It knows no organisation: nothing may fail here.
fn problem_page(organisation: &str, logo: bool, status: StatusCode, path: &str) -> String {
    let frame = Frame { organisation, logo, text: Text::of_path(path), ..Frame::default() };
    problem(&frame, Side::Portal, &Problem::of_portal(frame.text, status.as_u16())).into_string()
}

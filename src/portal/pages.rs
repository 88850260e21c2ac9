//! Pages that ask and keep nothing.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use domain::{Subject, subject::read_by};
use templates::portal;
use web::page;

use crate::{state::State, texts};

/// `GET /`
pub async fn start(state: Data<State>) -> HttpResponse {
    page(StatusCode::OK, portal::start(&state.frame()))
}

/// `GET /uitleg`
pub async fn explanation(state: Data<State>) -> HttpResponse {
    let routing = state.routes.routing();
    let reader = |subject: &Subject| {
        let route = routing.route(*subject);
        portal::Reader {
            subject: texts::subject(*subject),
            reader: read_by(route),
            reachable: state.routes.key(route).is_some(),
        }
    };
    let readers: Vec<_> = Subject::ALL.iter().map(reader).collect();
    page(StatusCode::OK, portal::uitleg(&state.frame(), &readers))
}

/// `GET /stijl.css`
pub async fn stylesheet() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(templates::STYLESHEET)
}

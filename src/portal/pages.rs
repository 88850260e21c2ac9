//! Pages that ask and keep nothing.

use actix_web::{HttpResponse, http::StatusCode};
use domain::Subject;
use templates::portal;
use web::page;

use crate::{texts, visit::Visit};

/// `GET /`
pub async fn start(visit: Visit) -> HttpResponse {
    page(StatusCode::OK, portal::start(&visit.frame_at("/")))
}

/// `GET /uitleg`
pub async fn explanation(visit: Visit) -> HttpResponse {
    let routing = visit.routes.routing();
    let reader = |subject: &Subject| {
        let route = routing.route(*subject);
        portal::Reader {
            subject: texts::subject(visit.text, *subject),
            reader: texts::reader(visit.text, route),
            reachable: visit.routes.key(route).is_some(),
        }
    };
    let readers: Vec<_> = Subject::ALL.iter().map(reader).collect();
    page(StatusCode::OK, portal::uitleg(&visit.frame_at("/uitleg"), &readers))
}

/// `GET /stijl.css`
pub async fn stylesheet() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(templates::STYLESHEET)
}

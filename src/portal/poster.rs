//! The poster for the canteen wall: the start page's address, and the same address for a telephone's camera.

use actix_web::{HttpResponse, http::StatusCode};
use qrcode::{Color, EcLevel, QrCode};
use templates::portal;
use web::page;

use crate::visit::Visit;

/// `GET /poster`
pub async fn poster(visit: Visit) -> HttpResponse {
    let start = visit.text.path("/");
    let address = visit.origin.of(&start);
    // A quarter of the code may be torn or soiled. Only an address longer than any host's name does not fit in one.
    let Ok(code) = QrCode::with_error_correction_level(&address, EcLevel::Q) else {
        return HttpResponse::InternalServerError().finish();
    };
    let (width, modules) = (code.width(), code.to_colors());
    let modules: Vec<bool> = modules.into_iter().map(|module| module == Color::Dark).collect();
    let spoken = [visit.origin.host(), start.trim_end_matches('/')].concat();
    let view = portal::Poster { address: &spoken, width, modules: &modules };
    page(StatusCode::OK, portal::poster(&visit.frame_at("/poster"), &view))
}

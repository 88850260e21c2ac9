//! The ten words. Every `POST /ophalen` gets the same answer, with a cookie of the same length, after the same work:
//! whether a mailbox has the words shows only at `/postvak`, to whoever holds that cookie.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Bytes};
use domain::{PickupCode, clock::minute, pickup::PickupError};
use mailbox::{Cookie, Root, Typed};
use templates::portal;
use web::{Form, cookie, page, told::sentence};
use zeroize::Zeroizing;

use crate::{state::State, visit::Visit};

/// The one cookie of the portal: an opened mailbox.
pub const COOKIE: &str = "postvak";

/// `GET /ophalen`
pub async fn form(visit: Visit) -> HttpResponse {
    page(StatusCode::OK, portal::ophalen(&visit.frame_at("/ophalen"), &portal::Ophalen::default()))
}

/// `POST /ophalen`
pub async fn enter(visit: Visit, request: HttpRequest, body: Bytes) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let form = Form::decode(&body);
    let typed = match PickupCode::parse(form.get("ophaalcode")) {
        Ok(code) => Typed::Code(Root::of(&code)),
        Err(_) => Typed::Mistyped(Zeroizing::new(form.get("ophaalcode").to_owned())),
    };
    let now = visit.clock.now();
    let Ok(secret) = visit.hour_secret(&visit.pools.pickups, now).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    let sealed = Cookie::seal(&typed, domain::clock::hour(now), &secret, minute(now), &mut rand::rng());
    let mut answer = visit.see_other("/postvak");
    // Fails only where a header cannot be written, and base64url always can.
    let _ = answer.add_cookie(&cookie::strict(COOKIE, sealed.0, visit.secure));
    answer
}

/// What the request's cookie holds, if it is one of ours and not too old.
pub async fn opened_cookie(state: &State, request: &HttpRequest) -> Result<Option<(Cookie, Typed)>, store::StoreError> {
    let Some(sealed) = cookie::value(request, COOKIE, state.secure).map(Cookie) else { return Ok(None) };
    let Some(hour) = sealed.hour() else { return Ok(None) };
    let Some(secret) = state.pools.pickups.hour_secret(hour).await? else { return Ok(None) };
    let typed = sealed.open(&mailbox::HourSecret(secret), minute(state.clock.now()));
    Ok(typed.map(|typed| (sealed, typed)))
}

/// The page that asks for the words again, and says what is wrong with those typed.
pub fn mistyped(visit: &Visit, typed: &str, error: &PickupError) -> HttpResponse {
    let sentences: Vec<_> = error.sentences().iter().map(|said| sentence(said, visit.text)).collect();
    let errors: Vec<_> = sentences.iter().map(String::as_str).collect();
    let view = portal::Ophalen { value: typed, errors: &errors, ..Default::default() };
    forget(visit, page(StatusCode::UNPROCESSABLE_ENTITY, portal::ophalen(&visit.frame(), &view)))
}

/// The page for ten good words that no mailbox has.
pub fn unknown(visit: &Visit) -> HttpResponse {
    let view = portal::Ophalen { not_found: true, ..Default::default() };
    forget(visit, page(StatusCode::NOT_FOUND, portal::ophalen(&visit.frame(), &view)))
}

/// The page that asks for the words again, with a message that was not sent because its mailbox was closed meanwhile.
pub fn unsent(visit: &Visit, draft: &str) -> HttpResponse {
    let view = portal::Ophalen { unsent: draft, ..Default::default() };
    page(StatusCode::FORBIDDEN, portal::ophalen(&visit.frame(), &view))
}

/// The same answer, with the cookie gone.
pub fn forget(visit: &Visit, mut answer: HttpResponse) -> HttpResponse {
    // Fails only where a header cannot be written, and ours can.
    let _ = answer.add_cookie(&cookie::gone(COOKIE, visit.secure));
    answer
}

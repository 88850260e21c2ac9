//! What is answered where a write found its place taken, or the route's key replaced. That somebody was first is no success of
//! itself: only what stands there now, under the key that the route has now, says whether there is anything left to do.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use domain::RouteName;
use web::see_other;

use super::{Refused, admin_page};
use crate::{
    keyring::HeldRoute,
    session::{self, Officer},
    state::State,
};

/// Said where what was meant does not stand there.
pub(super) const OVERTAKEN: &str = "Er is niets veranderd: een collega veranderde op hetzelfde moment de sleutel of de mensen van deze route. \
                         Kijk hieronder hoe het nu is, en doe het zo nodig opnieuw.";

/// Goes on to `done` where a colleague did the very same, as the route stands now; else the page, with how it stands.
pub(super) async fn unless_done(
    state: &State,
    request: &HttpRequest,
    route: RouteName,
    is_done: impl Fn(&HeldRoute) -> bool,
    done: &str,
) -> HttpResponse {
    let officer = match session::officer(state, request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    match officer.ring.held(route).is_some_and(|held| is_done(held)) {
        true => see_other(done),
        false => conflict(state, &officer, OVERTAKEN).await,
    }
}

/// The page as it stands now, with a sentence above it.
pub(super) async fn told(state: &State, request: &HttpRequest, sentence: &str) -> HttpResponse {
    match session::officer(state, request).await {
        Ok(officer) => conflict(state, &officer, sentence).await,
        Err(refused) => refused,
    }
}

pub(super) async fn conflict(state: &State, officer: &Arc<Officer>, sentence: &str) -> HttpResponse {
    let refused = Refused { general: Some(sentence.to_owned()), ..Refused::default() };
    admin_page(state, StatusCode::CONFLICT, officer, &refused, None).await
}

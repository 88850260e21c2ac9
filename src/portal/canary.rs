//! The canary: a report that the desk sends itself, as a reporter would, to find out whether reports come through. It differs
//! from everybody else's in one hidden field, and in who it is sealed to; what follows is the same.

use actix_web::HttpResponse;
use domain::RouteName;

use crate::{
    answers::{Filled, Posted},
    visit::Visit,
};

/// The hidden field that marks it.
pub const FIELD: &str = "kanarie";

/// The form as it is, or, where the desk marked it, for the canary's route. A mark that the configured canary's key did not
/// sign for this very form refuses it whole: never is a canary taken for somebody's report.
pub fn routed(visit: &Visit, posted: &Posted, filled: Filled) -> Result<Filled, HttpResponse> {
    if posted.mark.is_empty() {
        return Ok(filled);
    }
    let (nonce, key) = (posted.nonce.text(), visit.routes.key(RouteName::Kanarie));
    if key.is_some_and(|key| seal::canary::is_marked(&posted.mark, &nonce, visit.today(), &key.verify)) {
        Ok(Filled { route: RouteName::Kanarie, ..filled })
    } else {
        Err(HttpResponse::Forbidden().finish())
    }
}

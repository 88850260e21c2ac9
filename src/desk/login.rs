//! Logging in is opening one's own personal key; logging out is forgetting the key to it.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use templates::desk;
use unseal::{SessionSecret, password};
use web::{Form, cookie, page, see_other};

use crate::{
    journal,
    session::{self, COOKIE},
    state::State,
};

/// The same words for an unknown name, a wrong password and a disabled account: which it was is nobody's business.
const WRONG: &str = "Naam en wachtwoord horen niet bij elkaar. Kijk of u ze goed heeft getypt.";

/// `GET /inloggen`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let notice = match request.query_string() {
        "verlopen" => Some("Uw sessie is verlopen. Log opnieuw in."),
        "klaar" => Some("U bent uitgelogd."),
        "welkom" => Some("Uw wachtwoord is opgeslagen. Log nu in."),
        _ => None,
    };
    let view = desk::Inloggen { notice, ..Default::default() };
    page(StatusCode::OK, desk::inloggen(&state.frame(), &view))
}

/// `POST /inloggen`. An unknown name costs the same work as a known one.
pub async fn enter(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let form = Form::decode(&body);
    let name = form.get("gebruiker").trim().to_lowercase();
    // PostgreSQL has no text with control characters; nobody has such a name.
    let known = if name.contains(char::is_control) { Ok(None) } else { state.store.account_by_name(&name).await };
    let account = match known {
        Ok(account) => {
            journal::tries(&request, account.as_ref());
            account.filter(|account| !account.disabled)
        }
        Err(error) => return session::unavailable(error),
    };
    let sealed = account.as_ref().and_then(|account| account.sealed_key.clone());
    let (typed, cost) = (form.get("wachtwoord").to_owned(), state.cost);
    let work = move || match sealed {
        Some(sealed) => password::unlock(&sealed, &typed).ok(),
        None => {
            password::pretend(&typed, cost);
            None
        }
    };
    let lane = if account.is_some() { &state.login_lane } else { &state.stranger_lane };
    let Ok(opened) = lane.run_blocking(work).await else {
        return HttpResponse::TooManyRequests().finish();
    };
    let (Some(account), Some(key)) = (account, opened) else {
        let view = desk::Inloggen { user: form.get("gebruiker"), error: Some(WRONG), ..Default::default() };
        return page(StatusCode::UNPROCESSABLE_ENTITY, desk::inloggen(&state.frame(), &view));
    };
    let secret = SessionSecret::random(&mut rand::rng());
    let now = chrono::SubsecRound::trunc_subsecs(state.clock.now(), 0);
    let row = entity::session::Model {
        lookup: secret.lookup().to_vec(),
        account_id: account.id,
        sealed: secret.seal(account.id, now.timestamp(), &key, &mut rand::rng()),
        made_at: now,
        used_at: now,
    };
    if let Err(error) = state.store.add_session(row).await {
        return session::unavailable(error);
    }
    let mut answer = see_other("/");
    let _ = answer.add_cookie(&cookie::strict(COOKIE, secret.text(), state.secure));
    answer
}

/// `POST /uitloggen`
pub async fn leave(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let mut answer = see_other("/inloggen?klaar");
    let _ = answer.add_cookie(&cookie::gone(COOKIE, state.secure));
    let Some(secret) = cookie::value(&request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text))
    else {
        return answer;
    };
    if !web::form::same_token(Form::decode(&body).get("token"), &secret.form_token()) {
        return HttpResponse::Forbidden().finish();
    }
    journal::leaves(&state, &request, &secret.lookup()).await;
    state.shelves.clear(&secret.lookup());
    match state.store.end_session(&secret.lookup()).await {
        Ok(()) => answer,
        Err(error) => session::unavailable(error),
    }
}

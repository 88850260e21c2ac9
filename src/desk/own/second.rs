//! `/account/code`: another app for codes. The password and the code of the old app are asked first; the new secret goes round in
//! the person's own browser, sealed with his session's cookie, until the new app shows a code of it. Whose telephone is gone has
//! no code, and gets a new invitation.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use data_encoding::BASE64URL_NOPAD;
use domain::FieldErrors;
use serde::{Deserialize, Serialize};
use templates::{Text, desk};
use unseal::{SecondFactor, SessionSecret};
use web::{Form, Told, cookie, page};
use zeroize::Zeroizing;

use super::{goes_on, proven};
use crate::{
    invitation::Drawn,
    renewal,
    session::{self, COOKIE, Officer, unavailable},
    state::State,
};

/// What was proven on the first page, and the secret that was made for it.
#[derive(Serialize, Deserialize)]
struct Sealed {
    password: String,
    second: String,
    /// Until when it is taken: seconds since the Unix epoch.
    until: i64,
}

/// Seconds that somebody has to put a secret into an app.
const PATIENCE: i64 = 900;

/// `GET /account/code`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) if state.second_factor => asked_page(&state, StatusCode::OK, &officer, &FieldErrors::default()),
        Ok(_) => HttpResponse::NotFound().finish(),
        Err(refused) => refused,
    }
}

/// `POST /account/code`: first the password and a code of the old app, then a code of the new one.
pub async fn change(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if !state.second_factor {
        return HttpResponse::NotFound().finish();
    }
    let Some(secret) = cookie::value(&request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text))
    else {
        return HttpResponse::Forbidden().finish();
    };
    if form.get("gekozen").is_empty() {
        return match proven(&state, &officer, &form).await {
            Ok(Ok(_)) => offer(&state, &officer, &secret, form.get("wachtwoord")),
            Ok(Err(errors)) => asked_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &errors),
            Err(refused) => refused,
        };
    }
    confirm(&state, &officer, &secret, &form).await
}

fn offer(state: &State, officer: &Officer, secret: &SessionSecret, typed: &str) -> HttpResponse {
    let second = SecondFactor::random(&mut rand::rng());
    let until = state.clock.now().timestamp() + PATIENCE;
    let chosen = Sealed { password: typed.to_owned(), second: second.text().to_string(), until };
    let Ok(text) = serde_json::to_vec(&chosen).map(Zeroizing::new) else {
        return HttpResponse::InternalServerError().finish();
    };
    drop(Zeroizing::new(chosen.password));
    let sealed = BASE64URL_NOPAD.encode(&secret.carry(officer.account.id, &text, &mut rand::rng()));
    drawn_page(state, StatusCode::OK, officer, (&sealed, &second), &FieldErrors::default())
}

async fn confirm(state: &State, officer: &Officer, secret: &SessionSecret, form: &Form) -> HttpResponse {
    let sealed = form.get("gekozen");
    let now = state.clock.now().timestamp();
    let opened = || -> Option<(Zeroizing<String>, SecondFactor)> {
        let text = secret.carried(officer.account.id, &BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?)?;
        let chosen: Sealed = serde_json::from_slice(&text).ok()?;
        let second = SecondFactor::parse(&chosen.second)?;
        (now < chosen.until).then(|| (chosen.password.into(), second))
    };
    let Some((typed, second)) = opened() else {
        let mut errors = FieldErrors::default();
        errors.push("wachtwoord", "Dit duurde te lang. Begin opnieuw: typ uw wachtwoord nog een keer.");
        return asked_page(state, StatusCode::UNPROCESSABLE_ENTITY, officer, &errors);
    };
    let Some(step) = second.check(form.get("code"), now) else {
        let mut errors = FieldErrors::default();
        errors.push("code", "Deze code klopt niet. Typ de code die uw nieuwe app nu toont.");
        return drawn_page(state, StatusCode::UNPROCESSABLE_ENTITY, officer, (sealed, &second), &errors);
    };
    // It was shown to this page: it logs nobody in. Where a step of the old app's was later, it is not needed.
    if let Err(error) = state.store.use_step(officer.account.id, step).await {
        return unavailable(error);
    }
    let went = renewal::new_second(state, officer, &typed, second).await;
    goes_on(state, officer, went, "/account?code").await
}

fn asked_page(state: &State, status: StatusCode, officer: &Officer, errors: &FieldErrors) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let view = desk::NieuweCode { errors: &told.view(), ..desk::NieuweCode::default() };
    page(status, desk::nieuwe_code(&officer.frame(state.frame(), &officer.banners()), &view))
}

fn drawn_page(
    state: &State,
    status: StatusCode,
    officer: &Officer,
    (sealed, second): (&str, &SecondFactor),
    errors: &FieldErrors,
) -> HttpResponse {
    let Some(drawn) = Drawn::of(second, &state.house.name, &officer.account.name) else {
        return HttpResponse::InternalServerError().finish();
    };
    let told = Told::new(errors, Text::DUTCH);
    let view = desk::NieuweCode {
        account: &officer.account.name,
        chosen: sealed,
        secret: &drawn.secret,
        width: drawn.width,
        modules: &drawn.modules,
        errors: &told.view(),
    };
    page(status, desk::nieuwe_code(&officer.frame(state.frame(), &officer.banners()), &view))
}

//! `/account/wachtwoord`: another password, and with it another key; and in [`second`] another app for codes. Whoever sits at an
//! open session gets neither: the password is asked each time, and the code where there is one.

pub mod second;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{FieldErrors, RouteName, clock};
use store::logins::Attempt;
use templates::{Text, desk};
use unseal::{SecondFactor, SessionSecret, password};
use web::{Form, Told, cookie, page, see_other};

use crate::{
    device, invitation,
    opening::failed,
    renewal::{self, Went},
    session::{self, COOKIE, Officer, unavailable},
    state::State,
    texts,
    writing::WriteError,
};

/// `GET /account/wachtwoord`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            password_page(&state, StatusCode::OK, &officer, invitation::suggestion(), &FieldErrors::default())
        }
        Err(refused) => refused,
    }
}

/// `POST /account/wachtwoord`
pub async fn change(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let (old, new) = (form.get("wachtwoord"), form.get("nieuw"));
    // What costs no attempt is looked at first.
    let again = invitation::repeated(&form, "nieuw", "nieuw2");
    let mut errors = invitation::weak(new, again, &state.house.name, &officer.account, ["nieuw", "nieuw2"]);
    if errors.is_empty() && password::is_same(old, new) {
        errors.push("nieuw", "Dit is uw oude wachtwoord. Kies een ander.");
    }
    let second = match errors.is_empty().then(async || proven(&state, &officer, &form).await) {
        Some(proven) => match proven.await {
            Ok(Ok(second)) => second,
            Ok(Err(refused)) => {
                let offered = invitation::offered(&form);
                return password_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, offered, &refused);
            }
            Err(refused) => return refused,
        },
        None => {
            let offered = invitation::offered(&form);
            return password_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, offered, &errors);
        }
    };
    let went = renewal::new_key(&state, &officer, new, second).await;
    goes_on(&state, &officer, went, "/account?wachtwoord").await
}

/// Goes on in a new session: every other one ended, and no browser is known but this one.
async fn goes_on(state: &State, officer: &Officer, went: Result<Went, WriteError>, to: &str) -> HttpResponse {
    let secret: SessionSecret = match went {
        Ok(Went::On(secret)) => secret,
        Ok(Went::Elsewhere) => return see_other("/inloggen?verlopen"),
        Ok(Went::Busy) => return HttpResponse::TooManyRequests().finish(),
        Err(error) => return failed(error),
    };
    state.shelves.clear(&officer.session);
    let mut answer = see_other(to);
    let _ = answer.add_cookie(&cookie::strict(COOKIE, secret.text(), state.secure));
    match device::remember(state, officer.account.id, None, &mut answer).await {
        Ok(()) => answer,
        // His key is the new one whatever becomes of this browser being known.
        Err(error) => {
            tracing::warn!("a browser was not kept: {}", web::telemetry::cause(&error));
            answer
        }
    }
}

/// Checks the password, and the code where one is asked, whatever was typed a moment ago. Gives the secret of the codes. A
/// wrong one counts as an attempt and waits as at the door.
async fn proven(
    state: &State,
    officer: &Officer,
    form: &Form,
) -> Result<Result<Option<SecondFactor>, FieldErrors>, HttpResponse> {
    let wrong = |field: &'static str, said: String| {
        let mut errors = FieldErrors::default();
        errors.push(field, said);
        Ok(Err(errors))
    };
    let typed = form.get("wachtwoord").to_owned();
    if typed.is_empty() {
        return wrong("wachtwoord", "Typ het wachtwoord dat u nu heeft.".into());
    }
    if state.second_factor && form.get("code").trim().is_empty() {
        return wrong("code", "Typ de zes cijfers die uw app nu toont.".into());
    }
    let now = chrono::SubsecRound::trunc_subsecs(state.clock.now(), 0);
    if let Attempt::Wait(until) = state.store.count_attempt(&officer.session, now).await.map_err(unavailable)? {
        let until = clock::dutch_time(until).format("%H:%M:%S");
        return wrong("wachtwoord", format!("Dit wachtwoord was te vaak verkeerd. Probeer het om {until} opnieuw."));
    }
    let Some(sealed) = officer.account.sealed_key.clone() else { return Err(see_other("/inloggen")) };
    let opened = state.login_lane.run_blocking(move || password::unlock_with(&sealed, &typed).ok()).await;
    let Ok(opened) = opened else { return Err(HttpResponse::TooManyRequests().finish()) };
    // A key of somebody else in the row proves nothing, whatever opens it.
    let Some((_, second)) = opened.filter(|(key, _)| key.halves() == officer.key.halves()) else {
        state.store.attempt_failed(officer.account.id, now).await.map_err(unavailable)?;
        return wrong("wachtwoord", "Dit is niet uw wachtwoord. Kijk of u het goed heeft getypt.".into());
    };
    if state.second_factor {
        let step = second.as_ref().and_then(|second| second.check(form.get("code"), now.timestamp()));
        let fresh = match step {
            Some(step) => state.store.use_step(officer.account.id, step).await.map_err(unavailable)?,
            None => false,
        };
        if !fresh {
            state.store.attempt_failed(officer.account.id, now).await.map_err(unavailable)?;
            return wrong(
                "code",
                "Deze code klopt niet of is al gebruikt. Wacht op een nieuwe. Blijft het misgaan? Kijk dan of de klok van uw \
                 telefoon gelijkloopt."
                    .into(),
            );
        }
    }
    state.store.attempt_succeeded(&officer.session).await.map_err(unavailable)?;
    Ok(Ok(second))
}

fn password_page(
    state: &State,
    status: StatusCode,
    officer: &Officer,
    suggestion: String,
    errors: &FieldErrors,
) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let asked = waits_at(officer);
    let asked: Vec<_> = asked.iter().map(String::as_str).collect();
    let view = desk::Wachtwoord {
        suggestion: &suggestion,
        ask_code: state.second_factor,
        is_member: !officer.ring.is_empty(),
        known_at: &asked,
        errors: &told.view(),
    };
    page(status, desk::wachtwoord(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// Routes at which a member must say that a new key is his: those that know him, and whose key he does not hold.
pub fn waits_at(officer: &Officer) -> Vec<String> {
    let known = |route: &RouteName| {
        let people = officer.ring.people(*route);
        officer.ring.held(*route).is_none()
            && people.is_some_and(|people| people.colleague(officer.account.id).is_some())
    };
    RouteName::of_people().filter(|route| known(route)).map(|route| texts::route(route).to_owned()).collect()
}

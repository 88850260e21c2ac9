//! An invitation: one link, one use, 72 hours. Behind it the person chooses a password, and his key is made and sealed.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Query},
};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use domain::{AccountId, FieldErrors, RouteName};
use rand::Rng;
use seal::{Digest, role};
use store::{Store, StoreError, accounts::PersonalKey};
use templates::{Text, desk, problem};
use unseal::{FullKey, password};
use web::{Form, Told, page, see_other};

use crate::{journal, notebook::Notebook, session, state::State, writing::WriteError};

/// Hours that an invitation works.
pub const VALID_HOURS: i64 = 72;
/// A stolen dump is as strong as the weakest password: this many characters at least ...
pub const SHORTEST: usize = 14;
/// ... and more than scrypt need ever look at, at most.
const LONGEST: usize = 1000;

/// Makes an account and gives the path of its invitation.
pub async fn invite(
    store: &Store,
    now: DateTime<Utc>,
    name: &str,
    function: &str,
    route: Option<RouteName>,
) -> Result<String, StoreError> {
    let mut secret = [0; 32];
    rand::rng().fill_bytes(&mut secret);
    let code = BASE64URL_NOPAD.encode(&secret);
    let account = entity::account::Model {
        id: AccountId::random(&mut rand::rng()),
        name: name.to_lowercase(),
        function: function.to_owned(),
        route,
        disabled: false,
        invitation: Some(hashed(&code)),
        invited_until: Some(now + TimeDelta::hours(VALID_HOURS)),
        pair: None,
        sealed_key: None,
    };
    store.add_account(account).await?;
    Ok(format!("/uitnodiging?code={code}"))
}

fn hashed(code: &str) -> Vec<u8> {
    Digest::of(code.as_bytes()).0.to_vec()
}

/// What stands in the link.
#[derive(serde::Deserialize)]
pub struct Link {
    #[serde(default)]
    code: String,
}

/// `GET /uitnodiging`
pub async fn form(state: Data<State>, link: Query<Link>) -> HttpResponse {
    match state.store.invited(&hashed(&link.code), state.clock.now()).await {
        Ok(Some(account)) => form_page(&state, StatusCode::OK, &account, &link.code, &FieldErrors::default()),
        Ok(None) => used_up(&state),
        Err(error) => session::unavailable(error),
    }
}

/// `POST /uitnodiging`
pub async fn accept(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let form = Form::decode(&body);
    let code = form.get("uitnodiging");
    let account = match state.store.invited(&hashed(code), state.clock.now()).await {
        Ok(Some(account)) => account,
        Ok(None) => return used_up(&state),
        Err(error) => return session::unavailable(error),
    };
    if let Err(refused) = journal::begin_as(&state, &request, &account, "").await {
        return refused;
    }
    let typed = form.get("wachtwoord").to_owned();
    let errors = weak(&typed, form.get("wachtwoord2"), &account);
    if !errors.is_empty() {
        return form_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &account, code, &errors);
    }
    let cost = state.cost;
    let id = account.id;
    let made = state.login_lane.run_blocking(move || new_key(id, &typed, cost)).await;
    let stored = match made {
        Ok(Ok((key, first))) => state.store.accept_invitation(&hashed(code), key, first).await,
        Ok(Err(_)) => return HttpResponse::InternalServerError().finish(),
        Err(_) => return HttpResponse::TooManyRequests().finish(),
    };
    match stored {
        Ok(()) => see_other("/inloggen?welkom"),
        Err(StoreError::Taken) => used_up(&state),
        Err(error) => session::unavailable(error),
    }
}

fn new_key(
    account: AccountId,
    typed: &str,
    cost: password::Cost,
) -> Result<(PersonalKey, entity::notebook::Model), WriteError> {
    let key = FullKey::<role::Person>::generate(&mut rand::rng());
    let sealed = password::lock(&key, typed, cost)?.into_bytes();
    let personal = PersonalKey { pair: serde_json::to_string(&key.pair())?, sealed };
    Ok((personal, Notebook::first(account, &key)?))
}

/// What is wrong with a password, as sentences at the fields.
fn weak(typed: &str, again: &str, account: &entity::account::Model) -> FieldErrors {
    let mut errors = FieldErrors::default();
    let length = typed.chars().count();
    if length < SHORTEST {
        errors.push(
            "wachtwoord",
            format!("Kies een wachtwoord van minstens {SHORTEST} tekens. Een zin van vijf woorden is goed."),
        );
    } else if length > LONGEST {
        errors.push("wachtwoord", "Dit wachtwoord is te lang. Kies er een van hoogstens 1.000 tekens.");
    } else if zxcvbn::zxcvbn(typed, &[&account.name, &account.function]).score() < zxcvbn::Score::Four {
        errors.push(
            "wachtwoord",
            "Dit wachtwoord is te makkelijk te raden. Kies vijf woorden die niets met elkaar te maken hebben.",
        );
    } else if typed != again {
        errors.push("wachtwoord2", "De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer.");
    }
    errors
}

fn form_page(
    state: &State,
    status: StatusCode,
    account: &entity::account::Model,
    code: &str,
    errors: &FieldErrors,
) -> HttpResponse {
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let view = desk::Uitnodiging {
        action: "/uitnodiging",
        account: &account.name,
        function: &account.function,
        invitation: code,
        errors: &errors,
        token: None,
    };
    page(status, desk::uitnodiging(&state.frame(), &view))
}

fn used_up(state: &State) -> HttpResponse {
    let view = problem::Problem {
        title: "Deze uitnodiging werkt niet meer",
        paragraphs: vec!["Een uitnodiging werkt één keer en 72 uur lang. Vraag de beheerder om een nieuwe."],
        back: Some(("/inloggen", "Naar inloggen")),
    };
    page(StatusCode::GONE, problem::problem(&state.frame(), problem::Side::Desk, &view))
}

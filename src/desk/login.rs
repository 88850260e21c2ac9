//! Logging in is opening one's own personal key; logging out is forgetting the key to it.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::{DateTime, Utc};
use domain::{AccountId, clock};
use post::Notice;
use seal::{Digest, role::Person};
use store::{StoreError, logins::Attempt};
use templates::desk;
use unseal::{FullKey, SecondFactor, SessionSecret, password};
use web::{Form, cookie, page, see_other};

use crate::{
    device, journal, mail,
    resume::Typed,
    session::{self, COOKIE},
    state::State,
};

/// The same words for an unknown name, a wrong password and an account that was disabled or stopped: which it was is nobody's
/// business. Who was stopped must not ask for a new invitation, which would cost him his key.
const WRONG: &str = "Naam en wachtwoord horen niet bij elkaar. Kijk of u ze goed heeft getypt. Blijft het misgaan? Vraag een \
                     collega of uw account stilstaat.";
/// And for a wrong code: who guesses does not hear that the password was right.
const WRONG_WITH_CODE: &str = "Naam, wachtwoord en code horen niet bij elkaar. Kijk of u ze goed heeft getypt. Elke code \
                               werkt één keer: wacht op een nieuwe. Blijft het misgaan? Kijk dan of de klok van uw \
                               telefoon gelijkloopt, en vraag een collega of uw account stilstaat.";
/// Whose password opened a key that has no second factor beside it.
const NO_SECOND: &str = "Uw account heeft nog geen code. Vraag de beheerder om een nieuwe uitnodiging.";

/// `GET /inloggen`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let notice = match request.query_string() {
        "verlopen" => Some("Uw sessie is verlopen. Log opnieuw in."),
        "klaar" => Some("U bent uitgelogd."),
        _ => None,
    };
    let view = desk::Inloggen { notice, ask_code: state.second_factor, ..Default::default() };
    page(StatusCode::OK, desk::inloggen(&state.frame(), &view))
}

/// The login page for who sent a form after his session ended.
pub fn after_all(state: &State, name: &str, carried: &str) -> HttpResponse {
    let view = desk::Inloggen {
        user: name,
        carried,
        ask_code: state.second_factor,
        notice: Some("Uw sessie is verlopen. Wat u typte is bewaard en nog niet verstuurd. Log in en ga verder."),
        ..Default::default()
    };
    page(StatusCode::FORBIDDEN, desk::inloggen(&state.frame(), &view))
}

/// `POST /inloggen`. An unknown name costs the same work as a known one, and waits as one.
pub async fn enter(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    if !web::form::from_own_site(&request) {
        return HttpResponse::Forbidden().finish();
    }
    let form = Form::decode(&body);
    match tried(&state, &request, &form).await {
        Ok(Outcome::Opened { account, key, device }) => {
            match entered(&state, &request, &form, &account, &key, device).await {
                Ok(answer) => answer,
                Err(error) => session::unavailable(error),
            }
        }
        Ok(Outcome::Refused(said)) => refused(&state, &form, StatusCode::UNPROCESSABLE_ENTITY, said),
        Ok(Outcome::Wait(until)) => {
            let said = format!(
                "Er is te vaak een verkeerd wachtwoord geprobeerd. Probeer het om {} opnieuw.",
                clock::dutch_time(until).format("%H:%M:%S")
            );
            refused(&state, &form, StatusCode::TOO_MANY_REQUESTS, &said)
        }
        Ok(Outcome::Busy) => HttpResponse::TooManyRequests().finish(),
        Err(error) => session::unavailable(error),
    }
}

fn refused(state: &State, form: &Form, status: StatusCode, said: &str) -> HttpResponse {
    let view = desk::Inloggen {
        user: form.get("gebruiker"),
        carried: form.get("vervolg"),
        ask_code: state.second_factor,
        error: Some(said),
        ..Default::default()
    };
    page(status, desk::inloggen(&state.frame(), &view))
}

/// What became of an attempt.
enum Outcome {
    Opened { account: Box<entity::account::Model>, key: Box<FullKey<Person>>, device: Option<[u8; 32]> },
    Refused(&'static str),
    Wait(DateTime<Utc>),
    Busy,
}

async fn tried(state: &State, request: &HttpRequest, form: &Form) -> Result<Outcome, StoreError> {
    let name = form.get("gebruiker").trim().to_lowercase();
    // PostgreSQL has no text with control characters; nobody has such a name.
    let known = if name.contains(char::is_control) { None } else { state.store.account_by_name(&name).await? };
    journal::tries(request, known.as_ref());
    let account = match known.filter(|account| !account.disabled) {
        Some(account) if state.store.is_halted(account.id).await? => None,
        account => account,
    };
    let device = match &account {
        Some(account) => device::known(state, request, account.id).await?,
        None => None,
    };
    // Without a known browser every name waits in its place, whether somebody has it or not: no wait tells names apart.
    let place = place(&name);
    let who = device.map_or_else(|| place.to_vec(), |device| device.to_vec());
    let now = state.clock.now();
    match state.store.count_attempt(&who, now).await? {
        Attempt::Wait(until) => return Ok(Outcome::Wait(until)),
        Attempt::Counted { failures } => peak(failures, account.as_ref().map(|account| account.id)),
    }
    let sealed = account.as_ref().and_then(|account| account.sealed_key.clone());
    let (typed, cost) = (form.get("wachtwoord").to_owned(), state.cost);
    let work = move || match sealed {
        Some(sealed) => password::unlock_with(&sealed, &typed).ok(),
        None => {
            password::pretend(&typed, cost);
            None
        }
    };
    // Nor does a queue: who is known by his browser has one of his own, so that a flood of guesses is not in his way.
    let lane = if device.is_some() { &state.login_lane } else { &state.stranger_lane };
    let Ok(opened) = lane.run_blocking(work).await else { return Ok(Outcome::Busy) };
    let wrong = if state.second_factor { WRONG_WITH_CODE } else { WRONG };
    let Some(account) = account else {
        // The same rows are written as for a name that somebody has; nobody is told of these.
        state.store.failed_at_place(&place, now).await?;
        return Ok(Outcome::Refused(wrong));
    };
    let said = match opened {
        None => wrong,
        Some((key, second)) => match code_fits(state, account.id, second.as_ref(), form.get("code"), now).await? {
            Code::Fits => {
                state.store.attempt_succeeded(&who).await?;
                return Ok(Outcome::Opened { account: Box::new(account), key: Box::new(key), device });
            }
            Code::Wrong => wrong,
            Code::Missing => NO_SECOND,
        },
    };
    state.store.attempt_failed(account.id, now).await?;
    Ok(Outcome::Refused(said))
}

/// Where attempts under a name are counted: one of 65,536 places, so that who invents names fills no table. That
/// two accounts share one is as good as never.
fn place(name: &str) -> [u8; 2] {
    let digest = Digest::of(name.as_bytes()).0;
    [digest[0], digest[1]]
}

enum Code {
    Fits,
    Wrong,
    /// There is no secret that a code could be of.
    Missing,
}

/// Whether a code is right, and was not used before.
async fn code_fits(
    state: &State,
    account: AccountId,
    second: Option<&SecondFactor>,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Code, StoreError> {
    if !state.second_factor {
        return Ok(Code::Fits);
    }
    let Some(second) = second else { return Ok(Code::Missing) };
    let Some(step) = second.check(code, now.timestamp()) else { return Ok(Code::Wrong) };
    Ok(if state.store.use_step(account, step).await? { Code::Fits } else { Code::Wrong })
}

/// Says so in the log where many attempts come one after the other: at 5, 10, 20, 40 and so on.
fn peak(failures: i32, account: Option<AccountId>) {
    let is_peak = failures >= store::logins::FREE
        && failures % store::logins::FREE == 0
        && (failures / store::logins::FREE).count_ones() == 1;
    match account {
        Some(account) if is_peak => tracing::warn!("{failures} attempts in a row to log in to account {account}"),
        None if is_peak => tracing::warn!("{failures} attempts in a row to log in under a name that nobody has"),
        _ => {}
    }
}

/// A new session, and the way on: to the work, or to the form that was sent when the last session ended.
async fn entered(
    state: &State,
    request: &HttpRequest,
    form: &Form,
    account: &entity::account::Model,
    key: &FullKey<Person>,
    device: Option<[u8; 32]>,
) -> Result<HttpResponse, StoreError> {
    let before = cookie::value(request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text));
    // Only of a session that this person had: whoever chooses a cookie can seal anything under it.
    let own = match &before {
        Some(secret) => state.store.session(&secret.lookup()).await?.is_some_and(|row| row.account_id == account.id),
        None => false,
    };
    let carried = before.filter(|_| own).and_then(|secret| Typed::open(form.get("vervolg"), &secret, account.id));
    let secret = begin(state, account.id, key).await?;
    let mut answer = match carried {
        Some(typed) => typed.page(state, StatusCode::OK, &secret.form_token()),
        None => see_other("/"),
    };
    let _ = answer.add_cookie(&cookie::strict(COOKIE, secret.text(), state.secure));
    device::remember(state, account.id, device, &mut answer).await?;
    if device.is_none() {
        mail::tell(state, account, &Notice::NewDevice).await;
    }
    Ok(answer)
}

/// Begins a session with an opened key.
pub async fn begin(state: &State, account: AccountId, key: &FullKey<Person>) -> Result<SessionSecret, StoreError> {
    let (row, secret) = fresh(state, account, key);
    state.store.add_session(row).await?;
    Ok(secret)
}

/// A session that begins now, for who stores it, and its cookie.
pub fn fresh(state: &State, account: AccountId, key: &FullKey<Person>) -> (entity::session::Model, SessionSecret) {
    let secret = SessionSecret::random(&mut rand::rng());
    let now = chrono::SubsecRound::trunc_subsecs(state.clock.now(), 0);
    let row = entity::session::Model {
        lookup: secret.lookup().to_vec(),
        account_id: account,
        sealed: secret.seal(account, now.timestamp(), key, &mut rand::rng()),
        made_at: now,
        used_at: now,
        proved_at: Some(now),
        proof: Some(secret.proof(account, now.timestamp()).to_vec()),
    };
    (row, secret)
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

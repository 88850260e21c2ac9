//! `/account`: one's own sessions, attempts of others, and the password that is asked again before an act that cannot be
//! taken back.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use domain::{clock, term};
use store::logins::Attempt;
use templates::desk;
use unseal::{SessionSecret, password};
use web::{Form, cookie, page, see_other};

use crate::{
    session::{self, COOKIE, Officer, unavailable},
    state::State,
    texts,
};

/// Minutes during which a password that was typed is not asked again.
pub const GRACE_MINUTES: i64 = 10;

/// `GET /account`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "wachtwoord" => {
            Some("U heeft een nieuw wachtwoord en een nieuwe sleutel. Al uw andere sessies zijn beëindigd.")
        }
        "code" => Some("Uw nieuwe app geldt. Al uw andere sessies zijn beëindigd."),
        "beeindigd" => Some("De sessie is beëindigd."),
        "gezien" => Some("U ziet de waarschuwing niet meer, tot er opnieuw vaak geprobeerd wordt."),
        "agenda" => Some("Het adres voor uw agenda werkt niet meer. Wat al in uw agenda staat, haalt u daar zelf weg."),
        _ => None,
    };
    account_page(&state, &officer, done, None).await
}

/// `address`: that of his calendar, where it was made just now.
pub async fn account_page(state: &State, officer: &Officer, done: Option<&str>, address: Option<&str>) -> HttpResponse {
    let found = async {
        let (id, store) = (officer.account.id, &state.store);
        let (tried, feed) = (store.attempts(id).await?, store.feed_of(id).await?);
        Ok::<_, store::StoreError>((store.sessions_of(id).await?, tried, feed))
    };
    let (sessions, tried, feed) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let now = state.clock.now();
    let moment = |at: DateTime<Utc>| {
        let at = clock::dutch_time(at);
        texts::moment(at.date(), at.time())
    };
    let open = sessions.iter().filter(|s| now - s.used_at < state.idle && now - s.made_at < state.longest);
    let rows: Vec<_> = open
        .map(|s| (HEXLOWER.encode(&s.lookup), moment(s.made_at), moment(s.used_at), s.lookup == officer.session))
        .collect();
    let rows: Vec<_> =
        rows.iter().map(|(id, began, used, own)| desk::SessionRow { id, began, used, is_this: *own }).collect();
    let tried = tried.filter(|tried| tried.unseen > 0);
    let last = tried.as_ref().and_then(|tried| tried.failed_at).map(moment).unwrap_or_default();
    let feed = feed.map(|feed| (term::dutch(feed.made_on), feed.fetched_on.map(term::dutch)));
    let calendar = match (address, &feed) {
        (Some(address), _) => desk::CalendarAddress::New(address),
        (None, Some((on, fetched))) => desk::CalendarAddress::Made { on, fetched: fetched.as_deref() },
        (None, None) => desk::CalendarAddress::None,
    };
    let view = desk::Account {
        sessions: &rows,
        longest_hours: state.longest.num_hours(),
        idle_minutes: state.idle.num_minutes(),
        attempts: tried.map(|tried| (tried.unseen, last.as_str())),
        second_factor: state.second_factor,
        calendar,
        done,
    };
    page(StatusCode::OK, desk::account(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// `POST /account/sessies`: ends one of one's own sessions elsewhere, or all of them.
pub async fn end(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let which = match form.get("sessie") {
        "andere" => None,
        id => match HEXLOWER.decode(id.as_bytes()) {
            Ok(lookup) => Some(lookup),
            Err(_) => return HttpResponse::BadRequest().finish(),
        },
    };
    let sessions = match state.store.sessions_of(officer.account.id).await {
        Ok(sessions) => sessions,
        Err(error) => return unavailable(error),
    };
    let ended = state.store.end_sessions_of(officer.account.id, which.as_deref(), Some(&officer.session)).await;
    for session in sessions.iter().filter(|session| session.lookup != officer.session) {
        if which.as_ref().is_none_or(|which| *which == session.lookup)
            && let Ok(lookup) = session.lookup.as_slice().try_into()
        {
            state.shelves.clear(&lookup);
        }
    }
    // Browsers that were known may be in other hands as well.
    if which.is_none()
        && let Err(error) = state.store.forget_devices_of(officer.account.id).await
    {
        return unavailable(error);
    }
    match ended {
        Ok(_) => see_other("/account?beeindigd"),
        Err(error) => unavailable(error),
    }
}

/// `POST /account/gezien`: the person was told of attempts in his name.
pub async fn seen(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    match session::officer_with_form(&state, &request, &body).await {
        Ok((officer, _)) => match state.store.attempts_seen(officer.account.id).await {
            Ok(()) => see_other("/account?gezien"),
            Err(error) => unavailable(error),
        },
        Err(refused) => refused,
    }
}

/// `GET /account/blijf`: opened in a tab of its own, so that what is typed in the other one stays. Asking for it is what
/// makes the session last.
pub async fn stay(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let frame = officer.frame(state.frame(), &[]);
            page(StatusCode::OK, desk::blijf(&frame))
        }
        Err(refused) => refused,
    }
}

/// Until when the password is not asked again: "14.32". `None`: it is asked.
pub fn proven_until(state: &State, officer: &Officer) -> Option<String> {
    let until = officer.sitting.proved_at? + TimeDelta::minutes(GRACE_MINUTES);
    (state.clock.now() < until).then(|| clock::dutch_time(until).format("%H.%M").to_string())
}

/// Checks the field `wachtwoord` of a form whose act cannot be taken back, unless it was typed just now. `Ok(Err(..))`: the
/// sentence for that field. Guessing in a session that stands open waits as guessing at the door does.
pub async fn proven(
    state: &State,
    request: &HttpRequest,
    officer: &Officer,
    form: &Form,
) -> Result<Result<(), String>, HttpResponse> {
    if proven_until(state, officer).is_some() {
        return Ok(Ok(()));
    }
    if form.get("wachtwoord").is_empty() {
        return Ok(Err("Typ uw wachtwoord nog een keer.".into()));
    }
    let now = chrono::SubsecRound::trunc_subsecs(state.clock.now(), 0);
    if let Attempt::Wait(until) = state.store.count_attempt(&officer.session, now).await.map_err(unavailable)? {
        let until = clock::dutch_time(until).format("%H:%M:%S");
        return Ok(Err(format!("Dit wachtwoord was te vaak verkeerd. Probeer het om {until} opnieuw.")));
    }
    let Some(sealed) = officer.account.sealed_key.clone() else { return Err(see_other("/inloggen")) };
    let typed = form.get("wachtwoord").to_owned();
    let opened = state.login_lane.run_blocking(move || password::unlock(&sealed, &typed).ok()).await;
    let Ok(opened) = opened else { return Err(HttpResponse::TooManyRequests().finish()) };
    // A key of somebody else in the row proves nothing, whatever opens it.
    if opened.is_none_or(|key| key.halves() != officer.key.halves()) {
        state.store.attempt_failed(officer.account.id, now).await.map_err(unavailable)?;
        return Ok(Err("Dit is niet uw wachtwoord. Kijk of u het goed heeft getypt.".into()));
    }
    state.store.attempt_succeeded(&officer.session).await.map_err(unavailable)?;
    if let Some(secret) = cookie::value(request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text)) {
        let proof = secret.proof(officer.account.id, now.timestamp());
        state.store.prove_session(&officer.session, now, &proof).await.map_err(unavailable)?;
    }
    Ok(Ok(()))
}

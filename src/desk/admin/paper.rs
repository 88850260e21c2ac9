//! What a route's key is sealed to on paper, and sealing it to another recovery recipient where the configuration names one.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::NaiveDate;
use domain::RouteName;
use entity::route_key;
use seal::{
    Digest, Recipient, Signed, VERSION, VerifyKey,
    recovery::{SealedTo, verify_sealed_to},
    role,
};
use store::StoreError;
use templates::desk::PaperState;
use unseal::{FullKey, PrivateHalf};
use web::see_other;

use super::{Refused, admin_page, overtaken};
use crate::{
    account, epoch,
    keyring::HeldRoute,
    opening::{self, failed},
    session::{self, Officer, unavailable},
    state::State,
    writing::WriteError,
};

/// The row of a route's key: its halves, and its private half sealed to a recovery recipient, with the statement that says so.
pub fn on_paper(
    on: NaiveDate,
    key: &FullKey<role::Route>,
    route: RouteName,
    recovery: &Recipient<role::Recovery>,
) -> Result<route_key::Model, WriteError> {
    let (halves, sealed) = (key.halves(), key.wrap(&[recovery.any()])?.into_bytes());
    let said = SealedTo { v: VERSION, route, recipient: recovery.clone(), sealed: Digest::of(&sealed), on };
    Ok(route_key::Model {
        route,
        encrypt: halves.encrypt.to_string(),
        verify: halves.verify.to_string(),
        recovery: sealed,
        sealed_to: Some(Signed::sign(&said, &[key])?.text().to_owned()),
    })
}

/// What is known of a route's key on paper, held against the configuration.
pub fn state_of(
    row: &route_key::Model,
    key: &VerifyKey<role::Route>,
    configured: Option<&Recipient<role::Recovery>>,
) -> PaperState {
    let Some(text) = &row.sealed_to else { return PaperState::Unknown };
    match verify_sealed_to(text, row.route, key, &row.recovery) {
        Err(_) => PaperState::Forged,
        Ok(said) if configured.is_none_or(|recipient| *recipient == said.recipient) => PaperState::Matches,
        Ok(_) => PaperState::Other,
    }
}

/// `POST /beheer/herstelsleutel`: a member seals the route's key to the recovery recipient that the configuration names; and the
/// keys of signals whose members have them one by one, as far as he opens them.
pub async fn reseal(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let held = form.get("route").parse().ok().and_then(|route| Some((route, officer.ring.usable(route)?.clone())));
    let Some((route, held)) = held else { return HttpResponse::Forbidden().finish() };
    let recovery = state.routes.recovery(route).filter(|recovery| recovery.to_string() == form.get("naar"));
    let Some(recovery) = recovery else {
        let said = "De configuratie noemt intussen een andere papieren sleutel. Kijk hieronder opnieuw, en vergelijk hem met wat \
                    de bewaarders opschreven.";
        return answer(&state, StatusCode::CONFLICT, &officer, said).await;
    };
    match account::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => return answer(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &said).await,
        Err(refused) => return refused,
    }
    let before = match state.store.route_key(route).await {
        Ok(before) => before,
        Err(error) => return unavailable(error),
    };
    let Some(before) = before else {
        let said = "In de database staat van deze route geen sleutel meer. Meld dit bij de beheerder.";
        return answer(&state, StatusCode::CONFLICT, &officer, said).await;
    };
    let row = match on_paper(state.today(), &held.key, route, recovery) {
        Ok(row) => row,
        Err(error) => return failed(error),
    };
    // The keys before it too: an export of what was sealed to them opens with the paper of today.
    let older = (0..).zip(&held.older).map(|(back, key)| {
        let number = i32::try_from(held.number).unwrap_or(i32::MAX) - back;
        Ok((number, key.wrap(&[recovery.any()])?.into_bytes()))
    });
    let older = match older.collect::<Result<Vec<_>, WriteError>>() {
        Ok(older) => older,
        Err(error) => return failed(error),
    };
    // The signals first: once the route's key lies sealed to the new paper, everything that this member opens does. Where it
    // stops halfway, `check` and the page go on saying so, and he does it again.
    if let Err(refused) = reseal_signals(&state, &request, route, recovery).await {
        return refused;
    }
    match state.store.reseal_route(row, &before.recovery, older, &held.under(route)).await {
        Ok(()) => see_other("/beheer?verzegeld"),
        // A colleague did it at the same moment, to the same recipient; or replaced the key, and what was sealed here is none.
        Err(StoreError::Taken) => match state.store.route_key(route).await {
            Ok(row) => {
                let is_done = |held: &HeldRoute| {
                    let said = row.as_ref().map(|row| state_of(row, &held.key.halves().verify, Some(recovery)));
                    said == Some(PaperState::Matches)
                };
                overtaken::unless_done(&state, &request, route, is_done, "/beheer?verzegeld").await
            }
            Err(error) => unavailable(error),
        },
        Err(error) => unavailable(error),
    }
}

async fn answer(state: &State, status: StatusCode, officer: &Arc<Officer>, said: &str) -> HttpResponse {
    let refused = Refused { general: Some(said.to_owned()), ..Refused::default() };
    admin_page(state, status, officer, &refused, None).await
}

/// Of signals whose members have the keys one by one, those that this member opens. Which others there are, nobody tells him.
async fn reseal_signals(
    state: &State,
    request: &HttpRequest,
    route: RouteName,
    recovery: &Recipient<role::Recovery>,
) -> Result<(), HttpResponse> {
    let officer: Arc<Officer> = session::officer(state, request).await?;
    for kenmerk in state.store.closed_signals(route).await.map_err(unavailable)? {
        for _ in 0..5 {
            let Ok(case) = opening::open(state, &officer, kenmerk.as_str()).await else { break };
            if !case.is_members() || case.findings.broken {
                break;
            }
            let Ok(addition) = epoch::resealed(&case, recovery) else { break };
            match state.store.add(case.intake.signal, addition).await {
                Ok(()) => break,
                Err(StoreError::Taken) => {}
                Err(error) => return Err(unavailable(error)),
            }
        }
    }
    Ok(())
}

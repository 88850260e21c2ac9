//! `/namen`: what the identiteitsbewaarder is asked, and his decision. He reads no signal: he sees who asks, why, and whether the
//! reporter said yes. The envelope he has only after his own yes. Nor does he see the name: the program opens his layer, and
//! what was in it goes on, sealed, to the member who asked. So an empty envelope is known to that member alone.

mod opening;
mod page;
mod request;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{FieldErrors, RouteName, reveal::verdict};
use seal::{Signer, VERSION, reveal};
use store::StoreError;
use web::{Form, see_other};

use page::{list_page, request_page};
use request::of_signal;
pub use request::{Asking, Envelope, Standing, all};

use crate::{
    account,
    opening::failed,
    revealing::recipients,
    session::{self, Officer, unavailable},
    state::State,
    writing::WriteError,
};

/// `GET /namen`
pub async fn list(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match keeper(&state, &request).await {
        Ok(officer) => match all(&state, &officer).await {
            Ok(asked) => list_page(&state, &officer, &asked),
            Err(error) => unavailable(error),
        },
        Err(refused) => refused,
    }
}

/// `GET /namen/{kenmerk}`, with `?PRINT` for one of several requests.
pub async fn one(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match keeper(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    match of_signal(&state, &officer, &kenmerk, request.query_string()).await {
        Ok(Some(asked)) => {
            let (form, none) = (Form::default(), FieldErrors::default());
            request_page(&state, StatusCode::OK, &officer, &asked, &form, &none)
        }
        Ok(None) => HttpResponse::NotFound().finish(),
        Err(error) => unavailable(error),
    }
}

/// `POST /namen/{kenmerk}`: field `stap` says `toekennen`, `weigeren`, or after a yes `openen`; `verzoek` which request he read.
pub async fn decide(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok((officer, form)) if officer.ring.usable(RouteName::Bewaarder).is_some() => (officer, form),
        Ok(_) => return HttpResponse::NotFound().finish(),
        Err(refused) => return refused,
    };
    let asked = match of_signal(&state, &officer, &kenmerk, form.get("verzoek")).await {
        Ok(Some(asked)) => asked,
        Ok(None) => return HttpResponse::NotFound().finish(),
        Err(error) => return unavailable(error),
    };
    let back = || see_other(&format!("/namen/{kenmerk}?{}", asked.print()));
    if form.get("stap") == "openen" {
        return match opening::open(&state, &officer, &asked).await {
            Ok(Ok(())) | Err(WriteError::Store(StoreError::Taken)) => back(),
            Ok(Err(why)) => {
                let mut errors = FieldErrors::default();
                errors.push("stap", why);
                request_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &asked, &form, &errors)
            }
            Err(error) => failed(error),
        };
    }
    // Decided before, by him or by a colleague, or another request than he read: the page says how it stands.
    if !matches!(asked.standing, Standing::Open) || form.get("verzoek") != asked.print() {
        return back();
    }
    let refused =
        |errors: &FieldErrors| request_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &asked, &form, errors);
    let mut errors = FieldErrors::default();
    let grants = match form.get("stap") {
        "toekennen" => true,
        "weigeren" => false,
        _ => {
            errors.push("stap", "Kies wat u wilt doen met een van de knoppen.");
            false
        }
    };
    let reason = verdict(form.get("reden")).map_err(|wrong| errors.extend(Some(wrong))).unwrap_or_default();
    if grants && !asked.said_yes() && asked.request.unasked.is_some() && form.get("akkoord") != "ja" {
        errors.push("akkoord", "De melder is niet gevraagd. Vink aan dat u die reden goed vindt, of weiger het.");
    }
    if errors.is_empty() {
        match account::proven(&state, &request, &officer, &form).await {
            Ok(Ok(())) => {}
            Ok(Err(said)) => errors.push("wachtwoord", said),
            Err(refused) => return refused,
        }
    }
    if !errors.is_empty() {
        return refused(&errors);
    }
    match write(&state, &officer, &asked, grants, reason).await {
        Ok(()) | Err(WriteError::Store(StoreError::Taken)) => back(),
        Err(error) => failed(error),
    }
}

/// An officer who keeps names; nobody else learns that the page exists.
async fn keeper(state: &State, request: &HttpRequest) -> Result<Arc<Officer>, HttpResponse> {
    let officer = session::officer(state, request).await?;
    if officer.ring.usable(RouteName::Bewaarder).is_some() {
        Ok(officer)
    } else {
        Err(HttpResponse::NotFound().finish())
    }
}

/// Signs and stores the decision. Nothing is opened by it: the envelope is with who asks.
async fn write(
    state: &State,
    officer: &Officer,
    asked: &Asking,
    granted: bool,
    reason: String,
) -> Result<(), WriteError> {
    let held = officer.ring.usable(RouteName::Bewaarder).ok_or(WriteError::Broken)?;
    let (request, case) = (&asked.request, asked.case_key.as_ref().ok_or(WriteError::Broken)?);
    let decision = reveal::Decision {
        v: VERSION,
        id: request.id,
        signal: request.signal,
        kenmerk: request.kenmerk.clone(),
        request: request.digest(),
        granted,
        reason,
        on: state.today(),
        by: officer.key.verify_key(),
    };
    // Who may not decide it is not told what was decided either.
    let keepers = recipients(&officer.ring, &asked.not_by());
    let to: Vec<_> = std::iter::once(case.any()).chain(keepers.iter().map(seal::Recipient::any)).collect();
    let sealed = reveal::seal_decision(&decision, &held.key, &*officer.key, &to)?;
    let under = held.under(RouteName::Bewaarder);
    Ok(state.store.decide_reveal(request.id, sealed.into_bytes(), &under).await?)
}

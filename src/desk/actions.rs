//! What an officer does with a signal: a message to the reporter, a status, the worked-up description.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    FieldErrors, Kind, Side, Status,
    description::Description,
    message::{Message, MessageType},
    status::{StatusChange, transitions_from},
};
use store::{StoreError, signals::Index};
use web::{Form, see_other};

use crate::{
    case::Case,
    opening::{self, failed},
    session::{self, Officer},
    signal::{Typed, signal_page},
    state::State,
    writing::{self, Draft, WriteError},
};

/// What an action wants to write, or why the form is shown again.
enum Decision {
    Write { drafts: Vec<Draft>, index: Index },
    /// It was written before: the button was pressed twice.
    Done,
    Ask(Typed),
}

/// `POST /signalen/{kenmerk}/bericht`
pub async fn message(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    act(&state, &request, &kenmerk, &body, "bericht", decide_message).await
}

/// `POST /signalen/{kenmerk}/status`
pub async fn status(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    act(&state, &request, &kenmerk, &body, "status", decide_status).await
}

/// `POST /signalen/{kenmerk}/omschrijving`
pub async fn description(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    act(&state, &request, &kenmerk, &body, "omschrijving", decide_description).await
}

type Decide = fn(&State, &Case, &Form) -> Result<Decision, WriteError>;

/// Opens the signal, decides, writes. Where a colleague wrote in between, it opens and decides again: nothing is lost, and what
/// no longer fits is asked again.
async fn act(
    state: &State,
    request: &HttpRequest,
    kenmerk: &str,
    body: &[u8],
    done: &str,
    decide: Decide,
) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(state, request, body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    for _ in 0..5 {
        let case = match opening::open(state, &officer, kenmerk).await {
            Ok(case) => case,
            Err(refused) => return refused,
        };
        match attempt(state, &officer, &case, &form, decide).await {
            Ok(None) => return see_other(&format!("/signalen/{}?{done}", case.stored.signal.kenmerk)),
            Ok(Some(typed)) => return signal_page(state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &case, &typed, None),
            Err(WriteError::Store(StoreError::Taken)) => {}
            // The page says what is broken; nothing was written.
            Err(WriteError::Broken) => {
                return signal_page(state, StatusCode::CONFLICT, &officer, &case, &typed(&form, FieldErrors::default()), None);
            }
            Err(error) => return failed(error),
        }
    }
    HttpResponse::ServiceUnavailable().finish()
}

async fn attempt(
    state: &State,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    decide: Decide,
) -> Result<Option<Typed>, WriteError> {
    if case.findings.broken {
        return Err(WriteError::Broken);
    }
    match decide(state, case, form)? {
        Decision::Done => Ok(None),
        Decision::Ask(typed) => Ok(Some(typed)),
        Decision::Write { drafts, index } => {
            writing::write(state, case, officer, drafts, index).await?;
            Ok(None)
        }
    }
}

/// What stood in the form, to show again.
fn typed(form: &Form, errors: FieldErrors) -> Typed {
    let owned = |name| form.get(name).to_owned();
    let description = form.fields().iter().any(|(name, _)| name == "omschrijving").then(|| owned("omschrijving"));
    Typed {
        description,
        message: (owned("type"), owned("bericht")),
        status: (owned("status"), owned("reden")),
        errors,
    }
}

fn decide_message(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let message = match Message::from_desk(form.get("type"), form.get("bericht"), state.clock.now()) {
        Ok(message) => message,
        Err(errors) => return Ok(Decision::Ask(typed(form, errors))),
    };
    let last = case.messages().filter(|(side, _)| *side == Side::Desk).last();
    if last.is_some_and(|(_, last)| last.kind == message.kind && last.bericht == message.bericht) {
        return Ok(Decision::Done);
    }
    // The first acknowledgement and a question move the status along where the table allows it: one act, not two.
    let follows = match message.kind {
        MessageType::Ontvangstbevestiging => Some(Status::OntvangstBevestigd),
        MessageType::Vraag => Some(Status::ReactieGevraagd),
        _ => None,
    };
    let steps = transitions_from(case.status(), case.intake.route);
    let follows = follows.filter(|to| steps.iter().any(|step| step.to == *to && !step.reason));
    let mut drafts = vec![Draft::to_reporter(Kind::Message, &message)?];
    let status = follows.unwrap_or_else(|| case.status());
    if let Some(to) = follows {
        drafts.extend(status_drafts(state, case, &StatusChange::by_message(to))?);
    }
    let index = Index { standing: status.public(), term: case.term_after(Some(&message), status) };
    Ok(Decision::Write { drafts, index })
}

fn decide_status(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let change = StatusChange::parse(
        case.status(),
        case.intake.route,
        form.get("status"),
        form.get("reden"),
        case.feedback_sent(),
        case.only_screened(),
    );
    let change = match change {
        Ok(change) => change,
        Err(errors) => return Ok(Decision::Ask(typed(form, errors))),
    };
    let index = Index { standing: change.status.public(), term: case.term_after(None, change.status) };
    Ok(Decision::Write { drafts: status_drafts(state, case, &change)?, index })
}

/// The exact status for the case file, and the coarse one for the reporter where it changes.
fn status_drafts(state: &State, case: &Case, change: &StatusChange) -> Result<Vec<Draft>, WriteError> {
    let mut drafts = vec![Draft::to_file(Kind::Status, &session::dated(state, change.clone()))?];
    drafts.extend(Draft::standing(case.standing(), change.status.public())?);
    Ok(drafts)
}

fn decide_description(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let description = match Description::parse(form.get("omschrijving"), form.get("thema")) {
        Ok(description) => description,
        Err(errors) => return Ok(Decision::Ask(typed(form, errors))),
    };
    let draft = Draft::to_file(Kind::Description, &session::dated(state, description))?;
    Ok(Decision::Write { drafts: vec![draft], index: case.index() })
}

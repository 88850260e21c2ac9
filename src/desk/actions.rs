//! What an officer does with a signal: a message to the reporter, a status, the worked-up description.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path, Payload},
};
use chrono::NaiveDate;
use domain::{
    Answers, FieldError, FieldErrors, Kind, Side, Status,
    access::{Declaration, Note},
    attachment::same_files,
    choices::Choice,
    description::{self, Description},
    message::{Message, MessageType},
    status::{StatusChange, transitions_from},
};
use store::{StoreError, signals::Index};
use templates::problem::{self, upload_problem};
use web::{Form, page, see_other};

use crate::{
    access,
    case::Case,
    composing,
    files::{self, Enclosures},
    investigation, keeping,
    opening::{self, failed},
    session::{self, Officer},
    signal::{Typed, signal_page},
    state::State,
    texts::CONSULT_FIRST,
    writing::{self, Draft, WriteError},
};

/// What an action wants to write, or why the form is shown again.
enum Decision {
    Write {
        drafts: Vec<Draft>,
        /// `None`: the columns stay as they are.
        index: Option<Index>,
    },
    /// It was written before: the button was pressed twice.
    Done,
    Ask(FieldErrors),
}

/// Something an officer does with a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Message,
    Status,
    Description,
    Declaration,
    Note,
}

impl Action {
    /// The word that the signal's page answers with a sentence.
    const fn done(self) -> &'static str {
        match self {
            Self::Message => "bericht",
            Self::Status => "status",
            Self::Description => "omschrijving",
            Self::Declaration => "verklaring",
            Self::Note => "aantekening",
        }
    }

    /// Whether this officer may do it in this signal.
    fn is_allowed(self, case: &Case) -> bool {
        match self {
            Self::Declaration => true,
            Self::Note => case.is_declared(),
            Self::Message => case.is_declared() && case.may_answer(),
            Self::Status | Self::Description => case.is_declared() && case.is_members(),
        }
    }
}

/// What became of an action.
pub enum Performed {
    Done,
    /// He has not said yet that he is not involved, or it is not his to do.
    NotHis(Box<Case>),
    /// The form must be mended, or (`broken`) the signal is damaged and takes nothing.
    Refused {
        case: Box<Case>,
        typed: Box<Typed>,
        broken: bool,
    },
}

/// `POST /signalen/{kenmerk}/bericht`, with files or without.
pub async fn message(
    state: Data<State>,
    request: HttpRequest,
    kenmerk: Path<String>,
    payload: Payload,
) -> HttpResponse {
    // Without a session nothing is looked at.
    if let Err(refused) = session::may_send(&state, &request).await {
        return refused;
    }
    let mut received = match state.attachments.form(&request, payload).await {
        Ok(received) => received,
        // It cannot carry the session's token either.
        Err(attachments::ReceiveError::NoForm) => return HttpResponse::Forbidden().finish(),
        Err(error) => {
            tracing::warn!("a message's form was not received: {}", web::telemetry::cause(&error));
            let most = attachments::mib(state.attachments.limits.report);
            return match upload_problem(&state.frame(), problem::Side::Desk, error.status().as_u16(), &most) {
                Some(said) if error.has_files() => page(error.status(), said),
                _ => HttpResponse::new(error.status()),
            };
        }
    };
    let form = Form::of(std::mem::take(&mut received.fields));
    let officer = match session::officer_of_form(&state, &request, &form).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    if form.get("invullen") == "ja" {
        return composing::fill(&state, &officer, &kenmerk, &form, received.files.is_empty()).await;
    }
    let enclosed = match files::enclose(&state, &officer, &kenmerk, &form, &received).await {
        Ok((_, enclosed, errors)) if errors.is_empty() => enclosed,
        Ok((case, _, errors)) => {
            let typed = typed(&form, errors);
            return signal_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &case, &typed, None);
        }
        Err(refused) => return refused,
    };
    answer(&state, &officer, &kenmerk, &form, Action::Message, &enclosed).await
}

/// A refused form comes back without its files: browsers do not choose again by themselves.
fn choose_again(mut errors: FieldErrors, enclosed: &Enclosures) -> FieldErrors {
    if !enclosed.is_empty() && errors.for_field("bijlagen").is_none() {
        errors.push("bijlagen", "Kies de bestanden opnieuw.");
    }
    errors
}

/// `POST /signalen/{kenmerk}/status`
pub async fn status(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    with_form(&state, &request, &kenmerk, &body, Action::Status).await
}

/// `POST /signalen/{kenmerk}/omschrijving`
pub async fn description(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    with_form(&state, &request, &kenmerk, &body, Action::Description).await
}

/// `POST /signalen/{kenmerk}/verklaring`: not involved; who is, is led to where his access ends.
pub async fn declaration(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if form.get("betrokken") != "ja" {
        // He was asked at a meeting's table, and goes on there: a day and this signal, no other address.
        if let Ok(day) = form.get("overleg").parse::<NaiveDate>() {
            let declared = Action::Declaration;
            return match perform(&state, &officer, &kenmerk, &form, declared, &Enclosures::default()).await {
                Ok(Performed::Done) => see_other(&format!("/overleggen/{day}/{kenmerk}?{}", declared.done())),
                outcome => answered(&state, &officer, &kenmerk, &form, declared, outcome),
            };
        }
        return answer(&state, &officer, &kenmerk, &form, Action::Declaration, &Enclosures::default()).await;
    }
    match opening::open_for(&state, &officer, &kenmerk, &form).await {
        // New keys take the route's key, and a reason: the page for that says what it means.
        Ok(case) if case.is_members() => see_other(&format!("/signalen/{kenmerk}/toegang?zelf#ontnemen")),
        Ok(case) if case.findings.broken => {
            signal_page(&state, StatusCode::CONFLICT, &officer, &case, &typed(&form, FieldErrors::default()), None)
        }
        Ok(case) => match access::steps_back(&state, &officer, &case).await {
            Ok(()) => see_other("/?buiten"),
            // A colleague wrote in between.
            Err(WriteError::Store(StoreError::Taken)) => see_other(&format!("/signalen/{kenmerk}")),
            Err(error) => failed(error),
        },
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/aantekening`
pub async fn note(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    with_form(&state, &request, &kenmerk, &body, Action::Note).await
}

async fn with_form(state: &State, request: &HttpRequest, kenmerk: &str, body: &[u8], action: Action) -> HttpResponse {
    match session::officer_with_form(state, request, body).await {
        Ok((officer, form)) => answer(state, &officer, kenmerk, &form, action, &Enclosures::default()).await,
        Err(refused) => refused,
    }
}

async fn answer(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
    action: Action,
    enclosed: &Enclosures,
) -> HttpResponse {
    answered(state, officer, kenmerk, form, action, perform(state, officer, kenmerk, form, action, enclosed).await)
}

fn answered(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
    action: Action,
    outcome: Result<Performed, HttpResponse>,
) -> HttpResponse {
    match outcome {
        // Who just said that he is not involved wants to read it.
        Ok(Performed::Done) if action == Action::Declaration => {
            see_other(&format!("/signalen/{kenmerk}?{}#lezen", action.done()))
        }
        Ok(Performed::Done) => see_other(&format!("/signalen/{kenmerk}?{}", action.done())),
        Ok(Performed::NotHis(case)) => {
            signal_page(state, StatusCode::FORBIDDEN, officer, &case, &typed(form, not_his(&case)), None)
        }
        Ok(Performed::Refused { case, typed, broken }) => {
            let status = if broken { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            signal_page(state, status, officer, &case, &typed, None)
        }
        Err(refused) => refused,
    }
}

/// Opens the signal, decides, writes. Where a colleague wrote in between, it opens and decides again: nothing is lost,
/// and what no longer fits is asked again.
pub async fn perform(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
    action: Action,
    enclosed: &Enclosures,
) -> Result<Performed, HttpResponse> {
    writing::retried(async || {
        let case = opening::open_for(state, officer, kenmerk, form).await?;
        let refused = |case, errors, broken| {
            Ok(Some(Performed::Refused { case: Box::new(case), typed: Box::new(typed(form, errors)), broken }))
        };
        if case.findings.broken {
            return refused(case, FieldErrors::default(), true);
        }
        if !action.is_allowed(&case) {
            return Ok(Some(Performed::NotHis(Box::new(case))));
        }
        let (drafts, index) = match decide(state, &case, form, action, enclosed).map_err(failed)? {
            Decision::Done => return Ok(Some(Performed::Done)),
            Decision::Ask(errors) => return refused(case, choose_again(errors, enclosed), false),
            Decision::Write { drafts, index } => (drafts, index),
        };
        writing::unless_taken(files::write(state, &case, officer, drafts, index, enclosed).await, Performed::Done)
    })
    .await
}

fn decide(
    state: &State,
    case: &Case,
    form: &Form,
    action: Action,
    enclosed: &Enclosures,
) -> Result<Decision, WriteError> {
    match action {
        Action::Message => decide_message(state, case, form, enclosed),
        Action::Status => decide_status(state, case, form),
        Action::Description => decide_description(state, case, form),
        Action::Declaration => decide_declaration(state, case),
        Action::Note => decide_note(state, case, form),
    }
}

/// The fields of the worked-up description.
fn sorted(form: &Form) -> Answers {
    let ours = form.fields().iter().filter(|(name, _)| description::FIELDS.contains(&name.as_str()));
    ours.cloned().collect()
}

/// Why an officer may not do something yet, or not at all.
pub(crate) fn not_his(case: &Case) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if !case.is_declared() {
        errors.push("betrokken", "Zeg eerst dat u niet betrokken bent bij dit signaal.");
    }
    errors
}

/// What stood in the form, to show again.
pub(crate) fn typed(form: &Form, errors: FieldErrors) -> Typed {
    let owned = |name| form.get(name).to_owned();
    let description = form.fields().iter().any(|(name, _)| name == "omschrijving").then(|| sorted(form));
    Typed {
        description,
        message: (owned("type"), owned("bericht")),
        text: owned("tekst"),
        filled: None,
        status: (owned("status"), owned("reden")),
        confirmed: form.get("bevestigd") == "ja",
        note: owned("aantekening"),
        errors,
    }
}

fn decide_message(state: &State, case: &Case, form: &Form, enclosed: &Enclosures) -> Result<Decision, WriteError> {
    let mut message = match Message::from_desk(form.get("type"), form.get("bericht"), state.clock.now()) {
        Ok(message) => message,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    if let Some(errors) = composing::unfinished(&message.bericht) {
        return Ok(Decision::Ask(errors));
    }
    if !enclosed.fit(case) {
        let mut errors = FieldErrors::default();
        errors.push("bijlagen", "De sleutels van dit signaal zijn intussen vernieuwd. Kies de bestanden opnieuw.");
        return Ok(Decision::Ask(errors));
    }
    message.bestanden = enclosed.attachments();
    let last = case.messages().filter(|(side, _)| *side == Side::Desk).last();
    if last.is_some_and(|(_, last)| {
        last.kind == message.kind && last.bericht == message.bericht && same_files(&last.bestanden, &message.bestanden)
    }) {
        return Ok(Decision::Done);
    }
    // The first acknowledgement and a question move the status along where the table allows it: one act, not two.
    let follows = match message.kind {
        MessageType::Ontvangstbevestiging => Some(Status::OntvangstBevestigd),
        MessageType::Vraag => Some(Status::ReactieGevraagd),
        _ => None,
    };
    // A behandelaar answers and decides no status.
    let steps = if case.is_members() { transitions_from(case.status(), case.route) } else { Vec::new() };
    let follows = follows.filter(|to| steps.iter().any(|step| step.to == *to && !step.reason));
    let mut drafts = vec![Draft::to_reporter(Kind::Message, &message)?];
    let status = follows.unwrap_or_else(|| case.status());
    if let Some(to) = follows {
        drafts.extend(status_drafts(state, case, &StatusChange::by_message(to))?);
    }
    let index = Index { standing: status.public(), term: case.term_after(Some(&message), status) };
    Ok(Decision::Write { drafts, index: Some(index) })
}

fn decide_status(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let change = StatusChange::parse(
        case.status(),
        case.route,
        form.get("status"),
        form.get("reden"),
        // To whom nobody can answer, no answer is owed.
        case.feedback_sent() || !case.has_mailbox(),
        case.only_screened(),
    );
    let (unconfirmed, unfinished) = (unconfirmed(case, form), investigation::unfinished(case, form));
    let change = match (change, unconfirmed, unfinished) {
        (Ok(change), None, None) => change,
        (change, unconfirmed, unfinished) => {
            let errors = change.err().into_iter().flatten().chain(unfinished).chain(unconfirmed);
            return Ok(Decision::Ask(errors.collect()));
        }
    };
    let index = Index { standing: change.status.public(), term: case.term_after(None, change.status) };
    Ok(Decision::Write { drafts: status_drafts(state, case, &change)?, index: Some(index) })
}

/// A step that informs others is taken knowingly while it may betray the reporter.
fn unconfirmed(case: &Case, form: &Form) -> Option<FieldError> {
    let status = Status::from_value(form.get("status"))?;
    let informs = status.informs_others() && case.others_need_confirmation();
    let field = "bevestigd";
    (informs && form.get(field) != "ja").then(|| FieldError { field, message: CONSULT_FIRST.into() })
}

/// The exact status for the case file, and the coarse one for the reporter where it changes.
pub(crate) fn status_drafts(state: &State, case: &Case, change: &StatusChange) -> Result<Vec<Draft>, WriteError> {
    let mut drafts = vec![Draft::to_file(Kind::Status, &session::dated(state, change.clone()))?];
    let until = keeping::until_told(state, case, change.status);
    drafts.extend(Draft::standing(case, change.status.public(), until)?);
    Ok(drafts)
}

fn decide_description(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let latest = case.description().map(|(_, written)| written.inhoud);
    let description = match Description::parse(&sorted(form), &state.areas, latest.as_ref()) {
        Ok(description) => description,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    let draft = Draft::to_file(Kind::Description, &session::dated(state, description))?;
    Ok(Decision::Write { drafts: vec![draft], index: None })
}

fn decide_declaration(state: &State, case: &Case) -> Result<Decision, WriteError> {
    if case.is_declared() {
        return Ok(Decision::Done);
    }
    if case.reader_is_involved() {
        let mut errors = FieldErrors::default();
        errors
            .push("betrokken", "U zei eerder dat u betrokken bent. Dat neemt u niet zelf terug. Vraag een ander lid.");
        return Ok(Decision::Ask(errors));
    }
    let said = Declaration { betrokken: false, toelichting: String::new() };
    let draft = Draft::to_file(Kind::Declaration, &session::dated(state, said))?;
    Ok(Decision::Write { drafts: vec![draft], index: None })
}

fn decide_note(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let note = match Note::parse(form.get("aantekening")) {
        Ok(note) => note,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    // The button was pressed twice.
    if case.notes().last().is_some_and(|(author, last)| case.is_own(author) && last.inhoud.tekst == note.tekst) {
        return Ok(Decision::Done);
    }
    let draft = Draft::to_file(Kind::Note, &session::dated(state, note))?;
    Ok(Decision::Write { drafts: vec![draft], index: None })
}

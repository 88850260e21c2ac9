//! `/signalen/{kenmerk}/onderzoek`: the integrity track and who must be informed. A step stands in the case file; what is
//! next and who must still be informed follows from it. What forms ask is in `forms`, what was written in words in
//! `words`, the page in `page`.

mod forms;
mod page;
pub mod words;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    Answers, FieldError, FieldErrors, Kind, Status,
    choices::Choice,
    protocol::{Setting, Step, StepKind, decision::Outcome, inform::Discharge, order},
    status::{self, StatusChange},
};
use store::signals::Index;
use web::{Form, see_other};

use crate::{
    case::Case,
    keeping,
    opening::{self, failed},
    session::{self, Officer},
    signal::not_his_page,
    state::State,
    texts::{self, CONSULT_FIRST},
    writing::{self, Draft, WriteError},
};
pub use page::in_short;
use page::track_page;

/// The form that says who was informed, beside those of the steps.
const INFORM: &str = "informeren";
/// The form that says why a step that settles a duty will not be taken.
const LEAVE: &str = "afwijken";

/// What a form wants to write, or why it is shown again.
enum Decision {
    Write { drafts: Vec<Draft>, index: Option<Index> },
    Done,
    Ask(FieldErrors),
}

/// What became of a form.
pub enum Recorded {
    Done,
    /// The form must be mended, it is not his to fill in, or the signal is damaged and takes nothing.
    Refused {
        case: Box<Case>,
        status: StatusCode,
        errors: FieldErrors,
    },
}

/// `GET /signalen/{kenmerk}/onderzoek`: whoever may open the signal reads it.
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = (request.query_string() == "vastgelegd").then_some("Het staat in het dossier.");
    match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => {
            let none = FieldErrors::default();
            answer(&state, StatusCode::OK, &officer, &case, &Form::default(), &none, done)
        }
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/onderzoek`
pub async fn record(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    match perform(&state, &officer, &kenmerk, &form).await {
        Ok(Recorded::Done) => see_other(&format!("/signalen/{kenmerk}/onderzoek?vastgelegd")),
        Ok(Recorded::Refused { case, status, errors }) => answer(&state, status, &officer, &case, &form, &errors, None),
        Err(refused) => refused,
    }
}

/// The page; for who did not say yet whether he is involved, the question.
fn answer(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    if case.may_be_shown() {
        return track_page(state, status, officer, case, form, errors, done);
    }
    not_his_page(state, StatusCode::FORBIDDEN, officer, case)
}

/// Whether the track is for this signal: on every route but that of ondermijning.
pub fn is_offered(case: &Case) -> bool {
    status::Track::of(case.route) == status::Track::Integriteit
}

/// Opens the signal, decides, writes. Where a colleague wrote in between, it opens and decides again.
pub async fn perform(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
) -> Result<Recorded, HttpResponse> {
    writing::retried(async || {
        let case = opening::open_for(state, officer, kenmerk, form).await?;
        let refused = |case, status, errors| Ok(Some(Recorded::Refused { case: Box::new(case), status, errors }));
        if case.findings.broken {
            return refused(case, StatusCode::CONFLICT, FieldErrors::default());
        }
        if !is_offered(&case) {
            return Err(HttpResponse::NotFound().finish());
        }
        if !case.is_members() || !case.is_declared() {
            return refused(case, StatusCode::FORBIDDEN, not_his());
        }
        let decided = match (form.get("stap"), form.get("stap").parse::<StepKind>()) {
            (INFORM, _) => inform(state, &case, form),
            (LEAVE, _) => leave(state, &case, form),
            (_, Ok(kind)) => step(state, &case, kind, form),
            _ => return Err(HttpResponse::BadRequest().finish()),
        };
        let (drafts, index) = match decided.map_err(failed)? {
            Decision::Done => return Ok(Some(Recorded::Done)),
            Decision::Ask(errors) => return refused(case, StatusCode::UNPROCESSABLE_ENTITY, errors),
            Decision::Write { drafts, index } => (drafts, index),
        };
        let written = writing::write(state, &case, officer, drafts, index, Vec::new()).await;
        writing::unless_taken(written, Recorded::Done)
    })
    .await
}

/// Why an officer may not write here. The error is of the form as a whole: none of its fields would help.
fn not_his() -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.push("", "De leden van de route leggen dit vast. U kunt het lezen.");
    errors
}

fn answers(form: &Form) -> Answers {
    form.fields().iter().cloned().collect()
}

fn step(state: &State, case: &Case, kind: StepKind, form: &Form) -> Result<Decision, WriteError> {
    let (track, today) = (case.track(), state.today());
    let setting = case.setting(&track, today);
    // The button was pressed twice. The first order gave no reason for a change, which its own copy need not give either.
    let first = Step::parse(kind, &answers(form), &Setting { assignment: None, ..setting.clone() });
    if first.is_ok_and(|step| track.holds(&step)) {
        return Ok(Decision::Done);
    }
    let parsed = Step::parse(kind, &answers(form), &setting);
    let mut errors = FieldErrors::default();
    if let Some(why) = track.blocked(kind, today) {
        errors.push("", why);
    }
    let step = match parsed {
        Ok(step) => {
            if let Some(need) = track.lacks(&step) {
                errors.push("besluit", need.label());
            }
            Some(step)
        }
        Err(wrong) => {
            errors.extend(Some(wrong));
            None
        }
    };
    errors.extend(unconfirmed(case, kind, form).map(|error| [error].into_iter().collect()));
    let step = match errors.or(step) {
        Ok(step) => step,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    let mut drafts = vec![Draft::to_file(Kind::Investigation, &session::dated(state, step.clone()))?];
    let index = follow(state, case, &step, &mut drafts)?;
    Ok(Decision::Write { drafts, index })
}

/// The statuses that a step brings along, and what the columns then say.
fn follow(state: &State, case: &Case, step: &Step, drafts: &mut Vec<Draft>) -> Result<Option<Index>, WriteError> {
    let brings = match step {
        Step::Besluit(decision) => (decision.besluit == Outcome::Onderzoek).then_some(Status::InFeitenonderzoek),
        _ => order::order_of(step.kind()).brings,
    };
    let way = brings.map(|to| order::way(case.status(), to, case.route)).unwrap_or_default();
    let Some(last) = way.last().copied() else { return Ok(None) };
    for status in way {
        let change = StatusChange::by_message(status);
        drafts.push(Draft::to_file(Kind::Status, &session::dated(state, change))?);
    }
    drafts.extend(Draft::standing(case, last.public(), keeping::until_told(state, case, last))?);
    Ok(Some(Index { standing: last.public(), term: case.term_after(None, last) }))
}

/// The field of the second thought before others hear of the signal; `None`: nobody hears of it by this step.
const fn confirmation(kind: StepKind) -> Option<&'static str> {
    match kind {
        StepKind::Voornemen => Some("bevestigd_voornemen"),
        StepKind::Vooronderzoek => Some("bevestigd_vooronderzoek"),
        StepKind::Raadpleging => Some("bevestigd_raadpleging"),
        StepKind::Betrokkene => Some("bevestigd_betrokkene"),
        StepKind::Bevindingen => Some("bevestigd_bevindingen"),
        StepKind::Besluit => Some("bevestigd_besluit"),
        StepKind::Kennisgeving => Some("bevestigd_kennisgeving"),
        StepKind::Gehoor => Some("bevestigd_gehoor"),
        StepKind::Rapport => Some("bevestigd_rapport"),
        StepKind::Aangifte => Some("bevestigd_aangifte"),
        StepKind::Communicatie => Some("bevestigd_communicatie"),
        StepKind::Bespreking => Some("bevestigd_bespreking"),
        StepKind::Opdracht | StepKind::Voortgang | StepKind::Reactie | StepKind::Geheimhouding => None,
    }
}

/// A step of which others hear is taken knowingly while it may betray the reporter. Of three it depends on what was chosen.
fn unconfirmed(case: &Case, kind: StepKind, form: &Form) -> Option<FieldError> {
    let field = confirmation(kind)?;
    let informs = match kind {
        StepKind::Betrokkene => form.get("betrokkene_ingelicht") == "ja",
        StepKind::Besluit => form.get("besluit") != Outcome::GeenVermoeden.label(),
        StepKind::Aangifte => form.get("aangifte") != domain::protocol::criminal::Charge::Niet.label(),
        _ => true,
    };
    let asks = informs && case.others_need_confirmation() && form.get(field) != "ja";
    asks.then(|| FieldError { field, message: CONSULT_FIRST.into() })
}

fn inform(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let (track, answers) = (case.track(), answers(form));
    let setting = case.setting(&track, state.today());
    let every: Vec<_> = track.duties().iter().map(|duty| duty.row).collect();
    if Discharge::parse(&answers, &setting, &every).is_ok_and(|said| track.holds_discharge(&said)) {
        return Ok(Decision::Done);
    }
    let mut errors = FieldErrors::default();
    let chosen = |value: &str| answers.all("plicht").iter().any(|typed| typed == value);
    let open = track.open();
    let early = open.iter().filter(|duty| chosen(&duty.row.name().value()));
    for why in early.filter_map(|duty| track.too_early(duty.row)) {
        errors.push("plicht", why);
    }
    if track.can_be_settled().is_empty() && errors.is_empty() {
        errors.push("", "Er staat niets open dat u nu kunt afvinken. Een collega was misschien eerder.");
    }
    let parsed =
        if errors.is_empty() { Discharge::parse(&answers, &setting, &track.can_be_settled()) } else { Err(errors) };
    let said = match parsed {
        Ok(said) => said,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    let draft = Draft::to_file(Kind::Duty, &session::dated(state, said))?;
    Ok(Decision::Write { drafts: vec![draft], index: None })
}

/// Why a step that settles a duty will not be taken.
fn leave(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let (track, mut answers) = (case.track(), Answers::default());
    for (own, name) in forms::LEAVING {
        form.all(own).for_each(|typed| answers.push(name, typed));
    }
    let setting = case.setting(&track, state.today());
    let every: Vec<_> = track.duties().iter().map(|duty| duty.row).collect();
    if Discharge::parse(&answers, &setting, &every).is_ok_and(|said| track.holds_discharge(&said)) {
        return Ok(Decision::Done);
    }
    match Discharge::parse(&answers, &setting, &track.can_be_left()) {
        Ok(said) => {
            let draft = Draft::to_file(Kind::Duty, &session::dated(state, said))?;
            Ok(Decision::Write { drafts: vec![draft], index: None })
        }
        Err(errors) => {
            let own = |error: FieldError| match error.field {
                "plicht" => FieldError { field: "afwijking_plicht", message: "Kies wat er niet gebeurt.".into() },
                "plicht_uitkomst" => FieldError {
                    field: "afwijking_uitkomst",
                    message: "Kies of u afwijkt, of dat het niet nodig is.".into(),
                },
                _ => FieldError { field: "afwijking_reden", ..error },
            };
            let errors = errors.into_iter().map(own);
            Ok(Decision::Ask(errors.collect()))
        }
    }
}

/// Why a signal cannot be closed: somebody must still be informed (rule R5 and the protocol's own duties).
pub fn unfinished(case: &Case, form: &Form) -> Option<FieldError> {
    if Status::from_value(form.get("status")) != Some(Status::Afgehandeld) {
        return None;
    }
    let open = case.track().open();
    let names: Vec<_> = open.iter().map(|duty| format!("{} ({})", duty.row.to, duty.row.moment)).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let message = format!(
        "Er staan nog informatieplichten open: {}. Vink ze af op de pagina ‘Onderzoek en informeren’ van dit signaal.",
        texts::some_of(&names, 4)
    );
    (!open.is_empty()).then(|| FieldError { field: "status", message: message.into() })
}

//! `/signalen/{kenmerk}/verrijking` and `/signalen/{kenmerk}/verrijking/{nummer}`: questions to functions, what is answered,
//! and the routine ground for acting. Who may do what stands in [`domain::enrichment::STEPS`]; the pages in [`page`].

mod page;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    Answers, FieldErrors, Kind, Status,
    enrichment::{
        Act, By, Enrichment, Party, Question,
        form::{self, Wording},
        words,
    },
    status::{StatusChange, transitions_from},
};
use seal::grant::Grant;
use store::signals::Index;
use web::{Form, see_other};

pub use page::{Reply, Summary, asked_rows, replies};
use page::{overview_page, question_page};

use crate::{
    access, actions,
    case::Case,
    keyring::named,
    opening::{self, failed},
    session::{self, Officer},
    signal::not_his_page,
    state::State,
    texts::CONSULT_FIRST,
    working::Working,
    writing::{self, Draft, WriteError},
};

/// What a form wants to write, or why it is shown again.
enum Decision {
    Write(Enrichment),
    /// It is so already: the button was pressed twice.
    Done,
    Ask(FieldErrors),
    /// It is somebody else's to do.
    NotHis(FieldErrors),
}

/// What became of a form.
pub enum Performed {
    /// With the word that the next page answers with a sentence.
    Done(&'static str),
    Refused {
        case: Box<Case>,
        status: StatusCode,
        errors: FieldErrors,
    },
}

/// `GET /signalen/{kenmerk}/verrijking`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let (form, none) = (Form::default(), FieldErrors::default());
    match opened(&state, &officer, &kenmerk).await {
        Ok(case) => {
            let done = said(request.query_string());
            overview_page(&state, StatusCode::OK, &officer, &case, &form, &none, done).await
        }
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/verrijking`: a question, or the routine ground.
pub async fn ask(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    match perform(&state, &officer, &kenmerk, None, &form).await {
        Ok(Performed::Done(done)) => see_other(&format!("/signalen/{kenmerk}/verrijking?{done}")),
        Ok(Performed::Refused { case, status, errors }) => {
            overview_page(&state, status, &officer, &case, &form, &errors, None).await
        }
        Err(refused) => refused,
    }
}

/// `GET /signalen/{kenmerk}/verrijking/{nummer}`
pub async fn question(state: Data<State>, request: HttpRequest, path: Path<(String, String)>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let (kenmerk, number) = path.into_inner();
    let case = match opened(&state, &officer, &kenmerk).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let (form, none) = (Form::default(), FieldErrors::default());
    match number.parse().ok().and_then(|number| case.enrichment().question(number).cloned()) {
        Some(question) => {
            let done = said(request.query_string());
            question_page(&state, StatusCode::OK, &officer, &case, &question, &form, &none, done)
        }
        None => HttpResponse::NotFound().finish(),
    }
}

/// `POST /signalen/{kenmerk}/verrijking/{nummer}`: what somebody does with one question.
pub async fn answer(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    body: Bytes,
) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let (kenmerk, number) = path.into_inner();
    let Ok(number) = number.parse() else { return HttpResponse::NotFound().finish() };
    match perform(&state, &officer, &kenmerk, Some(number), &form).await {
        Ok(Performed::Done(done)) => see_other(&format!("/signalen/{kenmerk}/verrijking/{number}?{done}")),
        Ok(Performed::Refused { case, status, errors }) => match case.enrichment().question(number) {
            Some(question) => question_page(&state, status, &officer, &case, question, &form, &errors, None),
            None => overview_page(&state, status, &officer, &case, &form, &errors, None).await,
        },
        Err(refused) => refused,
    }
}

/// What was just done, in a sentence.
fn said(word: &str) -> Option<&'static str> {
    match word {
        "gevraagd" => Some("Uw vraag staat klaar. Uw collega ziet haar bij Mijn werk."),
        "aanleiding" => Some("De gewone aanleiding is opgeslagen."),
        "getoetst" => Some("Uw oordeel over de bronnen staat in het dossier."),
        "beantwoord" => Some("Uw antwoord staat in het dossier."),
        "details" => Some("Uw collega ziet bij Mijn werk dat u details nodig hebt."),
        "toegelicht" => Some("De details staan in het dossier."),
        "ingetrokken" => Some("De vraag is ingetrokken."),
        _ => None,
    }
}

/// Opens the signal, decides, writes. Where a colleague wrote in between, it opens and decides again.
pub async fn perform(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    number: Option<u32>,
    form: &Form,
) -> Result<Performed, HttpResponse> {
    writing::retried(async || {
        let case = opening::open_for(state, officer, kenmerk, form).await?;
        let refused = |case, status, errors| Ok(Some(Performed::Refused { case: Box::new(case), status, errors }));
        if !case.may_be_shown() {
            return Err(undeclared(state, officer, &case));
        }
        if case.findings.broken {
            return refused(case, StatusCode::CONFLICT, FieldErrors::default());
        }
        let (decided, done) = match number {
            Some(number) => match case.enrichment().question(number) {
                Some(question) => decide_about(&case, question, form)?,
                None => return Err(HttpResponse::NotFound().finish()),
            },
            None => decide(state, &case, form).await?,
        };
        let act = match decided {
            Decision::Write(act) => act,
            Decision::Done => return Ok(Some(Performed::Done(done))),
            Decision::Ask(errors) => return refused(case, StatusCode::UNPROCESSABLE_ENTITY, errors),
            Decision::NotHis(errors) => return refused(case, StatusCode::FORBIDDEN, errors),
        };
        let (drafts, index) = drafts(state, &case, act).map_err(failed)?;
        let written = writing::write(state, &case, officer, drafts, index, Vec::new()).await;
        writing::unless_taken(written, Performed::Done(done))
    })
    .await
}

/// What an act writes. A question about a signal that was weighed brings it to ‘Verrijking’: nothing else does.
fn drafts(state: &State, case: &Case, act: Enrichment) -> Result<(Vec<Draft>, Option<Index>), WriteError> {
    let begins = matches!(act, Enrichment::Gevraagd(_)) && case.status() == Status::Gewogen;
    let follows = transitions_from(case.status(), case.route).iter().any(|step| step.to == Status::Verrijking);
    let mut drafts = vec![Draft::to_file(Kind::Enrichment, &session::dated(state, act))?];
    if !(begins && follows && case.is_members()) {
        return Ok((drafts, None));
    }
    let status = Status::Verrijking;
    drafts.extend(actions::status_drafts(state, case, &StatusChange::by_message(status))?);
    Ok((drafts, Some(Index { standing: status.public(), term: case.term_after(None, status) })))
}

/// The signal, for who said that he is not involved: before that nobody reads anything of it.
async fn opened(state: &State, officer: &Arc<Officer>, kenmerk: &str) -> Result<Case, HttpResponse> {
    let case = opening::open(state, officer, kenmerk).await?;
    if case.may_be_shown() { Ok(case) } else { Err(undeclared(state, officer, &case)) }
}

fn undeclared(state: &State, officer: &Arc<Officer>, case: &Case) -> HttpResponse {
    not_his_page(state, StatusCode::FORBIDDEN, officer, case)
}

/// An error of the form as a whole.
fn whole(sentence: &str) -> FieldErrors {
    let mut errors = FieldErrors::default();
    errors.push("", sentence.to_owned());
    errors
}

fn answers_of(form: &Form) -> Answers {
    form.fields().iter().cloned().collect()
}

/// The page of all questions: members put one, or write the routine ground.
async fn decide(state: &State, case: &Case, form: &Form) -> Result<(Decision, &'static str), HttpResponse> {
    let step = form.get("stap");
    if !matches!(step, "vragen" | "aanleiding") {
        return Err(HttpResponse::BadRequest().finish());
    }
    if !case.is_members() {
        return Ok((Decision::NotHis(whole("Dit doen de leden van de route.")), ""));
    }
    if step == "aanleiding" {
        return Ok((decide_routine(case, form), "aanleiding"));
    }
    let people = people(state, case).await?;
    Ok((decide_question(case, &people, form), "gevraagd"))
}

fn decide_routine(case: &Case, form: &Form) -> Decision {
    match form::routine(&answers_of(form)) {
        Err(errors) => Decision::Ask(errors),
        Ok(Enrichment::GewoneAanleiding { tekst })
            if case.enrichment().routine.is_some_and(|(_, last)| last.inhoud == tekst) =>
        {
            Decision::Done
        }
        Ok(act) => Decision::Write(act),
    }
}

/// Whom this officer may ask, and who may approve: everybody else who can open the signal, and whose account still opens
/// anything.
pub async fn people(state: &State, case: &Case) -> Result<Vec<Grant>, HttpResponse> {
    let working = Working::read(&state.store).await.map_err(session::unavailable)?;
    let others = access::readers(case).into_iter().map(|(who, ..)| who);
    Ok(others
        .filter(|who| who.account != case.reader() && working.has(who.account) && !case.is_kept_from(who))
        .collect())
}

fn decide_question(case: &Case, people: &[Grant], form: &Form) -> Decision {
    let find = |field| people.iter().find(|who| who.account.to_string() == form.get(field)).map(party);
    let mut errors = FieldErrors::default();
    let asked = find("collega");
    if asked.is_none() {
        errors.push("collega", "Kies een collega die dit signaal kan openen.");
    }
    let approver = find("toets");
    match (&approver, &asked) {
        (None, _) if !form.get("toets").is_empty() => {
            errors.push("toets", "Kies iemand die dit signaal kan openen, of niemand.");
        }
        (Some(approver), Some(asked)) if approver == asked => {
            errors.push("toets", "Wie zoekt, keurt niet zelf de bronnen goed. Kies iemand anders.");
        }
        _ => {}
    }
    let wording = match Wording::parse(&answers_of(form)) {
        Ok(wording) => Some(wording),
        Err(wrong) => {
            errors.extend(Some(wrong));
            None
        }
    };
    if let Some(wording) = &wording
        && form.get("nagelezen") != "ja"
        && !doubts(case, &wording.texts()).is_empty()
    {
        let message = "Uw vraag lijkt iets te bevatten dat de melder kan verraden. Verander de tekst, of vink aan dat het zo \
                       moet.";
        errors.push("nagelezen", message);
    }
    if case.others_need_confirmation() && form.get("bevestigd") != "ja" {
        errors.push("bevestigd", CONSULT_FIRST);
    }
    let (Some(asked), Some(wording), true) = (asked, wording, errors.is_empty()) else { return Decision::Ask(errors) };
    let posed = wording.to(asked, approver);
    let own = case.own_key();
    let waits = |known: &Question| known.asker == own && known.posed.inhoud == posed && known.stage().waits();
    if case.enrichment().questions.iter().any(waits) {
        Decision::Done
    } else {
        Decision::Write(Enrichment::Gevraagd(Box::new(posed)))
    }
}

fn party(who: &Grant) -> Party {
    Party { wie: named(who), sleutel: who.person.verify.to_string() }
}

/// What in a question's texts may betray the reporter, in words for the officer.
pub fn doubts(case: &Case, texts: &[&str]) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    told.extend(case.report.iter().flat_map(|report| report.texts()).map(|(_, text)| text.to_owned()));
    let from_reporter = case.messages().filter(|(side, _)| *side == domain::Side::Reporter);
    told.extend(from_reporter.map(|(_, message)| message.bericht));
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for text in texts {
        let taken = words::taken_over(text, &told);
        found.extend(taken.map(|words| format!("woorden van de melder zelf: “{words}”")));
        let traces = words::traces_of_reporter(text).into_iter();
        found.extend(traces.map(|trace| format!("{}: “{}”", trace.kind, &text[trace.range])));
    }
    found
}

/// The page of one question.
fn decide_about(case: &Case, question: &Question, form: &Form) -> Result<(Decision, &'static str), HttpResponse> {
    let answers = answers_of(form);
    let Ok(step) = form.get("stap").parse::<Act>() else { return Err(HttpResponse::BadRequest().finish()) };
    let (parsed, done) = match step {
        Act::Toetsen => (form::tested(question, &answers), "getoetst"),
        Act::Beantwoorden => (form::answered(question, &answers), "beantwoord"),
        Act::DetailsVragen => (form::details_wanted(question, &answers), "details"),
        Act::Toelichten => (form::explained(question, &answers), "toegelicht"),
        Act::Intrekken => (form::withdrawn(question, &answers), "ingetrokken"),
    };
    let key = case.own_key();
    let by = By { key: &key, decides: case.is_members() };
    if !question.is_his(step, &by) {
        return Ok((Decision::NotHis(whole("Dit is niet aan u. Alleen wie gevraagd is, antwoordt.")), done));
    }
    let decided = match parsed {
        Ok(act) if question.says(&act) => Decision::Done,
        // Withdrawn, answered or approved meanwhile: said before what is wrong in a form that no longer counts.
        _ if !question.lets(step, &by) => {
            Decision::Ask(whole(&format!("Dat kan niet meer. Deze vraag staat nu zo: {}.", question.stage())))
        }
        Ok(act) => Decision::Write(act),
        Err(errors) => Decision::Ask(errors),
    };
    Ok((decided, done))
}

//! `/beheer/rechten`: who may open what of a route, once a year signed off by a member; who replaces
//! whom, and who outside the line hears of late terms ([`outside`]). For the auditor
//! `/logboek/rechten`: that it was done, by whom and when.

pub mod listed;
pub mod outside;
mod page;
mod supervision;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::NaiveDate;
use domain::{
    RouteName,
    field::Sentence,
    term::TermState,
    upkeep::{Answer, FEWEST_MEMBERS},
};
use seal::{Signer, upkeep::Act};
use store::StoreError;
use templates::Text;
use web::{Form, see_other};

pub use supervision::overview as supervision;

use crate::{
    account,
    keyring::HeldRoute,
    opening::failed,
    session::{self, Officer},
    state::State,
    upkeep::{self, Upkept},
    writing::{WriteError, retried, unless_taken},
};
use listed::Listed;
use page::rights_page;

/// What did not work, to show on the page with what was typed.
#[derive(Default)]
struct Refused {
    form: Form,
    /// Ids of fields, with sentences.
    errors: Vec<(String, String)>,
}

impl Refused {
    fn general(form: &Form, sentence: &str) -> Self {
        Self { form: form.clone(), errors: vec![(String::new(), sentence.to_owned())] }
    }
}

/// The id of a field of one person in the list of one route: a page holds many of them.
fn field(name: &str, route: RouteName, account: domain::AccountId) -> String {
    format!("{name}-{route}-{account}")
}

/// One route as its member sees it today.
struct Sight {
    route: RouteName,
    held: Arc<HeldRoute>,
    upkept: Upkept,
    listed: Listed,
}

impl Sight {
    /// Every usable route of an officer.
    async fn all(state: &State, officer: &Arc<Officer>) -> Result<Vec<Self>, WriteError> {
        let (rows, signals) = (state.store.upkeep().await?, state.store.signals_with_heads().await?);
        let ring = officer.ring.clone();
        let look = move || {
            let look = |(route, upkept): (RouteName, Upkept)| {
                let held = Arc::clone(ring.usable(route)?);
                let replacement = upkept.replacement(&held.people).map(|known| known.account);
                let listed = Listed::of(&ring, route, replacement, &signals)?;
                Some(Self { route, held, upkept, listed })
            };
            upkeep::of_ring(&ring, &rows).into_iter().filter_map(look).collect::<Vec<_>>()
        };
        state.work_lane.run_blocking(look).await.map_err(|_| WriteError::Broken)
    }

    fn term(&self, today: NaiveDate) -> (NaiveDate, TermState) {
        upkeep::term_of(&self.upkept, &self.held.people, today)
    }
}

/// `GET /beheer/rechten`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "getekend" => Some("U hebt getekend. Over elf maanden vraagt de werkplek er opnieuw om."),
        "vervanger" => Some("De vervanger is aangewezen."),
        "buiten" => Some("Vastgelegd wie het buiten de lijn hoort."),
        _ => None,
    };
    rights_page(&state, StatusCode::OK, &officer, &Refused::default(), done).await
}

/// `POST /beheer/rechten`: a member signs what he was shown (`gezien`), with an answer for everybody.
pub async fn sign(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some(route) = own_route(&officer, &form) else { return HttpResponse::Forbidden().finish() };
    if let Err(refused) = proven(&state, &request, &officer, &form, "tekenen").await {
        return refused;
    }
    let signed = retried(async || {
        let Some(sight) = sight(&state, &officer, route).await? else {
            return Err(HttpResponse::Forbidden().finish());
        };
        if sight.listed.digest().map_err(|error| failed(error.into()))?.to_string() != form.get("gezien") {
            let changed = "Er is iets veranderd sinds u deze bladzijde opende. Kijk opnieuw en teken dan.";
            let refused = Refused::general(&form, changed);
            return Err(rights_page(&state, StatusCode::CONFLICT, &officer, &refused, None).await);
        }
        let answers = match answers(&sight.listed, &form) {
            Ok(answers) => answers,
            Err(errors) => {
                let refused = Refused { form: form.clone(), errors };
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Err(rights_page(&state, status, &officer, &refused, None).await);
            }
        };
        unless_taken(write(&state, &officer, &sight, &answers).await, ())
    });
    match signed.await {
        Ok(()) => see_other("/beheer/rechten?getekend"),
        Err(refused) => refused,
    }
}

async fn write(state: &State, officer: &Officer, sight: &Sight, answers: &[Answer]) -> Result<(), WriteError> {
    let listed = sight.listed.digest()?;
    // Pressed twice is signed once.
    let stands = sight
        .upkept
        .last_review()
        .filter(|last| last.by == officer.key.verify_key() && last.on == state.today() && last.listed == listed);
    if stands.and_then(|last| last.opened(&sight.held)).is_some_and(|said| said == answers) {
        return Ok(());
    }
    let sealed = upkeep::seal_answers(answers, &sight.held)?;
    let act = Act::Reviewed { listed, answers: sealed.digest() };
    upkeep::write(state, officer, (sight.route, &sight.held), &sight.upkept, (act, Some(sealed))).await
}

/// An answer for everybody who is listed, or what is wrong with them: ids of fields and sentences.
fn answers(listed: &Listed, form: &Form) -> Result<Vec<Answer>, Vec<(String, String)>> {
    let (mut answers, mut wrong) = (Vec::new(), Vec::new());
    for person in &listed.people {
        let id = |name: &str| field(name, listed.route, person.account);
        let (needed, remark) = (form.get(&id("nodig")).to_owned(), form.get(&id("opmerking")).to_owned());
        match Answer::parse(person.account, &person.name, &needed, &remark) {
            Ok(answer) => answers.push(answer),
            Err(errors) => wrong.extend(errors.iter().map(|error| (id(error.field), said(&error.message)))),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

fn said(sentence: &Sentence) -> String {
    web::told::sentence(sentence, Text::DUTCH)
}

/// `POST /beheer/vervanger`: a member says who takes over (`wie`).
pub async fn replace(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some(route) = own_route(&officer, &form) else { return HttpResponse::Forbidden().finish() };
    if let Err(refused) = proven(&state, &request, &officer, &form, "aanwijzen").await {
        return refused;
    }
    let named = retried(async || {
        let Some(sight) = sight(&state, &officer, route).await? else {
            return Err(HttpResponse::Forbidden().finish());
        };
        let people = &sight.held.people;
        let enough = people.in_force().count() >= FEWEST_MEMBERS;
        let who = people.in_force().find(|grant| grant.account.to_string() == form.get("wie"));
        let Some(who) = who.filter(|_| enough) else {
            let error = (format!("wie-{route}"), "Kies een lid dat deze route nog kan openen.".to_owned());
            let refused = Refused { form: form.clone(), errors: vec![error] };
            return Err(rights_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &refused, None).await);
        };
        if sight.upkept.replacement(people).is_some_and(|known| known.account == who.account) {
            return Ok(Some(()));
        }
        let act = Act::Replacement { account: who.account, name: who.name.clone() };
        unless_taken(upkeep::write(&state, &officer, (route, &sight.held), &sight.upkept, (act, None)).await, ())
    });
    match named.await {
        Ok(()) => see_other("/beheer/rechten?vervanger"),
        Err(refused) => refused,
    }
}

/// The route of a form, where its sender holds the key that the configuration names.
fn own_route(officer: &Officer, form: &Form) -> Option<RouteName> {
    form.get("route").parse().ok().filter(|route| officer.ring.usable(*route).is_some())
}

async fn sight(state: &State, officer: &Arc<Officer>, route: RouteName) -> Result<Option<Sight>, HttpResponse> {
    let all = Sight::all(state, officer).await.map_err(failed)?;
    Ok(all.into_iter().find(|sight| sight.route == route))
}

/// The password once more, or the page that asks for it.
async fn proven(
    state: &State,
    request: &HttpRequest,
    officer: &Arc<Officer>,
    form: &Form,
    act: &str,
) -> Result<(), HttpResponse> {
    match account::proven(state, request, officer, form).await? {
        Ok(()) => Ok(()),
        Err(said) => {
            let errors = vec![(format!("wachtwoord-{act}-{}", form.get("route")), said)];
            let refused = Refused { form: form.clone(), errors };
            Err(rights_page(state, StatusCode::UNPROCESSABLE_ENTITY, officer, &refused, None).await)
        }
    }
}

/// How many routes have to be looked through soon, for the first page: what each is called, until when, and how that stands.
pub async fn due(state: &State, officer: &Officer) -> Result<Vec<(RouteName, NaiveDate, TermState)>, StoreError> {
    let rows = state.store.upkeep().await?;
    let today = state.today();
    let term = |(route, upkept): (RouteName, Upkept)| {
        let (due, stand) = upkeep::term_of(&upkept, &officer.ring.usable(route)?.people, today);
        (stand != TermState::OnTime).then_some((route, due, stand))
    };
    Ok(upkeep::of_ring(&officer.ring, &rows).into_iter().filter_map(term).collect())
}

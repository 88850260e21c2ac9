//! `/signalen/{kenmerk}/termijn`: every term of a signal with its source, why one was late, and who outside the line hears of it.
//! [`Clocks`] are the same terms as the other pages show them.

mod page;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use chrono::NaiveDate;
use domain::{
    Dated, FieldErrors, Kind, Status,
    access::{self, Access},
    meeting::Series,
    term::{
        self, Term, TermCode, TermState,
        lateness::{Overdue, Reason, Run, overdue},
    },
};
use templates::desk;
use web::{Form, see_other};

use crate::{
    actions,
    case::Case,
    escalating,
    keyring::named,
    opening::{self, failed},
    session::{self, Officer, unavailable},
    signal::not_his_page,
    state::State,
    texts,
    writing::{self, Draft, WriteError},
};
use page::terms_page;

/// The terms of one signal with their words made, for a view to borrow.
#[derive(Default)]
pub struct Clocks {
    runs: Vec<Run>,
    /// Label and last day of each.
    words: Vec<(String, String)>,
    reasons: Vec<Dated<Reason>>,
    series: Option<Series>,
    is_on_agenda: bool,
    is_open: bool,
    is_members: bool,
}

impl Clocks {
    pub fn of(case: &Case, series: &Series) -> Self {
        // The meeting, and why something was late, is the members' business.
        let is_members = case.is_members();
        let is_his = |run: &Run| is_members || (run.term.code != TermCode::T3 && run.ended.is_none());
        let runs: Vec<_> = case.runs().into_iter().filter(is_his).collect();
        let words = runs.iter().map(|run| (label(run.term.code, series), term::dutch(run.term.due))).collect();
        Self {
            runs,
            words,
            reasons: case.term_reasons().into_iter().map(|(_, reason)| reason).collect(),
            series: Some(series.clone()),
            is_on_agenda: case.status() == Status::OpLioAgenda,
            is_open: case.status().is_open(),
            is_members,
        }
    }

    pub fn overdue(&self, today: NaiveDate) -> Vec<Overdue<'_>> {
        overdue(&self.runs, &self.reasons, today)
    }

    /// The first term that is late and asks why.
    pub fn asking(&self, today: NaiveDate) -> Option<Run> {
        self.overdue(today).into_iter().find(|late| late.asks(today)).map(|late| late.run)
    }

    /// Each with its label, last day and how it stands today.
    pub fn views(&self, today: NaiveDate) -> impl Iterator<Item = (Run, desk::Term<'_>)> {
        let overdue = self.overdue(today);
        self.runs.iter().zip(&self.words).map(move |(run, (label, due))| {
            let late = overdue.iter().find(|late| late.run == *run);
            (*run, desk::Term { label, due, state: self.state(run, late, today) })
        })
    }

    fn state(&self, run: &Run, late: Option<&Overdue<'_>>, today: NaiveDate) -> desk::TermState {
        match late.map(|late| late.asks(today)) {
            Some(true) if run.ended.is_some() => desk::TermState::MetLate,
            Some(false) if run.ended.is_some() => desk::TermState::MetLateExplained,
            Some(_) if !self.is_members => desk::TermState::Late,
            Some(true) => desk::TermState::Unexplained,
            Some(false) => desk::TermState::Explained,
            None if run.ended.is_some() => desk::TermState::Met,
            None => crate::work::shown(self.state_in_time(run.term, today)),
        }
    }

    fn state_in_time(&self, term: Term, today: NaiveDate) -> TermState {
        match &self.series {
            Some(series) if term.code == TermCode::T3 => term.state_of_meeting(today, series, self.is_on_agenda),
            _ => term.state(today),
        }
    }

    /// Those that still ask something of somebody: they run, or were met late and nobody wrote why. Of a closed signal the
    /// page itself tells.
    pub fn at_work(&self, today: NaiveDate) -> impl Iterator<Item = (Run, desk::Term<'_>)> {
        let open = self.is_open;
        self.views(today)
            .filter(move |(run, view)| open && (run.ended.is_none() || view.state == desk::TermState::MetLate))
    }

    /// The one that the queue shows: what asks a reason first, then what ends first.
    pub fn nearest(&self, today: NaiveDate) -> Option<desk::Term<'_>> {
        let first = self.at_work(today).min_by_key(|(run, view)| (!view.state.asks_reason(), run.term.due));
        first.map(|(_, view)| view)
    }
}

/// What a term is called here: the meeting has its own name.
pub fn label(code: TermCode, series: &Series) -> String {
    match code {
        TermCode::T3 => format!("{}-bespreking", series.name),
        code => code.label().to_owned(),
    }
}

/// By when the reporter was told that he hears more: the day of the last reason for a promised term that still runs.
pub fn promised_anew(case: &Case, today: NaiveDate) -> Option<NaiveDate> {
    let reasons: Vec<_> = case.term_reasons().into_iter().map(|(_, reason)| reason).collect();
    let late = overdue(&case.runs(), &reasons, today);
    let promised = late.into_iter().filter(|late| late.run.ended.is_none() && late.run.term.code != TermCode::T3);
    let days = promised.filter_map(|late| late.reason?.inhoud.verwacht);
    days.filter(|day| *day >= today).min()
}

/// Reasons as paper has them, for members: which term, and why.
pub fn on_paper(case: &Case, series: &Series) -> Vec<(String, String)> {
    let reasons = case.term_reasons().into_iter().filter(|_| case.is_members());
    let row = |(author, Dated { datum, tijd, inhoud }): (_, Dated<Reason>)| {
        let what = format!("{}, uiterlijk {}", label(inhoud.termijn, series), term::dutch(inhoud.vervaldag));
        let until = inhoud.verwacht.map(|day| format!("\nKlaar uiterlijk {}.", term::dutch(day))).unwrap_or_default();
        let who = case.author(&author).0;
        (what, format!("{}{until}\n{who}, {}", inhoud.reden, texts::moment(datum, tijd)))
    };
    reasons.map(row).collect()
}

/// `GET /signalen/{kenmerk}/termijn`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "reden" => Some("De reden staat in het dossier."),
        "buiten" => Some("Deze persoon hoort niets van dit signaal."),
        _ => None,
    };
    match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => {
            let none = FieldErrors::default();
            answer(&state, StatusCode::OK, &officer, &case, &Form::default(), &none, done).await
        }
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/termijn`: field `stap` says what: `reden` or `buitenhouden`.
pub async fn step(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let acted = writing::retried(async || {
        let case = opening::open_for(&state, &officer, &kenmerk, &form).await?;
        let refused = async |status, errors: FieldErrors| {
            Err(answer(&state, status, &officer, &case, &form, &errors, None).await)
        };
        if case.findings.broken {
            return refused(StatusCode::CONFLICT, FieldErrors::default()).await;
        }
        if !case.is_members() || !case.is_declared() {
            return refused(StatusCode::FORBIDDEN, not_his(&case)).await;
        }
        let decided = match form.get("stap") {
            "reden" => reason(&state, &case, &form),
            "buitenhouden" => keep_out(&state, &officer, &case, &form).await,
            _ => return Err(HttpResponse::BadRequest().finish()),
        };
        let (draft, done) = match decided.map_err(failed)? {
            Decision::Write(draft, done) => (draft, done),
            Decision::Done(done) => return Ok(Some(done)),
            Decision::Ask(errors) => return refused(StatusCode::UNPROCESSABLE_ENTITY, errors).await,
        };
        writing::unless_taken(writing::write(&state, &case, &officer, vec![draft], None, Vec::new()).await, done)
    });
    match acted.await {
        Ok(done) => see_other(&format!("/signalen/{kenmerk}/termijn?{done}")),
        Err(refused) => refused,
    }
}

enum Decision {
    Write(Draft, &'static str),
    /// It was written before: the button was pressed twice.
    Done(&'static str),
    Ask(FieldErrors),
}

fn not_his(case: &Case) -> FieldErrors {
    let mut errors = actions::not_his(case);
    if errors.is_empty() {
        errors.push("stap", "De leden van de route schrijven op waarom een termijn niet is gehaald.");
    }
    errors
}

/// A reason for the term that the form names (`termijn`, `vervaldag`).
fn reason(state: &State, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let (clocks, today) = (Clocks::of(case, &state.series), state.today());
    let is_named = |late: &&Overdue<'_>| {
        late.run.term.code.code() == form.get("termijn") && late.run.term.due.to_string() == form.get("vervaldag")
    };
    let overdue = clocks.overdue(today);
    let Some(late) = overdue.iter().find(is_named) else {
        let mut errors = FieldErrors::default();
        errors.push("reden", "Deze termijn is niet te laat. Kijk opnieuw: misschien is er iets veranderd.");
        return Ok(Decision::Ask(errors));
    };
    let reason = match Reason::parse(&late.run, form.get("reden"), form.get("verwacht"), today) {
        Ok(reason) => reason,
        Err(errors) => return Ok(Decision::Ask(errors)),
    };
    if late.reason.is_some_and(|last| last.inhoud == reason) {
        return Ok(Decision::Done("reden"));
    }
    Ok(Decision::Write(Draft::to_file(Kind::TermReason, &session::dated(state, reason))?, "reden"))
}

/// Keeps the one who would hear of it out of this signal (`wie`), with a reason.
async fn keep_out(state: &State, officer: &Officer, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let hears = escalating::hearer(state, &officer.ring, case).await?;
    let Some(who) = hears.filter(|who| who.account.to_string() == form.get("wie")) else {
        // He is out already.
        return Ok(Decision::Done("buiten"));
    };
    let mut errors = FieldErrors::default();
    let reden = access::reason(&mut errors, "reden_buiten", form.get("reden_buiten"));
    if !errors.is_empty() {
        return Ok(Decision::Ask(errors));
    }
    let act = Access::Buitengesloten { wie: named(&who), reden };
    Ok(Decision::Write(Draft::to_file(Kind::Access, &session::dated(state, act))?, "buiten"))
}

/// The page; for who did not say yet whether he is involved, the question.
async fn answer(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    if !case.may_be_shown() {
        return not_his_page(state, StatusCode::FORBIDDEN, officer, case);
    }
    match escalating::hearer(state, &officer.ring, case).await {
        Ok(hears) => terms_page(state, status, officer, case, hears.as_ref(), form, errors, done),
        Err(error) => unavailable(error),
    }
}

//! `/bewaren` and `/signalen/{kenmerk}/bewaren`: until when closed signals are kept, what holds them, and the consent of two
//! members to their end.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use chrono::NaiveDate;
use domain::{
    Dated, FieldErrors, Kind, Status,
    retention::{Due, Hold, Outcome, Rules},
    term,
};
use seal::{
    Signed, Signer, StatementError, VERSION,
    destruction::{self, Consented, Destruction},
};
use store::{PeopleRows, StoreError, signals::StoredSignal};
use templates::{Text, desk};
use web::{Form, Told, page, see_other};

use crate::{
    account,
    case::{Case, Written},
    destruction::{self as end, MANNER, Verdict, consented, judge, reached},
    keyring::Keyring,
    opening::{self, failed},
    session::{self, Officer, unavailable},
    signal::not_his_page,
    state::State,
    texts,
    writing::{self, Draft, WriteError},
};

/// How a closed signal is kept.
pub struct Kept {
    pub closed: NaiveDate,
    pub outcome: Outcome,
    /// The first day on which it may be destroyed; `None`: the municipality decided nothing for signals that end so.
    pub until: Option<NaiveDate>,
}

impl Kept {
    /// Of a signal that is closed.
    pub fn of(state: &State, case: &Case) -> Option<Self> {
        Self::by(&state.retention, case)
    }

    /// The same, by these rules.
    fn by(rules: &Rules, case: &Case) -> Option<Self> {
        let changes = case.status_changes();
        let (_, last) = changes.last().filter(|(_, change)| change.inhoud.status == Status::Afgehandeld)?;
        let (closed, outcome) =
            (last.datum, outcome(&changes.iter().map(|(_, c)| c.inhoud.status).collect::<Vec<_>>()));
        Some(Self { closed, outcome, until: rules.until(outcome, closed) })
    }
}

/// Whether a closed signal's time is over or nearly so, and nobody holds it: its members are told on their first page.
pub fn is_ending(rules: &Rules, case: &Case, today: NaiveDate) -> bool {
    let until = Kept::by(rules, case).and_then(|kept| kept.until).filter(|_| case.is_members() && held(case).is_none());
    until.is_some_and(|until| Due::of(until, today) != Due::Later)
}

fn outcome(statuses: &[Status]) -> Outcome {
    Outcome::of(statuses)
}

/// Until when a signal is kept at least, where this status closes it today: its reporter is told.
pub fn until_told(state: &State, case: &Case, status: Status) -> Option<NaiveDate> {
    if status.is_open() {
        return None;
    }
    let statuses: Vec<_> = case.status_changes().into_iter().map(|(_, change)| change.inhoud.status).collect();
    state.retention.until(outcome(&statuses), state.today())
}

/// Why a signal is held, if it is: the last word counts.
fn held(case: &Case) -> Option<Written<Hold>> {
    case.written::<Hold>(Kind::Hold).pop().filter(|(_, hold)| hold.inhoud.holds().is_some())
}

/// `GET /signalen/{kenmerk}/bewaren`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "vastgehouden" => Some("Het signaal wordt vastgehouden. Het wordt niet vernietigd tot u het vrijgeeft."),
        "vrijgegeven" => Some("Het signaal is vrijgegeven."),
        "ingestemd" => Some("Uw instemming is ondertekend."),
        "ingetrokken" => Some("De instemming is ingetrokken."),
        _ => None,
    };
    match opened(&state, &officer, &kenmerk, &Form::default()).await {
        Ok(case) => {
            let none = FieldErrors::default();
            keeping_page(&state, StatusCode::OK, &officer, &case, &Form::default(), &none, done).await
        }
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/bewaren`: field `stap` says what: `vasthouden`, `vrijgeven`, `instemmen` or `intrekken`.
pub async fn step(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    for _ in 0..5 {
        let case = match opened(&state, &officer, &kenmerk, &form).await {
            Ok(case) => case,
            Err(refused) => return refused,
        };
        // One person at two desks is not two.
        if form.get("stap") == "instemmen" {
            match account::proven(&state, &request, &officer, &form).await {
                Ok(Ok(())) => {}
                Ok(Err(said)) => {
                    let mut errors = FieldErrors::default();
                    errors.push("wachtwoord", said);
                    let status = StatusCode::UNPROCESSABLE_ENTITY;
                    return keeping_page(&state, status, &officer, &case, &form, &errors, None).await;
                }
                Err(refused) => return refused,
            }
        }
        let done = match act(&state, &officer, &case, &form).await {
            Ok(Acted::Done(done)) => done,
            Ok(Acted::Ask(errors)) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return keeping_page(&state, status, &officer, &case, &form, &errors, None).await;
            }
            // A colleague wrote in between.
            Err(WriteError::Store(StoreError::Taken)) => continue,
            Err(error) => return failed(error),
        };
        return see_other(&format!("/signalen/{kenmerk}/bewaren?{done}"));
    }
    HttpResponse::ServiceUnavailable().finish()
}

/// The signal, for a member who said that he is not involved.
async fn opened(state: &State, officer: &Arc<Officer>, kenmerk: &str, form: &Form) -> Result<Case, HttpResponse> {
    let case = opening::open_for(state, officer, kenmerk, form).await?;
    if case.is_members() && case.may_be_shown() && !case.findings.broken {
        return Ok(case);
    }
    let status = if case.findings.broken { StatusCode::CONFLICT } else { StatusCode::FORBIDDEN };
    Err(not_his_page(state, status, officer, &case))
}

enum Acted {
    /// What the page's address says afterwards.
    Done(&'static str),
    Ask(FieldErrors),
}

fn ask(field: &'static str, sentence: &'static str) -> Acted {
    let mut errors = FieldErrors::default();
    errors.push(field, sentence);
    Acted::Ask(errors)
}

async fn act(state: &State, officer: &Arc<Officer>, case: &Case, form: &Form) -> Result<Acted, WriteError> {
    match form.get("stap") {
        "vasthouden" | "vrijgeven" => hold(state, officer, case, form).await,
        "instemmen" => consent(state, officer, case, form).await,
        "intrekken" => {
            // What was signed is worth nothing once something was added: a row that somebody puts back destroys nothing.
            if state.store.consent(case.intake.signal).await?.is_some() {
                let withdrawn = Hold::Vrijgegeven { reden: "De instemming met vernietigen is ingetrokken.".into() };
                let draft = Draft::to_file(Kind::Hold, &session::dated(state, withdrawn))?;
                writing::write(state, case, officer, vec![draft], None, Vec::new()).await?;
                state.store.withdraw_consent(case.intake.signal).await?;
            }
            Ok(Acted::Done("ingetrokken"))
        }
        _ => Ok(ask("stap", "Kies wat u wilt doen met een van de knoppen.")),
    }
}

/// Holds a signal, open or closed, or lets go of it. What was consented to before falls by it: something was added.
async fn hold(state: &State, officer: &Arc<Officer>, case: &Case, form: &Form) -> Result<Acted, WriteError> {
    let release = form.get("stap") == "vrijgeven";
    let hold = match Hold::parse(release, form.get("reden")) {
        Ok(hold) => hold,
        Err(errors) => return Ok(Acted::Ask(errors)),
    };
    let done = if release { "vrijgegeven" } else { "vastgehouden" };
    if held(case).is_some() == release {
        let draft = Draft::to_file(Kind::Hold, &session::dated(state, hold))?;
        writing::write(state, case, officer, vec![draft], None, Vec::new()).await?;
    }
    Ok(Acted::Done(done))
}

/// The first or the second consent.
async fn consent(state: &State, officer: &Arc<Officer>, case: &Case, form: &Form) -> Result<Acted, WriteError> {
    if let Some(why) = obstacle(state, case) {
        return Ok(ask("gezien", why));
    }
    if form.get("gezien") != "ja" {
        return Ok(ask("gezien", "Zet een vinkje: u stemt alleen in met wat u heeft bekeken."));
    }
    let (Some(kept), Some(route)) = (Kept::of(state, case), case.route_key()) else { return Err(WriteError::Broken) };
    let (Some(from), Some(rule)) = (kept.until, state.retention.of(kept.outcome)) else {
        return Err(WriteError::Broken);
    };
    let (signal, before) = (case.intake.signal, state.store.consent(case.intake.signal).await?);
    let statement = Destruction {
        v: VERSION,
        signal,
        kenmerk: case.intake.kenmerk.clone(),
        route: case.route,
        closed_on: kept.closed,
        from,
        ground: rule.ground.clone(),
        list: rule.list.clone(),
        manner: MANNER.into(),
        reached: reached(&case.stored),
        by: officer.key.verify_key(),
    };
    let stands = match &before {
        Some(text) => standing(state, case, text).await?,
        None => None,
    };
    let text = match stands {
        // The same thing, by a colleague: the second signature goes below his.
        Some(Consented { statement: first, second: None }) if is_same(&first, &statement) => {
            if first.by == statement.by {
                return Ok(Acted::Done("ingestemd"));
            }
            let signed = Signed::<Destruction>::parse(before.clone().unwrap_or_default());
            signed.countersigned(&*officer.key).map_err(malformed)?
        }
        Some(Consented { statement: first, second: Some(_) }) if is_same(&first, &statement) => {
            return Ok(Acted::Done("ingestemd"));
        }
        // Nothing that counts stands there: this is the first.
        _ => destruction::sign(&statement, route, &*officer.key)?,
    };
    let under = case.under().ok_or(WriteError::Broken)?;
    state.store.put_consent(signal, before.as_deref(), text.text().to_owned(), &under).await?;
    Ok(Acted::Done("ingestemd"))
}

fn malformed(_: StatementError) -> WriteError {
    WriteError::Broken
}

/// Whether two members looked at the same thing and mean the same.
fn is_same(first: &Destruction, second: &Destruction) -> bool {
    Destruction { by: second.by.clone(), ..first.clone() } == *second
}

async fn standing(state: &State, case: &Case, text: &str) -> Result<Option<Consented>, StoreError> {
    let people: PeopleRows = state.store.people().await?;
    Ok(consented(&case.stored, text, &people, &people.lineages(&state.routes)))
}

/// Why nobody can consent yet.
fn obstacle(state: &State, case: &Case) -> Option<&'static str> {
    let Some(kept) = Kept::of(state, case) else { return Some("Sluit het signaal eerst af.") };
    match kept.until {
        None => Some("Voor signalen die zo eindigen, is geen bewaartermijn ingesteld. Vraag de beheerder."),
        Some(_) if held(case).is_some() => Some("Dit signaal wordt vastgehouden. Geef het eerst vrij."),
        Some(until) if until > state.today() => Some("De bewaartermijn is nog niet voorbij."),
        // Who says so after the first consented, adds something: then the first must look again.
        Some(_) if declared(case) < 2 => Some(
            "Vraag eerst een ander lid om dit signaal te openen en te zeggen dat hij niet betrokken is. Daarna kunt u instemmen.",
        ),
        Some(_) if case.asked_how_it_stands().is_some() => {
            Some("De melder vroeg hoe het staat. Geef eerst antwoord, en geef hem de tijd om het te lezen.")
        }
        Some(_) => None,
    }
}

/// How many members said that they are not involved.
fn declared(case: &Case) -> usize {
    case.people.members.iter().filter(|member| case.has_declared(&member.person.verify.author())).count()
}

async fn keeping_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let found = async {
        let text = state.store.consent(case.intake.signal).await?;
        let people = state.store.people().await?;
        Ok::<_, StoreError>((text, people))
    };
    let (text, people) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let lineages = people.lineages(&state.routes);
    let verdict = text.as_ref().map(|text| judge(&case.stored, text, &people, &lineages, state.today()));
    let stands = text.and_then(|text| consented(&case.stored, &text, &people, &lineages));
    let stands = stands.filter(|stands| stands.statement.reached == reached(&case.stored));
    let signers: Vec<_> = stands
        .iter()
        .flat_map(|stands| std::iter::once(&stands.statement.by).chain(&stands.second))
        .map(|key| case.author(key).0)
        .collect();
    let signers: Vec<_> = signers.iter().map(String::as_str).collect();
    let kept = Kept::of(state, case);
    let rule = kept.as_ref().and_then(|kept| state.retention.of(kept.outcome));
    let (closed, until) = (
        kept.as_ref().map(|kept| term::dutch(kept.closed)),
        kept.as_ref().and_then(|kept| kept.until).map(term::dutch),
    );
    let held = held(case).map(|(author, Dated { datum, inhoud, .. })| {
        (case.author(&author).0, term::dutch(datum), inhoud.holds().unwrap_or_default().to_owned())
    });
    let changed = matches!(verdict, Some(Verdict::Changed));
    let not_believed = matches!(verdict, Some(Verdict::NotBelieved));
    let mut warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    if not_believed {
        warnings.push("er staat een instemming die niet door leden van deze route is ondertekend. Zij telt niet.");
    }
    let told = Told::new(errors, Text::DUTCH);
    let proven = account::proven_until(state, officer);
    let view = desk::Bewaren {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        closed: closed.as_deref(),
        outcome: kept.as_ref().map_or("", |kept| kept.outcome.label()),
        until: until.as_deref(),
        ground: rule.map_or("", |rule| &rule.ground),
        list: rule.map_or("", |rule| &rule.list),
        held: held.as_ref().map(|(who, date, why)| desk::Held { who, date, why }),
        obstacle: obstacle(state, case),
        signers: &signers,
        is_own: stands.is_some_and(|stands| {
            let own = officer.key.verify_key();
            stands.statement.by == own || stands.second == Some(own)
        }),
        changed,
        reason: form.get("reden"),
        proven_until: proven.as_deref(),
        errors: &told.view(),
    };
    page(status, desk::bewaren(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// `GET /bewaren`: every closed signal of an officer's routes, what is due first, and what is left of those that are gone.
pub async fn list(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let routes = officer.ring.usable_routes();
    let found = async {
        let progress = state.store.progress(&officer.ring.reach()).await?;
        let closed = progress.into_iter().map(|found| found.signal);
        let closed = closed.filter(|signal| signal.standing == domain::PublicStatus::Done).collect();
        let whole = state.store.whole_signals(closed).await?;
        Ok::<_, StoreError>((whole, state.store.destroyed(&routes).await?, state.store.people().await?))
    };
    let (whole, gone, people) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let (ring, at) = (officer.ring.clone(), state.clone());
    let opened = move || whole.into_iter().filter_map(|stored| Row::open(&at, stored, &ring)).collect::<Vec<_>>();
    let Ok(mut rows) = state.work_lane.run_blocking(opened).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    rows.sort_by_key(|row| (row.until.is_none(), row.until));
    let today = state.today();
    let due = |row: &Row| row.until.map(|until| Due::of(until, today));
    let of = |wanted: Option<Due>, held: bool| {
        let these = rows.iter().filter(move |row| row.held == held && (held || due(row) == wanted));
        these.map(Row::view).collect::<Vec<_>>()
    };
    let lineages = officer.ring.lineages();
    let believed = |row: &entity::destroyed::Model| end::believed(row, &people, lineages);
    let gone: Vec<_> = gone.iter().map(|row| Gone::of(&state, row, believed(row))).collect();
    let gone: Vec<_> = gone.iter().map(Gone::view).collect();
    let missing: Vec<_> = state.retention.missing().into_iter().map(Outcome::label).collect();
    let view = desk::BewarenLijst {
        past: &of(Some(Due::Past), false),
        soon: &of(Some(Due::Soon), false),
        later: &of(Some(Due::Later), false),
        undecided: &of(None, false),
        held: &of(None, true),
        gone: &gone,
        missing: &missing,
    };
    page(StatusCode::OK, desk::bewaren_lijst(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// A closed signal in the list.
struct Row {
    kenmerk: String,
    route: &'static str,
    outcome: &'static str,
    until: Option<NaiveDate>,
    said: String,
    held: bool,
}

impl Row {
    fn open(state: &State, stored: StoredSignal, ring: &Keyring) -> Option<Self> {
        let case = Case::open(stored, ring).ok().filter(|case| case.is_members())?;
        let kept = Kept::of(state, &case)?;
        Some(Self {
            kenmerk: case.intake.kenmerk.to_string(),
            route: texts::route(case.route),
            outcome: kept.outcome.label(),
            until: kept.until,
            said: kept.until.map(term::dutch).unwrap_or_default(),
            held: held(&case).is_some(),
        })
    }

    fn view(&self) -> desk::KeptRow<'_> {
        desk::KeptRow { kenmerk: &self.kenmerk, route: self.route, outcome: self.outcome, until: &self.said }
    }
}

/// What is left of a destroyed signal, in words.
struct Gone {
    kenmerk: String,
    on: String,
    ground: String,
    list: String,
    manner: String,
    is_final: String,
}

impl Gone {
    /// Of a line that two members did not sign, that is said and nothing else.
    fn of(state: &State, row: &entity::destroyed::Model, said: Option<Destruction>) -> Self {
        const UNSIGNED: &str = "Niet door twee leden ondertekend. Meld dit bij de beheerder";
        let text = |of: fn(Destruction) -> String| said.clone().map(of).unwrap_or_else(|| "onbekend".into());
        let ground = said.clone().map_or_else(|| UNSIGNED.to_owned(), |said| said.ground);
        Self {
            kenmerk: row.kenmerk.to_string(),
            on: term::dutch(row.destroyed_on),
            ground,
            list: text(|said| said.list),
            manner: text(|said| said.manner),
            is_final: term::dutch(state.retention.final_on(row.destroyed_on)),
        }
    }

    fn view(&self) -> desk::GoneRow<'_> {
        let Self { kenmerk, on, ground, list, manner, is_final } = self;
        desk::GoneRow { kenmerk, on, ground, list, manner, is_final }
    }
}

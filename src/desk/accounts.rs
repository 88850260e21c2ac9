//! `/beheer/accounts`: who works here, and the end of an account. A member sees the people of his routes, an administrator
//! the names of all; either ends accounts, and lets nobody in here. Of a member's account another member only stops the use, at
//! once; that its key is destroyed takes a second one, or the administrator. The command `account disable` does the same as he.
//! Who was a member counts as one here: he may still open by name what nobody else does.

mod whose;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{
    AccountId, FieldErrors, RouteName, clock,
    dismissal::{Dismissal, is_administrator},
};
use entity::{account, halt};
use post::Notice;
use store::{Store, StoreError};
use templates::{
    Text,
    desk::{self, AccountRow},
    fields::Choice,
};
use web::{Form, Told, page, see_other};

use crate::{
    account as own, mail, session,
    session::{Officer, unavailable},
    state::State,
    texts,
};
pub use whose::stopped;
use whose::{is_theirs, was_ever_member};

/// What became of ending an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Done,
    Unknown,
    /// Nobody else opens this route: nothing was done.
    SoleMember(RouteName),
    /// Nobody else opens something: nothing was done.
    OpensAlone,
    /// Nobody else has it stopped by now: nothing was done.
    TakesTwo,
}

/// Disables an account: its sessions end at once and its key is destroyed. The last member of a route stays, and the last who
/// opens what is closed for members one by one.
pub async fn end(store: &Store, login: &str) -> Result<Ended, StoreError> {
    if let Some(route) = store.sole_member_of(login).await? {
        return Ok(Ended::SoleMember(route));
    }
    if store.disable_account(login).await? { Ok(Ended::Done) } else { why_not(store, login).await }
}

/// The same by an officer. `takes_two`: only while another than he has it stopped.
async fn end_by(store: &Store, login: &str, by: AccountId, takes_two: bool) -> Result<Ended, StoreError> {
    if let Some(route) = store.sole_member_of(login).await? {
        return Ok(Ended::SoleMember(route));
    }
    if store.disable_by(login, by, takes_two).await? {
        return Ok(Ended::Done);
    }
    match why_not(store, login).await? {
        // It goes on by now, or is stopped by himself alone.
        Ended::Unknown if takes_two && !store.is_halted(by).await? => Ok(Ended::TakesTwo),
        other => Ok(other),
    }
}

async fn why_not(store: &Store, login: &str) -> Result<Ended, StoreError> {
    // Somebody disabled the other member at the same moment, or there is nobody of that name.
    if let Some(route) = store.sole_member_of(login).await? {
        return Ok(Ended::SoleMember(route));
    }
    match store.account_by_name(login).await? {
        Some(account) if store.opens_alone(account.id).await? => Ok(Ended::OpensAlone),
        _ => Ok(Ended::Unknown),
    }
}

/// `GET /beheer/accounts`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let done = match request.query_string() {
                "uitgezet" => Some("Het account is uitgezet. Alle sessies zijn beëindigd."),
                "stil" => Some(
                    "Het account staat stil. Alle sessies zijn beëindigd en inloggen kan niet meer. De sleutel is er nog.",
                ),
                "weer" => Some("Deze collega kan weer inloggen."),
                _ => None,
            };
            accounts_page(&state, StatusCode::OK, &officer, &Form::default(), &FieldErrors::default(), done).await
        }
        Err(refused) => refused,
    }
}

/// What a button of the form does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Halt,
    Resume,
    End,
}

impl Step {
    fn parse(typed: &str) -> Option<Self> {
        match typed {
            "stil" => Some(Self::Halt),
            "weer" => Some(Self::Resume),
            "uit" => Some(Self::End),
            _ => None,
        }
    }
}

/// `POST /beheer/accounts`: field `stap` stops one (`stil`), lets it go on (`weer`) or disables it (`uit`).
pub async fn step(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let (accounts, halts) = match read(&state).await {
        Ok(read) => read,
        Err(error) => return unavailable(error),
    };
    let wanted = form.get("account").parse().ok().map(AccountId);
    let account = accounts.iter().find(|account| Some(account.id) == wanted);
    let mut errors = FieldErrors::default();
    match account {
        None => errors.push("account", "Kies om wiens account het gaat."),
        Some(account) if account.disabled => return see_other("/beheer/accounts?uitgezet"),
        Some(account) if !may_end(&officer, account) => return HttpResponse::Forbidden().finish(),
        Some(_) => {}
    }
    let step = Step::parse(form.get("stap"));
    if step.is_none() {
        errors.push("stap", "Kies wat u wilt doen met een van de knoppen.");
    }
    if step != Some(Step::Resume) && form.get("reden").parse::<Dismissal>().is_err() {
        errors.push("reden", "Kies waarom.");
    }
    let Some((account, step)) = account.zip(step).filter(|_| errors.is_empty()) else {
        return accounts_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors, None).await;
    };
    let takes_two = match state.store.people().await {
        Ok(people) => !administers(&officer) && was_ever_member(&people, account.id),
        Err(error) => return unavailable(error),
    };
    let stopped = halts.iter().find(|halt| halt.account_id == account.id);
    // Once more when it is done: a colleague may let it go on while somebody types his password.
    if step == Step::End && takes_two && stopped.is_none_or(|halt| halt.by_id == officer.account.id) {
        errors.push("account", SECOND);
        return accounts_page(&state, StatusCode::CONFLICT, &officer, &form, &errors, None).await;
    }
    match own::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => errors.push("wachtwoord", said),
        Err(refused) => return refused,
    }
    if !errors.is_empty() {
        return accounts_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors, None).await;
    }
    match take(&state, &officer, account, step, takes_two).await {
        Ok(Ended::Done) if step == Step::Halt => {
            // At once: at the door he hears only that name and password do not belong together.
            if stopped.is_none() {
                mail::tell(&state, account, &Notice::Stopped).await;
            }
            see_other("/beheer/accounts?stil")
        }
        Ok(Ended::Done) if step == Step::Resume => see_other("/beheer/accounts?weer"),
        Ok(Ended::Done) => see_other("/beheer/accounts?uitgezet"),
        Ok(Ended::SoleMember(route)) => {
            errors.push(
                "account",
                format!(
                    "Dit is het laatste lid dat de route {} kan openen. Uitzetten sluit de route voor iedereen. Laat eerst een \
                     ander lid toe.",
                    texts::route(route)
                ),
            );
            accounts_page(&state, StatusCode::CONFLICT, &officer, &form, &errors, None).await
        }
        Ok(Ended::OpensAlone) => {
            errors.push("account", ALONE);
            accounts_page(&state, StatusCode::CONFLICT, &officer, &form, &errors, None).await
        }
        Ok(Ended::TakesTwo) => {
            errors.push("account", SECOND);
            accounts_page(&state, StatusCode::CONFLICT, &officer, &form, &errors, None).await
        }
        Ok(Ended::Unknown) => see_other("/beheer/accounts"),
        Err(error) => unavailable(error),
    }
}

/// Said to one member who would destroy the key of another.
const SECOND: &str = "Dit is een lid van een route, of was het. Zet het account stil: dat kan meteen, en er gaat niets verloren. Een \
                      tweede lid of de beheerder zet het daarna uit.";
/// Said where a key would be destroyed that nobody can do without. It tells nothing of what that is.
const ALONE: &str = "Dit account kan nu niet uit: dan kan niemand meer openen wat alleen dit account opent. Stilzetten kan wel. \
                     Overleg met de beheerder.";

async fn take(
    state: &State,
    officer: &Officer,
    account: &account::Model,
    step: Step,
    takes_two: bool,
) -> Result<Ended, StoreError> {
    if step == Step::Resume {
        state.store.resume(account.id).await?;
        return Ok(Ended::Done);
    }
    let sessions = state.store.sessions_of(account.id).await?;
    let ended = match step {
        Step::Halt if state.store.halt(account.id, officer.account.id).await? => Ended::Done,
        Step::Halt | Step::Resume => Ended::Unknown,
        Step::End => end_by(&state.store, &account.name, officer.account.id, takes_two).await?,
    };
    if ended == Ended::Done {
        for session in sessions {
            if let Ok(lookup) = session.lookup.as_slice().try_into() {
                state.shelves.clear(&lookup);
            }
        }
    }
    Ok(ended)
}

async fn read(state: &State) -> Result<(Vec<account::Model>, Vec<halt::Model>), StoreError> {
    Ok((state.store.accounts().await?, state.store.halts().await?))
}

/// Whether an officer sees everybody's name: who administers the installation, and works on no signal.
fn administers(officer: &Officer) -> bool {
    officer.ring.is_empty() && is_administrator(officer.function())
}

/// What an account is to the routes that this officer is a member of.
fn at_routes(officer: &Officer, account: &account::Model) -> Vec<String> {
    let of_route = |route: RouteName| {
        let people = &officer.ring.usable(route)?.people;
        let label = texts::route(route);
        if people.member_of(account.id).is_some() {
            Some(format!("Lid van {label}"))
        } else {
            people.colleague(account.id).map(|_| format!("Bekend bij {label}"))
        }
    };
    officer.ring.usable_routes().into_iter().filter_map(of_route).collect()
}

/// His own account nobody stops or ends; another's the administrator, and members where it is [theirs](is_theirs).
fn may_end(officer: &Officer, account: &account::Model) -> bool {
    let is_other = account.id != officer.account.id && !account.disabled;
    is_other && (administers(officer) || is_theirs(&officer.ring, account.id))
}

/// Whether it is this officer's to know of.
fn may_see(officer: &Officer, account: &account::Model) -> bool {
    let waits = account.route.is_some_and(|route| officer.ring.usable(route).is_some());
    administers(officer) || waits || !at_routes(officer, account).is_empty()
}

fn state_of(account: &account::Model, by: Option<&str>) -> String {
    if let (false, Some(by)) = (account.disabled, by) {
        return format!("Stilgezet door {by}");
    }
    match (account.disabled, account.invited_until) {
        (true, _) => "Uitgezet".to_owned(),
        (false, Some(until)) => {
            let until = clock::dutch_time(until);
            format!("Uitgenodigd tot {}", texts::moment(until.date(), until.time()))
        }
        (false, None) => "In gebruik".to_owned(),
    }
}

async fn accounts_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let (accounts, halts) = match read(state).await {
        Ok(read) => read,
        Err(error) => return unavailable(error),
    };
    let seen: Vec<_> = accounts.iter().filter(|account| may_see(officer, account)).collect();
    let name_of = |id: AccountId| {
        let row = || accounts.iter().find(|account| account.id == id).map(|account| account.name.as_str());
        officer.ring.name_of(id).or_else(row)
    };
    let stopped = |id: AccountId| halts.iter().find(|halt| halt.account_id == id);
    let by = |account: &account::Model| stopped(account.id).and_then(|halt| name_of(halt.by_id));
    let said: Vec<_> =
        seen.iter().map(|account| (state_of(account, by(account)), at_routes(officer, account).join(", "))).collect();
    let rows: Vec<_> = seen
        .iter()
        .zip(&said)
        .map(|(account, (state, routes))| {
            // What a member signed of somebody goes before his row.
            let name = officer.ring.name_of(account.id).unwrap_or(&account.name);
            AccountRow { name, function: &account.function, routes, state, is_disabled: account.disabled }
        })
        .collect();
    let may: Vec<_> = seen.iter().filter(|account| may_end(officer, account)).map(|a| (a.id.to_string(), *a)).collect();
    let may: Vec<_> = may.iter().map(|(id, a)| Choice { value: id, label: &a.name, hint: None }).collect();
    let reasons: Vec<_> = Dismissal::ALL.iter().map(|reason| reason.label()).collect();
    let reasons: Vec<_> = reasons.iter().map(|label| Choice { value: label, label, hint: None }).collect();
    let told = Told::new(errors, Text::DUTCH);
    let proven = own::proven_until(state, officer);
    let view = desk::Accounts {
        rows: &rows,
        may_end: &may,
        takes_two: !administers(officer),
        may_resume: seen.iter().any(|account| may_end(officer, account) && stopped(account.id).is_some()),
        account: form.get("account"),
        reasons: &reasons,
        reason: form.get("reden"),
        proven_until: proven.as_deref(),
        done,
        errors: &told.view(),
    };
    page(status, desk::accounts(&officer.frame(state.frame(), &officer.banners()), &view))
}

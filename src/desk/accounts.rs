//! `/beheer/accounts`: who works here, and the end of an account. A member sees the people of his routes, an administrator
//! the names of all; either ends accounts, and lets nobody in here. The command `account disable` does the same.

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
use entity::account;
use store::{Store, StoreError};
use templates::{
    Text,
    desk::{self, AccountRow},
    fields::Choice,
};
use web::{Form, Told, page, see_other};

use crate::{
    account as own, session,
    session::{Officer, unavailable},
    state::State,
    texts,
};

/// What became of ending an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Done,
    Unknown,
    /// Nobody else opens this route: nothing was done.
    SoleMember(RouteName),
}

/// Disables an account: its sessions end at once and its key is destroyed. The last member of a route stays.
pub async fn end(store: &Store, login: &str) -> Result<Ended, StoreError> {
    if let Some(route) = store.sole_member_of(login).await? {
        return Ok(Ended::SoleMember(route));
    }
    if store.disable_account(login).await? {
        return Ok(Ended::Done);
    }
    // Somebody disabled the other member at the same moment, or there is nobody of that name.
    Ok(store.sole_member_of(login).await?.map_or(Ended::Unknown, Ended::SoleMember))
}

/// `GET /beheer/accounts`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let done = (request.query_string() == "uitgezet")
                .then_some("Het account is uitgezet. Alle sessies zijn beëindigd.");
            accounts_page(&state, StatusCode::OK, &officer, &Form::default(), &FieldErrors::default(), done).await
        }
        Err(refused) => refused,
    }
}

/// `POST /beheer/accounts`: disables one.
pub async fn disable(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let accounts = match state.store.accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return unavailable(error),
    };
    let wanted = form.get("account").parse().ok().map(AccountId);
    let account = accounts.iter().find(|account| Some(account.id) == wanted);
    let mut errors = FieldErrors::default();
    match account {
        None => errors.push("account", "Kies wiens account u uitzet."),
        Some(account) if account.disabled => return see_other("/beheer/accounts?uitgezet"),
        Some(account) if !may_end(&officer, account) => return HttpResponse::Forbidden().finish(),
        Some(_) => {}
    }
    if form.get("reden").parse::<Dismissal>().is_err() {
        errors.push("reden", "Kies waarom.");
    }
    let Some(account) = account.filter(|_| errors.is_empty()) else {
        return accounts_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors, None).await;
    };
    match own::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => errors.push("wachtwoord", said),
        Err(refused) => return refused,
    }
    if !errors.is_empty() {
        return accounts_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors, None).await;
    }
    let ended = async {
        let sessions = state.store.sessions_of(account.id).await?;
        Ok::<_, StoreError>((sessions, end(&state.store, &account.name).await?))
    };
    match ended.await {
        Ok((sessions, Ended::Done)) => {
            for session in sessions {
                if let Ok(lookup) = session.lookup.as_slice().try_into() {
                    state.shelves.clear(&lookup);
                }
            }
            see_other("/beheer/accounts?uitgezet")
        }
        Ok((_, Ended::SoleMember(route))) => {
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
        Ok((_, Ended::Unknown)) => see_other("/beheer/accounts"),
        Err(error) => unavailable(error),
    }
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

/// His own account nobody ends.
fn may_end(officer: &Officer, account: &account::Model) -> bool {
    let is_other = account.id != officer.account.id && !account.disabled;
    is_other && (administers(officer) || !at_routes(officer, account).is_empty())
}

/// Whether it is this officer's to know of.
fn may_see(officer: &Officer, account: &account::Model) -> bool {
    let waits = account.route.is_some_and(|route| officer.ring.usable(route).is_some());
    administers(officer) || waits || !at_routes(officer, account).is_empty()
}

fn state_of(account: &account::Model) -> String {
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
    let accounts = match state.store.accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return unavailable(error),
    };
    let seen: Vec<_> = accounts.iter().filter(|account| may_see(officer, account)).collect();
    let said: Vec<_> = seen.iter().map(|account| (state_of(account), at_routes(officer, account).join(", "))).collect();
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
        account: form.get("account"),
        reasons: &reasons,
        reason: form.get("reden"),
        proven_until: proven.as_deref(),
        done,
        errors: &told.view(),
    };
    page(status, desk::accounts(&officer.frame(state.frame(), &officer.banners()), &view))
}

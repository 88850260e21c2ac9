//! The log at the desk: a line of everything that staff do and read, and nobody's page can forget it.
//!
//! [`keep`] stands around every page. Who asks for one says [`crate::session`]; which signals were opened for it,
//! [`crate::opening`]; what to call it, the [`table`]. A page is sent once its lines are on disk, and where they cannot be
//! written there is no page. An act is written down *before* it is done (`begonnen`), by [`begin`], which every form passes;
//! what became of it is a second line. So nothing is done without a line, even where the program or the connection ends in
//! between. `docs/log.md` has the reasons; the lines' bytes are in `docs/format.md`.

pub mod export;
pub mod page;
pub mod readings;
pub mod table;
pub mod watch;

use std::{
    collections::BTreeSet,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use actix_web::{
    Error, HttpMessage, HttpRequest, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header::HeaderName},
    middleware::Next,
    web::Data,
};
use chrono::NaiveDate;
use domain::{
    AccountId, Kenmerk, RouteName,
    dismissal::Dismissal,
    journal::{Action, Actor, Entry, Outcome},
};
use entity::account;
use table::{Row, Shape};
use web::Form;

pub use watch::{Journal, audits};

use crate::{
    session::{Officer, unavailable},
    state::State,
};

/// Readings that a signal's page shows at most.
pub const SHOWN: u64 = 500;

/// The header in which a proxy says for whom it asks.
pub const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// What the log will say of one request: filled in on its way.
#[derive(Default)]
pub struct Visit {
    origin: String,
    noted: Mutex<Noted>,
}

#[derive(Default)]
struct Noted {
    actor: Option<Actor>,
    /// The line that said it began, and what it said.
    begun: Option<Entry>,
    /// Signals that were opened, whatever page they were for.
    opened: BTreeSet<Kenmerk>,
}

impl Visit {
    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is(&self, account: &account::Model) {
        self.noted().actor = Some(Actor::Account { id: account.id, name: account.name.clone() });
    }

    /// A signal was opened for this request.
    pub fn opened(&self, kenmerk: &Kenmerk) {
        self.noted().opened.insert(kenmerk.clone());
    }

    /// The lines of a request that was answered: none where nobody of the staff asked.
    fn lines(&self, request: &HttpRequest, status: StatusCode) -> Vec<Entry> {
        let noted = self.noted();
        let Some(actor) = noted.actor.clone() else { return Vec::new() };
        let row = table::row(request.method(), request.match_pattern().as_deref().unwrap_or_default(), "");
        // Too much at once is no attempt: it would be a way to fill the log.
        if row.shape == Shape::Silent || (row.shape == Shape::Login && status == StatusCode::TOO_MANY_REQUESTS) {
            return Vec::new();
        }
        let outcome = row.shape.outcome(status);
        let first = match &noted.begun {
            Some(begun) => Entry { outcome, ..begun.clone() },
            None => {
                let (action, object) = (row.action, object(request, &row));
                Entry { action, object, outcome, origin: self.origin.clone(), actor, begun: 0 }
            }
        };
        // A form that comes back shows the signal: that is reading it, whatever it was for.
        let comes_back = row.shape.is_act() && !status.is_redirection() && !status.is_server_error();
        let (action, outcome) =
            if comes_back { (Action::SignalRead, Outcome::Done) } else { (first.action, first.outcome) };
        let others = noted.opened.iter().filter(|kenmerk| comes_back || kenmerk.as_str() != first.object);
        let others: Vec<_> = others
            .map(|kenmerk| Entry { object: kenmerk.to_string(), begun: 0, action, outcome, ..first.clone() })
            .collect();
        std::iter::once(first).chain(others).collect()
    }
}

/// What a page is about: the signal or the day of its address.
fn object(request: &HttpRequest, row: &Row) -> String {
    let part = |name| request.match_info().get(name).unwrap_or_default();
    if let Ok(kenmerk) = part("kenmerk").parse::<Kenmerk>() {
        return kenmerk.to_string();
    }
    match part("datum").parse::<NaiveDate>() {
        Ok(day) => day.to_string(),
        // A page of one route.
        Err(_) => match part("route").parse::<RouteName>() {
            Ok(route) => route.label().to_owned(),
            Err(_) => row.object.to_owned(),
        },
    }
}

/// Around every page of the desk: its lines are on disk before its answer is sent.
pub async fn keep(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(state) = request.app_data::<Data<State>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError(""));
    };
    let visit = Arc::new(Visit { origin: origin(request.request(), &state.proxies), ..Visit::default() });
    request.extensions_mut().insert(Arc::clone(&visit));
    let response = next.call(request).await?.map_into_boxed_body();
    let lines = visit.lines(response.request(), response.status());
    if lines.is_empty() {
        return Ok(response);
    }
    match state.store.log(state.clock.now(), &lines).await {
        Ok(_) => Ok(response),
        Err(error) => Ok(response.into_response(unavailable(error))),
    }
}

/// Where somebody works: the address that connects, or for whom a proxy of ours says that it asks.
fn origin(request: &HttpRequest, proxies: &[IpAddr]) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip().to_canonical()) else { return "onbekend".to_owned() };
    if !proxies.contains(&peer) {
        return peer.to_string();
    }
    let said = request.headers().get_all(FORWARDED_FOR).filter_map(|value| value.to_str().ok());
    let named: Vec<_> = said.flat_map(|value| value.split(',')).map(|address| address.trim().parse()).collect();
    // From the right: each proxy adds for whom it asks, and what stands further left anybody can have written.
    let addresses = named.into_iter().rev().map_while(Result::ok).map(|address: IpAddr| address.to_canonical());
    addresses.into_iter().find(|address| !proxies.contains(address)).unwrap_or(peer).to_string()
}

fn visit(request: &HttpRequest) -> Arc<Visit> {
    request.extensions().get::<Arc<Visit>>().cloned().unwrap_or_default()
}

/// Says who asks.
pub fn visit_of(request: &HttpRequest, account: &account::Model) -> Arc<Visit> {
    let visit = visit(request);
    visit.is(account);
    visit
}

/// Somebody tries to log in under the name of this account, or under one that no account has.
pub fn tries(request: &HttpRequest, account: Option<&account::Model>) {
    let visit = visit(request);
    match account {
        Some(account) => visit.is(account),
        None => visit.noted().actor = Some(Actor::Unknown),
    }
}

/// Whoever has this session logs out.
pub async fn leaves(state: &State, request: &HttpRequest, lookup: &[u8; 32]) {
    let Ok(Some(session)) = state.store.session(lookup).await else { return };
    if let Ok(Some(account)) = state.store.account(session.account_id).await {
        visit(request).is(&account);
    }
}

/// Writes down that an officer begins what a form asks for. No form of his is taken where that cannot be written.
pub async fn begin(state: &State, request: &HttpRequest, officer: &Officer, form: &Form) -> Result<(), HttpResponse> {
    let about = match form.get("account").parse() {
        Ok(id) => state.store.account(AccountId(id)).await.map_err(unavailable)?.map(|account| account.name),
        Err(_) => form.get("route").parse::<RouteName>().ok().map(|route| route.label().to_owned()),
    };
    let row = row_of(request, form.get("stap"));
    let mut about = about.unwrap_or_default();
    // Why an account was ended is a choice from a list, and stands in the line.
    if let (Action::AccountDisabled | Action::AccountHalted, Ok(reason)) =
        (row.action, form.get("reden").parse::<Dismissal>())
    {
        about = format!("{about}: {}", reason.label());
    }
    begun(state, request, &officer.account, &row, about).await
}

/// The same for somebody who has no session yet.
pub async fn begin_as(
    state: &State,
    request: &HttpRequest,
    account: &account::Model,
    step: &str,
) -> Result<(), HttpResponse> {
    begun(state, request, account, &row_of(request, step), account.name.clone()).await
}

fn row_of(request: &HttpRequest, step: &str) -> Row {
    table::row(request.method(), request.match_pattern().as_deref().unwrap_or_default(), step)
}

async fn begun(
    state: &State,
    request: &HttpRequest,
    account: &account::Model,
    row: &Row,
    about: String,
) -> Result<(), HttpResponse> {
    if !row.shape.is_act() {
        return Ok(());
    }
    let visit = visit_of(request, account);
    let named = object(request, row);
    let mut entry = Entry {
        action: row.action,
        object: if named.is_empty() { about } else { named },
        outcome: Outcome::Begun,
        origin: visit.origin.clone(),
        actor: Actor::Account { id: account.id, name: account.name.clone() },
        begun: 0,
    };
    let number = state.store.log(state.clock.now(), std::slice::from_ref(&entry)).await.map_err(unavailable)?;
    entry.begun = number;
    visit.noted().begun = Some(entry);
    Ok(())
}

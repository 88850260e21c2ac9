//! Who is logged in: the cookie opens the personal key, and that opens everything else.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{AccountId, Dated, clock};
use seal::role;
use templates::{DeskFrame, layout::Frame};
use unseal::{FullKey, SessionSecret};
use web::{Form, cookie, see_other};

use crate::{
    accounts,
    journal::{self, Visit},
    keyring::Keyring,
    login, mail,
    notebook::Notebook,
    resume::Typed,
    state::State,
    upkeep,
};

/// The one cookie of the desk.
pub const COOKIE: &str = "sessie";

/// The cookie in which an officer's browser keeps the version of his notebook: one for each account, as colleagues
/// share machines.
fn memory(account: AccountId) -> String {
    format!("geheugen-{}", account.0.simple())
}

/// An officer at work, for the length of one request.
pub struct Officer {
    pub account: entity::account::Model,
    pub key: Arc<FullKey<role::Person>>,
    pub ring: Keyring,
    pub token: String,
    /// What his session is found by, in the database and in memory.
    pub session: [u8; 32],
    /// The version of his notebook that his browser last saw; 0 where it never saw one. Who writes the database can put
    /// an older notebook back, but not into the officer's browser.
    pub remembered: i32,
    pub sitting: Sitting,
    /// What the log will say of this request.
    pub visit: Arc<Visit>,
}

/// How long a session lasts, and when its password was last typed.
#[derive(Default, Clone)]
pub struct Sitting {
    /// Until when, without another click: "14.32".
    pub until: String,
    /// Whole minutes from now until then.
    pub minutes: i64,
    pub proved_at: Option<DateTime<Utc>>,
}

impl Sitting {
    fn of(state: &State, secret: &SessionSecret, session: &entity::session::Model, now: DateTime<Utc>) -> Self {
        let until = (session.used_at + state.idle).min(session.made_at + state.longest);
        let proved = session.proved_at.filter(|at| {
            let right = secret.proof(session.account_id, at.timestamp());
            session.proof.as_deref().is_some_and(|proof| proof == right)
        });
        Self {
            until: clock::dutch_time(until).format("%H.%M").to_string(),
            minutes: (until - now).num_minutes(),
            proved_at: proved,
        }
    }
}

impl Officer {
    /// The frame of a page for this officer.
    pub fn frame<'a>(&'a self, frame: Frame<'a>, banners: &'a [&'a str]) -> DeskFrame<'a> {
        let user = self.ring.own_grant().map_or(&self.account.name, |grant| &grant.name);
        let (until, minutes) = (self.sitting.until.as_str(), self.sitting.minutes);
        let audits = journal::audits(&self.ring);
        let (function, token, reminders) = (self.function(), self.token.as_str(), self.ring.reminders.as_slice());
        DeskFrame { frame, user, function, token, banners, reminders, audits, until, minutes }
    }

    /// What he is. What a grant says of him was signed; the account is only a row.
    pub fn function(&self) -> &str {
        self.ring.own_grant().map_or(&self.account.function, |grant| &grant.function)
    }

    /// The same answer, with the version of his notebook for his browser to keep.
    pub fn remembers(&self, state: &State, notebook: &Notebook, mut answer: HttpResponse) -> HttpResponse {
        let value = notebook.version().max(self.remembered).to_string();
        let name = memory(self.account.id);
        let mut kept = cookie::strict(&name, value, state.secure);
        kept.set_max_age(actix_web::cookie::time::Duration::days(400));
        let _ = answer.add_cookie(&kept);
        answer
    }

    /// What is still to be done about a route's key: on the first page, and where he administers.
    pub fn notices(&self) -> impl Iterator<Item = &str> {
        self.ring.notices.iter().map(String::as_str)
    }

    /// Warnings that stand on every page of this officer.
    pub fn banners(&self) -> Vec<&str> {
        self.ring.warnings.iter().map(String::as_str).collect()
    }
}

/// Who a request comes from.
enum Found {
    Open(Box<Officer>),
    /// His session is over, and he may have been typing.
    Lapsed(SessionSecret, entity::account::Model),
    Nobody,
}

async fn find(state: &State, request: &HttpRequest) -> Result<Found, HttpResponse> {
    let Some(secret) = cookie::value(request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text)) else {
        return Ok(Found::Nobody);
    };
    let lookup = secret.lookup();
    let Some(mut session) = state.store.session(&lookup).await.map_err(unavailable)? else { return Ok(Found::Nobody) };
    let account = state.store.account(session.account_id).await.map_err(unavailable)?;
    let Some(account) = account.filter(|account| !account.disabled) else { return Ok(Found::Nobody) };
    // Who logged in at the moment that he was stopped has a session, and nothing opens with it.
    let halts = state.store.halts().await.map_err(unavailable)?;
    if halts.iter().any(|halt| halt.account_id == account.id) {
        return Ok(Found::Nobody);
    }
    let now = state.clock.now();
    let is_open = now - session.used_at < state.idle && now - session.made_at < state.longest;
    let opened = is_open.then(|| secret.open(account.id, session.made_at.timestamp(), &session.sealed)).flatten();
    let Some(key) = opened else { return Ok(Found::Lapsed(secret, account)) };
    if now - session.used_at > TimeDelta::minutes(1) {
        state.store.touch_session(&lookup, now).await.map_err(unavailable)?;
        session.used_at = now;
    }
    let (key, people) = (Arc::new(key), state.store.people().await.map_err(unavailable)?);
    let mut ring = Keyring::open(&account, Arc::clone(&key), &people, &state.routes);
    let tried = state.store.attempts(account.id).await.map_err(unavailable)?;
    ring.warnings.extend(tried.as_ref().and_then(warning));
    ring.notices.extend(accounts::stopped(&ring, &halts));
    state.journal.shout(&mut ring);
    upkeep::remind(state, &mut ring).await.map_err(unavailable)?;
    mail::remind(state, &account, &mut ring).await.map_err(unavailable)?;
    let remembered =
        cookie::value(request, &memory(account.id), state.secure).and_then(|text| text.parse().ok()).unwrap_or(0);
    let sitting = Sitting::of(state, &secret, &session, now);
    let (token, visit) = (secret.form_token(), journal::visit_of(request, &account));
    Ok(Found::Open(Box::new(Officer { account, key, ring, token, session: lookup, remembered, sitting, visit })))
}

/// Attempts of others that a person is told of: one or two he may have mistyped himself.
const TOLD_OF: i32 = 5;

/// What he is told on every page, until he says that he saw it.
fn warning(tried: &entity::login::Model) -> Option<String> {
    let last = tried.failed_at.filter(|_| tried.unseen >= TOLD_OF)?;
    let last = clock::dutch_time(last);
    Some(format!(
        "Er is {} keer tevergeefs geprobeerd in te loggen als u, de laatste keer op {}. Was u dat niet zelf? Kijk bij Mijn \
         account wat u kunt doen.",
        tried.unseen,
        crate::texts::moment(last.date(), last.time()),
    ))
}

/// The officer behind a request, or the answer that sends him to the login page. His cookie stays: what he types in
/// another window is sealed with it.
pub async fn officer(state: &State, request: &HttpRequest) -> Result<Arc<Officer>, HttpResponse> {
    match find(state, request).await? {
        Found::Open(officer) => Ok(Arc::from(officer)),
        Found::Lapsed(..) => Err(see_other("/inloggen?verlopen")),
        Found::Nobody => Err(see_other("/inloggen")),
    }
}

/// Whether a form is worth receiving: its sender is logged in, or was when he began to type.
pub async fn may_send(state: &State, request: &HttpRequest) -> Result<(), HttpResponse> {
    match find(state, request).await? {
        Found::Open(_) | Found::Lapsed(..) => Ok(()),
        Found::Nobody => Err(see_other("/inloggen")),
    }
}

/// The same for a form: it must carry the session's token.
pub async fn officer_with_form(
    state: &State,
    request: &HttpRequest,
    body: &[u8],
) -> Result<(Arc<Officer>, Form), HttpResponse> {
    let form = Form::decode(body);
    Ok((officer_of_form(state, request, &form).await?, form))
}

/// The officer whose session a form belongs to. Where that session ended meanwhile, nothing that was typed is lost: it goes
/// round the login page; where he logged in again in another window, he is shown it and asked.
pub async fn officer_of_form(state: &State, request: &HttpRequest, form: &Form) -> Result<Arc<Officer>, HttpResponse> {
    match find(state, request).await? {
        Found::Open(officer) if web::form::same_token(form.get("token"), &officer.token) => {
            journal::begin(state, request, &officer, form).await?;
            Ok(Arc::from(officer))
        }
        // A page of ours, by what the browser says of it, in the window of an older session.
        Found::Open(officer) if web::form::surely_from_own_site(request) && !form.get("token").is_empty() => {
            Err(Typed::of(request, form).page(state, StatusCode::CONFLICT, &officer.token))
        }
        Found::Open(_) => Err(HttpResponse::Forbidden().finish()),
        Found::Lapsed(secret, account) if web::form::same_token(form.get("token"), &secret.form_token()) => {
            Err(match Typed::of(request, form).seal(&secret, account.id) {
                Some(carried) => login::after_all(state, &account.name, &carried),
                None => see_other("/inloggen?verlopen"),
            })
        }
        Found::Lapsed(..) => Err(see_other("/inloggen?verlopen")),
        Found::Nobody => Err(see_other("/inloggen")),
    }
}

/// The page for a database that does not answer.
pub fn unavailable(error: store::StoreError) -> HttpResponse {
    tracing::error!("{}", web::telemetry::cause(&error));
    HttpResponse::ServiceUnavailable().finish()
}

/// Now, to the second, around what an officer writes.
pub fn dated<T>(state: &State, written: T) -> Dated<T> {
    Dated::at(state.clock.now(), written)
}

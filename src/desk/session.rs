//! Who is logged in: the cookie opens the personal key, and that opens everything else.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse};
use domain::{AccountId, Dated};
use seal::role;
use templates::{DeskFrame, layout::Frame};
use unseal::{FullKey, SessionSecret};
use web::{Form, cookie, see_other};

use crate::{
    journal::{self, Visit},
    keyring::Keyring,
    notebook::Notebook,
    state::State,
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
    /// What the log will say of this request.
    pub visit: Arc<Visit>,
}

impl Officer {
    /// The frame of a page for this officer.
    pub fn frame<'a>(&'a self, frame: Frame<'a>, banners: &'a [&'a str]) -> DeskFrame<'a> {
        let user = self.ring.own_grant().map_or(&self.account.name, |grant| &grant.name);
        let audits = journal::audits(&self.ring);
        DeskFrame { frame, user, function: self.function(), token: &self.token, banners, audits }
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

    /// Warnings that stand on every page of this officer.
    pub fn banners(&self) -> Vec<&str> {
        self.ring.warnings.iter().map(String::as_str).collect()
    }
}

/// The officer behind a request, or the answer that sends him to the login page.
pub async fn officer(state: &State, request: &HttpRequest) -> Result<Arc<Officer>, HttpResponse> {
    let Some(secret) = cookie::value(request, COOKIE, state.secure).and_then(|text| SessionSecret::parse(&text)) else {
        return Err(see_other("/inloggen"));
    };
    let lookup = secret.lookup();
    let session = state.store.session(&lookup).await.map_err(unavailable)?;
    let now = state.clock.now();
    let Some(session) = session.filter(|s| now - s.used_at < state.idle && now - s.made_at < state.longest) else {
        let mut answer = see_other("/inloggen?verlopen");
        let _ = answer.add_cookie(&cookie::gone(COOKIE, state.secure));
        return Err(answer);
    };
    let account = state.store.account(session.account_id).await.map_err(unavailable)?;
    let Some(account) = account.filter(|account| !account.disabled) else { return Err(see_other("/inloggen")) };
    let Some(key) = secret.open(account.id, session.made_at.timestamp(), &session.sealed) else {
        return Err(see_other("/inloggen?verlopen"));
    };
    if now - session.used_at > chrono::TimeDelta::minutes(1) {
        state.store.touch_session(&lookup, now).await.map_err(unavailable)?;
    }
    let (key, people) = (Arc::new(key), state.store.people().await.map_err(unavailable)?);
    let mut ring = Keyring::open(&account, Arc::clone(&key), &people, &state.routes);
    state.journal.shout(&mut ring);
    let remembered =
        cookie::value(request, &memory(account.id), state.secure).and_then(|text| text.parse().ok()).unwrap_or(0);
    let visit = journal::visit_of(request, &account);
    Ok(Arc::new(Officer { account, key, ring, token: secret.form_token(), session: lookup, remembered, visit }))
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

/// The officer whose session a form belongs to.
pub async fn officer_of_form(state: &State, request: &HttpRequest, form: &Form) -> Result<Arc<Officer>, HttpResponse> {
    let officer = officer(state, request).await?;
    if web::form::same_token(form.get("token"), &officer.token) {
        journal::begin(state, request, &officer, form).await?;
        Ok(officer)
    } else {
        Err(HttpResponse::Forbidden().finish())
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

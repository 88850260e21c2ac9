//! What somebody typed while his session ended goes round the login page and comes back (WCAG 2.2, technique G181). It is
//! sealed with the ended session's cookie for the same account, travels through his own browser, and is kept nowhere.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode};
use data_encoding::BASE64URL_NOPAD;
use domain::AccountId;
use serde::{Deserialize, Serialize};
use templates::desk;
use unseal::SessionSecret;
use web::{Form, page};
use zeroize::Zeroizing;

use crate::state::State;

/// Bytes of a form that can go round: what comes back fits into a form's limit again.
const MOST: usize = 1024 * 1024;
/// What never travels: the old session's token, and what is typed to prove oneself.
const NOT_CARRIED: [&str; 6] = ["token", "wachtwoord", "code", "nieuw", "nieuw2", "gekozen"];

/// A form that was sent and not looked at.
#[derive(Serialize, Deserialize)]
pub struct Typed {
    path: String,
    /// Whether the form sends files: those are chosen again.
    files: bool,
    fields: Vec<(String, String)>,
}

impl Typed {
    pub fn of(request: &HttpRequest, form: &Form) -> Self {
        let kind = request.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let carried = form.fields().iter().filter(|(name, _)| !NOT_CARRIED.contains(&name.as_str()));
        Self {
            path: request.path().to_owned(),
            files: kind.starts_with("multipart/"),
            fields: carried.cloned().collect(),
        }
    }

    /// As the field `vervolg` of the login page. `None`: too long.
    pub fn seal(&self, secret: &SessionSecret, account: AccountId) -> Option<String> {
        let text = Zeroizing::new(serde_json::to_vec(self).ok()?);
        let short = text.len() <= MOST;
        short.then(|| BASE64URL_NOPAD.encode(&secret.carry(account, &text, &mut rand::rng())))
    }

    /// Opens it again: only with the cookie of the ended session, and for whom it was.
    pub fn open(carried: &str, secret: &SessionSecret, account: AccountId) -> Option<Self> {
        let sealed = BASE64URL_NOPAD.decode(carried.as_bytes()).ok()?;
        serde_json::from_slice(&secret.carried(account, &sealed)?).ok()
    }

    /// The page on which he sends it after all.
    pub fn page(&self, state: &State, status: StatusCode, token: &str) -> HttpResponse {
        let fields: Vec<_> = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let typed: Vec<_> = fields.iter().map(|(_, value)| *value).filter(|value| value.contains(' ')).collect();
        let view = desk::Verder { action: &self.path, token, fields: &fields, typed: &typed, files: self.files };
        page(status, desk::verder(&state.frame(), &view))
    }
}

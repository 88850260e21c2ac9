//! Browsers in which somebody logged in before (OWASP: device cookies). Who guesses passwords elsewhere makes an account
//! wait, and everybody who tries from an unknown browser with it; the person himself, in his own browser, waits only for
//! his own mistakes. So a slow-down locks nobody out of his work, and no limit by address punishes a whole town hall.

use actix_web::{HttpRequest, HttpResponse};
use chrono::Days;
use data_encoding::BASE64URL_NOPAD;
use domain::AccountId;
use entity::device;
use rand::Rng;
use seal::Digest;
use store::{Store, StoreError};
use web::cookie;

use crate::state::State;

/// Days that a browser stays known without being used.
const DAYS: u64 = 180;

/// One cookie for each account, as colleagues share machines.
fn name(account: AccountId) -> String {
    format!("toestel-{}", account.0.simple())
}

/// What a known browser is found by; `None` where it is not known for this account.
pub async fn known(state: &State, request: &HttpRequest, account: AccountId) -> Result<Option<[u8; 32]>, StoreError> {
    let Some(text) = cookie::value(request, &name(account), state.secure) else { return Ok(None) };
    let lookup = Digest::of(text.as_bytes()).0;
    Ok(state.store.knows_device(&lookup, account).await?.then_some(lookup))
}

/// Makes a browser known, or keeps it so.
pub async fn remember(
    state: &State,
    account: AccountId,
    known: Option<[u8; 32]>,
    answer: &mut HttpResponse,
) -> Result<(), StoreError> {
    let lookup = known.unwrap_or_else(|| {
        let mut secret = [0; 32];
        rand::rng().fill_bytes(&mut secret);
        let text = BASE64URL_NOPAD.encode(&secret);
        let lookup = Digest::of(text.as_bytes()).0;
        let name = name(account);
        let mut kept = cookie::strict(&name, text, state.secure);
        kept.set_max_age(actix_web::cookie::time::Duration::days(i64::try_from(DAYS).unwrap_or_default()));
        let _ = answer.add_cookie(&kept);
        lookup
    });
    let device = device::Model { lookup: lookup.to_vec(), account_id: account, used_on: state.today() };
    state.store.know_device(device).await
}

/// Forgets browsers that nobody used for long.
pub async fn forget(store: &Store, today: chrono::NaiveDate) -> Result<(), StoreError> {
    match today.checked_sub_days(Days::new(DAYS)) {
        Some(before) => store.forget_devices(before).await,
        None => Ok(()),
    }
}

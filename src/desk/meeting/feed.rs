//! `/agenda/{geheim}.ics`: one person's meetings, for a program that fetches them; and `/account/agenda`, where he makes the
//! address, makes another or takes it away.
//!
//! Such a program has no session, no cookie and no key: the address itself is the secret, 256 bits, of which the database has
//! the digest. What stands there is what his invitations said ([`super::invitations`]): when, and nothing else. Who has the
//! address reads on until it is taken away, so that a new password, and whoever stops or ends the account, take it away too.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::CONTENT_DISPOSITION,
    web::{Bytes, Data, Path},
};
use chrono::Days;
use data_encoding::BASE64URL_NOPAD;
use entity::calendar_feed;
use post::{Event, calendar};
use rand::Rng;
use seal::Digest;
use store::StoreError;

use super::invitations::event;
use crate::{
    account::account_page,
    journal,
    session::{self, unavailable},
    state::State,
};

/// Days that a meeting stays in calendars after it was held.
pub const KEPT_DAYS: u64 = 90;

/// Characters of a secret: 32 bytes in base64.
const LENGTH: usize = 43;

/// `GET /agenda/{geheim}.ics`. An address that is nobody's is answered as every page that is not there.
pub async fn feed(state: Data<State>, request: HttpRequest, secret: Path<String>) -> HttpResponse {
    // Whatever is asked for at once is asked of few hands: nobody who has no address keeps an officer waiting.
    match state.feed_lane.run(found(&state, &request, &secret)).await {
        Ok(Ok(Some(events))) => HttpResponse::Ok()
            .content_type("text/calendar; charset=utf-8")
            .insert_header((CONTENT_DISPOSITION, "inline; filename=\"overleg.ics\""))
            .body(calendar::feed(&events)),
        Ok(Ok(None)) => HttpResponse::NotFound().finish(),
        Ok(Err(error)) => unavailable(error),
        Err(_) => HttpResponse::TooManyRequests().finish(),
    }
}

async fn found(state: &State, request: &HttpRequest, secret: &str) -> Result<Option<Vec<Event>>, StoreError> {
    if secret.len() != LENGTH {
        return Ok(None);
    }
    let lookup = Digest::of(secret.as_bytes()).0;
    let Some(feed) = state.store.feed(&lookup).await? else { return Ok(None) };
    let account = state.store.account(feed.account_id).await?.filter(|account| !account.disabled);
    let Some(account) = account else { return Ok(None) };
    if state.store.is_halted(account.id).await? {
        return Ok(None);
    }
    // A program comes every hour: a line of the day's first time says what there is to say.
    if state.store.feed_fetched(&lookup, state.today()).await? {
        journal::visit_of(request, &account);
    }
    let since = state.today().checked_sub_days(Days::new(KEPT_DAYS));
    let rows = state.store.calendar_of(account.id).await?;
    Ok(Some(rows.iter().filter(|row| since.is_none_or(|since| row.held_on >= since)).map(event).collect()))
}

/// `POST /account/agenda`: `stap` makes an address (`maken`), in the place of what there was, or takes it away (`intrekken`).
pub async fn step(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    match form.get("stap") {
        "maken" => {
            let mut secret = [0; 32];
            rand::rng().fill_bytes(&mut secret);
            let secret = BASE64URL_NOPAD.encode(&secret);
            let feed = calendar_feed::Model {
                account_id: officer.account.id,
                lookup: Digest::of(secret.as_bytes()).0.to_vec(),
                made_on: state.today(),
                fetched_on: None,
            };
            if let Err(error) = state.store.open_feed(feed).await {
                return unavailable(error);
            }
            let address = format!("{}/agenda/{secret}.ics", state.public_url);
            account_page(&state, &officer, None, Some(&address)).await
        }
        "intrekken" => match state.store.close_feed(officer.account.id).await {
            Ok(()) => web::see_other("/account?agenda"),
            Err(error) => unavailable(error),
        },
        _ => HttpResponse::BadRequest().finish(),
    }
}

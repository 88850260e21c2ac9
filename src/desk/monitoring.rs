//! What an operator's monitoring learns of the desk: whether officers could work now, and what somebody should look at.

use actix_web::web::Data;
use domain::canary::Fares;
use post::outbox::Standing;
use store::StoreError;
use web::{
    ServeError, WebServer,
    monitor::{Sign, monitor},
};

use crate::{
    DeskSettings, State, canary,
    rotation::portals::{differing, heard_since},
};

/// The listener of `desk.monitor`, where there is one.
pub fn build(settings: &DeskSettings, state: Data<State>) -> Result<Option<WebServer>, ServeError> {
    monitor("desk-monitor", &settings.monitor, move || look(state.clone()))
}

async fn look(state: Data<State>) -> Vec<Sign> {
    let files = &state.attachments;
    let portals = portals(&state).await;
    let checked = state.journal.checked();
    let mail = mail(&state).await;
    let mut signs = vec![
        Sign::vital("database_up", "Whether the database answers", state.store.ping().await.is_ok()),
        Sign::vital("storage_up", "Whether the folder of files can be read", files.files.ping().await.is_ok()),
        Sign::vital("keys_up", "Whether the keys of the routes can be read", portals.is_ok()),
        Sign::well("storage_has_room", "Whether a message with as many files as may be still fits", files.has_room()),
        Sign::well(
            "portal_keys_agree",
            "Whether every portal that runs seals to the keys that members have",
            portals.unwrap_or(false),
        ),
        Sign::well(
            "log_intact",
            "Whether the log held together when it was last read through",
            checked.as_ref().is_some_and(|checked| checked.found.is_ok()),
        ),
        Sign::number(
            "log_read_timestamp_seconds",
            "When the log was last read through",
            checked.map_or(0, |checked| checked.at.timestamp()),
        ),
        Sign::well(
            "mail_leaves",
            "Whether no mail waits for a mail server that does not take it",
            mail.failing.is_none(),
        ),
        Sign::number(
            "mail_daily_timestamp_seconds",
            "When the last of the daily mails was delivered",
            mail.daily.map_or(0, |at| at.timestamp()),
        ),
    ];
    if state.canary.is_some() {
        let fares = canary::fares(&state.store, state.today()).await;
        let is_well = fares.is_ok_and(|fares| fares == Fares::Well);
        signs.push(Sign::well(
            "canary_well",
            "Whether the report that the desk sends itself every day comes through",
            is_well,
        ));
    }
    signs
}

/// How mail stands; that the database does not answer is said elsewhere.
async fn mail(state: &State) -> Standing {
    match &state.mailing {
        Some(mailing) => mailing.outbox.standing().await.unwrap_or_default(),
        None => Standing::default(),
    }
}

/// Whether running portals seal to the keys that the desk has.
async fn portals(state: &State) -> Result<bool, StoreError> {
    let lineages = state.store.people().await?.lineages(&state.routes);
    let rows = state.store.announced(heard_since(state.today())).await?;
    Ok(differing(&rows, &lineages).is_empty())
}

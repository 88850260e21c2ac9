//! What an operator's monitoring learns of the portal: whether it could take a report now.

use actix_web::web::Data;
use web::{
    ServeError, WebServer,
    monitor::{Sign, monitor},
};

use crate::{PortalSettings, State};

/// The listener of `portal.monitor`, where there is one.
pub fn build(settings: &PortalSettings, state: Data<State>) -> Result<Option<WebServer>, ServeError> {
    monitor("portal-monitor", &settings.monitor, move || look(state.clone()))
}

async fn look(state: Data<State>) -> Vec<Sign> {
    let files = &state.attachments;
    vec![
        Sign::vital("database_up", "Whether the database answers", state.pools.reports.ping().await.is_ok()),
        Sign::vital("storage_up", "Whether the folder of files can be read", files.files.ping().await.is_ok()),
        Sign::vital("keys_up", "Whether some route has a key to seal to", state.routes.reachable().next().is_some()),
        Sign::well("storage_has_room", "Whether a report with as many files as may be still fits", files.has_room()),
    ]
}

//! `serve`: portal and desk in one process. Convenient, and weaker than two: who takes over this process has both.

use std::{path::Path, sync::Arc};

use actix_web::web::Data;
use attachments::Attachments;
use domain::{Clock, SystemClock};
use portal::Pools;
use seal::{Routes, routes::DemoKeys};
use store::{DatabaseSettings, Store};
use web::{House, WebServer, server::run_until_stopped};

use crate::{failure::Failure, settings::Settings};

/// `signaalkluis serve`
pub async fn run(config: Option<&Path>) -> Result<(), Failure> {
    let (settings, routes, house) = Settings::read(config, DemoKeys::Refuse)?;
    if routes.reachable().next().is_none() {
        eprintln!("no route has a key yet: reporters can send nothing. Make the keys at the desk, under Beheer.");
    }
    let mut programs = Programs::open(&settings, routes, house, Arc::new(SystemClock)).await?;
    programs.desk.canary = settings.canary(config)?.map(Arc::new);
    programs.serve(&settings).await
}

/// The states of both programs.
pub struct Programs {
    pub portal: portal::State,
    pub desk: desk::State,
}

impl Programs {
    /// Opens the database's pools, one for each lane, and brings its tables up to date.
    pub async fn open(
        settings: &Settings,
        routes: Routes,
        house: House,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        let url = settings.database.url.clone();
        let store =
            Store::open(&DatabaseSettings { url: url.clone(), connections: desk::command::CONNECTIONS }).await?;
        store.migrate().await?;
        let origin = settings.portal.origin().map_err(|bad| Failure::refused(bad.to_string()))?;
        let pools = Pools::open(&url).await?;
        let files = Arc::new(Attachments::open(&settings.storage)?);
        let clocks = Arc::clone(&clock);
        let portal = portal::State::new(house.clone(), routes.clone(), pools, Arc::clone(&files), clocks, origin);
        let series = settings.meeting.series().map_err(|bad| Failure::refused(bad.to_string()))?;
        let retention = settings.retention.rules().map_err(|bad| Failure::refused(bad.to_string()))?;
        let mut desk = desk::State::new(house, &settings.desk, series, routes, store, Arc::new(files.beside()), clock);
        desk.retention = retention;
        desk.asks_reporter = settings.reveal.ask_reporter;
        desk.picture = settings.terms.picture().map_err(|bad| Failure::refused(bad.to_string()))?;
        desk.mails_by(&settings.mail.check().map_err(|bad| Failure::refused(bad.to_string()))?);
        Ok(Self { portal, desk })
    }

    /// Serves both until stopped.
    pub async fn serve(self, settings: &Settings) -> Result<(), Failure> {
        let portal = Data::new(self.portal);
        let servers = build(settings, portal.clone(), Data::new(self.desk))?;
        let stopped = run_until_stopped(servers).await;
        portal::command::silence(&portal).await;
        stopped.map_err(Failure::Stopped)
    }

    /// Binds the listeners.
    pub fn build(self, settings: &Settings) -> Result<Vec<WebServer>, Failure> {
        build(settings, Data::new(self.portal), Data::new(self.desk))
    }
}

fn build(
    settings: &Settings,
    portal_state: Data<portal::State>,
    desk_state: Data<desk::State>,
) -> Result<Vec<WebServer>, Failure> {
    let mut servers = Vec::new();
    servers.extend(portal::monitoring::build(&settings.portal, portal_state.clone())?);
    servers.extend(desk::monitoring::build(&settings.desk, desk_state.clone())?);
    servers.push(portal::build(&settings.portal, portal_state.clone())?);
    servers.push(desk::build(&settings.desk, desk_state.clone())?);
    actix_web::rt::spawn(portal::command::forget_hourly(portal_state.clone()));
    actix_web::rt::spawn(portal::command::sweep(portal_state));
    actix_web::rt::spawn(desk::canary::daily(desk_state.clone()));
    actix_web::rt::spawn(desk::mail::deliver(desk_state.clone()));
    actix_web::rt::spawn(desk::command::housekeeping(desk_state));
    Ok(servers)
}

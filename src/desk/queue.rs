//! `GET /wachtrij`: the signals this officer may open, those with somebody in danger first, then by their term. The status that
//! it filters on is the sealed one, as in the search; the rows shown are opened anew.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use domain::{RouteName, SignalId, Status, description::Urgency, meeting::Series, term};
use store::signals::StoredSignal;
use templates::{Choice, desk};
use web::page;

use crate::{
    case::{Case, NotOpened},
    keyring::Keyring,
    session::{self, unavailable},
    shelf::{self, Card},
    signal::sure,
    state::State,
    terms::Clocks,
    texts,
    work::is_danger,
};

const PER_PAGE: usize = 25;

/// The filter, as the page's own form sends it.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    status: String,
    route: String,
    pagina: Option<String>,
}

/// `GET /wachtrij`
pub async fn queue(state: Data<State>, request: HttpRequest, filter: Query<Filter>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let own = officer.ring.usable_routes();
    let wanted: Option<RouteName> = filter.route.parse().ok().filter(|route| own.contains(route));
    let status: Option<Status> = filter.status.parse().ok();
    let number = filter.pagina.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_usize).clamp(1, 1_000_000);
    let mut found = match shelf::reached(&state, &officer).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    // What does not open says nothing of itself: it stands among everything, with its warning, and answers no filter.
    let fits = |card: &Option<Arc<Card>>| match card {
        Some(card) => {
            status.is_none_or(|status| card.status == status) && wanted.is_none_or(|route| card.signal.route == route)
        }
        None => status.is_none() && wanted.is_none(),
    };
    found.retain(|(_, card)| fits(card));
    found.sort_by_key(|(_, card)| !card.as_ref().is_some_and(|card| card.is_danger));
    let total = found.len();
    let shown: Vec<_> = found.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).map(|(id, _)| *id).collect();
    let signals = match state.store.whole_signals_of(&shown).await {
        Ok(signals) => signals,
        Err(error) => return unavailable(error),
    };
    let (ring, series, today) = (officer.ring.clone(), state.series.clone(), state.today());
    let opened =
        move || in_order(signals, &shown).into_iter().map(|s| Row::open(s, &ring, &series)).collect::<Vec<_>>();
    let Ok(rows) = state.work_lane.run_blocking(opened).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    let warnings: Vec<Vec<&str>> = rows.iter().map(Row::warnings).collect();
    let rows: Vec<_> = rows.iter().zip(&warnings).map(|(row, warnings)| row.view(today, warnings)).collect();
    // What was destroyed is in no queue.
    let statuses = Status::ALL.iter().filter(|status| **status != Status::Vernietigd);
    let statuses: Vec<_> = statuses.map(|s| (s.label(), texts::status(&state.series, *s))).collect();
    let statuses: Vec<_> = statuses.iter().map(|(value, label)| Choice { value, label, hint: None }).collect();
    let routes: Vec<_> = own.iter().map(|r| Choice { value: r.label(), label: texts::route(*r), hint: None }).collect();
    let view = desk::Wachtrij {
        statuses: &statuses,
        status: status.map_or("", Status::label),
        routes: &routes,
        route: wanted.map_or("", RouteName::label),
        rows: &rows,
        total,
        page: number,
        pages: total.div_ceil(PER_PAGE).max(1),
    };
    page(StatusCode::OK, desk::wachtrij(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// Signals in the order of their ids here: a database gives them in its own.
fn in_order(mut signals: Vec<StoredSignal>, ids: &[SignalId]) -> Vec<StoredSignal> {
    signals.sort_by_key(|stored| ids.iter().position(|id| *id == stored.signal.id));
    signals
}

/// A signal as the queue shows it.
pub struct Row {
    kenmerk: String,
    received: String,
    route: &'static str,
    status: String,
    subject: String,
    clocks: Clocks,
    is_danger: bool,
    cannot_wait: bool,
    warnings: Vec<String>,
}

impl Row {
    pub fn open(stored: StoredSignal, ring: &Keyring, series: &Series) -> Self {
        let signal = stored.signal.clone();
        let mut row = Self {
            kenmerk: signal.kenmerk.to_string(),
            // What no seal confirms is not shown: these stay empty where the signal does not open.
            received: String::new(),
            route: "",
            status: String::new(),
            subject: String::new(),
            clocks: Clocks::default(),
            is_danger: false,
            cannot_wait: false,
            warnings: Vec::new(),
        };
        match Case::open(stored, ring) {
            Ok(case) => {
                row.received = term::dutch(case.intake.received_on);
                row.route = texts::route(case.route);
                row.status = sure(&texts::status(series, case.status()), case.status_is_certain());
                row.subject = subject(&case);
                row.clocks = Clocks::of(&case, series);
                row.is_danger = is_danger(&case);
                row.cannot_wait = cannot_wait(&case);
                row.warnings.clone_from(&case.findings.warnings);
            }
            Err(NotOpened::NotYours) => {
                row.warnings.push("Niet voor u verzegeld, al staat het in deze wachtrij.".into())
            }
            Err(NotOpened::Damaged) => row.warnings.push("De verklaring van de melder klopt niet.".into()),
        }
        row
    }

    pub fn warnings(&self) -> Vec<&str> {
        self.warnings.iter().map(String::as_str).collect()
    }

    pub fn view<'a>(&'a self, today: chrono::NaiveDate, warnings: &'a [&'a str]) -> desk::QueueRow<'a> {
        desk::QueueRow {
            kenmerk: &self.kenmerk,
            received: &self.received,
            route: self.route,
            status: &self.status,
            subject: &self.subject,
            term: self.clocks.nearest(today),
            is_danger: self.is_danger,
            cannot_wait: self.cannot_wait,
            warnings,
        }
    }
}

/// Whether the desk wrote of an open signal that it cannot wait for the meeting.
fn cannot_wait(case: &Case) -> bool {
    let description = case.description().filter(|_| case.is_declared() && case.status().is_open());
    description.is_some_and(|(_, written)| written.inhoud.urgentie == Some(Urgency::Spoed))
}

/// What a signal is about in one line: the desk's own words if there are any, not the reporter's. Empty while nobody
/// opened it.
fn subject(case: &Case) -> String {
    if case.is_unopened() {
        return String::new();
    }
    if let Some((_, description)) = case.description().filter(|_| case.is_declared()) {
        return texts::start_of(&description.inhoud.omschrijving, 90);
    }
    let about = |report: &domain::Report| {
        let who: Vec<_> = report.over_wie.iter().map(|subject| subject.label()).collect();
        format!("{}, over {}", report.soort, who.join(", "))
    };
    case.report.as_ref().map(about).unwrap_or_default()
}

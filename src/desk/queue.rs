//! `GET /wachtrij`: the signals this officer may open. The rows shown are opened, so that status and subject are the
//! sealed ones.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Query},
};
use domain::{PublicStatus, RouteName, term};
use store::signals::{QueueFilter, StoredSignal};
use templates::{Choice, desk};
use web::page;

use crate::{
    case::{Case, NotOpened},
    keyring::Keyring,
    session::{self, unavailable},
    signal::sure,
    state::State,
    texts,
    work::shown,
};

const PER_PAGE: u64 = 25;

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
    let standing: Option<PublicStatus> = filter.status.parse().ok();
    let number = filter.pagina.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_u64).clamp(1, 1_000_000);
    let found = async {
        let routes = wanted.map(|route| vec![route]);
        let filter = QueueFilter { reach: officer.ring.reach(), routes, standing };
        let page = state.store.queue(&filter, number - 1, PER_PAGE).await?;
        Ok::<_, store::StoreError>((page.total, state.store.whole_signals(page.signals).await?))
    };
    let (total, signals) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let (ring, today) = (officer.ring.clone(), state.today());
    let opened =
        state.work_lane.run_blocking(move || signals.into_iter().map(|s| Row::open(s, &ring)).collect::<Vec<_>>());
    let Ok(rows) = opened.await else { return HttpResponse::ServiceUnavailable().finish() };
    let warnings: Vec<Vec<&str>> = rows.iter().map(Row::warnings).collect();
    let rows: Vec<_> = rows.iter().zip(&warnings).map(|(row, warnings)| row.view(today, warnings)).collect();
    let statuses: Vec<_> =
        PublicStatus::ALL.iter().map(|s| Choice { value: s.label(), label: s.label(), hint: None }).collect();
    let routes: Vec<_> = own.iter().map(|r| Choice { value: r.label(), label: texts::route(*r), hint: None }).collect();
    let view = desk::Wachtrij {
        statuses: &statuses,
        status: standing.map_or("", PublicStatus::label),
        routes: &routes,
        route: wanted.map_or("", RouteName::label),
        rows: &rows,
        total,
        page: number,
        pages: total.div_ceil(PER_PAGE).max(1),
    };
    page(StatusCode::OK, desk::wachtrij(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// A signal as the queue shows it.
pub struct Row {
    kenmerk: String,
    received: String,
    route: &'static str,
    status: String,
    subject: String,
    term: Option<(term::Term, String)>,
    warnings: Vec<String>,
}

impl Row {
    pub fn open(stored: StoredSignal, ring: &Keyring) -> Self {
        let signal = stored.signal.clone();
        let mut row = Self {
            kenmerk: signal.kenmerk.to_string(),
            // What no seal confirms is not shown: these stay empty where the signal does not open.
            received: String::new(),
            route: "",
            status: String::new(),
            subject: String::new(),
            term: None,
            warnings: Vec::new(),
        };
        match Case::open(stored, ring) {
            Ok(case) => {
                row.received = term::dutch(case.intake.received_on);
                row.route = texts::route(case.route);
                row.status = sure(case.status().label(), case.status_is_certain());
                row.subject = subject(&case);
                row.term = case.term().filter(|_| case.reads_source()).map(|term| (term, term::dutch(term.due)));
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
            term: self.term.as_ref().map(|(term, due)| desk::Term {
                label: term.code.label(),
                due,
                state: shown(term.state(today)),
            }),
            warnings,
        }
    }
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

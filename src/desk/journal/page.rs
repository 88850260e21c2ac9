//! `GET /logboek` and `POST /logboek.csv`: the log and its counts, for auditors. No content of any signal is here, and no key of
//! theirs would open one.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Query},
};
use attachments::download;
use chrono::{DateTime, Datelike, Months, NaiveDate};
use domain::{
    FieldErrors, Kenmerk,
    clock::{dutch_date, dutch_midnight, dutch_time},
    field,
    journal::{Action, Line, Lines},
    term,
};
use store::StoreError;
use templates::{
    Choice, Text,
    desk::{self, LogCount, LogLine, LogState},
    problem::{Problem, Side, problem},
};
use web::{Form, Told, page};

use super::{audits, export};
use crate::{
    account,
    session::{self, Officer, unavailable},
    state::State,
    texts,
};

const PER_PAGE: u64 = 50;

/// Lines that one file holds: a spreadsheet opens a million, a browser waits for fewer.
const MOST: u64 = 100_000;

/// Months that are counted, this one included.
const MONTHS: u32 = 3;

/// The filter, as the page's own form sends it.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    van: String,
    tot: String,
    wie: String,
    kenmerk: String,
    handeling: String,
    pagina: Option<String>,
}

impl Filter {
    fn of(form: &Form) -> Self {
        let of = |name| form.get(name).to_owned();
        let (van, tot, wie) = (of("van"), of("tot"), of("wie"));
        Self { van, tot, wie, kenmerk: of("kenmerk"), handeling: of("handeling"), pagina: None }
    }

    fn lines(&self) -> Result<Lines, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut day = |name, typed: &str| {
            let read = field::day(typed);
            if read.is_none() && !typed.trim().is_empty() {
                errors.push(name, field::WRITE_A_DAY);
            }
            read
        };
        let (from, to) = (day("van", &self.van), day("tot", &self.tot));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            errors.push("tot", "De laatste dag ligt voor de eerste.");
        }
        for (name, typed) in [("wie", &self.wie), ("kenmerk", &self.kenmerk)] {
            // No line has any, and PostgreSQL takes none.
            if typed.contains(char::is_control) {
                errors.push(name, "Hierin staat een teken dat niet kan.");
            }
        }
        let midnight = |day| dutch_midnight(day).timestamp();
        let object = self.kenmerk.trim();
        let object = object.parse::<Kenmerk>().map_or_else(|_| object.to_owned(), |kenmerk| kenmerk.to_string());
        let lines = Lines {
            from: from.map(midnight),
            before: to.and_then(|day| day.succ_opt()).map(midnight),
            actor: self.wie.trim().to_lowercase(),
            object,
            action: self.handeling.parse().ok(),
            outcome: None,
        };
        errors.or(Some(lines))
    }
}

/// `GET /logboek`
pub async fn overview(state: Data<State>, request: HttpRequest, filter: Query<Filter>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) if audits(&officer.ring) => officer,
        Ok(_) => return refused(&state),
        Err(refused) => return refused,
    };
    match shown(&state, &officer, &filter, None).await {
        Ok(answer) => answer,
        Err(error) => unavailable(error),
    }
}

/// `POST /logboek.csv`: every line that the filter finds, in their order, for who types his password again.
pub async fn export(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok((officer, form)) if audits(&officer.ring) => (officer, form),
        Ok(_) => return refused(&state),
        Err(refused) => return refused,
    };
    let filter = Filter::of(&form);
    let Ok(wanted) = filter.lines() else {
        return shown(&state, &officer, &filter, None).await.unwrap_or_else(unavailable);
    };
    match account::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => return shown(&state, &officer, &filter, Some(said)).await.unwrap_or_else(unavailable),
        Err(refused) => return refused,
    }
    let lines = match state.store.log_lines(&wanted, MOST + 1).await {
        Ok(lines) => lines,
        Err(error) => return unavailable(error),
    };
    if lines.len() as u64 > MOST {
        let view = Problem {
            title: "Dit zijn te veel regels voor een bestand",
            paragraphs: vec![
                "Een bestand heeft hoogstens 100.000 regels. Kies een kortere periode.",
                "De beheerder kan alles in een keer uitvoeren: signaalkluis audit export.",
            ],
            back: Some(("/logboek", "Naar het logboek")),
        };
        return page(StatusCode::UNPROCESSABLE_ENTITY, problem(&state.frame(), Side::Desk, &view));
    }
    let rows: String = lines.iter().map(export::csv).collect();
    let body = ["\u{feff}", &export::csv_head(), &rows].concat();
    download::answer("logboek.csv").content_type("text/csv; charset=utf-8").body(body)
}

pub fn refused(state: &State) -> HttpResponse {
    let view = Problem {
        title: "Het logboek is voor de auditor",
        paragraphs: vec![
            "Wie een signaal las, ziet u op de pagina van dat signaal.",
            "Het hele logboek leest een auditor of functionaris gegevensbescherming die een lid van een route heeft voorgesteld, en die zelf geen lid is.",
        ],
        back: Some(("/", "Naar mijn werk")),
    };
    page(StatusCode::FORBIDDEN, problem(&state.frame(), Side::Desk, &view))
}

async fn shown(
    state: &State,
    officer: &Officer,
    filter: &Filter,
    password: Option<String>,
) -> Result<HttpResponse, StoreError> {
    let wanted = filter.lines();
    let number = filter.pagina.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1_u64).clamp(1, 10_000_000);
    let (total, lines) = match &wanted {
        Ok(wanted) => state.store.log_page(wanted, number - 1, PER_PAGE).await?,
        Err(_) => Default::default(),
    };
    let counts = Counts::of(state).await?;
    let mut errors = wanted.err().unwrap_or_default();
    if let Some(said) = password {
        errors.push("wachtwoord", said);
    }
    let told = Told::new(&errors, Text::DUTCH);
    let lines: Vec<_> = lines.into_iter().map(|line| (time(line.at), line)).collect();
    let lines: Vec<_> = lines.iter().map(|(time, line)| view(time, line)).collect();
    let actions: Vec<_> =
        Action::ALL.iter().map(|action| Choice { value: action.label(), label: action.label(), hint: None }).collect();
    let checked = state.journal.checked();
    let when = checked.as_ref().map(|checked| time(checked.at.timestamp())).unwrap_or_default();
    let found = checked.map(|checked| match checked.found {
        Ok(head) => Ok(head.to_string()),
        Err(broken) => Err(broken.in_dutch()),
    });
    let (months, by_action, by_route) = (counts.months(), counts.actions(), counts.routes());
    let proven = account::proven_until(state, officer);
    let view = desk::Logboek {
        state: match &found {
            None => LogState::Unread,
            Some(Ok(head)) => LogState::Sound { head, when: &when },
            Some(Err(what)) => LogState::Broken { what, when: &when },
        },
        months: &months,
        by_action: &by_action,
        by_route: &by_route,
        actions: &actions,
        action: &filter.handeling,
        from: &filter.van,
        to: &filter.tot,
        who: &filter.wie,
        object: &filter.kenmerk,
        proven_until: proven.as_deref(),
        lines: &lines,
        total,
        page: number,
        pages: total.div_ceil(PER_PAGE).max(1),
        errors: &told.view(),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page(status, desk::logboek(&officer.frame(state.frame(), &officer.banners()), &view)))
}

/// A second on a Dutch wall clock, short enough for a column.
fn time(at: i64) -> String {
    let known = DateTime::from_timestamp(at, 0);
    known.map_or_else(|| at.to_string(), |at| dutch_time(at).format("%d-%m-%Y %H:%M:%S").to_string())
}

fn view<'a>(time: &'a str, line: &'a Line) -> LogLine<'a> {
    LogLine {
        number: line.number,
        time,
        action: &line.action,
        object: &line.object,
        outcome: &line.outcome,
        origin: &line.origin,
        actor: &line.actor,
    }
}

/// How often what was done, month by month, the newest month first.
struct Counts {
    months: Vec<String>,
    actions: Vec<(String, Vec<i64>)>,
    routes: Vec<(&'static str, Vec<i64>)>,
}

impl Counts {
    async fn of(state: &State) -> Result<Self, StoreError> {
        let today = dutch_date(state.clock.now());
        let first = today.with_day(1).unwrap_or(today);
        let mut counts = Self { months: Vec::new(), actions: Vec::new(), routes: Vec::new() };
        for back in 0..MONTHS {
            let Some(month) = first.checked_sub_months(Months::new(back)) else { break };
            let next = month.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
            let midnight = |day| Some(dutch_midnight(day).timestamp());
            let wanted = Lines { from: midnight(month), before: midnight(next), ..Lines::default() };
            let (_, name) =
                term::dutch(month).split_once(' ').map(|(d, n)| (d.to_owned(), n.to_owned())).unwrap_or_default();
            for (action, number) in state.store.log_counts(&wanted).await? {
                put(&mut counts.actions, action, counts.months.len(), number);
            }
            for (route, number) in state.store.log_routes(&wanted).await? {
                put(&mut counts.routes, texts::route(route), counts.months.len(), number);
            }
            counts.months.push(name);
        }
        let months = counts.months.len();
        counts.actions.iter_mut().for_each(|(_, numbers)| numbers.resize(months, 0));
        counts.routes.iter_mut().for_each(|(_, numbers)| numbers.resize(months, 0));
        Ok(counts)
    }

    fn months(&self) -> Vec<&str> {
        self.months.iter().map(String::as_str).collect()
    }

    fn actions(&self) -> Vec<LogCount<'_>> {
        self.actions.iter().map(|(label, numbers)| LogCount { label, numbers }).collect()
    }

    fn routes(&self) -> Vec<LogCount<'_>> {
        self.routes.iter().map(|(label, numbers)| LogCount { label, numbers }).collect()
    }
}

/// Puts a number in its row, at its month.
fn put<L: PartialEq>(rows: &mut Vec<(L, Vec<i64>)>, label: L, month: usize, number: i64) {
    let at = rows.iter().position(|(row, _)| *row == label).unwrap_or_else(|| {
        rows.push((label, Vec::new()));
        rows.len() - 1
    });
    rows[at].1.resize(month, 0);
    rows[at].1.push(number);
}

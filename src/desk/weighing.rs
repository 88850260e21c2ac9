//! `/signalen/{kenmerk}/weging`: the eight criteria of article 7 lid 1. Versions are only ever added.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    FieldErrors, Kind,
    weighing::{Criterion, Weighing, analogy},
};
use store::StoreError;
use templates::{Choice, Text, components::LabelValue, desk};
use web::{Form, Told, page, see_other};

use crate::{
    case::Case,
    opening::{self, failed},
    session::{self, Officer},
    signal::{LETTERS, WeighingWords, not_his_page},
    state::State,
    texts,
    writing::{self, Draft, WriteError},
};

/// `GET /signalen/{kenmerk}/weging`: starts from the latest version.
pub async fn form(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let case = match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    if let Some(refused) = not_his(&state, &officer, &case) {
        return refused;
    }
    let latest = WeighingWords::all(&case).pop();
    let value = |field: &str| latest.as_ref().map(|latest| saved(latest.weighing(), field)).unwrap_or_default();
    let latest_value = |field: &str| {
        if field == "overleg" { meeting_in(request.query_string()).unwrap_or_default() } else { value(field) }
    };
    weighing_page(&state, StatusCode::OK, &officer, &case, &latest_value, &FieldErrors::default(), false)
}

/// The day of the meeting that weighs, where the form was opened from its table: `overleg=2026-12-03`.
fn meeting_in(query: &str) -> Option<String> {
    let day = query.strip_prefix("overleg=")?.parse::<chrono::NaiveDate>().ok()?;
    Some(day.to_string())
}

/// `POST /signalen/{kenmerk}/weging`. Where a colleague saved a version since the form was opened, both are shown and
/// nothing typed is lost; saving again then adds to his.
pub async fn save(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let case = match opening::open_for(&state, &officer, &kenmerk, &form).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    if let Some(refused) = not_his(&state, &officer, &case) {
        return refused;
    }
    let value = |field: &str| form.get(field).to_owned();
    let weighing = match Weighing::parse(&|field| form.get(field)) {
        Ok(weighing) => weighing,
        Err(errors) => {
            return weighing_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &case, &value, &errors, false);
        }
    };
    let none = FieldErrors::default();
    if basis(&form) != case.weighings().len() {
        return weighing_page(&state, StatusCode::CONFLICT, &officer, &case, &value, &none, true);
    }
    match add(&state, &officer, &case, weighing).await {
        Ok(()) => match meeting_in(&format!("overleg={}", form.get("overleg"))) {
            Some(day) => see_other(&format!("/overleggen/{day}/{}?weging", case.intake.kenmerk)),
            None => see_other(&format!("/signalen/{}?weging", case.intake.kenmerk)),
        },
        Err(WriteError::Store(StoreError::Taken)) => match opening::open(&state, &officer, &kenmerk).await {
            Ok(case) => weighing_page(&state, StatusCode::CONFLICT, &officer, &case, &value, &none, true),
            Err(refused) => refused,
        },
        Err(WriteError::Broken) => weighing_page(&state, StatusCode::CONFLICT, &officer, &case, &value, &none, false),
        Err(error) => failed(error),
    }
}

/// Weighing is for members of the route who said that they are not involved. Where one has not, the signal's page asks.
fn not_his(state: &State, officer: &Arc<Officer>, case: &Case) -> Option<HttpResponse> {
    // A form that came to another signal than its own comes back with what was typed, and with nothing of this one.
    let may = case.is_members() && (case.findings.broken || case.is_declared());
    (!may).then(|| not_his_page(state, StatusCode::FORBIDDEN, officer, case))
}

/// The number of versions there were when the form was opened.
fn basis(form: &Form) -> usize {
    form.get("versie").parse().unwrap_or(0)
}

/// Adds a version. [`StoreError::Taken`] inside: a colleague wrote first.
pub async fn add(state: &State, officer: &Arc<Officer>, case: &Case, weighing: Weighing) -> Result<(), WriteError> {
    let draft = Draft::to_file(Kind::Weighing, &session::dated(state, weighing))?;
    writing::write(state, case, officer, vec![draft], None, Vec::new()).await
}

/// A field's value in a saved weighing.
fn saved(weighing: &Weighing, field: &str) -> String {
    match field {
        "proportionaliteit" => return weighing.proportionaliteit.clone(),
        "conclusie" => return weighing.conclusie.clone(),
        _ => {}
    }
    let at = Criterion::ALL.iter().find(|criterion| criterion.fields().0 == field || criterion.fields().1 == field);
    at.map_or_else(String::new, |criterion| {
        let assessment = weighing.of(*criterion);
        if criterion.fields().0 == field {
            assessment.toelichting.clone()
        } else {
            assessment.niveau.map(|level| level.label().to_owned()).unwrap_or_default()
        }
    })
}

fn weighing_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    value: &dyn Fn(&str) -> String,
    errors: &FieldErrors,
    conflict: bool,
) -> HttpResponse {
    let banners: Vec<_> = officer.ring.warnings.iter().chain(&case.findings.warnings).map(String::as_str).collect();
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let levels: Vec<Vec<Choice<'_>>> = Criterion::ALL
        .iter()
        .map(|criterion| {
            criterion.levels().map(|l| Choice { value: l.label(), label: l.label(), hint: None }).collect()
        })
        .collect();
    let values: Vec<_> =
        Criterion::ALL.iter().map(|criterion| (value(criterion.fields().0), value(criterion.fields().1))).collect();
    let criteria: Vec<_> = Criterion::ALL
        .iter()
        .zip(LETTERS)
        .zip(levels.iter().zip(&values))
        .map(|((criterion, letter), (levels, (text, level)))| desk::Criterion {
            letter,
            label: criterion.label(),
            question: criterion.question(),
            levels,
            text,
            level,
        })
        .collect();
    // At the table others look at this screen too: the worked-up words alone, which all of them may read.
    let report = case.report.as_ref().filter(|_| value("overleg").is_empty() && case.may_be_shown());
    let (report, description) = (report.map(texts::report).unwrap_or_default(), case.description());
    let description = description.filter(|_| case.may_be_shown());
    let worked_up = description.as_ref().map(|(_, written)| ("Omschrijving", written.inhoud.omschrijving.as_str()));
    let summary: Vec<_> = worked_up
        .into_iter()
        .chain(report.iter().map(|(label, value)| (*label, value.as_str())))
        .map(|(label, value)| LabelValue { label, value })
        .collect();
    let versions = if case.may_be_shown() { WeighingWords::all(case) } else { Vec::new() };
    let latest_criteria = versions.last().map(WeighingWords::view).unwrap_or_default();
    let view = desk::Weging {
        kenmerk: case.stored.signal.kenmerk.as_str(),
        addressee: &case.addressee(),
        route: texts::route(case.route),
        note: analogy(case.route, case.report.as_ref().map_or(&[][..], |report| &report.over_wie)),
        summary: &summary,
        criteria: &criteria,
        proportionality: &value("proportionaliteit"),
        conclusion: &value("conclusie"),
        version: &versions.len().to_string(),
        meeting: &value("overleg"),
        errors: &errors,
        conflict: versions.last().filter(|_| conflict).map(|latest| latest.whole(&latest_criteria)),
    };
    page(status, desk::weging(&officer.frame(state.frame(), &banners), &view))
}

//! `/overleggen/{datum}/verplaatsen`: the same meeting on another day or at another time. Its agenda, who comes and what they
//! thought beforehand go along; the old day says where it went.

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{FieldErrors, meeting::Stage};
use store::StoreError;
use templates::{Text, desk};
use web::{Form, Told, page, see_other};

use super::{
    calendar::when,
    holds, of_address,
    records::{self, Held},
};
use crate::{
    opening::failed,
    session::{self, Officer, unavailable},
    state::State,
    writing::WriteError,
};

/// `GET /overleggen/{datum}/verplaatsen`
pub async fn form(state: Data<State>, request: HttpRequest, day: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    match of_address(&state, &officer, &day).await {
        Ok(_) if !holds(&officer) => HttpResponse::Forbidden().finish(),
        Ok(held) => moving_page(&state, StatusCode::OK, &officer, &held, None, &FieldErrors::default()),
        Err(refused) => refused,
    }
}

/// `POST /overleggen/{datum}/verplaatsen`: fields `datum`, `van` and `tot`.
pub async fn relocate(state: Data<State>, request: HttpRequest, day: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    for _ in 0..5 {
        let held = match of_address(&state, &officer, &day).await {
            Ok(_) if !holds(&officer) => return HttpResponse::Forbidden().finish(),
            Ok(held) => held,
            Err(refused) => return refused,
        };
        let shown = |status, errors: &FieldErrors| moving_page(&state, status, &officer, &held, Some(&form), errors);
        if held.is_damaged {
            return shown(StatusCode::CONFLICT, &FieldErrors::default());
        }
        if !held.meeting.stand.may_become(Stage::Verplaatst) {
            let mut errors = FieldErrors::default();
            errors.push("datum", format!("Dit kan niet meer: dit overleg is ‘{}’.", held.meeting.stand));
            return shown(StatusCode::UNPROCESSABLE_ENTITY, &errors);
        }
        let taken: Vec<_> = match records::all(&state, &officer).await {
            Ok(all) => all.iter().map(|held| held.meeting.datum).collect(),
            Err(error) => return unavailable(error),
        };
        let typed = (form.get("datum"), form.get("van"), form.get("tot"));
        let next = match held.meeting.moved(typed, state.today(), &taken) {
            Ok(next) => next,
            Err(errors) => return shown(StatusCode::UNPROCESSABLE_ENTITY, &errors),
        };
        let written = if next.datum == held.meeting.datum {
            records::write(&state, &officer, Some(&held), &next).await
        } else {
            records::relocate(&state, &officer, &held, &next).await
        };
        match written {
            Ok(()) => return see_other(&format!("/overleggen/{}?verplaatst", next.datum)),
            // A colleague changed it, or planned another on that day, in between.
            Err(WriteError::Store(StoreError::Taken)) => {}
            Err(error) => return failed(error),
        }
    }
    failed(WriteError::Store(StoreError::Taken))
}

/// `form`: what was typed; without it the page shows how the meeting stands.
fn moving_page(
    state: &State,
    status: StatusCode,
    officer: &Officer,
    held: &Held,
    form: Option<&Form>,
    errors: &FieldErrors,
) -> HttpResponse {
    let meeting = &held.meeting;
    let (day, date) = (meeting.datum.to_string(), meeting.datum.format("%-d-%-m-%Y").to_string());
    let (from, until) = meeting
        .uren
        .map(|hours| (hours.van.format("%-H:%M").to_string(), hours.tot.format("%-H:%M").to_string()))
        .unwrap_or_default();
    let of = |name: &str, stands: &str| form.map_or_else(|| stands.to_owned(), |form| form.get(name).to_owned());
    let (typed_day, typed_from, typed_until) = (of("datum", &date), of("van", &from), of("tot", &until));
    let (told, when) = (Told::new(errors, Text::DUTCH), when(meeting));
    let view = desk::Verplaatsen {
        name: &state.series.name,
        address: &day,
        now: &when,
        is_silent: meeting.stil,
        is_damaged: held.is_damaged,
        day: &typed_day,
        from: &typed_from,
        until: &typed_until,
        errors: &told.view(),
    };
    page(status, desk::verplaatsen(&officer.frame(state.frame(), &officer.banners()), &view))
}

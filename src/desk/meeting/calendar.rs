//! `/overleggen`: the meetings there are, what waits for one, and planning the next.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{
    FieldErrors,
    meeting::{Hours, Meeting, MeetingKind},
    term,
};
use store::StoreError;
use templates::{Choice, Text, desk};
use web::{Form, Told, page, see_other};

use super::{agenda, holds, records};
use crate::{
    keyring::named,
    opening::failed,
    session::{self, Officer, unavailable},
    shelf::Card,
    state::State,
    writing::WriteError,
};

/// `GET /overleggen`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    meetings_page(&state, StatusCode::OK, &officer, &Form::default(), &FieldErrors::default()).await
}

/// `POST /overleggen`: plans a meeting.
pub async fn plan(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if !holds(&officer) {
        return HttpResponse::Forbidden().finish();
    }
    let all = match records::all(&state, &officer).await {
        Ok(all) => all,
        Err(error) => return unavailable(error),
    };
    let taken: Vec<_> = all.iter().map(|held| held.meeting.datum).collect();
    let planned = Meeting::planned(form.get("datum"), form.get("soort"), form.get("reden"), state.today(), &taken);
    let (mut meeting, uren) = match (planned, Hours::parse(form.get("van"), form.get("tot"))) {
        (Ok(meeting), Ok(uren)) => (meeting, uren),
        (planned, uren) => {
            let mut errors = planned.err().unwrap_or_default();
            errors.extend(uren.err());
            return meetings_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &form, &errors).await;
        }
    };
    meeting.uren = uren;
    meeting.stil = meeting.soort == MeetingKind::Tussentijds && form.get("mailen") != "ja";
    // Who always sits there hears of it now, whatever will be on its agenda: that he is invited tells nothing of that.
    match agenda::structural(&state, &officer).await {
        Ok(structural) => meeting.genodigd = structural.iter().map(named).collect(),
        Err(error) => return unavailable(error),
    }
    match records::write(&state, &officer, None, &meeting).await {
        // A colleague planned that day just now: there it is.
        Ok(()) | Err(WriteError::Store(StoreError::Taken)) => see_other(&format!("/overleggen/{}", meeting.datum)),
        Err(error) => failed(error),
    }
}

/// "3 december 2026, van 9.30 tot 11.00 uur".
pub(super) fn when(meeting: &Meeting) -> String {
    let day = term::dutch(meeting.datum);
    meeting.uren.map_or_else(|| day.clone(), |hours| format!("{day}, {hours}"))
}

async fn meetings_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    form: &Form,
    errors: &FieldErrors,
) -> HttpResponse {
    let all = match records::all(state, officer).await {
        Ok(all) => all,
        Err(error) => return unavailable(error),
    };
    let missed = match records::missed(state, officer).await {
        Ok(missed) => missed,
        Err(error) => return unavailable(error),
    };
    let missed: Vec<_> = missed.iter().map(String::as_str).collect();
    let (mut waiting, mut pressing) = (0, Vec::new());
    if holds(officer) {
        // What cannot wait, waits for no other than an interim meeting.
        let coming = |held: &&records::Held| held.meeting.stand.is_ahead();
        let has = |held: &records::Held, card: &Card| held.meeting.place_of(card.signal.id).is_some();
        let is_interim = |held: &records::Held| held.meeting.soort == MeetingKind::Tussentijds;
        match (agenda::waiting(state, officer).await, agenda::pressing(state, officer).await) {
            (Ok(ready), Ok(mut cards)) => {
                waiting = ready.len();
                cards.retain(|card| !all.iter().filter(coming).any(|held| is_interim(held) && has(held, card)));
                pressing = cards;
            }
            (Err(refused), _) | (_, Err(refused)) => return refused,
        }
    }
    let words: Vec<_> = all.iter().map(|held| (held.meeting.datum.to_string(), when(&held.meeting), held)).collect();
    let ahead = |held: &records::Held| held.meeting.stand.is_ahead();
    let rows = |want_ahead: bool| -> Vec<desk::MeetingLine<'_>> {
        let of = words.iter().filter(move |(.., held)| ahead(held) == want_ahead);
        of.map(|(day, date, held)| desk::MeetingLine {
            day,
            date,
            kind: held.meeting.soort.label(),
            stage: held.meeting.stand.label(),
            items: held.meeting.agenda.len(),
        })
        .collect()
    };
    let (coming, mut past) = (rows(true), rows(false));
    past.reverse();
    let pressing: Vec<_> = pressing.iter().map(|card| card.signal.kenmerk.to_string()).collect();
    let pressing: Vec<_> = pressing.iter().map(String::as_str).collect();
    let last = all.iter().filter(|held| held.meeting.soort == MeetingKind::Gewoon).map(|held| held.meeting.datum).max();
    let from = last.and_then(|day| day.succ_opt()).unwrap_or(state.today()).max(state.today());
    let proposed = state.series.from(from).map(|day| day.format("%-d-%-m-%Y").to_string()).unwrap_or_default();
    let kinds = MeetingKind::ALL.iter().map(|kind| Choice { value: kind.label(), label: kind.label(), hint: None });
    let kinds: Vec<_> = kinds.collect();
    let told = Told::new(errors, Text::DUTCH);
    let (was_sent, errors) = (!errors.is_empty(), told.view());
    let view = desk::Overleggen {
        name: &state.series.name,
        warnings: &missed,
        coming: &coming,
        past: &past,
        waiting,
        pressing: &pressing,
        form: holds(officer).then_some(desk::PlanForm {
            kinds: &kinds,
            kind: if was_sent { form.get("soort") } else { MeetingKind::Gewoon.label() },
            day: if was_sent { form.get("datum") } else { &proposed },
            reason: form.get("reden"),
            from: form.get("van"),
            until: form.get("tot"),
            mails: form.get("mailen") == "ja",
            errors: &errors,
        }),
    };
    page(status, desk::overleggen(&officer.frame(state.frame(), &officer.banners()), &view))
}

//! `GET /overleggen/{datum}/verslag`: the minutes, put together for each reader from what his own keys open. One text for
//! everybody would have one audience; the signals have each their own.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use domain::{meeting::Stage, term};
use templates::desk;
use web::page;

use super::{
    of_address,
    point::{actions, away, decisions},
    records::Held,
};
use crate::{
    case::Case,
    opening,
    session::{self, Officer},
    signal::WeighingWords,
    state::State,
    texts::{self, AgreedWords, DecisionWords},
};

/// `GET /overleggen/{datum}/verslag`
pub async fn minutes(state: Data<State>, request: HttpRequest, day: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let held = match of_address(&state, &officer, &day).await {
        Ok(held) if matches!(held.meeting.stand, Stage::Geopend | Stage::Gesloten) => held,
        Ok(_) => return HttpResponse::NotFound().finish(),
        Err(refused) => return refused,
    };
    match items(&state, &officer, &held).await {
        Ok(items) => minutes_page(&state, &officer, &held, &items),
        Err(refused) => refused,
    }
}

/// What the minutes say of one signal; nothing where it does not open for this reader.
struct Item {
    kenmerk: String,
    description: String,
    conclusion: Option<String>,
    decisions: Vec<DecisionWords>,
    actions: Vec<AgreedWords>,
    gone: Vec<String>,
}

impl Item {
    fn of(state: &State, held: &Held, case: &Case) -> Self {
        let of_today = |(_, made): &crate::case::Written<domain::meeting::decision::Decision>| {
            made.inhoud.overleg == held.meeting.datum
        };
        let agreed = actions(case).into_iter().filter(|agreed| agreed.overleg == held.meeting.datum);
        let gone = away(held, case).into_iter().map(|who| format!("{} ({})", who.functie, who.naam));
        Self {
            kenmerk: case.intake.kenmerk.to_string(),
            description: case.description().map(|(_, written)| written.inhoud.omschrijving).unwrap_or_default(),
            conclusion: WeighingWords::all(case).last().map(|latest| latest.weighing().conclusie.clone()),
            decisions: decisions(case).into_iter().filter(of_today).map(|made| texts::decision(case, made)).collect(),
            actions: agreed.map(|agreed| AgreedWords::of(agreed, state.today())).collect(),
            gone: gone.collect(),
        }
    }
}

async fn items(state: &State, officer: &Arc<Officer>, held: &Held) -> Result<Vec<Option<Item>>, HttpResponse> {
    let mut items = Vec::with_capacity(held.meeting.agenda.len());
    for item in &held.meeting.agenda {
        items.push(match opening::open(state, officer, item.kenmerk.as_str()).await {
            // Who has not said that he is not involved, reads nothing of it here either.
            Ok(case) if case.intake.signal == item.signaal && case.is_declared() => Some(Item::of(state, held, &case)),
            Ok(_) => None,
            Err(refused) if refused.status() == StatusCode::NOT_FOUND => None,
            Err(refused) => return Err(refused),
        });
    }
    Ok(items)
}

fn minutes_page(state: &State, officer: &Arc<Officer>, held: &Held, items: &[Option<Item>]) -> HttpResponse {
    let (day, date) = (held.meeting.datum.to_string(), term::dutch(held.meeting.datum));
    let there: Vec<_> = held.meeting.aanwezig.iter().map(|who| format!("{} ({})", who.functie, who.naam)).collect();
    let is_absent =
        |who: &&domain::access::Colleague| !held.meeting.aanwezig.iter().any(|present| present.account == who.account);
    let absent = held.meeting.genodigd.iter().filter(is_absent);
    let absent: Vec<_> = absent.map(|who| format!("{} ({})", who.functie, who.naam)).collect();
    let (there, absent): (Vec<_>, Vec<_>) =
        (there.iter().map(String::as_str).collect(), absent.iter().map(String::as_str).collect());
    let parts: Vec<_> = items
        .iter()
        .map(|item| {
            item.as_ref().map(|item| {
                let decisions: Vec<_> = item.decisions.iter().map(DecisionWords::view).collect();
                let actions: Vec<_> = item.actions.iter().map(AgreedWords::view).collect();
                let gone: Vec<_> = item.gone.iter().map(String::as_str).collect();
                (item, decisions, actions, gone)
            })
        })
        .collect();
    let points: Vec<_> = parts
        .iter()
        .map(|part| {
            part.as_ref().map(|(item, decisions, actions, gone)| desk::MinutedPoint {
                kenmerk: &item.kenmerk,
                description: &item.description,
                conclusion: item.conclusion.as_deref(),
                decisions,
                actions,
                gone,
            })
        })
        .collect();
    let next = held.meeting.datum.succ_opt().and_then(|day| state.series.from(day)).map(term::dutch);
    let view = desk::Verslag {
        name: &state.series.name,
        day: &day,
        date: &date,
        kind: held.meeting.soort.label(),
        is_final: held.is(Stage::Gesloten),
        there: &there,
        absent: &absent,
        points: &points,
        next: next.as_deref(),
    };
    page(StatusCode::OK, desk::verslag(&officer.frame(state.frame(), &officer.banners()), &view))
}

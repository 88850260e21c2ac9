//! `GET /logboek/rechten`: for the auditor. That rights were looked through, by whom and when, of every route in use; no
//! answers, no signals.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use domain::{RouteName, term, term::TermState, upkeep::FEWEST_MEMBERS};
use store::StoreError;
use templates::desk;
use web::page;

use crate::{
    journal::{self, audits},
    session::{self, Officer, unavailable},
    state::State,
    texts,
    upkeep::{self, Upkept},
    work::shown,
};

/// `GET /logboek/rechten`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) if audits(&officer.ring) => officer,
        Ok(_) => return journal::page::refused(&state),
        Err(refused) => return refused,
    };
    let words = match all(&state, &officer).await {
        Ok(words) => words,
        Err(error) => return unavailable(error),
    };
    let warnings: Vec<Vec<&str>> = words.iter().map(|one| one.warnings.iter().map(String::as_str).collect()).collect();
    let reviews: Vec<Vec<_>> =
        words.iter().map(|one| one.reviews.iter().map(|(who, when)| (who.as_str(), when.as_str())).collect()).collect();
    let routes: Vec<_> = words
        .iter()
        .enumerate()
        .map(|(at, one)| desk::SupervisedRoute {
            label: texts::route(one.route),
            members: one.members,
            replacement: one.replacement.as_deref(),
            due: &one.due,
            state: shown(one.state),
            reviews: &reviews[at],
            warnings: &warnings[at],
        })
        .collect();
    page(StatusCode::OK, desk::rechten_toezicht(&officer.frame(state.frame(), &officer.banners()), &routes))
}

struct Words {
    route: RouteName,
    members: usize,
    replacement: Option<String>,
    due: String,
    state: TermState,
    /// Name and day, the newest first.
    reviews: Vec<(String, String)>,
    warnings: Vec<String>,
}

async fn all(state: &State, officer: &Officer) -> Result<Vec<Words>, StoreError> {
    let (rows, mut all) = (state.store.upkeep().await?, Vec::new());
    for route in RouteName::of_people() {
        // What the key of the configuration signed: he holds none himself.
        let Some((key, people)) = officer.ring.lineages().get(route).zip(officer.ring.people(route)) else {
            continue;
        };
        let upkept = Upkept::read(&rows, route, key, people);
        let (due, stand) = upkeep::term_of(&upkept, people, state.today());
        let mut warnings: Vec<String> = upkeep::gone(state, route, &upkept).await?.into_iter().collect();
        if upkept.is_damaged {
            warnings.push("Een eerdere ondertekening is veranderd of weg. Wat niet klopt, telt niet.".into());
        }
        let members = people.in_force().count();
        if members < FEWEST_MEMBERS {
            warnings.push("Deze route heeft minder dan twee leden die haar kunnen openen.".into());
        }
        all.push(Words {
            route,
            members,
            replacement: upkept.replacement(people).map(|known| known.name.clone()),
            due: term::dutch(due),
            state: stand,
            reviews: upkept.reviews.iter().rev().map(|one| (one.name.clone(), term::dutch(one.on))).collect(),
            warnings,
        });
    }
    Ok(all)
}

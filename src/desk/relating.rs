//! `/signalen/{kenmerk}/verband`: which other signals may have to do with this one, found in memory, and writing down that
//! one does.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    FieldErrors, Kind, company,
    relation::{Link, Relation},
    term,
};
use templates::{Choice, Text, desk};
use web::{Form, Told, page, see_other};

use crate::{
    case::Case,
    opening::{self, failed},
    session::{self, Officer},
    shelf::{self, Card},
    signal::not_his_page,
    state::State,
    writing::{self, Draft},
};

/// `GET /signalen/{kenmerk}/verband`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    match opened(&state, &officer, &kenmerk, &Form::default()).await {
        Ok(case) => {
            let (none, form) = (FieldErrors::default(), Form::default());
            relations_page(&state, StatusCode::OK, &officer, &case, &form, &none).await
        }
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/verband`: written in both case files, the other's first. Pressed again after a fault between
/// the two, it writes what is missing.
pub async fn relate(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let case = match opened(&state, &officer, &kenmerk, &form).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let (link, other) = match decide(&state, &officer, &case, &form).await {
        Ok(decided) => decided,
        Err(errors) => {
            let status = if case.findings.broken { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            return relations_page(&state, status, &officer, &case, &form, &errors).await;
        }
    };
    let there = Link { aard: link.aard.inverse(), kenmerk: case.intake.kenmerk.clone(), reden: link.reden.clone() };
    for (kenmerk, link) in [(other.intake.kenmerk.to_string(), there), (case.intake.kenmerk.to_string(), link)] {
        if let Err(refused) = write(&state, &officer, &kenmerk, &link).await {
            return refused;
        }
    }
    see_other(&format!("/signalen/{kenmerk}?verband"))
}

/// The signal, for a member who said that he is not involved.
async fn opened(state: &State, officer: &Arc<Officer>, kenmerk: &str, form: &Form) -> Result<Case, HttpResponse> {
    let case = opening::open_for(state, officer, kenmerk, form).await?;
    if case.is_members() && case.may_be_shown() {
        return Ok(case);
    }
    Err(not_his_page(state, StatusCode::FORBIDDEN, officer, &case))
}

async fn decide(state: &State, officer: &Arc<Officer>, case: &Case, form: &Form) -> Result<(Link, Case), FieldErrors> {
    let link = Link::parse(form.get("aard"), form.get("kenmerk"), form.get("reden"))?;
    let mut errors = FieldErrors::default();
    if link.kenmerk == case.intake.kenmerk {
        errors.push("kenmerk", "Dit is het signaal zelf. Schrijf het kenmerk van het andere.");
        return Err(errors);
    }
    // What he may not open answers like what does not exist.
    let other = opening::open(state, officer, link.kenmerk.as_str()).await.ok().filter(Case::is_members);
    match other {
        _ if case.findings.broken => Err(errors),
        None => {
            errors.push("kenmerk", "Er is geen signaal met dit kenmerk dat u mag openen.");
            Err(errors)
        }
        Some(other) if other.findings.broken => {
            errors.push("kenmerk", "Dat signaal is beschadigd en neemt niets aan. Meld dit bij de beheerder.");
            Err(errors)
        }
        Some(other) if !other.is_declared() => {
            errors.push("kenmerk", "Open eerst dat signaal en zeg dat u er niet bij betrokken bent.");
            Err(errors)
        }
        Some(other) => Ok((link, other)),
    }
}

async fn write(state: &State, officer: &Arc<Officer>, kenmerk: &str, link: &Link) -> Result<(), HttpResponse> {
    writing::retried(async || {
        let case = opening::open(state, officer, kenmerk).await?;
        let is_there =
            |known: &Link| known.aard == link.aard && known.kenmerk == link.kenmerk && known.reden == link.reden;
        if case.links().iter().any(|(_, known)| is_there(&known.inhoud)) {
            return Ok(Some(()));
        }
        let draft = Draft::to_file(Kind::Link, &session::dated(state, link.clone())).map_err(failed)?;
        writing::unless_taken(writing::write(state, &case, officer, vec![draft], None, Vec::new()).await, ())
    })
    .await
}

/// Another signal that may have to do with this one, and by what.
struct Possible {
    kenmerk: String,
    received: String,
    shared: Vec<String>,
}

/// What both name: a telephone number, an address, a plate, an account, a company; or the same theme in the same area.
fn possible(own: &Card, others: &[Arc<Card>]) -> Vec<Possible> {
    // Of a signal that he may not read yet, nothing is told here either.
    let others = others.iter().filter(|card| card.signal.id != own.signal.id && card.is_declared);
    let mut found: Vec<_> = others
        .filter_map(|card| {
            let mut shared: Vec<_> = own.marks.intersection(&card.marks).cloned().collect();
            shared.extend(companies(own, card).cloned());
            let theme = own.themes.iter().find(|theme| card.themes.contains(theme));
            if !own.area.is_empty() && own.area == card.area {
                shared.extend(theme.map(|theme| format!("{theme} in {}", own.area)));
            }
            let received = term::dutch(card.received);
            (!shared.is_empty()).then(|| Possible { kenmerk: card.signal.kenmerk.to_string(), received, shared })
        })
        .collect();
    found.sort_by_key(|possible| std::cmp::Reverse(possible.shared.len()));
    found
}

/// Companies that both name, one of them at least with its legal form.
fn companies<'a>(own: &'a Card, other: &'a Card) -> impl Iterator<Item = &'a String> {
    let both = own.companies.intersection(&other.companies);
    let of_own = own.companies.difference(&other.companies).filter(|name| company::is_mentioned(name, &other.words));
    let of_other = other.companies.difference(&own.companies).filter(|name| company::is_mentioned(name, &own.words));
    both.chain(of_own).chain(of_other)
}

async fn relations_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
) -> HttpResponse {
    let cards = match shelf::cards(state, officer).await {
        Ok(cards) => cards,
        Err(refused) => return refused,
    };
    let own = cards.iter().find(|card| card.signal.id == case.intake.signal);
    let found = own.map(|own| possible(own, &cards)).unwrap_or_default();
    let shared: Vec<_> = found.iter().map(|possible| possible.shared.join(", ")).collect();
    let rows: Vec<_> = found
        .iter()
        .zip(&shared)
        .map(|(p, shared)| desk::Possible { kenmerk: &p.kenmerk, received: &p.received, shared })
        .collect();
    let kinds = Relation::CHOSEN.map(|kind| Choice { value: kind.label(), label: kind.label(), hint: None });
    let told = Told::new(errors, Text::DUTCH);
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let view = desk::Verband {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        possible: &rows,
        kinds: &kinds,
        kind: form.get("aard"),
        other: form.get("kenmerk"),
        reason: form.get("reden"),
        errors: &told.view(),
    };
    page(status, desk::verband(&officer.frame(state.frame(), &officer.banners()), &view))
}

//! `/zoeken`: every signal that this officer may open, by words, theme, area and day. What is looked for is posted: it would
//! stand in the address otherwise, and in the browser's history.

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::NaiveDate;
use domain::{FieldErrors, field};
use templates::{Choice, Text, desk};
use web::{Form, Told, page};

use crate::{
    queue::Row,
    session::{self, Officer, unavailable},
    shelf::{self, Card, fold},
    state::State,
};

const PER_PAGE: usize = 25;

/// Characters that are looked for at most.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Default)]
struct Wanted {
    words: Vec<String>,
    theme: String,
    area: String,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

/// `GET /zoeken`
pub async fn form(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    match shelf::cards(&state, &officer).await {
        Ok(cards) => answer(&state, &officer, &Form::default(), &cards, Err(FieldErrors::default())).await,
        Err(refused) => refused,
    }
}

/// `POST /zoeken`
pub async fn search(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    match shelf::cards(&state, &officer).await {
        Ok(cards) => answer(&state, &officer, &form, &cards, Wanted::parse(&form)).await,
        Err(refused) => refused,
    }
}

impl Wanted {
    fn parse(form: &Form) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let typed = form.get("zoek");
        if typed.chars().count() > LONGEST {
            errors.push("zoek", format!("Zoek met hoogstens {LONGEST} tekens."));
        }
        let (from, to) = (day(&mut errors, "van", form.get("van")), day(&mut errors, "tot", form.get("tot")));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            errors.push("tot", "De laatste dag ligt voor de eerste.");
        }
        let words = fold(typed).split_whitespace().map(str::to_owned).collect();
        let (theme, area) = (form.get("thema").to_owned(), form.get("gebied").to_owned());
        let wanted = Self { words, theme, area, from, to };
        let empty = wanted.words.is_empty() && wanted.theme.is_empty() && wanted.area.is_empty();
        if empty && from.is_none() && to.is_none() && errors.is_empty() {
            errors.push("zoek", "Vul een woord in, of kies een thema, een gebied of een dag.");
        }
        errors.or(Some(wanted))
    }

    fn fits(&self, card: &Card) -> bool {
        self.words.iter().all(|word| card.words.contains(word.as_str()))
            && (self.theme.is_empty() || card.themes.contains(&self.theme.as_str()))
            && (self.area.is_empty() || card.area == self.area)
            && self.from.is_none_or(|from| card.received >= from)
            && self.to.is_none_or(|to| card.received <= to)
    }
}

/// A day, as a browser sends it or as somebody types it. Empty is none.
fn day(errors: &mut FieldErrors, name: &'static str, typed: &str) -> Option<NaiveDate> {
    let read = field::day(typed);
    if read.is_none() && !typed.trim().is_empty() {
        errors.push(name, field::WRITE_A_DAY);
    }
    read
}

/// The page: what was typed, and what it finds; nothing where nothing was looked for yet.
async fn answer(
    state: &State,
    officer: &Arc<Officer>,
    form: &Form,
    cards: &[Arc<Card>],
    wanted: Result<Wanted, FieldErrors>,
) -> HttpResponse {
    let (wanted, errors) = match wanted {
        Ok(wanted) => (Some(wanted), FieldErrors::default()),
        Err(errors) => (None, errors),
    };
    let found: Vec<_> = cards.iter().filter(|card| wanted.as_ref().is_some_and(|wanted| wanted.fits(card))).collect();
    let pages = found.len().div_ceil(PER_PAGE).max(1);
    let number = form.get("pagina").parse().unwrap_or(1_usize).clamp(1, pages);
    let shown = found.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE).map(|card| card.signal.clone()).collect();
    // What is shown is opened anew: a card is for finding, not for believing.
    let whole = match state.store.whole_signals(shown).await {
        Ok(whole) => whole,
        Err(error) => return unavailable(error),
    };
    let (ring, series) = (officer.ring.clone(), state.series.clone());
    let open = move || whole.into_iter().map(|stored| Row::open(stored, &ring, &series)).collect::<Vec<_>>();
    let Ok(rows) = state.work_lane.run_blocking(open).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    let warnings: Vec<Vec<&str>> = rows.iter().map(Row::warnings).collect();
    let rows: Vec<_> = rows.iter().zip(&warnings).map(|(row, w)| row.view(state.today(), w)).collect();
    let themes: BTreeSet<_> = cards.iter().flat_map(|card| card.themes.iter().copied()).collect();
    let areas: BTreeSet<_> = cards.iter().map(|card| card.area.as_str()).filter(|area| !area.is_empty()).collect();
    let options = |names: &BTreeSet<&'static str>| names.iter().map(|name| choice(name)).collect::<Vec<_>>();
    let (told, is_wrong) = (Told::new(&errors, Text::DUTCH), !errors.is_empty());
    let view = desk::Zoeken {
        words: form.get("zoek"),
        themes: &options(&themes),
        theme: form.get("thema"),
        areas: &areas.iter().map(|area| choice(area)).collect::<Vec<_>>(),
        area: form.get("gebied"),
        from: form.get("van"),
        to: form.get("tot"),
        found: wanted.is_some().then_some(found.len()),
        rows: &rows,
        page: number,
        pages,
        errors: &told.view(),
    };
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page(status, desk::zoeken(&officer.frame(state.frame(), &officer.banners()), &view))
}

const fn choice(name: &str) -> Choice<'_> {
    Choice { value: name, label: name, hint: None }
}

//! `GET /overleggen/{datum}/verslag` and `/verslag.pdf`: the minutes, put together for each reader from what his own keys
//! open. One text for everybody would have one audience; the signals have each their own.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Data, Path},
};
use domain::{access::Colleague, meeting::Stage, term};
use paper::{Paper, Part};
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
    printing::{pdf_answer, printed},
    session::{self, Officer},
    state::State,
    texts::{self, AgreedWords, DecisionWords},
};

/// `GET /overleggen/{datum}/verslag`
pub async fn minutes(state: Data<State>, request: HttpRequest, day: Path<String>) -> HttpResponse {
    match asked(&state, &request, &day).await {
        Ok((officer, minutes)) => minutes.page(&state, &officer),
        Err(refused) => refused,
    }
}

/// `GET /overleggen/{datum}/verslag.pdf`
pub async fn pdf(state: Data<State>, request: HttpRequest, day: Path<String>) -> HttpResponse {
    match asked(&state, &request, &day).await {
        Ok((officer, minutes)) => {
            let name = format!("verslag-{}", minutes.held.meeting.datum);
            pdf_answer(&state, minutes.paper(&state, &officer), &name).await
        }
        Err(refused) => refused,
    }
}

async fn asked(state: &State, request: &HttpRequest, day: &str) -> Result<(Arc<Officer>, Minutes), HttpResponse> {
    let officer = session::officer(state, request).await?;
    let held = of_address(state, &officer, day).await?;
    if !held.meeting.stand.was_opened() {
        return Err(HttpResponse::NotFound().finish());
    }
    let items = items(state, &officer, &held).await?;
    Ok((officer, Minutes { held, items }))
}

/// A meeting's minutes, as one reader may have them.
struct Minutes {
    held: Held,
    items: Vec<Option<Item>>,
}

/// What the minutes say of one signal; nothing where it does not open for this reader.
struct Item {
    kenmerk: String,
    description: String,
    conclusion: Option<String>,
    decisions: Vec<DecisionWords>,
    actions: Vec<AgreedWords>,
    gone: Vec<String>,
    /// What is wrong with the signal: then these minutes may lack something.
    warnings: Vec<String>,
}

/// What is wrong with the meeting itself.
pub const DAMAGED: &str = "een deel van dit overleg is weg of niet ondertekend, of u zag er eerder meer van.";

impl Item {
    fn of(state: &State, held: &Held, case: &Case) -> Self {
        let of_today = |(_, made): &crate::case::Written<domain::meeting::decision::Decision>| {
            made.inhoud.overleg == held.meeting.datum
        };
        let mut by_then = case.weighings();
        by_then.retain(|(_, weighing)| weighing.datum <= held.meeting.datum);
        let agreed = actions(case).into_iter().filter(|agreed| agreed.overleg == held.meeting.datum);
        let gone = away(held, case).into_iter().map(|who| format!("{} ({})", who.functie, who.naam));
        Self {
            kenmerk: case.intake.kenmerk.to_string(),
            description: case.description().map(|(_, written)| written.inhoud.omschrijving).unwrap_or_default(),
            // As it was weighed by then: a later version is not this meeting's.
            conclusion: by_then.last().map(|(_, weighing)| weighing.inhoud.conclusie.clone()),
            decisions: decisions(case).into_iter().filter(of_today).map(|made| texts::decision(case, made)).collect(),
            actions: agreed.map(|agreed| AgreedWords::of(agreed, state.today())).collect(),
            gone: gone.collect(),
            warnings: case.findings.warnings.clone(),
        }
    }

    fn print(&self, place: usize, parts: &mut Vec<Part>) {
        parts.push(Part::heading(format!("Punt {place}: {}", self.kenmerk)));
        parts.extend(self.warnings.iter().map(|warning| Part::Warning(format!("Let op: {warning}"))));
        if !self.gone.is_empty() {
            parts.push(Part::text(format!("Niet bij dit punt: {}.", self.gone.join(", "))));
        }
        parts.push(Part::text(&self.description));
        if let Some(conclusion) = &self.conclusion {
            parts.push(Part::Rows(vec![("Weging".into(), conclusion.clone())]));
        }
        if self.decisions.is_empty() {
            parts.push(Part::text("Er is niets besloten."));
        }
        for made in self.decisions.iter().map(DecisionWords::view) {
            parts.push(Part::Rows(vec![
                ("Besluit".into(), made.what.into()),
                ("Motivering".into(), made.reasons.into()),
                ("Aanwezig".into(), made.there.into()),
            ]));
            parts.push(Part::quiet(made.when));
        }
        let agreed = self.actions.iter().map(AgreedWords::view).map(|agreed| {
            let done = if agreed.done { "\n(gedaan)" } else { "" };
            let by = format!("{}, uiterlijk {}", agreed.who, agreed.by);
            (format!("Afspraak {}", agreed.number), format!("{}\n{by}{done}", agreed.what))
        });
        parts.push(Part::Rows(agreed.collect()));
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

fn named(who: &Colleague) -> String {
    format!("{} ({})", who.functie, who.naam)
}

impl Minutes {
    fn there(&self) -> Vec<String> {
        self.held.meeting.aanwezig.iter().map(named).collect()
    }

    fn absent(&self) -> Vec<String> {
        let meeting = &self.held.meeting;
        let is_there = |who: &Colleague| meeting.aanwezig.iter().any(|present| present.account == who.account);
        meeting.genodigd.iter().filter(|who| !is_there(who)).map(named).collect()
    }

    fn is_final(&self) -> bool {
        self.held.is(Stage::Gesloten)
    }

    /// The day of the next meeting of the series.
    fn next(&self, state: &State) -> Option<String> {
        self.held.meeting.datum.succ_opt().and_then(|day| state.series.from(day)).map(term::dutch)
    }

    fn page(&self, state: &State, officer: &Officer) -> HttpResponse {
        let (day, date) = (self.held.meeting.datum.to_string(), term::dutch(self.held.meeting.datum));
        let (there, absent) = (self.there(), self.absent());
        let (there, absent): (Vec<_>, Vec<_>) =
            (there.iter().map(String::as_str).collect(), absent.iter().map(String::as_str).collect());
        let parts: Vec<_> = self
            .items
            .iter()
            .map(|item| {
                item.as_ref().map(|item| {
                    let decisions: Vec<_> = item.decisions.iter().map(DecisionWords::view).collect();
                    let actions: Vec<_> = item.actions.iter().map(AgreedWords::view).collect();
                    let gone: Vec<_> = item.gone.iter().map(String::as_str).collect();
                    let warnings: Vec<_> = item.warnings.iter().map(String::as_str).collect();
                    (item, decisions, actions, gone, warnings)
                })
            })
            .collect();
        let points: Vec<_> = parts
            .iter()
            .map(|part| {
                part.as_ref().map(|(item, decisions, actions, gone, warnings)| desk::MinutedPoint {
                    kenmerk: &item.kenmerk,
                    description: &item.description,
                    conclusion: item.conclusion.as_deref(),
                    decisions,
                    actions,
                    gone,
                    warnings,
                })
            })
            .collect();
        let next = self.next(state);
        let view = desk::Verslag {
            name: &state.series.name,
            day: &day,
            date: &date,
            kind: self.held.meeting.soort.label(),
            is_final: self.is_final(),
            warnings: if self.held.is_damaged { &[DAMAGED] } else { &[] },
            there: &there,
            absent: &absent,
            points: &points,
            next: next.as_deref(),
        };
        page(StatusCode::OK, desk::verslag(&officer.frame(state.frame(), &officer.banners()), &view))
    }

    /// The same on paper.
    fn paper(&self, state: &State, officer: &Officer) -> Paper {
        let mut parts = Vec::new();
        if self.held.is_damaged {
            parts.push(Part::Warning(format!("Let op: {DAMAGED}")));
        }
        if !self.is_final() {
            parts.push(Part::Warning("Concept: het overleg is nog bezig.".into()));
        }
        let absent = self.absent();
        parts.push(Part::Rows(vec![
            ("Soort".into(), self.held.meeting.soort.label().into()),
            ("Aanwezig".into(), self.there().join("\n")),
            ("Afwezig".into(), if absent.is_empty() { "Niemand".into() } else { absent.join("\n") }),
        ]));
        parts.push(Part::quiet(
            "In dit verslag staat wat de lezer mag lezen. Wie een signaal niet mag lezen, ziet daarvan alleen dat het op de \
             agenda stond.",
        ));
        for (place, item) in (1..).zip(&self.items) {
            match item {
                Some(item) => item.print(place, &mut parts),
                None => {
                    parts.push(Part::heading(format!("Punt {place}")));
                    parts.push(Part::quiet("Dit punt is niet voor u."));
                }
            }
        }
        if let Some(next) = self.next(state) {
            parts.push(Part::text(format!("Volgend overleg: {next}.")));
        }
        parts.push(Part::quiet("Bewaar dit verslag achter slot en vernietig het als u klaar bent."));
        Paper {
            title: format!("Verslag {} {}", state.series.name, term::dutch(self.held.meeting.datum)),
            organisation: state.house.name.clone(),
            purpose: if self.is_final() { "Vertrouwelijk verslag" } else { "Vertrouwelijk concept" }.into(),
            printed: printed(state, officer),
            day: state.today(),
            letter: false,
            parts,
        }
    }
}

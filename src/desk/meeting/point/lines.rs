//! The agenda of a meeting, line by line, as far as it opens for an officer.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::meeting::Stage;
use templates::desk;

use super::{address, decisions, own_levels};
use crate::{case::Case, meeting::records::Held, opening, session::Officer, state::State, texts};

/// One item of an agenda, as far as it opens for this officer.
pub struct Line {
    place: usize,
    opened: Option<OpenedLine>,
}

struct OpenedLine {
    kenmerk: String,
    href: String,
    summary: String,
    urgency: &'static str,
    state: &'static str,
}

/// The agenda, line by line. What does not open for him is an item and no more.
pub async fn lines(state: &State, officer: &Arc<Officer>, held: &Held) -> Result<Vec<Line>, HttpResponse> {
    let mut lines = Vec::with_capacity(held.meeting.agenda.len());
    for (place, item) in (1..).zip(&held.meeting.agenda) {
        let opened = match opening::open(state, officer, item.kenmerk.as_str()).await {
            Ok(case) if case.intake.signal == item.signaal => Some(OpenedLine::of(held, &case)),
            Ok(_) => None,
            Err(refused) if refused.status() == StatusCode::NOT_FOUND => None,
            Err(refused) => return Err(refused),
        };
        lines.push(Line { place, opened });
    }
    Ok(lines)
}

impl OpenedLine {
    fn of(held: &Held, case: &Case) -> Self {
        let description = case.description().map(|(_, written)| written.inhoud);
        let is_decided = decisions(case).iter().any(|(_, made)| made.inhoud.overleg == held.meeting.datum);
        let state = if !case.is_declared() {
            "zeg eerst of u betrokken bent"
        } else if is_decided {
            "besloten"
        } else if held.is(Stage::Vastgesteld) && own_levels(held, case).is_some() {
            "vooraf ingevuld"
        } else {
            "te bespreken"
        };
        let is_declared = case.is_declared();
        let summary = description.as_ref().filter(|_| is_declared).map(|d| texts::start_of(&d.omschrijving, 160));
        Self {
            kenmerk: case.intake.kenmerk.to_string(),
            href: address(held, case),
            summary: summary.unwrap_or_default(),
            urgency: description
                .filter(|_| is_declared)
                .and_then(|d| d.urgentie)
                .map_or("", domain::description::Urgency::label),
            state,
        }
    }
}

impl Line {
    pub fn view(&self) -> desk::Point<'_> {
        let opened = self.opened.as_ref().map(|opened| desk::OpenedPoint {
            kenmerk: &opened.kenmerk,
            href: &opened.href,
            summary: &opened.summary,
            urgency: opened.urgency,
            state: opened.state,
        });
        desk::Point { place: self.place, opened }
    }
}

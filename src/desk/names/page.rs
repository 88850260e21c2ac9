//! The bewaarder's pages, in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{FieldErrors, term};
use templates::{Text, desk};
use web::{Form, Told, page};

use super::request::{Asking, Envelope, Standing};
use crate::{account, session::Officer, state::State, texts};

/// A request with its words made.
struct Words {
    print: String,
    who: String,
    date: String,
    stage: &'static str,
}

impl Words {
    fn of(asked: &Asking) -> Self {
        let stage = match &asked.standing {
            Standing::Open => "wacht op u",
            Standing::Decided { envelope: Envelope::Given(_), .. } => "de envelop is er",
            Standing::Decided { envelope: Envelope::Awaited, .. } => "toegekend, de envelop komt nog",
            Standing::Decided { envelope: Envelope::Opened, .. } => "toegekend en geopend",
            Standing::Decided { granted: true, .. } => "toegekend",
            Standing::Decided { .. } => "geweigerd",
            Standing::Dead(_) => "vervallen",
        };
        Self { print: asked.print(), who: who(asked), date: term::dutch(asked.request.on), stage }
    }

    fn row<'a>(&'a self, asked: &'a Asking) -> desk::NameRow<'a> {
        let (kenmerk, request) = (asked.request.kenmerk.as_str(), self.print.as_str());
        desk::NameRow { kenmerk, request, who: &self.who, date: &self.date, stage: self.stage }
    }
}

fn who(asked: &Asking) -> String {
    asked.who.as_ref().map_or_else(String::new, |who| format!("{} ({})", who.function, who.name))
}

pub(super) fn list_page(state: &State, officer: &Arc<Officer>, asked: &[Asking]) -> HttpResponse {
    let words: Vec<_> = asked.iter().map(Words::of).collect();
    let rows = |waiting: bool| {
        let those = asked.iter().zip(&words).filter(|(asked, _)| asked.waits() == waiting);
        those.map(|(asked, words)| words.row(asked)).collect::<Vec<_>>()
    };
    let view = desk::Namen { waiting: &rows(true), done: &rows(false) };
    page(StatusCode::OK, desk::namen(&officer.frame(state.frame(), &officer.banners()), &view))
}

pub(super) fn request_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    asked: &Asking,
    form: &Form,
    errors: &FieldErrors,
) -> HttpResponse {
    let request = &asked.request;
    let question = asked.question.as_ref().map(|(on, words)| (term::dutch(*on), words.as_str()));
    let yes = asked.answer.map(term::dutch);
    let decided = match &asked.standing {
        Standing::Decided { granted, by, on, .. } => {
            let what = if *granted { "Toegekend" } else { "Geweigerd" };
            format!("{what} door {by}, op {}", term::dutch(*on))
        }
        _ => String::new(),
    };
    let standing = match &asked.standing {
        Standing::Open => desk::NameStanding::Open,
        Standing::Decided { reason, .. } => desk::NameStanding::Decided { what: &decided, why: reason },
        Standing::Dead(why) => desk::NameStanding::Closed(why),
    };
    let envelope = match asked.envelope() {
        None | Some(Envelope::Elsewhere) => desk::EnvelopeIs::Elsewhere,
        Some(Envelope::Awaited) => desk::EnvelopeIs::Awaited,
        Some(Envelope::Given(_)) => desk::EnvelopeIs::Given,
        Some(Envelope::Opened) => desk::EnvelopeIs::Opened,
    };
    let told = Told::new(errors, Text::DUTCH);
    let proven = account::proven_until(state, officer);
    let view = desk::Naamverzoek {
        kenmerk: request.kenmerk.as_str(),
        request: &asked.print(),
        who: &who(asked),
        route: texts::route(request.route),
        date: &term::dutch(request.on),
        reason: &request.reason,
        question: question.as_ref().map(|(on, words)| (on.as_str(), *words)),
        yes: yes.as_deref(),
        unasked: request.unasked.as_deref().unwrap_or_default(),
        standing,
        envelope,
        verdict: form.get("reden"),
        accepted: form.get("akkoord") == "ja",
        proven_until: proven.as_deref(),
        errors: &told.view(),
    };
    page(status, desk::naamverzoek(&officer.frame(state.frame(), &officer.banners()), &view))
}

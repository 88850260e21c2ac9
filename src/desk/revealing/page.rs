//! The page of the name, in words.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use domain::{
    Contact, FieldErrors,
    reveal::{Consent, Stage},
    term,
};
use templates::{Text, desk};
use web::{Form, Told, page};

use super::{Asked, Seen, can_be_asked, obstacle, question};
use crate::{account, case::Case, session::Officer, state::State, texts};

/// One request with its words made.
struct Words {
    who: String,
    when: String,
    decided: String,
}

impl Words {
    fn of(case: &Case, asked: &Asked) -> Self {
        let decided = asked.recorded.as_ref();
        let decided = decided.map(|said| format!("{}, {}", said.keeper, term::dutch(said.decision.on)));
        Self {
            who: case.author(&asked.by).0,
            when: texts::moment(asked.day, asked.time),
            decided: decided.unwrap_or_default(),
        }
    }

    fn view<'a>(&'a self, asked: &'a Asked) -> desk::NameRequest<'a> {
        desk::NameRequest {
            who: &self.who,
            when: &self.when,
            reason: &asked.reason,
            unasked: asked.unasked.as_deref().unwrap_or_default(),
            stage: stage(asked.stage),
            decided: &self.decided,
            verdict: asked.recorded.as_ref().map_or("", |said| &said.decision.reason),
        }
    }
}

const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting => "ligt bij de identiteitsbewaarder",
        Stage::Withdrawn => "ingetrokken of vervallen",
        Stage::Refused => "geweigerd",
        Stage::Granted => "toegekend",
        Stage::Shown => "toegekend en getoond",
    }
}

#[expect(clippy::too_many_arguments, reason = "a page and everything that was typed in it")]
pub(super) fn name_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    seen: &Seen,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
    contact: Option<&Contact>,
) -> HttpResponse {
    let case = &seen.case;
    let talk = case.name_talk();
    let day = |on| term::dutch(on);
    let asked_on = talk.asked.as_ref().map(|(_, on, _)| day(*on)).unwrap_or_default();
    let answered_on = talk.answered.map(|(_, on, _)| day(on)).unwrap_or_default();
    let melder = match talk.consent() {
        Consent::Yes => desk::MelderSaid::Yes(&answered_on),
        Consent::No => desk::MelderSaid::No(&answered_on),
        Consent::Silent => desk::MelderSaid::Silent(&asked_on),
        Consent::NotAsked if can_be_asked(case) => desk::MelderSaid::NotAsked,
        Consent::NotAsked => desk::MelderSaid::CannotBeAsked,
    };
    let words: Vec<_> = seen.asked.iter().map(|asked| Words::of(case, asked)).collect();
    let requests: Vec<_> = seen.asked.iter().zip(&words).map(|(asked, words)| words.view(asked)).rev().collect();
    let findings = case.findings.warnings.iter().map(String::as_str);
    let warnings: Vec<_> = findings.chain(seen.warnings.iter().copied()).collect();
    let question = match form.get("stap") {
        "melder" => form.get("bericht").to_owned(),
        _ => question(state, officer, case),
    };
    let may_open = matches!(talk.consent(), Consent::Yes | Consent::NotAsked);
    let opens = seen
        .on_its_way(officer)
        .filter(|_| may_open)
        .map(|asked| asked.recorded.as_ref().map_or_else(String::new, |said| said.keeper.clone()));
    let told = Told::new(errors, Text::DUTCH);
    let proven = account::proven_until(state, officer);
    let view = desk::Naam {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        obstacle: obstacle(officer, case),
        melder,
        asks_first: state.asks_reporter,
        requests: &requests,
        is_waiting: seen.open().is_some(),
        opens: opens.as_deref(),
        may_show: seen.open().is_none() && seen.granted(officer).is_some() && talk.consent() != Consent::No,
        opened: contact.map(|contact| desk::Opened { name: &contact.naam, reach: &contact.bereikbaar }),
        melder_reason: form.get("reden_melder"),
        question: &question,
        reason: form.get("reden"),
        unasked: form.get("zonder_vragen"),
        proven_until: proven.as_deref(),
        errors: &told.view(),
    };
    page(status, desk::naam(&officer.frame(state.frame(), &officer.banners()), &view))
}

//! The pages of verrijking in words, and its lines for the page of the signal and for the first page.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use chrono::{NaiveDate, NaiveTime};
use domain::{
    FieldErrors,
    enrichment::{
        self, Act, By, Enriched, GROUNDS, Outcome, Question, ROUTINE_EXAMPLES, SOURCES, Stage, Verdict,
        form::{FIELDS, Wording},
    },
    status::transitions_from,
    term,
};
use templates::{Choice, Text, components::LabelValue, desk};
use web::{Form, Told, page};

use super::{doubts, people};
use crate::{case::Case, session::Officer, state::State, texts};

/// The lines of a signal's questions with their words made, newest first, and the routine ground.
pub struct Summary {
    lines: Vec<Line>,
    routine: Option<(String, String, String)>,
}

struct Line {
    number: String,
    to: String,
    stage: Stage,
    when: String,
    is_yours: bool,
}

impl Line {
    fn view(&self) -> desk::QuestionLine<'_> {
        let Self { number, to, stage, when, is_yours } = self;
        desk::QuestionLine { number, to, stage: stage.label(), when, is_yours: *is_yours }
    }
}

impl Summary {
    pub fn of(case: &Case) -> Self {
        let (Enriched { questions, routine, .. }, key) = (case.enrichment(), case.own_key());
        let by = By { key: &key, decides: case.is_members() };
        let line = |question: &Question| Line {
            number: question.number.to_string(),
            to: question.posed.inhoud.aan.wie.functie.clone(),
            stage: question.stage(),
            when: term::dutch(since(question)),
            is_yours: case.is_declared() && question.waits_for(&by).is_some(),
        };
        let routine = routine.map(|(author, written)| {
            let when = texts::moment(written.datum, written.tijd);
            (written.inhoud, case.author_of(&author), when)
        });
        Self { lines: questions.iter().rev().map(line).collect(), routine }
    }

    pub fn lines(&self) -> Vec<desk::QuestionLine<'_>> {
        self.lines.iter().map(Line::view).collect()
    }

    pub fn routine(&self) -> Option<desk::Routine<'_>> {
        self.routine.as_ref().map(|(text, who, when)| desk::Routine { text, who, when })
    }
}

/// The day since which a question stands as it does.
fn since(question: &Question) -> NaiveDate {
    let later = [
        question.tested.as_ref().map(|said| said.datum),
        question.answer.as_ref().map(|said| said.datum),
        question.wanted.as_ref().map(|said| said.datum),
        question.details.as_ref().map(|said| said.datum),
        question.withdrawn.as_ref().map(|said| said.datum),
    ];
    later.into_iter().flatten().last().unwrap_or(question.posed.datum)
}

/// What waits for an officer in an opened signal: where, what he is to do, and since when.
pub fn asked_rows(case: &Case) -> Vec<(String, &'static str, String)> {
    let what = |act| match act {
        Act::Toetsen => "Bronnen van een vraag toetsen",
        Act::Toelichten => "Details geven",
        Act::Beantwoorden | Act::DetailsVragen | Act::Intrekken => "Vraag beantwoorden",
    };
    let signal = format!("/signalen/{}", case.intake.kenmerk);
    let row = |(question, act): (Question, Act)| {
        let day = term::dutch(since(&question));
        if case.is_declared() {
            (format!("{signal}/verrijking/{}", question.number), what(act), day)
        } else {
            (signal.clone(), "Zeg eerst of u betrokken bent", day)
        }
    };
    case.asked_of_reader().into_iter().map(row).collect()
}

/// What became of a question that the officer put himself.
pub struct Reply {
    /// In the case file.
    pub number: u32,
    pub link: String,
    pub what: &'static str,
    pub date: String,
}

/// What others answered to the officer, question by question; whether he saw it, his notebook says.
pub fn replies(case: &Case) -> Vec<Reply> {
    let reply = |(number, question): (u32, Question)| {
        let what = match question.stage() {
            Stage::Hit | Stage::GeenHit | Stage::NietTeZoeken => "Antwoord op uw vraag",
            Stage::Toegelicht => "Details bij uw vraag",
            Stage::NietGoedgekeurd => "Uw vraag is niet goedgekeurd",
            Stage::WachtOpToets | Stage::WachtOpAntwoord | Stage::WachtOpDetails | Stage::Ingetrokken => return None,
        };
        let link = format!("/signalen/{}/verrijking/{}", case.intake.kenmerk, question.number);
        Some(Reply { number, link, what, date: term::dutch(since(&question)) })
    };
    case.replies_to_reader().into_iter().filter_map(reply).collect()
}

pub(super) async fn overview_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let people = match people(state, case).await {
        Ok(people) => people,
        Err(refused) => return refused,
    };
    let told = Told::new(errors, Text::DUTCH);
    let errors = told.view();
    let at = |fields: &[&str]| errors.iter().copied().filter(|e| fields.contains(&e.field)).collect::<Vec<_>>();
    let (refused, ask_errors, routine_errors) = (at(&[""]), at(&FIELDS), at(&["aanleiding"]));
    let people: Vec<_> =
        people.iter().map(|who| (who.account.to_string(), format!("{} ({})", who.function, who.name))).collect();
    let people: Vec<_> = people.iter().map(|(value, label)| Choice { value, label, hint: None }).collect();
    let sources: Vec<_> = SOURCES.iter().map(|name| Choice { value: name, label: name, hint: None }).collect();
    let chosen: Vec<_> = form.all("bronnen").collect();
    // Looked for once there is something to look in: an empty form holds nothing of the reporter's.
    let doubts = match Wording::parse(&super::answers_of(form)) {
        Ok(wording) => doubts(case, &wording.texts()),
        Err(_) => doubts(case, &[form.get("vraag"), form.get("doel"), form.get("grondslag")]),
    };
    let doubts: Vec<_> = doubts.iter().map(String::as_str).collect();
    let next: Vec<_> = transitions_from(case.status(), case.route).into_iter().map(|step| step.to.label()).collect();
    let summary = Summary::of(case);
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let forms = (
        desk::AskForm {
            people: &people,
            person: form.get("collega"),
            question: form.get("vraag"),
            purpose: form.get("doel"),
            ground: form.get("grondslag"),
            grounds: GROUNDS,
            sources: &sources,
            chosen: &chosen,
            other: form.get("andere_bron"),
            approver: form.get("toets"),
            doubts: &doubts,
            read_again: form.get("nagelezen") == "ja",
            asks_confirmation: case.others_need_confirmation(),
            confirmed: form.get("bevestigd") == "ja",
            errors: &ask_errors,
        },
        desk::RoutineForm { text: form.get("aanleiding"), examples: ROUTINE_EXAMPLES, errors: &routine_errors },
    );
    let view = desk::Verrijking {
        kenmerk: case.intake.kenmerk.as_str(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        refused: &refused,
        questions: &summary.lines(),
        routine: summary.routine(),
        next: &next,
        forms: case.is_members().then_some(forms),
    };
    page(status, desk::verrijking(&officer.frame(state.frame(), &officer.banners()), &view))
}

#[expect(clippy::too_many_arguments, reason = "what a page is made of: whose it is, what it shows, what was typed")]
pub(super) fn question_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    case: &Case,
    question: &Question,
    form: &Form,
    errors: &FieldErrors,
    done: Option<&str>,
) -> HttpResponse {
    let key = case.own_key();
    let by = By { key: &key, decides: case.is_members() };
    let typed = |act: Act, field: &'static str| if form.get("stap") == act.label() { form.get(field) } else { "" };
    let verdicts: Vec<_> =
        Verdict::ALL.iter().map(|v| Choice { value: v.label(), label: v.label(), hint: None }).collect();
    let outcomes: Vec<_> =
        Outcome::ALL.iter().map(|o| Choice { value: o.label(), label: o.label(), hint: None }).collect();
    let asked = &question.posed.inhoud.bronnen;
    let sources: Vec<_> = asked.iter().map(|name| Choice { value: name, label: name, hint: None }).collect();
    let chosen: Vec<&str> = if form.get("stap") == Act::Toetsen.label() {
        form.all("bronnen").collect()
    } else {
        asked.iter().map(String::as_str).collect()
    };
    let doing = |act| match act {
        Act::Toetsen => desk::Doing::Approve {
            verdicts: &verdicts,
            verdict: typed(act, "oordeel"),
            sources: &sources,
            chosen: &chosen,
            reason: typed(act, "reden_toets"),
        },
        Act::Beantwoorden => desk::Doing::Answer {
            outcomes: &outcomes,
            outcome: typed(act, "uitkomst"),
            reason: typed(act, "reden_antwoord"),
        },
        Act::DetailsVragen => desk::Doing::AskDetails { which: typed(act, "welke") },
        Act::Toelichten => desk::Doing::Explain { details: typed(act, "details") },
        Act::Intrekken => desk::Doing::Withdraw { reason: typed(act, "reden") },
    };
    // A form that came too late stays with what was typed in it; what became of the question stands above it.
    let now = |act: &Act| {
        question.lets(*act, &by)
            || (!errors.is_empty() && form.get("stap") == act.label() && question.is_his(*act, &by))
    };
    let doing: Vec<_> = Act::ALL.iter().copied().filter(now).map(doing).collect();
    let rows = rows(case, question);
    let rows: Vec<_> = rows.iter().map(|(label, value)| LabelValue { label, value }).collect();
    let told = Told::new(errors, Text::DUTCH);
    let warnings: Vec<_> = case.findings.warnings.iter().map(String::as_str).collect();
    let view = desk::Verrijkingsvraag {
        kenmerk: case.intake.kenmerk.as_str(),
        number: &question.number.to_string(),
        addressee: &case.addressee(),
        warnings: &warnings,
        done,
        to: &question.posed.inhoud.aan.wie.functie,
        stage: question.stage().label(),
        rows: &rows,
        doing: &doing,
        errors: &told.view(),
    };
    page(status, desk::verrijkingsvraag(&officer.frame(state.frame(), &officer.banners()), &view))
}

/// A question and everything that was said about it, in the order in which it was said.
fn rows(case: &Case, question: &Question) -> Vec<(&'static str, String)> {
    let moment = |day: NaiveDate, time: NaiveTime| texts::moment(day, time);
    let posed = &question.posed.inhoud;
    let named = |party: &enrichment::Party| format!("{} ({})", party.wie.functie, party.wie.naam);
    let mut rows = vec![
        ("Aan", named(&posed.aan)),
        (
            "Gevraagd",
            format!("{}, {}", case.author_of(&question.asker), moment(question.posed.datum, question.posed.tijd)),
        ),
        ("Vraag", posed.vraag.clone()),
        ("Doel", posed.doel.clone()),
        ("Grondslag", posed.grondslag.clone()),
        ("Bronnen gevraagd", posed.bronnen.join("\n")),
    ];
    rows.extend(posed.toets.as_ref().map(|toets| ("Keurt de bronnen goed", named(toets))));
    if let Some(tested) = &question.tested {
        let (sources, reason) = &tested.inhoud;
        let allowed = if sources.is_empty() { "Geen. Niet akkoord.".to_owned() } else { sources.join("\n") };
        rows.push(("Bronnen die mogen", allowed));
        rows.push(("Oordeel van", moment(tested.datum, tested.tijd)));
        rows.extend((!reason.is_empty()).then(|| ("Toelichting op het oordeel", reason.clone())));
    }
    if let Some(answer) = &question.answer {
        let (outcome, reason) = &answer.inhoud;
        rows.push(("Antwoord", format!("{outcome}, {}", moment(answer.datum, answer.tijd))));
        rows.extend((!reason.is_empty()).then(|| ("Waarom niet", reason.clone())));
    }
    if let Some(wanted) = &question.wanted {
        rows.push(("Details gevraagd", format!("{}\n{}", wanted.inhoud, moment(wanted.datum, wanted.tijd))));
    }
    if let Some(details) = &question.details {
        rows.push(("Details", format!("{}\n{}", details.inhoud, moment(details.datum, details.tijd))));
    }
    if let Some(withdrawn) = &question.withdrawn {
        rows.push(("Ingetrokken", format!("{}\n{}", withdrawn.inhoud, moment(withdrawn.datum, withdrawn.tijd))));
    }
    if question.stage().waits() && !waits_for_somebody(case, question) {
        rows.push((
            "Let op",
            "Op wie u wacht, kan dit signaal niet meer openen of heeft een nieuwe sleutel. Trek de vraag in en stel haar \
             opnieuw."
                .into(),
        ));
    }
    rows
}

/// Whether whoever must act next still has a key of the signal, the one that was named.
fn waits_for_somebody(case: &Case, question: &Question) -> bool {
    let posed = &question.posed.inhoud;
    let next = if question.stage() == Stage::WachtOpToets { posed.toets.as_ref() } else { Some(&posed.aan) };
    let readers = crate::access::readers(case);
    next.is_some_and(|next| readers.iter().any(|(who, ..)| who.person.verify.to_string() == next.sleutel))
}

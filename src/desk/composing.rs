//! "Tekst invullen": a text for the reporter, filled in from the signal and put into the form, under what was typed.

use std::sync::Arc;

use actix_web::{HttpResponse, http::StatusCode};
use chrono::{Days, NaiveDate};
use domain::{
    FieldErrors, RouteName,
    message::MessageType,
    status::Track,
    term::{self, TermCode, TermState},
};
use letters::{ForReporter, MessageText};
use templates::{Choice, Text};
use web::{
    Form, House,
    signpost::{Question, Signpost},
};

use crate::{
    actions::{not_his, typed},
    case::Case,
    opening,
    session::Officer,
    signal::{Typed, signal_page},
    state::State,
    terms::promised_anew,
};

/// Days after which a reporter is asked to look again.
const LOOK_AGAIN: Days = Days::new(7);

/// The texts that this signal can need, for the form.
pub fn texts(case: &Case) -> impl Iterator<Item = Choice<'static>> {
    MessageText::of(case.route).map(|text| Choice { value: text.name, label: text.label, hint: None })
}

/// The signal's page, with the chosen text in the form. Nothing is written or sent.
pub async fn fill(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
    without_files: bool,
) -> HttpResponse {
    let case = match opening::open_for(state, officer, kenmerk, form).await {
        Ok(case) => case,
        Err(refused) => return refused,
    };
    let answer = |status, typed: &Typed| signal_page(state, status, officer, &case, typed, None);
    let mut errors = FieldErrors::default();
    if case.findings.broken {
        return answer(StatusCode::CONFLICT, &typed(form, errors));
    }
    if !(case.is_declared() && case.may_answer()) {
        return answer(StatusCode::FORBIDDEN, &typed(form, not_his(&case)));
    }
    let Some(text) = MessageText::of(case.route).find(|text| text.name == form.get("tekst")) else {
        errors.push("tekst", "Kies eerst een standaardtekst.");
        return answer(StatusCode::UNPROCESSABLE_ENTITY, &typed(form, errors));
    };
    if !without_files {
        errors.push("bijlagen", "Kies de bestanden opnieuw.");
    }
    let filled = state.letters.message(text, &for_reporter(state, officer, &case, text.kind));
    let mut typed = typed(form, errors);
    let own = typed.message.1.trim_end();
    let is_there = own.ends_with(&filled);
    let said = match (own.is_empty(), is_there) {
        (_, true) => "Deze tekst staat er al.",
        (true, _) => "De tekst is ingevuld.",
        (false, _) => "De tekst staat onder wat u al schreef.",
    };
    let left = if letters::open_places(&filled).is_empty() { "" } else { " Vul in wat tussen haken staat." };
    typed.filled = Some(format!("{said}{left} Lees alles na voordat u het verstuurt."));
    if !is_there {
        typed.message = (text.kind.label().to_owned(), [own, &filled].join(if own.is_empty() { "" } else { "\n\n" }));
    }
    answer(StatusCode::OK, &typed)
}

/// What is wrong with a message in which something was left to be filled in.
pub fn unfinished(message: &str) -> Option<FieldErrors> {
    let open = letters::open_places(message);
    let first = open.first()?;
    let mut errors = FieldErrors::default();
    errors.push("bericht", format!("Hier moet u nog iets invullen, of weghalen: {first}"));
    Some(errors)
}

/// What a text may say to this reporter.
pub fn for_reporter(state: &State, officer: &Officer, case: &Case, kind: MessageType) -> ForReporter {
    let today = state.today();
    let running = case.term();
    let late = running.filter(|term| {
        let promised = match term.code {
            TermCode::T1 => Some(MessageType::Ontvangstbevestiging),
            TermCode::T2 => Some(MessageType::Terugkoppeling),
            _ => None,
        };
        // An answer may tell that it is late without being what was promised.
        (promised == Some(kind) || kind == MessageType::Antwoord) && term.state(today) == TermState::Late
    });
    let after = case.term_after(first_acknowledgement(case, state, kind).as_ref(), case.status());
    let owed = after.filter(|term| term.code == TermCode::T2 && term.due >= today);
    let words = |day: Option<NaiveDate>| day.map(term::dutch).unwrap_or_default();
    ForReporter {
        gemeente: state.house.name.clone(),
        functie: officer.function().to_owned(),
        team: team(case.route).to_owned(),
        antwoord_voor: words(owed.map(|term| term.due)),
        kijk_weer_op: words(today.checked_add_days(LOOK_AGAIN)),
        beloofd_op: words(late.map(|term| term.due)),
        verwacht_op: words(promised_anew(case, today)),
        praten_met: addresses(&state.house, Question::Talk),
        melden_bij: addresses(&state.house, Question::Report),
        ondermijning: Track::of(case.route) == Track::Ondermijning,
    }
}

/// The acknowledgement that is being written, so that the day of the feedback follows from it.
fn first_acknowledgement(case: &Case, state: &State, kind: MessageType) -> Option<domain::message::Message> {
    let sent = case
        .messages()
        .any(|(side, message)| side == domain::Side::Desk && message.kind == MessageType::Ontvangstbevestiging);
    let writes = kind == MessageType::Ontvangstbevestiging && !sent;
    writes.then(|| domain::message::Message::from_desk(kind.label(), "-", state.clock.now()).ok()).flatten()
}

/// Who has the signal, as a sentence begins with it.
const fn team(route: RouteName) -> &'static str {
    match route {
        RouteName::Aov => "Het team Openbare Orde en Veiligheid",
        RouteName::Burgemeester => "De burgemeester",
        RouteName::Integriteitscommissie => "De integriteitscommissie",
        RouteName::Ambtelijk => "De integriteitsfunctionaris",
        RouteName::Extern => "Het externe meldpunt",
        RouteName::Bewaarder => "De identiteitsbewaarder",
        RouteName::Kanarie => "De kluis",
    }
}

/// The signposts that answer one question, a line each: name, telephone, website. One that cannot be reached by either is
/// left out.
fn addresses(house: &House, question: Question) -> String {
    let line = |post: &Signpost| {
        let phone = post.phone.as_ref().map(|phone| phone.number().to_owned());
        let ways: Vec<String> =
            phone.into_iter().chain(post.website.as_ref().map(|site| site.name().to_owned())).collect();
        (!ways.is_empty()).then(|| format!("- {}: {}", post.name.worded(Text::DUTCH).words, ways.join(", ")))
    };
    let of = house.signposts.iter().filter(|post| post.question == question);
    of.filter_map(line).collect::<Vec<_>>().join("\n")
}

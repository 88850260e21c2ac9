//! `/overleggen/{datum}`: one meeting. Its agenda, who comes, and the steps from planned to held.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use chrono::NaiveDate;
use domain::{
    FieldErrors,
    access::Colleague,
    description::Urgency,
    field,
    meeting::{Meeting, MeetingKind, Stage},
    term,
};
use templates::{Text, desk};
use web::{Form, Told, page, see_other};

use super::{Change, agenda, change, holds, invitations, of_address, point, records::Held};
use crate::{
    opening::failed,
    session::{self, Officer},
    state::State,
    working::Working,
    writing::WriteError,
};

/// `GET /overleggen/{datum}`
pub async fn overview(state: Data<State>, request: HttpRequest, day: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "vastgesteld" => Some("De agenda staat vast. Wie komt, kan de signalen nu lezen en vooraf invullen."),
        "bijgewerkt" => Some("De uitnodigingen zijn bijgewerkt."),
        "geopend" => Some("Het overleg is geopend. Wat vooraf is ingevuld, is nu te zien."),
        "gesloten" => Some("Het overleg is gesloten. Het verslag staat klaar."),
        "afgelast" => Some("Het overleg gaat niet door. De signalen wachten op het volgende."),
        "verplaatst" => Some("Het overleg is verplaatst. Wat op de agenda staat en wie er komen, is meegegaan."),
        _ => None,
    };
    match of_address(&state, &officer, &day).await {
        Ok(held) => {
            let (form, none) = (Form::default(), FieldErrors::default());
            let shown = Shown { form: &form, errors: &none, left_off: &[], done };
            meeting_page(&state, StatusCode::OK, &officer, &held, &shown).await
        }
        Err(refused) => refused,
    }
}

/// What became of a step.
pub enum Performed {
    /// With the signals that did not get on the agenda.
    Done(Vec<agenda::LeftOff>),
    /// It cannot be taken, or the meeting is damaged and takes nothing.
    Refused { status: StatusCode, errors: FieldErrors, left_off: Vec<agenda::LeftOff> },
}

/// `POST /overleggen/{datum}`, by the field `stap`.
pub async fn step(state: Data<State>, request: HttpRequest, day: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let (status, errors, left_off) = match perform(&state, &officer, &day, &form).await {
        Ok(Performed::Done(left_off)) if left_off.is_empty() => {
            let said = match form.get("stap") {
                "vaststellen" => "vastgesteld",
                "bijwerken" => "bijgewerkt",
                "openen" => "geopend",
                "sluiten" => "gesloten",
                _ => "afgelast",
            };
            return see_other(&format!("/overleggen/{}?{said}", *day));
        }
        Ok(Performed::Done(left_off)) => (StatusCode::OK, FieldErrors::default(), left_off),
        Ok(Performed::Refused { status, errors, left_off }) => (status, errors, left_off),
        Err(refused) => return refused,
    };
    match of_address(&state, &officer, &day).await {
        Ok(held) => {
            let shown = Shown { form: &form, errors: &errors, left_off: &left_off, done: None };
            meeting_page(&state, status, &officer, &held, &shown).await
        }
        Err(refused) => refused,
    }
}

/// Takes a step of a meeting, under whatever colleagues do at the same time.
pub async fn perform(state: &State, officer: &Arc<Officer>, day: &str, form: &Form) -> Result<Performed, HttpResponse> {
    let held = of_address(state, officer, day).await?;
    if !holds(officer) {
        return Err(HttpResponse::Forbidden().finish());
    }
    if held.is_damaged {
        let (errors, left_off) = (FieldErrors::default(), Vec::new());
        return Ok(Performed::Refused { status: StatusCode::CONFLICT, errors, left_off });
    }
    let (date, mut left_off) = (held.meeting.datum, Vec::new());
    let outcome = match form.get("stap") {
        "vaststellen" => {
            let (outcome, left) = freeze(state, officer, &held, form).await?;
            left_off = left;
            outcome
        }
        "bijwerken" => {
            let (outcome, left) = invite(state, officer, &held).await?;
            left_off = left;
            outcome
        }
        "openen" => open(state, officer, date, form).await,
        "sluiten" => close(state, officer, date).await,
        "afgelasten" => call_off(state, officer, date, form).await,
        _ => return Err(HttpResponse::BadRequest().finish()),
    };
    match outcome.map_err(failed)? {
        Change::Done | Change::Write(_) => Ok(Performed::Done(left_off)),
        Change::Refuse(errors) => Ok(Performed::Refused { status: StatusCode::UNPROCESSABLE_ENTITY, errors, left_off }),
    }
}

type Outcome = Result<Change<FieldErrors>, WriteError>;

fn wrong(field: &'static str, sentence: impl Into<field::Sentence>) -> Change<FieldErrors> {
    let mut errors = FieldErrors::default();
    errors.push(field, sentence);
    Change::Refuse(errors)
}

/// The step itself, or why it cannot be taken from where the meeting stands.
fn stepped(held: &Held, to: Stage, field: &'static str, next: impl FnOnce(Meeting) -> Meeting) -> Change<FieldErrors> {
    let stand = held.meeting.stand;
    if stand == to {
        return Change::Done;
    }
    if !stand.may_become(to) {
        return wrong(field, format!("Dit kan niet meer: dit overleg is ‘{stand}’."));
    }
    Change::Write(Box::new(next(Meeting { stand: to, ..held.meeting.clone() })))
}

/// Freezes the agenda: lets who comes into its signals first, so that nobody finds an item that he cannot open yet.
async fn freeze(
    state: &State,
    officer: &Arc<Officer>,
    held: &Held,
    form: &Form,
) -> Result<(Outcome, Vec<agenda::LeftOff>), HttpResponse> {
    if !held.is(Stage::Gepland) {
        let outcome = stepped(held, Stage::Vastgesteld, "signaal", |meeting| meeting);
        return Ok((Ok(outcome), Vec::new()));
    }
    let waiting = agenda::waiting(state, officer).await?;
    // In the order of the agenda, whatever order the form has.
    let wanted: Vec<_> = form.all("signaal").collect();
    let waiting = waiting.iter().map(|card| card.signal.kenmerk.to_string());
    let chosen: Vec<_> = waiting.filter(|kenmerk| wanted.contains(&kenmerk.as_str())).collect();
    if chosen.is_empty() {
        let none = wrong("signaal", "Kies minstens één signaal. Zijn er geen? Zeg dan het overleg af.");
        return Ok((Ok(none), Vec::new()));
    }
    let (items, invited, left_off) = agenda::let_in(state, officer, &held.meeting, &chosen).await?;
    if items.is_empty() {
        let none = wrong("signaal", "Geen van deze signalen kan op de agenda. Hieronder staat waarom.");
        return Ok((Ok(none), left_off));
    }
    let outcome = change(state, officer, held.meeting.datum, |held| {
        stepped(held, Stage::Vastgesteld, "signaal", |meeting| Meeting {
            agenda: items.clone(),
            genodigd: invited.clone(),
            ..meeting
        })
    });
    Ok((outcome.await, left_off))
}

/// Lets in who always sits there and came later, and invites to the meeting whoever was invited to one of its signals since.
async fn invite(
    state: &State,
    officer: &Arc<Officer>,
    held: &Held,
) -> Result<(Outcome, Vec<agenda::LeftOff>), HttpResponse> {
    let chosen: Vec<_> = held.meeting.agenda.iter().map(|item| item.kenmerk.to_string()).collect();
    let (_, mut invited, left_off) = agenda::let_in(state, officer, &held.meeting, &chosen).await?;
    // Who was invited for a signal that this officer cannot open, stays invited.
    if !left_off.is_empty() {
        let others = held.meeting.genodigd.iter();
        let new = others.filter(|who| !invited.iter().any(|known| known.account == who.account)).cloned();
        let new: Vec<_> = new.collect();
        invited.extend(new);
    }
    // Calendars too: a member who came later is in no list.
    let are_sent = invitations::are_sent(state, officer, &held.meeting).await.map_err(session::unavailable)?;
    let outcome = change(state, officer, held.meeting.datum, |held| {
        if !held.meeting.stand.is_ahead() {
            return wrong("signaal", format!("Dit kan niet: dit overleg is ‘{}’.", held.meeting.stand));
        }
        if held.meeting.genodigd == invited && are_sent {
            return Change::Done;
        }
        Change::Write(Box::new(Meeting { genodigd: invited.clone(), ..held.meeting.clone() }))
    });
    Ok((outcome.await, left_off))
}

/// Opens the meeting with who is there.
async fn open(state: &State, officer: &Arc<Officer>, date: NaiveDate, form: &Form) -> Outcome {
    let working = Working::read(&state.store).await?;
    change(state, officer, date, |held| {
        if date > state.today() {
            let on = term::dutch(date);
            return wrong(
                "aanwezig",
                format!("Dit overleg is op {on}. Open het op die dag, of plan een ander overleg."),
            );
        }
        let is_there = |who: &Colleague| form.all("aanwezig").any(|typed| typed == who.account.to_string());
        let there: Vec<_> =
            agenda::seats(officer, held).into_iter().filter(|who| is_there(who) && working.has(who.account)).collect();
        if there.len() < 2 {
            return wrong("aanwezig", "Kies wie er zijn: minstens twee. Niemand weegt een signaal alleen.");
        }
        stepped(held, Stage::Geopend, "aanwezig", |meeting| Meeting { aanwezig: there, ..meeting })
    })
    .await
}

async fn close(state: &State, officer: &Arc<Officer>, date: NaiveDate) -> Outcome {
    change(state, officer, date, |held| stepped(held, Stage::Gesloten, "sluiten", |meeting| meeting)).await
}

async fn call_off(state: &State, officer: &Arc<Officer>, date: NaiveDate, form: &Form) -> Outcome {
    let mut errors = FieldErrors::default();
    let missing = "Schrijf op waarom dit overleg niet doorgaat. Iedereen die zou komen, leest het.";
    let reden = field::required(&mut errors, "reden", form.get("reden"), field::TEXT, missing);
    change(state, officer, date, |held| {
        if !errors.is_empty() {
            return Change::Refuse(errors.clone());
        }
        stepped(held, Stage::Afgelast, "reden", |meeting| Meeting { reden: reden.clone(), ..meeting })
    })
    .await
}

/// What the page shows beside the meeting itself.
struct Shown<'a> {
    form: &'a Form,
    errors: &'a FieldErrors,
    left_off: &'a [agenda::LeftOff],
    done: Option<&'a str>,
}

async fn meeting_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    held: &Held,
    shown: &Shown<'_>,
) -> HttpResponse {
    let may_hold = holds(officer);
    let found = async {
        let waiting =
            if may_hold && held.is(Stage::Gepland) { agenda::waiting(state, officer).await? } else { Vec::new() };
        let points = point::lines(state, officer, held).await?;
        let working = Working::read(&state.store).await.map_err(session::unavailable)?;
        Ok::<_, HttpResponse>((waiting, points, working))
    };
    let (waiting, points, working) = match found.await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let is_sent = !shown.errors.is_empty();
    let waiting: Vec<_> =
        waiting.iter().map(|card| (card.signal.kenmerk.to_string(), term::dutch(card.received), card)).collect();
    let candidates: Vec<_> = waiting
        .iter()
        .map(|(kenmerk, received, card)| desk::Candidate {
            kenmerk,
            received,
            urgency: card.urgency.map_or("", domain::description::Urgency::label),
            summary: &card.summary,
            chosen: if is_sent {
                shown.form.all("signaal").any(|chosen| chosen == kenmerk)
            } else {
                held.meeting.soort == MeetingKind::Gewoon || card.urgency == Some(Urgency::Spoed)
            },
        })
        .collect();
    let points: Vec<_> = points.iter().map(point::Line::view).collect();
    let seats: Vec<_> = agenda::seats(officer, held).into_iter().map(|who| (who.account.to_string(), who)).collect();
    let there = |who: &Colleague| held.meeting.aanwezig.iter().any(|present| present.account == who.account);
    let seats: Vec<_> = seats
        .iter()
        .map(|(account, who)| desk::Seat {
            account,
            name: &who.naam,
            function: &who.functie,
            there: there(who) || shown.form.all("aanwezig").any(|chosen| chosen == account),
            works: working.has(who.account),
        })
        .collect();
    // Once it began, who was there is what counts.
    let fixed = if held.meeting.stand.was_opened() { Vec::new() } else { agenda::fixed(state, officer, &working) };
    let fixed: Vec<_> = fixed.into_iter().map(|(function, names)| (function, names.join(", "))).collect();
    let fixed: Vec<_> = fixed.iter().map(|(function, names)| desk::FixedSeat { function, names }).collect();
    let told = Told::new(shown.errors, Text::DUTCH);
    let left_off: Vec<_> = shown.left_off.iter().map(|left| (left.kenmerk.as_str(), left.why)).collect();
    let (day, date) = (held.meeting.datum.to_string(), term::dutch(held.meeting.datum));
    let hours = held.meeting.uren.map(|hours| hours.to_string()).unwrap_or_default();
    let stand = held.meeting.stand;
    let (moved, earlier) = (held.meeting.naar.map(|day| (day.to_string(), term::dutch(day))), &held.meeting.eerder);
    let earlier = earlier.last().map(|day| term::dutch(*day));
    let view = desk::Overleg {
        name: &state.series.name,
        day: &day,
        date: &date,
        hours: &hours,
        kind: held.meeting.soort.label(),
        stage: stand.label(),
        moved_to: moved.as_ref().map(|(day, date)| (day.as_str(), date.as_str())),
        moved_from: earlier.as_deref(),
        is_silent: held.meeting.stil && stand.is_ahead(),
        reason: &held.meeting.reden,
        done: shown.done,
        is_damaged: held.is_damaged,
        left_off: &left_off,
        candidates: &candidates,
        points: &points,
        seats: &seats,
        fixed: &fixed,
        may: desk::MeetingSteps {
            freeze: may_hold && stand == Stage::Gepland,
            update: may_hold && stand.is_ahead(),
            open: may_hold && stand == Stage::Vastgesteld && state.today() >= held.meeting.datum,
            open_later: may_hold && stand == Stage::Vastgesteld && state.today() < held.meeting.datum,
            close: may_hold && stand == Stage::Geopend,
            call_off: may_hold && stand.may_become(Stage::Afgelast),
            relocate: may_hold && stand.may_become(Stage::Verplaatst) && !held.is_damaged,
        },
        is_opened: stand.was_opened(),
        call_off_reason: shown.form.get("reden"),
        errors: &told.view(),
    };
    page(status, desk::overleg(&officer.frame(state.frame(), &officer.banners()), &view))
}

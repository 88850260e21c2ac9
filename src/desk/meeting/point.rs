//! `/overleggen/{datum}/{kenmerk}`: one signal at the table: what everybody thought beforehand, the joint weighing, the
//! decision, what is agreed. All of it is written in the signal's own case file.

mod lines;
mod page;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    FieldErrors, Kind, Status,
    access::Colleague,
    meeting::{
        Stage,
        action::{Action, Agreed, agreed},
        decision::Decision,
        levels::Levels,
    },
    status::StatusChange,
};
use seal::grant::Grant;
use store::signals::Index;
use web::{Form, see_other};

use super::{of_address, records::Held};
use crate::{
    access,
    case::{Case, Written},
    keeping,
    opening::{self, failed},
    session::{self, Officer},
    state::State,
    writing::{self, Draft, WriteError},
};
pub use lines::{Line, lines};
use page::point_page;

/// `GET /overleggen/{datum}/{kenmerk}`
pub async fn overview(state: Data<State>, request: HttpRequest, path: Path<(String, String)>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let done = match request.query_string() {
        "verklaring" => Some("U hebt verklaard dat u niet betrokken bent. U kunt nu met dit signaal werken."),
        "vooraf" => Some("Wij hebben het bewaard. Uw collega’s zien het zodra het overleg begint."),
        "weging" => Some("De weging is opgeslagen."),
        "besluit" => Some("Het besluit staat in het dossier."),
        "actie" => Some("De afspraak staat in het dossier."),
        _ => None,
    };
    match opened(&state, &officer, &path, &Form::default()).await {
        Ok((held, case)) => {
            let none = FieldErrors::default();
            point_page(&state, StatusCode::OK, &officer, &held, &case, &Form::default(), &none, done)
        }
        Err(refused) => refused,
    }
}

/// A meeting, and a signal that is on its agenda.
async fn opened(
    state: &State,
    officer: &Arc<Officer>,
    (day, kenmerk): &(String, String),
    form: &Form,
) -> Result<(Held, Case), HttpResponse> {
    let held = of_address(state, officer, day).await?;
    let case = opening::open_for(state, officer, kenmerk, form).await?;
    if held.meeting.place_of(case.intake.signal).is_none() {
        return Err(HttpResponse::NotFound().finish());
    }
    Ok((held, case))
}

/// What a form of this page wants to write, or why it is shown again.
enum Wanted {
    Write(Vec<Draft>, Option<Index>),
    /// It was written before: the button was pressed twice.
    Done,
    Ask(FieldErrors),
}

/// What became of a form of this page.
pub enum Performed {
    Done(Box<(Held, Case)>),
    /// It must be mended, it is not his to do, or the signal is damaged and takes nothing.
    Refused {
        at: Box<(Held, Case)>,
        status: StatusCode,
        errors: FieldErrors,
    },
}

/// `POST /overleggen/{datum}/{kenmerk}`, by the field `stap`.
pub async fn step(state: Data<State>, request: HttpRequest, path: Path<(String, String)>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    match perform(&state, &officer, &path, &form).await {
        Ok(Performed::Done(at)) => see_other(&format!("{}?{}", address(&at.0, &at.1), form.get("stap"))),
        Ok(Performed::Refused { at, status, errors }) => {
            point_page(&state, status, &officer, &at.0, &at.1, &form, &errors, None)
        }
        Err(refused) => refused,
    }
}

/// Opens meeting and signal, decides, writes. Where a colleague wrote in between, it opens and decides again.
pub async fn perform(
    state: &State,
    officer: &Arc<Officer>,
    path: &(String, String),
    form: &Form,
) -> Result<Performed, HttpResponse> {
    writing::retried(async || {
        let (held, case) = opened(state, officer, path, form).await?;
        let (step, none) = (form.get("stap"), FieldErrors::default());
        let refused =
            |held, case, status, errors| Ok(Some(Performed::Refused { at: Box::new((held, case)), status, errors }));
        if case.findings.broken || held.is_damaged {
            return refused(held, case, StatusCode::CONFLICT, none);
        }
        if !case.is_declared() || (step != "vooraf" && !case.is_members()) {
            return refused(held, case, StatusCode::FORBIDDEN, none);
        }
        let wanted = match step {
            "vooraf" => beforehand(state, &held, &case, form),
            "besluit" => decide(state, &held, &case, form),
            "actie" => agree(state, &held, &case, form),
            _ => return Err(HttpResponse::BadRequest().finish()),
        };
        let (drafts, index) = match wanted.map_err(failed)? {
            Wanted::Write(drafts, index) => (drafts, index),
            Wanted::Done => return Ok(Some(Performed::Done(Box::new((held, case))))),
            Wanted::Ask(errors) => return refused(held, case, StatusCode::UNPROCESSABLE_ENTITY, errors),
        };
        let written = writing::write(state, &case, officer, drafts, index, Vec::new()).await;
        writing::unless_taken(written, Performed::Done(Box::new((held, case))))
    })
    .await
}

fn address(held: &Held, case: &Case) -> String {
    format!("/overleggen/{}/{}", held.meeting.datum, case.intake.kenmerk)
}

fn beforehand(state: &State, held: &Held, case: &Case, form: &Form) -> Result<Wanted, WriteError> {
    let levels = Levels::parse(held.meeting.datum, &|field| form.get(field));
    if !held.is(Stage::Vastgesteld) {
        let mut errors = FieldErrors::default();
        errors.push("regel", "Vooraf invullen kan niet meer: het overleg is begonnen. Zeg het aan tafel.");
        return Ok(Wanted::Ask(errors));
    }
    let levels = match levels {
        Ok(levels) => levels,
        Err(errors) => return Ok(Wanted::Ask(errors)),
    };
    if own_levels(held, case).is_some_and(|before| Levels { overleg: levels.overleg, ..before } == levels) {
        return Ok(Wanted::Done);
    }
    Ok(Wanted::Write(vec![Draft::to_file(Kind::Levels, &session::dated(state, levels))?], None))
}

fn decide(state: &State, held: &Held, case: &Case, form: &Form) -> Result<Wanted, WriteError> {
    let besluit: Vec<_> = form.all("besluit").map(str::to_owned).collect();
    let decision = Decision::parse(held.meeting.datum, &besluit, form.get("motivering"), sitting(held, case));
    let mut errors = FieldErrors::default();
    if !held.is(Stage::Geopend) {
        errors.push("besluit", "Besluiten kan alleen terwijl het overleg bezig is.");
    } else if case.weighings().is_empty() {
        errors.push("besluit", "Weeg dit signaal eerst samen: alle acht criteria. Daarna kan het overleg besluiten.");
    } else if !is_met(held, case) {
        errors.push(
            "besluit",
            "Besluiten doet u niet alleen: er moeten er twee aan tafel zitten die van dit signaal zeiden dat zij niet \
             betrokken zijn, en u bent daar een van.",
        );
    }
    let decision = match decision {
        Ok(decision) if errors.is_empty() => decision,
        other => {
            errors.extend(other.err());
            return Ok(Wanted::Ask(errors));
        }
    };
    let is_same = |(_, before): &Written<Decision>| {
        let before = &before.inhoud;
        (before.overleg, &before.besluit, &before.motivering)
            == (decision.overleg, &decision.besluit, &decision.motivering)
    };
    if decisions(case).iter().any(is_same) {
        return Ok(Wanted::Done);
    }
    let (mut drafts, mut status) = (Vec::new(), case.status());
    for next in weighed(status) {
        drafts.push(Draft::to_file(Kind::Status, &session::dated(state, StatusChange::by_message(*next)))?);
        status = *next;
    }
    drafts.push(Draft::to_file(Kind::Decision, &session::dated(state, decision))?);
    let index = Index { standing: status.public(), term: case.term_after(None, status) };
    drafts.extend(Draft::standing(case, status.public(), keeping::until_told(state, case, status))?);
    Ok(Wanted::Write(drafts, Some(index)))
}

/// The statuses on the way to weighed, from where a signal stands: each a step of [`domain::status::TRANSITIONS`] that needs no
/// reason of its own. What was decided is done by somebody, and then its status says so.
const fn weighed(from: Status) -> &'static [Status] {
    match from {
        Status::OpLioAgenda => &[Status::InWeging, Status::Gewogen],
        Status::InWeging => &[Status::Gewogen],
        _ => &[],
    }
}

fn agree(state: &State, held: &Held, case: &Case, form: &Form) -> Result<Wanted, WriteError> {
    let action =
        Action::parse(held.meeting.datum, form.get("actie"), form.get("wie"), form.get("uiterlijk"), state.today());
    let action = match action {
        Ok(action) => action,
        Err(errors) => return Ok(Wanted::Ask(errors)),
    };
    if case.written::<Action>(Kind::Action).iter().any(|(_, before)| before.inhoud == action) {
        return Ok(Wanted::Done);
    }
    Ok(Wanted::Write(vec![Draft::to_file(Kind::Action, &session::dated(state, action))?], None))
}

/// `POST /signalen/{kenmerk}/actie`: something that was agreed is done.
pub async fn done(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let done = writing::retried(async || {
        let case = opening::open_for(&state, &officer, &kenmerk, &form).await?;
        if !case.is_declared() || !case.is_members() {
            return Err(HttpResponse::Forbidden().finish());
        }
        match actions(&case).iter().find(|agreed| agreed.nummer.to_string() == form.get("nummer")) {
            Some(agreed) if !agreed.gedaan => {
                let act = session::dated(&state, Action::Gedaan { nummer: agreed.nummer });
                let draft = Draft::to_file(Kind::Action, &act).map_err(failed)?;
                match writing::write(&state, &case, &officer, vec![draft], None, Vec::new()).await {
                    Err(WriteError::Broken) => Err(see_other(&format!("/signalen/{kenmerk}"))),
                    written => writing::unless_taken(written, ()),
                }
            }
            Some(_) => Ok(Some(())),
            None => Err(HttpResponse::BadRequest().finish()),
        }
    });
    match done.await {
        Ok(()) => see_other(&format!("/signalen/{kenmerk}?actie")),
        Err(refused) => refused,
    }
}

/// Everybody's last levels for a meeting.
pub fn levels(held: &Held, case: &Case) -> Vec<Written<Levels>> {
    let mut last: Vec<Written<Levels>> = Vec::new();
    for given in case.written::<Levels>(Kind::Levels) {
        // What was given before it was moved counts on the new day.
        if held.meeting.was_on(given.1.inhoud.overleg) {
            last.retain(|(author, _)| *author != given.0);
            last.push(given);
        }
    }
    last
}

fn own_levels(held: &Held, case: &Case) -> Option<Levels> {
    levels(held, case).into_iter().find(|(author, _)| case.is_own(author)).map(|(_, given)| given.inhoud)
}

pub fn decisions(case: &Case) -> Vec<Written<Decision>> {
    case.written(Kind::Decision)
}

pub fn actions(case: &Case) -> Vec<Agreed> {
    agreed(case.written::<Action>(Kind::Action).into_iter().map(|(_, act)| act.inhoud))
}

/// Who was at the table for one signal: once something was decided, as it was written down then; a key that is taken later
/// changes nothing about that.
pub fn at_the_table(held: &Held, case: &Case) -> Vec<Colleague> {
    let mut made = decisions(case).into_iter().map(|(_, made)| made.inhoud).rev();
    let decided = made.find(|made| made.overleg == held.meeting.datum);
    decided.map_or_else(|| sitting(held, case), |made| made.aanwezig)
}

/// Of those who came, who has a key of it now and said that he is not involved.
fn sitting(held: &Held, case: &Case) -> Vec<Colleague> {
    let readers = access::readers(case);
    let declared = |reader: &Grant| case.has_declared(&reader.person.verify.author());
    let sits = |who: &&Colleague| readers.iter().any(|(reader, ..)| reader.account == who.account && declared(reader));
    held.meeting.aanwezig.iter().filter(sits).cloned().collect()
}

/// Whether enough people are at the table to decide, the officer who writes it down among them.
fn is_met(held: &Held, case: &Case) -> bool {
    let there = sitting(held, case);
    there.len() >= 2 && there.iter().any(|who| who.account == case.reader())
}

/// Who came to the meeting and left the room for this signal.
pub fn away(held: &Held, case: &Case) -> Vec<Colleague> {
    let there = at_the_table(held, case);
    let is_there = |who: &&Colleague| !there.iter().any(|present| present.account == who.account);
    held.meeting.aanwezig.iter().filter(is_there).cloned().collect()
}

//! `/signalen/{kenmerk}/toegang`: who may read one signal, and what a member changes about that. What each change does to
//! the keys is in [`crate::epoch`]; its words and its page are in `page`.

mod leaving;
mod page;

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{
    AccountId, FieldErrors, Kind, RouteName, Status, Subject,
    access::{self, Access, Invitation, Part},
    message::{Message, MessageType},
    status::StatusChange,
};
use seal::{Digest, grant::Grant, head::Reached};
use store::signals::{Addition, Index};
use web::{Form, see_other};

use crate::{
    account,
    actions::status_drafts,
    case::Case,
    epoch::{self, Audience, Guest},
    escalating,
    keyring::named,
    notebook,
    opening::{self, failed},
    revealing,
    session::{self, Officer},
    state::State,
    texts::CONSULT_FIRST,
    working::Working,
    writing::{self, Draft, Tips, WriteError, compose},
};
pub use leaving::{Why, disabled_still_in, involved_still_in, lost_it, steps_back, without};
use leaving::{pass_on, take_away};
use page::access_page;

/// What a change wants to write, or why the form is shown again.
enum Decision {
    /// With where the officer goes next, and the word that is answered there.
    Write(Box<Addition>, Next),
    /// It is so already.
    Done(Next),
    Ask(FieldErrors),
}

/// Where the officer goes once it is done.
#[derive(Clone, Copy)]
pub enum Next {
    Here(&'static str),
    /// The signal is no longer his to read.
    Work(&'static str),
}

/// `GET /signalen/{kenmerk}/toegang`
pub async fn overview(state: Data<State>, request: HttpRequest, kenmerk: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let mut form = Form::default();
    if request.query_string() == "zelf" {
        form = Form::of(vec![("wie".into(), officer.account.id.to_string())]);
    }
    let done = match request.query_string() {
        "uitgenodigd" => Some("Uw collega kan dit signaal nu openen."),
        "ontnomen" => Some("De toegang is weggenomen. Het signaal heeft nieuwe sleutels."),
        _ => None,
    };
    match opening::open(&state, &officer, &kenmerk).await {
        Ok(case) => access_page(&state, StatusCode::OK, &officer, &case, &form, &FieldErrors::default(), done).await,
        Err(refused) => refused,
    }
}

/// `POST /signalen/{kenmerk}/toegang`
pub async fn change(state: Data<State>, request: HttpRequest, kenmerk: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    if asks_password(&officer, &form) {
        match account::proven(&state, &request, &officer, &form).await {
            Ok(Ok(())) => {}
            Ok(Err(said)) => {
                let mut errors = FieldErrors::default();
                errors.push("wachtwoord", said);
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return match opening::open_for(&state, &officer, &kenmerk, &form).await {
                    Ok(case) => access_page(&state, status, &officer, &case, &form, &errors, None).await,
                    Err(refused) => refused,
                };
            }
            Err(refused) => return refused,
        }
    }
    match perform(&state, &officer, &kenmerk, &form).await {
        Ok(Changed::Done(next)) => next.answer(&kenmerk),
        Ok(Changed::Refused { case, status, errors }) => {
            access_page(&state, status, &officer, &case, &form, &errors, None).await
        }
        // The button was pressed twice: the first press took the signal from him.
        Err(refused) if refused.status() == StatusCode::NOT_FOUND => {
            let next = match form.get("stap") {
                "overdragen" => Next::Work("overgedragen"),
                "doorgeven" => Next::Work("doorgegeven"),
                "ontnemen" => Next::Work("buiten"),
                _ => return refused,
            };
            match notebook::has_parted(&state.store, &officer, &kenmerk).await {
                Ok(true) => next.answer(&kenmerk),
                Ok(false) => refused,
                Err(error) => session::unavailable(error),
            }
        }
        Err(refused) => refused,
    }
}

/// Whether a change gives away or takes what is not easily given back: the reporter's own words, somebody else's access, the
/// signal itself. Who is involved leaves at once.
fn asks_password(officer: &Officer, form: &Form) -> bool {
    match form.get("stap") {
        "overdragen" => true,
        "ontnemen" => account_in(form, "wie") != Some(officer.account.id),
        "uitnodigen" => form.get("bron") == "ja",
        _ => false,
    }
}

/// What became of a change.
pub enum Changed {
    Done(Next),
    /// The form must be mended, it is not his to do, or the signal is damaged and takes nothing.
    Refused {
        case: Box<Case>,
        status: StatusCode,
        errors: FieldErrors,
    },
}

/// Opens the signal, decides, writes. Where a colleague wrote in between, it opens and decides again.
pub async fn perform(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &str,
    form: &Form,
) -> Result<Changed, HttpResponse> {
    writing::retried(async || {
        let case = opening::open_for(state, officer, kenmerk, form).await?;
        let refused = |case, status, errors| Ok(Some(Changed::Refused { case: Box::new(case), status, errors }));
        if case.findings.broken {
            return refused(case, StatusCode::CONFLICT, FieldErrors::default());
        }
        if !case.is_members() || !(case.is_declared() || leaves(&case, form)) {
            return refused(case, StatusCode::FORBIDDEN, FieldErrors::default());
        }
        if let Some(torn) = torn(&case, form.get("stap")) {
            return refused(case, StatusCode::CONFLICT, torn);
        }
        let decided = match form.get("stap") {
            "uitnodigen" => invite(state, officer, &case, form).await,
            "ontnemen" => take_away(state, officer, &case, form).await,
            "doorgeven" => pass_on(state, officer, &case).await,
            "overdragen" => hand_over(state, officer, &case, form).await,
            _ => return Err(HttpResponse::BadRequest().finish()),
        };
        let (addition, next) = match decided.map_err(failed)? {
            Decision::Write(addition, next) => (addition, next),
            Decision::Done(next) => return Ok(Some(Changed::Done(next))),
            Decision::Ask(errors) => return refused(case, StatusCode::UNPROCESSABLE_ENTITY, errors),
        };
        let head = addition.heads.last().and_then(reached);
        let written = state.store.add(case.intake.signal, *addition).await;
        let done = writing::unless_taken(written.map_err(Into::into), Changed::Done(next))?;
        if let (Some(_), Next::Work(_), Some(head)) = (&done, next, head) {
            let (signal, kenmerk) = (case.intake.signal, &case.intake.kenmerk);
            notebook::parted(&state.store, officer, signal, kenmerk, head).await.map_err(failed)?;
        }
        Ok(done)
    })
    .await
}

/// A head that was written, as a notebook names it.
fn reached(head: &entity::head::Model) -> Option<Reached> {
    Some(Reached { number: u32::try_from(head.number).ok()?, item: Some(Digest::of(head.statement.as_bytes())) })
}

/// Who was left out stands in the case file: where part of it is damaged or gone, nobody is let in and nothing is handed over
/// on what is left. Whose access ends is another thing: the head says who stays.
fn torn(case: &Case, step: &str) -> Option<FieldErrors> {
    let field = match step {
        "uitnodigen" => "collega",
        "overdragen" => "naar",
        _ => return None,
    };
    (!case.file_is_whole()).then(|| {
        let mut errors = FieldErrors::default();
        errors.push(
            field,
            "Een deel van dit dossier is beschadigd of weg. Daarin kan staan wie het signaal niet mag lezen. Laat nu \
             niemand toe en draag het niet over. Meld het bij de beheerder.",
        );
        errors
    })
}

impl Next {
    fn answer(self, kenmerk: &str) -> HttpResponse {
        match self {
            Self::Here(done) => see_other(&format!("/signalen/{kenmerk}/toegang?{done}")),
            Self::Work(done) => see_other(&format!("/?{done}")),
        }
    }
}

/// Whether somebody leaves a signal, which he may without saying first that he is not involved: himself, or, as the last who
/// reads it, by handing it over.
fn leaves(case: &Case, form: &Form) -> bool {
    match form.get("stap") {
        "ontnemen" => account_in(form, "wie") == Some(case.reader()),
        "doorgeven" => true,
        "overdragen" => is_last(case),
        _ => false,
    }
}

/// Whether no other member of the route reads it.
pub fn is_last(case: &Case) -> bool {
    readers(case).iter().filter(|(_, part, _)| *part == MEMBER).count() == 1
}

const MEMBER: &str = "lid van de route";

/// Everybody who holds a key of a signal, what he is in it, and whether he reads the reporter's own words.
pub fn readers(case: &Case) -> Vec<(Grant, &'static str, bool)> {
    let audience = Audience::of(case);
    let members = audience.members.unwrap_or_else(|| case.people.members.iter().map(|m| (**m).clone()).collect());
    let members = members.into_iter().map(|who| (who, MEMBER, true));
    let guests = audience.guests.into_iter().map(|guest| {
        let part = case.access().into_iter().rev().find_map(|(_, act)| match act.inhoud {
            Access::Uitgenodigd { wie, als, .. } if wie.account == guest.who.account => Some(als),
            _ => None,
        });
        (guest.who, part.map_or("", Part::label), guest.reads_source)
    });
    members.chain(guests).collect()
}

/// A step of which others hear is taken knowingly while it may betray the reporter.
fn unconfirmed(errors: &mut FieldErrors, case: &Case, form: &Form, field: &'static str) {
    if case.others_need_confirmation() && form.get(field) != "ja" {
        errors.push(field, CONSULT_FIRST);
    }
}

fn account_in(form: &Form, field: &str) -> Option<AccountId> {
    form.get(field).parse().ok().map(AccountId)
}

/// A member who came later gets the keys of a closed signal, from a member who has them.
async fn let_in(
    state: &State,
    officer: &Officer,
    case: &Case,
    who: &Grant,
    form: &Form,
) -> Result<Decision, WriteError> {
    let mut errors = FieldErrors::default();
    let reden = access::reason(&mut errors, "reden", form.get("reden"));
    errors.extend(unfit(case, who).err());
    if !Working::read(&state.store).await?.has(who.account) {
        errors.push("collega", "Het account van deze collega is uitgezet. Kies iemand anders.");
    }
    if !errors.is_empty() {
        return Ok(Decision::Ask(errors));
    }
    let act = session::dated(state, Access::Toegelaten { wie: named(who), reden });
    let mut addition = epoch::joined(case, officer, who)?;
    let head = case.head().ok_or(WriteError::Broken)?;
    let draft = Draft::to_file(Kind::Access, &act)?;
    addition.items = compose(case, head, &mut Tips::of(case), officer, &[draft], state.today())?;
    Ok(Decision::Write(Box::new(addition), Next::Here("uitgenodigd")))
}

async fn invite(state: &State, officer: &Officer, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let late = case.without_key().into_iter().find(|member| Some(member.account) == account_in(form, "collega"));
    if let Some(member) = late {
        return let_in(state, officer, case, member, form).await;
    }
    let invited =
        Invitation::parse(form.get("als"), form.get("reden"), form.get("bron") == "ja", form.get("reden_bron"));
    let mut errors = FieldErrors::default();
    let who = account_in(form, "collega").and_then(|account| case.people.colleague(account).cloned());
    match &who {
        None => errors.push("collega", "Kies een collega die bij deze route bekend is."),
        Some(who) if !Working::read(&state.store).await?.has(who.account) => {
            errors.push("collega", "Het account van deze collega is uitgezet. Kies iemand anders.");
        }
        Some(who) => errors.extend(refused(case, who).err()),
    }
    if who.as_ref().is_some_and(|who| form.get("bron") == "ja" && keeps_names(case, who)) {
        errors.push(
            "bron",
            "Deze collega bewaart namen. Wie ook de woorden van de melder leest, kan een envelop alleen openen.",
        );
    }
    unconfirmed(&mut errors, case, form, "bevestigd");
    let (invited, who) = match (invited, who) {
        (Ok(invited), Some(who)) if errors.is_empty() => (invited, who),
        (invited, _) => {
            errors.extend(invited.err());
            return Ok(Decision::Ask(errors));
        }
    };
    let reads_source = invited.reden_bron.is_some();
    let guest = Guest { answers: reads_source && invited.als == Part::Behandelaar, reads_source, who };
    let before = Audience::of(case).guest(guest.who.account).map(|known| (known.reads_source, known.answers));
    if case.waits_for_his_keys(&guest.who) {
        // What he had goes to the key that he has now; what he gets more, he is invited to once he reads again.
        match epoch::rewrapped(case, officer, &guest.who) {
            Ok(addition) => return Ok(Decision::Write(Box::new(addition), Next::Here("uitgenodigd"))),
            // The case file does not say that he had anything: then he is invited like anybody.
            Err(WriteError::Broken) => {}
            Err(error) => return Err(error),
        }
    }
    if before.is_some_and(|(source, answers)| (source || !reads_source) && (answers || !guest.answers)) {
        return Ok(Decision::Done(Next::Here("uitgenodigd")));
    }
    let act = session::dated(state, invited.of(named(&guest.who)));
    let mut addition = epoch::widened(case, officer, std::slice::from_ref(&guest))?;
    let head = case.head().ok_or(WriteError::Broken)?;
    let draft = Draft::to_file(Kind::Access, &act)?;
    addition.items = compose(case, head, &mut Tips::of(case), officer, &[draft], state.today())?;
    Ok(Decision::Write(Box::new(addition), Next::Here("uitgenodigd")))
}

/// Whether somebody holds the key of the envelopes.
fn keeps_names(case: &Case, who: &Grant) -> bool {
    case.people_of(RouteName::Bewaarder).iter().any(|keeper| keeper.account == who.account)
}

/// Who may not be invited: who is [unfit](unfit), and of whom it was said that he is involved.
pub fn refused(case: &Case, who: &Grant) -> Result<(), FieldErrors> {
    unfit(case, who)?;
    let mut errors = FieldErrors::default();
    if case.is_kept_from(who) {
        errors.push("collega", "Deze collega is betrokken bij het signaal. Kies iemand anders.");
    }
    errors.or(Some(()))
}

/// Who never gets a key: whom the signal is about (R1), whom its reporter excluded, and who said that he is involved.
fn unfit(case: &Case, who: &Grant) -> Result<(), FieldErrors> {
    let mut errors = FieldErrors::default();
    let over = case.report.as_ref().map_or(&[][..], |report| &report.over_wie);
    let unwanted = case.report.iter().flat_map(|report| &report.readers.niet_lezen);
    let is_unwanted = |route: &RouteName| case.people_of(*route).iter().any(|member| member.account == who.account);
    if unwanted.copied().any(|route| is_unwanted(&route)) {
        errors.push("collega", "De melder wil niet dat deze collega het signaal leest. Kies iemand anders.");
    } else if access::is_subject(&who.function, over) {
        errors
            .push("collega", "Het signaal gaat over iemand met deze functie. Daarom kan deze collega het niet lezen.");
    } else if case.people.stale.contains(&who.account) {
        errors.push("collega", "Deze collega krijgt een nieuwe sleutel. Laat de collega eerst opnieuw toe bij Beheer.");
    } else if case.is_involved(who) {
        errors.push("collega", "Deze collega zegt zelf betrokken te zijn bij het signaal. Kies iemand anders.");
    }
    errors.or(Some(()))
}

/// New keys, and the act that they follow from: under the new keys, or, by whom has none of them, under the old.
fn under_new_keys(
    state: &State,
    officer: &Officer,
    case: &Case,
    audience: &Audience,
    act: Option<Draft>,
    before: bool,
) -> Result<Addition, WriteError> {
    let (mut tips, today, act) = (Tips::of(case), state.today(), act.as_slice());
    let route = officer.ring.halves(audience.route).ok_or(WriteError::Broken)?;
    // What the bewaarder sealed to somebody who leaves, he did not look at yet, or has no business with any more.
    let stays = |asked: &revealing::Asked| {
        let by = case.reader_of(&asked.by).map(|by| by.account);
        audience.members.as_ref().is_none_or(|members| members.iter().any(|member| Some(member.account) == by))
    };
    let forgets: Vec<_> =
        revealing::asked(case).into_iter().filter(|asked| !stays(asked)).map(|asked| asked.id).collect();
    let mut items = Vec::new();
    if before {
        let head = case.head().ok_or(WriteError::Broken)?;
        items = compose(case, head, &mut tips, officer, act, today)?;
        let (_, addition) =
            epoch::renewed(case, officer, audience, tips, route, state.routes.recovery(audience.route))?;
        return Ok(Addition { items, forgets, ..addition });
    }
    let (head, addition) = epoch::renewed(case, officer, audience, tips, route, state.routes.recovery(audience.route))?;
    items.extend(compose(case, &head, &mut tips, officer, act, today)?);
    Ok(Addition { items, forgets, ..addition })
}

/// Routes that this signal may be handed over to: with a key, and not read by whom it is about, whom its reporter excluded, or
/// who was kept out of it.
fn possible_routes(state: &State, case: &Case, working: &Working) -> Vec<RouteName> {
    let Some(report) = &case.report else { return Vec::new() };
    // Somebody must be there to read it, and none of them may be somebody who must not.
    let may_all_read = |members: &[Grant], over: &[Subject]| {
        let may_not = |member: &Grant| case.is_kept_from(member) || access::is_subject(&member.function, over);
        members.iter().any(|member| working.has(member.account)) && !members.iter().any(may_not)
    };
    let may = |route: &RouteName| {
        *route != case.route
            && state.routes.key(*route).is_some()
            && report.readers.may_go_to(state.routes.routing(), *route, &report.over_wie)
            && may_all_read(&case.people_of(*route), &report.over_wie)
    };
    RouteName::of_people().filter(may).collect()
}

async fn hand_over(state: &State, officer: &Officer, case: &Case, form: &Form) -> Result<Decision, WriteError> {
    let (mut errors, working) = (FieldErrors::default(), Working::read(&state.store).await?);
    let to = form.get("naar").parse().ok().filter(|route| possible_routes(state, case, &working).contains(route));
    if to.is_none() {
        errors.push("naar", "Kies aan welke route u dit signaal overdraagt.");
    }
    let reason = access::reason(&mut errors, "reden_overdragen", form.get("reden_overdragen"));
    let told = case.mailbox_discarded().is_none() && case.has_mailbox();
    let message =
        told.then(|| Message::from_desk(MessageType::Verwijzing.label(), form.get("bericht"), state.clock.now()));
    let message = match message.transpose() {
        Ok(message) => message,
        Err(wrong) => {
            errors.extend(Some(wrong));
            None
        }
    };
    unconfirmed(&mut errors, case, form, "bevestigd_overdragen");
    let Some(to) = to.filter(|_| errors.is_empty()) else { return Ok(Decision::Ask(errors)) };
    let mut drafts = Vec::new();
    drafts.extend(message.as_ref().map(|message| Draft::to_reporter(Kind::Message, message)).transpose()?);
    // The other team begins where screening begins.
    let status = if case.status().is_screening() { case.status() } else { Status::InVoorscreening };
    if status != case.status() {
        drafts.extend(status_drafts(state, case, &StatusChange::by_message(status))?);
    }
    let act = Access::Overgedragen { naar: to, reden: reason };
    drafts.push(Draft::to_file(Kind::Access, &session::dated(state, act))?);
    let (mut tips, head) = (Tips::of(case), case.head().ok_or(WriteError::Broken)?);
    let items = compose(case, head, &mut tips, officer, &drafts, state.today())?;
    let audience = Audience { route: to, members: None, guests: Vec::new() };
    let route = officer.ring.halves(to).ok_or(WriteError::Broken)?;
    let (_, addition) = epoch::renewed(case, officer, &audience, tips, route, state.routes.recovery(audience.route))?;
    let index = Index { standing: status.public(), term: case.term_after(message.as_ref(), status) };
    let escalates = Some(escalating::handed_over(state, officer, case, to).await?);
    let sealed_to = officer.ring.newest(to);
    let addition = Addition { items, index: Some(index), escalates, sealed_to, ..addition };
    Ok(Decision::Write(Box::new(addition), Next::Work("overgedragen")))
}

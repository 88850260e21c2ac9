//! What is on an agenda: signals that are ready for it, and who is let in for each.

use std::sync::Arc;

use actix_web::HttpResponse;
use domain::{
    Kind, Status,
    access::{Access, Colleague, Part},
    description::Urgency,
    meeting::{AgendaItem, Meeting, Stage, is_function},
    term,
};
use seal::grant::Grant;
use store::StoreError;

use super::{
    ROUTE,
    records::{self, Held},
};
use crate::{
    access,
    epoch::{self, Audience, Guest},
    keyring::named,
    opening::{self, failed},
    session::{self, Officer},
    shelf::{self, Card},
    state::State,
    working::Working,
    writing::{self, Draft, Tips, compose},
};

/// Signals that wait for a meeting and are on no agenda yet, in the order of one: what cannot wait first, then the oldest.
pub async fn waiting(state: &State, officer: &Officer) -> Result<Vec<Arc<Card>>, HttpResponse> {
    let mut cards = shelf::cards(state, officer).await?;
    let coming = records::all(state, officer).await.map_err(session::unavailable)?;
    // One whose day went by unopened keeps nothing waiting.
    let is_held = |held: &Held| held.is(Stage::Geopend) || held.meeting.datum >= state.today();
    let holds = |held: &Held| held.meeting.stand.is_ahead() && is_held(held);
    let is_placed =
        |card: &Card| coming.iter().any(|held| holds(held) && held.meeting.place_of(card.signal.id).is_some());
    cards.retain(|card| !is_placed(card));
    cards.retain(|card| card.signal.route == ROUTE && card.is_his && card.status == Status::OpLioAgenda);
    cards.sort_by_key(|card| (rank(card.urgency), card.received));
    Ok(cards)
}

/// Signals that cannot wait for the next meeting of the series, and are not weighed yet.
pub async fn pressing(state: &State, officer: &Officer) -> Result<Vec<Arc<Card>>, HttpResponse> {
    let mut cards = shelf::cards(state, officer).await?;
    let early = |status: Status| status.is_screening() || status == Status::OpLioAgenda;
    cards.retain(|card| card.signal.route == ROUTE && card.is_his && card.urgency == Some(Urgency::Spoed));
    cards.retain(|card| early(card.status));
    Ok(cards)
}

const fn rank(urgency: Option<Urgency>) -> u8 {
    match urgency {
        Some(Urgency::Spoed) => 0,
        Some(Urgency::Eerstvolgend) | None => 1,
        Some(Urgency::Later) => 2,
    }
}

/// Why a signal did not get on the agenda, in words.
pub struct LeftOff {
    pub kenmerk: String,
    pub why: &'static str,
}

/// Lets those who always sit there into every chosen signal, and says who is invited to the meeting for it: they, and
/// whoever was invited to one of the signals.
pub async fn let_in(
    state: &State,
    officer: &Arc<Officer>,
    meeting: &Meeting,
    chosen: &[String],
) -> Result<(Vec<AgendaItem>, Vec<Colleague>, Vec<LeftOff>), HttpResponse> {
    let structural = structural(state, officer).await.map_err(session::unavailable)?;
    let mut invited: Vec<Colleague> = structural.iter().map(named).collect();
    let (mut agenda, mut left_off) = (Vec::new(), Vec::new());
    for kenmerk in chosen {
        match let_into(state, officer, meeting, kenmerk, &structural).await? {
            Ok((item, guests)) => {
                agenda.push(item);
                for guest in guests {
                    if !invited.iter().any(|known| known.account == guest.account) {
                        invited.push(guest);
                    }
                }
            }
            Err(why) => left_off.push(LeftOff { kenmerk: kenmerk.clone(), why }),
        }
    }
    Ok((agenda, invited, left_off))
}

/// Colleagues whose function always sits there, that the route knows and whose account works.
pub async fn structural(state: &State, officer: &Officer) -> Result<Vec<Grant>, StoreError> {
    let working = Working::read(&state.store).await?;
    let Some(people) = officer.ring.people(ROUTE) else { return Ok(Vec::new()) };
    let known = people.colleagues.iter().filter(|who| people.colleague(who.account).is_some());
    Ok(known.filter(|who| state.series.is_structural(&who.function) && working.has(who.account)).cloned().collect())
}

/// One signal: its place on the agenda, and the colleagues who may open it.
async fn let_into(
    state: &State,
    officer: &Arc<Officer>,
    meeting: &Meeting,
    kenmerk: &str,
    structural: &[Grant],
) -> Result<Result<(AgendaItem, Vec<Colleague>), &'static str>, HttpResponse> {
    writing::retried(async || {
        let case = match opening::open(state, officer, kenmerk).await {
            Ok(case) => case,
            Err(refused) if refused.status() == actix_web::http::StatusCode::NOT_FOUND => {
                return Ok(Some(Err("u kunt het niet meer openen")));
            }
            Err(refused) => return Err(refused),
        };
        if case.findings.broken || !case.file_is_whole() {
            return Ok(Some(Err("er is iets beschadigd: open het en lees de waarschuwing")));
        }
        if case.route != ROUTE {
            return Ok(Some(Err("het hoort bij een andere route")));
        }
        if !case.is_members() || !case.is_declared() {
            return Ok(Some(Err("u hebt er nog niet van gezegd dat u niet betrokken bent")));
        }
        if case.description().is_none() {
            return Ok(Some(Err("er is nog geen omschrijving")));
        }
        let audience = Audience::of(&case);
        // Whose access was taken away is let in again by a person, not by an agenda.
        let fits = |who: &&Grant| {
            let kept_away = access::lost_it(&case, who.account) || access::refused(&case, who).is_err();
            audience.guest(who.account).is_none() && !kept_away
        };
        let new: Vec<_> = structural.iter().filter(fits).cloned().collect();
        let item = AgendaItem { signaal: case.intake.signal, kenmerk: case.intake.kenmerk.clone() };
        let seated = audience.guests.iter().map(|guest| named(&guest.who)).chain(new.iter().map(named)).collect();
        if new.is_empty() {
            return Ok(Some(Ok((item, seated))));
        }
        let reden = format!("Vast lid van het {} van {}.", state.series.name, term::dutch(meeting.datum));
        let act = |who: &Grant| {
            let (wie, als, reden) = (named(who), Part::Deelnemer, reden.clone());
            let act = Access::Uitgenodigd { wie, als, reden, reden_bron: None };
            Draft::to_file(Kind::Access, &session::dated(state, act))
        };
        let drafts: Vec<_> = new.iter().map(act).collect::<Result<_, _>>().map_err(failed)?;
        let guests: Vec<_> = new.into_iter().map(|who| Guest { who, reads_source: false, answers: false }).collect();
        let mut addition = epoch::widened(&case, officer, &guests).map_err(failed)?;
        let Some(head) = case.head() else { return Ok(Some(Err("er is iets beschadigd"))) };
        addition.items = compose(&case, head, &mut Tips::of(&case), officer, &drafts, state.today()).map_err(failed)?;
        let written = state.store.add(case.intake.signal, addition).await;
        writing::unless_taken(written.map_err(Into::into), Ok((item, seated)))
    })
    .await
}

/// Everybody who may sit at the table: the members of the route, and who was invited.
pub fn seats(officer: &Officer, held: &Held) -> Vec<Colleague> {
    let members = officer.ring.people(ROUTE).into_iter().flat_map(|people| &people.members).map(|member| named(member));
    let members: Vec<_> = members.collect();
    let guests = held.meeting.genodigd.iter().filter(|who| !members.iter().any(|member| member.account == who.account));
    let guests: Vec<_> = guests.cloned().collect();
    members.into_iter().chain(guests).collect()
}

/// The functions that always sit there, in the order of the configuration, each with the names of who has it: members of the
/// route and colleagues that it knows, whose account works.
pub fn fixed<'a>(state: &'a State, officer: &Officer, working: &Working) -> Vec<(&'a str, Vec<String>)> {
    let people = officer.ring.people(ROUTE);
    let known = || {
        let members = people.into_iter().flat_map(|people| people.members.iter().map(|member| &**member));
        let others = people.into_iter().flat_map(|people| &people.colleagues);
        members.chain(others).filter(|who| working.has(who.account))
    };
    let of = |named: &'a String| {
        let mut names: Vec<String> =
            known().filter(|who| is_function(named, &who.function)).map(|who| who.name.clone()).collect();
        names.dedup();
        (named.as_str(), names)
    };
    state.series.structural.iter().map(of).collect()
}

//! Who outside the line hears that a term is late. His page says which route, and since when: no kenmerk, no content, no count.
//!
//! The desk knows lateness without a key (the columns of a signal's term), and whom a signal is about only with one. So a member
//! who opens a signal leaves an envelope: sealed to who may hear of it, and to the route, so that the next member can tell whether
//! it is still right. Every opened signal has one, of the same size, also where nobody may hear: the database does not tell whom
//! a signal is kept from. Of a signal that nobody opened yet, the first who was named hears: that the route's signals are not
//! about his office was held against its routing when he was.

use chrono::{Days, NaiveDate};
use domain::{AccountId, RouteName, SignalId, access};
use seal::{
    AnyRecipient, SealError, VERSION, VerifyKey, bucket, grant::Grant, head::Heads, intake::Intake, role, sealed,
};
use serde::{Deserialize, Serialize};
use store::{StoreError, escalations::LateSignal, signals::Addition};

use crate::{
    access::readers,
    case::Case,
    keyring::{HeldRoute, Keyring},
    session::Officer,
    state::State,
    upkeep::{self, Upkept},
    writing::WriteError,
};

/// What stands in the envelope.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hears {
    v: u8,
    signaal: SignalId,
    route: RouteName,
    /// `None`: nobody was named, or none of them may hear of it.
    wie: Option<AccountId>,
    /// To which key of his it was sealed.
    sleutel: Option<VerifyKey<role::Author>>,
}

impl Hears {
    fn read(text: &str) -> Option<Self> {
        serde_json::from_str(sealed::without_padding(text).ok()?).ok()
    }
}

/// Who of those who were named for a route may hear of a signal: nobody whom it is about, who is kept out of it, or who handles
/// it himself.
fn who<'a>(case: &Case, named: &[&'a Grant]) -> Option<&'a Grant> {
    let over = case.report.as_ref().map_or(&[][..], |report| &report.over_wie);
    let handles: Vec<_> = readers(case).into_iter().map(|(reader, ..)| reader.account).collect();
    let may_not = |named: &Grant| {
        case.is_kept_from(named) || access::is_subject(&named.function, over) || handles.contains(&named.account)
    };
    named.iter().copied().find(|named| !may_not(named))
}

/// What members of a route said of it, as whoever works here can verify it.
async fn said(state: &State, ring: &Keyring, route: RouteName) -> Result<Option<Upkept>, StoreError> {
    let rows = state.store.upkeep().await?;
    let keys = ring.lineages().get(route).zip(ring.people(route));
    Ok(keys.map(|(keys, people)| Upkept::read(&rows, route, keys, people)))
}

/// Who outside the line would hear of an opened signal; the words of its page.
pub async fn hearer(state: &State, ring: &Keyring, case: &Case) -> Result<Option<Grant>, StoreError> {
    let (Some(upkept), Some(people)) = (said(state, ring, case.route).await?, ring.people(case.route)) else {
        return Ok(None);
    };
    let named = upkept.outsiders(case.route, people, state.routes.routing());
    Ok(who(case, &named).cloned())
}

/// The envelope of a signal for one of its routes: what it says, and sealed.
async fn envelope(
    state: &State,
    ring: &Keyring,
    case: &Case,
    route: RouteName,
) -> Result<(Hears, impl Fn(&Hears) -> Result<Vec<u8>, SealError>), WriteError> {
    let (upkept, people) = (said(state, ring, route).await?, ring.people(route).cloned().unwrap_or_default());
    let named = upkept.iter().flat_map(|upkept| upkept.outsiders(route, &people, state.routes.routing()));
    let hears = who(case, &named.collect::<Vec<_>>()).cloned();
    let says = Hears {
        v: VERSION,
        signaal: case.intake.signal,
        route,
        wie: hears.as_ref().map(|who| who.account),
        sleutel: hears.as_ref().map(|who| who.person.verify.author()),
    };
    let halves = ring.halves(route).ok_or(WriteError::Broken)?.clone();
    let seal = move |says: &Hears| {
        // Two recipients always: nobody sees whether it is the route twice.
        let to: [AnyRecipient<'_>; 2] =
            [hears.as_ref().map_or(halves.encrypt.any(), |who| who.person.encrypt.any()), halves.encrypt.any()];
        let text = serde_json::to_string(says)?;
        Ok(sealed::seal(&text, &to, bucket::ITEM_FLOOR)?.into_bytes())
    };
    Ok((says, seal))
}

/// The envelope of a signal that goes to another route, from who still opens it.
pub async fn handed_over(state: &State, officer: &Officer, case: &Case, to: RouteName) -> Result<Vec<u8>, WriteError> {
    let (says, seal) = envelope(state, &officer.ring, case, to).await?;
    Ok(seal(&says)?)
}

/// Leaves an envelope where there is none, or another than ought to be. A member's doing, of a signal that is open.
pub async fn settle(state: &State, officer: &Officer, case: &Case) -> Result<(), WriteError> {
    let Some(held) = officer.ring.usable(case.route).filter(|_| case.is_members()) else { return Ok(()) };
    if case.findings.broken || case.is_unopened() || !case.status().is_open() {
        return Ok(());
    }
    let stands = state.store.escalation(case.intake.signal).await?;
    let (says, seal) = envelope(state, &officer.ring, case, case.route).await?;
    if stands.and_then(|sealed| opened(held, &sealed)).is_some_and(|stands| stands == says) {
        return Ok(());
    }
    let addition = Addition { escalates: Some(seal(&says)?), ..Addition::default() };
    Ok(state.store.add(case.intake.signal, addition).await?)
}

fn opened(held: &HeldRoute, sealed: &[u8]) -> Option<Hears> {
    Hears::read(&held.open(sealed).ok()?)
}

/// The same for every signal of a route that this officer opens: somebody else was named.
pub async fn settle_all(state: &State, officer: &Officer, route: RouteName) -> Result<(), WriteError> {
    let progress = state.store.progress(&officer.ring.reach()).await?;
    let its = progress.into_iter().filter(|found| found.signal.route == route && found.head > 0);
    for signal in its {
        // One at a time: none of them waits for the memory of all.
        let Some(stored) = state.store.whole_signals(vec![signal.signal]).await?.pop() else { continue };
        let ring = officer.ring.clone();
        let opened = state.work_lane.run_blocking(move || Case::open(stored, &ring)).await;
        if let Ok(case) = opened.map_err(|_| WriteError::Broken)? {
            settle(state, officer, &case).await?;
        }
    }
    Ok(())
}

/// What somebody outside the line is told of a route.
pub struct Told {
    pub route: RouteName,
    /// The first day on which a term was late.
    pub since: NaiveDate,
    /// Function and name of whom to ask.
    pub members: Vec<(String, String)>,
}

/// What an officer hears outside the line.
pub async fn told(state: &State, officer: &Officer) -> Result<Vec<Told>, StoreError> {
    let (ring, today) = (&officer.ring, state.today());
    let rows = state.store.upkeep().await?;
    let mut told = Vec::new();
    for route in RouteName::ALL.iter().copied() {
        let (Some(keys), Some(people)) = (ring.lineages().get(route), ring.people(route)) else { continue };
        let upkept = Upkept::read(&rows, route, keys, people);
        let named = upkept.outsiders(route, people, state.routes.routing());
        let Some(place) = named.iter().position(|named| named.account == ring.account) else { continue };
        let late = state.store.late_signals(route, today).await?;
        let (ring, first) = (ring.clone(), place == 0);
        let his = move || late.into_iter().filter(|late| hears(&ring, late, route, first)).filter_map(since).min();
        let Ok(since) = state.work_lane.run_blocking(his).await else { continue };
        let members = people.in_force().map(|member| (member.function.clone(), member.name.clone())).collect();
        told.extend(since.map(|since| Told { route, since, members }));
    }
    Ok(told)
}

fn since(late: LateSignal) -> Option<NaiveDate> {
    late.signal.due?.checked_add_days(Days::new(1))
}

/// Whether a late signal is one of which he hears: its envelope says so, or nobody opened it and he was named first.
fn hears(ring: &Keyring, late: &LateSignal, route: RouteName, first: bool) -> bool {
    let signal = late.signal.id;
    if let Some(sealed) = &late.hears {
        let says = ring.open_sealed(sealed).and_then(|text| Hears::read(&text));
        return says
            .is_some_and(|says| says.signaal == signal && says.route == route && says.wie == Some(ring.account));
    }
    let Ok(intake) = Intake::verify(&late.signal.intake, None) else { return false };
    let heads = Heads::verify(&late.heads, &intake, |route| ring.lineages().of_route(route));
    first && intake.route == route && heads.is_ok_and(|heads| heads.current().is_none_or(|head| head.unread))
}

/// Routes of an officer in which nobody outside the line was named who can still hear.
pub async fn unwatched(state: &State, officer: &Officer) -> Result<Vec<RouteName>, StoreError> {
    let rows = state.store.upkeep().await?;
    let none = |(route, upkept): (RouteName, Upkept)| {
        let people = &officer.ring.usable(route)?.people;
        let nobody = upkept.outsiders(route, people, state.routes.routing()).is_empty();
        (route.takes_signals() && nobody).then_some(route)
    };
    Ok(upkeep::of_ring(&officer.ring, &rows).into_iter().filter_map(none).collect())
}

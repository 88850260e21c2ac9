//! Signals go over to their route's new key: one transaction each, so that it can stop after any of them and go on later.

use std::sync::Arc;

use actix_web::HttpResponse;
use domain::{Kenmerk, RouteName, SignalId};
use seal::{head::Heads, intake::Intake};
use store::{
    StoreError,
    signals::{StoredHeads, StoredSignal},
};

use super::behind;
use crate::{
    case::Case,
    epoch,
    keyring::{HeldRoute, Keyring},
    notebook::Notebook,
    opening::failed,
    session::{Officer, unavailable},
    state::State,
    working::Working,
    writing::WriteError,
};

/// How many signals go over at one press.
pub const AT_ONCE: usize = 25;

/// How far a route's signals are.
#[derive(Debug, Default)]
pub struct Progress {
    pub total: usize,
    pub moved: usize,
    /// Those that this officer can move.
    pub waiting: Vec<Kenmerk>,
    /// Those that only others hold the keys of, with their names; without names: nobody who is still there.
    pub others: Vec<(Kenmerk, Vec<String>)>,
    pub damaged: Vec<Kenmerk>,
}

enum Place {
    Elsewhere,
    Moved,
    Waiting,
    /// Only what is wrapped to the route tells.
    Unsure(Heads),
    Others(Vec<String>),
    Damaged,
}

/// Looks at the heads of every signal. Which route has it they say, not a column.
pub async fn progress(state: &State, officer: &Officer, route: RouteName) -> Result<Progress, HttpResponse> {
    let Some(held) = officer.ring.usable(route).cloned() else { return Ok(Progress::default()) };
    let all = state.store.all_heads().await.map_err(unavailable)?;
    let ring = officer.ring.clone();
    let holding = Arc::clone(&held);
    let places = move || {
        let placed = |stored: StoredHeads| (place(&stored, &ring, &holding, route), stored.signal);
        all.into_iter().map(placed).collect::<Vec<_>>()
    };
    let Ok(places) = state.work_lane.run_blocking(places).await else {
        return Err(HttpResponse::ServiceUnavailable().finish());
    };
    let unsure = places.iter().filter(|(place, _)| matches!(place, Place::Unsure(_)));
    let unsure: Vec<SignalId> = unsure.map(|(_, signal)| signal.id).collect();
    let wraps = state.store.wraps_to(route.label(), &unsure).await.map_err(unavailable)?;
    let mut progress = Progress::default();
    for (place, signal) in places {
        let place = match place {
            Place::Unsure(heads) => {
                let its: Vec<_> = wraps.iter().filter(|wrap| wrap.signal_id == signal.id).cloned().collect();
                if behind::is_behind(&its, &heads, route, &held) { Place::Waiting } else { Place::Moved }
            }
            place => place,
        };
        progress.total += usize::from(!matches!(place, Place::Elsewhere));
        match place {
            Place::Elsewhere | Place::Unsure(_) => {}
            Place::Moved => progress.moved += 1,
            Place::Waiting => progress.waiting.push(signal.kenmerk),
            Place::Others(names) => progress.others.push((signal.kenmerk, names)),
            Place::Damaged => progress.damaged.push(signal.kenmerk),
        }
    }
    Ok(progress)
}

fn place(stored: &StoredHeads, ring: &Keyring, held: &HeldRoute, route: RouteName) -> Place {
    let unread = || if stored.signal.route == route { Place::Damaged } else { Place::Elsewhere };
    let Ok(intake) = Intake::verify(&stored.signal.intake, None).map(seal::Verified::into_inner) else {
        return unread();
    };
    let Ok(heads) = Heads::verify(&stored.heads, &intake, |of| ring.lineages().of_route(of)) else { return unread() };
    if heads.route(&intake) != route {
        return Place::Elsewhere;
    }
    if heads.began() == Some((route, held.number)) || held.number == 1 {
        return Place::Moved;
    }
    match heads.current().filter(|head| head.closed) {
        Some(head) if !ring.is_member_of(head) => {
            let there = |key| held.people.member(key).map(|grant| grant.name.clone());
            Place::Others(head.members.iter().filter_map(there).collect())
        }
        _ => Place::Unsure(heads),
    }
}

/// What became of one signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Moved,
    Damaged,
}

/// Moves signals until so many went over, or none is left that can. Those that are damaged are named and left as they are.
pub async fn go_on(
    state: &State,
    officer: &Arc<Officer>,
    route: RouteName,
    most: usize,
) -> Result<Progress, HttpResponse> {
    let mut progress = progress(state, officer, route).await?;
    let notebook = Notebook::read(&state.store, officer).await.map_err(unavailable)?.ok();
    let working = Working::read(&state.store).await.map_err(unavailable)?;
    let (mut left, mut done) = (Vec::new(), 0);
    for kenmerk in std::mem::take(&mut progress.waiting) {
        if done == most {
            left.push(kenmerk);
            continue;
        }
        match one(state, officer, &kenmerk, notebook.as_ref(), &working).await? {
            Outcome::Moved => done += 1,
            Outcome::Damaged => progress.damaged.push(kenmerk),
        }
    }
    progress.moved += done;
    progress.waiting = left;
    Ok(progress)
}

/// Opened by nobody: no page shows it, no head says that somebody read it.
async fn one(
    state: &State,
    officer: &Arc<Officer>,
    kenmerk: &Kenmerk,
    notebook: Option<&Notebook>,
    working: &Working,
) -> Result<Outcome, HttpResponse> {
    for _ in 0..5 {
        // Destroyed meanwhile.
        let Some(stored) = state.store.signal_by_kenmerk(kenmerk).await.map_err(unavailable)? else {
            return Ok(Outcome::Moved);
        };
        let Some(case) = opened(state, officer, stored).await? else { return Ok(Outcome::Damaged) };
        let turned_back = notebook.is_some_and(|notebook| {
            let before = notebook.seen(case.intake.signal);
            notebook.is_anothers(&case.intake) || before.is_some_and(|before| before.contradicts(&case))
        });
        if case.findings.broken || turned_back || !case.is_members() {
            return Ok(Outcome::Damaged);
        }
        // A colleague moved it meanwhile, or whoever opened it did.
        if !case.is_behind() {
            return Ok(Outcome::Moved);
        }
        let addition = match epoch::moved(&case, officer, working, state.routes.recovery(case.route)) {
            Ok(addition) => addition,
            Err(WriteError::Broken) => return Ok(Outcome::Damaged),
            Err(error) => return Err(failed(error)),
        };
        match state.store.add(case.intake.signal, addition).await {
            Ok(()) => return Ok(Outcome::Moved),
            // Somebody wrote in between.
            Err(StoreError::Taken) => {}
            Err(error) => return Err(unavailable(error)),
        }
    }
    Err(HttpResponse::ServiceUnavailable().finish())
}

async fn opened(state: &State, officer: &Officer, stored: StoredSignal) -> Result<Option<Case>, HttpResponse> {
    let ring = officer.ring.clone();
    match state.work_lane.run_blocking(move || Case::open(stored, &ring).ok()).await {
        Ok(case) => Ok(case),
        Err(web::Busy) => Err(HttpResponse::ServiceUnavailable().finish()),
    }
}

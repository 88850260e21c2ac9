//! Meetings: planned, their agenda frozen, held, minuted. A meeting itself holds who meets about which signals; what is
//! thought, decided and agreed about a signal is sealed in that signal's case file, so that who may not open it learns no
//! more than that the agenda has an item.
//!
//! [`records`] reads and writes a meeting; [`calendar`] is `/overleggen`, [`one`] one meeting, [`moving`] holds it at another
//! time, [`agenda`] is what is on it and who is let in for it, [`invitations`] whose calendar is told of it, [`feed`] where a calendar fetches it, [`point`] one signal at the table, [`after`] what a decision asks next,
//! [`minutes`] what came of it all.

pub mod after;
pub mod agenda;
pub mod calendar;
pub mod feed;
pub mod invitations;
pub mod minutes;
pub mod moving;
pub mod one;
pub mod point;
pub mod records;

use actix_web::HttpResponse;
use chrono::NaiveDate;
use domain::RouteName;

use crate::{session::Officer, state::State, writing::WriteError};
use records::Held;

/// Whose signals go to the meeting. Those about office holders never do (the protocol's own route weighs them).
pub const ROUTE: RouteName = RouteName::Aov;

/// Whether an officer prepares and holds meetings: a member of their route.
pub fn holds(officer: &Officer) -> bool {
    officer.ring.usable(ROUTE).is_some()
}

/// The meeting of an address, for who is invited to it.
async fn of_address(state: &State, officer: &Officer, day: &str) -> Result<Held, HttpResponse> {
    let Ok(day) = day.parse::<NaiveDate>() else { return Err(HttpResponse::NotFound().finish()) };
    let held = records::read(state, officer, day).await.map_err(crate::session::unavailable)?;
    let held = held.ok_or_else(|| HttpResponse::NotFound().finish())?;
    held.remembered(state, officer).await.map_err(crate::opening::failed)
}

/// Changes a meeting under whatever colleagues do at the same time: `change` is asked again of what they made of it.
/// `Done`: it is so, now or before; `Refuse`: what `change` said. Never `Write`.
async fn change<T>(
    state: &State,
    officer: &Officer,
    day: NaiveDate,
    change: impl Fn(&Held) -> Change<T>,
) -> Result<Change<T>, WriteError> {
    for _ in 0..5 {
        let Some(held) = records::read(state, officer, day).await? else { return Err(WriteError::Broken) };
        match change(&held) {
            Change::Write(next) => match records::write(state, officer, Some(&held), &next).await {
                Ok(()) => return Ok(Change::Done),
                Err(WriteError::Store(store::StoreError::Taken)) => {}
                Err(error) => return Err(error),
            },
            other => return Ok(other),
        }
    }
    Err(WriteError::Store(store::StoreError::Taken))
}

/// What becomes of a meeting.
enum Change<T> {
    Write(Box<domain::meeting::Meeting>),
    /// It is so already.
    Done,
    Refuse(T),
}

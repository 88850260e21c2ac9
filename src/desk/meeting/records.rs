//! A meeting's versions: opened, checked one after the other, and written.

use chrono::NaiveDate;
use domain::{
    meeting::{Meeting, Stage},
    term,
};
use entity::meeting;
use seal::{
    AnyRecipient, Digest, Lineage,
    head::Reached,
    meeting::{Record, RecordPlace},
};
use store::StoreError;

use super::{ROUTE, invitations};
use crate::{
    keyring::{Keyring, People},
    notebook::{self, Notebook},
    session::Officer,
    state::State,
    working::Working,
    writing::WriteError,
};

/// A meeting as it stands for somebody.
pub struct Held {
    pub meeting: Meeting,
    /// Of every version there is, in order.
    digests: Vec<Digest>,
    /// Whether a version is gone, or is not what its route signed.
    pub is_damaged: bool,
}

impl Held {
    /// Opens the versions of one day, oldest first. `None`: the newest is not sealed to this person.
    fn open(rows: &[meeting::Model], ring: &Keyring) -> Option<Self> {
        let (route, people) = (ring.lineages().get(ROUTE)?, ring.people(ROUTE)?);
        // An older key of the route wrote up to the version that its newest one lists, and none after.
        let listed = rows.iter().rposition(|row| route.lists(&Digest::of(&row.sealed))).map_or(0, |at| at + 1);
        let (mut digests, mut last, mut is_damaged) = (Vec::with_capacity(rows.len()), None, false);
        for (number, row) in (1..).zip(rows) {
            let place = RecordPlace { route: ROUTE, datum: row.held_on, number };
            let previous = digests.last().copied();
            digests.push(Digest::of(&row.sealed));
            is_damaged |= u32::try_from(row.number) != Ok(number);
            last = match opened(row, ring) {
                Some(text) => {
                    match believed(&text, place, route, people, usize::try_from(number).is_ok_and(|n| n <= listed)) {
                        Some((meeting, follows)) => {
                            is_damaged |= follows != previous;
                            Some((meeting, number))
                        }
                        None => {
                            is_damaged = true;
                            last
                        }
                    }
                }
                // Every version is sealed to the route: one that its members cannot open is none of theirs.
                None if ring.usable(ROUTE).is_some() => {
                    is_damaged = true;
                    last
                }
                // Written for others: whoever was invited later, or no longer is.
                None => None,
            };
        }
        let (meeting, number) = last?;
        is_damaged |= usize::try_from(number) != Ok(digests.len());
        Some(Self { meeting, digests, is_damaged })
    }

    pub fn is(&self, stage: Stage) -> bool {
        self.meeting.stand == stage
    }

    fn number(&self) -> u32 {
        u32::try_from(self.digests.len()).unwrap_or(u32::MAX)
    }

    /// Holds it against what its reader saw before, and lets him remember what he sees now.
    pub async fn remembered(mut self, state: &State, officer: &Officer) -> Result<Self, WriteError> {
        let newest = Reached { number: self.number(), item: self.digests.last().copied() };
        let at =
            |number: u32| number.checked_sub(1).and_then(|at| self.digests.get(usize::try_from(at).ok()?).copied());
        let day = self.meeting.datum;
        self.is_damaged |= !notebook::remember_meeting(&state.store, officer, day, newest, at).await?;
        Ok(self)
    }
}

fn opened(row: &meeting::Model, ring: &Keyring) -> Option<String> {
    let by_route = ring.usable(ROUTE).and_then(|held| held.open(&row.sealed).ok());
    by_route.or_else(|| ring.open_sealed(&row.sealed))
}

/// What a version says, if it is signed as its place demands, by a member of the route, and which file it follows. Whoever came
/// by the route's key without being let in writes no meeting. `listed`: it is from before the route's key was replaced.
fn believed(
    text: &str,
    place: RecordPlace,
    route: &Lineage,
    people: &People,
    listed: bool,
) -> Option<(Meeting, Option<Digest>)> {
    let (key, record): (u32, Record) = seal::meeting::verify(text, place, route).ok()?;
    let was_member = || listed && people.former(&record.by).is_some();
    if (key < route.number() && !listed) || !(people.member(&record.by).is_some() || was_member()) {
        return None;
    }
    let meeting = serde_json::from_str::<Meeting>(record.body.get()).ok();
    meeting.filter(|meeting| meeting.datum == place.datum).map(|meeting| (meeting, record.previous))
}

/// One meeting, for who is invited to it.
pub async fn read(state: &State, officer: &Officer, day: NaiveDate) -> Result<Option<Held>, StoreError> {
    let rows = state.store.meeting(ROUTE, day).await?;
    Ok(Held::open(&rows, &officer.ring))
}

/// Every meeting that somebody is invited to, the earliest first.
pub async fn all(state: &State, officer: &Officer) -> Result<Vec<Held>, StoreError> {
    let rows = state.store.meetings(ROUTE).await?;
    let days = rows.chunk_by(|one, next| one.held_on == next.held_on);
    Ok(days.filter_map(|rows| Held::open(rows, &officer.ring)).collect())
}

/// What an officer saw of meetings before and is not there any more, a sentence each. Nothing of a notebook that is torn: that
/// is shouted by itself.
pub async fn missed(state: &State, officer: &Officer) -> Result<Vec<String>, StoreError> {
    let Ok(notebook) = Notebook::read(&state.store, officer).await? else { return Ok(Vec::new()) };
    let rows = state.store.meetings(ROUTE).await?;
    let of_day = |day: NaiveDate| rows.iter().filter(move |row| row.held_on == day);
    let said = notebook.meetings().filter_map(|(day, seen)| {
        let date = term::dutch(day);
        let stands = of_day(day).find(|row| u32::try_from(row.number) == Ok(seen.number));
        if of_day(day).next().is_none() {
            Some(format!("Het overleg van {date} is weg, terwijl u het eerder zag. Meld dit bij de beheerder."))
        } else if stands.map(|row| Digest::of(&row.sealed)) != seen.item {
            Some(format!(
                "Het overleg van {date} is teruggedraaid: u zag er eerder meer van. Meld dit bij de beheerder."
            ))
        } else {
            None
        }
    });
    Ok(said.collect())
}

/// Writes the next version of a meeting, sealed to the route and to who is invited now, and tells calendars what it changes
/// for them. [`StoreError::Taken`] inside: a colleague wrote first.
pub async fn write(state: &State, officer: &Officer, before: Option<&Held>, next: &Meeting) -> Result<(), WriteError> {
    let next = invitations::named(next);
    let row = version(state, officer, before, &next).await?;
    let told = invitations::told(state, officer, &next).await?;
    let route = officer.ring.usable(ROUTE).ok_or(WriteError::Broken)?;
    Ok(state.store.add_meetings(vec![row], &route.under(ROUTE), told).await?)
}

/// Writes that a meeting is held on another day: the last version of the old day, which says so, and the first of the new one.
pub async fn relocate(state: &State, officer: &Officer, before: &Held, next: &Meeting) -> Result<(), WriteError> {
    let next = invitations::named(next);
    // What was on its agenda and who was to come went along.
    let left = Meeting {
        stand: Stage::Verplaatst,
        naar: Some(next.datum),
        agenda: Vec::new(),
        oproep: None,
        ..before.meeting.clone()
    };
    let rows = vec![version(state, officer, Some(before), &left).await?, version(state, officer, None, &next).await?];
    let told = invitations::told(state, officer, &next).await?;
    let route = officer.ring.usable(ROUTE).ok_or(WriteError::Broken)?;
    Ok(state.store.add_meetings(rows, &route.under(ROUTE), told).await?)
}

/// The next version, sealed and signed.
async fn version(
    state: &State,
    officer: &Officer,
    before: Option<&Held>,
    next: &Meeting,
) -> Result<meeting::Model, WriteError> {
    if before.is_some_and(|before| before.is_damaged) {
        return Err(WriteError::Broken);
    }
    let route = officer.ring.usable(ROUTE).ok_or(WriteError::Broken)?;
    let people = officer.ring.people(ROUTE).ok_or(WriteError::Broken)?;
    let working = Working::read(&state.store).await?;
    // Nor to a key that is lost, or that its person no longer has.
    let has_key = |account| working.has(account) && !people.stale.contains(&account);
    let invited = next.genodigd.iter().filter(|invited| has_key(invited.account));
    let invited: Vec<_> = invited.filter_map(|invited| people.colleague(invited.account)).collect();
    let halves = route.key.halves();
    let to: Vec<AnyRecipient<'_>> =
        [halves.encrypt.any()].into_iter().chain(invited.iter().map(|who| who.person.encrypt.any())).collect();
    let number = before.map_or(1, |before| before.number() + 1);
    let place = RecordPlace { route: ROUTE, datum: next.datum, number };
    let sealed = seal::meeting::seal(
        place,
        before.and_then(|before| before.digests.last().copied()),
        next,
        &route.key,
        &*officer.key,
        &to,
    )?;
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    Ok(meeting::Model { route: ROUTE, held_on: next.datum, number, sealed: sealed.into_bytes() })
}

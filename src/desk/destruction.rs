//! The end of closed signals. Nobody's key is needed here: two members of the route signed what is to go, and how far it had
//! come when they looked.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    AccountId, Kenmerk, RouteName, Side, SignalId,
    clock::dutch_date,
    journal::{Action, Entry, Outcome},
};
use seal::{
    Digest, Lineage, Lineages, Routes, VerifyKey, chain,
    destruction::{self, Consented, Destruction},
    head::{Heads, Reached, ReachedSides},
    intake::Intake,
    role,
    succession::line_of,
};
use store::{Files, FilesError, PeopleRows, Shelf, Store, StoreError, signals::StoredSignal};

use crate::{keyring::People, notebook::Seen};

/// One going through what is due.
pub struct Run {
    pub now: DateTime<Utc>,
    /// Only says what would be destroyed.
    pub dry: bool,
    /// Who it is, for the log.
    pub entry: fn(Action, String, Outcome) -> Entry,
}

impl Run {
    /// Every night, by the desk itself.
    pub fn by_program(now: DateTime<Utc>) -> Self {
        Self { now, dry: false, entry: Entry::by_program::<String> }
    }

    /// By somebody with a shell on the server.
    pub fn by_operator(now: DateTime<Utc>, dry: bool) -> Self {
        Self { now, dry, entry: Entry::by_operator::<String> }
    }
}

/// How a destroyed signal was destroyed.
pub const MANNER: &str = "sleutels, gegevens en bestanden gewist";

/// Why a run stopped.
#[derive(Debug, thiserror::Error)]
pub enum DestructionError {
    #[error("the database did not do it")]
    Store(#[from] StoreError),
    #[error("the storage did not remove a file")]
    Files(#[from] FilesError),
}

/// What stands in the way of destroying a signal, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Two members consented, nothing was added since, its time is over.
    Due,
    /// The same, from a later day on.
    From(NaiveDate),
    /// One member consented.
    OneConsent,
    /// Something was added after they looked.
    Changed,
    /// What stands there is not signed by members of the route that has the signal.
    NotBelieved,
}

/// A signal that somebody consented to destroy, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub kenmerk: Kenmerk,
    pub verdict: Verdict,
    pub destroyed: bool,
}

/// What was consented to of a signal, if members of the route that has it signed it: those that its head names, where it is
/// closed to others.
pub fn consented(whole: &StoredSignal, statement: &str, people: &PeopleRows, lineages: &Lineages) -> Option<Consented> {
    let intake = Intake::verify(&whole.signal.intake, None).ok()?.into_inner();
    let heads = Heads::verify(&whole.heads, &intake, |route| lineages.of_route(route)).ok()?;
    let (route, closed) = (heads.route(&intake), heads.current().filter(|head| head.closed));
    let keys = lineages.get(route)?;
    // Who consents now does so with the key he has: one that he lost may be in other hands.
    let granted = granted(people, route, keys)?;
    let named = closed.map(|head| granted.readers(head));
    let members =
        granted.members.iter().filter(|member| named.as_ref().is_none_or(|them| them.contains(&member.account)));
    let members: Vec<_> = members.map(|member| vec![member.person.verify.author()]).collect();
    let consented = destruction::verify(statement, route, keys, &members).ok()?;
    let is_of = |said: &Destruction| said.signal == intake.signal && said.kenmerk == intake.kenmerk;
    (is_of(&consented.statement) && whole.signal.id == intake.signal).then_some(consented)
}

/// How far a stored signal has come.
pub fn reached(whole: &StoredSignal) -> ReachedSides {
    let reached = |side| {
        let (number, item): (u32, Option<Digest>) = chain::tip(whole.items.iter().filter(|row| row.place.side == side));
        Reached { number, item }
    };
    ReachedSides { reporter: reached(Side::Reporter), desk: reached(Side::Desk), case: reached(Side::Case) }
}

/// Judges one signal.
pub fn judge(
    whole: &StoredSignal,
    statement: &str,
    people: &PeopleRows,
    lineages: &Lineages,
    today: NaiveDate,
) -> Verdict {
    let Some(Consented { statement, second }) = consented(whole, statement, people, lineages) else {
        return Verdict::NotBelieved;
    };
    match second {
        _ if statement.reached != reached(whole) => Verdict::Changed,
        None => Verdict::OneConsent,
        Some(_) if statement.from > today => Verdict::From(statement.from),
        Some(_) => Verdict::Due,
    }
}

/// Goes through everything that somebody consented to. What is due is destroyed, unless the run is dry: the rows in one
/// transaction, keys among them, and then the files, so that a signal which goes on after all loses nothing.
///
/// # Errors
/// Database or storage failed; what was destroyed until then stays so.
pub async fn run(store: &Store, files: &Files, routes: &Routes, run: &Run) -> Result<Vec<Planned>, DestructionError> {
    let today = dutch_date(run.now);
    let people = store.people().await?;
    let lineages = people.lineages(routes);
    let mut plan = Vec::new();
    for (whole, statement) in store.consents().await? {
        let verdict = judge(&whole, &statement, &people, &lineages, today);
        let kenmerk = whole.signal.kenmerk.clone();
        let destroyed = verdict == Verdict::Due && !run.dry && logged(store, files, run, &whole, &statement).await?;
        plan.push(Planned { kenmerk, verdict, destroyed });
    }
    Ok(plan)
}

/// Whether a signal that is no longer there was destroyed by two members' consent: the line that is left says so, and whoever
/// misses it never saw more of it than they did when they signed.
pub async fn was_destroyed(store: &Store, routes: &Routes, signal: SignalId, seen: &Seen) -> Result<bool, StoreError> {
    let Some(line) = store.destroyed_signal(signal).await? else { return Ok(false) };
    let people = store.people().await?;
    let said = believed(&line, &people, &people.lineages(routes));
    let covers = |said: Reached, seen: Reached| seen.number < said.number || seen == said;
    Ok(said.is_some_and(|said| {
        let ReachedSides { reporter, desk, case } = said.reached;
        covers(reporter, seen.melder) && covers(desk, seen.behandelaar) && covers(case, seen.dossier)
    }))
}

/// What a line says, if two members of its route signed it.
pub fn believed(line: &entity::destroyed::Model, people: &PeopleRows, lineages: &Lineages) -> Option<Destruction> {
    let keys = lineages.get(line.route)?;
    // Whoever has another key since signed it with the one before; his keys are one person's.
    let granted = granted(people, line.route, keys)?;
    let his = granted.members.iter().map(|member| (member.account, granted.keys_of_member(member.account)));
    let mut signers: BTreeMap<AccountId, Vec<VerifyKey<role::Author>>> = his.collect();
    // What was destroyed before the route's key was replaced, members of then signed.
    if keys.lists(&line_of(&line.statement)) {
        for member in &granted.members {
            signers.entry(member.account).or_default().extend(member.formerly.iter().cloned());
        }
        for left in keys.left() {
            signers.entry(left.account).or_default().extend(left.keys.iter().cloned());
        }
    }
    let signers: Vec<_> = signers.into_values().collect();
    let said = destruction::verify(&line.statement, line.route, keys, &signers).ok()?;
    let is_of = said.statement.signal == line.signal_id && said.statement.kenmerk == line.kenmerk;
    (is_of && said.second.is_some()).then_some(said.statement)
}

/// The people of a route, as far as grants prove them.
fn granted(people: &PeopleRows, route: RouteName, keys: &Lineage) -> Option<People> {
    Some(People::of(people, route, keys.key()?, Some(keys)))
}

/// Destroys one, with a line in the log before and one of what became of it.
async fn logged(
    store: &Store,
    files: &Files,
    run: &Run,
    whole: &StoredSignal,
    statement: &str,
) -> Result<bool, DestructionError> {
    let entry = (run.entry)(Action::Destroyed, whole.signal.kenmerk.to_string(), Outcome::Begun);
    let begun = store.log(run.now, std::slice::from_ref(&entry)).await?;
    let done = destroy(store, files, whole, statement, dutch_date(run.now)).await;
    let outcome = match &done {
        Ok(true) => Outcome::Done,
        Ok(false) => Outcome::Refused,
        Err(_) => Outcome::Failed,
    };
    store.log(run.now, &[Entry { outcome, begun, ..entry }]).await?;
    done
}

async fn destroy(
    store: &Store,
    files: &Files,
    whole: &StoredSignal,
    statement: &str,
    today: NaiveDate,
) -> Result<bool, DestructionError> {
    let kept = store.files(whole.signal.id).await?;
    let line = entity::destroyed::Model {
        signal_id: whole.signal.id,
        kenmerk: whole.signal.kenmerk.clone(),
        route: whole.signal.route,
        destroyed_on: today,
        statement: statement.to_owned(),
    };
    match store.destroy(whole, statement, line).await {
        Ok(()) => {}
        // Somebody added to it at this very moment, or another process was first: nothing is gone, and the next run looks again.
        Err(StoreError::Taken) => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    // Nothing opens these any more; one that stays behind, `check` names.
    for (file, _) in kept {
        files.remove(Shelf::Kept, file).await?;
    }
    Ok(true)
}

/// Whether members of a route signed a consent.
pub fn is_of(text: &str, people: &PeopleRows, lineages: &Lineages, route: RouteName) -> bool {
    let Some(keys) = lineages.get(route) else { return false };
    let Some(granted) = granted(people, route, keys) else { return false };
    let members = granted.members.iter().map(|member| granted.keys_of_member(member.account));
    destruction::verify(text, route, keys, &members.collect::<Vec<_>>()).is_ok()
}

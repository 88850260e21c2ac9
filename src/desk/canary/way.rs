//! One way out and back.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::{
    Kind, PickupCode, RouteName,
    canary::Link,
    clock::dutch_date,
    message::{Message, MessageType},
};
use mailbox::{MailboxKey, Root};
use outside::{Broken, Browser};
use rand::RngExt;
use seal::{Routes, canary::mark, intake::Intake};
use store::{
    Store, StoreError,
    signals::{Addition, StoredSignal},
};

use super::{Canary, keeper::keeper};
use crate::{
    case::Case,
    epoch::needed_head,
    rotation::portals,
    session::Officer,
    writing::{Draft, Tips, compose},
};

/// Sends one, opens it, answers, picks the answer up and removes it. Gives the word that it left on its way, for who looks
/// whether a log kept it.
pub async fn run(
    store: &Store,
    routes: &Arc<Routes>,
    canary: &Arc<Canary>,
    now: DateTime<Utc>,
) -> Result<String, Broken> {
    if routes.key(RouteName::Kanarie) != Some(&canary.key.halves()) {
        return Err(Broken::at(Link::Key, "canary.key is not the key of routes.keys.kanarie"));
    }
    let trace = word();
    let went = there_and_back(store, routes, canary, now, &trace).await;
    // Whatever broke. Of one that is still on its way, sent by another copy of the desk, nothing is taken.
    let removed = match &went {
        Ok(code) | Err((Some(code), _)) => remove(store, code).await,
        Err((None, _)) => Ok(()),
    };
    let swept = sweep(store, now).await;
    went.map_err(|(_, broken)| broken)?;
    removed.and(swept).map_err(at(Link::Removal))?;
    recipients(store, routes, now).await?;
    Ok(trace)
}

/// A broken link, with the words if they were given by then.
type Halfway = (Option<PickupCode>, Broken);

async fn there_and_back(
    store: &Store,
    routes: &Arc<Routes>,
    canary: &Arc<Canary>,
    now: DateTime<Utc>,
    trace: &str,
) -> Result<PickupCode, Halfway> {
    let today = dutch_date(now);
    let story = format!("Dit is een proefmelding van de kluis zelf. Het merk is {trace}.");
    let reports = {
        let (canary, trace, story) = (Arc::clone(canary), trace.to_owned(), story.clone());
        move || {
            let (mut browser, label) = (Browser::new(&canary.outside, &named(&trace)), RouteName::Kanarie.label());
            outside::report(&mut browser, &story, label, &trace, |nonce| mark(nonce, today, &canary.key))
        }
    };
    let code = elsewhere(reports).await.map_err(|broken| (None, broken))?;
    let with_code = |broken| (Some(code.clone()), broken);
    let answer = word();
    answered(store, routes, canary, now, &code, &story, &answer).await.map_err(with_code)?;
    let picks_up = {
        let (outside, trace, code) = (canary.outside.clone(), trace.to_owned(), code.clone());
        move || outside::pick_up(&mut Browser::new(&outside, &named(&trace)), &code, &answer)
    };
    elsewhere(picks_up).await.map_err(with_code)?;
    Ok(code)
}

/// Opens what came as any signal is opened, and answers it as any is answered.
async fn answered(
    store: &Store,
    routes: &Arc<Routes>,
    canary: &Arc<Canary>,
    now: DateTime<Utc>,
    code: &PickupCode,
    story: &str,
    answer: &str,
) -> Result<(), Broken> {
    let today = dutch_date(now);
    let keeper = keeper(canary, routes, today).map_err(at(Link::Opening))?;
    let case = opened(store, &keeper, code).await?;
    if case.report.as_ref().is_none_or(|report| report.wat != story) {
        return Err(Broken::at(Link::Opening, "it opens, and is not what was sent"));
    }
    if let Some(first) = needed_head(&case, &keeper).map_err(at(Link::Opening))? {
        store.add(case.intake.signal, first).await.map_err(at(Link::Opening))?;
    }
    let case = opened(store, &keeper, code).await?;
    let head = case.head().ok_or_else(|| Broken::at(Link::Opening, "its first head is gone"))?;
    let said = format!("Dit is een antwoord van de kluis zelf. Het merk is {answer}.");
    let message = Message::from_desk(MessageType::Antwoord.label(), &said, now);
    let message = message.map_err(|_| Broken::at(Link::Answer, "the message is none"))?;
    let draft = Draft::to_reporter(Kind::Message, &message).map_err(at(Link::Answer))?;
    let items = compose(&case, head, &mut Tips::of(&case), &keeper, &[draft], today).map_err(at(Link::Answer))?;
    let addition = Addition { items, on_head: Some(head.number), ..Addition::default() };
    store.add(case.intake.signal, addition).await.map_err(at(Link::Answer))
}

async fn opened(store: &Store, keeper: &Officer, code: &PickupCode) -> Result<Case, Broken> {
    let stored = stored(store, code).await.map_err(at(Link::Arrival))?;
    let stored = stored.ok_or_else(|| Broken::at(Link::Arrival, "no signal has its ten words"))?;
    let case = Case::open(stored, &keeper.ring).map_err(at(Link::Opening))?;
    if case.findings.broken { Err(Broken::at(Link::Opening, "it does not verify")) } else { Ok(case) }
}

async fn stored(store: &Store, code: &PickupCode) -> Result<Option<StoredSignal>, StoreError> {
    store.signal_by_lookup(&MailboxKey::derive(&Root::of(code)).lookup().0).await
}

/// Whether portals say that they seal to the keys that the members of each route have: these are what nobody here can try.
async fn recipients(store: &Store, routes: &Routes, now: DateTime<Utc>) -> Result<(), Broken> {
    let today = dutch_date(now);
    let said = store.announced(portals::heard_since(today)).await.map_err(at(Link::Recipients))?;
    if said.is_empty() {
        return Err(Broken::at(Link::Recipients, "no portal says what it seals to"));
    }
    let people = store.people().await.map_err(at(Link::Recipients))?;
    match portals::differing(&said, &people.lineages(routes)).first() {
        Some((route, differs)) => {
            Err(Broken::at(Link::Recipients, format!("route {route}: {differs:?}; see `signaalkluis check`")))
        }
        None => Ok(()),
    }
}

async fn remove(store: &Store, code: &PickupCode) -> Result<(), StoreError> {
    match stored(store, code).await? {
        Some(stored) if is_canary(&stored.signal) => store.remove_canary(stored.signal.id).await,
        _ => Ok(()),
    }
}

/// Removes what a run left behind that was cut off on an earlier day.
async fn sweep(store: &Store, now: DateTime<Utc>) -> Result<(), StoreError> {
    let today = dutch_date(now);
    for left in store.canaries().await?.iter().filter(|row| row.received_on < today && is_canary(row)) {
        store.remove_canary(left.id).await?;
    }
    Ok(())
}

/// Whether it was sealed as a canary: its column alone, which anybody may have written who writes the database, destroys
/// nobody's signal.
fn is_canary(row: &entity::signal::Model) -> bool {
    let said = Intake::verify(&row.intake, None);
    said.is_ok_and(|said| said.route == RouteName::Kanarie && said.signal == row.id)
}

/// Waits for a network on a thread of its own, which keeps nobody from stopping.
async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> Result<T, Broken> + Send + 'static) -> Result<T, Broken> {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // Nobody waits any more where the desk stops.
        let _ = sender.send(work());
    });
    receiver.await.unwrap_or_else(|_| Err(Broken::at(Link::Reach, "the attempt was broken off")))
}

fn at<E: std::error::Error>(link: Link) -> impl Fn(E) -> Broken {
    move |error| Broken::at(link, web::telemetry::cause(&error))
}

/// What the canary's browser calls itself.
fn named(trace: &str) -> String {
    format!("Mozilla/5.0 (kanarie {trace})")
}

/// Sixteen letters that occur nowhere else.
fn word() -> String {
    let mut randomness = rand::rng();
    (0..16).map(|_| char::from(randomness.random_range(b'a'..=b'z'))).collect()
}

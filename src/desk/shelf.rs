//! What an officer may open, opened once and kept in memory while his session lasts: searching a second time opens only what
//! changed since. Gone when he logs out, and once his session would have ended by itself.

use std::{
    collections::{BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError},
};

use actix_web::HttpResponse;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    RouteName, SignalId, Status, company,
    description::Urgency,
    traces::{self, TraceKind},
};
use entity::signal;
use store::signals::{Mark, StoredSignal};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::{
    case::Case,
    keyring::Keyring,
    session::{Officer, unavailable},
    state::State,
    texts,
    work::is_danger,
};

/// One signal as a search looks at it.
pub struct Card {
    pub signal: signal::Model,
    /// Everything that was said in and about it, folded: see [`fold`].
    pub words: String,
    pub themes: Vec<&'static str>,
    pub area: String,
    /// Numbers, addresses, plates and accounts that it names, letters and digits alone: what two signals can share.
    pub marks: BTreeSet<String>,
    /// Companies and foundations that it names: see [`domain::company`].
    pub companies: BTreeSet<String>,
    pub received: NaiveDate,
    /// Where it stands, and how long it can wait.
    pub status: Status,
    pub urgency: Option<Urgency>,
    /// Whether its reporter says that somebody is in danger now.
    pub is_danger: bool,
    /// The worked-up words that a meeting reads, shortened; empty where there are none yet.
    pub summary: String,
    /// Whether he said that he is not involved; and whether he decides about it too.
    pub is_declared: bool,
    pub is_his: bool,
}

/// Each card with how far its signal had come when it was written.
type Cards = HashMap<SignalId, (Mark, Arc<Card>)>;

/// Signals that are opened at once: sealed, one takes many times the memory of its card.
const AT_ONCE: usize = 100;

/// What one session opened, when it last searched, and of which routes its officer was a member then.
type Shelf = (DateTime<Utc>, Vec<RouteName>, Arc<Cards>);

/// The shelf of every session, under what its row in the database is found by.
#[derive(Default)]
pub struct Shelves(Mutex<HashMap<[u8; 32], Shelf>>);

impl Shelves {
    /// Nothing, where he is a member of other routes by now: then everything is opened anew.
    fn of(&self, session: &[u8; 32], routes: &[RouteName]) -> Arc<Cards> {
        let shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let shelf = shelves.get(session).filter(|(_, of, _)| of == routes);
        shelf.map(|(.., cards)| Arc::clone(cards)).unwrap_or_default()
    }

    fn keep(&self, session: [u8; 32], now: DateTime<Utc>, routes: Vec<RouteName>, cards: Arc<Cards>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(session, (now, routes, cards));
    }

    /// Forgets what a session opened.
    pub fn clear(&self, session: &[u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(session);
    }

    /// Forgets what nobody searched since.
    pub fn forget(&self, since: DateTime<Utc>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|_, (used, ..)| *used >= since);
    }
}

/// Every signal that this officer may open, the term that ends first at the top.
pub async fn cards(state: &State, officer: &Officer) -> Result<Vec<Arc<Card>>, HttpResponse> {
    Ok(reached(state, officer).await?.into_iter().filter_map(|(_, card)| card).collect())
}

/// Everything that he reaches in that order; without a card what does not open for him.
pub async fn reached(state: &State, officer: &Officer) -> Result<Vec<(SignalId, Option<Arc<Card>>)>, HttpResponse> {
    let reach = officer.ring.reach();
    let marks = state.store.marks(&reach).await.map_err(unavailable)?;
    let before = state.shelves.of(&officer.session, &reach.routes);
    let known = |id: &SignalId, now: &Mark| before.get(id).filter(|(mark, _)| mark == now).map(|(_, card)| card);
    let changed: Vec<_> = marks.iter().filter(|(id, mark)| known(id, mark).is_none()).map(|(id, _)| *id).collect();
    let mut opened = HashMap::new();
    for some in changed.chunks(AT_ONCE) {
        let whole = state.store.whole_signals_of(some).await.map_err(unavailable)?;
        let ring = officer.ring.clone();
        let open = move || whole.into_iter().filter_map(|stored| Card::open(stored, &ring)).collect::<Vec<_>>();
        let Ok(cards) = state.work_lane.run_blocking(open).await else {
            return Err(HttpResponse::ServiceUnavailable().finish());
        };
        opened.extend(cards.into_iter().map(|card| (card.signal.id, Arc::new(card))));
    }
    let (mut cards, mut now) = (Vec::with_capacity(marks.len()), Cards::new());
    for (id, mark) in marks {
        let card = known(&id, &mark).cloned().or_else(|| opened.remove(&id));
        if let Some(card) = &card {
            now.insert(id, (mark, Arc::clone(card)));
        }
        cards.push((id, card));
    }
    state.shelves.keep(officer.session, state.clock.now(), reach.routes, Arc::new(now));
    Ok(cards)
}

impl Card {
    fn open(stored: StoredSignal, ring: &Keyring) -> Option<Self> {
        let signal = stored.signal.clone();
        let case = Case::open(stored, ring).ok()?;
        let is_declared = case.is_declared();
        let description = case.description().map(|(_, written)| written.inhoud);
        let mut words = vec![case.intake.kenmerk.to_string()];
        // Of a signal that he may not read yet he finds what its page shows him: what it is about, and no words.
        if is_declared {
            words.extend(said(&case));
            words.extend(description.iter().map(|description| description.omschrijving.clone()));
        }
        let own = || case.report.iter().flat_map(domain::Report::themes).collect();
        let themes: Vec<_> = description.as_ref().map_or_else(own, |description| description.themes().collect());
        words.extend(themes.iter().map(|theme| (*theme).to_owned()));
        let marks = words.iter().flat_map(|text| marks(text)).collect();
        let companies = words.iter().flat_map(|text| company::names(text)).collect();
        let (status, is_his, is_danger) = (case.status(), case.is_members() && is_declared, is_danger(&case));
        let urgency = description.as_ref().and_then(|description| description.urgentie);
        let summary = description
            .as_ref()
            .filter(|_| is_declared)
            .map(|d| texts::start_of(&d.omschrijving, 160))
            .unwrap_or_default();
        let area = description.map(|description| description.gebied).unwrap_or_default();
        let (words, received) = (fold(&words.join("\n")), case.intake.received_on);
        Some(Self {
            signal,
            words,
            themes,
            area,
            marks,
            companies,
            received,
            status,
            urgency,
            is_danger,
            summary,
            is_declared,
            is_his,
        })
    }
}

/// Everything that was said in and about a signal but its description: report, messages, names of files, reasons, weighings.
fn said(case: &Case) -> Vec<String> {
    let report = case.report.iter().flat_map(|report| report.texts()).map(|(_, text)| text.to_owned());
    let messages = case.messages().map(|(_, message)| message.bericht);
    let files = case.files().map(|(file, ..)| file.naam);
    let reasons = case.status_changes().into_iter().map(|(_, change)| change.inhoud.reden);
    let mut said: Vec<_> = report.chain(messages).chain(files).chain(reasons).collect();
    for (_, weighing) in case.weighings() {
        said.extend(weighing.inhoud.texts().map(str::to_owned));
    }
    said
}

/// What a text names that another may name too.
fn marks(text: &str) -> impl Iterator<Item = String> {
    let shared = |kind| {
        use TraceKind as K;
        matches!(kind, K::Telefoonnummer | K::Mailadres | K::Iban | K::Kenteken | K::PostcodeEnHuisnummer)
    };
    let found = traces::find(text).into_iter().filter(move |trace| shared(trace.kind));
    found.map(|trace| fold(&text[trace.range]).chars().filter(|c| c.is_alphanumeric() || *c == '@').collect())
}

/// Text as searches compare it: small letters without accents.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

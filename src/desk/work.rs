//! `GET /`: what must I do today?

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use domain::{
    Kenmerk, Side, SignalId,
    term::{self, Term, TermCode, TermState},
};
use store::signals::{Progress, StoredSignal};
use templates::desk;
use web::page;

use crate::{
    case::{Case, NotOpened, was_taken_from},
    destruction, enriching,
    keyring::Keyring,
    meeting::records,
    notebook::{self, Notebook, Torn},
    opening::failed,
    session::{self, Officer, unavailable},
    state::State,
    texts,
    writing::WriteError,
};

/// `GET /`. Every signal is opened: what is due, and since when, is what was signed, and a column that says otherwise
/// is shouted.
pub async fn work(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let found = async {
        let progress = state.store.progress(&officer.ring.reach()).await?;
        let whole = state.store.whole_signals(progress.iter().map(|signal| signal.signal.clone()).collect()).await?;
        let next = records::next(&state, &officer).await?;
        Ok::<_, store::StoreError>((progress, whole, Notebook::read(&state.store, &officer).await?, next))
    };
    let (progress, whole, notebook, next) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let (ring, today) = (officer.ring.clone(), state.today());
    let opened = move || whole.into_iter().map(|stored| Line::open(stored, &ring, today)).collect::<Vec<_>>();
    let Ok(lines) = state.work_lane.run_blocking(opened).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    let mut banners: Vec<String> = officer.ring.warnings.clone();
    let missing = match missing(&state, &officer, &notebook, &progress).await {
        Ok(missing) => missing,
        Err(error) => return failed(error),
    };
    banners.extend(memory(&notebook, &progress, &missing));
    banners.extend(lines.iter().flat_map(|line| line.warnings.iter().cloned()));
    let seen = |line: &Line| notebook.as_ref().ok().and_then(|notebook| notebook.seen(line.signal));
    let mut due: Vec<_> = lines.iter().filter_map(Line::due).collect();
    due.sort_by_key(|(day, _)| *day);
    let due: Vec<_> = due.into_iter().map(|(_, row)| row).collect();
    let is_new = |line: &&Line| line.is_unopened || ((line.is_invitation || line.came_by_name) && seen(line).is_none());
    let fresh: Vec<_> = lines.iter().filter(is_new).map(Line::new_row).collect();
    // A message that was read waits no more, unless it asks for an answer.
    let unread = |line: &Line| line.written > seen(line).map_or(1, |seen| seen.melder.number);
    let waits = |line: &&Line| !line.is_unopened && (unread(line) || line.asked.is_some());
    let messages: Vec<_> = lines.iter().filter(waits).map(Line::message_row).collect();
    let words: Vec<_> = officer.key.halves().fingerprint().into_iter().map(domain::words::Word::text).collect();
    let next = next.map(|held| (held.meeting.datum.to_string(), term::dutch(held.meeting.datum), held));
    let introduced: Vec<_> = officer.ring.introduced_to().map(texts::route).collect();
    let asked: Vec<_> = lines.iter().flat_map(Line::asked_rows).collect();
    let view = desk::Werk {
        due: &due,
        asked: &asked,
        fresh: &fresh,
        messages: &messages,
        // A colleague whom a route knows waits for nobody: he is invited signal by signal.
        no_route_yet: (officer.ring.is_empty() && introduced.is_empty()).then_some(words.as_slice()),
        introduced_to: &introduced,
        meeting: next.as_ref().map(|(day, date, held)| desk::NextMeeting {
            name: &state.series.name,
            day,
            date,
            stage: held.meeting.stand.label(),
        }),
        done: match request.query_string() {
            "buiten" => Some("U kunt dat signaal niet meer openen. Uw sleutel ervan is weg."),
            "doorgegeven" => Some("Het signaal is bij de andere leden van uw route. U kunt het niet meer openen."),
            "overgedragen" => Some("Het signaal is overgedragen. Uw route kan het niet meer openen."),
            _ => None,
        },
    };
    let banners: Vec<_> = banners.iter().map(String::as_str).collect();
    let answer = page(StatusCode::OK, desk::werk(&officer.frame(state.frame(), &banners), &view));
    match notebook {
        Ok(notebook) => officer.remembers(&state, &notebook, answer),
        Err(Torn) => answer,
    }
}

/// Signals that he opened before and that are no longer shown to him, but those that a signed head took from him: that head
/// he remembers from now on.
async fn missing(
    state: &State,
    officer: &Officer,
    notebook: &Result<Notebook, Torn>,
    progress: &[Progress],
) -> Result<Vec<Kenmerk>, WriteError> {
    let Ok(notebook) = notebook else { return Ok(Vec::new()) };
    let present = progress.iter().map(|signal| signal.signal.id).collect();
    let mut missing = Vec::new();
    for (signal, kenmerk) in notebook.missing(&present) {
        if destruction::was_destroyed(&state.store, &state.routes, signal).await? {
            notebook::bereft(&state.store, officer, signal).await?;
            continue;
        }
        let stored = state.store.signal_by_kenmerk(kenmerk).await?.filter(|stored| stored.signal.id == signal);
        let seen = notebook.seen(signal).map(|seen| seen.head);
        let taken = stored.zip(seen).and_then(|(stored, seen)| was_taken_from(&stored, &officer.ring, seen));
        match taken {
            Some(head) => notebook::parted(&state.store, officer, signal, kenmerk, head).await?,
            None => missing.push(kenmerk.clone()),
        }
    }
    Ok(missing)
}

/// What the officer's own notebook says of the database as it stands.
fn memory(notebook: &Result<Notebook, Torn>, progress: &[Progress], missing: &[Kenmerk]) -> Vec<String> {
    let Ok(notebook) = notebook else {
        return vec![
            "Wij houden voor u bij wat u eerder zag. Iemand heeft dat overzicht veranderd. Meld dit bij de beheerder."
                .into(),
        ];
    };
    let less =
        |p: &&Progress| notebook.seen(p.signal.id).is_some_and(|seen| seen.exceeds(p.head, p.reporter, p.desk, p.case));
    let turned_back = progress.iter().filter(less).map(|signal| {
        format!("Signaal {} is teruggedraaid: u zag er eerder meer. Meld dit bij de beheerder.", signal.signal.kenmerk)
    });
    let missing = missing
        .iter()
        .map(|kenmerk| format!("Signaal {kenmerk} is weg, terwijl u het eerder opende. Meld dit bij de beheerder."));
    turned_back.chain(missing).collect()
}

/// A signal with its words made, for a view to borrow.
struct Line {
    signal: SignalId,
    kenmerk: String,
    route: &'static str,
    received: String,
    is_unopened: bool,
    /// Whether he was invited to it, being no member of its route.
    is_invitation: bool,
    /// Whether it was handed over to his route, or its members have the keys one by one.
    came_by_name: bool,
    /// How many items the reporter sent, and the day of the last one that verifies.
    written: u32,
    written_on: String,
    /// The day on which the reporter asked how it stands, while nobody answered, and whether he can still read one.
    asked: Option<String>,
    discarded: bool,
    term: Option<(Term, String, TermState)>,
    /// Questions of verrijking that wait for him: where, what he is to do, and since when.
    questions: Vec<(String, &'static str, String)>,
    warnings: Vec<String>,
}

impl Line {
    fn open(stored: StoredSignal, ring: &Keyring, today: chrono::NaiveDate) -> Self {
        let (signal, kenmerk) = (stored.signal.id, stored.signal.kenmerk.to_string());
        let mut line = Self {
            signal,
            kenmerk,
            route: "",
            received: String::new(),
            is_unopened: false,
            is_invitation: false,
            came_by_name: false,
            written: 0,
            written_on: String::new(),
            asked: None,
            discarded: false,
            term: None,
            questions: Vec::new(),
            warnings: Vec::new(),
        };
        let said = |warning: &str| format!("Signaal {}: {warning}", line.kenmerk);
        match Case::open(stored, ring) {
            Ok(case) => {
                line.warnings = case.findings.warnings.iter().map(|warning| said(warning)).collect();
                line.route = texts::route(case.route);
                line.received = term::dutch(case.intake.received_on);
                line.is_unopened = case.is_unopened();
                line.written = case.verified_tip(Side::Reporter);
                let last = case.messages().filter(|(side, _)| *side == Side::Reporter).last();
                line.written_on = last.map_or_else(|| "een onbekende dag".into(), |(_, last)| term::dutch(last.datum));
                line.discarded = case.mailbox_discarded().is_some();
                line.asked = case.asked_how_it_stands().filter(|_| !line.discarded).map(term::dutch);
                line.is_invitation = !case.is_members();
                line.came_by_name = case.came_by_name();
                line.questions = enriching::asked_rows(&case);
                line.term = case
                    .term()
                    .filter(|_| case.reads_source())
                    .map(|term| (term, term::dutch(term.due), term.state(today)));
            }
            // A key was taken from him: then he is not told of it either. What he saw before, his notebook asks after.
            Err(NotOpened::NotYours) => {}
            Err(NotOpened::Damaged) => line.warnings = vec![said("de verklaring van de melder klopt niet.")],
        }
        line
    }

    /// A row where the term is past or near, with its last day.
    fn due(&self) -> Option<(chrono::NaiveDate, desk::DueRow<'_>)> {
        let (term, due, state) = self.term.as_ref()?;
        let what = match term.code {
            TermCode::T1 => "Ontvangstbevestiging sturen",
            TermCode::T2 => "Terugkoppeling geven",
        };
        let row = desk::DueRow { kenmerk: &self.kenmerk, route: self.route, what, due, state: shown(*state) };
        (*state != TermState::OnTime).then_some((term.due, row))
    }

    fn asked_rows(&self) -> impl Iterator<Item = desk::AskedRow<'_>> {
        self.questions.iter().map(|(link, what, date)| desk::AskedRow { kenmerk: &self.kenmerk, link, what, date })
    }

    /// The same row with the day of the reporter's last message.
    fn message_row(&self) -> desk::NewRow<'_> {
        desk::NewRow { date: self.asked.as_ref().unwrap_or(&self.written_on), ..self.new_row() }
    }

    fn new_row(&self) -> desk::NewRow<'_> {
        let note = match &self.asked {
            _ if self.discarded => Some("Postvak weggegooid"),
            Some(_) => Some("Vraagt hoe het staat"),
            None if self.is_invitation => Some("U bent uitgenodigd"),
            None if self.came_by_name && !self.is_unopened => Some("Nieuw voor u"),
            None => None,
        };
        desk::NewRow { kenmerk: &self.kenmerk, route: self.route, date: &self.received, note }
    }
}

/// A term's state as views call it.
pub const fn shown(state: TermState) -> desk::TermState {
    match state {
        TermState::OnTime => desk::TermState::Running,
        TermState::Warning => desk::TermState::Soon,
        TermState::Late => desk::TermState::Late,
    }
}

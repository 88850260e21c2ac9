//! `GET /`: what must I do today?

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web::Data};
use domain::term::{self, Term, TermCode, TermState};
use store::signals::Progress;
use templates::desk;
use web::page;

use crate::{
    notebook::Notebook,
    session::{self, unavailable},
    state::State,
    texts,
};

/// `GET /`
pub async fn work(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let found = async {
        let progress = state.store.progress(&officer.ring.usable_routes()).await?;
        Ok::<_, store::StoreError>((progress, Notebook::read(&state.store, &officer).await?))
    };
    let (progress, notebook) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let seen = |signal: &Progress| notebook.as_ref().ok().and_then(|notebook| notebook.seen(signal.signal.id));
    let rolled_back = |p: &Progress| seen(p).is_some_and(|seen| seen.exceeds(p.head, p.reporter, p.desk, p.case));
    let mut banners: Vec<String> = officer.ring.warnings.clone();
    if notebook.is_err() {
        banners.push(
            "Wij houden voor u bij wat u eerder zag. Iemand heeft dat overzicht veranderd. Meld dit bij de beheerder."
                .into(),
        );
    }
    for signal in progress.iter().filter(|signal| rolled_back(signal)) {
        banners.push(format!(
            "Signaal {} is teruggedraaid: u zag er eerder meer. Meld dit bij de beheerder.",
            signal.signal.kenmerk
        ));
    }
    let present = progress.iter().map(|signal| signal.signal.id).collect();
    for kenmerk in notebook.iter().flat_map(|notebook| notebook.missing(&present)) {
        banners.push(format!("Signaal {kenmerk} is weg, terwijl u het eerder opende. Meld dit bij de beheerder."));
    }
    let today = state.today();
    let lines: Vec<_> = progress.iter().map(|signal| Line::of(signal, today)).collect();
    let due: Vec<_> = lines.iter().filter_map(Line::due).collect();
    let fresh: Vec<_> = lines.iter().filter(|line| line.signal.head == 0).map(Line::new_row).collect();
    let unread = |line: &&Line| {
        line.signal.head > 0 && line.signal.reporter > seen(line.signal).map_or(1, |seen| seen.melder.number)
    };
    let messages: Vec<_> = lines.iter().filter(unread).map(Line::message_row).collect();
    let words: Vec<_> = officer.key.halves().fingerprint().into_iter().map(domain::words::Word::text).collect();
    let view = desk::Werk {
        due: &due,
        fresh: &fresh,
        messages: &messages,
        no_route_yet: officer.ring.is_empty().then_some(words.as_slice()),
        done: None,
    };
    let banners: Vec<_> = banners.iter().map(String::as_str).collect();
    page(StatusCode::OK, desk::werk(&officer.frame(state.frame(), &banners), &view))
}

/// A signal with its words made, for a view to borrow.
struct Line<'a> {
    signal: &'a Progress,
    received: String,
    written: String,
    term: Option<(Term, String, TermState)>,
}

impl<'a> Line<'a> {
    fn of(signal: &'a Progress, today: chrono::NaiveDate) -> Self {
        let term = signal.signal.term.zip(signal.signal.due).map(|(code, due)| Term { code, due });
        Self {
            signal,
            received: term::dutch(signal.signal.received_on),
            written: term::dutch(signal.reporter_on),
            term: term.map(|term| (term, term::dutch(term.due), term.state(today))),
        }
    }

    /// A row where the term is past or near.
    fn due(&self) -> Option<desk::DueRow<'_>> {
        let (term, due, state) = self.term.as_ref()?;
        let what = match term.code {
            TermCode::T1 => "Ontvangstbevestiging sturen",
            TermCode::T2 => "Terugkoppeling geven",
        };
        (*state != TermState::OnTime).then(|| desk::DueRow {
            kenmerk: self.signal.signal.kenmerk.as_str(),
            route: texts::route(self.signal.signal.route),
            what,
            due,
            state: shown(*state),
        })
    }

    /// The same row with the day of the reporter's last message.
    fn message_row(&self) -> desk::NewRow<'_> {
        desk::NewRow { date: &self.written, ..self.new_row() }
    }

    fn new_row(&self) -> desk::NewRow<'_> {
        desk::NewRow {
            kenmerk: self.signal.signal.kenmerk.as_str(),
            route: texts::route(self.signal.signal.route),
            date: &self.received,
        }
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

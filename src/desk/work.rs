//! `GET /`: what must I do today? What one signal asks is in [`line`] and [`tasks`], the page in [`page`].

mod line;
mod page;
mod tasks;

use actix_web::{HttpRequest, HttpResponse, web::Data};
use domain::{
    Kenmerk, RouteName,
    term::{self, TermState},
};
use store::signals::Progress;
use templates::desk;

use line::Line;
pub use line::is_danger;
use page::{AskedName, Besides, work_page};
use tasks::Who;

use crate::{
    canary,
    case::was_taken_from,
    destruction,
    escalating::{self, Told},
    mail,
    meeting::records,
    names::{self, Standing},
    notebook::{self, Notebook, Torn},
    opening::failed,
    rights,
    rotation::{logged, portals},
    session::{self, Officer, unavailable},
    state::State,
    writing::WriteError,
};

/// `GET /`. Every signal is opened, once: what is due, and since when, is what was signed, and a column that says otherwise
/// is shouted.
pub async fn work(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let found = async {
        let progress = state.store.progress(&officer.ring.reach()).await?;
        let whole = state.store.whole_signals(progress.iter().map(|signal| signal.signal.clone()).collect()).await?;
        let (meetings, missed) = (records::all(&state, &officer).await?, records::missed(&state, &officer).await?);
        let reviews = rights::due(&state, &officer).await?;
        let notebook = Notebook::read(&state.store, &officer).await?;
        Ok::<_, store::StoreError>((progress, whole, notebook, meetings, missed, reviews))
    };
    let (progress, whole, notebook, meetings, missed, reviews) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let names = match asked_names(&state, &officer).await {
        Ok(names) => names,
        Err(error) => return unavailable(error),
    };
    let (told, unwatched) = match outside(&state, &officer).await {
        Ok(outside) => outside,
        Err(error) => return unavailable(error),
    };
    let accounts = match state.store.accounts().await {
        Ok(accounts) => accounts,
        Err(error) => return unavailable(error),
    };
    let decided = match state.store.decided_reveals().await {
        Ok(decided) => decided,
        Err(error) => return unavailable(error),
    };
    let who = Who::of(&officer, state.today()).told_of(decided);
    let (ring, rules, series) = (officer.ring.clone(), state.retention.clone(), state.series.clone());
    let open = move |stored| Line::open(stored, &ring, &who, &rules, &series);
    let opened = move || whole.into_iter().map(open).collect::<Vec<_>>();
    let Ok(lines) = state.work_lane.run_blocking(opened).await else {
        return HttpResponse::ServiceUnavailable().finish();
    };
    let shouted = match portals(&state, &officer).await {
        Ok(shouted) => shouted,
        Err(error) => return unavailable(error),
    };
    let alarm = match canary::alarm(&state).await {
        Ok(alarm) => alarm,
        Err(error) => return unavailable(error),
    };
    let mut banners: Vec<String> = alarm.into_iter().chain(officer.ring.warnings.iter().cloned()).collect();
    let missing = match missing(&state, &officer, &notebook, &progress).await {
        Ok(missing) => missing,
        Err(error) => return failed(error),
    };
    banners.extend(officer.notices().map(str::to_owned));
    banners.extend(shouted);
    banners.extend(lines.iter().find(|line| line.is_behind).map(|_| BEHIND.to_owned()));
    banners.extend(memory(&notebook, &progress, &missing));
    match mail::warnings(&state, &officer.account).await {
        // An administrator reads it on every page already.
        Ok(said) => {
            let new: Vec<_> = said.into_iter().filter(|said| !banners.contains(said)).collect();
            banners.extend(new);
        }
        Err(error) => return unavailable(error),
    }
    banners.extend(missed);
    banners.extend(lines.iter().flat_map(|line| line.warnings.iter().cloned()));
    let answer = work_page(
        &state,
        &officer,
        &lines,
        Besides {
            meetings: &meetings,
            reviews: &reviews,
            names: &names,
            told: &told,
            unwatched: &unwatched,
            accounts: &accounts,
        },
        notebook.as_ref().ok(),
        &banners,
        request.query_string(),
    );
    match notebook {
        Ok(notebook) => officer.remembers(&state, &notebook, answer),
        Err(Torn) => answer,
    }
}

/// Said while a signal that he reads as a member is still under a key that was replaced.
const BEHIND: &str = "De sleutel van een route van u is vervangen, maar nog niet alle signalen hebben nieuwe sleutels. Ga verder bij Beheer.";

/// What running portals seal to, where members of these routes have other keys; and a replaced key of which only the log tells.
async fn portals(state: &State, officer: &Officer) -> Result<Vec<String>, store::StoreError> {
    let rows = state.store.announced(portals::heard_since(state.today())).await?;
    let differing = portals::differing(&rows, officer.ring.lineages());
    let own = differing.into_iter().filter(|(route, _)| officer.ring.held(*route).is_some());
    let mut shouted: Vec<_> = own.map(|(route, differs)| portals::said(route, differs)).collect();
    shouted.extend(logged::said(&state.store, &officer.ring).await?);
    Ok(shouted)
}

/// What he hears of routes of others, and his own routes of which nobody hears.
async fn outside(state: &State, officer: &Officer) -> Result<(Vec<Told>, Vec<RouteName>), store::StoreError> {
    Ok((escalating::told(state, officer).await?, escalating::unwatched(state, officer).await?))
}

/// Requests for a name that wait for this officer, if he keeps names.
async fn asked_names(state: &State, officer: &Officer) -> Result<Vec<AskedName>, store::StoreError> {
    if officer.ring.usable(RouteName::Bewaarder).is_none() {
        return Ok(Vec::new());
    }
    let asked = names::all(state, officer).await?.into_iter().filter(names::Asking::waits);
    let row = |asked: names::Asking| {
        let kenmerk = asked.request.kenmerk.to_string();
        let what = match asked.standing {
            Standing::Open => "Beslissen over een naam",
            _ => "Een envelop openen",
        };
        AskedName { link: format!("/namen/{kenmerk}"), kenmerk, what, date: term::dutch(asked.request.on) }
    };
    Ok(asked.map(row).collect())
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
        let Some(last) = notebook.seen(signal) else { continue };
        if destruction::was_destroyed(&state.store, &state.routes, signal, &last).await? {
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

/// A term's state as views call it.
pub const fn shown(state: TermState) -> desk::TermState {
    match state {
        TermState::OnTime => desk::TermState::Running,
        TermState::Warning => desk::TermState::Soon,
        TermState::Late => desk::TermState::Late,
    }
}

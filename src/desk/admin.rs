//! `/beheer`: one's own six words, the routes' keys, and letting a newcomer in. Never content.

mod confirming;
mod overtaken;
mod paper;
mod renewed;
pub mod said;
mod vouching;

use std::{collections::BTreeMap, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use domain::{AccountId, Kenmerk, RouteName, words::Word};
use entity::route_key;
use seal::{Digest, Halves, Pair, Signer, Verified, grant::Grant, role};
use store::{PeopleRows, StoreError};
use templates::desk::{self, Configured, RouteState};
use unseal::FullKey;
use web::{page, see_other};

use confirming::WaitingWords;
pub use confirming::{confirm_admission, turn_down};
pub use paper::{on_paper, reseal, state_of};
pub use renewed::confirm;
pub use templates::desk::PaperState;
pub use vouching::{asked, granted, heard, introduce, introduced, let_in, slip};

use crate::{
    account,
    keyring::HeldRoute,
    opening::failed,
    rotation::logged,
    session::{self, Officer, unavailable},
    state::State,
    texts,
    writing::WriteError,
};

/// What did not work, to show on the page.
#[derive(Default)]
struct Refused {
    /// At a newcomer: route, account, the words typed, sentences.
    newcomer: Option<(RouteName, String, String, Vec<String>)>,
    /// At somebody who waits for a second member: the request, the words typed, sentences.
    asked: Option<(Digest, String, Vec<String>)>,
    /// At the password of that form.
    password: Option<String>,
    general: Option<String>,
}

/// `GET /beheer`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let done = said::done(request.query_string());
            admin_page(&state, StatusCode::OK, &officer, &Refused::default(), done).await
        }
        Err(refused) => refused,
    }
}

/// `POST /beheer/route`: the first member makes the route's key, in his own session.
pub async fn found(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let route = form.get("route").parse::<RouteName>().ok().filter(|route| officer.account.route == Some(*route));
    let Some(route) = route else { return HttpResponse::Forbidden().finish() };
    if state.routes.key(route).is_some() {
        return already(&state, &officer).await;
    }
    if state.routes.recovery(route).is_none() {
        let refused = Refused {
            general: Some(
                "Er is nog geen herstelsleutel ingesteld (routes.recovery). Vraag de beheerder om die eerst te maken."
                    .into(),
            ),
            ..Refused::default()
        };
        return admin_page(&state, StatusCode::CONFLICT, &officer, &refused, None).await;
    }
    match account::proven(&state, &request, &officer, &form).await {
        Ok(Ok(())) => {}
        Ok(Err(said)) => {
            let refused = Refused { general: Some(said), ..Refused::default() };
            return admin_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &refused, None).await;
        }
        Err(refused) => return refused,
    }
    match make_route(&state, &officer, route).await {
        Ok(()) => see_other("/beheer?gemaakt"),
        Err(WriteError::Store(StoreError::Taken)) => already(&state, &officer).await,
        Err(error) => failed(error),
    }
}

async fn already(state: &State, officer: &Arc<Officer>) -> HttpResponse {
    let refused = Refused { general: Some("Deze route heeft al een sleutel.".into()), ..Refused::default() };
    admin_page(state, StatusCode::CONFLICT, officer, &refused, None).await
}

async fn make_route(state: &State, officer: &Officer, route: RouteName) -> Result<(), WriteError> {
    let recovery = state.routes.recovery(route).ok_or(WriteError::Broken)?;
    let key = FullKey::<role::Route>::generate(&mut rand::rng());
    let row = on_paper(state.today(), &key, route, recovery)?;
    let own = officer.key.pair();
    let first = granted(state.today(), &officer.key, &key, route, &officer.account, own)?;
    Ok(state.store.found_route(row, first).await?)
}

async fn admin_page(
    state: &State,
    status: StatusCode,
    officer: &Arc<Officer>,
    refused: &Refused,
    done: Option<&str>,
) -> HttpResponse {
    let found = async {
        let keys = state.store.route_keys().await?;
        let (people, accounts) = (state.store.people().await?, state.store.accounts().await?);
        let mut had = BTreeMap::new();
        for route in officer.ring.usable_routes() {
            for account in accounts.iter().filter(|account| lost_his_key(officer, route, account)) {
                had.insert((route, account.id), state.store.held_by_name(route, account.id).await?);
            }
        }
        let gone = logged::said(&state.store, &officer.ring).await?;
        Ok::<_, StoreError>((keys, people, accounts, had, gone))
    };
    let (keys, people, accounts, had, gone) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let words: Vec<_> = officer.key.halves().fingerprint().into_iter().map(Word::text).collect();
    let known: BTreeMap<_, _> = keys.into_iter().map(|key| (key.route, key)).collect();
    let routes: Vec<_> = RouteName::of_people()
        .map(|route| RouteWords::of(state, officer, route, known.get(&route), &people, (&accounts, &had), refused))
        .collect();
    let members: Vec<_> = routes.iter().map(|route| [route.members(), route.colleagues()]).collect();
    let sentences: Vec<_> = routes.iter().map(|r| [sentences(&r.newcomers), sentences(&r.strangers)]).collect();
    let newcomers: Vec<_> = routes
        .iter()
        .zip(&sentences)
        .map(|(route, at)| [newcomers(&route.newcomers, &at[0]), newcomers(&route.strangers, &at[1])])
        .collect();
    let lists = members.iter().zip(&newcomers);
    let asked: Vec<Vec<_>> = routes.iter().map(|r| r.waiting.iter().map(WaitingWords::sentences).collect()).collect();
    let asked = routes.iter().zip(&asked).map(|(route, sentences): (_, &Vec<Vec<&str>>)| {
        route.waiting.iter().zip(sentences).map(|(waiting, s)| waiting.view(s)).collect::<Vec<_>>()
    });
    let asked: Vec<_> = asked.collect();
    let views = routes.iter().zip(lists).zip(&asked).map(|((route, (m, n)), w)| route.view(m, n, w));
    let views: Vec<_> = views.collect();
    let renewed = renewed::Waiting::all(officer, &people, &accounts);
    let renewed: Vec<_> = renewed.iter().map(renewed::Waiting::view).collect();
    let proven = account::proven_until(state, officer);
    let error = refused.general.as_deref();
    let view =
        desk::Beheer { words: &words, routes: &views, renewed: &renewed, proven_until: proven.as_deref(), done, error };
    let gone = gone.iter().map(String::as_str);
    let banners: Vec<_> = officer.banners().into_iter().chain(gone).chain(officer.notices()).collect();
    page(status, desk::beheer(&officer.frame(state.frame(), &banners), &view))
}

/// One route in words.
struct RouteWords {
    route: RouteName,
    may_make: bool,
    /// Lines and six words, from the opened key and not from a row that anybody may have written. For members only; and
    /// where the configuration does not confirm the key, for the one who made it only: anybody can make a key and a
    /// grant for another.
    key: Option<(String, Vec<&'static str>)>,
    exists: bool,
    configured: Configured,
    members: Vec<Verified<Grant>>,
    /// How each of them was let in.
    how: Vec<String>,
    waiting: Vec<WaitingWords>,
    /// What the key is sealed to on paper, and what the configuration names.
    paper: Option<(PaperState, String)>,
    newcomers: Vec<NewcomerWords>,
    /// Who is known to the route, and who may be made known.
    colleagues: Vec<Grant>,
    strangers: Vec<NewcomerWords>,
}

struct NewcomerWords {
    id: String,
    name: String,
    function: String,
    typed: String,
    sentences: Vec<String>,
    /// What is wrong with the password typed there.
    password: Option<String>,
    /// What he had before he lost his key, and gets back: kenmerken of signals.
    had: Option<String>,
}

/// Signals that somebody who lost his key gets back, by route and account.
type Had = BTreeMap<(RouteName, AccountId), Vec<Kenmerk>>;

/// Whether an account has another key than the one that was vouched for: its person lost that one. An account that waits for
/// its person to choose a password has none.
fn has_another_key(account: &entity::account::Model, grant: &Grant) -> bool {
    let pair = account.pair.as_ref().and_then(|pair| serde_json::from_str::<Pair>(pair).ok());
    pair.is_some_and(|pair| pair != grant.person)
}

/// Whether a route vouched for a key that somebody no longer has.
fn lost_his_key(officer: &Officer, route: RouteName, account: &entity::account::Model) -> bool {
    let people = officer.ring.held(route).map(|held| &held.people);
    let grant = people.and_then(|people| people.member_of(account.id).or_else(|| people.colleague(account.id)));
    grant.is_some_and(|grant| has_another_key(account, grant))
}

impl RouteWords {
    fn of(
        state: &State,
        officer: &Officer,
        route: RouteName,
        stored: Option<&route_key::Model>,
        people: &PeopleRows,
        (accounts, had): (&[entity::account::Model], &Had),
        refused: &Refused,
    ) -> Self {
        let held: Option<&Arc<HeldRoute>> = officer.ring.held(route);
        let configured = match (state.routes.key(route), held) {
            (None, _) => Configured::Missing,
            (Some(_), Some(held)) if !held.configured => Configured::Differs,
            (Some(halves), Some(held)) if *halves != held.key.halves() => Configured::Older,
            (Some(_), _) => Configured::Matches,
        };
        let its = held.map(|held| &held.people).or(officer.ring.people(route).map(|people| &**people));
        let members = its.map(|people| people.members.clone()).unwrap_or_default();
        let had = |account: AccountId| {
            let had = had.get(&(route, account))?;
            Some(had.iter().map(Kenmerk::to_string).collect::<Vec<_>>().join(", "))
        };
        let newcomer = |account: &entity::account::Model| {
            let id = account.id.to_string();
            let at = refused.newcomer.as_ref().filter(|(r, a, ..)| *r == route && *a == id);
            let password = at.and(refused.password.clone());
            let (typed, sentences) = at.map(|(.., typed, s)| (typed.clone(), s.clone())).unwrap_or_default();
            let (name, function, had) = (account.name.clone(), account.function.clone(), had(account.id));
            NewcomerWords { id, name, function, typed, sentences, password, had }
        };
        let may_let_in = held.is_some() && configured != Configured::Differs;
        let waits =
            |account: &&entity::account::Model| its.is_some_and(|people| said::is_unheard(people, route, account));
        let newcomers = accounts.iter().filter(waits).map(newcomer).filter(|_| may_let_in).collect();
        let colleagues = its.map(|people| people.colleagues.clone()).unwrap_or_default();
        let is_new = |account: &&entity::account::Model| {
            account.route != Some(route)
                && !account.disabled
                && account.pair.is_some()
                && !renewed::is_waiting(people, account, &colleagues)
                && !members.iter().any(|grant| grant.account == account.id)
                && colleagues
                    .iter()
                    .find(|grant| grant.account == account.id)
                    .is_none_or(|grant| has_another_key(account, grant))
        };
        let strangers = accounts.iter().filter(is_new).map(newcomer);
        let strangers = strangers.filter(|_| may_let_in && route.takes_signals()).collect();
        let shown = |held: &Arc<HeldRoute>| match configured {
            Configured::Matches | Configured::Older => true,
            Configured::Missing => {
                held.people.member(&officer.key.verify_key()).is_some_and(|own| officer.ring.is_own(&own.by))
            }
            Configured::Differs => false,
        };
        let key = |held: &Arc<HeldRoute>| {
            let halves = held.key.halves();
            if shown(held) { (lines(state, route, &halves), six_words(&halves)) } else { Default::default() }
        };
        let on_paper = |held: &Arc<HeldRoute>| {
            let configured = state.routes.recovery(route);
            let said = state_of(stored?, &held.key.halves().verify, configured);
            held.configured.then(|| (said, configured.map(ToString::to_string).unwrap_or_default()))
        };
        let how = held.map(|held| held.people.members.iter().map(|grant| said::how(&held.people, grant)).collect());
        let waiting = held.filter(|_| may_let_in).map(|held| WaitingWords::of(officer, held, refused, had));
        Self {
            route,
            may_make: stored.is_none() && officer.account.route == Some(route),
            key: held.map(key),
            exists: stored.is_some(),
            configured,
            // Who holds which route is for its members to know.
            members: if held.is_some() { members } else { Vec::new() },
            how: how.unwrap_or_default(),
            waiting: waiting.unwrap_or_default(),
            paper: held.and_then(on_paper),
            newcomers,
            colleagues: if held.is_some() { colleagues } else { Vec::new() },
            strangers,
        }
    }

    fn members(&self) -> Vec<desk::Member<'_>> {
        let members = self.members.iter().zip(&self.how);
        members.map(|(grant, how)| desk::Member { name: &grant.name, function: &grant.function, how }).collect()
    }

    fn colleagues(&self) -> Vec<desk::Member<'_>> {
        self.colleagues
            .iter()
            .map(|known| desk::Member { name: &known.name, function: &known.function, how: "" })
            .collect()
    }

    fn view<'a>(
        &'a self,
        [members, colleagues]: &'a [Vec<desk::Member<'a>>; 2],
        [newcomers, strangers]: &'a [Vec<desk::Newcomer<'a>>; 2],
        waiting: &'a [desk::Admission<'a>],
    ) -> desk::RouteAdmin<'a> {
        let state = match &self.key {
            Some((toml, words)) => RouteState::Key { toml, words, configured: self.configured },
            None if self.exists || self.configured == Configured::Matches => {
                RouteState::OfOthers { configured: self.configured == Configured::Matches }
            }
            None => RouteState::NoKey { may_make: self.may_make },
        };
        let (route, label) = (self.route.label(), texts::route(self.route));
        let paper = self.paper.as_ref().map(|(state, recipient)| desk::Paper { state: *state, recipient });
        desk::RouteAdmin { route, label, state, members, newcomers, colleagues, strangers, waiting, paper }
    }
}

fn sentences(waiting: &[NewcomerWords]) -> Vec<Vec<&str>> {
    waiting.iter().map(|newcomer| newcomer.sentences.iter().map(String::as_str).collect()).collect()
}

fn newcomers<'a>(waiting: &'a [NewcomerWords], sentences: &'a [Vec<&'a str>]) -> Vec<desk::Newcomer<'a>> {
    let newcomer = |(newcomer, errors): (&'a NewcomerWords, &'a Vec<&'a str>)| desk::Newcomer {
        account: &newcomer.id,
        name: &newcomer.name,
        function: &newcomer.function,
        typed: &newcomer.typed,
        again: newcomer.had.as_deref(),
        errors,
        password: newcomer.password.as_deref(),
    };
    waiting.iter().zip(sentences).map(newcomer).collect()
}

fn six_words(halves: &Halves<role::Route>) -> Vec<&'static str> {
    halves.fingerprint().into_iter().map(Word::text).collect()
}

/// The lines for the configuration of portal and desk.
pub fn lines(state: &State, route: RouteName, halves: &Halves<role::Route>) -> String {
    let own = state.routes.own_recovery(route).map(|own| format!("recovery = \"{own}\"\n")).unwrap_or_default();
    format!("[routes.keys.{route}]\nencrypt = \"{}\"\nverify = \"{}\"\n{own}", halves.encrypt, halves.verify)
}

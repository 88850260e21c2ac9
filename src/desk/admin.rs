//! `/beheer`: one's own six words, the routes' keys, and letting a newcomer in. Never content.

use std::{collections::BTreeMap, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::NaiveDate;
use domain::{AccountId, RouteName, words::Word};
use entity::{account, introduction, membership, route_key};
use seal::{
    Halves, Pair, Signed, Signer, VERSION, Verified,
    grant::{Grant, Introduction},
    key::FINGERPRINT_WORDS,
    role,
};
use store::{PeopleRows, StoreError};
use templates::desk::{self, Configured, RouteState};
use unseal::{FullKey, PrivateHalf};
use web::{page, see_other};

use crate::{
    keyring::{self, HeldRoute},
    opening::failed,
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
    general: Option<&'static str>,
}

/// `GET /beheer`
pub async fn overview(state: Data<State>, request: HttpRequest) -> HttpResponse {
    match session::officer(&state, &request).await {
        Ok(officer) => {
            let done = match request.query_string() {
                "gemaakt" => {
                    Some("De sleutel is gemaakt. Laat de beheerder nu de regels hieronder in de configuratie zetten.")
                }
                "toegelaten" => Some("De nieuwe collega is toegelaten."),
                "bekend" => Some("Uw collega is bekend. U kunt uw collega nu bij een signaal uitnodigen."),
                _ => None,
            };
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
    if state.routes.recovery().is_none() {
        let refused = Refused {
            general: Some(
                "Er is nog geen herstelsleutel ingesteld (routes.recovery). Vraag de beheerder om die eerst te maken.",
            ),
            ..Refused::default()
        };
        return admin_page(&state, StatusCode::CONFLICT, &officer, &refused, None).await;
    }
    match make_route(&state, &officer, route).await {
        Ok(()) => see_other("/beheer?gemaakt"),
        Err(WriteError::Store(StoreError::Taken)) => already(&state, &officer).await,
        Err(error) => failed(error),
    }
}

async fn already(state: &State, officer: &Arc<Officer>) -> HttpResponse {
    let refused = Refused { general: Some("Deze route heeft al een sleutel."), ..Refused::default() };
    admin_page(state, StatusCode::CONFLICT, officer, &refused, None).await
}

async fn make_route(state: &State, officer: &Officer, route: RouteName) -> Result<(), WriteError> {
    let recovery = state.routes.recovery().ok_or(WriteError::Broken)?;
    let key = FullKey::<role::Route>::generate(&mut rand::rng());
    let halves = key.halves();
    let row = route_key::Model {
        route,
        encrypt: halves.encrypt.to_string(),
        verify: halves.verify.to_string(),
        recovery: key.wrap(&[recovery.any()])?.into_bytes(),
    };
    let own = officer.key.pair();
    let first = granted(state.today(), &officer.key, &key, route, &officer.account, own)?;
    Ok(state.store.found_route(row, first).await?)
}

/// A membership: the route key wrapped to a person, and the grant that says who let him in.
pub fn granted(
    on: NaiveDate,
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    route: RouteName,
    newcomer: &account::Model,
    person: Pair,
) -> Result<membership::Model, WriteError> {
    let sealed = key.wrap(&[person.encrypt.any()])?.into_bytes();
    let grant = grant(on, by, route, newcomer, person);
    let grant_text = Signed::sign(&grant, &[key, by])?.text().to_owned();
    Ok(membership::Model { route, account_id: newcomer.id, sealed, grant_text })
}

/// An introduction: the route's members know whose key this is, and may invite him to signals.
pub fn introduced(
    on: NaiveDate,
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    route: RouteName,
    colleague: &account::Model,
    person: Pair,
) -> Result<introduction::Model, WriteError> {
    let known = Introduction(grant(on, by, route, colleague, person));
    let statement = Signed::sign(&known, &[key, by])?.text().to_owned();
    Ok(introduction::Model { route, account_id: colleague.id, statement })
}

fn grant(on: NaiveDate, by: &FullKey<role::Person>, route: RouteName, account: &account::Model, person: Pair) -> Grant {
    let (name, function) = (account.name.clone(), account.function.clone());
    Grant { v: VERSION, route, account: account.id, name, function, person, by: by.verify_key(), on }
}

/// `POST /beheer/toelaten`: a member types the six words that the newcomer reads aloud from his own screen.
pub async fn let_in(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    vouch(state, request, body, Vouched::Member).await
}

/// `POST /beheer/voorstellen`: the same for a colleague who becomes no member, and gets no key of the route.
pub async fn introduce(state: Data<State>, request: HttpRequest, body: Bytes) -> HttpResponse {
    vouch(state, request, body, Vouched::Colleague).await
}

/// What a member vouches for somebody as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Vouched {
    Member,
    Colleague,
}

async fn vouch(state: Data<State>, request: HttpRequest, body: Bytes, as_what: Vouched) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let held = form.get("route").parse().ok().and_then(|route| Some((route, officer.ring.held(route)?.clone())));
    // Into a key that the configuration contradicts nobody is let in: it may be a forger's.
    let held = held.filter(|(route, held)| held.configured || state.routes.key(*route).is_none());
    let Some((route, held)) = held else { return HttpResponse::Forbidden().finish() };
    let account = match form.get("account").parse().map(|id| state.store.account(AccountId(id))) {
        Ok(found) => match found.await {
            Ok(account) => account.filter(|account| {
                !account.disabled && (as_what == Vouched::Colleague) == (account.route != Some(route))
            }),
            Err(error) => return unavailable(error),
        },
        Err(_) => None,
    };
    let Some(account) = account.filter(|account| account.pair.is_some()) else {
        return HttpResponse::NotFound().finish();
    };
    // The grant will say this name and function for good: they must be the ones that this member had before him.
    let shown = form.get("naam") == account.name && form.get("functie") == account.function;
    let changed = || {
        vec![
            "De naam of functie is intussen veranderd. Kijk of u deze collega bedoelt en typ de woorden opnieuw."
                .to_owned(),
        ]
    };
    let person = if shown { spoken_for(&account, form.get("woorden")) } else { Err(changed()) };
    let person = match person {
        Ok(person) => person,
        Err(sentences) => {
            let typed = form.get("woorden").to_owned();
            let newcomer = Some((route, account.id.to_string(), typed, sentences));
            let refused = Refused { newcomer, ..Refused::default() };
            return admin_page(&state, StatusCode::UNPROCESSABLE_ENTITY, &officer, &refused, None).await;
        }
    };
    let (on, by, key) = (state.today(), &officer.key, &held.key);
    let stored = match as_what {
        Vouched::Member => match granted(on, by, key, route, &account, person) {
            Ok(membership) => state.store.add_membership(membership).await,
            Err(error) => return failed(error),
        },
        Vouched::Colleague => match introduced(on, by, key, route, &account, person) {
            Ok(introduction) => state.store.add_introduction(introduction).await,
            Err(error) => return failed(error),
        },
    };
    match stored {
        // Let in twice by two members at once is let in.
        Ok(()) | Err(StoreError::Taken) => see_other(match as_what {
            Vouched::Member => "/beheer?toegelaten",
            Vouched::Colleague => "/beheer?bekend",
        }),
        Err(error) => unavailable(error),
    }
}

/// The halves in an account that these typed words are the fingerprint of. Four letters identify a word, as everywhere.
fn spoken_for(account: &account::Model, typed: &str) -> Result<Pair, Vec<String>> {
    let lower = typed.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty()).collect();
    if words.len() != FINGERPRINT_WORDS {
        return Err(vec![format!("Typ alle {FINGERPRINT_WORDS} woorden. U typte er {}.", words.len())]);
    }
    // Halves that their person did not tie together are nobody's, whatever is typed.
    let pair = account.pair.as_ref().and_then(|pair| serde_json::from_str::<Pair>(pair).ok());
    let fits = |pair: &Pair| {
        let right = pair.halves().fingerprint();
        words.iter().zip(&right).all(|(typed, right)| Word::find(typed) == Some(*right))
    };
    pair.filter(fits).ok_or_else(|| {
        vec![
            "Deze woorden horen niet bij de sleutel die in de database staat. Laat uw collega ze nog eens voorlezen. \
             Kloppen ze dan nog niet? Laat niemand toe en meld het aan de andere leden."
                .into(),
        ]
    })
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
        Ok::<_, StoreError>((keys, state.store.people().await?, state.store.accounts().await?))
    };
    let (keys, people, accounts) = match found.await {
        Ok(found) => found,
        Err(error) => return unavailable(error),
    };
    let words: Vec<_> = officer.key.halves().fingerprint().into_iter().map(Word::text).collect();
    let known: BTreeMap<_, _> = keys.into_iter().map(|key| (key.route, key)).collect();
    let routes: Vec<_> = RouteName::ALL
        .iter()
        .map(|route| RouteWords::of(state, officer, *route, known.get(route), &people, &accounts, refused))
        .collect();
    let members: Vec<_> = routes.iter().map(|route| [route.members(), route.colleagues()]).collect();
    let sentences: Vec<_> = routes.iter().map(|r| [sentences(&r.newcomers), sentences(&r.strangers)]).collect();
    let newcomers: Vec<_> = routes
        .iter()
        .zip(&sentences)
        .map(|(route, at)| [newcomers(&route.newcomers, &at[0]), newcomers(&route.strangers, &at[1])])
        .collect();
    let lists = members.iter().zip(&newcomers);
    let views: Vec<_> = routes.iter().zip(lists).map(|(route, (m, n))| route.view(m, n)).collect();
    let view = desk::Beheer { words: &words, routes: &views, done, error: refused.general };
    page(status, desk::beheer(&officer.frame(state.frame(), &officer.banners()), &view))
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
}

impl RouteWords {
    fn of(
        state: &State,
        officer: &Officer,
        route: RouteName,
        stored: Option<&route_key::Model>,
        people: &PeopleRows,
        accounts: &[account::Model],
        refused: &Refused,
    ) -> Self {
        let held: Option<&Arc<HeldRoute>> = officer.ring.held(route);
        let configured = match (state.routes.key(route), held) {
            (None, _) => Configured::Missing,
            (Some(halves), Some(held)) if *halves != held.key.halves() => Configured::Differs,
            (Some(_), _) => Configured::Matches,
        };
        let verify = held.map(|held| held.key.halves().verify).or_else(|| state.routes.verify_key(route));
        let rows = people.memberships.iter().filter(|row| row.route == route);
        let members: Vec<_> = rows.filter_map(|row| keyring::member(row, verify.as_ref()?)).collect();
        let waits = |account: &&account::Model| {
            account.route == Some(route)
                && !account.disabled
                && account.pair.is_some()
                && !members.iter().any(|grant| grant.account == account.id)
        };
        let newcomer = |account: &account::Model| {
            let id = account.id.to_string();
            let at = refused.newcomer.as_ref().filter(|(r, a, ..)| *r == route && *a == id);
            let (typed, sentences) = at.map(|(.., typed, s)| (typed.clone(), s.clone())).unwrap_or_default();
            NewcomerWords { id, name: account.name.clone(), function: account.function.clone(), typed, sentences }
        };
        let may_let_in = held.is_some() && configured != Configured::Differs;
        let newcomers = accounts.iter().filter(waits).map(newcomer).filter(|_| may_let_in).collect();
        let known = people.introductions.iter().filter(|row| row.route == route);
        let colleagues: Vec<_> = known.filter_map(|row| keyring::colleague(row, verify.as_ref()?)).collect();
        let is_new = |account: &&account::Model| {
            account.route != Some(route)
                && !account.disabled
                && account.pair.is_some()
                && !members.iter().any(|grant| grant.account == account.id)
                && !colleagues.iter().any(|grant| grant.account == account.id)
        };
        let strangers = accounts.iter().filter(is_new).map(newcomer);
        let strangers = strangers.filter(|_| may_let_in && route.takes_signals()).collect();
        let shown = |held: &Arc<HeldRoute>| match configured {
            Configured::Matches => true,
            Configured::Missing => {
                held.people.member(&officer.key.verify_key()).is_some_and(|own| own.by == officer.key.verify_key())
            }
            Configured::Differs => false,
        };
        let key = |held: &Arc<HeldRoute>| {
            let halves = held.key.halves();
            if shown(held) { (lines(route, &halves), six_words(&halves)) } else { Default::default() }
        };
        Self {
            route,
            may_make: stored.is_none() && officer.account.route == Some(route),
            key: held.map(key),
            exists: stored.is_some(),
            configured,
            // Who holds which route is for its members to know.
            members: if held.is_some() { members } else { Vec::new() },
            newcomers,
            colleagues: if held.is_some() { colleagues } else { Vec::new() },
            strangers,
        }
    }

    fn members(&self) -> Vec<desk::Member<'_>> {
        self.members.iter().map(|grant| desk::Member { name: &grant.name, function: &grant.function }).collect()
    }

    fn colleagues(&self) -> Vec<desk::Member<'_>> {
        self.colleagues.iter().map(|known| desk::Member { name: &known.name, function: &known.function }).collect()
    }

    fn view<'a>(
        &'a self,
        [members, colleagues]: &'a [Vec<desk::Member<'a>>; 2],
        [newcomers, strangers]: &'a [Vec<desk::Newcomer<'a>>; 2],
    ) -> desk::RouteAdmin<'a> {
        let state = match &self.key {
            Some((toml, words)) => RouteState::Key { toml, words, configured: self.configured },
            None if self.exists || self.configured == Configured::Matches => {
                RouteState::OfOthers { configured: self.configured == Configured::Matches }
            }
            None => RouteState::NoKey { may_make: self.may_make },
        };
        let (route, label) = (self.route.label(), texts::route(self.route));
        desk::RouteAdmin { route, label, state, members, newcomers, colleagues, strangers }
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
        errors,
    };
    waiting.iter().zip(sentences).map(newcomer).collect()
}

fn six_words(halves: &Halves<role::Route>) -> Vec<&'static str> {
    halves.fingerprint().into_iter().map(Word::text).collect()
}

/// The lines for the configuration of portal and desk.
fn lines(route: RouteName, halves: &Halves<role::Route>) -> String {
    format!("[routes.keys.{route}]\nencrypt = \"{}\"\nverify = \"{}\"\n", halves.encrypt, halves.verify)
}

//! A member vouches for somebody: six words that he heard him read aloud, and two signatures. The first time, and again when
//! the person lost his key: then everything that he had is wrapped to the new one, signal by signal.

use std::sync::Arc;

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data},
};
use chrono::{NaiveDate, TimeDelta};
use domain::{AccountId, Kenmerk, RouteName, words::Word};
use entity::{admission, introduction, membership};
use post::Notice;
use seal::{
    Digest, Pair, Signed, Signer, VERSION, Verified,
    grant::{Basis, Grant, Introduction},
    key::FINGERPRINT_WORDS,
    role,
    succession::{Left, Succession},
};
use store::StoreError;
use unseal::{FullKey, PrivateHalf};
use web::see_other;

use super::{
    Refused, admin_page,
    confirming::{confirm, is_asked_by, open_route},
    has_another_key, overtaken,
};
use crate::{
    account, epoch,
    keyring::{HeldRoute, Waiting},
    mail,
    opening::{self, failed},
    session::{self, Officer, unavailable},
    state::State,
    working::Working,
    writing::WriteError,
};

/// A membership: the route key wrapped to a person, and the grant that says who let him in.
pub fn granted(
    on: NaiveDate,
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    route: RouteName,
    newcomer: &entity::account::Model,
    person: Pair,
) -> Result<membership::Model, WriteError> {
    let is_first = by.verify_key() == person.verify.author();
    let basis = if is_first { Basis::Founder } else { Basis::Alone };
    membership(by, key, &Grant { basis, ..grant(on, by, route, newcomer, person) })
}

fn membership(
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    grant: &Grant,
) -> Result<membership::Model, WriteError> {
    let sealed = key.wrap(&[grant.person.encrypt.any()])?.into_bytes();
    let grant_text = Signed::sign(grant, &[key, by])?.text().to_owned();
    Ok(membership::Model { route: grant.route, account_id: grant.account, sealed, grant_text, confirmation: None })
}

/// A grant that waits for a second member: no key is wrapped by it.
pub fn asked(
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    grant: Grant,
) -> Result<admission::Model, WriteError> {
    let grant = Grant { basis: Basis::Confirmed, ..grant };
    let grant_text = Signed::sign(&grant, &[key, by])?.text().to_owned();
    Ok(admission::Model { route: grant.route, account_id: grant.account, grant_text })
}

/// An introduction: the route's members know whose key this is, and may invite him to signals.
pub fn introduced(
    on: NaiveDate,
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    route: RouteName,
    colleague: &entity::account::Model,
    person: Pair,
) -> Result<introduction::Model, WriteError> {
    introduction(by, key, grant(on, by, route, colleague, person))
}

fn introduction(
    by: &FullKey<role::Person>,
    key: &FullKey<role::Route>,
    grant: Grant,
) -> Result<introduction::Model, WriteError> {
    let (route, account_id) = (grant.route, grant.account);
    let statement = Signed::sign(&Introduction(grant), &[key, by])?.text().to_owned();
    Ok(introduction::Model { route, account_id, statement })
}

fn grant(
    on: NaiveDate,
    by: &FullKey<role::Person>,
    route: RouteName,
    account: &entity::account::Model,
    person: Pair,
) -> Grant {
    let (name, function) = (account.name.clone(), account.function.clone());
    let (account, by, formerly) = (account.id, by.verify_key(), Vec::new());
    Grant { v: VERSION, route, account, name, function, person, by, on, formerly, basis: Basis::Alone, rested: None }
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
    let Some((route, held)) = open_route(&state, &officer, &form) else { return HttpResponse::Forbidden().finish() };
    // Who was let in before and lost his key is let in again, whatever his account says of a route.
    let before = |id: AccountId| match as_what {
        Vouched::Member => held.people.member_of(id),
        Vouched::Colleague => held.people.colleague(id),
    };
    let fits = |account: &entity::account::Model| {
        !account.disabled
            && (before(account.id).is_some() || (as_what == Vouched::Colleague) == (account.route != Some(route)))
    };
    let account = match form.get("account").parse().map(|id| state.store.account(AccountId(id))) {
        Ok(found) => match found.await {
            Ok(account) => account.filter(fits),
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
    // A row may be given to somebody else: who gets back what an old key had, is who the old grant names.
    let is_another = before(account.id)
        .filter(|before| has_another_key(&account, before))
        .is_some_and(|before| before.name != account.name || before.function != account.function);
    let another = || {
        vec![
            "Onder dit account stond eerder iemand met een andere naam of functie. Laat deze collega niet toe. Meld dit bij de \
             beheerder: maak voor een ander een nieuw account."
                .to_owned(),
        ]
    };
    let person = match (shown, is_another) {
        (false, _) => Err(changed()),
        (true, true) => Err(another()),
        (true, false) => spoken_for(&account, form.get("woorden")),
    };
    let refused = |sentences| {
        let newcomer = Some((route, account.id.to_string(), form.get("woorden").to_owned(), sentences));
        Refused { newcomer, ..Refused::default() }
    };
    let person = match typed(person, account::proven(&state, &request, &officer, &form).await) {
        Ok(person) => person,
        Err(Typed::Elsewhere(response)) => return response,
        Err(Typed::Wrong { words, password }) => {
            return typed_wrong(&state, &request, &Refused { password, ..refused(words) }).await;
        }
    };
    if as_what == Vouched::Member
        && held.people.in_force().count() <= 1
        && let Some(name) = left_out_lately(&state, &officer, route).await
    {
        let general = format!(
            "U verving kortgeleden de sleutel van deze route zonder {name}. Alleen kunt u nu niemand toelaten. Wacht tot \
             {ALONE_AFTER} dagen na die wissel. Is {name} uit dienst? Laat dan de beheerder dat account uitzetten. Of laat iemand \
             toe met de papieren sleutel."
        );
        let refused = Refused { general: Some(general), ..refused(Vec::new()) };
        return admin_page(&state, StatusCode::CONFLICT, &officer, &refused, None).await;
    }
    let done = match as_what {
        Vouched::Member => "/beheer?toegelaten",
        Vouched::Colleague => "/beheer?bekend",
    };
    // It is so already. What somebody has is taken from nobody who lost nothing.
    if before(account.id).is_some_and(|before| before.person == person) {
        return see_other(done);
    }
    let signed_himself = |before: &Grant| held.people.became(&before.person.verify.author()) == person.verify.author();
    if before(account.id).is_some_and(signed_himself) {
        let refused = Refused { general: Some(CHANGED_HIMSELF.into()), ..refused(Vec::new()) };
        return admin_page(&state, StatusCode::CONFLICT, &officer, &refused, None).await;
    }
    let mut grant = grant(state.today(), &officer.key, route, &account, person);
    let lost = before(account.id).filter(|before| has_another_key(&account, before));
    if let Some(lost) = lost {
        grant.formerly = lost.formerly.clone();
        grant.formerly.push(lost.person.verify.author());
    }
    let (by, key, again) = (&officer.key, &held.key, lost.is_some());
    // A second member confirms, where there is one whose grant counts and who can still log in.
    if as_what == Vouched::Member && held.people.in_force().count() > 1 {
        return ask(&state, &request, &officer, &held, grant, &account).await;
    }
    let (under, person) = (held.under(route), grant.person.clone());
    let stored = match as_what {
        Vouched::Member => match membership(by, key, &grant) {
            Ok(membership) if again => state.store.renew_membership(membership, &under).await,
            Ok(membership) => state.store.add_membership(membership, &under).await,
            Err(error) => return failed(error),
        },
        Vouched::Colleague => match introduction(by, key, grant) {
            Ok(introduction) if again => state.store.renew_introduction(introduction, &under).await,
            Ok(introduction) => state.store.add_introduction(introduction, &under).await,
            Err(error) => return failed(error),
        },
    };
    if as_what == Vouched::Member && stored.is_ok() {
        mail::tell(&state, &account, &Notice::LetIn).await;
    }
    match stored {
        Ok(()) if again => match give_back(&state, &request, route, (account.id, &person)).await {
            Ok(()) => see_other("/beheer?opnieuw"),
            Err(refused) => refused,
        },
        Ok(()) => see_other(done),
        // Let in twice by two members at once is let in, under the key that the route has now.
        Err(StoreError::Taken) => {
            let is_in = |held: &HeldRoute| {
                let found = match as_what {
                    Vouched::Member => held.people.member_of(account.id),
                    Vouched::Colleague => held.people.colleague(account.id),
                };
                found.is_some_and(|grant| grant.person == person)
            };
            overtaken::unless_done(&state, &request, route, is_in, done).await
        }
        Err(error) => unavailable(error),
    }
}

/// Said where somebody chose another password: his own signature leads from the key before, and nothing of his was lost.
const CHANGED_HIMSELF: &str = "Deze collega koos zelf een ander wachtwoord en is niets kwijt. U hoeft geen woorden te horen: \
                               bevestig de nieuwe sleutel hierboven.";

/// Days after a member left another out in which he lets nobody in alone, while that one still works here.
const ALONE_AFTER: i64 = 14;

/// Whom this member left out of a key of the route not long ago, and who still works here: he would have been the second. With
/// whichever of the keys since: another one made meanwhile lets nobody off.
async fn left_out_lately(state: &State, officer: &Officer, route: RouteName) -> Option<String> {
    let keys = officer.ring.lineages().get(route)?;
    let is_his = |succession: &&Verified<Succession>| {
        state.today() - succession.on <= TimeDelta::days(ALONE_AFTER) && officer.ring.is_own(&succession.by)
    };
    let mut left = keys.successions().iter().filter(is_his).flat_map(|succession| &succession.left).peekable();
    left.peek()?;
    // Where that cannot be read, he is not let off.
    let working = Working::read(&state.store).await.ok();
    let works = |left: &&Left| working.as_ref().is_none_or(|working| working.has(left.account));
    left.find(works).map(|left| left.name.clone())
}

/// Asks a second member; or is the second, where another asked before him: he typed the same six words, and heard them himself.
/// What was asked and cannot be confirmed any more gives way.
async fn ask(
    state: &State,
    request: &HttpRequest,
    officer: &Arc<Officer>,
    held: &HeldRoute,
    grant: Grant,
    account: &entity::account::Model,
) -> HttpResponse {
    let before = held.people.waiting.iter().find(|waiting| waiting.grant.account == grant.account);
    match before.filter(|before| is_same(before, &grant)) {
        Some(before) if is_asked_by(officer, held, &before.grant) => return see_other("/beheer?gevraagd"),
        Some(before) => return confirm(state, request, officer, held, &before.grant, account).await,
        None => {}
    }
    let row = match asked(&officer.key, &held.key, grant.clone()) {
        Ok(row) => row,
        Err(error) => return failed(error),
    };
    let (route, stored) = (grant.route, async {
        let there = state.store.admissions().await?;
        let there = there.into_iter().find(|other| other.route == row.route && other.account_id == row.account_id);
        // One that another member asked for since this page was opened does not give way.
        let known = |text: &String| before.is_none_or(|before| Digest::of(text.as_bytes()) == before.grant.digest());
        let there = there.map(|there| there.grant_text);
        let is_new = before.is_none() && there.as_ref().is_some_and(|text| is_believed(text, held, row.route));
        let there = there.filter(|text| known(text) && !is_new);
        state.store.ask_admission(row, there.as_deref(), &held.under(grant.route)).await
    });
    match stored.await {
        Ok(()) => see_other("/beheer?gevraagd"),
        // Another member asked at this very moment: then this one is the second.
        Err(StoreError::Taken) => {
            let officer = match session::officer(state, request).await {
                Ok(officer) => officer,
                Err(refused) => return refused,
            };
            let held = officer.ring.held(route).cloned();
            let waiting =
                held.as_ref().and_then(|held| held.people.waiting.iter().find(|waiting| is_same(waiting, &grant)));
            match (&held, waiting) {
                (Some(held), Some(waiting)) if is_asked_by(&officer, held, &waiting.grant) => {
                    see_other("/beheer?gevraagd")
                }
                (Some(held), Some(waiting)) => confirm(state, request, &officer, held, &waiting.grant, account).await,
                _ => overtaken::conflict(state, &officer, overtaken::OVERTAKEN).await,
            }
        }
        Err(error) => unavailable(error),
    }
}

/// Whether what waits is this grant but for who asks: the same person, called the same, with the same key and history.
fn is_same(waiting: &Waiting, grant: &Grant) -> bool {
    let asked = &*waiting.grant;
    waiting.is_fit
        && (asked.account, &asked.name, &asked.function) == (grant.account, &grant.name, &grant.function)
        && asked.person == grant.person
        && asked.formerly == grant.formerly
}

/// Whether a grant that waits is a member's; what only stands there, signed by nobody, is in nobody's way.
fn is_believed(text: &str, held: &HeldRoute, route: RouteName) -> bool {
    seal::grant::verify(text, route, &held.key.halves().verify).is_ok()
}

/// Wraps to somebody's new key what was wrapped to his old one, also where a signal got other keys while he waited: the signals of
/// this route of which a head names him as one who has keys himself, as far as this member opens them; one transaction each. What
/// he does not open, or where it stopped halfway, another member gives back at the signal itself. To the very key
/// whose words he heard.
pub(super) async fn give_back(
    state: &State,
    request: &HttpRequest,
    route: RouteName,
    (account, heard): (AccountId, &Pair),
) -> Result<(), HttpResponse> {
    let officer: Arc<Officer> = session::officer(state, request).await?;
    let people = officer.ring.held(route).map(|held| held.people.clone()).unwrap_or_default();
    let (member, colleague) = (people.member_of(account), people.colleague(account));
    let Some(who) = member.or(colleague) else { return Ok(()) };
    let mut keys: Vec<_> = who.formerly.iter().map(ToString::to_string).collect();
    keys.push(who.person.verify.to_string());
    let named = state.store.named_in_heads(route, &keys).await.map_err(unavailable)?;
    // An open signal names all members, who have the route's key and need no other.
    let closed = match member {
        Some(_) => Some(state.store.closed_signals(route).await.map_err(unavailable)?),
        None => None,
    };
    let is_his = |kenmerk: &Kenmerk| closed.as_ref().is_none_or(|closed| closed.contains(kenmerk));
    give(state, request, route, (account, Some(heard)), named.into_iter().filter(is_his).collect()).await
}

/// The same of these signals: of those whose head names him.
pub(super) async fn give_these(
    state: &State,
    request: &HttpRequest,
    route: RouteName,
    account: AccountId,
    these: Vec<Kenmerk>,
) -> Result<(), HttpResponse> {
    give(state, request, route, (account, None), these).await
}

async fn give(
    state: &State,
    request: &HttpRequest,
    route: RouteName,
    (account, heard): (AccountId, Option<&Pair>),
    these: Vec<Kenmerk>,
) -> Result<(), HttpResponse> {
    // Once more, with the people as they are now.
    let officer: Arc<Officer> = session::officer(state, request).await?;
    let people = officer.ring.held(route).map(|held| held.people.clone()).unwrap_or_default();
    let who = people.member_of(account).or_else(|| people.colleague(account)).cloned();
    let Some(who) = who.filter(|who| heard.is_none_or(|heard| who.person == *heard)) else { return Ok(()) };
    for kenmerk in these {
        for _ in 0..5 {
            let Ok(case) = opening::open(state, &officer, &kenmerk.to_string()).await else { break };
            if !case.is_members() || case.findings.broken || case.is_kept_from(&who) {
                break;
            }
            let Ok(addition) = epoch::rewrapped(&case, &officer, &who) else { break };
            match state.store.add(case.intake.signal, addition).await {
                Ok(()) => break,
                Err(StoreError::Taken) => {}
                Err(error) => return Err(unavailable(error)),
            }
        }
    }
    Ok(())
}

/// What is wrong with a form that takes somebody's six words and one's own password.
pub(super) enum Typed {
    /// Sentences at either.
    Wrong { words: Vec<String>, password: Option<String> },
    /// Whoever typed must log in first, or wait.
    Elsewhere(HttpResponse),
}

/// Both are checked before anything is said, so that whoever mistyped both hears it at once, and a password that was right is
/// not asked again because a word was not.
pub(super) fn typed(
    words: Result<Pair, Vec<String>>,
    password: Result<Result<(), String>, HttpResponse>,
) -> Result<Pair, Typed> {
    match (words, password.map_err(Typed::Elsewhere)?) {
        (Ok(person), Ok(())) => Ok(person),
        (words, password) => Err(Typed::Wrong { words: words.err().unwrap_or_default(), password: password.err() }),
    }
}

/// The page again, for a session whose password may just have been proven.
pub(super) async fn typed_wrong(state: &State, request: &HttpRequest, refused: &Refused) -> HttpResponse {
    match session::officer(state, request).await {
        Ok(officer) => admin_page(state, StatusCode::UNPROCESSABLE_ENTITY, &officer, refused, None).await,
        Err(refused) => refused,
    }
}

/// The halves in an account that these typed words are the fingerprint of. Four letters identify a word, as everywhere.
pub(super) fn spoken_for(account: &entity::account::Model, typed: &str) -> Result<Pair, Vec<String>> {
    if let Some(slip) = slip(typed) {
        return Err(vec![slip]);
    }
    // Halves that their person did not tie together are nobody's, whatever is typed.
    let pair = account.pair.as_ref().and_then(|pair| serde_json::from_str::<Pair>(pair).ok());
    pair.filter(|pair| heard(pair, typed)).ok_or_else(|| {
        vec![
            "Deze woorden horen niet bij de sleutel die in de database staat. Laat uw collega ze nog eens voorlezen. \
             Kloppen ze dan nog niet? Laat niemand toe en meld het aan de andere leden."
                .into(),
        ]
    })
}

/// What is wrong with six words before any key is looked at: a slip of the finger is no reason to alarm anybody.
pub fn slip(typed: &str) -> Option<String> {
    let words = words_in(typed);
    if words.len() != FINGERPRINT_WORDS {
        return Some(format!("Typ alle {FINGERPRINT_WORDS} woorden. U typte er {}.", words.len()));
    }
    let unknown: Vec<_> = words.iter().filter(|word| Word::find(word).is_none()).map(String::as_str).collect();
    match unknown.as_slice() {
        [] => None,
        [word] => Some(format!("Er is geen woord ‘{word}’. Kijk of u het goed typte, of vraag het nog eens.")),
        words => {
            let words = words.join("’, ‘");
            Some(format!("Deze woorden zijn er niet: ‘{words}’. Kijk of u ze goed typte, of vraag ze nog eens."))
        }
    }
}

fn words_in(typed: &str) -> Vec<String> {
    let lower = typed.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Whether these typed words are the fingerprint of a pair of halves.
pub fn heard(pair: &Pair, typed: &str) -> bool {
    let (typed, right) = (words_in(typed), pair.halves().fingerprint());
    typed.len() == right.len() && typed.iter().zip(&right).all(|(typed, right)| Word::find(typed) == Some(*right))
}

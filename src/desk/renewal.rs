//! Another password, and with it another key: an old copy of the database and an old password open nothing that is sealed
//! from then on. The person seals to his new key what was sealed to his old one, and the old one to the new: what cannot be
//! sealed again (a meeting's record has its place in a chain) he still opens. The routes whose key he holds take the new key
//! at once, for he signs it himself with theirs; where he is only known, a member says so at Beheer, and until then nothing
//! new is sealed to him there.

use domain::AccountId;
use entity::{renewal, renewal_known};
use seal::{Signed, Signer, VERSION, renewal::Renewal, role};
use store::{
    PeopleRows, StoreError,
    accounts::PersonalKey,
    renewals::{Renewed, Resealed},
};
use unseal::{FullKey, PrivateHalf, SecondFactor, SessionSecret, password};

use crate::{keyring::Keyring, login, notebook::Notebook, session::Officer, state::State, writing::WriteError};

/// Times that it is tried again where a colleague changed something in between.
const TRIES: usize = 5;

/// The keys that somebody had before he changed them himself, the last first: each sealed to the one after it.
pub fn formerly(
    account: AccountId,
    key: &FullKey<role::Person>,
    rows: &[renewal::Model],
) -> Vec<FullKey<role::Person>> {
    let mut found: Vec<FullKey<role::Person>> = Vec::new();
    let said: Vec<_> = rows
        .iter()
        .filter(|row| row.account_id == account)
        .filter_map(|row| Some((seal::renewal::verify(&row.statement).ok()?.into_inner(), row)))
        .collect();
    for _ in 0..said.len() {
        let last = found.last().unwrap_or(key);
        let before = said.iter().find_map(|(said, row)| {
            if said.account != account || said.after.verify.author() != last.verify_key() {
                return None;
            }
            let before = last.unwrap::<FullKey<role::Person>>(&row.sealed).ok()?;
            (before.pair() == said.before).then_some(before)
        });
        match before {
            Some(before) => found.push(before),
            None => break,
        }
    }
    found
}

/// What somebody said of his keys since this one, in order, up to the one that his account has. Empty: nothing that verifies
/// leads there.
pub fn since(
    account: &entity::account::Model,
    person: &seal::Pair,
    rows: &[renewal::Model],
) -> Vec<(i32, Signed<Renewal>)> {
    let Some(now) = account.pair.as_ref().and_then(|pair| serde_json::from_str::<seal::Pair>(pair).ok()) else {
        return Vec::new();
    };
    let (mut last, mut steps) = (person.clone(), Vec::new());
    let own: Vec<_> = rows.iter().filter(|row| row.account_id == account.id).collect();
    for _ in 0..own.len() {
        if last == now {
            break;
        }
        let next = own.iter().find_map(|row| {
            let said = seal::renewal::verify(&row.statement).ok()?.into_inner();
            (said.account == account.id && said.before == last).then_some((row, said))
        });
        let Some((row, said)) = next else { return Vec::new() };
        last = said.after;
        steps.push((row.number, Signed::parse(row.statement.clone())));
    }
    if last == now { steps } else { Vec::new() }
}

/// What a person goes on with.
pub enum Went {
    /// The cookie of his new session.
    On(SessionSecret),
    /// Another window of his was first: what he typed was right then.
    Elsewhere,
    /// Too many log in at this moment.
    Busy,
}

/// Makes a new key under a new password and puts it in the place of the old one.
pub async fn new_key(
    state: &State,
    officer: &Officer,
    typed: &str,
    second: Option<SecondFactor>,
) -> Result<Went, WriteError> {
    let (cost, typed) = (state.cost, typed.to_owned());
    let made = state.login_lane.run_blocking(move || {
        let key = FullKey::<role::Person>::generate(&mut rand::rng());
        password::lock_with(&key, second.as_ref(), &typed, cost).map(|sealed| (key, sealed.into_bytes()))
    });
    let Ok(made) = made.await else { return Ok(Went::Busy) };
    let (key, sealed) = made?;
    for _ in 0..TRIES {
        // Read anew: while he typed and while his new key was made, a colleague may have replaced the key of a route of his.
        let people = state.store.people().await?;
        let ring = Keyring::open(&officer.account, std::sync::Arc::clone(&officer.key), &people, &state.routes);
        let (renewed, secret) = prepared(state, officer, (&ring, &people), &key, &sealed).await?;
        match state.store.renew(renewed).await {
            Ok(()) => return Ok(Went::On(secret)),
            Err(StoreError::Taken) if has_his_key(state, officer).await? => {}
            Err(StoreError::Taken) => return Ok(Went::Elsewhere),
            Err(error) => return Err(error.into()),
        }
    }
    Err(WriteError::Store(StoreError::Taken))
}

/// The same key under the same password, with the secret of another app.
pub async fn new_second(
    state: &State,
    officer: &Officer,
    typed: &str,
    second: SecondFactor,
) -> Result<Went, WriteError> {
    let (cost, typed, key) = (state.cost, typed.to_owned(), std::sync::Arc::clone(&officer.key));
    let locked = move || password::lock_with(&key, Some(&second), &typed, cost);
    let Ok(sealed) = state.login_lane.run_blocking(locked).await else { return Ok(Went::Busy) };
    let (session, secret) = login::fresh(state, officer.account.id, &officer.key);
    let renewed = Renewed {
        before: officer.account.clone(),
        key: PersonalKey { pair: serde_json::to_string(&officer.key.pair())?, sealed: sealed?.into_bytes() },
        renewal: None,
        known: Vec::new(),
        under: Vec::new(),
        memberships: Vec::new(),
        wraps: Vec::new(),
        notebook: None,
        session,
    };
    match state.store.renew(renewed).await {
        Ok(()) => Ok(Went::On(secret)),
        Err(StoreError::Taken) => Ok(Went::Elsewhere),
        Err(error) => Err(error.into()),
    }
}

async fn has_his_key(state: &State, officer: &Officer) -> Result<bool, StoreError> {
    let now = state.store.account(officer.account.id).await?;
    Ok(now.is_some_and(|now| !now.disabled && now.sealed_key == officer.account.sealed_key))
}

/// Everything that is his, sealed to his new key. What the routes hold of him, and the keys that sign for it, are of one moment.
async fn prepared(
    state: &State,
    officer: &Officer,
    (ring, people): (&Keyring, &PeopleRows),
    key: &FullKey<role::Person>,
    sealed: &[u8],
) -> Result<(Renewed, SessionSecret), WriteError> {
    let (id, old) = (officer.account.id, &*officer.key);
    let number = state.store.renewals_of(id).await?.last().map_or(1, |row| row.number.saturating_add(1));
    let (before, after) = (old.pair(), key.pair());
    let said = Renewal { v: VERSION, account: id, before, after, on: state.today() };
    let statement = seal::renewal::sign(&said, old, key)?.text().to_owned();
    // What does not open now, will not after: it stays as it is.
    let again = |sealed: &[u8]| ring.keys().find_map(|own| own.reseal(sealed, key).ok()).transpose();
    let (mut memberships, mut wraps, mut known, mut under) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in people.memberships.iter().filter(|row| row.account_id == id).cloned() {
        let Some(sealed) = again(&row.sealed)? else { continue };
        // A route that let him in, and not one that somebody gave him: he says in its name who he is.
        if let Some(held) = ring.held(row.route) {
            // Of a key that no configuration names yet, or that it contradicts, no statement says which number it has.
            under.extend(held.configured.then(|| held.under(row.route)));
            let signed = Signed::<Renewal>::parse(statement.clone());
            let signed = signed.countersigned(&held.key).map_err(|_| WriteError::Broken)?;
            let statement = signed.text().to_owned();
            known.push(renewal_known::Model { route: row.route, account_id: id, number, statement });
        }
        memberships.push(Resealed { sealed: sealed.into_bytes(), before: row });
    }
    for row in state.store.wraps_of(id).await? {
        if let Some(sealed) = again(&row.sealed)? {
            wraps.push(Resealed { sealed: sealed.into_bytes(), before: row });
        }
    }
    // A torn notebook is evidence, and stays torn.
    let notebook = match Notebook::read(&state.store, officer).await? {
        Ok(notebook) => Some(notebook.moved(key)?),
        Err(_) => None,
    };
    let (session, secret) = login::fresh(state, id, key);
    let renewed = Renewed {
        before: officer.account.clone(),
        key: PersonalKey { pair: serde_json::to_string(&key.pair())?, sealed: sealed.to_vec() },
        renewal: Some(renewal::Model {
            account_id: id,
            number,
            statement,
            sealed: old.wrap(&[key.halves().encrypt.any()])?.into_bytes(),
        }),
        known,
        under,
        memberships,
        wraps,
        notebook,
        session,
    };
    Ok((renewed, secret))
}

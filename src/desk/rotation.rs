//! `/beheer/sleutel/{route}`: a member replaces his route's key, because somebody leaves or because a key may be in other hands.
//! From that moment everything new is sealed to the new key and signed with it; signals of before go over one by one
//! ([`moving`]). Which keys are believed is in [`seal::succession`]; what is stored, and when not, in [`store::succession`].

pub mod behind;
mod going;
pub mod logged;
pub mod moving;
mod page;
pub mod portals;

use std::{collections::BTreeSet, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{Bytes, Data, Path},
};
use domain::{AccountId, FieldErrors, RouteName};
use entity::{introduction, membership, renewal_known, succession};
use seal::{
    Digest, Lineages, Signed, Signer, VERSION,
    grant::{Basis, Grant, Introduction},
    head::Heads,
    intake::Intake,
    role,
    succession::{Left, Succession, line_of},
};
use store::{PeopleRows, StoreError, succession::Succeeded};
use unseal::{FullKey, PrivateHalf};
use web::{Form, see_other};

use crate::{
    account, admin, destruction,
    keyring::{HeldRoute, People},
    opening::failed,
    session::{self, Officer, unavailable},
    state::State,
    texts,
    working::Working,
    writing::WriteError,
};
use going::Going;
use page::{Shown, key_page};

/// `GET /beheer/sleutel/{route}`
pub async fn overview(state: Data<State>, request: HttpRequest, route: Path<String>) -> HttpResponse {
    let officer = match session::officer(&state, &request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    let Some((route, _)) = held(&officer, &route) else { return HttpResponse::NotFound().finish() };
    let done = match request.query_string() {
        "vervangen" => Some("De sleutel is vervangen. Wie u niet aanvinkte, hoort niet meer bij deze route."),
        "verder" => Some("Er zijn signalen naar de nieuwe sleutel gegaan."),
        _ => None,
    };
    key_page(&state, StatusCode::OK, &officer, route, &Shown { done, ..Shown::default() }).await
}

/// `POST /beheer/sleutel/{route}`: replaces the key, or lets the next signals go over.
pub async fn step(state: Data<State>, request: HttpRequest, route: Path<String>, body: Bytes) -> HttpResponse {
    let (officer, form) = match session::officer_with_form(&state, &request, &body).await {
        Ok(found) => found,
        Err(refused) => return refused,
    };
    let Some((route, held)) = held(&officer, &route) else { return HttpResponse::NotFound().finish() };
    match form.get("stap") {
        "vervangen" => replace(&state, &request, &officer, &form, route, &held).await,
        "verder" => match moving::go_on(&state, &officer, route, moving::AT_ONCE).await {
            Ok(_) => see_other(&format!("/beheer/sleutel/{route}?verder")),
            Err(refused) => refused,
        },
        _ => HttpResponse::BadRequest().finish(),
    }
}

/// The route of an address, for its members.
fn held(officer: &Officer, route: &str) -> Option<(RouteName, Arc<HeldRoute>)> {
    let route = route.parse().ok()?;
    officer.ring.usable(route).map(|held| (route, Arc::clone(held)))
}

/// Said where everybody who opens something would be left out. It tells neither what it is, nor who they are.
const BURIES: &str = "Niet iedereen kan nu weg die u wegliet: dan kan niemand meer openen wat alleen zij openen. Vink meer leden aan, \
                      of overleg met de beheerder.";

async fn replace(
    state: &State,
    request: &HttpRequest,
    officer: &Arc<Officer>,
    form: &Form,
    route: RouteName,
    held: &HeldRoute,
) -> HttpResponse {
    if !is_of_this_key(held, form.get("leden")) {
        return overtaken(state, request, route).await;
    }
    let working = match Working::read(&state.store).await {
        Ok(working) => working,
        Err(error) => return unavailable(error),
    };
    let mut errors = FieldErrors::default();
    let wanted: BTreeSet<AccountId> =
        form.all("blijft").filter_map(|id| id.parse().ok()).map(AccountId).chain([officer.account.id]).collect();
    if form.get("leden") != shown_members(held) {
        errors.push(
            "blijft",
            "De leden van deze route zijn intussen veranderd. Kijk opnieuw wie de nieuwe sleutel krijgt.",
        );
    }
    if wanted.iter().any(|id| !may_stay(held, &working, *id)) {
        errors.push("blijft", "Kies alleen leden uit de lijst. Een uitgezet account krijgt de nieuwe sleutel niet.");
    }
    if state.routes.recovery(route).is_none() {
        errors.push(
            "",
            "Er is nog geen herstelsleutel ingesteld (routes.recovery). Vraag de beheerder om die eerst te maken.",
        );
    }
    // A signal that came from such a route cannot be listed, and would stay damaged.
    if let Some(other) = officer.ring.lineages().forked().next() {
        errors.push(
            "",
            format!(
                "Van de route {} weet nu niemand welke sleutel de goede is. Wacht tot dat is uitgezocht: signalen die van die route \
                 kwamen, gaan anders niet mee.",
                texts::route(other)
            ),
        );
    }
    let going = Going::of(held, &working, officer.account.id, &wanted, form);
    if !going.unasked.is_empty() {
        errors.push(
            "",
            format!(
                "Voor deze mensen stond alleen iemand in die nu weggaat: {}. Laat hun zes woorden voorlezen en typ ze hieronder. \
                 Laat u het veld leeg, dan gaan zij niet mee.",
                going.unasked.join(", ")
            ),
        );
    }
    let chosen: Vec<_> = form.all("blijft").map(str::to_owned).collect();
    // Beside the words, so that a password that was right is not asked again because a word was not.
    if errors.is_empty() {
        match account::proven(state, request, officer, form).await {
            Ok(Ok(())) => {}
            Ok(Err(said)) => errors.push("wachtwoord", said),
            Err(refused) => return refused,
        }
    }
    // Only who proved who he is hears that there is something: a window that stands open answers nobody.
    if errors.is_empty() && !going.is_wrong() {
        let staying: Vec<_> = going.members.iter().copied().collect();
        match state.store.would_bury(route, &staying).await {
            Ok(true) => errors.push("blijft", BURIES),
            Ok(false) => {}
            Err(error) => return unavailable(error),
        }
    }
    if !errors.is_empty() || going.is_wrong() {
        let shown = Shown { errors, chosen: Some(chosen), words: going.words, done: None };
        let officer = match session::officer(state, request).await {
            Ok(officer) if officer.ring.usable(route).is_some() => officer,
            Ok(_) => return see_other("/beheer"),
            Err(refused) => return refused,
        };
        return key_page(state, StatusCode::UNPROCESSABLE_ENTITY, &officer, route, &shown).await;
    }
    for _ in 0..5 {
        match succeed(state, officer, route, held, &going).await {
            Ok(true) => return see_other(&format!("/beheer/sleutel/{route}?vervangen")),
            Ok(false) => return overtaken(state, request, route).await,
            // Somebody signed something with the old key at this very moment: it is listed too.
            Err(WriteError::Store(StoreError::Taken)) => {}
            Err(error) => return failed(error),
        }
    }
    HttpResponse::ServiceUnavailable().finish()
}

/// A colleague replaced the key first, or let somebody in: the page says so, with how it is now.
async fn overtaken(state: &State, request: &HttpRequest, route: RouteName) -> HttpResponse {
    let officer = match session::officer(state, request).await {
        Ok(officer) => officer,
        Err(refused) => return refused,
    };
    if officer.ring.usable(route).is_none() {
        return see_other("/beheer");
    }
    let mut errors = FieldErrors::default();
    errors.push(
        "",
        "Een collega was u voor: de sleutel of de leden van deze route zijn net veranderd. Kijk of het nog nodig is.",
    );
    let shown = Shown { errors, ..Shown::default() };
    key_page(state, StatusCode::CONFLICT, &officer, route, &shown).await
}

/// Which key it was when the form was made, and who was a member, in one hidden field.
fn shown_members(held: &HeldRoute) -> String {
    let mut members: Vec<_> = held.people.members.iter().map(|grant| grant.account.to_string()).collect();
    members.sort();
    format!("{} {}", held.number, members.join(" "))
}

/// Whether a form was made for the key that the route has now.
fn is_of_this_key(held: &HeldRoute, shown: &str) -> bool {
    shown.split(' ').next() == Some(held.number.to_string().as_str())
}

/// Whether somebody can get the new key: a member whose account works and who has the key that was vouched for.
fn may_stay(held: &HeldRoute, working: &Working, account: AccountId) -> bool {
    held.people.member_of(account).is_some() && working.has(account) && !held.people.stale.contains(&account)
}

/// What a member says of somebody again, under a new key of the route: the same person, name and function, let in on that day,
/// and on what word.
fn vouched_again(people: &People, grant: &Grant, by: &FullKey<role::Person>) -> Grant {
    Grant { by: by.verify_key(), basis: Basis::Carried, rested: admin::said::rested(people, grant), ..grant.clone() }
}

/// Makes the new key and stores it with everything that follows. `false`: the key or who is let in is another by now.
async fn succeed(
    state: &State,
    officer: &Officer,
    route: RouteName,
    held: &HeldRoute,
    going: &Going,
) -> Result<bool, WriteError> {
    let recovery = state.routes.recovery(route).ok_or(WriteError::Broken)?;
    let people = state.store.people().await?;
    let (old, on) = (held.key.halves(), state.today());
    let lineages = people.lineages(&state.routes);
    let Some(lineage) = lineages.get(route).filter(|lineage| lineage.number() == held.number) else { return Ok(false) };
    let members: Vec<membership::Model> = of_route(&people.memberships, |row| row.route == route);
    let known: Vec<introduction::Model> = of_route(&people.introductions, |row| row.route == route);
    let renewals: Vec<renewal_known::Model> = of_route(&people.known, |row| row.route == route);
    // As they stand now: who chose another password since is vouched for with the key that he has.
    let now = People::of(&people, route, &old.verify, Some(lineage));
    let grants = &now.members;
    let is_shown =
        |grant: &Grant| held.people.member_of(grant.account).is_some_and(|shown| shown.person == grant.person);
    if grants.len() != held.people.members.len() || !grants.iter().all(|grant| is_shown(grant)) {
        return Ok(false);
    }
    // Whose account was ended since, or who waits for a new key, would hold the route alone or not at all.
    if going.members.iter().any(|stays| !now.in_force().any(|grant| grant.account == *stays)) {
        return Ok(false);
    }
    let key = FullKey::<role::Route>::generate(&mut rand::rng());
    let number = held.number + 1;
    let signed = state.store.signed().await?;
    let (staying, leaving): (Vec<_>, Vec<_>) = grants.iter().partition(|grant| going.members.contains(&grant.account));
    let memberships = staying.iter().map(|grant| {
        let grant = vouched_again(&now, grant, &officer.key);
        let sealed = key.wrap(&[grant.person.encrypt.any()])?.into_bytes();
        let grant_text = Signed::sign(&grant, &[&key, &*officer.key])?.text().to_owned();
        Ok(membership::Model { route, account_id: grant.account, sealed, grant_text, confirmation: None })
    });
    // Those that he saw, and no other that was put there meanwhile.
    let is_seen = |known: &&Grant| {
        let seen =
            held.people.colleagues.iter().any(|seen| seen.account == known.account && seen.person == known.person);
        seen && going.colleagues.contains(&known.account)
    };
    let introductions = now.colleagues.iter().filter(is_seen).map(|known| {
        let grant = Grant { rested: None, ..vouched_again(&now, known, &officer.key) };
        let account_id = grant.account;
        let statement = Signed::sign(&Introduction(grant), &[&key, &*officer.key])?.text().to_owned();
        Ok(introduction::Model { route, account_id, statement })
    });
    let halves = key.halves();
    let statement = Succession {
        v: VERSION,
        route,
        number,
        before: old.clone(),
        after: halves.clone(),
        left: leaving.iter().map(|grant| left(grant)).collect(),
        stands: standing(&signed, &people, officer.ring.lineages(), route),
        by: officer.key.verify_key(),
        on,
    };
    let statement = seal::succession::sign(&statement, &held.key, &key, &*officer.key)?;
    let next = Succeeded {
        members: &members,
        known: &known,
        renewals: &renewals,
        signed: &signed,
        memberships: memberships.collect::<Result<_, WriteError>>()?,
        introductions: introductions.collect::<Result<_, WriteError>>()?,
        key: admin::on_paper(on, &key, route, recovery)?,
        succession: succession::Model {
            route,
            number: i32::try_from(number).unwrap_or(i32::MAX),
            statement: statement.text().to_owned(),
            sealed: held.key.wrap(&[halves.encrypt.any()])?.into_bytes(),
            recovery: held.key.wrap(&[recovery.any()])?.into_bytes(),
        },
    };
    state.store.succeed(next).await?;
    Ok(true)
}

fn of_route<T: Clone>(rows: &[T], is_its: impl Fn(&T) -> bool) -> Vec<T> {
    rows.iter().filter(|row| is_its(row)).cloned().collect()
}

fn left(grant: &Grant) -> Left {
    let keys = std::iter::once(grant.person.verify.author()).chain(grant.formerly.iter().cloned()).collect();
    Left { account: grant.account, name: grant.name.clone(), function: grant.function.clone(), keys }
}

/// What the route's keys signed until now and is believed on.
fn standing(
    signed: &store::succession::Signed,
    people: &PeopleRows,
    lineages: &Lineages,
    route: RouteName,
) -> std::collections::BTreeSet<Digest> {
    let newest_head = |stored: &store::signals::StoredHeads| {
        let intake = Intake::verify(&stored.signal.intake, None).ok()?;
        let heads = Heads::verify(&stored.heads, &intake, |of| lineages.of_route(of)).ok()?;
        let (signer, _) = heads.signer()?;
        // Of a signal that it handed over the head is this route's too.
        (signer == route).then(|| heads.current().map(seal::Verified::digest))?
    };
    let mut stands: std::collections::BTreeSet<_> = signed.heads.iter().filter_map(newest_head).collect();
    let of_route: Vec<_> = signed.meetings.iter().filter(|row| row.route == route).collect();
    let newest = of_route.chunk_by(|one, next| one.held_on == next.held_on).filter_map(|versions| versions.last());
    stands.extend(newest.map(|version| Digest::of(&version.sealed)));
    let upkept = signed.upkeep.iter().rfind(|row| row.route == route);
    stands.extend(upkept.map(|newest| Digest::of(newest.statement.as_bytes())));
    let is_believed = |row: &&entity::destroyed::Model| destruction::believed(row, people, lineages).is_some();
    let destroyed = signed.destroyed.iter().filter(|row| row.route == route).filter(is_believed);
    stands.extend(destroyed.map(|row| line_of(&row.statement)));
    let is_consented = |text: &&String| destruction::is_of(text, people, lineages, route);
    stands.extend(signed.consents.iter().filter(is_consented).map(|text| line_of(text)));
    stands
}

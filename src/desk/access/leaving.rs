//! Whose access to a signal ends: taken away, passed on unread, given up because he is involved. New keys follow each time, but
//! where a guest steps back: then the next member who opens it makes them.

use std::sync::Arc;

use domain::{
    AccountId, FieldErrors, Kind,
    access::{self, Access, Declaration},
};
use seal::{Signer, grant::Grant};
use store::signals::Addition;
use web::Form;

use super::{Decision, MEMBER, Next, account_in, readers, under_new_keys};
use crate::{
    case::Case,
    epoch::Audience,
    keyring::named,
    notebook,
    session::{self, Officer},
    state::State,
    working::Working,
    writing::{Draft, Tips, WriteError, compose},
};

pub(super) async fn take_away(
    state: &State,
    officer: &Officer,
    case: &Case,
    form: &Form,
) -> Result<Decision, WriteError> {
    let mut errors = FieldErrors::default();
    let audience = Audience::of(case);
    let wanted = account_in(form, "wie");
    let is_wanted = |(who, part, _): &(Grant, &str, bool)| Some(who.account) == wanted && *part == MEMBER;
    let member = readers(case).into_iter().find(is_wanted).map(|(who, ..)| who);
    // Who became a member after he was invited reads as a member.
    let guest = wanted.and_then(|account| audience.guest(account)).map(|guest| guest.who.clone());
    let guest = guest.filter(|_| member.is_none());
    let reason = access::reason(&mut errors, "reden_ontnemen", form.get("reden_ontnemen"));
    let Some(who) = guest.clone().or(member) else {
        if wanted.is_some_and(|account| lost_it(case, account)) {
            return Ok(Decision::Done(Next::Here("ontnomen")));
        }
        errors.push("wie", "Kies wie dit signaal niet langer mag lezen.");
        return Ok(Decision::Ask(errors));
    };
    let next = audience_without(state, case, &who).await?;
    errors.extend(Some(unreadable(state, &next)));
    if !errors.is_empty() {
        return Ok(Decision::Ask(errors));
    }
    let (wie, reden) = (named(&who), reason);
    let act = if guest.is_some() { Access::Ingetrokken { wie, reden } } else { Access::Buitengesloten { wie, reden } };
    let draft = Draft::to_file(Kind::Access, &session::dated(state, act))?;
    let is_self = officer.ring.is_own(&who.person.verify.author());
    let addition = under_new_keys(state, officer, case, &next, Some(draft), is_self)?;
    let after = if is_self { Next::Work("buiten") } else { Next::Here("ontnomen") };
    Ok(Decision::Write(Box::new(addition), after))
}

/// Whether the last change about somebody took his access.
pub fn lost_it(case: &Case, account: AccountId) -> bool {
    let last = case.access().into_iter().rev().find_map(|(_, act)| match act.inhoud {
        Access::Ingetrokken { wie, .. } | Access::Buitengesloten { wie, .. } | Access::Doorgegeven { wie } => {
            (wie.account == account).then_some(true)
        }
        Access::Uitgenodigd { wie, .. } | Access::Toegelaten { wie, .. } => (wie.account == account).then_some(false),
        Access::Overgedragen { .. } => None,
    });
    last == Some(true)
}

/// A member who is only a channel passes the signal on to the other members of his route, without having read it.
pub(super) async fn pass_on(state: &State, officer: &Officer, case: &Case) -> Result<Decision, WriteError> {
    let own = officer.key.verify_key();
    let Some(who) = case.people.member(&own).cloned() else { return Err(WriteError::Broken) };
    let next = audience_without(state, case, &who).await?;
    let errors = unreadable(state, &next);
    if !errors.is_empty() {
        return Ok(Decision::Ask(errors));
    }
    let act = Access::Doorgegeven { wie: named(&who) };
    let draft = Draft::to_file(Kind::Access, &session::dated(state, act))?;
    let addition = under_new_keys(state, officer, case, &next, Some(draft), true)?;
    Ok(Decision::Write(Box::new(addition), Next::Work("doorgegeven")))
}

/// Everybody who has keys but one: by name, where he is a member.
async fn audience_without(state: &State, case: &Case, who: &Grant) -> Result<Audience, WriteError> {
    let mut next = Audience::of(case);
    let is_guest = next.guest(who.account).is_some();
    next.guests.retain(|guest| guest.who.account != who.account);
    let is_member = readers(case).iter().any(|(member, part, _)| member.account == who.account && *part == MEMBER);
    if is_member || !is_guest {
        // A disabled account opens nothing: a signal is not left to it.
        let working = Working::read(&state.store).await?;
        let left = readers(case).into_iter().filter(|(member, part, _)| {
            member.account != who.account && *part == MEMBER && working.has(member.account)
        });
        next.members = Some(left.map(|(member, ..)| member).collect());
    }
    Ok(next)
}

/// Why new keys for these people cannot be made, at the field that asks for whom not.
fn unreadable(state: &State, next: &Audience) -> FieldErrors {
    let mut errors = FieldErrors::default();
    if next.members.as_ref().is_some_and(Vec::is_empty) {
        errors.push("wie", "Dan mag niemand van de route dit signaal nog lezen. Draag het over aan een andere route.");
    }
    if next.members.is_some() && state.routes.recovery(next.route).is_none() {
        errors.push(
            "wie",
            "Er is nog geen herstelsleutel ingesteld (routes.recovery). Vraag de beheerder om die eerst te maken.",
        );
    }
    errors
}

/// Somebody who was invited says that he is involved: it stands in the case file, and his keys go at once.
pub async fn steps_back(state: &State, officer: &Officer, case: &Case) -> Result<(), WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let said = Declaration { betrokken: true, toelichting: String::new() };
    let draft = Draft::to_file(Kind::Declaration, &session::dated(state, said))?;
    let items = compose(case, head, &mut Tips::of(case), officer, &[draft], state.today())?;
    let (shut_out, on_head) = (vec![officer.account.id.to_string()], Some(head.number));
    state.store.add(case.intake.signal, Addition { items, shut_out, on_head, ..Addition::default() }).await?;
    notebook::forget(&state.store, officer, case.intake.signal).await
}

/// Whom the desk's own record says is involved and who still has keys: somebody who said so himself, as a guest or before he
/// became a member. The next member who opens the signal, he himself too, gives it new keys without him.
pub fn involved_still_in(case: &Case) -> Option<Grant> {
    readers(case).into_iter().map(|(who, ..)| who).find(|who| case.is_involved(who))
}

/// Who still has keys of his own of a signal and whose account was disabled. A member's are the route's: those are made anew
/// for the whole route.
pub fn disabled_still_in(case: &Case, accounts: &[entity::account::Model]) -> Option<Grant> {
    let disabled = |who: &Grant| accounts.iter().any(|account| account.id == who.account && account.disabled);
    let audience = Audience::of(case);
    let guests = audience.guests.into_iter().map(|guest| guest.who);
    guests.chain(audience.members.into_iter().flatten()).find(disabled)
}

/// Why [`without`] leaves somebody out.
#[derive(Clone, Copy)]
pub enum Why {
    Involved,
    Disabled,
}

/// The change that follows from [`involved_still_in`] and [`disabled_still_in`]. `None`: nobody else could read it then.
pub async fn without(
    state: &State,
    officer: &Arc<Officer>,
    case: &Case,
    who: &Grant,
    why: Why,
) -> Result<Option<Addition>, WriteError> {
    let next = audience_without(state, case, who).await?;
    if !unreadable(state, &next).is_empty() {
        return Ok(None);
    }
    let why = match why {
        Why::Involved => "Verklaarde zelf betrokken te zijn.",
        Why::Disabled => "Het account is uitgezet.",
    };
    let (wie, reden) = (named(who), why.to_owned());
    let is_guest = Audience::of(case).guest(who.account).is_some();
    let act = if is_guest { Access::Ingetrokken { wie, reden } } else { Access::Buitengesloten { wie, reden } };
    let draft = Draft::to_file(Kind::Access, &session::dated(state, act))?;
    let is_self = officer.ring.is_own(&who.person.verify.author());
    // Whom no head named yet, writes nothing: that he is involved stands there in his own words.
    let may_write = !is_self || case.head().is_some_and(|head| officer.ring.is_member_of(head));
    under_new_keys(state, officer, case, &next, may_write.then_some(draft), is_self).map(Some)
}

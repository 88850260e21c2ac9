//! Whose it is to stop an account and to end it, and who hears of it.

use domain::{AccountId, RouteName};
use entity::halt;
use seal::{Signed, succession::Succession};
use store::PeopleRows;

use crate::keyring::{HeldRoute, Keyring};

/// What members are told of whose account somebody stopped, a colleague's or that of somebody whom their route knows: nobody is
/// kept out unseen.
pub fn stopped(ring: &Keyring, halts: &[halt::Model]) -> Vec<String> {
    let said = halts.iter().filter(|halt| held(ring).any(|held| knows(held, halt.account_id))).filter_map(|halt| {
        let (who, by) = (ring.name_of(halt.account_id)?, ring.name_of(halt.by_id).unwrap_or("de beheerder"));
        let then = if is_theirs(ring, halt.account_id) {
            "Zet het weer aan of uit: Beheer, Accounts."
        } else {
            "Een lid van de eigen route of de beheerder kan het weer aanzetten."
        };
        Some(format!("Het account van {who} staat stil. Dat deed {by}. {then}"))
    });
    said.collect()
}

/// The routes that somebody is a member of and that open.
fn held(ring: &Keyring) -> impl Iterator<Item = &HeldRoute> {
    ring.usable_routes().into_iter().filter_map(|route| ring.usable(route)).map(|held| &**held)
}

/// Whether a route's people know whose account it is, as a member or beside them.
fn knows(held: &HeldRoute, account: AccountId) -> bool {
    held.people.member_of(account).is_some() || held.people.colleague(account).is_some()
}

/// Whether it is the account of a member of whatever route, by what members signed.
fn is_member(ring: &Keyring, account: AccountId) -> bool {
    let of = |route: &RouteName| ring.people(*route).is_some_and(|people| people.member_of(account).is_some());
    RouteName::ALL.iter().any(of)
}

/// Whether it is one of a member of whatever route, or was, by any row that says so: of a route of which nobody can tell which key is
/// its own, rows alone are left. Such a row can only ask for a second person.
pub(super) fn was_ever_member(rows: &PeopleRows, account: AccountId) -> bool {
    let left = |row: &entity::succession::Model| {
        let said = Signed::<Succession>::parse(row.statement.clone()).claims();
        said.is_ok_and(|said| said.left.iter().any(|left| left.account == account))
    };
    rows.memberships.iter().any(|row| row.account_id == account)
        || rows.former.iter().any(|row| row.account_id == account)
        || rows.successions.iter().any(left)
}

/// Whether an account is that of members to stop and to end whose keys these are: a member's only if he is one of their own route.
pub(super) fn is_theirs(ring: &Keyring, account: AccountId) -> bool {
    let is_colleague = held(ring).any(|held| held.people.member_of(account).is_some());
    is_colleague || !is_member(ring, account) && held(ring).any(|held| knows(held, account))
}

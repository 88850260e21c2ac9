//! Which grants count. Signatures say who let whom in; a grant that asks for a second member counts with his confirmation, and
//! one with the recovery key with the record of who used it. Nothing here rests on a column.

use std::collections::{BTreeMap, BTreeSet};

use domain::{AccountId, RouteName};
use seal::{
    Verified, VerifyKey,
    confirmation::{self, Confirmation},
    grant::{self, Basis, Grant},
    recovery::{self, Recovered},
    renewal::{self, Renewal},
    role,
};
use store::PeopleRows;

/// What a grant rests on beside its own signatures.
#[derive(Debug, Clone)]
pub enum Second {
    Confirmed(Verified<Confirmation>),
    Paper(Verified<Recovered>),
}

/// The members of a route, and on what second statement each rests who needs one.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub members: Vec<Verified<Grant>>,
    pub seconds: BTreeMap<AccountId, Second>,
    /// Keys that grants which count are for, now or before; and those that these signed for.
    pub owned: Vec<(VerifyKey<role::Author>, AccountId)>,
    /// Whose grants say that they made the route's key.
    pub makers: BTreeSet<AccountId>,
}

/// A grant that verifies, for the account whose row it is.
struct Claim {
    grant: Verified<Grant>,
    second: Option<Second>,
    /// Whether it is what he is now, and not what he was with a key that he lost.
    is_current: bool,
    /// The key that it is for, and those that his renewals lead to. What it says he had formerly is not among them.
    keys: Vec<VerifyKey<role::Author>>,
}

impl Standing {
    /// Reads every row of a route. What a member vouched for or confirmed with a key that he lost since still stands: he was a
    /// member by then, and what let him in is kept.
    pub fn of(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>, renewals: &[Renewal]) -> Self {
        let current = rows.memberships.iter().filter(|row| row.route == route);
        let current = current.map(|row| (row.account_id, &row.grant_text, &row.confirmation, true));
        let former = rows.former.iter().filter(|row| row.route == route);
        let former = former.map(|row| (row.account_id, &row.grant_text, &row.confirmation, false));
        let mut standing: Vec<Claim> = Vec::new();
        let mut waiting: Vec<Claim> = Vec::new();
        for (account, text, second, is_current) in current.chain(former) {
            let grant = grant::verify(text, route, key).ok().filter(|grant| grant.account == account);
            let Some(grant) = grant else { continue };
            let second = second.as_ref().and_then(|text| Second::read(text, &grant, key));
            // As it stands now: for the key that its person chose since.
            let (own, before) = (grant.person.verify.author(), grant.formerly.len());
            let grant = renewal::followed(grant, renewals);
            let later = grant.formerly.iter().skip(before).cloned().chain([grant.person.verify.author()]);
            let keys = std::iter::once(own).chain(later).collect();
            let claim = Claim { grant, second, is_current, keys };
            match (claim.grant.basis, &claim.second) {
                (Basis::Founder | Basis::Alone | Basis::Carried, _) => standing.push(claim),
                (Basis::Paper, Some(Second::Paper(_))) => standing.push(claim),
                (Basis::Confirmed, Some(Second::Confirmed(_))) => waiting.push(claim),
                (Basis::Paper | Basis::Confirmed, _) => {}
            }
        }
        // One who was confirmed may have confirmed others: whoever stands makes more stand, until nobody does.
        loop {
            let (more, left): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|claim| claim.is_confirmed_by_another(&standing));
            waiting = left;
            if more.is_empty() {
                break;
            }
            standing.extend(more);
        }
        let owned = |claim: &Claim| claim.keys.iter().map(|key| (key.clone(), claim.grant.account)).collect::<Vec<_>>();
        let owned = standing.iter().flat_map(owned).collect();
        let made = standing.iter().filter(|claim| claim.grant.basis == Basis::Founder);
        let makers = made.map(|claim| claim.grant.account).collect();
        let current: Vec<_> = standing.into_iter().filter(|claim| claim.is_current).collect();
        let seconds = current.iter().filter_map(|claim| Some((claim.grant.account, claim.second.clone()?))).collect();
        Self { members: current.into_iter().map(|claim| claim.grant).collect(), seconds, owned, makers }
    }
}

impl Claim {
    /// Whether two members who stand, other than each other and than the newcomer, vouched for this and confirmed it.
    fn is_confirmed_by_another(&self, standing: &[Self]) -> bool {
        let Some(Second::Confirmed(said)) = &self.second else { return false };
        let who = |key| standing.iter().find(|claim| claim.keys.contains(key)).map(|claim| claim.grant.account);
        match (who(&self.grant.by), who(&said.by)) {
            (Some(first), Some(second)) => {
                first != second && first != self.grant.account && second != self.grant.account
            }
            _ => false,
        }
    }
}

impl Second {
    fn read(text: &str, grant: &Verified<Grant>, key: &VerifyKey<role::Route>) -> Option<Self> {
        let (route, digest) = (grant.route, grant.digest());
        match grant.basis {
            Basis::Confirmed => confirmation::verify(text, route, key, digest).ok().map(Self::Confirmed),
            Basis::Paper => recovery::verify_recovered(text, route, key, digest).ok().map(Self::Paper),
            Basis::Founder | Basis::Alone | Basis::Carried => None,
        }
    }
}

/// Whom a member let in and whom a second has yet to confirm. None of them is a member by it.
pub fn waiting(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>) -> Vec<Verified<Grant>> {
    let of_route = rows.admissions.iter().filter(|row| row.route == route);
    let read = |row: &entity::admission::Model| {
        let grant = grant::verify(&row.grant_text, route, key).ok()?;
        (grant.account == row.account_id && grant.basis == Basis::Confirmed).then_some(grant)
    };
    of_route.filter_map(read).collect()
}

//! Which route keys a person holds, and whose keys each route's members know, as far as signatures prove it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{AccountId, RouteName, access::Colleague};
use entity::{introduction, membership};
use seal::{
    Pair, Routes, Signer, Verified, VerifyKey,
    grant::{self, Grant},
    head::Head,
    renewal::Renewal,
    role,
};
use store::{PeopleRows, Reach};
use unseal::{FullKey, PrivateHalf};

use crate::renewal;

/// The people of a route, from statements that verify.
#[derive(Default, Clone)]
pub struct People {
    pub members: Vec<Verified<Grant>>,
    /// Who is known to the route and may be invited to its signals.
    pub colleagues: Vec<Grant>,
    /// Whose key was vouched for and is lost: nothing new is wrapped to it. This rests on a row, and can only take away.
    pub stale: BTreeSet<AccountId>,
    /// New keys that people chose themselves and that the route takes for theirs.
    pub renewals: Vec<Renewal>,
}

impl People {
    /// As rows have them, once they verify with the route's key.
    pub fn of(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>) -> Self {
        let members = rows.memberships.iter().filter(|row| row.route == route);
        let colleagues = rows.introductions.iter().filter(|row| row.route == route);
        let renewals = renewals(rows, route, key);
        let members: Vec<_> = members.filter_map(|row| member_now(row, key, &renewals)).collect();
        let colleagues: Vec<_> = colleagues.filter_map(|row| colleague_now(row, key, &renewals)).collect();
        let is_lost = |grant: &Grant| {
            let row = rows.keys.iter().find(|(account, _)| *account == grant.account);
            let pair = row.and_then(|(_, pair)| serde_json::from_str::<Pair>(pair.as_ref()?).ok());
            pair.is_none_or(|pair| pair != grant.person)
        };
        let granted = members.iter().map(|grant| &**grant).chain(&colleagues);
        let stale = granted.filter(|grant| is_lost(grant)).map(|grant| grant.account).collect();
        Self { members, colleagues, stale, renewals }
    }

    /// The key that somebody has now who had this one, as far as he changed it himself.
    pub fn newest(&self, key: &VerifyKey<role::Author>) -> VerifyKey<role::Author> {
        let mut newest = key.clone();
        for _ in 0..self.renewals.len() {
            let next = self.renewals.iter().find(|renewal| renewal.before.verify.author() == newest);
            let Some(next) = next else { break };
            newest = next.after.verify.author();
        }
        newest
    }

    /// The member who holds a verifying key, or held it before he got a new one.
    pub fn member(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        self.members.iter().map(|grant| &**grant).find(|grant| grant.is_of(key))
    }

    /// Whoever holds a verifying key, member or not.
    pub fn whoever(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        let known = || self.colleagues.iter().find(|known| known.is_of(key));
        self.member(key).or_else(known)
    }

    /// A colleague who is no member.
    pub fn colleague(&self, account: AccountId) -> Option<&Grant> {
        let is_member = self.members.iter().any(|grant| grant.account == account);
        self.colleagues.iter().find(|known| known.account == account && !is_member)
    }

    pub fn member_of(&self, account: AccountId) -> Option<&Grant> {
        self.members.iter().map(|grant| &**grant).find(|grant| grant.account == account)
    }
}

/// A person as an act in the case file names him.
pub fn named(grant: &Grant) -> Colleague {
    Colleague { account: grant.account, naam: grant.name.clone(), functie: grant.function.clone() }
}

/// A route as one of its members holds it.
pub struct HeldRoute {
    pub key: FullKey<role::Route>,
    /// Whether the configuration names this very key. Only then does it open and sign: a row in the database alone must
    /// not be able to bring in a key of somebody else's.
    pub configured: bool,
    pub people: People,
}

/// What a person opens signals with: his own key, and the keys of his routes.
#[derive(Clone)]
pub struct Keyring {
    pub account: AccountId,
    pub person: Arc<FullKey<role::Person>>,
    /// Keys that he had before he chose another password, the last first. What was sealed to them and cannot be sealed again he
    /// opens with them; and he signs with one where a signal's head does not name his new one yet.
    formerly: Arc<Vec<FullKey<role::Person>>>,
    routes: BTreeMap<RouteName, Arc<HeldRoute>>,
    /// The people of every configured route, as its key in the configuration proves them.
    known: Arc<BTreeMap<RouteName, Arc<People>>>,
    configured: Arc<Routes>,
    /// What does not fit, in words for the person himself.
    pub warnings: Vec<String>,
}

impl Keyring {
    /// Opens what was wrapped to this person. Memberships that do not open or whose grant does not verify are left out
    /// and named.
    pub fn open(
        account: &entity::account::Model,
        key: Arc<FullKey<role::Person>>,
        rows: &PeopleRows,
        configured: &Arc<Routes>,
    ) -> Self {
        let people = |route| configured.verify_key(route).map(|key| (route, Arc::new(People::of(rows, route, &key))));
        let known = RouteName::ALL.iter().filter_map(|route| people(*route)).collect();
        let mut ring = Self {
            account: account.id,
            person: Arc::clone(&key),
            formerly: Arc::new(renewal::formerly(account.id, &key, &rows.renewals)),
            routes: BTreeMap::new(),
            known: Arc::new(known),
            configured: Arc::clone(configured),
            warnings: Vec::new(),
        };
        for own in rows.memberships.iter().filter(|membership| membership.account_id == account.id) {
            let route = own.route;
            let opened = ring.unwrap::<FullKey<role::Route>>(&own.sealed);
            let opened = opened.map(|opened| (People::of(rows, route, &opened.halves().verify), opened));
            let granted =
                |people: &People| people.member_of(account.id).is_some_and(|grant| grant.person == key.pair());
            let Some((people, route_key)) = opened.filter(|(people, _)| granted(people)) else {
                ring.warnings.push(format!(
                    "Uw toegang tot de route {route} klopt niet en wordt niet gebruikt. Bent u opnieuw uitgenodigd? Laat een lid \
                     u dan weer toelaten. Zo niet: vertel het aan een ander lid."
                ));
                continue;
            };
            let is_configured = match configured.key(route) {
                Some(halves) if *halves == route_key.halves() => true,
                Some(_) => {
                    ring.warnings.push(format!("De sleutel van de route {route} is een andere dan in de configuratie. Hij wordt niet gebruikt. Zoek samen met de beheerder uit waarom."));
                    false
                }
                None => false,
            };
            ring.routes.insert(route, Arc::new(HeldRoute { key: route_key, configured: is_configured, people }));
        }
        ring
    }

    /// His keys, the one that he has now first.
    pub fn keys(&self) -> impl Iterator<Item = &FullKey<role::Person>> {
        std::iter::once(&*self.person).chain(self.formerly.iter())
    }

    /// Whether a verifying key is one of his.
    pub fn is_own(&self, key: &VerifyKey<role::Author>) -> bool {
        self.keys().any(|own| own.verify_key() == *key)
    }

    /// Opens what was sealed to him, now or before.
    pub fn open_sealed(&self, sealed: &[u8]) -> Option<String> {
        self.keys().find_map(|own| own.open(sealed).ok())
    }

    /// The same of a key that was wrapped to him.
    pub fn unwrap<K: PrivateHalf>(&self, sealed: &[u8]) -> Option<K> {
        self.keys().find_map(|own| own.unwrap(sealed).ok())
    }

    /// The key that he signs with under a head: the newest of his that it names. Where it names none, the one he has.
    pub fn signing(&self, head: Option<&Head>) -> &FullKey<role::Person> {
        let named = |own: &&FullKey<role::Person>| head.is_some_and(|head| head.names(&own.verify_key()));
        self.keys().find(named).unwrap_or(&self.person)
    }

    /// Whether a head names him.
    pub fn is_named(&self, head: &Head) -> bool {
        self.keys().any(|own| head.names(&own.verify_key()))
    }

    /// Whether a head names him as a member.
    pub fn is_member_of(&self, head: &Head) -> bool {
        self.keys().any(|own| head.members.contains(&own.verify_key()))
    }

    /// A route whose signals this person may open.
    pub fn usable(&self, route: RouteName) -> Option<&Arc<HeldRoute>> {
        self.routes.get(&route).filter(|held| held.configured)
    }

    /// A route this person is a member of, usable or not yet.
    pub fn held(&self, route: RouteName) -> Option<&Arc<HeldRoute>> {
        self.routes.get(&route)
    }

    /// Every usable route.
    pub fn usable_routes(&self) -> Vec<RouteName> {
        self.routes.iter().filter(|(_, held)| held.configured).map(|(route, _)| *route).collect()
    }

    /// The people of a configured route.
    pub fn people(&self, route: RouteName) -> Option<&Arc<People>> {
        self.known.get(&route)
    }

    pub fn configured(&self) -> &Routes {
        &self.configured
    }

    /// What is looked up for this person.
    pub fn reach(&self) -> Reach {
        Reach { routes: self.usable_routes(), account: self.account }
    }

    /// What a grant or an introduction of a configured route says of this person.
    pub fn own_grant(&self) -> Option<&Grant> {
        self.keys().find_map(|own| self.known.values().find_map(|people| people.whoever(&own.verify_key())))
    }

    /// The name under which members know an account: what they signed, not what its row says.
    pub fn name_of(&self, account: AccountId) -> Option<&str> {
        let mut found =
            self.known.values().filter_map(|people| people.member_of(account).or(people.colleague(account)));
        found.next().map(|grant| grant.name.as_str())
    }

    /// Routes that know this person without his being a member.
    pub fn introduced_to(&self) -> impl Iterator<Item = RouteName> {
        let known = |(route, people): (&RouteName, &Arc<People>)| people.colleague(self.account).map(|_| *route);
        self.known.iter().filter_map(known)
    }

    pub fn is_empty(&self) -> bool {
        self.routes.is_empty()
    }
}

/// What a route takes for new keys of people who chose another password.
pub fn renewals(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>) -> Vec<Renewal> {
    let of_route = rows.known.iter().filter(|row| row.route == route);
    let verified = of_route.filter_map(|row| {
        let said = seal::renewal::verify_confirmed(&row.statement, key).ok()?.into_inner();
        (said.account == row.account_id).then_some(said)
    });
    verified.collect()
}

/// The grant of a membership as it stands now: for the key that its person chose since.
pub fn member_now(
    row: &membership::Model,
    key: &VerifyKey<role::Route>,
    renewals: &[Renewal],
) -> Option<Verified<Grant>> {
    Some(seal::renewal::followed(member(row, key)?, renewals))
}

/// The same of an introduction.
pub fn colleague_now(row: &introduction::Model, key: &VerifyKey<role::Route>, renewals: &[Renewal]) -> Option<Grant> {
    let mut known = colleague(row, key)?;
    seal::renewal::follow(&mut known, renewals);
    Some(known)
}

/// The grant of a membership, if it verifies and is for the account whose row it is.
pub fn member(row: &membership::Model, key: &VerifyKey<role::Route>) -> Option<Verified<Grant>> {
    let grant = grant::verify(&row.grant_text, row.route, key).ok()?;
    (grant.account == row.account_id).then_some(grant)
}

/// The same of an introduction.
pub fn colleague(row: &introduction::Model, key: &VerifyKey<role::Route>) -> Option<Grant> {
    let known = grant::verify_introduction(&row.statement, row.route, key).ok()?.into_inner().0;
    (known.account == row.account_id).then_some(known)
}

//! Which route keys a person holds, and whose keys each route's members know, as far as signatures prove it.

pub mod readers;
pub mod standing;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{AccountId, RouteName, access::Colleague};
use entity::introduction;
use seal::{
    Halves, Lineage, Lineages, OpenError, Pair, Routes, Signer, Verified, VerifyKey,
    grant::{self, Grant},
    head::Head,
    recovery,
    renewal::Renewal,
    role,
    succession::Left,
};
use store::{PeopleRows, Reach, Under};
use templates::layout::Reminder;
use unseal::{FullKey, PrivateHalf};

use crate::renewal;
use standing::{Second, Standing};

/// The people of a route, from statements that verify.
#[derive(Default, Clone)]
pub struct People {
    pub members: Vec<Verified<Grant>>,
    /// Who is known to the route and may be invited to its signals.
    pub colleagues: Vec<Grant>,
    /// Whose key was vouched for and is lost: nothing new is wrapped to it. This rests on a row. It takes away from him; but where
    /// no second member is left in force, one lets somebody in alone, which is shown.
    pub stale: BTreeSet<AccountId>,
    /// Whose account was disabled. This rests on a row too, with the same consequence.
    pub disabled: BTreeSet<AccountId>,
    /// Members who did not get a newer key: they read nothing, and what they wrote stays theirs.
    pub left: Vec<Left>,
    /// New keys that people chose themselves and that the route takes for theirs.
    pub renewals: Vec<Renewal>,
    /// What people themselves said of new keys of theirs, on whatever route: each signed by the key that it replaces.
    said: Vec<Renewal>,
    /// Keys that this route's grants are for or were, and whose they are by those.
    owned: Vec<(VerifyKey<role::Author>, AccountId)>,
    /// Who says that he made the route's key; nobody where it is not the route's first.
    makers: BTreeSet<AccountId>,
    /// On what second statement a member rests who needs one.
    pub seconds: BTreeMap<AccountId, Second>,
    /// Whom a member let in, and whom a second has yet to confirm: no members.
    pub waiting: Vec<Waiting>,
}

/// Somebody whom a member let in and whom a second has yet to confirm.
#[derive(Clone)]
pub struct Waiting {
    pub grant: Verified<Grant>,
    /// Whether it can still be confirmed: both have the keys that they had. This rests on rows, and can only take away.
    pub is_fit: bool,
}

impl People {
    /// The people of a route as its newest key proves them: a grant under an older one is nobody's.
    pub fn of(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>, lineage: Option<&Lineage>) -> Self {
        let colleagues = rows.introductions.iter().filter(|row| row.route == route);
        let renewals = renewals(rows, route, key);
        let Standing { members, seconds, owned, makers } = Standing::of(rows, route, key, &renewals);
        let is_first = lineage.is_none_or(|lineage| lineage.number() == 1);
        let makers = if is_first { makers } else { BTreeSet::new() };
        let colleagues = colleagues.filter_map(|row| colleague_now(row, key, &renewals));
        // What stands there of a member besides counts for nothing: one person has one key here.
        let is_member = |known: &Grant| members.iter().any(|grant| grant.account == known.account);
        let colleagues: Vec<_> = colleagues.filter(|known| !is_member(known)).collect();
        let said = rows.renewals.iter().filter_map(|row| {
            let said = seal::renewal::verify(&row.statement).ok()?.into_inner();
            (said.account == row.account_id).then_some(said)
        });
        let said = said.collect();
        let is_lost = |grant: &Grant| {
            let row = rows.keys.iter().find(|(account, _)| *account == grant.account);
            let pair = row.and_then(|(_, pair)| serde_json::from_str::<Pair>(pair.as_ref()?).ok());
            pair.is_none_or(|pair| pair != grant.person)
        };
        let granted = members.iter().map(|grant| &**grant).chain(&colleagues);
        let stale = granted.filter(|grant| is_lost(grant)).map(|grant| grant.account).collect();
        let is_out = |account: AccountId| rows.disabled.contains(&account);
        let waiting = |grant: Verified<Grant>| {
            let first = members.iter().find(|member| member.person.verify.author() == grant.by);
            let may_ask = first.is_some_and(|first| !is_lost(first) && !is_out(first.account));
            Waiting { is_fit: may_ask && !is_lost(&grant) && !is_out(grant.account), grant }
        };
        let waiting = standing::waiting(rows, route, key).into_iter().map(waiting).collect();
        let left = lineage.into_iter().flat_map(Lineage::left).cloned().collect();
        let disabled = rows.disabled.clone();
        Self { members, colleagues, stale, disabled, left, renewals, said, owned, makers, seconds, waiting }
    }

    /// Members who can still open the route.
    pub fn in_force(&self) -> impl Iterator<Item = &Grant> {
        let granted = self.members.iter().map(|grant| &**grant);
        granted.filter(|grant| !self.stale.contains(&grant.account) && !self.disabled.contains(&grant.account))
    }

    /// The key into which somebody changed this one himself, as far as the route's newest key says so.
    pub fn became(&self, key: &VerifyKey<role::Author>) -> VerifyKey<role::Author> {
        let mut newest = key.clone();
        for _ in 0..self.renewals.len() {
            let next = self.renewals.iter().find(|renewal| renewal.before.verify.author() == newest);
            let Some(next) = next else { break };
            newest = next.after.verify.author();
        }
        newest
    }

    /// The key that somebody has now who had this one.
    pub fn newest(&self, key: &VerifyKey<role::Author>) -> VerifyKey<role::Author> {
        let newest = self.became(key);
        // Of before the route's key was replaced the grants themselves tell.
        self.whoever(&newest).map_or(newest, |grant| grant.person.verify.author())
    }

    /// The member who holds a verifying key, or held it before he got a new one: for what is shown. Keys are given by
    /// [`People::reader`] alone.
    pub fn member(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        let known = self.whoever(key)?;
        self.members.iter().map(|grant| &**grant).find(|grant| grant.account == known.account)
    }

    /// Whoever holds a verifying key, member or not, or held it as a grant says: for what is shown.
    pub fn whoever(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        self.reader(key).or_else(|| self.everybody().find(|known| known.formerly.contains(key)))
    }

    /// A colleague who is no member.
    pub fn colleague(&self, account: AccountId) -> Option<&Grant> {
        self.colleagues.iter().find(|known| known.account == account)
    }

    /// Somebody who was a member when this key of his signed, and is none any more.
    pub fn former(&self, key: &VerifyKey<role::Author>) -> Option<&Left> {
        self.left.iter().find(|left| left.keys.contains(key))
    }

    /// Whether he was a member, and is not even known any more.
    pub fn has_left(&self, key: &VerifyKey<role::Author>) -> bool {
        self.former(key).is_some() && self.whoever(key).is_none()
    }

    fn everybody(&self) -> impl Iterator<Item = &Grant> {
        self.members.iter().map(|grant| &**grant).chain(&self.colleagues)
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
    /// The newest: what is sealed and signed from now on.
    pub key: FullKey<role::Route>,
    /// Its number: 1 for a route's first.
    pub number: u32,
    /// Keys before it, the newest first: they open what was sealed to them.
    pub older: Vec<FullKey<role::Route>>,
    /// Whether the configuration proves this very key. Only then does it open and sign: a row in the database alone must
    /// not be able to bring in a key of somebody else's.
    pub configured: bool,
    pub people: People,
}

impl HeldRoute {
    /// Opens a key that was wrapped to this route, under whichever of its keys.
    pub fn unwrap<K: PrivateHalf>(&self, sealed: &[u8]) -> Result<K, OpenError> {
        let newest = self.key.unwrap(sealed);
        self.older.iter().fold(newest, |found, key| found.or_else(|error| key.unwrap(sealed).map_err(|_| error)))
    }

    /// Opens what was sealed to this route.
    pub fn open(&self, sealed: &[u8]) -> Result<String, OpenError> {
        let newest = self.key.open(sealed);
        self.older.iter().fold(newest, |found, key| found.or_else(|error| key.open(sealed).map_err(|_| error)))
    }

    /// What the store holds against the route's key when something is signed with it.
    pub fn under(&self, route: RouteName) -> Under {
        Under { route, number: self.number }
    }
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
    lineages: Arc<Lineages>,
    /// What does not fit, in words for the person himself.
    pub warnings: Vec<String>,
    /// What is no danger and must not be forgotten, for every page.
    pub reminders: Vec<Reminder>,
    /// What is still to be done about a route's key.
    pub notices: Vec<String>,
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
        let lineages = rows.lineages(configured);
        let people = |(route, lineage): (RouteName, &Lineage)| {
            Some((route, Arc::new(People::of(rows, route, lineage.key()?, Some(lineage)))))
        };
        let known = lineages.iter().filter_map(people).collect();
        let mut ring = Self {
            account: account.id,
            person: Arc::clone(&key),
            formerly: Arc::new(renewal::formerly(account.id, &key, &rows.renewals)),
            routes: BTreeMap::new(),
            known: Arc::new(known),
            configured: Arc::clone(configured),
            lineages: Arc::new(lineages),
            warnings: Vec::new(),
            reminders: Vec::new(),
            notices: Vec::new(),
        };
        for own in rows.memberships.iter().filter(|membership| membership.account_id == account.id) {
            let route = own.route;
            ring.warnings.extend(forked(&ring.lineages, route));
            ring.warnings.extend(barred(&ring.lineages, route));
            let lineage = ring.lineages.get(route).cloned();
            let number = |opened: &FullKey<role::Route>| lineage.as_ref()?.number_of(&opened.halves());
            // A membership of before the key was replaced is over: who was left out does not come back with his old row.
            let is_over = |opened: &FullKey<role::Route>| number(opened) < lineage.as_ref().map(Lineage::number);
            let opened = ring.unwrap::<FullKey<role::Route>>(&own.sealed);
            let opened = opened.filter(|opened| number(opened).is_none() || !is_over(opened));
            let proven = |opened: &FullKey<role::Route>| lineage.as_ref().filter(|_| number(opened).is_some());
            let opened =
                opened.map(|opened| (People::of(rows, route, &opened.halves().verify, proven(&opened)), opened));
            let granted =
                |people: &People| people.member_of(account.id).is_some_and(|grant| grant.person == key.pair());
            let Some((people, route_key)) = opened.filter(|(people, _)| granted(people)) else {
                ring.warnings.push(format!(
                    "Uw toegang tot de route {route} klopt niet en wordt niet gebruikt. Bent u opnieuw uitgenodigd? Laat een lid \
                     u dan weer toelaten. Zo niet: vertel het aan een ander lid."
                ));
                continue;
            };
            let is_configured = match lineage.as_ref().and_then(Lineage::newest) {
                Some(halves) if *halves == route_key.halves() => true,
                Some(_) => {
                    ring.warnings.push(format!("De sleutel van de route {route} is een andere dan in de configuratie. Hij wordt niet gebruikt. Zoek samen met de beheerder uit waarom."));
                    false
                }
                None => false,
            };
            if is_configured {
                ring.warnings.extend(forged_recovery(rows, route, &route_key.halves().verify));
            }
            let lineage = lineage.filter(|_| is_configured);
            let older = lineage.as_ref().map(|lineage| older(rows, route, lineage, &route_key)).unwrap_or_default();
            let number = lineage.as_ref().map_or(1, Lineage::number);
            ring.routes.insert(
                route,
                Arc::new(HeldRoute { key: route_key, number, older, configured: is_configured, people }),
            );
        }
        ring.warnings.extend(ring.still_in(rows));
        ring.notices.extend(ring.unfinished());
        ring
    }

    /// Members whose account was disabled, while the key that they had still opens what comes in.
    fn still_in(&self, rows: &PeopleRows) -> Vec<String> {
        let usable = self.routes.iter().filter(|(_, held)| held.configured);
        let disabled = usable.flat_map(|(route, held)| held.people.members.iter().map(move |grant| (route, grant)));
        let disabled = disabled.filter(|(_, grant)| rows.disabled.contains(&grant.account));
        let said = disabled.map(|(route, grant)| {
            let name = &grant.name;
            format!(
                "{name} is uitgezet. De sleutel van de route {route} opent nog met wat {name} had. Vervang de sleutel: ga naar \
                 Beheer."
            )
        });
        said.collect()
    }

    /// Replaced keys that the configuration does not name yet.
    fn unfinished(&self) -> Vec<String> {
        let of = |route: &RouteName| self.lineages.get(*route).filter(|lineage| !lineage.is_configured());
        let usable = self.routes.iter().filter(|(_, held)| held.configured);
        let waiting = usable.filter_map(|(route, _)| Some((route, of(route)?.successions().last()?)));
        let said = waiting.map(|(route, last)| {
            let names: Vec<_> = last.left.iter().map(|left| left.name.as_str()).collect();
            let who = match names.as_slice() {
                [] => "De sleutel is vervangen".to_owned(),
                [one] => format!("{one} is eruit gehaald"),
                many => format!("{} zijn eruit gehaald", many.join(", ")),
            };
            format!(
                "Onvolledig: {who}, maar de nieuwe sleutel van de route {route} staat nog niet in de configuratie. De regels \
                 staan bij Beheer."
            )
        });
        said.collect()
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

    /// Whether a head names him as one who was invited.
    pub fn is_guest_of(&self, head: &Head) -> bool {
        self.keys().any(|own| head.guests.contains(&own.verify_key()))
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

    /// The keys of every configured route, as the configured one proves them.
    pub fn lineages(&self) -> &Lineages {
        &self.lineages
    }

    /// The halves of a route to which anything new is sealed.
    pub fn halves(&self, route: RouteName) -> Option<&Halves<role::Route>> {
        self.lineages.halves(route)
    }

    /// What the store holds against those when something is sealed to them.
    pub fn newest(&self, route: RouteName) -> Option<Under> {
        self.lineages.get(route).map(|lineage| Under { route, number: lineage.number() })
    }

    /// What is looked up for this person.
    pub fn reach(&self) -> Reach {
        Reach { routes: self.usable_routes(), account: self.account }
    }

    /// What a grant or an introduction of a configured route says of this person.
    pub fn own_grant(&self) -> Option<&Grant> {
        self.keys().find_map(|own| self.known.values().find_map(|people| people.whoever(&own.verify_key())))
    }

    /// Every key that is known of a person, on whatever route: those he has, and those he lost.
    pub fn keys_of(&self, account: AccountId) -> Vec<VerifyKey<role::Author>> {
        let known = self.known.values().flat_map(|people| people.everybody());
        let his = known.filter(|grant| grant.account == account);
        let mut keys: Vec<_> =
            his.flat_map(|grant| std::iter::once(grant.person.verify.author()).chain(grant.formerly.clone())).collect();
        let left = self.known.values().flat_map(|people| &people.left).filter(|left| left.account == account);
        keys.extend(left.flat_map(|left| left.keys.iter().cloned()));
        if account == self.account {
            keys.push(self.person.verify_key());
        }
        keys
    }

    /// The account whose key this is or was, by what any route says.
    pub fn account_of(&self, key: &VerifyKey<role::Author>) -> Option<AccountId> {
        let of = |people: &Arc<People>| {
            let known = people.whoever(key).map(|grant| grant.account);
            known.or_else(|| people.former(key).map(|left| left.account))
        };
        self.known.values().find_map(of)
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

/// The private halves of a route's keys before the newest, as each succession seals the one before to the one after.
fn older(
    rows: &PeopleRows,
    route: RouteName,
    lineage: &Lineage,
    newest: &FullKey<role::Route>,
) -> Vec<FullKey<role::Route>> {
    let mut older: Vec<FullKey<role::Route>> = Vec::new();
    for succession in lineage.successions().iter().rev() {
        let is_its =
            |row: &&entity::succession::Model| row.route == route && u32::try_from(row.number) == Ok(succession.number);
        let Some(row) = rows.successions.iter().find(is_its) else { break };
        let after = older.last().unwrap_or(newest);
        let Ok(before) = after.unwrap::<FullKey<role::Route>>(&row.sealed) else { break };
        if before.halves() != succession.before {
            break;
        }
        older.push(before);
    }
    older
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

/// What an introduction says now: of the key that its person chose since.
pub fn colleague_now(row: &introduction::Model, key: &VerifyKey<role::Route>, renewals: &[Renewal]) -> Option<Grant> {
    let mut known = colleague(row, key)?;
    seal::renewal::follow(&mut known, renewals);
    Some(known)
}

/// What an introduction says, if it verifies and is for the account whose row it is.
pub fn colleague(row: &introduction::Model, key: &VerifyKey<role::Route>) -> Option<Grant> {
    let known = grant::verify_introduction(&row.statement, row.route, key).ok()?.into_inner().0;
    (known.account == row.account_id).then_some(known)
}

/// What is shouted where two statements replace one key of a route.
fn forked(lineages: &Lineages, route: RouteName) -> Option<String> {
    lineages.get(route)?.is_forked().then(|| {
        format!(
            "De sleutel van de route {route} is volgens de database twee keer vervangen door een andere. Een van beide is niet van een \
             lid. Tot de configuratie de goede noemt, opent deze route niets. Bel de beheerder en de andere leden."
        )
    })
}

/// What is shouted where a replacement stands in the database that no key of the route signed.
fn barred(lineages: &Lineages, route: RouteName) -> Option<String> {
    lineages.get(route)?.is_barred().then(|| {
        format!(
            "In de database staat dat de sleutel van de route {route} is vervangen, maar niemand heeft dat ondertekend. Tot dat weg is, \
             wordt niets van deze route bewaard. Bel de beheerder en de andere leden."
        )
    })
}

/// What is shouted where the route's key on paper is not what a member sealed there.
fn forged_recovery(rows: &PeopleRows, route: RouteName, key: &VerifyKey<role::Route>) -> Option<String> {
    let row = rows.route_keys.iter().find(|row| row.route == route)?;
    let said = row.sealed_to.as_ref()?;
    recovery::verify_sealed_to(said, route, key, &row.recovery).is_err().then(|| {
        format!(
            "Iemand heeft veranderd wat voor de papieren sleutel van de route {route} is verzegeld. Meld dit bij de andere \
             leden en verzegel de sleutel opnieuw bij Beheer."
        )
    })
}

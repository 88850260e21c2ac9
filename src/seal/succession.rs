//! A route's key, replaced by another. The old key, the new one and the member who replaced it sign one line that names both.
//! The configuration names one key of a route; every other is believed only as far as such lines lead from that one to it:
//! backwards, because a key vouches for those before it, and forwards, so that a program with an older configuration goes on.
//!
//! From then on the old key signs nothing. What it had signed and still stands is listed in the line itself: whoever left the
//! route still has the old key, and what he signs with it is in no list.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use serde::{Deserialize, Serialize};

use crate::{
    Digest, Halves, Routes, Signed, Signer, StatementError, Verified, VerifyKey, key::role, statement::Statement,
};

/// One replacement.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Succession {
    pub v: u8,
    pub route: RouteName,
    /// Of the new key. A route's first key has number 1.
    pub number: u32,
    pub before: Halves<role::Route>,
    pub after: Halves<role::Route>,
    /// Members who did not get the new key. What they wrote stays theirs.
    #[serde(rename = "vertrokken")]
    pub left: Vec<Left>,
    /// What older keys signed and is believed on: the newest head of every signal that one of them signed, the newest version
    /// of every meeting and the newest upkeep (SHA-256 of the whole text, of the sealed file), and every consent to destroy (of
    /// its first line).
    #[serde(rename = "geldig")]
    pub stands: BTreeSet<Digest>,
    /// The member who replaced it.
    pub by: VerifyKey<role::Author>,
    pub on: NaiveDate,
}

/// A member who did not get the new key, as his grant named him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Left {
    pub account: AccountId,
    pub name: String,
    pub function: String,
    /// His verifying keys, former ones included.
    pub keys: Vec<VerifyKey<role::Author>>,
}

impl Statement for Succession {
    const TYPE: &'static str = "succession";
    fn version(&self) -> u8 {
        self.v
    }
}

/// Writes and signs one.
///
/// # Errors
/// It is not one line of JSON.
pub fn sign(
    succession: &Succession,
    before: &dyn Signer,
    after: &dyn Signer,
    member: &dyn Signer,
) -> Result<Signed<Succession>, serde_json::Error> {
    Signed::sign(succession, &[before, after, member])
}

/// Checks the three signatures, and that it is of this route. Whether either key is the route's, only its [`Lineage`] says.
///
/// # Errors
/// It is not signed so, or belongs to another route.
pub fn verify(text: &str, route: RouteName) -> Result<Verified<Succession>, StatementError> {
    let signed = Signed::<Succession>::parse(text.to_owned());
    let claimed = signed.claims()?;
    let keys = [&claimed.before.verify.author(), &claimed.after.verify.author(), &claimed.by];
    let succession = signed.verify(&keys)?;
    if succession.route == route { Ok(succession) } else { Err(StatementError::Malformed) }
}

/// The keys of one route that the configured one proves.
#[derive(Debug, Clone)]
pub struct Lineage(Arc<Known>);

#[derive(Debug)]
struct Known {
    /// With their numbers, oldest first. Never empty.
    keys: Vec<(u32, VerifyKey<role::Route>)>,
    newest: Option<Halves<role::Route>>,
    /// The number of the configured key.
    configured: u32,
    /// Whether two statements replace one key: which of them a member made, nobody can tell from here.
    forked: bool,
    /// Whether a row stands where the next replacement would, and replaces nothing.
    barred: bool,
    successions: Vec<Verified<Succession>>,
}

/// A route whose key was never replaced.
impl From<VerifyKey<role::Route>> for Lineage {
    fn from(key: VerifyKey<role::Route>) -> Self {
        Self(Arc::new(Known {
            keys: vec![(1, key)],
            newest: None,
            configured: 1,
            forked: false,
            barred: false,
            successions: Vec::new(),
        }))
    }
}

impl Lineage {
    /// Follows stored successions from the configured key in both directions, each with the number that its row has. What leads
    /// nowhere, or stands in a row of another number, is left out. Backwards a newer key says which was before it. Forwards an
    /// older key says it, and whoever left has that one: where two lead away from one key, neither is followed and nothing that
    /// the route's keys signed is believed, until the configuration names the right one.
    pub fn of<'a>(
        route: RouteName,
        configured: &Halves<role::Route>,
        rows: impl IntoIterator<Item = (i32, &'a str)>,
    ) -> Self {
        let rows: Vec<_> = rows.into_iter().collect();
        let verified = |(number, text): (i32, &str)| {
            verify(text, route).ok().filter(|succession| i32::try_from(succession.number) == Ok(number))
        };
        let mut found: Vec<_> = rows.iter().copied().filter_map(verified).collect();
        let mut chain: Vec<Verified<Succession>> = Vec::new();
        let mut first = configured.clone();
        let fits = |next: Option<u32>, number: u32| next.is_none_or(|next| number.checked_add(1) == Some(next));
        while let Some(at) =
            found.iter().position(|s| s.after == first && fits(chain.first().map(|next| next.number), s.number))
        {
            let succession = found.swap_remove(at);
            first = succession.before.clone();
            chain.insert(0, succession);
        }
        let known = chain.last().map(|last| last.number);
        let mut newest = configured.clone();
        let forked = loop {
            let follows = |s: &Verified<Succession>| {
                s.before == newest && chain.last().is_none_or(|last| last.number.checked_add(1) == Some(s.number))
            };
            let mut next = found.iter().enumerate().filter(|(_, s)| follows(s)).map(|(at, _)| at);
            match (next.next(), next.next()) {
                (Some(at), None) => {
                    let succession = found.swap_remove(at);
                    newest = succession.after.clone();
                    chain.push(succession);
                }
                (next, _) => break next.is_some(),
            }
        };
        let first_number = chain.first().map_or(1, |first| first.number.saturating_sub(1));
        let mut keys = vec![(first_number, first.verify)];
        keys.extend(chain.iter().map(|succession| (succession.number, succession.after.verify.clone())));
        let configured = known.unwrap_or(first_number);
        let newest = (!forked).then_some(newest);
        let last = keys.last().map_or(1, |(number, _)| *number);
        let barred = !forked && rows.iter().any(|(number, _)| last.checked_add(1) == u32::try_from(*number).ok());
        Self(Arc::new(Known { keys, newest, configured, forked, barred, successions: chain }))
    }

    /// The number of the newest key.
    pub fn number(&self) -> u32 {
        self.0.keys.last().map_or(1, |(number, _)| *number)
    }

    /// Whether two statements replace one of its keys: then none of them is believed, nor what any key of this route signed.
    pub fn is_forked(&self) -> bool {
        self.0.forked
    }

    /// Whether a row that no key of this route signed stands where the next replacement would. Whoever writes in the database can
    /// put one there, and nothing is stored under the newest key until it is gone: the store asks the number alone.
    pub fn is_barred(&self) -> bool {
        self.0.barred
    }

    /// Both halves of the newest key: what anything new is sealed to. `None`: made from a verifying key alone, or nobody can tell
    /// which it is.
    pub fn newest(&self) -> Option<&Halves<role::Route>> {
        self.0.newest.as_ref()
    }

    /// The newest verifying key: grants and introductions are believed by this one alone.
    pub fn key(&self) -> Option<&VerifyKey<role::Route>> {
        self.0.keys.last().map(|(_, key)| key).filter(|_| !self.0.forked)
    }

    /// Whether the configuration names the newest key.
    pub fn is_configured(&self) -> bool {
        !self.0.forked && self.0.configured == self.number()
    }

    /// The number of a key that is one of these.
    pub fn number_of(&self, halves: &Halves<role::Route>) -> Option<u32> {
        self.0.keys.iter().find(|(_, key)| *key == halves.verify).map(|(number, _)| *number)
    }

    /// The replacements there were, oldest first.
    pub fn successions(&self) -> &[Verified<Succession>] {
        &self.0.successions
    }

    /// Who left with one of them.
    pub fn left(&self) -> impl Iterator<Item = &Left> {
        self.0.successions.iter().flat_map(|succession| &succession.left)
    }

    /// Checks a statement that the route signed first and others below it; says which of its keys it was. Whether an older one
    /// is still believed, [`Lineage::stands`] says.
    ///
    /// # Errors
    /// None of these keys signed it, or nobody can tell which of them are the route's.
    pub fn check<T: Statement>(
        &self,
        signed: &Signed<T>,
        others: &[&VerifyKey<role::Author>],
    ) -> Result<(u32, Verified<T>), StatementError> {
        let mut refused = StatementError::BadSignature;
        if self.0.forked {
            return Err(refused);
        }
        for (at, (number, key)) in self.0.keys.iter().rev().enumerate() {
            let key = key.author();
            let keys: Vec<_> = std::iter::once(&key).chain(others.iter().copied()).collect();
            match signed.verify(&keys) {
                Ok(verified) => return Ok((*number, verified)),
                Err(error) if at == 0 => refused = error,
                Err(_) => {}
            }
        }
        Err(refused)
    }

    /// Whether what the key of this number signed is believed: it is the newest, or the newest says that it stands.
    pub fn stands(&self, number: u32, what: &Digest) -> bool {
        (!self.0.forked && number == self.number()) || self.lists(what)
    }

    /// Whether the newest key lists it as standing.
    pub fn lists(&self, what: &Digest) -> bool {
        !self.0.forked && self.0.successions.last().is_some_and(|last| last.stands.contains(what))
    }

    /// Every key with its number, oldest first.
    pub fn keys(&self) -> impl Iterator<Item = (u32, &VerifyKey<role::Route>)> {
        self.0.keys.iter().map(|(number, key)| (*number, key))
    }
}

/// What is listed of a statement that may get one more signature: SHA-256 of its first line.
pub fn line_of(text: &str) -> Digest {
    Digest::of(text.split_once('\n').map_or(text, |(line, _)| line).as_bytes())
}

/// The lineages of every configured route.
#[derive(Debug, Clone, Default)]
pub struct Lineages(BTreeMap<RouteName, Lineage>);

impl Lineages {
    /// From the configuration, and stored successions with the routes and numbers of their rows.
    pub fn of(routes: &Routes, rows: &[(RouteName, i32, &str)]) -> Self {
        let of = |route: RouteName| {
            let rows = rows.iter().filter(|(of, ..)| *of == route).map(|(_, number, text)| (*number, *text));
            Some((route, Lineage::of(route, routes.key(route)?, rows)))
        };
        Self(routes.all().filter_map(of).collect())
    }

    pub fn get(&self, route: RouteName) -> Option<&Lineage> {
        self.0.get(&route)
    }

    /// The same, owned: what [`crate::head::Heads::verify`] asks for.
    pub fn of_route(&self, route: RouteName) -> Option<Lineage> {
        self.get(route).cloned()
    }

    /// Routes of which nobody can tell which key is theirs: see [`Lineage::is_forked`].
    pub fn forked(&self) -> impl Iterator<Item = RouteName> {
        self.0.iter().filter(|(_, lineage)| lineage.is_forked()).map(|(route, _)| *route)
    }

    /// The newest halves of a route: what anything new is sealed to.
    pub fn halves(&self, route: RouteName) -> Option<&Halves<role::Route>> {
        self.get(route)?.newest()
    }

    pub fn iter(&self) -> impl Iterator<Item = (RouteName, &Lineage)> {
        self.0.iter().map(|(route, lineage)| (*route, lineage))
    }
}

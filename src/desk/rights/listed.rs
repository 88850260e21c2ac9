//! Who may open what of one route, as signatures prove it: grants for members and colleagues, heads for who holds keys of which
//! signals. Rows only take away: an account that was disabled, a key that was lost. What is listed has one digest: that is what
//! a review signs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{AccountId, RouteName};
use entity::signal;
use seal::{Digest, grant::Grant, head::Heads, intake::Intake};
use serde::Serialize;

use crate::keyring::{Keyring, People};

/// Whether a person can still use what he was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Standing {
    #[serde(rename = "werkt")]
    Works,
    #[serde(rename = "account uitgezet")]
    Disabled,
    #[serde(rename = "sleutel kwijt")]
    LostKey,
}

/// One person, as the route knows him.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub account: AccountId,
    #[serde(rename = "naam")]
    pub name: String,
    #[serde(rename = "functie")]
    pub function: String,
    #[serde(rename = "lid")]
    pub is_member: bool,
    #[serde(rename = "sinds")]
    pub since: NaiveDate,
    /// Who let him in, or made him known.
    #[serde(rename = "door")]
    pub by: String,
    /// The verifying half of his key: with another key it is another list.
    #[serde(rename = "sleutel")]
    pub key: String,
    #[serde(rename = "stand")]
    pub standing: Standing,
    /// How many signals he holds keys of by name, and which of those the reader may open himself.
    #[serde(rename = "signalen")]
    pub signals: usize,
    pub kenmerken: Vec<String>,
    /// Of a member: how many signals he was kept out of.
    #[serde(rename = "buiten")]
    pub kept_out: usize,
}

/// A route's people and what they hold, in one order always.
#[derive(Debug, Clone, Serialize)]
pub struct Listed {
    pub route: RouteName,
    /// Whether the configuration names a paper key.
    #[serde(rename = "herstel")]
    pub has_recovery: bool,
    #[serde(rename = "vervanger")]
    pub replacement: Option<AccountId>,
    #[serde(rename = "mensen")]
    pub people: Vec<Person>,
    /// Keys that heads name and that belong to nobody whom the route knows.
    #[serde(rename = "onbekend")]
    pub unknown: usize,
    /// Signals in this route's rows whose own statements do not verify: who holds keys of them, nobody can tell.
    #[serde(rename = "onleesbaar")]
    pub unreadable: usize,
}

impl Listed {
    /// SHA-256 of the list as JSON.
    ///
    /// # Errors
    /// It is no JSON.
    pub fn digest(&self) -> Result<Digest, serde_json::Error> {
        Ok(Digest::of(&serde_json::to_vec(self)?))
    }

    /// Everything of a usable route. `signals`: every signal there is; which belong to the route, their heads say.
    pub fn of(
        ring: &Keyring,
        route: RouteName,
        replacement: Option<AccountId>,
        signals: &[(signal::Model, Vec<String>)],
    ) -> Option<Self> {
        let people = &ring.usable(route)?.people;
        let mut named: BTreeMap<AccountId, Named> = BTreeMap::new();
        let (mut unknown, mut unreadable) = (BTreeSet::new(), 0);
        for (signal, heads) in signals {
            let Some((intake, heads)) = verified(ring, signal, heads) else {
                unreadable += usize::from(signal.route == route);
                continue;
            };
            let Some(head) = heads.current().filter(|_| heads.route(&intake) == route) else { continue };
            let is_readers = !head.closed || ring.is_member_of(head);
            for key in &head.guests {
                match people.reader(key) {
                    Some(who) => {
                        let holds = named.entry(who.account).or_default();
                        holds.signals += 1;
                        holds.kenmerken.extend(is_readers.then(|| intake.kenmerk.to_string()));
                    }
                    None => drop(unknown.insert(key.to_string())),
                }
            }
            let readers = people.readers(head);
            for member in people.members.iter().filter(|member| head.closed && !readers.contains(&member.account)) {
                named.entry(member.account).or_default().kept_out += 1;
            }
        }
        let members = people.members.iter().map(|grant| (&**grant, true));
        let known = people.colleagues.iter().filter(|known| people.colleague(known.account).is_some());
        let known = known.map(|grant| (grant, false));
        let mut listed: Vec<_> = members
            .chain(known)
            .map(|(grant, is_member)| Person::of(people, grant, is_member, named.remove(&grant.account)))
            .collect();
        listed.sort_by(|one, other| (!one.is_member, &one.name).cmp(&(!other.is_member, &other.name)));
        let has_recovery = ring.configured().recovery(route).is_some();
        Some(Self { route, has_recovery, replacement, people: listed, unknown: unknown.len(), unreadable })
    }
}

/// What somebody holds by name.
#[derive(Default)]
struct Named {
    signals: usize,
    kenmerken: Vec<String>,
    kept_out: usize,
}

impl Person {
    fn of(people: &People, grant: &Grant, is_member: bool, holds: Option<Named>) -> Self {
        let holds = holds.unwrap_or_default();
        let by = if people.reader(&grant.by).is_some_and(|by| by.account == grant.account) {
            "zichzelf".to_owned()
        } else {
            people.member(&grant.by).map_or_else(|| "iemand die geen lid meer is".into(), |by| by.name.clone())
        };
        let standing = match grant.account {
            account if people.disabled.contains(&account) => Standing::Disabled,
            account if people.stale.contains(&account) => Standing::LostKey,
            _ => Standing::Works,
        };
        Self {
            account: grant.account,
            name: grant.name.clone(),
            function: grant.function.clone(),
            is_member,
            since: grant.on,
            by,
            key: grant.person.verify.to_string(),
            standing,
            signals: holds.signals,
            kenmerken: holds.kenmerken,
            kept_out: holds.kept_out,
        }
    }
}

/// The statements of a signal, where they verify: no column says whose it is.
fn verified(ring: &Keyring, signal: &signal::Model, heads: &[String]) -> Option<(Intake, Heads)> {
    let intake = Intake::verify(&signal.intake, None).ok()?.into_inner();
    let heads = Heads::verify(heads, &intake, |route| ring.lineages().of_route(route)).ok()?;
    (intake.signal == signal.id).then_some((intake, heads))
}

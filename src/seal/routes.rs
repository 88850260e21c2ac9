//! The routes an installation has, from its configuration. Portal and desk believe this, not the database.

use std::collections::BTreeMap;

use domain::{RouteName, Routing};
use serde::Deserialize;

use crate::{Halves, Recipient, VerifyKey, demo, role};

/// Section `routes`, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoutesSettings {
    /// `age1...`, or empty while there is none.
    pub recovery: String,
    pub subjects: Routing,
    pub keys: BTreeMap<String, RouteKeySettings>,
}

/// One `[routes.keys.NAME]`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteKeySettings {
    pub encrypt: Option<String>,
    pub verify: Option<String>,
    /// A recovery recipient of this route's own, instead of `routes.recovery`; may stand there before the route has a key.
    pub recovery: Option<String>,
}

/// A setting under `routes` that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {why}")]
pub struct RoutesError {
    pub key: String,
    pub why: String,
}

fn refuse(key: impl Into<String>, why: impl Into<String>) -> RoutesError {
    RoutesError { key: key.into(), why: why.into() }
}

/// Whether the demo's constant keys are accepted: by the demo alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoKeys {
    Refuse,
    Accept,
}

/// Who reads what, and with which keys. Every key in it parsed, belongs to one route, and is no demo key outside the
/// demo.
#[derive(Debug, Clone)]
pub struct Routes {
    routing: Routing,
    keys: BTreeMap<RouteName, Halves<role::Route>>,
    recovery: Option<Recipient<role::Recovery>>,
    /// Of routes that have one of their own.
    own_recovery: BTreeMap<RouteName, Recipient<role::Recovery>>,
}

impl Routes {
    /// Checks the whole section and says which key of it is wrong.
    pub fn check(settings: &RoutesSettings, demo: DemoKeys) -> Result<Self, RoutesError> {
        let (mut keys, mut own_recovery) = (BTreeMap::new(), BTreeMap::new());
        for (name, given) in &settings.keys {
            let route: RouteName =
                name.parse().map_err(|_| refuse(format!("routes.keys.{name}"), "is no route; remove it"))?;
            if let Some(own) = recipient(&format!("routes.keys.{name}.recovery"), given.recovery.as_deref(), demo)? {
                own_recovery.insert(route, own);
                if given.encrypt.is_none() && given.verify.is_none() {
                    continue;
                }
            }
            keys.insert(route, halves(name, given)?);
        }
        for (route, halves) in &keys {
            let twice = keys.iter().find(|(other, theirs)| {
                *other < route && (theirs.encrypt == halves.encrypt || theirs.verify == halves.verify)
            });
            if let Some((other, _)) = twice {
                let why = format!("is the key of {other} too; each route has a key of its own");
                return Err(refuse(format!("routes.keys.{route}"), why));
            }
            if demo == DemoKeys::Refuse && demo::is_demo_route(halves) {
                let why = "is a key of the demo, which everybody knows; make a key at the desk";
                return Err(refuse(format!("routes.keys.{route}"), why));
            }
        }
        let recovery = recipient("routes.recovery", Some(&settings.recovery), demo)?;
        Ok(Self { routing: settings.subjects.clone(), keys, recovery, own_recovery })
    }

    pub fn routing(&self) -> &Routing {
        &self.routing
    }

    /// The key of a route; `None` while the route cannot be reached yet.
    pub fn key(&self, route: RouteName) -> Option<&Halves<role::Route>> {
        self.keys.get(&route)
    }

    /// Routes with a key that people hold.
    pub fn reachable(&self) -> impl Iterator<Item = RouteName> {
        RouteName::of_people().filter(|route| self.keys.contains_key(route))
    }

    /// The same, and the canary's.
    pub fn all(&self) -> impl Iterator<Item = RouteName> {
        self.keys.keys().copied()
    }

    /// Whom a route's key is sealed to beside its members: its own recovery recipient, or that of all.
    pub fn recovery(&self, route: RouteName) -> Option<&Recipient<role::Recovery>> {
        self.own_recovery.get(&route).or(self.recovery.as_ref())
    }

    /// The recovery recipient of routes that have none of their own.
    pub fn shared_recovery(&self) -> Option<&Recipient<role::Recovery>> {
        self.recovery.as_ref()
    }

    /// A route's own recovery recipient, where it has one.
    pub fn own_recovery(&self, route: RouteName) -> Option<&Recipient<role::Recovery>> {
        self.own_recovery.get(&route)
    }

    /// The configured verifying key of a route. Which others are believed, [`crate::Lineages`] says.
    pub fn verify_key(&self, route: RouteName) -> Option<VerifyKey<role::Route>> {
        self.key(route).map(|halves| halves.verify.clone())
    }
}

/// A recovery recipient; `None` where nothing is written.
fn recipient(key: &str, text: Option<&str>, demo: DemoKeys) -> Result<Option<Recipient<role::Recovery>>, RoutesError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    let recipient = text.parse().map_err(|error| refuse(key, format!("{error}")))?;
    if demo == DemoKeys::Refuse && demo::is_demo_recovery(&recipient) {
        return Err(refuse(key, "is the demo's, which everybody knows; make one with age-keygen"));
    }
    Ok(Some(recipient))
}

fn halves(name: &str, given: &RouteKeySettings) -> Result<Halves<role::Route>, RoutesError> {
    let key = |half: &str| format!("routes.keys.{name}.{half}");
    let text = |half: &str, text: &Option<String>| {
        text.clone()
            .filter(|text| !text.is_empty())
            .ok_or_else(|| refuse(key(half), "is missing; copy both lines from the desk"))
    };
    let encrypt =
        text("encrypt", &given.encrypt)?.parse().map_err(|error| refuse(key("encrypt"), format!("{error}")))?;
    let verify = text("verify", &given.verify)?.parse().map_err(|error| refuse(key("verify"), format!("{error}")))?;
    Ok(Halves { encrypt, verify })
}

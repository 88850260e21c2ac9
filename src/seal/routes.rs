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
}

impl Routes {
    /// Checks the whole section and says which key of it is wrong.
    pub fn check(settings: &RoutesSettings, demo: DemoKeys) -> Result<Self, RoutesError> {
        let mut keys = BTreeMap::new();
        for (name, given) in &settings.keys {
            let route: RouteName =
                name.parse().map_err(|_| refuse(format!("routes.keys.{name}"), "is no route; remove it"))?;
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
        let recovery = match settings.recovery.as_str() {
            "" => None,
            text => Some(text.parse().map_err(|error| refuse("routes.recovery", format!("{error}")))?),
        };
        if demo == DemoKeys::Refuse && recovery.as_ref().is_some_and(demo::is_demo_recovery) {
            return Err(refuse("routes.recovery", "is the demo's, which everybody knows; make one with age-keygen"));
        }
        Ok(Self { routing: settings.subjects.clone(), keys, recovery })
    }

    pub fn routing(&self) -> &Routing {
        &self.routing
    }

    /// The key of a route; `None` while the route cannot be reached yet.
    pub fn key(&self, route: RouteName) -> Option<&Halves<role::Route>> {
        self.keys.get(&route)
    }

    pub fn reachable(&self) -> impl Iterator<Item = RouteName> {
        self.keys.keys().copied()
    }

    pub fn recovery(&self) -> Option<&Recipient<role::Recovery>> {
        self.recovery.as_ref()
    }

    /// The configured verifying key of a route. Which others are believed, [`crate::Lineages`] says.
    pub fn verify_key(&self, route: RouteName) -> Option<VerifyKey<role::Route>> {
        self.key(route).map(|halves| halves.verify.clone())
    }
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

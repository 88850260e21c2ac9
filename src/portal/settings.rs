//! Section `portal`, and the sections the portal alone reads.

use std::path::Path;

use attachments::Storage;
use seal::routes::{DemoKeys, Routes, RoutesSettings};
use serde::{Deserialize, de::IgnoredAny};
use web::{
    House,
    settings::{BadValue, ConfigError, Database, Organisation, Origin, load, named},
};

/// Section `portal`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PortalSettings {
    pub listen: String,
    /// Where an operator's monitoring asks; empty for nowhere.
    pub monitor: String,
    pub public_url: String,
}

impl PortalSettings {
    /// The address that reporters use.
    pub fn origin(&self) -> Result<Origin, BadValue> {
        Origin::parse("portal.public_url", &self.public_url)
    }
}

/// What `signaalkluis-portal` reads of a configuration. Other sections may stand in the file; their insides are not its
/// business.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub organisation: Organisation,
    pub portal: PortalSettings,
    pub routes: RoutesSettings,
    pub database: Database,
    pub storage: Storage,
    #[serde(default, rename = "desk")]
    _desk: Option<IgnoredAny>,
    #[serde(default, rename = "meeting")]
    _meeting: Option<IgnoredAny>,
    #[serde(default, rename = "retention")]
    _retention: Option<IgnoredAny>,
    #[serde(default, rename = "reveal")]
    _reveal: Option<IgnoredAny>,
    #[serde(default, rename = "terms")]
    _terms: Option<IgnoredAny>,
    #[serde(default, rename = "canary")]
    _canary: Option<IgnoredAny>,
    #[serde(default, rename = "mail")]
    _mail: Option<IgnoredAny>,
}

impl Settings {
    /// Reads the configuration and checks its route keys: what is missing, malformed, double or the demo's is refused.
    pub fn read(file: Option<&Path>) -> Result<(Self, Routes, House), ConfigError> {
        let settings: Self = load(file)?;
        let routes = Routes::check(&settings.routes, DemoKeys::Refuse)
            .map_err(|error| BadValue::new(error.key, error.why).in_file(&named(file)))?;
        if routes.reachable().next().is_none() {
            let why = "names no route; copy the lines that the desk shows under Beheer";
            return Err(BadValue::new("routes.keys", why).in_file(&named(file)));
        }
        settings.portal.origin().map_err(|bad| bad.in_file(&named(file)))?;
        settings.storage.validate().map_err(|bad| bad.in_file(&named(file)))?;
        let house = settings.organisation.house(file)?;
        Ok((settings, routes, house))
    }
}

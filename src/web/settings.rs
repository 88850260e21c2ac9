//! Reading configuration: `config/default.toml` first, then a file, then the environment, each over the one before.

use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat};
use serde::{Deserialize, de::DeserializeOwned};
use url::Url;

pub use crate::organisation::Organisation;

/// Every key with its default, as it is shipped.
pub const DEFAULTS: &str = include_str!("../../config/default.toml");

/// Why a configuration is refused. Each names where to look.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{file}: {why}", file = file.display())]
    File { file: PathBuf, why: String },
    #[error("{file}: {key}: {why}", file = file.display())]
    Key { file: PathBuf, key: String, why: String },
}

/// A setting whose value cannot be used, found after reading.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {why}")]
pub struct BadValue {
    pub key: String,
    pub why: String,
}

impl BadValue {
    pub fn new(key: impl Into<String>, why: impl Into<String>) -> Self {
        Self { key: key.into(), why: why.into() }
    }

    /// The same, with the file that holds it.
    pub fn in_file(self, file: &Path) -> ConfigError {
        ConfigError::Key { file: file.to_owned(), key: self.key, why: self.why }
    }
}

/// The file to name in errors: the given one, or the built-in defaults.
pub fn named(file: Option<&Path>) -> PathBuf {
    file.map_or_else(|| PathBuf::from("config/default.toml"), Path::to_owned)
}

/// Reads settings: defaults, then `file`, then `SIGNAALKLUIS__SECTION__KEY`.
pub fn load<T: DeserializeOwned>(file: Option<&Path>) -> Result<T, ConfigError> {
    let refuse = |why: String| ConfigError::File { file: named(file), why };
    let mut layers = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
    if let Some(file) = file {
        let text = std::fs::read_to_string(file).map_err(|error| refuse(format!("cannot be read: {error}")))?;
        layers = layers.add_source(File::from_str(&text, FileFormat::Toml));
    }
    let environment = Environment::with_prefix("SIGNAALKLUIS").prefix_separator("__").separator("__").try_parsing(true);
    let config = layers.add_source(environment).build().map_err(|error| refuse(error.to_string()))?;
    config.try_deserialize().map_err(|error| refuse(error.to_string()))
}

/// Section `database`. No `Debug`: the address may hold a password.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: String,
}

/// Whether a public address is reached over https. Plain http is for loopback only.
pub fn https(key: &str, public_url: &str) -> Result<bool, BadValue> {
    if public_url.starts_with("https://") {
        return Ok(true);
    }
    let authority =
        public_url.strip_prefix("http://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    // Whole, or up to a port: `localhost.example` and `localhost@example` are other machines.
    let port = |port: &str| port.bytes().all(|b| b.is_ascii_digit());
    let host = authority.rsplit_once(':').filter(|(_, end)| port(end)).map_or(authority, |(host, _)| host);
    if ["127.0.0.1", "localhost", "[::1]"].contains(&host) {
        Ok(false)
    } else {
        Err(BadValue::new(key, "must begin with https:// (http:// only for this machine itself)"))
    }
}

/// The address that people use: scheme and host, no path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    pub fn parse(key: &str, public_url: &str) -> Result<Self, BadValue> {
        https(key, public_url)?;
        let bad = |why: &str| BadValue::new(key, why);
        let url = Url::parse(public_url).map_err(|error| bad(&format!("is no address: {error}")))?;
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(bad("must end with the host's name (or its port): the pages stand at its root"));
        }
        Ok(Self(url.origin().ascii_serialization()))
    }

    /// Whether cookies can be `Secure`.
    pub fn secure(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// The whole address of a page.
    pub fn of(&self, path: &str) -> String {
        [&self.0, path].concat()
    }

    /// The name of the host, with its port if it has one: what people read and type.
    pub fn host(&self) -> &str {
        self.0.split_once("//").map_or(&self.0, |(_, host)| host)
    }
}

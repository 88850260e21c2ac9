//! Section `canary`.

use std::{
    fs,
    io::Read,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use outside::Outside;
use serde::Deserialize;
use unseal::{FullKey, PrivateHalf};
use web::settings::{BadValue, ConfigError, Origin, named};
use zeroize::Zeroizing;

use super::Canary;

/// Bytes of a key file or of certificates, at most.
const LONGEST: u64 = 1024 * 1024;

/// As written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CanarySettings {
    /// The file of its key; empty: no canary.
    pub key: String,
    /// The portal's address; empty: `portal.public_url`.
    pub url: String,
    pub hour: u32,
    /// The file of certificates; empty: the public authorities.
    pub ca: String,
}

impl CanarySettings {
    /// Reads the section, its files, and the portal's address. `None`: no canary.
    pub fn read(&self, file: Option<&Path>, public_url: &str) -> Result<Option<Canary>, ConfigError> {
        self.checked(file, public_url).map_err(|bad| bad.in_file(&named(file)))
    }

    fn checked(&self, file: Option<&Path>, public_url: &str) -> Result<Option<Canary>, BadValue> {
        if self.hour > 23 {
            return Err(BadValue::new("canary.hour", "must be 0 to 23"));
        }
        if self.key.is_empty() {
            return Ok(None);
        }
        let folder = file.and_then(Path::parent).unwrap_or_else(|| Path::new(""));
        let key = read_key(&folder.join(&self.key))?;
        let address = if self.url.is_empty() { public_url } else { &self.url };
        let address = Origin::parse("canary.url", address)?.of("");
        let roots = match self.ca.as_str() {
            "" => None,
            path => Some(content("canary.ca", &folder.join(path))?),
        };
        let outside = Outside::new(address, roots.as_deref().map(Vec::as_slice));
        let outside = outside.map_err(|bad| BadValue::new("canary.ca", bad.to_string()))?;
        Ok(Some(Canary { key, outside, hour: self.hour }))
    }
}

fn read_key(path: &PathBuf) -> Result<FullKey<seal::role::Route>, BadValue> {
    let bad = |why: String| BadValue::new("canary.key", format!("{}: {why}", path.display()));
    let text = content("canary.key", path)?;
    let mode = fs::metadata(path).map_err(|error| bad(error.to_string()))?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(bad(format!("mode {mode:o}, others may read it; chmod 600")));
    }
    let text = std::str::from_utf8(&text).ok().and_then(|text| FullKey::from_keyfile(text).ok());
    text.ok_or_else(|| bad("holds no canary key; `signaalkluis keys canary --out FILE` makes one".to_owned()))
}

fn content(key: &str, path: &Path) -> Result<Zeroizing<Vec<u8>>, BadValue> {
    let mut content = Zeroizing::new(Vec::new());
    let read = fs::File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut content));
    read.map_err(|error| BadValue::new(key, format!("{}: {error}", path.display())))?;
    Ok(content)
}

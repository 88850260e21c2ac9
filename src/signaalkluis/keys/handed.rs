//! The file that goes from the copy to the server: a grant, the record of who used the paper, and the route's key sealed to the
//! newcomer. It opens with nothing but his key.

use std::path::Path;

use data_encoding::BASE64;
use domain::{AccountId, RouteName};
use entity::membership;
use seal::{
    Digest, Lineage, Lineages, Sealed, VERSION, Verified,
    grant::{self, Basis, Grant},
    recovery::{self, Recovered},
};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handed {
    pub v: u8,
    pub route: RouteName,
    pub account: AccountId,
    pub grant: String,
    pub record: String,
    /// Base64.
    pub sealed: String,
}

/// What such a file says, once it verifies.
pub struct Read {
    pub membership: membership::Model,
    pub grant: Verified<Grant>,
    pub record: Verified<Recovered>,
}

impl Handed {
    pub fn of(membership: &membership::Model) -> Self {
        Self {
            v: VERSION,
            route: membership.route,
            account: membership.account_id,
            grant: membership.grant_text.clone(),
            record: membership.confirmation.clone().unwrap_or_default(),
            sealed: BASE64.encode(&membership.sealed),
        }
    }

    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(Failure::file(path))?;
        let read = serde_json::from_str::<Self>(&text).ok().filter(|handed| handed.v == VERSION);
        read.ok_or_else(|| Failure::refused(format!("{}: is no file that `keys recover` wrote", path.display())))
    }

    /// Checks it against the key of the route, as the configuration proves it: both statements, and that the sealed key is the one they are of.
    pub fn verify(&self, keys: &Lineages) -> Result<Read, Failure> {
        let route = self.route;
        let key = keys.get(route).and_then(Lineage::key).ok_or_else(|| {
            Failure::refused(format!("route {route}: has no key in the configuration; put its lines there first"))
        })?;
        let wrong = || {
            Failure::refused(format!(
                "the file is not signed by the key of route {route}: somebody changed it, or the route got another key since; \
                 begin again with a new copy"
            ))
        };
        let grant = grant::verify(&self.grant, route, key).map_err(|_| wrong())?;
        let record = recovery::verify_recovered(&self.record, route, key, grant.digest()).map_err(|_| wrong())?;
        let sealed = BASE64.decode(self.sealed.as_bytes()).ok().and_then(|bytes| Sealed::try_from(bytes).ok());
        let sealed = sealed.filter(|sealed| Digest::of(sealed.bytes()) == record.sealed).ok_or_else(wrong)?;
        if grant.basis != Basis::Paper || grant.account != self.account {
            return Err(wrong());
        }
        let membership = membership::Model {
            route,
            account_id: self.account,
            sealed: sealed.into_bytes(),
            grant_text: self.grant.clone(),
            confirmation: Some(self.record.clone()),
        };
        Ok(Read { membership, grant, record })
    }
}

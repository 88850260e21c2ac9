//! Whose key is whose, where somebody changed his own: what he wrote with the one before stays his.

use domain::enrichment::Enrichment;
use seal::{Signer, VerifyKey, role};

use super::Case;

impl Case {
    /// The key that the author has now who had this one.
    pub fn newest(&self, key: &VerifyKey<role::Author>) -> VerifyKey<role::Author> {
        self.people.newest(key)
    }

    /// Whether two keys are one person's, who changed his himself.
    pub fn is_same(&self, one: &VerifyKey<role::Author>, other: &VerifyKey<role::Author>) -> bool {
        one == other || self.newest(one) == self.newest(other)
    }

    /// Whether a person is among those whose keys these are.
    pub fn is_among(&self, keys: &[VerifyKey<role::Author>], who: &VerifyKey<role::Author>) -> bool {
        keys.iter().any(|key| self.is_same(key, who))
    }

    /// What the officer who opened it signs with here.
    pub fn own_author(&self) -> VerifyKey<role::Author> {
        self.reader.ring.signing(self.head()).verify_key()
    }

    /// A question names people by their keys: those that they have now.
    pub(super) fn renew(&self, act: &mut Enrichment) {
        let Enrichment::Gevraagd(posed) = act else { return };
        for party in std::iter::once(&mut posed.aan).chain(&mut posed.toets) {
            if let Ok(key) = party.sleutel.parse() {
                party.sleutel = self.newest(&key).to_string();
            }
        }
    }
}

//! Whose key is whose, where somebody changed his own: what he wrote with the one before stays his.

use std::collections::BTreeSet;

use domain::{AccountId, enrichment::Enrichment};
use seal::{Signer, VerifyKey, grant::Grant, role};

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

    /// Who has a key of this signal's head now: by what the keys themselves signed. Of his own the officer is sure, so that no row
    /// of somebody else's makes him leave himself out.
    pub fn reader_of(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        let own = self.reader.ring.account;
        if self.is_own(key) {
            self.people.member_of(own).or_else(|| self.people.colleague(own))
        } else {
            self.people.reader(key)
        }
    }

    /// Accounts of the members that its head names.
    pub fn readers(&self) -> BTreeSet<AccountId> {
        let named = self.head().into_iter().flat_map(|head| &head.members);
        named.filter_map(|key| self.reader_of(key)).map(|grant| grant.account).collect()
    }

    /// Whether two keys are one person's, where more follows from it than what is shown: no grant's word counts.
    pub fn is_same_reader(&self, one: &VerifyKey<role::Author>, other: &VerifyKey<role::Author>) -> bool {
        let of = |key| self.reader_of(key).map(|grant| grant.account);
        one == other || of(one).is_some_and(|account| of(other) == Some(account))
    }

    /// The key that somebody lost and by which the head still names him: the last that he had, as somebody says who reads the
    /// signal and let him in again. One that signed for another is not lost: it leads to the one he has.
    pub fn lost_key<'a>(&self, who: &'a Grant) -> Option<&'a VerifyKey<role::Author>> {
        let head = self.head().filter(|head| !head.names(&who.person.verify.author()))?;
        let lost = who.formerly.iter().rev().find(|key| self.reader_of(key).is_none())?;
        // A member is named as such only where the signal is closed.
        let is_named = head.guests.contains(lost) || head.closed && head.members.contains(lost);
        (is_named && self.people.is_let_in_by_reader(who, head)).then_some(lost)
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

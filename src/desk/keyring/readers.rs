//! Whose key a key is, where something follows from it: who gets the keys of a signal, who asked for a name, who consented. A
//! key leads to another only by its own signature. That a grant says it was `formerly` somebody's is the word of who signed
//! that grant, and any member can sign one: it tells what to show, and gives nothing.

use std::collections::BTreeSet;

use domain::AccountId;
use seal::{
    VerifyKey,
    grant::{Basis, Grant},
    head::Head,
    role,
};

use super::{People, standing::Second};

impl People {
    /// Who has a key now: whom a grant names for it, or for one that it signed for itself, and so on. Nobody, where it leads to
    /// two keys or to two people: who has an old copy and an old password signs for a second one, and any member signs a grant
    /// for that, or for a key that is another's.
    pub fn reader(&self, key: &VerifyKey<role::Author>) -> Option<&Grant> {
        let mut led = vec![key.clone()];
        let mut at = 0;
        while let Some(key) = led.get(at).cloned() {
            let next = self.said.iter().filter(|said| said.before.verify.author() == key);
            let next: Vec<_> = next.map(|said| said.after.verify.author()).filter(|key| !led.contains(key)).collect();
            led.extend(next);
            at += 1;
        }
        let mut found = led.iter().flat_map(|key| self.everybody().filter(move |grant| grant.is_for(key)));
        let first = found.next()?;
        found.all(|other| other.person == first.person && other.account == first.account).then_some(first)
    }

    /// Accounts of the members that a head names.
    pub fn readers(&self, head: &Head) -> BTreeSet<AccountId> {
        head.members.iter().filter_map(|key| self.reader(key)).map(|grant| grant.account).collect()
    }

    /// Whether others who read a signal let somebody in: the one who vouched, and the second where there had to be one. Then
    /// they may give him back what a key had that he lost.
    pub fn is_let_in_by_readers(&self, who: &Grant, head: &Head) -> bool {
        let second = match (who.basis, self.seconds.get(&who.account)) {
            (Basis::Alone, _) => true,
            (Basis::Confirmed, Some(Second::Confirmed(said))) => self.is_anothers(&said.by, who, head),
            _ => false,
        };
        second && self.is_let_in_by_reader(who, head)
    }

    /// Whether the one who vouched for somebody reads a signal: then what he says of the key before is shown there, for a member
    /// to decide on.
    pub fn is_let_in_by_reader(&self, who: &Grant, head: &Head) -> bool {
        self.is_anothers(&who.by, who, head)
    }

    /// Whether a key is that of a member whom a head names, and not this person's own.
    fn is_anothers(&self, key: &VerifyKey<role::Author>, who: &Grant, head: &Head) -> bool {
        let by = self.reader(key).map(|by| by.account).filter(|by| *by != who.account);
        by.is_some_and(|by| self.readers(head).contains(&by))
    }

    /// Every key that is a member's by the route's own statements: those that his grants are or were for, and those that they
    /// lead to.
    pub fn keys_of_member(&self, account: AccountId) -> Vec<VerifyKey<role::Author>> {
        let own =
            self.members.iter().filter(|grant| grant.account == account).map(|grant| grant.person.verify.author());
        own.chain(self.owned.iter().filter(|(_, of)| *of == account).map(|(key, _)| key.clone())).collect()
    }

    /// Whether somebody made the route's key, as far as that can be told: he alone says so.
    pub fn is_maker(&self, who: &Grant) -> bool {
        who.basis == Basis::Founder && self.makers.len() == 1 && self.makers.contains(&who.account)
    }

    /// For whom a member stands, of those who stay: himself, whom he let in or confirmed, whom those did, and so on. `heard`:
    /// whose six words he heard just now. Who is not among them is known to him by the word of somebody else.
    pub fn vouched_for(
        &self,
        own: AccountId,
        stays: &BTreeSet<AccountId>,
        heard: &BTreeSet<AccountId>,
    ) -> BTreeSet<AccountId> {
        let mut known: BTreeSet<_> = heard.iter().copied().chain([own]).collect();
        loop {
            let members = self.members.iter().map(|grant| &**grant).filter(|grant| stays.contains(&grant.account));
            let more = members.filter(|grant| !known.contains(&grant.account) && self.is_vouched_for(grant, &known));
            let more: Vec<_> = more.map(|grant| grant.account).collect();
            if more.is_empty() {
                return known;
            }
            known.extend(more);
        }
    }

    /// Whether one of these let somebody in, or confirmed it.
    pub fn is_vouched_for(&self, who: &Grant, by: &BTreeSet<AccountId>) -> bool {
        let is_one = |key| self.reader(key).is_some_and(|grant| by.contains(&grant.account));
        let confirmed = match self.seconds.get(&who.account) {
            Some(Second::Confirmed(said)) if who.basis == Basis::Confirmed => is_one(&said.by),
            _ => false,
        };
        confirmed || is_one(&who.by)
    }
}

//! Who goes along to a route's next key. Rows of members and colleagues are what somebody signed with the key that is replaced,
//! and who leaves can have signed them himself, for keys of his own. So a member takes along whom he let in or confirmed, whom
//! those did, and so on, as far as they stay; of everybody else he hears the six words again.

use std::collections::{BTreeMap, BTreeSet};

use domain::AccountId;
use seal::grant::Grant;
use web::Form;

use super::may_stay;
use crate::{
    admin::{heard, slip},
    keyring::{HeldRoute, People},
    working::Working,
};

/// Words that were typed, and what is wrong with them.
pub(super) type Words = BTreeMap<AccountId, (String, Option<String>)>;

/// Everybody of a route, as the member sees him who replaces its key.
pub(super) struct Sorted<'a> {
    /// Other members who need only be ticked.
    pub members: Vec<&'a Grant>,
    /// Colleagues who stay known.
    pub colleagues: Vec<&'a Grant>,
    /// Members (`true`) and colleagues whose words are asked.
    pub asked: Vec<(&'a Grant, bool)>,
}

impl<'a> Sorted<'a> {
    pub fn of(
        held: &'a HeldRoute,
        working: &Working,
        own: AccountId,
        ticked: &BTreeSet<AccountId>,
        heard: &BTreeSet<AccountId>,
    ) -> Self {
        let people = &held.people;
        let known = people.vouched_for(own, ticked, heard);
        let others = people.members.iter().map(|grant| &**grant).filter(|grant| grant.account != own);
        let (members, strangers): (Vec<_>, Vec<_>) = others
            .filter(|grant| may_stay(held, working, grant.account))
            .partition(|grant| people.is_vouched_for(grant, &known));
        let colleagues = people.colleagues.iter().filter(|known| people.colleague(known.account).is_some());
        let (colleagues, unknown): (Vec<_>, Vec<_>) =
            colleagues.partition(|grant| people.is_vouched_for(grant, &known));
        let can_speak = |grant: &&Grant| working.has(grant.account) && !people.stale.contains(&grant.account);
        let unknown = unknown.into_iter().filter(can_speak).map(|grant| (grant, false));
        let asked = strangers.into_iter().map(|grant| (grant, true)).chain(unknown).collect();
        Self { members, colleagues, asked }
    }

    /// The value of the hidden field `gevraagd`.
    pub fn asked_for(&self) -> String {
        self.asked.iter().map(|(grant, _)| grant.account.to_string()).collect::<Vec<_>>().join(" ")
    }
}

/// Who goes along, and what still has to be asked.
pub(super) struct Going {
    pub members: BTreeSet<AccountId>,
    pub colleagues: BTreeSet<AccountId>,
    pub words: Words,
    /// Names of those who were ticked or known, and whose words the form did not ask for: they stand on the word of somebody
    /// who does not stay.
    pub unasked: Vec<String>,
}

impl Going {
    pub fn of(held: &HeldRoute, working: &Working, own: AccountId, ticked: &BTreeSet<AccountId>, form: &Form) -> Self {
        let people = &held.people;
        let (mut words, mut spoke) = (Words::new(), BTreeSet::new());
        for grant in everybody(people) {
            let name = field(grant.account);
            let typed = form.get(&name).trim();
            if typed.is_empty() {
                continue;
            }
            let wrong = slip(typed).or_else(|| {
                (!heard(&grant.person, typed)).then(|| {
                    "Deze woorden horen niet bij de sleutel die in de database staat. Laat uw collega ze nog eens voorlezen. \
                     Kloppen ze dan nog niet? Laat deze collega weg en meld het aan de andere leden."
                        .to_owned()
                })
            });
            if wrong.is_none() {
                spoke.insert(grant.account);
            }
            words.insert(grant.account, (typed.to_owned(), wrong));
        }
        let stays: BTreeSet<_> = ticked.union(&spoke).copied().collect();
        let known = people.vouched_for(own, &stays, &spoke);
        let goes = |grant: &&Grant| spoke.contains(&grant.account) || people.is_vouched_for(grant, &known);
        let members = people.members.iter().map(|grant| &**grant).filter(|grant| stays.contains(&grant.account));
        let members = members.filter(goes).map(|grant| grant.account).filter(|id| may_stay(held, working, *id));
        let members: BTreeSet<_> = members.chain([own]).collect();
        let colleagues = people.colleagues.iter().filter(goes).map(|grant| grant.account).collect();
        let asked: Vec<_> = form.get("gevraagd").split(' ').collect();
        let sorted = Sorted::of(held, working, own, &stays, &spoke);
        let unasked = sorted.asked.iter().filter(|(grant, is_member)| {
            let is_meant = !is_member || ticked.contains(&grant.account);
            is_meant && !asked.contains(&grant.account.to_string().as_str()) && !spoke.contains(&grant.account)
        });
        let unasked = unasked.map(|(grant, _)| grant.name.clone()).collect();
        Self { members, colleagues, words, unasked }
    }

    pub fn is_wrong(&self) -> bool {
        self.words.values().any(|(_, wrong)| wrong.is_some())
    }
}

/// The field in which somebody's words are typed.
pub(super) fn field(account: AccountId) -> String {
    format!("woorden-{account}")
}

fn everybody(people: &People) -> impl Iterator<Item = &Grant> {
    people.members.iter().map(|grant| &**grant).chain(&people.colleagues)
}

//! The town with its people, beside the model.

mod looking;
mod people;
mod signals;

use std::collections::{BTreeMap, BTreeSet};

use ::domain::{ItemId, RouteName, Side, SignalId};
use ::seal::{Halves, role};
use ::unseal::{PrivateHalf, demo, password};
use age::{secrecy::ExposeSecret, x25519::Identity};

use super::{
    Step,
    raw::Pile,
    sets::{Generation, Login, Model, Opens},
};
use crate::{
    account::renewed::row,
    helpers::{
        people::Officer,
        town::{PASSWORD, Town},
    },
    rotation::stolen::identity,
};

/// What the town calls one of the model's signals.
struct Face {
    id: SignalId,
    kenmerk: String,
    code: String,
}

/// Somebody's session: with which of his keys he logged in, as his sessions end with it. Without cookies he cannot.
struct Seat {
    key: usize,
    cookies: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holder {
    Person(Login),
    Route(Generation),
}

pub struct World {
    pub town: Town,
    pub pile: Pile,
    pub model: Model,
    faces: Vec<Face>,
    passwords: BTreeMap<Login, String>,
    /// Every key that somebody ever had.
    identities: BTreeMap<Login, Vec<Identity>>,
    /// What may be opened with every copy of the database that there ever was.
    pub may: BTreeMap<Holder, BTreeSet<ItemId>>,
    sessions: BTreeMap<Login, Seat>,
    /// Who ever had something of which signal, with whatever key of his: he looks at it after every step.
    had: BTreeSet<(Login, usize)>,
    /// Who got which signal when he last looked.
    got: BTreeSet<(Login, usize)>,
    /// What the database had of somebody's key when his password opened it.
    sealed_keys: BTreeMap<Login, Vec<u8>>,
    done: Vec<Step>,
    count: usize,
    /// What was held against each other last: sealed things in the database, and the model.
    held: Option<(BTreeSet<usize>, Model)>,
    /// The key of the AOV's route in the configurations.
    configured: Halves<role::Route>,
    /// What was wrong in the middle of a step.
    wrong: Option<String>,
}

/// Who is invited to signals of the AOV's. The last is a member of the route to which signals are handed over.
const GUESTS: [&str; 3] = ["jurist", "behandelaar", "integriteit"];

const MEMBERS: &[(RouteName, &[&str])] = &[
    (RouteName::Aov, &["aov", "aov2"]),
    (RouteName::Burgemeester, &["burgemeester"]),
    (RouteName::Ambtelijk, &["integriteit"]),
    (RouteName::Integriteitscommissie, &["griffier"]),
];

const ADMINISTRATOR: &str = "beheer";

/// Nobody's members.
const OTHERS: [&str; 3] = [ADMINISTRATOR, "jurist", "behandelaar"];

impl World {
    pub fn new() -> Self {
        Self::of(Town::new())
    }

    pub fn of(town: Town) -> Self {
        town.knows("aov", "integriteit", "Integriteitsfunctionaris");
        let mut world = Self {
            town,
            pile: Pile::default(),
            model: Model::new(MEMBERS, &OTHERS),
            faces: Vec::new(),
            passwords: BTreeMap::new(),
            identities: BTreeMap::new(),
            may: BTreeMap::new(),
            sessions: BTreeMap::new(),
            had: BTreeSet::new(),
            got: BTreeSet::new(),
            sealed_keys: BTreeMap::new(),
            done: Vec::new(),
            count: 0,
            held: None,
            configured: demo::route(RouteName::Aov).halves(),
            wrong: None,
        };
        for login in world.model.people.keys() {
            world.passwords.insert(login.clone(), PASSWORD.into());
            let key = identity(&demo::person(login).to_keyfile()).expect("a key");
            world.identities.insert(login.clone(), vec![key]);
        }
        world
    }

    /// In the session that he has, if he has one.
    pub fn officer(&self, login: &str) -> Officer {
        let key = self.model.people[login].key();
        let cookies = self.sessions.get(login).filter(|seat| seat.key == key).and_then(|seat| seat.cookies.as_ref());
        if let Some(cookies) = cookies {
            return self.seated(cookies);
        }
        let mut officer = Officer::at(&self.town.desk);
        officer.logs_in(login, &self.passwords[login]).must_be(200);
        officer
    }

    /// Over new connections: who waits long finds an old one closed.
    fn seated(&self, cookies: &BTreeMap<String, String>) -> Officer {
        let mut officer = Officer::at(&self.town.desk);
        officer.browser.cookies.clone_from(cookies);
        officer
    }

    /// The key that somebody opens with his password.
    fn own_key(&self, login: &str) -> Identity {
        let sealed = row(&self.town, login).sealed_key.expect("a key");
        let key = password::unlock(&sealed, &self.passwords[login]).expect("his password");
        identity(&key.to_keyfile()).expect("a key")
    }

    /// From now on he has this password, and the key that it opens.
    fn has(&mut self, login: &str, password: &str) {
        self.passwords.insert(login.to_owned(), password.to_owned());
        let key = self.own_key(login);
        self.identities.entry(login.to_owned()).or_default().push(key);
    }

    /// Takes a step, if it can be taken now.
    pub fn takes(&mut self, step: &Step) {
        self.done.push(step.clone());
        self.count += 1;
        let taken = match *step {
            Step::Reports { for_the_mayor } => self.reports(for_the_mayor),
            Step::Notes { signal, who } => self.notes(signal, who),
            Step::ReporterWrites { signal } => self.reporter_writes(signal),
            Step::Invites { signal, who, source } => self.invites(signal, who, source),
            Step::Withdraws { signal, who } => self.withdraws(signal, who),
            Step::IsInvolved { signal, who } => self.is_involved(signal, who),
            Step::HandsOver { signal } => self.hands_over(signal),
            Step::Finishes { signal } => self.finishes(signal),
            Step::Joins { second } => self.joins(second),
            Step::Forgets { who } => self.forgets(who),
            Step::IsLetInAgain { who, second } => self.is_let_in_again(who, second),
            Step::IsRecovered { who } => self.is_recovered(who),
            Step::Renews { who } => self.renews(who),
            Step::Rotates { leaver } => self.rotates(leaver),
            Step::Moves { who } => self.moves(who),
            Step::IsConfigured => self.is_configured(),
            Step::Stops { who } => self.stops(who),
            Step::GoesOn { who } => self.goes_on(who),
            Step::Ends { who } => self.ends(who),
        };
        if taken.is_none() {
            self.done.pop();
        }
    }

    /// A copy of the database. What stands in it is for who has the keys now, for good.
    pub fn takes_in(&mut self) {
        self.pile.takes_in(&self.town);
        for (at, signal) in self.model.signals.iter().enumerate() {
            let items = self.items(at, Opens::Everything);
            if let Some(generation) = signal.under {
                self.may.entry(Holder::Route(generation)).or_default().extend(&items);
            }
            for login in signal.sealed.keys() {
                let opens = if signal.reads_source(login) { Opens::Everything } else { Opens::File };
                let items = self.items(at, opens);
                self.may.entry(Holder::Person(login.clone())).or_default().extend(items);
            }
        }
    }

    /// What there is of a signal.
    fn items(&self, at: usize, opens: Opens) -> BTreeSet<ItemId> {
        let is_it = |side: Side| match opens {
            Opens::Nothing => false,
            Opens::File => side == Side::Case,
            Opens::Everything => true,
        };
        let its = self.pile.of.iter().filter(|(_, (signal, side))| *signal == self.faces[at].id && is_it(*side));
        its.map(|(id, _)| *id).collect()
    }
}

/// For who tries whether all this would notice something.
impl World {
    /// None of these steps was left out.
    pub fn has_taken_all(&self, steps: &[Step]) {
        let (all, taken): (Vec<_>, Vec<_>) = (steps.iter().collect(), self.done.iter().skip(2).collect());
        assert_eq!(format!("{all:#?}"), format!("{taken:#?}"));
    }

    /// A key of a signal that opens what its reporter wrote last.
    pub fn newest_key(&mut self, at: usize) -> Identity {
        let all: BTreeSet<_> =
            self.items(at, Opens::Everything).difference(&self.items(at, Opens::File)).copied().collect();
        let own = self.own_key("aov");
        let keys = self.pile.keys_today(&own, &all);
        let opened = |key: &Identity, pile: &mut Pile| pile.opened_today(std::slice::from_ref(key)).len();
        keys.into_iter().max_by_key(|key| opened(key, &mut self.pile)).expect("a key")
    }

    /// A key as age would seal it to somebody.
    pub fn sealed_to(&self, login: &str, key: &Identity) -> Vec<u8> {
        let recipient = self.own_key(login).to_public();
        let text = key.to_string();
        age::encrypt(&recipient, text.expose_secret().as_bytes()).expect("sealed")
    }
}

fn paper() -> Identity {
    identity(&demo::recovery().to_keyfile()).expect("a key")
}

/// One of those there are.
fn chosen<T: Clone>(of: &[T], number: usize) -> Option<T> {
    (!of.is_empty()).then(|| of[number % of.len()].clone())
}

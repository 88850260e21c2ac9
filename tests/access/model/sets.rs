//! The model: plain sets of who has which key, and what follows from them. Nothing of it is the product's code but the names
//! of routes. It says what is meant, and keeps quiet about nothing: who could open something once, has it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use ::domain::RouteName;

pub type Login = String;
/// A route's key: its first, its second, and so on.
pub type Generation = (RouteName, u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Works,
    /// He lost his password, has another key, and nobody vouched for it yet.
    Waits,
    /// His account ended.
    Ended,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub state: State,
    /// Whether a colleague stopped his account: nobody logs in with it, and he has all that he had.
    pub stopped: bool,
    /// His keys in turn, and of each whether he sealed the one before to it.
    pub keys: Vec<bool>,
    /// Which keys of routes he ever held.
    pub held: BTreeSet<Generation>,
}

impl Person {
    pub fn can_log_in(&self) -> bool {
        self.state != State::Ended && !self.stopped
    }

    /// The key that he has now.
    pub const fn key(&self) -> usize {
        self.keys.len() - 1
    }

    /// What one of his keys opens of the others: those before it, as far as he sealed them to it himself.
    fn reached(&self, key: usize) -> RangeInclusive<usize> {
        let mut first = key;
        while self.keys[first] {
            first -= 1;
        }
        first..=key
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A member who has the keys himself, because not every member has.
    Member,
    Guest {
        /// Whether he reads the reporter's words.
        source: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    pub route: RouteName,
    /// The key of the route that opens it; `None`: it is closed, its members have the keys one by one.
    pub under: Option<Generation>,
    /// Whether it has keys of its own, and not the reporter's alone.
    has_keys: bool,
    /// Which key its route had when it got these.
    since: u32,
    /// Who is to have its keys himself.
    pub meant: BTreeMap<Login, Part>,
    /// Whom its keys are sealed to, and to which of his keys.
    pub sealed: BTreeMap<Login, usize>,
    /// Who said that he is involved: nobody lets him in again.
    pub involved: BTreeSet<Login>,
    /// Whether the desk finished it.
    pub handled: bool,
}

impl Signal {
    pub fn reads_source(&self, login: &str) -> bool {
        matches!(self.meant.get(login), Some(Part::Member | Part::Guest { source: true }))
    }

    fn is_members(&self, login: &str) -> bool {
        self.meant.get(login) == Some(&Part::Member)
    }
}

/// What somebody opens of a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    Nothing,
    /// The case file, without the reporter's words.
    File,
    Everything,
}

/// The first member, who always stays.
pub const FIRST: &str = "aov";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub people: BTreeMap<Login, Person>,
    /// Members of each route, and to which of his keys the route's is sealed.
    pub members: BTreeMap<RouteName, BTreeMap<Login, usize>>,
    /// The newest key of the route of the AOV, and the one in the configurations.
    pub newest: u32,
    pub configured: u32,
    pub signals: Vec<Signal>,
}

impl Model {
    pub fn new(members: &[(RouteName, &[&str])], others: &[&str]) -> Self {
        let empty = BTreeMap::new();
        let mut model = Self { people: empty, members: BTreeMap::new(), newest: 1, configured: 1, signals: Vec::new() };
        others.iter().for_each(|login| model.meets(login));
        for (route, logins) in members {
            for login in *logins {
                model.meets(login);
                model.is_member_of(login, *route);
            }
        }
        model
    }

    /// Somebody gets an account and a key.
    pub fn meets(&mut self, login: &str) {
        let person = Person { state: State::Works, stopped: false, keys: vec![false], held: BTreeSet::new() };
        self.people.insert(login.to_owned(), person);
    }

    fn newest_of(&self, route: RouteName) -> u32 {
        if route == RouteName::Aov { self.newest } else { 1 }
    }

    /// His route's key is sealed to the key that he has; through it he has those before it.
    fn is_member_of(&mut self, login: &str, route: RouteName) {
        let newest = self.newest_of(route);
        let person = self.people.get_mut(login).expect("somebody");
        person.held.extend((1..=newest).map(|number| (route, number)));
        self.members.entry(route).or_default().insert(login.to_owned(), person.key());
    }

    pub fn is_in(&self, route: RouteName, login: &str) -> bool {
        self.members.get(&route).is_some_and(|members| members.contains_key(login))
    }

    fn state(&self, login: &str) -> State {
        self.people[login].state
    }

    /// What somebody opens today with one of his keys and the whole database.
    pub fn opens(&self, login: &str, key: usize, at: usize) -> Opens {
        let (signal, keys) = (&self.signals[at], self.people[login].reached(key));
        let of_route = signal.under.and_then(|(route, _)| self.members.get(&route)?.get(login));
        let own = signal.sealed.get(login).is_some_and(|to| keys.contains(to));
        if of_route.is_some_and(|to| keys.contains(to)) || own && signal.reads_source(login) {
            return Opens::Everything;
        }
        if own { Opens::File } else { Opens::Nothing }
    }

    /// Whether somebody gets a signal at the pages. Who left the route reads it there no longer, also before it has other keys.
    pub fn reads(&self, login: &str, at: usize) -> bool {
        let (signal, person) = (&self.signals[at], &self.people[login]);
        let left = signal.is_members(login) && !self.is_in(signal.route, login);
        person.can_log_in() && !left && self.opens(login, person.key(), at) != Opens::Nothing
    }

    pub fn readers(&self, at: usize) -> Vec<Login> {
        self.people.keys().filter(|login| self.reads(login, at)).cloned().collect()
    }

    /// Members of its route who read it.
    pub fn deciders(&self, at: usize) -> Vec<Login> {
        let signal = &self.signals[at];
        let decides = |login: &Login| self.is_in(signal.route, login) && !self.is_guest(login, at);
        self.readers(at).into_iter().filter(decides).collect()
    }

    fn is_guest(&self, login: &str, at: usize) -> bool {
        matches!(self.signals[at].meant.get(login), Some(Part::Guest { .. }))
    }

    /// Whether somebody else decides about everything that he decides about now.
    pub fn can_do_without(&self, login: &str) -> bool {
        (0..self.signals.len()).all(|at| {
            let deciders = self.deciders(at);
            deciders.is_empty() || deciders.iter().any(|other| other != login)
        })
    }

    /// Those of them who can do something.
    pub fn at_work(&self) -> Vec<Login> {
        self.in_force().into_iter().filter(|login| self.people[login].can_log_in()).collect()
    }

    /// Members of the AOV's route who have its key.
    pub fn in_force(&self) -> Vec<Login> {
        let works =
            |(login, to): &(&Login, &usize)| self.state(login) == State::Works && self.people[*login].key() == **to;
        self.members[&RouteName::Aov].iter().filter(works).map(|(login, _)| login.clone()).collect()
    }

    pub fn own_signals(&self) -> Vec<usize> {
        (0..self.signals.len()).filter(|at| self.signals[*at].route == RouteName::Aov).collect()
    }

    pub fn is_reported(&mut self, route: RouteName) {
        let since = if route == RouteName::Aov { self.configured } else { 1 };
        self.signals.push(Signal {
            route,
            under: Some((route, since)),
            has_keys: false,
            since,
            meant: BTreeMap::new(),
            sealed: BTreeMap::new(),
            involved: BTreeSet::new(),
            handled: false,
        });
    }

    /// Everybody who reads a signal opened it: the first gave it keys, and left out whose account ended.
    pub fn are_opened(&mut self) {
        for at in (0..self.signals.len()).filter(|at| !self.deciders(*at).is_empty()).collect::<Vec<_>>() {
            let ended = |login: &Login| self.people[login].state == State::Ended;
            if !self.signals[at].has_keys || self.signals[at].meant.keys().any(ended) {
                self.gets_new_keys(at);
            }
        }
    }

    /// New keys for everybody who is meant to have them and has a key that somebody vouched for.
    pub fn gets_new_keys(&mut self, at: usize) {
        let (people, members) = (&self.people, &self.members);
        let newest = self.newest_of(self.signals[at].route);
        let signal = &mut self.signals[at];
        let is_there = |login: &Login, part: &Part| {
            let there = *part != Part::Member || members[&signal.route].contains_key(login);
            there && people[login].state != State::Ended
        };
        signal.meant.retain(|login, part| is_there(login, part));
        let working = signal.meant.keys().filter(|login| people[*login].state == State::Works);
        signal.sealed = working.map(|login| (login.clone(), people[login].key())).collect();
        signal.under = signal.under.map(|(route, _)| (route, newest));
        (signal.since, signal.has_keys) = (newest, true);
    }

    /// One who is meant to have them gets the keys there are.
    pub fn gets_its_keys(&mut self, at: usize, login: &str, part: Part) {
        let key = self.people[login].key();
        let signal = &mut self.signals[at];
        signal.meant.insert(login.to_owned(), part);
        signal.sealed.insert(login.to_owned(), key);
    }

    /// Somebody loses a signal; a member of an open one by giving the others its keys one by one.
    pub fn loses(&mut self, at: usize, login: &str) {
        let route = self.signals[at].route;
        if self.signals[at].under.is_some() && self.is_in(route, login) {
            let stay = self.members[&route].keys().filter(|member| self.state(member) != State::Ended);
            let stay: Vec<_> = stay.map(|member| (member.clone(), Part::Member)).collect();
            self.signals[at].under = None;
            self.signals[at].meant.extend(stay);
        }
        self.signals[at].meant.remove(login);
        self.signals[at].sealed.remove(login);
    }

    pub fn is_handed_over(&mut self, at: usize, to: RouteName) {
        let since = self.newest_of(to);
        let signal = &mut self.signals[at];
        (signal.route, signal.under, signal.since) = (to, Some((to, since)), since);
        signal.meant.clear();
        signal.sealed.clear();
    }

    pub fn is_let_in(&mut self, login: &str) {
        self.people.get_mut(login).expect("somebody").state = State::Works;
        self.is_member_of(login, RouteName::Aov);
    }

    /// What was his comes back for his new key, as far as who gives it back reads it.
    pub fn gets_back(&mut self, login: &str, from: Option<&str>) {
        self.people.get_mut(login).expect("somebody").state = State::Works;
        for at in self.own_signals() {
            let Some(part) = self.signals[at].meant.get(login).copied() else { continue };
            if from.is_some_and(|from| self.deciders(at).iter().any(|other| other == from)) {
                self.gets_its_keys(at, login, part);
            } else {
                self.signals[at].sealed.remove(login);
            }
        }
    }

    /// The key of the AOV's route is replaced; these members have the next.
    pub fn is_replaced(&mut self, stay: &[Login]) {
        self.newest += 1;
        self.members.remove(&RouteName::Aov);
        stay.iter().for_each(|login| self.is_member_of(login, RouteName::Aov));
    }

    /// A member lets go over to the newest key what he reads.
    pub fn moves(&mut self, login: &str) {
        for at in self.own_signals() {
            if self.signals[at].since == self.newest || !self.deciders(at).iter().any(|other| other == login) {
                continue;
            }
            self.gets_new_keys(at);
        }
    }

    /// Another key of his own choice: what was sealed to the one before is sealed to it.
    pub fn renews(&mut self, login: &str) {
        let person = self.people.get_mut(login).expect("somebody");
        let before = person.key();
        person.keys.push(true);
        let now = person.key();
        let sealed = self.signals.iter_mut().filter_map(|signal| signal.sealed.get_mut(login));
        let members = self.members.values_mut().filter_map(|members| members.get_mut(login));
        sealed.chain(members).filter(|to| **to == before).for_each(|to| *to = now);
    }

    /// He lost his password: nothing is sealed to the key that he has instead.
    pub fn forgets(&mut self, login: &str) {
        let person = self.people.get_mut(login).expect("somebody");
        person.keys.push(false);
        (person.state, person.stopped) = (State::Waits, false);
    }
}

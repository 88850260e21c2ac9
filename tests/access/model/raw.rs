//! Everything sealed that ever stood in the database, and what keys open of it: each is tried on each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ::domain::{ItemId, Side, SignalId};
use age::x25519::Identity;

use crate::{
    helpers::town::{Place, Town},
    rotation::stolen::{self, identity, open},
    tampering::thief::{self, Value},
};

/// What one key makes of one sealed thing.
#[derive(Clone)]
enum Tried {
    Shut,
    Opened,
    /// A key lay in it.
    Held(Identity),
}

/// All copies together, and the newest of them.
#[derive(Default)]
pub struct Pile {
    sealed: Vec<Vec<u8>>,
    places: HashMap<Vec<u8>, usize>,
    /// What stands in the newest copy.
    pub today: BTreeSet<usize>,
    /// Which of them are items.
    items: BTreeMap<usize, ItemId>,
    pub of: BTreeMap<ItemId, (SignalId, Side)>,
    tried: HashMap<(String, usize), Tried>,
}

impl Pile {
    /// Every value of the database that age made, whatever table it stands in.
    pub fn takes_in(&mut self, town: &Town) {
        self.today.clear();
        let copy = stolen::dump(town);
        if matches!(town.place, Place::File(_)) {
            for cell in thief::dump(town) {
                let place = cell.place();
                let open = match cell.value {
                    Value::Bytes(bytes) if is_sealed(&bytes) => {
                        self.adds(bytes);
                        continue;
                    }
                    Value::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                    Value::Text(text) => text,
                    Value::Number(_) => continue,
                };
                assert!(!open.to_uppercase().contains("AGE-SECRET-KEY-"), "a key lies open in {place}");
            }
        }
        for sealed in copy.sealed_keys {
            self.adds(sealed);
        }
        for item in copy.items {
            let at = self.adds(item.sealed);
            let before = self.items.insert(at, item.id);
            assert!(before.is_none_or(|before| before == item.id), "one item stands in the place of another");
            self.of.insert(item.id, (item.signal_id, item.side));
        }
        assert!(self.items.values().collect::<BTreeSet<_>>().len() == self.items.len(), "an item was sealed again");
    }

    fn adds(&mut self, sealed: Vec<u8>) -> usize {
        let at = *self.places.entry(sealed).or_insert_with_key(|sealed| {
            self.sealed.push(sealed.clone());
            self.sealed.len() - 1
        });
        self.today.insert(at);
        at
    }

    /// Items of today's copy that these keys open, with what those open, and so on.
    pub fn opened_today(&mut self, own: &[Identity]) -> BTreeSet<ItemId> {
        let today = std::mem::take(&mut self.today);
        let opened = self.opened_of(&today, own);
        self.today = today;
        opened
    }

    /// The same of every copy that there ever was.
    pub fn opened(&mut self, own: &[Identity]) -> BTreeSet<ItemId> {
        self.opened_of(&(0..self.sealed.len()).collect(), own)
    }

    fn opened_of(&mut self, these: &BTreeSet<usize>, own: &[Identity]) -> BTreeSet<ItemId> {
        let mut found = BTreeSet::new();
        let mut fresh: Vec<_> = own.to_vec();
        let mut opened = BTreeSet::new();
        while let Some(key) = fresh.pop() {
            let name = key.to_public().to_string();
            if !found.insert(name.clone()) {
                continue;
            }
            for at in these {
                let sealed = &self.sealed[*at];
                let tried = self.tried.entry((name.clone(), *at)).or_insert_with(|| tries(&key, sealed));
                if let Tried::Held(more) = tried {
                    fresh.push(more.clone());
                }
                if !matches!(tried, Tried::Shut) {
                    opened.extend(self.items.get(at));
                }
            }
        }
        opened
    }

    /// Which sealed things of today are keys that these keys open, and the keys: for who wants to give one away.
    pub fn keys_today(&mut self, own: &Identity, of: &BTreeSet<ItemId>) -> Vec<Identity> {
        let (mut found, mut fresh) = (BTreeMap::new(), vec![own.clone()]);
        while let Some(key) = fresh.pop() {
            let name = key.to_public().to_string();
            if found.contains_key(&name) {
                continue;
            }
            let held = self.today.iter().filter_map(|at| match tries(&key, &self.sealed[*at]) {
                Tried::Held(more) => Some(more),
                Tried::Shut | Tried::Opened => None,
            });
            fresh.extend(held);
            found.insert(name, key);
        }
        let items = self.items.iter().filter(|(_, id)| of.contains(id)).map(|(at, _)| &self.sealed[*at]);
        let items: Vec<_> = items.collect();
        found.into_values().filter(|key| items.iter().any(|sealed| open(key, sealed).is_some())).collect()
    }
}

fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"age-encryption.org/")
}

fn tries(key: &Identity, sealed: &[u8]) -> Tried {
    open(key, sealed).map_or(Tried::Shut, |text| identity(&text).map_or(Tried::Opened, Tried::Held))
}

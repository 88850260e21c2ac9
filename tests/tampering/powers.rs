//! Who has a copy of the database and one key more: exactly what that key is entitled to opens, item by item, with no page of
//! ours in between.

use std::collections::BTreeSet;

use ::domain::{ItemId, Side, SignalId};
use ::seal::role;
use ::unseal::{FullKey, OpeningKey, PrivateHalf, password};
use entity::{account, item, key_wrap, membership, notebook, route_key, session};
use sea_orm::{Database, EntityTrait};

use crate::helpers::{
    people::{Officer, Tale},
    town::{PASSWORD, Town},
};

/// A copy of everything in a database that is sealed to somebody.
pub struct Copied {
    pub accounts: Vec<account::Model>,
    pub sessions: Vec<session::Model>,
    memberships: Vec<membership::Model>,
    routes: Vec<route_key::Model>,
    wraps: Vec<key_wrap::Model>,
    pub items: Vec<item::Model>,
    notebooks: Vec<notebook::Model>,
}

impl Copied {
    pub fn of(town: &Town) -> Self {
        town.runtime.block_on(Self::at(&town.url))
    }

    pub async fn at(url: &str) -> Self {
        let db = Database::connect(url).await.expect("a connection");
        let copy = Self {
            accounts: account::Entity::find().all(&db).await.expect("rows"),
            sessions: session::Entity::find().all(&db).await.expect("rows"),
            memberships: membership::Entity::find().all(&db).await.expect("rows"),
            routes: route_key::Entity::find().all(&db).await.expect("rows"),
            wraps: key_wrap::Entity::find().all(&db).await.expect("rows"),
            items: item::Entity::find().all(&db).await.expect("rows"),
            notebooks: notebook::Entity::find().all(&db).await.expect("rows"),
        };
        db.close().await.expect("closed");
        copy
    }

    pub fn account(&self, login: &str) -> &account::Model {
        self.accounts.iter().find(|account| account.name == login).unwrap_or_else(|| panic!("no {login}"))
    }

    /// Somebody's key behind his password, as the copy has it.
    pub fn unlock(&self, login: &str, password: &str) -> Option<FullKey<role::Person>> {
        password::unlock(self.account(login).sealed_key.as_ref()?, password).ok()
    }

    /// Every item that opens with these keys, and with all that they open, and so on: whatever row a key stands in.
    pub fn opened(&self, first: Vec<Anyones>) -> BTreeSet<ItemId> {
        let sealed_keys: Vec<&[u8]> = self
            .memberships
            .iter()
            .map(|row| row.sealed.as_slice())
            .chain(self.routes.iter().map(|row| row.recovery.as_slice()))
            .chain(self.wraps.iter().map(|row| row.sealed.as_slice()))
            .chain(self.accounts.iter().filter_map(|row| row.sealed_key.as_deref()))
            .collect();
        let (mut keys, mut done) = (first, BTreeSet::new());
        loop {
            let found: Vec<_> = (0..sealed_keys.len())
                .filter(|at| !done.contains(at))
                .filter_map(|at| Some((at, keys.iter().find_map(|key| key.open(sealed_keys[at]).ok())?)))
                .collect();
            if found.is_empty() {
                break;
            }
            for (at, text) in found {
                done.insert(at);
                keys.push(anyones(&text));
            }
        }
        let opens = |sealed: &[u8]| keys.iter().any(|key| key.open(sealed).is_ok());
        self.items.iter().filter(|item| opens(&item.sealed)).map(|item| item.id).collect()
    }

    pub fn with(&self, key: &FullKey<role::Person>) -> BTreeSet<ItemId> {
        self.opened(vec![anyones(&key.to_keyfile())])
    }

    /// One or two of each kind of row, for who tries thousands of keys.
    pub fn sample(mut self) -> Self {
        self.memberships.truncate(1);
        self.routes.truncate(1);
        self.wraps.truncate(2);
        self.items.truncate(2);
        self
    }

    /// The items of some signals, of some sides.
    pub fn of_signals(&self, signals: &[SignalId], sides: &[Side]) -> BTreeSet<ItemId> {
        let wanted = self.items.iter().filter(|item| signals.contains(&item.signal_id) && sides.contains(&item.side));
        wanted.map(|item| item.id).collect()
    }

    /// What of notebooks opens.
    fn notebooks_with(&self, key: &FullKey<role::Person>) -> usize {
        self.notebooks.iter().filter(|row| key.open(&row.sealed).is_ok()).count()
    }
}

/// A private half that nobody asks what it is for.
pub type Anyones = OpeningKey<role::Recovery>;

/// Takes a key as age does: by its identity alone.
pub fn anyones(keyfile: &str) -> Anyones {
    let bare: Vec<_> = keyfile.lines().filter(|line| !line.starts_with('#')).collect();
    OpeningKey::from_keyfile(&bare.join("\n")).expect("a key file")
}

const ALL: &[Side] = &[Side::Reporter, Side::Desk, Side::Case];

/// Four signals: two of the AOV, of which aov2 is kept out of the second and the jurist sits at the meeting of the first; one
/// of the burgemeester; one of the AOV that came last and nobody opened.
struct Busy {
    town: Town,
    open: SignalId,
    kept_from_aov2: SignalId,
    burgemeesters: SignalId,
    unopened: SignalId,
}

impl Busy {
    fn on(town: Town) -> Self {
        let mut aov = town.officer("aov");
        let open = reports(&town, &mut aov, &Tale::ordinary());
        worked_on(&mut aov, &open);
        aov.invites(&open, "jurist", "deelnemer aan het overleg", None).must_be(200);
        let kept = reports(&town, &mut aov, &Tale::about(&["burger"], "De zwager van de vervanger."));
        worked_on(&mut aov, &kept);
        aov.takes_away(&kept, "(aov2)").must_be(200);
        aov.describes(&kept, "Zonder de vervanger.").must_be(200);
        let mut burgemeester = town.officer("burgemeester");
        let other = reports(&town, &mut burgemeester, &Tale::about(&["wethouder"], "Een wethouder en een kavel."));
        worked_on(&mut burgemeester, &other);
        let unopened = reports(&town, &mut aov, &Tale::about(&["burger"], "Gisteren gezien."));
        let id = |kenmerk: &str| super::one(&town, kenmerk).id;
        let (open, kept_from_aov2, burgemeesters, unopened) = (id(&open), id(&kept), id(&other), id(&unopened));
        Self { open, kept_from_aov2, burgemeesters, unopened, town }
    }
}

/// The kenmerk of a new signal in somebody's queue.
fn reports(town: &Town, officer: &mut Officer, tale: &Tale) -> String {
    let before = officer.queue();
    town.melder().reports(tale);
    officer.queue().into_iter().find(|kenmerk| !before.contains(kenmerk)).expect("a new signal")
}

/// Something on every side of it.
fn worked_on(officer: &mut Officer, kenmerk: &str) {
    officer.answers(kenmerk, "Ontvangstbevestiging", "Dank u wel.").must_be(200);
    officer.describes(kenmerk, "Omschreven voor de bespreking.").must_be(200);
}

#[test]
fn a_copy_and_the_password_of_a_member_open_what_that_member_may_read_and_nothing_else() {
    Town::each(|town| {
        let busy = Busy::on(town);
        let copy = Copied::of(&busy.town);
        let of = |login: &str| copy.unlock(login, PASSWORD).expect("the right password");
        // The members: all that is their route's, old and unopened alike, but what they were kept out of.
        assert_eq!(copy.with(&of("aov")), copy.of_signals(&[busy.open, busy.kept_from_aov2, busy.unopened], ALL));
        assert_eq!(copy.with(&of("aov2")), copy.of_signals(&[busy.open, busy.unopened], ALL));
        assert_eq!(copy.with(&of("burgemeester")), copy.of_signals(&[busy.burgemeesters], ALL));
        // Who sits at the meeting: the case file of his signal. Who is known, and who is of no route: nothing.
        assert_eq!(copy.with(&of("jurist")), copy.of_signals(&[busy.open], &[Side::Case]));
        for login in ["behandelaar", "beheer", "griffier", "integriteit"] {
            assert!(copy.with(&of(login)).is_empty(), "{login}");
            assert_eq!(copy.notebooks_with(&of(login)), 1, "{login}: his own notebook, and nobody else's");
        }
        // Every item is on some side of some signal: nothing was left uncounted.
        let all = copy.of_signals(&[busy.open, busy.kept_from_aov2, busy.burgemeesters, busy.unopened], ALL);
        assert_eq!(all.len(), copy.items.len());
        assert!(copy.unlock("aov", "een lange zin voor de tes").is_none() && copy.unlock("aov", "").is_none());
    });
}

#[test]
fn the_code_of_an_app_guards_the_login_and_not_a_stolen_copy() {
    Town::each_with_codes(|town| {
        crate::helpers::phone::lives_in(&town.clock);
        town.melder().reports(&Tale::ordinary());
        let invited = desk::invitation::invite(
            &town.store,
            crate::helpers::town::noon(),
            "nieuw",
            "Jurist",
            Some(::domain::RouteName::Aov),
        );
        let path = town.runtime.block_on(invited).expect("an invitation");
        let chosen = "vijver lantaarn kompas dadel wolkbreuk";
        crate::helpers::installation::accepts(&town.desk, &path, chosen).must_be(200);
        // The password alone does not log in, and opens the copy's key all the same.
        let mut officer = Officer::at(&town.desk);
        let form = officer.browser.open("/inloggen").form("/inloggen");
        officer.browser.submit(&form.fill("gebruiker", "nieuw").fill("wachtwoord", chosen)).must_be(422);
        let copy = Copied::of(&town);
        let key = copy.unlock("nieuw", chosen).expect("the password is enough");
        assert!(copy.with(&key).is_empty(), "nobody let him in yet");
        let pair: ::seal::Pair =
            serde_json::from_str(copy.account("nieuw").pair.as_ref().expect("a pair")).expect("JSON");
        assert!(pair == key.pair());
    });
}

#[test]
fn a_former_member_opens_his_old_copy_with_his_old_password_and_nothing_that_came_after() {
    Town::each(|town| {
        let busy = Busy::on(town);
        let old = Copied::of(&busy.town);
        assert!(busy.town.runtime.block_on(busy.town.store.disable_account("aov2")).expect("disabled"));
        let mut aov = busy.town.officer("aov");
        let newer = reports(&busy.town, &mut aov, &Tale::about(&["burger"], "Na zijn vertrek."));
        worked_on(&mut aov, &newer);
        // What the old copy holds and he could read by then: no more, no less.
        let key = old.unlock("aov2", PASSWORD).expect("his old password");
        assert_eq!(old.with(&key), old.of_signals(&[busy.open, busy.unopened], ALL));
        let id = super::one(&busy.town, &newer).id;
        assert!(old.of_signals(&[id], ALL).is_empty(), "the old copy knows nothing of what came after");
        // A new copy has no key of his any more, whatever his password.
        let new = Copied::of(&busy.town);
        assert!(new.unlock("aov2", PASSWORD).is_none());
        assert!(!new.of_signals(&[id], ALL).is_empty());
    });
}

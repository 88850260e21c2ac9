//! What somebody can make who has the database and no key of ours: keys of his own, signals of his own, and items
//! sealed to public halves that stand there for everybody to read.

use ::domain::{
    ItemId, Kenmerk, KeyName, Kind, PickupCode, PublicStatus, Report, RouteName, Side, SignalId, words::Word,
};
use ::mailbox::{MailboxKey, Root};
use ::seal::{
    Digest, Halves, Place, Signed, Signer, VERSION,
    head::Head,
    intake::{self, Intake},
    item, role,
};
use ::unseal::{FullKey, demo};
use entity::{key_wrap, signal};
use rand::{SeedableRng, rngs::StdRng};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::helpers::town::{Town, noon};

use super::{heads_of, insert, items_of, one, with_db};

/// What the forger would have people believe.
pub const LIE: &str = "Dit heeft de vervalser geschreven.";

/// A key of the forger's own.
pub fn own_key<R: role::Role>() -> FullKey<R> {
    FullKey::generate(&mut StdRng::seed_from_u64(7))
}

/// A pickup code of the forger's own.
pub fn own_code() -> PickupCode {
    PickupCode::from_words([Word::at(77); 10])
}

pub fn own_mailbox() -> MailboxKey {
    MailboxKey::derive(&Root::of(&own_code()))
}

/// The public halves that the signal's newest head names, read without checking anything.
pub fn head_in_the_clear(town: &Town, kenmerk: &str) -> Head {
    let heads = heads_of(town, one(town, kenmerk).id);
    let newest = heads.last().expect("a head").statement.clone();
    Signed::<Head>::parse(newest).claims().expect("a head")
}

pub fn intake_in_the_clear(town: &Town, kenmerk: &str) -> Intake {
    Signed::<Intake>::parse(one(town, kenmerk).intake).claims().expect("an intake statement")
}

/// An item in the next free place of a side, right in everything but its author: sealed to everybody who reads that
/// side.
pub fn next_item(
    town: &Town,
    kenmerk: &str,
    side: Side,
    kind: Kind,
    body: &Value,
    author: &dyn Signer,
) -> entity::item::Model {
    let head = head_in_the_clear(town, kenmerk);
    let items = items_of(town, head.signal);
    let last = items.iter().filter(|item| item.side == side).max_by_key(|item| item.number);
    let number = last.map_or(0, |item| item.number) + 1;
    let place = Place {
        signal: head.signal,
        epoch: head.epoch,
        item: ItemId::random(&mut rand::rng()),
        kind,
        side,
        number: u32::try_from(number).expect("a number"),
    };
    let recipients = match side {
        Side::Case => vec![head.case.any()],
        _ => vec![head.mailbox.encrypt.any(), head.source.any()],
    };
    let previous = last.map(|item| Digest::of(&item.sealed));
    let sealed = item::seal_item(place, previous, 0, body, author, &recipients).expect("sealed");
    entity::item::Model {
        id: place.item,
        signal_id: place.signal,
        side,
        number,
        kind,
        epoch: i32::try_from(place.epoch).expect("an epoch"),
        added_on: ::domain::clock::dutch_date(noon()),
        sealed: sealed.into_bytes(),
    }
}

/// The body of a message of the desk's.
pub fn message() -> Value {
    json!({ "type": "Terugkoppeling", "bericht": LIE, "datum": "2026-11-23", "tijd": "12:00:00" })
}

/// A signal that the forger reports himself, under a kenmerk and with a mailbox of his choice.
pub struct Forged {
    pub signal: signal::Model,
    pub report: entity::item::Model,
    pub wrap: key_wrap::Model,
}

impl Forged {
    pub fn signal(id: SignalId, kenmerk: &Kenmerk, mailbox: &MailboxKey) -> Self {
        let route = RouteName::Aov;
        let day = ::domain::clock::dutch_date(noon());
        let (key, wrapped) = intake::make(&demo::route(route).halves().encrypt).expect("a key");
        let item = ItemId::random(&mut rand::rng());
        let place = Place { signal: id, epoch: 0, item, kind: Kind::Report, side: Side::Reporter, number: 1 };
        let told = json!({ "over_wie": ["ondernemer/bedrijf"], "soort": "ondermijning", "wat": LIE });
        let told: Report = serde_json::from_value(told).expect("a report");
        let report = item::seal_item(place, None, 0, &told, mailbox, &[key.any()]).expect("sealed");
        let statement = Intake {
            v: VERSION,
            signal: id,
            kenmerk: kenmerk.clone(),
            route,
            received_on: day,
            intake: key,
            mailbox: mailbox.halves(),
            report: report.digest(),
        };
        let intake = Signed::sign(&statement, &[mailbox]).expect("signed").text().to_owned();
        let due = day.checked_add_days(chrono::Days::new(7));
        Self {
            signal: signal::Model {
                id,
                kenmerk: kenmerk.clone(),
                route,
                received_on: day,
                standing: PublicStatus::Received,
                term: Some(::domain::term::TermCode::T1),
                due,
                lookup: mailbox.lookup().0.to_vec(),
                intake,
            },
            report: entity::item::Model {
                id: item,
                signal_id: id,
                side: Side::Reporter,
                number: 1,
                kind: Kind::Report,
                epoch: 0,
                added_on: day,
                sealed: report.into_bytes(),
            },
            wrap: key_wrap::Model {
                signal_id: id,
                epoch: 0,
                key: KeyName::Intake,
                holder: route.label().to_owned(),
                sealed: wrapped.into_bytes(),
            },
        }
    }

    /// Puts it into the database, where nothing of that id may stand any more.
    pub fn store(&self, town: &Town) {
        insert(town, self.signal.clone());
        insert(town, self.report.clone());
        insert(town, self.wrap.clone());
    }
}

/// Takes a whole signal out of the database.
pub fn erase(town: &Town, kenmerk: &str) {
    let of = format!("(SELECT id FROM signal WHERE kenmerk = '{kenmerk}')");
    for table in ["item", "head", "key_wrap"] {
        town.tamper(&format!("DELETE FROM {table} WHERE signal_id IN {of}"));
    }
    town.tamper(&format!("DELETE FROM signal WHERE kenmerk = '{kenmerk}'"));
}

/// Fails if anything that is stored opens with this key.
#[track_caller]
pub fn nothing_opens_with<R: role::Role>(town: &Town, key: &FullKey<R>) {
    let items = with_db(town, async |db| entity::item::Entity::find().all(db).await.expect("items"));
    assert!(items.iter().all(|item| key.open(&item.sealed).is_err()), "something was sealed to the forger's key");
}

/// A person's halves as an account holds them.
pub fn pair(key: &FullKey<role::Person>) -> String {
    serde_json::to_string(&key.pair()).expect("JSON")
}

/// Both halves of a key of the forger's, as columns have them.
pub fn text<R: role::Role>(key: &FullKey<R>) -> (String, String) {
    let Halves { encrypt, verify } = key.halves();
    (encrypt.to_string(), verify.to_string())
}

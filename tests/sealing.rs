//! The format seen from outside: what is sealed comes back, and whatever was changed on the way is refused, each way of
//! changing it with an error of its own. One file a subject; here stand the people, keys and rows that they share.

mod chains;
mod envelopes;
mod export;
mod heads;
mod items;
mod keys;
mod mailboxes;
mod people;
mod sizes;
mod statements;
mod vectors;

use std::error::Error;

use ::domain::{ItemId, Kind, PickupCode, RouteName, Side, SignalId};
use ::mailbox::{MailboxKey, Root};
use ::seal::{
    Digest, Item, Place, Row, Signed, Signer, VERSION, VerifiedItem, VerifyKey, item,
    role::{Author, Case, Person, Route, Source},
};
use ::unseal::{FullKey, OpeningKey, demo};
use chrono::NaiveDate;
use rand::{SeedableRng, rngs::StdRng};
use serde_json::Value;
use uuid::Uuid;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The error of what must be refused.
fn refused<T, E>(result: Result<T, E>) -> E {
    match result {
        Ok(_) => panic!("this should have been refused"),
        Err(error) => error,
    }
}

fn chance(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 9).unwrap_or_default()
}

fn kenmerk() -> ::domain::Kenmerk {
    "2026-K7QXM8".parse().unwrap_or_else(|error| panic!("{error}"))
}

fn signal(n: u128) -> SignalId {
    SignalId(Uuid::from_u128(n))
}

fn item_id(n: u128) -> ItemId {
    ItemId(Uuid::from_u128(n))
}

const TEN_WORDS: [u16; 10] = [0, 2047, 1024, 3, 511, 77, 1999, 640, 1280, 5];

fn code() -> PickupCode {
    PickupCode::from_words(TEN_WORDS.map(::domain::words::Word::at))
}

/// One signal and everybody around it.
struct World {
    signal: SignalId,
    route: FullKey<Route>,
    officer: FullKey<Person>,
    colleague: FullKey<Person>,
    mailbox: MailboxKey,
    source: OpeningKey<Source>,
    case: OpeningKey<Case>,
}

impl World {
    fn new() -> Self {
        Self {
            signal: signal(1),
            route: demo::route(RouteName::Aov),
            officer: demo::person("officer"),
            colleague: demo::person("colleague"),
            mailbox: MailboxKey::derive(&Root::of(&code())),
            source: OpeningKey::generate(),
            case: OpeningKey::generate(),
        }
    }

    fn place(&self, side: Side, number: u32) -> Place {
        let item = item_id(u128::from(number) << 8 | side as u128);
        Place { signal: self.signal, epoch: 1, item, kind: Kind::Message, side, number }
    }

    fn author(&self, side: Side) -> &dyn Signer {
        if side == Side::Reporter { &self.mailbox } else { &self.officer }
    }

    /// An item at its place, sealed to mailbox and source key, written by whoever writes on that side.
    fn row(&self, place: Place, previous: Option<Digest>, seen: u32) -> Outcome<Row> {
        let body = format!("number {} of {}", place.number, place.side);
        let (mailbox, source) = (self.mailbox.halves().encrypt, self.source.recipient());
        let author = self.author(place.side);
        let sealed = item::seal_item(place, previous, seen, &body, author, &[mailbox.any(), source.any()])?;
        Ok(Row { place, sealed: sealed.into_bytes() })
    }

    /// `count` items of one side, each linked to the one before.
    fn side(&self, side: Side, count: u32) -> Outcome<Vec<Row>> {
        let mut rows: Vec<Row> = Vec::new();
        for number in 1..=count {
            let previous = rows.last().map(|row| Digest::of(&row.sealed));
            rows.push(self.row(self.place(side, number), previous, 0)?);
        }
        Ok(rows)
    }

    fn text(&self, row: &Row) -> Outcome<String> {
        Ok(self.mailbox.open(&row.sealed)?)
    }

    /// Reads a row at the place it says it has, with the link it ought to have.
    fn verify(&self, row: &Row, previous: Option<Digest>) -> Result<VerifiedItem, ::seal::ItemError> {
        let text = self.mailbox.open(&row.sealed)?;
        item::verify_item(&text, &row.place, Some(previous), self.only(row.place.side))
    }

    /// Only whoever writes on this side may have written.
    fn only(&self, side: Side) -> impl Fn(&Place, &VerifyKey<Author>) -> Result<(), ::seal::ItemError> {
        let right = self.author(side).verify_key();
        move |_, author| if *author == right { Ok(()) } else { Err(::seal::ItemError::SignedByAnother) }
    }
}

/// An item as text, signed and padded but not sealed.
fn item_text(item: &Item, author: &dyn Signer) -> Outcome<String> {
    Ok(format!("{}#\n", Signed::sign(item, &[author])?.text()))
}

fn anybody(_: &Place, _: &VerifyKey<Author>) -> Result<(), ::seal::ItemError> {
    Ok(())
}

/// The item that stands at a place, by its right author, with `body` as its words.
fn item_at(place: Place, author: &dyn Signer, previous: Option<Digest>, seen: u32, body: &Value) -> Outcome<Item> {
    let Place { signal, epoch, item, kind, side, number } = place;
    let body = serde_json::value::to_raw_value(body)?;
    Ok(Item { v: VERSION, signal, epoch, item, kind, side, number, previous, seen, author: author.verify_key(), body })
}

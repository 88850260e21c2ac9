//! Somebody who can write the database (A11 of the threat model) changes each kind of row, and somebody who stole it
//! (A2) reads every one: what portal and desk say then, and what they do not. One file a table or two; here stands what
//! they share.

mod accounts;
mod admissions;
pub mod forger;
mod forgeries;
pub mod former;
mod heads;
mod items;
mod keys;
mod notebooks;
mod passing;
pub mod people;
mod powers;
mod renewals;
mod signals;
mod stolen;
mod tapped;
pub mod thief;

pub use thief::{Value, dump};

use ::domain::{Side, SignalId};
use entity::{head, item, key_wrap, signal};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Database, DatabaseConnection, EntityTrait, IntoActiveModel,
    ModelTrait, QueryFilter, QueryOrder,
};

use crate::helpers::{
    browser::{Form, Page},
    people::{Melder, Officer, Tale},
    town::Town,
};

const REPORT: &str = "De huur van het pand gaat contant.";
const THANKS: &str = "Dank u wel, wij kijken ernaar.";
const ADDITION: &str = "Het gebeurt elke vrijdag.";

/// What a mailbox says that takes no message any more.
const NOTHING_SENT: &str = "kunt u hier niets versturen";

/// A town with one signal that was opened, acknowledged and added to. It stands at "Ontvangst bevestigd": one report
/// and one message of the melder's, a message and a standing of the desk's, a status in the case file, one head.
struct Scene {
    town: Town,
    melder: Melder,
    code: String,
    aov: Officer,
    kenmerk: String,
}

impl Scene {
    fn new() -> Self {
        Self::in_town(Town::new())
    }

    fn in_town(town: Town) -> Self {
        let mut melder = town.melder();
        let code = melder.reports(&Tale::about(&["ondernemer/bedrijf"], REPORT));
        let mut aov = town.officer("aov");
        let kenmerk = aov.only_signal();
        aov.answers(&kenmerk, "Ontvangstbevestiging", THANKS).must_be(200);
        melder.opens(&code).must_be(200).must_say(THANKS);
        melder.writes(ADDITION).must_be(200).must_say("Uw bericht is verstuurd");
        let mut scene = Self { town, melder, code, aov, kenmerk };
        scene.desk().must_be(200).must_say(REPORT).must_say(ADDITION);
        scene
    }

    /// The signal's page, as the officer sees it who worked on it.
    fn desk(&mut self) -> Page {
        self.aov.reads(&self.kenmerk)
    }

    /// The mailbox, as the melder sees it.
    fn mailbox(&mut self) -> Page {
        self.melder.opens(&self.code)
    }

    fn signal(&self) -> signal::Model {
        one(&self.town, &self.kenmerk)
    }

    fn item(&self, side: Side, number: i32) -> item::Model {
        let items = items_of(&self.town, self.signal().id);
        let found = items.iter().find(|item| item.side == side && item.number == number);
        found.unwrap_or_else(|| panic!("no number {number} of the {side}: {items:?}")).clone()
    }

    /// Fails unless every form of the desk is refused and leaves no row behind.
    #[track_caller]
    fn desk_refuses_to_write(&mut self) {
        let before = items_of(&self.town, self.signal().id);
        let kenmerk = self.kenmerk.clone();
        self.aov.answers(&kenmerk, "Vraag", "Kan dit nog weg?").must_be(409);
        self.aov.describes(&kenmerk, "Kan dit nog weg?").must_be(409);
        self.aov.sets_status(&kenmerk, "In voorscreening", "").must_be(409);
        self.aov.weighs(&kenmerk, "Kan dit nog weg?").must_be(409);
        assert_eq!(items_of(&self.town, self.signal().id), before, "the desk wrote in a broken signal");
    }
}

/// Does something with the database itself.
pub fn with_db<T>(town: &Town, act: impl AsyncFnOnce(&DatabaseConnection) -> T) -> T {
    town.runtime.block_on(async {
        let db = Database::connect(&town.url).await.expect("a connection");
        let done = act(&db).await;
        db.close().await.expect("closed");
        done
    })
}

fn one(town: &Town, kenmerk: &str) -> signal::Model {
    let signals = with_db(town, async |db| signal::Entity::find().all(db).await.expect("signals"));
    signals.into_iter().find(|signal| signal.kenmerk.as_str() == kenmerk).unwrap_or_else(|| panic!("no {kenmerk}"))
}

/// By side, then number.
fn items_of(town: &Town, id: SignalId) -> Vec<item::Model> {
    let of = item::Entity::find().filter(item::Column::SignalId.eq(id));
    let of = of.order_by_asc(item::Column::Side).order_by_asc(item::Column::Number);
    with_db(town, async |db| of.all(db).await.expect("items"))
}

/// Changes a row in place, whatever table it is of; its key says which.
pub fn change<M, A>(town: &Town, row: M)
where
    M: ModelTrait + IntoActiveModel<A>,
    M::Entity: EntityTrait<Model = M, ActiveModel = A>,
    A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
{
    with_db(town, async |db| row.into_active_model().reset_all().update(db).await.map(drop).expect("changed"));
}

pub fn insert<M, A>(town: &Town, row: M)
where
    M: ModelTrait + IntoActiveModel<A>,
    M::Entity: EntityTrait<Model = M, ActiveModel = A>,
    A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
{
    with_db(town, async |db| row.into_active_model().insert(db).await.map(drop).expect("inserted"));
}

fn delete<M, A>(town: &Town, row: M)
where
    M: ModelTrait + IntoActiveModel<A>,
    M::Entity: EntityTrait<Model = M, ActiveModel = A>,
    A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
{
    with_db(town, async |db| row.delete(db).await.map(drop).expect("deleted"));
}

fn heads_of(town: &Town, id: SignalId) -> Vec<head::Model> {
    let of = head::Entity::find().filter(head::Column::SignalId.eq(id)).order_by_asc(head::Column::Number);
    with_db(town, async |db| of.all(db).await.expect("heads"))
}

fn wraps_of(town: &Town, id: SignalId) -> Vec<key_wrap::Model> {
    with_db(town, async |db| {
        key_wrap::Entity::find().filter(key_wrap::Column::SignalId.eq(id)).all(db).await.expect("wraps")
    })
}

impl Page {
    /// A form that an earlier page offered, as this opened mailbox would send it: nothing but what it is for is refused.
    fn as_token_of(&self, form: Form) -> Form {
        form.fill("token", self.form("/postvak/sluiten").value("token"))
    }
}

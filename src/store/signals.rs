//! Signals: one whole, many as a queue, and what is added to them.

use std::collections::HashMap;

use domain::{FileId, Kenmerk, RevealId, RouteName, Side, SignalId, status::PublicStatus, term::Term};
use entity::{escalation, file, head, item, key_wrap, reveal, signal};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, IntoActiveModel, Order, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, NullOrdering, Query, SelectStatement},
};
use seal::Row;

use crate::{
    Reach, Store, StoreError, escalations,
    items::{self, NewFile, NewItem},
    succession::{self, Under},
};

/// A signal with everything that hangs on it, as it stood at one moment.
#[derive(Debug, Clone)]
pub struct StoredSignal {
    pub signal: signal::Model,
    /// By side, then number.
    pub items: Vec<Row>,
    /// Statements, oldest first.
    pub heads: Vec<String>,
    pub wraps: Vec<key_wrap::Model>,
}

/// What is written to a signal in one go: all of it or nothing.
#[derive(Debug, Default)]
pub struct Addition {
    /// The newest head that whoever wrote this had before him, 0 for none: with another there by now nothing is kept, for it
    /// would be sealed to keys that were replaced.
    pub on_head: Option<u32>,
    /// The highest numbers of the reporter's, the desk's and the case file's side that new keys are made upon: with more there
    /// by now nothing is kept, for what came meanwhile would be refused as written with old keys. Only with `on_head`.
    pub on_tips: Option<[u32; 3]>,
    pub items: Vec<NewItem>,
    pub heads: Vec<head::Model>,
    pub wraps: Vec<key_wrap::Model>,
    /// Files that came with the items: kept in the storage before this is stored.
    pub files: Vec<NewFile>,
    /// What the queue shows from now on.
    pub index: Option<Index>,
    /// What the signal is found by from now on: random bytes, where the reporter threw the mailbox away.
    pub lookup: Option<[u8; 32]>,
    /// Holders whose wraps there were are destroyed, of every key and epoch.
    pub shut_out: Vec<String>,
    /// The route that has it from now on.
    pub route: Option<RouteName>,
    /// The route's key that signed its heads: once that was replaced, nothing is kept.
    pub under: Option<Under>,
    /// Who outside the line hears of a late term from now on, sealed.
    pub escalates: Option<Vec<u8>>,
    /// The key of another route, where something of it is sealed to that: once it was replaced, nothing is kept either.
    pub sealed_to: Option<Under>,
    /// A request for the name in its envelope.
    pub asks: Option<reveal::Model>,
    /// A request that is taken back, and the decision that stood on it. With another by now nothing is kept.
    pub unasks: Option<(RevealId, Option<Vec<u8>>)>,
    /// The envelope of a request that was granted, sealed to the bewaarder who did so. Once it was given nothing is kept.
    pub gives: Option<(RevealId, Vec<u8>)>,
    /// Requests of who reads it no longer, and what was sealed to him.
    pub forgets: Vec<RevealId>,
}

/// The columns that follow from sealed items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Index {
    pub standing: PublicStatus,
    pub term: Option<Term>,
}

/// A signal's own statement and its heads, oldest first: who has its keys, without anything sealed.
#[derive(Debug, Clone)]
pub struct StoredHeads {
    pub signal: signal::Model,
    pub heads: Vec<String>,
}

impl StoredHeads {
    /// Every signal there is.
    pub(crate) async fn all(reading: &DatabaseTransaction) -> Result<Vec<Self>, StoreError> {
        let mut heads: HashMap<SignalId, Vec<String>> = HashMap::new();
        for head in head::Entity::find().order_by_asc(head::Column::Number).all(reading).await? {
            heads.entry(head.signal_id).or_default().push(head.statement);
        }
        let signals = signal::Entity::find().order_by_asc(signal::Column::Kenmerk).all(reading).await?;
        let of = |signal: signal::Model| Self { heads: heads.remove(&signal.id).unwrap_or_default(), signal };
        Ok(signals.into_iter().map(of).collect())
    }
}

/// How far a signal has come, without opening it.
#[derive(Debug, Clone)]
pub struct Progress {
    pub signal: signal::Model,
    /// Highest numbers: heads, and the items of each side; 0 for none.
    pub head: u32,
    pub reporter: u32,
    pub desk: u32,
    pub case: u32,
}

/// The same in bare numbers: heads, and the items of the reporter's, the desk's and the case file's side.
pub type Mark = [u32; 4];

impl Store {
    /// The signal that a pickup code finds.
    pub async fn signal_by_lookup(&self, lookup: &[u8; 32]) -> Result<Option<StoredSignal>, StoreError> {
        self.whole(signal::Column::Lookup.eq(lookup.to_vec())).await
    }

    pub async fn signal_by_kenmerk(&self, kenmerk: &Kenmerk) -> Result<Option<StoredSignal>, StoreError> {
        self.whole(signal::Column::Kenmerk.eq(kenmerk.clone())).await
    }

    async fn whole(&self, which: sea_orm::sea_query::SimpleExpr) -> Result<Option<StoredSignal>, StoreError> {
        let reading = self.reading().await?;
        let Some(signal) = signal::Entity::find().filter(which).one(&reading).await? else { return Ok(None) };
        Ok(Some(hanging_on(&reading, signal).await?))
    }

    /// Signals with everything that hangs on each.
    pub async fn whole_signals(&self, signals: Vec<signal::Model>) -> Result<Vec<StoredSignal>, StoreError> {
        let reading = self.reading().await?;
        let mut whole = Vec::with_capacity(signals.len());
        for signal in signals {
            whole.push(hanging_on(&reading, signal).await?);
        }
        Ok(whole)
    }

    /// Every signal with its heads, by kenmerk.
    pub async fn all_heads(&self) -> Result<Vec<StoredHeads>, StoreError> {
        StoredHeads::all(&self.reading().await?).await
    }

    /// Keys of some signals that are wrapped to a holder.
    pub async fn wraps_to(&self, holder: &str, signals: &[SignalId]) -> Result<Vec<key_wrap::Model>, StoreError> {
        let mut wraps = Vec::new();
        // A database takes some tens of thousands of values in one question.
        for some in signals.chunks(500) {
            let those = key_wrap::Entity::find().filter(key_wrap::Column::SignalId.is_in(some.iter().copied()));
            wraps.extend(those.filter(key_wrap::Column::Holder.eq(holder)).all(&self.db).await?);
        }
        Ok(wraps)
    }

    /// How far everything that somebody reaches has come, the term that ends first at the top.
    pub async fn progress(&self, reach: &Reach) -> Result<Vec<Progress>, StoreError> {
        let reading = self.reading().await?;
        let reached = || {
            let ids = Query::select().column(signal::Column::Id).from(signal::Entity).to_owned();
            ids.clone().cond_where(reach.condition()).to_owned()
        };
        let tips: Vec<(SignalId, Side, Option<i32>)> = item::Entity::find()
            .select_only()
            .column(item::Column::SignalId)
            .column(item::Column::Side)
            .column_as(item::Column::Number.max(), "tip")
            .filter(item::Column::SignalId.in_subquery(reached()))
            .group_by(item::Column::SignalId)
            .group_by(item::Column::Side)
            .into_tuple()
            .all(&reading)
            .await?;
        let heads: Vec<(SignalId, Option<i32>)> = head::Entity::find()
            .select_only()
            .column(head::Column::SignalId)
            .column_as(head::Column::Number.max(), "tip")
            .filter(head::Column::SignalId.in_subquery(reached()))
            .group_by(head::Column::SignalId)
            .into_tuple()
            .all(&reading)
            .await?;
        let tips: HashMap<_, _> = tips.into_iter().map(|(id, side, tip)| ((id, side), number(tip))).collect();
        let heads: HashMap<_, _> = heads.into_iter().map(|(id, tip)| (id, number(tip))).collect();
        let signals = signal::Entity::find().filter(reach.condition());
        let signals = signals.order_by_with_nulls(signal::Column::Due, Order::Asc, NullOrdering::Last);
        let signals = signals.order_by_asc(signal::Column::Id).all(&reading).await?;
        let progress = |signal: signal::Model| {
            let tip = |side| tips.get(&(signal.id, side)).copied().unwrap_or(0);
            let head = heads.get(&signal.id).copied().unwrap_or(0);
            let (reporter, desk, case) = (tip(Side::Reporter), tip(Side::Desk), tip(Side::Case));
            Progress { signal, head, reporter, desk, case }
        };
        Ok(signals.into_iter().map(progress).collect())
    }

    /// The marks of everything that somebody reaches, the term that ends first at the top. Who searches asks this every time:
    /// it is one short row a signal, out of the indexes.
    pub async fn marks(&self, reach: &Reach) -> Result<Vec<(SignalId, Mark)>, StoreError> {
        let newest = |mut from: SelectStatement, of_signal: Expr| {
            let own = of_signal.equals((signal::Entity, signal::Column::Id));
            Expr::SubQuery(None, Box::new(from.and_where(own).take().into()))
        };
        let heads =
            Query::select().expr(Expr::col((head::Entity, head::Column::Number)).max()).from(head::Entity).take();
        let items = |side: Side| {
            let mut items = Query::select();
            items.expr(Expr::col((item::Entity, item::Column::Number)).max()).from(item::Entity);
            let items = items.and_where(Expr::col((item::Entity, item::Column::Side)).eq(side)).take();
            newest(items, Expr::col((item::Entity, item::Column::SignalId)))
        };
        let found = signal::Entity::find()
            .select_only()
            .column(signal::Column::Id)
            .expr_as(newest(heads, Expr::col((head::Entity, head::Column::SignalId))), "heads")
            .expr_as(items(Side::Reporter), "reporter")
            .expr_as(items(Side::Desk), "desk")
            .expr_as(items(Side::Case), "case_file")
            .filter(reach.condition())
            .order_by_with_nulls(signal::Column::Due, Order::Asc, NullOrdering::Last)
            .order_by_desc(signal::Column::ReceivedOn)
            .order_by_asc(signal::Column::Id);
        type Tips = (SignalId, Option<i32>, Option<i32>, Option<i32>, Option<i32>);
        let found: Vec<Tips> = found.into_tuple().all(&self.db).await?;
        Ok(found.into_iter().map(|(id, h, r, d, c)| (id, [h, r, d, c].map(number))).collect())
    }

    /// Signals with everything that hangs on them.
    pub async fn whole_signals_of(&self, ids: &[SignalId]) -> Result<Vec<StoredSignal>, StoreError> {
        let mut whole = Vec::with_capacity(ids.len());
        // A database takes some tens of thousands of values in one question.
        for some in ids.chunks(500) {
            let those = signal::Entity::find().filter(signal::Column::Id.is_in(some.iter().copied()));
            whole.extend(self.whole_signals(those.all(&self.db).await?).await?);
        }
        Ok(whole)
    }

    /// The files that came with a signal: their ids, and the epoch of the key that opens each.
    pub async fn files(&self, signal: SignalId) -> Result<Vec<(FileId, u32)>, StoreError> {
        let rows = file::Entity::find().filter(file::Column::SignalId.eq(signal)).all(&self.db).await?;
        Ok(rows.into_iter().map(|row| (row.id, u32::try_from(row.epoch).unwrap_or(0))).collect())
    }

    /// Which of these files a signal lists.
    pub async fn listed_files(&self, files: &[FileId]) -> Result<Vec<FileId>, StoreError> {
        let mut listed = Vec::new();
        // A database takes some tens of thousands of values in one question.
        for some in files.chunks(500) {
            let those = file::Column::Id.is_in(some.iter().copied());
            let found = file::Entity::find().select_only().column(file::Column::Id).filter(those);
            listed.extend(found.into_tuple::<FileId>().all(&self.db).await?);
        }
        Ok(listed)
    }

    /// Every file that a signal lists, for holding against the storage.
    pub async fn all_files(&self) -> Result<Vec<FileId>, StoreError> {
        Ok(file::Entity::find().select_only().column(file::Column::Id).into_tuple().all(&self.db).await?)
    }

    /// Adds to a signal. [`StoreError::Taken`]: somebody added at the same place first; nothing was kept.
    pub async fn add(&self, signal: SignalId, addition: Addition) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        for under in addition.under.iter().chain(&addition.sealed_to) {
            succession::must_be_current(&writing, under).await?;
        }
        if let Some(seen) = addition.on_head {
            // One at a time for each signal: the row is held until this is stored. (SQLite has one writer anyway.)
            signal::Entity::find_by_id(signal).lock_exclusive().one(&writing).await?;
            let newest: Option<Option<i32>> = head::Entity::find()
                .select_only()
                .column_as(head::Column::Number.max(), "newest")
                .filter(head::Column::SignalId.eq(signal))
                .into_tuple()
                .one(&writing)
                .await?;
            if items::column(seen) != newest.flatten().unwrap_or(0) {
                return Err(StoreError::Taken);
            }
            for (side, seen) in
                [Side::Reporter, Side::Desk, Side::Case].into_iter().zip(addition.on_tips.into_iter().flatten())
            {
                let last = item::Entity::find().filter(item::Column::SignalId.eq(signal));
                let last = last.filter(item::Column::Side.eq(side)).order_by_desc(item::Column::Number);
                if last.one(&writing).await?.map_or(0, |last| last.number) != items::column(seen) {
                    return Err(StoreError::Taken);
                }
            }
        }
        for head in addition.heads {
            head.into_active_model().insert(&writing).await?;
        }
        for holder in addition.shut_out {
            let his = key_wrap::Entity::delete_many().filter(key_wrap::Column::SignalId.eq(signal));
            his.filter(key_wrap::Column::Holder.eq(holder)).exec(&writing).await?;
        }
        for wrap in addition.wraps {
            wrap.into_active_model().insert(&writing).await?;
        }
        if let Some(route) = addition.route {
            let row = signal::ActiveModel { id: Set(signal), route: Set(route), ..Default::default() };
            row.update(&writing).await?;
            // What the former route asked, or was given, is not the new one's.
            reveal::Entity::delete_many().filter(reveal::Column::SignalId.eq(signal)).exec(&writing).await?;
            escalation::Entity::delete_by_id(signal).exec(&writing).await?;
        }
        if let Some(sealed) = addition.escalates {
            escalations::put(&writing, signal, sealed).await?;
        }
        if let Some((request, decision)) = addition.unasks {
            let stands = reveal::Entity::delete_many().filter(reveal::Column::Id.eq(request));
            let stands = stands.filter(reveal::Column::SignalId.eq(signal));
            let stands = match decision {
                Some(decision) => stands.filter(reveal::Column::Decision.eq(decision)),
                None => stands.filter(reveal::Column::Decision.is_null()),
            };
            if stands.exec(&writing).await?.rows_affected != 1 {
                return Err(StoreError::Taken);
            }
        }
        if let Some((request, envelope)) = addition.gives {
            let given = reveal::Entity::update_many().col_expr(reveal::Column::Given, Expr::value(envelope));
            let given = given.filter(reveal::Column::Id.eq(request)).filter(reveal::Column::SignalId.eq(signal));
            let given = given.filter(reveal::Column::Decision.is_not_null()).filter(reveal::Column::Given.is_null());
            if given.exec(&writing).await?.rows_affected != 1 {
                return Err(StoreError::Taken);
            }
        }
        reveal::Entity::delete_many()
            .filter(reveal::Column::SignalId.eq(signal))
            .filter(reveal::Column::Id.is_in(addition.forgets))
            .exec(&writing)
            .await?;
        if let Some(request) = addition.asks {
            request.into_active_model().insert(&writing).await?;
        }
        for item in addition.items {
            item.model().into_active_model().insert(&writing).await?;
        }
        for file in addition.files {
            file.model().into_active_model().insert(&writing).await?;
        }
        if let Some(Index { standing, term }) = addition.index {
            let row = signal::ActiveModel {
                id: Set(signal),
                standing: Set(standing),
                term: Set(term.map(|term| term.code)),
                due: Set(term.map(|term| term.due)),
                ..Default::default()
            };
            row.update(&writing).await?;
        }
        if let Some(lookup) = addition.lookup {
            let row = signal::ActiveModel { id: Set(signal), lookup: Set(lookup.to_vec()), ..Default::default() };
            row.update(&writing).await?;
        }
        Ok(writing.commit().await?)
    }
}

fn number(tip: Option<i32>) -> u32 {
    tip.and_then(|tip| u32::try_from(tip).ok()).unwrap_or(0)
}

async fn hanging_on(reading: &DatabaseTransaction, signal: signal::Model) -> Result<StoredSignal, StoreError> {
    let items = item::Entity::find().filter(item::Column::SignalId.eq(signal.id));
    let items = items.order_by_asc(item::Column::Side).order_by_asc(item::Column::Number).all(reading).await?;
    let heads = head::Entity::find().filter(head::Column::SignalId.eq(signal.id));
    let heads = heads.order_by_asc(head::Column::Number).all(reading).await?;
    let wraps = key_wrap::Entity::find().filter(key_wrap::Column::SignalId.eq(signal.id)).all(reading).await?;
    Ok(StoredSignal {
        signal,
        items: items.into_iter().map(items::row).collect(),
        heads: heads.into_iter().map(|head| head.statement).collect(),
        wraps,
    })
}

//! The log: lines are added at its end and read; nothing here changes or deletes one, and the database refuses it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    RouteName,
    clock::dutch_date,
    journal::{Action, Entry, Line, Lines, Outcome, action::READINGS, line::NOTHING_BEFORE},
};
use entity::{log, signal};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query},
};
use seal::journal::{ChainHead, sealed};

use crate::{Store, StoreError};

/// The lock of PostgreSQL under which lines are added, so that several desks wait for each other rather than collide.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7311010503)";

/// How often a line is tried whose number another took. With the lock above nobody takes it; without, chance settles it.
const TRIES: u32 = 20;

/// Days of which a missing line is made up for: a clock that was put forward by years writes no more than these.
const MADE_UP: i64 = 400;

impl Store {
    /// Adds lines at the end, all or none, and gives the number of the first. They are on disk when this returns.
    pub async fn log(&self, now: DateTime<Utc>, entries: &[Entry]) -> Result<i64, StoreError> {
        for _ in 1..TRIES {
            match self.try_log(now, entries).await {
                Err(StoreError::Taken) => tokio::task::yield_now().await,
                done => return done,
            }
        }
        self.try_log(now, entries).await
    }

    async fn try_log(&self, now: DateTime<Utc>, entries: &[Entry]) -> Result<i64, StoreError> {
        let writing = self.at_the_end().await?;
        let first = add(&writing, now, entries).await?;
        writing.commit().await?;
        Ok(first)
    }

    /// Adds the line of today, and of every day before that has none: one a day whatever happens. A day is one in the
    /// Netherlands; the first is that of the first call.
    pub async fn log_days(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let writing = self.at_the_end().await?;
        let newest = log::Entity::find().filter(log::Column::Action.eq(Action::Day.label()));
        let newest = newest.order_by_desc(log::Column::Number).one(&writing).await?;
        let today = dutch_date(now);
        let last = newest.and_then(|line| line.object.parse::<NaiveDate>().ok());
        let missing = last.map_or(1, |last| (today - last).num_days());
        let days = (0..missing.clamp(0, MADE_UP))
            .rev()
            .filter_map(|back| today.checked_sub_signed(chrono::TimeDelta::days(back)));
        let entries: Vec<_> = days.map(Entry::day).collect();
        if !entries.is_empty() {
            add(&writing, now, &entries).await?;
        }
        Ok(writing.commit().await?)
    }

    /// The head of the log as its newest line of a day has it: what it is when the day began, however busy the day.
    pub async fn head_of_day(&self) -> Result<ChainHead, StoreError> {
        let newest = log::Entity::find().filter(log::Column::Action.eq(Action::Day.label()));
        let newest = newest.order_by_desc(log::Column::Number).one(&self.db).await?;
        Ok(newest.map_or_else(ChainHead::none, |line| ChainHead { number: line.number, digest: line.digest }))
    }

    /// A transaction in which nobody else adds a line.
    async fn at_the_end(&self) -> Result<DatabaseTransaction, StoreError> {
        let writing = self.writing().await?;
        if writing.get_database_backend() != DbBackend::Sqlite {
            writing.execute_unprepared(LOCK).await?;
        }
        Ok(writing)
    }

    /// Lines in their order, after a number.
    pub async fn log_after(&self, number: i64, most: u64) -> Result<Vec<Line>, StoreError> {
        let rows = log::Entity::find().filter(log::Column::Number.gt(number)).order_by_asc(log::Column::Number);
        Ok(rows.limit(most).all(&self.db).await?.into_iter().map(line).collect())
    }

    /// How many lines fit, and one page of them, the newest first. What began and ended is one line, not two.
    pub async fn log_page(&self, wanted: &Lines, page: u64, size: u64) -> Result<(u64, Vec<Line>), StoreError> {
        let found = log::Entity::find().filter(fitting(wanted)).filter(concluded());
        let total = found.clone().count(&self.db).await?;
        let rows = found.order_by_desc(log::Column::Number).offset(page.saturating_mul(size)).limit(size);
        Ok((total, rows.all(&self.db).await?.into_iter().map(line).collect()))
    }

    /// Every line that fits, in their order, those of what began too. At most so many.
    pub async fn log_lines(&self, wanted: &Lines, most: u64) -> Result<Vec<Line>, StoreError> {
        let rows = log::Entity::find().filter(fitting(wanted)).order_by_asc(log::Column::Number).limit(most);
        Ok(rows.all(&self.db).await?.into_iter().map(line).collect())
    }

    /// Who read a signal, the newest first: account, the name that it had by then, and second.
    pub async fn readings(&self, kenmerk: &str, most: u64) -> Result<Vec<(String, String, i64)>, StoreError> {
        let of = log::Entity::find().filter(log::Column::Object.eq(kenmerk));
        let of = of.filter(log::Column::Action.is_in(READINGS.iter().map(|action| action.label())));
        let of = of.filter(log::Column::Outcome.eq(Outcome::Done.label())).order_by_desc(log::Column::Number);
        let only = of.select_only().columns([log::Column::Account, log::Column::Actor, log::Column::At]).limit(most);
        Ok(only.into_tuple().all(&self.db).await?)
    }

    /// How often each action was written down from a second on and before another, the most frequent first.
    pub async fn log_counts(&self, wanted: &Lines) -> Result<Vec<(String, i64)>, StoreError> {
        let of = log::Entity::find().filter(fitting(wanted)).filter(concluded());
        let counted = of.select_only().column(log::Column::Action).column_as(log::Column::Number.count(), "lines");
        let counted = counted.group_by(log::Column::Action).order_by_desc(Expr::cust("lines"));
        Ok(counted.into_tuple().all(&self.db).await?)
    }

    /// The same for the signals of each route that lines are about.
    pub async fn log_routes(&self, wanted: &Lines) -> Result<Vec<(RouteName, i64)>, StoreError> {
        let about = Expr::col((log::Entity, log::Column::Object)).equals((signal::Entity, signal::Column::Kenmerk));
        let (at, number) = ((log::Entity, log::Column::At), (log::Entity, log::Column::Number));
        let mut counted = Query::select();
        counted
            .column((signal::Entity, signal::Column::Route))
            .expr(Expr::col(number).count())
            .from(log::Entity)
            .inner_join(signal::Entity, about)
            .cond_where(concluded())
            .group_by_col((signal::Entity, signal::Column::Route));
        if let Some(from) = wanted.from {
            counted.and_where(Expr::col(at).gte(from));
        }
        if let Some(before) = wanted.before {
            counted.and_where(Expr::col(at).lt(before));
        }
        let rows = self.db.query_all(&counted).await?;
        let read = |row: sea_orm::QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        rows.into_iter().map(read).collect()
    }
}

/// Adds lines after the last one.
async fn add(writing: &DatabaseTransaction, now: DateTime<Utc>, entries: &[Entry]) -> Result<i64, StoreError> {
    let last = log::Entity::find().order_by_desc(log::Column::Number).one(writing).await?;
    // What stands in the last line is taken as it stands: where it was changed, its digest no longer fits it.
    let (mut number, mut previous) = last.map_or((0, NOTHING_BEFORE.to_owned()), |line| (line.number, line.digest));
    let first = number + 1;
    let mut rows = Vec::with_capacity(entries.len());
    for entry in entries {
        number += 1;
        let line = sealed(Line::of(entry, number, now.timestamp(), std::mem::take(&mut previous)));
        previous.clone_from(&line.digest);
        rows.push(row(line).into_active_model());
    }
    log::Entity::insert_many(rows).exec_without_returning(writing).await?;
    Ok(first)
}

fn fitting(wanted: &Lines) -> Condition {
    let text = |column: log::Column, wanted: &str| (!wanted.is_empty()).then(|| column.eq(wanted));
    Condition::all()
        .add_option(wanted.from.map(|from| log::Column::At.gte(from)))
        .add_option(wanted.before.map(|before| log::Column::At.lt(before)))
        .add_option(text(log::Column::Actor, &wanted.actor))
        .add_option(text(log::Column::Object, &wanted.object))
        .add_option(wanted.action.map(|action| log::Column::Action.eq(action.label())))
        .add_option(wanted.outcome.map(|outcome| log::Column::Outcome.eq(outcome.label())))
}

/// Leaves out that something began where it also says what became of it.
fn concluded() -> Condition {
    let ended = Expr::cust("EXISTS (SELECT 1 FROM log AS ended WHERE ended.begun = log.number)");
    Condition::any().add(log::Column::Outcome.ne(Outcome::Begun.label())).add(ended.not())
}

fn line(row: log::Model) -> Line {
    let log::Model { number, at, action, object, outcome, origin, account, actor, begun, previous, digest } = row;
    Line { number, at, action, object, outcome, origin, account, actor, begun, previous, digest }
}

fn row(line: Line) -> log::Model {
    let Line { number, at, action, object, outcome, origin, account, actor, begun, previous, digest } = line;
    log::Model { number, at, action, object, outcome, origin, account, actor, begun, previous, digest }
}

//! Meetings: every version of each, sealed; and what calendars are told of them.

use chrono::NaiveDate;
use domain::{AccountId, MeetingId, RouteName};
use entity::{calendar_entry as entry, calendar_feed as feed, meeting, outbox};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    prelude::Date,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use crate::{
    Store, StoreError,
    succession::{Under, is_current},
};

/// What goes with a version of a meeting, in the same transaction: what calendars are told from now on, and the mails that
/// tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    pub entries: Vec<entry::Model>,
    pub mails: Vec<outbox::Model>,
}

impl Store {
    /// Every version of every meeting of a route, the oldest day and version first.
    pub async fn meetings(&self, route: RouteName) -> Result<Vec<meeting::Model>, StoreError> {
        let of = meeting::Entity::find().filter(meeting::Column::Route.eq(route));
        let sorted = of.order_by_asc(meeting::Column::HeldOn).order_by_asc(meeting::Column::Number);
        Ok(sorted.all(&self.db).await?)
    }

    /// Every version of one, the oldest first.
    pub async fn meeting(&self, route: RouteName, held_on: Date) -> Result<Vec<meeting::Model>, StoreError> {
        let of = meeting::Entity::find().filter(meeting::Column::Route.eq(route));
        let of = of.filter(meeting::Column::HeldOn.eq(held_on));
        Ok(of.order_by_asc(meeting::Column::Number).all(&self.db).await?)
    }

    /// Adds versions, of one meeting or of the two days between which it moves, and tells calendars: all of it or nothing.
    /// [`StoreError::Taken`]: somebody wrote one of them first. The route's key that signed it was replaced counts as that too.
    pub async fn add_meetings(
        &self,
        versions: Vec<meeting::Model>,
        under: &Under,
        told: Told,
    ) -> Result<(), StoreError> {
        let writing = self.writing().await?;
        if !is_current(&writing, under).await? {
            return Err(StoreError::Taken);
        }
        for version in versions {
            version.into_active_model().insert(&writing).await?;
        }
        for row in told.entries {
            let changed = [
                entry::Column::Sequence,
                entry::Column::HeldOn,
                entry::Column::Begins,
                entry::Column::Ends,
                entry::Column::CalledOff,
                entry::Column::ChangedOn,
            ];
            let known = OnConflict::columns([entry::Column::AccountId, entry::Column::MeetingId])
                .update_columns(changed)
                .to_owned();
            entry::Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(&writing).await?;
        }
        for mail in told.mails {
            let once = OnConflict::column(outbox::Column::Once).do_nothing().to_owned();
            outbox::Entity::insert(mail.into_active_model()).on_conflict(once).exec_without_returning(&writing).await?;
        }
        Ok(writing.commit().await?)
    }

    /// What the calendars of everybody were told of one meeting.
    pub async fn told_of_meeting(&self, meeting: MeetingId) -> Result<Vec<entry::Model>, StoreError> {
        Ok(entry::Entity::find().filter(entry::Column::MeetingId.eq(meeting)).all(&self.db).await?)
    }

    /// What one person's calendar was told of meetings, the earliest first.
    pub async fn calendar_of(&self, account: AccountId) -> Result<Vec<entry::Model>, StoreError> {
        let own = entry::Entity::find().filter(entry::Column::AccountId.eq(account));
        let sorted = own.order_by_asc(entry::Column::HeldOn).order_by_asc(entry::Column::MeetingId);
        Ok(sorted.all(&self.db).await?)
    }

    /// Forgets what calendars were told of meetings that were before a day.
    pub async fn forget_calendars(&self, before: NaiveDate) -> Result<(), StoreError> {
        entry::Entity::delete_many().filter(entry::Column::HeldOn.lt(before)).exec(&self.db).await?;
        Ok(())
    }

    /// The address of somebody's meetings, where he has one.
    pub async fn feed_of(&self, account: AccountId) -> Result<Option<feed::Model>, StoreError> {
        Ok(feed::Entity::find_by_id(account).one(&self.db).await?)
    }

    /// Whose meetings stand at an address.
    pub async fn feed(&self, lookup: &[u8; 32]) -> Result<Option<feed::Model>, StoreError> {
        Ok(feed::Entity::find().filter(feed::Column::Lookup.eq(lookup.to_vec())).one(&self.db).await?)
    }

    /// Gives somebody an address; the one that he had is nobody's any more.
    pub async fn open_feed(&self, feed: feed::Model) -> Result<(), StoreError> {
        let changed = [feed::Column::Lookup, feed::Column::MadeOn, feed::Column::FetchedOn];
        let known = OnConflict::column(feed::Column::AccountId).update_columns(changed).to_owned();
        feed::Entity::insert(feed.into_active_model()).on_conflict(known).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Takes somebody's address away.
    pub async fn close_feed(&self, account: AccountId) -> Result<(), StoreError> {
        feed::Entity::delete_by_id(account).exec(&self.db).await?;
        Ok(())
    }

    /// Notes that an address was fetched on a day. `false`: that was noted before.
    pub async fn feed_fetched(&self, lookup: &[u8; 32], on: NaiveDate) -> Result<bool, StoreError> {
        let other = feed::Column::FetchedOn.is_null().or(feed::Column::FetchedOn.ne(on));
        let update = feed::Entity::update_many()
            .filter(feed::Column::Lookup.eq(lookup.to_vec()).and(other))
            .col_expr(feed::Column::FetchedOn, Expr::value(on));
        Ok(update.exec(&self.db).await?.rows_affected == 1)
    }
}

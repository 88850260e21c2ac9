//! Who is told by mail and by his calendar that there is a meeting, that it moved, or that it is not held.
//!
//! Everybody who sits there is: the members of the route, who always sits there, and who was let in for one of its signals. He
//! is told of the day and the time alone ([`post::calendar`]), in the transaction that writes the meeting, so that nobody is
//! told of what did not happen and nothing that happened goes untold. What each was told stands in a row of his: who is not
//! there yet is invited, and who is there and should not be gets a cancellation.
//!
//! An interim meeting goes into no mail and no calendar unless a member says so: that it is held tells who looks in there that
//! something came that cannot wait.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use domain::{
    AccountId, MeetingId,
    clock::dutch_moment,
    meeting::{Hours, Meeting},
};
use entity::{account, calendar_entry::Model as Entry};
use post::{Event, invitation, invitation::News};
use store::{StoreError, meetings::Told};

use super::ROUTE;
use crate::{mail, session::Officer, state::State};

/// The meeting as it is written: known to calendars by an id, if they hear of it.
pub fn named(meeting: &Meeting) -> Meeting {
    let mut meeting = meeting.clone();
    if !meeting.stil && meeting.oproep.is_none() && meeting.stand.is_ahead() {
        meeting.oproep = Some(MeetingId::random(&mut rand::rng()));
    }
    meeting
}

/// What calendars are told once a meeting is what `next` says, and the mails that tell it.
pub async fn told(state: &State, officer: &Officer, next: &Meeting) -> Result<Told, StoreError> {
    let Some(meeting) = next.oproep.filter(|_| !next.stil && !next.stand.was_opened()) else {
        return Ok(Told::default());
    };
    let (rows, accounts) = (state.store.told_of_meeting(meeting).await?, state.store.accounts().await?);
    let halted: BTreeSet<_> = state.store.halts().await?.into_iter().map(|halt| halt.account_id).collect();
    let seated = seated(officer, next);
    let comes = |account: &account::Model| {
        next.stand.is_ahead() && seated.contains(&account.id) && !account.disabled && !halted.contains(&account.id)
    };
    let mut told = Told::default();
    for account in &accounts {
        let before = rows.iter().find(|row| row.account_id == account.id);
        let Some((entry, news)) = changed(state, next, meeting, account.id, before, comes(account)) else { continue };
        // Whose account was stopped or ended is told nothing more.
        if !account.disabled && !halted.contains(&account.id) {
            told.mails.extend(mailed(state, account, news, &entry));
        }
        told.entries.push(entry);
    }
    Ok(told)
}

/// Whether calendars know of everybody who sits there, and of nobody else.
pub async fn are_sent(state: &State, officer: &Officer, meeting: &Meeting) -> Result<bool, StoreError> {
    if meeting.oproep.is_none() && !meeting.stil && meeting.stand.is_ahead() {
        return Ok(false);
    }
    Ok(told(state, officer, meeting).await? == Told::default())
}

/// The members of the route, and who was invited to the meeting.
fn seated(officer: &Officer, meeting: &Meeting) -> BTreeSet<AccountId> {
    let members = officer.ring.people(ROUTE).into_iter().flat_map(|people| &people.members);
    members.map(|member| member.account).chain(meeting.genodigd.iter().map(|who| who.account)).collect()
}

/// What becomes of one person's row, if anything, and what he is told of it.
fn changed(
    state: &State,
    next: &Meeting,
    meeting_id: MeetingId,
    account_id: AccountId,
    before: Option<&Entry>,
    comes: bool,
) -> Option<(Entry, News)> {
    let minutes = |time: NaiveTime| {
        let since_midnight = time.signed_duration_since(NaiveTime::MIN).num_minutes();
        i32::try_from(since_midnight).unwrap_or_default()
    };
    let entry = Entry {
        account_id,
        meeting_id,
        sequence: before.map_or(0, |before| before.sequence.saturating_add(1)),
        held_on: next.datum,
        begins: next.uren.map(|hours| minutes(hours.van)),
        ends: next.uren.map(|hours| minutes(hours.tot)),
        called_off: false,
        changed_on: state.today(),
    };
    match before {
        None => comes.then_some((entry, News::Invited)),
        Some(before) if before.called_off => comes.then_some((entry, News::Invited)),
        // As he knows it: a day of which he was never told is not the one that he is told is off.
        Some(before) if !comes => {
            let entry =
                Entry { called_off: true, sequence: entry.sequence, changed_on: entry.changed_on, ..before.clone() };
            Some((entry, News::CalledOff))
        }
        Some(before) => {
            let when = |entry: &Entry| (entry.held_on, entry.begins, entry.ends);
            (when(before) != when(&entry)).then_some((entry, News::Moved))
        }
    }
}

/// The mail, where this desk mails and he has an address.
fn mailed(state: &State, account: &account::Model, news: News, entry: &Entry) -> Option<entity::outbox::Model> {
    let (mailing, to) = (state.mailing.as_ref()?, mail::address(account)?);
    let event = Event { stamp: mailing.outbox.hour(), ..event(entry) };
    match invitation::prepared(&mailing.outbox, &mailing.sender, &to, news, &event) {
        Ok(mail) => Some(mail),
        Err(error) => {
            tracing::warn!("an invitation was not written: {}", web::telemetry::cause(&error));
            None
        }
    }
}

/// A row as calendars read it.
pub fn event(entry: &Entry) -> Event {
    let time = |minutes: i32| {
        let minutes = u32::try_from(minutes).ok()?;
        NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
    };
    let hours = entry.begins.and_then(time).zip(entry.ends.and_then(time));
    Event {
        meeting: entry.meeting_id,
        sequence: entry.sequence,
        on: entry.held_on,
        hours: hours.map(|(van, tot)| Hours { van, tot }),
        called_off: entry.called_off,
        stamp: dutch_moment(entry.changed_on, NaiveTime::MIN),
    }
}

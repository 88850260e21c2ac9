//! Mails go from the database to the mail server. Each is delivered at most once, whoever is killed at whatever moment and
//! however many desks there are; and where nothing else is certain, it says so.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Clock,
    mail::{MailState, Why},
};
use entity::outbox::Model;
use store::{Store, StoreError};

use crate::{
    daily,
    letter::{Address, Letter, Unwritable},
    transport::{Delivery, Transport},
};

/// For how long who tries holds a mail. Longer than all steps with a slow server together.
const HOLD: TimeDelta = TimeDelta::minutes(10);

/// How long a mail is tried. Older than that it is no news.
const TRIED_FOR: TimeDelta = TimeDelta::hours(48);

/// Minutes until the next attempt, after so many.
fn pause(attempts: i32) -> TimeDelta {
    TimeDelta::minutes(match attempts {
        ..=1 => 5,
        2 => 15,
        3 => 30,
        _ => 60,
    })
}

/// Why a mail was not put in the outbox.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    #[error("the database did not do it")]
    Store(#[from] StoreError),
}

/// Where mails wait, and how they leave.
#[derive(Clone)]
pub struct Outbox {
    pub store: Store,
    pub transport: Transport,
    pub from: Address,
    pub clock: Arc<dyn Clock>,
}

impl Outbox {
    /// Puts a letter in the outbox. The same letter put there twice, by two desks or after a restart, is one.
    pub async fn post(&self, letter: &Letter<'_>) -> Result<(), PostError> {
        Ok(self.store.post(self.prepared(letter)?).await?)
    }

    /// A letter as it waits in the outbox, for who puts it there together with what it tells of.
    pub fn prepared(&self, letter: &Letter<'_>) -> Result<Model, Unwritable> {
        let now = self.now();
        Ok(Model {
            once: format!("{} {}", letter.occasion, letter.to),
            recipient: letter.to.to_string(),
            message: Some(letter.write()?),
            state: MailState::Waiting,
            attempts: 0,
            until: now,
            why: None,
            written_at: now,
        })
    }

    /// Tries every mail whose time has come, one after the other. Where the server takes nobody's mail the others wait with
    /// the one that was tried; it goes first next time that was tried least, so that none is in another's way.
    pub async fn deliver(&self) -> Result<(), StoreError> {
        while let Some((held, mail)) = self.store.hold_mail(self.now(), HOLD).await? {
            let (Some(message), Ok(to)) = (&mail.message, mail.recipient.parse::<Address>()) else {
                self.store.mail_settled(&held, MailState::Refused, self.now()).await?;
                continue;
            };
            let about_to = async || match self.store.mail_under_way(&held).await {
                Ok(mine) => mine,
                // It stays with us: without a row that says so, it would be sent twice.
                Err(error) => {
                    tracing::warn!("a mail was not sent: {error}");
                    false
                }
            };
            let name = mail.once.replace(|c: char| !c.is_ascii_alphanumeric() && !"-_.@".contains(c), "_");
            let delivery = self.transport.send(&self.from, &to, &name, message, about_to).await;
            let now = self.now();
            match delivery {
                Delivery::Done => self.store.mail_settled(&held, MailState::Delivered, now).await?,
                Delivery::Unknown => self.store.mail_settled(&held, MailState::Unknown, now).await?,
                Delivery::Refused => self.store.mail_settled(&held, MailState::Refused, now).await?,
                Delivery::Later(why) => {
                    let until = now + pause(mail.attempts);
                    self.store.mail_waits(&held, until, why.label()).await?;
                    if why.is_of_everybody() {
                        self.store.mails_wait(now, until, why.label()).await?;
                    }
                }
                Delivery::Given => {}
            }
        }
        let now = self.now();
        self.store.mails_given_up(now - TRIED_FOR, now).await?;
        self.store.forget_mails(now - TimeDelta::days(30)).await
    }

    /// Whether mail works.
    pub async fn standing(&self) -> Result<Standing, StoreError> {
        Ok(Standing::of(&self.store.mails().await?))
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        chrono::SubsecRound::trunc_subsecs(self.clock.now(), 0)
    }

    /// The hour it is: when exactly somebody works is nobody's business.
    pub fn hour(&self) -> DateTime<Utc> {
        chrono::DurationRound::duration_trunc(self.now(), TimeDelta::hours(1)).unwrap_or_default()
    }
}

/// How mail stands, for the desk's first page and for `check`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Mails that are not settled yet.
    pub queued: usize,
    /// When the last one was delivered, of the last thirty days.
    pub delivered: Option<DateTime<Utc>>,
    /// The same of the daily mails alone: those come every day, so that an old one tells that something stands still.
    pub daily: Option<DateTime<Utc>>,
    /// Since when mails wait that were tried, and why the last attempt failed. Those count that were given up since anything
    /// was delivered.
    pub failing: Option<(DateTime<Utc>, Option<Why>)>,
    /// Addresses that the mail server does not take, or that were tried until it was too late.
    pub lost: Vec<String>,
    /// Addresses of which nobody knows whether the last mail arrived.
    pub unknown: Vec<String>,
}

impl Standing {
    /// What the newest mail to each address says of it.
    pub fn of(mails: &[Model]) -> Self {
        let mut standing = Self::default();
        let newest = |mail: &&Model| {
            !mails.iter().any(|other| {
                other.recipient == mail.recipient && (other.written_at, &other.once) > (mail.written_at, &mail.once)
            })
        };
        for mail in mails.iter().filter(newest) {
            let to = mail.recipient.clone();
            match mail.state {
                MailState::Refused | MailState::GivenUp => standing.lost.push(to),
                MailState::Unknown => standing.unknown.push(to),
                _ => {}
            }
        }
        let in_state = |states: &'static [MailState]| mails.iter().filter(|mail| states.contains(&mail.state));
        standing.queued = in_state(&[MailState::Waiting, MailState::Trying, MailState::UnderWay]).count();
        let delivered = || in_state(&[MailState::Delivered]);
        standing.delivered = delivered().map(|mail| mail.until).max();
        standing.daily = delivered().filter(|mail| daily::is_of(&mail.once)).map(|mail| mail.until).max();
        let waits = in_state(&[MailState::Waiting, MailState::Trying]).filter(|mail| mail.why.is_some());
        standing.failing = waits.min_by_key(|mail| mail.written_at).map(|oldest| {
            let given_up = in_state(&[MailState::GivenUp]).map(|mail| mail.written_at);
            let since = given_up.filter(|at| standing.delivered.is_none_or(|delivered| *at > delivered)).min();
            let since = since.map_or(oldest.written_at, |since| since.min(oldest.written_at));
            (since, oldest.why.as_ref().and_then(|why| why.parse().ok()))
        });
        standing
    }
}

//! An opened mailbox: what the reporter may read, every item verified against keys that the code itself vouches for.

use chrono::{Days, NaiveDate};
use domain::{
    Kind, PublicStatus, Side,
    message::{Message, MessageType},
    status::{Said, Standing, seen_by_reporter},
    term,
    term::Term,
};
use mailbox::{MailboxKey, Root};
use seal::{
    Digest, Entry, ItemError, Lineages, Place, VerifiedItem, chain,
    head::{Head, Heads},
    intake::Intake,
};
use store::{StoreError, signals::StoredSignal};

use crate::state::State;

/// Days between one "hoe staat het ermee?" and the next.
const ASK_AGAIN: Days = Days::new(14);

/// Why a mailbox did not open.
#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    /// Or its reporter threw it away.
    #[error("no mailbox has these words")]
    Unknown,
    /// What is stored is not what the reporter, or the desk's route, signed.
    #[error("a stored signal does not verify: {0}")]
    Damaged(String),
    #[error("the database did not answer")]
    Store(#[from] StoreError),
    #[error("too many pickups at once")]
    Busy(#[from] web::Busy),
}

/// A mailbox, read.
pub struct Opened {
    pub key: MailboxKey,
    pub intake: Intake,
    pub heads: Heads,
    pub standing: PublicStatus,
    /// Of a closed signal: until when it is kept at least, as far as the desk said so.
    pub kept_until: Option<NaiveDate>,
    /// Both sides in order; of the reporter's side without the report itself.
    pub timeline: Vec<(Side, Entry)>,
    /// The reporter's last number and the digest of that file; the desk's last number.
    pub reporter_tip: (u32, Option<Digest>),
    pub desk_tip: u32,
    /// Whether nothing shows that somebody cut or turned back what belongs to this mailbox. Otherwise nothing is sent:
    /// it might be sealed to a key that was replaced for a reason.
    pub whole: bool,
}

/// Whether the reporter can ask how it stands, as the one button does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// There is nothing to ask: the desk is done, or waits for the reporter itself.
    Absent,
    Open,
    /// It is the last that was said.
    Waiting {
        asked: NaiveDate,
    },
    /// Asked not long ago.
    Later {
        asked: NaiveDate,
        again: NaiveDate,
    },
}

/// Finds, verifies and opens the mailbox of a code.
pub async fn open(state: &State, root: &Root) -> Result<Opened, NotOpened> {
    let key = MailboxKey::derive(root);
    let hand = state.pickup_lane.enter().await?;
    let stored = state.pools.pickups.signal_by_lookup(&key.lookup().0).await?.ok_or(NotOpened::Unknown)?;
    // Of a route whose key two statements replace nothing is believed. That is shouted by the hour and never here: a line in a
    // log would tell when a reporter came.
    let lineages = store::succession::lineages(&state.routes, &state.pools.pickups.successions().await?);
    hand.blocking(move || read(key, &stored, &lineages)).await?.0
}

fn read(key: MailboxKey, stored: &StoredSignal, lineages: &Lineages) -> Result<Opened, NotOpened> {
    let intake = Intake::verify(&stored.signal.intake, Some(&key.halves()))
        .map_err(|error| NotOpened::Damaged(error.to_string()))?
        .into_inner();
    if intake.signal != stored.signal.id {
        return Err(NotOpened::Damaged("it stands in the place of another".into()));
    }
    let heads = Heads::verify(&stored.heads, &intake, |route| lineages.of_route(route))
        .map_err(|error| NotOpened::Damaged(error.to_string()))?;
    let rows = &stored.items;
    let side = |side: Side| rows.iter().filter(move |row| row.place.side == side);
    let report = intake.report;
    let reporter = chain::read_side(
        side(Side::Reporter),
        // The report stays closed here: a found code must not retell it. Only that it is still the one that was sent
        // counts.
        |row| match row.place.kind {
            Kind::Report if row.place.number == 1 && Digest::of(&row.sealed) == report => Ok(None),
            Kind::Report => Err(seal::OpenError::Damaged),
            _ => key.open(&row.sealed).map(Some),
        },
        |_, author| if *author == intake.mailbox.verify.author() { Ok(()) } else { Err(ItemError::SignedByAnother) },
    );
    let desk = chain::read_side(
        side(Side::Desk),
        |row| key.open(&row.sealed).map(Some),
        |place: &Place, author| heads.may_write(place, author),
    );
    let reporter = chain::hold_against(&heads, Side::Reporter, side(Side::Reporter), reporter);
    let desk = chain::hold_against(&heads, Side::Desk, side(Side::Desk), desk);
    if !matches!(reporter.first(), Some(Entry::Closed { number: 1 })) {
        return Err(NotOpened::Damaged("its report is gone or another".into()));
    }
    let epoch = heads.current().map_or(0, |head| head.epoch);
    let ahead = rows.iter().any(|row| row.place.epoch > epoch);
    let last = desk.iter().rev().find_map(standing);
    let standing = last.map_or(PublicStatus::Received, |last| last.stand);
    let kept_until = last.and_then(|last| last.bewaard_tot).filter(|_| standing == PublicStatus::Done);
    // What is signed as seen is what verified: a row that anybody may have put there is not.
    let desk_tip =
        desk.iter().rev().find_map(|entry| if let Entry::Item(item) = entry { Some(item.number) } else { None });
    let (reporter_tip, desk_tip) = (chain::tip(side(Side::Reporter)), desk_tip.unwrap_or(0));
    let timeline = chain::interleave(reporter, desk);
    let own = timeline.iter().filter(|(side, _)| *side == Side::Reporter);
    let whole = !ahead && own.into_iter().all(|(_, entry)| matches!(entry, Entry::Item(_) | Entry::Closed { .. }));
    let opened = Opened { key, whole, intake, heads, standing, kept_until, timeline, reporter_tip, desk_tip };
    // The column that found it may have been put back; what its reporter signed holds.
    if opened.own_messages().any(|message| message.kind == MessageType::PostvakWeg) {
        return Err(NotOpened::Unknown);
    }
    Ok(opened)
}

fn standing(entry: &Entry) -> Option<Standing> {
    match entry {
        Entry::Item(item) if item.kind == Kind::Standing => item.body().ok(),
        _ => None,
    }
}

impl Opened {
    /// The head that holds now; none before the desk first opened the signal.
    pub fn head(&self) -> Option<&Head> {
        self.heads.current().map(|head| &**head)
    }

    /// The reporter's own message of a number, if it verifies.
    pub fn own(&self, number: u32) -> Option<&VerifiedItem> {
        self.timeline.iter().find_map(|(side, entry)| match entry {
            Entry::Item(item) if *side == Side::Reporter && item.number == number => Some(item),
            _ => None,
        })
    }

    /// Verified messages, with who sent them.
    pub fn messages(&self) -> impl Iterator<Item = (Side, Message)> + '_ {
        self.timeline.iter().filter_map(|(side, entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Message => item.body().ok().map(|body| (*side, body)),
            _ => None,
        })
    }

    fn own_messages(&self) -> impl Iterator<Item = Message> + '_ {
        self.messages().filter(|(side, _)| *side == Side::Reporter).map(|(_, message)| message)
    }

    /// Whether "hoe staat het ermee?" can be asked today: not while it is the last that was said, and not twice in a
    /// short time.
    pub fn asking(&self, today: NaiveDate) -> Asking {
        let settled = matches!(self.shown_standing(), PublicStatus::Question | PublicStatus::Done);
        if settled && self.is_certain() {
            return Asking::Absent;
        }
        let is_asking = |message: &Message| message.kind == MessageType::HoeStaatHet;
        let Some(asked) = self.own_messages().filter(is_asking).last().map(|message| message.datum) else {
            return Asking::Open;
        };
        if self.messages().last().is_some_and(|(side, last)| side == Side::Reporter && is_asking(&last)) {
            return Asking::Waiting { asked };
        }
        let again = asked.checked_add_days(ASK_AGAIN).unwrap_or(NaiveDate::MAX);
        if today < again { Asking::Later { asked, again } } else { Asking::Open }
    }

    /// The status as the page shows it: a question that waits for the reporter shows, whoever of the desk asked it; one that
    /// was answered is being looked at, although the desk has not said so yet.
    pub fn shown_standing(&self) -> PublicStatus {
        let said = |(side, entry): &(Side, Entry)| match entry {
            Entry::Item(item) if item.kind == Kind::Message => item.body::<Message>().ok()?.says(*side),
            entry => standing(entry).map(|sent| Said::Stands(sent.stand)),
        };
        seen_by_reporter(self.timeline.iter().filter_map(said))
    }

    /// Whether everything that the desk ever sent, as far as anybody knows, is here and verifies.
    pub fn is_certain(&self) -> bool {
        let mut desk = self.timeline.iter().filter(|(side, _)| *side == Side::Desk);
        desk.all(|(_, entry)| matches!(entry, Entry::Item(_) | Entry::Closed { .. }))
    }

    /// What was promised next, computed from signed dates alone.
    pub fn term(&self) -> Option<Term> {
        use domain::message::MessageType::{Ontvangstbevestiging, Terugkoppeling};
        let sent = |kind| self.messages().find(|(side, message)| *side == Side::Desk && message.kind == kind);
        let acknowledged: Option<NaiveDate> = sent(Ontvangstbevestiging).map(|(_, message)| message.datum);
        let closed = self.standing == PublicStatus::Done;
        term::current_term(self.intake.received_on, acknowledged, sent(Terugkoppeling).is_some(), closed)
    }
}

//! Sealing a report and storing it, once, however often its form is sent.

use attachments::Basket;
use chrono::NaiveDate;
use data_encoding::BASE64;
use domain::{Attachment, Contact, FileId, PickupCode, Report, RouteName, clock::minute};
use mailbox::{
    HourSecret, MailboxKey, Nonce, Root, code,
    receipt::{RESEND_MINUTES, Receipt, Tag},
};
use seal::{Digest, Recipient, SealError, Sealed, intake::Intake, role};
use serde::Serialize;
use store::{FilesError, StoreError};
use submission::NewSignal;

use crate::{answers::Filled, state::State};

/// What became of a form that was sent.
pub enum Outcome {
    /// It is on disk, now or since minutes: these are its words.
    Stored(Sent),
    /// It was received longer ago than words can be given again.
    Earlier,
    /// This form was received with other answers; these were not stored.
    Different,
}

pub struct Sent {
    pub code: PickupCode,
    pub route: RouteName,
    pub received_on: NaiveDate,
}

/// Why a report was **not** received.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    #[error("the report could not be sealed")]
    Seal(#[from] SealError),
    #[error("the report could not be stored")]
    Store(#[from] StoreError),
    #[error("the storage did not do it")]
    Files(#[source] FilesError),
    /// A file that the form carries was taken away in another window.
    #[error("a file of the report is gone")]
    FilesGone,
    #[error("too many reports at once")]
    Busy(#[from] web::Busy),
    /// A receipt says that this form was stored, and nothing is: somebody took it away, or a backup was put back.
    #[error("a report that was received is gone")]
    Lost,
    #[error("the route has no key in the configuration")]
    Unreachable,
}

impl From<FilesError> for SubmitError {
    fn from(error: FilesError) -> Self {
        if matches!(error, FilesError::Missing) { Self::FilesGone } else { Self::Files(error) }
    }
}

/// Everything that was answered, as the receipt's digest covers it: another name is another form. Never stored.
#[derive(Serialize)]
struct AllAnswers<'a> {
    #[serde(flatten)]
    report: &'a Report,
    #[serde(flatten)]
    contact: &'a Contact,
    files: &'a [Attachment],
}

/// Stores a report and gives its words. The words follow from the hour's secret, the form's nonce and the answers, so a
/// response that got lost is repaired by sending the same form again.
pub async fn submit(
    state: &State,
    filled: &Filled,
    basket: Option<&Basket>,
    nonce: &Nonce,
) -> Result<Outcome, SubmitError> {
    let Filled { report, contact, route } = filled;
    let files = basket.map(Basket::attachments).unwrap_or_default();
    let (route, answers) = (*route, AllAnswers { report, contact, files: &files });
    let answers = Digest::of(serde_json::to_string(&answers).map_err(SealError::from)?.as_bytes());
    if let Some(outcome) = sent_before(state, route, nonce, &answers).await? {
        return Ok(outcome);
    }
    let now = state.clock.now();
    let hour = state.hour_secret(&state.pools.reports, now).await?;
    let received = Receipt { answers, minute: minute(now) };
    let new = NewSignal {
        code: code::pickup_code(&hour, nonce, &answers),
        report: report.clone(),
        contact: contact.clone(),
        files,
        key_of_files: basket.map(key_of).transpose()?,
        sizes: basket.map(sizes).unwrap_or_default(),
        keeper: state.routes.key(RouteName::Bewaarder).map(|key| key.encrypt.clone()),
        route,
        key: state.routes.key(route).ok_or(SubmitError::Unreachable)?.clone(),
        received_on: state.today(),
        registered: None,
        tag: Tag::of(nonce),
        receipt: received.seal(nonce, &mut rand::rng()),
    };
    let code = new.code.clone();
    let received_on = new.received_on;
    // Sealing is processor work: off the threads that answer others. The hand stays ours until the rows are on disk.
    let hand = state.report_lane.enter().await?;
    let (sealed, _hand) = hand.blocking(move || new.seal()).await?;
    let sealed = sealed?;
    // Before the report that lists them: if it is not stored after all, the sweep finds them unlisted.
    let files: Vec<FileId> = sealed.files.iter().map(|file| file.id).collect();
    state.attachments.keep(&files).await?;
    match state.pools.reports.submit(sealed).await {
        Ok(()) => Ok(Outcome::Stored(Sent { code, route, received_on })),
        // The same form arrived twice at once and the other was first.
        Err(StoreError::Taken) => match sent_before(state, route, nonce, &answers).await? {
            Some(outcome) => Ok(outcome),
            // It was, and somebody took the receipt away. The mailbox of these very words proves it.
            None if is_theirs(state, &code).await? => Ok(Outcome::Stored(Sent { code, route, received_on })),
            None => Err(SubmitError::Store(StoreError::Taken)),
        },
        Err(error) => Err(error.into()),
    }
}

/// The intake key that files were sealed to, which must then be that of the report.
fn key_of(basket: &Basket) -> Result<(Recipient<role::Intake>, Sealed), SubmitError> {
    let wrap = BASE64.decode(basket.wrap.as_bytes()).ok().and_then(|wrap| Sealed::try_from(wrap).ok());
    basket.to.parse().ok().zip(wrap).ok_or(SubmitError::FilesGone)
}

/// The files that go along, with the sizes of their sealed forms.
pub fn sizes(basket: &Basket) -> Vec<(FileId, u64)> {
    let sent = basket.files.iter().filter(|held| !held.asked);
    sent.map(|held| (held.attachment.bestand, held.size)).collect()
}

/// What became of this form if it was sent before.
async fn sent_before(
    state: &State,
    route: RouteName,
    nonce: &Nonce,
    answers: &Digest,
) -> Result<Option<Outcome>, SubmitError> {
    let Some(sealed) = state.pools.reports.receipt(&Tag::of(nonce).0).await? else { return Ok(None) };
    let Some(receipt) = Receipt::open(nonce, &sealed) else { return Ok(Some(Outcome::Earlier)) };
    if receipt.answers != *answers {
        return Ok(Some(Outcome::Different));
    }
    let now = state.clock.now();
    let hour = state.pools.reports.hour_secret(receipt.hour()).await?;
    let recent = (0..RESEND_MINUTES).contains(&(minute(now) - receipt.minute));
    Ok(Some(match hour {
        Some(hour) if recent => {
            let code = code::pickup_code(&HourSecret(hour), nonce, answers);
            // Never words without a stored report, whatever a receipt says.
            if !is_theirs(state, &code).await? {
                return Err(SubmitError::Lost);
            }
            Outcome::Stored(Sent { code, route, received_on: receipt.day() })
        }
        _ => Outcome::Earlier,
    }))
}

/// Whether a mailbox stands there that the key of these words signed for.
async fn is_theirs(state: &State, code: &PickupCode) -> Result<bool, StoreError> {
    let key = MailboxKey::derive(&Root::of(code));
    let stored = state.pools.reports.signal_by_lookup(&key.lookup().0).await?;
    Ok(stored.is_some_and(|stored| Intake::verify(&stored.signal.intake, Some(&key.halves())).is_ok()))
}

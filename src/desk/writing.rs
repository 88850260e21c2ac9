//! What an officer adds to a signal: sealed to keys from the verified head, never to a column.

use actix_web::HttpResponse;
use chrono::NaiveDate;
use domain::{ItemId, Kind, PublicStatus, Side, status::Standing};
use seal::{AnyRecipient, Digest, Place, SealError, head::Head, item};
use serde::Serialize;
use store::{
    StoreError,
    items::{NewFile, NewItem},
    signals::{Addition, Index},
};

use crate::{case::Case, opening::failed, session::Officer, state::State};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Heads or report do not verify, or somebody rolled something back.
    #[error("the signal is damaged")]
    Broken,
    #[error("sealing failed")]
    Seal(#[from] SealError),
    #[error("storing failed")]
    Store(#[from] StoreError),
    #[error("the storage did not keep a file")]
    Files(#[from] store::FilesError),
    #[error("a key could not be read back")]
    Json(#[from] serde_json::Error),
}

/// Tries to write until no colleague wrote in between. An attempt looks at what stands there now, decides on that, and writes;
/// `None`: a colleague was first. After the fifth the officer is asked to come back.
pub async fn retried<T>(mut attempt: impl AsyncFnMut() -> Result<Option<T>, HttpResponse>) -> Result<T, HttpResponse> {
    for _ in 0..5 {
        if let Some(done) = attempt().await? {
            return Ok(done);
        }
    }
    Err(HttpResponse::ServiceUnavailable().finish())
}

/// What an attempt answers once it wrote: `done`, or that a colleague was first.
pub fn unless_taken<T>(written: Result<(), WriteError>, done: T) -> Result<Option<T>, HttpResponse> {
    match written {
        Ok(()) => Ok(Some(done)),
        Err(WriteError::Store(StoreError::Taken)) => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

/// Something an officer adds, before it has its place in a chain.
pub struct Draft {
    side: Side,
    kind: Kind,
    body: serde_json::Value,
}

impl Draft {
    /// For the reporter, on the desk's side.
    pub fn to_reporter(kind: Kind, body: &impl Serialize) -> Result<Self, WriteError> {
        Ok(Self { side: Side::Desk, kind, body: serde_json::to_value(body)? })
    }

    /// For the case file.
    pub fn to_file(kind: Kind, body: &impl Serialize) -> Result<Self, WriteError> {
        Ok(Self { side: Side::Case, kind, body: serde_json::to_value(body)? })
    }

    /// The coarse status, if a change of it must be told: where another was sent last, or the reporter sees another.
    /// `until`: how long it is kept at least, where that is told.
    pub fn standing(case: &Case, next: PublicStatus, until: Option<NaiveDate>) -> Result<Option<Self>, WriteError> {
        (case.standing() != next || case.reporter_sees() != next)
            .then(|| Self::to_reporter(Kind::Standing, &Standing { stand: next, bewaard_tot: until }))
            .transpose()
    }
}

/// How far each side of a signal has come: the last number, and the digest of that file. What is sealed next follows it.
#[derive(Clone, Copy)]
pub struct Tips {
    pub reporter: (u32, Option<Digest>),
    pub desk: (u32, Option<Digest>),
    pub case: (u32, Option<Digest>),
}

impl Tips {
    pub fn of(case: &Case) -> Self {
        let verified = |side| {
            let number = case.verified_tip(side);
            (number, case.digest_at(side, number))
        };
        Self { reporter: verified(Side::Reporter), desk: case.tip(Side::Desk), case: case.tip(Side::Case) }
    }
}

/// Seals drafts into their places and stores them with the columns that follow. [`StoreError::Taken`] inside: somebody
/// wrote first; read again and decide again.
pub async fn write(
    state: &State,
    case: &Case,
    officer: &Officer,
    drafts: Vec<Draft>,
    index: Option<Index>,
    files: Vec<NewFile>,
) -> Result<(), WriteError> {
    let head = case.head().ok_or(WriteError::Broken)?;
    let items = compose(case, head, &mut Tips::of(case), officer, &drafts, state.today())?;
    let addition = Addition { items, files, index, on_head: Some(head.number), ..Addition::default() };
    Ok(state.store.add(case.intake.signal, addition).await?)
}

/// Seals drafts with the keys that a head names, after what `tips` says is there.
pub fn compose(
    case: &Case,
    head: &Head,
    tips: &mut Tips,
    officer: &Officer,
    drafts: &[Draft],
    today: NaiveDate,
) -> Result<Vec<NewItem>, WriteError> {
    if case.findings.broken {
        return Err(WriteError::Broken);
    }
    let mut items = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let seen = tips.reporter.0;
        let tip = if draft.side == Side::Desk { &mut tips.desk } else { &mut tips.case };
        let place = Place {
            signal: case.intake.signal,
            epoch: head.epoch,
            item: ItemId::random(&mut rand::rng()),
            kind: draft.kind,
            side: draft.side,
            number: tip.0 + 1,
        };
        let recipients: Vec<AnyRecipient<'_>> = match draft.side {
            Side::Desk => vec![head.mailbox.encrypt.any(), head.source.any()],
            _ => vec![head.case.any()],
        };
        let sealed = item::seal_item(place, tip.1, seen, &draft.body, officer.ring.signing(Some(head)), &recipients)?;
        *tip = (place.number, Some(sealed.digest()));
        items.push(NewItem { place, added_on: today, sealed });
    }
    Ok(items)
}

//! Writing in a signal: its first opening, and what an officer adds. Sealed to keys from the verified head, never to a
//! column.

use domain::{ItemId, KeyName, Kind, PublicStatus, Side, status::Standing};
use seal::{
    AnyRecipient, Place, SealError, Signed, Signer, VERSION,
    head::{Head, Reached, ReachedSides},
    item, role,
};
use serde::Serialize;
use store::{
    StoreError,
    items::{NewFile, NewItem},
    signals::{Addition, Index},
};
use unseal::{OpeningKey, PrivateHalf};

use crate::{case::Case, session::Officer, state::State};

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

    /// The coarse status, if a change of it must be told.
    pub fn standing(now: PublicStatus, next: PublicStatus) -> Result<Option<Self>, WriteError> {
        (now != next).then(|| Self::to_reporter(Kind::Standing, &Standing { stand: next })).transpose()
    }
}

/// The head that this signal needs before this officer can write in it: the first one, with the keys it names, or a new
/// one because the present one does not name him yet. `None`: it is fine as it is.
pub fn needed_head(case: &Case, officer: &Officer) -> Result<Option<Addition>, WriteError> {
    if case.findings.broken {
        return Ok(None);
    }
    match case.head() {
        None if case.is_unopened() => first_opening(case).map(Some),
        Some(head) if !head.answerers.contains(&officer.key.verify_key()) => {
            let next = Head { number: head.number + 1, answerers: answerers(case), ..head.clone() };
            let addition = Addition { heads: vec![signed_head(case, next)?], ..Addition::default() };
            Ok(Some(addition))
        }
        _ => Ok(None),
    }
}

/// Makes source and case key, wraps them to the route, and signs the first head. Whoever gets the source key later also
/// gets the report: the intake key is wrapped to it here.
fn first_opening(case: &Case) -> Result<Addition, WriteError> {
    let intake_key = case.intake_key().ok_or(WriteError::Broken)?;
    let (source, file) = (OpeningKey::<role::Source>::generate(), OpeningKey::<role::Case>::generate());
    let route = case.route.key.halves();
    let holder = case.intake.route.label();
    let wrap = |epoch, key, holder: &str, sealed: seal::Sealed| entity::key_wrap::Model {
        signal_id: case.intake.signal,
        epoch,
        key,
        holder: holder.to_owned(),
        sealed: sealed.into_bytes(),
    };
    let wraps = vec![
        wrap(1, KeyName::Source, holder, source.wrap(&[route.encrypt.any()])?),
        wrap(1, KeyName::Case, holder, file.wrap(&[route.encrypt.any()])?),
        wrap(0, KeyName::Intake, KeyName::Source.label(), intake_key.wrap(&[source.recipient().any()])?),
    ];
    let head = Head {
        v: VERSION,
        signal: case.intake.signal,
        route: case.intake.route,
        number: 1,
        epoch: 1,
        source: source.recipient(),
        case: file.recipient(),
        mailbox: case.intake.mailbox.clone(),
        answerers: answerers(case),
        report: case.intake.report,
        reached: reached(case),
        previous: None,
    };
    Ok(Addition { heads: vec![signed_head(case, head)?], wraps, ..Addition::default() })
}

/// Every member of the route, from grants that verify.
fn answerers(case: &Case) -> Vec<seal::VerifyKey<role::Author>> {
    case.route.members.iter().map(|grant| grant.person.verify.author()).collect()
}

fn reached(case: &Case) -> ReachedSides {
    let side = |side| {
        let number = case.verified_tip(side);
        Reached { number, item: case.digest_at(side, number) }
    };
    ReachedSides { reporter: side(Side::Reporter), desk: side(Side::Desk), case: side(Side::Case) }
}

fn signed_head(case: &Case, head: Head) -> Result<entity::head::Model, WriteError> {
    let previous = case.heads.current().map(seal::Verified::digest);
    let head = Head { previous, reached: reached(case), ..head };
    let statement = Signed::sign(&head, &[&case.route.key])?;
    let number = i32::try_from(head.number).unwrap_or(i32::MAX);
    Ok(entity::head::Model { signal_id: head.signal, number, statement: statement.text().to_owned() })
}

/// Seals drafts into their places and stores them with the columns that follow. [`StoreError::Taken`] inside: somebody
/// wrote first; read again and decide again.
pub async fn write(
    state: &State,
    case: &Case,
    officer: &Officer,
    drafts: Vec<Draft>,
    index: Index,
    files: Vec<NewFile>,
) -> Result<(), WriteError> {
    let items = compose(case, officer, &drafts, state.today())?;
    let addition = Addition { items, files, index: Some(index), ..Addition::default() };
    Ok(state.store.add(case.intake.signal, addition).await?)
}

fn compose(
    case: &Case,
    officer: &Officer,
    drafts: &[Draft],
    today: chrono::NaiveDate,
) -> Result<Vec<NewItem>, WriteError> {
    if case.findings.broken {
        return Err(WriteError::Broken);
    }
    let head = case.head().ok_or(WriteError::Broken)?;
    let (mut desk, mut file) = (case.tip(Side::Desk), case.tip(Side::Case));
    let seen = case.verified_tip(Side::Reporter);
    let mut items = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let tip = if draft.side == Side::Desk { &mut desk } else { &mut file };
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
        let sealed = item::seal_item(place, tip.1, seen, &draft.body, &officer.key, &recipients)?;
        *tip = (place.number, Some(sealed.digest()));
        items.push(NewItem { place, added_on: today, sealed });
    }
    Ok(items)
}

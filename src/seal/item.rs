//! Items: what is inside the seal of everything said in or about a signal.

use domain::{ItemId, Kind, Side, SignalId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::{
    AnyRecipient, Digest, OpenError, SealError, Sealed, Signed, Signer, StatementError, VERSION, VerifyKey, bucket,
    key::role::Author, sealed, statement::Statement,
};

/// Where an item belongs. The row beside the sealed item says it in the clear; the item inside must say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub signal: SignalId,
    /// 0 until the desk first opened the signal, then the epoch of its keys.
    pub epoch: u32,
    pub item: ItemId,
    pub kind: Kind,
    pub side: Side,
    /// From 1, without gaps, on each side.
    pub number: u32,
}

/// The JSON line of an item. `Debug` shows its place and not its body: that is what the seal is for.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub v: u8,
    pub signal: SignalId,
    pub epoch: u32,
    pub item: ItemId,
    pub kind: Kind,
    pub side: Side,
    pub number: u32,
    /// SHA-256 of the sealed file of this side's previous item; null at number 1.
    pub previous: Option<Digest>,
    /// The highest number its author had seen of the other side: the reporter's of the desk, the desk's and the case
    /// file's of the reporter.
    pub seen: u32,
    pub author: VerifyKey<Author>,
    pub body: Box<RawValue>,
}

impl Statement for Item {
    const TYPE: &'static str = "item";
    fn version(&self) -> u8 {
        self.v
    }
}

impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Item").field(&self.place()).finish_non_exhaustive()
    }
}

impl Item {
    fn place(&self) -> Place {
        let Self { signal, epoch, item, kind, side, number, .. } = *self;
        Place { signal, epoch, item, kind, side, number }
    }
}

/// Writes, signs and seals an item. `recipients` are those who may read it, `previous` and `seen` as in [`Item`].
pub fn seal_item(
    place: Place,
    previous: Option<Digest>,
    seen: u32,
    body: &impl Serialize,
    author: &dyn Signer,
    recipients: &[AnyRecipient<'_>],
) -> Result<Sealed, SealError> {
    let Place { signal, epoch, item, kind, side, number } = place;
    let body = serde_json::value::to_raw_value(body)?;
    let item =
        Item { v: VERSION, signal, epoch, item, kind, side, number, previous, seen, author: author.verify_key(), body };
    sealed::seal(Signed::sign(&item, &[author])?.text(), recipients, bucket::ITEM_FLOOR)
}

/// Why an item is not shown as what it claims to be. Each way of tampering has its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ItemError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("it is not of our format")]
    Malformed,
    #[error("it has a version this program does not know")]
    UnknownVersion,
    #[error("it is not signed")]
    Unsigned,
    #[error("its signature does not fit what it says")]
    BadSignature,
    #[error("it was signed by somebody who may not write here")]
    SignedByAnother,
    #[error("it belongs to another signal")]
    OtherSignal,
    #[error("it is of another kind than its row says")]
    OtherKind,
    #[error("it belongs to another side of the conversation")]
    OtherSide,
    #[error("it belongs to another epoch of the signal's keys")]
    OtherEpoch,
    #[error("it is a copy of another item")]
    Replayed,
    #[error("it stands in another place of its side")]
    OutOfOrder,
    #[error("it does not follow the item that stands before it")]
    BrokenChain,
    #[error("it was written with keys that had been replaced by then")]
    StaleEpoch,
}

impl From<StatementError> for ItemError {
    fn from(error: StatementError) -> Self {
        match error {
            StatementError::Malformed => Self::Malformed,
            StatementError::Unsigned => Self::Unsigned,
            StatementError::UnknownVersion => Self::UnknownVersion,
            StatementError::BadSignature => Self::BadSignature,
        }
    }
}

/// An item that was opened, whose author may write here, and which stands where its author put it.
#[derive(Debug, Clone)]
pub struct VerifiedItem(Box<Item>);

impl VerifiedItem {
    /// Reads the body as what its kind says it is.
    pub fn body<B: DeserializeOwned>(&self) -> Result<B, ItemError> {
        serde_json::from_str(self.0.body.get()).map_err(|_| ItemError::Malformed)
    }
}

impl std::ops::Deref for VerifiedItem {
    type Target = Item;
    fn deref(&self) -> &Item {
        &self.0
    }
}

/// Checks an opened item (still padded) against its place and its side's previous item. `may_write` says whether an
/// author may have written at this place. `previous` is `None` where the one before could not be read either: then only
/// the chain's own words are left, and the reader was already told of the damage.
pub fn verify_item(
    text: &str,
    place: &Place,
    previous: Option<Option<Digest>>,
    may_write: impl FnOnce(&Place, &VerifyKey<Author>) -> Result<(), ItemError>,
) -> Result<VerifiedItem, ItemError> {
    let signed = Signed::<Item>::parse(sealed::without_padding(text)?.to_owned());
    let author = signed.claims()?.author;
    let item = signed.verify(&[&author])?.into_inner();
    let claimed = item.place();
    let wrong = [
        (claimed.signal != place.signal, ItemError::OtherSignal),
        (claimed.side != place.side, ItemError::OtherSide),
        (claimed.kind != place.kind || !place.kind.fits(place.side), ItemError::OtherKind),
        (claimed.epoch != place.epoch, ItemError::OtherEpoch),
        (claimed.item != place.item, ItemError::Replayed),
        (claimed.number != place.number, ItemError::OutOfOrder),
    ];
    if let Some((_, error)) = wrong.into_iter().find(|(is_wrong, _)| *is_wrong) {
        return Err(error);
    }
    // Only now: an item that was moved is told from one that somebody else wrote.
    may_write(place, &author)?;
    if previous.is_some_and(|previous| previous != item.previous) {
        return Err(ItemError::BrokenChain);
    }
    Ok(VerifiedItem(Box::new(item)))
}

//! Heads: what the route key says of a signal's keys. Portal and desk take public halves from here, never from a
//! column.

use domain::{RouteName, Side, SignalId};
use serde::{Deserialize, Serialize};

use crate::{
    Digest, Halves, ItemError, Lineage, Place, Recipient, Signed, StatementError, Verified, VerifyKey, intake::Intake,
    key::role, statement::Statement,
};

/// How far a side had come when a head was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reached {
    pub number: u32,
    /// SHA-256 of that sealed item; null at number 0.
    pub item: Option<Digest>,
}

/// The same for each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachedSides {
    #[serde(rename = "melder")]
    pub reporter: Reached,
    #[serde(rename = "behandelaar")]
    pub desk: Reached,
    #[serde(rename = "dossier")]
    pub case: Reached,
}

/// One head, signed by the route key and by the member who wrote it. A new one follows at each change of who may read or answer; a new epoch when keys
/// change.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub v: u8,
    pub signal: SignalId,
    pub route: RouteName,
    /// From 1, without gaps.
    pub number: u32,
    /// From 1; never lower than in the head before.
    pub epoch: u32,
    #[serde(rename = "bron")]
    pub source: Recipient<role::Source>,
    #[serde(rename = "dossier")]
    pub case: Recipient<role::Case>,
    pub mailbox: Halves<role::Mailbox>,
    /// Members of the route: they answer the reporter and write everything in the case file.
    pub members: Vec<VerifyKey<role::Author>>,
    /// Who else may answer the reporter: a behandelaar.
    pub answerers: Vec<VerifyKey<role::Author>>,
    /// Who else has the case key, and may add to the case file what [`domain::Kind::is_contribution`] names.
    pub guests: Vec<VerifyKey<role::Author>>,
    /// Whether only the members it names hold its keys, because another of the route may not read it: then one of them
    /// signs the next head. The route's key alone, which the one left out still holds, no longer says who reads it.
    #[serde(rename = "besloten")]
    pub closed: bool,
    /// Written when the route's key was replaced, while nobody had opened the signal: it counts as unopened.
    #[serde(rename = "ongelezen", default, skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
    /// The member who wrote it; his signature stands below the route's.
    pub by: VerifyKey<role::Author>,
    /// SHA-256 of the sealed report.
    pub report: Digest,
    /// How far each side had come: items of an older epoch beyond this are refused.
    pub reached: ReachedSides,
    /// SHA-256 of the head before, signature included; null at number 1.
    pub previous: Option<Digest>,
}

impl Statement for Head {
    const TYPE: &'static str = "head";
    fn version(&self) -> u8 {
        self.v
    }
}

impl Head {
    /// Whether this head names somebody at all: as a member, or as one who was invited.
    pub fn names(&self, author: &VerifyKey<role::Author>) -> bool {
        self.members.contains(author) || self.guests.contains(author)
    }

    /// Whether this head names somebody as one who may write such an item.
    fn lets_write(&self, place: &Place, author: &VerifyKey<role::Author>) -> bool {
        self.members.contains(author)
            || match place.side {
                Side::Desk => place.kind.is_said_by_answerers() && self.answerers.contains(author),
                Side::Case => place.kind.is_contribution() && self.guests.contains(author),
                Side::Reporter => false,
            }
    }

    pub fn reached(&self, side: Side) -> Reached {
        match side {
            Side::Reporter => self.reached.reporter,
            Side::Desk => self.reached.desk,
            Side::Case => self.reached.case,
        }
    }
}

/// Why the heads of a signal are not believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    #[error("head {number}: {why}")]
    Statement { number: u32, why: StatementError },
    #[error("no key is known for the route of head {number}")]
    UnknownRoute { number: u32 },
    #[error("head {number} belongs to another signal, route or reporter")]
    Other { number: u32 },
    #[error("head {number} is missing, or stands in another's place")]
    OutOfOrder { number: u32 },
    #[error("head {number} was written by somebody who may not change who reads this signal")]
    ByAnother { number: u32 },
    #[error("head {number} does not follow the one before it")]
    BrokenChain { number: u32 },
    #[error("head {number} was signed with a key of the route that was replaced by then")]
    OldKey { number: u32 },
}

/// The verified heads of one signal, oldest first. Empty before the desk first opened it.
#[derive(Debug, Clone, Default)]
pub struct Heads {
    heads: Vec<Verified<Head>>,
    /// Whose key signed each: the route, and the key's number.
    signers: Vec<(RouteName, u32)>,
}

impl Heads {
    /// Verifies stored heads (sorted by number) of the signal that `intake` speaks of; `route_key` knows the keys
    /// of a route, as the configuration proves them. Within a signal a route goes on to its newer keys and never back, and a
    /// newest head by an older key is believed only where the newest lists it. The first belongs to the intake's route. A head that names another route
    /// begins a new epoch and is signed by the route that hands over: only who may open a signal may give it away.
    pub fn verify<L: Into<Lineage>>(
        texts: &[String],
        intake: &Intake,
        route_key: impl Fn(RouteName) -> Option<L>,
    ) -> Result<Self, HeadError> {
        let mut heads: Vec<Verified<Head>> = Vec::with_capacity(texts.len());
        let mut signers: Vec<(RouteName, u32)> = Vec::with_capacity(texts.len());
        let mut last = None;
        for (number, text) in (1..).zip(texts) {
            let signed = Signed::<Head>::parse(text.clone());
            let refuse = |why| HeadError::Statement { number, why };
            let before = heads.last();
            let (route, claimed) = (before.map_or(intake.route, |head| head.route), signed.claims().map_err(refuse)?);
            // Only where it can be a hand-over is another route than the one before believed to have been named.
            let hands_over = before.is_some_and(|before| claimed.epoch > before.epoch);
            if claimed.route != route && !hands_over {
                return Err(HeadError::Other { number });
            }
            let lineage: Lineage = route_key(route).ok_or(HeadError::UnknownRoute { number })?.into();
            let (key, head) = lineage.check(&signed, &[&claimed.by]).map_err(refuse)?;
            if signers.iter().any(|(of, before)| *of == route && *before > key) {
                return Err(HeadError::OldKey { number });
            }
            if before.is_some_and(|before| before.closed && !before.members.contains(&head.by)) {
                return Err(HeadError::ByAnother { number });
            }
            let same = head.signal == intake.signal && head.mailbox == intake.mailbox && head.report == intake.report;
            if !same {
                return Err(HeadError::Other { number });
            }
            if head.number != number {
                return Err(HeadError::OutOfOrder { number });
            }
            let same_keys = before.is_none_or(|before| {
                before.epoch != head.epoch || (before.source == head.source && before.case == head.case)
            });
            let later = head.epoch >= before.map_or(1, |before| before.epoch);
            if head.previous != before.map(Verified::digest) || !later || !same_keys {
                return Err(HeadError::BrokenChain { number });
            }
            heads.push(head);
            signers.push((route, key));
            last = Some((lineage, key));
        }
        if let (Some(head), Some((lineage, key))) = (heads.last(), last)
            && !lineage.stands(key, &head.digest())
        {
            return Err(HeadError::OldKey { number: head.number });
        }
        Ok(Self { heads, signers })
    }

    pub fn current(&self) -> Option<&Verified<Head>> {
        self.heads.last()
    }

    pub fn all(&self) -> &[Verified<Head>] {
        &self.heads
    }

    /// The keys of an epoch.
    pub fn epoch(&self, epoch: u32) -> Option<&Head> {
        self.heads.iter().rev().find(|head| head.epoch == epoch).map(|head| &**head)
    }

    /// Whose key signed the newest head: the route, and the key's number.
    pub fn signer(&self) -> Option<(RouteName, u32)> {
        self.signers.last().copied()
    }

    /// The same of the head that began the present epoch: its keys were wrapped by then.
    pub fn began(&self) -> Option<(RouteName, u32)> {
        let epoch = self.current()?.epoch;
        let at = self.heads.iter().position(|head| head.epoch == epoch)?;
        self.signers.get(at).copied()
    }

    /// The route that has the signal now; that of the intake before the desk first opened it.
    pub fn route(&self, intake: &Intake) -> RouteName {
        self.current().map_or(intake.route, |head| head.route)
    }

    /// Whether an author may have written an item of the desk's (conversation or case file) at this place: some head of
    /// the item's epoch names him for it, and the item is not younger than the keys it was written with.
    pub fn may_write(&self, place: &Place, author: &VerifyKey<role::Author>) -> Result<(), ItemError> {
        let named = self.heads.iter().any(|head| head.epoch == place.epoch && head.lets_write(place, author));
        if !named {
            return Err(ItemError::SignedByAnother);
        }
        if self.is_stale(place) { Err(ItemError::StaleEpoch) } else { Ok(()) }
    }

    /// Whether an item was written with the keys of an epoch that had ended by then. Of the desk's items such a one is
    /// refused; the reporter's is shown with a warning, for a stateless portal can be made to miss a new head.
    pub fn is_stale(&self, place: &Place) -> bool {
        let next = self.heads.iter().find(|head| head.epoch > place.epoch);
        next.is_some_and(|next| place.number > next.reached(place.side).number)
    }
}

//! Identifiers: 128 random bits each, so that no id tells how many there are or which came first.

use rand::Rng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "columns", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id of 128 random bits (no version bits: nothing in it may be anything but random).
            pub fn random(randomness: &mut impl Rng) -> Self {
                let mut bytes = [0; 16];
                randomness.fill_bytes(&mut bytes);
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        // sea-orm asks this of every primary key; ours never come from a counter.
        #[cfg(feature = "columns")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

identifier!(
    /// One signal. Stored; never shown: people use the kenmerk.
    SignalId
);
identifier!(
    /// One sealed item of a signal.
    ItemId
);
identifier!(
    /// One sealed file that came with an item.
    FileId
);
impl FileId {
    /// Reads an id from an address.
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(Self)
    }
}
identifier!(
    /// One account at the desk.
    AccountId
);
identifier!(
    /// One meeting, as calendars know it.
    MeetingId
);
identifier!(
    /// One request for the name in an envelope.
    RevealId
);

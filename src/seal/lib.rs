//! Sealing and verifying, and nothing that opens.
//!
//! The portal links this crate and so can put a signal into the vault, but has no way to take one out: no function here
//! opens anything, and none but [`keyfile`], which writes down what its caller holds, sees a private half. A tour, in
//! the order in which a signal meets it:
//!
//! - [`key`]: public halves, typed by role, and the six words people compare them by;
//! - [`intake`]: the key pair made for one signal, whose private half leaves this crate only wrapped to a route;
//! - [`sealed`]: plaintext to an age file of exactly one of the sizes in [`bucket`];
//! - [`file`]: the same for a file of any type, as it streams;
//! - [`statement`]: one JSON line and its signatures; [`item`] is the statement every sealed item holds;
//! - [`envelope`]: what lies in every report for a name that mostly is not given;
//! - [`reveal`]: asking for what lies in it, and the bewaarder's decision;
//! - [`chain`]: reading one side's items in order, each verified, gaps and damage shown;
//! - [`routes`]: the route keys that the configuration names, and what it may not name;
//! - [`succession`]: a route's key replaced by another, and which keys of a route are believed;
//! - [`head`] and [`grant`]: what the route key says about a signal's keys, and about its members;
//! - [`confirmation`] and [`recovery`]: a second member's word on a grant, and the key on paper;
//! - [`renewal`]: a person's own word that his key is another one now;
//! - [`canary`]: by what a portal knows the desk's own report;
//! - [`destruction`]: two members' consent that a closed signal is destroyed, and the one line that is left of it;
//! - [`upkeep`]: what a member says of his route as a whole;
//! - [`journal`]: how the lines of the log commit to each other, and what is wrong where they do not;
//! - [`demo`]: the public halves that nothing but the demo may accept.
//!
//! `docs/format.md` writes the format down; `tests/vectors` pins it.

pub mod bucket;
pub mod canary;
pub mod chain;
pub mod confirmation;
pub mod demo;
pub mod destruction;
pub mod digest;
pub mod envelope;
pub mod file;
pub mod grant;
pub mod head;
pub mod intake;
pub mod item;
pub mod journal;
pub mod key;
pub mod keyfile;
pub mod meeting;
pub mod pair;
pub mod recovery;
pub mod renewal;
pub mod reveal;
pub mod routes;
pub mod sealed;
pub mod statement;
pub mod succession;
pub mod upkeep;

pub use chain::{Entry, Row, interleave, read_side};
pub use digest::Digest;
pub use file::{FileSealer, SealedFile};
pub use item::{Item, ItemError, Place, VerifiedItem};
pub use key::{AnyRecipient, Halves, Recipient, Signer, VerifyKey, role};
pub use pair::Pair;
pub use routes::Routes;
pub use sealed::{OpenError, SealError, Sealed};
pub use statement::{Signed, StatementError, Verified};
pub use succession::{Lineage, Lineages};

/// The version of the format that this crate writes; it stands in every statement and in every signature's domain tag.
pub const VERSION: u8 = 1;

//! The tables, one file each, with the domain's own types as columns.
//!
//! What stands here in the clear is all that a thief of the database learns: routes, dates, coarse statuses, terms,
//! kinds and sides of items; and in [`log`] what staff did and read. Columns are an index; the truth is inside the seals, and a difference is shouted.

pub mod account;
pub mod admission;
pub mod announced;
pub mod calendar_entry;
pub mod calendar_feed;
pub mod canary;
pub mod consent;
pub mod destroyed;
pub mod device;
pub mod escalation;
pub mod file;
pub mod former_membership;
pub mod halt;
pub mod head;
pub mod hour_secret;
pub mod introduction;
pub mod item;
pub mod key_wrap;
pub mod log;
pub mod login;
pub mod meeting;
pub mod membership;
pub mod notebook;
pub mod outbox;
pub mod receipt;
pub mod renewal;
pub mod renewal_known;
pub mod reveal;
pub mod route_key;
pub mod session;
pub mod signal;
pub mod succession;
pub mod upkeep;

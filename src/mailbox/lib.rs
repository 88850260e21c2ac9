//! What a pickup code derives, for one reporter and one signal, and nothing else.
//!
//! - [`code`]: how a report's ten words come about, so that sending twice gives the same ones;
//! - [`key`]: the mailbox key those words stand for: it finds, opens and signs for that one signal;
//! - [`cookie`]: an opened mailbox as a cookie, sealed under a secret that lives for hours;
//! - [`receipt`]: remembers that a form was sent, readable only with that form's own nonce.
//!
//! Ten words carry 110 random bits, so no slow derivation is needed: HKDF-SHA256 (RFC 5869) with one label each.

pub mod carried;
pub mod code;
pub mod cookie;
pub mod key;
pub mod receipt;

pub use code::{HourSecret, Nonce};
pub use cookie::{Cookie, Typed};
pub use key::{Lookup, MailboxKey, Root};

//! Private halves: opening what was sealed, and signing in the desk's name. The desk and the operator's commands alone
//! may link this crate; the portal cannot name it.
//!
//! - [`key`]: keys that open ([`OpeningKey`]) and keys that also sign ([`FullKey`]), typed by role, read from and
//!   written to ordinary age identity files;
//! - [`password`]: a personal key sealed with its owner's password;
//! - [`second`]: the second factor, sealed with the same password;
//! - [`session`]: an opened personal key for the length of a session, sealed with the officer's cookie;
//! - [`demo`]: the demo's constant keys.
//!
//! Reading an item takes two steps that cannot be swapped: a key opens it, `seal` verifies it.

pub mod demo;
pub mod key;
pub mod password;
pub mod second;
pub mod session;

pub use key::{FullKey, OpeningKey, PrivateHalf};
pub use second::SecondFactor;
pub use session::SessionSecret;

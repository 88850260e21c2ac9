//! The portal as a reporter meets it: from outside, by its public address, through whatever stands between, with a browser that
//! runs no JavaScript. It seals and opens nothing, and knows of the vault what its pages show.
//!
//! - [`browser`]: one address, its cookies, and what every answer must look like when it arrives;
//! - [`page`]: the few things that are read from a page of ours;
//! - [`walk`]: reporting, and reading the answer with the ten words.

pub mod browser;
pub mod page;
pub mod walk;

use domain::canary::Link;

pub use browser::{BadRoots, Browser, Outside};
pub use walk::{pick_up, report};

/// A link that broke, and what was found there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", link.label())]
pub struct Broken {
    pub link: Link,
    /// For whoever looks into it, in English. Nothing secret, nothing of a reporter's.
    pub detail: String,
}

impl Broken {
    pub fn at(link: Link, detail: impl Into<String>) -> Self {
        Self { link, detail: detail.into() }
    }
}

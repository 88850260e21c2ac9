//! Files on their way in and out: received as a stream, cleaned, sealed, kept; and opened again as a stream.
//!
//! An upload is spooled under a key that exists in memory only, so that a slow line holds neither memory nor a turn at
//! cleaning; no plaintext touches the disk. When it is whole, it takes its turn (two at a time): it is cleaned in memory
//! and sealed as it comes out. Portal and desk share this crate; it holds no key that opens a stored file.
//!
//! - [`receive`]: a form with files, field by field;
//! - [`prepare`]: from the spool through cleaning into the seal;
//! - [`basket`]: what a form carries of files that are sealed and not sent yet;
//! - [`download`]: out again, as whoever may open it reads.

pub mod basket;
pub mod download;
pub mod prepare;
pub mod receive;
pub mod settings;

use std::{sync::Arc, time::SystemTime};

use domain::{Clock, FileId, clock};
use store::{Files, FilesError, Shelf, Store, StoreError};
use web::Lane;

pub use basket::{Basket, Held};
pub use prepare::{PrepareError, Prepared};
pub use receive::{ReceiveError, Received, Refused, Spooled};
pub use settings::{Limits, Storage, mib};

/// What portal and desk each have one of.
pub struct Attachments {
    pub files: Files,
    pub limits: Limits,
    /// Receiving: each upload holds a few buffers.
    receiving: Lane,
    /// Cleaning and sealing: each holds a file.
    cleaning: Lane,
    /// Reading: each holds a thread.
    reading: Lane,
}

impl Attachments {
    pub fn open(storage: &Storage) -> Result<Self, FilesError> {
        let limits = storage.limits();
        Ok(Self {
            files: Files::open(&storage.url, limits.total)?,
            limits,
            receiving: Lane::new(128, 512),
            cleaning: Lane::new(2, 512),
            reading: Lane::new(32, 128),
        })
    }

    /// The same storage for another program in this process, with lanes of its own: a flood at the portal leaves the desk
    /// its places. Only cleaning is one lane for both: it bounds the memory of the process.
    pub fn beside(&self) -> Self {
        let (files, limits, cleaning) = (self.files.clone(), self.limits, self.cleaning.clone());
        Self { files, limits, cleaning, receiving: Lane::new(8, 64), reading: Lane::new(8, 64) }
    }

    /// Whether there is room for a whole report's files: asked before anybody uploads.
    pub fn has_room(&self) -> bool {
        self.files.has_room(self.limits.report)
    }

    /// Moves files to those that are kept, before the item that lists them is stored. If that is not stored after all,
    /// nothing is moved back: another window may be sending the same. The sweep takes what no item lists.
    pub async fn keep(&self, files: &[FileId]) -> Result<(), FilesError> {
        for file in files {
            self.files.keep(*file).await?;
        }
        Ok(())
    }

    /// Starts the time of a form's files anew: their sender took a step. Not while unsent files take half the room that they
    /// may have: then they go in the order in which they came, and who keeps many cannot keep others out.
    pub async fn renew(&self, basket: &mut Basket, clock: &Arc<dyn Clock>) -> Result<(), FilesError> {
        if self.files.is_crowded() {
            return Ok(());
        }
        let now = clock.now();
        for held in &basket.files {
            self.files.touch(Shelf::Pending, held.attachment.bestand, now.into()).await?;
        }
        basket.renew(clock::minute(now));
        Ok(())
    }

    /// The nightly rewrite of the files that came since the last: those that a signal lists. What was kept for a signal that
    /// was not stored keeps its time, by which the sweep finds it.
    pub async fn rewrite(&self, store: &Store, midnight: SystemTime) -> Result<(), SweepError> {
        let listed = store.listed_files(&self.files.fresh().await?).await?;
        Ok(self.files.rewrite(listed, midnight, &mut rand::rng()).await?)
    }

    /// Removes what was never sent. The programs call it every five minutes.
    pub async fn sweep(&self, clock: &Arc<dyn Clock>, store: &Store) -> Result<(), SweepError> {
        let unclaimed = self.files.sweep(SystemTime::from(clock.now())).await?;
        let listed = store.listed_files(&unclaimed).await?;
        for file in unclaimed.into_iter().filter(|file| !listed.contains(file)) {
            self.files.remove(Shelf::Kept, file).await?;
        }
        Ok(())
    }
}

/// Why files that were never sent are still there, or still tell when they came.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

//! Lanes: a kind of work gets so many hands and so long a queue, and a flood in one leaves the others alone.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Too many wait already; whoever asks is told to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many are waiting for this kind of work")]
pub struct Busy;

/// A bounded kind of work. Clones are the same lane.
#[derive(Clone)]
pub struct Lane {
    hands: Arc<Semaphore>,
    places: Arc<Semaphore>,
    entered: Arc<AtomicU64>,
}

/// A hand of a lane, held until it is dropped. Blocking work takes it along to its thread: that a visitor left does not
/// free a hand whose thread still works.
pub struct Hand {
    _hand: OwnedSemaphorePermit,
    _place: OwnedSemaphorePermit,
}

impl Lane {
    /// `hands` work at once, `waiting` more may wait.
    pub fn new(hands: usize, waiting: usize) -> Self {
        Self {
            hands: Arc::new(Semaphore::new(hands)),
            places: Arc::new(Semaphore::new(hands + waiting)),
            entered: Arc::default(),
        }
    }

    /// Waits for a hand, in turn.
    pub async fn enter(&self) -> Result<Hand, Busy> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Busy)?;
        let hand = Arc::clone(&self.hands).acquire_owned().await.map_err(|_| Busy)?;
        self.entered.fetch_add(1, Ordering::Relaxed);
        Ok(Hand { _hand: hand, _place: place })
    }

    /// How often somebody got a hand of it.
    pub fn entered(&self) -> u64 {
        self.entered.load(Ordering::Relaxed)
    }

    /// Runs work in this lane, in turn.
    pub async fn run<T>(&self, work: impl Future<Output = T>) -> Result<T, Busy> {
        let _hand = self.enter().await?;
        Ok(work.await)
    }

    /// Runs blocking work (sealing, opening, scrypt) in this lane, on a thread of its own.
    pub async fn run_blocking<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        self.enter().await?.blocking(work).await.map(|(done, _)| done)
    }
}

impl Hand {
    /// Does blocking work with this hand, on a thread of its own, and gives the hand back for what follows.
    pub async fn blocking<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<(T, Self), Busy> {
        let done = tokio::task::spawn_blocking(move || (work(), self)).await;
        // The work panicked: its place was logged; whoever asked is told that it did not happen.
        done.map_err(|_| Busy)
    }
}

//! Lanes: a kind of work gets so many hands and so long a queue, and a flood in one leaves the others alone.

use tokio::sync::Semaphore;

/// Too many wait already; whoever asks is told to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many are waiting for this kind of work")]
pub struct Busy;

/// A bounded kind of work.
pub struct Lane {
    hands: Semaphore,
    places: Semaphore,
}

impl Lane {
    /// `hands` work at once, `waiting` more may wait.
    pub fn new(hands: usize, waiting: usize) -> Self {
        Self { hands: Semaphore::new(hands), places: Semaphore::new(hands + waiting) }
    }

    /// Runs work in this lane, in turn.
    pub async fn run<T>(&self, work: impl Future<Output = T>) -> Result<T, Busy> {
        let _place = self.places.try_acquire().map_err(|_| Busy)?;
        let _hand = self.hands.acquire().await.map_err(|_| Busy)?;
        Ok(work.await)
    }

    /// Runs blocking work (sealing, opening, scrypt) in this lane, on a thread of its own.
    pub async fn run_blocking<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        self.run(tokio::task::spawn_blocking(work)).await?.map_err(|_| Busy)
    }
}

//! How much one file may ask of us. The measured peak of memory per kind stands in `tests/benches/cleaning.rs`.

use std::{cell::Cell, fmt, sync::Arc};

use crate::{CleanError, Result};

/// What one cleaning may take. The default keeps it, its input included, within 64 MiB, and asks no clock.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of the file.
    pub input: usize,
    /// Bytes held at one time, the input included.
    pub memory: usize,
    /// Bytes that all inflating of one file may bring forth together, and all reading of its objects go over.
    pub inflated: u64,
    /// Objects of a PDF, or entries of an archive.
    pub parts: usize,
    pub keep_on: KeepOn,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: usize = 1024 * 1024;
        let (inflated, keep_on) = (256 * MIB as u64, KeepOn::default());
        Self { input: 50 * MIB, memory: 64 * MIB, inflated, parts: 250_000, keep_on }
    }
}

/// Whether to keep on, as the caller sees it: asked all along, for some work is bounded by nothing but how long it may
/// take. The caller has the clock. By default nobody is asked.
#[derive(Clone, Default)]
pub struct KeepOn(Option<Arc<dyn Fn() -> bool + Send + Sync>>);

impl KeepOn {
    /// Once it says no it must go on saying so.
    pub fn when(asked: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(asked)))
    }
}

impl fmt::Debug for KeepOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeepOn")
    }
}

/// Bytes between two askings.
const STRIDE: usize = 64 * 1024;
/// The least that a step is, however few its bytes.
const STEP: usize = 16;

/// Counts work until it is time to ask whether to keep on.
#[derive(Default)]
pub(crate) struct Pace {
    keep_on: KeepOn,
    unasked: Cell<usize>,
}

impl Pace {
    /// Asks at its first step.
    pub fn new(limits: &Limits) -> Self {
        Self { keep_on: limits.keep_on.clone(), unasked: Cell::new(STRIDE) }
    }

    pub fn step(&self, bytes: usize) -> Result<()> {
        self.unasked.set(self.unasked.get().saturating_add(bytes).saturating_add(STEP));
        if self.unasked.get() < STRIDE {
            return Ok(());
        }
        // After a no it asks at every step: somebody on the way may take an error for the end of a list.
        if self.keep_on.0.as_ref().is_some_and(|keep_on| !keep_on()) {
            return Err(CleanError::OutOfTime);
        }
        self.unasked.set(0);
        Ok(())
    }
}

/// What is left of the work that a file may ask for.
pub(crate) struct Budget {
    left: Cell<u64>,
    pace: Pace,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Self { left: Cell::new(limits.inflated), pace: Pace::new(limits) }
    }

    pub fn spend(&self, bytes: usize) -> Result<()> {
        let left = self.left.get().checked_sub(bytes as u64);
        // What was too much once leaves nothing, whoever overlooks the error.
        self.left.set(left.unwrap_or(0));
        left.ok_or(CleanError::TooMuchWork)?;
        self.pace.step(bytes)
    }
}

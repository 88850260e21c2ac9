//! How much one file may ask of us. The measured peak of memory per kind stands in `tests/benches/cleaning.rs`.

use crate::{CleanError, Result};

/// What one cleaning may take. The default keeps it, its input included, within 64 MiB.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of the file.
    pub input: usize,
    /// Bytes held at one time, the input included.
    pub memory: usize,
    /// Bytes that all inflating of one file may bring forth together.
    pub inflated: u64,
    /// Objects of a PDF, or entries of an archive.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: usize = 1024 * 1024;
        Self { input: 50 * MIB, memory: 64 * MIB, inflated: 256 * MIB as u64, parts: 250_000 }
    }
}

/// What is left of the inflating that a file may ask for.
pub(crate) struct Budget {
    left: u64,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Self { left: limits.inflated }
    }

    pub fn spend(&mut self, bytes: usize) -> Result<()> {
        self.left = self.left.checked_sub(bytes as u64).ok_or(CleanError::TooMuchWork)?;
        Ok(())
    }
}

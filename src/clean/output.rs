//! What every cleaned file is written through: it stops what grows beyond what cleaning explains, and asks on the way whether
//! to keep on.

use std::io::{self, Write};

use crate::{CleanError, Kind, Limits, limits::Pace};

/// What no file is too small to grow by.
const ROOM: u64 = 1024 * 1024;

pub struct Output<'w> {
    inner: &'w mut dyn Write,
    left: u64,
    pace: Pace,
}

impl<'w> Output<'w> {
    pub fn new(inner: &'w mut dyn Write, kind: Kind, input: usize, limits: &Limits) -> Self {
        // The objects of a PDF are written unpacked: a manual that is all links and index becomes two and a half times as
        // long. Nothing else grows by much.
        let times = if kind == Kind::Pdf { 3 } else { 2 };
        Self { inner, left: times * input as u64 + ROOM, pace: Pace::new(limits) }
    }
}

/// Carries a refusal through a writer; [`CleanError`] takes it out again.
fn refusal(error: CleanError) -> io::Error {
    io::Error::other(error)
}

impl Write for Output<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        if buffer.len() as u64 > self.left {
            self.left = 0;
            return Err(refusal(CleanError::TooLarge));
        }
        self.pace.step(buffer.len()).map_err(refusal)?;
        let written = self.inner.write(buffer)?;
        self.left = self.left.saturating_sub(written as u64);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

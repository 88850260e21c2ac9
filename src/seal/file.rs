//! Files of any type into age files of bucket size, as they stream: no more than a chunk of them is in memory here.
//!
//! The plaintext is the file itself, then zeros up to the bucket. `age -d` therefore gives the file with zeros behind it;
//! its length stands in the sealed item that lists it.

use std::{
    cell::RefCell,
    io::{self, Write},
    rc::Rc,
};

use sha2::{Digest as _, Sha256};

use crate::{AnyRecipient, Digest, SealError, bucket};

/// What a file became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// Bytes of the file itself.
    pub length: u64,
    /// Bytes of the sealed file: a bucket.
    pub size: u64,
    /// SHA-256 of the sealed file.
    pub digest: Digest,
}

/// A writer that seals what is written to it. Without [`finish`](Self::finish) what came out is no age file.
pub struct FileSealer<W: Write> {
    age: age::stream::StreamWriter<Tally<W>>,
    header: usize,
    length: usize,
}

impl<W: Write> FileSealer<W> {
    /// Writes the header at once, so that its length can be counted (see [`crate::sealed::seal_with`]).
    pub fn new(out: W, recipients: &[AnyRecipient<'_>]) -> Result<Self, SealError> {
        let recipients = recipients.iter().map(|r| r.0 as &dyn age::Recipient);
        let seen = Rc::new(RefCell::new(Seen { hash: Sha256::new(), bytes: 0 }));
        let tally = Tally { out, seen: Rc::clone(&seen) };
        let age = age::Encryptor::with_recipients(recipients)?.wrap_output(tally)?;
        let header = seen.borrow().bytes;
        Ok(Self { age, header, length: 0 })
    }

    /// Pads to the smallest bucket that fits, and ends the file. The writer comes back for whoever must sync or close it.
    pub fn finish(mut self) -> Result<(SealedFile, W), SealError> {
        const ZEROS: [u8; 4096] = [0; 4096];
        let length = self.length;
        let full = bucket::padded_length(self.header, length, bucket::FILE_FLOOR).ok_or(SealError::TooLong)?;
        let mut left = full - length;
        while left > 0 {
            let now = left.min(ZEROS.len());
            self.age.write_all(&ZEROS[..now])?;
            left -= now;
        }
        let Tally { out, seen } = self.age.finish()?;
        let seen = seen.borrow();
        let digest = Digest(seen.hash.clone().finalize().into());
        // A length in memory always fits.
        let wide = |bytes: usize| u64::try_from(bytes).unwrap_or(u64::MAX);
        Ok((SealedFile { length: wide(length), size: wide(seen.bytes), digest }, out))
    }
}

impl<W: Write> Write for FileSealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.age.write(bytes)?;
        self.length += written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.age.flush()
    }
}

/// What went out so far.
struct Seen {
    hash: Sha256,
    bytes: usize,
}

struct Tally<W> {
    out: W,
    seen: Rc<RefCell<Seen>>,
}

impl<W: Write> Write for Tally<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        let mut seen = self.seen.borrow_mut();
        seen.hash.update(&bytes[..written]);
        seen.bytes += written;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

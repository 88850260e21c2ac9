//! A file that waits on disk for minutes: sealed in chunks (STREAM over XChaCha20-Poly1305, Hoang, Reyhanitabar, Rogaway
//! and Vizár 2015) under a key that exists in memory only, so that a plaintext never touches the disk and what is left
//! after a crash opens for nobody.

use std::io::{self, Read};

use aead_stream::{DecryptorBE32, EncryptorBE32, Nonce, StreamBE32};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use rand::Rng;
use zeroize::Zeroizing;

/// Bytes of plaintext in a chunk.
const CHUNK: usize = 64 * 1024;
/// A chunk's Poly1305 tag.
const TAG: usize = 16;

/// The key of one spooled file, used for that file alone: so the nonce may be constant.
pub struct SpoolKey(Zeroizing<[u8; 32]>);

impl SpoolKey {
    pub fn random(randomness: &mut impl Rng) -> Self {
        let mut key = Zeroizing::new([0; 32]);
        randomness.fill_bytes(key.as_mut_slice());
        Self(key)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }

    /// Begins to seal; a key seals once.
    pub fn sealer(&self) -> Sealer {
        let buffer = Zeroizing::new(Vec::with_capacity(2 * CHUNK));
        Sealer { stream: EncryptorBE32::from_aead(self.cipher(), &nonce()), buffer }
    }

    /// Reads back what was sealed. What was changed or cut off is an error ([`io::ErrorKind::InvalidData`]), before any
    /// byte of the chunk concerned.
    pub fn opener<R: Read>(&self, sealed: R) -> Opener<R> {
        let stream = Some(DecryptorBE32::from_aead(self.cipher(), &nonce()));
        Opener { stream, sealed, ahead: Vec::with_capacity(CHUNK + TAG), plain: Zeroizing::default(), at: 0 }
    }
}

fn nonce() -> Nonce<XChaCha20Poly1305, StreamBE32<XChaCha20Poly1305>> {
    Nonce::<XChaCha20Poly1305, StreamBE32<XChaCha20Poly1305>>::default()
}

/// More than 256 TiB, which no upload reaches.
fn full<E>(_: E) -> io::Error {
    io::Error::from(io::ErrorKind::FileTooLarge)
}

/// Turns plaintext, as it comes, into chunks to write.
pub struct Sealer {
    stream: EncryptorBE32<XChaCha20Poly1305>,
    buffer: Zeroizing<Vec<u8>>,
}

impl Sealer {
    /// Takes more plaintext, and gives what can be written now. The last chunk is kept back until it is known to be the
    /// last.
    pub fn push(&mut self, mut plaintext: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        while !plaintext.is_empty() {
            if self.buffer.len() == CHUNK {
                out.extend(self.stream.encrypt_next(self.buffer.as_slice()).map_err(full)?);
                self.buffer.clear();
            }
            let (now, later) = plaintext.split_at(plaintext.len().min(CHUNK - self.buffer.len()));
            self.buffer.extend_from_slice(now);
            plaintext = later;
        }
        Ok(out)
    }

    /// The last chunk.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.stream.encrypt_last(self.buffer.as_slice()).map_err(full)
    }
}

/// Reads the plaintext of a spooled file.
pub struct Opener<R> {
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    sealed: R,
    /// A chunk read and not yet opened: whether it is the last shows only at what follows.
    ahead: Vec<u8>,
    plain: Zeroizing<Vec<u8>>,
    at: usize,
}

impl<R: Read> Opener<R> {
    fn next_chunk(&mut self) -> io::Result<()> {
        let Some(mut stream) = self.stream.take() else { return Ok(()) };
        if self.ahead.is_empty() {
            self.sealed.by_ref().take((CHUNK + TAG) as u64).read_to_end(&mut self.ahead)?;
        }
        let mut following = Vec::with_capacity(CHUNK + TAG);
        self.sealed.by_ref().take((CHUNK + TAG) as u64).read_to_end(&mut following)?;
        let changed = |_| io::Error::from(io::ErrorKind::InvalidData);
        self.at = 0;
        if following.is_empty() {
            self.plain = Zeroizing::new(stream.decrypt_last(self.ahead.as_slice()).map_err(changed)?);
        } else {
            self.plain = Zeroizing::new(stream.decrypt_next(self.ahead.as_slice()).map_err(changed)?);
            self.stream = Some(stream);
        }
        self.ahead = following;
        Ok(())
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.plain.len() {
            self.plain.clear();
            self.at = 0;
            self.next_chunk()?;
        }
        let taken = (&self.plain[self.at..]).read(into)?;
        self.at += taken;
        Ok(taken)
    }
}

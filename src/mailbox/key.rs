//! The mailbox key: derived from ten words, stored nowhere.

use std::io::Read;

use age::x25519::Identity;
use bech32::{Bech32, Hrp};
use domain::{PickupCode, words};
use ed25519_dalek::{Signer as _, SigningKey};
use seal::{Halves, OpenError, Recipient, Sealed, Signer, VerifyKey, role};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use derive::derive;

/// The ten words as 110 bits: all that a mailbox follows from.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Root(pub(crate) [u8; 14]);

impl Root {
    pub fn of(code: &PickupCode) -> Self {
        let mut bits = Zeroizing::new(words::to_bits(code.words()));
        bits.resize(14, 0);
        Self(std::array::from_fn(|i| bits[i]))
    }
}

/// What a mailbox is found by in the database. It opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lookup(pub [u8; 32]);

/// One reporter's key: opens what was sealed to this code and signs what its holder sends.
pub struct MailboxKey {
    lookup: Lookup,
    identity: Identity,
    signing: SigningKey,
}

impl MailboxKey {
    pub fn derive(root: &Root) -> Self {
        let lookup = Lookup(*derive(&root.0, "mailbox lookup", &[]));
        let signing = SigningKey::from_bytes(&derive(&root.0, "mailbox signing", &[]));
        Self { lookup, identity: identity(&derive(&root.0, "mailbox identity", &[])), signing }
    }

    pub fn lookup(&self) -> Lookup {
        self.lookup
    }

    pub fn halves(&self) -> Halves<role::Mailbox> {
        Halves {
            encrypt: Recipient::assume(self.identity.to_public()),
            verify: VerifyKey::assume(self.signing.verifying_key()),
        }
    }

    /// Opens an item sealed to this mailbox; the text still has its padding and is not verified yet.
    pub fn open(&self, sealed: &[u8]) -> Result<String, OpenError> {
        let sealed = Sealed::try_from(sealed.to_vec())?;
        // As large as the file: a buffer that had to grow would leave copies of the text behind in memory.
        let mut text = Vec::with_capacity(sealed.bytes().len());
        let decryptor = age::Decryptor::new_buffered(sealed.bytes())?;
        let mut reader = decryptor.decrypt(std::iter::once(&self.identity as &dyn age::Identity))?;
        reader.read_to_end(&mut text).map_err(|_| OpenError::Damaged)?;
        String::from_utf8(text).map_err(|_| OpenError::Malformed)
    }

    /// Opens a file as it is read: its first `length` bytes, without the padding. Every chunk is authenticated before a
    /// byte of it comes out; that this is the file that was sent, its digest tells.
    pub fn open_file<R: Read>(&self, sealed: R, length: u64) -> Result<impl Read + use<R>, OpenError> {
        let decryptor = age::Decryptor::new(sealed)?;
        let reader = decryptor.decrypt(std::iter::once(&self.identity as &dyn age::Identity))?;
        Ok(reader.take(length))
    }
}

impl Signer for MailboxKey {
    fn verify_key(&self) -> VerifyKey<role::Author> {
        VerifyKey::assume(self.signing.verifying_key())
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }
}

const IDENTITY_PREFIX: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// age takes an identity as text only, so the seed becomes the text that age itself would write.
fn identity(seed: &[u8; 32]) -> Identity {
    let text = bech32::encode_upper::<Bech32>(IDENTITY_PREFIX, seed).map(Zeroizing::new);
    // 32 bytes always fit in bech32 and any 32 bytes are an X25519 scalar; a fresh identity opens nothing, which is
    // safe.
    text.ok().and_then(|text| text.parse().ok()).unwrap_or_else(Identity::generate)
}

//! Private halves, typed by role.

use std::{io::Read, marker::PhantomData};

use age::{secrecy::ExposeSecret, x25519::Identity};
use bech32::{Bech32, Hrp};
use ed25519_dalek::{Signer as _, SigningKey};
use rand::Rng;
use seal::{
    AnyRecipient, Halves, OpenError, Pair, Recipient, SealError, Sealed, Signer, VerifyKey, bucket, keyfile,
    role::{self, Author, Role},
    sealed,
};
use zeroize::Zeroizing;

const SIGNING_PREFIX: Hrp = Hrp::parse_unchecked("signing-secret-key-");
const IDENTITY_PREFIX: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// A private half that can be written to a key file and read back.
pub trait PrivateHalf: Sized {
    /// The key as the text of an age identity file.
    fn to_keyfile(&self) -> Zeroizing<String>;
    /// Reads such a text, padding and comments included.
    fn from_keyfile(text: &str) -> Result<Self, OpenError>;

    /// Seals this key to whoever may use it from now on.
    fn wrap(&self, recipients: &[AnyRecipient<'_>]) -> Result<Sealed, SealError> {
        sealed::seal(&self.to_keyfile(), recipients, bucket::KEY_FLOOR)
    }
}

/// A key that opens: of an intake, of a source, of a case.
pub struct OpeningKey<R> {
    identity: Identity,
    role: PhantomData<fn() -> R>,
}

impl<R: Role> OpeningKey<R> {
    /// Makes a new key (age takes its randomness from the system itself).
    pub fn generate() -> Self {
        Self { identity: Identity::generate(), role: PhantomData }
    }

    pub fn recipient(&self) -> Recipient<R> {
        Recipient::assume(self.identity.to_public())
    }

    /// Opens an item; the text still has its padding and is not verified yet.
    pub fn open(&self, sealed: &[u8]) -> Result<String, OpenError> {
        open(&self.identity, sealed)
    }

    /// Opens a key that was wrapped to this one.
    pub fn unwrap<K: PrivateHalf>(&self, sealed: &[u8]) -> Result<K, OpenError> {
        K::from_keyfile(&Zeroizing::new(self.open(sealed)?))
    }

    /// Opens a file as it is read: its first `length` bytes, without the padding. Every chunk is authenticated before a
    /// byte of it comes out; that this is the file that was sent, its digest tells.
    pub fn open_file<S: Read>(&self, sealed: S, length: u64) -> Result<impl Read + use<S, R>, OpenError> {
        let decryptor = age::Decryptor::new(sealed)?;
        let reader = decryptor.decrypt(std::iter::once(&self.identity as &dyn age::Identity))?;
        Ok(reader.take(length))
    }
}

impl<R: Role> PrivateHalf for OpeningKey<R> {
    fn to_keyfile(&self) -> Zeroizing<String> {
        keyfile::text(R::NAME, &self.recipient().to_string(), self.identity.to_string().expose_secret(), None)
    }

    fn from_keyfile(text: &str) -> Result<Self, OpenError> {
        check_role::<R>(text)?;
        Ok(Self { identity: read_identity(text)?, role: PhantomData })
    }
}

/// A key that opens and signs: a route's, a person's.
pub struct FullKey<R> {
    opening: OpeningKey<R>,
    signing: SigningKey,
}

impl<R: Role> FullKey<R> {
    pub fn generate(randomness: &mut impl Rng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        randomness.fill_bytes(seed.as_mut_slice());
        Self { opening: OpeningKey::generate(), signing: SigningKey::from_bytes(&seed) }
    }

    /// A key from fixed seeds: for the demo, whose keys everything else refuses.
    pub(crate) fn from_seeds(identity: &[u8; 32], signing: &[u8; 32]) -> Self {
        let opening = OpeningKey { identity: identity_from_seed(identity), role: PhantomData };
        Self { opening, signing: SigningKey::from_bytes(signing) }
    }

    pub fn halves(&self) -> Halves<R> {
        Halves { encrypt: self.opening.recipient(), verify: VerifyKey::assume(self.signing.verifying_key()) }
    }

    /// Opens an item; the text still has its padding and is not verified yet.
    pub fn open(&self, sealed: &[u8]) -> Result<String, OpenError> {
        self.opening.open(sealed)
    }

    /// Opens a key that was wrapped to this one.
    pub fn unwrap<K: PrivateHalf>(&self, sealed: &[u8]) -> Result<K, OpenError> {
        self.opening.unwrap(sealed)
    }

    /// Seals a note to this key's own holder.
    pub fn seal_to_self(&self, text: &str, floor: usize) -> Result<Sealed, SealError> {
        sealed::seal(text, &[self.opening.recipient().any()], floor)
    }
}

impl FullKey<role::Person> {
    /// Seals what is sealed to this key to another key of the same person.
    pub fn reseal(&self, sealed: &[u8], to: &Self) -> Result<Result<Sealed, SealError>, OpenError> {
        let text = Zeroizing::new(self.open(sealed)?);
        Ok(sealed::seal(sealed::without_padding(&text)?, &[to.opening.recipient().any()], bucket::KEY_FLOOR))
    }

    /// Both public halves, tied together by this person.
    pub fn pair(&self) -> Pair {
        Pair::sign(self.halves(), self)
    }
}

impl<R: Role> Signer for FullKey<R> {
    fn verify_key(&self) -> VerifyKey<Author> {
        VerifyKey::assume(self.signing.verifying_key())
    }

    fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }
}

impl<R: Role> PrivateHalf for FullKey<R> {
    fn to_keyfile(&self) -> Zeroizing<String> {
        let signing = bech32::encode_upper::<Bech32>(SIGNING_PREFIX, self.signing.as_bytes()).unwrap_or_default();
        let signing = Zeroizing::new(signing);
        let identity = self.opening.identity.to_string();
        keyfile::text(R::NAME, &self.opening.recipient().to_string(), identity.expose_secret(), Some(&signing))
    }

    fn from_keyfile(text: &str) -> Result<Self, OpenError> {
        let line = text.lines().find_map(|line| line.strip_prefix(keyfile::SIGNING_COMMENT));
        let (prefix, seed) = bech32::decode(line.ok_or(OpenError::Malformed)?).map_err(|_| OpenError::Malformed)?;
        let seed: Zeroizing<Vec<u8>> = Zeroizing::new(seed);
        let seed: &[u8; 32] = seed.as_slice().try_into().map_err(|_| OpenError::Malformed)?;
        if prefix != SIGNING_PREFIX {
            return Err(OpenError::Malformed);
        }
        Ok(Self { opening: OpeningKey::from_keyfile(text)?, signing: SigningKey::from_bytes(seed) })
    }
}

/// A key file of ours says what its key is; a key in another's place (a database writer can move a sealed one) is
/// refused. One that `age-keygen` made says nothing, and is taken.
fn check_role<R: Role>(text: &str) -> Result<(), OpenError> {
    match text.lines().find_map(|line| line.strip_prefix("# signaalkluis ")) {
        Some(name) if name.strip_suffix(" key") != Some(R::NAME) => Err(OpenError::Malformed),
        _ => Ok(()),
    }
}

/// The identity in a key file.
fn read_identity(text: &str) -> Result<Identity, OpenError> {
    let line = text.lines().find(|line| !line.is_empty() && !line.starts_with('#'));
    line.and_then(|line| line.parse().ok()).ok_or(OpenError::Malformed)
}

/// Opens a sealed file with any age identity: an X25519 key here, a password in [`crate::password`].
pub(crate) fn open(identity: &impl age::Identity, sealed: &[u8]) -> Result<String, OpenError> {
    let sealed = Sealed::try_from(sealed.to_vec())?;
    // As large as the file: a buffer that had to grow would leave copies behind that nobody wipes.
    let mut text = Vec::with_capacity(sealed.bytes().len());
    let decryptor = age::Decryptor::new_buffered(sealed.bytes())?;
    let mut reader = decryptor.decrypt(std::iter::once(identity as &dyn age::Identity))?;
    reader.read_to_end(&mut text).map_err(|_| OpenError::Damaged)?;
    String::from_utf8(text).map_err(|_| OpenError::Malformed)
}

fn identity_from_seed(seed: &[u8; 32]) -> Identity {
    let text = bech32::encode_upper::<Bech32>(IDENTITY_PREFIX, seed).map(Zeroizing::new);
    text.ok().and_then(|text| text.parse().ok()).unwrap_or_else(Identity::generate)
}

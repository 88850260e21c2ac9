//! HKDF-SHA256 (RFC 5869) with our labels, and the one AEAD for what is not stored as age: cookies, sessions, receipts,
//! and in [`spool`] files that wait for minutes.

pub mod spool;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use rand::Rng;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes of an XChaCha20-Poly1305 nonce: long enough to be random each time.
const NONCE: usize = 24;

/// Derives `N` bytes from a secret for the purpose that `label` and `context` name.
pub fn derive<const N: usize>(secret: &[u8], label: &str, context: &[&[u8]]) -> Zeroizing<[u8; N]> {
    let tag = format!("signaalkluis/1/{label}\n");
    let mut info = vec![tag.as_bytes()];
    info.extend_from_slice(context);
    let mut output = Zeroizing::new([0; N]);
    // HKDF-SHA256 gives up to 8,160 bytes; we ask 32 at most, so the error cannot happen and the zeros never leave.
    let done = Hkdf::<Sha256>::new(None, secret).expand_multi_info(&info, output.as_mut_slice());
    debug_assert!(done.is_ok(), "HKDF was asked for more than 8,160 bytes");
    output
}

/// Seals with XChaCha20-Poly1305 under a random nonce, which stands in front.
pub fn seal(key: &[u8; 32], bound_to: &[u8], plaintext: &[u8], randomness: &mut impl Rng) -> Vec<u8> {
    let mut sealed = vec![0; NONCE];
    randomness.fill_bytes(&mut sealed);
    let nonce = XNonce::try_from(sealed.as_slice()).unwrap_or_default();
    let cipher = XChaCha20Poly1305::new(key.into());
    // Fails only beyond 256 GiB; a text without its ciphertext opens for nobody.
    if let Ok(ciphertext) = cipher.encrypt(&nonce, Payload { msg: plaintext, aad: bound_to }) {
        sealed.extend_from_slice(&ciphertext);
    }
    sealed
}

/// Opens what [`seal`] made; `None` for anything else.
pub fn open(key: &[u8; 32], bound_to: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, ciphertext) = sealed.split_at_checked(NONCE)?;
    let nonce = XNonce::try_from(nonce).ok()?;
    let cipher = XChaCha20Poly1305::new(key.into());
    cipher.decrypt(&nonce, Payload { msg: ciphertext, aad: bound_to }).ok().map(Zeroizing::new)
}

//! The sizes a stored age file can have, so that a size says next to nothing about the text.

/// Every size in bytes: 1 KiB doubling to 128 MiB.
pub const BUCKETS: [usize; 18] = {
    let mut sizes = [1 << 10; 18];
    let mut i = 1;
    while i < sizes.len() {
        sizes[i] = sizes[i - 1] * 2;
        i += 1;
    }
    sizes
};

/// Keys are all about as long as each other: the smallest bucket serves.
pub const KEY_FLOOR: usize = BUCKETS[0];

/// Items start at 4 KiB: nearly every message then looks like every other.
pub const ITEM_FLOOR: usize = BUCKETS[2];

/// Files start at 64 KiB: a page of text and a small picture look the same.
pub const FILE_FLOOR: usize = BUCKETS[6];

/// An age payload is a run of chunks of this many bytes of plaintext (age-encryption.org/v1, *Payload*) ...
const CHUNK: usize = 64 * 1024;
/// ... each with a Poly1305 tag.
const TAG: usize = 16;

/// Whether a file of this size can be one of ours.
pub fn is_bucket(size: usize) -> bool {
    BUCKETS.contains(&size)
}

/// How many bytes of plaintext fill `payload` bytes of ciphertext exactly; `None` where no number does (a last chunk
/// cannot be shorter than its tag).
fn plaintext_for(payload: usize) -> Option<usize> {
    let chunks = payload.div_ceil(CHUNK + TAG).max(1);
    let plaintext = payload.checked_sub(chunks * TAG)?;
    (plaintext.div_ceil(CHUNK).max(1) == chunks).then_some(plaintext)
}

/// The smallest bucket of at least `floor` that holds `text` bytes behind a header of `header` bytes (nonce included),
/// as the number of bytes of plaintext to write. `None`: too long for any bucket.
pub(crate) fn padded_length(header: usize, text: usize, floor: usize) -> Option<usize> {
    BUCKETS
        .iter()
        .filter(|bucket| **bucket >= floor)
        .filter_map(|bucket| plaintext_for(bucket.checked_sub(header)?))
        .find(|capacity| *capacity >= text)
}

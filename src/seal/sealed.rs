//! Plaintext into age files of bucket size, and the padding that gets them there.

use std::{cell::Cell, io::Write, rc::Rc};

use crate::{AnyRecipient, Digest, bucket};

/// An age file that is exactly one bucket long. That it opens, and says what it should, is for its reader to find out.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// SHA-256 of the file as stored: what chains and heads commit to, checkable without opening anything.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.0)
    }
}

impl TryFrom<Vec<u8>> for Sealed {
    type Error = OpenError;
    fn try_from(bytes: Vec<u8>) -> Result<Self, OpenError> {
        if bucket::is_bucket(bytes.len()) { Ok(Self(bytes)) } else { Err(OpenError::NotABucket { size: bytes.len() }) }
    }
}

impl std::fmt::Debug for Sealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

/// Why something could not be sealed. None of these depends on what the text says.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("the text is longer than the largest bucket holds")]
    TooLong,
    #[error("age refused to encrypt")]
    Age(#[from] age::EncryptError),
    #[error("writing to memory failed")]
    Memory(#[from] std::io::Error),
    #[error("the text could not be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// Why a sealed file did not open. The same for every holder of a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    #[error("a file of {size} bytes is no sealed file of ours: it was cut off or added to")]
    NotABucket { size: usize },
    #[error("the file is not sealed to this key")]
    NotForThisKey,
    #[error("the file was changed after it was sealed")]
    Damaged,
    #[error("the file asks for more work than a file of ours (log_n {required})")]
    TooMuchWork { required: u8 },
    #[error("the file opened, but what is in it is not of our format")]
    Malformed,
}

impl From<age::DecryptError> for OpenError {
    fn from(error: age::DecryptError) -> Self {
        match error {
            // The second is what age says of a wrong password.
            age::DecryptError::NoMatchingKeys | age::DecryptError::DecryptionFailed => Self::NotForThisKey,
            age::DecryptError::ExcessiveWork { required, .. } => Self::TooMuchWork { required },
            _ => Self::Damaged,
        }
    }
}

/// Seals text to every recipient at once, in the smallest bucket of at least `floor` bytes. A text that does not end
/// its last line gets the newline it lacks: the padding is a line of its own.
pub fn seal(text: &str, recipients: &[AnyRecipient<'_>], floor: usize) -> Result<Sealed, SealError> {
    let recipients = recipients.iter().map(|r| r.0 as &dyn age::Recipient);
    seal_with(age::Encryptor::with_recipients(recipients)?, text, floor)
}

/// Seals with an encryptor of the caller's (a password's, say). The age header's length varies (rage adds a random
/// "grease" stanza), so it is written first and counted, and the padding makes up the difference.
pub fn seal_with(encryptor: age::Encryptor, text: &str, floor: usize) -> Result<Sealed, SealError> {
    let written = Rc::new(Cell::new(0));
    let mut writer = encryptor.wrap_output(Counted { bytes: Vec::new(), written: Rc::clone(&written) })?;
    let line_end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    let text_length = text.len() + line_end.len();
    let room = text_length + SHORTEST_PADDING;
    let length = bucket::padded_length(written.get(), room, floor).ok_or(SealError::TooLong)?;
    writer.write_all(text.as_bytes())?;
    writer.write_all(line_end.as_bytes())?;
    write_padding(&mut writer, length - text_length)?;
    Ok(Sealed(writer.finish()?.bytes))
}

/// `#` and a newline.
const SHORTEST_PADDING: usize = 2;

/// Padding is one last line: `#`, spaces, newline. So the text stays readable after `age -d`, and where the text is an
/// age identity file the padding is an ordinary comment.
fn write_padding(writer: &mut impl Write, length: usize) -> std::io::Result<()> {
    const SPACES: [u8; 4096] = [b' '; 4096];
    writer.write_all(b"#")?;
    let mut left = length - SHORTEST_PADDING;
    while left > 0 {
        let now = left.min(SPACES.len());
        writer.write_all(&SPACES[..now])?;
        left -= now;
    }
    writer.write_all(b"\n")
}

/// The text without its padding line.
pub fn without_padding(text: &str) -> Result<&str, OpenError> {
    let body = text.strip_suffix('\n').ok_or(OpenError::Malformed)?;
    let start = body.rfind('\n').map_or(0, |at| at + 1);
    match body[start..].strip_prefix('#') {
        Some(spaces) if spaces.bytes().all(|b| b == b' ') => Ok(&text[..start]),
        _ => Err(OpenError::Malformed),
    }
}

/// A buffer that tells how much was written while somebody else holds it.
struct Counted {
    bytes: Vec<u8>,
    written: Rc<Cell<usize>>,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        self.written.set(self.bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

//! Takes out of a file what betrays device, place, author and edit history, and leaves what it shows. No crypto, no
//! clock (whoever has one may say in [`Limits`] when it is enough), no disk, no other crate of the house; nothing here
//! knows who sent the file.
//!
//! Every format is read by allow-list: what is needed to show the picture, text, film or sound is written again, the rest
//! is not. What cannot be told apart is refused, never passed on. `image` has the pictures, `media` what moves and
//! sounds, `office` the zipped documents, `pdf` the rest.
//!
//! What it cannot do: change what is shown (a face, a name in the text, a voice, deleted text that a tracked change
//! still shows), or the marks that encoding leaves in pixels and samples (quantisation tables, sensor noise, dots of a
//! printer, messages of a camera's own inside a stream that is neither H.264 nor H.265).

mod bytes;
mod found;
mod image;
mod kind;
mod limits;
mod media;
mod office;
mod output;
mod pdf;

use std::io::{self, Write};

pub use found::Removed;
pub use kind::Kind;
pub use limits::{KeepOn, Limits};

use found::Found;
use output::Output;

/// What came of a cleaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    pub kind: Kind,
    /// What was found and taken out: in order, each once. Empty for a file that was clean already.
    pub removed: Vec<Removed>,
}

/// Why a file cannot be cleaned. Carries nothing of the file.
#[derive(Debug, thiserror::Error)]
pub enum CleanError {
    /// No kind we know, or one that holds a codec or a construction that we do not.
    #[error("no kind of file that can be cleaned")]
    UnknownType,
    /// Cut off, malformed, or two things at once.
    #[error("the file is damaged")]
    Damaged,
    /// Longer than [`Limits::input`], a part too large to hold beside the rest, or cleaned much longer than it was.
    #[error("the file is too large")]
    TooLarge,
    /// More parts, or more to inflate and read, than [`Limits`] allows.
    #[error("the file asks for too much work")]
    TooMuchWork,
    /// [`Limits::keep_on`] said no.
    #[error("the file takes too long")]
    OutOfTime,
    /// Encrypted, or a document with macros.
    #[error("the file is protected")]
    Protected,
    /// The writer failed.
    #[error("the cleaned file could not be written")]
    Io(#[source] io::Error),
}

impl From<io::Error> for CleanError {
    /// A refusal that a reader or writer carried is what it was; any other error is the writer's.
    fn from(error: io::Error) -> Self {
        error.downcast().unwrap_or_else(Self::Io)
    }
}

type Result<T> = std::result::Result<T, CleanError>;

/// Writes the file to `out` without what betrays. On an error what was written so far is no file and is to be thrown
/// away. The input is changed on the way: that is why it is given away.
pub fn clean(mut input: Vec<u8>, out: &mut dyn Write, limits: &Limits) -> Result<Cleaned> {
    if input.len() > limits.input {
        return Err(CleanError::TooLarge);
    }
    let kind = Kind::recognise(&input).ok_or(CleanError::UnknownType)?;
    let mut found = Found::new(limits);
    let out = &mut Output::new(out, kind, input.len(), limits);
    match kind {
        Kind::Jpeg => image::jpeg::clean(&input, out, image::jpeg::Role::File, &mut found)?,
        Kind::Png => image::png::clean(&input, out, &mut found)?,
        Kind::WebP => image::webp::clean(&input, out, &mut found)?,
        Kind::Heic => image::heic::clean(&mut input, out, &mut found)?,
        Kind::Mp4 | Kind::Mov | Kind::M4a => media::movie::clean(&mut input, out, &mut found)?,
        Kind::Mp3 => media::mp3::clean(&mut input, out, &mut found)?,
        Kind::Pdf => pdf::clean(&input, out, limits, &mut found)?,
        Kind::Docx | Kind::Xlsx | Kind::Pptx => office::ooxml::clean(&input, kind, out, limits, &mut found)?,
        Kind::Odt | Kind::Ods => office::odf::clean(&input, out, limits, &mut found)?,
    }
    Ok(Cleaned { kind, removed: found.into_list() })
}

//! From the spool into the seal: cleaned where that is possible, as it came where the sender chose so.

use std::{
    collections::BTreeSet,
    io::{self, BufRead, BufReader, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use data_encoding::HEXLOWER;
use domain::{
    Attachment, FileId,
    attachment::{Condition, Removed},
};
use seal::{AnyRecipient, FileSealer, Recipient, SealError, SealedFile, role};
use store::{FileReader, FileWriter, Files, FilesError, Shelf};
use tokio_util::io::SyncIoBridge;
use web::Busy;

use crate::{Attachments, Held, Spooled};

/// Why a file could not be prepared; it is not kept.
#[derive(Debug, thiserror::Error)]
pub enum PrepareError {
    #[error("the storage is full")]
    Full,
    #[error("a file could not be sealed")]
    Seal(#[from] SealError),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error("a file could not be read or written")]
    Io(#[from] io::Error),
    #[error(transparent)]
    Busy(#[from] Busy),
}

/// What became of a file.
pub enum Prepared {
    /// Cleaned and sealed.
    Cleaned(Held),
    /// Sealed as it came, for its sender to say whether it may go along.
    Uncleaned(Held),
}

/// What is stored, under which id.
type Stored = (FileId, SealedFile);

/// Whoever a file is sealed to.
pub type Reader = Recipient<role::Reader>;

impl Attachments {
    /// Cleans a file and seals it to `to`, in turn.
    pub async fn prepare(&self, spooled: &Spooled, to: &[Reader]) -> Result<Prepared, PrepareError> {
        // Cleaned it may be three times as long, sealed a bucket more, and never less than the smallest.
        if !self.files.has_room(spooled.length.saturating_mul(4).max(64 * 1024)) {
            return Err(PrepareError::Full);
        }
        let hand = self.cleaning.enter().await?;
        let job = Job::new(&self.files, spooled, to).await?;
        // A file that breaks the cleaning is one that cannot be cleaned: its sender is asked, not told to try again.
        let cleaning = move || catch_unwind(AssertUnwindSafe(|| job.clean())).unwrap_or(Ok(None));
        let (cleaned, hand) = hand.blocking(cleaning).await?;
        if let Some((sealed, done)) = cleaned? {
            let soort = done.kind.extension().to_owned();
            // Several kinds of ours are one word to a reporter.
            let mut weggehaald: Vec<_> = done.removed.iter().map(|removed| removed_word(*removed)).collect();
            let mut said = BTreeSet::new();
            weggehaald.retain(|word| said.insert(*word));
            return Ok(Prepared::Cleaned(self.hold(spooled, sealed, soort, Condition::Clean, weggehaald)));
        }
        let job = Job::new(&self.files, spooled, to).await?;
        let (sealed, _hand) = hand.blocking(move || job.seal()).await?;
        Ok(Prepared::Uncleaned(self.hold(spooled, sealed?, ending(&spooled.name), Condition::Uncleaned, Vec::new())))
    }

    /// Seals a file as it came, beside its cleaned copy.
    pub async fn prepare_original(&self, spooled: &Spooled, to: &[Reader]) -> Result<Held, PrepareError> {
        let job = Job::new(&self.files, spooled, to).await?;
        let (sealed, _hand) = self.cleaning.enter().await?.blocking(move || job.seal()).await?;
        Ok(self.hold(spooled, sealed?, ending(&spooled.name), Condition::Original, Vec::new()))
    }

    fn hold(
        &self,
        spooled: &Spooled,
        (id, sealed): Stored,
        soort: String,
        toestand: Condition,
        weggehaald: Vec<Removed>,
    ) -> Held {
        self.files.count(sealed.size);
        Held {
            attachment: Attachment {
                bestand: id,
                naam: spooled.name.clone(),
                soort,
                grootte: sealed.length,
                sha256: sealed.digest.to_string(),
                toestand,
                weggehaald,
            },
            size: sealed.size,
            source: HEXLOWER.encode(&spooled.hash),
            asked: toestand == Condition::Uncleaned,
        }
    }
}

/// Bytes that tell whether a file can be of a kind that is cleaned.
const HEAD: usize = 4096;

/// Bytes of a file on their way into the seal.
const BUFFER: usize = 64 * 1024;

/// What cleaning one file may take. An honest one takes seconds; two that take forever would be all that are cleaned.
const LONGEST: Duration = Duration::from_secs(60);

/// The limits of a cleaning that begins now. How long something takes is no time of day: no clock is needed to know it.
fn limits() -> clean::Limits {
    let begun = Instant::now();
    clean::Limits { keep_on: clean::KeepOn::when(move || begun.elapsed() < LONGEST), ..clean::Limits::default() }
}

/// One file's way through a thread of its own.
struct Job {
    id: FileId,
    spool: derive::spool::Opener<SyncIoBridge<FileReader>>,
    length: u64,
    out: SyncIoBridge<FileWriter>,
    to: Vec<Reader>,
}

impl Job {
    async fn new(files: &Files, spooled: &Spooled, to: &[Reader]) -> Result<Self, FilesError> {
        let id = FileId::random(&mut rand::rng());
        let spool = SyncIoBridge::new(files.reader(Shelf::Spool, spooled.id).await?);
        let out = SyncIoBridge::new(files.writer(Shelf::Pending, id));
        Ok(Self { id, spool: spooled.key.opener(spool), length: spooled.length, out, to: to.to_vec() })
    }

    /// The cleaned file, sealed as it comes out of cleaning; `None` where it cannot be cleaned. What was written by then
    /// is dropped with its writer.
    fn clean(mut self) -> Result<Option<(Stored, clean::Cleaned)>, PrepareError> {
        let mut input = Vec::with_capacity(HEAD);
        self.spool.by_ref().take(HEAD as u64).read_to_end(&mut input)?;
        if !clean::Kind::may_begin(&input) {
            return Ok(None);
        }
        input.reserve_exact(usize::try_from(self.length).unwrap_or_default().saturating_sub(input.len()));
        self.spool.read_to_end(&mut input)?;
        let recipients: Vec<AnyRecipient<'_>> = self.to.iter().map(Recipient::any).collect();
        let mut sealer = FileSealer::new(self.out, &recipients)?;
        match clean::clean(input, &mut sealer, &limits()) {
            Ok(done) => Ok(Some(((self.id, close(sealer)?), done))),
            Err(clean::CleanError::Io(error)) => Err(error.into()),
            Err(_) => Ok(None),
        }
    }

    /// The file as it came, sealed as it is read. Through a buffer on the heap, which is wiped; `io::copy` has one on the
    /// stack, which stays with its thread.
    fn seal(self) -> Result<Stored, PrepareError> {
        let recipients: Vec<AnyRecipient<'_>> = self.to.iter().map(Recipient::any).collect();
        let mut sealer = FileSealer::new(self.out, &recipients)?;
        let mut spool = BufReader::with_capacity(BUFFER, self.spool);
        loop {
            let piece = spool.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            sealer.write_all(piece)?;
            let taken = piece.len();
            spool.consume(taken);
        }
        Ok((self.id, close(sealer)?))
    }
}

/// Ends the sealed file and waits until it is on disk.
fn close(sealer: FileSealer<SyncIoBridge<FileWriter>>) -> Result<SealedFile, PrepareError> {
    let (sealed, mut out) = sealer.finish()?;
    out.flush()?;
    out.shutdown()?;
    Ok(sealed)
}

/// Endings that an uncleaned file keeps: those that open in a viewer. A program would run under any other.
const HARMLESS: &[&str] = &[
    "txt", "csv", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "eml", "msg", "jpg",
    "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "mp3", "m4a", "wav", "ogg", "opus", "amr", "mp4",
    "mov", "avi", "mkv", "webm", "3gp", "zip", "7z", "rar",
];

/// The ending of a name, for a neutral name of a file whose type nobody looked at.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if HARMLESS.contains(&ending.as_str()) { ending } else { String::new() }
}

/// The domain's word for what was taken out.
const fn removed_word(removed: clean::Removed) -> Removed {
    match removed {
        clean::Removed::Place => Removed::Place,
        clean::Removed::Device => Removed::Device,
        clean::Removed::Author => Removed::Author,
        clean::Removed::Thumbnail => Removed::Preview,
        clean::Removed::Comments => Removed::Comments,
        clean::Removed::Dates | clean::Removed::History => Removed::History,
        clean::Removed::Attachments => Removed::Attachments,
        clean::Removed::Scripts | clean::Removed::Hidden | clean::Removed::OtherMetadata => Removed::Other,
    }
}

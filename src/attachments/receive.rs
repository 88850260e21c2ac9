//! A posted form with files (`multipart/form-data`, RFC 7578), as it comes in: fields into memory, files into the spool.

use std::time::Duration;

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::{
    HttpRequest,
    http::{
        StatusCode,
        header::{self, HeaderMap},
    },
    web::Payload,
};
use derive::spool::SpoolKey;
use domain::{FileId, attachment::file_name, field::Sentence};
use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};
use store::{Files, Shelf};
use tokio::{io::AsyncWriteExt, time::Instant};
use web::{Busy, Form, form::SUBSTITUTE, house_rules::SMALL, lane::Hand, server::MAX_BODY};

use crate::{Attachments, Limits, mib};

/// Parts that a form has at most.
const MOST_PARTS: usize = 450;

/// A sender gets this long for the next piece of this many bytes: who sends slower holds a place that others need.
const PATIENCE: Duration = Duration::from_secs(20);
const PIECE: usize = 64 * 1024;

/// And this long for all that is no file, however many pieces it comes in.
const TEXT_PATIENCE: Duration = Duration::from_secs(60);

/// Why a form could not be taken at all.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// Another content type than a form's.
    #[error("what came is no form")]
    NoForm,
    /// The line broke, or what came is no such form.
    #[error("the form broke off or is malformed")]
    Malformed,
    /// The same of a form with files.
    #[error("a form with files broke off or is malformed")]
    BrokenOff,
    /// The line is too slow, or stands still.
    #[error("the form came too slowly")]
    Slow,
    /// More text than a form may have.
    #[error("the form is too large")]
    TooLarge,
    /// More parts than a form with files may have, or far more files than a report may have.
    #[error("a form with files is too large")]
    FilesTooLarge,
    #[error("an upload could not be spooled")]
    Spool(#[source] std::io::Error),
    #[error(transparent)]
    Busy(#[from] Busy),
}

impl ReceiveError {
    /// The status that answers it.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NoForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Malformed | Self::BrokenOff => StatusCode::BAD_REQUEST,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge | Self::FilesTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Spool(_) | Self::Busy(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Whether the form was one with files: then the page that answers speaks of those.
    pub const fn has_files(&self) -> bool {
        matches!(self, Self::BrokenOff | Self::FilesTooLarge)
    }
}

/// Why one file was not taken; its name as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    Empty(String),
    TooLarge(String),
    /// One more file than a report may have.
    TooMany(String),
    /// More bytes than the files of a report may have together.
    TooMuch(String),
    /// The storage has no room.
    Full(String),
}

impl Refused {
    /// Said at the field, to who chose it.
    pub fn sentence(&self, limits: &Limits) -> Sentence {
        let (key, name, most) = match self {
            Self::Empty(name) => ("fault-file-empty", name, String::new()),
            Self::TooLarge(name) => ("fault-file-large", name, mib(limits.file)),
            Self::TooMany(name) => ("fault-file-many", name, limits.files.to_string()),
            Self::TooMuch(name) => ("fault-file-much", name, mib(limits.report)),
            Self::Full(name) => ("fault-file-full", name, String::new()),
        };
        Sentence::Key(key, vec![("name", name.clone()), ("most", most)])
    }
}

/// A form as it came in.
#[derive(Default)]
pub struct Received {
    pub fields: Vec<(String, String)>,
    pub files: Vec<Spooled>,
    pub refused: Vec<Refused>,
}

/// A file that is whole, under a key in memory. Dropping it removes it.
pub struct Spooled {
    pub name: String,
    pub length: u64,
    /// SHA-256 of the file: the same file chosen twice.
    pub hash: [u8; 32],
    pub(crate) id: FileId,
    pub(crate) key: SpoolKey,
    files: Files,
}

impl Drop for Spooled {
    fn drop(&mut self) {
        let (files, id) = (self.files.clone(), self.id);
        files.uncount(self.length);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                // What stays behind opens for nobody, and the sweep finds it.
                let _ = files.remove(Shelf::Spool, id).await;
            });
        }
    }
}

impl Attachments {
    /// Reads a form with files or without: a text browser may send either.
    pub async fn form(&self, request: &HttpRequest, payload: Payload) -> Result<Received, ReceiveError> {
        match content_type(request).as_str() {
            "application/x-www-form-urlencoded" => {
                let body = payload.to_bytes_limited(MAX_BODY).await.map_err(|_| ReceiveError::TooLarge)?;
                let body = body.map_err(|_| ReceiveError::Malformed)?;
                Ok(Received { fields: Form::decode(&body).into_fields(), ..Received::default() })
            }
            "multipart/form-data" => self.receive(request.headers(), payload).await,
            _ => Err(ReceiveError::NoForm),
        }
    }

    /// The fields that a form holds before its first file: of a form that is not taken, what was typed. Reads no file.
    pub async fn typed(&self, request: &HttpRequest, payload: Payload) -> Result<Vec<(String, String)>, ReceiveError> {
        if content_type(request) != "multipart/form-data" {
            return self.form(request, payload).await.map(|received| received.fields);
        }
        let mut form = Multipart::new(request.headers(), payload);
        let (mut text, mut fields) = (Text { bytes: 0, left: TEXT_PATIENCE }, Vec::new());
        while let Some(mut field) = text.in_time(form.try_next()).await? {
            let is_file = field.content_disposition().is_some_and(|d| d.get_filename().is_some());
            if is_file || fields.len() >= MOST_PARTS {
                break;
            }
            let name = field.name().unwrap_or_default().to_owned();
            fields.push((name, text.read(&mut field).await?));
        }
        Ok(fields)
    }

    /// Reads a whole form. What a file is refused for stands in [`Received::refused`]; the rest of the form is read all
    /// the same, so that nothing typed is lost.
    async fn receive(&self, headers: &HeaderMap, payload: Payload) -> Result<Received, ReceiveError> {
        let mut form = Multipart::new(headers, payload);
        let mut received = Received::default();
        let (mut text, mut read, mut parts) = (Text { bytes: 0, left: TEXT_PATIENCE }, 0, 0);
        // Taken at the first byte of a file: a form without one waits for nobody.
        let mut hand = None;
        while let Some(mut field) = text.in_time(form.try_next()).await? {
            parts += 1;
            if parts > MOST_PARTS {
                return Err(ReceiveError::FilesTooLarge);
            }
            let typed = field.content_disposition().and_then(|d| d.get_filename()).map(str::to_owned);
            match typed {
                Some(typed) => self.take_file(&mut field, &typed, &mut received, &mut read, &mut hand).await?,
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    received.fields.push((name, text.read(&mut field).await?));
                    // Much text holds memory as a file's buffers do.
                    if text.bytes > SMALL && hand.is_none() {
                        hand = Some(self.receiving.enter().await?);
                    }
                }
            }
        }
        Ok(received)
    }

    /// One file part: spooled, or read to its end and refused.
    async fn take_file(
        &self,
        field: &mut Field,
        typed: &str,
        received: &mut Received,
        read: &mut u64,
        hand: &mut Option<Hand>,
    ) -> Result<(), ReceiveError> {
        let name = file_name(typed);
        let mut upload = Upload::new(&self.files);
        let mut refused = None;
        loop {
            let bytes = next_piece(field).await?;
            // A field that ended must not be asked again.
            let ended = bytes.len() < PIECE;
            if bytes.is_empty() {
                break;
            }
            if hand.is_none() {
                *hand = Some(self.receiving.enter().await?);
            }
            *read += bytes.len() as u64;
            // Far past what a report may have nobody reads on, whatever else the form holds.
            if *read > 4 * self.limits.report {
                return Err(ReceiveError::FilesTooLarge);
            }
            if refused.is_none() {
                refused = self.refusal(received, &name, upload.length + bytes.len() as u64);
            }
            if refused.is_none() {
                upload.write(&bytes).await.map_err(ReceiveError::Spool)?;
            }
            if ended {
                break;
            }
        }
        match refused {
            // As many as anybody reads.
            Some(refused) if received.refused.len() < self.limits.files => received.refused.push(refused),
            Some(_) => {}
            // A form without a chosen file sends one part without name and bytes.
            None if upload.length == 0 && typed.is_empty() => {}
            None if upload.length == 0 && received.refused.len() < self.limits.files => {
                received.refused.push(Refused::Empty(name));
            }
            None if upload.length == 0 => {}
            None => received.files.push(upload.finish(name).await.map_err(ReceiveError::Spool)?),
        }
        Ok(())
    }

    fn refusal(&self, received: &Received, name: &str, length: u64) -> Option<Refused> {
        let name = || name.to_owned();
        let taken: u64 = received.files.iter().map(|file| file.length).sum();
        if received.files.len() >= self.limits.files {
            Some(Refused::TooMany(name()))
        } else if length > self.limits.file {
            Some(Refused::TooLarge(name()))
        } else if taken + length > self.limits.report {
            Some(Refused::TooMuch(name()))
        } else if !self.files.has_room(length) {
            Some(Refused::Full(name()))
        } else {
            None
        }
    }
}

/// Waits as long as a sender gets.
async fn in_time<T>(next: impl Future<Output = Result<T, MultipartError>>) -> Result<T, ReceiveError> {
    let came = tokio::time::timeout(PATIENCE, next).await.map_err(|_| ReceiveError::Slow)?;
    came.map_err(|_| ReceiveError::BrokenOff)
}

/// The next piece of a file; only the last is shorter than the others.
async fn next_piece(field: &mut Field) -> Result<Vec<u8>, ReceiveError> {
    in_time(async {
        let mut piece = Vec::with_capacity(PIECE);
        while piece.len() < PIECE {
            match field.try_next().await? {
                Some(bytes) => piece.extend_from_slice(&bytes),
                None => break,
            }
        }
        Ok(piece)
    })
    .await
}

/// What a request's body is, without parameters.
fn content_type(request: &HttpRequest) -> String {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase()
}

/// What a form may still hold, and take, that is no file.
struct Text {
    bytes: usize,
    left: Duration,
}

impl Text {
    async fn in_time<T>(&mut self, next: impl Future<Output = Result<T, MultipartError>>) -> Result<T, ReceiveError> {
        let began = Instant::now();
        let came = tokio::time::timeout(self.left, next).await.map_err(|_| ReceiveError::Slow)?;
        self.left = self.left.saturating_sub(began.elapsed());
        came.map_err(|_| ReceiveError::BrokenOff)
    }

    /// A text field, strict as [`web::Form`] is.
    async fn read(&mut self, field: &mut Field) -> Result<String, ReceiveError> {
        let mut bytes = Vec::new();
        while let Some(more) = self.in_time(field.try_next()).await? {
            self.bytes += more.len();
            if self.bytes > MAX_BODY {
                return Err(ReceiveError::TooLarge);
            }
            bytes.extend_from_slice(&more);
        }
        Ok(String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).replace('\u{fffd}', SUBSTITUTE)))
    }
}

/// A file that is coming in. Dropped before its end it leaves nothing.
struct Upload {
    files: Files,
    id: FileId,
    key: SpoolKey,
    sealer: derive::spool::Sealer,
    /// Made at the first byte: most forms come without a file.
    writer: Option<store::FileWriter>,
    hash: Sha256,
    length: u64,
    /// What the storage counts of it, until somebody else answers for that.
    counted: u64,
}

impl Drop for Upload {
    fn drop(&mut self) {
        self.files.uncount(self.counted);
    }
}

impl Upload {
    fn new(files: &Files) -> Self {
        let (id, key) = (FileId::random(&mut rand::rng()), SpoolKey::random(&mut rand::rng()));
        let sealer = key.sealer();
        Self { files: files.clone(), id, key, sealer, writer: None, hash: Sha256::new(), length: 0, counted: 0 }
    }

    async fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.length += bytes.len() as u64;
        self.counted += bytes.len() as u64;
        self.files.count(bytes.len() as u64);
        self.hash.update(bytes);
        let sealed = self.sealer.push(bytes)?;
        let writer = self.writer.get_or_insert_with(|| self.files.writer(Shelf::Spool, self.id));
        writer.write_all(&sealed).await
    }

    async fn finish(mut self, name: String) -> std::io::Result<Spooled> {
        let mut writer = self.writer.take().unwrap_or_else(|| self.files.writer(Shelf::Spool, self.id));
        let sealer = std::mem::replace(&mut self.sealer, self.key.sealer());
        writer.write_all(&sealer.finish()?).await?;
        writer.shutdown().await?;
        self.counted = 0;
        let (files, id, length) = (self.files.clone(), self.id, self.length);
        let key = std::mem::replace(&mut self.key, SpoolKey::random(&mut rand::rng()));
        Ok(Spooled { name, length, hash: self.hash.clone().finalize().into(), id, key, files })
    }
}

//! A kept file out again: first held against the digest that its item lists, then opened as it is read.

use std::{
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use actix_web::{
    HttpResponse, HttpResponseBuilder,
    http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue},
};
use bytes::Bytes;
use domain::Attachment;
use futures_util::{Stream, stream};
use sha2::{Digest, Sha256};
use store::{FilesError, Shelf};
use tokio::{runtime::Handle, sync::mpsc, time::Instant};
use tokio_util::io::SyncIoBridge;
use web::Busy;

use crate::Attachments;

/// Why a file is not given.
#[derive(Debug, thiserror::Error)]
pub enum DownloadError {
    /// It is gone, or what stands there is not what was sent.
    #[error("the stored file is gone or was changed")]
    Damaged,
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error("the stored file could not be read")]
    Io(#[from] io::Error),
    #[error(transparent)]
    Busy(#[from] Busy),
}

/// Bytes that one step of a download holds.
const STEP: usize = 64 * 1024;

impl Attachments {
    /// Streams a file through `open`, which has the key (and is given the length). The stream ends with an error, and the
    /// download with a broken connection, if the file breaks on the way.
    pub async fn download<R: Read>(
        &self,
        file: &Attachment,
        open: impl FnOnce(Box<dyn Read + Send>, u64) -> Option<R> + Send + 'static,
    ) -> Result<impl Stream<Item = io::Result<Bytes>> + 'static, DownloadError> {
        let hand = self.reading.enter().await?;
        let missing = |error| if matches!(error, FilesError::Missing) { DownloadError::Damaged } else { error.into() };
        let stored = SyncIoBridge::new(self.files.reader(Shelf::Kept, file.bestand).await.map_err(missing)?);
        let (digest, hand) = hand.blocking(move || digest(stored)).await?;
        if data_encoding::HEXLOWER.encode(&digest?) != file.sha256 {
            return Err(DownloadError::Damaged);
        }
        let stored = SyncIoBridge::new(self.files.reader(Shelf::Kept, file.bestand).await.map_err(missing)?);
        let (sender, receiver) = mpsc::channel(2);
        let whole = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&whole);
        let length = file.grootte;
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || {
            let _hand = hand;
            let opened = open(Box::new(stored), length).ok_or_else(|| io::Error::from(io::ErrorKind::InvalidData));
            ended.store(opened.and_then(|plain| pour(plain, &sender, &runtime)).is_ok(), Ordering::Release);
        });
        // Whoever reads on late still gets what stands in the channel, and then the end or that it broke off.
        Ok(stream::unfold(Some(receiver), move |receiver| {
            let whole = Arc::clone(&whole);
            async move {
                let mut receiver = receiver?;
                match receiver.recv().await {
                    Some(step) => Some((Ok(step), Some(receiver))),
                    None if whole.load(Ordering::Acquire) => None,
                    None => Some((Err(io::ErrorKind::UnexpectedEof.into()), None)),
                }
            }
        }))
    }
}

/// The head of an answer that is a download under this name and nothing else: never shown in a page.
pub fn answer(name: &str) -> HttpResponseBuilder {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._ ".contains(&b));
    let name = if plain {
        DispositionParam::Filename(name.to_owned())
    } else {
        let (charset, value) = (Charset::Ext("UTF-8".into()), name.as_bytes().to_vec());
        DispositionParam::FilenameExt(ExtendedValue { charset, language_tag: None, value })
    };
    let parameters = vec![name];
    let mut answer = HttpResponse::Ok();
    answer
        .content_type("application/octet-stream")
        .insert_header(ContentDisposition { disposition: DispositionType::Attachment, parameters });
    answer
}

fn digest(mut stored: impl Read) -> io::Result<[u8; 32]> {
    let (mut hash, mut step) = (Sha256::new(), vec![0; STEP]);
    loop {
        let read = stored.read(&mut step)?;
        if read == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(&step[..read]);
    }
}

/// Who does not read on for this long, or is not done after this long, holds a thread that others need.
const PATIENCE: Duration = Duration::from_secs(10);
const LONGEST: Duration = Duration::from_secs(15 * 60);

fn pour(mut plain: impl Read, sender: &mpsc::Sender<Bytes>, runtime: &Handle) -> io::Result<()> {
    let end = Instant::now() + LONGEST;
    loop {
        let mut step = Vec::with_capacity(STEP);
        plain.by_ref().take(STEP as u64).read_to_end(&mut step)?;
        if step.is_empty() {
            return Ok(());
        }
        let sent = runtime.block_on(async { tokio::time::timeout(PATIENCE, sender.send(step.into())).await });
        if !matches!(sent, Ok(Ok(()))) || Instant::now() > end {
            return Err(io::ErrorKind::TimedOut.into());
        }
    }
}

//! Sealed files, in a folder, behind the interface of an object store. Three shelves:
//!
//! - *spool*: uploads that still come in or wait to be cleaned, under keys that exist in memory only: minutes;
//! - *pending*: sealed to their signal, and not sent yet: what is never sent is swept within the hour;
//! - *kept*: what came with a signal. A sweep only names those of the last day, for whoever knows whether a signal lists
//!   them.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

use chrono::{DateTime, Utc};
use domain::FileId;
use futures_util::TryStreamExt;
use object_store::{
    ObjectMeta, ObjectStore, ObjectStoreExt,
    buffered::{BufReader, BufWriter},
    local::LocalFileSystem,
    path::Path as Key,
};
use rand::{Rng, seq::SliceRandom};

/// Why the storage did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    #[error("storage.url must begin with file:// and name a folder (an object store comes later)")]
    Address,
    #[error("the folder of storage.url cannot be used")]
    Folder(#[source] std::io::Error),
    #[error("{folder}: everybody on this machine may look into it; chmod o-rwx it", folder = folder.display())]
    Open { folder: PathBuf },
    #[error("a file or its time could not be written anew")]
    Rewrite(#[source] std::io::Error),
    /// What kind of failure, and not of which file: a log may hold this.
    #[error("the storage did not do it: {0}")]
    Storage(&'static str),
    #[error("the file is not there")]
    Missing,
}

impl From<object_store::Error> for FilesError {
    fn from(error: object_store::Error) -> Self {
        use object_store::Error::{AlreadyExists, NotFound, PermissionDenied};
        match error {
            NotFound { .. } => Self::Missing,
            AlreadyExists { .. } => Self::Storage("it is there already"),
            PermissionDenied { .. } => Self::Storage("permission denied"),
            _ => Self::Storage("it could not be read or written"),
        }
    }
}

/// Where a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    Spool,
    Pending,
    Kept,
}

impl Shelf {
    const fn folder(self) -> &'static str {
        match self {
            Self::Spool => "spool",
            Self::Pending => "pending",
            Self::Kept => "kept",
        }
    }

    /// How long a file may stand there untouched; `None`: for good.
    const fn life(self) -> Option<Duration> {
        match self {
            // Longer than an upload may take.
            Self::Spool => Some(Duration::from_secs(20 * 60)),
            // With a sweep every five minutes this stays within the hour.
            Self::Pending => Some(Duration::from_secs(54 * 60)),
            Self::Kept => None,
        }
    }

    fn key(self, id: FileId) -> Key {
        Key::from_iter([self.folder(), &id.to_string()])
    }
}

/// A shelf has the mode of the folder around it: what one program puts there, the other may move.
fn make_shelf(folder: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if !folder.exists() {
        std::fs::create_dir_all(folder)?;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode & 0o7777))?;
    }
    Ok(())
}

/// A time that [`Files::rewrite`] gave.
fn is_midnight(time: DateTime<Utc>) -> bool {
    time.timestamp().rem_euclid(24 * 3600) == 0 && time.timestamp_subsec_nanos() == 0
}

/// Copies a file and puts the copy in its place.
fn write_anew(file: &Path, midnight: SystemTime) -> std::io::Result<()> {
    // A name that the storage takes for an unfinished upload, and no listing shows.
    let mut copy = file.as_os_str().to_owned();
    copy.push("#1");
    let copy = PathBuf::from(copy);
    std::fs::copy(file, &copy)?;
    let written = std::fs::File::options().write(true).open(&copy)?;
    written.set_modified(midnight)?;
    written.sync_all()?;
    std::fs::rename(&copy, file)
}

/// Age after which no form can send a file any more; and past which a kept one is nobody's to take away, whatever the
/// database says.
const UNCLAIMED: Duration = Duration::from_secs(54 * 60);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Bytes that one writer or reader holds at most.
const BUFFER: usize = 1024 * 1024;

/// The storage. Cheap to clone; clones share what they count.
#[derive(Clone)]
pub struct Files {
    store: Arc<LocalFileSystem>,
    root: PathBuf,
    /// Bytes that stand there, and those of them that are not sent yet.
    used: Arc<AtomicU64>,
    passing: Arc<AtomicU64>,
    limit: u64,
}

/// What is not sent yet may take this part of the storage: who uploads and never sends cannot fill it.
pub const PASSING_PART: u64 = 8;

impl Files {
    /// Opens the folder of `file://PATH`. Where it is missing it is made for its owner alone; one that is there may belong
    /// to a group (portal and desk under two users), never to everybody. `limit` is the number of bytes that may stand
    /// there.
    pub fn open(url: &str, limit: u64) -> Result<Self, FilesError> {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        let root = url.strip_prefix("file://").filter(|path| !path.is_empty()).ok_or(FilesError::Address)?;
        let make = || {
            std::fs::DirBuilder::new().recursive(true).mode(0o700).create(root)?;
            Ok((Path::new(root).canonicalize()?, std::fs::metadata(root)?.permissions().mode()))
        };
        let (root, mode) = make().map_err(FilesError::Folder)?;
        if mode & 0o007 != 0 {
            return Err(FilesError::Open { folder: root });
        }
        for shelf in [Shelf::Spool, Shelf::Pending, Shelf::Kept] {
            make_shelf(&root.join(shelf.folder()), mode).map_err(FilesError::Folder)?;
        }
        let store = Arc::new(LocalFileSystem::new_with_prefix(&root)?.with_fsync(true));
        Ok(Self { store, root, used: Arc::default(), passing: Arc::default(), limit })
    }

    /// Whether the folder is there and can be read.
    pub async fn ping(&self) -> Result<(), FilesError> {
        for shelf in [Shelf::Spool, Shelf::Pending, Shelf::Kept] {
            let folder = self.root.join(shelf.folder());
            drop(tokio::fs::read_dir(folder).await.map_err(FilesError::Folder)?);
        }
        Ok(())
    }

    /// Whether this many bytes more may come.
    pub fn has_room(&self, bytes: u64) -> bool {
        let fits = |counted: &AtomicU64, limit| counted.load(Ordering::Relaxed).saturating_add(bytes) <= limit;
        fits(&self.used, self.limit) && fits(&self.passing, self.limit / PASSING_PART)
    }

    /// Whether what is not sent yet takes more than half of what it may take.
    pub fn is_crowded(&self) -> bool {
        self.passing.load(Ordering::Relaxed) > self.limit / PASSING_PART / 2
    }

    /// Counts bytes that were written since the last [`sweep`](Self::sweep) counted everything.
    pub fn count(&self, bytes: u64) {
        self.used.fetch_add(bytes, Ordering::Relaxed);
        self.passing.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Takes back what was counted: it is gone.
    pub fn uncount(&self, bytes: u64) {
        for counted in [&self.used, &self.passing] {
            counted.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |now| Some(now.saturating_sub(bytes))).ok();
        }
    }

    /// A new file, on disk once it is shut down; dropped before, it leaves nothing that has its name.
    pub fn writer(&self, shelf: Shelf, id: FileId) -> BufWriter {
        BufWriter::with_capacity(self.store.clone(), shelf.key(id), BUFFER).with_max_concurrency(1)
    }

    pub async fn reader(&self, shelf: Shelf, id: FileId) -> Result<BufReader, FilesError> {
        let meta = self.meta(shelf, id).await?.ok_or(FilesError::Missing)?;
        Ok(BufReader::with_capacity(self.store.clone(), &meta, BUFFER))
    }

    async fn meta(&self, shelf: Shelf, id: FileId) -> Result<Option<ObjectMeta>, FilesError> {
        match self.store.head(&shelf.key(id)).await {
            Ok(meta) => Ok(Some(meta)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes a file away. One that is gone already is no error.
    pub async fn remove(&self, shelf: Shelf, id: FileId) -> Result<(), FilesError> {
        self.gone(&shelf.key(id)).await
    }

    async fn gone(&self, key: &Key) -> Result<(), FilesError> {
        match self.store.delete(key).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Starts a file's life on its shelf anew. One that is gone stays gone: whoever sends it finds out.
    pub async fn touch(&self, shelf: Shelf, id: FileId, now: SystemTime) -> Result<(), FilesError> {
        let file = self.root.join(shelf.key(id).as_ref());
        let touched = tokio::task::spawn_blocking(move || match std::fs::File::options().write(true).open(&file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
            file => file?.set_modified(now),
        });
        touched.await.unwrap_or_else(|error| Err(std::io::Error::other(error))).map_err(FilesError::Rewrite)
    }

    /// Moves a pending file to those that are kept, for a signal that is about to be stored. A file that was kept before
    /// (the same form, sent again) is fine.
    pub async fn keep(&self, id: FileId) -> Result<(), FilesError> {
        match self.store.rename(&Shelf::Pending.key(id), &Shelf::Kept.key(id)).await {
            Ok(()) => Ok(()),
            Err(object_store::Error::NotFound { .. }) => match self.meta(Shelf::Kept, id).await? {
                Some(_) => Ok(()),
                None => Err(FilesError::Missing),
            },
            Err(error) => Err(error.into()),
        }
    }

    /// Removes what was never sent and is over its time at `now`, and counts what stands there. Gives the kept files that
    /// came today and are older than any form may be: those that no item lists were moved for one that was not stored.
    pub async fn sweep(&self, now: SystemTime) -> Result<Vec<FileId>, FilesError> {
        self.sweep_leftovers(now).await?;
        let (mut used, mut passing, mut unclaimed) = (0, 0, Vec::new());
        for shelf in [Shelf::Spool, Shelf::Pending, Shelf::Kept] {
            for meta in self.list(shelf).await? {
                let age = now.duration_since(meta.last_modified.into()).unwrap_or_default();
                if shelf.life().is_some_and(|life| age > life) {
                    self.gone(&meta.location).await?;
                    continue;
                }
                used += meta.size;
                passing += if shelf == Shelf::Kept { 0 } else { meta.size };
                if shelf == Shelf::Kept && (UNCLAIMED..DAY).contains(&age) && !is_midnight(meta.last_modified) {
                    unclaimed.extend(meta.location.filename().and_then(FileId::parse));
                }
            }
        }
        self.used.store(used, Ordering::Relaxed);
        self.passing.store(passing, Ordering::Relaxed);
        Ok(unclaimed)
    }

    /// Removes what a crash left in the middle of a write: no listing shows it.
    async fn sweep_leftovers(&self, now: SystemTime) -> Result<(), FilesError> {
        let root = self.root.clone();
        let swept = tokio::task::spawn_blocking(move || {
            for shelf in [Shelf::Spool, Shelf::Pending, Shelf::Kept] {
                for entry in std::fs::read_dir(root.join(shelf.folder()))?.flatten() {
                    let age = entry.metadata().and_then(|file| file.modified()).map(|at| now.duration_since(at));
                    let old = matches!(age, Ok(Ok(age)) if age > UNCLAIMED);
                    if old && entry.file_name().to_string_lossy().contains('#') {
                        std::fs::remove_file(entry.path())?;
                    }
                }
            }
            Ok(())
        });
        swept.await.unwrap_or_else(|error| Err(std::io::Error::other(error))).map_err(FilesError::Folder)
    }

    /// Every file that came with a signal.
    pub async fn kept(&self) -> Result<Vec<FileId>, FilesError> {
        let files = self.list(Shelf::Kept).await?;
        Ok(files.iter().filter_map(|meta| FileId::parse(meta.location.filename()?)).collect())
    }

    async fn list(&self, shelf: Shelf) -> Result<Vec<ObjectMeta>, FilesError> {
        Ok(self.store.list(Some(&Key::from(shelf.folder()))).try_collect().await?)
    }

    /// Kept files that came since the last [`rewrite`](Self::rewrite).
    pub async fn fresh(&self) -> Result<Vec<FileId>, FilesError> {
        let files = self.list(Shelf::Kept).await?;
        let fresh = files.iter().filter(|meta| !is_midnight(meta.last_modified));
        Ok(fresh.filter_map(|meta| FileId::parse(meta.location.filename()?)).collect())
    }

    /// Writes these kept files anew, in random order, and gives each the time of `midnight`: afterwards neither the folder's
    /// order nor a file's time tells when it came. For files that a signal lists: no sweep looks at them again.
    pub async fn rewrite(
        &self,
        mut files: Vec<FileId>,
        midnight: SystemTime,
        randomness: &mut impl Rng,
    ) -> Result<(), FilesError> {
        files.shuffle(randomness);
        for id in files {
            let file = self.root.join(Shelf::Kept.key(id).as_ref());
            let written = tokio::task::spawn_blocking(move || write_anew(&file, midnight)).await;
            match written.unwrap_or_else(|error| Err(std::io::Error::other(error))) {
                // Taken away meanwhile.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                written => written.map_err(FilesError::Rewrite)?,
            }
        }
        Ok(())
    }
}

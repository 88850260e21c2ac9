//! Files that only their owner may read.

use std::{
    fs,
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
};

use crate::failure::Failure;

/// Makes a folder of mode 0700; one that exists stays as it is.
pub fn make_private_dir(path: &Path) -> Result<(), Failure> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(Failure::file(path))
}

/// Writes a file of mode 0600, synced. What was there is replaced.
pub fn write_private(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let write = || {
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
        file.write_all(content)?;
        file.sync_all()
    };
    write().map_err(Failure::file(path))
}

/// The folder of sealed files in an installation that keeps everything in one folder.
pub const FILES: &str = "files";

/// The address of the SQLite file in a folder.
pub fn sqlite_url(dir: &Path) -> Result<String, Failure> {
    Ok(format!("sqlite://{}", inside(dir, "signaalkluis.db")?))
}

/// The address of the sealed files in a folder.
pub fn files_url(dir: &Path) -> Result<String, Failure> {
    Ok(format!("file://{}", inside(dir, FILES)?))
}

fn inside(dir: &Path, name: &str) -> Result<String, Failure> {
    let path = fs::canonicalize(dir).map_err(Failure::file(dir))?.join(name);
    let text = path.to_str().ok_or_else(|| Failure::refused("the folder's name must be readable text (UTF-8)"))?;
    Ok(text.to_owned())
}

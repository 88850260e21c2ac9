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

/// The address of the SQLite file in a folder.
pub fn sqlite_url(dir: &Path) -> Result<String, Failure> {
    let dir = fs::canonicalize(dir).map_err(Failure::file(dir))?;
    let path = dir.join("signaalkluis.db");
    let text = path.to_str().ok_or_else(|| Failure::refused("the folder's name must be readable text (UTF-8)"))?;
    Ok(format!("sqlite://{text}"))
}

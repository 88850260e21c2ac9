//! Why a command failed: one plain sentence each, with what to do.

use std::path::PathBuf;

use store::{FilesError, StoreError};
use web::{ServeError, settings::ConfigError};

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("storage: {0}")]
    Files(#[from] FilesError),
    #[error(transparent)]
    Serve(#[from] ServeError),
    #[error("{path}: {source}", path = path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("no free port on this machine: {0}")]
    NoPort(std::io::Error),
    #[error("the process could not protect its memory: {0}")]
    Process(std::io::Error),
    #[error("the programs stopped: {0}")]
    Stopped(std::io::Error),
    #[error("{0}")]
    Refused(String),
    #[error("not everything was destroyed: {}", web::telemetry::cause(.0))]
    Destruction(#[from] desk::destruction::DestructionError),
    #[error("mail: {}", web::telemetry::cause(.0))]
    Post(#[from] post::outbox::PostError),
    #[error("sealing failed: {0}")]
    Seal(#[from] seal::SealError),
    #[error("writing JSON failed: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// An error about one file.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    pub fn refused(why: impl Into<String>) -> Self {
        Self::Refused(why.into())
    }
}

//! How a mail leaves, and what is known of it afterwards.

use std::path::PathBuf;

use domain::mail::Why;

use crate::{letter::Address, smtp::Server};

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    Done,
    /// Surely not delivered: try again.
    Later(Why),
    /// Surely not delivered, and it never will be.
    Refused,
    /// The line broke while the mail was on it: perhaps delivered, and not sent again.
    Unknown,
    /// Another desk has it: nothing was sent here.
    Given,
}

/// Where mails go. No `Debug`: a mail server's password is in it.
#[derive(Clone)]
pub enum Transport {
    Smtp(Box<Server>),
    /// One `.eml` a mail: for trying out, and where another program takes them on.
    Folder(PathBuf),
    /// Nobody is mailed.
    Blackhole,
}

impl Transport {
    /// Whether a mail would leave now, without sending one.
    pub async fn probe(&self) -> Result<(), Why> {
        match self {
            Self::Smtp(server) => server.probe().await,
            Self::Folder(folder) => tokio::fs::create_dir_all(folder).await.map_err(|_| Why::Folder),
            Self::Blackhole => Ok(()),
        }
    }

    /// Hands one mail over; see [`Server::send`] for `about_to`. `name` is that of the file, where it becomes one.
    pub async fn send(
        &self,
        from: &Address,
        to: &Address,
        name: &str,
        mail: &[u8],
        about_to: impl AsyncFnOnce() -> bool,
    ) -> Delivery {
        match self {
            Self::Smtp(server) => server.send(from, to, mail, about_to).await,
            Self::Blackhole => {
                if about_to().await {
                    Delivery::Done
                } else {
                    Delivery::Given
                }
            }
            Self::Folder(folder) => {
                // The same mail has the same file: written twice it is one.
                let (unfinished, file) = (folder.join(format!(".{name}")), folder.join(format!("{name}.eml")));
                let written = async {
                    tokio::fs::create_dir_all(folder).await?;
                    tokio::fs::write(&unfinished, mail).await
                };
                if let Err(error) = written.await {
                    tracing::warn!("{}: {error}", folder.display());
                    return Delivery::Later(Why::Folder);
                }
                if !about_to().await {
                    let _ = tokio::fs::remove_file(&unfinished).await;
                    return Delivery::Given;
                }
                match tokio::fs::rename(&unfinished, &file).await {
                    Ok(()) => Delivery::Done,
                    Err(error) => {
                        tracing::warn!("{}: {error}", file.display());
                        Delivery::Later(Why::Folder)
                    }
                }
            }
        }
    }
}

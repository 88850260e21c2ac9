//! Section `mail` of the configuration.

use std::{path::Path, sync::Arc};

use chrono::NaiveTime;
use domain::Clock;
use serde::Deserialize;
use store::Store;

use crate::{
    letter::Address,
    outbox::Outbox,
    smtp::{PATIENCE, Security, Server},
    transport::Transport,
};

/// Section `mail`, as written. No `Debug`: it holds a password.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// smtp, file or blackhole.
    pub transport: String,
    /// Of `file`: where mails are put, one `.eml` each.
    pub folder: String,
    pub host: String,
    pub port: u16,
    /// starttls, tls, or none (this machine itself only).
    pub security: String,
    /// A file with the certificate of an authority of one's own (PEM); empty for the public ones.
    pub authority: String,
    /// With a password: log in at the mail server. Empty: do not.
    pub user: String,
    pub password: String,
    /// A file with a certificate, and one with its key (PEM), where the mail server asks who we are.
    pub certificate: String,
    pub key: String,
    pub from: String,
    /// Dutch time, as 07:30.
    pub daily_at: String,
}

/// A setting that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {why}")]
pub struct BadMail {
    pub key: &'static str,
    pub why: String,
}

/// The section, checked.
#[derive(Clone)]
pub struct Post {
    pub transport: Transport,
    /// `None`: nobody is mailed.
    pub from: Option<Address>,
    /// The hour of the daily mail, Dutch time.
    pub daily_at: NaiveTime,
}

impl Post {
    /// Where mails wait in a database; `None`: nobody is mailed.
    pub fn outbox(&self, store: &Store, clock: &Arc<dyn Clock>) -> Option<Outbox> {
        let from = self.from.clone().filter(|_| !matches!(self.transport, Transport::Blackhole))?;
        Some(Outbox { store: store.clone(), transport: self.transport.clone(), from, clock: Arc::clone(clock) })
    }
}

impl MailSettings {
    /// Makes relative paths count from a folder: that of the configuration.
    pub fn beside(&mut self, folder: &Path) {
        for path in [&mut self.folder, &mut self.authority, &mut self.certificate, &mut self.key] {
            if !path.is_empty() {
                *path = folder.join(&*path).display().to_string();
            }
        }
    }

    /// Checks the section and reads the files it names.
    pub fn check(&self) -> Result<Post, BadMail> {
        let bad = |key, why: &str| BadMail { key, why: why.to_owned() };
        let daily_at = NaiveTime::parse_from_str(&self.daily_at, "%H:%M")
            .map_err(|_| bad("mail.daily_at", "must be a time, for instance \"07:30\""))?;
        let transport = match self.transport.as_str() {
            "blackhole" => Transport::Blackhole,
            "file" if self.folder.is_empty() => return Err(bad("mail.folder", "must be a folder")),
            "file" => Transport::Folder(self.folder.clone().into()),
            "smtp" => Transport::Smtp(Box::new(self.server()?)),
            _ => return Err(bad("mail.transport", "must be smtp, file or blackhole")),
        };
        let from = match self.from.as_str() {
            "" if self.transport != "blackhole" => {
                return Err(bad("mail.from", "must be the e-mail address that mails come from"));
            }
            "" => None,
            text => Some(text.parse::<Address>().map_err(|error| bad("mail.from", &error.to_string()))?),
        };
        Ok(Post { transport, from, daily_at })
    }

    fn server(&self) -> Result<Server, BadMail> {
        let bad = |key, why: &str| BadMail { key, why: why.to_owned() };
        if self.host.is_empty() || !self.host.is_ascii() || self.host.chars().any(|c| c.is_control() || c == ' ') {
            return Err(bad("mail.host", "must be the name of the mail server"));
        }
        let security = match self.security.as_str() {
            "starttls" => Security::StartTls,
            "tls" => Security::Tls,
            "none" if is_this_machine(&self.host) => Security::None,
            "none" => return Err(bad("mail.security", "must be starttls or tls: mail.host is another machine")),
            _ => return Err(bad("mail.security", "must be starttls, tls or none")),
        };
        if self.user.is_empty() != self.password.is_empty() {
            return Err(bad("mail.password", "must be given with mail.user, and only then"));
        }
        if !self.user.is_empty() && security == Security::None {
            return Err(bad("mail.security", "must be starttls or tls where a password is sent"));
        }
        if self.certificate.is_empty() != self.key.is_empty() {
            return Err(bad("mail.key", "must be given with mail.certificate, and only then"));
        }
        let read = |key: &'static str, name: &str| -> Result<Option<Vec<u8>>, BadMail> {
            if name.is_empty() {
                return Ok(None);
            }
            std::fs::read(name).map(Some).map_err(|error| BadMail { key, why: format!("{name}: {error}") })
        };
        let own = match (read("mail.certificate", &self.certificate)?, read("mail.key", &self.key)?) {
            (Some(certificate), Some(key)) => Some((certificate, key)),
            _ => None,
        };
        let server = Server {
            host: self.host.clone(),
            port: self.port,
            security,
            authority: read("mail.authority", &self.authority)?,
            login: (!self.user.is_empty()).then(|| (self.user.clone(), self.password.clone())),
            own,
            patience: PATIENCE,
        };
        server.tls().map_err(|_| {
            bad("mail.authority", "this file, or that of mail.certificate or mail.key, holds no PEM that can be used")
        })?;
        Ok(server)
    }
}

/// Whether a host is this machine itself: nobody is on that line.
fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
